//! Where an account speaks of a person, and how a removed one leaves no trace.

use std::sync::Arc;

use crate::model::{
    Account, Action, Activity, ClientSheet, Competitor, Goal, Link, Mute, Opportunity, Person, PersonId, Profile,
    Record, Risk, Seat, Snapshot, TeamRelation, ValueEntry,
};

/// A place that speaks of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A seat, by title.
    Seat(String),
    /// An informal link, by the other's name.
    Link(String),
    /// A group, by name.
    Group(String),
    /// An opportunity, by name.
    Opportunity(String),
    /// A goal, by text.
    Goal(String),
    /// An action, by what it delivers.
    Action(String),
    /// An activity, by what was expected of it.
    Activity(String),
    /// A risk, by text.
    Risk(String),
    /// A rival, by name.
    Competitor(String),
    /// A line of the value card, by text.
    Value(String),
    /// The strategy, by what we stand for.
    Strategy(String),
    /// How the client buys.
    Purchasing,
    /// A dated snapshot, by label.
    Snapshot(String),
}

/// Every place of the account that speaks of `person`, to be shown before it is removed.
pub fn references(account: &Account, person: PersonId) -> Vec<Reference> {
    let mut found = Vec::new();
    let held = account.all::<Seat>().filter(|seat| seat.holder == Some(person));
    found.extend(held.map(|seat| Reference::Seat(seat.title.clone())));
    for link in account.all::<Link>().filter(|link| link.touches(person)) {
        let other = if link.from == person { link.to } else { link.from };
        found.push(Reference::Link(account.person_name(other).to_owned()));
    }
    let groups = account.all::<Person>().filter(|group| group.members.contains(&person));
    found.extend(groups.map(|group| Reference::Group(group.name.clone())));
    let deals = account.all::<Opportunity>().filter(|deal| speaks_of(deal, person));
    found.extend(deals.map(|deal| Reference::Opportunity(deal.name.clone())));
    let goals = account.all::<Goal>().filter(|goal| goal.people.contains(&person));
    found.extend(goals.map(|goal| Reference::Goal(goal.text.clone())));
    let actions = account.all::<Action>().filter(|action| action.people.contains(&person));
    found.extend(actions.map(|action| Reference::Action(action.what.clone())));
    let activities = account.all::<Activity>().filter(|activity| activity.who.contains(&person));
    found.extend(activities.map(|activity| Reference::Activity(activity.expected.clone())));
    let risks = account.all::<Risk>().filter(|risk| risk.people.contains(&person));
    found.extend(risks.map(|risk| Reference::Risk(risk.text.clone())));
    let rivals = account.all::<Competitor>().filter(|rival| rival.contacts.contains(&person));
    found.extend(rivals.map(|rival| Reference::Competitor(rival.name.clone())));
    let values = account.all::<ValueEntry>().filter(|value| value.people.contains(&person));
    found.extend(values.map(|value| Reference::Value(value.text.clone())));
    let elements = &account.profile.elements;
    if elements.target_people.contains(&person) {
        found.push(Reference::Strategy(elements.positioning.clone()));
    }
    if account.client.purchasing_people.contains(&person) {
        found.push(Reference::Purchasing);
    }
    let dated = account.all::<Snapshot>().filter(|dated| dated_speaks_of(dated, person));
    found.extend(dated.map(|dated| Reference::Snapshot(dated.label.clone())));
    found
}

fn speaks_of(opportunity: &Opportunity, person: PersonId) -> bool {
    opportunity.committee.contains(&person)
        || opportunity.judgements.contains_key(&person)
        || opportunity.buying.speaks_of(person)
}

fn dated_speaks_of(dated: &Snapshot, person: PersonId) -> bool {
    dated.people.iter().any(|then| then.person == person)
}

/// Removes a person and every mention of it; seats held become vacant.
pub(super) fn remove_person(account: &mut Account, id: PersonId) {
    Arc::make_mut(&mut account.persons).remove(&id);
    drop_records::<Link>(account, |link| link.touches(id));
    drop_records::<TeamRelation>(account, |relation| relation.person == Some(id));
    drop_records::<Mute>(account, |mute| mute.person == Some(id));
    sweep::<Seat>(
        account,
        |seat| seat.holder == Some(id) || seat.past.iter().any(|tenure| tenure.person == id),
        |seat| {
            seat.holder = seat.holder.filter(|holder| *holder != id);
            seat.past.retain(|tenure| tenure.person != id);
        },
    );
    sweep::<Person>(account, |group| group.members.contains(&id), |group| forget(&mut group.members, id));
    sweep::<Opportunity>(
        account,
        |deal| speaks_of(deal, id),
        |deal| {
            forget(&mut deal.committee, id);
            deal.judgements.remove(&id);
            deal.buying.forget_people(|person| *person == id);
        },
    );
    sweep::<Goal>(account, |goal| goal.people.contains(&id), |goal| forget(&mut goal.people, id));
    sweep::<Action>(account, |action| action.people.contains(&id), |action| forget(&mut action.people, id));
    sweep::<Activity>(account, |activity| activity.who.contains(&id), |activity| forget(&mut activity.who, id));
    sweep::<Risk>(account, |risk| risk.people.contains(&id), |risk| forget(&mut risk.people, id));
    sweep::<Competitor>(account, |rival| rival.contacts.contains(&id), |rival| forget(&mut rival.contacts, id));
    sweep::<ValueEntry>(account, |value| value.people.contains(&id), |value| forget(&mut value.people, id));
    if account.profile.elements.target_people.contains(&id) {
        forget(&mut Arc::<Profile>::make_mut(&mut account.profile).elements.target_people, id);
    }
    if account.client.purchasing_people.contains(&id) {
        forget(&mut Arc::<ClientSheet>::make_mut(&mut account.client).purchasing_people, id);
    }
    sweep::<Snapshot>(
        account,
        |dated| dated_speaks_of(dated, id),
        |dated| {
            dated.people.retain(|then| then.person != id);
            dated.links.retain(|then| then.from != id && then.to != id);
        },
    );
}

fn forget(people: &mut Vec<PersonId>, id: PersonId) {
    people.retain(|person| *person != id);
}

/// Changes the records that need it and leaves the shared ones alone.
pub(super) fn sweep<T: Record>(account: &mut Account, needs: impl Fn(&T) -> bool, change: impl Fn(&mut T)) {
    if !account.all::<T>().any(&needs) {
        return;
    }
    for record in Arc::make_mut(T::table_mut(account)).values_mut() {
        if needs(record) {
            change(Arc::make_mut(record));
        }
    }
}

/// Removes the records that `gone` names.
pub(super) fn drop_records<T: Record>(account: &mut Account, gone: impl Fn(&T) -> bool) {
    if account.all::<T>().any(&gone) {
        Arc::make_mut(T::table_mut(account)).retain(|_, record| !gone(record));
    }
}
