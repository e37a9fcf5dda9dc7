//! How a rule came to what it says: the terms of its arithmetic.

use chrono::NaiveDate;

use crate::insight::CostReason;
use crate::method::RuleNumber;
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, JudgementField, Novelty, PersonId, PoliticalStatus,
    RelationshipStage, Support,
};

/// A judgement with the value that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Buying role.
    Role(Option<BuyingRole>),
    /// Innovation attitude.
    Attitude(Option<InnovationAttitude>),
    /// Support.
    Support(Option<Support>),
    /// Coverage.
    Coverage(Option<Coverage>),
    /// Political status.
    Political(Option<PoliticalStatus>),
    /// Relationship stage now.
    Stage(Option<RelationshipStage>),
    /// Relationship stage wanted.
    StageWanted(RelationshipStage),
    /// Novelty of our offer.
    Novelty(Novelty),
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// People on the map.
    People,
    /// Key players.
    KeyPlayers,
    /// Key players who are for us.
    KeyPlayersForUs,
    /// Of those, the ones who decide.
    DecidersForUs,
    /// Key players we have met.
    KeyPlayersMet,
    /// People with a buying role.
    WithRole,
    /// Buyers and gatekeepers.
    Gatekeepers,
    /// Boards and committees.
    Groups,
    /// People who are for us.
    ForUs,
    /// People who are against us.
    AgainstUs,
    /// Supporters we have met.
    Doors,
    /// Ways that do without somebody.
    OtherWays,
    /// Lines of influence to and from a person.
    Lines,
    /// Actions past their date.
    Overdue,
}

impl Coded for Counted {
    const KIND: &'static str = "counted";
    const ALL: &'static [Self] = &[
        Self::People,
        Self::KeyPlayers,
        Self::KeyPlayersForUs,
        Self::DecidersForUs,
        Self::KeyPlayersMet,
        Self::WithRole,
        Self::Gatekeepers,
        Self::Groups,
        Self::ForUs,
        Self::AgainstUs,
        Self::Doors,
        Self::OtherWays,
        Self::Lines,
        Self::Overdue,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::KeyPlayers => "KeyPlayers",
            Self::KeyPlayersForUs => "KeyPlayersForUs",
            Self::DecidersForUs => "DecidersForUs",
            Self::KeyPlayersMet => "KeyPlayersMet",
            Self::WithRole => "WithRole",
            Self::Gatekeepers => "Gatekeepers",
            Self::Groups => "Groups",
            Self::ForUs => "ForUs",
            Self::AgainstUs => "AgainstUs",
            Self::Doors => "Doors",
            Self::OtherWays => "OtherWays",
            Self::Lines => "Lines",
            Self::Overdue => "Overdue",
        }
    }
}

/// One line of the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// So many of something.
    Count(Counted, usize),
    /// A number the rule goes by.
    Limit(RuleNumber, i32),
    /// What is judged of somebody.
    Judged(PersonId, Held),
    /// The strengths of somebody's influence on others, and their sum.
    Influence(Vec<u8>, i32),
    /// Somebody's level, and how many there are.
    Level(u16, u16),
    /// Somebody stands outside the chart.
    Outside,
    /// A step on the way, with what it costs.
    Step {
        /// Who brings us on.
        from: PersonId,
        /// To whom.
        to: PersonId,
        /// What it costs, and why.
        costs: Vec<(CostReason, u32)>,
    },
    /// What a way costs in all.
    Cost(u32),
    /// Another way with what it costs in all.
    OtherWay(Vec<PersonId>, u32),
    /// Two are at odds.
    Odds(PersonId, PersonId),
    /// A judgement was last verified so many days ago.
    Verified {
        /// Of whom.
        person: PersonId,
        /// Which judgement.
        field: JudgementField,
        /// The day.
        day: NaiveDate,
        /// How many days ago.
        days: i64,
    },
    /// An action was due so many days ago.
    Late {
        /// What is delivered.
        what: String,
        /// The day it was due.
        day: NaiveDate,
        /// How many days ago.
        days: i64,
    },
    /// What the rule and the person weigh.
    Weight {
        /// The rule.
        rule: i32,
        /// The person.
        person: i32,
    },
}
