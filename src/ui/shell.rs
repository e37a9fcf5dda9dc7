//! The window as a whole: menus above, rail at the left, canvas or page, inspector, status.

use egui::{CentralPanel, Frame, Margin, Panel, RichText, Sense, Ui, pos2, vec2};

use super::canvas::canvas_ui;
use super::dialogs::{dialog_ui, notices_ui};
use super::inspector::inspector_ui;
use super::legend::legend_ui;
use super::preview::preview_ui;
use super::style::{bold, bold_text};
use super::toolbar::{tip, toolbar_ui};
use super::{Action, Actions, Command, View, ViewContext, ViewState};
use crate::insight::MapLight;
use crate::theme::TextSize;
use crate::words::Message;

/// Below this width, in points, the inspector shows only what is selected.
const NARROW: f32 = 820.0;

/// Draws the workbench and reports what the user asked for.
pub fn workbench_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) -> Actions {
    let mut actions: Actions = Command::pressed(ui.ctx()).into_iter().map(Action::Command).collect();
    let bar = Frame::new().fill(ctx.palette.raised()).inner_margin(Margin::symmetric(12, 6));
    Panel::top("bar").frame(bar).show(ui, |ui| bar_ui(ctx, ui, &mut actions));
    if ctx.recovery.is_some() || !ctx.notices.is_empty() {
        Panel::top("notices").frame(Frame::NONE).show(ui, |ui| notices_ui(ctx, ui, &mut actions));
    }
    Panel::bottom("status").frame(bar.inner_margin(Margin::symmetric(12, 4))).show(ui, |ui| status_ui(ctx, ui));
    let rail = Frame::new().fill(ctx.palette.raised()).inner_margin(Margin::symmetric(4, 8));
    Panel::left("rail").frame(rail).exact_size(56.0).resizable(false).show(ui, |ui| rail_ui(ctx, view, ui));
    // A narrow window is the map's, until somebody is selected.
    let is_narrow = ui.available_width() < NARROW && view.selection.is_empty();
    if view.view == View::Map && !view.is_inspector_hidden && !is_narrow {
        let side = Frame::new().fill(ctx.palette.surface()).inner_margin(Margin::symmetric(16, 4));
        Panel::right("inspector")
            .frame(side)
            .default_size(268.0)
            .size_range(220.0..=420.0)
            .show(ui, |ui| inspector_ui(ctx, view, ui));
    }
    let middle = Frame::new().fill(ctx.palette.surface()).inner_margin(Margin::symmetric(12, 8));
    CentralPanel::default().frame(middle).show(ui, |ui| match view.view {
        View::Map => {
            toolbar_ui(ctx, view, ui, &mut actions);
            ui.add_space(4.0);
            let canvas = ui.available_rect_before_wrap();
            canvas_ui(ctx, view, ui);
            legend_ui(ctx, view, ui, canvas);
            look(view, canvas, &actions);
        }
        View::Page => preview_ui(ctx, view, ui, &mut actions),
    });
    dialog_ui(ctx, view, ui, &mut actions);
    turn(view, &actions);
    actions
}

/// Commands that only change where the canvas looks.
fn look(view: &mut ViewState, canvas: egui::Rect, actions: &Actions) {
    for action in actions {
        let Action::Command(command) = action else { continue };
        let Some(mut camera) = view.shown else { continue };
        let own = match command {
            Command::Fit => None,
            Command::ActualSize => Some(camera.at_actual_size()),
            Command::ZoomIn | Command::ZoomOut => {
                camera.zoom_at(if *command == Command::ZoomIn { 1.25 } else { 0.8 }, canvas.center(), canvas);
                Some(camera)
            }
            Command::Open
            | Command::OpenExample
            | Command::Reload
            | Command::Save
            | Command::SaveAs
            | Command::Export
            | Command::Quit
            | Command::Undo
            | Command::Redo
            | Command::ShowMap
            | Command::ShowPage
            | Command::ToggleInspector
            | Command::ToggleLanguage
            | Command::ToggleTheme => continue,
        };
        view.camera = own;
    }
}

/// Commands that only change which side is open.
fn turn(view: &mut ViewState, actions: &Actions) {
    for action in actions {
        if *action == Action::Command(Command::ShowMap) {
            view.view = View::Map;
        } else if *action == Action::Command(Command::ShowPage) {
            view.view = View::Page;
        } else if *action == Action::Command(Command::ToggleInspector) {
            view.is_inspector_hidden = !view.is_inspector_hidden;
        }
    }
}

fn bar_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let menus: [(Message, &[Command]); 3] = [
            (
                Message::MenuFile,
                &[
                    Command::Open,
                    Command::OpenExample,
                    Command::Reload,
                    Command::Save,
                    Command::SaveAs,
                    Command::Export,
                    Command::Quit,
                ],
            ),
            (Message::MenuEdit, &[Command::Undo, Command::Redo]),
            (
                Message::MenuView,
                &[
                    Command::ShowMap,
                    Command::ShowPage,
                    Command::Fit,
                    Command::ActualSize,
                    Command::ZoomIn,
                    Command::ZoomOut,
                    Command::ToggleInspector,
                ],
            ),
        ];
        for (title, commands) in menus {
            ui.menu_button(ctx.words.say(title).into_owned(), |ui| {
                menu_ui(ctx, ui, actions, commands);
                if title_is_file(commands) {
                    siblings_ui(ctx, ui, actions);
                }
            });
        }
        ui.add_space(16.0);
        let name = &ctx.account.profile.name;
        let untitled = ctx.words.say(Message::Untitled);
        let shown = if name.is_empty() { untitled.as_ref() } else { name.as_str() };
        ui.label(bold_text(shown, TextSize::SECTION, ctx));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for command in [Command::ToggleTheme, Command::ToggleLanguage] {
                let label = ctx.words.say(command.message()).into_owned();
                if ui.button(label).on_hover_text(tip(ctx, command)).clicked() {
                    actions.push(Action::Command(command));
                }
            }
        });
    });
}

fn title_is_file(commands: &[Command]) -> bool {
    commands.contains(&Command::Open)
}

fn menu_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, commands: &[Command]) {
    for command in commands {
        let mut button = egui::Button::new(ctx.words.say(command.message()).into_owned());
        if let Some(shortcut) = command.shortcut() {
            button = button.shortcut_text(shortcut.to_string());
        }
        if ui.add(button).clicked() {
            actions.push(Action::Command(*command));
        }
    }
}

/// The other accounts of the folder.
fn siblings_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    if ctx.siblings.is_empty() {
        return;
    }
    ui.separator();
    for path in ctx.siblings.iter().take(20) {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if ui.button(name).clicked() {
            actions.push(Action::OpenPath(path.clone()));
        }
    }
}

fn rail_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    for (side, command) in [(View::Map, Command::ShowMap), (View::Page, Command::ShowPage)] {
        let is_open = view.view == side;
        let color = if is_open { ctx.palette.accent() } else { ctx.palette.ink_soft() };
        let label = RichText::new(ctx.words.say(command.message())).font(bold(TextSize::SECOND)).color(color);
        let button = egui::Button::new(label).frame(false);
        let response = ui.add_sized(vec2(48.0, 36.0), button).on_hover_text(tip(ctx, command));
        if is_open {
            let rect = response.rect;
            let bar = egui::Rect::from_min_max(
                pos2(rect.left() - 4.0, rect.top() + 6.0),
                pos2(rect.left() - 1.5, rect.bottom() - 6.0),
            );
            ui.painter().rect_filled(bar, 1, ctx.palette.accent());
        }
        if response.clicked() {
            view.view = side;
        }
    }
}

fn status_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        let quiet = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.label(quiet(ctx.file_state.to_owned()));
        ui.label(quiet("·".to_owned()));
        ui.label(quiet(ctx.words.text(&Message::StatusPeople {
            people: ctx.account.persons.len().to_string(),
            links: ctx.account.links.len().to_string(),
        })));
        ui.label(quiet("·".to_owned()));
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
        let color = match ctx.figures.light {
            MapLight::Red => ctx.palette.danger(),
            MapLight::Amber => ctx.palette.warning(),
            MapLight::Green => ctx.palette.success(),
        };
        ui.painter().circle_filled(rect.center(), 4.5, color);
        ui.label(quiet(ctx.words.text(&Message::StatusLight { light: ctx.words.light(ctx.figures.light) })));
    });
}
