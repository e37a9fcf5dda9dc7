//! The way to the approver on the printed page: told first among the findings, numbered on the map, and not for
//! the client.

use std::sync::{Arc, LazyLock};

use account_atlas::app::example_bytes;
use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::file;
use account_atlas::insight::{Finding, Reason, findings};
use account_atlas::method::FindingRules;
use account_atlas::model::{Account, Action, BuyingRole, FindingRule, Mute, Person, Record, Seat};
use account_atlas::page::{Edition, Page, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use account_atlas::words::{Language, Message, Words};

use super::accounts::{done, person};
use super::findings_maps::map;

static PRINTER: LazyLock<Printer> = LazyLock::new(|| Printer::new().expect("what ships is sound"));

fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn page(account: &Account, language: Language, edition: Edition, paper: Paper) -> Page {
    let request = PageRequest { form: PageForm::OnePage, language, edition, paper, today: today() };
    PRINTER.compose(account, request, &Template::shipped()).expect("one page")
}

/// Letters and digits alone: lines break where they like.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn text_of(page: &Page) -> String {
    let pdf = page.export(PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    assert_eq!(document.get_pages().len(), 1, "one page");
    bare(&document.extract_text(&[1]).expect("text"))
}

fn example(language: Language) -> Account {
    file::read(example_bytes(language)).expect("the example").account
}

fn said(account: &Account) -> Vec<Finding> {
    findings(account, None, &FindingRules::shipped().expect("what ships is sound"), today())
}

/// The best way to somebody who approves, as a sentence, with the number of people on it.
fn way(account: &Account, language: Language) -> (String, usize) {
    let words = Words::shipped(language).expect("what ships is sound");
    let to_approver = |finding: &Finding| {
        let Reason::Path { route, .. } = &finding.reason else { return None };
        let target = account.get::<Person>(route.target).expect("somebody");
        (target.judgement.role == Some(BuyingRole::Approver)).then_some(route.people.len())
    };
    let all = said(account);
    let (found, people) =
        all.iter().find_map(|finding| Some((finding, to_approver(finding)?))).expect("a way to an approver");
    (words.finding(found, account), people)
}

fn legend(language: Language) -> String {
    bare(&Words::shipped(language).expect("what ships is sound").say(Message::LineWay))
}

#[test]
fn the_examples_tell_the_whole_way_on_every_paper() {
    for language in Language::ALL {
        let account = example(language);
        let (sentence, people) = way(&account, language);
        assert!(people >= 2, "{sentence}");
        for paper in Paper::ALL {
            let full = page(&account, language, Edition::Full, paper);
            let text = text_of(&full);
            assert!(text.contains(&bare(&sentence)), "{paper:?}: {sentence} is not in {text}");
            assert!(text.contains(&legend(language)), "{paper:?}: {text}");
            assert_eq!(full.way_cards, people, "{paper:?}: a number at every card of the way");
        }
    }
}

#[test]
fn the_client_sees_neither_numbers_nor_sentences_nor_the_legend() {
    for language in Language::ALL {
        let account = example(language);
        let words = Words::shipped(language).expect("what ships is sound");
        for paper in Paper::ALL {
            let shared = page(&account, language, Edition::Customer, paper);
            let text = text_of(&shared);
            assert_eq!(shared.way_cards, 0, "{paper:?}");
            assert!(!text.contains(&legend(language)), "{paper:?}: {text}");
            for finding in said(&account) {
                let sentence = words.finding(&finding, &account);
                assert!(!text.contains(&bare(&sentence)), "{paper:?}: {sentence}");
            }
            assert!(!text.contains(&bare(&words.say(Message::PageFindings))), "{paper:?}: {text}");
        }
    }
}

/// Two who are against us stand before every way in the list; Bo leads to Ada through Cy.
const HARD: &str = "Ada | Approver Neutral InDepth\n  Cy | Evaluator Neutral\n    Bo | Evaluator Mentor InDepth\n  \
    Di | DecisionMaker Enemy\n  Ed | DecisionMaker Enemy\n  Fi | Approver Enemy\n  Gi | Approver Enemy\n  \
    Hu | Approver Enemy\n  Io | Approver Enemy\n\nBo 3 Cy\nCy 2 Ada";

fn put<T: Record>(account: &mut Account, record: T) {
    Arc::make_mut(T::table_mut(account)).insert(record.id(), Arc::new(record));
}

#[test]
fn graver_findings_do_not_crowd_out_the_way() {
    let account = map(HARD);
    let before = said(&account).iter().take_while(|finding| finding.rule != FindingRule::Path).count();
    assert!(before > 6, "more than a page takes stand before the way: {before}");
    let (sentence, people) = way(&account, Language::English);
    assert_eq!(people, 3);
    let full = page(&account, Language::English, Edition::Full, Paper::A4);
    assert!(text_of(&full).contains(&bare(&sentence)), "{sentence}");
    assert_eq!(full.way_cards, 3);
}

#[test]
fn a_way_in_hand_stays_on_the_page_and_one_put_away_does_not() {
    let account = map(HARD);
    let (sentence, _) = way(&account, Language::English);
    let ada = person(&account, "Ada");
    let mut ids = account_atlas::model::Ids::new(1_800_000_000_000, 3);
    let asked = Action {
        what: "Ask Bo".to_owned(),
        people: vec![ada],
        answers: Some(FindingRule::Path),
        ..Action::new(ids.fresh())
    };
    let in_hand = done(&account, Edit::Action(RecordEdit::Add(Box::new(asked))));
    let open = |account: &Account| said(account).iter().any(|found| found.rule == FindingRule::Path && found.is_open());
    assert!(open(&account) && !open(&in_hand));
    let full = page(&in_hand, Language::English, Edition::Full, Paper::A4);
    assert!(text_of(&full).contains(&bare(&sentence)) && full.way_cards == 3);
    let mut away = account.clone();
    put(&mut away, Mute { rule: Some(FindingRule::Path), person: Some(ada), ..Mute::new(ids.fresh()) });
    let full = page(&away, Language::English, Edition::Full, Paper::A4);
    let text = text_of(&full);
    assert!(!text.contains(&bare(&sentence)) && !text.contains(&legend(Language::English)), "{text}");
    assert_eq!(full.way_cards, 0);
}

#[test]
fn what_is_in_hand_is_not_told_as_open() {
    let account = map(HARD);
    let words = Words::shipped(Language::English).expect("what ships is sound");
    let grave = said(&account).into_iter().find(|found| found.subject().is_some()).expect("a finding on somebody");
    let sentence = bare(&words.finding(&grave, &account));
    let whom: Vec<_> = grave.subject().into_iter().collect();
    let mut ids = account_atlas::model::Ids::new(1_800_000_000_000, 3);
    let action = Action { people: whom, answers: Some(grave.rule), ..Action::new(ids.fresh()) };
    let in_hand = done(&account, Edit::Action(RecordEdit::Add(Box::new(action))));
    let text = |account| text_of(&page(account, Language::English, Edition::Full, Paper::A3));
    assert!(text(&account).contains(&sentence), "{sentence}");
    assert!(!text(&in_hand).contains(&sentence), "{sentence}");
}

#[test]
fn a_way_that_starts_without_a_seat_has_no_numbers() {
    let mut account = map(HARD);
    let (_, bo) = account.seat_of_person().into_iter().find(|(who, _)| *who == person(&account, "Bo")).expect("a seat");
    let vacant = Seat { holder: None, ..account.get::<Seat>(bo).expect("a seat").clone() };
    put(&mut account, vacant);
    let (sentence, _) = way(&account, Language::English);
    let full = page(&account, Language::English, Edition::Full, Paper::A4);
    let text = text_of(&full);
    assert!(text.contains(&bare(&sentence)) && !text.contains(&legend(Language::English)), "{text}");
    assert_eq!(full.way_cards, 0);
}

#[test]
fn a_seat_in_a_committee_is_a_step_like_any() {
    let mut account = map("Board | Approver\n  Cy | Neutral\n    Bo | Mentor InDepth\n\nBo 3 Cy");
    let (board, cy) = (person(&account, "Board"), person(&account, "Cy"));
    let group = account.get::<Person>(board).expect("the board").clone();
    let kind = account_atlas::model::PersonKind::Group;
    put(&mut account, Person { kind, members: vec![cy], ..group });
    let full = page(&account, Language::English, Edition::Full, Paper::A4);
    assert_eq!(full.way_cards, 3);
    // The step that no line says is dashed; nothing else on this map is.
    let svg = |page: &Page| String::from_utf8(page.export(PageFormat::Svg).expect("an SVG")).expect("text");
    let dashes = |page: &Page| svg(page).matches("stroke-dasharray").count();
    let mut alone = account.clone();
    let group = account.get::<Person>(board).expect("the board").clone();
    put(&mut alone, Person { members: Vec::new(), ..group });
    let without = page(&alone, Language::English, Edition::Full, Paper::A4);
    assert_eq!(without.way_cards, 0);
    assert_eq!(dashes(&full), dashes(&without) + 1);
}

#[test]
fn long_names_on_the_way_are_cut_and_stay_one_page() {
    let mut account = map(HARD);
    for name in ["Ada", "Bo", "Cy"] {
        let known = account.get::<Person>(person(&account, name)).expect("somebody").clone();
        put(&mut account, Person { name: format!("{name} {}", "of the Very Long House ".repeat(40)), ..known });
    }
    for paper in Paper::ALL {
        let full = page(&account, Language::English, Edition::Full, paper);
        assert!(text_of(&full).contains(&bare("Bo of the Very Long House")), "{paper:?}");
        assert_eq!(full.way_cards, 3, "{paper:?}");
    }
}
