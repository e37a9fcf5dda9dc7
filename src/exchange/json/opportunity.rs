//! An opportunity as JSON, with its background, the answers to its questions and how the client buys.

use serde_json::{Value, json};

use super::{amount, code, codes, fields, joined, text, texts};
use crate::model::{Answer, BenefitRow, Buying, Coded, DecisionCriterion, Need, Opportunity, ProcessStep};

pub(super) fn opportunity(deal: &Opportunity) -> Value {
    let own = json!({
        "id": deal.id.to_string(), "name": deal.name, "amount": amount(deal.amount),
        "stage": code(deal.stage), "rate": deal.rate, "status": deal.status.code(),
        "close": text(deal.close), "owner": text(deal.owner),
        "committee": texts(&deal.committee), "next_step": deal.next_step,
        "next_step_due": text(deal.next_step_due), "novelty": code(deal.novelty),
        "strategy": code(deal.strategy), "rationale": deal.rationale, "competitors": texts(&deal.competitors),
        "criteria_effect": deal.criteria_effect, "closing_reason": deal.closing_reason,
        "background": background(deal), "question_set": deal.question_set,
        "assessment": deal.assessment.iter().map(answer).collect::<Vec<_>>(),
    });
    let Value::Object(own) = own else { return own };
    joined(own, buying(&deal.buying))
}

fn background(deal: &Opportunity) -> Value {
    let known = &deal.background;
    let mut own = fields!(known, [environment, core_business, finances, need, project, decision_process]);
    own.extend(fields!(known, [objective, benefit, exposure, driver, market_pressure, operating_pressure]));
    own.extend(fields!(known, [rival_pressure, unique_value, solution, delivery]));
    joined(own, json!({ "emphasis": code(known.emphasis), "driver_date": text(known.driver_date) }))
}

fn answer(answer: &Answer) -> Value {
    json!({
        "question": answer.question, "rival": text(answer.rival), "mark": code(answer.mark), "note": answer.note,
    })
}

fn buying(buying: &Buying) -> Value {
    json!({
        "cycle": code(buying.cycle), "sale": code(buying.sale),
        "process": buying.process.iter().map(step).collect::<Vec<_>>(),
        "criteria": buying.criteria.iter().map(criterion).collect::<Vec<_>>(),
        "needs": buying.needs.iter().map(need).collect::<Vec<_>>(),
        "benefits": buying.benefits.iter().map(benefit).collect::<Vec<_>>(),
        "checklist": codes(&buying.checklist),
    })
}

fn step(step: &ProcessStep) -> Value {
    let own = fields!(step, [step, department, method, done]);
    joined(own, json!({ "id": step.id.to_string(), "who": texts(&step.who), "date": text(step.date) }))
}

fn criterion(row: &DecisionCriterion) -> Value {
    let fits = row.rival_fits.iter();
    let fits = fits.map(|(rival, fit)| json!({ "competitor": rival.to_string(), "fit": fit.code() }));
    let own = fields!(row, [name, formal, mandatory, note]);
    joined(
        own,
        json!({
            "id": row.id.to_string(), "class": code(row.class), "set_by": code(row.set_by),
            "holders": texts(&row.holders), "our_fit": code(row.our_fit),
            "rival_fits": fits.collect::<Vec<_>>(), "our_move": code(row.our_move),
        }),
    )
}

fn need(need: &Need) -> Value {
    json!({
        "id": need.id.to_string(), "statement": need.statement, "kind": code(need.kind), "level": code(need.level),
        "holder": text(need.holder), "implication": need.implication, "payoff": need.payoff,
    })
}

fn benefit(row: &BenefitRow) -> Value {
    json!({
        "id": row.id.to_string(), "need": text(row.need), "feature": row.feature, "advantage": row.advantage,
        "benefit": row.benefit,
    })
}
