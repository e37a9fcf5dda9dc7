//! How the client comes to its decision: the buying cycle, the steps with their dates, the stages of development.

use std::collections::BTreeSet;

use egui::{RichText, Ui};

use super::rows::{after_tool, fold_ui, push_step, sentence_ui, set, stepwise, why_ui, with};
use crate::edit::{Edit, OpportunityChange};
use crate::method::BuyingTopic;
use crate::model::{Coded, DevelopmentStage, Opportunity, ProcessStep};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, cells_ui, low_tick};
use crate::ui::plan::list::{add_button, named, row_ui, take_keys};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// Draws the buying cycle, the steps and the stages.
pub(super) fn process_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    cycle_ui(&mut Form::new(ctx, ui, actions), opportunity);
    let rows = &opportunity.buying.process;
    fold_ui(ctx, ui, "buying-process", (Message::BuyingProcess, steps_note(ctx, rows)), |ui| {
        if rows.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::BuyingEmptyProcess));
        }
        steps_ui(&mut Form::new(ctx, ui, actions), view, opportunity);
        ui.horizontal(|ui| {
            if add_button(ctx, ui, Message::BuyingAddStep) {
                let row = ProcessStep::new(view.ids.fresh());
                view.wants_field = Some(field_id("step", row.id, "step"));
                push_step(actions, put(opportunity, rows.iter().cloned().chain([row]).collect()));
            }
            why_ui(ctx, ui, BuyingTopic::Process, &ctx.words.say(Message::BuyingProcess));
        });
    });
    stages_ui(&mut Form::new(ctx, ui, actions), opportunity);
}

fn put(opportunity: &Opportunity, rows: Vec<ProcessStep>) -> Edit {
    set(opportunity, OpportunityChange::Process(rows))
}

/// How many steps there are, how many lie ahead, and the date of the next.
fn steps_note(ctx: &ViewContext<'_>, rows: &[ProcessStep]) -> String {
    if rows.is_empty() {
        return ctx.words.text(&Message::PlanNone);
    }
    let ahead = || rows.iter().filter(|row| !row.done);
    let (count, left) = (rows.len().to_string(), ahead().count().to_string());
    ctx.words.text(&match ahead().filter_map(|row| row.date).min() {
        Some(next) => Message::BuyingStepsNext { count, left, next: date(next) },
        None => Message::BuyingStepsLeft { count, left },
    })
}

fn steps_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    let ctx = form.ctx;
    let rows = &opportunity.buying.process;
    let mut asked = None;
    for (at, row) in rows.iter().enumerate() {
        let name = named(ctx, &row.step, "step");
        let actions = &mut *form.actions;
        let draw = |ui: &mut Ui| {
            row_ui(ctx, ui, &name, Some((at, rows.len())), |ui| {
                step_ui(&mut Form::new(ctx, ui, actions), view, opportunity, at);
            })
        };
        if let Some(tool) = form.ui.push_id(row.id.to_string(), draw).inner {
            asked = Some((at, tool));
        }
    }
    if let Some(rows) = after_tool(rows, asked) {
        push_step(form.actions, put(opportunity, rows));
    }
}

fn step_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity, at: usize) {
    let rows = &opportunity.buying.process;
    let Some(row) = rows.get(at) else { return };
    let id = |field| field_id("step", row.id, field);
    let edit = |change: &dyn Fn(&mut ProcessStep)| put(opportunity, with(rows, at, change));
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, view| {
                let (word, hint) = (form.word("step"), form.ctx.words.say(Message::BuyingHintStep));
                let field =
                    form.text(id("step"), &word, &row.step, &hint, |text| edit(&|row| row.step.clone_from(&text)));
                take_keys(view, id("step"), &field);
            },
            &|form, _| day_ui(form, opportunity, at),
            &|form, _| {
                let word = form.word("department");
                let change = |text: String| edit(&|row| row.department.clone_from(&text));
                form.text(id("department"), &word, &row.department, "", change);
            },
            &|form, _| {
                let (word, hint) = (form.word("method"), form.ctx.words.say(Message::BuyingHintMethod));
                form.text(id("method"), &word, &row.method, &hint, |text| edit(&|row| row.method.clone_from(&text)));
            },
        ],
    );
    let word = form.word("who");
    stepwise(form, |form| {
        form.people(view, id("who"), &word, &row.who, |people| edit(&|row| row.who.clone_from(&people)));
    });
    form.ui.separator();
}

/// The date of a step beside its tick, with what is odd about the date.
fn day_ui(form: &mut Form<'_>, opportunity: &Opportunity, at: usize) {
    let (ctx, rows) = (form.ctx, &opportunity.buying.process);
    let Some(row) = rows.get(at) else { return };
    let actions = &mut *form.actions;
    form.ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            let word = Form::new(ctx, ui, actions).word("date");
            let edit = |day| put(opportunity, with(rows, at, |row| row.date = day));
            Form::new(ctx, ui, actions).date(field_id("step", row.id, "date"), &word, row.date, edit);
        });
        ui.vertical(|ui| {
            let edit = |done| put(opportunity, with(rows, at, |row| row.done = done));
            stepwise(&mut Form::new(ctx, ui, actions), |form| low_tick(form, "done", row.done, edit));
        });
    });
    let Some(day) = row.date else { return };
    if !row.done && day < ctx.today {
        form.complaint(&Message::BuyingStepLate);
    }
    if rows[..at].iter().filter_map(|earlier| earlier.date).next_back().is_some_and(|earlier| day < earlier) {
        form.complaint(&Message::BuyingStepOrder);
    }
}

/// Where the client stands in its buying, how to act there, and whether the funnel says the same.
fn cycle_ui(form: &mut Form<'_>, opportunity: &Opportunity) {
    let (ctx, buying) = (form.ctx, &opportunity.buying);
    let note = buying
        .cycle
        .map_or_else(|| ctx.words.say(Message::NotSaid).into_owned(), |phase| ctx.words.value(phase).to_owned());
    let actions = &mut *form.actions;
    fold_ui(ctx, form.ui, "buying-cycle", (Message::BuyingCycle, note), |ui| {
        let mut form = Form::new(ctx, ui, actions);
        let id = |field| field_id("opportunity", opportunity.id, field);
        let word = form.word("cycle");
        stepwise(&mut form, |form| {
            form.segments(id("cycle"), &word, buying.cycle, |phase| set(opportunity, OpportunityChange::Cycle(phase)));
        });
        let word = form.word("sale");
        stepwise(&mut form, |form| {
            form.segments(id("sale"), &word, buying.sale, |sale| set(opportunity, OpportunityChange::Sale(sale)));
        });
        if let Some(phase) = buying.cycle
            && let Some(note) = ctx.buying.phase(phase)
        {
            let language = ctx.words.language();
            if let Some(stage) = opportunity.stage.filter(|stage| !note.goes_with(*stage)) {
                let (stage, phase) = (ctx.words.value(stage).to_owned(), ctx.words.value(phase).to_owned());
                let text = ctx.words.text(&Message::BuyingOutOfStep { stage, phase });
                form.ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.warning()));
            }
            let [good, ordinary] = [&note.good, &note.ordinary].map(|said| said.text(language).to_owned());
            sentence_ui(ctx, form.ui, ctx.words.text(&Message::BuyingGood { text: good }));
            sentence_ui(ctx, form.ui, ctx.words.text(&Message::BuyingOrdinary { text: ordinary }));
        }
        why_ui(ctx, form.ui, BuyingTopic::Cycle, &ctx.words.say(Message::BuyingCycle));
    });
}

/// The eight stages of developing a client, each a box to be ticked.
fn stages_ui(form: &mut Form<'_>, opportunity: &Opportunity) {
    let (ctx, ticked) = (form.ctx, &opportunity.buying.checklist);
    let (done, count) = (ticked.len().to_string(), DevelopmentStage::ALL.len().to_string());
    let note = ctx.words.text(&Message::BuyingStagesDone { done, count });
    let actions = &mut *form.actions;
    fold_ui(ctx, form.ui, "buying-stages", (Message::BuyingChecklist, note), |ui| {
        for (at, stage) in DevelopmentStage::ALL.iter().enumerate() {
            let with = |is_ticked: bool| {
                let mut ticked: BTreeSet<DevelopmentStage> = ticked.clone();
                if is_ticked {
                    ticked.insert(*stage);
                } else {
                    ticked.remove(stage);
                }
                set(opportunity, OpportunityChange::Checklist(ticked))
            };
            let name = format!("{}. {}", at + 1, ctx.words.value(*stage));
            let line = ui.scope(|ui| {
                stepwise(&mut Form::new(ctx, ui, actions), |form| form.tick(&name, ticked.contains(stage), with));
            });
            if let Some(proof) = ctx.buying.proof(*stage) {
                line.response.on_hover_text(proof.text(ctx.words.language()));
            }
        }
        why_ui(ctx, ui, BuyingTopic::Checklist, &ctx.words.say(Message::BuyingChecklist));
    });
}
