//! Money, dates and ages as each language writes them.

use chrono::NaiveDate;

use super::{Language, Message, Words, typed_money};
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
            let name = chinese_name(code);
            if units.unsigned_abs() >= 10_000 {
                (scaled(units, 10_000), format!("万{name}"))
            } else {
                (grouped(units), name.to_owned())
            }
        }
        Language::English => match units.unsigned_abs() {
            // What would round up to a thousand thousands is a million.
            999_950.. => (scaled(units, 1_000_000), format!("{code} m")),
            10_000.. => (scaled(units, 1_000), format!("{code} k")),
            _ => (grouped(units), code.to_owned()),
        },
    }
}

/// What a currency is called behind an amount in Chinese.
fn chinese_name(code: &str) -> &str {
    match code {
        "CNY" => "元",
        "EUR" => "欧元",
        "USD" => "美元",
        "GBP" => "英镑",
        "JPY" => "日元",
        code => code,
    }
}

/// An amount to the last minor unit: `1,280,000.50 元` or `CNY 1,280,000.50`.
pub fn money_full(words: &Words, money: Money) -> String {
    let (code, minor) = (money.currency.code(), money.currency.minor_units().unsigned_abs());
    let (whole, part) = (money.minor.unsigned_abs() / minor, money.minor.unsigned_abs() % minor);
    let sign = if money.minor < 0 { "-" } else { "" };
    let part = if part == 0 { String::new() } else { format!(".{part:02}") };
    let number = format!("{sign}{}{part}", grouped_digits(&whole.to_string()));
    match words.language() {
        Language::Chinese => format!("{number} {}", chinese_name(code)),
        Language::English => format!("{code} {number}"),
    }
}

/// An amount as short as it can be without losing anything: what a field shows can be read back.
pub fn money_exact(words: &Words, amount: Money) -> String {
    let short = money(words, amount);
    if typed_money(&short, amount.currency) == Some(Some(amount)) { short } else { money_full(words, amount) }
}

/// `value / unit` with four digits that count: three behind the point below ten, none from a thousand on.
fn scaled(value: i64, unit: i64) -> String {
    let size = value.unsigned_abs() / unit.unsigned_abs();
    let digits = match size {
        0..10 if unit > 10_000 => 3,
        10..100 if unit > 10_000 => 2,
        // Thousands and 万 are short as they are.
        0..1_000 => 1,
        _ => 0,
    };
    let scale = 10_i128.pow(digits);
    let half = i128::from(unit) / 2 * i128::from(value.signum());
    let parts = (i128::from(value) * scale + half) / i128::from(unit);
    let (whole, part) = (parts / scale, (parts % scale).abs());
    let whole = grouped(i64::try_from(whole).unwrap_or(i64::MAX));
    if part == 0 {
        return whole;
    }
    let part = format!("{part:0width$}", width = usize::try_from(digits).unwrap_or(0));
    format!("{whole}.{}", part.trim_end_matches('0'))
}

/// Digits in groups of three.
fn grouped(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}", grouped_digits(&value.unsigned_abs().to_string()))
}

fn grouped_digits(digits: &str) -> String {
    let mut out = String::new();
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
