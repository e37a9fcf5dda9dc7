//! Work: what a sentence must not begin with, how often meetings move on, what is due when, the walk-around.

use account_atlas::edit::{Edit, ProfileChange, RecordEdit};
use account_atlas::insight::{
    ActivityLack, AdvanceRate, AgendaItem, DueGroup, OutcomeDoubt, activity_lacks, advance_rate, advance_rates, agenda,
    due_group, effort_opening, monday_of, month_weeks, outcome_doubt, seller_opening, walk, walk_code,
};
use account_atlas::method::{ActivityGuide, Guide, QuestionKind, Said, WorkTopic};
use account_atlas::model::{
    Account, Action, ActionStatus, Activity, ActivityOutcome, ActivityPurpose, Ids, Opportunity, OpportunityStatus,
    Person, PersonKind, Review, ThinkingStyle,
};
use account_atlas::words::Language;
use chrono::NaiveDate;

use super::accounts::{account, done, person};

pub fn guide() -> ActivityGuide {
    ActivityGuide::shipped().expect("the guidance that ships can be read")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn ids() -> Ids {
    Ids::new(1_800_000_000_000, 5)
}

fn due(on: Option<&str>, status: ActionStatus) -> Action {
    Action { due: on.map(day), status, ..Action::new(ids().fresh()) }
}

fn judged(outcome: Option<ActivityOutcome>) -> Activity {
    Activity { outcome, ..Activity::new(ids().fresh()) }
}

#[test]
fn x2_a_sentence_on_the_seller_is_told_in_english() {
    let guide = guide();
    for (text, word) in [
        ("Present the solution to the board", Some("present")),
        ("Show the plant manager our demo", Some("show")),
        ("to show them the figures", Some("show")),
        ("Showing the figures", Some("showing")),
        ("We will convince the CFO", Some("we will")),
        ("Demo the system for Marcus", Some("demo")),
        ("we'll send the offer", Some("we")),
        ("- Visit the plant", Some("visit")),
        ("Follow up on the trial", Some("follow up")),
        ("The CFO opens the budget line", None),
        ("Names a date for the trial", None),
        // The client shows and sends: somebody else's doing has another ending, or is done for us.
        ("Shows us the tender before it is out", None),
        ("Show us the present contract", None),
        ("Send us the drawings", None),
        ("Weekly meeting agreed", None),
        ("Presentation accepted by the board", None),
        ("", None),
        ("…", None),
    ] {
        assert_eq!(seller_opening(&guide, text), word, "{text}");
    }
    assert_eq!(seller_opening(&guide, "Show us our offer again"), None);
}

#[test]
fn x2_a_sentence_on_the_seller_is_told_in_chinese() {
    let guide = guide();
    for (text, word) in [
        ("介绍我们的方案", Some("介绍")),
        ("向客户介绍方案", Some("介绍")),
        ("演示新系统", Some("演示")),
        ("向马总介绍新模块", Some("介绍")),
        ("给马总的团队演示新系统", Some("演示")),
        ("向我们介绍总经理", None),
        ("再拜访一次厂长", Some("拜访")),
        ("我们提交报价", Some("我们")),
        ("我方汇报进展", Some("我方")),
        ("汇报项目进展", Some("汇报")),
        ("讲解技术路线", Some("讲解")),
        // The client introduces us, which is an advance.
        ("介绍我们给总经理", None),
        ("厂长定下试用日期", None),
        ("财务总监松动预算", None),
        ("我们的样机通过验收", None),
    ] {
        assert_eq!(seller_opening(&guide, text), word, "{text}");
    }
}

#[test]
fn l9_a_deliverable_that_names_the_effort_is_told() {
    let guide = guide();
    for (text, word) in [
        ("Call the CFO", Some("call")),
        ("Preparing the offer", Some("preparing")),
        ("send samples", Some("send")),
        ("Visit to the plant", Some("visit")),
        ("联系财务总监", Some("联系")),
        ("拜访厂长", Some("拜访")),
        ("沟通预算", Some("沟通")),
        ("准备报价", Some("准备")),
        ("Offer", None),
        ("Signed test protocol", None),
        ("Call report", None),
        ("Visit report of the plant", None),
        ("Preparation of the trial", None),
        ("签字的测试记录", None),
        ("联系人名单", None),
        ("拜访纪要", None),
    ] {
        assert_eq!(effort_opening(&guide, text), word, "{text}");
    }
}

#[test]
fn x2_an_activity_says_who_why_when_and_what_the_client_does() {
    use ActivityLack::{Date, Expected, Who, Why};
    let start = account("Ada: CEO");
    let mut one = judged(None);
    assert_eq!(activity_lacks(&one), [Who, Why, Date, Expected]);
    one.who = vec![person(&start, "Ada")];
    one.why = Some(ActivityPurpose::Advance);
    one.expected = " ".to_owned();
    assert_eq!(activity_lacks(&one), [Date, Expected]);
    one.date = Some(day("2026-11-30"));
    one.expected = "Names a date".to_owned();
    assert_eq!(activity_lacks(&one), []);
}

#[test]
fn x3_the_advance_rate_counts_orders_and_advances_among_the_judged() {
    use ActivityOutcome::{Advance, Continuation, NoSale, Order};
    assert_eq!(advance_rate([]), AdvanceRate { moved: 0, judged: 0 });
    assert_eq!(advance_rate(&[judged(None), judged(None)]), AdvanceRate { moved: 0, judged: 0 });
    let outcomes = [Order, Advance, Advance, Continuation, NoSale, Advance, Advance, Continuation];
    let mut all: Vec<Activity> = outcomes.map(|outcome| judged(Some(outcome))).into();
    all.push(judged(None));
    assert_eq!(advance_rate(&all), AdvanceRate { moved: 5, judged: 8 });
}

#[test]
fn x3_the_recent_rate_looks_back_ninety_days_and_no_further() {
    use ActivityOutcome::{Advance, Continuation};
    let today = day("2026-11-21");
    let mut ids = ids();
    let mut start = account("Ada: CEO");
    let (deal, idle) = (Opportunity::new(ids.fresh(), "Line two"), Opportunity::new(ids.fresh(), "Idle"));
    for opportunity in [&deal, &idle] {
        start = done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(opportunity.clone()))));
    }
    assert_eq!(advance_rates(&start, &guide(), today).all, AdvanceRate::default());
    for (date, outcome, of) in [
        (Some("2026-11-21"), Some(Advance), Some(deal.id)),
        (Some("2026-08-23"), Some(Advance), None),
        (Some("2026-08-22"), Some(Advance), Some(deal.id)),
        (Some("2026-11-22"), Some(Continuation), Some(deal.id)),
        (Some("2026-10-01"), Some(Continuation), None),
        (None, Some(Advance), None),
        (Some("2026-11-01"), None, Some(idle.id)),
    ] {
        let one = Activity { date: date.map(day), outcome, opportunity: of, ..Activity::new(ids.fresh()) };
        start = done(&start, Edit::Activity(RecordEdit::Add(Box::new(one))));
    }
    let rates = advance_rates(&start, &guide(), today);
    assert_eq!(rates.all, AdvanceRate { moved: 4, judged: 6 });
    assert_eq!(rates.recent, AdvanceRate { moved: 2, judged: 3 }, "the 90th day counts, the 91st and tomorrow do not");
    assert_eq!(rates.opportunities, [(deal.id, AdvanceRate { moved: 2, judged: 3 })], "nothing judged, no rate");
}

#[test]
fn x3_an_outcome_is_doubted_where_the_client_did_nothing() {
    use ActivityOutcome::{Advance, Continuation, NoSale, Order};
    let with = |outcome, happened, expected: &str, promised: &str| {
        let (expected, promised) = (expected.to_owned(), promised.to_owned());
        outcome_doubt(&Activity { happened, expected, promised, ..judged(outcome) })
    };
    assert_eq!(with(None, Some(false), "", ""), None);
    assert_eq!(with(Some(Advance), Some(false), "Trial", ""), Some(OutcomeDoubt::NotHappened));
    assert_eq!(with(Some(Advance), Some(false), "Trial", "A date"), Some(OutcomeDoubt::NotHappened));
    assert_eq!(with(Some(Advance), None, "Trial", ""), Some(OutcomeDoubt::NothingDone));
    assert_eq!(with(Some(Advance), Some(true), " ", ""), Some(OutcomeDoubt::NothingDone));
    assert_eq!(with(Some(Advance), None, "", "A date"), None);
    assert_eq!(with(Some(Advance), Some(true), "Trial", ""), None);
    assert_eq!(with(Some(Continuation), Some(true), "Trial", ""), Some(OutcomeDoubt::Continued));
    assert_eq!(with(Some(Continuation), Some(false), "Trial", ""), None);
    assert_eq!(with(Some(Order), Some(false), "Trial", ""), None);
    assert_eq!(with(Some(NoSale), None, "", ""), None);
}

#[test]
fn actions_are_grouped_by_the_week_from_monday_to_sunday() {
    use ActionStatus::{AtRisk, Done, Dropped, NotStarted};
    // A Saturday: this week ends tomorrow.
    let saturday = day("2026-11-21");
    for (on, group) in [
        ("2026-11-20", DueGroup::Overdue),
        ("2026-11-21", DueGroup::ThisWeek),
        ("2026-11-22", DueGroup::ThisWeek),
        ("2026-11-23", DueGroup::Later),
    ] {
        assert_eq!(due_group(&due(Some(on), AtRisk), saturday), group, "{on}");
    }
    // A Wednesday whose week ends in the next year.
    let wednesday = day("2026-12-30");
    for (on, group) in [
        ("2026-12-29", DueGroup::Overdue),
        ("2026-12-30", DueGroup::ThisWeek),
        ("2027-01-03", DueGroup::ThisWeek),
        ("2027-01-04", DueGroup::Later),
    ] {
        assert_eq!(due_group(&due(Some(on), NotStarted), wednesday), group, "{on}");
    }
    assert_eq!(due_group(&due(Some("2027-01-03"), NotStarted), day("2027-01-01")), DueGroup::ThisWeek);
    assert_eq!(due_group(&due(None, NotStarted), wednesday), DueGroup::Undated);
    for status in [Done, Dropped] {
        assert_eq!(due_group(&due(Some("2026-01-01"), status), wednesday), DueGroup::Finished);
        assert!(!due(Some("2026-01-01"), status).is_overdue(wednesday));
    }
    assert!(due(Some("2026-12-29"), NotStarted).is_overdue(wednesday));
    assert_eq!(monday_of(day("2027-01-03")), day("2026-12-28"));
    assert_eq!(monday_of(day("2026-12-28")), day("2026-12-28"));
}

#[test]
fn a_month_has_four_to_six_whole_weeks() {
    for (of, count, first, last) in [
        // It begins on a Monday and has 28 days.
        ("2027-02-14", 4, "2027-02-01", "2027-02-28"),
        // It begins on a Sunday.
        ("2026-02-28", 5, "2026-01-26", "2026-03-01"),
        // It begins on a Saturday and ends on a Monday.
        ("2026-08-01", 6, "2026-07-27", "2026-09-06"),
        ("2026-12-31", 5, "2026-11-30", "2027-01-03"),
    ] {
        let weeks = month_weeks(day(of));
        assert_eq!(weeks.len(), count, "{of}");
        assert!(weeks.iter().all(|week| week.len() == 7), "{of}");
        let days: Vec<NaiveDate> = weeks.concat();
        assert_eq!((days.first(), days.last()), (Some(&day(first)), Some(&day(last))), "{of}");
        assert!(days.windows(2).all(|two| two[0].succ_opt() == Some(two[1])), "no day is left out: {of}");
    }
}

#[test]
fn the_agenda_holds_what_is_dated_within_its_days() {
    let mut ids = ids();
    let mut start = account("Ada: CEO");
    let action = |ids: &mut Ids, on, status| Action { due: Some(day(on)), status, ..Action::new(ids.fresh()) };
    let first = action(&mut ids, "2026-11-01", ActionStatus::NotStarted);
    let outside = action(&mut ids, "2026-10-31", ActionStatus::NotStarted);
    let dropped = action(&mut ids, "2026-11-10", ActionStatus::Dropped);
    let finished = action(&mut ids, "2026-11-10", ActionStatus::Done);
    let stone = Action { is_milestone: true, ..action(&mut ids, "2026-11-30", ActionStatus::InProgress) };
    for one in [&first, &outside, &dropped, &finished, &stone] {
        start = done(&start, Edit::Action(RecordEdit::Add(Box::new(one.clone()))));
    }
    let meeting = Activity { date: Some(day("2026-11-20")), ..Activity::new(ids.fresh()) };
    start = done(&start, Edit::Activity(RecordEdit::Add(Box::new(meeting.clone()))));
    let dated = |one: Opportunity| Opportunity {
        next_step_due: Some(day("2026-11-21")),
        close: Some(day("2026-11-30")),
        ..one
    };
    let open = dated(Opportunity::new(ids.fresh(), "Open"));
    let won = Opportunity { status: OpportunityStatus::Won, ..dated(Opportunity::new(ids.fresh(), "Won")) };
    for one in [&open, &won] {
        start = done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(one.clone()))));
    }
    let review = Review { date: Some(day("2026-11-10")), ..Review::new(ids.fresh()) };
    start = done(&start, Edit::Review(RecordEdit::Add(Box::new(review.clone()))));
    start = done(&start, Edit::Profile(ProfileChange::NextReview(Some(day("2026-11-25")))));
    let found = agenda(&start, (day("2026-11-01"), day("2026-11-30")), day("2026-11-21"));
    let said: Vec<(String, AgendaItem, bool, bool)> =
        found.iter().map(|one| (one.day.format("%d").to_string(), one.item, one.is_done, one.is_late)).collect();
    let expected = [
        ("01", AgendaItem::Action(first.id), false, true),
        ("10", AgendaItem::Action(finished.id), true, false),
        ("10", AgendaItem::Review(review.id), true, false),
        ("20", AgendaItem::Activity(meeting.id), false, true),
        ("21", AgendaItem::NextStep(open.id), false, false),
        ("25", AgendaItem::NextReview, false, false),
        ("30", AgendaItem::Milestone(stone.id), false, false),
        ("30", AgendaItem::Close(open.id), false, false),
    ];
    assert_eq!(said, expected.map(|(on, item, is_done, is_late)| (on.to_owned(), item, is_done, is_late)));
}

/// An account in which somebody is changed.
pub fn styled(start: &Account, name: &str, change: impl Fn(&mut Person)) -> Account {
    let mut one = start.get::<Person>(person(start, name)).expect("somebody").clone();
    change(&mut one);
    let mut after = start.clone();
    std::sync::Arc::make_mut(&mut after.persons).insert(one.id, std::sync::Arc::new(one));
    after
}

#[test]
fn p14_the_walk_begins_with_the_quadrants_of_those_who_attend() {
    let guide = Guide::shipped().expect("the guidance that ships can be read");
    let mut start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO\n  Board: Board");
    let (ada, cy) = (person(&start, "Ada"), person(&start, "Cy"));
    start = styled(&start, "Ada", |one| one.style = Some(ThinkingStyle::D));
    start = styled(&start, "Bo", |one| {
        one.style = Some(ThinkingStyle::A);
        one.second_style = Some(ThinkingStyle::D);
    });
    start = styled(&start, "Board", |one| {
        one.kind = PersonKind::Group;
        one.members = vec![ada, cy];
    });
    let mut one = judged(None);
    let nobody = walk(&start, &guide, &one);
    assert_eq!((nobody.styles.len(), nobody.unknown, nobody.done, nobody.all), (0, 0, 0, 17));
    // Ada comes on her own and as one of the board: she is counted once.
    one.who = vec![ada, person(&start, "Bo"), person(&start, "Board")];
    one.walked = ["A1", "A5", "D4", "A6", "D5", "Z1"].map(str::to_owned).into();
    let found = walk(&start, &guide, &one);
    assert_eq!(found.styles, [(ThinkingStyle::A, 1), (ThinkingStyle::D, 2)]);
    assert_eq!((found.unknown, found.done, found.all), (1, 3, 17), "codes of no prompt do not count");
    assert_eq!(walk_code(ThinkingStyle::B, 3), "B4");
}

#[test]
fn the_guidance_on_work_is_said_in_both_languages() {
    let guide = guide();
    let mut said: Vec<&Said> = Vec::new();
    for topic in
        [WorkTopic::Preparation, WorkTopic::Expected, WorkTopic::Outcome, WorkTopic::Deliverable, WorkTopic::Walk]
    {
        assert!(!guide.why(topic).is_empty(), "{topic:?}");
        said.extend(guide.why(topic));
    }
    for kind in [QuestionKind::Situation, QuestionKind::Problem, QuestionKind::Implication, QuestionKind::Payoff] {
        let notes = guide.question(kind).unwrap_or_else(|| panic!("{kind:?}"));
        assert!(!notes.lines.is_empty(), "{kind:?}");
        said.push(&notes.example);
        said.extend(&notes.lines);
    }
    let is_chinese = |letter: char| matches!(letter, '\u{4E00}'..='\u{9FFF}');
    for one in said {
        assert!(one.text(Language::Chinese).chars().any(is_chinese), "{one:?}");
        assert!(!one.text(Language::English).is_empty() && !one.text(Language::English).chars().any(is_chinese));
    }
    for list in [&guide.seller, &guide.effort] {
        assert!(list.words.iter().chain(&list.except).all(|word| *word == word.to_lowercase() && word.trim() == word));
        let in_both = [true, false].map(|latin| list.words.iter().filter(|word| word.is_ascii() == latin).count());
        assert!(in_both.iter().all(|count| *count > 20), "{in_both:?}");
    }
    assert_eq!((guide.recent_days, guide.follow_up_days), (90, 7));
}
