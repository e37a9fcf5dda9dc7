//! Dates as people type them, in both languages, and why a text is none.

mod calendar;
mod chinese;
mod english;

use chrono::{Datelike, NaiveDate, Weekday};

use super::typed::plain;
use super::{Message, Words};
use calendar::last_of;

/// The years that a plan speaks of; a year outside them is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// The longest text that can be a date, in letters.
const LONGEST: usize = 60;
/// How far ahead a day without a year is looked for: a 29 February comes every four or eight years.
const YEARS_AHEAD: i32 = 8;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It cannot be read.
    Unclear,
    /// There is no such month.
    Month(u32),
    /// The month has no such day: any day of that month.
    Day(NaiveDate),
    /// The year is not one that a plan speaks of.
    Year,
    /// The day named with it is another weekday.
    Weekday(NaiveDate),
}

/// What a reader makes of a text: nothing where it does not know its form.
type Read = Option<Result<NaiveDate, DateFault>>;

/// A date as people type it: `2026-12-05`, `12/5` (month and day, the next one), `1 Dec`, `12月1日`, `fri`, `下周五`,
/// `+14`, `3天后`, `eom`, `月底` and their like. `Ok(None)` for an empty text.
///
/// # Errors
/// [`DateFault`] says why the text is no date.
pub fn read_date(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DateFault> {
    let text = plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > LONGEST {
        return Err(DateFault::Unclear);
    }
    let compact: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let read = numeric(&compact, today)
        .or_else(|| chinese::read(&compact, today))
        .or_else(|| english::read(&text, today))
        .unwrap_or(Err(DateFault::Unclear))?;
    if YEARS.contains(&read.year()) { Ok(Some(read)) } else { Err(DateFault::Year) }
}

/// A date as people type it; `Some(None)` for nothing, `None` for what is no date.
pub fn typed_date(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    read_date(text, today).ok()
}

/// A sentence that says why a text is no date.
pub fn date_fault(words: &Words, fault: DateFault) -> String {
    words.text(&match fault {
        DateFault::Unclear => Message::DateWrong,
        DateFault::Month(month) => Message::DateNoMonth { month: month.to_string() },
        DateFault::Day(day) => {
            let days = last_of(day.year(), day.month()).map_or(31, |last| last.day()).to_string();
            Message::DateNoDay { month: month_text(words, day), days }
        }
        DateFault::Year => Message::DateNoYear,
        DateFault::Weekday(day) => Message::DateOtherWeekday { date: day_text(words, day) },
    })
}

/// A day with its weekday, for whoever reads: `Fri 4 Dec 2026`, `2026年12月4日 周五`.
pub fn day_text(words: &Words, day: NaiveDate) -> String {
    let weekdays = words.say(Message::WeekdaysShort);
    let weekday = weekdays.split(' ').nth(day.weekday().num_days_from_monday() as usize).unwrap_or_default();
    words.text(&Message::DateDay {
        year: day.year().to_string(),
        month: month_name(words, day),
        day: day.day().to_string(),
        weekday: weekday.to_owned(),
    })
}

/// A month with its year: `Dec 2026`, `2026年12月`.
pub fn month_text(words: &Words, day: NaiveDate) -> String {
    words.text(&Message::DateMonth { year: day.year().to_string(), month: month_name(words, day) })
}

fn month_name(words: &Words, day: NaiveDate) -> String {
    words.say(Message::Months).split(' ').nth(day.month0() as usize).unwrap_or_default().to_owned()
}

/// Digits between signs: year, month and day, or month and day; a day of the month where it says so.
fn numeric(text: &str, today: NaiveDate) -> Read {
    const SIGNS: [char; 7] = ['-', '/', '.', '年', '月', '日', '号'];
    let is_part = |letter: char| letter.is_ascii_digit() || SIGNS.contains(&letter);
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) || !text.chars().all(is_part) {
        return None;
    }
    let parts: Vec<&str> = text.split(SIGNS).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| -> Option<u32> { part.parse().ok().filter(|_| part.len() <= 2) };
    let year = |part: &str| -> Option<i32> { part.parse().ok().filter(|_| part.len() == 4) };
    match parts.as_slice() {
        [all] if all.len() == 8 => Some(full(year(&all[..4])?, number(&all[4..6])?, number(&all[6..])?)),
        [day] if text.ends_with(['日', '号']) => Some(day_of_month(number(day)?, today)),
        [first, month, day] if first.len() == 4 => Some(full(year(first)?, number(month)?, number(day)?)),
        [month, day, last] if last.len() == 4 => Some(full(year(last)?, number(month)?, number(day)?)),
        // The month itself is no day.
        [month, day] if !text.ends_with('月') => Some(next(number(month)?, number(day)?, today)),
        _ => None,
    }
}

/// A day of a year.
fn full(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateFault> {
    if !YEARS.contains(&year) {
        return Err(DateFault::Year);
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(DateFault::Month(month))?;
    first.with_day(day).ok_or(DateFault::Day(first))
}

/// The next such day from today on.
fn next(month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let mut days = (0..=YEARS_AHEAD).filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day));
    let found = days.find(|found| *found >= today);
    found.map_or_else(|| full(today.year(), month, day), Ok)
}

/// The next day from today on with this number in its month.
fn day_of_month(day: u32, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let mut days = (0..12).filter_map(|ahead| calendar::first(calendar::Unit::Month, ahead, today)?.with_day(day));
    days.find(|found| *found >= today).ok_or(DateFault::Day(today))
}

/// What was read with a weekday beside it, which must be that day's.
fn checked(read: Result<NaiveDate, DateFault>, weekday: Weekday) -> Result<NaiveDate, DateFault> {
    read.and_then(|day| if day.weekday() == weekday { Ok(day) } else { Err(DateFault::Weekday(day)) })
}
