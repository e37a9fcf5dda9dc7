//! Seats, people, links and our team as JSON.

use serde_json::{Value, json};

use super::{code, codes, fields, joined, text, texts};
use crate::model::{Coded, Link, LinkKind, Person, Seat, TeamMember, TeamRelation};

pub(super) fn seat(seat: &Seat) -> Value {
    json!({
        "id": seat.id.to_string(), "title": seat.title, "unit": seat.unit, "level": seat.level,
        "external": seat.external, "reports_to": text(seat.reports_to),
        "dotted": texts(&seat.dotted), "holder": text(seat.holder),
    })
}

pub(super) fn person(person: &Person) -> Value {
    let judged = &person.judgement;
    json!({
        "id": person.id.to_string(), "foreign_id": person.foreign_id, "name": person.name,
        "second_name": person.second_name, "kind": person.kind.code(),
        "members": texts(&person.members), "phone": person.phone, "email": person.email,
        "contact": person.contact, "role": code(judged.role), "extra_roles": codes(&judged.extra_roles),
        "tags": codes(&judged.tags), "attitude": code(person.attitude),
        "support": code(judged.support), "support_wanted": code(judged.support_wanted),
        "coverage": code(judged.coverage), "political": code(judged.political),
        "veto": judged.veto, "coach": judged.coach, "stage": code(person.stage),
        "stage_wanted": code(person.stage_wanted), "style": code(person.style),
        "second_style": code(person.second_style), "goal": judged.goal, "win": judged.win, "notes": person.notes,
        "facts": person.facts.iter().map(|fact| json!({"name": fact.name, "value": fact.value})).collect::<Vec<_>>(),
    })
}

pub(super) fn link(link: &Link) -> Value {
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

pub(super) fn member(member: &TeamMember) -> Value {
    let own = fields!(member, [name, role, function, duties, development, time_share, is_other_function]);
    joined(own, json!({ "id": member.id.to_string(), "style": code(member.style) }))
}

pub(super) fn team_relation(relation: &TeamRelation) -> Value {
    json!({
        "id": relation.id.to_string(), "member": text(relation.member), "person": text(relation.person),
        "stage": code(relation.stage), "note": relation.note,
    })
}
