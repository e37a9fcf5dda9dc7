//! Everything computed from an account: figures, the funnel, the map's light, ways to the top.
//!
//! Nothing here is stored. The room is the only user of petgraph; it draws and says nothing.

mod access;
mod change_of;
mod compare;
mod figures;
mod findings;
mod funnel;
mod union;

pub use access::{AccessPath, access_paths};
pub use change_of::{ChangeOf, Named, Post, Shift, Superior, Trend, Verdict};
pub use compare::{Baseline, baseline, changes_since, compare};
pub use figures::{Figures, MapLight, figures};
pub use findings::{Finding, findings};
pub use funnel::{Funnel, StageSum, funnel, rate_of};
pub use union::{United, united};
