//! Amounts of money as people type them, and why a text is none.

use super::typed::plain;
use super::{Message, Words};
use crate::model::{Currency, Money};

/// The largest amount that can be meant, in whole units: more than any firm has ever sold.
const MOST: i128 = 1_000_000_000_000_000;
/// The most digits of a whole number that are read; more are too many in any scale.
const DIGITS: usize = 18;
/// The most digits behind the point that are read.
const PLACES: usize = 9;

/// Words for a scale, the longer before those they begin with.
const SCALES: [(&str, i128); 25] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("mio", 1_000_000),
    ("mrd", 1_000_000_000),
    ("mn", 1_000_000),
    ("bn", 1_000_000_000),
    ("tn", 1_000_000_000_000),
    ("万亿", 1_000_000_000_000),
    ("千亿", 100_000_000_000),
    ("百亿", 10_000_000_000),
    ("十亿", 1_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("百", 100),
    ("k", 1_000),
    ("m", 1_000_000),
    ("b", 1_000_000_000),
    ("t", 1_000_000_000_000),
    // 128w is written for 128万.
    ("w", 10_000),
];

/// The currencies that are money today. Source: ISO 4217.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD \
    LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR \
    PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// Why a text is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountFault {
    /// It cannot be read.
    Unclear,
    /// A comma neither groups digits nor is a point: either is possible.
    Comma,
    /// There is no such currency.
    Currency(String),
    /// It is below zero where that means nothing.
    Negative,
    /// It is more than can be meant.
    TooLarge,
}

/// An amount as people type it: `1,280,000`, `1280万`, `1亿2000万`, `12.8m`, `EUR 3.5 m`. The currency is `usual` where
/// none is named. `Ok(None)` for an empty text.
///
/// # Errors
/// [`AmountFault`] says why the text is no amount; one below zero is none here.
pub fn read_money(text: &str, usual: Currency) -> Result<Option<Money>, AmountFault> {
    match read_signed_money(text, usual)? {
        Some(amount) if amount.minor < 0 => Err(AmountFault::Negative),
        amount => Ok(amount),
    }
}

/// The same, with amounts below zero.
///
/// # Errors
/// [`AmountFault`] says why the text is no amount.
pub fn read_signed_money(text: &str, usual: Currency) -> Result<Option<Money>, AmountFault> {
    let text: String = plain(text).chars().filter(|letter| !letter.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let is_digit = |letter: char| letter.is_ascii_digit() || letter == '.';
    let start = text.find(is_digit).ok_or(AmountFault::Unclear)?;
    let (before, mut rest) = text.split_at(start);
    let signs = before.matches('-').count();
    let before = before.replace(['-', '+'], "");
    let mut named = Vec::new();
    if !before.is_empty() {
        named.push(currency(&before, usual)?);
    }
    let mut terms: Vec<(Digits, i128)> = Vec::new();
    while rest.starts_with(is_digit) {
        let (digits, behind) = digits(rest)?;
        let (factor, behind) = scaled(behind, usual);
        // 1亿2000万: each term is smaller than the one before.
        if terms.last().is_some_and(|(_, before)| *before <= factor) {
            return Err(AmountFault::Unclear);
        }
        terms.push((digits, factor));
        rest = behind;
    }
    if !rest.is_empty() {
        named.push(currency(rest, usual)?);
    }
    let own = named.first().copied().unwrap_or(usual);
    if signs > 1 || named.iter().any(|other| *other != own) {
        return Err(AmountFault::Unclear);
    }
    let minor = terms.iter().map(|(digits, factor)| digits.minor(*factor, own)).sum::<Option<i128>>();
    let minor = minor.filter(|minor| *minor <= MOST * i128::from(own.minor_units())).ok_or(AmountFault::TooLarge)?;
    let minor = i64::try_from(minor).ok().ok_or(AmountFault::TooLarge)?;
    Ok(Some(Money { minor: if signs == 1 { -minor } else { minor }, currency: own }))
}

/// An amount as people type it, of either sign; `Some(None)` for nothing, `None` for what is no amount.
pub fn typed_money(text: &str, usual: Currency) -> Option<Option<Money>> {
    read_signed_money(text, usual).ok()
}

/// A sentence that says why a text is no amount.
pub fn amount_fault(words: &Words, fault: &AmountFault) -> String {
    words.text(&match fault {
        AmountFault::Unclear => Message::MoneyWrong,
        AmountFault::Comma => Message::MoneyComma,
        AmountFault::Currency(word) => Message::MoneyCurrency { word: word.clone() },
        AmountFault::Negative => Message::MoneyNegative,
        AmountFault::TooLarge => Message::MoneyTooLarge,
    })
}

/// A number without its point, and how many of its digits stand behind it.
struct Digits {
    value: i128,
    places: u32,
}

impl Digits {
    /// The minor units of this many times `factor`; `None` where they are beyond all measure.
    fn minor(&self, factor: i128, currency: Currency) -> Option<i128> {
        let exact = self.value.checked_mul(factor)?.checked_mul(i128::from(currency.minor_units()))?;
        Some(exact / 10_i128.checked_pow(self.places)?)
    }
}

/// The number that a text begins with, and what stands behind it.
fn digits(text: &str) -> Result<(Digits, &str), AmountFault> {
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || ".,'".contains(letter))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    // A comma or point at the end closes a sentence and no number.
    let number = number.trim_end_matches([',', '\'']);
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if part.contains('.') || number.trim_matches('.').is_empty() {
        return Err(AmountFault::Unclear);
    }
    let groups: Vec<&str> = whole.split([',', '\'']).collect();
    let [first, others @ ..] = groups.as_slice() else { return Err(AmountFault::Unclear) };
    // Thousands, or groups of four as 万 and 亿 have them.
    let are = |size: usize| others.iter().all(|group| group.len() == size) && first.len() <= size && !first.is_empty();
    if part.contains([',', '\'']) || !(others.is_empty() || are(3) || are(4)) {
        return Err(AmountFault::Comma);
    }
    let whole = groups.concat();
    let part: String = part.chars().take(PLACES).collect();
    if whole.trim_start_matches('0').len() > DIGITS {
        return Err(AmountFault::TooLarge);
    }
    let value = format!("0{whole}{part}").parse().ok().ok_or(AmountFault::TooLarge)?;
    let places = u32::try_from(part.len()).ok().ok_or(AmountFault::Unclear)?;
    Ok((Digits { value, places }, rest))
}

/// The scale that a text begins with, and what stands behind it.
fn scaled(text: &str, usual: Currency) -> (i128, &str) {
    if let Some((_, factor)) = SCALES.iter().find(|(sign, _)| *sign == text) {
        return (*factor, "");
    }
    if text.is_empty() || currency(text, usual).is_ok() {
        return (1, text);
    }
    let goes_on = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_digit());
    let found = SCALES.iter().find_map(|(sign, factor)| {
        let rest = text.strip_prefix(sign)?.trim_start_matches('.');
        (goes_on(rest) || currency(rest, usual).is_ok()).then_some((*factor, rest))
    });
    found.unwrap_or((1, text))
}

/// The currency of a word or sign in small letters.
fn currency(word: &str, usual: Currency) -> Result<Currency, AmountFault> {
    let known = match word {
        "元" | "块" | "圆" | "¥" | "￥" | "人民币" | "rmb" | "cn¥" => "CNY",
        "€" | "欧元" | "欧" | "euro" | "euros" => "EUR",
        "$" | "us$" | "美元" | "美金" | "刀" => "USD",
        "£" | "英镑" => "GBP",
        "日元" | "jp¥" => "JPY",
        "hk$" | "港元" | "港币" => "HKD",
        "法郎" | "瑞郎" | "fr" => "CHF",
        other => other,
    };
    let found =
        Currency::parse(known).filter(|found| *found == usual || CODES.split(' ').any(|code| code == found.code()));
    let is_word = word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_alphabetic());
    found.ok_or_else(|| if is_word { AmountFault::Currency(word.to_uppercase()) } else { AmountFault::Unclear })
}
