//! The hours of visits a month, now and as planned, and the people they take. Source: methods R1.
//!
//! Everything is an exact fraction and is rounded where it is shown.

use super::Ratio;
use crate::method::GrowthGuide;
use crate::model::{Account, WorkloadSegment, WorkloadSegmentId};

/// Hours a month of one side: now, or as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkloadSide {
    /// The hours of the segments that are known; `None` where none is.
    pub hours: Option<Ratio>,
    /// The people they take.
    pub people: Option<Ratio>,
    /// Segments that lack a figure, or have one that cannot be: they are left out.
    pub lacking: usize,
}

/// Hours a month of one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkloadRow {
    /// Which segment.
    pub segment: WorkloadSegmentId,
    /// Hours now; `None` where a figure is missing, or visits are made in no months.
    pub now: Option<Ratio>,
    /// Hours planned.
    pub planned: Option<Ratio>,
    /// Its part of all hours now.
    pub share_now: Option<Ratio>,
    /// Its part of all hours planned.
    pub share_planned: Option<Ratio>,
}

/// The workload of visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Segment by segment, in the order of the list.
    pub rows: Vec<WorkloadRow>,
    /// All segments now.
    pub now: WorkloadSide,
    /// All segments as planned.
    pub planned: WorkloadSide,
    /// Change of the hours, below nothing where they are saved; `None` where a segment is known on one side alone, as
    /// unlike things would be compared.
    pub change: Option<Ratio>,
    /// The change as a part of the hours now.
    pub change_share: Option<Ratio>,
    /// Hours a month that one member can spend on visits; `None` where that is nothing.
    pub hours_of_one: Option<Ratio>,
}

/// The workload of an account. Cost: a walk over its segments.
pub fn workload(account: &Account, guide: &GrowthGuide) -> Workload {
    let segments = account.ranked::<WorkloadSegment>();
    let hours: Vec<(Option<Ratio>, Option<Ratio>)> = segments
        .iter()
        .map(|segment| {
            let now = hours(segment.count, segment.visits, segment.months, segment.minutes);
            let months = segment.months_planned;
            (now, hours(segment.count, segment.visits_planned, months, segment.minutes_planned))
        })
        .collect();
    let hours_of_one = hours_of_one(account, guide);
    let now = side(hours.iter().map(|(now, _)| *now), hours_of_one);
    let planned = side(hours.iter().map(|(_, planned)| *planned), hours_of_one);
    let is_like = hours.iter().all(|(now, planned)| now.is_some() == planned.is_some());
    let both = now.hours.zip(planned.hours).filter(|_| is_like);
    let change = both.and_then(|(now, planned)| planned.minus(now));
    let share = |part: Option<Ratio>, whole: Option<Ratio>| part?.by(whole?);
    let rows = segments.iter().zip(&hours).map(|(segment, (one, other))| WorkloadRow {
        segment: segment.id,
        now: *one,
        planned: *other,
        share_now: share(*one, now.hours),
        share_planned: share(*other, planned.hours),
    });
    let rows = rows.collect();
    Workload { rows, change, change_share: share(change, now.hours), now, planned, hours_of_one }
}

/// Visits a month times hours a visit times customers. Months that nobody gave are one.
fn hours(count: Option<u16>, visits: Option<u16>, months: Option<u8>, minutes: Option<u16>) -> Option<Ratio> {
    let over = i128::from(count?) * i128::from(visits?) * i128::from(minutes?);
    Ratio::new(over, i128::from(months.unwrap_or(1)) * 60)
}

/// Working hours of a month times the share that goes into visits.
fn hours_of_one(account: &Account, guide: &GrowthGuide) -> Option<Ratio> {
    let hours = account.plan.month_hours.unwrap_or(guide.month_hours);
    let share = account.plan.visit_share.unwrap_or(guide.visit_share);
    // A file may say more than all of it.
    let hours = Ratio::new(i128::from(hours) * i128::from(share), 100)?;
    (share <= 100 && hours.is_positive()).then_some(hours)
}

fn side(hours: impl Iterator<Item = Option<Ratio>>, hours_of_one: Option<Ratio>) -> WorkloadSide {
    let (known, lacking): (Vec<_>, Vec<_>) = hours.partition(Option::is_some);
    let all = known.iter().flatten().try_fold(Ratio::ZERO, |all, hours| all.plus(*hours));
    let hours = all.filter(|_| !known.is_empty());
    let people = hours.zip(hours_of_one).and_then(|(hours, of_one)| hours.by(of_one));
    WorkloadSide { hours, people, lacking: lacking.len() }
}
