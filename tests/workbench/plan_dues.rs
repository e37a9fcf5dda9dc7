//! What of a plan comes back and when, and the planning cycle as days and as a plot.

use std::collections::BTreeSet;

use account_atlas::edit::{Edit, PlanChange, ProfileChange, RecordEdit};
use account_atlas::insight::{Due, NoCycle, cycle, dues};
use account_atlas::method::Recurring;
use account_atlas::model::{Account, Action, Activity, Coded, Ids, PlanningStep, Review, ReviewKind, Snapshot, Tier};
use account_atlas::plot::{Target, cycle_plot};
use account_atlas::words::Language;
use chrono::NaiveDate;

use super::accounts::done;
use super::plan_sections::{add, added, day, empty, guide, method, more_ids, today};
use super::words::words;

fn due(account: &Account, object: Recurring, today: NaiveDate) -> Option<Due> {
    dues(account, &method(), today).into_iter().find(|due| due.object == object)
}

fn tier(tier: Tier) -> Edit {
    Edit::Profile(ProfileChange::Tier(Some(tier)))
}

fn reviewed(ids: &mut Ids, kind: ReviewKind, on: &str) -> Edit {
    let review = Review { kind, date: Some(day(on)), ..Review::new(ids.fresh()) };
    Edit::Review(RecordEdit::Add(Box::new(review)))
}

#[test]
fn l5_the_plan_of_tier_a_is_reviewed_every_quarter_and_month_ends_are_kept() {
    let mut ids = more_ids();
    for (of, on, next) in [
        (Tier::A, "2026-11-30", "2027-02-28"),
        (Tier::A, "2026-05-31", "2026-08-31"),
        (Tier::A, "2026-08-31", "2026-11-30"),
        (Tier::A, "2027-11-30", "2028-02-29"),
        (Tier::B, "2028-02-29", "2029-02-28"),
        (Tier::C, "2026-01-15", "2027-01-15"),
    ] {
        let held = add(&empty(), [tier(of), reviewed(&mut ids, ReviewKind::Plan, on)]);
        let due = due(&held, Recurring::Plan, day("2028-03-01")).expect("the plan is always reviewed");
        assert_eq!((due.last, due.next), (Some(day(on)), Some(day(next))), "{of:?} {on}");
    }
}

#[test]
fn l5_the_day_set_by_hand_wins_until_a_review_is_held_on_it() {
    let mut ids = more_ids();
    let by_hand = Edit::Profile(ProfileChange::NextReview(Some(day("2026-12-24"))));
    let start = add(&empty(), [tier(Tier::A), reviewed(&mut ids, ReviewKind::Plan, "2026-09-01"), by_hand]);
    let due_at = |account: &Account, at: &str| due(account, Recurring::Plan, day(at)).expect("a line for the plan");
    let due = due_at(&start, "2026-12-24");
    assert_eq!((due.next, due.is_by_hand, due.is_overdue), (Some(day("2026-12-24")), true, false), "not on the day");
    assert!(due_at(&start, "2026-12-25").is_overdue);
    let held = done(&start, reviewed(&mut ids, ReviewKind::Plan, "2026-12-24"));
    let due = due_at(&held, "2026-12-25");
    assert_eq!((due.next, due.is_by_hand, due.is_overdue), (Some(day("2027-03-24")), false, false));
}

#[test]
fn l5_what_comes_back_hangs_on_the_tier_and_on_reviews_of_its_own_kind() {
    let mut ids = more_ids();
    let objects = |account: &Account| -> BTreeSet<Recurring> {
        dues(account, &method(), today()).iter().map(|due| due.object).collect()
    };
    let all = [tier(Tier::A), tier(Tier::B), tier(Tier::C)].map(|tier| objects(&done(&empty(), tier)));
    assert_eq!(all[0].len(), 8);
    assert!(!all[1].contains(&Recurring::Progress) && all[1] == all[2], "only tier A reports every half year");
    let plan = due(&empty(), Recurring::Plan, today()).expect("even without a tier");
    assert_eq!((plan.every, plan.next), (None, None), "no tier, no period");
    let start = add(
        &empty(),
        [
            tier(Tier::A),
            reviewed(&mut ids, ReviewKind::Business, "2026-02-28"),
            reviewed(&mut ids, ReviewKind::Business, "2027-02-28"),
            reviewed(&mut ids, ReviewKind::Annual, "2026-03-01"),
        ],
    );
    let next = |object| due(&start, object, today()).and_then(|due| due.next);
    assert_eq!(next(Recurring::Business), Some(day("2026-08-28")), "a review still to come is none held");
    assert_eq!(next(Recurring::Annual), Some(day("2027-03-01")));
    assert_eq!(next(Recurring::Personal), None, "never held");
    assert_eq!(next(Recurring::Plan), None);
    let order = dues(&start, &method(), today());
    assert_eq!((order[0].object, order[0].is_overdue), (Recurring::Business, true), "overdue first");
    assert_eq!((order[1].object, order[1].is_overdue), (Recurring::Annual, false), "then what comes next");
    assert!(order[2..].iter().all(|due| due.next.is_none()), "then what was never begun");
}

#[test]
fn l5_swot_calls_timetable_and_progress_count_from_their_own_records() {
    let mut ids = more_ids();
    let scanned = Edit::Profile(ProfileChange::SwotScanned(Some(day("2026-08-31"))));
    let call = |ids: &mut Ids, on: &str| {
        let call = Activity { date: Some(day(on)), ..Activity::new(ids.fresh()) };
        Edit::Activity(RecordEdit::Add(Box::new(call)))
    };
    let start = add(&empty(), [tier(Tier::A), scanned, call(&mut ids, "2026-10-31"), call(&mut ids, "2026-09-01")]);
    let next = |account: &Account, object| due(account, object, today()).and_then(|due| due.next);
    assert_eq!(next(&start, Recurring::Swot), Some(day("2027-02-28")));
    assert_eq!(next(&start, Recurring::CallPlan), Some(day("2026-11-30")));
    assert_eq!(next(&start, Recurring::Timetable), None, "no action, no timetable");
    let mut action = Action { due: Some(day("2026-12-24")), ..Action::new(ids.fresh()) };
    let timed = done(&start, added(action.clone()));
    assert_eq!(next(&timed, Recurring::Timetable), Some(day("2026-11-28")), "a week from today");
    action = Action { due: Some(day("2026-11-20")), ..Action::new(ids.fresh()) };
    let late = done(&timed, added(action));
    let due_late = due(&late, Recurring::Timetable, today()).expect("the timetable");
    assert_eq!((due_late.next, due_late.is_overdue), (Some(day("2026-11-20")), true));
    let snapshot = Snapshot::of(&start, ids.fresh(), day("2026-05-31"), "half");
    let reported = done(&start, Edit::Snapshot(RecordEdit::Add(Box::new(snapshot))));
    let report = due(&reported, Recurring::Progress, today()).expect("tier A reports");
    assert_eq!((report.next, report.is_overdue), (Some(day("2026-11-30")), false));
}

#[test]
fn l4_the_eight_steps_fill_8_to_12_weeks_day_by_day() {
    let start = done(&empty(), Edit::Plan(PlanChange::CycleStart(Some(day("2027-01-04")))));
    for weeks in 8..=12_u8 {
        let set = done(&start, Edit::Plan(PlanChange::CycleWeeks(Some(weeks))));
        let span = cycle(&set, &guide()).expect("within the method's weeks");
        assert_eq!(span.steps.iter().map(|step| step.step).collect::<Vec<_>>(), PlanningStep::ALL, "{weeks}");
        let mut next = day("2027-01-04");
        for step in &span.steps {
            assert_eq!(step.first, next, "{weeks} weeks: no gap before {:?}", step.step);
            assert!(step.last >= step.first, "{weeks} weeks: {:?} takes a day at least", step.step);
            next = step.last.succ_opt().expect("a day");
        }
        let days = (next - day("2027-01-04")).num_days();
        assert_eq!(days, 7 * i64::from(weeks), "it ends with its last week");
    }
    let usual = cycle(&start, &guide()).expect("the usual weeks");
    assert_eq!(usual.weeks, guide().usual_weeks);
}

#[test]
fn l4_other_weeks_are_refused_and_not_bent() {
    let start = done(&empty(), Edit::Plan(PlanChange::CycleStart(Some(day("2027-01-04")))));
    for weeks in [0, 7, 13, u8::MAX] {
        let set = done(&start, Edit::Plan(PlanChange::CycleWeeks(Some(weeks))));
        assert_eq!(cycle(&set, &guide()), Err(NoCycle::Weeks(weeks)));
    }
    assert_eq!(cycle(&empty(), &guide()), Err(NoCycle::NoStart));
    let end = done(&empty(), Edit::Plan(PlanChange::CycleStart(Some(NaiveDate::MAX))));
    assert_eq!(cycle(&end, &guide()), Err(NoCycle::EndOfTime));
}

#[test]
fn the_cycle_as_a_plot_has_a_bar_for_every_step_and_a_line_for_today() {
    let done_steps = BTreeSet::from([PlanningStep::Strategy]);
    let start = add(
        &empty(),
        [
            Edit::Plan(PlanChange::CycleStart(Some(day("2026-11-16")))),
            Edit::Plan(PlanChange::CycleWeeks(Some(8))),
            Edit::Plan(PlanChange::CycleDone(done_steps)),
        ],
    );
    let span = cycle(&start, &guide()).expect("a cycle");
    for language in Language::ALL {
        let words = words(language);
        let plot = cycle_plot(&span, &guide(), &words, today());
        let targets: Vec<Target> = plot.marks.iter().filter_map(|mark| mark.target).collect();
        let all: Vec<Target> = PlanningStep::ALL.iter().map(|step| Target::value(*step)).collect();
        assert_eq!(targets, all);
        let said: Vec<&str> =
            plot.marks.iter().map(|mark| mark.says.as_str()).filter(|says| !says.is_empty()).collect();
        assert_eq!(said.len(), 9, "eight steps and today: {said:?}");
        assert_eq!(said.iter().filter(|says| says.contains("2026-11-21")).count(), 1, "{said:?}");
        let other = cycle_plot(&span, &guide(), &words, day("2027-06-01"));
        assert_eq!(other.marks.len() + 1, plot.marks.len(), "no line for a day outside");
    }
    let said = cycle_plot(&span, &guide(), &words(Language::English), today()).said;
    assert_eq!(said, "Eight steps from 2026-11-16 to 2027-01-10; done: 1 of 8");
}
