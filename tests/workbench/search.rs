//! The search in all texts: what is gone through, what fits, where it leads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use account_atlas::app::example_bytes;
use account_atlas::file;
use account_atlas::insight::{TextRecord, account_texts, shares_texts};
use account_atlas::model::{
    Account, Activity, ClientSheet, DecisionCriterion, GrowthLever, Ids, Need, Opportunity, Person, PlanSection, Risk,
};
use account_atlas::ui::{PlanPage, View};
use account_atlas::words::{Language, Nearness, Searchable, Sought};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::accounts::{account, ids};
use super::driver::Driver;
use super::file_format::put;
use super::full_account::full_account;

const FIND: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn nearness(text: &str, typed: &str) -> Option<Nearness> {
    Searchable::new(text).nearness(&Sought::of(typed).expect("something typed"))
}

/// The letters of a text that fit.
fn fits(text: &str, typed: &str) -> Option<String> {
    let range = Searchable::new(text).place(text, &Sought::of(typed)?)?;
    Some(text.chars().skip(range.start).take(range.len()).collect())
}

#[test]
fn case_width_and_accents_do_not_matter() {
    for (text, typed, found) in [
        ("Security refuses the data flow", "SECURITY", "Security"),
        ("苏州工厂 ＭＥＳ 二期", "mes", "ＭＥＳ"),
        ("MES 二期", "ＭＥＳ", "MES"),
        ("Café Zoë", "zoe", "Zoë"),
        ("Cafe\u{301} Zoë", "café", "Cafe\u{301}"),
        ("two\nlines", "two lines", "two\nlines"),
        ("１２ 万元", "12", "１２"),
    ] {
        assert_eq!(fits(text, typed).as_deref(), Some(found), "{typed} in {text}");
    }
    assert_eq!(fits("Security refuses", "refused"), None);
    assert_eq!(Sought::of("  \n "), None, "nothing typed finds nothing");
}

#[test]
fn chinese_is_found_by_its_sound_and_by_its_initials() {
    let text = "集团质量追溯平台 MES";
    assert_eq!(fits(text, "追溯").as_deref(), Some("追溯"));
    assert_eq!(fits(text, "zhuisu").as_deref(), Some("追溯"));
    assert_eq!(fits(text, "zhui su").as_deref(), Some("追溯"), "typed with a blank");
    assert_eq!(fits(text, "ZHILIANG").as_deref(), Some("质量"));
    assert_eq!(fits(text, "zlzs").as_deref(), Some("质量追溯"));
    assert_eq!(fits(text, "zhiliangz").as_deref(), Some("质量追"), "the last sound may be begun");
    assert_eq!(fits(text, "uisu"), None, "no sound begins in the middle of a letter");
    assert_eq!(fits(text, "z"), None, "one letter would find nearly everything");
    assert_eq!(fits("plain text", "pt"), None, "Latin words have no initials");
}

#[test]
fn nearer_places_come_first() {
    let ladder = [
        nearness("risk of delay", "risk"),
        nearness("a risk of delay", "risk"),
        nearness("asterisks", "risk"),
        nearness("风险", "fengxian"),
        nearness("风险", "fx"),
    ];
    let all = [Nearness::Start, Nearness::Word, Nearness::Within, Nearness::Sound, Nearness::Initials];
    assert_eq!(ladder, all.map(Some));
    assert!(all.is_sorted());
}

/// The record of a file that a text comes from.
fn record_of(record: TextRecord) -> &'static str {
    match record {
        TextRecord::Profile => "Profile",
        TextRecord::Client => "ClientSheet",
        TextRecord::Supporting(_) => "SupportingNote",
        TextRecord::Plan => "PlanSheet",
        TextRecord::Outline(_) => "YearOutline",
        TextRecord::Principle(_) => "PrincipleCheck",
        TextRecord::Person(_) => "Person",
        TextRecord::Seat(_) => "Seat",
        TextRecord::Link(_) => "Link",
        TextRecord::Member(_) => "TeamMember",
        TextRecord::TeamRelation(_) => "TeamRelation",
        TextRecord::Opportunity(_) => "Opportunity",
        TextRecord::Judgement(..) => "JudgedPerson",
        TextRecord::Criterion(..) => "DecisionCriterion",
        TextRecord::Step(..) => "ProcessStep",
        TextRecord::Need(..) => "Need",
        TextRecord::Benefit(..) => "BenefitRow",
        TextRecord::Answer(..) => "Answer",
        TextRecord::Competitor(_) => "Competitor",
        TextRecord::Goal(_) => "Goal",
        TextRecord::Action(_) => "Action",
        TextRecord::Activity(_) => "Activity",
        TextRecord::Swot(_) => "SwotEntry",
        TextRecord::Value(_) => "ValueEntry",
        TextRecord::Risk(_) => "Risk",
        TextRecord::Review(_) => "Review",
        TextRecord::Snapshot(_) => "Snapshot",
        TextRecord::Mute(_) => "Mute",
        TextRecord::Score(_) => "ScoreLine",
        TextRecord::Lever(_) => "GrowthLever",
        TextRecord::Forecast(_) => "ForecastLine",
        TextRecord::ResourceNeed(_) => "ResourceNeed",
        TextRecord::Budget(_) => "BudgetLine",
        TextRecord::Workload(_) => "WorkloadSegment",
    }
}

/// Every field of every record that holds a text, as the descriptions of the file have it.
fn text_fields() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/file");
    for entry in std::fs::read_dir(folder).expect("the room") {
        let path = entry.expect("an entry").path();
        if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("v1")) {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let mut record = String::new();
        for line in text.lines() {
            if line.ends_with(", kept {") {
                record = line.split('"').nth(1).unwrap_or_default().to_owned();
            } else if let Some((field, _)) = line.trim().split_once(": String => ") {
                found.insert((record.clone(), field.to_owned()));
            }
        }
    }
    found
}

#[test]
fn every_text_of_every_record_is_gone_through() {
    let mut searched: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let account = full_account();
    for text in account_texts(&account) {
        searched.entry(record_of(text.record)).or_default().insert(text.field);
    }
    // These stand under the record they are in.
    let inner: &[(&str, &str, &str, &str)] = &[
        ("Fact", "name", "Person", "facts"),
        ("Fact", "value", "Person", "facts"),
        ("Evidence", "source", "Link", "evidence"),
        ("AboutEvidence", "source", "Person", "evidence"),
        ("SupportingNote", "note", "SupportingNote", "supporting"),
        ("PrincipleCheck", "note", "PrincipleCheck", "principles"),
        ("YearOutline", "text", "YearOutline", "outline"),
        ("ReviewCheck", "note", "Review", "checks"),
    ];
    // Codes of the method, numbers by name, and what once was: nothing that a user would look for.
    let left = [
        ("Opportunity", "question_set"),
        ("Answer", "question"),
        ("Action", "question"),
        ("RuleValue", "name"),
        ("SnapshotPerson", "name"),
        ("SnapshotPerson", "title"),
        ("SnapshotPerson", "unit"),
        ("SnapshotOpportunity", "name"),
    ];
    let fields = text_fields();
    assert!(fields.len() > 120, "only {} fields", fields.len());
    for (record, field) in &fields {
        if left.contains(&(record.as_str(), field.as_str())) {
            continue;
        }
        let place = inner.iter().find(|(of, name, ..)| of == record && name == field);
        let (record, field) = place.map_or((record.as_str(), field.as_str()), |(_, _, record, field)| (record, field));
        let is_searched = searched.get(record).is_some_and(|fields| fields.contains(field));
        assert!(is_searched, "{record}.{field} is never found");
    }
}

#[test]
fn an_account_that_shares_everything_is_not_gone_through_again() {
    let one = full_account();
    assert!(shares_texts(&one, &one.clone()));
    let mut other = one.clone();
    let first = *other.levers.keys().next().expect("a lever");
    let lever = Arc::make_mut(Arc::make_mut(&mut other.levers).get_mut(&first).expect("it"));
    lever.text = "changed".to_owned();
    assert!(!shares_texts(&one, &other));
    let mut other = one.clone();
    Arc::<ClientSheet>::make_mut(&mut other.client).mission = "changed".to_owned();
    assert!(!shares_texts(&one, &other));
}

/// An account that says a strange word in one place each.
fn start() -> Account {
    let mut start = account("Ada: CIO\n  Bo: Director");
    let mut ids = Ids::new(1_800_000_000_000, 9);
    put(&mut start, Risk { text: "Wombats in the cable duct".to_owned(), ..Risk::new(ids.fresh()) });
    let visit =
        Activity { expected: "Signs".to_owned(), note: "She likes quokkas".to_owned(), ..Activity::new(ids.fresh()) };
    put(&mut start, visit);
    let mut deal = Opportunity::new(ids.fresh(), "Line 4");
    let criterion = DecisionCriterion {
        name: "Price".to_owned(),
        note: "Bilbies count twice".to_owned(),
        ..DecisionCriterion::new(ids.fresh())
    };
    deal.buying.criteria = vec![criterion];
    deal.buying.needs = vec![Need { statement: "Room for numbats".to_owned(), ..Need::new(ids.fresh()) }];
    put(&mut start, deal);
    put(&mut start, GrowthLever { text: "Sell to echidnas".to_owned(), ..GrowthLever::new(ids.fresh()) });
    let ada = *start.persons.keys().next().expect("Ada");
    let person = Person { notes: "Keeps a dingo".to_owned(), ..start.get::<Person>(ada).expect("her").clone() };
    put(&mut start, person);
    start
}

fn found(user: &mut Driver, word: &str) {
    user.with(FIND, Key::F);
    user.write(word);
}

#[test]
fn a_word_is_found_and_enter_goes_to_its_field() {
    for twice in [false, true] {
        let mut user = Driver::new("search-risk", Some(&start()), twice);
        found(&mut user, "wombat");
        assert!(
            user.window.query_by_label_contains("Wombats in the cable duct · risk").is_some(),
            "the place has a name"
        );
        user.key(Key::Enter);
        user.settle();
        let view = user.window.state_mut().view_mut();
        assert_eq!((view.view, view.plan_page), (View::Plan, PlanPage::Section(PlanSection::Risks)));
        assert!(view.search.is_none(), "the search is over");
        // The field has the keys: what is typed now is written there.
        user.write("!");
        assert!(user.account().all::<Risk>().any(|risk| risk.text.contains('!')), "{:?}", user.account().risks);
    }
}

#[test]
fn notes_in_a_folded_meeting_and_in_rows_of_an_opportunity_are_reached() {
    for twice in [false, true] {
        let mut user = Driver::new("search-rows", Some(&start()), twice);
        found(&mut user, "quokka");
        user.key(Key::Enter);
        user.settle();
        assert_eq!(user.window.state_mut().view_mut().view, View::Actions);
        user.write("!");
        assert!(user.account().all::<Activity>().any(|visit| visit.note.contains('!')), "the note has the keys");
        found(&mut user, "bilbies");
        user.key(Key::Enter);
        user.settle();
        let view = user.window.state_mut().view_mut();
        assert_eq!(view.view, View::Opportunities);
        assert!(view.opportunity.is_some(), "its form is open");
        user.write("?");
        let deal = user.account().all::<Opportunity>().next().expect("the opportunity");
        assert!(deal.buying.criteria[0].note.contains('?'), "the note of the criterion has the keys");
        found(&mut user, "numbats");
        user.key(Key::Enter);
        user.settle();
        user.write("?");
        let deal = user.account().all::<Opportunity>().next().expect("the opportunity");
        assert!(deal.buying.needs[0].statement.contains('?'), "the need has the keys");
    }
}

#[test]
fn a_note_on_somebody_leads_to_the_card() {
    let mut user = Driver::new("search-person", Some(&start()), false);
    user.window.state_mut().view_mut().view = View::Findings;
    user.settle();
    found(&mut user, "dingo");
    user.key(Key::Enter);
    user.settle();
    let view = user.window.state_mut().view_mut();
    assert_eq!((view.view, view.selection.len()), (View::Map, 1));
    found(&mut user, "echidna");
    user.key(Key::Enter);
    user.settle();
    let view = user.window.state_mut().view_mut();
    assert_eq!((view.view, view.plan_page), (View::Plan, PlanPage::Section(PlanSection::Objectives)));
}

#[test]
fn what_is_nowhere_says_so_and_escape_leaves() {
    let mut user = Driver::new("search-nothing", Some(&start()), false);
    found(&mut user, "platypus");
    assert!(user.window.query_by_label_contains("Nothing in this account says so").is_some());
    user.key(Key::Enter);
    assert!(user.window.state_mut().view_mut().search.is_some(), "there is nowhere to go");
    user.key(Key::Escape);
    assert!(user.window.state_mut().view_mut().search.is_none());
    assert_eq!(user.window.state_mut().view_mut().view, View::Map, "and nothing has moved");
}

#[test]
fn fifty_places_are_shown_and_the_rest_is_counted() {
    let mut many = account("Ada: CIO");
    let mut fresh = ids();
    for number in 0..73 {
        put(&mut many, GrowthLever { text: format!("Platypus {number}"), ..GrowthLever::new(fresh.fresh()) });
    }
    let mut user = Driver::new("search-many", Some(&many), false);
    found(&mut user, "platypus");
    assert!(user.window.query_by_label_contains("23 more").is_some());
    found_again(&mut user, " 7");
    assert!(user.window.query_by_label_contains(" more;").is_none(), "four of them begin with a seven");
    assert!(user.window.query_by_label_contains("Platypus 72 · growth lever").is_some());
}

fn found_again(user: &mut Driver, more: &str) {
    user.write(more);
}

/// Every language's example: a word that stands in one field alone leads to the page where that field is.
#[test]
fn the_examples_are_searched_in_their_language() {
    let account = file::read(example_bytes(Language::Chinese)).expect("the example").account;
    let mut user = Driver::in_language("search-zh", Some(&account), false, Language::Chinese, &[]);
    found(&mut user, "fengdingjia");
    assert!(user.window.query_all_by_label_contains("封顶价").next().is_some(), "by its sound");
    user.key(Key::Escape);
    found(&mut user, "观察名单");
    assert!(user.window.query_all_by_label_contains("客户档案").next().is_some(), "a note on the client's sheet");
}
