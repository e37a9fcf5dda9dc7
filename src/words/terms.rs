//! The arithmetic of a finding, line by line, and the names of the numbers it goes by.

use super::{Message, Words, date};
use crate::insight::{CostReason, Held, Term};
use crate::method::{RuleSetting, SettingKind};
use crate::model::{Account, Coded, JudgementField, PersonId};

impl Words {
    /// One line of the arithmetic.
    pub fn term(&self, term: &Term, account: &Account) -> String {
        let name = |id: PersonId| self.person(account, id);
        let count = |what: &str, count: String| Message::TermCount { what: what.to_owned(), count };
        self.text(&match term {
            Term::Count(counted, number) => count(self.value(*counted), number.to_string()),
            Term::Limit(number, value) => count(self.label("number", number.name()), value.to_string()),
            Term::Judged(person, held) => {
                let (field, value) = self.held(*held);
                Message::TermJudged { person: name(*person), field, value }
            }
            Term::Influence(parts, _) if parts.is_empty() => Message::TermNoInfluence,
            Term::Influence(parts, sum) => {
                let parts: Vec<String> = parts.iter().map(u8::to_string).collect();
                Message::TermInfluence { parts: parts.join(" + "), sum: sum.to_string() }
            }
            Term::Level(level, levels) => Message::TermLevel { level: level.to_string(), levels: levels.to_string() },
            Term::Outside => Message::TermOutside,
            Term::Step { from, to, costs } => self.step_costs((name(*from), name(*to)), costs),
            Term::Cost(cost) => Message::TermCost { sum: cost.to_string() },
            Term::OtherWay(people, cost) => {
                let names: Vec<String> = people.iter().map(|person| name(*person)).collect();
                Message::TermWay { people: names.join(" → "), sum: cost.to_string() }
            }
            Term::Odds(one, other) => Message::TermOdds { one: name(*one), other: name(*other) },
            Term::Verified { person, field, day, days } => Message::TermVerified {
                person: name(*person),
                field: self.inner(self.value(*field)),
                date: date(*day),
                days: days.to_string(),
            },
            Term::Late { what, day, days } => {
                let untitled = || self.say(Message::Untitled).into_owned();
                let what = Some(what.clone()).filter(|what| !what.is_empty()).unwrap_or_else(untitled);
                Message::TermLate { what, date: date(*day), days: days.to_string() }
            }
            Term::Weight { rule, person } => Message::TermWeight {
                rule: rule.to_string(),
                person: person.to_string(),
                sum: (rule + person).to_string(),
            },
        })
    }

    /// What a setting of the rules is called, beside its rule.
    pub fn setting(&self, setting: &RuleSetting) -> &str {
        match setting.kind {
            SettingKind::On(_) => self.label("number", "on"),
            SettingKind::Weight(_) => self.label("number", "weight"),
            SettingKind::Number(number) => self.label("number", number.name()),
        }
    }

    fn step_costs(&self, (from, to): (String, String), costs: &[(CostReason, u32)]) -> Message {
        let parts: Vec<String> =
            costs.iter().map(|(reason, cost)| format!("{cost} ({})", self.value(*reason))).collect();
        let sum: u32 = costs.iter().map(|(_, cost)| cost).sum();
        let parts = if parts.is_empty() { "0".to_owned() } else { parts.join(" + ") };
        Message::TermStep { from, to, parts, sum: sum.to_string() }
    }

    fn held(&self, held: Held) -> (String, String) {
        let field = |field: JudgementField| self.inner(self.value(field));
        match held {
            Held::Role(value) => (field(JudgementField::Role), self.known(value)),
            Held::Attitude(value) => (field(JudgementField::Attitude), self.known(value)),
            Held::Support(value) => (field(JudgementField::Support), self.known(value)),
            Held::Coverage(value) => (field(JudgementField::Coverage), self.known(value)),
            Held::Political(value) => (field(JudgementField::Political), self.known(value)),
            Held::Stage(value) => (field(JudgementField::Stage), self.known(value)),
            Held::StageWanted(value) => (self.inner(self.label("field", "stage_wanted")), self.known(Some(value))),
            Held::Novelty(value) => (self.inner(self.label("field", "novelty")), self.known(Some(value))),
        }
    }

    /// A value in words; unknown is said, never left out.
    fn known<T: Coded>(&self, value: Option<T>) -> String {
        match value {
            Some(value) => self.inner(self.value(value)),
            None => self.inner(&self.say(Message::UnknownValue)),
        }
    }
}
