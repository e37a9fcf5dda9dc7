//! Priorities: size of the result by probability of success, in four fields. Source: methods A13 and 14, no. 5.

use std::collections::BTreeSet;

use super::super::{converted, rate_of, stage_rates};
use super::gap::gap;
use crate::method::{GrowthGuide, Rules};
use crate::model::{
    Account, Coded, GrowthLever, GrowthLeverId, LeverKind, Money, Opportunity, OpportunityId, OpportunityStatus,
};

/// What to do with a chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PriorityField {
    /// Large and likely.
    ActNow,
    /// Large and unlikely, unless the mixed fields are swapped.
    PlanAttack,
    /// Small and likely, unless the mixed fields are swapped.
    WaitForChance,
    /// Small and unlikely.
    Shelve,
}

impl Coded for PriorityField {
    const KIND: &'static str = "priority-field";
    const ALL: &'static [Self] = &[Self::ActNow, Self::PlanAttack, Self::WaitForChance, Self::Shelve];

    fn code(self) -> &'static str {
        match self {
            Self::ActNow => "ActNow",
            Self::PlanAttack => "PlanAttack",
            Self::WaitForChance => "WaitForChance",
            Self::Shelve => "Shelve",
        }
    }
}

impl PriorityField {
    /// The field of a result; `is_swapped` lets the two mixed fields change places.
    pub fn of(is_large: bool, is_likely: bool, is_swapped: bool) -> Self {
        match (is_large, is_likely) {
            (true, true) => Self::ActNow,
            (false, false) => Self::Shelve,
            (true, false) if is_swapped => Self::WaitForChance,
            (true, false) => Self::PlanAttack,
            (false, true) if is_swapped => Self::PlanAttack,
            (false, true) => Self::WaitForChance,
        }
    }
}

/// A chance to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PriorityItem {
    /// A growth lever.
    Lever(GrowthLeverId),
    /// An open opportunity.
    Opportunity(OpportunityId),
}

/// A chance in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which one.
    pub item: PriorityItem,
    /// The size of its result, in the account's currency.
    pub amount: Money,
    /// The probability of success, in percent.
    pub probability: u8,
    /// The field.
    pub field: PriorityField,
}

/// Why a chance has no place yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnplaced {
    /// It says no amount.
    NoAmount,
    /// Its currency has no rate.
    NoRate,
    /// It says no probability.
    NoProbability,
    /// Nobody has said from which amount a result is large, and no target says it either.
    NoLimit,
}

/// A chance without a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Which one.
    pub item: PriorityItem,
    /// What it lacks first.
    pub why: WhyUnplaced,
}

/// Levers and open opportunities by size and probability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// From which amount on a result is large, in the account's currency; above nothing.
    pub large_from: Option<Money>,
    /// From which probability on success is likely, in percent.
    pub likely_from: u8,
    /// Whether the two mixed fields have changed places.
    pub is_swapped: bool,
    /// Levers in the order of the list, then opportunities in theirs.
    pub placed: Vec<Placed>,
    /// What has no place yet, in the same order.
    pub unplaced: Vec<Unplaced>,
}

/// Places levers and open opportunities. What stands on a limit is large, or likely. A lever that is placed stands for
/// its opportunity, which is not placed again. Cost: a walk over levers and opportunities.
pub fn priority(account: &Account, rules: &Rules, guide: &GrowthGuide) -> Priority {
    let plan = &account.plan;
    let own_limit = plan.large_amount.filter(|amount| amount.minor > 0).and_then(|amount| converted(account, amount));
    let of_target = || gap(account).target.amount().map(|target| target.percent(guide.large_percent));
    let large_from = own_limit.or_else(of_target).filter(|limit| limit.minor > 0);
    let likely_from = plan.likely_from.filter(|percent| *percent <= 100).unwrap_or(guide.likely_from);
    let is_swapped = plan.is_mixed_swapped;
    let mut found = Priority { large_from, likely_from, is_swapped, placed: Vec::new(), unplaced: Vec::new() };
    let mut stood_for: BTreeSet<OpportunityId> = BTreeSet::new();
    for lever in account.ranked::<GrowthLever>() {
        if found.place(account, PriorityItem::Lever(lever.id), result(lever), lever.probability) {
            stood_for.extend(lever.opportunity);
        }
    }
    let rates = stage_rates(account, rules);
    for opportunity in account.ranked::<Opportunity>() {
        let is_open = opportunity.status == OpportunityStatus::Open;
        if is_open && !stood_for.contains(&opportunity.id) {
            let (item, rate) = (PriorityItem::Opportunity(opportunity.id), rate_of(opportunity, &rates));
            found.place(account, item, opportunity.amount, rate);
        }
    }
    found
}

/// The size of a lever's result. Dropping business brings no revenue: it counts by its contribution where that is said.
fn result(lever: &GrowthLever) -> Option<Money> {
    match lever.kind {
        Some(LeverKind::Drop) => lever.margin.or(lever.amount),
        Some(_) | None => lever.amount,
    }
}

impl Priority {
    /// Puts a chance into its field, or among those without one; gives whether it has a field.
    fn place(&mut self, account: &Account, item: PriorityItem, amount: Option<Money>, probability: Option<u8>) -> bool {
        // A file may say more than all of it.
        let probability = probability.filter(|percent| *percent <= 100);
        let own = amount.and_then(|amount| converted(account, amount));
        let why = match (amount, own, probability, self.large_from) {
            (None, ..) => WhyUnplaced::NoAmount,
            (Some(_), None, ..) => WhyUnplaced::NoRate,
            (.., None, _) => WhyUnplaced::NoProbability,
            (.., None) => WhyUnplaced::NoLimit,
            (Some(_), Some(amount), Some(probability), Some(limit)) => {
                let (is_large, is_likely) = (amount.minor >= limit.minor, probability >= self.likely_from);
                let field = PriorityField::of(is_large, is_likely, self.is_swapped);
                self.placed.push(Placed { item, amount, probability, field });
                return true;
            }
        };
        self.unplaced.push(Unplaced { item, why });
        false
    }
}
