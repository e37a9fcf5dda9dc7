//! Seats, the people on them, and what we judge of the people.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, Rank, ranked, records};
use super::{
    BuyingRole, BuyingTag, Confidence, Coverage, InnovationAttitude, JudgementField, LayoutKind, PersonKind,
    PoliticalStatus, RelationshipStage, Support, ThinkingStyle,
};

id_types! {
    /// The id of a [`Seat`].
    SeatId,
    /// The id of a [`Person`].
    PersonId,
}
records! { Seat, SeatId, seats; Person, PersonId, persons }
ranked! { Seat }

/// The largest photo a person may have, in bytes.
pub const MAX_PHOTO_BYTES: usize = 12 * 1024;

/// A place on the map where the user put a card, in whole canvas points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Points to the right.
    pub x: i32,
    /// Points down.
    pub y: i32,
}

/// The places where the user put a card, at most one for each layout.
pub type Pins = BTreeMap<LayoutKind, Pin>;

/// Who sat on a seat, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// Who sat there.
    pub person: PersonId,
    /// From when, where known.
    pub since: Option<NaiveDate>,
    /// Until when, where known.
    pub until: Option<NaiveDate>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// A place in the client's organisation; a card on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The seat's id.
    pub id: SeatId,
    /// What the seat is called.
    pub title: String,
    /// The unit it belongs to.
    pub unit: String,
    /// Formal level, 1 at the top, where known.
    pub level: Option<u8>,
    /// Whether it stands outside the client (consultant, design institute, group).
    pub external: bool,
    /// The seat it reports to.
    pub reports_to: Option<SeatId>,
    /// Seats it also reports to, by dotted line.
    pub dotted: Vec<SeatId>,
    /// Who sits there; `None` is vacant.
    pub holder: Option<PersonId>,
    /// Who sat there before.
    pub past: Vec<Tenure>,
    /// Place among the colleagues where they were ordered by hand; 0 where not.
    pub rank: Rank,
    /// Where the user put the card.
    pub pins: Pins,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Seat {
    /// An empty, vacant seat at the top.
    pub fn new(id: SeatId) -> Self {
        Self {
            id,
            title: String::new(),
            unit: String::new(),
            level: None,
            external: false,
            reports_to: None,
            dotted: Vec::new(),
            holder: None,
            past: Vec::new(),
            rank: 0,
            pins: Pins::new(),
            kept: Kept::default(),
        }
    }
}

/// How we know a judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Who said so, or where it was seen.
    pub source: String,
    /// Assumed or confirmed, where said.
    pub confidence: Option<Confidence>,
    /// When it was last verified.
    pub verified: Option<NaiveDate>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// Evidence by the judgement it stands for.
pub type EvidenceList = BTreeMap<JudgementField, Evidence>;

/// What we judge of a person, for the whole account. `None` is unknown, never neutral.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Buying role.
    pub role: Option<BuyingRole>,
    /// Buying roles held beside the first.
    pub extra_roles: BTreeSet<BuyingRole>,
    /// Further roles in the buying centre.
    pub tags: BTreeSet<BuyingTag>,
    /// Support now.
    pub support: Option<Support>,
    /// Support we want.
    pub support_wanted: Option<Support>,
    /// How deep our contact goes.
    pub coverage: Option<Coverage>,
    /// Political status.
    pub political: Option<PoliticalStatus>,
    /// Whether the person can stop it alone.
    pub veto: Option<bool>,
    /// Whether the person guides us.
    pub coach: Option<bool>,
    /// What we want from the person.
    pub goal: String,
    /// What the person wins.
    pub win: String,
    /// How we know.
    pub evidence: EvidenceList,
}

impl Judgement {
    /// Whether the person is a key player: in the inner circle or the structure, or, where that
    /// is unknown, an approver or a decision maker. Source: methods, Graph analytics 1.
    pub fn is_key_player(&self) -> bool {
        match self.political {
            Some(PoliticalStatus::InnerCircle | PoliticalStatus::Structure) => true,
            Some(PoliticalStatus::Outside) => false,
            None => matches!(self.role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker)),
        }
    }

    /// Whether the person is for us.
    pub fn is_supportive(&self) -> bool {
        matches!(self.support, Some(Support::Mentor | Support::Supporter))
    }

    /// The youngest date of verification, where there is one.
    pub fn verified(&self) -> Option<NaiveDate> {
        self.evidence.values().filter_map(|evidence| evidence.verified).max()
    }
}

/// A fact from a table that has no field of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The column's name.
    pub name: String,
    /// What stood there.
    pub value: String,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// A person of the client, or near it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person's id.
    pub id: PersonId,
    /// Name as it is written on the card.
    pub name: String,
    /// The name in a second script, or pinyin.
    pub second_name: String,
    /// Individual, group or placeholder.
    pub kind: PersonKind,
    /// Members, where the person is a group.
    pub members: Vec<PersonId>,
    /// Telephone.
    pub phone: String,
    /// Mail address.
    pub email: String,
    /// Other ways to reach the person.
    pub contact: String,
    /// A small picture, at most [`MAX_PHOTO_BYTES`], as PNG or JPEG.
    pub photo: Option<Arc<[u8]>>,
    /// Free notes.
    pub notes: String,
    /// Innovation attitude.
    pub attitude: Option<InnovationAttitude>,
    /// First thinking style.
    pub style: Option<ThinkingStyle>,
    /// Second thinking style.
    pub second_style: Option<ThinkingStyle>,
    /// Relationship stage now.
    pub stage: Option<RelationshipStage>,
    /// Relationship stage wanted.
    pub stage_wanted: Option<RelationshipStage>,
    /// What we judge of the person, for the whole account.
    pub judgement: Judgement,
    /// The id the person has in the table it came from.
    pub foreign_id: String,
    /// Facts from tables that have no field of their own.
    pub facts: Vec<Fact>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Person {
    /// A person of whom only the name is known.
    pub fn new(id: PersonId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            second_name: String::new(),
            kind: PersonKind::Individual,
            members: Vec::new(),
            phone: String::new(),
            email: String::new(),
            contact: String::new(),
            photo: None,
            notes: String::new(),
            attitude: None,
            style: None,
            second_style: None,
            stage: None,
            stage_wanted: None,
            judgement: Judgement::default(),
            foreign_id: String::new(),
            facts: Vec::new(),
            kept: Kept::default(),
        }
    }

    /// What is known of the person where `judgement` holds, field by field: what can be verified.
    pub fn judged_fields(&self, judgement: &Judgement) -> Vec<JudgementField> {
        let fields = [
            (JudgementField::Role, judgement.role.is_some()),
            (JudgementField::Attitude, self.attitude.is_some()),
            (JudgementField::Support, judgement.support.is_some()),
            (JudgementField::Coverage, judgement.coverage.is_some()),
            (JudgementField::Political, judgement.political.is_some()),
            (JudgementField::Stage, self.stage.is_some()),
            (JudgementField::Veto, judgement.veto.is_some()),
            (JudgementField::Coach, judgement.coach.is_some()),
            (JudgementField::Win, !judgement.win.is_empty()),
        ];
        fields.into_iter().filter(|(_, is_known)| *is_known).map(|(field, _)| field).collect()
    }

    /// Whether any judgement rests on an assumption, or the person is a placeholder.
    pub fn is_assumed(&self) -> bool {
        self.kind == PersonKind::Placeholder
            || (self.judgement.evidence.values()).any(|evidence| evidence.confidence == Some(Confidence::Assumed))
    }
}
