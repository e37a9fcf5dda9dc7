//! What the workbench knows about key account management, as data: scales with their words,
//! rates, weights, rhythms.
//!
//! The room reads no account; of the model it knows the closed lists and what a user's own value is.

mod findings;
mod rules;
mod scales;

pub use findings::{FindingRules, RuleNumber, RuleSetting, SettingKind, Severity};
pub use rules::{MethodError, Rules};
pub use scales::{Language, ScaleWords, Scales};
