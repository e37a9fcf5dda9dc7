//! The eight sections of the plan and what each of them lacks.

use chrono::NaiveDate;

use super::{ItemState, Lack, outline_of, plan_years};
use crate::insight::empty_elements;
use crate::model::{
    Account, Action, Coded, Competitor, ForecastLine, Goal, PlanSection, ResourceKind, ResourceNeed, Risk,
    StrategyElement, TeamMember, YearAmount,
};

/// How a section stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionState {
    /// Which section.
    pub section: PlanSection,
    /// What it does not say yet, in reading order.
    pub lacks: Vec<Lack>,
    /// Whether it says anything.
    pub is_begun: bool,
}

/// The eight sections, in their order. Source: methods L1. Cost: one walk over the lists of the plan.
pub fn sections(account: &Account, supporting: &[ItemState], today: NaiveDate) -> Vec<SectionState> {
    let lacks = |section| match section {
        PlanSection::Summary => summary(account),
        PlanSection::Choices => choices(account),
        PlanSection::Risks => risks(account),
        PlanSection::Objectives => objectives(account),
        PlanSection::Actions => actions(account, today),
        PlanSection::Team => team(account),
        PlanSection::Forecast => forecast(account, today),
        PlanSection::Appendix => {
            let empty = supporting.iter().filter(|state| state.evidence.is_none());
            (empty.map(|state| Lack::Item(state.item)).collect(), supporting.iter().any(|item| item.evidence.is_some()))
        }
    };
    let state = |section: &PlanSection| {
        let (lacks, is_begun) = lacks(*section);
        SectionState { section: *section, lacks, is_begun }
    };
    PlanSection::ALL.iter().map(state).collect()
}

/// What is lacking, and whether anything is said.
type Found = (Vec<Lack>, bool);

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Those of the lacks that are there; the section is begun where one of them is not.
fn lacking<const N: usize>(list: [(Lack, bool); N]) -> Found {
    let is_begun = list.iter().any(|(_, lacks)| !lacks);
    (list.into_iter().filter_map(|(lack, lacks)| lacks.then_some(lack)).collect(), is_begun)
}

fn summary(account: &Account) -> Found {
    let head = &account.profile;
    lacking([
        (Lack::Summary, is_blank(&account.plan.summary)),
        (Lack::Strategy, is_blank(&head.strategy)),
        (Lack::Owner, head.owner.is_none()),
        (Lack::Period, is_blank(&head.period)),
        (Lack::Target, head.target.is_none()),
    ])
}

fn choices(account: &Account) -> Found {
    let (head, made) = (&account.profile, &account.profile.choices.made);
    let (mut lacks, has_parts) =
        lacking([(Lack::Choice, made.is_empty()), (Lack::ValueCard, account.values.is_empty())]);
    lacks.extend(made.iter().filter(|choice| is_blank(head.choices.note(**choice))).map(|choice| Lack::How(*choice)));
    let empty = empty_elements(account);
    let is_begun = has_parts || empty.len() < StrategyElement::ALL.len();
    lacks.extend(empty.into_iter().map(Lack::Element));
    (lacks, is_begun)
}

fn risks(account: &Account) -> Found {
    let (mut lacks, is_begun) = lacking([
        (Lack::Swot, account.swot.is_empty()),
        (Lack::Risks, account.risks.is_empty()),
        (Lack::TrendRisks, is_blank(&account.plan.trend_risks)),
        (Lack::Inexperience, is_blank(&account.plan.inexperience)),
        (Lack::Rivals, account.competitors.is_empty()),
    ]);
    let bare = |risk: &&Risk| is_blank(&risk.response);
    lacks.extend(account.ranked::<Risk>().into_iter().filter(bare).map(|risk| Lack::Response(risk.id)));
    let unknown = |rival: &&Competitor| is_blank(&rival.strengths) && is_blank(&rival.trends);
    lacks.extend(account.ranked::<Competitor>().into_iter().filter(unknown).map(|rival| Lack::Rival(rival.id)));
    (lacks, is_begun)
}

fn objectives(account: &Account) -> Found {
    let plan = &account.plan;
    let (mut lacks, is_begun) = lacking([
        (Lack::Goals, account.goals.is_empty()),
        (Lack::Contribution, plan.contribution.is_none()),
        (Lack::ManagementCost, plan.management_cost.is_none()),
        (Lack::ShareWanted, plan.share_wanted.is_none()),
        (Lack::Mix, is_blank(&plan.mix)),
        (Lack::Operating, is_blank(&plan.operating)),
    ]);
    for goal in account.ranked::<Goal>() {
        lacks.extend(is_blank(&goal.measure).then_some(Lack::Measure(goal.id)));
        lacks.extend(goal.due.is_none().then_some(Lack::GoalDate(goal.id)));
    }
    (lacks, is_begun)
}

fn actions(account: &Account, today: NaiveDate) -> Found {
    let empty: Vec<u16> =
        plan_years(account, today).into_iter().filter(|year| is_blank(outline_of(account, *year))).collect();
    let has_outline = account.plan.outline.iter().any(|line| !is_blank(&line.text));
    let (mut lacks, is_begun) = lacking([
        (Lack::Outline, !has_outline),
        (Lack::Actions, account.actions.is_empty()),
        (Lack::ProgressMeasures, is_blank(&account.plan.progress_measures)),
    ]);
    if has_outline {
        lacks.extend(empty.into_iter().map(Lack::OutlineYear));
    }
    for action in account.ranked::<Action>().into_iter().filter(|action| action.is_open()) {
        lacks.extend(action.owner.is_none().then_some(Lack::ActionOwner(action.id)));
        lacks.extend(action.due.is_none().then_some(Lack::ActionDate(action.id)));
    }
    (lacks, is_begun)
}

fn team(account: &Account) -> Found {
    let needs = |kind| account.all::<ResourceNeed>().any(|need| need.kind == Some(kind));
    let mut members = account.all::<TeamMember>();
    let has_functions = needs(ResourceKind::Function) || members.any(|member| member.is_other_function);
    let learns = |member: &TeamMember| !is_blank(&member.development);
    let has_development = needs(ResourceKind::Development) || account.all::<TeamMember>().any(learns);
    let (mut lacks, is_begun) = lacking([
        (Lack::Team, account.team.is_empty()),
        (Lack::Functions, !has_functions),
        (Lack::Development, !has_development),
        (Lack::Needs, account.needs.is_empty()),
        (Lack::Budget, account.budget.is_empty()),
    ]);
    let without = |member: &&TeamMember| is_blank(&member.role);
    lacks.extend(account.ranked::<TeamMember>().into_iter().filter(without).map(|member| Lack::Role(member.id)));
    (lacks, is_begun)
}

fn forecast(account: &Account, today: NaiveDate) -> Found {
    let (mut lacks, is_begun) = lacking([
        (Lack::Forecast, account.forecast.is_empty()),
        (Lack::ForecastNote, is_blank(&account.plan.forecast_note)),
    ]);
    if !account.forecast.is_empty() {
        let is_set = |year: u16| {
            let of_year = |amount: &YearAmount| amount.year == Some(year) && amount.amount.is_some();
            account.all::<ForecastLine>().any(|line| line.years.iter().any(of_year))
        };
        let empty = plan_years(account, today).into_iter().filter(|year| !is_set(*year));
        lacks.extend(empty.map(Lack::YearAmount));
    }
    (lacks, is_begun)
}
