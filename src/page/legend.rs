//! The legend of a page's map: the ladders in full, of marks and lines those that occur.

use serde_json::{Value as Json, json};

use super::Edition;
use super::compose::Material;
use super::panels::snake;
use super::way;
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, Judgement, JudgementField, Link, LinkKind, Person, PersonKind,
    PoliticalStatus, Seat, Support, Symbol,
};
use crate::words::Message;

/// The legend as a template reads it.
pub(super) fn legend(material: &Material<'_>) -> Json {
    let words = material.words;
    let lines: Vec<Json> =
        lines(material).into_iter().map(|(kind, message)| json!([kind, words.say(message)])).collect();
    let marks: Vec<Json> = marks(material).into_iter().map(|(mark, word)| json!([mark, word])).collect();
    let is_judged = material
        .account
        .all::<Person>()
        .any(|person| person.judgement != Judgement::default() || person.attitude.is_some());
    if material.request.edition == Edition::Customer || !is_judged {
        return json!({ "support": [], "role": [], "attitude": [], "coverage": [], "order": "", "marks": marks, "lines": lines });
    }
    let keyed = |symbol: &str, key: String, word: &str| json!([symbol, key, word]);
    let name = |field: JudgementField| words.value(field).to_owned();
    json!({
        "support": Support::ALL.iter().map(|value| keyed(value.symbol(), snake(Some(*value)), words.value(*value))).collect::<Vec<_>>(),
        "role": BuyingRole::ALL.iter().map(|value| keyed(value.symbol(), snake(Some(*value)), words.value(*value))).collect::<Vec<_>>(),
        "attitude": ladder::<InnovationAttitude>(material),
        "coverage": ladder::<Coverage>(material),
        "order": words.say(Message::PageSymbolOrder),
        "names": {
            "role": name(JudgementField::Role), "attitude": name(JudgementField::Attitude),
            "support": name(JudgementField::Support), "coverage": name(JudgementField::Coverage),
        },
        "marks": marks,
        "lines": lines,
    })
}

fn ladder<T: Symbol>(material: &Material<'_>) -> Vec<Json> {
    T::ALL.iter().map(|value| json!([value.symbol(), material.words.value(*value)])).collect()
}

fn marks(material: &Material<'_>) -> Vec<(&'static str, String)> {
    let (account, words) = (material.account, material.words);
    let any = |is: &dyn Fn(&Person) -> bool| account.all::<Person>().any(is);
    let mut marks = Vec::new();
    let mut put = |occurs: bool, mark: &'static str, word: Message| {
        if occurs {
            marks.push((mark, words.say(word).into_owned()));
        }
    };
    put(any(&|person| person.judgement.is_key_player()), "key", Message::MarkKey);
    put(any(&|person| person.judgement.veto == Some(true)), "veto", Message::MarkVeto);
    put(any(&|person| person.judgement.coach == Some(true)), "coach", Message::MarkCoach);
    put(any(&Person::is_assumed), "assumed", Message::MarkAssumed);
    put(account.all::<Seat>().any(|seat| seat.holder.is_none()), "vacant", Message::MarkVacant);
    put(account.all::<Seat>().any(|seat| seat.external), "external", Message::MarkExternal);
    put(any(&|person| person.kind == PersonKind::Group), "group", Message::MarkGroup);
    for (status, mark) in
        [(PoliticalStatus::Structure, "political_light"), (PoliticalStatus::InnerCircle, "political_dark")]
    {
        if any(&|person| person.judgement.political == Some(status)) {
            marks.push((mark, words.value(status).to_owned()));
        }
    }
    marks
}

fn lines(material: &Material<'_>) -> Vec<(&'static str, Message)> {
    let account = material.account;
    let linked =
        |is: &dyn Fn(LinkKind) -> bool| account.all::<Link>().any(|link| link.is_understood() && is(link.kind));
    let mut lines = Vec::new();
    let mut put = |occurs: bool, kind: &'static str, word: Message| {
        if occurs {
            lines.push((kind, word));
        }
    };
    put(account.all::<Seat>().any(|seat| seat.reports_to.is_some()), "reporting", Message::LineReporting);
    put(account.all::<Seat>().any(|seat| !seat.dotted.is_empty()), "dotted", Message::LineDotted);
    put(linked(&|kind| kind.is_directed()), "influence", Message::LineInfluence);
    put(linked(&|kind| kind == LinkKind::Conflict), "conflict", Message::LineConflict);
    put(linked(&|kind| matches!(kind, LinkKind::Tie(_))), "tie", Message::LineTie);
    put(!way::people(material).is_empty(), "way", Message::LineWay);
    lines
}
