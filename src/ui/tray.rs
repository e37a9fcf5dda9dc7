//! The tray: people who have no place on the map yet.

use egui::{RichText, ScrollArea, Sense, TextEdit, Ui, vec2};

use super::fields::name_widget;
use super::style::bold_text;
use super::{Action, Actions, Drag, ViewContext, ViewState};
use crate::edit::{Place, place_person};
use crate::model::PersonId;
use crate::theme::TextSize;
use crate::words::Message;

/// Draws the tray: a search, and a line for each who waits, to be dragged onto the map.
pub(super) fn tray_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let waiting = ctx.unseated;
    ui.add_space(4.0);
    let title = ctx.words.text(&Message::TrayTitle { count: waiting.len().to_string() });
    ui.label(bold_text(title, TextSize::BODY, ctx));
    ui.label(RichText::new(ctx.words.say(Message::TrayHint)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    if waiting.len() > 6 {
        let hint = RichText::new(ctx.words.say(Message::SearchHint)).color(ctx.palette.ink_faint());
        let field = TextEdit::singleline(&mut view.tray_text).hint_text(hint).desired_width(f32::INFINITY);
        let response = ui.add(field);
        name_widget(&response, &ctx.words.say(Message::MenuTray));
    }
    ui.add_space(4.0);
    let wanted = view.tray_text.to_lowercase();
    let shown: Vec<PersonId> = waiting
        .iter()
        .copied()
        .filter(|person| ctx.account.person_name(*person).to_lowercase().contains(&wanted))
        .collect();
    let row = TextSize::BODY + 11.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, row, shown.len(), |ui, rows| {
        for person in shown.get(rows).unwrap_or_default() {
            ui.push_id(*person, |ui| person_ui(ctx, view, ui, *person, actions));
        }
    });
}

fn person_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, person: PersonId, actions: &mut Actions) {
    let name = ctx.account.person_name(person);
    let right = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), right, |ui| {
        let place = ui.add_enabled(!ctx.is_read_only, egui::Button::new("→").small());
        let words = ctx.words.text(&Message::TrayPlace { name: name.to_owned() });
        name_widget(&place, &words);
        if place.on_hover_text(&words).clicked() {
            // Below whoever is selected, else at the top.
            let at = view.selection.first().copied().map_or(Place::Top, Place::Below);
            let (edit, seat) = place_person(ctx.account, &mut view.ids, person, at);
            actions.push(Action::Edit(edit));
            view.select(seat);
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let is_chosen = view.person == Some(person);
            let button = egui::Button::selectable(is_chosen, name).truncate().sense(Sense::click_and_drag());
            let response = ui.add(button);
            if response.clicked() {
                view.select_person(ctx.account, person);
            }
            if response.drag_started() && !ctx.is_read_only {
                view.drag = Some(Drag::Person(person));
            }
        });
    });
}
