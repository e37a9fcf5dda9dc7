//! What we know of the person and since when, who is near, what the person holds to, what must not be forgotten.

use serde_json::Value as Json;

use super::contact::yes;
use super::{Subject, row};
use crate::insight::Finding;
use crate::method::Severity;
use crate::model::{
    Confidence, DecisionCriterion, Judgement, JudgementField, Link, LinkKind, Need, Opportunity, OpportunityStatus,
    Person, Support, Symbol,
};
use crate::page::long::blocks::{joined, title};
use crate::words::{Message, age};

/// How many of the findings on a person are told.
const FINDINGS: usize = 4;

/// Every judgement with where it comes from and how old it is; what nobody verified is marked.
pub(super) fn judgements(subject: &Subject<'_>) -> Vec<Json> {
    let (words, person) = (subject.words, subject.person);
    let judged = &person.judgement;
    let today = subject.material.request.today;
    let line = |field: &JudgementField| {
        let found = judged.evidence.get(field);
        let sure = found.and_then(|evidence| evidence.confidence);
        let verified = found.and_then(|evidence| evidence.verified);
        let since = verified.map_or_else(|| words.text(&Message::BriefNeverVerified), |day| age(words, day, today));
        let source = found.map_or("", |evidence| evidence.source.as_str());
        let tone = if verified.is_none() || sure == Some(Confidence::Assumed) { "warn" } else { "plain" };
        let sub = joined(&[sure.map_or("", |sure| words.value(sure)), &since, source]);
        row(words.value(*field), &value(subject, *field), &sub, tone)
    };
    person.judged_fields(judged).iter().map(line).collect()
}

fn value(subject: &Subject<'_>, field: JudgementField) -> String {
    let (words, person) = (subject.words, subject.person);
    let judged = &person.judgement;
    let flag = |is: Option<bool>| match is {
        Some(true) => yes(subject),
        Some(false) => words.text(&Message::WorkNo),
        None => String::new(),
    };
    let said = match field {
        JudgementField::Role => judged.role.map(|value| words.value(value)),
        JudgementField::Attitude => person.attitude.map(|value| words.value(value)),
        JudgementField::Support => judged.support.map(|value| words.value(value)),
        JudgementField::Coverage => judged.coverage.map(|value| words.value(value)),
        JudgementField::Political => judged.political.map(|value| words.value(value)),
        JudgementField::Stage => person.stage.map(|value| words.value(value)),
        JudgementField::Veto => return flag(judged.veto),
        JudgementField::Coach => return flag(judged.coach),
        JudgementField::Win => return judged.win.clone(),
    };
    said.unwrap_or_default().to_owned()
}

/// Who influences the person and whom the person influences, conflicts and ties, the strongest first.
pub(super) fn links(subject: &Subject<'_>) -> Vec<Json> {
    let (account, words, person) = (subject.material.account, subject.words, subject.person);
    let mut links: Vec<&Link> =
        account.all::<Link>().filter(|link| link.is_understood() && link.touches(person.id)).collect();
    let order = |link: &Link| match link.kind {
        LinkKind::Influences(strength) => (if link.to == person.id { 0 } else { 1 }, 3 - strength.get()),
        LinkKind::Conflict => (2, 0),
        LinkKind::Tie(_) => (3, 0),
    };
    links.sort_by_key(|link| (order(link), link.id));
    let line = |link: &&Link| {
        let other = if link.from == person.id { link.to } else { link.from };
        let support = account.get::<Person>(other).and_then(|other| other.judgement.support);
        let unknown = words.text(&Message::UnknownValue);
        let stands = support
            .map_or_else(|| format!("? {unknown}"), |support| format!("{} {}", support.symbol(), words.value(support)));
        let (name, text) = match link.kind {
            LinkKind::Influences(strength) => {
                let sign = if link.to == person.id { "←" } else { "→" };
                let kind =
                    if link.to == person.id { Message::InspectorInfluencedBy } else { Message::InspectorInfluences };
                (words.text(&kind), format!("{sign} {} ({})", account.person_name(other), strength.get()))
            }
            LinkKind::Conflict => (words.text(&Message::InspectorConflicts), account.person_name(other).to_owned()),
            LinkKind::Tie(kind) => (words.value(kind).to_owned(), account.person_name(other).to_owned()),
        };
        row(&name, &joined(&[&text, &stands]), &link.note, "")
    };
    links.iter().map(line).collect()
}

fn open<'m>(subject: &Subject<'m>) -> impl Iterator<Item = &'m Opportunity> {
    let all = subject.material.account.ranked::<Opportunity>().into_iter();
    all.filter(|opportunity| opportunity.status == OpportunityStatus::Open)
}

/// The needs the person has in what is open.
pub(super) fn needs(subject: &Subject<'_>) -> Vec<Json> {
    let words = subject.words;
    let line = |need: &Need, opportunity: &Opportunity| {
        let kind = need.kind.map_or("", |kind| words.value(kind));
        let level = need.level.map_or("", |level| words.value(level));
        row("", &need.statement, &joined(&[kind, level, &need.payoff, &opportunity.name]), "")
    };
    let is_theirs = |need: &&Need| need.holder == Some(subject.person.id);
    open(subject)
        .flat_map(|opportunity| {
            opportunity.buying.needs.iter().filter(is_theirs).map(move |need| line(need, opportunity))
        })
        .collect()
}

/// The criteria the person holds to, with our fit and what we do about them.
pub(super) fn criteria(subject: &Subject<'_>) -> Vec<Json> {
    let words = subject.words;
    let line = |criterion: &DecisionCriterion, opportunity: &Opportunity| {
        let fit =
            criterion.our_fit.map_or_else(|| "?".to_owned(), |fit| format!("{} {}", fit.symbol(), words.value(fit)));
        let step = criterion.our_move.map_or("", |step| words.value(step));
        row("", &joined(&[&criterion.name, &fit]), &joined(&[step, &opportunity.name]), "")
    };
    let is_theirs = |criterion: &&DecisionCriterion| criterion.holders.contains(&subject.person.id);
    open(subject)
        .flat_map(|opportunity| {
            opportunity.buying.criteria.iter().filter(is_theirs).map(move |criterion| line(criterion, opportunity))
        })
        .collect()
}

/// What must not be forgotten: veto, open hostility, coach, what the map says of the person, notes.
pub(super) fn mind(subject: &Subject<'_>) -> Vec<Json> {
    let (account, words, person) = (subject.material.account, subject.words, subject.person);
    let judged: &Judgement = &person.judgement;
    let mut rows = Vec::new();
    let mut flag = |is: bool, text: String, tone: &str| {
        if is {
            rows.push(row("", &text, "", tone));
        }
    };
    flag(judged.veto == Some(true), words.text(&Message::MarkVeto), "bad");
    flag(judged.support == Some(Support::Enemy), words.hint(Support::Enemy).to_owned(), "bad");
    flag(judged.coach == Some(true), words.text(&Message::MarkCoach), "good");
    flag(judged.is_key_player(), words.text(&Message::MarkKey), "plain");
    let roles: Vec<&str> = judged.extra_roles.iter().map(|role| words.value(*role)).collect();
    let tags: Vec<&str> = judged.tags.iter().map(|tag| words.value(*tag)).collect();
    let also = [roles, tags].concat().join(words.list_separator());
    flag(!also.is_empty(), format!("{}: {also}", title(words.label("field", "extra_roles"))), "plain");
    let about = |finding: &&Finding| finding.people.contains(&person.id);
    for finding in subject.material.findings.iter().filter(about).take(FINDINGS) {
        let tone = match finding.severity {
            Severity::Grave => "bad",
            Severity::Way => "good",
            Severity::Watch | Severity::Note => "warn",
        };
        rows.push(row("", &words.finding(finding, account), "", tone));
    }
    if !person.notes.trim().is_empty() {
        rows.push(row("", &person.notes, "", "plain"));
    }
    rows
}
