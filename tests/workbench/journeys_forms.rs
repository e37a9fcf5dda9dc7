//! Forms, table, search and settings, used by name.

use account_atlas::model::{Goal, Person, PlanSection, Seat, SwotEntry};
use account_atlas::ui::View;
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, person, seat};
use super::driver::Driver;

#[test]
fn nothing_is_lost_when_a_view_is_left_in_the_middle_of_a_word() {
    for twice in [false, true] {
        let mut user = Driver::new("forms-left", Some(&account("Ada: CEO")), twice);
        user.section(PlanSection::Objectives);
        user.click("Add a goal");
        user.write("Half a goa");
        // Left by the rail, by undo of nothing else, and back again.
        user.click("Map");
        user.key(Key::P);
        let goal = user.account().all::<Goal>().next().expect("a goal").clone();
        assert_eq!(goal.text, "Half a goa");
        user.click("Map");
        user.ctrl(Key::Z);
        assert_eq!(user.account().all::<Goal>().next().expect("the goal").text, "", "the typing is one step");
        assert_eq!(user.window.state_mut().view_mut().view, View::Plan, "undo shows where it was");
        user.ctrl(Key::Z);
        assert_eq!(user.account().goals.len(), 0, "the adding another");
    }
}

#[test]
fn the_table_edits_in_place_and_shares_its_selection() {
    for twice in [false, true] {
        let start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
        let mut user = Driver::new("forms-table", Some(&start), twice);
        user.select("Bo");
        user.key(Key::T);
        let field = user.window.get_all_by_value("CFO").next().expect("the title's cell").rect();
        user.press_at(field.left_center() + egui::vec2(4.0, 0.0));
        user.key(Key::End);
        user.write("O");
        assert_eq!(user.account().get::<Seat>(seat(&start, "Bo")).expect("Bo").title, "CFOO");
        let selected = user.window.state_mut().view_mut().selection.clone();
        assert!(selected.contains(&seat(&start, "Bo")), "the map's selection is the table's");
    }
}

#[test]
fn people_are_found_by_the_sounds_of_their_names() {
    let start = account("林婉清: 总经理\n  郑国栋: 财务副总经理\n  孙立: 首席信息官");
    let mut user = Driver::in_language("forms-find", Some(&start), false, Language::Chinese, &[]);
    user.ctrl(Key::F);
    user.write("zgd");
    user.key(Key::Enter);
    let chosen = *user.window.state_mut().view_mut().selection.first().expect("somebody");
    assert_eq!(chosen, seat(&start, "郑国栋"));
}

#[test]
fn swot_lines_are_typed_one_after_the_other() {
    let mut user = Driver::new("forms-swot", Some(&account("Ada: CEO")), false);
    user.section(PlanSection::Risks);
    user.window.get_all_by_label_contains("Add a line: Strengths").next().expect("the button").scroll_to_me();
    user.settle();
    user.window.get_all_by_label_contains("Add a line: Strengths").next().expect("the button").click();
    user.settle();
    user.write("Close");
    user.key(Key::Enter);
    user.write("Fast");
    let lines: Vec<String> = user.account().ranked::<SwotEntry>().iter().map(|line| line.text.clone()).collect();
    assert_eq!(lines, ["Close", "Fast"]);
}

#[test]
fn settings_apply_at_once_and_are_kept() {
    let mut user = Driver::new("forms-settings", Some(&account("Ada: CEO")), false);
    user.ctrl(Key::Comma);
    user.write("Mei");
    user.key(Key::Escape);
    user.settle();
    let text = std::fs::read_to_string(user.path("state").join("settings.ron")).expect("the settings");
    assert!(text.contains("Mei"), "{text}");
    // A new account belongs to me.
    user.ctrl(Key::N);
    user.settle();
    let owner = user.account().profile.owner.expect("an owner");
    assert_eq!(user.account().team[&owner].name, "Mei");
}

#[test]
fn a_note_of_a_person_is_one_step_and_recomputes_no_map() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let mut user = Driver::new("forms-note", Some(&start), false);
    user.select("Bo");
    user.key(Key::F6);
    user.write("b");
    let bo = person(&start, "Bo");
    assert_eq!(user.account().get::<Person>(bo).expect("Bo").name, "Bob");
    user.key(Key::Escape);
    user.ctrl(Key::Z);
    assert_eq!(user.account(), &start);
}
