//! The head of an account and its plan.

use chrono::NaiveDate;

use super::{
    AccountStatus, Currency, Kept, LifePhase, MemberId, Money, PipelineSettings, RelationshipType, RuleValue,
    StrategicChoices, StrategyElements, Tier,
};

/// Who the client is to us, and what the plan is in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The client's name.
    pub name: String,
    /// The client's industry.
    pub industry: String,
    /// How much the account matters.
    pub tier: Option<Tier>,
    /// Whether we sell there already.
    pub status: Option<AccountStatus>,
    /// Where we stand with it.
    pub phase: Option<LifePhase>,
    /// The kind of relation between the firms.
    pub relationship: Option<RelationshipType>,
    /// Who of us owns the account.
    pub owner: Option<MemberId>,
    /// The period the plan is for, such as "2027".
    pub period: String,
    /// The strategy in one line.
    pub strategy: String,
    /// When the plan is reviewed next.
    pub next_review: Option<NaiveDate>,
    /// The currency of new amounts.
    pub currency: Currency,
    /// What the client spent with us in the last year.
    pub revenue: Option<Money>,
    /// What the client spends in our field in a year.
    pub wallet: Option<Money>,
    /// What we want to sell in the plan period.
    pub target: Option<Money>,
    /// Whether large decisions are taken collectively. Source: methods P16.
    pub collective_decision: bool,
    /// Free notes on the account.
    pub notes: String,
    /// What the user sets for the funnel.
    pub pipeline: PipelineSettings,
    /// The six elements of the strategy.
    pub elements: StrategyElements,
    /// The choices behind it.
    pub choices: StrategicChoices,
    /// When the SWOT was last gone through.
    pub swot_scanned: Option<NaiveDate>,
    /// The user's own numbers for the findings of this account.
    pub rule_values: Vec<RuleValue>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Profile {
    /// A head of which only the name is known.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            industry: String::new(),
            tier: None,
            status: None,
            phase: None,
            relationship: None,
            owner: None,
            period: String::new(),
            strategy: String::new(),
            next_review: None,
            currency: Currency::CNY,
            revenue: None,
            wallet: None,
            target: None,
            collective_decision: false,
            notes: String::new(),
            pipeline: PipelineSettings::default(),
            elements: StrategyElements::default(),
            choices: StrategicChoices::default(),
            swot_scanned: None,
            rule_values: Vec::new(),
            kept: Kept::default(),
        }
    }
}
