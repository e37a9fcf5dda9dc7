//! Typing a name on a card.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Key, Modifiers, TextEdit, Ui};

use super::Stage;
use crate::edit::{Edit, Gesture, PersonChange, RecordEdit, SeatChange};
use crate::model::{Account, PersonId, Seat, SeatId};
use crate::theme::TextSize;
use crate::ui::fields::{LONGEST, name_widget};
use crate::ui::style::bold;
use crate::ui::{Action, Actions, Command, Naming, ViewState};
use crate::words::Message;

/// How naming goes on after a key.
enum Next {
    Stay,
    Done,
    Cancel,
    Colleague,
    Report,
    Manager,
}

/// Starts to rename the card of a seat: the holder's name, or the title where it is vacant.
pub(in crate::ui) fn rename(account: &Account, view: &mut ViewState, seat: SeatId) {
    let Some(found) = account.get::<Seat>(seat) else { return };
    let text = account.holder(seat).map_or_else(|| found.title.clone(), |person| person.name.clone());
    view.naming = Some(Naming { seat, text, is_new: false, before: None, begun: None, is_changed: false });
}

/// The field over the card that is being named.
pub(super) fn naming_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let Some(mut naming) = view.naming.take() else { return };
    let ctx = stage.ctx;
    let Some(rect) = stage.seat_rect(naming.seat) else {
        // The card is drawn once the edit that adds it is done, at the end of this pass.
        view.naming = Some(naming).filter(|naming| naming.begun.is_none() && !ctx.is_read_only);
        return;
    };
    let holder = ctx.account.get::<Seat>(naming.seat).and_then(|seat| seat.holder);
    let next = if is_composing(ui) { Next::Stay } else { next(ui, &naming) };
    let width = rect.width().max(220.0);
    let place = egui::Rect::from_min_size(rect.min - egui::vec2(1.0, 1.0), egui::vec2(width + 2.0, 26.0));
    let id = Id::unique(("naming", naming.seat.to_string()));
    let hint = ctx.words.say(if naming.is_new { Message::NamingHint } else { Message::RenamingHint });
    let hint = egui::RichText::new(hint).color(ctx.palette.ink_faint());
    let before = naming.text.clone();
    let field = TextEdit::singleline(&mut naming.text).id(id).font(bold(TextSize::BODY)).hint_text(hint);
    let area = egui::Area::new(id.with("area")).fixed_pos(place.min).order(egui::Order::Middle);
    let response = area.constrain_to(stage.screen).show(ui.ctx(), |ui| {
        ui.set_width(width);
        let response = ui.add(field.desired_width(width - 12.0).char_limit(LONGEST).lock_focus(true));
        name_widget(&response, &ctx.words.say(Message::NamingName));
        response
    });
    let response = response.inner;
    let frame = ui.ctx().cumulative_frame_nr();
    if naming.begun.is_none() {
        response.request_focus();
        naming.begun = Some(frame);
        select_all(ui, id, &naming.text);
        if !naming.is_new {
            actions.push(Action::EndStep);
        }
    }
    if naming.text != before {
        naming.is_changed = true;
        actions.push(Action::Edit(named(&naming, holder)));
    }
    // The click or the drop that began it is not one beside it.
    let is_old = naming.begun != Some(frame);
    let is_left = is_old && response.lost_focus() && !ui.input(|input| input.pointer.any_down());
    let is_clicked_away = is_old && response.clicked_elsewhere();
    match next {
        Next::Stay if is_clicked_away || is_left => finish(view, &naming, actions),
        Next::Stay => view.naming = Some(naming),
        Next::Done => finish(view, &naming, actions),
        Next::Cancel => {
            // All letters were one step.
            if naming.is_changed {
                actions.push(Action::TakeBack);
            }
            finish(view, &naming, actions);
        }
        Next::Colleague => go_on(view, &naming, Command::AddColleague, actions),
        Next::Report => go_on(view, &naming, Command::AddReport, actions),
        Next::Manager => go_on(view, &naming, Command::AddAbove, actions),
    }
}

/// What stands in the field is replaced by the first letter typed.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let end = CCursor::new(text.chars().count());
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), id);
}

/// Whether an input method is at work: its Enter is not ours.
fn is_composing(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))))
}

fn next(ui: &Ui, naming: &Naming) -> Next {
    let take = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if take(Modifiers::COMMAND, Key::Enter) {
        Next::Manager
    } else if take(Modifiers::NONE, Key::Enter) {
        // A new name is mostly followed by another one.
        if naming.is_new && !naming.text.trim().is_empty() { Next::Colleague } else { Next::Done }
    } else if take(Modifiers::NONE, Key::Tab) {
        Next::Report
    } else if take(Modifiers::NONE, Key::Escape) {
        if naming.is_new { Next::Done } else { Next::Cancel }
    } else {
        Next::Stay
    }
}

/// What was typed, as one edit of name and title. `name, title` is understood for somebody new.
fn named(naming: &Naming, holder: Option<PersonId>) -> Edit {
    let Some(person) = holder else {
        return Edit::Seat(RecordEdit::Set(naming.seat, SeatChange::Title(naming.text.clone())));
    };
    let parts = naming.text.split_once([',', '，', '\t']).filter(|_| naming.is_new);
    let (name, title) = match parts {
        Some((name, title)) => (name.trim(), Some(title.trim())),
        None => (naming.text.as_str(), naming.is_new.then_some("")),
    };
    let mut edits = vec![Edit::Person(RecordEdit::Set(person, PersonChange::Name(name.to_owned())))];
    edits.extend(title.map(|title| Edit::Seat(RecordEdit::Set(naming.seat, SeatChange::Title(title.to_owned())))));
    Edit::Gesture(Gesture::Name(person), edits)
}

fn finish(view: &mut ViewState, naming: &Naming, actions: &mut Actions) {
    view.naming = None;
    view.wants_canvas = true;
    if naming.is_new && naming.text.trim().is_empty() {
        // Nobody was named, so nobody was added.
        view.select_many(naming.before.into_iter().collect());
        actions.push(Action::TakeBack);
    }
    actions.push(Action::EndStep);
}

fn go_on(view: &mut ViewState, naming: &Naming, command: Command, actions: &mut Actions) {
    let is_nobody = naming.is_new && naming.text.trim().is_empty();
    finish(view, naming, actions);
    if !is_nobody {
        view.select(naming.seat);
        actions.push(Action::Command(command));
    }
}
