//! Findings as sentences: the person or the fact first, what to do last.

use super::{Message, Words, date};
use crate::insight::{Finding, NoWay, Reason, Route};
use crate::method::Severity;
use crate::model::{
    Account, BuyingRole, Coded, Coverage, MemberId, Novelty, Opportunity, PersonId, RelationshipStage, Seat, Support,
    TeamMember,
};

impl Words {
    /// The sentence of a finding.
    pub fn finding(&self, finding: &Finding, account: &Account) -> String {
        let name = |id: PersonId| self.person(account, id);
        self.text(&match &finding.reason {
            Reason::Path { route, .. } => return self.route(route, account),
            Reason::NoKeyPlayer => Message::FindingLightNobody,
            Reason::NobodyForUs { first } => Message::FindingLightRed { person: name(*first) },
            Reason::NobodyDecidesForUs { supporter, next: Some(next) } => {
                Message::FindingLightAmber { supporter: name(*supporter), person: name(*next) }
            }
            Reason::NobodyDecidesForUs { supporter, next: None } => {
                Message::FindingLightAmberNobody { supporter: name(*supporter) }
            }
            Reason::MissingRoles(roles) if roles.len() == BuyingRole::ALL.len() => Message::FindingNoRoles,
            Reason::MissingRoles(roles) => Message::FindingMissingRole { role: self.values(roles) },
            Reason::MissingGatekeeper => Message::FindingMissingGatekeeper,
            Reason::MissingGroup => Message::FindingMissingGroup,
            Reason::Unknown { person, fields } => {
                Message::FindingUnknown { person: name(*person), fields: self.inner(&self.values(fields)) }
            }
            Reason::HardlyMet { person, coverage } => met(name(*person), *coverage),
            Reason::NoPath { person, cause } => {
                let person = name(*person);
                match cause {
                    NoWay::NoDoor => Message::FindingNoDoor { person },
                    NoWay::NoLine => Message::FindingNoPath { person },
                    NoWay::Blocked(by) => Message::FindingPathBlocked { person, blocker: name(*by) },
                }
            }
            Reason::HostilePath(people) => self.hostile(people, account),
            Reason::ConflictAbove { supporter, approver } => {
                Message::FindingConflictAbove { supporter: name(*supporter), approver: name(*approver) }
            }
            Reason::Opposed { person, support: Support::Enemy } => Message::FindingEnemy { person: name(*person) },
            Reason::Opposed { person, .. } => Message::FindingOpposed { person: name(*person) },
            Reason::HiddenPower { person, is_outside: true } => Message::FindingHiddenOutside { person: name(*person) },
            Reason::HiddenPower { person, .. } => Message::FindingHiddenPower { person: name(*person) },
            Reason::EmptyRank(person) => Message::FindingEmptyRank { person: name(*person) },
            Reason::SingleThread { person, next: None } => Message::FindingSingleThread { person: name(*person) },
            Reason::SingleThread { person, next: Some(next) } => {
                Message::FindingSingleThreadNext { person: name(*person), next: name(*next) }
            }
            Reason::CutOff { person, targets } => {
                Message::FindingCutOff { person: name(*person), targets: self.people(account, targets) }
            }
            Reason::AttitudeNovelty { person, attitude, novelty, opportunity } => {
                let (person, attitude) = (name(*person), self.inner(self.value(*attitude)));
                let opportunity = account.get::<Opportunity>(*opportunity).map_or("", |deal| deal.name.as_str());
                let opportunity = self.or_untitled(opportunity);
                match novelty {
                    Novelty::New => Message::FindingNew { person, attitude, opportunity },
                    Novelty::Proven => Message::FindingProven { person, attitude, opportunity },
                }
            }
            Reason::Stale { person, since: Some((field, day)) } => Message::FindingStale {
                person: name(*person),
                field: self.value(*field).to_lowercase(),
                date: date(*day),
            },
            Reason::Stale { person, since: None } => Message::FindingNeverVerified { person: name(*person) },
            Reason::Balance { supporters, opponents, next } => {
                let (supporters, opponents) = (supporters.to_string(), opponents.to_string());
                match next {
                    Some(next) => Message::FindingBalanceNext { supporters, opponents, person: name(*next) },
                    None => Message::FindingBalance { supporters, opponents },
                }
            }
            Reason::NoOpponent { ask: Some(ask) } => Message::FindingNoOpponentAsk { person: name(*ask) },
            Reason::NoOpponent { ask: None } => Message::FindingNoOpponent,
            Reason::Unlinked(person) => Message::FindingUnlinked { person: name(*person) },
            Reason::StageGap { person, now, wanted, member } => {
                self.stage_gap(name(*person), (*now, *wanted), member.and_then(|id| member_name(account, id)))
            }
            Reason::Overdue { actions, oldest } => {
                Message::FindingOverdue { count: actions.len().to_string(), date: date(*oldest) }
            }
        })
    }

    /// The word for how a finding is to be taken.
    pub fn severity(&self, severity: Severity) -> String {
        self.say(match severity {
            Severity::Grave => Message::FindingGrave,
            Severity::Way => Message::FindingWay,
            Severity::Watch => Message::FindingWatch,
            Severity::Note => Message::FindingNote,
        })
        .into_owned()
    }

    /// The way step by step, each person with the title: who introduces us to whom, who influences whom.
    fn route(&self, route: &Route, account: &Account) -> String {
        let titled = |id: PersonId| self.titled(account, id);
        let mut way = String::new();
        for (place, step) in route.steps.iter().enumerate() {
            let (first, person) = (titled(step.from), titled(step.to));
            way += &self.text(&match (place, step.link.is_some()) {
                (0, true) => Message::FindingPathStart { first, person },
                (0, false) => Message::FindingPathStartMember { first, person },
                (_, true) => Message::FindingPathNext { person },
                (_, false) => Message::FindingPathNextMember { person },
            });
        }
        let first = route.people.first().map_or_else(String::new, |first| self.person(account, *first));
        self.text(&Message::FindingPathEnd { way, first })
    }

    fn hostile(&self, people: &[PersonId], account: &Account) -> Message {
        let name = |id: Option<&PersonId>| id.map_or_else(String::new, |id| self.person(account, *id));
        let (hostile, approver) = (name(people.first()), name(people.last()));
        let between = people.get(1..people.len().saturating_sub(1)).unwrap_or_default();
        if between.is_empty() {
            Message::FindingHostile { hostile, approver }
        } else {
            Message::FindingHostileThrough { hostile, approver, through: self.people(account, between) }
        }
    }

    fn stage_gap(
        &self,
        person: String,
        (now, wanted): (Option<RelationshipStage>, RelationshipStage),
        member: Option<String>,
    ) -> Message {
        let now = now.map_or_else(|| self.say(Message::UnknownValue).into_owned(), |now| self.value(now).to_owned());
        let (now, wanted) = (self.inner(&now), self.inner(self.value(wanted)));
        match member {
            Some(member) => Message::FindingStageGapMember { person, now, wanted, member },
            None => Message::FindingStageGap { person, now, wanted },
        }
    }

    /// A person's name; where there is none yet, words that say so.
    pub(super) fn person(&self, account: &Account, id: PersonId) -> String {
        match account.person_name(id) {
            "" => self.say(Message::PeopleUnnamed).into_owned(),
            name => name.to_owned(),
        }
    }

    /// A person's name with the title, where there is one.
    fn titled(&self, account: &Account, id: PersonId) -> String {
        let name = self.person(account, id);
        match account.all::<Seat>().find(|seat| seat.holder == Some(id)) {
            Some(seat) if !seat.title.is_empty() => self.text(&Message::NameTitle { name, title: seat.title.clone() }),
            Some(_) | None => name,
        }
    }

    /// Several people's names.
    pub(super) fn people(&self, account: &Account, people: &[PersonId]) -> String {
        let names: Vec<String> = people.iter().map(|person| self.person(account, *person)).collect();
        names.join(self.list_separator())
    }

    /// Several values of a scale.
    pub(super) fn values<T: Coded>(&self, values: &[T]) -> String {
        let words: Vec<&str> = values.iter().map(|value| self.value(*value)).collect();
        words.join(self.list_separator())
    }

    /// A word as it stands within a sentence.
    pub(super) fn inner(&self, word: &str) -> String {
        word.to_lowercase()
    }

    fn or_untitled(&self, text: &str) -> String {
        if text.is_empty() { self.say(Message::Untitled).into_owned() } else { text.to_owned() }
    }
}

fn met(person: String, coverage: Option<Coverage>) -> Message {
    match coverage {
        None => Message::FindingMetUnknown { person },
        Some(Coverage::NoContact) => Message::FindingNotMet { person },
        Some(Coverage::BriefContact) => Message::FindingMetBriefly { person },
        Some(Coverage::MultipleContacts | Coverage::InDepth) => Message::FindingMetShallow { person },
    }
}

fn member_name(account: &Account, id: MemberId) -> Option<String> {
    account.get::<TeamMember>(id).map(|member| member.name.clone()).filter(|name| !name.is_empty())
}
