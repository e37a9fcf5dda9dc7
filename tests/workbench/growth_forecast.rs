//! The five years, the budget and the needs of the team.

use account_atlas::insight::{Ratio, YearSums, budget, forecast, needs};
use account_atlas::model::{Account, BudgetLine, ForecastLine, Ids, Kept, Money, ResourceNeed, YearAmount};
use chrono::NaiveDate;

use super::file_format::put;
use super::growth::{money, plan, rate};
use super::pipeline::{day, empty, profile};

fn line(account: &mut Account, ids: &mut Ids, names: (&str, &str), years: &[(u16, Money)]) {
    let year =
        |(year, amount): &(u16, Money)| YearAmount { year: Some(*year), amount: Some(*amount), kept: Kept::default() };
    let rank = i32::try_from(account.forecast.len()).expect("few");
    let (region, platform) = (names.0.to_owned(), names.1.to_owned());
    let years = years.iter().map(year).collect();
    put(account, ForecastLine { region, platform, years, rank, ..ForecastLine::new(ids.fresh()) });
}

/// Euro, dollar, pound and yuan with rates, yen without.
pub fn forecast_example() -> Account {
    let (mut account, mut ids) = empty();
    let rates = vec![rate("USD", 100, 90), rate("GBP", 100, 120), rate("CNY", 100, 13)];
    profile(&mut account, |profile| profile.pipeline.exchange_rates = rates);
    let euro = |units| money("EUR", units);
    line(&mut account, &mut ids, ("North", "Pumps"), &[(2027, euro(100)), (2028, euro(110))]);
    line(&mut account, &mut ids, ("North", "Valves"), &[(2027, money("USD", 200))]);
    line(&mut account, &mut ids, (" South ", "Pumps"), &[(2027, money("GBP", 50)), (2028, money("CNY", 1_000))]);
    line(&mut account, &mut ids, ("South", "Valves"), &[(2027, money("JPY", 10_000)), (2032, euro(7))]);
    account
}

/// 2026-11-21: the coming year is 2027. Source: methods L1, section 7.
#[test]
fn a_forecast_is_summed_by_year_region_and_platform_at_the_users_rates() {
    let table = forecast(&forecast_example(), day(21));
    assert_eq!(table.years, [2027, 2028, 2029, 2030, 2031]);
    let units = |sums: &YearSums| {
        let units = |amount: Option<Money>| amount.map(Money::units);
        (sums.name.clone(), units(sums.years[0]), units(sums.years[1]), units(sums.years[2]), units(sums.all))
    };
    assert_eq!(units(&table.total), (String::new(), Some(340), Some(240), None, Some(580)));
    let regions: Vec<_> = table.regions.iter().map(units).collect();
    let named = str::to_owned;
    let expected = [
        (named("North"), Some(280), Some(110), None, Some(390)),
        (named("South"), Some(60), Some(130), None, Some(190)),
    ];
    assert_eq!(regions, expected);
    let platforms: Vec<_> = table.platforms.iter().map(units).collect();
    let expected =
        [(named("Pumps"), Some(160), Some(240), None, Some(400)), (named("Valves"), Some(180), None, None, Some(180))];
    assert_eq!(platforms, expected);
    assert_eq!(table.growth, [None, Ratio::new(-100, 340), None, None, None]);
    assert_eq!(table.outside, 1, "2032 is kept and told");
    let foreign: Vec<(&str, Option<i64>)> =
        table.foreign.iter().map(|sum| (sum.amount.currency.code(), sum.converted.map(Money::units))).collect();
    assert_eq!(foreign, [("CNY", Some(130)), ("GBP", Some(60)), ("JPY", None), ("USD", Some(180))]);
    assert_eq!(table.rows[3].years[0], Some(money("JPY", 10_000)), "shown as it was said");
    assert_eq!(table.rows[3].all, None);
}

#[test]
fn regions_and_platforms_each_sum_up_to_the_whole() {
    let mut account = forecast_example();
    let mut ids = Ids::new(5, 5);
    line(&mut account, &mut ids, ("", "Pumps"), &[(2027, money("EUR", 1)), (2030, money("EUR", -4))]);
    let table = forecast(&account, day(21));
    for groups in [&table.regions, &table.platforms] {
        for place in 0..5 {
            let parts: i64 = groups.iter().filter_map(|group| group.years[place]).map(|amount| amount.minor).sum();
            assert_eq!(parts, table.total.years[place].map_or(0, |amount| amount.minor), "{place}");
        }
    }
    assert_eq!(table.regions.last().map(|region| region.name.as_str()), Some(""));
}

#[test]
fn the_first_year_is_the_users_and_absurd_years_are_none() {
    let mut account = forecast_example();
    plan(&mut account, |plan| plan.forecast_from = Some(2028));
    let table = forecast(&account, day(21));
    assert_eq!((table.years[0], table.outside), (2028, 4));
    assert_eq!(table.total.years[4], Some(money("EUR", 7)));
    for absurd in [0, u16::MAX] {
        plan(&mut account, |plan| plan.forecast_from = Some(absurd));
        assert_eq!(forecast(&account, day(21)).years[0], 2027);
    }
}

#[test]
fn a_year_said_twice_counts_once_and_a_year_without_a_number_is_told() {
    let (mut account, mut ids) = empty();
    line(&mut account, &mut ids, ("North", "Pumps"), &[(2027, money("EUR", 1)), (2027, money("EUR", 5))]);
    let mut said = account.all::<ForecastLine>().next().expect("it").clone();
    said.years.push(YearAmount { year: None, amount: Some(money("EUR", 9)), kept: Kept::default() });
    put(&mut account, said);
    let table = forecast(&account, day(21));
    assert_eq!((table.total.all, table.outside), (Some(money("EUR", 5)), 2));
}

#[test]
fn a_budget_is_summed_by_currency_and_what_is_overspent_is_marked() {
    let (mut account, mut ids) = empty();
    let mut put_line = |account: &mut Account, planned: Option<Money>, spent: Option<Money>| {
        let line = BudgetLine { planned, spent, ..BudgetLine::new(ids.fresh()) };
        put(account, line.clone());
        line.id
    };
    put_line(&mut account, Some(money("EUR", 100)), Some(money("EUR", 100)));
    let over = put_line(&mut account, Some(money("EUR", 50)), Some(money("EUR", 60)));
    let mixed = put_line(&mut account, Some(money("EUR", 80)), Some(money("USD", 100)));
    put_line(&mut account, None, Some(money("EUR", 5)));
    let table = budget(&account);
    let sums: Vec<(Money, Money)> = table.currencies.iter().map(|sum| (sum.planned, sum.spent)).collect();
    let expected = [(money("EUR", 230), money("EUR", 165)), (money("USD", 0), money("USD", 100))];
    assert_eq!(sums, expected, "the account's own currency first");
    assert_eq!((table.all, table.over), (None, vec![(over, money("EUR", 10))]), "no rate, no sum of all");
    profile(&mut account, |profile| profile.pipeline.exchange_rates = vec![rate("USD", 100, 90)]);
    let table = budget(&account);
    assert_eq!(table.all.map(|all| (all.planned, all.spent)), Some((money("EUR", 230), money("EUR", 255))));
    assert_eq!(table.over, [(over, money("EUR", 10)), (mixed, money("EUR", 10))]);
}

#[test]
fn needs_are_late_after_their_day_and_not_on_it() {
    let (mut account, mut ids) = empty();
    let mut need = |due: Option<NaiveDate>, is_agreed: bool| {
        let need = ResourceNeed { due, is_agreed, ..ResourceNeed::new(ids.fresh()) };
        put(&mut account, need.clone());
        need.id
    };
    let [late, today, open] = [Some(day(20)), Some(day(21)), None].map(|due| need(due, false));
    need(Some(day(1)), true);
    let found = needs(&account, day(21));
    assert_eq!((found.open, found.overdue, found.agreed), (vec![late, today, open], vec![late], 1));
}
