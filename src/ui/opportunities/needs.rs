//! What the client needs, and what of ours answers it.

use egui::Ui;

use super::rows::{after_tool, choice_ui, fold_ui, push_step, set, stepwise, why_ui, with};
use crate::edit::{Edit, OpportunityChange};
use crate::method::BuyingTopic;
use crate::model::{BenefitRow, Need, NeedId, NeedKind, Opportunity};
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, SHORT, cells_ui, labeled};
use crate::ui::plan::list::{add_button, named, row_ui, take_keys};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the needs, and the benefits tied to them.
pub(super) fn needs_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    let rows = &opportunity.buying.needs;
    let explicit = rows.iter().filter(|need| need.kind == Some(NeedKind::Explicit)).count().to_string();
    let note = match rows.len() {
        0 => ctx.words.text(&Message::PlanNone),
        count => ctx.words.text(&Message::BuyingCountNeeds { count: count.to_string(), explicit }),
    };
    fold_ui(ctx, ui, "buying-needs", (Message::BuyingNeeds, note), |ui| {
        if rows.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::BuyingEmptyNeeds));
        }
        need_rows_ui(&mut Form::new(ctx, ui, actions), view, opportunity);
        ui.horizontal(|ui| {
            if add_button(ctx, ui, Message::BuyingAddNeed) {
                let row = Need::new(view.ids.fresh());
                view.wants_field = Some(field_id("need", row.id, "statement"));
                push_step(actions, put(opportunity, rows.iter().cloned().chain([row]).collect()));
            }
            why_ui(ctx, ui, BuyingTopic::Needs, &ctx.words.say(Message::BuyingNeeds));
        });
    });
    benefits_ui(&mut Form::new(ctx, ui, actions), view, opportunity);
}

fn put(opportunity: &Opportunity, rows: Vec<Need>) -> Edit {
    set(opportunity, OpportunityChange::Needs(rows))
}

fn put_benefits(opportunity: &Opportunity, rows: Vec<BenefitRow>) -> Edit {
    set(opportunity, OpportunityChange::Benefits(rows))
}

fn need_rows_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    let ctx = form.ctx;
    let rows = &opportunity.buying.needs;
    let mut asked = None;
    for (at, row) in rows.iter().enumerate() {
        let name = need_name(ctx, row, at);
        let actions = &mut *form.actions;
        let draw = |ui: &mut Ui| {
            row_ui(ctx, ui, &name, Some((at, rows.len())), |ui| {
                need_ui(&mut Form::new(ctx, ui, actions), view, opportunity, at);
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

/// A need by its words, else by its place.
fn need_name(ctx: &ViewContext<'_>, need: &Need, at: usize) -> String {
    match need.statement.trim() {
        "" => ctx.words.text(&Message::BuyingNeedUnnamed { place: (at + 1).to_string() }),
        text => named(ctx, text, "need"),
    }
}

fn need_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity, at: usize) {
    let rows = &opportunity.buying.needs;
    let Some(row) = rows.get(at) else { return };
    let ctx = form.ctx;
    let id = |field| field_id("need", row.id, field);
    let called = need_name(ctx, row, at);
    let edit = |change: &dyn Fn(&mut Need)| put(opportunity, with(rows, at, change));
    let (word, hint) = (form.word("statement"), ctx.words.say(Message::BuyingHintNeed));
    let change = |text: String| edit(&|row| row.statement.clone_from(&text));
    let field = form.text(id("statement"), &word, &row.statement, &hint, change);
    take_keys(view, id("statement"), &field);
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                choice_ui(form, id("kind"), (&called, "need_kind"), row.kind, |kind| edit(&|row| row.kind = kind));
            },
            &|form, _| {
                choice_ui(form, id("level"), (&called, "need_level"), row.level, |level| {
                    edit(&|row| row.level = level)
                });
            },
            &|form, view| {
                let word = form.word("holder");
                let holder: Vec<_> = row.holder.into_iter().collect();
                // A need has one holder: whoever is named last.
                stepwise(form, |form| {
                    form.people(view, id("holder"), &word, &holder, |people| {
                        edit(&|row| row.holder = people.last().copied())
                    });
                });
            },
        ],
    );
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let (word, hint) = (form.word("implication"), form.ctx.words.say(Message::BuyingHintImplication));
                let change = |text: String| edit(&|row| row.implication.clone_from(&text));
                form.area(id("implication"), &word, &row.implication, &hint, change);
            },
            &|form, _| {
                let (word, hint) = (form.word("payoff"), form.ctx.words.say(Message::BuyingHintPayoff));
                form.area(id("payoff"), &word, &row.payoff, &hint, |text| edit(&|row| row.payoff.clone_from(&text)));
            },
        ],
    );
    form.ui.separator();
}

/// Whether a row answers a need that the client has stated.
fn is_answer(opportunity: &Opportunity, row: &BenefitRow) -> bool {
    let needs = &opportunity.buying.needs;
    row.need.is_some_and(|id| needs.iter().any(|need| need.id == id && need.kind == Some(NeedKind::Explicit)))
}

fn benefits_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    let ctx = form.ctx;
    let rows = &opportunity.buying.benefits;
    let answered = rows.iter().filter(|row| is_answer(opportunity, row)).count().to_string();
    let note = match rows.len() {
        0 => ctx.words.text(&Message::PlanNone),
        count => ctx.words.text(&Message::BuyingCountBenefits { count: count.to_string(), answered }),
    };
    let actions = &mut *form.actions;
    fold_ui(ctx, form.ui, "buying-benefits", (Message::BuyingBenefits, note), |ui| {
        if rows.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::BuyingEmptyBenefits));
        }
        benefit_rows_ui(&mut Form::new(ctx, ui, actions), view, opportunity);
        ui.horizontal(|ui| {
            if add_button(ctx, ui, Message::BuyingAddBenefit) {
                let row = BenefitRow::new(view.ids.fresh());
                view.wants_field = Some(field_id("benefit", row.id, "feature"));
                push_step(actions, put_benefits(opportunity, rows.iter().cloned().chain([row]).collect()));
            }
            why_ui(ctx, ui, BuyingTopic::Benefits, &ctx.words.say(Message::BuyingBenefits));
        });
    });
}

fn benefit_rows_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    let ctx = form.ctx;
    let rows = &opportunity.buying.benefits;
    let mut asked = None;
    for (at, row) in rows.iter().enumerate() {
        let name = named(ctx, &row.feature, "benefit");
        let actions = &mut *form.actions;
        let draw = |ui: &mut Ui| {
            row_ui(ctx, ui, &name, Some((at, rows.len())), |ui| {
                benefit_ui(&mut Form::new(ctx, ui, actions), view, opportunity, at);
            })
        };
        if let Some(tool) = form.ui.push_id(row.id.to_string(), draw).inner {
            asked = Some((at, tool));
        }
    }
    if let Some(rows) = after_tool(rows, asked) {
        push_step(form.actions, put_benefits(opportunity, rows));
    }
}

fn benefit_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity, at: usize) {
    let rows = &opportunity.buying.benefits;
    let Some(row) = rows.get(at) else { return };
    let id = |field| field_id("benefit", row.id, field);
    let edit = |change: &dyn Fn(&mut BenefitRow)| put_benefits(opportunity, with(rows, at, change));
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, view| {
                let (word, hint) = (form.word("feature"), form.ctx.words.say(Message::BuyingHintFeature));
                let change = |text: String| edit(&|row| row.feature.clone_from(&text));
                let field = form.text(id("feature"), &word, &row.feature, &hint, change);
                take_keys(view, id("feature"), &field);
            },
            &|form, _| {
                let (word, hint) = (form.word("advantage"), form.ctx.words.say(Message::BuyingHintAdvantage));
                let change = |text: String| edit(&|row| row.advantage.clone_from(&text));
                form.text(id("advantage"), &word, &row.advantage, &hint, change);
            },
            &|form, _| {
                let (word, hint) = (form.word("benefit"), form.ctx.words.say(Message::BuyingHintBenefit));
                form.text(id("benefit"), &word, &row.benefit, &hint, |text| edit(&|row| row.benefit.clone_from(&text)));
            },
            &|form, _| {
                stepwise(form, |form| {
                    let name = format!("{} · {}", named(form.ctx, &row.feature, "benefit"), labeled(form, "need"));
                    let options = answerable(form.ctx, opportunity, row.need);
                    form.pick(id("need"), &name, &row.need, &options, |need| edit(&|row| row.need = *need));
                });
                if !is_answer(opportunity, row) && !row.benefit.is_empty() {
                    form.note(form.ctx.words.say(Message::BuyingNotExplicit));
                }
            },
        ],
    );
    form.ui.separator();
}

/// The needs a benefit can answer: the explicit ones, and the one it already names.
fn answerable(
    ctx: &ViewContext<'_>,
    opportunity: &Opportunity,
    named: Option<NeedId>,
) -> Vec<(Option<NeedId>, String)> {
    let needs = opportunity.buying.needs.iter().enumerate();
    let fits = needs.filter(|(_, need)| need.kind == Some(NeedKind::Explicit) || Some(need.id) == named);
    std::iter::once((None, ctx.words.text(&Message::NotSaid)))
        .chain(fits.map(|(at, need)| (Some(need.id), need_name(ctx, need, at))))
        .collect()
}
