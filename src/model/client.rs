//! The client's sheet: who it is, what it needs, how it buys, what we found out about our own side.

use std::collections::{BTreeMap, BTreeSet};

use super::id::id_types;
use super::plan::plain_records;
use super::record::{Kept, Rank, ranked, records};
use super::scale::{Coded, scales};
use super::{Money, PersonId};

id_types! {
    /// The id of a [`ScoreLine`].
    ScoreLineId,
}
records! { ScoreLine, ScoreLineId, scores }
ranked! { ScoreLine }

scales! {
    /// What a score of the account says. Source: methods S3 to S7.
    ScoreAxis "score-axis" {
        /// How attractive the client is to us.
        Attractiveness,
        /// How able we are to serve it.
        Capability,
        /// How easily it changes hands.
        Vulnerability,
    }
    /// Where what we know of a client comes from. Source: methods A5.
    InformationSource "information-source" {
        /// The web and the press.
        Internet,
        /// Our own firm.
        OwnFirm,
        /// People inside the client.
        Inside,
        /// Rivals, by fair means.
        Rivals,
        /// Anything else.
        Elsewhere,
    }
    /// What supports a plan: four parts, 27 items. Source: methods L2.
    SupportingItem "supporting-item" {
        /// Client: overall strategy.
        OverallStrategy,
        /// Client: financial performance.
        FinancialPerformance,
        /// Client: market performance.
        MarketPerformance,
        /// Client: product strategy.
        ProductStrategy,
        /// Client: manufacturing.
        Manufacturing,
        /// Client: purchasing strategy.
        PurchasingStrategy,
        /// Client: suppliers.
        Suppliers,
        /// Client: how a purchase is decided.
        PurchaseDecision,
        /// Client: organisation and who decides.
        Deciders,
        /// Client: our plan for the relations.
        RelationshipPlan,
        /// Client: how it manages suppliers it has.
        SupplierManagement,
        /// With us: share and trend.
        ShareAndTrend,
        /// With us: what the client earns us.
        AccountFinances,
        /// With us: operating performance.
        OperatingPerformance,
        /// With us: what became of last year's plan.
        LastPlan,
        /// With us: what the relation must mind.
        PointsOfAttention,
        /// Competition: needs and key buying criteria.
        BuyingCriteria,
        /// Competition: how well we meet them.
        Competitiveness,
        /// Competition: where rivals stand and what they want.
        RivalPositions,
        /// Action plan: building relations.
        RelationshipActions,
        /// Action plan: projects.
        ProjectActions,
        /// Action plan: the plans of our members.
        MemberPlans,
        /// Action plan: what else the team does.
        TeamActions,
        /// Action plan: what other functions do.
        FunctionActions,
        /// Action plan: the team's budget.
        TeamBudget,
        /// Action plan: what is needed.
        ResourcesNeeded,
        /// Action plan: milestones.
        Milestones,
    }
    /// The four parts of what supports a plan: 11, 5, 3 and 8 items. Source: methods L2.
    SupportingPart "supporting-part" {
        /// On the client.
        Client,
        /// On its business with us.
        Performance,
        /// On competition.
        Competition,
        /// On what is to be done.
        Actions,
    }
}

impl SupportingItem {
    /// The part it belongs to.
    pub fn part(self) -> SupportingPart {
        match self {
            Self::OverallStrategy
            | Self::FinancialPerformance
            | Self::MarketPerformance
            | Self::ProductStrategy
            | Self::Manufacturing
            | Self::PurchasingStrategy
            | Self::Suppliers
            | Self::PurchaseDecision
            | Self::Deciders
            | Self::RelationshipPlan
            | Self::SupplierManagement => SupportingPart::Client,
            Self::ShareAndTrend
            | Self::AccountFinances
            | Self::OperatingPerformance
            | Self::LastPlan
            | Self::PointsOfAttention => SupportingPart::Performance,
            Self::BuyingCriteria | Self::Competitiveness | Self::RivalPositions => SupportingPart::Competition,
            Self::RelationshipActions
            | Self::ProjectActions
            | Self::MemberPlans
            | Self::TeamActions
            | Self::FunctionActions
            | Self::TeamBudget
            | Self::ResourcesNeeded
            | Self::Milestones => SupportingPart::Actions,
        }
    }
}

/// What the user wrote on items that support the plan; an item without a text is absent.
pub type SupportingNotes = BTreeMap<SupportingItem, String>;

plain_records! {
    /// One criterion of a score: weights of an axis add up to 100. Source: methods S3 to S7.
    ScoreLine(ScoreLineId) {
        /// Which score.
        axis: ScoreAxis = ScoreAxis::Attractiveness,
        /// What is rated.
        criterion: String = String::new(),
        /// Its weight, in percent.
        weight: Option<u8> = None,
        /// The rating, 1 to 10.
        rating: Option<u8> = None,
        /// What the rating rests on.
        evidence: String = String::new(),
        /// Place in the list.
        rank: Rank = 0,
    }
}

/// The client's sheet. Sources: methods A5, A6, L2; K6 for the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientSheet {
    /// What the client is there for.
    pub mission: String,
    /// What moves around it.
    pub outside_forces: String,
    /// What moves inside it.
    pub inside_forces: String,
    /// How the two go together.
    pub coherence: String,
    /// Its industry and where it goes.
    pub industry_trend: String,
    /// What quality it asks for.
    pub quality: String,
    /// What it buys in a year, in its own units.
    pub annual_volume: String,
    /// Its credit.
    pub credit: String,
    /// What it asks of prices.
    pub price_demand: String,
    /// In how many days it pays.
    pub payment_days: Option<u16>,
    /// For a quotation: drawings.
    pub drawings: String,
    /// For a quotation: technical requirement.
    pub technical: String,
    /// For a quotation: what it is used for.
    pub used_for: String,
    /// For a quotation: samples.
    pub samples: String,
    /// What the deciding people need.
    pub person_needs: String,
    /// What the firm needs: return on what it invests.
    pub firm_needs: String,
    /// What its industry needs.
    pub industry_needs: String,
    /// How it buys, step by step.
    pub purchasing_process: String,
    /// Who takes part.
    pub purchasing_people: Vec<PersonId>,
    /// What else there is to know of it.
    pub purchasing_detail: String,
    /// Where all this comes from.
    pub sources: BTreeSet<InformationSource>,
    /// Our side: how it came to be.
    pub history: String,
    /// Our side: how the relation stands.
    pub relation: String,
    /// Our side: what we can put in.
    pub available: String,
    /// Our side: chances and dangers.
    pub chances: String,
    /// Figures: how satisfied it is, in percent.
    pub satisfaction: Option<u8>,
    /// Figures: how much of what it bought it buys again, in percent.
    pub loyalty: Option<u8>,
    /// Figures: how many offers become orders, in percent.
    pub conversion: Option<u8>,
    /// Figures: what it is worth to us in all its years.
    pub lifetime_value: Option<Money>,
    /// What the user wrote on items that support the plan.
    pub supporting: SupportingNotes,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}
