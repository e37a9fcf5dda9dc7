//! The list of findings at the window: why, put away with a reason, brought back, taken in hand, own numbers.

use account_atlas::method::SettingKind;
use account_atlas::model::{Account, Action, Coverage, FindingRule, Mute, Person};
use account_atlas::ui::View;
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::person;
use super::driver::Driver;
use super::findings_maps::{map, rules, with_values};
use super::words::words;

/// The account with one rule on and all others off, so that each button stands once.
fn only(account: &Account, rule: FindingRule) -> Account {
    let rules = rules();
    let others = rules.settings().iter().filter(|setting| match setting.kind {
        SettingKind::On(other) => other != rule,
        SettingKind::Weight(_) | SettingKind::Number(_) => false,
    });
    with_values(account, &others.map(|setting| (setting.name.as_str(), 0)).collect::<Vec<_>>())
}

fn at_findings(name: &str, account: &Account, twice: bool) -> Driver {
    let mut user = Driver::new(name, Some(account), twice);
    user.window.state_mut().view_mut().view = View::Findings;
    user.settle();
    user
}

#[test]
fn a_finding_is_put_away_with_a_reason_and_brought_back() {
    let account = only(&map("Ada: CEO | Approver NoContact"), FindingRule::CoverageGap);
    for twice in [false, true] {
        let mut user = at_findings("journey-away", &account, twice);
        user.click("Put away…");
        user.write("retires in May");
        user.key(Key::Enter);
        let mute = user.account().all::<Mute>().next().expect("a finding put away").clone();
        assert_eq!((mute.rule, mute.reason.as_str()), (Some(FindingRule::CoverageGap), "retires in May"));
        assert_eq!(mute.person, Some(person(&account, "Ada")));
        assert!(user.window.query_by_label("Put away…").is_none());
        user.click("Bring back");
        assert_eq!(user.account().mutes.len(), 0);
        assert!(user.window.query_by_label("Put away…").is_some());
    }
}

#[test]
fn a_finding_is_answered_by_one_press() {
    let account = only(&map("Ada: CEO | Approver NoContact"), FindingRule::CoverageGap);
    for twice in [false, true] {
        let mut user = at_findings("journey-hand", &account, twice);
        user.click("Why");
        assert!(user.window.query_by_label("Ada: coverage no contact").is_some());
        user.click("Add an action");
        let actions: Vec<Action> = user.account().all::<Action>().cloned().collect();
        assert_eq!(actions.len(), 1);
        assert_eq!(actions[0].answers, Some(FindingRule::CoverageGap));
        assert!(user.window.query_by_label("In hand").is_some());
        user.ctrl(Key::Z);
        assert_eq!(user.account().actions.len(), 0);
    }
}

#[test]
fn a_value_is_set_where_the_finding_stands() {
    let account = only(&map("Ada: CEO | Approver NoContact"), FindingRule::CoverageGap);
    for twice in [false, true] {
        let mut user = at_findings("journey-value", &account, twice);
        user.click("Set for Ada: coverage…");
        user.click("In depth");
        let ada = user.account().get::<Person>(person(&account, "Ada")).expect("Ada").clone();
        assert_eq!(ada.judgement.coverage, Some(Coverage::InDepth));
        assert!(user.window.query_by_label("Put away…").is_none(), "nothing is left to put away");
    }
}

#[test]
fn the_way_is_shown_on_the_map() {
    let chart = "Ada: CEO | Approver Neutral\n  Bo: CIO | Supporter InDepth\n\nBo 2 Ada";
    let account = only(&map(chart), FindingRule::Path);
    let mut user = at_findings("journey-way", &account, false);
    user.click("Show the way on the map");
    let view = user.window.state_mut().view_mut();
    assert_eq!(
        (view.view, view.route.clone()),
        (View::Map, Some(vec![person(&account, "Bo"), person(&account, "Ada")]))
    );
}

#[test]
fn numbers_of_the_rules_are_changed_and_set_back() {
    let account = only(&map("Ada: CEO | Approver NoContact"), FindingRule::CoverageGap);
    let mut user = at_findings("journey-numbers", &account, false);
    user.click("Numbers of the rules");
    let english = words(Language::English);
    let name = format!("{}: {}", english.value(FindingRule::Opposed), english.label("number", "on"));
    user.window.get_by_label(&name).scroll_to_me();
    user.settle();
    user.click(&name);
    let kept = |user: &Driver| user.account().profile.rule_values.iter().any(|own| own.name == "opposed.on");
    assert!(!kept(&user), "as shipped again, so it is not kept");
    user.click(&name);
    assert!(kept(&user));
}
