//! What the team may spend and has spent, each currency by itself, and together where there are rates.

use std::collections::BTreeMap;

use super::super::converted;
use super::{less, sum};
use crate::model::{Account, BudgetLine, BudgetLineId, Currency, Money};

/// What is planned and spent in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetSum {
    /// Planned.
    pub planned: Money,
    /// Spent, in the same currency.
    pub spent: Money,
}

/// The budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetTable {
    /// By currency, the account's own first, then in the order of their codes.
    pub currencies: Vec<BudgetSum>,
    /// All of them in the account's currency; `None` where there is nothing, or something has no rate.
    pub all: Option<BudgetSum>,
    /// Lines with more spent than planned, and by how much, in the order of the list.
    pub over: Vec<(BudgetLineId, Money)>,
}

/// The budget of the team. Cost: a walk over its lines.
pub fn budget(account: &Account) -> BudgetTable {
    let lines = account.ranked::<BudgetLine>();
    let mut sums: BTreeMap<Currency, (Vec<Money>, Vec<Money>)> = BTreeMap::new();
    for line in &lines {
        if let Some(planned) = line.planned {
            sums.entry(planned.currency).or_default().0.push(planned);
        }
        if let Some(spent) = line.spent {
            sums.entry(spent.currency).or_default().1.push(spent);
        }
    }
    let of_currency = |(currency, (planned, spent)): (Currency, (Vec<Money>, Vec<Money>))| BudgetSum {
        planned: sum(currency, planned.into_iter()),
        spent: sum(currency, spent.into_iter()),
    };
    let mut currencies: Vec<BudgetSum> = sums.into_iter().map(of_currency).collect();
    currencies.sort_by_key(|sum| sum.planned.currency != account.profile.currency);
    let over = lines.iter().filter_map(|line| Some((line.id, over_by(account, line)?))).collect();
    BudgetTable { all: all(account, &lines), currencies, over }
}

/// Every amount converted by itself, as everywhere.
fn all(account: &Account, lines: &[&BudgetLine]) -> Option<BudgetSum> {
    let own = |amount: &dyn Fn(&BudgetLine) -> Option<Money>| -> Option<Vec<Money>> {
        lines.iter().filter_map(|line| amount(line)).map(|amount| converted(account, amount)).collect()
    };
    let (planned, spent) = (own(&|line| line.planned)?, own(&|line| line.spent)?);
    if planned.is_empty() && spent.is_empty() {
        return None;
    }
    let currency = account.profile.currency;
    Some(BudgetSum { planned: sum(currency, planned.into_iter()), spent: sum(currency, spent.into_iter()) })
}

/// How much more is spent than planned; `None` where that is not so, or not known.
fn over_by(account: &Account, line: &BudgetLine) -> Option<Money> {
    let (planned, spent) = (line.planned?, line.spent?);
    let (planned, spent) = if planned.currency == spent.currency {
        (planned, spent)
    } else {
        (converted(account, planned)?, converted(account, spent)?)
    };
    Some(less(spent, planned)).filter(|over| over.minor > 0)
}
