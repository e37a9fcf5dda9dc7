//! Dates, amounts and shares as people type them, and Chinese typed with Latin letters.

use account_atlas::model::{Currency, Money};
use account_atlas::words::{
    AmountFault, DateFault, Language, NumberFault, Words, amount_fault, date_fault, day_text, harmless, money_exact,
    money_full, number_fault, pinyin, read_date, read_money, read_number, read_signed_money, typed_date, typed_money,
    typed_percent,
};
use chrono::NaiveDate;
use proptest::prelude::*;

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
    use account_atlas::words::money;
    for language in Language::ALL {
        let words = Words::shipped(language).expect("the words that ship can be read");
        for units in [5, 12_000, 350_000, 12_800_000, 960_000_000] {
            let amount = Money::of_units(units, Currency::CNY);
            let shown = money(&words, amount);
            assert_eq!(typed_money(&shown, Currency::EUR), Some(Some(amount)), "{shown}");
        }
    }
}

/// A Saturday.
fn today() -> NaiveDate {
    day(2026, 11, 21)
}

fn words(language: Language) -> Words {
    Words::shipped(language).expect("the words that ship can be read")
}

#[test]
fn dates_are_understood_as_they_are_said_in_english() {
    for (text, found) in [
        ("2026-12-01", day(2026, 12, 1)),
        ("2026/12/1", day(2026, 12, 1)),
        ("20261201", day(2026, 12, 1)),
        ("12/1", day(2026, 12, 1)),
        ("12/1/2027", day(2027, 12, 1)),
        ("12.1.", day(2026, 12, 1)),
        ("2/29", day(2028, 2, 29)),
        ("1 Dec", day(2026, 12, 1)),
        ("Dec 1 2026", day(2026, 12, 1)),
        ("December 1st, 2026", day(2026, 12, 1)),
        ("the 3rd of march", day(2027, 3, 3)),
        ("2027 sept 5", day(2027, 9, 5)),
        ("15th", day(2026, 12, 15)),
        ("tomorrow", day(2026, 11, 22)),
        ("day after tomorrow", day(2026, 11, 23)),
        ("yesterday", day(2026, 11, 20)),
        ("sat", day(2026, 11, 21)),
        ("fri", day(2026, 11, 27)),
        ("this fri", day(2026, 11, 20)),
        ("next fri", day(2026, 11, 27)),
        ("next sat", day(2026, 11, 28)),
        ("Fri next week", day(2026, 11, 27)),
        ("next week", day(2026, 11, 23)),
        ("next month", day(2026, 12, 1)),
        ("next quarter", day(2027, 1, 1)),
        ("in 3 days", day(2026, 11, 24)),
        ("+3d", day(2026, 11, 24)),
        ("3 days", day(2026, 11, 24)),
        ("two weeks from now", day(2026, 12, 5)),
        ("in a month", day(2026, 12, 21)),
        ("3 days ago", day(2026, 11, 18)),
        ("eow", day(2026, 11, 22)),
        ("eom", day(2026, 11, 30)),
        ("end of month", day(2026, 11, 30)),
        ("end of next month", day(2026, 12, 31)),
        ("eoq", day(2026, 12, 31)),
        ("end of the year", day(2026, 12, 31)),
        ("end of feb", day(2027, 2, 28)),
        ("end of feb 2028", day(2028, 2, 29)),
        ("Fri 4 Dec 2026", day(2026, 12, 4)),
        ("4 Dec 2026, Fri", day(2026, 12, 4)),
    ] {
        assert_eq!(read_date(text, today()), Ok(Some(found)), "{text}");
    }
}

#[test]
fn dates_are_understood_as_they_are_said_in_chinese() {
    for (text, found) in [
        ("12月1日", day(2026, 12, 1)),
        ("12月1号", day(2026, 12, 1)),
        ("１２月１日", day(2026, 12, 1)),
        ("十二月一日", day(2026, 12, 1)),
        ("二〇二六年十二月二十五日", day(2026, 12, 25)),
        ("明年3月1日", day(2027, 3, 1)),
        ("1号", day(2026, 12, 1)),
        ("明天", day(2026, 11, 22)),
        ("后天", day(2026, 11, 23)),
        ("大后天", day(2026, 11, 24)),
        ("昨天", day(2026, 11, 20)),
        ("周五", day(2026, 11, 27)),
        ("星期六", day(2026, 11, 21)),
        ("本周五", day(2026, 11, 20)),
        ("下周五", day(2026, 11, 27)),
        ("下个星期一", day(2026, 11, 23)),
        ("下下周日", day(2026, 12, 6)),
        ("下周", day(2026, 11, 23)),
        ("下个月1号", day(2026, 12, 1)),
        ("下月十五日", day(2026, 12, 15)),
        ("下个月", day(2026, 12, 1)),
        ("3天后", day(2026, 11, 24)),
        ("三天后", day(2026, 11, 24)),
        ("两周后", day(2026, 12, 5)),
        ("一个月后", day(2026, 12, 21)),
        ("半年后", day(2027, 5, 21)),
        ("3天前", day(2026, 11, 18)),
        ("+2周", day(2026, 12, 5)),
        ("月底", day(2026, 11, 30)),
        ("下月底", day(2026, 12, 31)),
        ("2月底", day(2027, 2, 28)),
        ("季度末", day(2026, 12, 31)),
        ("下季度", day(2027, 1, 1)),
        ("年底", day(2026, 12, 31)),
        ("明年底", day(2027, 12, 31)),
        ("2028年2月底", day(2028, 2, 29)),
        ("2026年12月4日 周五", day(2026, 12, 4)),
    ] {
        assert_eq!(read_date(text, today()), Ok(Some(found)), "{text}");
    }
}

#[test]
fn a_wrong_date_says_why() {
    for (text, fault, english, chinese) in [
        ("2026-02-30", DateFault::Day(day(2026, 2, 1)), "Feb 2026 has 28 days.", "2026年2月只有28天。"),
        ("2/30", DateFault::Day(day(2026, 2, 1)), "Feb 2026 has 28 days.", "2026年2月只有28天。"),
        ("13/45", DateFault::Month(13), "There is no month 13.", "没有13月。"),
        ("31.12.", DateFault::Month(31), "There is no month 31.", "没有31月。"),
        ("0001-01-01", DateFault::Year, "Write a year from 1900 to 2199.", "年份请写 1900 到 2199。"),
        ("in 99999 years", DateFault::Year, "Write a year from 1900 to 2199.", "年份请写 1900 到 2199。"),
        ("thu 4 dec 2026", DateFault::Weekday(day(2026, 12, 4)), "Fri 4 Dec 2026", "2026年12月4日 周五"),
        ("2026年12月4日周四", DateFault::Weekday(day(2026, 12, 4)), "Fri 4 Dec 2026", "2026年12月4日 周五"),
        ("0000", DateFault::Unclear, "This is no date.", "这不是日期。"),
        ("下周八", DateFault::Unclear, "This is no date.", "这不是日期。"),
        ("12", DateFault::Unclear, "This is no date.", "这不是日期。"),
    ] {
        assert_eq!(read_date(text, today()), Err(fault), "{text}");
        let said = Language::ALL.map(|language| date_fault(&words(language), fault));
        assert!(said.iter().any(|said| said.contains(english)), "{said:?}");
        assert!(said.iter().any(|said| said.contains(chinese)), "{said:?}");
    }
}

#[test]
fn the_day_that_a_field_names_can_be_typed_again() {
    for language in Language::ALL {
        let words = words(language);
        for ahead in 0..800 {
            let day = today() + chrono::Days::new(ahead);
            assert_eq!(read_date(&day_text(&words, day), today()), Ok(Some(day)));
        }
    }
}

#[test]
fn amounts_with_thousands_wan_and_yi_are_read() {
    let known = |code: &str| Currency::parse(code).expect("a currency");
    for (text, units, currency) in [
        ("128万", 1_280_000, Currency::CNY),
        ("1亿2000万", 120_000_000, Currency::CNY),
        ("3千万元", 30_000_000, Currency::CNY),
        ("1.2万亿", 1_200_000_000_000, Currency::CNY),
        ("128w", 1_280_000, Currency::CNY),
        ("1,2800,0000", 128_000_000, Currency::CNY),
        ("￥１２８万", 1_280_000, Currency::CNY),
        ("1.28m", 1_280_000, Currency::CNY),
        ("1'280'000", 1_280_000, Currency::CNY),
        ("1 280 000", 1_280_000, Currency::CNY),
        ("2 bn usd", 2_000_000_000, known("USD")),
        ("12 mxn", 12, known("MXN")),
        ("5 mio CHF", 5_000_000, known("CHF")),
        ("HK$ 5k", 5_000, known("HKD")),
        ("5 万美元", 50_000, known("USD")),
        ("jpy 500", 500, known("JPY")),
    ] {
        assert_eq!(read_money(text, Currency::CNY), Ok(Some(Money::of_units(units, currency))), "{text}");
    }
    assert_eq!(read_money("1.285", Currency::CNY), Ok(Some(Money { minor: 128, currency: Currency::CNY })));
}

#[test]
fn a_wrong_amount_says_why_and_is_never_cut_to_size() {
    for (text, fault, said) in [
        ("-5", AmountFault::Negative, "cannot be below 0"),
        ("-€5m", AmountFault::Negative, "cannot be below 0"),
        ("1,5 m", AmountFault::Comma, "1,500 or 1.5"),
        ("1,28", AmountFault::Comma, "1,500 or 1.5"),
        ("12 xyz", AmountFault::Currency("XYZ".to_owned()), "XYZ is no currency"),
        ("1,000,001 bn", AmountFault::TooLarge, "more than any deal"),
        ("99999999999999999999", AmountFault::TooLarge, "more than any deal"),
        ("999999999999999999t", AmountFault::TooLarge, "more than any deal"),
        ("--5", AmountFault::Unclear, "This is no amount."),
        ("5-3", AmountFault::Unclear, "This is no amount."),
        ("€5 usd", AmountFault::Unclear, "This is no amount."),
        ("2000万1亿", AmountFault::Unclear, "This is no amount."),
    ] {
        assert_eq!(read_money(text, Currency::CNY), Err(fault.clone()), "{text}");
        assert!(amount_fault(&words(Language::English), &fault).contains(said), "{text}");
    }
    assert_eq!(
        read_money("1,000,000 bn", Currency::CNY),
        Ok(Some(Money::of_units(1_000_000_000_000_000, Currency::CNY)))
    );
    let lost = Money::of_units(-5_000, Currency::EUR);
    assert_eq!(read_signed_money("-5k EUR", Currency::CNY), Ok(Some(lost)), "a loss where it means something");
}

#[test]
fn a_field_shows_an_amount_whole_where_short_would_lose_something() {
    let amount = |minor| Money { minor, currency: Currency::CNY };
    let (english, chinese) = (words(Language::English), words(Language::Chinese));
    assert_eq!(money_exact(&english, amount(1_280_000_000)), "CNY 12.8 m");
    assert_eq!(money_exact(&english, amount(1_284_700_050)), "CNY 12,847,000.50");
    assert_eq!(money_exact(&chinese, amount(1_284_700_050)), "12,847,000.50 元");
    assert_eq!(money_full(&chinese, amount(1_280_000_000)), "12,800,000 元");
    assert_eq!(money_full(&english, amount(-50)), "CNY -0.50");
}

#[test]
fn whole_numbers_say_what_is_wrong_with_them() {
    assert_eq!(read_number(" 45 ", 100), Ok(Some(45)));
    assert_eq!(read_number("４５％", 100), Ok(Some(45)));
    assert_eq!(read_number("45.0", 100), Ok(Some(45)));
    assert_eq!(read_number("", 100), Ok(None));
    let english = words(Language::English);
    for (text, fault, said) in [
        ("101", NumberFault::Most(100), "At most 100."),
        ("99999999999", NumberFault::Most(100), "At most 100."),
        ("-1", NumberFault::Negative, "This number cannot be below 0."),
        ("4.5", NumberFault::Part, "Write a whole number, without a point."),
        ("half", NumberFault::Unclear, "This is no number. Write a whole number."),
        ("%", NumberFault::Unclear, "This is no number. Write a whole number."),
    ] {
        assert_eq!(read_number(text, 100), Err(fault), "{text}");
        assert_eq!(number_fault(&english, fault), said);
    }
}

#[test]
fn what_is_pasted_loses_only_what_nobody_can_see() {
    assert_eq!(harmless("a\u{7}b\tc\r\nd", true), ("ab    c\nd".into(), true));
    assert_eq!(harmless("a\u{0}b\tc\r\nd\re", false), ("ab c d e".into(), true));
    assert_eq!(harmless("a\nb", true), ("a\nb".into(), false));
    assert_eq!(harmless("a\tb", false), ("a b".into(), false), "a tab is seen as a blank");
    // Signs of direction and joiners are part of the word.
    for text in ["\u{202B}שלום\u{202C}", "👩\u{200D}🔬", "می\u{200C}خواهم", "\u{FEFF}客户"] {
        assert_eq!(harmless(text, false), (text.into(), false));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange_to_be_typed(
        text in prop_oneof![
            any::<String>(),
            "[0-9年月日号周星期礼拜天后前底末季度一二十两上下个本/.+ -]{0,16}",
            "(next|in|end|of|fri|mon|dec|feb|[0-9]{1,6}|week|month|d|st|ago|\\+|-|,| ){0,9}",
            "[-+0-9.,'万亿千百kmbnt€$¥ ]{0,30}",
        ],
    ) {
        let _ = read_number(&text, u16::MAX);
        if let Ok(Some(day)) = read_date(&text, today()) {
            prop_assert!(day >= NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day"), "{text}: {day}");
        }
        if let Ok(Some(amount)) = read_money(&text, Currency::CNY) {
            prop_assert!(amount.minor >= 0 && amount.units() <= 1_000_000_000_000_000, "{text}: {amount:?}");
        }
        let (clean, _) = harmless(&text, false);
        prop_assert!(!clean.chars().any(char::is_control));
        let seen = |text: &str| -> String {
            text.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect()
        };
        prop_assert_eq!(seen(&clean), seen(&text), "nothing that can be seen is lost");
    }

    #[test]
    fn every_amount_that_a_field_shows_is_read_back_to_the_last_minor_unit(minor in -100_000_000_000_000_000_i64..=100_000_000_000_000_000) {
        for language in Language::ALL {
            for code in ["CNY", "EUR", "CHF", "SEK"] {
                let amount = Money { minor, currency: Currency::parse(code).expect("a currency") };
                let shown = money_exact(&words(language), amount);
                prop_assert_eq!(read_signed_money(&shown, Currency::CNY), Ok(Some(amount)), "{}", shown);
            }
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
