//! Exchange rates as people type and read them.

use crate::model::{Currency, ExchangeRate, Kept, Money};

/// The most digits that stand behind the point of a rate.
const DIGITS: usize = 6;

/// What one unit of `foreign` is worth, typed as a number such as `7.124`: `Some(None)` for nothing, `None` for what is
/// no rate, nothing and less than nothing among it.
pub fn typed_rate(text: &str, foreign: Currency, own: Currency) -> Option<Option<ExchangeRate>> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != ',').collect();
    if plain.is_empty() {
        return Some(None);
    }
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    let digits = format!("{whole}{part}");
    if !is_number(&digits) || whole.len() > 9 || part.len() > DIGITS {
        return None;
    }
    let worth: i64 = digits.parse().ok().filter(|worth| *worth > 0)?;
    let units = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    Some(Some(ExchangeRate {
        amount: Some(Money::of_units(units, foreign)),
        worth: Some(Money::of_units(worth, own)),
        kept: Kept::default(),
    }))
}

/// A rate as a number: what one unit is worth, cut off behind six digits.
pub fn rate_text(rate: &ExchangeRate) -> String {
    let (Some(amount), Some(worth)) = (rate.amount, rate.worth) else { return String::new() };
    if amount.minor <= 0 || worth.minor < 0 {
        return String::new();
    }
    let value = i128::from(worth.minor) * i128::from(amount.currency.minor_units()) * 1_000_000;
    let millionths = value / (i128::from(amount.minor) * i128::from(worth.currency.minor_units()));
    let (whole, part) = (millionths / 1_000_000, format!("{:06}", millionths % 1_000_000));
    format!("{whole}.{part}").trim_end_matches('0').trim_end_matches('.').to_owned()
}
