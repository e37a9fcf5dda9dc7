//! Schema 1: what the plan says beside the map, its fields on disk.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::record::stored;
use crate::model::{
    BudgetLine, BudgetLineId, CheckMark, ForecastLine, ForecastLineId, GrowthLever, GrowthLeverId, LeverKind, MemberId,
    Money, OpportunityId, PlanPrinciple, PlanSheet, PlanningStep, PrincipleCheck, Rank, ResourceKind, ResourceNeed,
    ResourceNeedId, ReviewCheck, ReviewQuestion, WorkloadSegment, WorkloadSegmentId, YearAmount, YearOutline,
};

stored! {
    PlanSheet, "PlanSheet", block, PlanSheet::default(), kept {
        summary: String => summary,
        trend_risks: String => trend_risks,
        inexperience: String => inexperience,
        contribution: Option<Money> => contribution,
        management_cost: Option<Money> => management_cost,
        share_wanted: Option<u8> => share_wanted,
        mix: String => mix,
        operating: String => operating,
        outline: Vec<YearOutline> => outline,
        progress_measures: String => progress_measures,
        team_note: String => team_note,
        forecast_from: Option<u16> => forecast_from,
        forecast_note: String => forecast_note,
        principles: Vec<PrincipleCheck> => principles,
        cycle_start: Option<NaiveDate> => cycle_start,
        cycle_weeks: Option<u8> => cycle_weeks,
        cycle_done: BTreeSet<PlanningStep> => cycle_done,
        large_amount: Option<Money> => large_amount,
        likely_from: Option<u8> => likely_from,
        is_mixed_swapped: bool => is_mixed_swapped,
        month_hours: Option<u16> => month_hours,
        visit_share: Option<u8> => visit_share,
    }
    YearOutline, "YearOutline", inline, YearOutline::default(), kept {
        year: Option<u16> => year,
        text: String => text,
    }
    YearAmount, "YearAmount", inline, YearAmount::default(), kept {
        year: Option<u16> => year,
        amount: Option<Money> => amount,
    }
    PrincipleCheck, "PrincipleCheck", inline, PrincipleCheck::default(), kept {
        principle: Option<PlanPrinciple> => principle,
        mark: Option<CheckMark> => mark,
        note: String => note,
    }
    ReviewCheck, "ReviewCheck", inline, ReviewCheck::default(), kept {
        question: Option<ReviewQuestion> => question,
        mark: Option<CheckMark> => mark,
        note: String => note,
    }
    GrowthLever, "GrowthLever", block, GrowthLever::new(GrowthLeverId::from_bits(0)), kept {
        id: GrowthLeverId => id,
        kind: Option<LeverKind> => kind,
        text: String => text,
        amount: Option<Money> => amount,
        margin: Option<Money> => margin,
        probability: Option<u8> => probability,
        owner: Option<MemberId> => owner,
        opportunity: Option<OpportunityId> => opportunity,
        rank: Rank => rank,
    }
    ForecastLine, "ForecastLine", block, ForecastLine::new(ForecastLineId::from_bits(0)), kept {
        id: ForecastLineId => id,
        region: String => region,
        platform: String => platform,
        years: Vec<YearAmount> => years,
        share: Option<u8> => share,
        share_wanted: Option<u8> => share_wanted,
        rank: Rank => rank,
    }
    ResourceNeed, "ResourceNeed", inline, ResourceNeed::new(ResourceNeedId::from_bits(0)), kept {
        id: ResourceNeedId => id,
        kind: Option<ResourceKind> => kind,
        text: String => text,
        function: String => function,
        member: Option<MemberId> => member,
        due: Option<NaiveDate> => due,
        is_agreed: bool => is_agreed,
        rank: Rank => rank,
    }
    BudgetLine, "BudgetLine", inline, BudgetLine::new(BudgetLineId::from_bits(0)), kept {
        id: BudgetLineId => id,
        text: String => text,
        planned: Option<Money> => planned,
        spent: Option<Money> => spent,
        rank: Rank => rank,
    }
    WorkloadSegment, "WorkloadSegment", inline, WorkloadSegment::new(WorkloadSegmentId::from_bits(0)), kept {
        id: WorkloadSegmentId => id,
        name: String => name,
        count: Option<u16> => count,
        visits: Option<u16> => visits,
        months: Option<u8> => months,
        minutes: Option<u16> => minutes,
        visits_planned: Option<u16> => visits_planned,
        months_planned: Option<u8> => months_planned,
        minutes_planned: Option<u16> => minutes_planned,
        rank: Rank => rank,
    }
}
