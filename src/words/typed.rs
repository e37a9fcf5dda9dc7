//! Dates, amounts and shares as people type them.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::{Currency, Money};

/// A date as people type it: `2026-12-05`, `2026/12/5`, `2026年12月5日`, `12-5` (the next one), `+14`
/// (days from today), `+2w`, `+3m`, `today`. `Some(None)` for nothing, `None` for what is no date.
pub fn typed_date(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    if text.is_empty() {
        return Some(None);
    }
    if ["today", "今天"].contains(&text.as_str()) {
        return Some(Some(today));
    }
    if let Some(ahead) = text.strip_prefix('+') {
        let digits: String = ahead.chars().take_while(char::is_ascii_digit).collect();
        let count: u32 = digits.parse().ok()?;
        return match &ahead[digits.len()..] {
            "" | "d" | "天" => today.checked_add_days(Days::new(u64::from(count))).map(Some),
            "w" | "周" => today.checked_add_days(Days::new(7 * u64::from(count))).map(Some),
            "m" | "月" => today.checked_add_months(Months::new(count)).map(Some),
            _ => None,
        };
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(Some)
        }
        [month, day] => {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            let this = NaiveDate::from_ymd_opt(today.year(), month, day)?;
            let next = NaiveDate::from_ymd_opt(today.year() + 1, month, day);
            Some(if this >= today { Some(this) } else { next.or(Some(this)) })
        }
        _ => None,
    }
}

/// An amount as people type it: `1,280,000`, `1280万`, `12.8m`, `EUR 3.5 m`, `0.5亿`. The currency is
/// `usual` where none is named. `Some(None)` for nothing, `None` for what is no amount.
pub fn typed_money(text: &str, usual: Currency) -> Option<Option<Money>> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace() && !",，'".contains(*letter)).collect();
    if plain.is_empty() {
        return Some(None);
    }
    let start = plain.find(|letter: char| letter.is_ascii_digit() || letter == '-' || letter == '.')?;
    let digits: String =
        plain[start..].chars().take_while(|letter| letter.is_ascii_digit() || ".-".contains(*letter)).collect();
    let (before, after) = (&plain[..start], &plain[start + digits.len()..]);
    let after = after.to_lowercase();
    let scales: [(&str, i128); 8] = [
        ("万", 10_000),
        ("亿", 100_000_000),
        ("k", 1_000),
        ("m", 1_000_000),
        ("bn", 1_000_000_000),
        ("b", 1_000_000_000),
        ("thousand", 1_000),
        ("million", 1_000_000),
    ];
    let scale = scales.iter().filter(|(sign, _)| after.starts_with(sign)).max_by_key(|(sign, _)| sign.len());
    let (rest, factor) = scale.map_or((after.as_str(), 1), |(sign, factor)| (&after[sign.len()..], *factor));
    let currency = [before, rest].into_iter().filter(|word| !word.is_empty()).map(currency_word);
    let mut named = None;
    for word in currency {
        named = Some(word?);
    }
    let currency = named.unwrap_or(usual);
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_negative = whole.starts_with('-');
    let whole: i128 = if whole.is_empty() || whole == "-" { 0 } else { whole.parse().ok()? };
    let part: String = part.chars().take(9).collect();
    if part.contains(['.', '-']) || part.is_empty() && digits.trim_matches(['-', '.']).is_empty() {
        return None;
    }
    let ten: i128 = 10_i128.pow(u32::try_from(part.len()).ok()?);
    let part: i128 = if part.is_empty() { 0 } else { part.parse().ok()? };
    let part = if is_negative { -part } else { part };
    let exact = (whole.checked_mul(ten)? + part).checked_mul(factor)?;
    let minor = exact.checked_mul(i128::from(currency.minor_units()))? / ten;
    Some(Some(Money { minor: i64::try_from(minor).ok()?, currency }))
}

/// The currency of a word or sign.
fn currency_word(word: &str) -> Option<Currency> {
    let known = match word {
        "元" | "块" | "¥" | "￥" | "人民币" => "CNY",
        "€" | "欧元" => "EUR",
        "$" | "美元" => "USD",
        "£" | "英镑" => "GBP",
        "日元" => "JPY",
        other => other,
    };
    Currency::parse(known)
}

/// A share of a hundred: `45`, `45 %`. `Some(None)` for nothing, `None` for what is none.
pub fn typed_percent(text: &str) -> Option<Option<u8>> {
    let text = text.trim().trim_end_matches(['%', '％']).trim();
    if text.is_empty() {
        return Some(None);
    }
    text.parse::<u8>().ok().filter(|value| *value <= 100).map(Some)
}
