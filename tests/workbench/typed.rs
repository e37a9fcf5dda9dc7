//! Dates, amounts and shares as people type them, and Chinese typed with Latin letters.

use account_atlas::model::{Currency, Money};
use account_atlas::words::{pinyin, typed_date, typed_money, typed_percent};
use chrono::NaiveDate;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn dates_are_read_as_people_write_them() {
    let today = day(2026, 11, 21);
    for (text, found) in [
        ("2026-12-05", day(2026, 12, 5)),
        ("2026/12/5", day(2026, 12, 5)),
        ("2026年12月5日", day(2026, 12, 5)),
        ("12-5", day(2026, 12, 5)),
        ("3.2", day(2027, 3, 2)),
        ("11-21", today),
        ("+14", day(2026, 12, 5)),
        ("+2w", day(2026, 12, 5)),
        ("+3月", day(2027, 2, 21)),
        (" today ", today),
        ("今天", today),
    ] {
        assert_eq!(typed_date(text, today), Some(Some(found)), "{text}");
    }
    assert_eq!(typed_date("  ", today), Some(None));
    for text in ["2026-13-01", "soon", "12", "+x", "2026-02-30", "1-2-3-4", "+99999999999"] {
        assert_eq!(typed_date(text, today), None, "{text}");
    }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let euro = Currency::parse("EUR").expect("a currency");
    for (text, units, currency) in [
        ("1,280,000", 1_280_000, Currency::CNY),
        ("1280万", 12_800_000, Currency::CNY),
        ("1,280 万元", 12_800_000, Currency::CNY),
        ("0.5亿", 50_000_000, Currency::CNY),
        ("12.8m", 12_800_000, Currency::CNY),
        ("EUR 3.5 m", 3_500_000, euro),
        ("3.5 m EUR", 3_500_000, euro),
        ("€ 200k", 200_000, euro),
        ("-5", -5, Currency::CNY),
    ] {
        assert_eq!(typed_money(text, Currency::CNY), Some(Some(Money::of_units(units, currency))), "{text}");
    }
    assert_eq!(typed_money("0.01", Currency::CNY), Some(Some(Money { minor: 1, currency: Currency::CNY })));
    assert_eq!(typed_money("", Currency::CNY), Some(None));
    for text in ["much", "1.2.3", "12 apples", "99999999999999999999", "-", "."] {
        assert_eq!(typed_money(text, Currency::CNY), None, "{text}");
    }
}

#[test]
fn what_a_field_shows_can_be_read_back() {
    use account_atlas::words::{Language, Words, money};
    for language in Language::ALL {
        let words = Words::shipped(language).expect("the words that ship can be read");
        for units in [5, 12_000, 350_000, 12_800_000, 960_000_000] {
            let amount = Money::of_units(units, Currency::CNY);
            let shown = money(&words, amount);
            assert_eq!(typed_money(&shown, Currency::EUR), Some(Some(amount)), "{shown}");
        }
    }
}

#[test]
fn shares_are_read() {
    assert_eq!(typed_percent("45 %"), Some(Some(45)));
    assert_eq!(typed_percent("0"), Some(Some(0)));
    assert_eq!(typed_percent(""), Some(None));
    assert_eq!(typed_percent("101"), None);
    assert_eq!(typed_percent("half"), None);
}

#[test]
fn chinese_is_found_by_its_sounds() {
    assert_eq!(pinyin("林婉清"), "linwanqing lwq");
    assert_eq!(pinyin("IT 架构经理"), "it jiagoujingli it jgjl");
    assert_eq!(pinyin("Ada"), "");
    assert_eq!(pinyin("Zoë"), "");
}
