//! Everything computed from an account: figures, the funnel, the map's light, ways to the top, findings.
//!
//! Nothing here is stored. The room is the only user of petgraph; it draws and says nothing.

mod access;
mod activity;
mod agenda;
mod assessment;
mod change_of;
mod client;
mod compare;
mod criteria;
mod figures;
mod findings;
mod fixes;
mod freshness;
mod funnel;
mod ground;
mod growth;
mod insights;
pub mod measures;
mod network;
pub mod opinion;
mod pipeline;
mod plan;
mod potential;
mod power;
mod score;
mod shortest;
mod strategy;
mod texts;
mod union;
mod verdict;

pub use access::{CostReason, Route, Step, routes};
pub use activity::{
    ActivityLack, AdvanceRate, AdvanceRates, OutcomeDoubt, Walk, activity_lacks, advance_rate, advance_rates,
    effort_opening, outcome_doubt, seller_opening, walk, walk_code,
};
pub use agenda::{AgendaEntry, AgendaItem, DueGroup, agenda, due_group, monday_of, month_weeks};
pub use assessment::{Gate, Gates, Light, Tally, gates, has_open_action, mark_of, tally};
pub use change_of::{ChangeOf, JudgedValue, JudgementShift, Named, Post, Superior, Trend};
pub use client::{ClientFacts, Conversion, NeedHolder, NotedNeed, client_facts};
pub use compare::{Baseline, baseline, changes_since, compare};
pub use criteria::{CriteriaFit, Lead, OfferFit, WeightedFit, classes_of, criteria_fit, criterion_weight};
pub use figures::{Figures, MapLight, figures};
pub use findings::{Counted, Finding, Held, NoWay, Reason, Term, findings};
pub use fixes::{Fix, fixes};
pub use freshness::{Freshness, oldest_first};
pub use funnel::{CurrencySum, Funnel, FunnelPlace, StageSum, converted, funnel, funnel_place, rate_of, stage_rates};
pub use growth::{
    Base, BudgetSum, BudgetTable, ForecastRow, ForecastTable, Gap, Growth, LeverBar, LeverSum, MarginGap, NeedsState,
    Placed, Priority, PriorityField, PriorityItem, Ratio, Unplaced, WhyUnplaced, Workload, WorkloadRow, WorkloadSide,
    YEARS, YearSums, budget, forecast, gap, is_drop_gain, margin_gap, needs, plan_currencies, priority, workload,
};
pub use insights::Insights;
pub use measures::{Measure, MeasureKind, Measures, betweenness_exact, measures};
pub use network::Network;
pub use pipeline::{Pipeline, PipelineWarning, Progress, Quota, Share, funnel_week, is_week_due, pipeline};
pub use plan::{
    Completeness, CycleSpan, Due, Evidence, ItemState, Lack, NoCycle, PLAN_YEARS, PlanInsights, PlanTarget,
    SectionState, StepSpan, actions_by_area, answer_of, area_of, bad_answers, completeness, cycle, dues,
    has_review_action, outline_of, plan_years, sections, supporting,
};
pub use potential::{Potential, WalletShare, potential, potential_class, wallet_share};
pub use power::power_circle;
pub use score::{Score, Selection, is_rating, score_lines, score_of, selection};
pub use strategy::{empty_elements, is_figure, level_of, rescan_due, risk_level, said_of_rival, value_needs};
pub use texts::{AccountText, TextRecord, account_texts, shares_texts};
pub use union::{United, united};
pub use verdict::{Direction, Driver, Shift, Verdict, verdict};
