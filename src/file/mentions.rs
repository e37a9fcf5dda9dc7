//! Mentions that lead nowhere: taken out, set aside as text, told.

mod buying;
mod plan;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::record::{Stored, write_record};
use super::repair::{Named, Repair, Subject, subject};
use super::set_aside;
use super::v1_lists::JudgedPerson;
use crate::model::{
    Account, Action, Activity, Answer, Competitor, Goal, GrowthLever, Link, Mute, Opportunity, Person, PersonId,
    Profile, ResourceNeed, Review, Risk, Seat, SeatId, TeamRelation, ValueEntry,
};

type Check<'a> = &'a mut Vec<Repair>;

pub(super) fn check_mentions(account: &mut Account, repairs: Check<'_>) {
    let persons: BTreeSet<PersonId> = account.persons.keys().copied().collect();
    let seats: BTreeSet<SeatId> = account.seats.keys().copied().collect();
    let has = |id: &PersonId| persons.contains(id);
    records::<Link>(account, repairs, |link| has(&link.from) && has(&link.to) && link.from != link.to);
    records::<TeamRelation>(account, repairs, |relation| relation.person.is_none_or(|person| has(&person)));
    records::<Mute>(account, repairs, |mute| mute.person.is_none_or(|person| has(&person)));
    fields::<Seat>(account, repairs, "reports_to", |seat| {
        let lost = seat.reports_to.filter(|boss| !seats.contains(boss))?;
        seat.reports_to = None;
        Some(lost.to_string())
    });
    fields::<Seat>(account, repairs, "dotted", |seat| {
        let lost: Vec<_> = seat.dotted.extract_if(.., |other| !seats.contains(other)).collect();
        listed(&lost)
    });
    fields::<Seat>(account, repairs, "holder", |seat| {
        let lost = seat.holder.filter(|person| !has(person))?;
        seat.holder = None;
        Some(lost.to_string())
    });
    people::<Person>(account, repairs, "members", &persons, |group| &mut group.members);
    people::<Opportunity>(account, repairs, "committee", &persons, |deal| &mut deal.committee);
    people::<Goal>(account, repairs, "people", &persons, |goal| &mut goal.people);
    people::<Action>(account, repairs, "people", &persons, |action| &mut action.people);
    people::<Activity>(account, repairs, "who", &persons, |activity| &mut activity.who);
    people::<Risk>(account, repairs, "people", &persons, |risk| &mut risk.people);
    people::<ValueEntry>(account, repairs, "people", &persons, |value| &mut value.people);
    people::<Competitor>(account, repairs, "contacts", &persons, |rival| &mut rival.contacts);
    fields::<Seat>(account, repairs, "past", |seat| {
        let lost: Vec<PersonId> =
            seat.past.extract_if(.., |tenure| !has(&tenure.person)).map(|tenure| tenure.person).collect();
        listed(&lost)
    });
    judged(account, repairs, &persons);
    buying::check_rows(account, repairs, &persons);
    ours(account, repairs);
    strategy(account, repairs, &persons);
    plan::check_plan(account, repairs, &persons);
    percents(account, repairs);
}

/// Judgements of an opportunity on people who are not there: set aside with all they say.
fn judged(account: &mut Account, repairs: Check<'_>, persons: &BTreeSet<PersonId>) {
    fields::<Opportunity>(account, repairs, "judgements", |deal| {
        let lost = deal.judgements.extract_if(.., |person, _| !persons.contains(person));
        let texts: Vec<String> = lost
            .map(|(person, judgement)| {
                let mut text = String::new();
                let kept = judgement.kept.clone();
                write_record(&JudgedPerson { person, judgement, kept }, &mut text, 0);
                text
            })
            .collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    });
}

/// Mentions of our own team and of opportunities.
fn ours(account: &mut Account, repairs: Check<'_>) {
    let team: BTreeSet<_> = account.team.keys().copied().collect();
    let deals: BTreeSet<_> = account.opportunities.keys().copied().collect();
    if let Some(owner) = account.profile.owner.filter(|owner| !team.contains(owner)) {
        Arc::<Profile>::make_mut(&mut account.profile).owner = None;
        let subject = Subject { kind: "Account", name: account.profile.name.clone() };
        set_aside(account, format!("Profile.owner {owner}"));
        repairs.push(Repair::MentionSetAside { subject, field: "owner" });
    }
    fields::<Action>(account, repairs, "owner", |action| {
        let lost = action.owner.filter(|owner| !team.contains(owner))?;
        action.owner = None;
        Some(lost.to_string())
    });
    fields::<Action>(account, repairs, "opportunity", |action| {
        let lost = action.opportunity.filter(|deal| !deals.contains(deal))?;
        action.opportunity = None;
        Some(lost.to_string())
    });
    let rivals: BTreeSet<_> = account.competitors.keys().copied().collect();
    fields::<Opportunity>(account, repairs, "competitors", |deal| {
        let lost: Vec<_> = deal.competitors.extract_if(.., |rival| !rivals.contains(rival)).collect();
        listed(&lost)
    });
    fields::<Opportunity>(account, repairs, "assessment", |deal| {
        let is_lost = |answer: &mut Answer| answer.rival.is_some_and(|rival| !rivals.contains(&rival));
        let texts: Vec<String> = deal.assessment.extract_if(.., is_lost).map(|answer| text_of(&answer)).collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    });
    fields::<TeamRelation>(account, repairs, "member", |relation| {
        let lost = relation.member.filter(|member| !team.contains(member))?;
        relation.member = None;
        Some(lost.to_string())
    });
    fields::<Activity>(account, repairs, "members", |activity| {
        let lost: Vec<_> = activity.members.extract_if(.., |member| !team.contains(member)).collect();
        listed(&lost)
    });
    fields::<Activity>(account, repairs, "opportunity", |activity| {
        let lost = activity.opportunity.filter(|deal| !deals.contains(deal))?;
        activity.opportunity = None;
        Some(lost.to_string())
    });
    fields::<Opportunity>(account, repairs, "owner", |deal| {
        let lost = deal.owner.filter(|owner| !team.contains(owner))?;
        deal.owner = None;
        Some(lost.to_string())
    });
    let snapshots: BTreeSet<_> = account.snapshots.keys().copied().collect();
    fields::<Review>(account, repairs, "snapshot", |review| {
        let lost = review.snapshot.filter(|snapshot| !snapshots.contains(snapshot))?;
        review.snapshot = None;
        Some(lost.to_string())
    });
    fields::<GrowthLever>(account, repairs, "owner", |lever| {
        let lost = lever.owner.filter(|owner| !team.contains(owner))?;
        lever.owner = None;
        Some(lost.to_string())
    });
    fields::<GrowthLever>(account, repairs, "opportunity", |lever| {
        let lost = lever.opportunity.filter(|deal| !deals.contains(deal))?;
        lever.opportunity = None;
        Some(lost.to_string())
    });
    fields::<ResourceNeed>(account, repairs, "member", |need| {
        let lost = need.member.filter(|member| !team.contains(member))?;
        need.member = None;
        Some(lost.to_string())
    });
    fields::<Risk>(account, repairs, "owner", |risk| {
        let lost = risk.owner.filter(|owner| !team.contains(owner))?;
        risk.owner = None;
        Some(lost.to_string())
    });
}

/// A record as it stands in a file.
fn text_of<T: Stored>(record: &T) -> String {
    let mut text = String::new();
    write_record(record, &mut text, 0);
    text
}

/// Mentions in the strategy of the head.
fn strategy(account: &mut Account, repairs: Check<'_>, persons: &BTreeSet<PersonId>) {
    let mut elements = account.profile.elements.clone();
    let people: Vec<_> = elements.target_people.extract_if(.., |person| !persons.contains(person)).collect();
    let rivals: Vec<_> =
        elements.target_rivals.extract_if(.., |rival| !account.competitors.contains_key(rival)).collect();
    let agreed = elements.agreed_by.take_if(|member| !account.team.contains_key(member));
    let agreed: Vec<_> = agreed.into_iter().collect();
    if people.is_empty() && rivals.is_empty() && agreed.is_empty() {
        return;
    }
    Arc::<Profile>::make_mut(&mut account.profile).elements = elements;
    let lost = [("target_people", listed(&people)), ("target_rivals", listed(&rivals)), ("agreed_by", listed(&agreed))];
    for (field, ids) in lost {
        let Some(ids) = ids else { continue };
        let subject = Subject { kind: "Account", name: account.profile.name.clone() };
        set_aside(account, format!("Profile.{field} {ids}"));
        repairs.push(Repair::MentionSetAside { subject, field });
    }
}

/// Percentages above a hundred.
fn percents(account: &mut Account, repairs: Check<'_>) {
    fields::<Goal>(account, repairs, "progress", |goal| {
        let lost = goal.progress.filter(|percent| *percent > 100)?;
        goal.progress = None;
        Some(lost.to_string())
    });
    fields::<Opportunity>(account, repairs, "rate", |deal| {
        let lost = deal.rate.filter(|percent| *percent > 100)?;
        deal.rate = None;
        Some(lost.to_string())
    });
}

fn listed<T: std::fmt::Display>(ids: &[T]) -> Option<String> {
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

fn people<T: Named>(
    account: &mut Account,
    repairs: Check<'_>,
    field: &'static str,
    known: &BTreeSet<PersonId>,
    list: impl Fn(&mut T) -> &mut Vec<PersonId>,
) {
    fields::<T>(account, repairs, field, |record| {
        let list = list(record);
        if list.iter().all(|person| known.contains(person)) {
            return None;
        }
        let lost: Vec<_> = list.extract_if(.., |person| !known.contains(person)).collect();
        listed(&lost)
    });
}

/// Runs `mend` over every record; what it gives back is set aside as text.
fn fields<T: Named>(
    account: &mut Account,
    repairs: Check<'_>,
    field: &'static str,
    mend: impl Fn(&mut T) -> Option<String>,
) {
    let ids: Vec<T::Id> = T::table(account).keys().copied().collect();
    for id in ids {
        let Some(record) = account.get::<T>(id) else {
            continue;
        };
        let mut mended = record.clone();
        let Some(lost) = mend(&mut mended) else {
            continue;
        };
        let subject = subject(&mended, account);
        set_aside(account, format!("{} {id}.{field} {lost}", T::NAME));
        repairs.push(Repair::MentionSetAside { subject, field });
        Arc::make_mut(T::table_mut(account)).insert(id, Arc::new(mended));
    }
}

/// Takes out the records that do not pass and sets them aside as text.
fn records<T: Named>(account: &mut Account, repairs: Check<'_>, pass: impl Fn(&T) -> bool) {
    let failed: Vec<T> = account.all::<T>().filter(|record| !pass(record)).cloned().collect();
    for record in failed {
        repairs.push(Repair::RecordSetAside { subject: subject(&record, account) });
        let mut text = format!("{} ", T::NAME);
        write_record(&record, &mut text, 0);
        set_aside(account, text);
        Arc::make_mut(T::table_mut(account)).remove(&record.id());
    }
}
