//! What fills an item that supports the plan, and where that is seen.

use chrono::NaiveDate;

use crate::model::{ActionId, CompetitorId, GoalId, MemberId, OpportunityId, PlanSection, RiskId};

/// Where something of the plan is seen: a record, or the page on which it is to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanTarget {
    /// The page of the client.
    Client,
    /// The page of a section.
    Section(PlanSection),
    /// The page of reviews.
    Reviews,
    /// The map.
    Map,
    /// The lists of work: actions and meetings.
    Work,
    /// Then and now.
    ThenNow,
    /// A goal.
    Goal(GoalId),
    /// A risk.
    Risk(RiskId),
    /// A rival.
    Competitor(CompetitorId),
    /// A member of our team.
    Member(MemberId),
    /// An action.
    Action(ActionId),
    /// An opportunity.
    Opportunity(OpportunityId),
}

/// What of the account fills an item that supports the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The user's own words.
    Own,
    /// The client's sheet says it.
    Sheet,
    /// So many figures of the client's sheet.
    Figures(usize),
    /// What the client spends with us and in our field.
    Share,
    /// So many rivals are named or described.
    Rivals(usize),
    /// So many steps of the decision on an opportunity.
    Steps(OpportunityId, usize),
    /// The background of an opportunity says how it is decided.
    Decision(OpportunityId),
    /// A chart of so many seats with names, with those who decide.
    Chart(usize),
    /// So many people of whom we know what we want.
    Wanted(usize),
    /// A review that says what became of the plan.
    Review(Option<NaiveDate>),
    /// So many criteria of an opportunity.
    Criteria(OpportunityId, usize),
    /// So many criteria of an opportunity on which we know our standing.
    Fits(OpportunityId, usize),
    /// So many actions.
    Actions(usize),
    /// Every one of so many members owns an open action.
    Members(usize),
    /// So many lines of the budget.
    Budget(usize),
    /// So many needs of the team.
    Needs(usize),
}

impl Evidence {
    /// Where it is seen.
    pub fn target(&self) -> PlanTarget {
        match self {
            Self::Own => PlanTarget::Section(PlanSection::Appendix),
            Self::Sheet | Self::Figures(_) | Self::Share => PlanTarget::Client,
            Self::Rivals(_) => PlanTarget::Section(PlanSection::Risks),
            Self::Steps(deal, _) | Self::Decision(deal) | Self::Criteria(deal, _) | Self::Fits(deal, _) => {
                PlanTarget::Opportunity(*deal)
            }
            Self::Chart(_) | Self::Wanted(_) => PlanTarget::Map,
            Self::Review(_) => PlanTarget::Reviews,
            Self::Actions(_) | Self::Members(_) => PlanTarget::Section(PlanSection::Actions),
            Self::Budget(_) | Self::Needs(_) => PlanTarget::Section(PlanSection::Team),
        }
    }
}
