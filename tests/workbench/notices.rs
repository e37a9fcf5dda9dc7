//! What was found in a table, a file or a map, as sentences that hold their values.

use account_atlas::exchange::{ExchangeError, Notice, NoticeKind};
use account_atlas::file::{Repair, Subject};
use account_atlas::insight::{Finding, MapLight, Reason};
use account_atlas::method::Severity;
use account_atlas::words::Language;

use crate::sentences::{Desk, holds};
use crate::words::words;

#[test]
fn why_a_table_is_refused_is_told() {
    let Desk { account, .. } = Desk::new();
    let text = str::to_owned;
    let cases: [(ExchangeError, &[&str]); 6] = [
        (ExchangeError::EmptyTable, &[]),
        (ExchangeError::MissingColumns { missing: text("name"), found: text("foo, bar") }, &["name", "foo, bar"]),
        (ExchangeError::DoubledColumn { column: text("support") }, &["support"]),
        (ExchangeError::NotText, &["CSV"]),
        (ExchangeError::Line { line: 31, cause: text("odd quote") }, &["31", "odd quote"]),
        (ExchangeError::TooManyRows { rows: 12_001, most: 10_000 }, &["12001", "10000"]),
    ];
    for (error, values) in cases {
        holds(|words| words.exchange_error(&error, &account), values);
    }
}

#[test]
fn what_an_import_found_is_told_with_its_line() {
    let name = || "Bo Li".to_owned();
    let manager = || "Eve Roe".to_owned();
    let word = |word: &str| word.to_owned();
    let cases: [(NoticeKind, &[&str]); 12] = [
        (NoticeKind::NoName, &[]),
        (NoticeKind::Vacant { title: word("Plant Manager") }, &["Plant Manager"]),
        (NoticeKind::UnknownWord { column: word("role"), word: word("wizard") }, &["wizard"]),
        (NoticeKind::ManagerMissing { name: name(), manager: manager() }, &["Bo Li", "Eve Roe"]),
        (NoticeKind::ManagerLoop { name: name(), manager: manager() }, &["Bo Li", "Eve Roe"]),
        (NoticeKind::Ambiguous { name: name() }, &["Bo Li"]),
        (NoticeKind::DoubledId { id: word("E-7") }, &["E-7"]),
        (NoticeKind::SameName { name: name() }, &["Bo Li"]),
        (NoticeKind::PersonMissing { name: name() }, &["Bo Li"]),
        (NoticeKind::SelfLink { name: name() }, &["Bo Li"]),
        (NoticeKind::Strength { text: word("9") }, &["9"]),
        (NoticeKind::ExtraCells { count: 2 }, &[]),
    ];
    for (kind, values) in cases {
        let notice = Notice { line: 4711, kind };
        let values: Vec<&str> = values.iter().copied().chain(["4711"]).collect();
        holds(|words| words.notice(&notice), &values);
    }
    let column = Notice { line: 1, kind: NoticeKind::IgnoredColumn { column: word("shoe size") } };
    holds(|words| words.notice(&column), &["shoe size"]);
}

fn subject(kind: &'static str, name: &str) -> Subject {
    Subject { kind, name: name.to_owned() }
}

#[test]
fn every_repair_is_told_with_its_subject() {
    let ada = || subject("Person", "Ada Byron");
    let text = str::to_owned;
    let cases: [(Repair, &[&str]); 10] = [
        (Repair::NewerFile { schema: 7 }, &["7"]),
        (Repair::SealMissing, &[]),
        (Repair::SealBroken, &[]),
        (Repair::CommentsDropped, &[]),
        (
            Repair::Kept { subject: ada(), field: text("shoe_size"), text: text("Some(44)") },
            &["Ada Byron", "shoe_size", "Some(44)"],
        ),
        (Repair::NewId { subject: ada() }, &["Ada Byron"]),
        (Repair::MentionSetAside { subject: subject("Seat", "CIO"), field: "reports_to" }, &["CIO"]),
        (Repair::RecordSetAside { subject: subject("Link", "Ada – Bo") }, &["Ada – Bo"]),
        (Repair::LoopCut { seat: subject("Seat", "CIO"), boss: subject("Seat", "CEO") }, &["CIO", "CEO"]),
        (Repair::Salvaged { records: 35, pieces: 6 }, &["35", "6"]),
    ];
    for (repair, values) in cases {
        holds(|words| words.repair(&repair), values);
    }
}

#[test]
fn a_repair_calls_things_by_the_words_of_the_language() {
    let lost = Repair::MentionSetAside { subject: subject("Seat", "CIO"), field: "reports_to" };
    let [chinese, english] = Language::ALL.map(|language| words(language).repair(&lost));
    assert!(chinese.starts_with("席位“CIO”：“上级”"), "{chinese}");
    assert!(english.starts_with("seat \"CIO\": \"manager\""), "{english}");
    let nameless = Repair::NewId { subject: subject("SwotEntry", "") };
    let [chinese, english] = Language::ALL.map(|language| words(language).repair(&nameless));
    assert!(chinese.starts_with("SWOT 条目没有"), "{chinese}");
    assert!(english.starts_with("SWOT line had"), "{english}");
}

#[test]
fn a_long_text_in_a_repair_is_cut() {
    let (long, cut) = ("长".repeat(500), "长".repeat(60));
    let kept = Repair::Kept { subject: subject("Person", &long), field: "mystery".to_owned(), text: long.clone() };
    for language in Language::ALL {
        let told = words(language).repair(&kept);
        assert!(told.contains(&cut) && !told.contains(&format!("{cut}长")), "{told}");
    }
}

#[test]
fn the_lights_of_the_map_have_names() {
    let lights = [MapLight::Red, MapLight::Amber, MapLight::Green];
    let [chinese, english] = Language::ALL.map(|language| lights.map(|light| words(language).light(light)));
    assert_eq!(chinese, ["红", "黄", "绿"]);
    assert_eq!(english, ["Red", "Amber", "Green"]);
}

fn finding(reason: Reason) -> Finding {
    let (rule, people) = (reason.rule(), reason.people());
    let (severity, weight) = (Severity::Watch, 0);
    Finding { rule, severity, weight, reason, people, arithmetic: Vec::new(), muted: None, in_hand: None }
}

#[test]
fn text_of_the_account_is_never_read_as_a_message() {
    let mut desk = Desk::new();
    let name = "{$person} { \"x\" } %s <b>";
    let rename = account_atlas::edit::PersonChange::Name(name.to_owned());
    let edit = account_atlas::edit::Edit::Person(account_atlas::edit::RecordEdit::Set(desk.ada, rename));
    desk.account = account_atlas::edit::apply(&desk.account, &edit).expect("a name");
    for language in Language::ALL {
        let reason = Reason::HardlyMet { person: desk.ada, coverage: None };
        let told = words(language).finding(&finding(reason), &desk.account);
        assert!(told.starts_with(name), "{told}");
    }
}
