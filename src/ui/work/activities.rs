//! Activities: meetings with the client, prepared before and judged after; how many moved the project on.

use std::cmp::Reverse;

use chrono::NaiveDate;
use egui::{Button, Rect, RichText, Ui, pos2, vec2};

use super::board::quiet;
use super::{WorkState, activity, in_sight, looked_through};
use crate::edit::{Edit, RecordEdit};
use crate::insight::{AdvanceRate, advance_rates};
use crate::method::WorkTopic;
use crate::model::{Activity, ActivityId, Opportunity};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::plan::list::add_button;
use crate::ui::plan::why::why_ui;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// As high as every line.
const LINE: f32 = 26.0;

/// Draws the advance rate, and the activities: those without a date first, then the newest.
pub(super) fn activities_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let mut listed: Vec<&Activity> = ctx.account.all::<Activity>().collect();
    // The one that is open keeps its place while its date is typed.
    let held = held_day(view, &listed);
    let day_of = |activity: &&Activity| match held {
        Some((id, day)) if id == activity.id => day,
        Some(_) | None => activity.date,
    };
    listed.sort_by_key(|activity| (day_of(activity).is_some(), Reverse(day_of(activity))));
    ui.horizontal_wrapped(|ui| {
        if add_button(ctx, ui, Message::WorkAddActivity) {
            let opportunity = looked_through(ctx.account, view);
            let activity = Activity { opportunity, ..Activity::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("activity", activity.id, "expected"));
            actions.push(Action::Edit(Edit::Activity(RecordEdit::Add(Box::new(activity)))));
        }
        let word = ctx.words.say(Message::WorkFiveWs);
        why_ui(ctx, ui, &word, ctx.activity.why(WorkTopic::Preparation));
    });
    if listed.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::WorkEmptyActivities));
        return;
    }
    rates_ui(ctx, view, ui);
    ui.add_space(8.0);
    for activity in listed {
        let is_open = view.work.activity == Some(activity.id);
        let size = vec2(ui.available_width(), LINE);
        let room = Rect::from_min_size(pos2(ui.min_rect().left(), ui.cursor().top()), size);
        let is_wanted = view.work.wants == Some(WorkState::row_id(activity.id));
        if !(is_open || is_wanted || in_sight(ui, room.expand2(vec2(0.0, 4.0 * LINE)))) {
            ui.allocate_space(size);
            continue;
        }
        if is_wanted {
            ui.scroll_to_rect(room, Some(egui::Align::TOP));
            view.work.wants = None;
        }
        ui.push_id(activity.id.to_string(), |ui| {
            line_ui(ctx, view, ui, (activity, is_open));
            if is_open {
                activity::activity_ui(ctx, view, ui, actions, activity);
            }
        });
    }
}

/// The day that the open activity had when it was opened.
fn held_day(view: &mut ViewState, listed: &[&Activity]) -> Option<(ActivityId, Option<NaiveDate>)> {
    let open = view.work.activity.and_then(|id| listed.iter().find(|activity| activity.id == id));
    view.work.held_day = open.map(|activity| match view.work.held_day {
        Some((id, day)) if id == activity.id => (id, day),
        Some(_) | None => (activity.id, activity.date),
    });
    view.work.held_day
}

/// How many of those judged moved the project on: of all, of late, of each opportunity.
fn rates_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let rates = advance_rates(ctx.account, ctx.activity, ctx.today);
    let count = |rate: AdvanceRate| (rate.moved.to_string(), rate.judged.to_string());
    ui.horizontal_wrapped(|ui| {
        if rates.all.judged == 0 {
            ui.label(quiet(ctx, ctx.words.say(Message::WorkRateNone)));
        } else {
            let (moved, judged) = count(rates.all);
            let all = ctx.words.text(&Message::WorkRate { moved, judged });
            ui.label(RichText::new(all).size(TextSize::BODY).color(ctx.palette.ink()));
        }
        if rates.recent.judged > 0 {
            let (moved, judged) = count(rates.recent);
            let days = ctx.activity.recent_days.to_string();
            ui.label(quiet(ctx, ctx.words.text(&Message::WorkRateRecent { days, moved, judged })));
        }
        let word = ctx.words.label("field", "outcome");
        why_ui(ctx, ui, word, ctx.activity.why(WorkTopic::Outcome));
    });
    ui.horizontal_wrapped(|ui| {
        for (id, rate) in rates.opportunities {
            let (moved, judged) = count(rate);
            let name = ctx.account.get::<Opportunity>(id).map_or_else(String::new, |one| one.name.clone());
            let text = ctx.words.text(&Message::WorkRateOf { name, moved, judged });
            let link = RichText::new(text).size(TextSize::SECOND).color(ctx.palette.accent());
            if ui.link(link).clicked() {
                super::show_opportunity(view, id);
            }
        }
    });
}

/// One line, which opens and closes the form.
fn line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (activity, is_open): (&Activity, bool)) {
    let when = activity.date.map_or_else(|| ctx.words.text(&Message::WorkNoDate), date);
    let is_unjudged = activity.outcome.is_none() && activity.date.is_some_and(|day| day < ctx.today);
    let text = format!("{when}   {}", about(ctx, activity));
    let color = if is_unjudged { ctx.palette.warning() } else { ctx.palette.ink() };
    let shown = RichText::new(&text).size(TextSize::BODY).color(color);
    let button = Button::selectable(is_open, shown).truncate().min_size(vec2(ui.available_width(), LINE));
    let line = ui.add(button);
    name_widget(&line, &text);
    if line.clicked() {
        view.work.activity = (!is_open).then_some(activity.id);
    }
}

/// Its form, with whom, and what came of it or is to come of it.
pub(super) fn about(ctx: &ViewContext<'_>, activity: &Activity) -> String {
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
