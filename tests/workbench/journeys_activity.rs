//! Activities prepared, judged and followed up, by what a screen reader hears.

use account_atlas::edit::{ActivityChange, Edit, RecordEdit};
use account_atlas::model::{
    Account, Action, Activity, ActivityId, ActivityOutcome, Ids, Need, NeedKind, Opportunity, OpportunityId,
    ThinkingStyle,
};
use account_atlas::ui::WorkTab;
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, person};
use super::driver::Driver;
use super::journeys_work::{at, day};
use super::work::styled;

/// An opportunity, and a meeting with Bo for it that found a problem.
pub fn meeting() -> (Account, OpportunityId, ActivityId) {
    let mut ids = Ids::new(1_800_000_000_000, 6);
    let mut start = account("Ada: CEO\n  Bo: CFO");
    start = styled(&start, "Bo", |one| one.style = Some(ThinkingStyle::A));
    let deal = Opportunity::new(ids.fresh(), "Line two");
    let activity = Activity {
        who: vec![person(&start, "Bo")],
        problem: "Changeover takes an hour".to_owned(),
        implication: "Late deliveries".to_owned(),
        opportunity: Some(deal.id),
        ..Activity::new(ids.fresh())
    };
    let (of, id) = (deal.id, activity.id);
    start = done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(deal))));
    start = done(&start, Edit::Activity(RecordEdit::Add(Box::new(activity))));
    (start, of, id)
}

fn at_meeting(name: &str, twice: bool) -> (Driver, Account, OpportunityId, ActivityId) {
    let (start, of, id) = meeting();
    let mut user = at(name, &start, (WorkTab::Activities, twice));
    user.window.state_mut().view_mut().work.activity = Some(id);
    user.rest();
    (user, start, of, id)
}

#[test]
fn x6_a_problem_found_is_kept_as_an_implied_need() {
    for twice in [false, true] {
        let (mut user, start, of, _) = at_meeting("work-need", twice);
        user.reach("Questions to ask");
        user.reach("Keep as an implied need");
        let needs = |user: &Driver| -> Vec<Need> {
            user.account().get::<Opportunity>(of).expect("the opportunity").buying.needs.clone()
        };
        let [need] = needs(&user).try_into().expect("one need");
        assert_eq!((need.statement.as_str(), need.kind), ("Changeover takes an hour", Some(NeedKind::Implied)));
        assert_eq!((need.holder, need.implication.as_str()), (Some(person(&start, "Bo")), "Late deliveries"));
        assert!(user.window.query_by_label_contains("Kept as a need").is_some());
        assert!(user.window.query_by_label("Keep as an implied need").is_none(), "it is not kept twice");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn p14_a_prompt_of_the_walk_is_ticked_and_counted() {
    for twice in [false, true] {
        let (mut user, start, _, id) = at_meeting("work-walk", twice);
        let walked = |user: &Driver| user.account().get::<Activity>(id).expect("the meeting").walked.clone();
        user.reach("0 of 17");
        assert!(user.window.query_by_label("A analyst · people: 1").is_some(), "Bo's quadrant stands first");
        assert!(user.window.query_by_label("Are there metaphors?").is_none(), "the others are folded");
        user.reach("Is it logical?");
        user.reach("Are facts used?");
        assert_eq!(walked(&user), ["A1", "A5"]);
        assert!(user.window.query_by_label_contains("2 of 17").is_some());
        user.ctrl(Key::Z);
        assert_eq!(walked(&user), ["A5"], "each tick is a step");
        user.reach("Is it logical?");
        assert_eq!(user.account(), &start, "a tick is taken back by another click");
    }
}

#[test]
fn x2_an_expected_action_of_ours_is_told_in_both_languages() {
    for (language, typed, warning) in [
        (Language::English, "Present the plan", "what will the client do at the end?"),
        (Language::Chinese, "我们介绍方案", "结束时客户会做什么"),
    ] {
        let mut user = Driver::in_language("work-seller", Some(&account("Ada: CEO")), false, language, &[]);
        user.key(Key::A);
        let (tab, add) = if language == Language::English {
            ("Activities", "Add an activity")
        } else {
            ("客户交往活动", "添加活动")
        };
        user.click(tab);
        user.click(add);
        user.rest();
        assert!(user.window.query_by_label_contains(warning).is_none());
        user.write(typed);
        assert!(user.window.query_by_label_contains(warning).is_some());
        assert_eq!(user.account().all::<Activity>().next().expect("an activity").expected, typed);
    }
}

#[test]
fn x3_an_activity_leads_to_its_follow_up() {
    let (mut user, start, of, _) = at_meeting("work-follow", false);
    user.reach("Add the follow-up action");
    user.write("Trial plan");
    let action = user.account().all::<Action>().next().expect("the follow-up").clone();
    assert_eq!((action.what.as_str(), action.opportunity), ("Trial plan", Some(of)));
    assert_eq!(action.people, [person(&start, "Bo")]);
    assert_eq!(action.due, Some(day("2026-11-28")), "seven days on");
    assert_eq!(user.window.state_mut().view_mut().work.tab, WorkTab::List);
}

#[test]
fn the_advance_rate_is_said_as_counts() {
    let (start, _, id) = meeting();
    let set = |account: &Account, change| done(account, Edit::Activity(RecordEdit::Set(id, change)));
    let user = at("work-rate-none", &start, (WorkTab::Activities, false));
    assert!(user.window.query_by_label("No outcome said yet, so there is no advance rate.").is_some());
    let start = set(&start, ActivityChange::Outcome(Some(ActivityOutcome::Advance)));
    let user = at("work-rate", &start, (WorkTab::Activities, false));
    assert!(user.window.query_by_label("Advances: 1 of 1").is_some());
    assert!(user.window.query_by_label("Line two: 1 of 1").is_some());
    assert!(user.window.query_by_label_contains("last 90 days").is_none(), "it has no date");
    let start = set(&start, ActivityChange::Date(Some(day("2026-11-20"))));
    let user = at("work-rate-recent", &start, (WorkTab::Activities, false));
    assert!(user.window.query_by_label("last 90 days: 1 of 1").is_some());
}

#[test]
fn x3_an_advance_without_anything_the_client_did_is_doubted() {
    let (mut user, _, _, id) = at_meeting("work-doubt", false);
    let doubt = "An advance is something the client does";
    user.reach("Outcome: Advance");
    let outcome = |user: &Driver| user.account().get::<Activity>(id).expect("the meeting").outcome;
    assert_eq!(outcome(&user), Some(ActivityOutcome::Advance));
    assert!(user.window.query_by_label_contains(doubt).is_some());
    user.reach("Outcome: Continuation");
    assert_eq!(outcome(&user), Some(ActivityOutcome::Continuation));
    assert!(user.window.query_by_label_contains(doubt).is_none());
}
