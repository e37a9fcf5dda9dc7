//! An account as JSON, for other programs.

use serde_json::{Value, json};

use crate::model::{
    Account, Action, Activity, Coded, Competitor, Goal, Link, LinkKind, Money, Opportunity, Person, Review, Risk, Seat,
    StrategicChoice, SwotEntry, TeamMember, ValueEntry,
};

/// An account as JSON: one list a kind of record, ids as text, values by their codes, money with
/// its currency. Photos, evidence and what this version does not understand stay in the file.
pub fn account_json(account: &Account) -> Vec<u8> {
    let profile = &account.profile;
    let value = json!({
        "format": "account-atlas",
        "id": account.id.to_string(),
        "name": profile.name,
        "industry": profile.industry,
        "tier": code(profile.tier),
        "period": profile.period,
        "strategy": profile.strategy,
        "next_review": text(profile.next_review),
        "seats": account.all::<Seat>().map(seat).collect::<Vec<_>>(),
        "people": account.all::<Person>().map(person).collect::<Vec<_>>(),
        "links": account.all::<Link>().map(link).collect::<Vec<_>>(),
        "team": account.ranked::<TeamMember>().iter().map(|member| json!({
            "id": member.id.to_string(), "name": member.name, "role": member.role,
        })).collect::<Vec<_>>(),
        "opportunities": account.ranked::<Opportunity>().iter().map(|record| opportunity(record)).collect::<Vec<_>>(),
        "competitors": account.ranked::<Competitor>().iter().map(|rival| json!({
            "id": rival.id.to_string(), "name": rival.name, "strengths": rival.strengths,
            "weaknesses": rival.weaknesses, "stance": rival.stance, "goals": rival.goals,
            "methods": rival.methods, "product_line": rival.product_line, "service": rival.service,
            "organization": rival.organization, "trends": rival.trends, "fit": code(rival.fit),
            "fit_note": rival.fit_note, "contacts": texts(&rival.contacts),
        })).collect::<Vec<_>>(),
        "goals": account.ranked::<Goal>().iter().map(|goal| json!({
            "id": goal.id.to_string(), "text": goal.text, "measure": goal.measure,
            "due": text(goal.due), "progress": goal.progress, "people": texts(&goal.people),
        })).collect::<Vec<_>>(),
        "actions": account.ranked::<Action>().iter().map(|action| json!({
            "id": action.id.to_string(), "what": action.what, "owner": text(action.owner),
            "due": text(action.due), "status": action.status.code(), "people": texts(&action.people),
            "opportunity": text(action.opportunity),
        })).collect::<Vec<_>>(),
        "activities": account.all::<Activity>().map(|activity| json!({
            "id": activity.id.to_string(), "what": activity.what.code(), "why": code(activity.why),
            "who": texts(&activity.who), "date": text(activity.date), "place": activity.place,
            "expected": activity.expected, "outcome": code(activity.outcome), "note": activity.note,
        })).collect::<Vec<_>>(),
        "swot": account.ranked::<SwotEntry>().iter().map(|entry| json!({
            "quadrant": entry.quadrant.code(), "text": entry.text,
        })).collect::<Vec<_>>(),
        "risks": account.ranked::<Risk>().iter().map(|risk| json!({
            "id": risk.id.to_string(), "text": risk.text, "level": risk.level.code(),
            "likelihood": code(risk.likelihood), "impact": code(risk.impact), "owner": text(risk.owner),
            "response": risk.response, "people": texts(&risk.people),
        })).collect::<Vec<_>>(),
        "strategy": strategy(account),
        "value_card": account.ranked::<ValueEntry>().iter().map(|value| json!({
            "id": value.id.to_string(), "quadrant": value.quadrant.code(), "kind": code(value.kind),
            "text": value.text, "figure": value.figure, "people": texts(&value.people), "due": text(value.due),
        })).collect::<Vec<_>>(),
        "reviews": account.all::<Review>().map(|review| json!({
            "kind": review.kind.code(), "date": text(review.date), "reviewer": review.reviewer,
            "note": review.note,
        })).collect::<Vec<_>>(),
    });
    let mut bytes = format!("{value:#}").into_bytes();
    bytes.push(b'\n');
    bytes
}

fn code<T: Coded>(value: Option<T>) -> Option<&'static str> {
    value.map(Coded::code)
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// The six elements, the value proposition and the choices.
fn strategy(account: &Account) -> Value {
    let (elements, choices) = (&account.profile.elements, &account.profile.choices);
    let made = |choice: &StrategicChoice| json!({ "choice": choice.code(), "note": choices.note(*choice) });
    json!({
        "objectives": elements.objectives, "focus": elements.focus, "positioning": elements.positioning,
        "target_people": texts(&elements.target_people), "target_rivals": texts(&elements.target_rivals),
        "for_whom": elements.for_whom, "price_position": code(elements.price_position), "price": elements.price,
        "advantage": elements.advantage, "approach": elements.approach, "resources": elements.resources,
        "agreed_by": text(elements.agreed_by), "agreed_on": text(elements.agreed_on),
        "budget": elements.budget.map(amount), "sales_forecast": elements.sales_forecast.map(amount),
        "choices": choices.made.iter().map(made).collect::<Vec<_>>(),
        "swot_scanned": text(account.profile.swot_scanned),
    })
}

fn seat(seat: &Seat) -> Value {
    json!({
        "id": seat.id.to_string(), "title": seat.title, "unit": seat.unit, "level": seat.level,
        "external": seat.external, "reports_to": text(seat.reports_to),
        "dotted": texts(&seat.dotted), "holder": text(seat.holder),
    })
}

fn person(person: &Person) -> Value {
    let judged = &person.judgement;
    json!({
        "id": person.id.to_string(), "foreign_id": person.foreign_id, "name": person.name,
        "second_name": person.second_name, "kind": person.kind.code(),
        "members": texts(&person.members), "phone": person.phone, "email": person.email,
        "contact": person.contact, "role": code(judged.role), "attitude": code(person.attitude),
        "support": code(judged.support), "support_wanted": code(judged.support_wanted),
        "coverage": code(judged.coverage), "political": code(judged.political),
        "veto": judged.veto, "coach": judged.coach, "stage": code(person.stage),
        "goal": judged.goal, "win": judged.win, "notes": person.notes,
        "facts": person.facts.iter().map(|fact| json!({"name": fact.name, "value": fact.value})).collect::<Vec<_>>(),
    })
}

fn link(link: &Link) -> Value {
    let (kind, strength) = match link.kind {
        LinkKind::Influences(strength) => ("Influences", Some(strength.get())),
        LinkKind::Conflict => ("Conflict", None),
        LinkKind::Tie(tie) => (tie.code(), None),
    };
    json!({
        "id": link.id.to_string(), "from": link.from.to_string(), "to": link.to.to_string(),
        "kind": kind, "strength": strength, "note": link.note,
    })
}

fn opportunity(record: &Opportunity) -> Value {
    json!({
        "id": record.id.to_string(), "name": record.name, "amount": record.amount.map(amount),
        "stage": code(record.stage), "rate": record.rate, "status": record.status.code(),
        "close": text(record.close), "owner": text(record.owner),
        "committee": texts(&record.committee), "next_step": record.next_step,
        "next_step_due": text(record.next_step_due),
    })
}

fn amount(money: Money) -> Value {
    json!({ "currency": money.currency.code(), "minor": money.minor })
}
