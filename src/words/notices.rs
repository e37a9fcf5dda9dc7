//! What an import says about a table, and the map's light, as sentences.

use super::{Message, Words};
use crate::exchange::{Notice, NoticeKind};
use crate::insight::MapLight;

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
