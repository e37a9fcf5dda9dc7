//! Then and now: what differs between two dated snapshots, the weightiest first.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::change_of::{ChangeOf, JudgedValue, JudgementShift, Named, Post, Superior, Trend};
use crate::model::{
    Account, LinkKind, OpportunityId, PersonId, Review, SeatId, Snapshot, SnapshotId, SnapshotLink,
    SnapshotOpportunity, SnapshotPerson, TieKind,
};

/// Everything that differs, the weightiest first, then by name; equal snapshots differ in nothing.
///
/// What a snapshot of an earlier version did not record is no change: units where either is empty,
/// relationship stages where a snapshot has none at all. Nor is a new holder of the seat somebody
/// reports to: the seat above is the same. Cost: O(n log n) in people, links and opportunities.
pub fn compare(then: &Snapshot, now: &Snapshot) -> Vec<ChangeOf> {
    let (then, now) = (Side::of(then), Side::of(now));
    let mut found: Vec<(u8, ChangeOf)> = Vec::new();
    people(&then, &now, &mut found);
    links(&then, &now, &mut found);
    opportunities(&then, &now, &mut found);
    let order = |one: &(u8, ChangeOf), other: &(u8, ChangeOf)| {
        (one.0, one.1.trend(), one.1.name()).cmp(&(other.0, other.1.trend(), other.1.name()))
    };
    found.sort_by(order);
    found.into_iter().map(|(_, change)| change).collect()
}

/// The snapshot that "since the last review" counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline<'a> {
    /// The snapshot.
    pub snapshot: &'a Snapshot,
    /// Whether it was taken at a review; else it is only the latest before today.
    pub is_review: bool,
}

/// The snapshot of the last review that has one, else the latest taken before `today`.
pub fn baseline(account: &Account, today: NaiveDate) -> Option<Baseline<'_>> {
    let reviewed = account.all::<Review>().filter_map(|review| {
        let snapshot = account.get::<Snapshot>(review.snapshot?)?;
        let day = review.date.or(snapshot.taken)?;
        (day <= today).then_some((day, review.id, snapshot))
    });
    if let Some((_, _, snapshot)) = reviewed.max_by_key(|(day, review, _)| (*day, *review)) {
        return Some(Baseline { snapshot, is_review: true });
    }
    let earlier = account.all::<Snapshot>().filter(|snapshot| snapshot.taken.is_some_and(|day| day < today));
    let snapshot = earlier.max_by_key(|snapshot| (snapshot.taken, snapshot.id))?;
    Some(Baseline { snapshot, is_review: false })
}

/// What differs between a baseline and the account as it stands.
pub fn changes_since(baseline: &Baseline<'_>, account: &Account, today: NaiveDate) -> Vec<ChangeOf> {
    compare(baseline.snapshot, &Snapshot::of(account, SnapshotId::from_bits(0), today, ""))
}

/// One of the two snapshots with what is looked up in it.
pub(super) struct Side<'a> {
    pub(super) people: BTreeMap<PersonId, &'a SnapshotPerson>,
    pub(super) by_seat: BTreeMap<SeatId, &'a SnapshotPerson>,
    links: BTreeMap<(PersonId, PersonId, Family), &'a SnapshotLink>,
    opportunities: BTreeMap<OpportunityId, &'a SnapshotOpportunity>,
    has_stages: bool,
}

/// A kind of link without its strength.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Influence,
    Conflict,
    Tie(TieKind),
}

impl<'a> Side<'a> {
    /// A person told twice counts as first told.
    pub(super) fn of(snapshot: &'a Snapshot) -> Self {
        let mut people = BTreeMap::new();
        let mut by_seat = BTreeMap::new();
        for person in &snapshot.people {
            people.entry(person.person).or_insert(person);
            if let Some(seat) = person.seat {
                by_seat.entry(seat).or_insert(person);
            }
        }
        let links = snapshot.links.iter().filter(|link| link.is_understood());
        Self {
            by_seat,
            links: links.map(|link| (key(link), link)).collect(),
            opportunities: snapshot.opportunities.iter().map(|deal| (deal.opportunity, deal)).collect(),
            has_stages: people.values().any(|person| person.stage.is_some()),
            people,
        }
    }

    fn named(&self, person: PersonId) -> Option<Named> {
        self.people.get(&person).map(|known| named(known))
    }

    fn superior(&self, person: &SnapshotPerson, other: &Side<'_>) -> Option<Superior> {
        let seat = person.reports_to?;
        let holder = self.by_seat.get(&seat);
        // A vacant seat is in no snapshot; the other one may know its title.
        let title = holder.or_else(|| other.by_seat.get(&seat)).map_or_else(String::new, |known| known.title.clone());
        Some(Superior { seat, person: holder.map(|holder| named(holder)), title })
    }
}

/// A link whose direction says nothing is the same either way.
fn key(link: &SnapshotLink) -> (PersonId, PersonId, Family) {
    let (low, high) = (link.from.min(link.to), link.from.max(link.to));
    match link.kind {
        LinkKind::Influences(_) => (link.from, link.to, Family::Influence),
        LinkKind::Conflict => (low, high, Family::Conflict),
        LinkKind::Tie(tie) => (low, high, Family::Tie(tie)),
    }
}

fn named(person: &SnapshotPerson) -> Named {
    Named { person: person.person, name: person.name.clone() }
}

fn post(person: &SnapshotPerson) -> Option<Post> {
    person.seat.map(|_| Post { title: person.title.clone(), unit: person.unit.clone() })
}

fn people(then: &Side<'_>, now: &Side<'_>, found: &mut Vec<(u8, ChangeOf)>) {
    for (id, after) in &now.people {
        let Some(before) = then.people.get(id) else {
            let change = ChangeOf::PersonNew { person: named(after), post: post(after), support: after.support };
            found.push((weight(&change, after.is_key_player()), change));
            continue;
        };
        let is_key = before.is_key_player() || after.is_key_player();
        let mut changes = judged(before, after, then.has_stages && now.has_stages);
        changes.extend(seated(before, after));
        changes.extend(moved((before, then), (after, now)));
        if before.name != after.name {
            changes.push(ChangeOf::Renamed { person: named(after), from: before.name.clone() });
        }
        found.extend(changes.into_iter().map(|change| (weight(&change, is_key), change)));
    }
    for before in then.people.values().filter(|before| !now.people.contains_key(&before.person)) {
        let change = ChangeOf::PersonGone { person: named(before), post: post(before), support: before.support };
        found.push((weight(&change, before.is_key_player()), change));
    }
}

fn judged(before: &SnapshotPerson, after: &SnapshotPerson, has_stages: bool) -> Vec<ChangeOf> {
    let verdicts = [
        JudgementShift::between(before.support, after.support).map(JudgedValue::Support),
        JudgementShift::between(before.coverage, after.coverage).map(JudgedValue::Coverage),
        JudgementShift::between(before.role, after.role).map(JudgedValue::Role),
        JudgementShift::between(before.political, after.political).map(JudgedValue::Political),
        JudgementShift::between(before.stage, after.stage).filter(|_| has_stages).map(JudgedValue::Stage),
        JudgementShift::between(before.attitude, after.attitude).map(JudgedValue::Attitude),
    ];
    let change = |verdict| ChangeOf::Judged { person: named(after), verdict };
    verdicts.into_iter().flatten().map(change).collect()
}

fn seated(before: &SnapshotPerson, after: &SnapshotPerson) -> Option<ChangeOf> {
    let (from, to) = (post(before), post(after));
    let is_same = match (&from, &to) {
        (Some(from), Some(to)) => {
            let is_same_unit = from.unit == to.unit || from.unit.is_empty() || to.unit.is_empty();
            from.title == to.title && is_same_unit
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    (!is_same).then(|| ChangeOf::SeatChanged { person: named(after), from, to })
}

fn moved((before, then): (&SnapshotPerson, &Side<'_>), (after, now): (&SnapshotPerson, &Side<'_>)) -> Option<ChangeOf> {
    let is_seated = before.seat.is_some() && after.seat.is_some();
    if !is_seated || before.reports_to == after.reports_to {
        return None;
    }
    let (from, to) = (then.superior(before, now), now.superior(after, then));
    let holder = |superior: &Option<Superior>| superior.as_ref()?.person.as_ref().map(|person| person.person);
    // Another seat of the same superior is no move.
    let is_same = holder(&from).is_some() && holder(&from) == holder(&to);
    (!is_same).then(|| ChangeOf::Moved { person: named(after), from, to })
}

fn links(then: &Side<'_>, now: &Side<'_>, found: &mut Vec<(u8, ChangeOf)>) {
    let mut push = |change: Option<ChangeOf>| found.extend(change.map(|change| (weight(&change, false), change)));
    for (key, after) in &now.links {
        let ends = now.named(after.from).zip(now.named(after.to));
        let before = then.links.get(key).map(|before| before.kind);
        push(ends.and_then(|(from, to)| match (before, after.kind) {
            (None, kind) => Some(ChangeOf::LinkNew { from, to, kind }),
            (Some(LinkKind::Influences(then)), LinkKind::Influences(now)) if then != now => {
                Some(ChangeOf::StrengthChanged { from, to, then, now })
            }
            (Some(_), _) => None,
        }));
    }
    for (key, before) in &then.links {
        // With somebody who is gone the links go without saying.
        let ends = now.named(before.from).zip(now.named(before.to)).filter(|_| !now.links.contains_key(key));
        push(ends.map(|(from, to)| ChangeOf::LinkGone { from, to, kind: before.kind }));
    }
}

fn opportunities(then: &Side<'_>, now: &Side<'_>, found: &mut Vec<(u8, ChangeOf)>) {
    let mut push = |change: Option<ChangeOf>| found.extend(change.map(|change| (weight(&change, false), change)));
    for (id, after) in &now.opportunities {
        let name = || after.name.clone();
        let Some(before) = then.opportunities.get(id) else {
            push(Some(ChangeOf::OpportunityNew { name: name(), amount: after.amount }));
            continue;
        };
        let (from, to) = (before.status, after.status);
        push((from != to).then(|| ChangeOf::OpportunityStatus { name: name(), from, to }));
        let stage = JudgementShift::between(before.stage, after.stage);
        push(stage.map(|shift| ChangeOf::OpportunityStage { name: name(), shift }));
        let amount = JudgementShift::between(before.amount, after.amount);
        push(amount.map(|shift| ChangeOf::OpportunityAmount { name: name(), shift }));
    }
    for before in then.opportunities.values().filter(|deal| !now.opportunities.contains_key(&deal.opportunity)) {
        push(Some(ChangeOf::OpportunityGone { name: before.name.clone(), amount: before.amount }));
    }
}

/// The place of a change in the list: who decides comes and goes first, support that falls next.
fn weight(change: &ChangeOf, is_key: bool) -> u8 {
    let of = |key: u8, other: u8| if is_key { key } else { other };
    match change {
        ChangeOf::PersonGone { .. } | ChangeOf::SeatChanged { to: None, .. } => of(0, 6),
        ChangeOf::Judged { verdict: JudgedValue::Support(_), .. } if change.trend() == Trend::Worse => of(1, 4),
        ChangeOf::PersonNew { .. } | ChangeOf::SeatChanged { from: None, .. } => of(2, 7),
        ChangeOf::OpportunityStatus { .. } => 3,
        ChangeOf::Judged { verdict: JudgedValue::Support(_), .. } => of(3, 5),
        ChangeOf::OpportunityNew { .. } | ChangeOf::OpportunityGone { .. } => 5,
        ChangeOf::Moved { .. } | ChangeOf::SeatChanged { .. } => of(6, 10),
        ChangeOf::Judged { verdict: JudgedValue::Role(_) | JudgedValue::Political(_), .. } => 8,
        ChangeOf::OpportunityStage { .. } | ChangeOf::OpportunityAmount { .. } => 8,
        ChangeOf::Judged { verdict: JudgedValue::Coverage(_) | JudgedValue::Stage(_), .. } => of(8, 9),
        ChangeOf::LinkNew { kind: LinkKind::Conflict, .. } | ChangeOf::LinkGone { kind: LinkKind::Conflict, .. } => 9,
        ChangeOf::LinkNew { .. } | ChangeOf::LinkGone { .. } => 11,
        ChangeOf::StrengthChanged { .. } | ChangeOf::Judged { verdict: JudgedValue::Attitude(_), .. } => 12,
        ChangeOf::Renamed { .. } => 13,
    }
}
