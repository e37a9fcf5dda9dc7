//! Days reckoned from today: weeks, months, quarters, years ahead, their first and last days.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// So many units from `today`, or before it; `None` beyond what the calendar knows.
pub(super) fn moved(count: i64, unit: Unit, today: NaiveDate) -> Option<NaiveDate> {
    let size = match unit {
        Unit::Day | Unit::Month => 1,
        Unit::Week => 7,
        Unit::Quarter => 3,
        Unit::Year => 12,
    };
    let steps = count.checked_mul(size)?;
    match unit {
        Unit::Day | Unit::Week if steps < 0 => today.checked_sub_days(Days::new(steps.unsigned_abs())),
        Unit::Day | Unit::Week => today.checked_add_days(Days::new(steps.unsigned_abs())),
        Unit::Month | Unit::Quarter | Unit::Year => {
            let months = Months::new(u32::try_from(steps.unsigned_abs()).ok()?);
            if steps < 0 { today.checked_sub_months(months) } else { today.checked_add_months(months) }
        }
    }
}

/// The first day of the unit that is so many ahead of the one `today` is in. Weeks begin on Monday.
pub(super) fn first(unit: Unit, ahead: i64, today: NaiveDate) -> Option<NaiveDate> {
    let start = match unit {
        Unit::Day => today,
        Unit::Week => moved(-i64::from(today.weekday().num_days_from_monday()), Unit::Day, today)?,
        Unit::Month => today.with_day(1)?,
        Unit::Quarter => NaiveDate::from_ymd_opt(today.year(), today.month0() / 3 * 3 + 1, 1)?,
        Unit::Year => NaiveDate::from_ymd_opt(today.year(), 1, 1)?,
    };
    moved(ahead, unit, start)
}

/// The last day of such a unit.
pub(super) fn last(unit: Unit, ahead: i64, today: NaiveDate) -> Option<NaiveDate> {
    first(unit, ahead.checked_add(1)?, today)?.pred_opt()
}

/// The last day of a month.
pub(super) fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    last(Unit::Month, 0, NaiveDate::from_ymd_opt(year, month, 1)?)
}

/// The next such weekday, today among them.
pub(super) fn next_weekday(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    moved(i64::from(weekday.days_since(today.weekday())), Unit::Day, today)
}

/// A weekday of the week that is so many ahead.
pub(super) fn weekday_of_week(weekday: Weekday, ahead: i64, today: NaiveDate) -> Option<NaiveDate> {
    moved(i64::from(weekday.num_days_from_monday()), Unit::Day, first(Unit::Week, ahead, today)?)
}
