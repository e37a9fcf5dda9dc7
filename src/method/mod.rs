//! What the workbench knows about key account management, as data: scales with their words,
//! rates, weights, rhythms, guidance.
//!
//! The room knows the scales of the model and nothing of accounts.

mod communication;
mod guide;
mod rules;
mod scales;
mod verdict;

pub use communication::{Ease, between};
pub use guide::{Answer, Guide, Question, Reached, Said, Step, StyleNotes, Topic, yes_or_no};
pub use rules::{MethodError, Rules};
pub use scales::{Language, ScaleWords, Scales};
pub use verdict::VerdictRules;
