//! What we want of the person, how to talk, who of us is near.

use serde_json::Value as Json;

use super::super::long::blocks::{joined, title};
use super::super::long::relations::towards;
use super::{Subject, row, said};
use crate::method::{Said, between};
use crate::model::{PersonKind, TeamMember, TeamRelation, ThinkingStyle};
use crate::words::Message;

/// How many lines of advice a style gets.
const ADVICE: usize = 4;

pub(super) fn wants(subject: &Subject<'_>) -> Vec<Json> {
    let (words, person) = (subject.words, subject.person);
    let judged = &person.judgement;
    let field = |name: &str| title(words.label("field", name));
    let rows = [
        said(&field("goal"), &judged.goal),
        said(&field("win"), &judged.win),
        said(&field("support"), &towards(words, judged.support, judged.support_wanted)),
        said(&field("stage"), &towards(words, person.stage, person.stage_wanted)),
    ];
    rows.into_iter().flatten().collect()
}

/// The styles of the person, of a group those of its members.
fn styles(subject: &Subject<'_>) -> Vec<ThinkingStyle> {
    let person = subject.person;
    let own = person.style.into_iter().chain(person.second_style);
    let mut styles: Vec<ThinkingStyle> = if person.kind == PersonKind::Group {
        let members = person.members.iter().filter_map(|id| subject.material.account.get(*id));
        members.flat_map(|member: &crate::model::Person| member.style).collect()
    } else {
        own.collect()
    };
    styles.sort_unstable();
    styles.dedup();
    styles
}

pub(super) fn talk(subject: &Subject<'_>) -> Vec<Json> {
    let (words, language) = (subject.words, subject.words.language());
    let mut rows = Vec::new();
    for style in styles(subject) {
        let Some(notes) = subject.material.method.guide.style(style) else { continue };
        let lines = |list: &[Said]| -> String {
            let texts: Vec<&str> = list.iter().take(ADVICE).map(|line| line.text(language)).collect();
            texts.join(" · ")
        };
        rows.push(row(words.value(style), &lines(&notes.tactics), &lines(&notes.prompts), ""));
    }
    rows
}

/// Who of us knows the person and how easily they talk; the one who talks most easily first.
pub(super) fn team(subject: &Subject<'_>) -> Vec<Json> {
    let (account, words, person) = (subject.material.account, subject.words, subject.person);
    let mut found = Vec::new();
    for member in account.ranked::<TeamMember>() {
        let of_both =
            |relation: &&TeamRelation| relation.member == Some(member.id) && relation.person == Some(person.id);
        let relations: Vec<&TeamRelation> = account.all::<TeamRelation>().filter(of_both).collect();
        let ease = member.style.zip(person.style).map(|(ours, theirs)| between(ours, theirs));
        if relations.is_empty() && ease.is_none() {
            continue;
        }
        let stage = relations.iter().filter_map(|relation| relation.stage).max();
        let notes: Vec<&str> = relations.iter().map(|relation| relation.note.as_str()).collect();
        let text = joined(&[stage.map_or("", |stage| words.value(stage)), ease.map_or("", |ease| words.value(ease))]);
        found.push((relations.is_empty(), ease, row(&member.name, &text, &joined(&notes), "")));
    }
    found.sort_by_key(|(is_stranger, ease, _)| (*is_stranger, ease.is_none(), *ease));
    found.into_iter().map(|(.., row)| row).collect()
}

/// The question words of a meeting, each with what is to be asked.
pub(super) fn asks(subject: &Subject<'_>, texts: [(&str, &str); 4]) -> Vec<Json> {
    let ask = |(field, text): (&str, &str)| said(&title(subject.words.label("field", field)), text);
    texts.into_iter().filter_map(ask).collect()
}

/// The word for yes.
pub(super) fn yes(subject: &Subject<'_>) -> String {
    subject.words.text(&Message::WorkYes)
}
