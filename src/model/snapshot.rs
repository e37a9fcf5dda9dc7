//! What the map said on a day, to be compared later.

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, records};
use super::{
    BuyingRole, Coverage, FunnelStage, InnovationAttitude, LinkKind, Money, OpportunityId, OpportunityStatus, PersonId,
    PoliticalStatus, RelationshipStage, SeatId, Support,
};

id_types! {
    /// The id of a [`Snapshot`].
    SnapshotId,
}
records! { Snapshot, SnapshotId, snapshots }

/// A person and seat as they stood on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotPerson {
    /// Who.
    pub person: PersonId,
    /// The name then.
    pub name: String,
    /// The seat held then.
    pub seat: Option<SeatId>,
    /// The seat's title then.
    pub title: String,
    /// The seat reported to then.
    pub reports_to: Option<SeatId>,
    /// Buying role then.
    pub role: Option<BuyingRole>,
    /// Innovation attitude then.
    pub attitude: Option<InnovationAttitude>,
    /// Support then.
    pub support: Option<Support>,
    /// Coverage then.
    pub coverage: Option<Coverage>,
    /// Political status then.
    pub political: Option<PoliticalStatus>,
    /// Relationship stage then.
    pub stage: Option<RelationshipStage>,
    /// The seat's unit then.
    pub unit: String,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// A link as it stood on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotLink {
    /// Who influences, or either of the two.
    pub from: PersonId,
    /// Who is influenced, or the other.
    pub to: PersonId,
    /// What kind of link it was.
    pub kind: LinkKind,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// An opportunity as it stood on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotOpportunity {
    /// Which opportunity.
    pub opportunity: OpportunityId,
    /// The name then.
    pub name: String,
    /// The amount then.
    pub amount: Option<Money>,
    /// The stage then.
    pub stage: Option<FunnelStage>,
    /// Open, won, lost then.
    pub status: OpportunityStatus,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// A dated picture of the map and the funnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The snapshot's id.
    pub id: SnapshotId,
    /// The day.
    pub taken: Option<NaiveDate>,
    /// What it was taken for.
    pub label: String,
    /// The people then.
    pub people: Vec<SnapshotPerson>,
    /// The links then.
    pub links: Vec<SnapshotLink>,
    /// The opportunities then.
    pub opportunities: Vec<SnapshotOpportunity>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}
