//! What is planned with the person, what is open, what came of the last meetings.

use serde_json::Value as Json;

use super::super::long::blocks::{day, joined, members, title};
use super::contact::asks;
use super::{Subject, member, row, said};
use crate::model::{Action, ActionStatus, Activity};
use crate::words::{Message, age, date};

/// How many of the last meetings a brief remembers.
const LAST: usize = 8;

fn with<'m>(subject: &Subject<'m>) -> impl Iterator<Item = &'m Activity> {
    let person = subject.person.id;
    subject.material.account.all::<Activity>().filter(move |activity| activity.who.contains(&person))
}

/// The next meeting that is planned: the first that is still to come and has no outcome.
pub(super) fn planned(subject: &Subject<'_>) -> Vec<Json> {
    let (words, today) = (subject.words, subject.material.request.today);
    let is_ahead = |activity: &&Activity| activity.outcome.is_none() && activity.date.is_none_or(|day| day >= today);
    let next = with(subject).filter(is_ahead).min_by_key(|activity| (activity.date.is_none(), activity.date));
    let Some(next) = next else { return Vec::new() };
    let why = next.why.map_or("", |why| words.value(why));
    let what = joined(&[&day(next.date), words.value(next.what), why, &next.place]);
    let mut rows = vec![row("", &what, &members(subject.material, &next.members), "")];
    rows.extend(said(&title(words.label("field", "expected")), &next.expected));
    rows.extend(asks(
        subject,
        [
            ("situation", &next.situation),
            ("problem", &next.problem),
            ("implication", &next.implication),
            ("payoff", &next.payoff),
        ],
    ));
    rows
}

/// Open actions with the person, then what was promised to us.
pub(super) fn open(subject: &Subject<'_>) -> Vec<Json> {
    let (account, words, today) = (subject.material.account, subject.words, subject.material.request.today);
    let with_person = |action: &&Action| action.people.contains(&subject.person.id);
    let mut actions: Vec<&Action> =
        account.all::<Action>().filter(|action| action.is_open()).filter(with_person).collect();
    actions.sort_by_key(|action| (action.due.is_none(), action.due, action.rank));
    let action = |action: &&Action| {
        let is_late = action.due.is_some_and(|due| due < today);
        let tone = if action.status == ActionStatus::AtRisk {
            "bad"
        } else if is_late {
            "warn"
        } else {
            "plain"
        };
        let sub = joined(&[member(subject, action.owner), &day(action.due), words.value(action.status)]);
        row("", &action.what, &sub, tone)
    };
    let mut rows: Vec<Json> = actions.iter().map(action).collect();
    let promised = words.say(Message::BriefPromised);
    let mut kept: Vec<&Activity> = with(subject).filter(|activity| !activity.promised.trim().is_empty()).collect();
    kept.sort_by_key(|activity| std::cmp::Reverse(activity.date));
    rows.extend(
        kept.iter().map(|activity| row("", &activity.promised, &joined(&[&promised, &day(activity.date)]), "plain")),
    );
    rows
}

/// The last meetings with what came of them, the latest first.
pub(super) fn last(subject: &Subject<'_>) -> Vec<Json> {
    let (words, today) = (subject.words, subject.material.request.today);
    let is_over = |activity: &&Activity| activity.outcome.is_some() || activity.date.is_some_and(|day| day < today);
    let mut done: Vec<&Activity> = with(subject).filter(is_over).collect();
    done.sort_by_key(|activity| std::cmp::Reverse(activity.date));
    let line = |activity: &&Activity| {
        let outcome =
            activity.outcome.map_or_else(|| words.text(&Message::WorkNoOutcome), |it| words.value(it).to_owned());
        let when = activity.date.map_or_else(String::new, |day| format!("{} ({})", date(day), age(words, day, today)));
        row("", &joined(&[&when, words.value(activity.what), &outcome]), &activity.note, "")
    };
    done.iter().take(LAST).map(line).collect()
}
