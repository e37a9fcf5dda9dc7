//! The customer edition: what a client may see of its own account.

use std::sync::Arc;

use super::{
    Account, Action, Goal, Kept, Opportunity, Person, Profile, Record, Seat, Table, TeamMember,
};

/// The account as the client may see it: an allow-list, built anew from nothing.
///
/// Kept: names, seats, reporting lines, our team, goals, shared actions, names of open
/// opportunities. Gone: every judgement, link, note, evidence, amount, rate, SWOT, risk, rival,
/// activity, review, snapshot, and all that this version does not understand.
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
    shown.seats = table(account.all::<Seat>().map(shown_seat));
    shown.persons = table(account.all::<Person>().map(shown_person));
    shown.team = table(account.all::<TeamMember>().map(|member| TeamMember {
        kept: Kept::default(),
        ..member.clone()
    }));
    shown.goals = table(account.all::<Goal>().map(|goal| Goal {
        kept: Kept::default(),
        ..goal.clone()
    }));
    shown.actions = table(account.all::<Action>().map(|action| Action {
        kept: Kept::default(),
        ..action.clone()
    }));
    shown.opportunities = table(account.all::<Opportunity>().map(|opportunity| Opportunity {
        status: opportunity.status,
        close: opportunity.close,
        owner: opportunity.owner,
        rank: opportunity.rank,
        ..Opportunity::new(opportunity.id, opportunity.name.clone())
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
    Person {
        second_name: person.second_name.clone(),
        kind: person.kind,
        members: person.members.clone(),
        ..Person::new(person.id, person.name.clone())
    }
}
