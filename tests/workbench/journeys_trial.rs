//! What if, at the window: tried out, compared, thrown away, kept as wanted; never saved.

use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::file;
use account_atlas::insight::Insights;
use account_atlas::method::Method;
use account_atlas::model::{Account, Action, FindingRule, Ids, Judged, Opportunity, Person, PersonId, Support};
use account_atlas::words::{Language, Message, Words};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::accounts::{done, person, seat};
use super::driver::Driver;
use super::eye::{bare, heard};
use super::findings_maps::{day, map};
use super::words::words;

/// Whoever decides is against us, and one who is for us has no way to her.
const FIRM: &str = "Ada: CEO | Approver Enemy InnerCircle InDepth\n  Bo: CFO | DecisionMaker Neutral Structure \
                    BriefContact\n  Cy: CIO | Supporter Outside InDepth\n\nBo 2 Ada";

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// What is said of an account on the day of the tests' window.
fn insights(account: &Account) -> Insights {
    let method = Method::shipped().expect("the method ships whole");
    Insights::of(account, None, &method, day("2026-11-21"))
}

fn is_said(user: &Driver, text: &str) -> bool {
    user.window.query_all_by_label(text).next().is_some()
}

fn verdict(english: &Words, insights: &Insights) -> String {
    let after = insights.verdict.after.map_or_else(String::new, |after| format!(" {after:+}"));
    format!("{}{after}", english.value(insights.verdict.direction))
}

/// Tries out that somebody is a supporter.
fn try_supporter(user: &mut Driver, name: &str) {
    user.select(name);
    user.key(Key::S);
    user.key(Key::Num2);
}

fn with_support(account: &Account, name: &str, support: Support) -> Account {
    let change = account_atlas::edit::PersonChange::Support(Some(support));
    super::findings_maps::change_of(account, name, change)
}

#[test]
fn the_strip_shows_what_would_change() {
    let start = map(FIRM);
    let english = words(Language::English);
    let (before, after) = (insights(&start), insights(&with_support(&start, "Ada", Support::Supporter)));
    let sentences = |insights: &Insights, account: &Account| -> Vec<String> {
        insights.open().map(|finding| english.finding(finding, account)).collect()
    };
    let (old, new) = (sentences(&before, &start), sentences(&after, &start));
    let pairs = [
        (verdict(&english, &before), verdict(&english, &after)),
        (english.light(before.figures.light), english.light(after.figures.light)),
    ];
    for twice in [false, true] {
        let mut user = bare(Driver::new("trial-strip", Some(&start), twice));
        user.key(Key::W);
        assert!(is_said(&user, &english.text(&Message::WhatIfNothing)));
        try_supporter(&mut user, "Ada");
        for (then, now) in &pairs {
            assert_ne!(then, now, "the case must make a difference");
            assert!(is_said(&user, then) && is_said(&user, now), "{then} beside {now}");
        }
        let gone: Vec<&String> = old.iter().filter(|sentence| !new.contains(sentence)).collect();
        assert!(!gone.is_empty(), "{old:?}");
        assert!(gone.iter().any(|sentence| is_said(&user, sentence)), "one of {gone:?}");
        assert!(user.window.query_by_label_contains(&english.text(&Message::WhatIfGone)).is_some());
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn undo_inside_a_trial_stays_inside() {
    let start = map(FIRM);
    for twice in [false, true] {
        let mut user = bare(Driver::new("trial-undo", Some(&start), twice));
        user.select("Cy");
        user.key(Key::S);
        user.key(Key::Num1);
        let told = user.account().clone();
        assert_ne!(told, start);
        user.key(Key::W);
        try_supporter(&mut user, "Ada");
        assert!(heard(&user, "Ada").contains("Supporter"));
        user.ctrl(Key::Z);
        assert!(heard(&user, "Ada").contains("Enemy"));
        user.ctrl(Key::Z);
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &told, "what was done before the trial is out of its reach");
        assert!(heard(&user, "Cy").contains("Mentor"));
        user.with(SHIFT, Key::Z);
        assert!(heard(&user, "Ada").contains("Supporter"));
        assert_eq!(user.account(), &told);
        user.key(Key::W);
        assert!(heard(&user, "Ada").contains("Enemy"), "W ends it and keeps nothing");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "and the account's own undo goes on where it was");
    }
}

#[test]
fn what_is_thrown_away_leaves_nothing() {
    let start = map(FIRM);
    let english = words(Language::English);
    let (away, saved) = (english.text(&Message::WhatIfDiscard), english.text(&Message::StatusSaved));
    for twice in [false, true] {
        let mut user = bare(Driver::new("trial-away", Some(&start), twice));
        user.key(Key::W);
        try_supporter(&mut user, "Ada");
        user.select("Bo");
        user.key(Key::Delete);
        user.key(Key::Enter);
        assert!(!super::eye::names(&user.window).contains("Bo"), "thought away");
        assert!(is_said(&user, &saved), "nothing waits to be saved");
        user.click(&away);
        assert_eq!(user.account(), &start);
        assert!(super::eye::names(&user.window).contains("Bo") && heard(&user, "Ada").contains("Enemy"));
        assert!(is_said(&user, &saved) && !is_said(&user, &away));
        user.ctrl(Key::Z);
        user.with(SHIFT, Key::Z);
        assert_eq!(user.account(), &start, "no step came of it");
    }
}

#[test]
fn what_is_wanted_becomes_one_step() {
    let start = map(FIRM);
    let english = words(Language::English);
    for twice in [false, true] {
        let mut user = bare(Driver::new("trial-keep", Some(&start), twice));
        user.key(Key::W);
        try_supporter(&mut user, "Ada");
        user.key(Key::Escape);
        let (from, to) = (user.card("Cy").right_center(), user.card("Ada").center());
        user.drag(from, to);
        user.key(Key::Num3);
        user.click(&english.text(&Message::WhatIfKeep));
        let now = user.account();
        let ada = now.get::<Person>(person(&start, "Ada")).expect("Ada");
        assert_eq!(ada.judgement.support, Some(Support::Enemy), "wished is not said");
        assert_eq!(ada.judgement.support_wanted, Some(Support::Supporter));
        assert_eq!((&now.links, &now.seats), (&start.links, &start.seats), "a wish draws no line");
        let actions: Vec<Action> = now.all::<Action>().cloned().collect();
        let what = Message::WhatIfIntroduction { from: "Cy".to_owned(), to: "Ada".to_owned() };
        assert_eq!(actions.len(), 1, "{actions:?}");
        assert_eq!(actions[0].what, english.text(&what));
        assert_eq!(actions[0].people, ["Cy", "Ada"].map(|name| person(&start, name)));
        // Four weeks after the day of the tests' window.
        assert_eq!((actions[0].answers, actions[0].due), (Some(FindingRule::NoPath), Some(day("2026-12-19"))));
        assert!(is_said(&user, &english.text(&Message::StatusUnsaved)));
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "one step");
    }
}

#[test]
fn a_good_visit_is_tried_and_becomes_an_action() {
    let start = map(FIRM);
    let english = words(Language::English);
    let mut user = bare(Driver::new("trial-visit", Some(&start), false));
    user.key(Key::W);
    user.select("Bo");
    user.click(&english.text(&Message::WhatIfEffect { person: "Bo".to_owned() }));
    let bo = heard(&user, "Bo");
    assert!(bo.contains("Supporter") && bo.contains("Multiple contacts"), "{bo}");
    user.click(&english.text(&Message::WhatIfKeep));
    let bo = user.account().get::<Person>(person(&start, "Bo")).expect("Bo");
    assert_eq!(bo.judgement.support_wanted, Some(Support::Supporter));
    let old = start.get::<Person>(bo.id).expect("Bo");
    assert_eq!((bo.judgement.support, bo.judgement.coverage), (old.judgement.support, old.judgement.coverage));
    let visit = english.text(&Message::WhatIfVisit { person: "Bo".to_owned() });
    let people: Vec<PersonId> = user.account().all::<Action>().flat_map(|action| action.people.clone()).collect();
    assert!(user.account().all::<Action>().any(|action| action.what == visit));
    assert_eq!(people, [bo.id]);
}

#[test]
fn in_an_opportunity_the_wish_is_its_own() {
    let deal = Opportunity::new(Ids::new(1, 1).fresh(), "Line two");
    let id = deal.id;
    let start = done(&map(FIRM), Edit::Opportunity(RecordEdit::Add(Box::new(deal))));
    let mut user = bare(Driver::new("trial-deal", Some(&start), false));
    user.window.state_mut().view_mut().opportunity = Some(id);
    user.settle();
    user.key(Key::W);
    try_supporter(&mut user, "Ada");
    user.click(&words(Language::English).text(&Message::WhatIfKeep));
    assert_eq!(user.account().persons, start.persons);
    let ada = person(&start, "Ada");
    let own = &user.account().get::<Opportunity>(id).expect("the deal").judgements[&ada];
    assert_eq!((own.support, own.support_wanted), (Judged::Inherit, Judged::Is(Support::Supporter)));
}

#[test]
fn no_trial_reaches_the_file() {
    let start = map(FIRM);
    let mut user = bare(Driver::new("trial-save", Some(&start), false));
    user.select("Cy");
    user.key(Key::S);
    user.key(Key::Num1);
    let told = user.account().clone();
    user.key(Key::W);
    try_supporter(&mut user, "Ada");
    let path = user.path("start.ron");
    let read = || file::read(&std::fs::read(&path).expect("the file")).expect("an account").account;
    // The file is written on a thread once the work rests; what is waited for is the mark, not time.
    let saved = words(Language::English).text(&Message::StatusSaved);
    while !is_said(&user, &saved) {
        std::thread::yield_now();
        user.window.step();
    }
    assert_eq!(read(), told, "saved by itself, without the trial");
    user.ctrl(Key::S);
    assert_eq!(read(), told, "saved by hand, without the trial");
    assert!(heard(&user, "Ada").contains("Supporter"), "and the trial goes on");
    assert_eq!(user.account(), &told);
}

#[test]
fn whoever_lived_only_in_the_trial_is_let_go() {
    let start = map(FIRM);
    let english = words(Language::English);
    for twice in [false, true] {
        let mut user = bare(Driver::new("trial-new", Some(&start), twice));
        user.key(Key::W);
        user.select("Ada");
        user.key(Key::Tab);
        user.write("New, Adviser");
        user.key(Key::Escape);
        assert!(heard(&user, "New").contains("Adviser"));
        let chosen = user.window.state_mut().view_mut().selection.clone();
        assert!(chosen.len() == 1 && !start.seats.contains_key(chosen.first().expect("one")), "the new card");
        user.click(&english.text(&Message::WhatIfDiscard));
        assert!(user.window.state_mut().view_mut().selection.is_empty());
        assert_eq!(user.account(), &start);
        // Somebody of the account stays selected.
        user.key(Key::W);
        user.select("Bo");
        user.key(Key::W);
        let chosen = user.window.state_mut().view_mut().selection.clone();
        assert_eq!(chosen.first().copied(), Some(seat(&start, "Bo")));
        let panic = english.text(&Message::NoticePanic);
        assert!(!user.window.state().notices().contains(&panic));
    }
}
