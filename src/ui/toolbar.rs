//! The canvas's own bar: what the colours say, which lines show, which opportunity is looked through.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{ComboBox, Ui};

use super::style::bold;
use super::{Action, Actions, Command, Lens, ViewContext, ViewState};
use crate::insight::MeasureKind;
use crate::model::{Coded, Opportunity, OpportunityStatus};
use crate::words::Message;

/// Draws the bar above the canvas.
pub(super) fn toolbar_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    // Where both halves do not fit side by side, the second stands below the first.
    if ui.available_width() < 620.0 {
        ui.horizontal_wrapped(|ui| {
            choices_ui(ctx, view, ui);
            zoom_ui(ctx, view, ui, actions);
        });
        return;
    }
    ui.horizontal(|ui| {
        choices_ui(ctx, view, ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            zoom_ui(ctx, view, ui, actions);
        });
    });
}

fn choices_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = 12.0;
    deal_ui(ctx, view, ui);
    lens_ui(ctx, view, ui);
    lines_ui(ctx, view, ui);
    filters_ui(ctx, view, ui);
}

/// What the zoom buttons are, from left to right.
const ZOOM: [Command; 4] = [Command::ZoomOut, Command::ActualSize, Command::ZoomIn, Command::Fit];

/// Draws the zoom buttons, one after the other in the direction of `ui`.
#[expect(clippy::wildcard_enum_match_arm, reason = "only these four are drawn")]
fn zoom_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.x = 4.0;
    let mut order = ZOOM;
    if ui.layout().prefer_right_to_left() {
        order.reverse();
    }
    for command in order {
        let percent = format!("{:.0} %", view.shown.map_or(1.0, |camera| camera.zoom()) * 100.0);
        let button = match command {
            Command::ZoomOut => egui::Button::new("–"),
            Command::ZoomIn => egui::Button::new("+"),
            Command::ActualSize => {
                let percent = egui::RichText::new(percent).color(ctx.palette.ink_soft());
                egui::Button::new(percent).frame(false).min_size(egui::vec2(48.0, 0.0))
            }
            _ => egui::Button::new(ctx.words.say(command.message()).into_owned()),
        };
        let response = ui.add(button);
        super::fields::name_widget(&response, &ctx.words.say(command.message()));
        if response.on_hover_text(tip(ctx, command)).clicked() {
            actions.push(Action::Command(command));
        }
    }
}

/// The name of a command with its shortcut.
pub(super) fn tip(ctx: &ViewContext<'_>, command: Command) -> String {
    let name = ctx.words.say(command.message());
    match command.shortcut() {
        Some(shortcut) => format!("{name}  {shortcut}"),
        None => name.into_owned(),
    }
}

/// A button that gives a command.
pub(super) fn command_button(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, command: Command) {
    let label = ctx.words.say(command.message()).into_owned();
    if ui.button(label).on_hover_text(tip(ctx, command)).clicked() {
        actions.push(Action::Command(command));
    }
}

fn lens_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let label = format!("{} {}", ctx.words.say(Message::ToolLens), view.lens.name(ctx));
    let name = label.clone();
    let combo = ComboBox::from_id_salt("lens").selected_text(label).width(120.0).height(300.0).show_ui(ui, |ui| {
        for lens in Lens::all() {
            if lens == Lens::Measure(MeasureKind::ALL[0]) {
                ui.separator();
            }
            let response = ui.selectable_value(&mut view.lens, lens, lens.name(ctx));
            if let Lens::Measure(kind) = lens {
                response.on_hover_text(ctx.words.hint(kind));
            }
        }
    });
    name_combo(&combo.response, &name);
}

/// A menu of boxes to be ticked: it stays open while they are.
pub(super) fn ticks_menu(ctx: &ViewContext<'_>, ui: &mut Ui, title: egui::RichText, contents: impl FnOnce(&mut Ui)) {
    let stays = MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    MenuButton::new(title).config(stays).ui(ui, |ui| {
        // Menus draw no edges; a box to be ticked is nothing else.
        ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(1.0, ctx.palette.ink_faint());
        contents(ui);
    });
}

fn lines_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    ticks_menu(ctx, ui, ctx.words.say(Message::ToolLines).into_owned().into(), |ui| {
        let lines = &mut view.lines;
        for (is_shown, message) in [
            (&mut lines.dotted, Message::LineDotted),
            (&mut lines.influence, Message::LineInfluence),
            (&mut lines.conflict, Message::LineConflict),
            (&mut lines.tie, Message::LineTie),
        ] {
            ui.checkbox(is_shown, ctx.words.say(message));
        }
    });
}

/// Whom to leave at full strength.
pub(super) fn filters_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let text = egui::RichText::new(ctx.words.say(Message::ToolFilter));
    let text = if view.filter.is_empty() { text } else { text.color(ctx.palette.accent()) };
    ticks_menu(ctx, ui, text, |ui| super::filter::filter_ui(ctx, view, ui));
}

fn deal_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let open: Vec<&Opportunity> =
        ctx.account.ranked::<Opportunity>().into_iter().filter(|deal| deal.status == OpportunityStatus::Open).collect();
    if open.is_empty() {
        return;
    }
    let none = ctx.words.say(Message::ToolDealNone);
    let chosen = view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id));
    let label = chosen.map_or_else(|| none.to_string(), |deal| deal.name.clone());
    let name = format!("{}: {label}", ctx.words.say(Message::ToolDeal));
    let label = egui::RichText::new(label).font(bold(crate::theme::TextSize::BODY));
    let combo = ComboBox::from_id_salt("opportunity").selected_text(label).width(180.0).show_ui(ui, |ui| {
        ui.selectable_value(&mut view.opportunity, None, none.as_ref());
        for deal in open {
            ui.selectable_value(&mut view.opportunity, Some(deal.id), &deal.name);
        }
    });
    name_combo(&combo.response, &name);
}

/// Gives a choice its name for screen readers and tests.
fn name_combo(response: &egui::Response, name: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name));
}
