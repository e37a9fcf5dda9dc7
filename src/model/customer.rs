//! The customer edition: what a client may see of its own account.

use std::sync::Arc;

use super::{Account, Action, Goal, Kept, MemberId, Person, PersonKind, Profile, Record, Seat, Table, TeamMember};

/// The account as the client may see it: an allow-list, built anew from nothing.
///
/// Kept: the client's name and industry, the plan period, names, seats and reporting lines, our
/// team, and the goals and actions marked as shared. Gone: every judgement, link, note, evidence,
/// opportunity, amount, SWOT, risk, rival, activity, review and snapshot, people not yet found,
/// and all that this version does not understand.
pub fn for_customer(account: &Account) -> Account {
    let mut shown = Account::new(account.id, account.profile.name.clone());
    shown.profile = Arc::new(Profile {
        industry: account.profile.industry.clone(),
        owner: account.profile.owner,
        period: account.profile.period.clone(),
        next_review: account.profile.next_review,
        currency: account.profile.currency,
        ..Profile::new(account.profile.name.clone())
    });
    let is_found = |person: &&Person| person.kind != PersonKind::Placeholder;
    shown.persons = table(account.all::<Person>().filter(is_found).map(shown_person));
    shown.seats = table(
        account
            .all::<Seat>()
            .map(shown_seat)
            .map(|seat| Seat { holder: seat.holder.filter(|person| shown.persons.contains_key(person)), ..seat }),
    );
    shown.team = table(account.all::<TeamMember>().map(shown_member));
    shown.goals = table(account.all::<Goal>().filter(|goal| goal.shared).map(|goal| Goal {
        text: goal.text.clone(),
        measure: goal.measure.clone(),
        due: goal.due,
        progress: goal.progress,
        shared: true,
        rank: goal.rank,
        ..Goal::new(goal.id)
    }));
    shown.actions = table(account.all::<Action>().filter(|action| action.shared).map(|action| Action {
        what: action.what.clone(),
        owner: action.owner,
        due: action.due,
        status: action.status,
        people: action.people.iter().copied().filter(|person| shown.persons.contains_key(person)).collect(),
        shared: true,
        rank: action.rank,
        ..Action::new(action.id)
    }));
    shown
}

fn table<T: Record>(records: impl Iterator<Item = T>) -> Table<T> {
    Arc::new(records.map(|record| (record.id(), Arc::new(record))).collect())
}

fn shown_seat(seat: &Seat) -> Seat {
    Seat {
        title: seat.title.clone(),
        unit: seat.unit.clone(),
        level: seat.level,
        external: seat.external,
        reports_to: seat.reports_to,
        dotted: seat.dotted.clone(),
        holder: seat.holder,
        rank: seat.rank,
        pins: seat.pins.clone(),
        ..Seat::new(seat.id)
    }
}

fn shown_person(person: &Person) -> Person {
    Person { second_name: person.second_name.clone(), kind: person.kind, ..Person::new(person.id, person.name.clone()) }
}

/// A member of our team by name; what it does here is our own business.
fn shown_member(member: &TeamMember) -> TeamMember {
    let id: MemberId = member.id;
    TeamMember { name: member.name.clone(), rank: member.rank, kept: Kept::default(), ..TeamMember::new(id) }
}
