//! The plan at the window: what is missing leads there, the meter, reviews with checklists, cycle, action plan.

use account_atlas::edit::{ClientChange, Edit, PlanChange, ProfileChange, RecordEdit};
use account_atlas::model::{
    Account, Action, ActionArea, CheckMark, Goal, PlanSection, PlanningStep, Review, ReviewKind, ReviewQuestion, Risk,
    SupportingItem, Tier,
};
use account_atlas::ui::{PlanPage, Side, View};
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done};
use super::driver::Driver;

const FIRM: &str = "Ada: CEO\n  Bo: CFO\n  Cy: CIO";

/// Ids that no record of a written account has.
fn more_ids() -> account_atlas::model::Ids {
    account_atlas::model::Ids::new(1_700_000_500_000, 7)
}

fn shows(user: &Driver, label: &str) -> bool {
    user.window.query_all_by_label_contains(label).next().is_some()
}

fn with_risk() -> (Account, Risk) {
    let risk = Risk { text: "Strike".to_owned(), ..Risk::new(more_ids().fresh()) };
    (done(&account(FIRM), Edit::Risk(RecordEdit::Add(Box::new(risk.clone())))), risk)
}

#[test]
fn what_is_missing_leads_to_where_it_is_said() {
    let (start, risk) = with_risk();
    for twice in [false, true] {
        let mut user = Driver::new("plan-missing", Some(&start), twice);
        user.section(PlanSection::Summary);
        user.reach("No response: Strike");
        assert_eq!(user.window.state_mut().view_mut().plan_page, PlanPage::Section(PlanSection::Risks));
        user.key(Key::End);
        user.write("s");
        assert_eq!(user.account().get::<Risk>(risk.id).expect("the risk").text, "Strikes", "its field has the keys");
    }
}

#[test]
fn the_meter_rises_in_both_languages_when_an_item_is_said_in_own_words() {
    for (language, missing, none, one, mark) in [
        (
            Language::English,
            "Not said: Overall strategy",
            "What supports the plan: 0 of 27",
            "What supports the plan: 1 of 27",
            "Appendix: 26 missing",
        ),
        (Language::Chinese, "未填：总体战略", "支持计划的资料：0 / 27", "支持计划的资料：1 / 27", "附录：缺 26 项"),
    ] {
        let mut user = Driver::in_language("plan-meter", Some(&account(FIRM)), false, language, &[]);
        user.section(PlanSection::Summary);
        assert!(shows(&user, none));
        user.reach(missing);
        assert_eq!(user.window.state_mut().view_mut().plan_page, PlanPage::Section(PlanSection::Appendix));
        user.write("Service");
        let said = user.account().client.supporting.get(&SupportingItem::OverallStrategy).cloned();
        assert_eq!(said.as_deref(), Some("Service"));
        assert!(shows(&user, one), "the meter counts it");
        assert!(shows(&user, mark), "and so does the list of pages");
    }
}

#[test]
fn an_item_filled_by_data_says_by_what_and_leads_there() {
    let start = done(&account(FIRM), Edit::Client(ClientChange::Mission("Build".to_owned())));
    let mut user = Driver::new("plan-held", Some(&start), false);
    user.section(PlanSection::Appendix);
    assert!(shows(&user, "Overall strategy: nothing missing"));
    user.reach("the client's sheet");
    assert_eq!(user.window.state_mut().view_mut().plan_page, PlanPage::Client);
}

#[test]
fn a_review_is_held_with_its_checklist_and_the_map_as_it_stood() {
    for twice in [false, true] {
        let mut user = Driver::new("plan-review", Some(&account(FIRM)), twice);
        user.plan(PlanPage::Reviews);
        user.reach("Hold a review");
        user.write("Meet the CIO");
        let review = user.account().all::<Review>().next().expect("a review").clone();
        assert_eq!((review.note.as_str(), review.kind), ("Meet the CIO", ReviewKind::Plan), "the note has the keys");
        let taken = review.snapshot.expect("a snapshot in the same step");
        assert!(user.account().snapshots.contains_key(&taken));
        assert!(!shows(&user, "⚠ Needs attention"));
        user.reach("and the facts: Yes");
        let check = user.account().get::<Review>(review.id).expect("the review").checks.clone();
        assert_eq!(
            check.iter().map(|check| (check.question, check.mark)).collect::<Vec<_>>(),
            [(Some(ReviewQuestion::Unreachable), Some(CheckMark::Yes))]
        );
        assert!(shows(&user, "⚠ Needs attention"), "here yes is a bad sign");
        user.reach("Make it an action: The goals look fair");
        let actions: Vec<Action> = user.account().all::<Action>().cloned().collect();
        assert_eq!(actions.len(), 1);
        assert_eq!((actions[0].area, actions[0].question.as_str()), (Some(ActionArea::Capability), "Unreachable"));
        assert!(shows(&user, "An action is to answer this."), "it is not offered twice");
        user.reach("The map as it stood");
        let view = user.window.state_mut().view_mut();
        assert_eq!((view.view, view.then_now.then), (View::ThenNow, Some(Side::Taken(taken))));
    }
}

#[test]
fn an_answer_taken_back_shows_the_checklist_again() {
    let mut user = Driver::new("plan-review-undo", Some(&account(FIRM)), false);
    user.plan(PlanPage::Reviews);
    user.reach("Hold a review");
    user.reach("The resources bring a return: No");
    user.click("Map");
    user.ctrl(Key::Z);
    let review = user.account().all::<Review>().next().expect("the review stays").clone();
    assert!(review.checks.is_empty());
    let view = user.window.state_mut().view_mut();
    assert_eq!((view.view, view.plan_page), (View::Plan, PlanPage::Reviews));
}

#[test]
fn a_review_that_is_overdue_is_said_and_held_from_the_table() {
    let mut ids = more_ids();
    let review = Review { date: "2026-05-31".parse().ok(), kind: ReviewKind::Business, ..Review::new(ids.fresh()) };
    let start = done(&account(FIRM), Edit::Review(RecordEdit::Add(Box::new(review))));
    let start = done(&start, Edit::Profile(ProfileChange::Tier(Some(Tier::A))));
    // The host's day is 2026-11-21: half a year after the last day of May is the last of November.
    let mut user = Driver::new("plan-due", Some(&start), false);
    user.plan(PlanPage::Reviews);
    assert!(shows(&user, "2026-11-30") && !shows(&user, "overdue since"), "half a year has not passed");
    let by_hand = Edit::Profile(ProfileChange::NextReview("2026-11-20".parse().ok()));
    let start = done(&start, by_hand);
    let mut user = Driver::new("plan-overdue", Some(&start), false);
    user.section(PlanSection::Summary);
    assert!(shows(&user, "overdue since 2026-11-20, set by hand"));
    assert!(shows(&user, "Overdue: 1"));
    user.reach("Hold it: Plan review");
    assert_eq!(user.account().reviews.len(), 2);
    assert_eq!(user.window.state_mut().view_mut().plan_page, PlanPage::Reviews, "its note is written there");
    assert!(!shows(&user, "overdue since"));
}

#[test]
fn a_summary_is_begun_from_the_plan_and_then_left_to_the_user() {
    let (start, _) = with_risk();
    let goal =
        Goal { text: "Double".to_owned(), ..Goal::new(account_atlas::model::Ids::new(1_700_000_700_000, 3).fresh()) };
    let start = done(&start, Edit::Goal(RecordEdit::Add(Box::new(goal))));
    let mut user = Driver::new("plan-summary", Some(&start), false);
    user.section(PlanSection::Summary);
    user.reach("Prefill from the plan");
    assert_eq!(user.account().plan.summary, "Goals: Double\nGravest risks: Strike");
    assert!(!shows(&user, "Prefill from the plan"), "only an empty field is filled");
    user.click("Map");
    user.ctrl(Key::Z);
    assert_eq!(user.account().plan.summary, "");
}

#[test]
fn an_action_is_added_into_a_part_of_the_action_plan_and_opened_among_the_actions() {
    for twice in [false, true] {
        let mut user = Driver::new("plan-actions", Some(&account(FIRM)), twice);
        user.section(PlanSection::Actions);
        user.reach("Add an action: Relationship building");
        user.write("Visit plan");
        let actions: Vec<Action> = user.account().all::<Action>().cloned().collect();
        assert_eq!(actions.len(), 1);
        assert_eq!((actions[0].what.as_str(), actions[0].area), ("Visit plan", Some(ActionArea::Relationship)));
        user.reach("Not started · nobody · no date");
        assert_eq!(user.window.state_mut().view_mut().view, View::Actions);
        user.key(Key::End);
        user.write("s");
        assert_eq!(user.account().get::<Action>(actions[0].id).expect("the action").what, "Visit plans");
    }
}

#[test]
fn a_year_of_the_outline_is_written_beside_its_number() {
    let mut user = Driver::new("plan-outline", Some(&account(FIRM)), false);
    user.section(PlanSection::Actions);
    // The host's day is in 2026: the outline begins with the year after. The number is a label, the field bears it too.
    for year in ["2027", "2031"] {
        assert!(shows(&user, year), "{year}");
    }
    let fields: Vec<_> = user.window.get_all_by_label("2028").collect();
    fields.last().expect("the field").click();
    user.settle();
    user.write("Second line");
    let outline: Vec<_> = user.account().plan.outline.iter().map(|line| (line.year, line.text.clone())).collect();
    assert_eq!(outline, [(Some(2028), "Second line".to_owned())]);
}

#[test]
fn a_step_of_the_cycle_is_ticked_and_weeks_outside_are_refused_in_words() {
    let start = done(&account(FIRM), Edit::Plan(PlanChange::CycleStart("2026-11-16".parse().ok())));
    let mut user = Driver::new("plan-cycle", Some(&start), false);
    user.plan(PlanPage::Reviews);
    user.reach("Gather supporting data");
    assert!(user.account().plan.cycle_done.contains(&PlanningStep::Support));
    let start = done(&start, Edit::Plan(PlanChange::CycleWeeks(Some(13))));
    let mut user = Driver::new("plan-cycle-outside", Some(&start), false);
    user.plan(PlanPage::Reviews);
    for _ in 0..8 {
        user.settle();
    }
    assert!(shows(&user, "The making of plans takes 8 to 12 weeks; 13 is outside of that."));
    assert!(!shows(&user, "Gather supporting data"), "nothing is drawn that is not so");
}

#[test]
fn a_principle_is_marked_kept_with_a_note() {
    let mut user = Driver::new("plan-principle", Some(&account(FIRM)), false);
    user.plan(PlanPage::Reviews);
    user.reach("Focus: Yes");
    let kept = user.account().plan.principles.clone();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].mark, Some(CheckMark::Yes));
    assert!(shows(&user, "kept: 1 of 7"));
    user.reach("Focus: Yes");
    assert!(user.account().plan.principles.is_empty(), "one that says nothing is left out");
}

#[test]
fn every_page_of_the_plan_is_drawn_at_any_size_in_both_languages() {
    let (start, _) = with_risk();
    let start = done(&start, Edit::Plan(PlanChange::CycleStart("2026-11-16".parse().ok())));
    for language in Language::ALL {
        let mut user = Driver::in_language("plan-sizes", Some(&start), false, language, &[]);
        for page in PlanPage::all() {
            user.plan(page);
            for size in [[400.0, 300.0], [640.0, 480.0], [1280.0, 800.0]] {
                user.window.set_size(size.into());
                user.settle();
            }
        }
        let notices = user.window.state().notices();
        assert!(notices.is_empty(), "{notices:?}");
    }
}
