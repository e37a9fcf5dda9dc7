//! How we mean to win the account: the value card, the six elements of a strategy, the choices behind it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, Rank, ranked, records};
use super::scale::{Coded, scales};
use super::{CompetitorId, MemberId, Money, PersonId};

id_types! {
    /// The id of a [`ValueEntry`].
    ValueId,
}
records! { ValueEntry, ValueId, values }
ranked! { ValueEntry }

scales! {
    /// Quadrant of the value card. Source: methods A9.
    ValueQuadrant "value-quadrant" {
        /// Functional or economic value we give, in numbers.
        Quantified,
        /// Measures that give psychological value.
        Felt,
        /// What the client commits itself to in return.
        Returned,
        /// How progress and problems are tracked.
        Tracked,
    }
    /// What kind of value it is. Source: methods A9.
    ValueKind "value-kind" {
        /// It does something for the client.
        Functional,
        /// It earns or saves money.
        Economic,
        /// Somebody feels better with it.
        Psychological,
    }
    /// Where our price stands against rivals. Source: methods A10.
    PricePosition "price-position" {
        /// Dearer.
        Above,
        /// About the same.
        OnPar,
        /// Cheaper.
        Below,
    }
    /// The six elements of a strategy. Source: methods A8.
    StrategyElement "strategy-element" {
        /// Performance objectives.
        Objectives,
        /// Strategic focus.
        Focus,
        /// Positioning, with the value proposition.
        Positioning,
        /// Action plan.
        Plan,
        /// Agreement on what is committed.
        Resources,
        /// Budget and forecast.
        Budget,
    }
    /// The choices behind a strategy. Source: methods A14.
    StrategicChoice "strategic-choice" {
        /// Use what changes in the market.
        Trends,
        /// Make the client more successful.
        CustomerValue,
        /// Put the clients first that make us more successful.
        Priority,
        /// Use what rivals do badly.
        RivalWeakness,
    }
    /// How well a rival fits what the client decides by, from the client's view. Source: methods A2, O5.
    RivalFit "rival-fit" {
        /// Far better than we do.
        MuchBetter,
        /// Better.
        Better,
        /// As well.
        Equal,
        /// Worse.
        Worse,
        /// Far worse.
        MuchWorse,
    }
    /// How likely a risk is to come about.
    RiskLikelihood "risk-likelihood" {
        /// Rather yes.
        Likely,
        /// As well as not.
        Possible,
        /// Rather not.
        Unlikely,
    }
    /// What a risk does if it comes about.
    RiskImpact "risk-impact" {
        /// Puts the plan in question.
        Severe,
        /// Costs time or money that is felt.
        Noticeable,
        /// Can be borne.
        Slight,
    }
}

/// A line of the value card. Source: methods A9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueEntry {
    /// The record's id.
    pub id: ValueId,
    /// Which quadrant.
    pub quadrant: ValueQuadrant,
    /// Which kind of value.
    pub kind: Option<ValueKind>,
    /// The line.
    pub text: String,
    /// The number with its unit, such as "8 %".
    pub figure: String,
    /// People at the client it concerns: who feels it, who has promised it.
    pub people: Vec<PersonId>,
    /// When it is due or looked at.
    pub due: Option<NaiveDate>,
    /// Place in the quadrant.
    pub rank: Rank,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl ValueEntry {
    /// The record with nothing filled in.
    pub fn new(id: ValueId) -> Self {
        Self {
            id,
            quadrant: ValueQuadrant::Quantified,
            kind: None,
            text: String::new(),
            figure: String::new(),
            people: Vec::new(),
            due: None,
            rank: 0,
            kept: Kept::default(),
        }
    }
}

/// The six elements of the strategy, the value proposition in the third. Source: methods A8, A10.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategyElements {
    /// What is to be reached.
    pub objectives: String,
    /// Where the strength goes.
    pub focus: String,
    /// What we stand for, in a sentence.
    pub positioning: String,
    /// The people it is meant for.
    pub target_people: Vec<PersonId>,
    /// The rivals it is aimed at.
    pub target_rivals: Vec<CompetitorId>,
    /// The value proposition: for whom.
    pub for_whom: String,
    /// The value proposition: our price against rivals.
    pub price_position: Option<PricePosition>,
    /// The value proposition: the price in words.
    pub price: String,
    /// The value proposition: what only we give.
    pub advantage: String,
    /// How we go about it; the steps are the actions.
    pub approach: String,
    /// What our side commits.
    pub resources: String,
    /// Who of us has agreed to it.
    pub agreed_by: Option<MemberId>,
    /// When.
    pub agreed_on: Option<NaiveDate>,
    /// What the account may cost us in the plan period.
    pub budget: Option<Money>,
    /// What we expect to sell in the plan period.
    pub sales_forecast: Option<Money>,
}

/// The choices made, each with a word on how. Source: methods A14.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategicChoices {
    /// Which are made.
    pub made: BTreeSet<StrategicChoice>,
    /// On market trends.
    pub trends_note: String,
    /// On value for the client.
    pub value_note: String,
    /// On priorities.
    pub priority_note: String,
    /// On the weaknesses of rivals.
    pub weakness_note: String,
}

impl StrategicChoices {
    /// What there is to say of a choice.
    pub fn note(&self, choice: StrategicChoice) -> &str {
        match choice {
            StrategicChoice::Trends => &self.trends_note,
            StrategicChoice::CustomerValue => &self.value_note,
            StrategicChoice::Priority => &self.priority_note,
            StrategicChoice::RivalWeakness => &self.weakness_note,
        }
    }
}
