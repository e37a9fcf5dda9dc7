//! The plan beside the map: our team, goals, actions, activities, SWOT, risks, rivals, reviews.

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, Rank, ranked, records};
use super::{
    ActionArea, ActionStatus, ActivityKind, ActivityOutcome, ActivityPurpose, FindingRule, OpportunityId, PersonId,
    RelationshipStage, ReviewCheck, ReviewKind, RiskImpact, RiskLevel, RiskLikelihood, RivalFit, SnapshotId,
    SwotQuadrant, ThinkingStyle,
};

id_types! {
    /// The id of a [`TeamMember`].
    MemberId,
    /// The id of a [`TeamRelation`].
    TeamRelationId,
    /// The id of a [`Competitor`].
    CompetitorId,
    /// The id of a [`Goal`].
    GoalId,
    /// The id of an [`Action`].
    ActionId,
    /// The id of an [`Activity`].
    ActivityId,
    /// The id of a [`SwotEntry`].
    SwotId,
    /// The id of a [`Risk`].
    RiskId,
    /// The id of a [`Review`].
    ReviewId,
}
records! {
    TeamMember, MemberId, team;
    TeamRelation, TeamRelationId, team_relations;
    Competitor, CompetitorId, competitors;
    Goal, GoalId, goals;
    Action, ActionId, actions;
    Activity, ActivityId, activities;
    SwotEntry, SwotId, swot;
    Risk, RiskId, risks;
    Review, ReviewId, reviews;
}
ranked! { TeamMember, Competitor, Goal, Action, SwotEntry, Risk }

/// A plain record: public fields, each with its default, and a `new` that takes the id.
macro_rules! plain_records {
    ($($(#[$meta:meta])* $name:ident($id:ident) { $($(#[$fmeta:meta])* $field:ident: $type:ty = $default:expr),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// The record's id.
            pub id: $id,
            $($(#[$fmeta])* pub $field: $type,)*
            /// Parts of the file this version does not understand.
            pub kept: Kept,
        }

        impl $name {
            /// The record with nothing filled in.
            pub fn new(id: $id) -> Self {
                Self { id, $($field: $default,)* kept: Kept::default() }
            }
        }
    )+};
}

pub(super) use plain_records;

plain_records! {
    /// Somebody of our own team.
    TeamMember(MemberId) {
        /// Name.
        name: String = String::new(),
        /// What the member does on this account.
        role: String = String::new(),
        /// Thinking style: a soft note, never a score.
        style: Option<ThinkingStyle> = None,
        /// The function the member belongs to.
        function: String = String::new(),
        /// What the member answers for.
        duties: String = String::new(),
        /// What the member learns next.
        development: String = String::new(),
        /// How much of the member's time the account takes, in percent.
        time_share: Option<u8> = None,
        /// Whether the member leads or belongs to another function, not to the team itself.
        is_other_function: bool = false,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// Who on our side knows whom, and how well.
    TeamRelation(TeamRelationId) {
        /// Our member.
        member: Option<MemberId> = None,
        /// The person at the client.
        person: Option<PersonId> = None,
        /// How far the relation has come.
        stage: Option<RelationshipStage> = None,
        /// What there is to say of it.
        note: String = String::new(),
    }
    /// A rival at this client. Source: methods A2.
    Competitor(CompetitorId) {
        /// Name.
        name: String = String::new(),
        /// Which of our product lines they stand against.
        product_line: String = String::new(),
        /// What they want here.
        goals: String = String::new(),
        /// How they stand towards us.
        stance: String = String::new(),
        /// What they do well.
        strengths: String = String::new(),
        /// What they do badly.
        weaknesses: String = String::new(),
        /// What marks their service.
        service: String = String::new(),
        /// How they work the market.
        methods: String = String::new(),
        /// How they are set up here, and with whom.
        organization: String = String::new(),
        /// What is likely next in product, operation, organisation.
        trends: String = String::new(),
        /// How well they fit what the client decides by.
        fit: Option<RivalFit> = None,
        /// Why.
        fit_note: String = String::new(),
        /// People at the client who lean to them.
        contacts: Vec<PersonId> = Vec::new(),
        /// Place in the list.
        rank: Rank = 0,
    }
    /// What we want to reach.
    Goal(GoalId) {
        /// The goal in a sentence.
        text: String = String::new(),
        /// How it is measured.
        measure: String = String::new(),
        /// When it is due.
        due: Option<NaiveDate> = None,
        /// How far we are, in percent.
        progress: Option<u8> = None,
        /// People at the client it concerns.
        people: Vec<PersonId> = Vec::new(),
        /// Whether the client may see it: stands in the customer edition.
        shared: bool = false,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// A deliverable with an owner and a date. Source: methods L9.
    Action(ActionId) {
        /// The result, named by a noun.
        what: String = String::new(),
        /// Who of us does it.
        owner: Option<MemberId> = None,
        /// When it is due.
        due: Option<NaiveDate> = None,
        /// How it stands.
        status: ActionStatus = ActionStatus::NotStarted,
        /// With whom at the client.
        people: Vec<PersonId> = Vec::new(),
        /// For which opportunity.
        opportunity: Option<OpportunityId> = None,
        /// Which part of the action plan it belongs to, where links do not say so.
        area: Option<ActionArea> = None,
        /// Whether it is a milestone of the plan.
        is_milestone: bool = false,
        /// Which criterion of the opportunity it works on, by its id; none where empty.
        criterion: Option<super::CriterionId> = None,
        /// Which finding it answers.
        answers: Option<FindingRule> = None,
        /// Which question on the opportunity it is to answer, by its code; empty where none.
        question: String = String::new(),
        /// Whether the client may see it: stands in the customer edition.
        shared: bool = false,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// A meeting with the client, before and after it. Source: methods X1 to X3.
    Activity(ActivityId) {
        /// What form it has.
        what: ActivityKind = ActivityKind::SalesCall,
        /// What it is for.
        why: Option<ActivityPurpose> = None,
        /// Whom it is aimed at.
        who: Vec<PersonId> = Vec::new(),
        /// Who of us goes.
        members: Vec<MemberId> = Vec::new(),
        /// Where.
        place: String = String::new(),
        /// When.
        date: Option<NaiveDate> = None,
        /// What the client is to do at its end.
        expected: String = String::new(),
        /// To ask: how things are.
        situation: String = String::new(),
        /// To ask: where it hurts.
        problem: String = String::new(),
        /// To ask: what follows from that.
        implication: String = String::new(),
        /// To ask: what it would be worth to have it solved.
        payoff: String = String::new(),
        /// Points of the walk-around gone through, by their codes.
        walked: Vec<String> = Vec::new(),
        /// What came of it.
        outcome: Option<ActivityOutcome> = None,
        /// Whether the client did what was expected.
        happened: Option<bool> = None,
        /// What the client's people promised.
        promised: String = String::new(),
        /// What was said.
        note: String = String::new(),
        /// For which opportunity.
        opportunity: Option<OpportunityId> = None,
    }
    /// A line of the SWOT. Source: methods A1.
    SwotEntry(SwotId) {
        /// Which quarter.
        quadrant: SwotQuadrant = SwotQuadrant::Strength,
        /// The line.
        text: String = String::new(),
        /// Place in the quarter.
        rank: Rank = 0,
    }
    /// What can go wrong, and what we do about it.
    Risk(RiskId) {
        /// What can go wrong.
        text: String = String::new(),
        /// How likely it is.
        likelihood: Option<RiskLikelihood> = None,
        /// What it does if it comes about.
        impact: Option<RiskImpact> = None,
        /// How grave it is, where likelihood and impact do not both say so.
        level: RiskLevel = RiskLevel::Medium,
        /// What we do about it.
        response: String = String::new(),
        /// Who of us watches it.
        owner: Option<MemberId> = None,
        /// People at the client it concerns.
        people: Vec<PersonId> = Vec::new(),
        /// Place in the list.
        rank: Rank = 0,
    }
    /// A review that was held. Source: methods L5, L6.
    Review(ReviewId) {
        /// Which kind.
        kind: ReviewKind = ReviewKind::Plan,
        /// When.
        date: Option<NaiveDate> = None,
        /// Who reviewed.
        reviewer: String = String::new(),
        /// What was found and decided.
        note: String = String::new(),
        /// The questions answered.
        checks: Vec<ReviewCheck> = Vec::new(),
        /// The map as it stood.
        snapshot: Option<SnapshotId> = None,
    }
}

impl Action {
    /// Whether it is neither done nor dropped.
    pub fn is_open(&self) -> bool {
        !matches!(self.status, ActionStatus::Done | ActionStatus::Dropped)
    }

    /// Whether it is open and past its date.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}
