//! The numbers of the expected verdict.

use serde::Deserialize;

use super::MethodError;

/// How opinions are read from judgements, how far they are kept, and how the result reads. All in
/// percent. Sources and reasons: `assets/method/verdict.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct VerdictRules {
    /// Opinion of mentor, supporter, neutral, non-supporter, enemy, from 100 to -100.
    pub opinions: [i8; 5],
    /// How far innovator, visionary, pragmatist, conservative, laggard keep their own opinion.
    pub attitudes: [u8; 5],
    /// The same where the attitude is unknown.
    pub attitude_unknown: u8,
    /// Added to it for approver, decision maker, evaluator, user.
    pub roles: [u8; 4],
    /// The least and the most that anybody keeps.
    pub stubbornness: (u8, u8),
    /// Weight in the result of approver, decision maker, evaluator, user.
    pub weights: [u8; 4],
    /// Weight of a committee's member whose buying role is unknown.
    pub member_weight: u8,
    /// From this result on, either way, the direction is clear.
    pub clear: u8,
    /// From this result on, either way, the direction leans.
    pub leaning: u8,
    /// The largest share of unknown weight with which a direction is told.
    pub most_unknown: u8,
    /// From this move on a person is told as turned.
    pub shift: u8,
}

impl VerdictRules {
    /// The numbers as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/verdict.ron"))?)
    }
}
