//! The plan beyond the map: growth, forecast, team and needs, budget, workload, principles, the planning cycle.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::id::id_types;
use super::plan::plain_records;
use super::record::{Kept, Rank, ranked, records};
use super::scale::{Coded, scales};
use super::{MemberId, Money, OpportunityId};

id_types! {
    /// The id of a [`GrowthLever`].
    GrowthLeverId,
    /// The id of a [`ForecastLine`].
    ForecastLineId,
    /// The id of a [`ResourceNeed`].
    ResourceNeedId,
    /// The id of a [`BudgetLine`].
    BudgetLineId,
    /// The id of a [`WorkloadSegment`].
    WorkloadSegmentId,
}
records! {
    GrowthLever, GrowthLeverId, levers;
    ForecastLine, ForecastLineId, forecast;
    ResourceNeed, ResourceNeedId, needs;
    BudgetLine, BudgetLineId, budget;
    WorkloadSegment, WorkloadSegmentId, workload;
}
ranked! { GrowthLever, ForecastLine, ResourceNeed, BudgetLine, WorkloadSegment }

scales! {
    /// How an account can grow. Source: methods A12.
    LeverKind "lever-kind" {
        /// More of the present products.
        MoreOfSame,
        /// Further products.
        CrossSell,
        /// Prices and the mix.
        PriceMix,
        /// Dropping what earns nothing.
        Drop,
        /// New business in our core industries.
        CoreIndustry,
        /// New business in other industries.
        OtherIndustry,
    }
    /// What is needed. Source: methods L1 section 6.
    ResourceKind "resource-kind" {
        /// People.
        People,
        /// Money.
        Money,
        /// Time of somebody.
        Time,
        /// Input of another function.
        Function,
        /// Learning of a member.
        Development,
    }
    /// Which part of the action plan an action belongs to. Source: methods L1 section 5.
    ActionArea "action-area" {
        /// A goal.
        Goal,
        /// An opportunity.
        Opportunity,
        /// Building relations.
        Relationship,
        /// A key platform or project.
        Project,
        /// Solving problems, building capability.
        Capability,
        /// Measuring progress.
        Measure,
    }
    /// The eight sections of the plan. Source: methods L1.
    PlanSection "plan-section" {
        /// Executive summary.
        Summary,
        /// Strategic choices.
        Choices,
        /// Business risks.
        Risks,
        /// Account objectives.
        Objectives,
        /// Team action plan.
        Actions,
        /// Team members and needs.
        Team,
        /// Financial forecast.
        Forecast,
        /// Appendix.
        Appendix,
    }
    /// The seven principles of planning. Source: methods L3.
    PlanPrinciple "plan-principle" {
        /// Few clients that truly matter.
        Focus,
        /// The most value in the long run.
        LongTermValue,
        /// A value proposition.
        Proposition,
        /// Everybody who adds value takes part.
        Participation,
        /// Senior managers review and allocate.
        SeniorRole,
        /// The client is heard and rates us.
        ClientRole,
        /// Resources follow opportunity and return.
        ResourcesByReturn,
    }
    /// The eight steps of making plans. Source: methods L4.
    PlanningStep "planning-step" {
        /// Collect first information.
        Collect,
        /// Set the strategy.
        Strategy,
        /// Gather supporting data.
        Support,
        /// Set the direction.
        Direction,
        /// Action plan.
        Actions,
        /// Account plan.
        Plan,
        /// Put the plans of all accounts together.
        Consolidate,
        /// Keep the action plan valid.
        KeepValid,
    }
    /// The questions a review asks: a to g on one plan, h to k on all of them. Source: methods L6.
    ReviewQuestion "review-question" {
        /// Goals look fair, but cannot be reached: bad when yes.
        Unreachable,
        /// Strategy, goals and resources hang together.
        Linked,
        /// The resources bring a return.
        Return,
        /// Our product lines fit the client's strategy.
        ProductFit,
        /// We can meet competition and demand.
        AbleToMeet,
        /// A new initiative is needed.
        Initiative,
        /// Profit and risk weigh enough.
        ProfitAndRisk,
        /// All plans: which opportunities and clients matter most to the firm.
        MattersMost,
        /// All plans: what they do to the strategy of the business.
        BusinessEffect,
        /// All plans: how they are linked across clients.
        AcrossClients,
        /// All plans: what sales and service need.
        SupportNeeded,
    }
    /// An answer to a point of a checklist.
    CheckMark "check-mark" {
        /// Yes.
        Yes,
        /// No.
        No,
        /// Does not apply.
        NotApplicable,
    }
}

impl ReviewQuestion {
    /// Whether it looks at all plans together.
    pub fn is_on_all_plans(self) -> bool {
        matches!(self, Self::MattersMost | Self::BusinessEffect | Self::AcrossClients | Self::SupportNeeded)
    }
}

/// A principle looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrincipleCheck {
    /// Which one.
    pub principle: Option<PlanPrinciple>,
    /// Whether the plan keeps it.
    pub mark: Option<CheckMark>,
    /// What there is to say.
    pub note: String,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// A question of a review answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewCheck {
    /// Which one.
    pub question: Option<ReviewQuestion>,
    /// The answer.
    pub mark: Option<CheckMark>,
    /// What there is to say.
    pub note: String,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// An amount of one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearAmount {
    /// The year, such as 2027.
    pub year: Option<u16>,
    /// The amount.
    pub amount: Option<Money>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

/// What one year of the outline is to bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearOutline {
    /// The year, such as 2027.
    pub year: Option<u16>,
    /// What is to be reached in it.
    pub text: String,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

plain_records! {
    /// A way for the account to grow. Source: methods A12, A13.
    GrowthLever(GrowthLeverId) {
        /// Which way.
        kind: Option<LeverKind> = None,
        /// What is to be done, in a few words.
        text: String = String::new(),
        /// What it brings in revenue; dropping business brings less than nothing.
        amount: Option<Money> = None,
        /// What it brings in contribution.
        margin: Option<Money> = None,
        /// How likely it is to succeed, in percent.
        probability: Option<u8> = None,
        /// Who of us pursues it.
        owner: Option<MemberId> = None,
        /// The opportunity it stands for.
        opportunity: Option<OpportunityId> = None,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// A line of the financial forecast: one region, one platform, year by year. Source: methods L1 section 7.
    ForecastLine(ForecastLineId) {
        /// Region.
        region: String = String::new(),
        /// Platform: a product line, a project.
        platform: String = String::new(),
        /// Amounts by year.
        years: Vec<YearAmount> = Vec::new(),
        /// Our share of what the client buys here today, in percent.
        share: Option<u8> = None,
        /// The share we want, in percent.
        share_wanted: Option<u8> = None,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// Something the team needs. Source: methods L1 section 6.
    ResourceNeed(ResourceNeedId) {
        /// What kind of thing.
        kind: Option<ResourceKind> = None,
        /// What is needed.
        text: String = String::new(),
        /// From which function.
        function: String = String::new(),
        /// For whom of us, or who asks for it.
        member: Option<MemberId> = None,
        /// When it is needed.
        due: Option<NaiveDate> = None,
        /// Whether it has been promised.
        is_agreed: bool = false,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// A line of the team's budget.
    BudgetLine(BudgetLineId) {
        /// What the money is for.
        text: String = String::new(),
        /// What is planned.
        planned: Option<Money> = None,
        /// What is spent so far.
        spent: Option<Money> = None,
        /// Place in the list.
        rank: Rank = 0,
    }
    /// Customers or sites that are visited alike, now and as planned. Source: methods R1.
    WorkloadSegment(WorkloadSegmentId) {
        /// What they have in common.
        name: String = String::new(),
        /// How many there are.
        count: Option<u16> = None,
        /// Visits now, in so many months.
        visits: Option<u16> = None,
        /// The months in which these visits are made; one month where nothing is said.
        months: Option<u8> = None,
        /// Minutes of a visit now.
        minutes: Option<u16> = None,
        /// Visits planned, in so many months.
        visits_planned: Option<u16> = None,
        /// The months in which the planned visits are made.
        months_planned: Option<u8> = None,
        /// Minutes of a planned visit.
        minutes_planned: Option<u16> = None,
        /// Place in the list.
        rank: Rank = 0,
    }
}

/// What the plan says beside its lists, and the user's settings of its views. Sources: methods L1, L3, L4, A13, R1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanSheet {
    /// Section 1: the summary, where the user wrote one.
    pub summary: String,
    /// Section 3: what technology and other trends do to our standing.
    pub trend_risks: String,
    /// Section 3: where we lack experience.
    pub inexperience: String,
    /// Section 4: contribution wanted in the plan period.
    pub contribution: Option<Money>,
    /// Section 4: what managing the account may cost in the plan period.
    pub management_cost: Option<Money>,
    /// Section 4: our share of the client's purchases wanted, in percent.
    pub share_wanted: Option<u8>,
    /// Section 4: business and product mix.
    pub mix: String,
    /// Section 4: operating performance and grade.
    pub operating: String,
    /// Section 5: the outline, year by year.
    pub outline: Vec<YearOutline>,
    /// Section 5: how progress is measured.
    pub progress_measures: String,
    /// Section 6: how the team works together.
    pub team_note: String,
    /// Section 7: the first of the five years; the coming year where nothing is said.
    pub forecast_from: Option<u16>,
    /// Section 7: what the forecast rests on.
    pub forecast_note: String,
    /// The principles looked at.
    pub principles: Vec<PrincipleCheck>,
    /// The planning cycle: when making plans begins.
    pub cycle_start: Option<NaiveDate>,
    /// The planning cycle: its weeks, 8 to 12.
    pub cycle_weeks: Option<u8>,
    /// The planning cycle: steps done.
    pub cycle_done: BTreeSet<PlanningStep>,
    /// Prioritisation: from which amount a result is large.
    pub large_amount: Option<Money>,
    /// Prioritisation: from which probability success is likely, in percent.
    pub likely_from: Option<u8>,
    /// Prioritisation: whether the two mixed fields change places.
    pub is_mixed_swapped: bool,
    /// Workload: hours of a month of one member.
    pub month_hours: Option<u16>,
    /// Workload: how much of them goes into visits, in percent.
    pub visit_share: Option<u8>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}
