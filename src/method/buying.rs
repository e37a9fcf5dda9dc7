//! Guidance on how the client buys: criteria, process, cycle, needs, benefits, stages of development.

use serde::Deserialize;

use super::{MethodError, Said};
use crate::model::{BuyingPhase, Coded, CriterionClass, DevelopmentStage, FunnelStage};

/// What a form explains on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum BuyingTopic {
    /// Decision criteria.
    Criteria,
    /// The decision process.
    Process,
    /// The buying cycle.
    Cycle,
    /// Needs.
    Needs,
    /// Feature, advantage, benefit.
    Benefits,
    /// The stages of development.
    Checklist,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Why {
    about: BuyingTopic,
    lines: Vec<Said>,
}

/// How to act in a phase of the buying. Source: methods F8.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PhaseNote {
    phase: String,
    stages: Vec<String>,
    /// What good sellers do.
    pub good: Said,
    /// What ordinary ones do.
    pub ordinary: Said,
}

impl PhaseNote {
    /// Whether a stage of the funnel goes with the phase.
    pub fn goes_with(&self, stage: FunnelStage) -> bool {
        self.stages.iter().any(|code| code == stage.code())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Usual {
    class: String,
    names: Vec<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct StageNote {
    stage: String,
    proof: Said,
}

/// What the method says on buying.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BuyingGuide {
    why: Vec<Why>,
    phases: Vec<PhaseNote>,
    usual: Vec<Usual>,
    stages: Vec<StageNote>,
    /// How many times the weight against us a frontal attack wants for us.
    pub frontal: u32,
}

impl BuyingGuide {
    /// The guidance as it ships.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/buying.ron"))?)
    }

    /// What there is to say on a topic, a line each.
    pub fn why(&self, topic: BuyingTopic) -> &[Said] {
        self.why.iter().find(|why| why.about == topic).map_or(&[], |why| &why.lines)
    }

    /// How to act in a phase.
    pub fn phase(&self, phase: BuyingPhase) -> Option<&PhaseNote> {
        self.phases.iter().find(|note| note.phase == phase.code())
    }

    /// Usual criteria of a class.
    pub fn usual(&self, class: CriterionClass) -> &[Said] {
        self.usual.iter().find(|usual| usual.class == class.code()).map_or(&[], |usual| &usual.names)
    }

    /// What shows that a stage is done.
    pub fn proof(&self, stage: DevelopmentStage) -> Option<&Said> {
        self.stages.iter().find(|note| note.stage == stage.code()).map(|note| &note.proof)
    }
}
