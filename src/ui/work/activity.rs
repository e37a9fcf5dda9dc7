//! An activity's form: five Ws, what the client is to do, what to ask, what came of it.

use egui::{RichText, Ui};

use super::{opportunity_ui, outcome, questions, walk};
use crate::edit::{ActivityChange, Edit, RecordEdit};
use crate::insight::{ActivityLack, activity_lacks, seller_opening};
use crate::method::WorkTopic;
use crate::model::{Activity, TeamMember};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, SHORT, cells_ui, labeled, ticks_ui};
use crate::ui::plan::list::take_keys;
use crate::ui::plan::why::why_ui;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// Draws the form.
pub(super) fn activity_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    activity: &Activity,
) {
    ui.indent("activity-form", |ui| {
        ui.add_space(4.0);
        let mut form = Form::new(ctx, ui, actions);
        five_ui(&mut form, view, activity);
        expected_ui(&mut form, view, activity);
        questions::questions_ui(ctx, view, ui, actions, activity);
        walk::walk_ui(ctx, ui, actions, activity);
        outcome::outcome_ui(ctx, view, ui, actions, activity);
        let name = format!("{} {}", ctx.words.value(activity.what), activity.date.map_or_else(String::new, date));
        let remove = ctx.words.text(&Message::PlanRemove { name: name.trim().to_owned() });
        let remove = egui::Button::new(RichText::new(remove).size(TextSize::SECOND));
        if ui.add_enabled(!ctx.is_read_only, remove).clicked() {
            actions.push(Action::Edit(Edit::Activity(RecordEdit::Remove(activity.id))));
        }
        ui.add_space(16.0);
    });
}

/// The edit that changes one field.
pub(super) fn set(activity: &Activity, change: ActivityChange) -> Edit {
    Edit::Activity(RecordEdit::Set(activity.id, change))
}

/// The id of one of its fields.
pub(super) fn id(activity: &Activity, field: &'static str) -> egui::Id {
    field_id("activity", activity.id, field)
}

/// Who, what, why, where, when, and for which opportunity.
fn five_ui(form: &mut Form<'_>, view: &mut ViewState, activity: &Activity) {
    let word = form.word("who");
    let edit = |who| set(activity, ActivityChange::Who(who));
    form.people(view, id(activity, "who"), &word, &activity.who, edit);
    members_ui(form, activity);
    cells_ui(
        form,
        view,
        SHORT,
        &[
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
                let word = form.word("place");
                let edit = |place| set(activity, ActivityChange::Place(place));
                form.text(id(activity, "place"), &word, &activity.place, "", edit);
            },
            &|form, _| {
                let word = form.word("date");
                let edit = |day| set(activity, ActivityChange::Date(day));
                form.date(id(activity, "date"), &word, activity.date, edit);
            },
        ],
    );
    cells_ui(
        form,
        view,
        FIELD,
        &[&|form, _| {
            let edit = |opportunity| set(activity, ActivityChange::Opportunity(opportunity));
            opportunity_ui(form, id(activity, "opportunity"), activity.opportunity, edit);
        }],
    );
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

/// What the client is to do, and what the sentence lacks.
fn expected_ui(form: &mut Form<'_>, view: &mut ViewState, activity: &Activity) {
    let ctx = form.ctx;
    let (word, hint) = (form.word("expected"), ctx.words.say(Message::WorkHintExpected));
    form.ui.horizontal(|ui| {
        ui.label(RichText::new(&word).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        why_ui(ctx, ui, &word, ctx.activity.why(WorkTopic::Expected));
    });
    let edit = |text| set(activity, ActivityChange::Expected(text));
    let expected = form.bare_text(id(activity, "expected"), &word, &activity.expected, &hint, edit);
    take_keys(view, id(activity, "expected"), &expected);
    if let Some(word) = seller_opening(ctx.activity, &activity.expected) {
        let text = ctx.words.text(&Message::WorkSeller { word: word.to_owned() });
        form.ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.warning()));
    }
    let lacks = activity_lacks(activity);
    if !lacks.is_empty() {
        let field = |lack: &ActivityLack| match lack {
            ActivityLack::Who => "who",
            ActivityLack::Why => "why",
            ActivityLack::Expected => "expected",
            ActivityLack::Date => "date",
        };
        let words: Vec<&str> = lacks.iter().map(|lack| ctx.words.label("field", field(lack))).collect();
        let what = words.join(ctx.words.list_separator());
        form.note(ctx.words.text(&Message::PlanMissing { what }));
    }
    form.ui.add_space(8.0);
}
