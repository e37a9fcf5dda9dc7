//! The seat: title, unit, level, who sits there now and who did before.

use egui::{Response, Ui};

use super::person::{Heading, heading_ui};
use super::picker::{is_asked, person_menu};
use super::reporting::reporting_ui;
use super::{caption, faint, person_label, section_ui, sentence, soft};
use crate::edit::{Edit, Gesture, RecordEdit, SeatChange, StructureEdit};
use crate::model::{Person, PersonId, Seat, Tenure};
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// Formal levels that can be chosen.
const LEVELS: u8 = 9;

fn set(seat: &Seat, change: SeatChange) -> Edit {
    Edit::Seat(RecordEdit::Set(seat.id, change))
}

/// Draws a seat without a holder.
pub(super) fn vacant_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, seat: &Seat) {
    let id = field_id("inspector-seat", seat.id, "title");
    let heading = Heading { id, name: caption(ctx, "title"), value: &seat.title };
    let mut form = Form::new(ctx, ui, actions);
    heading_ui(&mut form, view, &heading, |title| set(seat, SeatChange::Title(title)));
    unit_ui(&mut form, seat);
    ui.add_space(8.0);
    ui.label(soft(ctx, ctx.words.say(Message::InspectorVacant)));
    holder_ui(ctx, view, ui, actions, seat);
    past_ui(ctx, view, ui, seat);
    ui.add_space(8.0);
    standing_ui(&mut Form::new(ctx, ui, actions), seat);
    ui.add_space(8.0);
    reporting_ui(ctx, view, ui, actions, seat);
}

/// Draws title and unit below the holder's name.
pub(super) fn place_ui(form: &mut Form<'_>, seat: &Seat) {
    let title = caption(form.ctx, "title");
    let id = field_id("inspector-seat", seat.id, "title");
    form.bare_text(id, &title, &seat.title, &title, |text| set(seat, SeatChange::Title(text)));
    unit_ui(form, seat);
}

fn unit_ui(form: &mut Form<'_>, seat: &Seat) {
    let unit = caption(form.ctx, "unit");
    let id = field_id("inspector-seat", seat.id, "unit");
    form.bare_text(id, &unit, &seat.unit, &unit, |text| set(seat, SeatChange::Unit(text)));
}

/// Draws what else is known of the seat of somebody, in a section.
pub(super) fn seat_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, seat: &Seat) {
    let title = sentence(ctx.words.label("record", "Seat"));
    section_ui(ctx, ui, ("seat", &title), |ui| {
        standing_ui(&mut Form::new(ctx, ui, actions), seat);
        ui.add_space(4.0);
        ui.label(soft(ctx, caption(ctx, "holder")));
        holder_ui(ctx, view, ui, actions, seat);
        past_ui(ctx, view, ui, seat);
    });
}

/// Level, and whether the seat stands outside the client.
fn standing_ui(form: &mut Form<'_>, seat: &Seat) {
    let ctx = form.ctx;
    let actions = &mut *form.actions;
    form.ui.horizontal(|ui| {
        let mut form = Form::new(ctx, ui, actions);
        let label = caption(ctx, "level");
        form.label(label.as_str());
        let mut options = vec![(None, ctx.words.text(&Message::NotSaid))];
        let others = seat.level.filter(|level| !(1..=LEVELS).contains(level));
        options.extend((1..=LEVELS).chain(others).map(|level| (Some(level), level.to_string())));
        let id = field_id("inspector-seat", seat.id, "level");
        form.pick(id, &label, &seat.level, &options, |level| set(seat, SeatChange::Level(*level)));
    });
    let external = ctx.words.say(Message::MarkExternal);
    Form::new(ctx, form.ui, actions).tick(&external, seat.external, |value| set(seat, SeatChange::External(value)));
}

/// Ways to put somebody on the seat, and to leave it vacant.
fn holder_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, seat: &Seat) {
    if ctx.is_read_only {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let button = ui.button(soft(ctx, ctx.words.say(Message::InspectorSeatSomebody)));
        if let Some(person) = somebody(ctx, &button, seat) {
            actions.push(Action::Edit(sit(ctx, seat, person)));
        }
        if ui.button(soft(ctx, ctx.words.say(Message::InspectorSeatNew))).clicked() {
            let person = Person::new(view.ids.fresh(), "");
            let edits = vec![Edit::Person(RecordEdit::Add(Box::new(person.clone()))), sit(ctx, seat, person.id)];
            actions.push(Action::Edit(Edit::Gesture(Gesture::Add(person.id), edits)));
            view.wants_inspector = true;
        }
        if seat.holder.is_some() && ui.button(soft(ctx, ctx.words.say(Message::InspectorVacate))).clicked() {
            let edit = StructureEdit::SetHolder { seat: seat.id, holder: None, day: Some(ctx.today) };
            actions.push(Action::Edit(Edit::Structure(edit)));
        }
    });
}

fn somebody(ctx: &ViewContext<'_>, button: &Response, seat: &Seat) -> Option<PersonId> {
    if !is_asked(button) {
        return None;
    }
    person_menu(ctx, button, |person| seat.holder != Some(person))
}

/// Puts somebody on the seat; a seat held elsewhere is left.
fn sit(ctx: &ViewContext<'_>, seat: &Seat, person: PersonId) -> Edit {
    let day = Some(ctx.today);
    let arrive = Edit::Structure(StructureEdit::SetHolder { seat: seat.id, holder: Some(person), day });
    match ctx.account.seat_of_person().get(&person) {
        Some(left) => {
            let leave = StructureEdit::SetHolder { seat: *left, holder: None, day };
            Edit::Gesture(Gesture::Place(person), vec![Edit::Structure(leave), arrive])
        }
        None => arrive,
    }
}

/// Who sat there before, the last one first.
fn past_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, seat: &Seat) {
    if seat.past.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(soft(ctx, caption(ctx, "past")));
    for (place, tenure) in seat.past.iter().enumerate().rev() {
        ui.push_id((tenure.person, place), |ui| tenure_ui(ctx, view, ui, tenure));
    }
}

fn tenure_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, tenure: &Tenure) {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "?".to_owned(), date);
    ui.horizontal_wrapped(|ui| {
        let name = person_label(ctx, tenure.person);
        if ui.link(soft(ctx, name).color(ctx.palette.accent())).clicked() {
            view.select_person(ctx.account, tenure.person);
        }
        ui.label(faint(ctx, format!("{} → {}", day(tenure.since), day(tenure.until))));
    });
}
