//! Edits as values: result, undo, redo and file in one call.

use account_atlas::edit::{
    Committed, Edit, EditError, History, LinkChange, OpportunityJudgementChange, PersonChange, ProfileChange,
    RecordEdit, SeatChange, StructureEdit, apply, references,
};
use account_atlas::file;
use account_atlas::model::{
    Account, Action, Goal, Judged, LayoutKind, Link, LinkKind, Opportunity, Person, Pin, Seat, Strength, Support,
    TeamMember, TieKind,
};

use super::accounts::{account, done, ids, outline, person, seat};

/// Applies an edit to an account written as text and proves result, undo, redo and round trip.
fn check(before: &str, edit: impl Fn(&Account) -> Edit, after: &str) {
    let start = account(before);
    let mut history = History::new(start.clone());
    history.commit(edit(&start)).expect("an edit that fits");
    assert_eq!(outline(history.account()).trim_end(), after.trim_end());
    let changed = history.account().clone();
    history.undo().expect("a step");
    assert_eq!(history.account(), &start, "undo gives the account before");
    assert!(history.is_saved(), "undo leads back to what is saved");
    history.redo().expect("a step");
    assert_eq!(history.account(), &changed, "redo gives the account after");
    let read = file::read(&file::write(&changed)).expect("our own bytes");
    assert_eq!(read.account, changed, "the file keeps it");
    assert!(read.repairs.is_empty(), "{:?}", read.repairs);
}

fn set_manager<'a>(name: &'a str, boss: &'a str) -> impl Fn(&Account) -> Edit + 'a {
    move |account| {
        let manager = Some(seat(account, boss));
        Edit::Structure(StructureEdit::SetManager { seat: seat(account, name), manager })
    }
}

#[test]
fn a_branch_moves_with_its_head() {
    check(
        "Ada: CIO\n  Bo: Director\n  Cy: Architect\n    Di: Engineer",
        set_manager("Cy", "Bo"),
        "Ada: CIO\n  Bo: Director\n    Cy: Architect\n      Di: Engineer",
    );
}

#[test]
fn a_removed_seat_hands_its_reports_up() {
    check(
        "Ada: CIO\n  Bo: Director\n    Cy: Architect\n    Di: Engineer",
        |account| Edit::Seat(RecordEdit::Remove(seat(account, "Bo"))),
        "Ada: CIO\n  Cy: Architect\n  Di: Engineer",
    );
}

#[test]
fn a_removed_person_leaves_a_vacant_seat() {
    check(
        "Ada: CIO\n  Bo: Director",
        |account| Edit::Person(RecordEdit::Remove(person(account, "Bo"))),
        "Ada: CIO\n  -: Director",
    );
}

#[test]
fn colleagues_are_ordered_by_hand() {
    check(
        "Ada: CIO\n  Bo\n  Cy\n  Di",
        |account| {
            let seats = ["Di", "Bo", "Cy"].map(|name| seat(account, name)).to_vec();
            Edit::Structure(StructureEdit::OrderReports(seats))
        },
        "Ada: CIO\n  Di\n  Bo\n  Cy",
    );
}

#[test]
fn a_loop_is_refused_and_changes_nothing() {
    let start = account("Ada\n  Bo\n    Cy");
    for (name, boss) in [("Ada", "Cy"), ("Ada", "Bo"), ("Bo", "Bo")] {
        let error = apply(&start, &set_manager(name, boss)(&start)).expect_err("a loop");
        assert!(matches!(error, EditError::ReportingLoop { .. }), "{name} under {boss}: {error}");
    }
}

#[test]
fn a_batch_is_done_whole_or_not_at_all() {
    let start = account("Ada\n  Bo");
    let rename = Edit::Person(RecordEdit::Set(person(&start, "Bo"), PersonChange::Name("Bob".to_owned())));
    let batch = Edit::Batch(vec![rename, set_manager("Ada", "Bo")(&start)]);
    let mut history = History::new(start.clone());
    history.commit(batch).expect_err("its second half is a loop");
    assert_eq!(history.account(), &start);
    assert!(history.next_undo().is_none(), "a refused edit is no step");
}

#[test]
fn typing_is_one_step_and_pins_are_undone() {
    let start = account("Ada\n  Bo");
    let bo = person(&start, "Bo");
    let mut history = History::new(start.clone());
    let name = |text: &str| Edit::Person(RecordEdit::Set(bo, PersonChange::Name(text.to_owned())));
    assert_eq!(history.commit(name("B")), Ok(Committed::Step));
    assert_eq!(history.commit(name("Be")), Ok(Committed::Merged));
    assert_eq!(history.commit(name("Ben")), Ok(Committed::Merged));
    assert_eq!(history.commit(name("Ben")), Ok(Committed::Unchanged));
    history.end_merge();
    assert_eq!(history.commit(name("Benn")), Ok(Committed::Step), "a gesture that ended is not gone on with");
    let pin = Some(Pin { x: 40, y: -60 });
    let pins = vec![(seat(&start, "Bo"), None), (seat(&start, "Ada"), pin)];
    let edit = Edit::Structure(StructureEdit::SetPins { layout: LayoutKind::Organization, pins });
    assert_eq!(history.commit(edit), Ok(Committed::Step));
    assert_eq!(history.account().get::<Seat>(seat(&start, "Ada")).expect("Ada's seat").pins.len(), 1);
    for _ in 0..3 {
        history.undo().expect("a step");
    }
    assert_eq!(history.account(), &start);
    assert!(history.undo().is_none(), "three steps, no more");
    history.commit(name("Bea")).expect("a new start");
    assert!(history.redo().is_none(), "a new step ends what was undone");
}

#[test]
fn another_field_or_person_is_another_step() {
    let start = account("Ada\n  Bo");
    let mut history = History::new(start.clone());
    let set = |name: &str, change| Edit::Person(RecordEdit::Set(person(&start, name), change));
    history.commit(set("Bo", PersonChange::Notes("x".to_owned()))).expect("fits");
    assert_eq!(history.commit(set("Bo", PersonChange::Phone("1".to_owned()))), Ok(Committed::Step));
    assert_eq!(history.commit(set("Ada", PersonChange::Phone("1".to_owned()))), Ok(Committed::Step));
    assert_eq!(history.commit(Edit::Profile(ProfileChange::Period("2027".to_owned()))), Ok(Committed::Step));
}

#[test]
fn two_hundred_steps_are_kept() {
    let start = account("Ada");
    let mut history = History::new(start.clone());
    for number in 0..250 {
        history.commit(Edit::Profile(ProfileChange::Notes(number.to_string()))).expect("fits");
        history.end_merge();
    }
    let undone = std::iter::from_fn(|| history.undo().map(|_| ())).count();
    assert_eq!(undone, 200);
    assert_eq!(history.account().profile.notes, "49");
}

#[test]
fn links_are_joined_once_and_never_with_oneself() {
    let start = account("Ada\n  Bo");
    let (ada, bo) = (person(&start, "Ada"), person(&start, "Bo"));
    let mut ids = ids();
    let mut link = |from, to, kind| Edit::Link(RecordEdit::Add(Box::new(Link::new(ids.fresh(), from, to, kind))));
    // Ids of this source are taken by the account; the first few are burnt.
    for _ in 0..10 {
        link(ada, bo, LinkKind::Conflict);
    }
    let influence = LinkKind::Influences(Strength::CLEAR);
    assert!(matches!(apply(&start, &link(ada, ada, influence)), Err(EditError::SelfLink { .. })));
    let one = done(&start, link(ada, bo, influence));
    let both = done(&one, link(bo, ada, influence));
    assert_eq!(both.links.len(), 2, "influence may run both ways");
    let again = apply(&both, &link(ada, bo, LinkKind::Influences(Strength::SLIGHT)));
    assert!(matches!(again, Err(EditError::DoubledLink { .. })), "a second influence one way is refused");
    let tied = done(&both, link(ada, bo, LinkKind::Tie(TieKind::Classmate)));
    let turned = apply(&tied, &link(bo, ada, LinkKind::Tie(TieKind::Classmate)));
    assert!(matches!(turned, Err(EditError::DoubledLink { .. })), "a tie is the same both ways");
    let first = *tied.links.keys().next().expect("a link");
    let stronger = Edit::Link(RecordEdit::Set(first, LinkChange::Kind(LinkKind::Influences(Strength::DECISIVE))));
    assert_eq!(done(&tied, stronger).get::<Link>(first).expect("it").kind, LinkKind::Influences(Strength::DECISIVE));
}

#[test]
fn who_is_removed_is_mentioned_nowhere() {
    let mut start = account("Ada\n  Bo\n  Cy");
    let (ada, bo) = (person(&start, "Ada"), person(&start, "Bo"));
    let mut ids = account_atlas::model::Ids::new(1_800_000_000_000, 7);
    let deal = Opportunity { committee: vec![ada, bo], ..Opportunity::new(ids.fresh(), "Line 4") };
    let deal_id = deal.id;
    let edits = vec![
        Edit::Link(RecordEdit::Add(Box::new(Link::new(ids.fresh(), bo, ada, LinkKind::Conflict)))),
        Edit::Opportunity(RecordEdit::Add(Box::new(deal))),
        Edit::Structure(StructureEdit::Judge {
            opportunity: deal_id,
            person: bo,
            change: OpportunityJudgementChange::Support(Judged::Is(Support::Enemy)),
        }),
        Edit::Goal(RecordEdit::Add(Box::new(Goal {
            people: vec![bo],
            text: "Win Bo".to_owned(),
            ..Goal::new(ids.fresh())
        }))),
        Edit::Action(RecordEdit::Add(Box::new(Action { people: vec![bo, ada], ..Action::new(ids.fresh()) }))),
        Edit::Person(RecordEdit::Set(ada, PersonChange::Members(vec![bo]))),
    ];
    start = done(&start, Edit::Batch(edits));
    assert_eq!(references(&start, bo).len(), 6, "{:?}", references(&start, bo));
    let after = done(&start, Edit::Person(RecordEdit::Remove(bo)));
    assert!(references(&after, bo).is_empty());
    let text = String::from_utf8(file::write(&after)).expect("our own text");
    assert!(!text.contains(&bo.to_string()), "the id stands nowhere in the file");
    assert!(after.get::<Opportunity>(deal_id).expect("it").judgements.is_empty());
}

#[test]
fn an_opportunity_judges_over_the_account() {
    let start = account("Ada");
    let ada = person(&start, "Ada");
    let mut ids = account_atlas::model::Ids::new(1_800_000_000_000, 7);
    let deal = Opportunity::new(ids.fresh(), "Line 4");
    let id = deal.id;
    let set = Edit::Person(RecordEdit::Set(ada, PersonChange::Support(Some(Support::Supporter))));
    let mut now = done(&start, Edit::Batch(vec![set, Edit::Opportunity(RecordEdit::Add(Box::new(deal)))]));
    let support = |account: &Account, of| {
        let person = account.get::<Person>(ada).expect("Ada");
        account.judgement(person, of).support
    };
    assert_eq!(support(&now, Some(id)), Some(Support::Supporter), "inherited");
    for (judged, seen) in [
        (Judged::Is(Support::Enemy), Some(Support::Enemy)),
        (Judged::Unknown, None),
        (Judged::Inherit, Some(Support::Supporter)),
    ] {
        let change = OpportunityJudgementChange::Support(judged);
        now = done(&now, Edit::Structure(StructureEdit::Judge { opportunity: id, person: ada, change }));
        assert_eq!(support(&now, Some(id)), seen);
        assert_eq!(support(&now, None), Some(Support::Supporter), "the account's own stays");
    }
    let deal = now.get::<Opportunity>(id).expect("it");
    assert!(deal.judgements.is_empty(), "what inherits everything is not kept");
}

#[test]
fn who_sat_on_a_seat_is_remembered() {
    let start = account("Ada: CIO\n  Bo: Director");
    let cio = seat(&start, "Ada");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 21);
    let after =
        done(&start, Edit::Structure(StructureEdit::SetHolder { seat: cio, holder: Some(person(&start, "Bo")), day }));
    let seat = after.get::<Seat>(cio).expect("the seat");
    assert_eq!((seat.past[0].person, seat.past[0].until), (person(&start, "Ada"), day));
    assert_eq!(after.holder(cio).expect("Bo").name, "Bo");
}

#[test]
fn a_removed_member_owns_nothing() {
    let start = account("Ada");
    let mut ids = account_atlas::model::Ids::new(1_800_000_000_000, 7);
    let member = TeamMember { name: "Shaw".to_owned(), ..TeamMember::new(ids.fresh()) };
    let id = member.id;
    let action = Action { owner: Some(id), ..Action::new(ids.fresh()) };
    let now = done(
        &start,
        Edit::Batch(vec![
            Edit::Member(RecordEdit::Add(Box::new(member))),
            Edit::Profile(ProfileChange::Owner(Some(id))),
            Edit::Action(RecordEdit::Add(Box::new(action))),
        ]),
    );
    let after = done(&now, Edit::Member(RecordEdit::Remove(id)));
    assert!(after.profile.owner.is_none() && after.all::<Action>().all(|action| action.owner.is_none()));
}

#[test]
fn impossible_values_are_refused() {
    let start = account("Ada\n  Bo");
    let ada = person(&start, "Ada");
    let photo = PersonChange::Photo(Some(vec![0_u8; 13 * 1024].into()));
    let refused = [
        Edit::Person(RecordEdit::Set(ada, photo)),
        Edit::Person(RecordEdit::Set(ada, PersonChange::Members(vec![ada]))),
        Edit::Seat(RecordEdit::Set(seat(&start, "Ada"), SeatChange::Dotted(vec![seat(&start, "Ada")]))),
        Edit::Goal(RecordEdit::Add(Box::new(Goal { progress: Some(101), ..Goal::new(ids().fresh()) }))),
    ];
    for edit in refused {
        apply(&start, &edit).expect_err("refused");
    }
}
