//! Schema 1: the records of the pipeline, their fields on disk.

use chrono::NaiveDate;

use super::record::stored;
use crate::model::{
    ExchangeRate, FunnelStage, FunnelWeek, FunnelWeekId, Money, SnapshotOpportunity, StageRate, StageWeight,
};

stored! {
    StageRate, "StageRate", inline, StageRate::default(), kept {
        stage: Option<FunnelStage> => stage,
        percent: Option<u8> => percent,
    }
    ExchangeRate, "ExchangeRate", inline, ExchangeRate::default(), kept {
        amount: Option<Money> => amount,
        worth: Option<Money> => worth,
    }
    FunnelWeek, "FunnelWeek", block, FunnelWeek::new(FunnelWeekId::from_bits(0)), kept {
        id: FunnelWeekId => id,
        taken: Option<NaiveDate> => taken,
        stages: Vec<StageWeight> => stages,
        sold: Option<Money> => sold,
        opportunities: Vec<SnapshotOpportunity> => opportunities,
    }
    StageWeight, "StageWeight", inline, StageWeight::default(), kept {
        stage: Option<FunnelStage> => stage,
        weighted: Option<Money> => weighted,
    }
}
