//! Everything that may change an account, and undo.
//!
//! An [`Edit`] is a value; [`apply`] gives a new account or an error, never half of one.
//! The room knows nothing of files, words or windows.

mod apply;
mod change;
mod changes;
mod doubt;
mod error;
mod gesture;
mod history;
mod people;
mod plan_changes;
mod snapshots;
mod structure;
mod visit;

pub use apply::{Draft, apply};
pub use change::{Change, Editable, RecordEdit};
pub use changes::{
    ActionChange, ActivityChange, CompetitorChange, FunnelWeekChange, GoalChange, LinkChange, MemberChange, MuteChange,
    OpportunityChange, PersonChange, ProfileChange, ReviewChange, RiskChange, SeatChange, SnapshotChange, SwotChange,
    TeamRelationChange, ValueChange,
};
pub use error::EditError;
pub use gesture::{
    Added, Branch, Gesture, Place, add_person, colleagues, holders, move_beside, move_under, place_person, remove,
    tops, unseat,
};
pub use history::{Committed, History, Revision, Step};
pub use people::{Reference, references};
pub use plan_changes::{
    BudgetChange, ClientChange, ForecastChange, LeverChange, NeedChange, PlanChange, ScoreChange, WorkloadChange,
};
pub use snapshots::{hold_review, take_snapshot};
pub use structure::{OpportunityJudgementChange, StructureEdit};
pub use visit::{Met, NextStep, Visit, VisitTally, confirm, new_links, planned_activity, visit, visit_tally};

use crate::model::{
    Action, Activity, BudgetLine, Competitor, ForecastLine, FunnelWeek, Goal, GrowthLever, Link, Mute, Opportunity,
    Person, ResourceNeed, Review, Risk, ScoreLine, Seat, Snapshot, SwotEntry, TeamMember, TeamRelation, ValueEntry,
    WorkloadSegment,
};

/// Something a user did, as a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Changes a field of the account's head.
    Profile(ProfileChange),
    /// Changes a field of the client's sheet.
    Client(ClientChange),
    /// Changes a field of what the plan says beside its lists.
    Plan(PlanChange),
    /// Adds, changes, orders or removes a seat's own fields.
    Seat(RecordEdit<Seat>),
    /// Adds, changes or removes a person.
    Person(RecordEdit<Person>),
    /// Adds, changes or removes an informal link.
    Link(RecordEdit<Link>),
    /// Adds, changes, orders or removes a member of our team.
    Member(RecordEdit<TeamMember>),
    /// Adds, changes or removes who of us knows whom.
    TeamRelation(RecordEdit<TeamRelation>),
    /// Adds, changes, orders or removes an opportunity.
    Opportunity(RecordEdit<Opportunity>),
    /// Adds, changes, orders or removes a rival.
    Competitor(RecordEdit<Competitor>),
    /// Adds, changes, orders or removes a goal.
    Goal(RecordEdit<Goal>),
    /// Adds, changes, orders or removes an action.
    Action(RecordEdit<Action>),
    /// Adds, changes or removes an activity.
    Activity(RecordEdit<Activity>),
    /// Adds, changes, orders or removes a line of the SWOT.
    Swot(RecordEdit<SwotEntry>),
    /// Adds, changes, orders or removes a line of the value card.
    Value(RecordEdit<ValueEntry>),
    /// Adds, changes, orders or removes a risk.
    Risk(RecordEdit<Risk>),
    /// Adds, changes or removes a review.
    Review(RecordEdit<Review>),
    /// Adds or removes a dated snapshot.
    Snapshot(RecordEdit<Snapshot>),
    /// Puts a finding away, or takes that back.
    Mute(RecordEdit<Mute>),
    /// Adds or removes a record of the funnel.
    FunnelWeek(RecordEdit<FunnelWeek>),
    /// Adds, changes, orders or removes a line of a score.
    Score(RecordEdit<ScoreLine>),
    /// Adds, changes, orders or removes a growth lever.
    Lever(RecordEdit<GrowthLever>),
    /// Adds, changes, orders or removes a line of the forecast.
    Forecast(RecordEdit<ForecastLine>),
    /// Adds, changes, orders or removes what the team needs.
    Need(RecordEdit<ResourceNeed>),
    /// Adds, changes, orders or removes a line of the budget.
    Budget(RecordEdit<BudgetLine>),
    /// Adds, changes, orders or removes a line of the workload.
    Workload(RecordEdit<WorkloadSegment>),
    /// Changes that touch how seats and people hang together.
    Structure(StructureEdit),
    /// Several edits as one step; all are applied or none.
    Batch(Vec<Edit>),
    /// What one gesture did: as a batch, with a name.
    Gesture(Gesture, Vec<Edit>),
}
