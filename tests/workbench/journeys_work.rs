//! The actions as list, board and calendar, by what a screen reader hears.

use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::model::{Account, Action, ActionId, ActionStatus, Ids};
use account_atlas::ui::{View, WorkTab};
use account_atlas::words::Language;
use chrono::NaiveDate;
use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done};
use super::driver::Driver;
use super::eye::painted;
use super::journeys_activity::meeting;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Ada and Bo with three actions: one late, one next week, one of no day. The host's day is 2026-11-21.
fn start() -> (Account, [ActionId; 3]) {
    let mut ids = Ids::new(1_800_000_000_000, 5);
    let mut start = account("Ada: CEO\n  Bo: CFO");
    let mut made = Vec::new();
    for (rank, (what, due)) in
        (1..).zip([("Protocol", Some("2026-11-10")), ("Offer", Some("2026-11-24")), ("List of users", None)])
    {
        let action = Action { what: what.to_owned(), due: due.map(day), rank, ..Action::new(ids.fresh()) };
        made.push(action.id);
        start = done(&start, Edit::Action(RecordEdit::Add(Box::new(action))));
    }
    (start, made.try_into().expect("three"))
}

/// A window at one picture of the work.
pub fn at(name: &str, start: &Account, (tab, twice): (WorkTab, bool)) -> Driver {
    let mut user = Driver::new(name, Some(start), twice);
    user.window.state_mut().view_mut().view = View::Actions;
    user.window.state_mut().view_mut().work.tab = tab;
    for _ in 0..4 {
        user.settle();
    }
    user
}

fn status(user: &Driver, id: ActionId) -> ActionStatus {
    user.account().get::<Action>(id).expect("the action").status
}

fn due(user: &Driver, id: ActionId) -> Option<String> {
    user.account().get::<Action>(id).expect("the action").due.map(|day| day.to_string())
}

#[test]
fn a_card_is_moved_by_keyboard_and_each_move_is_a_step() {
    let (start, [_, offer, _]) = start();
    for twice in [false, true] {
        let mut user = at("work-board-keys", &start, (WorkTab::Board, twice));
        // A card on the map stays where it is, although it is selected.
        let bo = super::accounts::seat(&start, "Bo");
        user.window.state_mut().view_mut().selection = [bo].into();
        user.window.get_by_label("Offer, Not started, 2026-11-24").focus();
        user.settle();
        user.with(Modifiers::ALT, Key::ArrowLeft);
        assert_eq!(user.account(), &start, "there is nothing before the first column");
        user.with(Modifiers::ALT, Key::ArrowRight);
        assert_eq!(status(&user, offer), ActionStatus::InProgress);
        // The card has kept the keys.
        user.with(Modifiers::ALT, Key::ArrowRight);
        assert_eq!(status(&user, offer), ActionStatus::AtRisk);
        user.ctrl(Key::Z);
        assert_eq!(status(&user, offer), ActionStatus::InProgress);
        assert_eq!(user.window.state_mut().view_mut().work.tab, WorkTab::Board, "undo shows it where it was seen");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn a_card_is_dragged_to_another_column() {
    let (start, [protocol, ..]) = start();
    for twice in [false, true] {
        let mut user = at("work-board-drag", &start, (WorkTab::Board, twice));
        let label = "Protocol, Not started, 2026-11-10 · 11d overdue";
        let from = user.window.get_by_label(label).rect().center();
        let column = user.window.get_by_label("Done · 0").rect();
        user.drag(from, column.left_center() + vec2(30.0, 120.0));
        assert_eq!(status(&user, protocol), ActionStatus::Done);
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "one step");
        // What was dropped is folded, and still takes a card.
        let from = user.window.get_by_label(label).rect().center();
        let column = user.window.get_by_label("Dropped · 0").rect();
        user.drag(from, column.left_center() + vec2(20.0, 120.0));
        assert_eq!(status(&user, protocol), ActionStatus::Dropped);
        assert!(user.window.query_by_label_contains("Protocol, ").is_none(), "it is folded away");
        user.click("Dropped · 1");
        assert!(user.window.query_by_label_contains("Protocol, Dropped").is_some());
    }
}

#[test]
fn a_card_opens_its_form_in_the_list() {
    let (start, [_, offer, _]) = start();
    let mut user = at("work-board-open", &start, (WorkTab::Board, false));
    user.click("Offer, Not started, 2026-11-24");
    user.rest();
    let work = user.window.state_mut().view_mut().work.clone();
    assert_eq!((work.tab, work.open.map(|(id, _)| id)), (WorkTab::List, Some(offer)));
    assert!(user.window.query_by_label("Part of the action plan").is_some(), "the whole form is there");
    assert!(user.window.query_by_label("Milestone").is_some());
}

#[test]
fn the_list_stands_in_groups_and_edits_in_place() {
    let (start, [protocol, ..]) = start();
    for twice in [false, true] {
        let mut user = at("work-list", &start, (WorkTab::List, twice));
        for label in ["Overdue · 1", "Later · 1", "No date · 1"] {
            assert!(user.window.query_by_label(label).is_some(), "{label}");
        }
        assert!(user.window.query_by_label("2026-11-10 · 11d overdue").is_some());
        let field = user.window.get_all_by_value("Protocol").next().expect("the deliverable").rect();
        user.press_at(field.left_center() + vec2(4.0, 0.0));
        user.key(Key::End);
        user.write("s");
        assert_eq!(user.account().get::<Action>(protocol).expect("it").what, "Protocols");
        user.click("Overdue · 1");
        assert!(user.window.get_all_by_role(Role::TextInput).count() >= 2);
        assert!(user.window.query_all_by_value("Protocols").next().is_none(), "the group is folded");
    }
}

#[test]
fn a_deliverable_that_names_the_effort_is_told_and_not_refused() {
    for (language, typed, warning) in [
        (Language::English, "Call Ada", "name the result, not the effort"),
        (Language::Chinese, "联系财务总监", "写成果，不写动作"),
    ] {
        let mut user = Driver::in_language("work-effort", Some(&account("Ada: CEO")), false, language, &[]);
        user.key(Key::A);
        let add = if language == Language::English { "Add an action" } else { "添加行动" };
        user.click(add);
        user.rest();
        assert!(user.window.query_by_label_contains(warning).is_none());
        user.write(typed);
        assert!(user.window.query_by_label_contains(warning).is_some());
        assert_eq!(user.account().all::<Action>().next().expect("an action").what, typed);
    }
}

#[test]
fn what_is_late_is_seen_from_the_map_and_leads_to_its_list() {
    let (start, _) = start();
    for (language, late, group) in
        [(Language::English, "overdue: 1", "Overdue · 1"), (Language::Chinese, "逾期：1", "逾期 · 1 项")]
    {
        let mut user = Driver::in_language("work-late", Some(&start), false, language, &[]);
        user.window.state_mut().view_mut().work.tab = WorkTab::Activities;
        assert_eq!(user.window.state_mut().view_mut().view, View::Map);
        user.click(late);
        user.rest();
        let view = user.window.state_mut().view_mut();
        assert_eq!((view.view, view.work.tab), (View::Actions, WorkTab::List));
        assert!(user.window.query_by_label(group).is_some());
    }
    let mut user = Driver::new("work-late-none", Some(&account("Ada: CEO")), false);
    user.settle();
    assert!(user.window.query_by_label_contains("overdue: ").is_none(), "nothing is said where nothing is late");
}

#[test]
fn an_action_is_moved_to_another_day_of_the_calendar() {
    let (start, [_, offer, _]) = start();
    for twice in [false, true] {
        let mut user = at("work-calendar", &start, (WorkTab::Calendar, twice));
        let from = user.window.get_by_label("2026-11-24 action: Offer").rect().center();
        let day = painted(&user.window, "18").expect("the eighteenth").center();
        user.drag(from, day + vec2(12.0, 40.0));
        assert_eq!(due(&user, offer).as_deref(), Some("2026-11-18"));
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "one step");
        user.window.get_by_label("2026-11-24 action: Offer").focus();
        user.settle();
        user.with(Modifiers::ALT, Key::ArrowUp);
        assert_eq!(due(&user, offer).as_deref(), Some("2026-11-17"));
        user.with(Modifiers::ALT, Key::ArrowRight);
        assert_eq!(due(&user, offer).as_deref(), Some("2026-11-18"));
    }
}

#[test]
fn the_calendar_turns_its_months_and_leads_to_what_is_clicked() {
    let (start, [protocol, offer, _]) = start();
    let mut user = at("work-months", &start, (WorkTab::Calendar, false));
    assert!(user.window.query_by_label("2026-11").is_some());
    user.key(Key::PageDown);
    assert!(user.window.query_by_label("2026-12").is_some());
    assert!(user.window.query_by_label_contains("action: Offer").is_none());
    user.click("Month before");
    user.click("Month before");
    assert!(user.window.query_by_label("2026-10").is_some());
    user.key(Key::Home);
    assert!(user.window.query_by_label("2026-11").is_some());
    user.click("2026-11-24 action: Offer");
    let work = user.window.state_mut().view_mut().work.clone();
    assert_eq!((work.tab, work.open.map(|(id, _)| id)), (WorkTab::List, Some(offer)));
    assert_ne!(protocol, offer);
    let mut user = Driver::in_language("work-months-zh", Some(&start), false, Language::Chinese, &[]);
    user.key(Key::A);
    user.click("日历");
    user.rest();
    user.click("2026-11-10 行动: Protocol");
    let work = user.window.state_mut().view_mut().work.clone();
    assert_eq!(work.open.map(|(id, _)| id), Some(protocol));
}

#[test]
fn every_picture_of_the_work_is_drawn_at_any_size() {
    let (full, ..) = start();
    let (met, _, id) = meeting();
    for (name, start) in [("work-empty", &account("")), ("work-full", &full), ("work-met", &met)] {
        for language in Language::ALL {
            let mut user = Driver::in_language(name, Some(start), true, language, &[]);
            user.window.state_mut().view_mut().view = View::Actions;
            for size in [[300.0, 240.0], [640.0, 480.0], [1280.0, 800.0], [3840.0, 2160.0]] {
                user.window.set_size(size.into());
                for tab in WorkTab::ALL {
                    let work = &mut user.window.state_mut().view_mut().work;
                    work.tab = tab;
                    work.activity = Some(id);
                    work.is_dropped_shown = !work.is_dropped_shown;
                    user.rest();
                }
            }
            assert!(user.window.state().notices().is_empty(), "{:?}", user.window.state().notices());
            assert_eq!(user.account(), start, "looking changes nothing");
        }
    }
}

#[test]
fn of_five_hundred_actions_only_those_in_sight_are_laid_out() {
    let mut ids = Ids::new(1_800_000_000_000, 9);
    let mut start = account("Ada: CEO");
    let mut table = std::collections::BTreeMap::new();
    for number in 0..500_u32 {
        let what = format!("Result {number}");
        let action = Action { what, due: Some(day("2026-12-01")), ..Action::new(ids.fresh()) };
        table.insert(action.id, std::sync::Arc::new(action));
    }
    let last = *table.keys().next_back().expect("the last");
    start.actions = std::sync::Arc::new(table);
    let mut user = at("work-many", &start, (WorkTab::List, false));
    let fields = |user: &Driver| user.window.query_all_by_role(Role::TextInput).count();
    assert!((10..60).contains(&fields(&user)), "{}", fields(&user));
    assert!(user.window.query_all_by_value("Result 499").next().is_none());
    // Whoever is sent to the last finds it.
    user.window.state_mut().view_mut().work.open = Some((last, None));
    user.rest();
    assert!(user.window.query_all_by_value("Result 499").next().is_some());
    user.window.state_mut().view_mut().work.tab = WorkTab::Board;
    user.rest();
    let cards = user.window.query_all_by_label_contains("Result ").count();
    assert!((5..40).contains(&cards), "{cards}");
}
