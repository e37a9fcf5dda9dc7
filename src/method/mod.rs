//! What the workbench knows about key account management, as data: scales with their words,
//! rules with their numbers, rates, weights, rhythms, guidance.
//!
//! The room reads no account; of the model it knows the closed lists and what a user's own value is.

mod buying;
mod communication;
mod findings;
mod growth;
mod guide;
mod planning;
mod questions;
mod rules;
mod scales;
mod strategy;
mod verdict;

pub use buying::{BuyingGuide, BuyingTopic, PhaseNote};
pub use communication::{Ease, between};
pub use findings::{FindingRules, RuleNumber, RuleSetting, SettingKind, Severity};
pub use growth::GrowthGuide;
pub use guide::{Answer, Guide, Question, Reached, Said, Step, StyleNotes, Topic, yes_or_no};
pub use planning::{BadAnswer, CyclePhase, Period, PlanningGuide, Recurring, Rhythm};
pub use questions::{AssessmentQuestion, GateWords, QuestionGroup, QuestionSet, QuestionSets, Sign};
pub use rules::{MethodError, PipelineRules, Rules};
pub use scales::{Language, ScaleWords, Scales};
pub use strategy::{StrategyGuide, ValueNeed};
pub use verdict::VerdictRules;

/// The method as it ships, whole.
#[derive(Clone, Debug)]
pub struct Method {
    /// Rates, weights and rhythms.
    pub rules: Rules,
    /// The rules of the findings.
    pub findings: FindingRules,
    /// The numbers of the expected verdict.
    pub verdict: VerdictRules,
    /// Guidance on how the client buys.
    pub buying: BuyingGuide,
    /// Prompts and defaults of growth, forecast, team and workload.
    pub growth: GrowthGuide,
    /// Questions, guidance, styles.
    pub guide: Guide,
    /// How a plan is made and kept.
    pub planning: PlanningGuide,
    /// The questions on an opportunity.
    pub questions: QuestionSets,
    /// Prompts and checks of SWOT, value card and strategy.
    pub strategy: StrategyGuide,
    /// The words by which tables name values.
    pub scales: Scales,
}

impl Method {
    /// The method as it ships.
    ///
    /// # Errors
    /// [`MethodError`] where a shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(Self {
            rules: Rules::shipped()?,
            findings: FindingRules::shipped()?,
            verdict: VerdictRules::shipped()?,
            buying: BuyingGuide::shipped()?,
            growth: GrowthGuide::shipped()?,
            guide: Guide::shipped()?,
            planning: PlanningGuide::shipped()?,
            questions: QuestionSets::shipped()?,
            strategy: StrategyGuide::shipped()?,
            scales: Scales::shipped()?,
        })
    }
}
