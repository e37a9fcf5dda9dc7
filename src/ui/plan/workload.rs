//! The workload of visits: customers that are visited alike, now and as planned. Source: methods R1.

use egui::{RichText, Ui};

use super::cells::{FIELD, SHORT, cells_ui};
use super::list::{named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use super::objectives::plan_id;
use super::pictures::{picture_ui, width};
use super::why::add_why_ui;
use crate::edit::{Edit, PlanChange, RecordEdit, WorkloadChange};
use crate::model::WorkloadSegment;
use crate::plot::workload_plot;
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// The least width of a number.
const NUMBER: f32 = 84.0;
/// Hours of a month of 31 days, and the minutes of a day: more cannot be.
const MOST_HOURS: u16 = 744;
const MOST_MINUTES: u16 = 1_440;
/// The most months in which visits are planned.
const MOST_MONTHS: u8 = 24;

/// Draws the workload with what follows from it.
pub(super) fn workload_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let segments = ctx.account.ranked::<WorkloadSegment>();
    let none = || ctx.words.text(&Message::PlanNone);
    let note = if segments.is_empty() { none() } else { segments.len().to_string() };
    section_ui(ctx, ui, "plan-workload", (Message::WorkloadTitle, note), |ui| {
        if segments.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::WorkloadEmpty));
        }
        let name = |segment: &WorkloadSegment| named(ctx, &segment.name, "workload_segment");
        let asked = rows_ui(ctx, ui, &segments, name, |ui, segment| segment_ui(ctx, view, ui, actions, segment));
        push_tool(actions, &segments, asked, Edit::Workload);
        let is_wanted = add_why_ui(ctx, ui, Message::WorkloadAdd, Message::WorkloadTitle, &ctx.growth.workload);
        if is_wanted {
            let rank = next_rank::<WorkloadSegment>(ctx.account);
            let segment = WorkloadSegment { rank, ..WorkloadSegment::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("workload", segment.id, "name"));
            actions.push(Action::Edit(Edit::Workload(RecordEdit::Add(Box::new(segment)))));
        }
        if !segments.is_empty() {
            sums_ui(ctx, view, ui, actions);
        }
    });
}

fn segment_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    segment: &WorkloadSegment,
) {
    let set = |change| Edit::Workload(RecordEdit::Set(segment.id, change));
    let id = |field| field_id("workload", segment.id, field);
    let mut form = Form::new(ctx, ui, actions);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, view| {
                let (word, hint) = (form.word("name"), ctx.words.say(Message::WorkloadHintName));
                let name = form.text(id("name"), &word, &segment.name, &hint, |text| set(WorkloadChange::Name(text)));
                take_keys(view, id("name"), &name);
            },
            &|form, _| {
                let word = form.word("count");
                form.number(id("count"), &word, segment.count, u16::MAX, |count| set(WorkloadChange::Count(count)));
            },
            &|form, view| side_ui(form, view, segment, false),
            &|form, view| side_ui(form, view, segment, true),
        ],
    );
    if let Some(row) = ctx.insights.growth.workload.rows.iter().find(|row| row.segment == segment.id) {
        form.label(ctx.words.workload_row(row));
    }
    form.ui.separator();
}

/// Visits, the months they take, the minutes of one: now, or as planned.
fn side_ui(form: &mut Form<'_>, view: &mut ViewState, segment: &WorkloadSegment, is_planned: bool) {
    let set = |change| Edit::Workload(RecordEdit::Set(segment.id, change));
    let id = |field| field_id("workload", segment.id, field);
    type Whole = fn(Option<u16>) -> WorkloadChange;
    type Months = fn(Option<u8>) -> WorkloadChange;
    let (visits, months, minutes): ((_, _, Whole), (_, _, Months), (_, _, Whole)) = match is_planned {
        false => (
            ("visits", segment.visits, WorkloadChange::Visits),
            ("months", segment.months, WorkloadChange::Months),
            ("minutes", segment.minutes, WorkloadChange::Minutes),
        ),
        true => (
            ("visits_planned", segment.visits_planned, WorkloadChange::VisitsPlanned),
            ("months_planned", segment.months_planned, WorkloadChange::MonthsPlanned),
            ("minutes_planned", segment.minutes_planned, WorkloadChange::MinutesPlanned),
        ),
    };
    cells_ui(
        form,
        view,
        NUMBER,
        &[
            &|form, _| {
                let word = form.word(visits.0);
                form.number(id(visits.0), &word, visits.1, u16::MAX, |value| set(visits.2(value)));
            },
            &|form, _| {
                let word = form.word(months.0);
                form.small_number(id(months.0), &word, months.1, MOST_MONTHS, |value| set(months.2(value)));
            },
            &|form, _| {
                let word = form.word(minutes.0);
                form.number(id(minutes.0), &word, minutes.1, MOST_MINUTES, |value| set(minutes.2(value)));
            },
        ],
    );
}

/// Hours and people, the bars, and what a member can spend on visits.
fn sums_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let workload = &ctx.insights.growth.workload;
    ui.add_space(8.0);
    ui.label(bold_text(ctx.words.workload_said(workload), TextSize::BODY, ctx));
    let (now, planned) = (workload.now.lacking, workload.planned.lacking);
    if now + planned > 0 {
        let message = Message::WorkloadLacking { now: now.to_string(), planned: planned.to_string() };
        ui.label(RichText::new(ctx.words.text(&message)).size(TextSize::SECOND).color(ctx.palette.ink_faint()));
    }
    let (plan, guide) = (&ctx.account.plan, ctx.growth);
    cells_ui(
        &mut Form::new(ctx, ui, actions),
        view,
        SHORT,
        &[
            &|form, _| {
                let word = form.word("month_hours");
                let value = Some(plan.month_hours.unwrap_or(guide.month_hours));
                let edit = |hours| Edit::Plan(PlanChange::MonthHours(hours));
                form.number(plan_id(ctx, "month_hours"), &word, value, MOST_HOURS, edit);
            },
            &|form, _| {
                let word = form.word("visit_share");
                let value = Some(plan.visit_share.unwrap_or(guide.visit_share));
                let edit = |share| Edit::Plan(PlanChange::VisitShare(share));
                form.percent(plan_id(ctx, "visit_share"), &word, value, edit);
            },
        ],
    );
    if let Some(plot) = workload_plot(ctx.words, ctx.account, workload, width(ui)) {
        picture_ui(ctx, view, ui, "workload", &plot);
    }
}
