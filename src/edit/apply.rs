//! The one function that changes an account.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::{Change, Editable, RecordEdit};
use super::people::{drop_records, remove_person, sweep};
use super::{ActionChange, Edit, EditError, OpportunityChange, structure};
use crate::model::{
    Account, Action, Activity, ClientSheet, CompetitorId, CriterionId, ForecastLine, Goal, GrowthLever, Link, LinkKind,
    MAX_PHOTO_BYTES, MemberId, Opportunity, OpportunityId, Person, PersonId, PlanSheet, Profile, Record, ResourceNeed,
    Review, Risk, ScoreLine, Seat, TeamMember, TeamRelation,
};

/// The account after `edit`. Cost: the pointers of the table touched and one record.
///
/// # Errors
/// [`EditError`] says why the edit cannot be; the account given stays as it was.
pub fn apply(account: &Account, edit: &Edit) -> Result<Account, EditError> {
    let mut after = account.clone();
    apply_to(&mut after, edit)?;
    Ok(after)
}

/// An account under construction that nobody else holds: many edits without a copy each.
#[derive(Clone, Debug)]
pub struct Draft(Account);

impl Draft {
    /// A draft that starts as `account`.
    pub fn of(account: &Account) -> Self {
        Self(account.clone())
    }

    /// The account as it is by now.
    pub fn account(&self) -> &Account {
        &self.0
    }

    /// Applies `edit`, which is no batch: a refused one changes nothing.
    ///
    /// # Errors
    /// [`EditError`] as [`apply`] says.
    pub fn commit(&mut self, edit: &Edit) -> Result<(), EditError> {
        apply_to(&mut self.0, edit)
    }
}

/// The record to be changed, with its own copy made.
pub(super) fn record_mut<T: Record>(account: &mut Account, id: T::Id) -> Result<&mut T, EditError> {
    // Looked up before the table is copied, so that a refused edit costs nothing.
    place::<T>(account, id)?;
    Arc::make_mut(T::table_mut(account)).get_mut(&id).map(Arc::make_mut).ok_or_else(|| missing::<T>(id))
}

/// The record that an edit speaks of.
pub(super) fn place<T: Record>(account: &Account, id: T::Id) -> Result<&T, EditError> {
    account.get::<T>(id).ok_or_else(|| missing::<T>(id))
}

fn missing<T: Record>(id: T::Id) -> EditError {
    EditError::Missing { id: id.to_string() }
}

fn apply_to(account: &mut Account, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Profile(change) => {
            change.write(Arc::<Profile>::make_mut(&mut account.profile));
            Ok(())
        }
        Edit::Client(change) => {
            change.write(Arc::<ClientSheet>::make_mut(&mut account.client));
            check_client(&account.client)
        }
        Edit::Plan(change) => {
            change.write(Arc::<PlanSheet>::make_mut(&mut account.plan));
            check_plan(&account.plan)
        }
        Edit::Seat(RecordEdit::Remove(id)) => structure::remove_seat(account, *id),
        Edit::Seat(edit) => record(account, edit, &check_seat),
        Edit::Person(RecordEdit::Remove(id)) => {
            place::<Person>(account, *id)?;
            remove_person(account, *id);
            Ok(())
        }
        Edit::Person(RecordEdit::Set(id, change)) => {
            let before = place::<Person>(account, *id)?.clone();
            record(account, &RecordEdit::Set(*id, change.clone()), &check_person)?;
            super::doubt::doubt(record_mut::<Person>(account, *id)?, &before);
            Ok(())
        }
        Edit::Person(edit) => record(account, edit, &check_person),
        Edit::Link(edit) => record(account, edit, &check_link),
        Edit::Member(edit) => {
            record(account, edit, &|_, member: &TeamMember| percent(member.time_share))?;
            if let RecordEdit::Remove(id) = edit {
                forget_member(account, *id);
            }
            Ok(())
        }
        Edit::TeamRelation(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Opportunity(edit) => {
            record(account, edit, &|_, deal: &Opportunity| percent(deal.rate))?;
            match edit {
                RecordEdit::Remove(id) => forget_opportunity(account, *id),
                // A benefit whose need was taken out waits for another one.
                RecordEdit::Set(id, OpportunityChange::Needs(_)) => {
                    record_mut::<Opportunity>(account, *id)?.buying.forget_needs();
                }
                RecordEdit::Set(id, OpportunityChange::Criteria(_)) => forget_criteria(account, *id),
                RecordEdit::Add(_) | RecordEdit::Set(..) | RecordEdit::Order(_) => {}
            }
            Ok(())
        }
        Edit::Competitor(edit) => {
            record(account, edit, &|_, _| Ok(()))?;
            if let RecordEdit::Remove(id) = edit {
                forget_competitor(account, *id);
            }
            Ok(())
        }
        Edit::Goal(edit) => record(account, edit, &|_, goal: &Goal| percent(goal.progress)),
        Edit::Action(edit) => {
            record(account, edit, &|_, _| Ok(()))?;
            // A criterion of the opportunity it was for says nothing of another one.
            if let RecordEdit::Set(id, ActionChange::Opportunity(deal)) = edit {
                match deal {
                    Some(deal) => forget_criteria(account, *deal),
                    None => record_mut::<Action>(account, *id)?.criterion = None,
                }
            }
            Ok(())
        }
        Edit::Activity(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Swot(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Value(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Risk(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Review(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Snapshot(edit) => {
            record(account, edit, &|_, _| Ok(()))?;
            if let RecordEdit::Remove(id) = edit {
                sweep::<Review>(account, |review| review.snapshot == Some(*id), |review| review.snapshot = None);
            }
            Ok(())
        }
        Edit::Mute(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::FunnelWeek(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Score(edit) => record(account, edit, &|_, line: &ScoreLine| percent(line.weight)),
        Edit::Lever(edit) => record(account, edit, &|_, lever: &GrowthLever| percent(lever.probability)),
        Edit::Forecast(edit) => record(account, edit, &|_, line: &ForecastLine| {
            percent(line.share)?;
            percent(line.share_wanted)
        }),
        Edit::Need(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Budget(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Workload(edit) => record(account, edit, &|_, _| Ok(())),
        Edit::Structure(edit) => structure::apply(account, edit),
        Edit::Batch(edits) | Edit::Gesture(_, edits) => edits.iter().try_for_each(|edit| apply_to(account, edit)),
    }
}

type Check<'a, T> = &'a dyn Fn(&Account, &T) -> Result<(), EditError>;

fn record<T: Editable>(account: &mut Account, edit: &RecordEdit<T>, check: Check<'_, T>) -> Result<(), EditError> {
    match edit {
        RecordEdit::Add(record) => {
            if account.get::<T>(record.id()).is_some() {
                return Err(EditError::Doubled { id: record.id().to_string() });
            }
            check(account, record)?;
            Arc::make_mut(T::table_mut(account)).insert(record.id(), Arc::new((**record).clone()));
        }
        RecordEdit::Set(id, change) => {
            let mut changed = place::<T>(account, *id)?.clone();
            change.write(&mut changed);
            changed.forget_kept(change.field().rsplit('.').next().unwrap_or_default());
            check(account, &changed)?;
            if let Some(slot) = Arc::make_mut(T::table_mut(account)).get_mut(id) {
                *slot = Arc::new(changed);
            }
        }
        RecordEdit::Order(ranks) => {
            for (id, rank) in ranks {
                record_mut::<T>(account, *id)?.set_place(*rank);
            }
        }
        RecordEdit::Remove(id) => {
            place::<T>(account, *id)?;
            Arc::make_mut(T::table_mut(account)).remove(id);
        }
    }
    Ok(())
}

fn check_seat(account: &Account, seat: &Seat) -> Result<(), EditError> {
    for other in seat.reports_to.iter().chain(&seat.dotted) {
        if *other == seat.id {
            return Err(EditError::ReportingLoop { seat: seat.id, boss: *other });
        }
        place::<Seat>(account, *other)?;
    }
    match seat.holder {
        Some(person) => place::<Person>(account, person).map(|_| ()),
        None => Ok(()),
    }
}

fn check_person(account: &Account, person: &Person) -> Result<(), EditError> {
    for member in &person.members {
        if *member == person.id {
            return Err(EditError::SelfLink { person: person.id });
        }
        place::<Person>(account, *member)?;
    }
    match &person.photo {
        Some(photo) if photo.len() > MAX_PHOTO_BYTES => Err(EditError::PhotoTooLarge { bytes: photo.len() }),
        Some(_) | None => Ok(()),
    }
}

fn check_link(account: &Account, link: &Link) -> Result<(), EditError> {
    place::<Person>(account, link.from)?;
    place::<Person>(account, link.to)?;
    if link.from == link.to {
        return Err(EditError::SelfLink { person: link.from });
    }
    let ends = |link: &Link| (link.from, link.to, link.kind);
    let doubled = account.all::<Link>().find(|other| other.id != link.id && is_same_link(ends(other), ends(link)));
    match doubled {
        Some(other) => Err(EditError::DoubledLink { link: other.id }),
        None => Ok(()),
    }
}

/// Whether two links, by their ends and kinds, say the same.
pub(super) fn is_same_link(one: (PersonId, PersonId, LinkKind), other: (PersonId, PersonId, LinkKind)) -> bool {
    let is_straight = (one.0, one.1) == (other.0, other.1);
    let is_turned = (one.1, one.0) == (other.0, other.1);
    same_kind(one.2, other.2) && (is_straight || (is_turned && !other.2.is_directed()))
}

/// Two influences are of one kind whatever their strength.
fn same_kind(one: LinkKind, other: LinkKind) -> bool {
    one == other || (one.is_directed() && other.is_directed())
}

fn percent(value: Option<u8>) -> Result<(), EditError> {
    match value {
        Some(value) if value > 100 => Err(EditError::Percent { value }),
        Some(_) | None => Ok(()),
    }
}

fn check_client(sheet: &ClientSheet) -> Result<(), EditError> {
    [sheet.satisfaction, sheet.loyalty, sheet.conversion].into_iter().try_for_each(percent)
}

fn check_plan(sheet: &PlanSheet) -> Result<(), EditError> {
    [sheet.share_wanted, sheet.likely_from, sheet.visit_share].into_iter().try_for_each(percent)
}

fn forget_member(account: &mut Account, id: MemberId) {
    let own = Some(id);
    if account.profile.owner == own {
        Arc::<Profile>::make_mut(&mut account.profile).owner = None;
    }
    if account.profile.elements.agreed_by == own {
        Arc::<Profile>::make_mut(&mut account.profile).elements.agreed_by = None;
    }
    drop_records::<TeamRelation>(account, |relation| relation.member == own);
    sweep::<Action>(account, |action| action.owner == own, |action| action.owner = None);
    sweep::<Risk>(account, |risk| risk.owner == own, |risk| risk.owner = None);
    sweep::<GrowthLever>(account, |lever| lever.owner == own, |lever| lever.owner = None);
    sweep::<ResourceNeed>(account, |need| need.member == own, |need| need.member = None);
    sweep::<Opportunity>(account, |deal| deal.owner == own, |deal| deal.owner = None);
    sweep::<Activity>(
        account,
        |activity| activity.members.contains(&id),
        |activity| activity.members.retain(|member| *member != id),
    );
}

fn forget_opportunity(account: &mut Account, id: OpportunityId) {
    let own = Some(id);
    sweep::<Action>(
        account,
        |action| action.opportunity == own,
        |action| {
            action.opportunity = None;
            action.criterion = None;
        },
    );
    sweep::<GrowthLever>(account, |lever| lever.opportunity == own, |lever| lever.opportunity = None);
    sweep::<Activity>(account, |activity| activity.opportunity == own, |activity| activity.opportunity = None);
}

/// Actions on a criterion that was taken out still stand, for the opportunity alone.
fn forget_criteria(account: &mut Account, id: OpportunityId) {
    let left: BTreeSet<CriterionId> = account
        .get::<Opportunity>(id)
        .map(|deal| deal.buying.criteria.iter().map(|row| row.id).collect())
        .unwrap_or_default();
    let is_lost = |action: &Action| {
        action.opportunity == Some(id) && action.criterion.is_some_and(|criterion| !left.contains(&criterion))
    };
    sweep::<Action>(account, is_lost, |action| action.criterion = None);
}

fn forget_competitor(account: &mut Account, id: CompetitorId) {
    if account.profile.elements.target_rivals.contains(&id) {
        Arc::<Profile>::make_mut(&mut account.profile).elements.target_rivals.retain(|rival| *rival != id);
    }
    sweep::<Opportunity>(
        account,
        |deal| {
            deal.competitors.contains(&id) || deal.buying.criteria.iter().any(|row| row.rival_fits.contains_key(&id))
        },
        |deal| {
            deal.competitors.retain(|rival| *rival != id);
            deal.buying.forget_rivals(|rival| *rival == id);
        },
    );
    let own = Some(id);
    sweep::<Opportunity>(
        account,
        |deal| deal.assessment.iter().any(|answer| answer.rival == own),
        |deal| deal.assessment.retain(|answer| answer.rival != own),
    );
}
