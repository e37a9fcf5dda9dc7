//! SWOT scan, value card, choices and risks, used by what a screen reader hears.

use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::model::{PlanSection, Risk, RiskImpact, RiskLikelihood, StrategicChoice, ValueEntry};
use account_atlas::ui::View;
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, ids};
use super::driver::Driver;

#[test]
fn a_line_of_the_value_card_says_what_it_lacks_until_it_holds() {
    for twice in [false, true] {
        let mut user = Driver::new("strategy-value", Some(&account("Ada: CEO")), twice);
        user.section(PlanSection::Choices);
        user.reach("Value card");
        user.reach("Add a line: Value in numbers");
        user.write("Less scrap");
        assert!(user.window.query_by_label("missing: number with unit").is_some(), "it lacks its number");
        user.key(Key::Tab);
        user.write("much");
        assert!(user.window.query_by_label_contains("This needs a number and its unit").is_some());
        user.ctrl(Key::A);
        user.write("8 %");
        assert!(user.window.query_by_label("missing: number with unit").is_none());
        let line = user.account().all::<ValueEntry>().next().expect("a line").clone();
        assert_eq!((line.text.as_str(), line.figure.as_str()), ("Less scrap", "8 %"));
    }
}

#[test]
fn a_choice_is_ticked_undone_and_shown_again() {
    let mut user = Driver::new("strategy-choice", Some(&account("Ada: CEO")), false);
    user.section(PlanSection::Choices);
    user.reach("Strategic choices  ");
    user.reach("Use market trends");
    assert!(user.account().profile.choices.made.contains(&StrategicChoice::Trends));
    user.click("Map");
    user.ctrl(Key::Z);
    assert!(user.account().profile.choices.made.is_empty());
    assert_eq!(user.window.state_mut().view_mut().view, View::Plan, "undo shows where it was");
}

#[test]
fn a_scan_today_is_due_again_in_half_a_year() {
    let mut user = Driver::new("strategy-scan", Some(&account("Ada: CEO")), false);
    user.section(PlanSection::Risks);
    user.reach("Scanned today");
    // The host's day is 2026-11-21. Source: methods A1, half a year.
    assert_eq!(user.account().profile.swot_scanned.map(|day| day.to_string()).as_deref(), Some("2026-11-21"));
    assert!(user.window.query_by_label("Next scan by 2027-05-21").is_some());
    assert!(user.window.query_by_label("Scanned today").is_none(), "it cannot be said twice");
}

#[test]
fn a_field_of_the_heat_map_leads_to_its_risk() {
    let risk = Risk {
        text: "Strike".to_owned(),
        likelihood: Some(RiskLikelihood::Likely),
        impact: Some(RiskImpact::Severe),
        ..Risk::new(ids().fresh())
    };
    let start = done(&account("Ada: CEO"), Edit::Risk(RecordEdit::Add(Box::new(risk.clone()))));
    for twice in [false, true] {
        let mut user = Driver::new("strategy-heat", Some(&start), twice);
        user.section(PlanSection::Risks);
        user.reach("Likely, Severe: 1");
        user.key(Key::End);
        user.write("s");
        assert_eq!(user.account().get::<Risk>(risk.id).expect("the risk").text, "Strikes");
    }
}

#[test]
fn prompts_open_in_both_languages() {
    for (language, sign, prompt) in [
        (Language::English, "What to ask: Threats", "What rivals are about to do"),
        (Language::Chinese, "提示：威胁", "竞争对手下一步要做什么"),
    ] {
        let mut user = Driver::in_language("strategy-why", Some(&account("Ada: CEO")), false, language, &[]);
        user.section(PlanSection::Risks);
        assert!(user.window.query_by_label(prompt).is_none(), "it is not in the way");
        user.reach(sign);
        assert!(user.window.query_by_label(prompt).is_some());
    }
}
