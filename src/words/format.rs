//! Money, dates and ages as each language writes them.

use chrono::NaiveDate;

use super::{Language, Message, Words};
use crate::model::Money;

/// A date as both languages write it.
pub fn date(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// An amount with its unit: `1,280 万元` or `CNY 12.8 m`.
pub fn money(words: &Words, money: Money) -> String {
    let (number, unit) = amount_short(words, money);
    match words.language() {
        Language::Chinese => format!("{number} {unit}"),
        Language::English => {
            let (code, scale) = unit.split_once(' ').unwrap_or((&unit, ""));
            format!("{code} {number} {scale}").trim_end().to_owned()
        }
    }
}

/// An amount as a number and its unit, apart: `("1,280", "万元")` or `("12.8", "CNY m")`.
pub fn amount_short(words: &Words, money: Money) -> (String, String) {
    let (units, code) = (money.units(), money.currency.code());
    match words.language() {
        Language::Chinese => {
            let name = match code {
                "CNY" => "元".to_owned(),
                "EUR" => "欧元".to_owned(),
                "USD" => "美元".to_owned(),
                "GBP" => "英镑".to_owned(),
                "JPY" => "日元".to_owned(),
                code => format!(" {code}"),
            };
            if units.unsigned_abs() >= 10_000 {
                (scaled(units, 10_000), format!("万{}", name.trim_start()))
            } else {
                (grouped(units), name.trim_start().to_owned())
            }
        }
        Language::English => match units.unsigned_abs() {
            // What would round up to a thousand thousands is a million.
            999_500.. => (scaled(units, 1_000_000), format!("{code} m")),
            10_000.. => (scaled(units, 1_000), format!("{code} k")),
            _ => (grouped(units), code.to_owned()),
        },
    }
}

/// `value / unit`, with one digit behind the point where the number is short.
fn scaled(value: i64, unit: i64) -> String {
    let tenths = (i128::from(value) * 10 + i128::from(unit) / 2 * i128::from(value.signum())) / i128::from(unit);
    let tenths = i64::try_from(tenths).unwrap_or(i64::MAX);
    if tenths.abs() >= 10_000 {
        let whole = (i128::from(value) + i128::from(unit) / 2 * i128::from(value.signum())) / i128::from(unit);
        grouped(i64::try_from(whole).unwrap_or(i64::MAX))
    } else if tenths % 10 == 0 {
        grouped(tenths / 10)
    } else {
        format!("{}.{}", grouped(tenths / 10), (tenths % 10).abs())
    }
}

/// Digits in groups of three.
fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::from(if value < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How long ago a day was, short: `3w`, `3周`.
pub fn age(words: &Words, then: NaiveDate, today: NaiveDate) -> String {
    let days = (today - then).num_days().max(0);
    let (message, count): (fn(String) -> Message, i64) = match days {
        0..=13 => (|count| Message::AgeDays { count }, days),
        14..=59 => (|count| Message::AgeWeeks { count }, days / 7),
        60..=729 => (|count| Message::AgeMonths { count }, days / 30),
        _ => (|count| Message::AgeYears { count }, days / 365),
    };
    words.text(&message(count.to_string()))
}
