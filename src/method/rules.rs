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
    /// When the funnel warns.
    pub pipeline: PipelineRules,
    /// Days after which a judgement is stale.
    pub stale_days: u16,
}

/// From when on a funnel is worth a warning. Source: methods F3, F5; the days are our own proposal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PipelineRules {
    /// Share of the weighted value in one stage, in percent, from which it is concentrated.
    pub stage_percent: u8,
    /// The most opportunities that a concentrated stage has.
    pub stage_opportunities: usize,
    /// Share of the weighted value in one opportunity, in percent, from which it is concentrated.
    pub opportunity_percent: u8,
    /// The fewest opportunities of a funnel that can be concentrated.
    pub least_opportunities: usize,
    /// Days in one stage after which an opportunity is stuck, by stage.
    pub stuck_days: [u16; 6],
    /// Days between two records of the funnel.
    pub progress_days: u8,
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
