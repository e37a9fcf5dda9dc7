//! Levers, forecast, budget and workload at the window, by what a screen reader hears.

use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::model::{
    Account, BudgetLine, ForecastLine, GrowthLever, Kept, LeverKind, Money, PlanSection, WorkloadSegment, YearAmount,
};
use account_atlas::ui::{PlanPage, View};
use account_atlas::words::Language;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::accounts::{done, ids};
use super::driver::Driver;
use super::file_format::put;
use super::growth::workload_example;
use super::pipeline::{empty, eur, profile};

fn says(user: &Driver, label: &str) -> bool {
    user.window.query_all_by_label(label).next().is_some()
}

/// Source: methods R1 and 13, vector 4.
#[test]
fn the_worked_example_of_the_workload_stands_on_screen_as_the_methods_have_it() {
    let cases = [
        (
            Language::English,
            [
                "3,360 → 2,222.2 hours a month, -33.9 %; 46.7 → 30.9 people at 72 hours",
                "320 → 960 hours a month, 9.5 % → 43.2 % of all",
                "1,040 → 1,040 hours a month, 31 % → 46.8 % of all",
                "2,000 → 222.2 hours a month, 59.5 % → 10 % of all",
            ],
        ),
        (
            Language::Chinese,
            [
                "每月 3,360 → 2,222.2 小时，-33.9 %；46.7 → 30.9 人（每人 72 小时）",
                "每月 320 → 960 小时，占比 9.5 % → 43.2 %",
                "每月 1,040 → 1,040 小时，占比 31 % → 46.8 %",
                "每月 2,000 → 222.2 小时，占比 59.5 % → 10 %",
            ],
        ),
    ];
    for (language, labels) in cases {
        for twice in [false, true] {
            let mut user = Driver::in_language("growth-workload", Some(&workload_example()), twice, language, &[]);
            user.section(PlanSection::Team);
            for label in labels {
                assert!(says(&user, label), "{label}");
            }
        }
    }
}

#[test]
fn a_segment_is_typed_from_cell_to_cell() {
    for twice in [false, true] {
        let mut user = Driver::new("growth-segment", Some(&empty().0), twice);
        user.section(PlanSection::Team);
        user.reach("Add a segment of customers");
        for text in ["Small shops", "2000", "2", "1", "30", "1", "3", "20"] {
            user.write(text);
            user.key(Key::Tab);
        }
        let segment = user.account().all::<WorkloadSegment>().next().expect("a segment").clone();
        let now = (segment.visits, segment.months, segment.minutes);
        let planned = (segment.visits_planned, segment.months_planned, segment.minutes_planned);
        assert_eq!((segment.name.as_str(), segment.count), ("Small shops", Some(2_000)));
        assert_eq!((now, planned), ((Some(2), Some(1), Some(30)), (Some(1), Some(3), Some(20))));
        assert!(says(&user, "2,000 → 222.2 hours a month, 100 % → 100 % of all"));
    }
}

/// Revenue 800, target 1000, in units of 10 000 EUR, and two levers.
fn grown() -> (Account, GrowthLever) {
    let (mut account, mut ids) = empty();
    profile(&mut account, |profile| (profile.revenue, profile.target) = (Some(eur(800)), Some(eur(1_000))));
    let (kind, amount) = (Some(LeverKind::CrossSell), Some(eur(120)));
    let text = "Sensor".to_owned();
    let lever = GrowthLever { kind, text, amount, probability: Some(60), ..GrowthLever::new(ids.fresh()) };
    put(&mut account, lever.clone());
    let (kind, amount) = (Some(LeverKind::MoreOfSame), Some(eur(30)));
    put(&mut account, GrowthLever { kind, amount, rank: 1, ..GrowthLever::new(ids.fresh()) });
    (account, lever)
}

#[test]
fn a_lever_that_is_plotted_leads_to_its_row() {
    let (start, lever) = grown();
    for bar in ["Cross-selling: +EUR 1.2 m", "Sensor: EUR 1.2 m, 60 %, Act now"] {
        for twice in [false, true] {
            let mut user = Driver::new("growth-lever", Some(&start), twice);
            user.section(PlanSection::Objectives);
            user.reach(bar);
            user.key(Key::End);
            user.write("s");
            assert_eq!(user.account().get::<GrowthLever>(lever.id).expect("it").text, "Sensors", "{bar}");
        }
    }
}

#[test]
fn the_gap_and_what_has_no_place_are_told() {
    let (start, _) = grown();
    let mut user = Driver::new("growth-gap", Some(&start), false);
    user.section(PlanSection::Objectives);
    let gap = "From EUR 8 m today to the target of EUR 10 m: the levers bring EUR 1.5 m, EUR 500 k is still open";
    assert!(says(&user, gap));
    assert!(says(&user, "Not placed yet, without a probability: More of present products"));
    assert!(says(&user, "Revenue target: EUR 10 m"));
    // The list of pages has it as well, with its number.
    user.window.get_by_label("Executive summary").scroll_to_me();
    user.settle();
    user.click("Executive summary");
    assert_eq!(user.window.state_mut().view_mut().plan_page, PlanPage::Section(PlanSection::Summary));
}

#[test]
fn dropping_business_with_a_gain_is_asked_about() {
    let (start, lever) = grown();
    let odd = GrowthLever { kind: Some(LeverKind::Drop), ..lever.clone() };
    let set = |amount: Money| GrowthLever { amount: Some(amount), ..odd.clone() };
    for (amount, is_asked) in [(eur(20), true), (eur(-20), false)] {
        let mut account = start.clone();
        put(&mut account, set(amount));
        let mut user = Driver::new("growth-drop", Some(&account), false);
        user.section(PlanSection::Objectives);
        let asked = user.window.query_by_label_contains("Dropping business lowers revenue").is_some();
        assert_eq!(asked, is_asked);
    }
}

/// The memory host's day is 2026-11-21, so that the first of the five years is 2027.
#[test]
fn a_forecast_is_typed_cell_by_cell_and_summed() {
    for twice in [false, true] {
        let mut user = Driver::new("growth-forecast", Some(&empty().0), twice);
        user.section(PlanSection::Forecast);
        user.reach("Add a line of the forecast");
        for text in ["North", "Pumps", "1.2m", "900k", "", "", "", "30", "45"] {
            user.write(text);
            user.key(Key::Tab);
        }
        let line = user.account().all::<ForecastLine>().next().expect("a line").clone();
        let years: Vec<(Option<u16>, Option<Money>)> = line.years.iter().map(|year| (year.year, year.amount)).collect();
        assert_eq!(years, [(Some(2027), Some(eur(120))), (Some(2028), Some(eur(90)))]);
        assert_eq!((line.region.as_str(), line.platform.as_str()), ("North", "Pumps"));
        assert_eq!((line.share, line.share_wanted), (Some(30), Some(45)));
        assert!(says(&user, "EUR 2.1 m"), "the sum of five years");
        assert!(says(&user, "-25 %"), "growth to the year before");
        user.click("Map");
        user.ctrl(Key::Z);
        assert_eq!(user.window.state_mut().view_mut().view, View::Plan, "undo shows where it was");
        assert_eq!(user.account().get::<ForecastLine>(line.id).expect("it").share_wanted, None);
    }
}

#[test]
fn the_first_year_is_a_year_and_amounts_outside_are_told() {
    let (mut start, mut ids) = empty();
    let year = |year: u16| YearAmount { year: Some(year), amount: Some(eur(1)), kept: Kept::default() };
    put(&mut start, ForecastLine { years: vec![year(2027), year(2029)], ..ForecastLine::new(ids.fresh()) });
    let mut user = Driver::new("growth-years", Some(&start), false);
    user.section(PlanSection::Forecast);
    let field = user.window.get_by_role_and_label(Role::TextInput, "First year of the forecast");
    field.focus();
    user.settle();
    user.write("20");
    assert!(says(&user, "A year such as 2027"));
    assert_eq!(user.account().plan.forecast_from, None);
    user.write("28");
    assert_eq!(user.account().plan.forecast_from, Some(2028));
    user.settle();
    assert!(says(&user, "Amounts outside these years, kept as they are: 1"));
}

#[test]
fn an_overspent_line_of_the_budget_is_marked() {
    let mut user = Driver::new("growth-budget", Some(&empty().0), false);
    user.section(PlanSection::Team);
    user.reach("Add a line of the budget");
    for text in ["Travel", "10k", "12k"] {
        user.write(text);
        user.key(Key::Tab);
    }
    let line = user.account().all::<BudgetLine>().next().expect("a line").clone();
    assert_eq!((line.planned, line.spent), (Some(eur(1)), Some(Money::of_units(12_000, eur(1).currency))));
    assert!(says(&user, "⚠ EUR 2,000 more spent than planned"));
    assert!(says(&user, "Planned EUR 10 k, spent EUR 12 k"));
}

#[test]
fn pages_fit_narrow_windows_in_both_languages() {
    let (mut start, _) = grown();
    let mut more = ids();
    put(&mut start, ForecastLine { region: "North".to_owned(), ..ForecastLine::new(more.fresh()) });
    let segment = WorkloadSegment::new(more.fresh());
    let add = RecordEdit::Add(Box::new(segment));
    let start = done(&start, Edit::Workload(add));
    for language in Language::ALL {
        let mut user = Driver::in_language("growth-narrow", Some(&start), false, language, &[]);
        for section in [PlanSection::Objectives, PlanSection::Forecast, PlanSection::Team] {
            user.section(section);
            for size in [[360.0, 700.0], [700.0, 400.0], [1280.0, 320.0]] {
                user.window.set_size(size.into());
                user.settle();
            }
        }
        assert!(user.window.state().notices().is_empty());
    }
}
