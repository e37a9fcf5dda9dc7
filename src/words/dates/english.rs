//! Dates as they are said in English: `fri`, `next week`, `in 3 days`, `1 Dec`, `end of month`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{Unit, first, last, last_of, moved, next_weekday, weekday_of_week};
use super::{DateFault, Read, checked, day_of_month, full, next};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// Words that change nothing.
const FILL: [&str; 5] = ["of", "the", "on", "by", "at"];
/// Endings of a number that counts days of a month.
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

/// The day that `text`, in small letters, names.
pub(super) fn read(text: &str, today: NaiveDate) -> Read {
    if !text.is_ascii() {
        return None;
    }
    let all = tokens(text);
    let words: Vec<&str> = all.iter().map(String::as_str).filter(|word| !FILL.contains(word)).collect();
    // A weekday beside a date is checked against it, one beside a week says which day of it.
    match words.as_slice() {
        [day, "next", "week"] if weekday(day).is_some() => sure(weekday_of_week(weekday(day)?, 1, today)),
        [day, "this", "week"] if weekday(day).is_some() => sure(weekday_of_week(weekday(day)?, 0, today)),
        [day, rest @ ..] if !rest.is_empty() && weekday(day).is_some() => {
            Some(checked(of_words(rest, today)?, weekday(day)?))
        }
        [rest @ .., day] if rest.len() > 1 && weekday(day).is_some() => {
            Some(checked(of_words(rest, today)?, weekday(day)?))
        }
        words => of_words(words, today),
    }
}

fn of_words(words: &[&str], today: NaiveDate) -> Read {
    named(words, today)
        .or_else(|| of_week(words, today))
        .or_else(|| ahead(words, today))
        .or_else(|| of_month(words, today))
        .or_else(|| end_of_month(words, today))
}

/// A day that was understood, unless the calendar does not reach so far.
fn sure(day: Option<NaiveDate>) -> Read {
    Some(day.ok_or(DateFault::Year))
}

/// Runs of letters, runs of digits, and the signs in front.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in text.chars() {
        let is_sign = matches!(letter, '+' | '-') && tokens.is_empty();
        if letter.is_ascii_alphanumeric() || is_sign {
            let goes_on = last.is_ascii_alphanumeric() && last.is_ascii_digit() == letter.is_ascii_digit();
            match tokens.last_mut() {
                Some(token) if goes_on && !is_sign => token.push(letter),
                Some(_) | None => tokens.push(letter.to_string()),
            }
        }
        last = letter;
    }
    tokens
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "d" | "day" | "days" => Unit::Day,
        "w" | "wk" | "wks" | "week" | "weeks" => Unit::Week,
        "m" | "mo" | "month" | "months" => Unit::Month,
        "q" | "quarter" | "quarters" => Unit::Quarter,
        "y" | "yr" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

fn month(word: &str) -> Option<u32> {
    // Three letters are enough.
    let place = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
    u32::try_from(place).ok().map(|place| place + 1)
}

fn number(word: &str) -> Option<i64> {
    let said = || NUMBERS.iter().position(|number| *number == word).and_then(|place| i64::try_from(place + 1).ok());
    match word {
        "a" | "an" => Some(1),
        // No count of days is longer than five digits.
        digits if digits.bytes().all(|digit| digit.is_ascii_digit()) => digits.parse().ok().filter(|_| word.len() <= 5),
        _ => said(),
    }
}

/// `today`, `tomorrow`, `eom`, `end of month`, `end of next quarter`, `next month`.
fn named(words: &[&str], today: NaiveDate) -> Read {
    let end = |unit, ahead| sure(last(unit, ahead, today));
    match words {
        ["today" | "now"] => sure(Some(today)),
        ["tomorrow" | "tmr" | "tmrw"] => sure(moved(1, Unit::Day, today)),
        ["day", "after", "tomorrow"] => sure(moved(2, Unit::Day, today)),
        ["yesterday"] => sure(moved(-1, Unit::Day, today)),
        ["eow"] => end(Unit::Week, 0),
        ["eom"] => end(Unit::Month, 0),
        ["eoq"] => end(Unit::Quarter, 0),
        ["eoy"] => end(Unit::Year, 0),
        ["end", of] | ["end", "this", of] | [of, "end"] if unit(of).is_some() => end(unit(of)?, 0),
        ["end", "next", of] if unit(of).is_some() => end(unit(of)?, 1),
        ["next", of] if unit(of).is_some() => sure(first(unit(of)?, 1, today)),
        _ => None,
    }
}

/// `fri`, `this fri`, `next fri`: that of the next week, which begins on Monday.
fn of_week(words: &[&str], today: NaiveDate) -> Read {
    match words {
        ["next", day] => sure(weekday_of_week(weekday(day)?, 1, today)),
        ["this", day] => sure(weekday_of_week(weekday(day)?, 0, today)),
        [day] | ["coming", day] => sure(next_weekday(weekday(day)?, today)),
        _ => None,
    }
}

/// `+14`, `+2w`, `in 3 days`, `3d`, `two weeks from now`, `3 days ago`.
fn ahead(words: &[&str], today: NaiveDate) -> Read {
    let (count, of, sign) = match words {
        ["+", count] => (count, "d", 1),
        ["-", count] => (count, "d", -1),
        ["-", count, of] | [count, of, "ago"] => (count, *of, -1),
        ["in" | "+", count, of] | [count, of] => (count, *of, 1),
        [count, of, "later"] | [count, of, "from", "now" | "today"] => (count, *of, 1),
        _ => return None,
    };
    let (count, of) = (number(count)?, unit(of)?);
    sure(moved(sign * count, of, today))
}

/// `1 Dec`, `Dec 1st`, `1 Dec 2026`, `Dec 1, 2026`, `2026 Dec 1`, `15th`.
fn of_month(words: &[&str], today: NaiveDate) -> Read {
    let is_counted = words.iter().any(|word| ORDINALS.contains(word));
    let words: Vec<&str> = words.iter().copied().filter(|word| !ORDINALS.contains(word)).collect();
    let day = |word: &str| -> Option<u32> { word.parse().ok().filter(|_| word.len() <= 2) };
    let year = |word: &str| -> Option<i32> { word.parse().ok().filter(|_| word.len() == 4) };
    let of = |named: &str, day_word: &str| Some((month(named)?, day(day_word)?));
    match words.as_slice() {
        [one] if is_counted => Some(day_of_month(day(one)?, today)),
        [one, other] => {
            let (month, day) = of(one, other).or_else(|| of(other, one))?;
            Some(next(month, day, today))
        }
        [one, other, last] => {
            let with_last = || Some((year(last)?, of(one, other).or_else(|| of(other, one))?));
            let (year, (month, day)) = with_last().or_else(|| Some((year(one)?, of(other, last)?)))?;
            Some(full(year, month, day))
        }
        _ => None,
    }
}

/// `end of dec`, `end of dec 2026`.
fn end_of_month(words: &[&str], today: NaiveDate) -> Read {
    let ["end", named, rest @ ..] = words else { return None };
    let month = month(named)?;
    match rest {
        [] => {
            sure([0, 1].into_iter().filter_map(|ahead| last_of(today.year() + ahead, month)).find(|end| *end >= today))
        }
        [year] => {
            let first = full(year.parse().ok()?, month, 1);
            Some(first.and_then(|first| last_of(first.year(), month).ok_or(DateFault::Year)))
        }
        _ => None,
    }
}
