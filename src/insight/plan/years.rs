//! The five years of a plan.

use chrono::{Datelike, NaiveDate};

use crate::model::{Account, YearOutline};

/// How many years a plan looks ahead. Source: methods L1, sections 5 and 7.
pub const PLAN_YEARS: u16 = 5;

/// The years of the outline and of the forecast: from the first year the user set, else from the coming one.
pub fn plan_years(account: &Account, today: NaiveDate) -> Vec<u16> {
    let coming = u16::try_from(today.year()).unwrap_or(u16::MAX).saturating_add(1);
    let first = account.plan.forecast_from.unwrap_or(coming);
    (0..PLAN_YEARS).map(|ahead| first.saturating_add(ahead)).collect()
}

/// What the outline says of a year; empty where it says nothing.
pub fn outline_of(account: &Account, year: u16) -> &str {
    let of_year = |line: &&YearOutline| line.year == Some(year);
    account.plan.outline.iter().find(of_year).map_or("", |line| line.text.as_str())
}
