//! What can differ between two dated snapshots, with the names of those who are gone.

use crate::model::{
    BuyingRole, Coverage, FunnelStage, InnovationAttitude, LinkKind, Money, OpportunityStatus, PersonId,
    PoliticalStatus, RelationshipStage, SeatId, Strength, Support,
};

/// Whether a change is good for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trend {
    /// For the worse.
    Worse,
    /// For the better.
    Better,
    /// Neither, or nobody can say.
    Other,
}

/// Somebody as a sentence names them, still there or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// The newest name known.
    pub name: String,
}

/// A place in the organisation as a sentence names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// The seat's title.
    pub title: String,
    /// Its unit.
    pub unit: String,
}

/// Whom somebody reports to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Superior {
    /// The seat above.
    pub seat: SeatId,
    /// Who sat there; `None` where it was vacant.
    pub person: Option<Named>,
    /// The seat's title, where known.
    pub title: String,
}

/// A value before and after; `None` is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgementShift<T> {
    /// Before.
    pub from: Option<T>,
    /// After.
    pub to: Option<T>,
}

impl<T: Copy + Ord> JudgementShift<T> {
    /// The shift; `None` where both are equal.
    pub(super) fn between(from: Option<T>, to: Option<T>) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }

    /// For scales whose first value is the best. What was or is unknown has no trend: learning that
    /// somebody is against us makes nobody worse.
    fn trend_downward(self) -> Trend {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Trend::Better,
            (Some(from), Some(to)) if to > from => Trend::Worse,
            (Some(_) | None, Some(_) | None) => Trend::Other,
        }
    }

    /// For scales whose last value is the best.
    fn trend_upward(self) -> Trend {
        JudgementShift { from: self.to, to: self.from }.trend_downward()
    }
}

/// A judgement that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JudgedValue {
    /// Buying role.
    Role(JudgementShift<BuyingRole>),
    /// Innovation attitude.
    Attitude(JudgementShift<InnovationAttitude>),
    /// Support.
    Support(JudgementShift<Support>),
    /// Coverage.
    Coverage(JudgementShift<Coverage>),
    /// Political status.
    Political(JudgementShift<PoliticalStatus>),
    /// Relationship stage.
    Stage(JudgementShift<RelationshipStage>),
}

/// One difference between two snapshots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeOf {
    /// Somebody who was not there.
    PersonNew {
        /// Who.
        person: Named,
        /// On which seat; `None` without one.
        post: Option<Post>,
        /// Support now.
        support: Option<Support>,
    },
    /// Somebody who is no longer there.
    PersonGone {
        /// Who.
        person: Named,
        /// On which seat before; `None` without one.
        post: Option<Post>,
        /// Support before.
        support: Option<Support>,
    },
    /// Another name.
    Renamed {
        /// Who, by the new name.
        person: Named,
        /// The name before.
        from: String,
    },
    /// Under somebody else; `None` is the top.
    Moved {
        /// Who.
        person: Named,
        /// Under whom before.
        from: Option<Superior>,
        /// Under whom now.
        to: Option<Superior>,
    },
    /// Another seat, title or unit; `None` is off the map.
    SeatChanged {
        /// Who.
        person: Named,
        /// Before.
        from: Option<Post>,
        /// Now.
        to: Option<Post>,
    },
    /// Judged otherwise.
    Judged {
        /// Who.
        person: Named,
        /// How.
        verdict: JudgedValue,
    },
    /// A link that was not there.
    LinkNew {
        /// Who influences, or either of the two.
        from: Named,
        /// Who is influenced, or the other.
        to: Named,
        /// What kind.
        kind: LinkKind,
    },
    /// A link that is no longer there, although both people are.
    LinkGone {
        /// Who influenced, or either of the two.
        from: Named,
        /// Who was influenced, or the other.
        to: Named,
        /// What kind.
        kind: LinkKind,
    },
    /// An influence grew or shrank.
    StrengthChanged {
        /// Who influences.
        from: Named,
        /// Who is influenced.
        to: Named,
        /// Before.
        then: Strength,
        /// Now.
        now: Strength,
    },
    /// An opportunity that was not there.
    OpportunityNew {
        /// Its name.
        name: String,
        /// What it is worth.
        amount: Option<Money>,
    },
    /// An opportunity that is no longer there.
    OpportunityGone {
        /// Its name.
        name: String,
        /// What it was worth.
        amount: Option<Money>,
    },
    /// Another stage in the funnel.
    OpportunityStage {
        /// Its name.
        name: String,
        /// Which.
        shift: JudgementShift<FunnelStage>,
    },
    /// Another amount.
    OpportunityAmount {
        /// Its name.
        name: String,
        /// Which.
        shift: JudgementShift<Money>,
    },
    /// Won, lost, open again.
    OpportunityStatus {
        /// Its name.
        name: String,
        /// Before.
        from: OpportunityStatus,
        /// Now.
        to: OpportunityStatus,
    },
}

impl JudgedValue {
    /// Whether it is good for us. Roles, attitudes and politics are neither.
    pub fn trend(&self) -> Trend {
        match self {
            Self::Support(shift) => shift.trend_downward(),
            Self::Coverage(shift) => shift.trend_downward(),
            Self::Stage(shift) => shift.trend_upward(),
            Self::Role(_) | Self::Attitude(_) | Self::Political(_) => Trend::Other,
        }
    }
}

impl ChangeOf {
    /// Whether it is good for us.
    pub fn trend(&self) -> Trend {
        match self {
            Self::Judged { verdict, .. } => verdict.trend(),
            Self::PersonNew { support, .. } => of_support(*support, [Trend::Better, Trend::Worse]),
            Self::PersonGone { support, .. } => of_support(*support, [Trend::Worse, Trend::Better]),
            Self::OpportunityStage { shift, .. } => shift.trend_upward(),
            Self::OpportunityAmount { shift, .. } => match (shift.from, shift.to) {
                (Some(from), Some(to)) if from.currency == to.currency => shift.trend_upward(),
                (Some(_) | None, Some(_) | None) => Trend::Other,
            },
            Self::OpportunityStatus { to, .. } => match to {
                OpportunityStatus::Won => Trend::Better,
                OpportunityStatus::Lost | OpportunityStatus::Abandoned | OpportunityStatus::Dormant => Trend::Worse,
                OpportunityStatus::Open => Trend::Other,
            },
            Self::Renamed { .. }
            | Self::Moved { .. }
            | Self::SeatChanged { .. }
            | Self::LinkNew { .. }
            | Self::LinkGone { .. }
            | Self::StrengthChanged { .. }
            | Self::OpportunityNew { .. }
            | Self::OpportunityGone { .. } => Trend::Other,
        }
    }

    /// Whom it is about, in the order of its sentence: one, two for a link, nobody for an opportunity.
    pub fn people(&self) -> Vec<&Named> {
        match self {
            Self::PersonNew { person, .. }
            | Self::PersonGone { person, .. }
            | Self::Renamed { person, .. }
            | Self::Moved { person, .. }
            | Self::SeatChanged { person, .. }
            | Self::Judged { person, .. } => vec![person],
            Self::LinkNew { from, to, .. }
            | Self::LinkGone { from, to, .. }
            | Self::StrengthChanged { from, to, .. } => {
                vec![from, to]
            }
            Self::OpportunityNew { .. }
            | Self::OpportunityGone { .. }
            | Self::OpportunityStage { .. }
            | Self::OpportunityAmount { .. }
            | Self::OpportunityStatus { .. } => Vec::new(),
        }
    }

    /// By what a sentence sorts: the person's name, or the opportunity's.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::OpportunityNew { name, .. }
            | Self::OpportunityGone { name, .. }
            | Self::OpportunityStage { name, .. }
            | Self::OpportunityAmount { name, .. }
            | Self::OpportunityStatus { name, .. } => name,
            Self::PersonNew { person, .. }
            | Self::PersonGone { person, .. }
            | Self::Renamed { person, .. }
            | Self::Moved { person, .. }
            | Self::SeatChanged { person, .. }
            | Self::Judged { person, .. } => &person.name,
            Self::LinkNew { from, .. } | Self::LinkGone { from, .. } | Self::StrengthChanged { from, .. } => &from.name,
        }
    }
}

/// The trend of somebody for us, and of somebody against us, coming or going.
fn of_support(support: Option<Support>, [friend, foe]: [Trend; 2]) -> Trend {
    match support {
        Some(Support::Mentor | Support::Supporter) => friend,
        Some(Support::NonSupporter | Support::Enemy) => foe,
        Some(Support::Neutral) | None => Trend::Other,
    }
}
