//! The window as a whole: menus above, rail at the left, a view in the middle, inspector, status.

use egui::{CentralPanel, Frame, Margin, Panel, RichText, Sense, Ui, pos2, vec2};

use super::canvas::canvas_ui;
use super::context::file_name;
use super::dialogs::{dialog_ui, notices_ui};
use super::inspector::inspector_ui;
use super::legend::legend_ui;
use super::perform::{perform, view_of};
use super::preview::preview_ui;
use super::style::{bold, bold_text};
use super::toolbar::{tip, toolbar_ui};
use super::tray::tray_ui;
use super::{Action, Actions, Command, Menu, View, ViewContext, ViewState};
use crate::insight::MapLight;
use crate::theme::{TextSize, Weight};
use crate::words::Message;

/// Below this width, in points, the inspector shows only what is selected.
const NARROW: f32 = 820.0;

/// Below this height, in points, the status goes.
const LOW: f32 = 320.0;

/// Below this width map and inspector cannot stand side by side.
const SINGLE: f32 = 560.0;

/// Draws the workbench and reports what the user asked for.
pub fn workbench_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) -> Actions {
    let mut actions: Actions = Command::pressed(ctx, view, ui).into_iter().map(Action::Command).collect();
    let bar = Frame::new().fill(ctx.palette.raised()).inner_margin(Margin::symmetric(12, 6));
    Panel::top("bar").frame(bar).show(ui, |ui| bar_ui(ctx, view, ui, &mut actions));
    if ctx.recovery.is_some() || ctx.changed_elsewhere.is_some() || !ctx.notices.is_empty() {
        // Many notices scroll: the work below them stays in sight.
        let room = ui.ctx().content_rect().height() * 0.3;
        Panel::top("notices").frame(Frame::NONE).show(ui, |ui| {
            let scroll = egui::ScrollArea::vertical().id_salt("notices").max_height(room);
            scroll.show(ui, |ui| notices_ui(ctx, ui, &mut actions));
        });
    }
    let low = bar.inner_margin(Margin::symmetric(12, 4));
    // A low window has no room for what can be read elsewhere.
    if ui.ctx().content_rect().height() > LOW {
        Panel::bottom("status").frame(low).show(ui, |ui| status_ui(ctx, view, ui, &mut actions));
    }
    if !view.is_rail_hidden {
        let rail = Frame::new().fill(ctx.palette.raised()).inner_margin(Margin::symmetric(4, 8));
        Panel::left("rail").frame(rail).exact_size(rail_width(ctx)).resizable(false).show(ui, |ui| {
            let scroll = egui::ScrollArea::vertical().id_salt("rail").auto_shrink(false);
            scroll.show(ui, |ui| rail_ui(ctx, view, ui, &mut actions));
        });
    }
    super::what_if::what_if_ui(ctx, view, ui, &mut actions);
    super::visit::visit_ui(ctx, view, ui, &mut actions);
    sides_ui(ctx, view, ui, &mut actions);
    let middle = Frame::new().fill(ctx.palette.surface()).inner_margin(Margin::symmetric(12, 8));
    let mut canvas = ui.available_rect_before_wrap();
    CentralPanel::default().frame(middle).show(ui, |ui| match view.view {
        View::Map => {
            toolbar_ui(ctx, view, ui, &mut actions);
            ui.add_space(4.0);
            canvas = ui.available_rect_before_wrap();
            canvas_ui(ctx, view, ui, &mut actions);
            legend_ui(ctx, view, ui, canvas);
        }
        View::Table => super::table::table_ui(ctx, view, ui, &mut actions),
        View::Plan => super::plan::plan_ui(ctx, view, ui, &mut actions),
        View::Opportunities => super::opportunities::opportunities_ui(ctx, view, ui, &mut actions),
        View::Actions => super::work::work_ui(ctx, view, ui, &mut actions),
        View::Findings => super::findings::findings_ui(ctx, view, ui, &mut actions),
        View::ThenNow => super::then_now::then_now_ui(ctx, view, ui, &mut actions),
        View::Page => preview_ui(ctx, view, ui, &mut actions),
    });
    super::guide::choosing_ui(ctx, view, ui, &mut actions);
    super::find::find_ui(ctx, view, ui, canvas, &mut actions);
    super::tour::tour_ui(ctx, view, ui, canvas);
    super::palette::palette_ui(ctx, view, ui, &mut actions);
    dialog_ui(ctx, view, ui, &mut actions);
    actions.extend(super::plot::picture_asked(ui));
    perform(ctx, view, ui, canvas, &mut actions);
    actions
}

/// Tray and inspector beside the map.
fn sides_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let has_selection = !view.selection.is_empty() || view.person.is_some() || view.link.is_some();
    let is_beside = matches!(view.view, View::Map | View::Table);
    let side = Frame::new().fill(ctx.palette.surface()).inner_margin(Margin::symmetric(16, 4));
    if view.view == View::Map && !view.is_tray_hidden && !ctx.unseated.is_empty() && ui.available_width() > NARROW {
        let frame = side.inner_margin(Margin::symmetric(10, 4));
        Panel::left("tray")
            .frame(frame)
            .default_size(150.0)
            .size_range(120.0..=320.0)
            .show(ui, |ui| tray_ui(ctx, view, ui, actions));
    }
    // A narrow window is the map's, until somebody is selected.
    let width = ui.available_width();
    // The table edits in place: beside it the inspector waits for a selection.
    let is_wanted = has_selection || view.view == View::Map;
    let is_room = is_wanted && (width >= NARROW || (has_selection && width >= SINGLE));
    if is_beside && !view.is_inspector_hidden && is_room {
        Panel::right("inspector")
            .frame(side)
            .default_size(288.0)
            .size_range(240.0..=460.0)
            .show(ui, |ui| inspector_ui(ctx, view, ui, actions));
    } else {
        view.wants_inspector = false;
    }
}

/// Below this width, in points, all menus stand behind one button.
const ONE_MENU: f32 = 720.0;

fn bar_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let is_narrow = ui.available_width() < ONE_MENU;
    ui.horizontal(|ui| {
        if is_narrow {
            ui.menu_button(ctx.words.say(Message::MenuAll).into_owned(), |ui| menus_ui(ctx, view, ui, actions));
        } else {
            menus_ui(ctx, view, ui, actions);
            ui.add_space(12.0);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let wide = [Command::ToggleTheme, Command::ToggleLanguage, Command::ShowPage, Command::Palette];
            for command in wide.into_iter().filter(|command| !is_narrow || *command == Command::Palette) {
                let is_palette = command == Command::Palette;
                let label = if is_palette { "Ctrl+K".into() } else { ctx.words.say(command.message()) };
                if ui.button(label.into_owned()).on_hover_text(tip(ctx, command)).clicked() {
                    actions.push(Action::Command(command));
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| title_ui(ctx, ui, actions));
        });
    });
}

fn menus_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    for menu in Menu::ALL {
        ui.menu_button(ctx.words.say(menu.message()).into_owned(), |ui| {
            ui.set_min_width(220.0);
            let commands: Vec<Command> =
                Command::ALL.iter().copied().filter(|command| command.menu() == menu).collect();
            // Long menus scroll only where the window is low.
            let room = ui.ctx().content_rect().height() - 60.0;
            egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
                menu_commands_ui(ctx, view, ui, actions, &commands);
                if menu == Menu::File {
                    files_ui(ctx, ui, actions, ctx.recent, Message::MenuRecent);
                    files_ui(ctx, ui, actions, ctx.siblings, Message::MenuSiblings);
                }
            });
        });
    }
}

/// The account's name; it leads to the plan, where it can be changed.
fn title_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let name = &ctx.account.profile.name;
    let untitled = ctx.words.say(Message::Untitled);
    let shown = if name.is_empty() { untitled.as_ref() } else { name.as_str() };
    let title = egui::Button::new(bold_text(shown, TextSize::SECTION, ctx)).frame(false).truncate();
    if ui.add(title).on_hover_text(tip(ctx, Command::ShowPlan)).clicked() {
        actions.push(Action::Command(Command::ShowPlan));
    }
}

/// Commands as lines of a menu, with their shortcuts; undo and redo say what they would do.
pub(super) fn menu_commands_ui(
    ctx: &ViewContext<'_>,
    view: &ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    commands: &[Command],
) {
    for command in commands {
        let undone = ctx.undo.filter(|_| *command == Command::Undo);
        let redone = ctx.redo.filter(|_| *command == Command::Redo);
        let label = match (undone, redone) {
            (Some(step), _) => ctx.words.text(&Message::StepUndo { step: step.to_owned() }),
            (None, Some(step)) => ctx.words.text(&Message::StepRedo { step: step.to_owned() }),
            (None, None) => ctx.words.say(command.message()).into_owned(),
        };
        let mut button = egui::Button::new(label);
        if let Some(shortcut) = command.shortcut() {
            button = button.shortcut_text(shortcut.to_string());
        }
        if ui.add_enabled(command.is_enabled(ctx, view), button).clicked() {
            actions.push(Action::Command(*command));
            ui.close();
        }
    }
}

/// Files that can be opened by name.
fn files_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, files: &[std::path::PathBuf], title: Message) {
    if files.is_empty() {
        return;
    }
    ui.separator();
    ui.label(RichText::new(ctx.words.say(title)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    for path in files.iter().take(12) {
        let response = ui.push_id(path, |ui| ui.button(file_name(path))).inner;
        if response.on_hover_text(path.display().to_string()).clicked() {
            actions.push(Action::OpenPath(path.clone()));
            ui.close();
        }
    }
}

const RAIL: [Command; 8] = [
    Command::ShowMap,
    Command::ShowTable,
    Command::ShowPlan,
    Command::ShowOpportunities,
    Command::ShowActions,
    Command::ShowFindings,
    Command::ShowThenNow,
    Command::ShowPage,
];

/// As wide as its longest word.
fn rail_width(ctx: &ViewContext<'_>) -> f32 {
    let word =
        |command: &Command| ctx.measure.width(&ctx.words.say(rail_word(*command)), TextSize::SECOND, Weight::Bold);
    RAIL.iter().map(word).fold(44.0, f32::max).ceil() + 20.0
}

/// What the rail calls a command: the page has a shorter name there.
const fn rail_word(command: Command) -> Message {
    if matches!(command, Command::ShowPage) { Message::NavPage } else { command.message() }
}

fn rail_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, actions: &mut Actions) {
    for command in RAIL {
        let is_open = view_of(command) == Some(view.view);
        let color = if is_open { ctx.palette.accent() } else { ctx.palette.ink_soft() };
        let label = RichText::new(ctx.words.say(rail_word(command))).font(bold(TextSize::SECOND)).color(color);
        let button = egui::Button::new(label).frame(false);
        let response = ui.add_sized(vec2(ui.available_width(), 36.0), button).on_hover_text(tip(ctx, command));
        if is_open {
            let rect = response.rect;
            let bar = egui::Rect::from_min_max(
                pos2(rect.left() - 4.0, rect.top() + 6.0),
                pos2(rect.left() - 1.5, rect.bottom() - 6.0),
            );
            ui.painter().rect_filled(bar, 1, ctx.palette.accent());
        }
        if response.clicked() {
            actions.push(Action::Command(command));
        }
    }
}

fn status_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let quiet = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.label(quiet(ctx.file_state.to_owned()));
        ui.label(quiet("·".to_owned()));
        ui.label(quiet(ctx.words.text(&Message::StatusPeople {
            people: ctx.account.persons.len().to_string(),
            links: ctx.account.links.len().to_string(),
        })));
        if view.selection.len() > 1 {
            ui.label(quiet("·".to_owned()));
            let count = view.selection.len().to_string();
            ui.label(quiet(ctx.words.text(&Message::StatusSelected { count })));
        }
        ui.label(quiet("·".to_owned()));
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
        let color = match ctx.insights.figures.light {
            MapLight::Red => ctx.palette.danger(),
            MapLight::Amber => ctx.palette.warning(),
            MapLight::Green => ctx.palette.success(),
        };
        ui.painter().circle_filled(rect.center(), 4.5, color);
        ui.label(quiet(ctx.words.text(&Message::StatusLight { light: ctx.words.light(ctx.insights.figures.light) })));
        let open = ctx.insights.findings.iter().filter(|finding| finding.is_open()).count();
        if open > 0 {
            ui.label(quiet("·".to_owned()));
            let count = Message::StatusFindings { count: open.to_string() };
            if ui.link(quiet(ctx.words.text(&count))).clicked() {
                actions.push(Action::Command(Command::ShowFindings));
            }
        }
    });
}
