//! The five years: by year, region and platform, each currency at the user's rate or told apart. Source: methods L1,
//! section 7.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::super::{CurrencySum, converted};
use super::{Ratio, sum};
use crate::model::{Account, Currency, ForecastLine, ForecastLineId, Money};

/// How many years a forecast looks ahead. Source: methods L1.
pub const YEARS: usize = 5;
/// The last year that a date can be typed with four digits in.
const LAST_YEAR: u16 = 9_995;

/// Sums year by year, in the account's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearSums {
    /// Region or platform; empty for the sum of everything and for lines that say none.
    pub name: String,
    /// Each year; `None` where no amount is known for it.
    pub years: [Option<Money>; YEARS],
    /// All five; `None` where no amount is known.
    pub all: Option<Money>,
}

/// One line, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForecastRow {
    /// Which line.
    pub line: ForecastLineId,
    /// What it says for each year, in the currency it says it in.
    pub years: [Option<Money>; YEARS],
    /// All five in the account's currency; `None` where no amount is known.
    pub all: Option<Money>,
}

/// The five years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForecastTable {
    /// The years.
    pub years: [u16; YEARS],
    /// Line by line, in the order of the list.
    pub rows: Vec<ForecastRow>,
    /// By region, in the order of the lines; lines without one together.
    pub regions: Vec<YearSums>,
    /// By platform, in the order of the lines; lines without one together.
    pub platforms: Vec<YearSums>,
    /// Everything.
    pub total: YearSums,
    /// Growth of the total to the year before, as a part of it; `None` where one of both is not known or that year
    /// has nothing to grow from.
    pub growth: [Option<Ratio>; YEARS],
    /// Amounts that stand in no column: of other years, of no year, or said twice for one year. They are kept.
    pub outside: usize,
    /// What the five years hold in other currencies, in the order of their codes; without a rate it is not summed.
    pub foreign: Vec<CurrencySum>,
}

/// The forecast. Cost: a walk over the lines for each region and platform.
pub fn forecast(account: &Account, today: NaiveDate) -> ForecastTable {
    let coming = u16::try_from(today.year().saturating_add(1)).unwrap_or(LAST_YEAR);
    let from = account.plan.forecast_from.filter(|year| (1..=LAST_YEAR).contains(year)).unwrap_or(coming);
    let mut years = [from; YEARS];
    for (year, ahead) in years.iter_mut().zip(0_u16..) {
        *year = from.saturating_add(ahead);
    }
    let lines = account.ranked::<ForecastLine>();
    let rows: Vec<ForecastRow> = lines.iter().map(|line| row(account, line, years)).collect();
    let said: usize = lines.iter().map(|line| line.years.iter().filter(|year| year.amount.is_some()).count()).sum();
    let shown: usize = rows.iter().map(|row| row.years.iter().flatten().count()).sum();
    let total = sums(account, String::new(), &rows.iter().collect::<Vec<_>>());
    ForecastTable {
        years,
        regions: groups(account, &lines, &rows, |line| &line.region),
        platforms: groups(account, &lines, &rows, |line| &line.platform),
        growth: growth(&total),
        total,
        outside: said.saturating_sub(shown),
        foreign: foreign(account, &rows),
        rows,
    }
}

/// What a line says for the years shown. Of two amounts for one year the later one holds.
fn row(account: &Account, line: &ForecastLine, years: [u16; YEARS]) -> ForecastRow {
    let of_year = |year: u16| line.years.iter().rev().find(|said| said.year == Some(year) && said.amount.is_some());
    let years = years.map(|year| of_year(year).and_then(|said| said.amount));
    let own: Vec<Money> = years.iter().flatten().filter_map(|amount| converted(account, *amount)).collect();
    let all = (!own.is_empty()).then(|| sum(account.profile.currency, own.into_iter()));
    ForecastRow { line: line.id, years, all }
}

fn sums(account: &Account, name: String, rows: &[&ForecastRow]) -> YearSums {
    let currency = account.profile.currency;
    let of_year = |place: usize| {
        let own = rows.iter().filter_map(|row| converted(account, row.years[place]?));
        let own: Vec<Money> = own.collect();
        (!own.is_empty()).then(|| sum(currency, own.into_iter()))
    };
    let years: [Option<Money>; YEARS] = std::array::from_fn(of_year);
    let known: Vec<Money> = years.iter().flatten().copied().collect();
    let all = (!known.is_empty()).then(|| sum(currency, known.into_iter()));
    YearSums { name, years, all }
}

fn groups(
    account: &Account,
    lines: &[&ForecastLine],
    rows: &[ForecastRow],
    name: impl Fn(&ForecastLine) -> &String,
) -> Vec<YearSums> {
    let mut groups: Vec<(&str, Vec<&ForecastRow>)> = Vec::new();
    for (line, row) in lines.iter().zip(rows) {
        let name = name(line).trim();
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((name, vec![row])),
        }
    }
    groups.into_iter().map(|(name, rows)| sums(account, name.to_owned(), &rows)).collect()
}

fn growth(total: &YearSums) -> [Option<Ratio>; YEARS] {
    let to_year_before = |place: usize| {
        let (now, before) = (total.years[place]?, total.years[place.checked_sub(1)?]?);
        Ratio::new(i128::from(now.minor) - i128::from(before.minor), i128::from(before.minor))
    };
    std::array::from_fn(to_year_before)
}

fn foreign(account: &Account, rows: &[ForecastRow]) -> Vec<CurrencySum> {
    let mut sums: BTreeMap<Currency, Vec<Money>> = BTreeMap::new();
    for amount in rows.iter().flat_map(|row| row.years.iter().flatten()) {
        if amount.currency != account.profile.currency {
            sums.entry(amount.currency).or_default().push(*amount);
        }
    }
    let of_currency = |(currency, amounts): (Currency, Vec<Money>)| {
        let own: Option<Vec<Money>> = amounts.iter().map(|amount| converted(account, *amount)).collect();
        CurrencySum {
            count: amounts.len(),
            // Converted one by one, as they are in the totals.
            converted: own.map(|own| sum(account.profile.currency, own.into_iter())),
            amount: sum(currency, amounts.into_iter()),
        }
    };
    sums.into_iter().map(of_currency).collect()
}
