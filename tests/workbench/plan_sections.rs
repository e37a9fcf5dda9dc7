//! The plan as a whole: what ships, what a section lacks, where an action stands, a first summary.

use account_atlas::edit::{ActionChange, Edit, PlanChange, ProfileChange, RecordEdit};
use account_atlas::insight::{
    Lack, PlanInsights, PlanTarget, actions_by_area, area_of, bad_answers, completeness, has_review_action, plan_years,
    supporting,
};
use account_atlas::method::{BadAnswer, Method, Period, PlanningGuide, Recurring};
use account_atlas::model::{
    Account, Action, ActionArea, ActionStatus, CheckMark, Coded, ForecastLine, Goal, Ids, Money, Opportunity,
    PlanPrinciple, PlanSection, PlanningStep, Review, ReviewCheck, ReviewQuestion, Risk, RiskLevel, SupportingPart,
    TeamMember, YearAmount, YearOutline,
};
use account_atlas::words::Language;
use chrono::NaiveDate;

use super::accounts::{account, done, person};
use super::words::words;

pub fn method() -> Method {
    Method::shipped().expect("the method that ships can be read")
}

pub fn guide() -> PlanningGuide {
    method().planning
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Ids that no record of a written account has.
pub fn more_ids() -> Ids {
    Ids::new(1_700_000_500_000, 7)
}

pub fn today() -> NaiveDate {
    day("2026-11-21")
}

pub fn empty() -> Account {
    account("")
}

pub fn add(account: &Account, edits: impl IntoIterator<Item = Edit>) -> Account {
    edits.into_iter().fold(account.clone(), |account, edit| done(&account, edit))
}

pub fn insights(account: &Account) -> PlanInsights {
    PlanInsights::of(account, &method(), today())
}

pub fn lacks(account: &Account, section: PlanSection) -> Vec<Lack> {
    insights(account).lacks(section).to_vec()
}

pub fn added(action: Action) -> Edit {
    Edit::Action(RecordEdit::Add(Box::new(action)))
}

/// A member of the team, one of another function, and a deal.
pub fn desk() -> (Account, TeamMember, TeamMember, Opportunity) {
    let mut ids = more_ids();
    let mei = TeamMember { name: "Mei".to_owned(), ..TeamMember::new(ids.fresh()) };
    let other = TeamMember { name: "Ott".to_owned(), is_other_function: true, ..TeamMember::new(ids.fresh()) };
    let deal = Opportunity::new(ids.fresh(), "Line 4");
    let start = add(
        &account("Ada: CEO"),
        [
            Edit::Member(RecordEdit::Add(Box::new(mei.clone()))),
            Edit::Member(RecordEdit::Add(Box::new(other.clone()))),
            Edit::Opportunity(RecordEdit::Add(Box::new(deal.clone()))),
        ],
    );
    (start, mei, other, deal)
}

#[test]
fn vector_7_the_plan_has_12_to_21_pages_and_27_items_of_11_5_3_and_8() {
    let guide = guide();
    assert_eq!(guide.all_pages(), (12, 21));
    let stated =
        [Some((1, 1)), Some((1, 2)), Some((2, 3)), Some((2, 3)), Some((2, 4)), Some((2, 2)), Some((2, 6)), None];
    assert_eq!(PlanSection::ALL.iter().map(|section| guide.pages(*section)).collect::<Vec<_>>(), stated);
    let complete = completeness(&supporting(&empty(), &guide));
    let counts: Vec<_> = complete.parts.iter().map(|(part, _, all)| (*part, *all)).collect();
    assert_eq!(
        counts,
        [
            (SupportingPart::Client, 11),
            (SupportingPart::Performance, 5),
            (SupportingPart::Competition, 3),
            (SupportingPart::Actions, 8)
        ]
    );
    assert_eq!((complete.filled, complete.all), (0, 27));
}

#[test]
fn the_guide_speaks_of_every_section_step_principle_and_question() {
    let guide = guide();
    for section in PlanSection::ALL {
        assert!(!guide.contents(*section).is_empty(), "{section:?}");
    }
    for principle in PlanPrinciple::ALL {
        assert!(!guide.principle(*principle).is_empty(), "{principle:?}");
    }
    for step in PlanningStep::ALL {
        assert!(guide.share(*step) > 0, "{step:?}");
    }
    assert_eq!(guide.phases.len(), 4, "methods L4");
    assert_eq!(
        (guide.weeks, guide.weeks.0 <= guide.usual_weeks && guide.usual_weeks <= guide.weeks.1),
        ((8, 12), true)
    );
    assert_eq!((guide.problems.len(), guide.success.is_empty()), (5, false), "methods L7");
    for object in [
        Recurring::Plan,
        Recurring::Progress,
        Recurring::Swot,
        Recurring::Timetable,
        Recurring::CallPlan,
        Recurring::Business,
        Recurring::Personal,
        Recurring::Annual,
    ] {
        let rhythm = guide.rhythm(object).expect("each comes back in a rhythm");
        for language in Language::ALL {
            assert!(!rhythm.name.text(language).is_empty() && !rhythm.source.text(language).is_empty());
        }
    }
    let rescan = method().strategy.rescan_months;
    assert_eq!(guide.rhythm(Recurring::Swot).and_then(|rhythm| rhythm.every(None)), Some(Period::Months(rescan)));
}

#[test]
fn l6_only_the_first_question_is_bad_when_yes_and_a_new_initiative_is_neither() {
    let guide = guide();
    assert_eq!(ReviewQuestion::ALL.len(), 11, "a to k");
    assert_eq!(ReviewQuestion::ALL.iter().filter(|question| question.is_on_all_plans()).count(), 4, "h to k");
    for question in ReviewQuestion::ALL.iter().copied() {
        let bad = if question == ReviewQuestion::Unreachable {
            BadAnswer::Yes
        } else if question == ReviewQuestion::Initiative {
            BadAnswer::Neither
        } else {
            BadAnswer::No
        };
        assert_eq!(guide.bad_answer(question), bad, "{question:?}");
        assert!(!guide.is_bad(question, CheckMark::NotApplicable), "{question:?}");
    }
    let check = |question, mark| ReviewCheck { question: Some(question), mark: Some(mark), ..ReviewCheck::default() };
    let review = Review {
        checks: vec![
            check(ReviewQuestion::Return, CheckMark::No),
            check(ReviewQuestion::Unreachable, CheckMark::Yes),
            check(ReviewQuestion::Initiative, CheckMark::No),
            check(ReviewQuestion::Linked, CheckMark::Yes),
        ],
        ..Review::new(more_ids().fresh())
    };
    assert_eq!(bad_answers(&review, &guide), [ReviewQuestion::Unreachable, ReviewQuestion::Return]);
}

#[test]
fn l1_an_empty_account_lacks_something_in_every_section_and_begins_none() {
    let plan = insights(&empty());
    assert_eq!(plan.sections.iter().map(|state| state.section).collect::<Vec<_>>(), PlanSection::ALL);
    for state in &plan.sections {
        assert!(!state.lacks.is_empty() && !state.is_begun, "{:?}", state.section);
        for lack in &state.lacks {
            assert_eq!(lack.target(), PlanTarget::Section(state.section), "{lack:?}");
            for language in Language::ALL {
                let said = words(language).lack(lack, &empty());
                assert!(!said.contains("???") && !said.contains('{'), "{said}");
            }
        }
    }
    assert_eq!(
        plan.lacks(PlanSection::Summary),
        [Lack::Summary, Lack::Strategy, Lack::Owner, Lack::Period, Lack::Target]
    );
    assert_eq!(plan.lacks(PlanSection::Forecast), [Lack::Forecast, Lack::ForecastNote]);
}

#[test]
fn l1_goals_risks_and_actions_lack_what_makes_them_worth_something() {
    let mut ids = more_ids();
    let goal = Goal { text: "Double".to_owned(), ..Goal::new(ids.fresh()) };
    let risk = Risk { text: "Strike".to_owned(), ..Risk::new(ids.fresh()) };
    let open = Action { what: "Offer".to_owned(), ..Action::new(ids.fresh()) };
    let shut = Action { status: ActionStatus::Done, ..Action::new(ids.fresh()) };
    let member = TeamMember { name: "Mei".to_owned(), ..TeamMember::new(ids.fresh()) };
    let filled = add(
        &empty(),
        [
            Edit::Goal(RecordEdit::Add(Box::new(goal.clone()))),
            Edit::Risk(RecordEdit::Add(Box::new(risk.clone()))),
            added(open.clone()),
            added(shut),
            Edit::Member(RecordEdit::Add(Box::new(member.clone()))),
        ],
    );
    let of = |section, wanted: &[Lack]| {
        let found = lacks(&filled, section);
        assert!(found.ends_with(wanted), "{section:?}: {found:?}");
    };
    of(PlanSection::Objectives, &[Lack::Operating, Lack::Measure(goal.id), Lack::GoalDate(goal.id)]);
    of(PlanSection::Risks, &[Lack::Rivals, Lack::Response(risk.id)]);
    of(PlanSection::Actions, &[Lack::ProgressMeasures, Lack::ActionOwner(open.id), Lack::ActionDate(open.id)]);
    of(PlanSection::Team, &[Lack::Budget, Lack::Role(member.id)]);
    assert_eq!(Lack::Measure(goal.id).target(), PlanTarget::Goal(goal.id));
    let english = words(Language::English);
    assert_eq!(english.lack(&Lack::Response(risk.id), &filled), "No response: Strike");
    assert_eq!(english.lack(&Lack::ActionOwner(open.id), &filled), "Nobody owns it: Offer");
    assert_eq!(words(Language::Chinese).lack(&Lack::Measure(goal.id), &filled), "没有衡量办法：Double");
    assert!(insights(&filled).sections[4].is_begun, "an action begins the action plan");
}

#[test]
fn l1_outline_and_forecast_look_five_years_ahead_from_the_users_first_year() {
    assert_eq!(plan_years(&empty(), today()), [2027, 2028, 2029, 2030, 2031], "the coming year");
    let start = done(&empty(), Edit::Plan(PlanChange::ForecastFrom(Some(2030))));
    assert_eq!(plan_years(&start, today()), [2030, 2031, 2032, 2033, 2034]);
    let line =
        |year: u16, text: &str| YearOutline { year: Some(year), text: text.to_owned(), ..YearOutline::default() };
    let outline = vec![line(2030, "Win line 4"), line(2031, " "), line(2034, "Lead")];
    let outlined = done(&start, Edit::Plan(PlanChange::Outline(outline)));
    let years: Vec<Lack> = [2031, 2032, 2033].map(Lack::OutlineYear).to_vec();
    let found = lacks(&outlined, PlanSection::Actions);
    assert!(!found.contains(&Lack::Outline) && found.ends_with(&years), "{found:?}");
    let amount = |year: u16, amount| YearAmount { year: Some(year), amount, ..YearAmount::default() };
    let money = Some(Money::of_units(3, account_atlas::model::Currency::EUR));
    let mut ids = more_ids();
    let years = vec![amount(2030, money), amount(2031, None), amount(2033, money)];
    let forecast = ForecastLine { years, ..ForecastLine::new(ids.fresh()) };
    let planned = done(&outlined, Edit::Forecast(RecordEdit::Add(Box::new(forecast))));
    let empty_years: Vec<Lack> = [2031, 2032, 2034].map(Lack::YearAmount).to_vec();
    assert!(lacks(&planned, PlanSection::Forecast).ends_with(&empty_years));
    assert!(!lacks(&planned, PlanSection::Forecast).contains(&Lack::Forecast));
}

#[test]
fn l1_an_action_stands_in_the_part_set_by_hand_else_where_its_links_put_it() {
    let (start, mei, _, deal) = desk();
    let ada = person(&start, "Ada");
    let mut ids = Ids::new(1_700_000_600_000, 9);
    let new = Action { owner: Some(mei.id), ..Action::new(ids.fresh()) };
    let linked = Action { people: vec![ada], opportunity: Some(deal.id), is_milestone: true, ..new.clone() };
    for (action, area) in [
        (new.clone(), ActionArea::Goal),
        (linked.clone(), ActionArea::Opportunity),
        (Action { opportunity: None, ..linked.clone() }, ActionArea::Relationship),
        (Action { is_milestone: true, ..new.clone() }, ActionArea::Project),
        (Action { area: Some(ActionArea::Measure), ..linked }, ActionArea::Measure),
    ] {
        assert_eq!(area_of(&action), area);
        let parts = actions_by_area(&done(&start, added(action.clone())))
            .iter()
            .filter(|(_, actions)| actions.len() == 1)
            .map(|(area, _)| *area)
            .collect::<Vec<_>>();
        assert_eq!(parts, [area], "it stands in one part only");
    }
}

#[test]
fn an_action_on_a_question_of_a_review_counts_while_it_is_open() {
    let mut ids = more_ids();
    let question = ReviewQuestion::Return;
    let action = Action { question: question.code().to_owned(), ..Action::new(ids.fresh()) };
    let id = action.id;
    let start = done(&empty(), added(action));
    assert!(has_review_action(&start, question) && !has_review_action(&start, ReviewQuestion::Linked));
    let finished = Edit::Action(RecordEdit::Set(id, ActionChange::Status(ActionStatus::Done)));
    assert!(!has_review_action(&done(&start, finished), question));
}

#[test]
fn a_first_summary_names_strategy_goals_and_the_gravest_risks() {
    let mut ids = more_ids();
    let risk = |ids: &mut Ids, text: &str, level, rank| {
        let risk = Risk { text: text.to_owned(), level, rank, ..Risk::new(ids.fresh()) };
        Edit::Risk(RecordEdit::Add(Box::new(risk)))
    };
    let goal = Goal { text: "Double revenue".to_owned(), measure: "by 2028".to_owned(), ..Goal::new(ids.fresh()) };
    let unsaid = Goal { text: " ".to_owned(), rank: -1, ..Goal::new(ids.fresh()) };
    let filled = add(
        &empty(),
        [
            Edit::Profile(ProfileChange::Strategy(" Service first ".to_owned())),
            Edit::Goal(RecordEdit::Add(Box::new(goal))),
            Edit::Goal(RecordEdit::Add(Box::new(unsaid))),
            risk(&mut ids, "Low", RiskLevel::Low, 1),
            risk(&mut ids, "Medium", RiskLevel::Medium, 2),
            risk(&mut ids, "High", RiskLevel::High, 3),
            risk(&mut ids, "High too", RiskLevel::High, 4),
        ],
    );
    let [chinese, english] = Language::ALL.map(|language| words(language).plan_summary(&filled, &guide()));
    assert_eq!(english, "Service first\nGoals: Double revenue (by 2028)\nGravest risks: High; High too; Medium");
    assert_eq!(chinese, "Service first\n目标：Double revenue（by 2028）\n最重的风险：High；High too；Medium");
    assert_eq!(words(Language::English).plan_summary(&empty(), &guide()), "", "nothing is made of nothing");
}
