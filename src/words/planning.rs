//! The plan in words: what a section lacks, what fills an item, how often something comes back, a first summary.

use super::{Message, Words, date};
use crate::insight::{Evidence, Lack, risk_level};
use crate::method::{Period, PlanningGuide};
use crate::model::{Account, Action, Competitor, Goal, Opportunity, OpportunityId, Record, Risk, TeamMember};

/// Letters of a record's text in a sentence on it.
const LETTERS: usize = 60;

impl Words {
    /// What a section of the plan lacks.
    pub fn lack(&self, lack: &Lack, account: &Account) -> String {
        let field = |name: &str| Message::PlanningNotSaid { what: self.label("field", name).to_owned() };
        let goal = |id| self.short(account, id, "goal", |goal: &Goal| &goal.text);
        let action = |id| self.short(account, id, "action", |action: &Action| &action.what);
        let risk = |id| self.short(account, id, "risk", |risk: &Risk| &risk.text);
        let rival = |id| self.short(account, id, "competitor", |rival: &Competitor| &rival.name);
        let member = |id| self.short(account, id, "team_member", |member: &TeamMember| &member.name);
        self.text(&match lack {
            Lack::Summary => field("summary"),
            Lack::Strategy => field("strategy"),
            Lack::Owner => field("owner"),
            Lack::Period => field("period"),
            Lack::Target => field("target"),
            Lack::Choice => Message::PlanningNoChoice,
            Lack::How(choice) => Message::PlanningChoiceHow { choice: self.value(*choice).to_owned() },
            Lack::Element(element) => Message::PlanningNotSaid { what: self.value(*element).to_owned() },
            Lack::ValueCard => Message::PlanningNoValue,
            Lack::Swot => Message::PlanningNoSwot,
            Lack::Risks => Message::PlanningNoRisks,
            Lack::TrendRisks => field("trend_risks"),
            Lack::Inexperience => field("inexperience"),
            Lack::Rivals => Message::PlanningNoRivals,
            Lack::Goals => Message::PlanningNoGoals,
            Lack::Contribution => field("contribution"),
            Lack::ManagementCost => field("management_cost"),
            Lack::ShareWanted => field("share_wanted"),
            Lack::Mix => field("mix"),
            Lack::Operating => field("operating"),
            Lack::Actions => Message::PlanningNoActions,
            Lack::Outline => Message::PlanningNoOutline,
            Lack::OutlineYear(year) => Message::PlanningNoOutlineYear { year: year.to_string() },
            Lack::ProgressMeasures => field("progress_measures"),
            Lack::Team => Message::PlanningNoTeam,
            Lack::Functions => Message::PlanningNoFunctions,
            Lack::Development => Message::PlanningNoDevelopment,
            Lack::Needs => Message::PlanningNoNeeds,
            Lack::Budget => Message::PlanningNoBudget,
            Lack::Forecast => Message::PlanningNoForecast,
            Lack::YearAmount(year) => Message::PlanningNoYearAmount { year: year.to_string() },
            Lack::ForecastNote => field("forecast_note"),
            Lack::Item(item) => Message::PlanningNotSaid { what: self.value(*item).to_owned() },
            Lack::Response(id) => Message::PlanningNoResponse { what: risk(*id) },
            Lack::Rival(id) => Message::PlanningRivalBlank { name: rival(*id) },
            Lack::Measure(id) => Message::PlanningNoMeasure { what: goal(*id) },
            Lack::GoalDate(id) => Message::PlanningNoDate { what: goal(*id) },
            Lack::ActionOwner(id) => Message::PlanningNoOwner { what: action(*id) },
            Lack::ActionDate(id) => Message::PlanningNoDate { what: action(*id) },
            Lack::Role(id) => Message::PlanningNoRole { name: member(*id) },
        })
    }

    /// By what an item that supports the plan is filled.
    pub fn evidence(&self, evidence: &Evidence, account: &Account) -> String {
        let name = |id: &OpportunityId| self.short(account, *id, "opportunity", |deal: &Opportunity| &deal.name);
        self.text(&match evidence {
            Evidence::Own => Message::PlanningByOwn,
            Evidence::Sheet => Message::PlanningBySheet,
            Evidence::Figures(count) => Message::PlanningByFigures { count: count.to_string() },
            Evidence::Share => Message::PlanningByShare,
            Evidence::Rivals(count) => Message::PlanningByRivals { count: count.to_string() },
            Evidence::Steps(id, count) => Message::PlanningBySteps { count: count.to_string(), name: name(id) },
            Evidence::Decision(id) => Message::PlanningByDecision { name: name(id) },
            Evidence::Chart(count) => Message::PlanningByChart { count: count.to_string() },
            Evidence::Wanted(count) => Message::PlanningByWanted { count: count.to_string() },
            Evidence::Review(day) => Message::PlanningByReview { date: day.map_or_else(|| "…".to_owned(), date) },
            Evidence::Criteria(id, count) => Message::PlanningByCriteria { count: count.to_string(), name: name(id) },
            Evidence::Fits(id, count) => Message::PlanningByFits { count: count.to_string(), name: name(id) },
            Evidence::Actions(count) => Message::PlanningByActions { count: count.to_string() },
            Evidence::Members(count) => Message::PlanningByMembers { count: count.to_string() },
            Evidence::Budget(count) => Message::PlanningByBudget { count: count.to_string() },
            Evidence::Needs(count) => Message::PlanningByNeeds { count: count.to_string() },
        })
    }

    /// How often something comes back; without a period that hangs on the tier.
    pub fn period(&self, every: Option<Period>) -> String {
        self.text(&match every {
            None => Message::PlanningNoTier,
            Some(Period::Days(7)) => Message::PlanningEveryWeek,
            Some(Period::Months(1)) => Message::PlanningEveryMonth,
            Some(Period::Months(12)) => Message::PlanningEveryYear,
            Some(Period::Months(count)) => Message::PlanningEveryMonths { count: count.to_string() },
            Some(Period::Days(count)) => Message::PlanningEveryDays { count: count.to_string() },
        })
    }

    /// A first summary to be edited: the strategy, the first goals, the gravest risks. Empty where the plan says
    /// none of them.
    pub fn plan_summary(&self, account: &Account, guide: &PlanningGuide) -> String {
        let strategy = account.profile.strategy.trim().to_owned();
        let said = |text: &str| !text.trim().is_empty();
        let goals = account.ranked::<Goal>().into_iter().filter(|goal| said(&goal.text));
        let goal = |goal: &Goal| match goal.measure.trim() {
            "" => goal.text.trim().to_owned(),
            measure => self.with_note(goal.text.trim(), measure),
        };
        let goals: Vec<String> = goals.take(guide.summary_items).map(goal).collect();
        let mut risks = account.ranked::<Risk>();
        risks.retain(|risk| said(&risk.text));
        // The gravest first, then as the user ordered them.
        risks.sort_by_key(|risk| risk_level(risk));
        let risks: Vec<&str> = risks.iter().take(guide.summary_items).map(|risk| risk.text.trim()).collect();
        let mut lines: Vec<String> = Some(strategy).filter(|text| !text.is_empty()).into_iter().collect();
        let list = |items: &[&str]| items.join(self.clause_separator());
        if !goals.is_empty() {
            let goals: Vec<&str> = goals.iter().map(String::as_str).collect();
            lines.push(self.text(&Message::PlanningSummaryGoals { what: list(&goals) }));
        }
        if !risks.is_empty() {
            lines.push(self.text(&Message::PlanningSummaryRisks { what: list(&risks) }));
        }
        lines.join("\n")
    }

    /// What stands between items that are sentences themselves.
    fn clause_separator(&self) -> &'static str {
        match self.language() {
            super::Language::Chinese => "；",
            super::Language::English => "; ",
        }
    }

    fn with_note(&self, text: &str, note: &str) -> String {
        match self.language() {
            super::Language::Chinese => format!("{text}（{note}）"),
            super::Language::English => format!("{text} ({note})"),
        }
    }

    /// The text of a record, cut where it is long; its kind where it has none.
    fn short<T: Record>(&self, account: &Account, id: T::Id, kind: &str, text: impl Fn(&T) -> &str) -> String {
        let text = account.get::<T>(id).map_or("", &text).trim();
        match text.char_indices().nth(LETTERS) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None if text.is_empty() => self.label("record", kind).to_owned(),
            None => text.to_owned(),
        }
    }
}
