//! Everything computed from an account: figures, the funnel, the map's light, ways to the top, findings.
//!
//! Nothing here is stored. The room is the only user of petgraph; it draws and says nothing.

mod access;
mod assessment;
mod change_of;
mod compare;
mod criteria;
mod figures;
mod findings;
mod fixes;
mod freshness;
mod funnel;
mod ground;
mod insights;
pub mod measures;
mod network;
pub mod opinion;
mod pipeline;
mod power;
mod shortest;
mod strategy;
mod texts;
mod union;
mod verdict;

pub use access::{CostReason, Route, Step, routes};
pub use assessment::{Gate, Gates, Light, Tally, gates, has_open_action, mark_of, tally};
pub use change_of::{ChangeOf, JudgedValue, JudgementShift, Named, Post, Superior, Trend};
pub use compare::{Baseline, baseline, changes_since, compare};
pub use criteria::{CriteriaFit, Lead, OfferFit, WeightedFit, classes_of, criteria_fit, criterion_weight};
pub use figures::{Figures, MapLight, figures};
pub use findings::{Counted, Finding, Held, NoWay, Reason, Term, findings};
pub use fixes::{Fix, fixes};
pub use freshness::{Freshness, oldest_first};
pub use funnel::{CurrencySum, Funnel, FunnelPlace, StageSum, converted, funnel, funnel_place, rate_of, stage_rates};
pub use insights::Insights;
pub use measures::{Measure, MeasureKind, Measures, betweenness_exact, measures};
pub use network::Network;
pub use pipeline::{Pipeline, PipelineWarning, Progress, Quota, Share, funnel_week, is_week_due, pipeline};
pub use power::power_circle;
pub use strategy::{empty_elements, is_figure, level_of, rescan_due, risk_level, said_of_rival, value_needs};
pub use texts::{AccountText, TextRecord, account_texts, shares_texts};
pub use union::{United, united};
pub use verdict::{Direction, Driver, Shift, Verdict, verdict};
