//! Rates, weights and rhythms.

use serde::Deserialize;

/// A method file that ships broken; a test keeps that from happening.
#[derive(Clone, Debug, thiserror::Error)]
pub enum MethodError {
    /// The file cannot be read.
    #[error("method data: {0}")]
    Unreadable(#[from] ron::error::SpannedError),
    /// The file lacks a rule or a number.
    #[error("method data lacks {0}")]
    Lacks(String),
}

/// The numbers of the methods.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Rules {
    /// Win rate of each funnel stage, in percent. Source: methods F1.
    pub stage_rates: [u8; 6],
    /// Weight of approver, decision maker, evaluator, user. Source: methods, Graph analytics 3.
    pub role_weights: [u8; 4],
    /// Months between reviews of tier A, B, C. Source: methods L5.
    pub review_months: [u8; 3],
    /// Days after which a judgement is stale.
    pub stale_days: u16,
}

impl Rules {
    /// The rules as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/rules.ron"))?)
    }
}
