//! What we want to reach: each goal with its measure, its date and how far we are.

use egui::Ui;

use super::cells::{FIELD, SHORT, cells_ui, low_tick};
use super::list::{add_button, count_note, named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use crate::edit::{Edit, GoalChange, RecordEdit};
use crate::model::Goal;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the goals.
pub(super) fn goals_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let goals = ctx.account.ranked::<Goal>();
    let lack = goals.iter().filter(|goal| goal.measure.is_empty()).count();
    let note = count_note(ctx, goals.len(), lack, "measure");
    section_ui(ctx, ui, "plan-goals", (Message::PageGoals, note), |ui| {
        if goals.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::PageEmptyGoals));
        }
        let name = |goal: &Goal| named(ctx, &goal.text, "goal");
        let asked = rows_ui(ctx, ui, &goals, name, |ui, goal| goal_ui(ctx, view, ui, actions, goal));
        push_tool(actions, &goals, asked, Edit::Goal);
        if add_button(ctx, ui, Message::PlanAddGoal) {
            let goal = Goal { rank: next_rank::<Goal>(ctx.account), ..Goal::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("goal", goal.id, "text"));
            actions.push(Action::Edit(Edit::Goal(RecordEdit::Add(Box::new(goal)))));
        }
    });
}

fn goal_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, goal: &Goal) {
    let set = |change| Edit::Goal(RecordEdit::Set(goal.id, change));
    let id = |field| field_id("goal", goal.id, field);
    let mut form = Form::new(ctx, ui, actions);
    let (kind, hint) = (ctx.words.label("record", "goal"), ctx.words.say(Message::PlanHintGoal));
    let text = form.bare_text(id("text"), kind, &goal.text, &hint, |text| set(GoalChange::Text(text)));
    take_keys(view, id("text"), &text);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, _| {
                let (word, hint) = (form.word("measure"), ctx.words.say(Message::PlanHintMeasure));
                form.text(id("measure"), &word, &goal.measure, &hint, |text| set(GoalChange::Measure(text)));
            },
            &|form, view| {
                let when = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = form.word("due");
                    form.date(id("due"), &word, goal.due, |due| set(GoalChange::Due(due)));
                };
                let how_far = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = form.word("progress");
                    form.percent(id("progress"), &word, goal.progress, |done| set(GoalChange::Progress(done)));
                };
                cells_ui(form, view, SHORT, &[when, how_far]);
            },
            &|form, view| {
                let word = form.word("people");
                form.people(view, id("people"), &word, &goal.people, |people| set(GoalChange::People(people)));
            },
            &|form, _| low_tick(form, "shared", goal.shared, |is_shared| set(GoalChange::Shared(is_shared))),
        ],
    );
    form.ui.separator();
}
