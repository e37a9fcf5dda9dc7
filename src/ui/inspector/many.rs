//! Several cards: who they are, and what is set for all of them at once.

use egui::{Button, Key, RichText, TextEdit, Ui};

use super::judgements::{Axis, Subject};
use super::segments::{Pressed, Row, Standing, scale, symbols_ui, words_ui};
use super::{caption, faint, seat_label, soft};
use crate::edit::{Edit, Gesture, RecordEdit, SeatChange};
use crate::model::{Coded, JudgementField, Person, PersonId, PoliticalStatus, Seat, SeatId};
use crate::theme::{TextSize, Weight};
use crate::ui::fields::{Form, field_id, make_room, name_widget};
use crate::ui::style::bold_text;
use crate::ui::symbols::Judged as Symbol;
use crate::ui::{Action, Actions, Command, ViewContext, ViewState};
use crate::words::Message;

/// How many names are shown.
const SHOWN: usize = 8;

/// A unit being typed, for the cards by their first and their number.
type Draft = ((Option<SeatId>, usize), String);

/// Draws what is common to the cards selected.
pub(super) fn many_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let title = Message::InspectorSelected { count: view.selection.len().to_string() };
    ui.label(bold_text(ctx.words.text(&title), TextSize::ACCOUNT, ctx));
    let people: Vec<PersonId> = view.people(ctx.account);
    let persons: Vec<&Person> = people.iter().filter_map(|person| ctx.account.get::<Person>(*person)).collect();
    let subjects: Vec<Subject<'_>> = persons.iter().map(|person| Subject::new(ctx, view, person)).collect();
    names_ui(ctx, view, ui);
    ui.add_space(12.0);
    if !subjects.is_empty() {
        if let Some(opportunity) = subjects.first().and_then(|subject| subject.opportunity) {
            let text = Message::InspectorJudgedIn { opportunity: opportunity.name.clone() };
            ui.label(bold_text(ctx.words.text(&text), TextSize::SECOND, ctx));
            ui.add_space(4.0);
        }
        judgements_ui(&mut Form::new(ctx, ui, actions), &subjects);
    }
    unit_ui(ctx, view, ui, actions);
    ui.add_space(12.0);
    ui.horizontal_wrapped(|ui| {
        for command in [Command::Unseat, Command::Release, Command::Delete] {
            let is_enabled = !ctx.is_read_only && command.is_enabled(ctx, view);
            let button = ui.add_enabled(is_enabled, Button::new(soft(ctx, ctx.words.say(command.message()))));
            if button.clicked() {
                actions.push(Action::Command(command));
            }
        }
    });
}

/// The first few by name, each a way to that one alone.
fn names_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let seats: Vec<SeatId> = view.selection.iter().copied().take(SHOWN).collect();
    let more = view.selection.len() - seats.len();
    ui.horizontal_wrapped(|ui| {
        for seat in seats {
            let name = seat_label(ctx, seat);
            make_room(ui, ctx.measure.width(&name, TextSize::SECOND, Weight::Regular) + 8.0);
            let link = ui.push_id(seat, |ui| ui.link(soft(ctx, name).color(ctx.palette.accent()))).inner;
            if link.clicked() {
                view.select(seat);
            }
        }
        if more > 0 {
            ui.label(faint(ctx, ctx.words.text(&Message::PageMore { n: more.to_string() })));
        }
    });
}

fn judgements_ui(form: &mut Form<'_>, subjects: &[Subject<'_>]) {
    let ctx = form.ctx;
    let what = |field: JudgementField, name: &'static str| (name, ctx.words.value(field));
    row_ui(
        form,
        subjects,
        what(JudgementField::Role, "role"),
        |subject| subject.role(),
        |ui, row| symbols_ui(ctx, ui, row, Symbol::Role),
    );
    row_ui(
        form,
        subjects,
        what(JudgementField::Attitude, "attitude"),
        |subject| subject.attitude(),
        |ui, row| symbols_ui(ctx, ui, row, Symbol::Attitude),
    );
    row_ui(
        form,
        subjects,
        what(JudgementField::Support, "support"),
        |subject| subject.support(),
        |ui, row| symbols_ui(ctx, ui, row, Symbol::Support),
    );
    row_ui(
        form,
        subjects,
        what(JudgementField::Coverage, "coverage"),
        |subject| subject.coverage(),
        |ui, row| symbols_ui(ctx, ui, row, Symbol::Coverage),
    );
    let choices = scale::<PoliticalStatus>(ctx);
    row_ui(
        form,
        subjects,
        what(JudgementField::Political, "political"),
        |subject| subject.political(),
        |ui, row| words_ui(ctx, ui, row, &choices, false),
    );
}

/// One judgement of all: one edit sets it, one undo takes it back.
fn row_ui<T: Coded>(
    form: &mut Form<'_>,
    subjects: &[Subject<'_>],
    (field, label): (&'static str, &str),
    axis: impl Fn(&Subject<'_>) -> Axis<T>,
    draw: impl FnOnce(&mut Ui, &Row<'_, T>) -> Option<Pressed<T>>,
) {
    let value = common(subjects.iter().map(|subject| axis(subject).value()));
    let id = field_id("inspector-many", "all", field);
    let is_mixed = value.is_none();
    let row =
        Row { id, label, value: value.flatten(), is_mixed, standing: Standing::Account, account: None, help: None };
    if let Some(pressed) = draw(form.ui, &row) {
        let edits: Vec<Edit> = subjects.iter().map(|subject| axis(subject).edit(subject, pressed)).collect();
        form.edit(Edit::Gesture(Gesture::SetMany { field, count: subjects.len() }, edits));
    }
    form.ui.add_space(4.0);
}

/// The value that all have; `None` where they differ.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// One unit for all. It is set by Enter or the button: letter by letter it would be a step each.
fn unit_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, actions: &mut Actions) {
    let seats: Vec<&Seat> = view.selection.iter().filter_map(|seat| ctx.account.get::<Seat>(*seat)).collect();
    let unit = common(seats.iter().map(|seat| seat.unit.as_str()));
    let id = field_id("inspector-many", "all", "unit");
    // What is typed belongs to these cards and to no others.
    let key = (view.selection.iter().next().copied(), view.selection.len());
    let draft = ui.data(|memory| memory.get_temp::<Draft>(id));
    let draft = draft.filter(|(cards, _)| *cards == key).map(|(_, text)| text);
    let mut text = draft.unwrap_or_else(|| unit.unwrap_or_default().to_owned());
    let label = caption(ctx, "unit");
    ui.label(soft(ctx, label.as_str()));
    let hint = if unit.is_none() { ctx.words.say(Message::InspectorMixed) } else { label.as_str().into() };
    let hint = RichText::new(hint).color(ctx.palette.ink_faint());
    let field = TextEdit::singleline(&mut text).id(id).hint_text(hint).desired_width(f32::INFINITY);
    let field = ui.add(field.char_limit(2_000).interactive(!ctx.is_read_only));
    name_widget(&field, &label);
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_new = unit != Some(text.as_str());
    let button = Button::new(soft(ctx, ctx.words.say(Message::InspectorUnitForAll)));
    let is_clicked = ui.add_enabled(is_new && !ctx.is_read_only, button).clicked();
    if is_new && (is_clicked || is_entered) && !ctx.is_read_only {
        let set = |seat: &&Seat| Edit::Seat(RecordEdit::Set(seat.id, SeatChange::Unit(text.clone())));
        let edits = seats.iter().map(set).collect();
        actions.push(Action::Edit(Edit::Gesture(Gesture::SetMany { field: "unit", count: seats.len() }, edits)));
        ui.data_mut(|memory| memory.remove::<Draft>(id));
    } else if field.changed() {
        ui.data_mut(|memory| memory.insert_temp::<Draft>(id, (key, text)));
    }
}
