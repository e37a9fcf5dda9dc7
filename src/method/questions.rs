//! The twenty questions on an opportunity, in four groups with a gate each, as sets to choose from.

use serde::Deserialize;

use super::{MethodError, Said};

/// What a plus on a question shows of a potential opportunity. Source: methods O2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Sign {
    /// Something presses the client.
    Pressure,
    /// Our value shows.
    Value,
}

/// A question that is answered for us and for each rival.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AssessmentQuestion {
    /// By what answers know it, in every set that asks it.
    pub code: String,
    /// What it is about, in a word or two.
    pub name: Said,
    /// What is asked.
    pub ask: Said,
    /// Why it is asked.
    pub why: Said,
    /// Whether a minus closes the gate.
    pub essential: bool,
    /// What a plus shows, where it shows something.
    #[serde(default)]
    pub shows: Option<Sign>,
}

/// What an opportunity has come to, and what must be there for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GateWords {
    /// What it is called.
    pub name: Said,
    /// What must be there.
    pub needs: Said,
}

/// Questions that belong together, and the gate they lead through.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuestionGroup {
    /// What the group asks as a whole.
    pub name: Said,
    /// The gate that opens.
    pub gate: GateWords,
    /// The questions, in order.
    pub questions: Vec<AssessmentQuestion>,
}

/// The questions of one school. Source: methods O3.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuestionSet {
    /// By what an opportunity knows it.
    pub code: String,
    /// What it is called.
    pub name: Said,
    /// The groups, in order.
    pub groups: Vec<QuestionGroup>,
}

impl QuestionSet {
    /// Every question, in order.
    pub fn questions(&self) -> impl Iterator<Item = &AssessmentQuestion> {
        self.groups.iter().flat_map(|group| &group.questions)
    }
}

/// All sets, and what their gates have in common. Source: methods O2, O3, 14.2.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuestionSets {
    /// Pluses less minuses of a group must be above this for its gate to be passed.
    pub pass_above: i32,
    /// What stands before the first gate.
    pub potential: GateWords,
    sets: Vec<QuestionSet>,
}

impl QuestionSets {
    /// The sets as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/questions.ron"))?)
    }

    /// Every set, the usual one first.
    pub fn all(&self) -> &[QuestionSet] {
        &self.sets
    }

    /// The set of this code; the usual one where the code is empty or unknown.
    pub fn set(&self, code: &str) -> Option<&QuestionSet> {
        self.sets.iter().find(|set| set.code == code).or_else(|| self.sets.first())
    }
}
