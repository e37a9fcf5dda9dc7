//! What the funnel is good for: forecast, progress since the last record, what to worry about.

mod warnings;

use chrono::{Days, NaiveDate};

use super::funnel::{Funnel, converted, funnel};
use crate::method::Rules;
use crate::model::{
    Account, Currency, FunnelWeek, FunnelWeekId, Kept, Money, Opportunity, OpportunityStatus, SnapshotOpportunity,
    StageWeight,
};

pub use warnings::PipelineWarning;
use warnings::warnings;

/// A part of a whole, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: Money,
    /// The whole, above nothing and in the same currency.
    pub whole: Money,
}

impl Share {
    /// Part by whole.
    #[expect(clippy::cast_precision_loss, reason = "a ratio to be looked at")]
    pub fn value(self) -> f64 {
        self.part.minor as f64 / self.whole.minor as f64
    }

    /// The share in tenths of a percent, rounded: 465 for 46.5 %.
    pub fn permille(self) -> i64 {
        let (exact, whole) = (i128::from(self.part.minor) * 1_000, i128::from(self.whole.minor.max(1)));
        i64::try_from((exact + exact.signum() * (whole / 2)) / whole).unwrap_or(i64::MAX)
    }
}

/// An amount measured against what the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quota {
    /// Nothing is wanted yet.
    Unset,
    /// What is wanted is nothing or less: no ratio.
    NotPositive,
    /// What is wanted is in a currency without a rate.
    NoRate(Currency),
    /// So much of it.
    Of(Share),
}

/// How the funnel has moved since a record. Source: methods F3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The day of the record.
    pub since: NaiveDate,
    /// Change of the weighted amount of open opportunities.
    pub weighted: Money,
    /// Change of what is sold.
    pub sold: Money,
    /// Both together.
    pub moved: Money,
    /// Against the quarter's task.
    pub against: Quota,
}

/// The funnel with what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pipeline {
    /// The funnel.
    pub funnel: Funnel,
    /// What is sold: opportunities won in the period and small orders. Source: methods F2, F4.
    pub sold: Money,
    /// Small orders expected in the rest of the period. Source: methods F4.
    pub expected: Money,
    /// Sold, expected and weighted together.
    pub forecast: Money,
    /// The forecast against the target. Source: methods F2.
    pub against: Quota,
    /// The progress since the last record that is old enough; `None` in the first week.
    pub progress: Option<Progress>,
    /// The first day on which there will be a progress; `None` where nothing was recorded yet.
    pub progress_from: Option<NaiveDate>,
    /// What to worry about.
    pub warnings: Vec<PipelineWarning>,
}

/// Forecast, progress and warnings of an account on a day. Cost: one walk over the opportunities and one over those
/// in snapshots and records. Source: methods F2 to F5.
pub fn pipeline(account: &Account, rules: &Rules, today: NaiveDate) -> Pipeline {
    let funnel = funnel(account, rules);
    let sold = sold(account);
    let settings = &account.profile.pipeline;
    let expected = own_or_nothing(account, settings.off_funnel_expected);
    let forecast = sum(sum(sold, expected), funnel.weighted);
    let oldest = account.all::<FunnelWeek>().filter_map(|week| week.taken).filter(|day| *day <= today).min();
    Pipeline {
        against: quota(account, forecast, account.profile.target),
        progress: progress(account, (funnel.weighted, sold), rules, today),
        progress_from: oldest.and_then(|day| day.checked_add_days(interval(account, rules))),
        warnings: warnings(account, &funnel, rules, today),
        funnel,
        sold,
        expected,
        forecast,
    }
}

/// Whether the funnel is to be recorded: it holds something, and the last record is a week old or missing.
pub fn is_week_due(account: &Account, rules: &Rules, today: NaiveDate) -> bool {
    let last = account.all::<FunnelWeek>().filter_map(|week| week.taken).filter(|day| *day <= today).max();
    let is_old = |day: NaiveDate| day.checked_add_days(interval(account, rules)).is_none_or(|due| due <= today);
    let holds = || account.all::<Opportunity>().any(|opportunity| opportunity.amount.is_some_and(|sum| sum.minor > 0));
    last.is_none_or(is_old) && holds()
}

/// The funnel as it stands today, to be recorded.
pub fn funnel_week(account: &Account, rules: &Rules, today: NaiveDate, id: FunnelWeekId) -> FunnelWeek {
    let funnel = funnel(account, rules);
    let kept = Kept::default;
    let in_stages = funnel.stages.iter().fold(0_i64, |sum, stage| sum.saturating_add(stage.weighted.minor));
    let rest = Money { minor: funnel.weighted.minor.saturating_sub(in_stages), ..funnel.weighted };
    let weight = |stage, weighted| StageWeight { stage, weighted: Some(weighted), kept: kept() };
    let stages = funnel.stages.iter().map(|sum| weight(Some(sum.stage), sum.weighted));
    let then = |opportunity: &Opportunity| SnapshotOpportunity {
        opportunity: opportunity.id,
        name: opportunity.name.clone(),
        amount: opportunity.amount,
        stage: opportunity.stage,
        status: opportunity.status,
        kept: kept(),
    };
    FunnelWeek {
        taken: Some(today),
        stages: stages.chain((rest.minor != 0).then(|| weight(None, rest))).collect(),
        sold: Some(sold(account)),
        opportunities: open(account).map(then).collect(),
        ..FunnelWeek::new(id)
    }
}

fn interval(account: &Account, rules: &Rules) -> Days {
    let own = account.profile.pipeline.progress_days.filter(|days| *days > 0);
    Days::new(u64::from(own.unwrap_or(rules.pipeline.progress_days)))
}

fn open(account: &Account) -> impl Iterator<Item = &Opportunity> {
    account.all::<Opportunity>().filter(|opportunity| opportunity.status == OpportunityStatus::Open)
}

/// What was won in the period, and small orders that stand nowhere. Source: methods F4.
fn sold(account: &Account) -> Money {
    let settings = &account.profile.pipeline;
    let is_won = |opportunity: &&Opportunity| {
        let is_early = opportunity.close.zip(settings.sales_since).is_some_and(|(close, since)| close < since);
        opportunity.status == OpportunityStatus::Won && !is_early
    };
    let won = account.all::<Opportunity>().filter(is_won).map(|opportunity| opportunity.amount);
    won.fold(own_or_nothing(account, settings.off_funnel_sold), |all, won| sum(all, own_or_nothing(account, won)))
}

/// An amount in the account's currency; nothing where there is none, no rate, or less than nothing.
fn own_or_nothing(account: &Account, amount: Option<Money>) -> Money {
    let none = Money { minor: 0, currency: account.profile.currency };
    amount.filter(|amount| amount.minor >= 0).and_then(|amount| converted(account, amount)).unwrap_or(none)
}

fn sum(one: Money, other: Money) -> Money {
    Money { minor: one.minor.saturating_add(other.minor), currency: one.currency }
}

fn difference(one: Money, other: Money) -> Money {
    Money { minor: one.minor.saturating_sub(other.minor), currency: one.currency }
}

/// `part` against what is wanted: never a ratio to nothing.
fn quota(account: &Account, part: Money, wanted: Option<Money>) -> Quota {
    let Some(wanted) = wanted else { return Quota::Unset };
    if wanted.minor <= 0 {
        return Quota::NotPositive;
    }
    match converted(account, wanted) {
        Some(whole) if whole.minor > 0 => Quota::Of(Share { part, whole }),
        Some(_) => Quota::NotPositive,
        None => Quota::NoRate(wanted.currency),
    }
}

/// Against the youngest record that is as old as the interval. The weighted amount is that of open opportunities
/// alone: with sales in it, an opportunity that closes would count twice. Source: methods F3, corrected.
fn progress(account: &Account, (weighted, sold): (Money, Money), rules: &Rules, today: NaiveDate) -> Option<Progress> {
    let day = |week: &FunnelWeek| {
        week.taken.filter(|day| day.checked_add_days(interval(account, rules)).is_some_and(|due| due <= today))
    };
    let record =
        account.all::<FunnelWeek>().filter(|week| day(week).is_some()).max_by_key(|week| (day(week), week.id))?;
    let then = weighted_then(account, record)?;
    let sold_then = converted(account, record.sold?)?;
    let (weighted, sold) = (difference(weighted, then), difference(sold, sold_then));
    let moved = sum(weighted, sold);
    let against = quota(account, moved, account.profile.pipeline.quarter_task);
    Some(Progress { since: record.taken?, weighted, sold, moved, against })
}

/// The weighted amount of a record; `None` where one of its parts is not known.
fn weighted_then(account: &Account, week: &FunnelWeek) -> Option<Money> {
    let none = Money { minor: 0, currency: account.profile.currency };
    week.stages.iter().try_fold(none, |all, stage| Some(sum(all, converted(account, stage.weighted?)?)))
}
