//! After a visit: one step that becomes activity, judgements, links and actions; whose judgement is
//! oldest; the strip that tells of it.

use account_atlas::edit::{
    Edit, Gesture, History, Met, NextStep, OpportunityJudgementChange, RecordEdit, StructureEdit, Visit, confirm,
    new_links, planned_activity, visit, visit_tally,
};
use account_atlas::file;
use account_atlas::insight::oldest_first;
use account_atlas::model::{
    Account, Action, Activity, ActivityKind, ActivityOutcome, BuyingRole, Confidence, Coverage, Evidence, Judged,
    JudgementField, Link, LinkKind, Opportunity, OpportunityId, Person, PersonId, RelationshipStage, Strength, Support,
    TeamMember, TieKind,
};
use account_atlas::ui::View;
use account_atlas::words::{Language, Words};
use chrono::NaiveDate;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, person};
use super::driver::Driver;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The day of the host that stands in for the desktop.
fn today() -> NaiveDate {
    day("2026-11-21")
}

fn changed(account: &Account, name: &str, change: impl Fn(&mut Person)) -> Account {
    let mut one = account.get::<Person>(person(account, name)).expect("somebody").clone();
    change(&mut one);
    let mut after = account.clone();
    std::sync::Arc::make_mut(&mut after.persons).insert(one.id, std::sync::Arc::new(one));
    after
}

fn dated(text: &str) -> Evidence {
    Evidence { source: "mail".to_owned(), verified: Some(day(text)), ..Evidence::default() }
}

/// Ada is judged and dated, Bo was never met, Cy is met well.
fn start() -> Account {
    let start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
    let start = changed(&start, "Ada", |ada| {
        ada.judgement.support = Some(Support::Neutral);
        ada.judgement.coverage = Some(Coverage::MultipleContacts);
        ada.judgement.role = Some(BuyingRole::Approver);
        ada.judgement.evidence.insert(JudgementField::Support, dated("2026-02-01"));
        ada.judgement.evidence.insert(JudgementField::Role, dated("2026-03-01"));
    });
    let start = changed(&start, "Bo", |bo| bo.judgement.coverage = Some(Coverage::NoContact));
    let start = changed(&start, "Cy", |cy| cy.judgement.coverage = Some(Coverage::InDepth));
    let (ada, bo) = (person(&start, "Ada"), person(&start, "Bo"));
    let known = Link::new(ids_apart().fresh(), ada, bo, LinkKind::Conflict);
    done(&start, Edit::Link(RecordEdit::Add(Box::new(known))))
}

/// Ids that clash with none of the account's.
fn ids_apart() -> account_atlas::model::Ids {
    account_atlas::model::Ids::new(1_700_000_000_500, 7)
}

fn fresh() -> account_atlas::model::Ids {
    account_atlas::model::Ids::new(1_800_000_000_000, 9)
}

fn told(account: &Account, opportunity: Option<OpportunityId>) -> Visit {
    let [ada, bo, cy] = ["Ada", "Bo", "Cy"].map(|name| person(account, name));
    Visit {
        date: day("2026-11-20"),
        kind: ActivityKind::ExecutiveVisit,
        members: Vec::new(),
        opportunity,
        people: vec![
            Met { support: Some(Some(Support::Supporter)), ..Met::new(account, opportunity, ada) },
            Met::new(account, opportunity, bo),
            Met { confirmed: true, ..Met::new(account, opportunity, cy) },
        ],
        links: vec![
            (cy, ada, LinkKind::Influences(Strength::CLEAR)),
            // There already, turned round; doubled in the same visit; nobody's own.
            (bo, ada, LinkKind::Conflict),
            (cy, ada, LinkKind::Influences(Strength::SLIGHT)),
            (bo, bo, LinkKind::Tie(TieKind::Classmate)),
        ],
        outcome: Some(ActivityOutcome::Advance),
        happened: Some(true),
        promised: "A trial on line 2".to_owned(),
        note: "Warm".to_owned(),
        next: vec![
            NextStep {
                what: " Offer ".to_owned(),
                due: Some(day("2026-12-04")),
                person: Some(bo),
                ..NextStep::default()
            },
            NextStep { what: "  ".to_owned(), ..NextStep::default() },
        ],
        fills: None,
    }
}

fn judged<'a>(account: &'a Account, name: &str) -> &'a account_atlas::model::Judgement {
    &account.get::<Person>(person(account, name)).expect("somebody").judgement
}

fn proof(account: &Account, name: &str, field: JudgementField) -> Option<Evidence> {
    judged(account, name).evidence.get(&field).cloned()
}

fn of_visit() -> Option<Evidence> {
    Some(Evidence {
        source: "visit".to_owned(),
        confidence: Some(Confidence::Confirmed),
        verified: Some(day("2026-11-20")),
        ..Evidence::default()
    })
}

#[test]
fn a_visit_is_one_step_that_becomes_four_kinds_of_record() {
    let start = start();
    let told = told(&start, None);
    let mut history = History::new(start.clone());
    let edit = visit(&start, &mut fresh(), &told, "visit", today());
    let words = Words::shipped(Language::English).expect("the words that ship");
    assert_eq!(words.step(&edit, &start), "visit to Ada and 2 more");
    history.commit(edit).expect("a visit");
    let after = history.account().clone();
    let activity = after.all::<Activity>().next().expect("an activity");
    assert_eq!(activity.who, ["Ada", "Bo", "Cy"].map(|name| person(&start, name)));
    assert_eq!((activity.what, activity.date), (ActivityKind::ExecutiveVisit, Some(day("2026-11-20"))));
    assert_eq!((activity.outcome, activity.happened), (Some(ActivityOutcome::Advance), Some(true)));
    assert_eq!((activity.promised.as_str(), activity.note.as_str()), ("A trial on line 2", "Warm"));
    // What changed, with its evidence.
    assert_eq!(judged(&after, "Ada").support, Some(Support::Supporter));
    assert_eq!(proof(&after, "Ada", JudgementField::Support), of_visit());
    assert_eq!(proof(&after, "Ada", JudgementField::Coverage), None, "nothing was said of it");
    assert_eq!(proof(&after, "Ada", JudgementField::Role), Some(dated("2026-03-01")), "other evidence stays");
    assert_eq!(judged(&after, "Bo").coverage, Some(Coverage::BriefContact), "whom we meet is met");
    assert_eq!(proof(&after, "Bo", JudgementField::Coverage), of_visit());
    assert_eq!(judged(&after, "Bo").support, None);
    assert_eq!(judged(&after, "Cy").coverage, Some(Coverage::InDepth), "coverage never falls by itself");
    assert_eq!(proof(&after, "Cy", JudgementField::Coverage), of_visit(), "confirmed is dated anew");
    assert_eq!(proof(&after, "Cy", JudgementField::Support), None, "what is unknown is not confirmed");
    // One link is new, one action has words.
    assert_eq!(after.links.len(), start.links.len() + 1);
    let link = after.all::<Link>().find(|link| link.kind.is_directed()).expect("the influence");
    assert_eq!((link.from, link.to), (person(&start, "Cy"), person(&start, "Ada")));
    assert_eq!(link.evidence, of_visit());
    let actions: Vec<&Action> = after.all::<Action>().collect();
    assert_eq!(actions.len(), 1);
    assert_eq!((actions[0].what.as_str(), actions[0].due), ("Offer", Some(day("2026-12-04"))));
    assert_eq!(actions[0].people, [person(&start, "Bo")]);
    // It is told as it is done.
    let tally = visit_tally(&start, &told);
    assert_eq!((tally.judgements, tally.links, tally.actions), (3, 1, 1));
    assert_eq!(new_links(&start, &told).len(), 1);
    assert_eq!(file::read(&file::write(&after)).expect("our own bytes").account, after);
    history.undo().expect("a step");
    assert_eq!(history.account(), &start);
    assert!(history.undo().is_none(), "one step and no more");
}

#[test]
fn in_an_opportunity_the_accounts_own_judgement_stays() {
    let start = start();
    let opportunity = Opportunity::new(fresh().fresh(), "Line 2");
    let id = opportunity.id;
    let start = done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(opportunity))));
    let mut told = told(&start, Some(id));
    told.people[0].stage = Some(Some(RelationshipStage::Trust));
    let mut ids = ids_apart();
    for _ in 0..4 {
        ids.fresh::<PersonId>();
    }
    let after = done(&start, visit(&start, &mut ids, &told, "visit", today()));
    assert_eq!(judged(&after, "Ada").support, Some(Support::Neutral));
    assert_eq!(proof(&after, "Ada", JudgementField::Support), Some(dated("2026-02-01")));
    for name in ["Bo", "Cy"] {
        assert_eq!(judged(&after, name), judged(&start, name), "{name}");
    }
    let here = &after.get::<Opportunity>(id).expect("the opportunity").judgements;
    let ada = &here[&person(&start, "Ada")];
    assert_eq!((ada.support, ada.coverage), (Judged::Is(Support::Supporter), Judged::Inherit));
    assert_eq!(ada.evidence.get(&JudgementField::Support).cloned(), of_visit());
    assert_eq!(here[&person(&start, "Bo")].coverage, Judged::Is(Coverage::BriefContact));
    let cy = &here[&person(&start, "Cy")];
    assert_eq!((cy.coverage, cy.evidence.get(&JudgementField::Coverage).cloned()), (Judged::Inherit, of_visit()));
    // The stage is the person's own in every opportunity.
    let stage = after.get::<Person>(person(&start, "Ada")).expect("Ada").stage;
    assert_eq!(stage, Some(RelationshipStage::Trust));
    assert_eq!(proof(&after, "Ada", JudgementField::Stage), of_visit());
    let work = (after.all::<Activity>().next().expect("one"), after.all::<Action>().next().expect("one"));
    assert_eq!((work.0.opportunity, work.1.opportunity), (Some(id), Some(id)));
}

#[test]
fn a_visit_told_of_late_dates_nothing_back_and_one_to_come_nothing_ahead() {
    let start = changed(&start(), "Cy", |cy| {
        cy.judgement.evidence.insert(JudgementField::Coverage, dated("2026-11-21"));
    });
    let after = done(&start, visit(&start, &mut fresh(), &told(&start, None), "visit", today()));
    assert_eq!(proof(&after, "Cy", JudgementField::Coverage), Some(dated("2026-11-21")));
    let ahead = Visit { date: day("2027-01-01"), ..told(&start, None) };
    let after = done(&start, visit(&start, &mut fresh(), &ahead, "visit", today()));
    let verified = proof(&after, "Ada", JudgementField::Support).expect("evidence").verified;
    assert_eq!(verified, Some(today()));
}

#[test]
fn what_was_planned_is_filled_in_and_who_is_gone_is_left_out() {
    let start = start();
    let [ada, cy] = ["Ada", "Cy"].map(|name| person(&start, name));
    let mut new = ids_apart();
    for _ in 0..4 {
        new.fresh::<PersonId>();
    }
    let plan = |id, date: &str, outcome| Activity {
        who: vec![ada],
        date: Some(day(date)),
        expected: "She shows us line 2".to_owned(),
        outcome,
        ..Activity::new(id)
    };
    let planned = [
        plan(new.fresh(), "2026-11-10", None),
        plan(new.fresh(), "2026-11-19", Some(ActivityOutcome::Continuation)),
        plan(new.fresh(), "2026-11-25", None),
    ];
    let open = planned[0].id;
    let start =
        planned.into_iter().fold(start, |account, one| done(&account, Edit::Activity(RecordEdit::Add(Box::new(one)))));
    let found = planned_activity(&start, &[ada], day("2026-11-20")).expect("an open one");
    assert_eq!(found.id, open, "neither told of already nor yet to come");
    assert_eq!(planned_activity(&start, &[cy], day("2026-11-20")), None);
    let told = Visit { fills: Some(open), ..told(&start, None) };
    let gone = done(&start, Edit::Person(RecordEdit::Remove(person(&start, "Bo"))));
    let after = done(&gone, visit(&gone, &mut fresh(), &told, "visit", today()));
    assert_eq!(after.activities.len(), 3);
    let filled = after.get::<Activity>(open).expect("it is there");
    assert_eq!((filled.outcome, filled.expected.as_str()), (Some(ActivityOutcome::Advance), "She shows us line 2"));
    assert_eq!(filled.who, [ada, cy]);
    assert_eq!(after.all::<Action>().next().expect("the step").people, []);
    assert!(
        matches!(visit(&gone, &mut fresh(), &told, "", today()), Edit::Gesture(Gesture::Visit(who), _) if who == [ada, cy])
    );
}

#[test]
fn the_oldest_judgement_comes_first_and_is_confirmed_by_one_edit() {
    let start = start();
    assert!(oldest_first(&account("Ada\n  Bo"), None, today()).is_empty(), "nobody is judged");
    let names = |account: &Account, opportunity| -> Vec<String> {
        let oldest = oldest_first(account, opportunity, today());
        oldest.iter().map(|one| account.person_name(one.person).to_owned()).collect()
    };
    // Never dated: Bo and Cy, as they were made; Ada was dated in March.
    assert_eq!(names(&start, None), ["Bo", "Cy", "Ada"]);
    let key = changed(&start, "Cy", |cy| cy.judgement.role = Some(BuyingRole::DecisionMaker));
    assert_eq!(names(&key, None), ["Cy", "Bo", "Ada"], "key players first among equals");
    let oldest = oldest_first(&start, None, today());
    assert_eq!((oldest[0].verified, oldest[0].days), (None, None));
    // 2026-03-01 to 2026-11-21: 31+30+31+30+31+31+30+31+20 days.
    assert_eq!((oldest[2].verified, oldest[2].days), (Some(day("2026-03-01")), Some(265)));
    assert_eq!(oldest[2].fields, [JudgementField::Coverage], "that one was never verified");
    let bo = person(&start, "Bo");
    let mut history = History::new(start.clone());
    history.commit(confirm(&start, None, bo, today()).expect("something judged")).expect("an edit");
    assert_eq!(names(history.account(), None), ["Cy", "Ada", "Bo"]);
    history.undo().expect("a step");
    assert_eq!(history.account(), &start);
    // The source stays; an opportunity keeps its own dates.
    let opportunity = Opportunity::new(fresh().fresh(), "Line 2");
    let id = opportunity.id;
    let with = done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(opportunity))));
    let ada = person(&with, "Ada");
    let here = done(&with, confirm(&with, Some(id), ada, today()).expect("something judged"));
    assert_eq!(judged(&here, "Ada"), judged(&start, "Ada"));
    let own = &here.get::<Opportunity>(id).expect("it").judgements[&ada];
    let support = &own.evidence[&JudgementField::Support];
    assert_eq!((support.source.as_str(), support.verified), ("mail", Some(today())));
    assert_eq!(names(&here, Some(id)), ["Bo", "Cy", "Ada"]);
    let enemy = OpportunityJudgementChange::Support(Judged::Is(Support::Enemy));
    let judge = StructureEdit::Judge { opportunity: id, person: person(&with, "Cy"), change: enemy };
    let here = done(&here, Edit::Structure(judge));
    assert_eq!(names(&here, Some(id)), ["Cy", "Bo", "Ada"], "more of it was never verified");
    assert_eq!(confirm(&start, None, fresh().fresh(), today()), None, "nobody");
}

#[test]
fn a_visit_is_told_on_the_map_kept_and_undone() {
    let start = start();
    let member = TeamMember { name: "Mei".to_owned(), ..TeamMember::new(fresh().fresh()) };
    let start = done(&start, Edit::Member(RecordEdit::Add(Box::new(member))));
    for twice in [false, true] {
        let mut user = Driver::new("visit-map", Some(&start), twice);
        let seats = ["Ada", "Bo"].map(|name| super::accounts::seat(&start, name));
        user.window.state_mut().view_mut().select_many(seats.into());
        user.window.state_mut().view_mut().wants_canvas = true;
        user.settle();
        user.key(Key::V);
        let draft = user.window.state_mut().view_mut().visit.clone().expect("the strip");
        assert_eq!(draft.people(), ["Ada", "Bo"].map(|name| person(&start, name)));
        // The first person's support has the keys: 2 is the second value.
        user.key(Key::Num2);
        user.click("Bo · Support: Enemy");
        let field = user.window.get_by_role_and_label(Role::MultilineTextInput, "Promised").rect().center();
        user.press_at(field);
        user.write("A tri");
        // Left in the middle of a word, and back again.
        user.click("Plan");
        assert!(user.window.query_by_label("Keep").is_none(), "the strip is not in the way");
        user.click("Map");
        let field = user.window.get_by_role_and_label(Role::MultilineTextInput, "Promised").rect().center();
        user.press_at(field);
        user.key(Key::End);
        user.write("al");
        let field = user.window.get_by_role_and_label(Role::TextInput, "Deliverable").rect().center();
        user.press_at(field);
        user.write("Offer");
        user.click("two weeks");
        assert_eq!(user.account(), &start, "nothing is in the account yet");
        user.click("Keep");
        assert!(user.window.state_mut().view_mut().visit.is_none());
        let after = user.account().clone();
        let activity = after.all::<Activity>().next().expect("an activity");
        assert_eq!((activity.promised.as_str(), activity.date), ("A trial", Some(today())));
        assert_eq!(activity.who.len(), 2);
        let action = after.all::<Action>().next().expect("an action");
        assert_eq!((action.what.as_str(), action.due), ("Offer", Some(day("2026-12-05"))));
        assert_eq!(judged(&after, "Ada").support, Some(Support::Supporter));
        assert_eq!(judged(&after, "Bo").support, Some(Support::Enemy));
        assert_eq!(judged(&after, "Bo").coverage, Some(Coverage::BriefContact));
        let source = proof(&after, "Ada", JudgementField::Support).expect("evidence").source;
        assert_eq!(source, "visit 2026-11-21");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn escape_throws_away_only_what_holds_nothing() {
    let start = start();
    for twice in [false, true] {
        let mut user = Driver::new("visit-escape", Some(&start), twice);
        user.select("Ada");
        user.key(Key::V);
        user.key(Key::Escape);
        assert!(user.window.state_mut().view_mut().visit.is_none(), "nothing was told");
        user.select("Ada");
        user.key(Key::V);
        user.key(Key::Num1);
        user.key(Key::Escape);
        assert!(user.window.state_mut().view_mut().visit.is_some(), "it asks");
        user.click("Go on filling in");
        user.click("Throw away");
        user.click("Throw away");
        assert!(user.window.state_mut().view_mut().visit.is_none());
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn the_worklist_confirms_and_opens_the_strip() {
    let start = start();
    let mut user = Driver::new("visit-worklist", Some(&start), false);
    user.key(Key::A);
    assert_eq!(user.window.state_mut().view_mut().view, View::Actions);
    user.click("Confirm what we know of Bo");
    assert_eq!(proof(user.account(), "Bo", JudgementField::Coverage).expect("evidence").verified, Some(today()));
    user.click("Tell of a visit to Cy");
    let draft = user.window.state_mut().view_mut().visit.clone().expect("the strip");
    assert_eq!(draft.people(), [person(&start, "Cy")]);
    // Who is met often stays so; nothing else is told yet.
    assert!(draft.is_empty(&start));
}
