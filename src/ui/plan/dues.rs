//! The review cadence: what comes back, how often, when it was last done and when it is due next.

use egui::{Button, Grid, RichText, Ui, vec2};

use super::lacks::{go_to, link_ui};
use super::why::why_ui;
use crate::insight::{Due, PlanTarget};
use crate::method::Recurring;
use crate::model::{PlanSection, ReviewKind};
use crate::theme::TextSize;
use crate::ui::then_now::hold;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// Draws the table, overdue first.
pub(super) fn dues_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let soft = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    Grid::new("plan-dues").num_columns(5).spacing(vec2(16.0, 4.0)).show(ui, |ui| {
        why_ui(ctx, ui, &ctx.words.say(Message::PlanningCadence), &ctx.planning.off_cycle);
        for head in [Message::PlanningRhythm, Message::PlanningLast, Message::PlanningNext] {
            ui.label(soft(ctx.words.text(&head)));
        }
        ui.end_row();
        for due in &ctx.insights.plan.dues {
            name_ui(ctx, view, ui, due);
            ui.label(soft(ctx.words.period(due.every)));
            let last = due.last.map_or_else(|| ctx.words.text(&Message::PlanningNever), date);
            ui.label(soft(last));
            next_ui(ctx, ui, due);
            hold_ui(ctx, view, ui, actions, due.object);
            ui.end_row();
        }
    });
    ui.add_space(4.0);
}

/// What it is, a link where it is done elsewhere, and where its rhythm comes from.
fn name_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, due: &Due) {
    let Some(rhythm) = ctx.planning.rhythm(due.object) else { return };
    let name = rhythm.name.text(ctx.words.language());
    ui.horizontal(|ui| {
        match target_of(due.object) {
            Some(target) => {
                if link_ui(ui, name.to_owned()) {
                    go_to(view, target);
                }
            }
            None => {
                ui.label(RichText::new(name).size(TextSize::SECOND));
            }
        }
        why_ui(ctx, ui, name, std::slice::from_ref(&rhythm.source));
    });
}

fn next_ui(ctx: &ViewContext<'_>, ui: &mut Ui, due: &Due) {
    let text = match due.next {
        // What was never held waits to be held.
        None if kind_of(due.object).is_some() => ctx.words.text(&Message::PlanningDueNow),
        None => String::new(),
        Some(next) => {
            let date = date(next);
            match (due.is_overdue, due.is_by_hand) {
                (false, false) => date,
                (false, true) => ctx.words.text(&Message::PlanningByHand { date }),
                (true, false) => ctx.words.text(&Message::PlanningLate { date }),
                (true, true) => ctx.words.text(&Message::PlanningLateByHand { date }),
            }
        }
    };
    let color = if due.is_overdue { ctx.palette.warning() } else { ctx.palette.ink() };
    ui.label(RichText::new(text).size(TextSize::SECOND).color(color));
}

/// Reviews are held from here.
fn hold_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, object: Recurring) {
    let Some(kind) = kind_of(object) else {
        ui.label("");
        return;
    };
    let text = Message::PlanningHoldOf { kind: ctx.words.value(kind).to_owned() };
    let text = RichText::new(ctx.words.text(&text)).size(TextSize::SECOND);
    // A snapshot is of the account as it is, and never of a trial.
    let is_free = !ctx.is_read_only && ctx.what_if.is_none();
    if ui.add_enabled(is_free, Button::new(text).small()).clicked() {
        view.show_plan(super::PlanPage::Reviews);
        hold(ctx, view, actions, kind);
    }
}

/// Where something that is no review is done.
fn target_of(object: Recurring) -> Option<PlanTarget> {
    match object {
        Recurring::Progress => Some(PlanTarget::ThenNow),
        Recurring::Swot => Some(PlanTarget::Section(PlanSection::Risks)),
        Recurring::Timetable | Recurring::CallPlan => Some(PlanTarget::Work),
        Recurring::Plan | Recurring::Business | Recurring::Personal | Recurring::Annual => None,
    }
}

/// Which kind of review it is.
fn kind_of(object: Recurring) -> Option<ReviewKind> {
    match object {
        Recurring::Plan => Some(ReviewKind::Plan),
        Recurring::Business => Some(ReviewKind::Business),
        Recurring::Personal => Some(ReviewKind::Personal),
        Recurring::Annual => Some(ReviewKind::Annual),
        Recurring::Progress | Recurring::Swot | Recurring::Timetable | Recurring::CallPlan => None,
    }
}
