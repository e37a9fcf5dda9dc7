//! From today's revenue to the target: what each kind of lever closes, and what stays open. Source: methods A12.

use super::super::converted;
use super::{less, sum};
use crate::model::{Account, Coded, Currency, GrowthLever, GrowthLeverId, LeverKind, Money};

/// An amount that a gap starts or ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Nobody has said it.
    Unset,
    /// Less than it can be: revenue below nothing, a target of nothing.
    Unsound,
    /// In a currency without a rate.
    NoRate(Currency),
    /// This, in the account's currency.
    Is(Money),
}

impl Base {
    fn of(account: &Account, amount: Option<Money>, least: i64) -> Self {
        match amount {
            None => Self::Unset,
            Some(amount) if amount.minor < least => Self::Unsound,
            Some(amount) => converted(account, amount).map_or(Self::NoRate(amount.currency), Self::Is),
        }
    }

    /// The amount where it is known.
    pub fn amount(self) -> Option<Money> {
        match self {
            Self::Is(amount) => Some(amount),
            Self::Unset | Self::Unsound | Self::NoRate(_) => None,
        }
    }
}

/// What the levers of one kind bring together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeverBar {
    /// The kind; `None` for levers that say none.
    pub kind: Option<LeverKind>,
    /// What they bring, in the account's currency.
    pub amount: Money,
    /// The levers, in the order of the list.
    pub levers: Vec<GrowthLeverId>,
}

/// What the levers bring, kind by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeverSum {
    /// Kinds with an amount in the order of their scale, levers without a kind last.
    pub bars: Vec<LeverBar>,
    /// All together, in the account's currency.
    pub all: Money,
    /// Levers without an amount, which are left out.
    pub without: Vec<GrowthLeverId>,
    /// Levers in a currency without a rate, which are left out.
    pub no_rate: Vec<GrowthLeverId>,
}

/// From today's revenue to the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Today's revenue.
    pub current: Base,
    /// The target.
    pub target: Base,
    /// What the levers bring in revenue.
    pub levers: LeverSum,
    /// What stays open: target less today's revenue less the levers; below nothing where they bring more than is
    /// needed, `None` where revenue or target is not known.
    pub residual: Option<Money>,
}

/// What the levers bring in contribution, against what is wanted. What the account contributes today is not known to
/// the plan, so that there is no gap, only what present business has to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarginGap {
    /// The contribution wanted.
    pub wanted: Base,
    /// What managing the account may cost.
    pub cost: Base,
    /// What the levers bring.
    pub levers: LeverSum,
    /// What present business has to bring: wanted less the levers.
    pub rest: Option<Money>,
    /// What is left of the contribution wanted once the account is managed.
    pub left: Option<Money>,
}

/// The gap of revenue. Cost: a walk over the levers.
pub fn gap(account: &Account) -> Gap {
    let current = Base::of(account, account.profile.revenue, 0);
    let target = Base::of(account, account.profile.target, 1);
    let levers = levers(account, |lever| lever.amount);
    let both = current.amount().zip(target.amount());
    let residual = both.map(|(current, target)| less(less(target, current), levers.all));
    Gap { current, target, levers, residual }
}

/// What the levers bring in contribution. Cost: a walk over the levers.
pub fn margin_gap(account: &Account) -> MarginGap {
    let wanted = Base::of(account, account.plan.contribution, 0);
    let cost = Base::of(account, account.plan.management_cost, 0);
    let levers = levers(account, |lever| lever.margin);
    let rest = wanted.amount().map(|wanted| less(wanted, levers.all));
    let left = wanted.amount().zip(cost.amount()).map(|(wanted, cost)| less(wanted, cost));
    MarginGap { wanted, cost, levers, rest, left }
}

/// Whether a lever drops business and yet says that revenue grows by it: most likely a sign is missing.
pub fn is_drop_gain(lever: &GrowthLever) -> bool {
    lever.kind == Some(LeverKind::Drop) && lever.amount.is_some_and(|amount| amount.minor > 0)
}

fn levers(account: &Account, amount: impl Fn(&GrowthLever) -> Option<Money>) -> LeverSum {
    let currency = account.profile.currency;
    let (mut known, mut without, mut no_rate) = (Vec::new(), Vec::new(), Vec::new());
    for lever in account.ranked::<GrowthLever>() {
        match amount(lever).map(|amount| converted(account, amount)) {
            Some(Some(own)) => known.push((lever, own)),
            Some(None) => no_rate.push(lever.id),
            None => without.push(lever.id),
        }
    }
    let kinds = LeverKind::ALL.iter().copied().map(Some).chain([None]);
    let bar = |kind: Option<LeverKind>| {
        let of_kind = || known.iter().filter(move |(lever, _)| lever.kind == kind);
        let levers: Vec<GrowthLeverId> = of_kind().map(|(lever, _)| lever.id).collect();
        let amount = sum(currency, of_kind().map(|(_, own)| *own));
        (!levers.is_empty()).then_some(LeverBar { kind, amount, levers })
    };
    let bars = kinds.filter_map(bar).collect();
    LeverSum { bars, all: sum(currency, known.iter().map(|(_, own)| *own)), without, no_rate }
}
