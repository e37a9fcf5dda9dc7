//! The funnel: amounts by stage, weighted by win rate, in one currency at the user's rates.

use std::collections::BTreeMap;

use crate::method::Rules;
use crate::model::{Account, Coded, Currency, FunnelStage, Money, Opportunity, OpportunityStatus};

/// What stands in one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageSum {
    /// The stage.
    pub stage: FunnelStage,
    /// Open opportunities in the funnel, whatever they hold.
    pub count: usize,
    /// Their amounts.
    pub amount: Money,
    /// Their amounts times their win rates.
    pub weighted: Money,
}

/// What the funnel holds in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrencySum {
    /// Opportunities with an amount in it.
    pub count: usize,
    /// Their amounts, in that currency.
    pub amount: Money,
    /// The same in the account's currency; `None` where the user has given no rate.
    pub converted: Option<Money>,
}

/// The funnel of an account in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// All six stages, in order.
    pub stages: Vec<StageSum>,
    /// Open opportunities, whatever they hold.
    pub open: usize,
    /// Of those, the ones that stand in no stage.
    pub stageless: usize,
    /// Of those, the small ones that stand outside the funnel. Source: methods F4.
    pub off_funnel: usize,
    /// All amounts.
    pub amount: Money,
    /// All weighted amounts.
    pub weighted: Money,
    /// Amounts by currency, in the order of their codes.
    pub currencies: Vec<CurrencySum>,
    /// Open opportunities with an amount in a currency without a rate, which are not summed.
    pub other_currencies: usize,
}

/// Where an open opportunity stands to the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunnelPlace {
    /// In it, with this amount in the account's currency.
    In(Money),
    /// In it, but without an amount.
    NoAmount,
    /// In it, but its currency has no rate: not summed.
    NoRate,
    /// In it, but its amount is below nothing: not summed.
    Negative,
    /// Outside: smaller than the threshold. Source: methods F4.
    Outside,
}

/// The win rates of the stages that hold in an account, in percent. Source: methods F1.
pub fn stage_rates(account: &Account, rules: &Rules) -> [u8; 6] {
    let mut rates = rules.stage_rates;
    for own in &account.profile.pipeline.stage_rates {
        // A file may say more than all of it.
        if let (Some(stage), Some(percent @ 0..=100)) = (own.stage, own.percent) {
            rates[stage as usize] = percent;
        }
    }
    rates
}

/// The win rate that holds for an opportunity, in percent: its own, else its stage's of `rates`.
pub fn rate_of(opportunity: &Opportunity, rates: &[u8; 6]) -> Option<u8> {
    opportunity.rate.or_else(|| Some(rates[opportunity.stage? as usize]))
}

/// `amount` in the account's currency, at the user's rate; `None` where there is no sound one.
pub fn converted(account: &Account, amount: Money) -> Option<Money> {
    let own = account.profile.currency;
    if amount.currency == own {
        return Some(amount);
    }
    account.profile.pipeline.exchange_rates.iter().rev().find_map(|rate| {
        let (from, worth) = (rate.amount?, rate.worth?);
        let is_it = from.currency == amount.currency && worth.currency == own && from.minor > 0 && worth.minor > 0;
        if !is_it {
            return None;
        }
        let (value, of) = (i128::from(amount.minor) * i128::from(worth.minor), i128::from(from.minor));
        let rounded = (value + value.signum() * (of / 2)) / of;
        Some(Money { minor: i64::try_from(rounded).ok()?, currency: own })
    })
}

/// Where an open opportunity stands to the funnel. An amount at the threshold is inside.
pub fn funnel_place(account: &Account, opportunity: &Opportunity) -> FunnelPlace {
    let Some(amount) = opportunity.amount else { return FunnelPlace::NoAmount };
    if amount.minor < 0 {
        return FunnelPlace::Negative;
    }
    let threshold = account.profile.pipeline.off_funnel_threshold;
    // In one and the same currency no rate is needed.
    let is_small = |amount: Money, least: Money| amount.currency == least.currency && amount.minor < least.minor;
    let Some(own) = converted(account, amount) else {
        let is_outside = threshold.is_some_and(|least| is_small(amount, least));
        return if is_outside { FunnelPlace::Outside } else { FunnelPlace::NoRate };
    };
    match threshold.and_then(|least| converted(account, least)) {
        Some(least) if is_small(own, least) => FunnelPlace::Outside,
        Some(_) | None => FunnelPlace::In(own),
    }
}

/// Sums the open opportunities in the account's currency. Source: methods F1, F4, F5.
pub fn funnel(account: &Account, rules: &Rules) -> Funnel {
    let none = Money { minor: 0, currency: account.profile.currency };
    let rates = stage_rates(account, rules);
    let empty = |stage: &FunnelStage| StageSum { stage: *stage, count: 0, amount: none, weighted: none };
    let mut funnel = Funnel {
        stages: FunnelStage::ALL.iter().map(empty).collect(),
        open: 0,
        stageless: 0,
        off_funnel: 0,
        amount: none,
        weighted: none,
        currencies: Vec::new(),
        other_currencies: 0,
    };
    let mut currencies: BTreeMap<Currency, CurrencySum> = BTreeMap::new();
    let is_open = |opportunity: &&Opportunity| opportunity.status == OpportunityStatus::Open;
    for opportunity in account.all::<Opportunity>().filter(is_open) {
        funnel.open += 1;
        let amount = match funnel_place(account, opportunity) {
            FunnelPlace::Outside => {
                funnel.off_funnel += 1;
                continue;
            }
            FunnelPlace::In(amount) => Some(amount),
            FunnelPlace::NoRate => {
                funnel.other_currencies += 1;
                None
            }
            FunnelPlace::NoAmount | FunnelPlace::Negative => None,
        };
        if let Some(said) = opportunity.amount.filter(|said| said.minor >= 0) {
            let zero = Money { minor: 0, currency: said.currency };
            let sum =
                currencies.entry(said.currency).or_insert(CurrencySum { count: 0, amount: zero, converted: None });
            sum.count += 1;
            add(&mut sum.amount, said);
        }
        let weighted = amount.unwrap_or(none).percent(rate_of(opportunity, &rates).unwrap_or(0));
        add(&mut funnel.amount, amount.unwrap_or(none));
        add(&mut funnel.weighted, weighted);
        let Some(stage) = opportunity.stage else {
            funnel.stageless += 1;
            continue;
        };
        let sum = &mut funnel.stages[stage as usize];
        sum.count += 1;
        add(&mut sum.amount, amount.unwrap_or(none));
        add(&mut sum.weighted, weighted);
    }
    let in_own = |sum: CurrencySum| CurrencySum { converted: converted(account, sum.amount), ..sum };
    funnel.currencies = currencies.into_values().map(in_own).collect();
    funnel
}

fn add(sum: &mut Money, amount: Money) {
    sum.minor = sum.minor.saturating_add(amount.minor);
}
