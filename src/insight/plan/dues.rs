//! What comes back in a rhythm, and when it is due next.

use chrono::NaiveDate;

use crate::insight::rescan_due;
use crate::method::{Method, Period, Recurring, Rhythm};
use crate::model::{Account, Action, ActionStatus, Activity, Review, ReviewKind, Snapshot};

/// Something that comes back, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What comes back.
    pub object: Recurring,
    /// How often; `None` where that hangs on a tier nobody has set.
    pub every: Option<Period>,
    /// The newest record of it; planned calls count, too.
    pub last: Option<NaiveDate>,
    /// When it is due next; `None` where there is nothing to count from.
    pub next: Option<NaiveDate>,
    /// Whether the user set that day by hand.
    pub is_by_hand: bool,
    /// Whether that day has passed.
    pub is_overdue: bool,
}

/// What comes back at this account's tier: overdue first, then by the day, then what was never begun. Sources:
/// methods L5, G6. The day set by hand for the review of the plan wins until a review is held on it or later. A
/// progress report is a snapshot; the call plan reaches as far as the newest meeting; the timetable is due every
/// week, or since the oldest open action that is past its date.
pub fn dues(account: &Account, method: &Method, today: NaiveDate) -> Vec<Due> {
    let tier = account.profile.tier;
    let of_tier = method.planning.rhythms.iter().filter(|rhythm| rhythm.is_for(tier));
    let mut dues: Vec<Due> = of_tier.map(|rhythm| due(account, method, rhythm, today)).collect();
    // Equal ones stay in the order of the method.
    dues.sort_by_key(|due| (!due.is_overdue, due.next.is_none(), due.next));
    dues
}

fn due(account: &Account, method: &Method, rhythm: &Rhythm, today: NaiveDate) -> Due {
    let every = rhythm.every(account.profile.tier);
    let last = last(account, rhythm.object, today);
    let counted = last.and_then(|last| every?.after(last));
    let by_hand = account.profile.next_review.filter(|day| last.is_none_or(|last| last < *day));
    let (next, is_by_hand) = match rhythm.object {
        Recurring::Plan => (by_hand.or(counted), by_hand.is_some()),
        Recurring::Swot => (rescan_due(account, &method.strategy), false),
        Recurring::Timetable => (timetable(account, every, today), false),
        Recurring::Progress | Recurring::CallPlan | Recurring::Business | Recurring::Personal | Recurring::Annual => {
            (counted, false)
        }
    };
    let is_overdue = next.is_some_and(|next| next < today);
    Due { object: rhythm.object, every, last, next, is_by_hand, is_overdue }
}

/// The newest record of something that comes back.
fn last(account: &Account, object: Recurring, today: NaiveDate) -> Option<NaiveDate> {
    match object {
        Recurring::Plan => last_review(account, ReviewKind::Plan, today),
        Recurring::Business => last_review(account, ReviewKind::Business, today),
        Recurring::Personal => last_review(account, ReviewKind::Personal, today),
        Recurring::Annual => last_review(account, ReviewKind::Annual, today),
        Recurring::Progress => {
            account.all::<Snapshot>().filter_map(|snapshot| snapshot.taken).filter(|day| *day <= today).max()
        }
        Recurring::Swot => account.profile.swot_scanned,
        Recurring::Timetable => {
            let done = account.all::<Action>().filter(|action| action.status == ActionStatus::Done);
            done.filter_map(|action| action.due).filter(|day| *day <= today).max()
        }
        Recurring::CallPlan => {
            account.all::<Activity>().filter_map(|activity| activity.date).filter(|day| *day <= today).max()
        }
    }
}

/// The day of the newest review of a kind that is not still to come.
fn last_review(account: &Account, kind: ReviewKind, today: NaiveDate) -> Option<NaiveDate> {
    let of_kind = account.all::<Review>().filter(|review| review.kind == kind);
    of_kind.filter_map(|review| review.date).filter(|day| *day <= today).max()
}

/// The day of the oldest open action that is past its date, else a week from today; nothing while there is no
/// action.
fn timetable(account: &Account, every: Option<Period>, today: NaiveDate) -> Option<NaiveDate> {
    let late = account.all::<Action>().filter(|action| action.is_overdue(today)).filter_map(|action| action.due).min();
    let begun = account.all::<Action>().next();
    late.or_else(|| begun.and_then(|_| every?.after(today)))
}
