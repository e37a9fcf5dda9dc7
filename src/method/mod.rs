//! What the workbench knows about key account management, as data: scales with their words,
//! rates, weights, rhythms.
//!
//! The room knows nothing of accounts; values are named by their codes.

mod rules;
mod scales;
mod verdict;

pub use rules::{MethodError, Rules};
pub use scales::{Language, ScaleWords, Scales};
pub use verdict::VerdictRules;
