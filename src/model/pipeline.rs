//! What the user sets for the funnel of an account, and the funnel as it stood week by week.

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, records};
use super::{FunnelStage, Money, SnapshotOpportunity};

id_types! {
    /// The id of a [`FunnelWeek`].
    FunnelWeekId,
}
records! { FunnelWeek, FunnelWeekId, funnel_weeks }

/// What the user sets for the funnel of an account; empty takes what the method ships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PipelineSettings {
    /// Win rates of the account's own, instead of the method's.
    pub stage_rates: Vec<StageRate>,
    /// Opportunities below this amount stand outside the funnel. Source: methods F4.
    pub off_funnel_threshold: Option<Money>,
    /// Small orders sold so far that stand nowhere as an opportunity. Source: methods F4.
    pub off_funnel_sold: Option<Money>,
    /// Small orders to be expected in the rest of the period. Source: methods F4.
    pub off_funnel_expected: Option<Money>,
    /// What is to be sold in a quarter; progress is measured against it. Source: methods F3.
    pub quarter_task: Option<Money>,
    /// The first day of the period; what was won before it is no sale of this period.
    pub sales_since: Option<NaiveDate>,
    /// Days between two records of the funnel.
    pub progress_days: Option<u8>,
    /// What amounts in other currencies are worth.
    pub exchange_rates: Vec<ExchangeRate>,
}

/// The win rate of a stage in this account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageRate {
    /// Which stage.
    pub stage: Option<FunnelStage>,
    /// The rate, in percent.
    pub percent: Option<u8>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// What an amount in one currency is worth in another: a pair of amounts, as the model has no floats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExchangeRate {
    /// The amount.
    pub amount: Option<Money>,
    /// Its worth.
    pub worth: Option<Money>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// What stood in one stage on a day, times its win rates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageWeight {
    /// Which stage; `None` for opportunities without one that had a rate of their own.
    pub stage: Option<FunnelStage>,
    /// The weighted amount.
    pub weighted: Option<Money>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// The funnel as it stood on a day: progress is measured against it. Source: methods F3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelWeek {
    /// The record's id.
    pub id: FunnelWeekId,
    /// The day.
    pub taken: Option<NaiveDate>,
    /// Weighted amounts by stage.
    pub stages: Vec<StageWeight>,
    /// What was sold by then, small orders included.
    pub sold: Option<Money>,
    /// The open opportunities then, to see which of them stand still.
    pub opportunities: Vec<SnapshotOpportunity>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl FunnelWeek {
    /// A record with nothing filled in.
    pub fn new(id: FunnelWeekId) -> Self {
        Self { id, taken: None, stages: Vec::new(), sold: None, opportunities: Vec::new(), kept: Kept::default() }
    }
}
