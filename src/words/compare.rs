//! Then and now as sentences, and what a dated snapshot is called.

use super::{Language, Message, Words, date, money};
use crate::insight::{ChangeOf, JudgedValue, JudgementShift, Named, Post, Superior, Trend};
use crate::model::{Coded, JudgementField, LinkKind, Money, Snapshot};

impl Words {
    /// A difference between two snapshots as a sentence.
    pub fn change(&self, change: &ChangeOf) -> String {
        match change {
            ChangeOf::PersonNew { person, post, .. } => {
                self.text(&Message::ChangePersonNew { name: self.with_post(person, post.as_ref()) })
            }
            ChangeOf::PersonGone { person, post, .. } => {
                self.text(&Message::ChangePersonGone { name: self.with_post(person, post.as_ref()) })
            }
            ChangeOf::Renamed { person, from } => {
                self.text(&Message::ChangeRenamed { name: self.named(person), from: from.clone() })
            }
            ChangeOf::Moved { person, from, to } => self.moved(person, from.as_ref(), to.as_ref()),
            ChangeOf::SeatChanged { person, from, to } => self.seat_changed(person, from.as_ref(), to.as_ref()),
            ChangeOf::Judged { person, verdict } => self.judged(person, *verdict),
            ChangeOf::LinkNew { from, to, kind } => {
                self.text(&Message::ChangeLinkNew { ends: self.ends(from, to, *kind), kind: self.link_kind(*kind) })
            }
            ChangeOf::LinkGone { from, to, kind } => {
                self.text(&Message::ChangeLinkGone { ends: self.ends(from, to, *kind), kind: self.link_kind(*kind) })
            }
            ChangeOf::StrengthChanged { from, to, then, now } => self.text(&Message::ChangeStrength {
                ends: self.ends(from, to, LinkKind::Influences(*now)),
                from: then.get().to_string(),
                to: now.get().to_string(),
            }),
            ChangeOf::OpportunityNew { name, amount } => {
                self.text(&Message::ChangeOpportunityNew { name: self.with_amount(name, *amount) })
            }
            ChangeOf::OpportunityGone { name, amount } => {
                self.text(&Message::ChangeOpportunityGone { name: self.with_amount(name, *amount) })
            }
            ChangeOf::OpportunityStage { name, shift } => {
                let said = |stage: Option<_>| stage.map_or_else(|| self.unknown(), |stage| self.low(self.value(stage)));
                self.shifted(name.clone(), "stage", [said(shift.from), said(shift.to)])
            }
            ChangeOf::OpportunityAmount { name, shift } => {
                let said = |amount: Option<Money>| amount.map_or_else(|| self.unknown(), |amount| money(self, amount));
                self.shifted(name.clone(), "amount", [said(shift.from), said(shift.to)])
            }
            ChangeOf::OpportunityStatus { name, from, to } => {
                self.shifted(name.clone(), "status", [self.low(self.value(*from)), self.low(self.value(*to))])
            }
        }
    }

    /// Whether a change is good for us, in a word.
    pub fn trend(&self, trend: Trend) -> String {
        self.text(&match trend {
            Trend::Better => Message::TrendBetter,
            Trend::Worse => Message::TrendWorse,
            Trend::Other => Message::TrendOther,
        })
    }

    /// What a dated snapshot is called: its day and its label.
    pub fn snapshot_name(&self, snapshot: &Snapshot) -> String {
        let parts = [snapshot.taken.map(date), Some(snapshot.label.clone()).filter(|label| !label.is_empty())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { self.label("record", "Snapshot").to_owned() } else { parts.join(" · ") }
    }

    fn moved(&self, person: &Named, from: Option<&Superior>, to: Option<&Superior>) -> String {
        let name = self.named(person);
        self.text(&match (from.map(|from| self.superior(from)), to.map(|to| self.superior(to))) {
            (Some(from), Some(to)) => Message::ChangeMoved { name, from, to },
            (Some(from), None) => Message::ChangeMovedTop { name, from },
            (None, Some(to)) => Message::ChangeMovedUnder { name, to },
            // No superior before and after is no move; said so where it is asked for all the same.
            (None, None) => return name,
        })
    }

    fn seat_changed(&self, person: &Named, from: Option<&Post>, to: Option<&Post>) -> String {
        let name = self.named(person);
        let post = |post: Option<&Post>| {
            let said = post.map(|post| self.post(post)).unwrap_or_default();
            if said.is_empty() { self.say(Message::PostUntitled).into_owned() } else { said }
        };
        self.text(&match (from, to) {
            (None, to) => Message::ChangePostNew { name, to: post(to) },
            (from, None) => Message::ChangePostGone { name, from: post(from) },
            (from, to) => Message::ChangePost { name, from: post(from), to: post(to) },
        })
    }

    fn judged(&self, person: &Named, verdict: JudgedValue) -> String {
        let (field, values) = match verdict {
            JudgedValue::Role(shift) => (JudgementField::Role, self.both(shift)),
            JudgedValue::Attitude(shift) => (JudgementField::Attitude, self.both(shift)),
            JudgedValue::Support(shift) => (JudgementField::Support, self.both(shift)),
            JudgedValue::Coverage(shift) => (JudgementField::Coverage, self.both(shift)),
            JudgedValue::Political(shift) => (JudgementField::Political, self.both(shift)),
            JudgedValue::Stage(shift) => (JudgementField::Stage, self.both(shift)),
        };
        let [from, to] = values;
        let field = self.low(self.value(field));
        self.text(&Message::ChangeValue { name: self.named(person), field, from, to })
    }

    fn both<T: Coded>(&self, shift: JudgementShift<T>) -> [String; 2] {
        [shift.from, shift.to].map(|value| value.map_or_else(|| self.unknown(), |value| self.low(self.value(value))))
    }

    fn shifted(&self, name: String, field: &str, [from, to]: [String; 2]) -> String {
        let field = self.label("field", field).to_owned();
        self.text(&Message::ChangeValue { name, field, from, to })
    }

    fn unknown(&self) -> String {
        self.low(&self.say(Message::UnknownValue))
    }

    fn named(&self, person: &Named) -> String {
        if person.name.is_empty() { self.say(Message::Untitled).into_owned() } else { person.name.clone() }
    }

    /// A seat by title and unit; empty where neither is known.
    fn post(&self, post: &Post) -> String {
        let parts: Vec<&str> = [post.title.as_str(), &post.unit].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn with_post(&self, person: &Named, post: Option<&Post>) -> String {
        let post = post.map(|post| self.post(post)).filter(|post| !post.is_empty());
        let parts: Vec<String> = std::iter::once(self.named(person)).chain(post).collect();
        parts.join(self.pause())
    }

    fn with_amount(&self, name: &str, amount: Option<Money>) -> String {
        let parts: Vec<String> =
            std::iter::once(name.to_owned()).chain(amount.map(|amount| money(self, amount))).collect();
        parts.join(self.pause())
    }

    /// Who sits above, else the seat's title.
    pub fn superior(&self, superior: &Superior) -> String {
        match &superior.person {
            Some(person) => self.named(person),
            None if superior.title.is_empty() => self.say(Message::SuperiorVacant).into_owned(),
            None => superior.title.clone(),
        }
    }

    /// Two people with what joins them: an arrow where the direction counts.
    fn ends(&self, from: &Named, to: &Named, kind: LinkKind) -> String {
        let sign = if kind.is_directed() { "→" } else { "–" };
        format!("{} {sign} {}", self.named(from), self.named(to))
    }

    fn link_kind(&self, kind: LinkKind) -> String {
        let kind = match kind {
            LinkKind::Influences(strength) => self.text(&Message::InfluenceOf { count: strength.get().to_string() }),
            LinkKind::Conflict => self.say(Message::LineConflict).into_owned(),
            LinkKind::Tie(tie) => self.value(tie).to_owned(),
        };
        self.low(&kind)
    }

    /// A word within a sentence: English begins it small.
    fn low(&self, word: &str) -> String {
        let mut letters = word.chars();
        match (self.language(), letters.next()) {
            (Language::English, Some(first)) => first.to_lowercase().collect::<String>() + letters.as_str(),
            (Language::English | Language::Chinese, _) => word.to_owned(),
        }
    }

    /// What stands between a name and what is added to it.
    fn pause(&self) -> &'static str {
        match self.language() {
            Language::Chinese => "，",
            Language::English => ", ",
        }
    }
}
