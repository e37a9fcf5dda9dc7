//! The whole form of an action, below its line.

use egui::{RichText, Ui};

use super::row::effort_text;
use super::{opportunity_ui, push_step};
use crate::edit::{ActionChange, Edit, RecordEdit};
use crate::model::{Action, ActionId, CriterionId, Opportunity};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{SHORT, cells_ui, labeled, low_tick};
use crate::ui::plan::list::{named, row_tools, tool_edit};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, age};

/// Draws the form of an action that stands among `listed`.
pub(super) fn form_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (action, listed): (&Action, &[&Action]),
) {
    ui.indent("action-form", |ui| {
        let mut form = Form::new(ctx, ui, actions);
        if let Some(sentence) = effort_text(ctx, action) {
            form.ui.label(RichText::new(sentence).size(TextSize::SECOND).color(ctx.palette.warning()));
        }
        fields_ui(&mut form, view, action);
        tools_ui(ctx, ui, actions, (action, listed));
        ui.add_space(8.0);
    });
}

fn fields_ui(form: &mut Form<'_>, view: &mut ViewState, action: &Action) {
    let set = |change| Edit::Action(RecordEdit::Set(action.id, change));
    let id = |field| field_id("action", action.id, field);
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = labeled(form, "owner");
                form.member(id("owner"), &word, action.owner, |owner| set(ActionChange::Owner(owner)));
            },
            &|form, _| due_ui(form, action),
            &|form, view| {
                let word = form.word("people");
                form.people(view, id("people"), &word, &action.people, |people| set(ActionChange::People(people)));
            },
            &|form, _| {
                opportunity_ui(form, id("opportunity"), action.opportunity, |opportunity| {
                    let change = set(ActionChange::Opportunity(opportunity));
                    // A criterion belongs to its opportunity.
                    match action.criterion {
                        Some(_) => Edit::Batch(vec![change, set(ActionChange::Criterion(None))]),
                        None => change,
                    }
                });
            },
            &|form, _| criterion_ui(form, action),
            &|form, _| {
                let word = labeled(form, "area");
                form.choice(id("area"), &word, action.area, |area| set(ActionChange::Area(area)));
            },
            &|form, _| low_tick(form, "is_milestone", action.is_milestone, |is| set(ActionChange::IsMilestone(is))),
            &|form, _| low_tick(form, "shared", action.shared, |is_shared| set(ActionChange::Shared(is_shared))),
        ],
    );
}

/// The date, and how long it has passed while the action is still open.
fn due_ui(form: &mut Form<'_>, action: &Action) {
    let ctx = form.ctx;
    let word = form.word("due");
    form.date(field_id("action", action.id, "due"), &word, action.due, |due| {
        Edit::Action(RecordEdit::Set(action.id, ActionChange::Due(due)))
    });
    if let Some(due) = action.due.filter(|_| action.is_overdue(ctx.today)) {
        let late = ctx.words.text(&Message::WorkOverdueFor { age: age(ctx.words, due, ctx.today) });
        form.ui.label(RichText::new(late).size(TextSize::SECOND).color(ctx.palette.danger()));
    }
}

/// Which criterion of its opportunity the action works on.
fn criterion_ui(form: &mut Form<'_>, action: &Action) {
    let ctx = form.ctx;
    let opportunity = action.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id));
    let criteria = opportunity.map_or(&[][..], |opportunity| opportunity.buying.criteria.as_slice());
    if criteria.is_empty() && action.criterion.is_none() {
        return;
    }
    let mut options: Vec<(Option<CriterionId>, String)> = vec![(None, ctx.words.text(&Message::NotSaid))];
    options.extend(criteria.iter().map(|one| (Some(one.id), named(ctx, &one.name, "criterion"))));
    let is_known = criteria.iter().any(|one| Some(one.id) == action.criterion);
    if !is_known && action.criterion.is_some() {
        options.push((action.criterion, ctx.words.text(&Message::UnknownValue)));
    }
    let word = labeled(form, "criterion");
    let id = field_id("action", action.id, "criterion");
    form.pick(id, &word, &action.criterion, &options, |criterion| {
        Edit::Action(RecordEdit::Set(action.id, ActionChange::Criterion(*criterion)))
    });
}

/// Among those due on the same day it moves by hand; and out of the list.
fn tools_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, (action, listed): (&Action, &[&Action])) {
    let peers: Vec<ActionId> = listed.iter().filter(|other| other.due == action.due).map(|other| other.id).collect();
    let Some(at) = peers.iter().position(|id| *id == action.id) else { return };
    let name = named(ctx, &action.what, "action");
    let asked = ui.horizontal(|ui| row_tools(ctx, ui, &name, Some((at, peers.len())))).inner;
    let order: Vec<ActionId> = ctx.account.ranked::<Action>().iter().map(|action| action.id).collect();
    let change = asked.and_then(|tool| tool_edit::<Action>(&order, &peers, at, tool));
    if let Some(change) = change {
        push_step(actions, Edit::Action(change));
    }
}
