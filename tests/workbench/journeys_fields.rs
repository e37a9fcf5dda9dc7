//! Fields used by their keys: composing, undo, wrong input, a calendar, rows carried from place to place.

use account_atlas::edit::{Edit, History, ProfileChange, RecordEdit};
use account_atlas::model::{Account, Currency, Ids, Money, PlanSection, SwotEntry, SwotQuadrant};
use account_atlas::ui::PlanPage;
use account_atlas::words::Language;
use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done};
use super::driver::Driver;

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The plan of a small account, open. The host's day is Saturday, 2026-11-21.
fn plan(name: &str, twice: bool, language: Language) -> Driver {
    let mut user = Driver::in_language(name, Some(&account("Ada: CEO")), twice, language, &[]);
    user.key(Key::P);
    user
}

/// The client's page of the same plan.
fn client(name: &str, twice: bool) -> Driver {
    let mut user = plan(name, twice, Language::English);
    user.plan(PlanPage::Client);
    user
}

/// Gives the keys to a field by its role and name.
fn enter(user: &mut Driver, role: Role, label: &str) {
    user.window.get_by_role_and_label(role, label).focus();
    user.settle();
}

fn paste(user: &mut Driver, text: &str) {
    user.window.event(Event::Paste(text.to_owned()));
    user.settle();
}

fn compose(user: &mut Driver, text: &str) {
    user.window.event(Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }));
    user.settle();
}

fn commit(user: &mut Driver, text: &str) {
    user.window.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    user.settle();
}

fn has_keys(user: &Driver, role: Role, label: &str) -> bool {
    user.window.get_by_role_and_label(role, label).is_focused()
}

#[test]
fn a_half_typed_date_waits_with_its_sentence_and_computes_nothing() {
    for twice in [false, true] {
        let mut user = plan("fields-date", twice, Language::English);
        enter(&mut user, Role::TextInput, "Next review");
        user.write("2026-02-30");
        assert!(user.window.query_by_label("Feb 2026 has 28 days.").is_some());
        assert_eq!(user.account().profile.next_review, None, "2026-02-3 on the way to it is no date meant");
        user.click("Map");
        user.key(Key::P);
        assert!(user.window.query_by_label("Feb 2026 has 28 days.").is_some(), "the sentence waits");
        assert!(user.window.get_all_by_value("2026-02-30").next().is_some(), "and so does what was typed");
        enter(&mut user, Role::TextInput, "Next review");
        user.ctrl(Key::A);
        user.write("next fri");
        assert!(user.window.query_by_label("Fri 27 Nov 2026").is_some(), "the day meant is named");
        assert_eq!(user.account().profile.next_review, day(2026, 11, 27));
        user.key(Key::Tab);
        assert!(user.window.get_all_by_value("2026-11-27").next().is_some(), "left, the field shows the date");
        assert!(user.window.query_by_label("Fri 27 Nov 2026").is_none());
    }
}

#[test]
fn a_wrong_date_leaves_the_one_before_in_place() {
    let mut user = plan("fields-date-kept", false, Language::English);
    enter(&mut user, Role::TextInput, "Next review");
    user.write("12/1");
    assert_eq!(user.account().profile.next_review, day(2026, 12, 1));
    user.key(Key::Tab);
    enter(&mut user, Role::TextInput, "Next review");
    user.ctrl(Key::A);
    user.write("13/45");
    assert!(user.window.query_by_label_contains("There is no month 13.").is_some());
    assert_eq!(user.account().profile.next_review, day(2026, 12, 1));
}

#[test]
fn a_date_is_composed_in_chinese_and_named_in_chinese() {
    for twice in [false, true] {
        let mut user = plan("fields-date-ime", twice, Language::Chinese);
        enter(&mut user, Role::TextInput, "下次评审");
        compose(&mut user, "xia zhou wu");
        for key in [Key::Enter, Key::Tab, Key::ArrowDown, Key::Escape] {
            user.key(key);
            assert!(has_keys(&user, Role::TextInput, "下次评审"), "{key:?} is the input method's");
        }
        assert!(user.window.query_by_label_contains("这不是日期").is_none(), "half a word is no mistake");
        assert_eq!(user.account().profile.next_review, None);
        commit(&mut user, "下周五");
        assert_eq!(user.account().profile.next_review, day(2026, 11, 27));
        assert!(user.window.query_by_label("2026年11月27日 周五").is_some());
    }
}

#[test]
fn a_note_is_composed_without_being_cut_submitted_or_lost() {
    for twice in [false, true] {
        let mut user = client("fields-note-ime", twice);
        let notes = (Role::MultilineTextInput, "Notes");
        enter(&mut user, notes.0, notes.1);
        user.write("Met ");
        for preedit in ["n", "ni", "ni h", "ni hao"] {
            compose(&mut user, preedit);
        }
        user.key(Key::Enter);
        user.key(Key::Tab);
        assert!(has_keys(&user, notes.0, notes.1));
        commit(&mut user, "你好");
        assert_eq!(user.account().profile.notes, "Met 你好");
        user.key(Key::Enter);
        user.write("again");
        assert_eq!(user.account().profile.notes, "Met 你好\nagain");
        user.key(Key::Tab);
        assert!(!has_keys(&user, notes.0, notes.1), "Tab leaves");
        enter(&mut user, notes.0, notes.1);
        user.ctrl(Key::Enter);
        assert!(!has_keys(&user, notes.0, notes.1), "and so does Ctrl+Enter");
        assert_eq!(user.account().profile.notes, "Met 你好\nagain", "neither writes anything");
    }
}

#[test]
fn undo_takes_back_the_fields_own_typing_first() {
    for twice in [false, true] {
        let mut user = client("fields-undo", twice);
        enter(&mut user, Role::TextInput, "Industry");
        user.write("Steel");
        enter(&mut user, Role::MultilineTextInput, "Notes");
        user.write("abc");
        let said = |user: &Driver| {
            let profile = &user.account().profile;
            (profile.industry.clone(), profile.notes.clone())
        };
        let pair = |industry: &str, notes: &str| (industry.to_owned(), notes.to_owned());
        user.ctrl(Key::Z);
        assert_eq!(said(&user), pair("Steel", ""), "the field's");
        user.with(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);
        assert_eq!(said(&user), pair("Steel", "abc"), "and again");
        user.ctrl(Key::Z);
        user.ctrl(Key::Z);
        assert_eq!(said(&user), pair("", ""), "then the step before, in the same way");
        user.ctrl(Key::Z);
        assert_eq!(said(&user), pair("", ""), "what was undone does not come back");
    }
}

#[test]
fn typing_that_was_taken_back_is_no_step_and_no_change() {
    let start = account("Ada: CEO");
    let notes = |text: &str| Edit::Profile(ProfileChange::Notes(text.to_owned()));
    let mut history = History::new(start.clone());
    history.commit(Edit::Profile(ProfileChange::Industry("Steel".to_owned()))).expect("fits");
    history.end_merge();
    let before = history.revision();
    for text in ["a", "ab", "a", ""] {
        history.commit(notes(text)).expect("fits");
    }
    assert_ne!(history.revision(), before);
    history.end_merge();
    assert_eq!(history.revision(), before, "nothing is there to be saved");
    history.commit(notes("a")).expect("fits");
    history.commit(notes("")).expect("fits");
    history.undo().expect("the industry");
    assert_eq!(history.account(), &start, "one undo passes what was no step");
    assert!(history.next_undo().is_none());
}

#[test]
fn enter_goes_on_to_the_next_field() {
    for twice in [false, true] {
        let mut user = client("fields-enter", twice);
        enter(&mut user, Role::TextInput, "Account name");
        user.key(Key::Enter);
        assert!(has_keys(&user, Role::TextInput, "Industry"));
        user.write("Steel");
        assert_eq!(user.account().profile.industry, "Steel");
    }
}

#[test]
fn what_is_pasted_stays_but_for_what_nobody_can_see() {
    let mut user = client("fields-paste", false);
    enter(&mut user, Role::MultilineTextInput, "Notes");
    paste(&mut user, "a\u{7}b\tc\r\nd\u{202E}e\u{200D}");
    assert_eq!(user.account().profile.notes, "ab    c\nd\u{202E}e\u{200D}");
    assert!(user.window.query_by_label_contains("Invisible control signs").is_some(), "it says so");
    enter(&mut user, Role::TextInput, "Industry");
    assert!(user.window.query_by_label_contains("Invisible control signs").is_none(), "while one is there");
    paste(&mut user, "a\tb\nc");
    assert_eq!(user.account().profile.industry, "a b c");
    assert!(user.window.query_by_label_contains("Invisible control signs").is_none(), "blanks are seen");
}

#[test]
fn long_notes_are_kept_and_those_too_long_are_said_to_be() {
    let mut user = client("fields-long", false);
    enter(&mut user, Role::MultilineTextInput, "Notes");
    let long = "他们每周一开会。".repeat(625);
    paste(&mut user, &long);
    assert_eq!(user.account().profile.notes, long);
    user.write("!");
    assert!(user.account().profile.notes.ends_with("。!"));
    assert!(user.window.query_by_label_contains("20000 letters").is_none());
    user.ctrl(Key::A);
    paste(&mut user, &"x".repeat(25_000));
    assert_eq!(user.account().profile.notes.len(), 20_000);
    assert!(user.window.query_by_label_contains("20000 letters").is_some());
}

#[test]
fn amounts_below_zero_or_beyond_measure_stay_with_a_sentence_and_are_not_taken() {
    for twice in [false, true] {
        let mut user = plan("fields-money", twice, Language::English);
        let target = |user: &Driver| user.account().profile.target;
        enter(&mut user, Role::TextInput, "Target");
        user.write("-5");
        assert!(user.window.query_by_label("This amount cannot be below 0.").is_some());
        assert_eq!(target(&user), None);
        user.ctrl(Key::A);
        user.write("99999999bn");
        assert!(user.window.query_by_label_contains("more than any deal").is_some());
        assert_eq!(target(&user), None, "not the number it began with either");
        user.click("Map");
        user.key(Key::P);
        assert!(user.window.query_by_label_contains("more than any deal").is_some(), "it waits");
        enter(&mut user, Role::TextInput, "Target");
        user.ctrl(Key::A);
        user.write("128万");
        assert_eq!(target(&user), Some(Money::of_units(1_280_000, Currency::CNY)));
        assert!(user.window.query_by_label("CNY 1,280,000").is_some(), "the whole amount is named");
    }
}

#[test]
fn a_day_is_picked_by_keys() {
    for twice in [false, true] {
        let mut user = plan("fields-calendar", twice, Language::English);
        let is_open = |user: &Driver| user.window.query_by_label("Month before").is_some();
        enter(&mut user, Role::TextInput, "Next review");
        user.key(Key::ArrowDown);
        user.settle();
        assert!(is_open(&user));
        assert!(user.window.get_by_label("Sat 21 Nov 2026").is_focused(), "it begins today");
        for (key, there) in [
            (Key::ArrowRight, "Sun 22 Nov 2026"),
            (Key::ArrowDown, "Sun 29 Nov 2026"),
            (Key::ArrowDown, "Sun 6 Dec 2026"),
            (Key::PageDown, "Wed 6 Jan 2027"),
            (Key::ArrowLeft, "Tue 5 Jan 2027"),
        ] {
            user.key(key);
            user.settle();
            assert!(user.window.get_by_label(there).is_focused(), "{there}");
        }
        user.key(Key::Enter);
        user.settle();
        assert!(!is_open(&user));
        assert_eq!(user.account().profile.next_review, day(2027, 1, 5));
        enter(&mut user, Role::TextInput, "Next review");
        user.key(Key::ArrowDown);
        user.settle();
        assert!(user.window.get_by_label("Tue 5 Jan 2027").is_focused(), "it begins at the date");
        user.key(Key::Escape);
        user.settle();
        assert!(!is_open(&user));
        assert_eq!(user.account().profile.next_review, day(2027, 1, 5), "Escape picks nothing");
    }
}

/// An account with three strengths.
fn strengths() -> Account {
    let mut fresh = Ids::new(1_750_000_000_000, 7);
    (1..).zip(["Alpha", "Beta", "Gamma"]).fold(account("Ada: CEO"), |account, (rank, text)| {
        let line = SwotEntry { text: text.to_owned(), rank, ..SwotEntry::new(fresh.fresh()) };
        let line = SwotEntry { quadrant: SwotQuadrant::Strength, ..line };
        done(&account, Edit::Swot(RecordEdit::Add(Box::new(line))))
    })
}

fn lines(user: &Driver) -> Vec<String> {
    user.account().ranked::<SwotEntry>().iter().map(|line| line.text.clone()).collect()
}

/// Where a line is gripped.
fn grip(user: &Driver, text: &str) -> egui::Pos2 {
    user.window.get_by_label(&format!("Drag \"{text}\" to another place")).rect().center()
}

/// The quadrants, well in sight.
fn swot(name: &str, twice: bool) -> Driver {
    let mut user = Driver::new(name, Some(&strengths()), twice);
    user.section(PlanSection::Risks);
    for label in ["Add a line: Strengths", "Add a line: Threats", "Add a line: Strengths"] {
        user.window.get_all_by_label_contains(label).next().expect(label).scroll_to_me();
        for _ in 0..8 {
            user.settle();
        }
    }
    user
}

#[test]
fn a_row_is_carried_to_another_place_in_one_step() {
    for twice in [false, true] {
        let mut user = swot("fields-carry", twice);
        let (from, to) = (grip(&user, "Alpha"), grip(&user, "Gamma"));
        user.drag(from, to + egui::vec2(0.0, 8.0));
        assert_eq!(lines(&user), ["Beta", "Gamma", "Alpha"]);
        user.ctrl(Key::Z);
        assert_eq!(lines(&user), ["Alpha", "Beta", "Gamma"], "one step");
        let (from, to) = (grip(&user, "Gamma"), grip(&user, "Beta"));
        user.drag(from, to - egui::vec2(0.0, 8.0));
        assert_eq!(lines(&user), ["Alpha", "Gamma", "Beta"]);
    }
}

#[test]
fn a_row_put_down_where_it_was_or_let_go_by_escape_stays() {
    let mut user = swot("fields-carry-not", false);
    let (from, to) = (grip(&user, "Alpha"), grip(&user, "Gamma"));
    user.drag(from, from + egui::vec2(3.0, 5.0));
    assert_eq!(lines(&user), ["Alpha", "Beta", "Gamma"]);
    user.window.hover_at(from);
    user.settle();
    user.window.drag_at(from);
    user.settle();
    user.window.hover_at(to + egui::vec2(0.0, 8.0));
    user.settle();
    user.key(Key::Escape);
    user.window.drop_at(to + egui::vec2(0.0, 8.0));
    user.settle();
    assert_eq!(lines(&user), ["Alpha", "Beta", "Gamma"]);
}

#[test]
fn a_row_is_moved_by_alt_and_an_arrow() {
    let mut user = swot("fields-alt", false);
    user.window.get_all_by_value("Alpha").next().expect("the field").focus();
    user.settle();
    user.with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(lines(&user), ["Beta", "Alpha", "Gamma"]);
    user.with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(lines(&user), ["Alpha", "Beta", "Gamma"]);
}
