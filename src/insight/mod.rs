//! Everything computed from an account: figures, the funnel, the map's light, ways to the top, findings.
//!
//! Nothing here is stored. The room is the only user of petgraph; it draws and says nothing.

mod access;
mod figures;
mod findings;
mod fixes;
mod funnel;
mod ground;
mod shortest;

pub use access::{CostReason, Route, Step, routes};
pub use figures::{Figures, MapLight, figures};
pub use findings::{Counted, Finding, Held, NoWay, Reason, Term, findings};
pub use fixes::{Fix, fixes};
pub use funnel::{Funnel, StageSum, funnel, rate_of};
