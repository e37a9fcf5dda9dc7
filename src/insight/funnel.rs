//! The funnel: amounts by stage, weighted by win rate.

use crate::method::Rules;
use crate::model::{Account, Coded, FunnelStage, Money, Opportunity, OpportunityStatus};

/// What stands in one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageSum {
    /// The stage.
    pub stage: FunnelStage,
    /// Open opportunities.
    pub count: usize,
    /// Their amounts.
    pub amount: Money,
    /// Their amounts times their win rates.
    pub weighted: Money,
}

/// The funnel of an account in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// All six stages, in order.
    pub stages: Vec<StageSum>,
    /// Open opportunities, whatever they hold.
    pub open: usize,
    /// All amounts.
    pub amount: Money,
    /// All weighted amounts.
    pub weighted: Money,
    /// Open opportunities with an amount in another currency, which are not summed.
    pub other_currencies: usize,
}

/// The win rate that holds for an opportunity, in percent: its own, else its stage's.
pub fn rate_of(opportunity: &Opportunity, rules: &Rules) -> Option<u8> {
    opportunity.rate.or_else(|| Some(rules.stage_rates[opportunity.stage? as usize]))
}

/// Sums the open opportunities in the account's currency. Source: methods F1, F5.
pub fn funnel(account: &Account, rules: &Rules) -> Funnel {
    let currency = account.profile.currency;
    let none = Money { minor: 0, currency };
    let empty = |stage: &FunnelStage| StageSum { stage: *stage, count: 0, amount: none, weighted: none };
    let mut funnel = Funnel {
        stages: FunnelStage::ALL.iter().map(empty).collect(),
        open: 0,
        amount: none,
        weighted: none,
        other_currencies: 0,
    };
    let is_open = |opportunity: &&Opportunity| opportunity.status == OpportunityStatus::Open;
    for opportunity in account.all::<Opportunity>().filter(is_open) {
        funnel.open += 1;
        let amount = match opportunity.amount {
            Some(amount) if amount.currency != currency => {
                funnel.other_currencies += 1;
                continue;
            }
            Some(amount) => amount,
            None => none,
        };
        let weighted = amount.percent(rate_of(opportunity, rules).unwrap_or(0));
        add(&mut funnel.amount, amount);
        add(&mut funnel.weighted, weighted);
        if let Some(stage) = opportunity.stage {
            let sum = &mut funnel.stages[stage as usize];
            sum.count += 1;
            add(&mut sum.amount, amount);
            add(&mut sum.weighted, weighted);
        }
    }
    funnel
}

fn add(sum: &mut Money, amount: Money) {
    sum.minor = sum.minor.saturating_add(amount.minor);
}
