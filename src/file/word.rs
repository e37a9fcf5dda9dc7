//! Values that stand in a file as one word or one quoted text: codes, ids, dates, money.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;

use super::codec::push_string;
use crate::model::{Coded, Currency, LinkKind, Money, Strength, TieKind};

/// A value written as one word or one string, with its reader.
pub(super) trait Word: Sized + Clone {
    /// Reads the text as it stands in the file, quotes taken off.
    fn parse(text: &str) -> Option<Self>;
    /// The text as it stands in the file.
    fn text(&self) -> String;
    /// Whether the text is quoted.
    const IS_QUOTED: bool;
}

pub(super) fn parse_raw<T: Word>(text: String) -> Result<T, String> {
    let inner = text.strip_prefix("Some(").and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
    let bare = match (T::IS_QUOTED, inner.strip_prefix('"').and_then(|text| text.strip_suffix('"'))) {
        (true, Some(bare)) => bare,
        (true, None) => return Err(text),
        (false, _) => inner,
    };
    T::parse(bare).ok_or(text)
}

pub(super) fn write_word<T: Word>(word: &T, out: &mut String) {
    if T::IS_QUOTED {
        push_string(out, &word.text());
    } else {
        out.push_str(&word.text());
    }
}

impl<T: Coded> Word for T {
    const IS_QUOTED: bool = false;
    fn parse(text: &str) -> Option<Self> {
        T::from_code(text)
    }
    fn text(&self) -> String {
        self.code().to_owned()
    }
}

macro_rules! words {
    ($($type:ty, $quoted:literal, $parse:expr, $text:expr);+ $(;)?) => {$(
        impl Word for $type {
            const IS_QUOTED: bool = $quoted;
            fn parse(text: &str) -> Option<Self> {
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(text)
            }
            fn text(&self) -> String {
                let text: fn(&Self) -> String = $text;
                text(self)
            }
        }
    )+};
}
words! {
    bool, false, |text| text.parse().ok(), |value| value.to_string();
    u8, false, |text| text.parse().ok(), |value| value.to_string();
    u16, false, |text| text.parse().ok(), |value| value.to_string();
    NaiveDate, true, |text| text.parse().ok(), |value| value.to_string();
    Currency, true, Currency::parse, |value| value.code().to_owned();
    Money, true, parse_money, money_text;
    LinkKind, false, parse_link_kind, link_kind_text;
    Arc<[u8]>, true, |text| STANDARD.decode(text).ok().map(Arc::from), |value| STANDARD.encode(value);
}

/// `CNY 12800000.00`: exact, whatever the currency's minor unit.
fn money_text(money: &Money) -> String {
    let unit = money.currency.minor_units();
    let sign = if money.minor < 0 { "-" } else { "" };
    let minor = money.minor.unsigned_abs();
    let (whole, rest) = (minor / unit.unsigned_abs(), minor % unit.unsigned_abs());
    match unit {
        1 => format!("{} {sign}{whole}", money.currency.code()),
        _ => format!("{} {sign}{whole}.{rest:02}", money.currency.code()),
    }
}

fn parse_money(text: &str) -> Option<Money> {
    let (code, number) = text.split_once(' ')?;
    let currency = Currency::parse(code)?;
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => (-1, number),
        None => (1, number),
    };
    let (whole, cents) = number.split_once('.').unwrap_or((number, ""));
    let unit = currency.minor_units();
    let cents: i64 = match (unit, cents.len()) {
        (_, 0) => 0,
        (100, 2) => cents.parse().ok()?,
        (_, _) => return None,
    };
    let whole: u64 = whole.parse().ok()?;
    let minor = i128::from(whole) * i128::from(unit) + i128::from(cents);
    Some(Money { minor: i64::try_from(minor * sign).ok()?, currency })
}

fn link_kind_text(kind: &LinkKind) -> String {
    match kind {
        LinkKind::Influences(strength) => format!("Influences({})", strength.get()),
        LinkKind::Conflict => "Conflict".to_owned(),
        LinkKind::Tie(tie) => format!("Tie({})", tie.code()),
    }
}

fn parse_link_kind(text: &str) -> Option<LinkKind> {
    if text == "Conflict" {
        return Some(LinkKind::Conflict);
    }
    let (name, inner) = text.strip_suffix(')')?.split_once('(')?;
    match name.trim() {
        "Influences" => Strength::new(inner.trim().parse().ok()?).map(LinkKind::Influences),
        "Tie" => TieKind::from_code(inner.trim()).map(LinkKind::Tie),
        _ => None,
    }
}
