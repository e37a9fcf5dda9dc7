//! The planning cycle: the eight steps of making plans over the weeks chosen.

use chrono::{Days, NaiveDate};

use crate::method::PlanningGuide;
use crate::model::{Account, Coded, PlanningStep};

/// Why there is no cycle to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCycle {
    /// Nobody has said when it begins.
    NoStart,
    /// The weeks chosen are fewer or more than the method's.
    Weeks(u8),
    /// The cycle would end after the last day of the calendar.
    EndOfTime,
}

/// When a step is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepSpan {
    /// Which step.
    pub step: PlanningStep,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// Whether it is done.
    pub is_done: bool,
}

/// The steps over the weeks chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleSpan {
    /// How many weeks it takes.
    pub weeks: u8,
    /// The eight steps: whole days, one after the other without a gap.
    pub steps: Vec<StepSpan>,
}

impl CycleSpan {
    /// The first day and the last.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.steps.first()?.first, self.steps.last()?.last))
    }
}

/// The steps from the day on which the user begins, over the user's weeks, else the usual ones; each as long as its
/// share. The last one ends with the last week.
///
/// # Errors
/// [`NoCycle`] says why there are none; nothing is bent to fit.
pub fn cycle(account: &Account, guide: &PlanningGuide) -> Result<CycleSpan, NoCycle> {
    let weeks = account.plan.cycle_weeks.unwrap_or(guide.usual_weeks);
    let (fewest, most) = guide.weeks;
    if !(fewest..=most).contains(&weeks) {
        return Err(NoCycle::Weeks(weeks));
    }
    let start = account.plan.cycle_start.ok_or(NoCycle::NoStart)?;
    let days = 7 * u64::from(weeks);
    let share = |step: &PlanningStep| u64::from(guide.share(*step));
    let all: u64 = PlanningStep::ALL.iter().map(share).sum();
    let day = |ahead: u64| start.checked_add_days(Days::new(ahead)).ok_or(NoCycle::EndOfTime);
    let (mut steps, mut passed) = (Vec::new(), 0);
    for step in PlanningStep::ALL {
        let from = passed * days / all.max(1);
        passed += share(step);
        let until = passed * days / all.max(1);
        steps.push(StepSpan {
            step: *step,
            first: day(from)?,
            last: day(until.saturating_sub(1))?,
            is_done: account.plan.cycle_done.contains(step),
        });
    }
    Ok(CycleSpan { weeks, steps })
}
