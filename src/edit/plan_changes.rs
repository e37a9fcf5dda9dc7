//! Which fields of the client's sheet and of the plan an edit can set.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::change::changes;
use super::changes::editable;
use crate::model::{
    BudgetLine, ClientSheet, ForecastLine, GrowthLever, InformationSource, LeverKind, MemberId, Money, OpportunityId,
    PersonId, PlanSheet, PlanningStep, PrincipleCheck, ResourceKind, ResourceNeed, ScoreAxis, ScoreLine,
    SupportingNotes, WorkloadSegment, YearAmount, YearOutline,
};

changes! {
    /// A new value in the client's sheet.
    ClientChange for ClientSheet {
        Mission(String) => mission,
        OutsideForces(String) => outside_forces,
        InsideForces(String) => inside_forces,
        Coherence(String) => coherence,
        IndustryTrend(String) => industry_trend,
        Quality(String) => quality,
        AnnualVolume(String) => annual_volume,
        Credit(String) => credit,
        PriceDemand(String) => price_demand,
        PaymentDays(Option<u16>) => payment_days,
        Drawings(String) => drawings,
        Technical(String) => technical,
        UsedFor(String) => used_for,
        Samples(String) => samples,
        PersonNeeds(String) => person_needs,
        FirmNeeds(String) => firm_needs,
        IndustryNeeds(String) => industry_needs,
        PurchasingProcess(String) => purchasing_process,
        PurchasingPeople(Vec<PersonId>) => purchasing_people,
        PurchasingDetail(String) => purchasing_detail,
        Sources(BTreeSet<InformationSource>) => sources,
        History(String) => history,
        Relation(String) => relation,
        Available(String) => available,
        Chances(String) => chances,
        Satisfaction(Option<u8>) => satisfaction,
        Loyalty(Option<u8>) => loyalty,
        Conversion(Option<u8>) => conversion,
        LifetimeValue(Option<Money>) => lifetime_value,
        Supporting(SupportingNotes) => supporting,
    }
    /// A new value of what the plan says beside its lists.
    PlanChange for PlanSheet {
        Summary(String) => summary,
        TrendRisks(String) => trend_risks,
        Inexperience(String) => inexperience,
        Contribution(Option<Money>) => contribution,
        ManagementCost(Option<Money>) => management_cost,
        ShareWanted(Option<u8>) => share_wanted,
        Mix(String) => mix,
        Operating(String) => operating,
        Outline(Vec<YearOutline>) => outline,
        ProgressMeasures(String) => progress_measures,
        TeamNote(String) => team_note,
        ForecastFrom(Option<u16>) => forecast_from,
        ForecastNote(String) => forecast_note,
        Principles(Vec<PrincipleCheck>) => principles,
        CycleStart(Option<NaiveDate>) => cycle_start,
        CycleWeeks(Option<u8>) => cycle_weeks,
        CycleDone(BTreeSet<PlanningStep>) => cycle_done,
        LargeAmount(Option<Money>) => large_amount,
        LikelyFrom(Option<u8>) => likely_from,
        IsMixedSwapped(bool) => is_mixed_swapped,
        MonthHours(Option<u16>) => month_hours,
        VisitShare(Option<u8>) => visit_share,
    }
    /// A new value of a line of a score.
    ScoreChange for ScoreLine {
        Axis(ScoreAxis) => axis,
        Criterion(String) => criterion,
        Weight(Option<u8>) => weight,
        Rating(Option<u8>) => rating,
        Evidence(String) => evidence,
    }
    /// A new value of a growth lever.
    LeverChange for GrowthLever {
        Kind(Option<LeverKind>) => kind,
        Text(String) => text,
        Amount(Option<Money>) => amount,
        Margin(Option<Money>) => margin,
        Probability(Option<u8>) => probability,
        Owner(Option<MemberId>) => owner,
        Opportunity(Option<OpportunityId>) => opportunity,
    }
    /// A new value of a line of the forecast.
    ForecastChange for ForecastLine {
        Region(String) => region,
        Platform(String) => platform,
        Years(Vec<YearAmount>) => years,
        Share(Option<u8>) => share,
        ShareWanted(Option<u8>) => share_wanted,
    }
    /// A new value of what is needed.
    NeedChange for ResourceNeed {
        Kind(Option<ResourceKind>) => kind,
        Text(String) => text,
        Function(String) => function,
        Member(Option<MemberId>) => member,
        Due(Option<NaiveDate>) => due,
        IsAgreed(bool) => is_agreed,
    }
    /// A new value of a line of the budget.
    BudgetChange for BudgetLine {
        Text(String) => text,
        Planned(Option<Money>) => planned,
        Spent(Option<Money>) => spent,
    }
    /// A new value of a line of the workload.
    WorkloadChange for WorkloadSegment {
        Name(String) => name,
        Count(Option<u16>) => count,
        Visits(Option<u16>) => visits,
        Months(Option<u8>) => months,
        Minutes(Option<u16>) => minutes,
        VisitsPlanned(Option<u16>) => visits_planned,
        MonthsPlanned(Option<u8>) => months_planned,
        MinutesPlanned(Option<u16>) => minutes_planned,
    }
}

editable! {
    ScoreLine: ScoreChange, rank; GrowthLever: LeverChange, rank; ForecastLine: ForecastChange, rank;
    ResourceNeed: NeedChange, rank; BudgetLine: BudgetChange, rank; WorkloadSegment: WorkloadChange, rank;
}
