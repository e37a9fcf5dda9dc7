//! The planning cycle: when it begins, how many weeks it takes, which steps are done.

use std::collections::BTreeSet;

use egui::{Id, Ui};

use crate::edit::{Edit, PlanChange};
use crate::insight::{CycleSpan, NoCycle, cycle};
use crate::method::Said;
use crate::model::{Coded, PlanningStep};
use crate::plot::{Target, cycle_plot};
use crate::theme::{TextSize, Weight};
use crate::ui::fields::{Form, field_id, make_room};
use crate::ui::plan::cells::{SHORT, cells_ui, labeled};
use crate::ui::plan::list::section_ui;
use crate::ui::plan::why::why_ui;
use crate::ui::plot::plot_ui;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the settings, the bars and the steps to be ticked.
pub(super) fn cycle_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let (done, all) = (ctx.account.plan.cycle_done.len(), PlanningStep::ALL.len());
    let note = Message::PlanningFilled { filled: done.to_string(), all: all.to_string() };
    section_ui(ctx, ui, "plan-cycle", (Message::PlanningCycle, ctx.words.text(&note)), |ui| {
        settings_ui(&mut Form::new(ctx, ui, actions), view);
        let (least, most) = ctx.planning.weeks;
        let (least, most) = (least.to_string(), most.to_string());
        match cycle(ctx.account, ctx.planning) {
            Ok(span) => span_ui(ctx, ui, actions, &span),
            Err(NoCycle::NoStart) => {
                let empty = ctx.words.text(&Message::PlanningCycleEmpty { least, most });
                Form::new(ctx, ui, actions).note(empty);
            }
            Err(NoCycle::Weeks(weeks)) => {
                let outside = Message::PlanningCycleOutside { least, most, weeks: weeks.to_string() };
                Form::new(ctx, ui, actions).complaint(&outside);
            }
            Err(NoCycle::EndOfTime) => Form::new(ctx, ui, actions).complaint(&Message::PlanningCycleEnd),
        }
        let lines: Vec<Said> = ctx.planning.phases.iter().flat_map(|phase| phase.lines.iter().cloned()).collect();
        why_ui(ctx, ui, &ctx.words.say(Message::PlanningCycle), &lines);
    });
}

/// What a box to be ticked takes beside its word.
const TICK: f32 = 32.0;

/// The first day and the weeks.
fn settings_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let plan = &ctx.account.plan;
    let id = |field| field_id("plan", ctx.account.id, field);
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = form.word("cycle_start");
                let edit = |day| Edit::Plan(PlanChange::CycleStart(day));
                form.date(id("cycle_start"), &word, plan.cycle_start, edit);
            },
            &|form, _| {
                let word = labeled(form, "cycle_weeks");
                let present = plan.cycle_weeks.unwrap_or(ctx.planning.usual_weeks);
                let (least, most) = ctx.planning.weeks;
                let mut weeks: Vec<u8> = (least..=most).collect();
                // What a file says stays to be seen, even where it cannot be.
                if !weeks.contains(&present) {
                    weeks.push(present);
                }
                let options: Vec<(u8, String)> = weeks.into_iter().map(|week| (week, week.to_string())).collect();
                let edit = |weeks: &u8| Edit::Plan(PlanChange::CycleWeeks(Some(*weeks)));
                form.pick(id("cycle_weeks"), &word, &present, &options, edit);
            },
        ],
    );
}

/// The bars, of which a click turns a step done or not, and the same as boxes to be ticked.
fn span_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, span: &CycleSpan) {
    let plot = cycle_plot(span, ctx.planning, ctx.words, ctx.today);
    let width = ui.available_width().min(plot.width);
    let clicked = plot_ui(ctx, ui, &plot, Id::unique("plan-cycle-plot"), width);
    if let Some(Target::Value(PlanningStep::KIND, code)) = clicked
        && let Some(step) = PlanningStep::from_code(code)
        && !ctx.is_read_only
    {
        actions.push(Action::EndStep);
        actions.push(Action::Edit(turned(ctx, step)));
    }
    crate::ui::plan::lacks::quiet_ui(ctx, ui, &ctx.words.say(Message::PlanningDone));
    ui.horizontal_wrapped(|ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        for step in &span.steps {
            let word = ctx.words.value(step.step);
            let edit = |_| turned(ctx, step.step);
            make_room(ui, ctx.measure.width(word, TextSize::BODY, Weight::Regular) + TICK);
            ui.push_id(step.step.code(), |ui| Form::new(ctx, ui, actions).tick(word, step.is_done, edit));
        }
    });
}

/// The edit that turns a step done, or takes that back.
fn turned(ctx: &ViewContext<'_>, step: PlanningStep) -> Edit {
    let done = &ctx.account.plan.cycle_done;
    let others = done.iter().copied().filter(|other| *other != step);
    let done: BTreeSet<PlanningStep> = others.chain((!done.contains(&step)).then_some(step)).collect();
    Edit::Plan(PlanChange::CycleDone(done))
}
