//! Informal links between people: influence, conflict, personal ties.

use super::id::id_types;
use super::record::{Kept, records};
use super::{Evidence, PersonId, TieKind};

id_types! {
    /// The id of a [`Link`].
    LinkId,
}
records! { Link, LinkId, links }

/// How strong an influence is: 1 slight, 2 clear, 3 decisive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Strength(u8);

impl Strength {
    /// Every strength, the slightest first.
    pub const ALL: [Self; 3] = [Self::SLIGHT, Self::CLEAR, Self::DECISIVE];

    /// A slight influence.
    pub const SLIGHT: Self = Self(1);
    /// A clear influence.
    pub const CLEAR: Self = Self(2);
    /// A decisive influence.
    pub const DECISIVE: Self = Self(3);

    /// The strength with this number; `None` outside 1 to 3.
    pub const fn new(value: u8) -> Option<Self> {
        match value {
            1..=3 => Some(Self(value)),
            _ => None,
        }
    }

    /// 1, 2 or 3.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// What kind of link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// `from` influences `to`.
    Influences(Strength),
    /// The two are at odds.
    Conflict,
    /// The two are personally tied.
    Tie(TieKind),
}

impl LinkKind {
    /// Whether the order of the two people matters.
    pub const fn is_directed(self) -> bool {
        matches!(self, Self::Influences(_))
    }
}

/// An informal link between two people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The link's id.
    pub id: LinkId,
    /// Who influences, or either of the two.
    pub from: PersonId,
    /// Who is influenced, or the other of the two.
    pub to: PersonId,
    /// What kind of link it is.
    pub kind: LinkKind,
    /// What there is to say of it.
    pub note: String,
    /// How we know.
    pub evidence: Option<Evidence>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Link {
    /// A link without note and evidence.
    pub fn new(id: LinkId, from: PersonId, to: PersonId, kind: LinkKind) -> Self {
        Self { id, from, to, kind, note: String::new(), evidence: None, kept: Kept::default() }
    }

    /// Whether the file's kind of link is one this version knows; else it must not be drawn as
    /// what it is not.
    pub fn is_understood(&self) -> bool {
        self.kept.get("kind").is_none()
    }

    /// Whether the link touches `person`.
    pub fn touches(&self, person: PersonId) -> bool {
        self.from == person || self.to == person
    }
}
