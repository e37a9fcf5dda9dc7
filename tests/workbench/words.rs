//! Both languages say everything, and money, dates and ages as each writes them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use account_atlas::disk::Step;
use account_atlas::model::{
    AccountStatus, ActionStatus, ActivityKind, ActivityOutcome, ActivityPurpose, BuyingRole, BuyingTag, Coded,
    CompetitiveStrategy, Confidence, Coverage, Currency, FunnelStage, InnovationAttitude, JudgementField, LayoutKind,
    LifePhase, Money, Novelty, OpportunityStatus, PersonKind, PoliticalStatus, RelationshipStage, RelationshipType,
    ReviewKind, RiskLevel, Support, SwotQuadrant, ThinkingStyle, TieKind, Tier,
};
use account_atlas::words::{Language, Message, Words, age, amount_short, date, money};
use chrono::NaiveDate;

/// What stands where a language file lacks a word.
const LACKING: &str = "???";

pub fn words(language: Language) -> Words {
    Words::shipped(language).expect("the words that ship can be read")
}

fn source(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Ids and texts of a language file; every line must be one, a heading or blank.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for line in source(&format!("assets/words/{}.ftl", language.code())).lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (id, text) = line.split_once(" = ").unwrap_or_else(|| panic!("no message: {line}"));
        let is_id = id.bytes().all(|letter| matches!(letter, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        assert!(is_id && !id.is_empty(), "no id: {line}");
        assert_eq!(texts.insert(id.to_owned(), text.to_owned()), None, "{id} stands twice");
    }
    texts
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split("{$").skip(1).map(|rest| rest.split_once('}').expect("a variable that ends").0).collect()
}

/// A text without its variables.
fn fixed_part(text: &str) -> String {
    let mut parts = text.split("{$");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |fixed, rest| fixed + rest.split_once('}').map_or(rest, |(_, after)| after))
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// The words after a name in a source file, up to the end of the word.
fn named_after(text: &str, mark: &str) -> BTreeSet<String> {
    let name = |rest: &str| -> String {
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.')).collect()
    };
    text.split(mark).skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

/// The code of a source file up to a line, its comments left out.
fn code(path: &str, until: &str) -> String {
    let text = source(path);
    let code = text.split(until).next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Labels that a language lacks.
fn lacking<'a>(kind: &str, codes: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let codes: Vec<&str> = codes.into_iter().collect();
    assert!(!codes.is_empty(), "{kind} has no codes");
    let mut found = Vec::new();
    for language in Language::ALL {
        let words = words(language);
        let lacks = codes.iter().filter(|code| matches!(words.label(kind, code), LACKING | ""));
        found.extend(lacks.map(|code| format!("{kind} {code}, {}", language.code())));
    }
    found
}

macro_rules! scales {
    ($($scale:ident),+ $(,)?) => {
        /// Every scale with its codes.
        fn scales() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![$((<$scale as Coded>::KIND, <$scale as Coded>::ALL.iter().map(|value| value.code()).collect())),+]
        }
    };
}
scales!(
    BuyingRole,
    InnovationAttitude,
    Support,
    Coverage,
    PoliticalStatus,
    RelationshipStage,
    ThinkingStyle,
    TieKind,
    PersonKind,
    BuyingTag,
    JudgementField,
    Confidence,
    LayoutKind,
    Tier,
    AccountStatus,
    LifePhase,
    RelationshipType,
    FunnelStage,
    OpportunityStatus,
    Novelty,
    CompetitiveStrategy,
    SwotQuadrant,
    ActionStatus,
    RiskLevel,
    ActivityKind,
    ActivityPurpose,
    ActivityOutcome,
    ReviewKind,
);

/// The list and a match without a rest, so that a new step cannot be forgotten here.
macro_rules! steps {
    ($($step:ident),+ $(,)?) => {
        pub const STEPS: &[Step] = &[$(Step::$step),+];

        fn name_of(step: Step) -> &'static str {
            match step { $(Step::$step => stringify!($step)),+ }
        }
    };
}
steps!(Inspect, Read, List, Create, Write, Sync, Replace, SyncFolder, CreateFolder, Remove, Lock);

#[test]
fn both_languages_have_the_same_messages() {
    let [chinese, english] = Language::ALL.map(texts);
    let ids = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
    let odd: Vec<String> = ids(&chinese).symmetric_difference(&ids(&english)).cloned().collect();
    assert_eq!(odd, [""; 0]);
    assert!(english.len() > 400, "only {} messages", english.len());
    for (id, text) in &english {
        assert_eq!(variables(text), variables(&chinese[id]), "{id}");
    }
}

#[test]
fn every_message_is_said_with_all_its_values() {
    let all = Message::all();
    assert!(all.len() > 250, "only {} messages", all.len());
    for language in Language::ALL {
        let (texts, words) = (texts(language), words(language));
        for (id, values) in &all {
            let text = texts.get(id).unwrap_or_else(|| panic!("{id} is not in {}", language.code()));
            assert_eq!(variables(text), values.iter().copied().collect(), "{id} in {}", language.code());
            assert!(words.has(id), "{id} in {}", language.code());
        }
    }
    assert!(!words(Language::English).has("no-such-message"));
}

#[test]
fn every_scale_of_the_model_is_tested_here() {
    let text = code("src/model/scale.rs", "\u{0}");
    let kinds: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_suffix("\" {")?.split_once(" \""))
        .map(|(_, kind)| kind)
        .collect();
    assert_eq!(scales().iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>(), kinds);
}

#[test]
fn every_value_of_every_scale_has_a_word_of_its_own() {
    for (kind, codes) in scales() {
        assert_eq!(lacking(kind, codes.iter().copied()), [""; 0]);
        for language in Language::ALL {
            let words = words(language);
            let labels: BTreeSet<&str> = codes.iter().map(|code| words.label(kind, code)).collect();
            assert_eq!(labels.len(), codes.len(), "{kind} in {}: {labels:?}", language.code());
        }
    }
}

#[test]
fn the_four_symbol_scales_are_explained() {
    fn hints<T: Coded>() -> Vec<String> {
        lacking(&format!("{}-hint", T::KIND), T::ALL.iter().map(|value| value.code()))
    }
    let found = [hints::<BuyingRole>(), hints::<InnovationAttitude>(), hints::<Support>(), hints::<Coverage>()];
    assert_eq!(found.concat(), [""; 0]);
    let words = words(Language::English);
    assert_eq!(words.value(Coverage::InDepth), "In depth");
    assert_eq!(words.hint(Support::Neutral), "Takes no side; not the same as unknown");
}

#[test]
fn every_step_of_the_disk_has_a_word() {
    let codes: Vec<String> = STEPS.iter().map(|step| format!("{step:?}")).collect();
    assert_eq!(lacking("disk-step", codes.iter().map(String::as_str)), [""; 0]);
    assert_eq!(codes, STEPS.iter().map(|step| name_of(*step)).collect::<Vec<_>>());
}

#[test]
fn every_record_of_a_file_has_a_word() {
    // Records with an id are those that a repair can speak of.
    let text = [
        "src/file/v1.rs",
        "src/file/v1_client.rs",
        "src/file/v1_pipeline.rs",
        "src/file/v1_plan.rs",
        "src/file/v1_snapshots.rs",
        "src/file/v1_strategy.rs",
    ]
    .map(|path| code(path, "\ntype Judgements"))
    .concat();
    let kinds: BTreeSet<&str> = text
        .split("\n    }")
        .filter_map(|record| record.split_once(", kept {\n"))
        .filter(|(_, fields)| fields.trim_start().starts_with("id: "))
        .filter_map(|(head, _)| head.split('"').nth(1))
        .collect();
    assert_eq!(kinds.len(), 24, "{kinds:?}");
    assert_eq!(lacking("record", kinds), [""; 0]);
}

#[test]
fn every_field_that_can_change_has_a_word() {
    let mut fields = named_after(&code("src/edit/changes.rs", "macro_rules! editable"), " => ");
    fields.extend(named_after(&code("src/edit/plan_changes.rs", "editable! {"), " => "));
    assert!(fields.contains("judgement.support_wanted") && fields.contains("quadrant"), "{fields:?}");
    assert!(fields.len() > 60, "{fields:?}");
    fields.extend(named_after(&code("src/edit/structure.rs", "pub enum StructureEdit"), " => "));
    // What a repair calls the place of a lost mention.
    fields.extend(named_after(&code("src/file/mentions.rs", "\u{0}"), "repairs, \""));
    fields.extend(named_after(&code("src/file/mentions.rs", "\u{0}"), "field: \""));
    assert!(fields.contains("reports_to") && fields.contains("owner"), "{fields:?}");
    assert_eq!(lacking("field", fields.iter().map(|field| field.rsplit('.').next().unwrap_or(field))), [""; 0]);
}

#[test]
fn every_text_is_clean() {
    for language in Language::ALL {
        for (id, text) in texts(language) {
            let at = format!("{id} in {}: {text:?}", language.code());
            assert!(!text.is_empty() && !text.contains(LACKING), "{at}");
            assert!(!text.contains("  ") && text.trim() == text, "a blank too many: {at}");
            assert!(!text.contains(char::is_control) && !text.contains('\u{FFFD}'), "{at}");
            assert!(!fixed_part(&text).contains(['{', '}', '$']), "no plain variable: {at}");
        }
    }
}

#[test]
fn each_file_is_in_its_language() {
    // The menu names the other language in that language.
    let other = |id: &str| id == "menu-language";
    for (id, text) in texts(Language::English) {
        assert_eq!(text.chars().any(is_chinese), other(&id), "{id}: {text}");
    }
    for (id, text) in texts(Language::Chinese) {
        let fixed = fixed_part(&text);
        let is_latin = fixed.split(|letter: char| !letter.is_ascii_alphabetic()).any(|word| word.len() > 1);
        let is_foreign = is_latin && !fixed.chars().any(is_chinese);
        assert_eq!(is_foreign, other(&id), "{id}: {text}");
        let is_word = |word: &&str| word.bytes().all(|letter| letter.is_ascii_alphabetic());
        let words: Vec<&str> = fixed.split_whitespace().collect();
        assert!(!words.windows(3).any(|three| three.iter().all(is_word)), "{id} holds a Latin sentence: {text}");
    }
}

#[test]
fn money_is_written_as_each_language_writes_it() {
    let [chinese, english] = Language::ALL.map(words);
    let amount = |code: &str, units: i64| Money::of_units(units, Currency::parse(code).expect("three letters"));
    let fen = Money { minor: -199, currency: Currency::CNY };
    for (amount, zh, en) in [
        (amount("CNY", 12_800_000), "1,280 万元", "CNY 12.8 m"),
        (amount("CNY", 2_400_000_000), "240,000 万元", "CNY 2,400 m"),
        (amount("CNY", 12_850), "1.3 万元", "CNY 12.9 k"),
        (amount("CNY", 10_000), "1 万元", "CNY 10 k"),
        (amount("CNY", 9_999), "9,999 元", "CNY 9,999"),
        (amount("GBP", 848_000), "84.8 万英镑", "GBP 848 k"),
        (amount("GBP", -848_000), "-84.8 万英镑", "GBP -848 k"),
        (amount("GBP", -12_850_000), "-1,285 万英镑", "GBP -12.85 m"),
        (amount("EUR", 0), "0 欧元", "EUR 0"),
        (amount("USD", -1), "-1 美元", "USD -1"),
        (amount("JPY", 5_000), "5,000 日元", "JPY 5,000"),
        (amount("JPY", 3_000_000), "300 万日元", "JPY 3 m"),
        (fen, "-1 元", "CNY -1"),
    ] {
        assert_eq!(money(&chinese, amount), zh);
        assert_eq!(money(&english, amount), en);
    }
    assert_eq!(amount_short(&english, amount("GBP", 848_000)), ("848".to_owned(), "GBP k".to_owned()));
    assert_eq!(amount_short(&chinese, amount("CNY", 12_800_000)), ("1,280".to_owned(), "万元".to_owned()));
}

#[test]
fn the_largest_amounts_are_written_too() {
    let english = words(Language::English);
    let yen = Currency::parse("JPY").expect("three letters");
    for (minor, start) in [(i64::MAX, "JPY 9,223,372,036,85"), (i64::MIN, "JPY -9,223,372,036,85")] {
        let written = money(&english, Money { minor, currency: yen });
        assert!(written.starts_with(start) && written.ends_with(" m"), "{written}");
    }
}

#[test]
fn money_is_rounded_to_the_nearest() {
    let [chinese, english] = Language::ALL.map(words);
    for (units, zh, en) in [
        (12_340_000, "1,234 万元", "CNY 12.34 m"),
        (12_346_000, "1,235 万元", "CNY 12.35 m"),
        (-12_346_000, "-1,235 万元", "CNY -12.35 m"),
        (1_234_600_000, "123,460 万元", "CNY 1,235 m"),
        (12_360, "1.2 万元", "CNY 12.4 k"),
    ] {
        let amount = Money::of_units(units, Currency::CNY);
        assert_eq!(money(&chinese, amount), zh);
        assert_eq!(money(&english, amount), en);
    }
}

#[test]
fn dates_and_ages_are_short() {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    assert_eq!(date(day("2026-12-05")), "2026-12-05");
    let [chinese, english] = Language::ALL.map(words);
    let today = day("2026-12-05");
    for (then, zh, en) in [
        ("2026-12-05", "0天", "0d"),
        ("2027-01-01", "0天", "0d"),
        ("2026-11-22", "13天", "13d"),
        ("2026-11-21", "2周", "2w"),
        ("2026-11-14", "3周", "3w"),
        ("2026-10-07", "8周", "8w"),
        ("2026-10-06", "2个月", "2mo"),
        ("2025-12-05", "12个月", "12mo"),
        ("2024-12-05", "2年", "2y"),
    ] {
        assert_eq!(age(&chinese, day(then), today), zh, "{then}");
        assert_eq!(age(&english, day(then), today), en, "{then}");
    }
}

#[test]
fn a_locale_chooses_the_language() {
    for locale in ["zh_CN.UTF-8", "zh-Hans", "zh", "ZH-TW", "zh_Hant_HK"] {
        assert_eq!(Language::of_locale(locale), Language::Chinese, "{locale}");
    }
    for locale in ["en_GB", "en-US", "C", "POSIX", "de", "de_DE.UTF-8", "ja_JP", ""] {
        assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
    }
    for language in Language::ALL {
        assert_eq!(Language::of_locale(language.code()), language);
        assert_eq!(words(language).language(), language);
    }
}
