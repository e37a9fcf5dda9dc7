//! Then and now at the window: a snapshot, a change, the sentence, the copy, an earlier file.

use account_atlas::file;
use account_atlas::model::{Account, AccountId, Review, Snapshot};
use account_atlas::ui::{Side, View};
use account_atlas::words::Language;
use egui::{Key, OutputCommand};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, firm};
use super::driver::Driver;

const FIRM: &str = "Ada: CEO\n  Bo: CFO\n  Cy: CIO";

#[test]
fn a_snapshot_a_change_and_the_sentence_that_is_copied() {
    for twice in [false, true] {
        let mut user = Driver::new("then-now", Some(&account(FIRM)), twice);
        user.key(Key::H);
        assert!(user.window.query_by_label_contains("A snapshot keeps the map").is_some(), "an empty side teaches");
        user.click("What the snapshot is for");
        user.write("before the visit");
        user.click("Take a snapshot");
        let taken: Vec<Snapshot> = user.account().all::<Snapshot>().cloned().collect();
        assert_eq!(taken.len(), 1, "one snapshot, whatever the number of passes");
        assert_eq!((taken[0].label.as_str(), taken[0].people.len()), ("before the visit", 3));
        assert!(user.window.query_by_label("Nothing differs between the two.").is_some());
        user.key(Key::M);
        user.select("Bo");
        user.key(Key::S);
        user.key(Key::Num2);
        user.key(Key::Escape);
        user.key(Key::H);
        let rest = ": support unknown → supporter";
        assert!(user.window.query_by_label(rest).is_some(), "the sentence, its name a link");
        assert!(user.window.query_by_label("Bo · Judged otherwise").is_some(), "the card in the picture");
        user.window.get_by_label("Copy the sentences").click();
        let mut copied = None;
        for _ in 0..4 {
            user.window.step();
            let commands = &user.window.output().platform_output.commands;
            let text = commands.iter().find_map(|command| {
                if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None }
            });
            copied = copied.or(text);
        }
        let expected = format!("2026-11-21 · before the visit → 2026-11-21\nBo{rest}");
        assert_eq!(copied.as_deref(), Some(expected.as_str()));
        user.window.get_all_by_label("Bo").next().expect("the name").click();
        user.settle();
        assert_eq!(user.window.state_mut().view_mut().view, View::Map, "a click on the name goes to the person");
        assert_eq!(user.window.state_mut().view_mut().selection.len(), 1);
    }
}

#[test]
fn a_review_is_held_written_down_and_taken_back() {
    let start = account(FIRM);
    let mut user = Driver::new("then-now-review", Some(&start), false);
    user.key(Key::H);
    user.click("Hold a review");
    user.write("Meet the CIO");
    let review = user.account().all::<Review>().next().expect("a review").clone();
    assert_eq!(review.note, "Meet the CIO", "the note has the keys");
    assert!(review.snapshot.is_some_and(|taken| user.account().snapshots.contains_key(&taken)));
    user.key(Key::Escape);
    user.key(Key::M);
    user.ctrl(Key::Z);
    assert_eq!(user.window.state_mut().view_mut().view, View::ThenNow, "undo shows where it was");
    user.key(Key::Escape);
    user.key(Key::M);
    user.ctrl(Key::Z);
    assert!(
        user.account().reviews.is_empty() && user.account().snapshots.is_empty(),
        "review and snapshot are one step"
    );
}

#[test]
fn a_snapshot_is_taken_out() {
    let mut user = Driver::new("then-now-remove", Some(&account(FIRM)), false);
    user.key(Key::H);
    user.click("Take a snapshot");
    user.window.get_by_label_contains("Remove \"2026-11-21").scroll_to_me();
    user.settle();
    user.window.get_by_label_contains("Remove \"2026-11-21").click();
    user.settle();
    assert!(user.account().snapshots.is_empty());
    assert!(user.window.query_by_label_contains("A snapshot keeps the map").is_some());
}

fn ask_for_earlier(user: &mut Driver) {
    user.key(Key::H);
    user.click("Snapshot from an earlier version…");
    user.settle();
    user.settle();
}

#[test]
fn an_earlier_version_becomes_a_snapshot_and_nothing_else_changes() {
    let picks = ["start.ron.previous", "other.ron"];
    let start = account(&format!("{FIRM}\n  Di: Buyer"));
    let mut user = Driver::in_language("then-now-earlier", Some(&start), false, Language::English, &picks);
    std::fs::write(user.path(picks[0]), file::write(&account(FIRM))).expect("a file");
    let other = Account { id: AccountId::from_bits(7), ..account(FIRM) };
    std::fs::write(user.path(picks[1]), file::write(&other)).expect("a file");
    ask_for_earlier(&mut user);
    let taken: Vec<Snapshot> = user.account().all::<Snapshot>().cloned().collect();
    assert_eq!(taken.len(), 1);
    assert_eq!((taken[0].label.as_str(), taken[0].people.len()), (picks[0], 3));
    assert!(taken[0].taken.is_some(), "dated by the file");
    assert_eq!((&user.account().persons, &user.account().seats), (&start.persons, &start.seats));
    assert_eq!(user.window.state_mut().view_mut().then_now.then, Some(Side::Taken(taken[0].id)));
    assert!(user.window.query_by_label("Di · New").is_some(), "what was added since stands in the picture");
    ask_for_earlier(&mut user);
    assert_eq!(user.account().snapshots.len(), 1, "another account's file is refused");
    assert!(user.window.state().notices().iter().any(|notice| notice.contains("another account")));
}

#[test]
fn the_picture_draws_any_account_at_any_size() {
    for language in Language::ALL {
        let start = firm(200, 150, 3);
        let mut user = Driver::in_language("then-now-sizes", Some(&start), false, language, &[]);
        user.key(Key::H);
        user.window.get_by_label(if language == Language::English { "Take a snapshot" } else { "留存快照" }).click();
        user.settle();
        let seats: std::collections::BTreeSet<_> = user.account().seats.keys().copied().step_by(7).collect();
        user.window.state_mut().view_mut().select_many(seats);
        user.key(Key::M);
        user.key(Key::Backspace);
        user.key(Key::H);
        for size in [[400.0, 300.0], [640.0, 480.0], [1280.0, 800.0], [2560.0, 1440.0]] {
            user.window.set_size(size.into());
            user.settle();
        }
        let notices = user.window.state().notices();
        assert!(notices.is_empty(), "{notices:?}");
        assert!(user.account().seats.len() < 200, "some left the map, and the picture shows them");
    }
}
