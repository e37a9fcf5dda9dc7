//! The head of an account and the lists of its plan as JSON.

use serde_json::{Map, Value, json};

use super::{amount, code, fields, joined, text, texts};
use crate::model::{
    Account, Action, Activity, Coded, Competitor, Goal, Mute, Review, Risk, Snapshot, StrategicChoice, SwotEntry,
    ValueEntry,
};

pub(super) fn head(account: &Account) -> Map<String, Value> {
    let profile = &account.profile;
    let head = json!({
        "format": "account-atlas", "id": account.id.to_string(), "name": profile.name,
        "industry": profile.industry, "tier": code(profile.tier), "status": code(profile.status),
        "phase": code(profile.phase), "relationship": code(profile.relationship), "owner": text(profile.owner),
        "period": profile.period, "strategy_in_short": profile.strategy, "next_review": text(profile.next_review),
        "currency": profile.currency.code(), "revenue": amount(profile.revenue), "wallet": amount(profile.wallet),
        "target": amount(profile.target), "collective_decision": profile.collective_decision,
        "notes": profile.notes,
    });
    let Value::Object(head) = head else { return Map::new() };
    head
}

/// The six elements, the value proposition and the choices.
pub(super) fn strategy(account: &Account) -> Value {
    let (elements, choices) = (&account.profile.elements, &account.profile.choices);
    let made = |choice: &StrategicChoice| json!({ "choice": choice.code(), "note": choices.note(*choice) });
    let own = fields!(elements, [objectives, focus, positioning, for_whom, price, advantage, approach, resources]);
    joined(
        own,
        json!({
            "target_people": texts(&elements.target_people), "target_rivals": texts(&elements.target_rivals),
            "price_position": code(elements.price_position), "agreed_by": text(elements.agreed_by),
            "agreed_on": text(elements.agreed_on), "budget": amount(elements.budget),
            "sales_forecast": amount(elements.sales_forecast),
            "choices": choices.made.iter().map(made).collect::<Vec<_>>(),
            "swot_scanned": text(account.profile.swot_scanned),
        }),
    )
}

pub(super) fn competitor(rival: &Competitor) -> Value {
    let mut own = fields!(rival, [name, product_line, goals, stance, strengths, weaknesses]);
    own.extend(fields!(rival, [service, methods, organization, trends, fit_note]));
    joined(own, json!({ "id": rival.id.to_string(), "fit": code(rival.fit), "contacts": texts(&rival.contacts) }))
}

pub(super) fn goal(goal: &Goal) -> Value {
    json!({
        "id": goal.id.to_string(), "text": goal.text, "measure": goal.measure, "due": text(goal.due),
        "progress": goal.progress, "people": texts(&goal.people), "shared": goal.shared,
    })
}

pub(super) fn action(action: &Action) -> Value {
    json!({
        "id": action.id.to_string(), "what": action.what, "owner": text(action.owner), "due": text(action.due),
        "status": action.status.code(), "people": texts(&action.people), "opportunity": text(action.opportunity),
        "area": code(action.area), "is_milestone": action.is_milestone, "criterion": text(action.criterion),
        "answers": code(action.answers), "question": action.question, "shared": action.shared,
    })
}

pub(super) fn activity(activity: &Activity) -> Value {
    let mut own = fields!(activity, [place, expected, situation, problem, implication, payoff, walked]);
    own.extend(fields!(activity, [happened, promised, note]));
    joined(
        own,
        json!({
            "id": activity.id.to_string(), "what": activity.what.code(), "why": code(activity.why),
            "who": texts(&activity.who), "members": texts(&activity.members), "date": text(activity.date),
            "outcome": code(activity.outcome), "opportunity": text(activity.opportunity),
        }),
    )
}

pub(super) fn swot(entry: &SwotEntry) -> Value {
    json!({ "id": entry.id.to_string(), "quadrant": entry.quadrant.code(), "text": entry.text })
}

pub(super) fn risk(risk: &Risk) -> Value {
    json!({
        "id": risk.id.to_string(), "text": risk.text, "level": risk.level.code(),
        "likelihood": code(risk.likelihood), "impact": code(risk.impact), "owner": text(risk.owner),
        "response": risk.response, "people": texts(&risk.people),
    })
}

pub(super) fn value(value: &ValueEntry) -> Value {
    json!({
        "id": value.id.to_string(), "quadrant": value.quadrant.code(), "kind": code(value.kind),
        "text": value.text, "figure": value.figure, "people": texts(&value.people), "due": text(value.due),
    })
}

pub(super) fn review(review: &Review) -> Value {
    let checks = review
        .checks
        .iter()
        .map(|check| json!({ "question": code(check.question), "mark": code(check.mark), "note": check.note }));
    json!({
        "id": review.id.to_string(), "kind": review.kind.code(), "date": text(review.date),
        "reviewer": review.reviewer, "note": review.note, "checks": checks.collect::<Vec<_>>(),
        "snapshot": text(review.snapshot),
    })
}

pub(super) fn snapshot(snapshot: &Snapshot) -> Value {
    json!({ "id": snapshot.id.to_string(), "taken": text(snapshot.taken), "label": snapshot.label })
}

pub(super) fn mute(mute: &Mute) -> Value {
    json!({
        "id": mute.id.to_string(), "rule": code(mute.rule), "person": text(mute.person), "reason": mute.reason,
        "day": text(mute.day),
    })
}
