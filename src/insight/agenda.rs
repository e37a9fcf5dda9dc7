//! What is due when: groups of a list, weeks of a month, everything dated in a span of days.

use chrono::{Datelike, Days, NaiveDate};

use crate::model::{
    Account, Action, ActionId, ActionStatus, Activity, ActivityId, Opportunity, OpportunityId, OpportunityStatus,
    Review, ReviewId,
};

/// When an open action is due, or that it is no longer open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueGroup {
    /// Before today.
    Overdue,
    /// From today to the end of this week, which is Sunday.
    ThisWeek,
    /// After this week.
    Later,
    /// No day is said.
    Undated,
    /// Done or dropped.
    Finished,
}

impl DueGroup {
    /// Every group, in the order of the list.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::ThisWeek, Self::Later, Self::Undated, Self::Finished];
}

/// The group in which an action stands on a day.
pub fn due_group(action: &Action, today: NaiveDate) -> DueGroup {
    match action.due {
        _ if !action.is_open() => DueGroup::Finished,
        None => DueGroup::Undated,
        Some(due) if due < today => DueGroup::Overdue,
        Some(due) if monday_of(due) == monday_of(today) => DueGroup::ThisWeek,
        Some(_) => DueGroup::Later,
    }
}

/// The Monday of a day's week.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}

/// The weeks that hold a day's month, Monday first, whole: four to six of them.
pub fn month_weeks(day: NaiveDate) -> Vec<Vec<NaiveDate>> {
    let first = monday_of(day.with_day(1).unwrap_or(day));
    let of_month = |week: &[NaiveDate]| week.iter().any(|one| (one.year(), one.month()) == (day.year(), day.month()));
    let days: Vec<NaiveDate> = first.iter_days().take(42).collect();
    days.chunks(7).filter(|week| of_month(week)).map(<[NaiveDate]>::to_vec).collect()
}

/// Something that has a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgendaItem {
    /// A milestone of the plan is due.
    Milestone(ActionId),
    /// An action is due.
    Action(ActionId),
    /// A meeting with the client.
    Activity(ActivityId),
    /// The next step of an open opportunity is due.
    NextStep(OpportunityId),
    /// An open opportunity is to close.
    Close(OpportunityId),
    /// A review that was held.
    Review(ReviewId),
    /// The next review of the account.
    NextReview,
}

/// Something on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub item: AgendaItem,
    /// Whether it is behind us.
    pub is_done: bool,
    /// Whether its day has passed and it is not done.
    pub is_late: bool,
}

/// Everything dated from `from` to `to`, both included, by day. Dropped actions are left out, as are steps and
/// closes of opportunities that are no longer open. Cost: one walk over each of the lists.
pub fn agenda(account: &Account, (from, to): (NaiveDate, NaiveDate), today: NaiveDate) -> Vec<AgendaEntry> {
    let mut found = Vec::new();
    let mut put = |day: Option<NaiveDate>, item: AgendaItem, is_done: bool| {
        if let Some(day) = day.filter(|day| from <= *day && *day <= to) {
            found.push(AgendaEntry { day, item, is_done, is_late: !is_done && day < today });
        }
    };
    for action in account.all::<Action>().filter(|action| action.status != ActionStatus::Dropped) {
        let item = if action.is_milestone { AgendaItem::Milestone(action.id) } else { AgendaItem::Action(action.id) };
        put(action.due, item, !action.is_open());
    }
    for activity in account.all::<Activity>() {
        put(activity.date, AgendaItem::Activity(activity.id), activity.outcome.is_some());
    }
    for opportunity in account.all::<Opportunity>().filter(|one| one.status == OpportunityStatus::Open) {
        put(opportunity.next_step_due, AgendaItem::NextStep(opportunity.id), false);
        put(opportunity.close, AgendaItem::Close(opportunity.id), false);
    }
    for review in account.all::<Review>() {
        put(review.date, AgendaItem::Review(review.id), true);
    }
    put(account.profile.next_review, AgendaItem::NextReview, false);
    found.sort_by_key(|entry| (entry.day, entry.item));
    found
}
