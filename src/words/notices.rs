//! What an import says about a table, and findings, as sentences.

use super::{Message, Words};
use crate::exchange::{Notice, NoticeKind};
use crate::insight::{Finding, MapLight};
use crate::model::Account;

impl Words {
    /// What an import says about one row.
    pub fn notice(&self, notice: &Notice) -> String {
        let line = notice.line.to_string();
        self.text(&match notice.kind.clone() {
            NoticeKind::NoName => Message::NoticeNoName { line },
            NoticeKind::Vacant { title } => Message::NoticeVacant { line, title },
            NoticeKind::UnknownWord { column, word } => {
                let column = self.label("field", &column).to_owned();
                Message::NoticeUnknownWord { line, column, word }
            }
            NoticeKind::ManagerMissing { name, manager } => Message::NoticeManagerMissing { line, name, manager },
            NoticeKind::ManagerLoop { name, manager } => Message::NoticeManagerLoop { line, name, manager },
            NoticeKind::Ambiguous { name } => Message::NoticeAmbiguous { line, name },
            NoticeKind::DoubledId { id } => Message::NoticeDoubledId { line, id },
            NoticeKind::SameName { name } => Message::NoticeSameName { line, name },
            NoticeKind::PersonMissing { name } => Message::NoticePersonMissing { line, name },
            NoticeKind::SelfLink { name } => Message::NoticeSelfLink { line, name },
            NoticeKind::Strength { text } => Message::NoticeStrength { line, text },
            NoticeKind::ExtraCells { .. } => Message::NoticeExtraCells { line },
            NoticeKind::IgnoredColumn { column } => Message::NoticeIgnoredColumn { column },
        })
    }

    /// A finding: the person or the fact first, what to do last.
    pub fn finding(&self, finding: &Finding, account: &Account) -> String {
        let name = |id: &crate::model::PersonId| account.person_name(*id).to_owned();
        self.text(&match finding {
            Finding::MissingRole(role) => Message::FindingMissingRole { role: self.value(*role).to_owned() },
            Finding::NoPath(person) => Message::FindingNoPath { person: name(person) },
            Finding::Path(people) => {
                let names: Vec<String> = people.iter().map(name).collect();
                Message::FindingPath { people: names.join(" → ") }
            }
            Finding::NotMet(person) => Message::FindingNotMet { person: name(person) },
            Finding::SupportUnknown(person) => Message::FindingSupportUnknown { person: name(person) },
            Finding::Opposed(person) => Message::FindingOpposed { person: name(person) },
            Finding::SingleThread(person) => Message::FindingSingleThread { person: name(person) },
            Finding::NoOpponent => Message::FindingNoOpponent,
            Finding::Overdue(count) => Message::FindingOverdue { count: count.to_string() },
        })
    }

    /// The word for the map's light.
    pub fn light(&self, light: MapLight) -> String {
        self.say(match light {
            MapLight::Red => Message::LightRed,
            MapLight::Amber => Message::LightAmber,
            MapLight::Green => Message::LightGreen,
        })
        .into_owned()
    }
}
