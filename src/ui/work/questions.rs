//! What to ask the client: four kinds of question, and the needs that come of them.

use egui::{Button, CollapsingHeader, RichText, Ui};

use super::activity::{id, set};
use super::board::quiet;
use super::push_step;
use crate::edit::{ActivityChange, Edit, OpportunityChange, RecordEdit};
use crate::method::QuestionKind;
use crate::model::{Activity, Need, NeedKind, Opportunity};
use crate::theme::TextSize;
use crate::ui::fields::{Form, name_widget};
use crate::ui::plan::list::{add_button, named};
use crate::ui::plan::why::why_ui;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The kinds, each with the name of its field.
const KINDS: [(QuestionKind, &str); 4] = [
    (QuestionKind::Situation, "situation"),
    (QuestionKind::Problem, "problem"),
    (QuestionKind::Implication, "implication"),
    (QuestionKind::Payoff, "payoff"),
];

/// Draws the four boxes; folded until they are opened.
pub(super) fn questions_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    activity: &Activity,
) {
    let title = bold_text(ctx.words.say(Message::WorkQuestions), TextSize::BODY, ctx);
    CollapsingHeader::new(title).id_salt("questions").show_unindented(ui, |ui| {
        let opportunity = activity.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id));
        match opportunity {
            Some(opportunity) => offered_ui(ctx, ui, actions, (activity, opportunity)),
            None => Form::new(ctx, ui, actions).note(ctx.words.say(Message::WorkKeepWhere)),
        }
        for (kind, field) in KINDS {
            box_ui(ctx, ui, actions, activity, (kind, field));
            if let Some(opportunity) = opportunity {
                keep_ui(ctx, view, ui, actions, (activity, opportunity, kind));
            }
            ui.add_space(4.0);
        }
    });
    ui.add_space(8.0);
}

/// What is written on a kind of question.
fn text_of(activity: &Activity, kind: QuestionKind) -> &str {
    match kind {
        QuestionKind::Situation => &activity.situation,
        QuestionKind::Problem => &activity.problem,
        QuestionKind::Implication => &activity.implication,
        QuestionKind::Payoff => &activity.payoff,
    }
}

fn change_of(kind: QuestionKind, text: String) -> ActivityChange {
    match kind {
        QuestionKind::Situation => ActivityChange::Situation(text),
        QuestionKind::Problem => ActivityChange::Problem(text),
        QuestionKind::Implication => ActivityChange::Implication(text),
        QuestionKind::Payoff => ActivityChange::Payoff(text),
    }
}

/// One box, with what to mind behind a sign and an example as long as it is empty.
fn box_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    actions: &mut Actions,
    activity: &Activity,
    (kind, field): (QuestionKind, &'static str),
) {
    let notes = ctx.activity.question(kind);
    let word = Form::new(ctx, ui, actions).word(field);
    ui.horizontal(|ui| {
        ui.label(quiet(ctx, &word));
        why_ui(ctx, ui, &word, notes.map_or(&[], |notes| &notes.lines));
    });
    let example = notes.map_or_else(String::new, |notes| notes.example.text(ctx.words.language()).to_owned());
    let hint = ctx.words.text(&Message::WorkHintExample { example });
    let mut form = Form::new(ctx, ui, actions);
    form.bare_area(id(activity, field), &word, text_of(activity, kind), &hint, |text| {
        set(activity, change_of(kind, text))
    });
}

/// A problem becomes an implied need of the opportunity, a payoff an explicit one. Source: methods X6.
fn keep_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (activity, opportunity, kind): (&Activity, &Opportunity, QuestionKind),
) {
    let (need, message) = match kind {
        QuestionKind::Problem => (NeedKind::Implied, Message::WorkKeepImplied),
        QuestionKind::Payoff => (NeedKind::Explicit, Message::WorkKeepExplicit),
        QuestionKind::Situation | QuestionKind::Implication => return,
    };
    let statement = text_of(activity, kind).trim();
    if statement.is_empty() {
        return;
    }
    let needs = &opportunity.buying.needs;
    if needs.iter().any(|known| known.statement.trim() == statement && known.kind == Some(need)) {
        ui.label(quiet(ctx, format!("✓ {}", ctx.words.say(Message::WorkKept))));
    } else if add_button(ctx, ui, message) {
        let holder = match activity.who.as_slice() {
            [one] => Some(*one),
            [] | [_, _, ..] => None,
        };
        let implication =
            if need == NeedKind::Implied { activity.implication.trim().to_owned() } else { String::new() };
        let new = Need {
            statement: statement.to_owned(),
            kind: Some(need),
            holder,
            implication,
            ..Need::new(view.ids.fresh())
        };
        let needs = needs.iter().cloned().chain([new]).collect();
        push_step(actions, Edit::Opportunity(RecordEdit::Set(opportunity.id, OpportunityChange::Needs(needs))));
    }
}

/// The needs of the opportunity; one taken up fills the boxes that are still empty.
fn offered_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    actions: &mut Actions,
    (activity, opportunity): (&Activity, &Opportunity),
) {
    let needs = opportunity.buying.needs.iter().filter(|need| !need.statement.trim().is_empty());
    let needs: Vec<&Need> = needs.collect();
    if needs.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(quiet(ctx, ctx.words.text(&Message::WorkNeedsOf { name: opportunity.name.clone() })));
        for need in needs {
            let name = named(ctx, &need.statement, "need");
            let edits = taken_up(activity, need);
            let text = RichText::new(&name).size(TextSize::SECOND);
            let button = ui.add_enabled(!ctx.is_read_only && !edits.is_empty(), Button::new(text).small());
            name_widget(&button, &ctx.words.text(&Message::WorkTakeUp { need: name }));
            if button.clicked() {
                push_step(actions, Edit::Batch(edits));
            }
        }
    });
    ui.add_space(4.0);
}

/// What a need says, where nothing is written yet.
fn taken_up(activity: &Activity, need: &Need) -> Vec<Edit> {
    let statement = need.statement.as_str();
    let (problem, payoff) = match need.kind {
        Some(NeedKind::Explicit) => ("", statement),
        Some(NeedKind::Implied) | None => (statement, need.payoff.as_str()),
    };
    let told = [
        (QuestionKind::Problem, problem),
        (QuestionKind::Implication, need.implication.as_str()),
        (QuestionKind::Payoff, payoff),
    ];
    let is_new =
        |(kind, text): &(QuestionKind, &str)| !text.trim().is_empty() && text_of(activity, *kind).trim().is_empty();
    let told = told.into_iter().filter(is_new);
    told.map(|(kind, text)| set(activity, change_of(kind, text.to_owned()))).collect()
}
