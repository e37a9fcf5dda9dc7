//! Gestures on the map as edits: one gesture is one step with one name.
//!
//! Each function reads an account and gives the edit that does what the user asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edit, RecordEdit, StructureEdit};
use crate::model::{Account, Ids, Kept, Link, LinkId, Person, PersonId, Rank, Seat, SeatId};

/// What a gesture did, for the name of its step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Somebody new; naming the person goes on with the step.
    Add(PersonId),
    /// Name and title were typed on the card.
    Name(PersonId),
    /// People with their seats were removed.
    Remove(Vec<PersonId>),
    /// Seats were removed, the people wait in the tray.
    Unseat(Vec<PersonId>),
    /// Somebody from the tray got a seat.
    Place(PersonId),
    /// Branches moved.
    Move(Vec<SeatId>),
    /// A copied branch was pasted: so many people.
    Paste(usize),
    /// What came of a visit to these people.
    Visit(Vec<PersonId>),
    /// What is judged of somebody was confirmed.
    Confirm(PersonId),
    /// People came from a table: so many.
    Import(usize),
    /// A review was held and the map kept as it stood.
    Review,
    /// What was tried out is wanted: so many changes.
    Wanted(usize),
    /// What a good visit to somebody would do.
    Effect(PersonId),
    /// One field of many people was set.
    SetMany {
        /// The field's name.
        field: &'static str,
        /// Of how many.
        count: usize,
    },
}

/// Where a new card goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the top of the map.
    Top,
    /// Below a seat.
    Below(SeatId),
    /// Beside a seat, under the same manager, after it.
    Beside(SeatId),
    /// Between a seat and its manager.
    Above(SeatId),
}

/// A new card: the edit that makes it, and what it makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// Makes seat and person, one step.
    pub edit: Edit,
    /// The seat.
    pub seat: SeatId,
    /// Who sits there.
    pub person: PersonId,
}

/// Somebody new on a new seat.
pub fn add_person(account: &Account, ids: &mut Ids, place: Place) -> Added {
    let person = Person::new(ids.fresh(), "");
    let id = person.id;
    let (seat, mut edits) = seat_at(account, ids, place, Some(id));
    edits.insert(0, Edit::Person(RecordEdit::Add(Box::new(person))));
    Added { edit: Edit::Gesture(Gesture::Add(id), edits), seat, person: id }
}

/// Somebody without a seat gets one.
pub fn place_person(account: &Account, ids: &mut Ids, person: PersonId, place: Place) -> (Edit, SeatId) {
    let (seat, edits) = seat_at(account, ids, place, Some(person));
    (Edit::Gesture(Gesture::Place(person), edits), seat)
}

fn seat_at(account: &Account, ids: &mut Ids, place: Place, holder: Option<PersonId>) -> (SeatId, Vec<Edit>) {
    let beside = match place {
        Place::Beside(seat) | Place::Above(seat) => account.get::<Seat>(seat),
        Place::Below(_) | Place::Top => None,
    };
    let manager = match place {
        Place::Top => None,
        Place::Below(seat) => Some(seat),
        Place::Beside(_) | Place::Above(_) => beside.and_then(|seat| seat.reports_to),
    };
    let around = |seat: SeatId| account.get::<Seat>(seat).map_or_else(String::new, |seat| seat.unit.clone());
    // A colleague or a report mostly belongs to the same unit.
    let unit = match place {
        Place::Beside(seat) | Place::Below(seat) => around(seat),
        Place::Top | Place::Above(_) => String::new(),
    };
    let seat = Seat { reports_to: manager, holder, unit, ..Seat::new(ids.fresh()) };
    let id = seat.id;
    let mut edits = vec![Edit::Seat(RecordEdit::Add(Box::new(seat)))];
    match place {
        Place::Beside(sibling) => {
            let colleagues = colleagues(account, manager);
            // An order by hand stays one; without one the newest stands last.
            if colleagues.iter().any(|seat| account.get::<Seat>(*seat).is_some_and(|seat| seat.rank != 0)) {
                edits.push(order_with(&colleagues, &[id], Some(sibling), true));
            }
        }
        Place::Above(below) => {
            edits.push(Edit::Structure(StructureEdit::SetManager { seat: below, manager: Some(id) }));
        }
        Place::Top | Place::Below(_) => {}
    }
    (id, edits)
}

/// The seats under one manager (or at the top), in the order they are to stand in.
pub fn colleagues(account: &Account, manager: Option<SeatId>) -> Vec<SeatId> {
    let mut seats: Vec<(Rank, SeatId)> = account
        .all::<Seat>()
        .filter(|seat| seat.reports_to == manager)
        .map(|seat| (if seat.rank == 0 { Rank::MAX } else { seat.rank }, seat.id))
        .collect();
    seats.sort();
    seats.into_iter().map(|(_, seat)| seat).collect()
}

/// `moved` placed before or after `target` among its colleagues.
fn order_with(colleagues: &[SeatId], moved: &[SeatId], target: Option<SeatId>, is_after: bool) -> Edit {
    let mut order: Vec<SeatId> = colleagues.iter().copied().filter(|seat| !moved.contains(seat)).collect();
    let at = target.and_then(|target| order.iter().position(|seat| *seat == target));
    let at = at.map_or(order.len(), |at| if is_after { at + 1 } else { at });
    order.splice(at..at, moved.iter().copied());
    Edit::Structure(StructureEdit::OrderReports(order))
}

/// The seats of a selection that do not stand below another one of it.
pub fn tops(account: &Account, seats: &BTreeSet<SeatId>) -> Vec<SeatId> {
    let is_below = |seat: SeatId| seats.iter().any(|other| *other != seat && account.is_in_branch(seat, *other));
    seats.iter().copied().filter(|seat| !is_below(*seat)).collect()
}

/// Branches under another manager, or at the top; their cards leave the places they were pinned to.
pub fn move_under(account: &Account, seats: &BTreeSet<SeatId>, manager: Option<SeatId>) -> Edit {
    let tops = tops(account, seats);
    let mut edits = Vec::new();
    for seat in &tops {
        edits.push(Edit::Structure(StructureEdit::SetManager { seat: *seat, manager }));
        edits.extend(release(account, *seat));
    }
    Edit::Gesture(Gesture::Move(tops), edits)
}

fn release(account: &Account, seat: SeatId) -> Option<Edit> {
    let pins = &account.get::<Seat>(seat)?.pins;
    let layout = pins.keys().next().copied()?;
    Some(Edit::Structure(StructureEdit::SetPins { layout, pins: vec![(seat, None)] }))
}

/// Branches beside another seat, before or after it in the order `shown` of its colleagues.
pub fn move_beside(
    account: &Account,
    seats: &BTreeSet<SeatId>,
    target: SeatId,
    is_after: bool,
    shown: &[SeatId],
) -> Edit {
    let manager = account.get::<Seat>(target).and_then(|seat| seat.reports_to);
    let tops = tops(account, seats);
    let mut edits = Vec::new();
    for seat in &tops {
        if account.get::<Seat>(*seat).is_some_and(|moved| moved.reports_to != manager) {
            edits.push(Edit::Structure(StructureEdit::SetManager { seat: *seat, manager }));
        }
        edits.extend(release(account, *seat));
    }
    edits.push(order_with(shown, &tops, Some(target), is_after));
    Edit::Gesture(Gesture::Move(tops), edits)
}

/// Removes seats with the people on them; reports move up to the seat above.
pub fn remove(account: &Account, seats: &BTreeSet<SeatId>, people: &BTreeSet<PersonId>) -> Edit {
    let held = holders(account, seats);
    let mut edits: Vec<Edit> = seats.iter().map(|seat| Edit::Seat(RecordEdit::Remove(*seat))).collect();
    let gone: BTreeSet<PersonId> = held.into_iter().chain(people.iter().copied()).collect();
    edits.extend(gone.iter().map(|person| Edit::Person(RecordEdit::Remove(*person))));
    Edit::Gesture(Gesture::Remove(gone.into_iter().collect()), edits)
}

/// Removes seats and leaves the people on them to the tray.
pub fn unseat(account: &Account, seats: &BTreeSet<SeatId>) -> Edit {
    let edits = seats.iter().map(|seat| Edit::Seat(RecordEdit::Remove(*seat))).collect();
    Edit::Gesture(Gesture::Unseat(holders(account, seats)), edits)
}

/// Who sits on these seats.
pub fn holders(account: &Account, seats: &BTreeSet<SeatId>) -> Vec<PersonId> {
    seats.iter().filter_map(|seat| account.get::<Seat>(*seat)?.holder).collect()
}

/// A branch taken off the map to be put elsewhere, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Branch {
    seats: Vec<Seat>,
    persons: Vec<Person>,
    links: Vec<Link>,
}

impl Branch {
    /// The branches below `seats`, with the people and the links among them.
    pub fn copied(account: &Account, seats: &BTreeSet<SeatId>) -> Self {
        let is_in = |seat: &&Seat| seats.iter().any(|top| account.is_in_branch(seat.id, *top));
        let seats: Vec<Seat> = account.all::<Seat>().filter(is_in).cloned().collect();
        let held: BTreeSet<PersonId> = seats.iter().filter_map(|seat| seat.holder).collect();
        let persons = account.all::<Person>().filter(|person| held.contains(&person.id)).cloned().collect();
        let within = |link: &&Link| held.contains(&link.from) && held.contains(&link.to);
        Self { seats, persons, links: account.all::<Link>().filter(within).cloned().collect() }
    }

    /// How many people it holds.
    pub fn people(&self) -> usize {
        self.persons.len()
    }

    /// The branch as an indented list, for other programs.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let within: BTreeSet<SeatId> = self.seats.iter().map(|seat| seat.id).collect();
        let is_top = |seat: &&Seat| seat.reports_to.is_none_or(|boss| !within.contains(&boss));
        let mut open: Vec<(usize, &Seat)> = self.seats.iter().filter(is_top).map(|seat| (0, seat)).collect();
        open.reverse();
        while let Some((depth, seat)) = open.pop() {
            let name = self.persons.iter().find(|person| Some(person.id) == seat.holder).map_or("", |one| &one.name);
            let parts: Vec<&str> = [name, seat.title.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
            text.push_str(&"\t".repeat(depth));
            text.push_str(&parts.join(", "));
            text.push('\n');
            let below = self.seats.iter().rev().filter(|other| other.reports_to == Some(seat.id));
            open.extend(below.map(|other| (depth + 1, other)));
        }
        text
    }

    /// The branch once more, under new ids, below `manager`; and the seats on its top.
    pub fn pasted(&self, account: &Account, ids: &mut Ids, manager: Option<SeatId>) -> (Edit, Vec<SeatId>) {
        let people: BTreeMap<PersonId, PersonId> = self.persons.iter().map(|person| (person.id, ids.fresh())).collect();
        let seats: BTreeMap<SeatId, SeatId> = self.seats.iter().map(|seat| (seat.id, ids.fresh())).collect();
        let (mut edits, mut tops) = (Vec::new(), Vec::new());
        for person in &self.persons {
            let members = person.members.iter().map(|member| people.get(member).copied().unwrap_or(*member));
            let members = members
                .filter(|member| people.values().any(|new| new == member) || account.persons.contains_key(member));
            let copy = Person { id: people[&person.id], members: members.collect(), ..person.clone() };
            edits.push(Edit::Person(RecordEdit::Add(Box::new(Person { members: Vec::new(), ..copy.clone() }))));
            if !copy.members.is_empty() {
                let members = super::PersonChange::Members(copy.members);
                edits.push(Edit::Person(RecordEdit::Set(copy.id, members)));
            }
        }
        // Everybody first without a manager: a report may stand before its manager in the list.
        for seat in &self.seats {
            let copy = Seat {
                id: seats[&seat.id],
                reports_to: None,
                dotted: Vec::new(),
                holder: seat.holder.and_then(|person| people.get(&person).copied()),
                past: Vec::new(),
                pins: crate::model::Pins::new(),
                kept: Kept::default(),
                ..seat.clone()
            };
            edits.push(Edit::Seat(RecordEdit::Add(Box::new(copy))));
        }
        for seat in &self.seats {
            let within = seat.reports_to.and_then(|boss| seats.get(&boss).copied());
            if within.is_none() {
                tops.push(seats[&seat.id]);
            }
            if let Some(boss) = within.or(manager) {
                let edit = StructureEdit::SetManager { seat: seats[&seat.id], manager: Some(boss) };
                edits.push(Edit::Structure(edit));
            }
        }
        for link in &self.links {
            let (from, to) = (people[&link.from], people[&link.to]);
            let copy = Link { id: ids.fresh::<LinkId>(), from, to, ..link.clone() };
            edits.push(Edit::Link(RecordEdit::Add(Box::new(copy))));
        }
        (Edit::Gesture(Gesture::Paste(self.people()), edits), tops)
    }
}
