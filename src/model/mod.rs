//! An account as plain values: seats, people, links, opportunities, the plan.
//!
//! The room knows nothing of files, words, colours, layouts or windows. It does no IO,
//! reads no clock and holds no floats; ids come from the host through [`Ids`].

mod account;
mod assessment;
mod buying;
mod client;
mod customer;
mod finding;
mod id;
mod link;
mod money;
mod opportunity;
mod people;
mod pipeline;
mod plan;
mod planning;
mod profile;
mod record;
mod scale;
mod snapshot;
mod strategy;

pub use account::{Account, AccountId};
pub use assessment::{Answer, AnswerMark, Background, Emphasis};
pub use buying::{
    BenefitId, BenefitRow, Buying, BuyingPhase, CriterionClass, CriterionId, CriterionMove, DecisionCriterion,
    DevelopmentStage, Fit, Need, NeedId, NeedKind, NeedLevel, ProcessStep, ProcessStepId, RivalFits, SaleType, SetBy,
};
pub use client::{
    ClientSheet, InformationSource, ScoreAxis, ScoreLine, ScoreLineId, SupportingItem, SupportingNotes, SupportingPart,
};
pub use customer::for_customer;
pub use finding::{FindingRule, Mute, MuteId, RuleValue};
pub use id::Ids;
pub use link::{Link, LinkId, LinkKind, Strength};
pub use money::{Currency, Money};
pub use opportunity::{Judged, Opportunity, OpportunityId, OpportunityJudgement};
pub use people::{
    Evidence, EvidenceList, Fact, Judgement, MAX_PHOTO_BYTES, Person, PersonId, Pin, Pins, Seat, SeatId, Tenure,
};
pub use pipeline::{ExchangeRate, FunnelWeek, FunnelWeekId, PipelineSettings, StageRate, StageWeight};
pub use plan::{
    Action, ActionId, Activity, ActivityId, Competitor, CompetitorId, Goal, GoalId, MemberId, Review, ReviewId, Risk,
    RiskId, SwotEntry, SwotId, TeamMember, TeamRelation, TeamRelationId,
};
pub use planning::{
    ActionArea, BudgetLine, BudgetLineId, CheckMark, ForecastLine, ForecastLineId, GrowthLever, GrowthLeverId,
    LeverKind, PlanPrinciple, PlanSection, PlanSheet, PlanningStep, PrincipleCheck, ResourceKind, ResourceNeed,
    ResourceNeedId, ReviewCheck, ReviewQuestion, WorkloadSegment, WorkloadSegmentId, YearAmount, YearOutline,
};
pub use profile::Profile;
pub use record::{Kept, Rank, Ranked, Record, Table};
pub(crate) use scale::scales;
pub use scale::{
    AccountStatus, ActionStatus, ActivityKind, ActivityOutcome, ActivityPurpose, BuyingRole, BuyingTag, Coded,
    CompetitiveStrategy, Confidence, Coverage, FunnelStage, InnovationAttitude, JudgementField, LayoutKind, LifePhase,
    Novelty, OpportunityStatus, PersonKind, PoliticalStatus, RelationshipStage, RelationshipType, ReviewKind,
    RiskLevel, Support, SwotQuadrant, Symbol, ThinkingStyle, TieKind, Tier,
};
pub use snapshot::{Snapshot, SnapshotId, SnapshotLink, SnapshotOpportunity, SnapshotPerson};
pub use strategy::{
    PricePosition, RiskImpact, RiskLikelihood, RivalFit, StrategicChoice, StrategicChoices, StrategyElement,
    StrategyElements, ValueEntry, ValueId, ValueKind, ValueQuadrant,
};
