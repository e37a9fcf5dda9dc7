//! Everything computed from an account: figures, the funnel, the map's light, ways to the top.
//!
//! Nothing here is stored. The room is the only user of petgraph; it draws and says nothing.

mod access;
mod change_of;
mod compare;
mod figures;
mod findings;
mod freshness;
mod funnel;
pub mod measures;
mod network;
pub mod opinion;
mod power;
mod union;
mod verdict;

pub use access::{AccessPath, access_paths};
pub use change_of::{ChangeOf, JudgedValue, JudgementShift, Named, Post, Superior, Trend};
pub use compare::{Baseline, baseline, changes_since, compare};
pub use figures::{Figures, MapLight, figures};
pub use findings::{Finding, findings};
pub use freshness::{Freshness, oldest_first};
pub use funnel::{Funnel, StageSum, funnel, rate_of};
pub use measures::{Measure, MeasureKind, Measures, betweenness_exact, measures};
pub use network::Network;
pub use power::power_circle;
pub use union::{United, united};
pub use verdict::{Direction, Driver, Shift, Verdict, verdict};
