//! The funnel's part of the account in which every field says something.

use account_atlas::model::{
    ExchangeRate, FunnelWeek, FunnelWeekId, Kept, PipelineSettings, SnapshotOpportunity, StageRate, StageWeight,
};

use super::full_account::{day, money, nth, percent};

pub fn settings() -> PipelineSettings {
    PipelineSettings {
        stage_rates: vec![StageRate { stage: Some(nth(1)), percent: percent(3), kept: Kept::default() }; 2],
        off_funnel_threshold: money(1),
        off_funnel_sold: money(2),
        off_funnel_expected: money(3),
        quarter_task: money(4),
        sales_since: day(6),
        progress_days: Some(255),
        exchange_rates: vec![ExchangeRate { amount: money(4), worth: money(1), kept: Kept::default() }],
    }
}

pub fn week(id: FunnelWeekId, number: usize, then: SnapshotOpportunity) -> FunnelWeek {
    let weight = StageWeight { stage: Some(nth(number)), weighted: money(number), kept: Kept::default() };
    FunnelWeek {
        id,
        taken: day(number),
        stages: vec![weight; number],
        sold: money(number),
        opportunities: vec![then; 2],
        kept: Kept::default(),
    }
}
