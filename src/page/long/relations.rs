//! The relationship plan: those who count, how they stand, where we want them, what comes next.

use std::cmp::Reverse;

use serde_json::{Value as Json, json};

use super::super::compose::clean;
use super::super::data::member_name;
use super::super::panels::snake;
use super::blocks::{Blocks, Table, day, joined, narrow, post, wide, with_sub};
use crate::model::{Account, Action, BuyingRole, Coded, Judgement, Person, PersonId, Symbol, TeamMember, TeamRelation};
use crate::words::{Message, Words};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let mut table = Table::new(vec![
        wide(blocks.field("person"), 3),
        narrow(blocks.say(Message::LongSymbols)),
        wide(blocks.field("support"), 2),
        wide(blocks.field("stage"), 2),
        wide(blocks.say(Message::LongNext), 3),
    ]);
    let mut key: Vec<&Person> = account.all::<Person>().filter(|person| counts(person)).collect();
    key.sort_by_key(|person| {
        let judged = &person.judgement;
        (judged.role.is_none(), judged.role, Reverse(judged.is_key_player()), person.id)
    });
    for person in key {
        let judged = &person.judgement;
        let goal = joined(&[&judged.goal, &judged.win]);
        table.row(vec![
            json!({ "s": clean(&person.name), "sub": clean(&post(account, person)), "bold": true, "marks": marks(judged) }),
            json!({ "person": symbols(person, judged) }),
            clean(&towards(words, judged.support, judged.support_wanted)),
            clean(&towards(words, person.stage, person.stage_wanted)),
            with_sub(&next(account, person.id), &goal),
        ]);
    }
    blocks.table(table);
    let note = blocks.say(Message::PageSymbolOrder);
    if blocks.material.account.all::<Person>().any(counts) {
        blocks.text(&note);
    }
    let title = blocks.say(Message::LongKnown);
    blocks.part(title, |blocks| known(blocks, words));
}

/// Whether the person belongs into the plan: whoever decides, counts in politics, or is to move.
fn counts(person: &Person) -> bool {
    let judged = &person.judgement;
    judged.is_key_player()
        || matches!(judged.role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker | BuyingRole::Evaluator))
        || judged.support_wanted.is_some()
        || person.stage_wanted.is_some()
        || !judged.goal.is_empty()
}

/// The four symbols of a person with their keys, as templates draw them.
pub(in crate::page) fn symbols(person: &Person, judged: &Judgement) -> Json {
    let symbol = |symbol: Option<&'static str>| symbol.unwrap_or("?");
    json!({
        "role": symbol(judged.role.map(Symbol::symbol)), "role_key": snake(judged.role),
        "attitude": symbol(person.attitude.map(Symbol::symbol)),
        "support": symbol(judged.support.map(Symbol::symbol)), "support_key": snake(judged.support),
        "coverage": symbol(judged.coverage.map(Symbol::symbol)),
    })
}

/// The marks of a person beside the name.
pub(in crate::page) fn marks(judged: &Judgement) -> Vec<&'static str> {
    let marks =
        [("key", judged.is_key_player()), ("veto", judged.veto == Some(true)), ("coach", judged.coach == Some(true))];
    marks.into_iter().filter(|(_, is)| *is).map(|(mark, _)| mark).collect()
}

/// From where to where; unknown is said.
pub(in crate::page) fn towards<T: Coded>(words: &Words, now: Option<T>, wanted: Option<T>) -> String {
    let unknown = words.text(&Message::UnknownValue);
    match (now, wanted) {
        (None, None) => String::new(),
        (Some(now), None) => words.value(now).to_owned(),
        (Some(now), Some(wanted)) if now == wanted => words.value(now).to_owned(),
        (now, Some(wanted)) => {
            format!("{} → {}", now.map_or(unknown.as_str(), |now| words.value(now)), words.value(wanted))
        }
    }
}

/// The next open action with a person, with owner and date.
fn next(account: &Account, person: PersonId) -> String {
    let with =
        account.all::<Action>().filter(|action| action.is_open()).filter(|action| action.people.contains(&person));
    let next = with.min_by_key(|action| (action.due.is_none(), action.due, action.rank));
    next.map_or_else(String::new, |action| {
        joined(&[&action.what, member_name(account, action.owner), &day(action.due)])
    })
}

/// Who of us knows whom, and how well.
fn known(blocks: &mut Blocks<'_>, words: &Words) {
    let account = blocks.account();
    let mut table = Table::new(vec![
        narrow(blocks.field("member")),
        narrow(blocks.field("person")),
        narrow(blocks.field("stage")),
        wide(blocks.field("note"), 1),
    ]);
    for member in account.ranked::<TeamMember>() {
        for relation in account.all::<TeamRelation>().filter(|relation| relation.member == Some(member.id)) {
            let Some(person) = relation.person.and_then(|id| account.get::<Person>(id)) else { continue };
            table.row(vec![
                clean(&member.name),
                clean(&person.name),
                clean(relation.stage.map_or("", |stage| words.value(stage))),
                clean(&relation.note),
            ]);
        }
    }
    blocks.table(table);
}
