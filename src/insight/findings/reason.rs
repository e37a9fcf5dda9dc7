//! Why a finding is one: what its sentence needs.

use chrono::NaiveDate;

use crate::insight::Route;
use crate::model::{
    ActionId, BuyingRole, Coverage, FindingRule, InnovationAttitude, JudgementField, MemberId, Novelty, OpportunityId,
    PersonId, RelationshipStage, Support,
};

/// Why nobody leads to somebody who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWay {
    /// Nobody whom we have met is for us.
    NoDoor,
    /// No line of influence leads there from our side.
    NoLine,
    /// A line leads there, by somebody who is against us.
    Blocked(PersonId),
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody counts as a key player.
    NoKeyPlayer,
    /// No key player is for us.
    NobodyForUs {
        /// Whom to win first.
        first: PersonId,
    },
    /// A key player is for us, but none who decides.
    NobodyDecidesForUs {
        /// Who is for us.
        supporter: PersonId,
        /// Whom to win next among those who decide.
        next: Option<PersonId>,
    },
    /// Nobody has these buying roles.
    MissingRoles(Vec<BuyingRole>),
    /// Nobody buys or guards the money.
    MissingGatekeeper,
    /// Nobody on the map is the board that decides.
    MissingGroup,
    /// Judgements on a key player are unknown.
    Unknown {
        /// Who.
        person: PersonId,
        /// What of them.
        fields: Vec<JudgementField>,
    },
    /// A key player we have not met as far as is wanted.
    HardlyMet {
        /// Who.
        person: PersonId,
        /// How far we have.
        coverage: Option<Coverage>,
    },
    /// The way to somebody who decides.
    Path {
        /// The best way.
        route: Route,
        /// The next best.
        others: Vec<Route>,
    },
    /// Nobody leads to somebody who decides.
    NoPath {
        /// To whom.
        person: PersonId,
        /// Why.
        cause: NoWay,
    },
    /// Somebody against us reaches an approver: from the first of these to the last.
    HostilePath(Vec<PersonId>),
    /// Somebody for us is at odds with an approver.
    ConflictAbove {
        /// Who is for us.
        supporter: PersonId,
        /// With whom.
        approver: PersonId,
    },
    /// A key player is against us.
    Opposed {
        /// Who.
        person: PersonId,
        /// How far.
        support: Support,
    },
    /// Little rank, much influence.
    HiddenPower {
        /// Who.
        person: PersonId,
        /// Whether the person stands outside the client's chart.
        is_outside: bool,
    },
    /// High rank, no influence.
    EmptyRank(PersonId),
    /// The only key player we have met.
    SingleThread {
        /// Who.
        person: PersonId,
        /// Whom to meet next.
        next: Option<PersonId>,
    },
    /// Without this person nobody leads to the targets.
    CutOff {
        /// Who.
        person: PersonId,
        /// Who is then out of reach.
        targets: Vec<PersonId>,
    },
    /// Somebody who decides does not take to offers of this novelty.
    AttitudeNovelty {
        /// Who.
        person: PersonId,
        /// How they take to new things.
        attitude: InnovationAttitude,
        /// What we offer.
        novelty: Novelty,
        /// In which opportunity.
        opportunity: OpportunityId,
    },
    /// What we judge of somebody is old.
    Stale {
        /// Who.
        person: PersonId,
        /// The judgement verified longest ago, and when; `None` where none has a date.
        since: Option<(JudgementField, NaiveDate)>,
    },
    /// Not enough are for us.
    Balance {
        /// How many are for us.
        supporters: usize,
        /// How many are against us.
        opponents: usize,
        /// Whom to win next.
        next: Option<PersonId>,
    },
    /// Nobody is marked as against us.
    NoOpponent {
        /// Whom to ask.
        ask: Option<PersonId>,
    },
    /// No influence to or from a key player is known.
    Unlinked(PersonId),
    /// A relation is not where we want it.
    StageGap {
        /// With whom.
        person: PersonId,
        /// Where it is.
        now: Option<RelationshipStage>,
        /// Where we want it.
        wanted: RelationshipStage,
        /// Who of us knows them best.
        member: Option<MemberId>,
    },
    /// Actions are past their date.
    Overdue {
        /// Which, the longest overdue first.
        actions: Vec<ActionId>,
        /// Since when the first.
        oldest: NaiveDate,
    },
}

impl Reason {
    /// The rule that says it.
    pub fn rule(&self) -> FindingRule {
        match self {
            Self::NoKeyPlayer | Self::NobodyForUs { .. } | Self::NobodyDecidesForUs { .. } => FindingRule::MapLight,
            Self::MissingRoles(_) => FindingRule::MissingRole,
            Self::MissingGatekeeper => FindingRule::MissingGatekeeper,
            Self::MissingGroup => FindingRule::MissingGroup,
            Self::Unknown { .. } => FindingRule::UnknownJudgement,
            Self::HardlyMet { .. } => FindingRule::CoverageGap,
            Self::Path { .. } => FindingRule::Path,
            Self::NoPath { .. } => FindingRule::NoPath,
            Self::HostilePath(_) => FindingRule::HostilePath,
            Self::ConflictAbove { .. } => FindingRule::ConflictAbove,
            Self::Opposed { .. } => FindingRule::Opposed,
            Self::HiddenPower { .. } => FindingRule::HiddenPower,
            Self::EmptyRank(_) => FindingRule::EmptyRank,
            Self::SingleThread { .. } => FindingRule::SingleThread,
            Self::CutOff { .. } => FindingRule::CutOff,
            Self::AttitudeNovelty { .. } => FindingRule::AttitudeNovelty,
            Self::Stale { .. } => FindingRule::Stale,
            Self::Balance { .. } => FindingRule::Balance,
            Self::NoOpponent { .. } => FindingRule::NoOpponent,
            Self::Unlinked(_) => FindingRule::Unlinked,
            Self::StageGap { .. } => FindingRule::StageGap,
            Self::Overdue { .. } => FindingRule::Overdue,
        }
    }

    /// Whom it is about; `None` where it is about the map as a whole.
    pub fn subject(&self) -> Option<PersonId> {
        match self {
            Self::NoKeyPlayer
            | Self::NobodyForUs { .. }
            | Self::NobodyDecidesForUs { .. }
            | Self::MissingRoles(_)
            | Self::MissingGatekeeper
            | Self::MissingGroup
            | Self::Balance { .. }
            | Self::NoOpponent { .. }
            | Self::Overdue { .. } => None,
            Self::HostilePath(people) => people.first().copied(),
            Self::Path { route, .. } => Some(route.target),
            Self::ConflictAbove { supporter: person, .. }
            | Self::Unknown { person, .. }
            | Self::HardlyMet { person, .. }
            | Self::NoPath { person, .. }
            | Self::Opposed { person, .. }
            | Self::HiddenPower { person, .. }
            | Self::EmptyRank(person)
            | Self::SingleThread { person, .. }
            | Self::CutOff { person, .. }
            | Self::AttitudeNovelty { person, .. }
            | Self::Stale { person, .. }
            | Self::Unlinked(person)
            | Self::StageGap { person, .. } => Some(*person),
        }
    }

    /// The people its sentence names, the one it begins with first.
    pub fn people(&self) -> Vec<PersonId> {
        match self {
            Self::Path { route, .. } => route.people.clone(),
            Self::HostilePath(people) => people.clone(),
            Self::NobodyForUs { first: person } => vec![*person],
            Self::NobodyDecidesForUs { supporter, next } => [Some(*supporter), *next].into_iter().flatten().collect(),
            Self::NoPath { person, cause: NoWay::Blocked(by) } => vec![*person, *by],
            Self::ConflictAbove { supporter, approver } => vec![*supporter, *approver],
            Self::SingleThread { person, next } => [Some(*person), *next].into_iter().flatten().collect(),
            Self::CutOff { person, targets } => [person].into_iter().chain(targets).copied().collect(),
            Self::Balance { next: person, .. } | Self::NoOpponent { ask: person } => person.iter().copied().collect(),
            Self::NoKeyPlayer
            | Self::MissingRoles(_)
            | Self::MissingGatekeeper
            | Self::MissingGroup
            | Self::Overdue { .. }
            | Self::Unknown { .. }
            | Self::HardlyMet { .. }
            | Self::NoPath { .. }
            | Self::Opposed { .. }
            | Self::HiddenPower { .. }
            | Self::EmptyRank(_)
            | Self::AttitudeNovelty { .. }
            | Self::Stale { .. }
            | Self::Unlinked(_)
            | Self::StageGap { .. } => self.subject().into_iter().collect(),
        }
    }
}
