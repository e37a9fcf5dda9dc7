//! The visit brief: what to know of one person before a meeting, on one page.

mod contact;
mod known;
mod meeting;

use serde_json::{Map, Value as Json, json};

use super::compose::{Material, clean};
use super::data::{member_name, meta, token_map};
use super::long::blocks::{joined, post};
use crate::model::{JudgementField, Link, Person, PersonId, Seat, Symbol};
use crate::theme::Tokens;
use crate::words::{Message, Words};

/// The panels by their names, at the left of the page and at its right, and those that go where there is room.
const LEFT: [&str; 5] = ["brief_wants", "brief_planned", "brief_open", "brief_last", "brief_talk"];
const RIGHT: [&str; 3] = ["brief_mind", "brief_links", "brief_known"];
const FREE: [&str; 3] = ["brief_team", "brief_needs", "brief_criteria"];

/// The title of a panel.
pub(super) fn title(panel: &str) -> Option<Message> {
    Some(match panel {
        "brief_wants" => Message::BriefWants,
        "brief_planned" => Message::BriefPlanned,
        "brief_open" => Message::BriefOpen,
        "brief_last" => Message::BriefLast,
        "brief_talk" => Message::BriefTalk,
        "brief_mind" => Message::BriefMind,
        "brief_links" => Message::BriefLinks,
        "brief_known" => Message::BriefKnown,
        "brief_team" => Message::BriefTeam,
        "brief_needs" => Message::BuyingNeeds,
        "brief_criteria" => Message::BriefCriteria,
        _ => return None,
    })
}

/// Everything a panel is made of.
struct Subject<'m> {
    material: &'m Material<'m>,
    words: &'m Words,
    person: &'m Person,
}

/// The data of a brief on a person.
pub(super) fn brief_data(material: &Material<'_>, tokens: &Tokens, id: PersonId) -> Json {
    let words = material.words;
    let blank = Person::new(id, "");
    let person = material.account.get::<Person>(id).unwrap_or(&blank);
    let subject = Subject { material, words, person };
    let brief = words.say(Message::PageBrief);
    let mut said: Map<String, Json> =
        LEFT.iter().chain(&RIGHT).chain(&FREE).map(|name| ((*name).to_owned(), word(words, name))).collect();
    said.insert("map".to_owned(), clean(&words.say(Message::BriefMap)));
    said.insert("more".to_owned(), Json::String(words.text(&Message::PageMore { n: "{n}".to_owned() })));
    let mut value = json!({
        "meta": meta(material, &format!("{} · {brief}", person.name)),
        "tokens": token_map(tokens),
        "words": said,
        "header": header(&subject),
        "left": LEFT, "right": RIGHT, "free": FREE,
        "has_map": has_map(&subject),
    });
    if let Json::Object(map) = &mut value {
        for name in LEFT.iter().chain(&RIGHT).chain(&FREE) {
            map.insert((*name).to_owned(), Json::Array(rows(&subject, name)));
        }
    }
    value
}

fn word(words: &Words, panel: &str) -> Json {
    clean(&title(panel).map_or_else(String::new, |message| words.text(&message)))
}

fn rows(subject: &Subject<'_>, panel: &str) -> Vec<Json> {
    match panel {
        "brief_wants" => contact::wants(subject),
        "brief_talk" => contact::talk(subject),
        "brief_team" => contact::team(subject),
        "brief_planned" => meeting::planned(subject),
        "brief_open" => meeting::open(subject),
        "brief_last" => meeting::last(subject),
        "brief_links" => known::links(subject),
        "brief_known" => known::judgements(subject),
        "brief_needs" => known::needs(subject),
        "brief_criteria" => known::criteria(subject),
        "brief_mind" => known::mind(subject),
        _ => Vec::new(),
    }
}

/// Who it is, with the four symbols in words.
fn header(subject: &Subject<'_>) -> Json {
    let (material, words, person) = (subject.material, subject.words, subject.person);
    let judged = &person.judgement;
    let unknown = words.say(Message::UnknownValue);
    fn fact<T: Symbol>(words: &Words, unknown: &str, field: JudgementField, value: Option<T>) -> [Json; 2] {
        let said =
            value.map_or_else(|| format!("? {unknown}"), |value| format!("{} {}", value.symbol(), words.value(value)));
        [clean(words.value(field)), clean(&said)]
    }
    let facts = [
        fact(words, &unknown, JudgementField::Role, judged.role),
        fact(words, &unknown, JudgementField::Support, judged.support),
        fact(words, &unknown, JudgementField::Attitude, person.attitude),
        fact(words, &unknown, JudgementField::Coverage, judged.coverage),
    ];
    let brief = words.say(Message::PageBrief);
    let name = if person.name.is_empty() { unknown.clone().into_owned() } else { person.name.clone() };
    let name = if person.second_name.is_empty() { name } else { format!("{name} · {}", person.second_name) };
    let reached = joined(&[&person.phone, &person.email, &person.contact]);
    json!({
        "kicker": clean(&joined(&[&brief, &material.account.profile.name])), "name": clean(&name),
        "strategy": clean(&joined(&[&post(material.account, person), &reached])), "facts": facts,
    })
}

/// Whether there is anybody to be drawn round the person.
fn has_map(subject: &Subject<'_>) -> bool {
    let account = subject.material.account;
    let Some(seat) = account.seat_of_person().get(&subject.person.id).copied() else { return false };
    let is_near = |other: &Seat| other.reports_to == Some(seat) || (other.id == seat && other.reports_to.is_some());
    account.all::<Link>().any(|link| link.touches(subject.person.id)) || account.all::<Seat>().any(is_near)
}

/// A row of a panel: a name before it, the text, a second line, a mark; each may be empty.
fn row(name: &str, text: &str, sub: &str, tone: &str) -> Json {
    json!({ "name": clean(name), "s": clean(text), "sub": clean(sub), "tone": tone })
}

/// A row unless it says nothing.
fn said(name: &str, text: &str) -> Option<Json> {
    (!text.trim().is_empty()).then(|| row(name, text, "", ""))
}

/// The name of somebody of us.
fn member<'m>(subject: &Subject<'m>, id: Option<crate::model::MemberId>) -> &'m str {
    member_name(subject.material.account, id)
}
