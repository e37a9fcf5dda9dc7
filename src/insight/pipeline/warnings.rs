//! What to worry about in a funnel: concentration, standstill, dates past, sums that cannot be made.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::open;
use crate::insight::funnel::{Funnel, FunnelPlace, funnel_place, rate_of, stage_rates};
use crate::method::Rules;
use crate::model::{
    Account, Currency, FunnelStage, FunnelWeek, Opportunity, OpportunityId, OpportunityStatus, Snapshot,
    SnapshotOpportunity,
};

/// Something about the funnel to worry about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PipelineWarning {
    /// Few opportunities of one stage carry much of the weighted value.
    StageHeavy {
        /// The stage.
        stage: FunnelStage,
        /// Its share, in percent.
        percent: u8,
        /// The opportunities.
        opportunities: Vec<OpportunityId>,
    },
    /// One opportunity carries much of the weighted value.
    OpportunityHeavy {
        /// The opportunity.
        opportunity: OpportunityId,
        /// Its share, in percent.
        percent: u8,
    },
    /// An opportunity has not left its stage for long.
    Stuck {
        /// The opportunity.
        opportunity: OpportunityId,
        /// Its stage.
        stage: FunnelStage,
        /// For at least so many days.
        days: i64,
    },
    /// An open opportunity whose closing date is past.
    PastClose {
        /// The opportunity.
        opportunity: OpportunityId,
        /// Since so many days.
        days: i64,
    },
    /// Amounts that are not summed: their currency has no rate.
    NoRate {
        /// The currency.
        currency: Currency,
        /// The opportunities.
        opportunities: Vec<OpportunityId>,
    },
    /// An amount below nothing, which is not summed.
    Negative {
        /// The opportunity.
        opportunity: OpportunityId,
    },
}

/// The warnings: what is concentrated first, then by opportunity in the order of the list.
pub(super) fn warnings(account: &Account, funnel: &Funnel, rules: &Rules, today: NaiveDate) -> Vec<PipelineWarning> {
    let mut warnings = heavy(account, funnel, rules);
    let entered = stage_since(account, today);
    for opportunity in account.ranked::<Opportunity>() {
        if opportunity.status != OpportunityStatus::Open {
            continue;
        }
        let id = opportunity.id;
        if let (Some(stage), Some(since)) = (opportunity.stage, entered.get(&id)) {
            let days = (today - *since).num_days();
            if days >= i64::from(rules.pipeline.stuck_days[stage as usize]) {
                warnings.push(PipelineWarning::Stuck { opportunity: id, stage, days });
            }
        }
        if let Some(close) = opportunity.close.filter(|close| *close < today) {
            warnings.push(PipelineWarning::PastClose { opportunity: id, days: (today - close).num_days() });
        }
        if funnel_place(account, opportunity) == FunnelPlace::Negative {
            warnings.push(PipelineWarning::Negative { opportunity: id });
        }
    }
    warnings.extend(without_rate(account));
    warnings
}

/// What carries much of the weighted value. Source: methods F5.
fn heavy(account: &Account, funnel: &Funnel, rules: &Rules) -> Vec<PipelineWarning> {
    let rates = stage_rates(account, rules);
    let mut weights: Vec<(&Opportunity, i64)> = Vec::new();
    for opportunity in open(account) {
        if let FunnelPlace::In(amount) = funnel_place(account, opportunity) {
            weights.push((opportunity, amount.percent(rate_of(opportunity, &rates).unwrap_or(0)).minor));
        }
    }
    let limits = &rules.pipeline;
    if weights.len() < limits.least_opportunities || funnel.weighted.minor <= 0 {
        return Vec::new();
    }
    let percent = |part: i64| {
        let exact = i128::from(part) * 100 / i128::from(funnel.weighted.minor);
        u8::try_from(exact.clamp(0, 100)).unwrap_or(100)
    };
    let own = |(opportunity, weight): &(&Opportunity, i64)| {
        let (opportunity, percent) = (opportunity.id, percent(*weight));
        (percent >= limits.opportunity_percent).then_some(PipelineWarning::OpportunityHeavy { opportunity, percent })
    };
    let mut warnings: Vec<PipelineWarning> = weights.iter().filter_map(own).collect();
    for sum in &funnel.stages {
        let carriers: Vec<OpportunityId> = weights
            .iter()
            .filter(|(opportunity, weight)| opportunity.stage == Some(sum.stage) && *weight > 0)
            .map(|(opportunity, _)| opportunity.id)
            .collect();
        let (percent, count) = (percent(sum.weighted.minor), carriers.len());
        // One alone has its own warning.
        if percent >= limits.stage_percent && (2..=limits.stage_opportunities).contains(&count) {
            warnings.push(PipelineWarning::StageHeavy { stage: sum.stage, percent, opportunities: carriers });
        }
    }
    warnings
}

/// Since when each open opportunity is known to stand in its stage: the first day of the unbroken row of records and
/// snapshots that say so, up to today. One that never was recorded in its stage is not named.
fn stage_since(account: &Account, today: NaiveDate) -> BTreeMap<OpportunityId, NaiveDate> {
    let weeks = account.all::<FunnelWeek>().map(|week| (week.taken, &week.opportunities));
    let snapshots = account.all::<Snapshot>().map(|snapshot| (snapshot.taken, &snapshot.opportunities));
    let mut records: Vec<(NaiveDate, &Vec<SnapshotOpportunity>)> =
        weeks.chain(snapshots).filter_map(|(day, then)| Some((day.filter(|day| *day <= today)?, then))).collect();
    records.sort_by_key(|(day, _)| *day);
    let mut since: BTreeMap<OpportunityId, NaiveDate> = BTreeMap::new();
    for (day, opportunities) in records {
        for then in opportunities {
            let now = account.get::<Opportunity>(then.opportunity);
            let Some(now) = now.filter(|now| now.stage.is_some()) else { continue };
            if then.stage == now.stage && then.status == OpportunityStatus::Open {
                since.entry(now.id).or_insert(day);
            } else {
                since.remove(&now.id);
            }
        }
    }
    since
}

/// The currencies without a rate, with the opportunities they leave out.
fn without_rate(account: &Account) -> Vec<PipelineWarning> {
    let mut lacking: BTreeMap<Currency, Vec<OpportunityId>> = BTreeMap::new();
    let is_won = |opportunity: &&Opportunity| opportunity.status == OpportunityStatus::Won;
    let won = account.all::<Opportunity>().filter(is_won);
    for opportunity in open(account).chain(won) {
        if let (FunnelPlace::NoRate, Some(amount)) = (funnel_place(account, opportunity), opportunity.amount) {
            lacking.entry(amount.currency).or_default().push(opportunity.id);
        }
    }
    let warning = |(currency, opportunities)| PipelineWarning::NoRate { currency, opportunities };
    lacking.into_iter().map(warning).collect()
}
