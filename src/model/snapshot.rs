//! What the map said on a day, to be compared later.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, records};
use super::{
    Account, BuyingRole, Coverage, FunnelStage, InnovationAttitude, Judgement, Link, LinkKind, Money, Opportunity,
    OpportunityId, OpportunityStatus, Person, PersonId, PoliticalStatus, RelationshipStage, Seat, SeatId, Support,
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

impl Snapshot {
    /// The account as it stands: people without a seat too, judgements of the whole account.
    ///
    /// Where a manager has several seats, reports are noted under the first, which is the one the
    /// manager is noted with. Cost: one walk over seats, people, links and opportunities.
    pub fn of(account: &Account, id: SnapshotId, day: NaiveDate, label: impl Into<String>) -> Self {
        let seats = account.seat_of_person();
        let people = account.all::<Person>().map(|person| {
            let seat = seats.get(&person.id).and_then(|seat| account.get::<Seat>(*seat));
            SnapshotPerson::of(account, &seats, person, seat)
        });
        let links = account.all::<Link>().filter(|link| link.is_understood());
        let link = |link: &Link| SnapshotLink { from: link.from, to: link.to, kind: link.kind, kept: Kept::default() };
        let opportunity = |opportunity: &Opportunity| SnapshotOpportunity {
            opportunity: opportunity.id,
            name: opportunity.name.clone(),
            amount: opportunity.amount,
            stage: opportunity.stage,
            status: opportunity.status,
            kept: Kept::default(),
        };
        Self {
            id,
            taken: Some(day),
            label: label.into(),
            people: people.collect(),
            links: links.map(link).collect(),
            opportunities: account.all::<Opportunity>().map(opportunity).collect(),
            kept: Kept::default(),
        }
    }
}

impl SnapshotPerson {
    fn of(account: &Account, seats: &BTreeMap<PersonId, SeatId>, person: &Person, seat: Option<&Seat>) -> Self {
        let noted = |boss: SeatId| {
            let holder = account.holder(boss).and_then(|holder| seats.get(&holder.id));
            holder.copied().unwrap_or(boss)
        };
        let reports_to = seat.and_then(|seat| seat.reports_to).map(noted);
        let judgement = &person.judgement;
        Self {
            person: person.id,
            name: person.name.clone(),
            seat: seat.map(|seat| seat.id),
            title: seat.map_or_else(String::new, |seat| seat.title.clone()),
            // Whoever reports to a second seat of their own stands at the top.
            reports_to: reports_to.filter(|boss| seat.is_none_or(|seat| seat.id != *boss)),
            role: judgement.role,
            attitude: person.attitude,
            support: judgement.support,
            coverage: judgement.coverage,
            political: judgement.political,
            stage: person.stage,
            unit: seat.map_or_else(String::new, |seat| seat.unit.clone()),
            kept: Kept::default(),
        }
    }

    /// Whether the person was a key player, as [`Judgement::is_key_player`] says.
    pub fn is_key_player(&self) -> bool {
        Judgement { role: self.role, political: self.political, ..Judgement::default() }.is_key_player()
    }
}

impl SnapshotLink {
    /// Whether the file's kind of link is one this version knows, as [`Link::is_understood`] says.
    pub fn is_understood(&self) -> bool {
        self.kept.get("kind").is_none()
    }
}
