//! What a section of the plan lacks, and where it is to be said.

use super::PlanTarget;
use crate::model::{
    ActionId, CompetitorId, GoalId, MemberId, PlanSection, RiskId, StrategicChoice, StrategyElement, SupportingItem,
};

/// Something that a section of the plan does not say yet. Source: methods L1; what must be there is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The summary.
    Summary,
    /// The strategy in one line.
    Strategy,
    /// Who owns the account.
    Owner,
    /// The period of the plan.
    Period,
    /// What is to be sold.
    Target,
    /// None of the four choices is made.
    Choice,
    /// A choice is made and says not how.
    How(StrategicChoice),
    /// An element of the strategy.
    Element(StrategyElement),
    /// The value card is empty.
    ValueCard,
    /// The SWOT is empty.
    Swot,
    /// No risk.
    Risks,
    /// A risk without a response.
    Response(RiskId),
    /// What trends do to our standing.
    TrendRisks,
    /// Where we lack experience.
    Inexperience,
    /// No rival.
    Rivals,
    /// A rival of whom neither strengths nor what comes next are known.
    Rival(CompetitorId),
    /// No goal.
    Goals,
    /// A goal without a measure.
    Measure(GoalId),
    /// A goal without a date.
    GoalDate(GoalId),
    /// The contribution wanted.
    Contribution,
    /// What managing the account may cost.
    ManagementCost,
    /// The share wanted.
    ShareWanted,
    /// Business and product mix.
    Mix,
    /// Operating performance.
    Operating,
    /// No action.
    Actions,
    /// An open action that nobody owns.
    ActionOwner(ActionId),
    /// An open action without a date.
    ActionDate(ActionId),
    /// No year of the outline says anything.
    Outline,
    /// One year of the outline.
    OutlineYear(u16),
    /// How progress is measured.
    ProgressMeasures,
    /// Nobody in the team.
    Team,
    /// A member without a role.
    Role(MemberId),
    /// What other functions put in.
    Functions,
    /// What members learn.
    Development,
    /// What the team needs.
    Needs,
    /// The budget.
    Budget,
    /// No line of the forecast.
    Forecast,
    /// A year without an amount.
    YearAmount(u16),
    /// What the forecast rests on.
    ForecastNote,
    /// An item that supports the plan.
    Item(SupportingItem),
}

impl Lack {
    /// The record that lacks something, else the page on which it is said.
    pub fn target(&self) -> PlanTarget {
        PlanTarget::Section(match self {
            Self::Response(risk) => return PlanTarget::Risk(*risk),
            Self::Rival(rival) => return PlanTarget::Competitor(*rival),
            Self::Measure(goal) | Self::GoalDate(goal) => return PlanTarget::Goal(*goal),
            Self::ActionOwner(action) | Self::ActionDate(action) => return PlanTarget::Action(*action),
            Self::Role(member) => return PlanTarget::Member(*member),
            Self::Summary | Self::Strategy | Self::Owner | Self::Period | Self::Target => PlanSection::Summary,
            Self::Choice | Self::How(_) | Self::Element(_) | Self::ValueCard => PlanSection::Choices,
            Self::Swot | Self::Risks | Self::TrendRisks | Self::Inexperience | Self::Rivals => PlanSection::Risks,
            Self::Goals
            | Self::Contribution
            | Self::ManagementCost
            | Self::ShareWanted
            | Self::Mix
            | Self::Operating => PlanSection::Objectives,
            Self::Actions | Self::Outline | Self::OutlineYear(_) | Self::ProgressMeasures => PlanSection::Actions,
            Self::Team | Self::Functions | Self::Development | Self::Needs | Self::Budget => PlanSection::Team,
            Self::Forecast | Self::YearAmount(_) | Self::ForecastNote => PlanSection::Forecast,
            Self::Item(_) => PlanSection::Appendix,
        })
    }
}
