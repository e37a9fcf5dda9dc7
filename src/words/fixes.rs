//! What can be done about a finding: the words on its buttons, and of the action that answers it.

use chrono::NaiveDate;

use super::{Message, Words, date};
use crate::insight::{Finding, Fix, Reason};
use crate::model::{Account, Novelty, PersonId};

impl Words {
    /// The words on a button; `later` is the day to which late actions would move.
    pub fn fix(&self, fix: &Fix, account: &Account, later: NaiveDate) -> String {
        let name = |id: PersonId| self.person(account, id);
        self.text(&match fix {
            Fix::AddAction { .. } => Message::FindingAct,
            Fix::Judge { person, field } => {
                Message::FixJudge { field: self.inner(self.value(*field)), person: name(*person) }
            }
            Fix::MarkRole { role, .. } => Message::FixMark { role: self.inner(self.value(*role)) },
            Fix::MarkTag { tag, .. } => Message::FixMark { role: self.inner(self.value(*tag)) },
            Fix::MarkPolitical { person, status } => {
                Message::FixPolitical { person: name(*person), value: self.inner(self.value(*status)) }
            }
            Fix::MarkAgainst { .. } => Message::FixAgainst,
            Fix::AddLink { to: Some(person), .. } => Message::FixLinkTo { person: name(*person) },
            Fix::AddLink { from, to: None } => Message::FixLinkFrom { person: from.map_or_else(String::new, name) },
            Fix::AddGroup => Message::FixGroup,
            Fix::Verify { .. } => Message::FixVerify,
            Fix::Postpone { .. } => Message::FixPostpone { date: date(later) },
            Fix::ShowWay(_) => Message::FixShowWay,
            Fix::OpenPerson(person) => Message::FixOpen { person: name(*person) },
            Fix::ShowActions => Message::FindingSeeActions,
        })
    }

    /// What the action delivers that answers a finding.
    pub fn answer(&self, finding: &Finding, account: &Account) -> String {
        let name = |id: PersonId| self.person(account, id);
        self.text(&match &finding.reason {
            Reason::NobodyForUs { first: person } | Reason::NobodyDecidesForUs { next: Some(person), .. } => {
                Message::ActWin { person: name(*person) }
            }
            Reason::NoKeyPlayer | Reason::NobodyDecidesForUs { next: None, .. } => Message::ActFindDeciders,
            Reason::MissingRoles(roles) => Message::ActFindRole { role: self.values(roles) },
            Reason::MissingGatekeeper => Message::ActFindMoney,
            Reason::MissingGroup => Message::ActFindGroup,
            Reason::Unknown { person, fields } => {
                Message::ActAskAbout { person: name(*person), fields: self.inner(&self.values(fields)) }
            }
            Reason::HardlyMet { person, .. } | Reason::HiddenPower { person, .. } => {
                Message::ActVisit { person: name(*person) }
            }
            Reason::Path { route, .. } => {
                // Whoever leads us on from the first is met on the way.
                let next = route.people.get(1).copied().unwrap_or(route.target);
                let first = route.people.first().copied().unwrap_or(route.target);
                Message::ActIntroduction { first: name(first), person: name(next) }
            }
            Reason::NoPath { person, .. } | Reason::Unlinked(person) => Message::ActFindWay { person: name(*person) },
            Reason::HostilePath(people) => {
                let name = |id: Option<&PersonId>| id.map_or_else(String::new, |id| name(*id));
                Message::ActTalkFirst { person: name(people.last()), hostile: name(people.first()) }
            }
            Reason::ConflictAbove { supporter, approver } => {
                Message::ActOtherVoice { person: name(*approver), supporter: name(*supporter) }
            }
            Reason::Opposed { person, .. } => Message::ActOpposed { person: name(*person) },
            Reason::EmptyRank(person) => Message::ActListeners { person: name(*person) },
            Reason::SingleThread { person, next: Some(next) } => {
                Message::ActSecondLine { person: name(*person), next: name(*next) }
            }
            Reason::SingleThread { person, next: None } => Message::ActSecondLineAny { person: name(*person) },
            Reason::CutOff { person, targets } => {
                Message::ActSecondWay { person: name(*person), targets: self.people(account, targets) }
            }
            Reason::AttitudeNovelty { person, novelty: Novelty::New, .. } => {
                Message::ActProof { person: name(*person) }
            }
            Reason::AttitudeNovelty { person, .. } => Message::ActNews { person: name(*person) },
            Reason::Stale { person, .. } => Message::ActCheck { person: name(*person) },
            Reason::Balance { next: Some(person), .. } => Message::ActWin { person: name(*person) },
            Reason::Balance { next: None, .. } => Message::ActWinOne,
            Reason::NoOpponent { .. } => Message::ActFindOpponents,
            Reason::StageGap { person, wanted, .. } => {
                Message::ActNextStep { person: name(*person), wanted: self.inner(self.value(*wanted)) }
            }
            Reason::Overdue { .. } => Message::ActOverdue,
        })
    }
}
