//! Templates: typst files that users may copy, change and choose.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The files that ship.
const SHIPPED: [(&str, &str); 7] = [
    ("plan.typ", include_str!("../../assets/page/plan.typ")),
    ("long.typ", include_str!("../../assets/page/long.typ")),
    ("brief.typ", include_str!("../../assets/page/brief.typ")),
    ("panels.typ", include_str!("../../assets/page/panels.typ")),
    ("parts.typ", include_str!("../../assets/page/parts.typ")),
    ("map.typ", include_str!("../../assets/page/map.typ")),
    ("plot.typ", include_str!("../../assets/page/plot.typ")),
];

/// A template: its files by name; each form of a document calls the one of its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    files: BTreeMap<String, String>,
    is_shipped: bool,
}

impl Template {
    /// The template that ships.
    pub fn shipped() -> Self {
        let files = SHIPPED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Self { files: files.collect(), is_shipped: true }
    }

    /// A template of a user's own; files it lacks are the shipped ones.
    pub fn own(changed: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut template = Self::shipped();
        for (name, text) in changed {
            template.files.insert(name, text);
        }
        template.is_shipped = template == Self::shipped();
        template
    }

    /// Whether every file is as it ships: then it may run in this process.
    pub fn is_shipped(&self) -> bool {
        self.is_shipped
    }

    /// Names and texts of the files.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}
