//! What came of an activity, judged by what the client did, and what follows from it.

use chrono::Days;
use egui::{RichText, Ui};

use super::activity::{id, set};
use super::add_action;
use crate::edit::ActivityChange;
use crate::insight::{OutcomeDoubt, outcome_doubt};
use crate::model::{Action as PlanAction, Activity};
use crate::theme::TextSize;
use crate::ui::fields::Form;
use crate::ui::plan::cells::{FIELD, cells_ui, labeled};
use crate::ui::plan::list::add_button;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws promise, outcome, notes and the way to the follow-up.
pub(super) fn outcome_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    activity: &Activity,
) {
    let mut form = Form::new(ctx, ui, actions);
    let (word, hint) = (form.word("promised"), ctx.words.say(Message::VisitHintPromised));
    let edit = |promised| set(activity, ActivityChange::Promised(promised));
    form.area(id(activity, "promised"), &word, &activity.promised, &hint, edit);
    judged_ui(&mut form, view, activity);
    if let Some(doubt) = outcome_doubt(activity) {
        let message = match doubt {
            OutcomeDoubt::NotHappened => Message::WorkDoubtNotHappened,
            OutcomeDoubt::NothingDone => Message::WorkDoubtNothingDone,
            OutcomeDoubt::Continued => Message::WorkDoubtContinued,
        };
        let text = RichText::new(ctx.words.say(message)).size(TextSize::SECOND).color(ctx.palette.warning());
        form.ui.label(text);
    }
    let (word, hint) = (form.word("note"), ctx.words.say(Message::WorkHintNote));
    let edit = |text| set(activity, ActivityChange::Note(text));
    form.area(id(activity, "note"), &word, &activity.note, &hint, edit);
    ui.add_space(4.0);
    if add_button(ctx, ui, Message::WorkFollowUp) {
        let ahead = Days::new(u64::from(ctx.activity.follow_up_days));
        let action = PlanAction {
            owner: activity.members.first().copied().or(ctx.account.profile.owner),
            due: ctx.today.checked_add_days(ahead),
            people: activity.who.clone(),
            opportunity: activity.opportunity,
            ..PlanAction::new(view.ids.fresh())
        };
        actions.push(Action::Edit(add_action(view, ctx.account, action)));
    }
    ui.add_space(4.0);
}

/// The outcome with its meaning on hover, and whether the client did what was expected.
fn judged_ui(form: &mut Form<'_>, view: &mut ViewState, activity: &Activity) {
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let word = form.word("outcome");
                let edit = |outcome| set(activity, ActivityChange::Outcome(outcome));
                form.segments(id(activity, "outcome"), &word, activity.outcome, edit);
            },
            &|form, _| {
                let text = |message| form.ctx.words.text(&message);
                let options = [
                    (None, text(Message::NotSaid)),
                    (Some(true), text(Message::WorkYes)),
                    (Some(false), text(Message::WorkNo)),
                ];
                let word = labeled(form, "happened");
                let edit = |happened: &Option<bool>| set(activity, ActivityChange::Happened(*happened));
                form.pick(id(activity, "happened"), &word, &activity.happened, &options, edit);
            },
        ],
    );
}
