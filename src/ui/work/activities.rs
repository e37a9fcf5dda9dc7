//! Activities: meetings with the client, prepared before and judged after.

use std::cmp::Reverse;

use egui::{RichText, Ui};

use super::{looked_through, opportunity_ui};
use crate::edit::{ActivityChange, Edit, RecordEdit};
use crate::model::{Activity, TeamMember};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, SHORT, cells_ui, labeled, ticks_ui};
use crate::ui::plan::list::{add_button, fold_header, take_keys};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// Draws the activities: those without a date first, then the newest.
pub(super) fn activities_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.label(bold_text(ctx.words.say(Message::WorkActivities), TextSize::SECTION, ctx));
    ui.add_space(4.0);
    let mut activities: Vec<&Activity> = ctx.account.all::<Activity>().collect();
    activities.sort_by_key(|activity| (activity.date.is_some(), Reverse(activity.date)));
    if activities.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::WorkEmptyActivities));
    }
    if add_button(ctx, ui, Message::WorkAddActivity) {
        let opportunity = looked_through(ctx.account, view);
        let activity = Activity { opportunity, ..Activity::new(view.ids.fresh()) };
        view.wants_field = Some(field_id("activity", activity.id, "expected"));
        actions.push(Action::Edit(Edit::Activity(RecordEdit::Add(Box::new(activity)))));
    }
    ui.add_space(4.0);
    for activity in activities {
        ui.push_id(activity.id, |ui| activity_ui(ctx, view, ui, actions, activity));
    }
}

/// One line that opens to the whole form.
fn activity_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, activity: &Activity) {
    let when = activity.date.map_or_else(|| ctx.words.text(&Message::WorkNoDate), date);
    let about = RichText::new(format!("   {}", about(ctx, activity))).size(TextSize::SECOND);
    let is_unjudged = activity.outcome.is_none() && activity.date.is_some_and(|day| day < ctx.today);
    let about = about.color(if is_unjudged { ctx.palette.warning() } else { ctx.palette.ink_soft() });
    let is_new = view.wants_field == Some(field_id("activity", activity.id, "expected"));
    let header = fold_header(ui, [bold_text(when, TextSize::BODY, ctx), about]).id_salt("activity");
    header.open(is_new.then_some(true)).show(ui, |ui| {
        form_ui(&mut Form::new(ctx, ui, actions), view, activity);
        let name = format!("{} {}", ctx.words.value(activity.what), activity.date.map_or_else(String::new, date));
        let remove = ctx.words.text(&Message::PlanRemove { name: name.trim().to_owned() });
        let remove = egui::Button::new(RichText::new(remove).size(TextSize::SECOND));
        if ui.add_enabled(!ctx.is_read_only, remove).clicked() {
            actions.push(Action::Edit(Edit::Activity(RecordEdit::Remove(activity.id))));
        }
        ui.add_space(8.0);
    });
}

/// Its form, with whom, and what came of it or is to come of it.
fn about(ctx: &ViewContext<'_>, activity: &Activity) -> String {
    let names: Vec<&str> = activity.who.iter().map(|person| ctx.account.person_name(*person)).collect();
    let mut parts = vec![ctx.words.value(activity.what).to_owned(), names.join(ctx.words.list_separator())];
    parts.push(match activity.outcome {
        Some(outcome) => ctx.words.value(outcome).to_owned(),
        None if activity.date.is_some_and(|day| day < ctx.today) => ctx.words.text(&Message::WorkNoOutcome),
        None => activity.expected.clone(),
    });
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The edit that changes one field.
fn set(activity: &Activity, change: ActivityChange) -> Edit {
    Edit::Activity(RecordEdit::Set(activity.id, change))
}

fn id(activity: &Activity, field: &'static str) -> egui::Id {
    field_id("activity", activity.id, field)
}

fn form_ui(form: &mut Form<'_>, view: &mut ViewState, activity: &Activity) {
    before_ui(form, view, activity);
    let ctx = form.ctx;
    let (word, hint) = (form.word("expected"), ctx.words.say(Message::WorkHintExpected));
    let edit = |text| set(activity, ActivityChange::Expected(text));
    let expected = form.text(id(activity, "expected"), &word, &activity.expected, &hint, edit);
    take_keys(view, id(activity, "expected"), &expected);
    form.ui.add_space(4.0);
    after_ui(form, view, activity);
    let (word, hint) = (form.word("note"), ctx.words.say(Message::WorkHintNote));
    let edit = |text| set(activity, ActivityChange::Note(text));
    form.area(id(activity, "note"), &word, &activity.note, &hint, edit);
    form.ui.add_space(4.0);
}

/// What is settled before the meeting: when, in which form, what for, with whom, where.
fn before_ui(form: &mut Form<'_>, view: &mut ViewState, activity: &Activity) {
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = form.word("date");
                let edit = |day| set(activity, ActivityChange::Date(day));
                form.date(id(activity, "date"), &word, activity.date, edit);
            },
            &|form, _| {
                let word = labeled(form, "kind");
                let edit = |what| set(activity, ActivityChange::What(what));
                form.must_choose(id(activity, "what"), &word, activity.what, edit);
            },
            &|form, _| {
                let word = labeled(form, "why");
                form.choice(id(activity, "why"), &word, activity.why, |why| set(activity, ActivityChange::Why(why)));
            },
            &|form, _| {
                let edit = |opportunity| set(activity, ActivityChange::Opportunity(opportunity));
                opportunity_ui(form, id(activity, "opportunity"), activity.opportunity, edit);
            },
        ],
    );
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, view| {
                let word = form.word("who");
                let edit = |who| set(activity, ActivityChange::Who(who));
                form.people(view, id(activity, "who"), &word, &activity.who, edit);
            },
            &|form, _| {
                let word = form.word("place");
                let edit = |place| set(activity, ActivityChange::Place(place));
                form.text(id(activity, "place"), &word, &activity.place, "", edit);
            },
        ],
    );
    members_ui(form, activity);
}

/// Who of us goes; nothing while there is no team to choose from.
fn members_ui(form: &mut Form<'_>, activity: &Activity) {
    let team = form.ctx.account.ranked::<TeamMember>();
    if team.is_empty() {
        return;
    }
    let options: Vec<_> = team.iter().map(|member| (member.id, member.name.clone())).collect();
    let word = form.ctx.words.say(Message::PlanTeam);
    let edit = |members| set(activity, ActivityChange::Members(members));
    ticks_ui(form, &word, &options, &activity.members, edit);
    form.ui.add_space(4.0);
}

/// What came of the meeting, judged by what the client did, and what was promised there.
fn after_ui(form: &mut Form<'_>, view: &mut ViewState, activity: &Activity) {
    let word = form.word("promised");
    let hint = form.ctx.words.say(Message::VisitHintPromised).into_owned();
    form.area(id(activity, "promised"), &word, &activity.promised, &hint, |promised| {
        set(activity, ActivityChange::Promised(promised))
    });
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
