//! The visit brief: one page on one person, in the window and from the command line.

use std::sync::{Arc, LazyLock};

use account_atlas::app::example_bytes;
use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::file;
use account_atlas::model::{
    Account, Action, Activity, ActivityOutcome, Confidence, Evidence, JudgementField, Link, LinkKind, Person, PersonId,
    Strength, Support,
};
use account_atlas::page::{Edition, Page, PageError, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use account_atlas::ui::View;
use account_atlas::words::Language;
use chrono::NaiveDate;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, firm, ids, person};
use super::command_line::{DONE, Desk, NOT_DONE};
use super::driver::Driver;
use super::file_format::put;
use super::full_account::full_account;

static PRINTER: LazyLock<Printer> = LazyLock::new(|| Printer::new().expect("what ships is sound"));

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn set(account: &Account, person: PersonId, language: Language, edition: Edition) -> Result<Page, PageError> {
    let form = PageForm::VisitBrief(person);
    let request = PageRequest { form, language, edition, paper: Paper::A4, today: day(11, 21) };
    PRINTER.compose(account, request, &Template::shipped())
}

fn brief(account: &Account, person: PersonId, language: Language) -> Page {
    set(account, person, language, Edition::Full).expect("a brief")
}

fn text_of(page: &Page) -> String {
    let pdf = page.export(PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    assert_eq!(document.get_pages().len(), 1, "one page");
    document.extract_text(&[1]).expect("text").split_whitespace().collect()
}

#[test]
fn everybody_of_the_example_has_a_brief_of_one_upright_page() {
    for language in Language::ALL {
        let account = file::read(example_bytes(language)).expect("the example").account;
        for person in account.all::<Person>() {
            let page = brief(&account, person.id, language);
            assert_eq!(page.count(), 1, "{language:?} {}", person.name);
            assert!(page.size().1 > page.size().0);
            let name: String = person.name.split_whitespace().collect();
            assert!(text_of(&page).contains(&name), "{language:?} {}", person.name);
        }
    }
}

/// Ada with everything a brief can say.
fn known() -> (Account, PersonId) {
    let mut account = account("Cleo: Chief\n  Ada: Head of quality\n  Bo: Buyer");
    let (ada, bo) = (person(&account, "Ada"), person(&account, "Bo"));
    let mut ids = ids();
    let mut known = account.get::<Person>(ada).expect("Ada").clone();
    known.judgement.goal = "Says yes to the workshop".to_owned();
    known.judgement.win = "Seen as the one who ended the recalls".to_owned();
    known.judgement.support = Some(Support::Neutral);
    known.judgement.support_wanted = Some(Support::Supporter);
    known.judgement.veto = Some(true);
    let evidence = Evidence {
        source: "heard in Leeds".to_owned(),
        confidence: Some(Confidence::Assumed),
        verified: Some(day(10, 31)),
        ..Evidence::default()
    };
    known.judgement.evidence.insert(JudgementField::Support, evidence);
    known.notes = "Never before ten".to_owned();
    put(&mut account, known);
    let influence = LinkKind::Influences(Strength::DECISIVE);
    put(&mut account, Link { note: "since school".to_owned(), ..Link::new(ids.fresh(), bo, ada, influence) });
    put(
        &mut account,
        Action {
            what: "Agenda of the workshop".to_owned(),
            people: vec![ada],
            due: Some(day(11, 1)),
            ..Action::new(ids.fresh())
        },
    );
    let last = Activity {
        who: vec![ada],
        date: Some(day(11, 7)),
        outcome: Some(ActivityOutcome::Advance),
        promised: "Sends the fault list".to_owned(),
        note: "Liked the figures".to_owned(),
        ..Activity::new(ids.fresh())
    };
    put(&mut account, last);
    let next = Activity {
        who: vec![ada],
        date: Some(day(12, 9)),
        expected: "Names the working group".to_owned(),
        situation: "Which lines run at night?".to_owned(),
        payoff: "What is an hour less worth?".to_owned(),
        ..Activity::new(ids.fresh())
    };
    put(&mut account, next);
    (account, ada)
}

#[test]
fn it_says_what_we_want_what_we_know_since_when_and_what_is_open() {
    let (account, ada) = known();
    let text = text_of(&brief(&account, ada, Language::English));
    for said in [
        "Ada",
        "Head of quality",
        "Says yes to the workshop",
        "Seen as the one who ended the recalls",
        "Neutral → Supporter",
        "heard in Leeds",
        "Assumed · 3w",
        "Veto right",
        "Never before ten",
        "Bo (3)",
        "since school",
        "Agenda of the workshop",
        "Sends the fault list",
        "Liked the figures",
        "Names the working group",
        "Which lines run at night?",
        "What is an hour less worth?",
    ] {
        let tight: String = said.split_whitespace().collect();
        assert!(text.contains(&tight), "{said} is missing: {text}");
    }
    // Of Bo's own brief nothing of this stands there but the link.
    let other = text_of(&brief(&account, person(&account, "Bo"), Language::English));
    assert!(!other.contains("Neverbeforeten") && !other.contains("Namestheworkinggroup"), "{other}");
}

#[test]
fn two_hundred_links_are_counted_and_never_make_a_second_page() {
    let mut account = firm(202, 0, 3);
    let mut ids = ids();
    let people: Vec<PersonId> = account.persons.keys().copied().collect();
    let center = people[0];
    for other in people.iter().skip(1).take(200) {
        let link = Link::new(ids.fresh(), *other, center, LinkKind::Influences(Strength::CLEAR));
        put(&mut account, Link { note: "a note that takes its place".to_owned(), ..link });
    }
    for number in 0..40 {
        put(
            &mut account,
            Action { what: format!("Deliverable {number}"), people: vec![center], ..Action::new(ids.fresh()) },
        );
    }
    for language in Language::ALL {
        let page = brief(&account, center, language);
        assert_eq!(page.count(), 1);
        let count =
            |panel: &str| page.left_out.rows.iter().find(|(name, _)| name == panel).map_or(0, |(_, count)| *count);
        assert!(count("brief_links") > 150, "{:?}", page.left_out);
        let text = text_of(&page);
        let more = match language {
            Language::English => format!("+{}more", count("brief_links")),
            Language::Chinese => format!("另有{}项", count("brief_links")),
        };
        assert!(text.contains(&more), "{language:?}: the page counts them: {text}");
        assert!(page.smallest_name >= account_atlas::page::MIN_NAME_SIZE, "{}", page.smallest_name);
    }
}

#[test]
fn hostile_text_of_every_field_stays_text_on_one_page() {
    let mut account = full_account();
    let first = *account.persons.keys().next().expect("somebody");
    let mut hostile = account.get::<Person>(first).expect("somebody").clone();
    hostile.name = "#panic(\"x\")".repeat(20);
    hostile.notes = "*bold* #eval(1 + 1) ".repeat(400);
    put(&mut account, hostile);
    for language in Language::ALL {
        for person in account.persons.keys() {
            assert_eq!(brief(&account, *person, language).count(), 1);
        }
        assert!(text_of(&brief(&account, first, language)).contains("#panic("), "{language:?}");
    }
}

#[test]
fn there_is_none_for_the_client_and_none_of_nobody() {
    let (account, ada) = known();
    assert_eq!(set(&account, ada, Language::English, Edition::Customer).err(), Some(PageError::NotForClient));
    let gone = done(&account, Edit::Person(RecordEdit::Remove(ada)));
    assert_eq!(set(&gone, ada, Language::English, Edition::Full).err(), Some(PageError::NoPerson));
    let mut bare = gone;
    bare.seats = Arc::default();
    let bo = person(&bare, "Bo");
    assert_eq!(brief(&bare, bo, Language::English).count(), 1, "somebody without a seat has a brief, too");
}

#[test]
fn the_command_line_finds_the_person_by_name_or_says_why_not() {
    let desk = Desk::new("brief");
    desk.example("a.ron");
    let print = |code: i32, more: &[&str]| {
        desk.ends(code, &[&["print", "a.ron", "-o", "b.pdf", "--lang", "en", "--form", "brief"], more].concat())
    };
    let page = || {
        let document = lopdf::Document::load_mem(&desk.read("b.pdf")).expect("a PDF");
        document.extract_text(&[1]).expect("text")
    };
    print(DONE, &["--person", "Helen Strand"]);
    assert!(page().contains("Helen Strand"), "{}", page());
    print(DONE, &["--person", "okafor"]);
    assert!(page().contains("David Okafor"), "{}", page());
    for (more, said) in [
        (&["--person", "Nobody At All"][..], "Nobody At All"),
        (&["--person", "an"][..], " / "),
        (&[][..], "--person"),
        (&["--person", "Helen Strand", "--edition", "customer"][..], "our side"),
    ] {
        let refused = print(NOT_DONE, more);
        assert!(refused.err.contains(said), "{more:?}: {refused:?}");
    }
    desk.ends(DONE, &["print", "a.ron", "-o", "long.pdf", "--form", "long", "--lang", "en"]);
    let long = lopdf::Document::load_mem(&desk.read("long.pdf")).expect("a PDF");
    assert!(long.get_pages().len() > 3, "the long plan has many pages");
}

/// Waits until the page asked for is there.
fn wait(user: &mut Driver) {
    while !user.window.state().has_preview() {
        std::thread::yield_now();
        user.window.step();
    }
    user.settle();
}

#[test]
fn from_a_card_to_the_brief_and_on_through_the_long_plan() {
    let account = file::read(example_bytes(Language::English)).expect("the example").account;
    let helen = person(&account, "Helen Strand");
    let mut user = Driver::new("journey-brief", Some(&account), false);
    user.select("Helen Strand");
    user.ctrl(Key::K);
    user.write("visit brief");
    user.key(Key::Enter);
    assert_eq!(user.window.state_mut().view_mut().view, View::Page);
    assert_eq!(user.window.state_mut().view_mut().form, PageForm::VisitBrief(helen));
    wait(&mut user);
    assert!(user.window.query_by_label_contains("Page 1 of").is_none(), "one page is not leafed through");
    user.click("Long plan");
    assert_eq!(user.window.state_mut().view_mut().form, PageForm::LongPlan);
    while user.window.query_by_label_contains("Page 1 of").is_none() {
        std::thread::yield_now();
        user.window.step();
    }
    user.key(Key::PageDown);
    while user.window.query_by_label_contains("Page 2 of").is_none() {
        std::thread::yield_now();
        user.window.step();
    }
    user.key(Key::PageUp);
    user.key(Key::PageUp);
    assert_eq!(user.window.state_mut().view_mut().page_number, 0, "there is nothing before the first page");
    user.click("Visit brief");
    assert_eq!(
        user.window.state_mut().view_mut().form,
        PageForm::VisitBrief(helen),
        "whoever is selected on the map is proposed"
    );
}
