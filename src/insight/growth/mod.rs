//! How the account is to grow and what that takes: gap, priorities, forecast, needs, budget, workload.

mod budget;
mod forecast;
mod gap;
mod needs;
mod priority;
mod ratio;
mod workload;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use budget::{BudgetSum, BudgetTable, budget};
pub use forecast::{ForecastRow, ForecastTable, YEARS, YearSums, forecast};
pub use gap::{Base, Gap, LeverBar, LeverSum, MarginGap, gap, is_drop_gain, margin_gap};
pub use needs::{NeedsState, needs};
pub use priority::{Placed, Priority, PriorityField, PriorityItem, Unplaced, WhyUnplaced, priority};
pub use ratio::Ratio;
pub use workload::{Workload, WorkloadRow, WorkloadSide, workload};

use crate::method::Method;
use crate::model::{Account, BudgetLine, Currency, ForecastLine, GrowthLever, Money};

/// What follows from the numbers of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// From revenue to target.
    pub gap: Gap,
    /// What the levers bring in contribution.
    pub margin: MarginGap,
    /// Levers and opportunities by size and probability.
    pub priority: Priority,
    /// The five years.
    pub forecast: ForecastTable,
    /// What the team needs.
    pub needs: NeedsState,
    /// What the team may spend.
    pub budget: BudgetTable,
    /// The hours of visits.
    pub workload: Workload,
}

impl Growth {
    /// What follows from the plan of `account` on a day. Cost: a walk over the lists of the plan and the opportunities.
    pub fn of(account: &Account, method: &Method, today: NaiveDate) -> Self {
        Self {
            gap: gap(account),
            margin: margin_gap(account),
            priority: priority(account, &method.rules, &method.growth),
            forecast: forecast(account, today),
            needs: needs(account, today),
            budget: budget(account),
            workload: workload(account, &method.growth),
        }
    }
}

/// The currencies in which the plan speaks of money, the account's own left out: each wants a rate.
pub fn plan_currencies(account: &Account) -> BTreeSet<Currency> {
    let (profile, plan) = (&account.profile, &account.plan);
    let head = [profile.revenue, profile.target, plan.contribution, plan.management_cost, plan.large_amount];
    let levers = account.all::<GrowthLever>().flat_map(|lever| [lever.amount, lever.margin]);
    let years = account.all::<ForecastLine>().flat_map(|line| line.years.iter().map(|year| year.amount));
    let budget = account.all::<BudgetLine>().flat_map(|line| [line.planned, line.spent]);
    let all = head.into_iter().chain(levers).chain(years).chain(budget).flatten();
    all.map(|amount| amount.currency).filter(|currency| *currency != profile.currency).collect()
}

/// The sum of amounts that are all in `currency`, held at the largest amount there is.
fn sum(currency: Currency, amounts: impl Iterator<Item = Money>) -> Money {
    let exact: i128 = amounts.map(|amount| i128::from(amount.minor)).sum();
    let minor = i64::try_from(exact).unwrap_or(if exact < 0 { i64::MIN } else { i64::MAX });
    Money { minor, currency }
}

/// `one` less `other`, both in one currency.
fn less(one: Money, other: Money) -> Money {
    Money { minor: one.minor.saturating_sub(other.minor), currency: one.currency }
}
