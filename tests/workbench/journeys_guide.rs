//! Help me choose, and how to talk with somebody, as a user meets them.

use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::model::{
    Account, BuyingRole, Ids, Judged, Opportunity, Person, PlanSection, RelationshipStage, Support, TeamMember,
    ThinkingStyle,
};
use account_atlas::ui::PlanPage;
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, person};
use super::driver::Driver;

fn people() -> Account {
    account("Ada: CEO\n  Bo: CFO")
}

fn twice(journey: impl Fn(bool)) {
    for twice in [false, true] {
        journey(twice);
    }
}

fn support(user: &Driver, name: &str) -> Option<Support> {
    let id = person(user.account(), name);
    user.account().get::<Person>(id).expect("somebody").judgement.support
}

#[test]
fn three_answers_lead_to_a_value_in_one_step() {
    let start = people();
    twice(|twice| {
        let mut user = Driver::new("guide-support", Some(&start), twice);
        user.select("Bo");
        user.click("Help me choose: Support");
        assert!(user.window.query_by_label_contains("spoken for us").is_some(), "the first question");
        user.key(Key::Num2);
        assert!(user.window.query_by_label_contains("choose us today").is_some(), "the second");
        // One answer too far, and back.
        user.key(Key::Num1);
        assert!(user.window.query_by_label("Proposed: Supporter").is_some());
        user.click("← Back");
        user.key(Key::Num3);
        user.key(Key::Num1);
        assert!(user.window.query_by_label("Proposed: Enemy").is_some());
        assert_eq!(user.account(), &start, "nothing is said before it is set");
        user.click("Set it");
        assert_eq!(support(&user, "Bo"), Some(Support::Enemy));
        assert!(user.window.query_by_label("Set it").is_none(), "the questions are gone");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "one step");
    });
}

#[test]
fn the_map_asks_by_keyboard_alone() {
    let start = people();
    twice(|twice| {
        let mut user = Driver::new("guide-keys", Some(&start), twice);
        user.select("Ada");
        for key in [Key::R, Key::H, Key::Num1, Key::Enter] {
            user.key(key);
        }
        let ada = user.account().get::<Person>(person(&start, "Ada")).expect("Ada").clone();
        assert_eq!(ada.judgement.role, Some(BuyingRole::Approver));
        // Escape forgets the questions and leaves the card selected and the account as it is.
        let before = user.account().clone();
        for key in [Key::S, Key::H, Key::Num1, Key::Escape] {
            user.key(key);
        }
        assert_eq!(user.account(), &before);
        assert_eq!(user.window.state_mut().view_mut().selection.len(), 1);
        assert_eq!(user.window.state_mut().view_mut().choosing, None);
    });
}

#[test]
fn not_knowing_sets_unknown_and_the_opportunity_keeps_to_itself() {
    let mut start = people();
    let mut ids = Ids::new(1, 1);
    let opportunity = Opportunity::new(ids.fresh(), "Line two");
    let id = opportunity.id;
    start = done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(opportunity))));
    let bo = person(&start, "Bo");
    let change = account_atlas::edit::PersonChange::Support(Some(Support::Neutral));
    start = done(&start, Edit::Person(RecordEdit::Set(bo, change)));
    twice(|twice| {
        let mut user = Driver::new("guide-lens", Some(&start), twice);
        user.window.state_mut().view_mut().opportunity = Some(id);
        user.select("Bo");
        user.click("Help me choose: Support");
        user.key(Key::Num2);
        user.key(Key::Num4);
        assert!(user.window.query_by_label("Leave it unknown for now").is_some());
        user.click("Set it");
        assert_eq!(support(&user, "Bo"), Some(Support::Neutral), "the account's value stays");
        let own = user.account().get::<Opportunity>(id).expect("the opportunity").judgements[&bo].support;
        assert_eq!(own, Judged::Unknown);
        assert!(user.window.query_by_label("account: Neutral").is_some(), "and is shown beside it");
        user.click("Support: as in the account again");
        assert_eq!(
            user.account().judgement(user.account().get::<Person>(bo).expect("Bo"), Some(id)).support,
            Some(Support::Neutral)
        );
        // Unknown is also one click, where the account knows.
        user.click("Support: Unknown");
        assert_eq!(user.account().get::<Opportunity>(id).expect("it").judgements[&bo].support, Judged::Unknown);
    });
}

/// Bo is A; Chen, in the same corner as B, is nearer than Dee across in C. Source: methods P13.
fn team() -> Account {
    let mut ids = Ids::new(1, 1);
    let mut start = people();
    for (name, style) in [("Dee", ThinkingStyle::C), ("Chen", ThinkingStyle::B)] {
        let member = TeamMember { name: name.to_owned(), style: Some(style), ..TeamMember::new(ids.fresh()) };
        start = done(&start, Edit::Member(RecordEdit::Add(Box::new(member))));
    }
    let bo = person(&start, "Bo");
    let style = account_atlas::edit::PersonChange::Style(Some(ThinkingStyle::A));
    start = done(&start, Edit::Person(RecordEdit::Set(bo, style)));
    let role = account_atlas::edit::PersonChange::Role(Some(BuyingRole::DecisionMaker));
    done(&start, Edit::Person(RecordEdit::Set(bo, role)))
}

#[test]
fn the_best_suited_of_us_stands_first() {
    let start = team();
    let mut user = Driver::new("guide-talk", Some(&start), false);
    user.select("Bo");
    open_section(&mut user, "How to talk with Bo");
    assert!(user.window.query_by_label("Let Chen speak with Bo").is_some());
    let top = |label: &str| user.window.get_by_label(label).rect().top();
    assert!(top("Chen with Bo: Compatible") < top("Dee with Bo: Across"), "the easier one first");
    assert!(user.window.query_by_label_contains("Settle the criteria together").is_some(), "what to do");
    assert!(user.window.query_by_label_contains("Are facts used?").is_none(), "prompts are folded");
    open_section(&mut user, "Before a call or a proposal");
    assert!(user.window.query_by_label_contains("Are facts used?").is_some());
    assert!(user.window.query_by_label_contains("Are there metaphors?").is_none(), "only Bo's own quadrant");
}

#[test]
fn the_plan_shows_the_whole_team_beside_the_key_players() {
    let start = team();
    let mut user = Driver::new("guide-pairs", Some(&start), false);
    user.plan(PlanPage::Section(PlanSection::Team));
    assert!(user.window.query_by_label("Chen with Bo: Compatible").is_some());
    assert!(user.window.query_by_label("Dee with Bo: Across").is_some());
    assert!(user.window.query_by_label_contains("with Ada").is_none(), "Ada is no key player");
}

#[test]
fn the_questions_are_asked_in_chinese_too() {
    let start = account("林婉清: 总经理");
    let mut user = Driver::in_language("guide-zh", Some(&start), false, Language::Chinese, &[]);
    user.select("林婉清");
    user.click("帮我判断：关系阶段");
    user.key(Key::Num1);
    user.click("就这样定");
    let lin = user.account().get::<Person>(person(&start, "林婉清")).expect("somebody");
    assert_eq!(lin.stage, Some(RelationshipStage::Alliance));
}

/// Opens a section of the inspector, wherever it is scrolled to.
fn open_section(user: &mut Driver, title: &str) {
    user.window.get_by_label(title).scroll_to_me();
    user.settle();
    user.click(title);
}
