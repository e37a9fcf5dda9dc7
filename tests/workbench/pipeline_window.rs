//! The pipeline in the window: the worked example as a screen reader hears it, settings, filter, weekly records.

use account_atlas::model::{Account, Currency, FunnelStage, FunnelWeek, Money, Opportunity};
use account_atlas::ui::View;
use account_atlas::words::Language;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Driver;
use super::file_format::put;
use super::pipeline::{day, eur, profile, worked_example};

fn opened(name: &str, start: &Account, twice: bool, language: Language) -> Driver {
    let mut user = Driver::in_language(name, Some(start), twice, language, &[]);
    user.window.state_mut().view_mut().view = View::Opportunities;
    user.settle();
    user
}

/// Source: methods F5 and 13, vectors 1 and 2; exact in units of 10 000 EUR, the percentage to one digit.
#[test]
fn the_worked_example_stands_on_screen_as_the_methods_have_it() {
    let mut start = worked_example();
    profile(&mut start, |profile| {
        profile.pipeline.off_funnel_sold = Some(eur(100));
        profile.target = Some(eur(1_000));
    });
    for twice in [false, true] {
        let user = opened("pipeline-example", &start, twice, Language::Chinese);
        for label in [
            "兴趣：5 个，300 万欧元，加权 15 万欧元",
            "酝酿：4 个，240 万欧元，加权 24 万欧元",
            "设计：3 个，176 万欧元，加权 35.2 万欧元",
            "比较：2 个，464 万欧元，加权 139.2 万欧元",
            "承诺：2 个，146 万欧元，加权 73 万欧元",
            "使用：2 个，98 万欧元，加权 78.4 万欧元",
            "合计：18 个，1,424 万欧元，加权 364.8 万欧元",
            "364.8 万欧元",
            "46.5 %",
            "464.8 万欧元 / 目标 1,000 万欧元",
        ] {
            assert!(user.window.query_all_by_label(label).next().is_some(), "{label}");
        }
        let heavy = "比较阶段的少数商机占加权金额的 38%：Compare 0、Compare 1";
        assert!(user.window.query_by_label(heavy).is_some());
    }
}

#[test]
fn a_click_on_a_stage_lists_its_opportunities() {
    for twice in [false, true] {
        let mut user = opened("pipeline-filter", &worked_example(), twice, Language::English);
        let shown = |user: &Driver, name: &str| user.window.query_by_label(name).is_some();
        assert!(shown(&user, "Interest 0"));
        user.click("Compare: 2 open, EUR 4.64 m, weighted EUR 1.392 m");
        assert!(shown(&user, "Compare 0") && shown(&user, "Compare 1") && !shown(&user, "Interest 0"));
        assert_eq!(user.window.state_mut().view_mut().pipeline.stage, Some(FunnelStage::Compare));
        user.click("Show all");
        assert!(shown(&user, "Interest 0"));
        // Choosing one makes room for its form.
        user.click("Compare 0");
        assert!(user.window.query_by_label_contains("Compare: 2 open").is_none(), "the picture is folded away");
        user.window.get_by_label_contains("Pipeline   weighted").click();
        user.window.run();
        assert!(user.window.query_by_label_contains("Compare: 2 open").is_some());
    }
}

#[test]
fn settings_take_what_is_sound_and_say_what_is_not() {
    let mut start = worked_example();
    let id = start.all::<Opportunity>().next().expect("one").id;
    let mut foreign = start.get::<Opportunity>(id).expect("it").clone();
    foreign.amount = Some(Money::of_units(600_000, Currency::parse("USD").expect("a currency")));
    foreign.rate = Some(60);
    put(&mut start, foreign);
    let mut user = opened("pipeline-settings", &start, false, Language::English);
    assert!(user.window.query_by_label("Not summed, as USD has no rate: Interest 0").is_some());
    let line = user.window.get_by_label("Interest 0").accesskit_node().description();
    assert!(line.is_some_and(|line| line.contains("own rate 60 %")), "a rate of its own is flagged");
    user.click("Rates, small orders, currencies");
    user.window.run();
    let type_into = |user: &mut Driver, label: &str, text: &str| {
        user.window.get_by_role_and_label(Role::TextInput, label).focus();
        user.settle();
        user.with(Modifiers::COMMAND, Key::A);
        user.write(text);
    };
    type_into(&mut user, "Target", "0");
    assert!(user.window.query_by_label("An amount above 0, or nothing").is_some());
    assert_eq!(user.account().profile.target, None);
    type_into(&mut user, "Target", "10m");
    assert_eq!(user.account().profile.target, Some(eur(1_000)));
    type_into(&mut user, "Win rate: Compare", "160");
    assert!(user.account().profile.pipeline.stage_rates.iter().all(|rate| rate.percent <= Some(100)));
    type_into(&mut user, "Win rate: Compare", "60");
    assert_eq!(user.account().profile.pipeline.stage_rates[0].percent, Some(60));
    type_into(&mut user, "1 USD in EUR", "0.9");
    assert!(user.window.query_by_label("Not summed, as USD has no rate: Interest 0").is_none());
    assert_eq!(user.account().profile.pipeline.exchange_rates.len(), 1);
}

/// The memory host's day is 2026-11-21.
#[test]
fn a_week_is_recorded_by_itself_once_and_can_be_taken_back() {
    let mut user = Driver::new("pipeline-week", Some(&worked_example()), false);
    let weeks = |user: &Driver| user.account().funnel_weeks.len();
    assert_eq!(weeks(&user), 1);
    let week = user.account().all::<FunnelWeek>().next().expect("a record").clone();
    assert_eq!((week.taken, week.opportunities.len()), (Some(day(21)), 18));
    user.settle();
    assert_eq!(weeks(&user), 1, "not again on the same day");
    user.ctrl(Key::Z);
    assert_eq!(weeks(&user), 0, "a step like any other");
    user.settle();
    assert_eq!(weeks(&user), 0, "and not done again behind the user's back");
}

#[test]
fn nothing_is_recorded_where_there_is_nothing_or_where_it_was_lately() {
    let mut start = super::accounts::account("Ada: CEO");
    let user = Driver::new("pipeline-none", Some(&start), false);
    assert_eq!(user.account(), &start);
    start = worked_example();
    let mut ids = account_atlas::model::Ids::new(9, 9);
    put(&mut start, FunnelWeek { taken: Some(day(15)), ..FunnelWeek::new(ids.fresh()) });
    let user = Driver::new("pipeline-lately", Some(&start), false);
    assert_eq!(user.account(), &start);
}

#[test]
fn the_pipeline_fits_narrow_windows_in_both_languages() {
    let mut start = worked_example();
    profile(&mut start, |profile| profile.target = Some(eur(0)));
    for language in Language::ALL {
        let mut user = opened(&format!("pipeline-narrow-{}", language.code()), &start, false, language);
        for size in [[360.0, 700.0], [700.0, 400.0], [1280.0, 320.0]] {
            user.window.set_size(size.into());
            user.settle();
            assert!(user.window.query_all_by_label_contains("364.8").next().is_some() || language == Language::English);
        }
        assert!(user.window.state().notices().is_empty());
    }
}
