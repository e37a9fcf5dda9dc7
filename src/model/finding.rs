//! What the user says to the map's findings: which are put away, and which numbers they go by.

use chrono::NaiveDate;

use super::PersonId;
use super::id::id_types;
use super::record::{Kept, records};
use super::scale::{Coded, scales};

id_types! {
    /// The id of a [`Mute`].
    MuteId,
}
records! { Mute, MuteId, mutes }

scales! {
    /// The rules by which the map speaks. Source: product, section 4; methods, Graph analytics.
    FindingRule "rule" {
        /// No key player who decides is for us.
        MapLight,
        /// Nobody is marked with a buying role.
        MissingRole,
        /// Nobody is marked as buyer or gatekeeper of the money.
        MissingGatekeeper,
        /// A decision taken collectively, and no board or committee on the map.
        MissingGroup,
        /// Judgements on a key player are unknown.
        UnknownJudgement,
        /// A key player we have hardly met or not at all.
        CoverageGap,
        /// Whom to ask for which introduction on the way to a decider.
        Path,
        /// Nobody on our side leads to a decider.
        NoPath,
        /// Somebody against us has a way to an approver.
        HostilePath,
        /// Somebody for us is at odds with an approver.
        ConflictAbove,
        /// A key player who is against us.
        Opposed,
        /// Low in rank, and many listen.
        HiddenPower,
        /// High in rank, and nobody listens.
        EmptyRank,
        /// Only one key player is met.
        SingleThread,
        /// Whose departure cuts all our ways to a decider.
        CutOff,
        /// A decider whose attitude does not fit the novelty of our offer.
        AttitudeNovelty,
        /// A judgement not verified for long.
        Stale,
        /// Not more for us than against us.
        Balance,
        /// Nobody is marked as against us.
        NoOpponent,
        /// Nobody is known to listen to a key player, and the other way round.
        Unlinked,
        /// A relation that is not where we want it.
        StageGap,
        /// Actions past their date.
        Overdue,
    }
}

/// A finding the user has put away, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mute {
    /// The record's id.
    pub id: MuteId,
    /// Which rule; `None` only where a file says one this version does not know.
    pub rule: Option<FindingRule>,
    /// For whom; `None` where the finding names nobody.
    pub person: Option<PersonId>,
    /// Why.
    pub reason: String,
    /// Since when.
    pub day: Option<NaiveDate>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Mute {
    /// A record with nothing filled in.
    pub fn new(id: MuteId) -> Self {
        Self { id, rule: None, person: None, reason: String::new(), day: None, kept: Kept::default() }
    }
}

/// The user's own number for a rule, over the one that ships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleValue {
    /// Which number, by its name in the method's data.
    pub name: String,
    /// The number.
    pub value: i32,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}
