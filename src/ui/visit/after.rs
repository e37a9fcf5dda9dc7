//! What came of the visit, and what comes next.

use chrono::{Days, Months, NaiveDate};
use egui::{RichText, Ui};

use super::draft::VisitDraft;
use super::{drafted, named, soft};
use crate::edit::NextStep;
use crate::model::{Activity, PersonId, TeamMember};
use crate::theme::TextSize;
use crate::ui::plan::list::add_button;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// What they promised, what came of it by what they did, and what was said.
pub(super) fn outcome_ui(ctx: &ViewContext<'_>, _: &mut ViewState, draft: &mut VisitDraft, ui: &mut Ui) {
    let (id, told) = (draft.field("promised"), &draft.told);
    let hint = ctx.words.say(Message::VisitHintPromised);
    let promised = drafted(ctx, ui, |form, take| {
        let word = form.word("promised");
        form.area(id, &word, &told.promised, &hint, take);
    });
    let id = draft.field("outcome");
    let outcome = drafted(ctx, ui, |form, take| {
        let word = form.word("outcome");
        form.segments(id, &word, told.outcome, take);
    });
    let planned = told.fills.and_then(|id| ctx.account.get::<Activity>(id));
    if let Some(planned) = planned.filter(|planned| !planned.expected.is_empty()) {
        let text = Message::VisitExpected { action: planned.expected.clone() };
        ui.label(soft(ctx, ctx.words.text(&text)));
    }
    let text = |message| ctx.words.text(&message);
    let options =
        [(None, text(Message::NotSaid)), (Some(true), text(Message::WorkYes)), (Some(false), text(Message::WorkNo))];
    let id = draft.field("happened");
    let happened = drafted(ctx, ui, |form, take| {
        let word = form.word("happened");
        form.label(word.clone());
        form.pick(id, &word, &told.happened, &options, |happened| take(*happened));
    });
    let id = draft.field("note");
    let hint = ctx.words.say(Message::WorkHintNote);
    let note = drafted(ctx, ui, |form, take| {
        let word = form.word("note");
        form.area(id, &word, &told.note, &hint, take);
    });
    let told = &mut draft.told;
    told.promised = promised.unwrap_or_else(|| std::mem::take(&mut told.promised));
    told.outcome = outcome.unwrap_or(told.outcome);
    told.happened = happened.unwrap_or(told.happened);
    told.note = note.unwrap_or_else(|| std::mem::take(&mut told.note));
}

/// What comes next: a row a step.
pub(super) fn next_ui(ctx: &ViewContext<'_>, _: &mut ViewState, draft: &mut VisitDraft, ui: &mut Ui) {
    let people = draft.people();
    let mut steps = std::mem::take(&mut draft.steps);
    for (row, step) in &mut steps {
        ui.push_id(*row, |ui| step_ui(ctx, draft, ui, &people, (*row, step)));
        ui.add_space(4.0);
    }
    draft.steps = steps;
    if add_button(ctx, ui, Message::WorkAddAction) {
        draft.add_step();
    }
}

fn step_ui(
    ctx: &ViewContext<'_>,
    draft: &VisitDraft,
    ui: &mut Ui,
    people: &[PersonId],
    (row, step): (u32, &mut NextStep),
) {
    let hint = ctx.words.say(Message::WorkHintWhat);
    let what = drafted(ctx, ui, |form, take| {
        let word = form.word("what");
        form.bare_text(draft.row_field(row, "what"), &word, &step.what, &hint, take);
    });
    step.what = what.unwrap_or_else(|| std::mem::take(&mut step.what));
    let due = drafted(ctx, ui, |form, take| {
        let word = form.word("due");
        form.bare_date(draft.row_field(row, "due"), &word, step.due, take);
    });
    step.due = soon_ui(ctx, ui).or(due.unwrap_or(step.due));
    ui.horizontal_wrapped(|ui| {
        if ctx.account.all::<TeamMember>().next().is_some() {
            let owner = drafted(ctx, ui, |form, take| {
                let word = form.word("owner");
                form.member(draft.row_field(row, "owner"), &word, step.owner, take);
            });
            step.owner = owner.unwrap_or(step.owner);
        }
        let mut options = vec![(None, ctx.words.text(&Message::NotSaid))];
        let others = step.person.filter(|person| !people.contains(person));
        options.extend(people.iter().copied().chain(others).map(|person| (Some(person), named(ctx, person))));
        let person = drafted(ctx, ui, |form, take| {
            let word = form.word("people");
            form.pick(draft.row_field(row, "people"), &word, &step.person, &options, |person| take(*person));
        });
        step.person = person.unwrap_or(step.person);
    });
}

/// Days that are mostly meant, one click each.
fn soon_ui(ctx: &ViewContext<'_>, ui: &mut Ui) -> Option<NaiveDate> {
    let week = |count: u64| ctx.today.checked_add_days(Days::new(7 * count));
    let days = [
        (Message::VisitWeek, week(1)),
        (Message::VisitTwoWeeks, week(2)),
        (Message::VisitMonth, ctx.today.checked_add_months(Months::new(1))),
    ];
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (message, day) in days {
            let text = RichText::new(ctx.words.text(&message)).size(TextSize::SECOND);
            if ui.small_button(text).clicked() {
                chosen = day;
            }
        }
    });
    chosen
}
