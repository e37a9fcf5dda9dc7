//! Whom to look at on the way to those who decide: a small circle cut out of the whole.

use std::collections::{BTreeMap, BTreeSet};

use super::access::routes;
use crate::method::FindingRules;
use crate::model::{Account, BuyingRole, Link, LinkKind, OpportunityId, Person, PersonId, Seat, SeatId};

/// How many people stand in the circle at the most.
const MOST: usize = 40;
/// How many steps of influence count.
const REACH: u32 = 2;
/// What a step of strength 1, 2, 3 costs: 6, 3, 2. Source: methods, Graph analytics 5.
const UNIT: u32 = 6;

/// The people on the way to `targets`; where none are named, to the approvers, else to the decision makers.
///
/// In this order, until forty are found: the targets, everybody on the access paths to them, everybody within two
/// steps of influence on them, nearest and strongest first, and the managers between all these and the targets.
/// Cost: one walk over links and seats, and that of the access paths.
pub fn power_circle(
    account: &Account,
    opportunity: Option<OpportunityId>,
    rules: &FindingRules,
    targets: &[PersonId],
) -> BTreeSet<PersonId> {
    let targets = goals(account, opportunity, targets);
    let mut circle: Vec<PersonId> = targets.iter().copied().collect();
    let paths = routes(account, opportunity, rules).into_iter().filter(|path| targets.contains(&path.target));
    // From the target back to the door, so that what is cut off is the far end.
    circle.extend(paths.flat_map(|path| path.people.into_iter().rev()));
    circle.extend(influencers(account, &targets));
    circle.extend(managers(account, &targets, &circle));
    let mut found = BTreeSet::new();
    for person in circle.into_iter().filter(|person| account.persons.contains_key(person)) {
        if found.len() < MOST {
            found.insert(person);
        }
    }
    found
}

/// Whom the circle is about.
fn goals(account: &Account, opportunity: Option<OpportunityId>, named: &[PersonId]) -> BTreeSet<PersonId> {
    if !named.is_empty() {
        return named.iter().copied().collect();
    }
    let with = |role: BuyingRole| -> BTreeSet<PersonId> {
        let people = account.all::<Person>();
        people
            .filter(|person| account.judgement(person, opportunity).role == Some(role))
            .map(|person| person.id)
            .collect()
    };
    let approvers = with(BuyingRole::Approver);
    if approvers.is_empty() { with(BuyingRole::DecisionMaker) } else { approvers }
}

/// Everybody within reach of influence on a target, fewest steps first, then the strongest way, then by id.
fn influencers(account: &Account, targets: &BTreeSet<PersonId>) -> Vec<PersonId> {
    let mut influenced_by: BTreeMap<PersonId, Vec<(PersonId, u32)>> = BTreeMap::new();
    for link in account.all::<Link>().filter(|link| link.is_understood()) {
        if let LinkKind::Influences(strength) = link.kind {
            let cost = UNIT / u32::from(strength.get());
            influenced_by.entry(link.to).or_default().push((link.from, cost));
        }
    }
    let mut found: Vec<PersonId> = Vec::new();
    let mut seen = targets.clone();
    let mut rim: BTreeMap<PersonId, u32> = targets.iter().map(|target| (*target, 0)).collect();
    for _ in 0..REACH {
        let mut next: BTreeMap<PersonId, u32> = BTreeMap::new();
        for (person, cost) in &rim {
            for (from, step) in influenced_by.get(person).into_iter().flatten().filter(|(from, _)| !seen.contains(from))
            {
                let cheapest = next.entry(*from).or_insert(u32::MAX);
                *cheapest = (*cheapest).min(cost + step);
            }
        }
        seen.extend(next.keys().copied());
        let mut people: Vec<(u32, PersonId)> = next.iter().map(|(person, cost)| (*cost, *person)).collect();
        people.sort_unstable();
        found.extend(people.into_iter().map(|(_, person)| person));
        rim = next;
    }
    found
}

/// The managers between people of the circle and a target above them, and between a target and people above it.
fn managers(account: &Account, targets: &BTreeSet<PersonId>, circle: &[PersonId]) -> Vec<PersonId> {
    let seats = account.seat_of_person();
    let people: BTreeSet<PersonId> = circle.iter().copied().collect();
    let mut found = Vec::new();
    for person in circle {
        let ends = if targets.contains(person) { &people } else { targets };
        let between = seats.get(person).and_then(|seat| chain(account, *seat, ends));
        found.extend(between.into_iter().flatten());
    }
    found
}

/// The people above a seat up to the first of `ends`; none where none of them stands above.
fn chain(account: &Account, seat: SeatId, ends: &BTreeSet<PersonId>) -> Option<Vec<PersonId>> {
    let mut between = Vec::new();
    let mut here = seat;
    // A loop cannot be entered, yet a file may hold one until it is repaired.
    for _ in 0..account.seats.len() {
        here = account.get::<Seat>(here)?.reports_to?;
        match account.get::<Seat>(here)?.holder {
            Some(holder) if ends.contains(&holder) => return Some(between),
            Some(holder) => between.push(holder),
            None => {}
        }
    }
    None
}
