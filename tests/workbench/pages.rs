//! The page: always one, legible, with everything named that is not on it.

use std::sync::LazyLock;

use account_atlas::app::example_bytes;
use account_atlas::edit::{Edit, PersonChange, RecordEdit};
use account_atlas::file;
use account_atlas::model::{
    Account, Action, BuyingRole, Coded, Goal, Person, Record, Risk, Support, SwotEntry, SwotQuadrant,
};
use account_atlas::page::{Edition, MIN_NAME_SIZE, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use account_atlas::words::Language;

use super::accounts::{Dice, done, firm};

static PRINTER: LazyLock<Printer> = LazyLock::new(|| Printer::new().expect("what ships is sound"));

fn request(language: Language, edition: Edition, paper: Paper) -> PageRequest {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    PageRequest { form: PageForm::OnePage, language, edition, paper, today }
}

fn example(language: Language) -> Account {
    file::read(example_bytes(language)).expect("the example").account
}

fn text_of(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    assert_eq!(document.get_pages().len(), 1, "one page");
    document.extract_text(&[1]).expect("text")
}

#[test]
fn every_edition_paper_and_language_is_one_page() {
    for language in Language::ALL {
        let account = example(language);
        for edition in [Edition::Full, Edition::Customer] {
            for paper in Paper::ALL {
                let page = PRINTER.compose(&account, request(language, edition, paper), &Template::shipped());
                let page = page.expect("one page");
                assert!(page.smallest_name >= MIN_NAME_SIZE, "{language:?} {paper:?}: {}", page.smallest_name);
                assert_eq!(page.lines_through_cards, 0, "{language:?} {paper:?}");
            }
        }
    }
}

#[test]
fn the_text_can_be_searched_and_the_fonts_are_inside() {
    for (language, wanted) in [(Language::Chinese, "林婉清"), (Language::English, "Helen Strand")] {
        let account = example(language);
        let page = PRINTER
            .compose(&account, request(language, Edition::Full, Paper::A4), &Template::shipped())
            .expect("a page");
        let pdf = page.export(PageFormat::Pdf).expect("a PDF");
        let text: String = text_of(&pdf).split_whitespace().collect();
        let wanted: String = wanted.split_whitespace().collect();
        assert!(text.contains(&wanted), "{language:?}: {text}");
        let raw = String::from_utf8_lossy(&pdf);
        assert!(raw.contains("FontFile") || raw.contains("ObjStm"), "fonts are embedded");
        let again = PRINTER
            .compose(&account, request(language, Edition::Full, Paper::A4), &Template::shipped())
            .expect("a page");
        assert_eq!(again.export(PageFormat::Pdf).expect("a PDF"), pdf, "the same bytes every time");
    }
}

#[test]
fn pictures_and_vectors_come_from_the_same_page() {
    let account = example(Language::English);
    let page = PRINTER
        .compose(&account, request(Language::English, Edition::Full, Paper::A4), &Template::shipped())
        .expect("a page");
    let png = page.export(PageFormat::Png).expect("a PNG");
    assert!(png.starts_with(b"\x89PNG"));
    let svg = String::from_utf8(page.export(PageFormat::Svg).expect("an SVG")).expect("text");
    assert!(svg.starts_with("<svg") && !svg.contains("<script"));
    let (width, height) = page.size();
    assert!((width - 841.9).abs() < 1.0 && (height - 595.3).abs() < 1.0, "A4 landscape: {width} x {height}");
}

/// A firm in which everybody is judged.
fn judged_firm(people: usize) -> Account {
    let mut account = firm(people, people * 3 / 2, 11);
    let mut dice = Dice::new(5);
    let ids: Vec<_> = account.persons.keys().copied().collect();
    for id in ids {
        let role = BuyingRole::ALL.get(dice.below(8)).copied();
        let support = Support::ALL.get(dice.below(6)).copied();
        account = done(&account, Edit::Person(RecordEdit::Set(id, PersonChange::Role(role))));
        account = done(&account, Edit::Person(RecordEdit::Set(id, PersonChange::Support(support))));
    }
    account
}

#[test]
fn names_are_legible_and_who_is_not_drawn_is_counted() {
    for people in [0, 1, 15, 40, 80, 300] {
        let account = if people == 0 { super::accounts::account("") } else { judged_firm(people) };
        let page = PRINTER
            .compose(&account, request(Language::English, Edition::Full, Paper::A4), &Template::shipped())
            .expect("one page");
        assert_eq!(page.lines_through_cards, 0, "{people} people");
        if people > 0 {
            assert!(page.smallest_name >= MIN_NAME_SIZE, "{people} people: {} pt", page.smallest_name);
        }
        let pdf = page.export(PageFormat::Pdf).expect("a PDF");
        let text = text_of(&pdf);
        let drawn = account.all::<Person>().filter(|person| {
            let name: String = person.name.split_whitespace().collect();
            text.split_whitespace().collect::<String>().contains(&name)
        });
        let missing = people - drawn.count().min(people);
        // A short name may be found inside a longer one, so the page may seem to hold more.
        assert!(page.left_out.people >= missing, "{people} people, {missing} missing, {:?} said", page.left_out);
        if people == 40 {
            assert!(page.left_out.people <= 12, "most of 40 are drawn: {:?}", page.left_out);
        }
    }
}

#[test]
fn an_overfull_hostile_account_is_one_page_that_says_what_is_missing() {
    let mut account = judged_firm(30);
    let mut ids = account_atlas::model::Ids::new(1_900_000_000_000, 1);
    let texts = [
        "#eval(1 + 1)",
        "*bold* _it_ $x$ #import \"x\"",
        "\u{202e}turned\u{202c}",
        "A".repeat(500).leak(),
        "多行\n文字",
        "👩‍👩‍👧‍👦 emoji",
    ];
    let mut edits = Vec::new();
    for number in 0..60_usize {
        let text = texts[number % texts.len()].to_owned();
        let quadrant = SwotQuadrant::ALL[number % 4];
        edits.push(Edit::Goal(RecordEdit::Add(Box::new(Goal {
            text: text.clone(),
            measure: text.clone(),
            ..Goal::new(ids.fresh())
        }))));
        edits.push(Edit::Action(RecordEdit::Add(Box::new(Action { what: text.clone(), ..Action::new(ids.fresh()) }))));
        edits.push(Edit::Risk(RecordEdit::Add(Box::new(Risk {
            text: text.clone(),
            response: text.clone(),
            ..Risk::new(ids.fresh())
        }))));
        edits.push(Edit::Swot(RecordEdit::Add(Box::new(SwotEntry { quadrant, text, ..SwotEntry::new(ids.fresh()) }))));
    }
    account = done(&account, Edit::Batch(edits));
    let first = *account.persons.keys().next().expect("somebody");
    account = done(&account, Edit::Person(RecordEdit::Set(first, PersonChange::Name("#panic(\"x\")".repeat(20)))));
    for paper in Paper::ALL {
        let page = PRINTER
            .compose(&account, request(Language::English, Edition::Full, paper), &Template::shipped())
            .expect("one page");
        let said: Vec<&str> = page.left_out.rows.iter().map(|(panel, _)| panel.as_str()).collect();
        assert!(said.contains(&"actions") && said.contains(&"goals"), "{paper:?}: {said:?}");
        let pdf = page.export(PageFormat::Pdf).expect("a PDF");
        let text = text_of(&pdf);
        assert!(
            text.contains("#eval(1") || text.split_whitespace().collect::<String>().contains("#eval(1+1)"),
            "text stays text"
        );
    }
}

#[test]
fn a_template_that_fails_says_where() {
    let own = Template::own([("plan.typ".to_owned(), "#let plan(data, map) = [\n#wrong()\n]".to_owned())]);
    let error = PRINTER
        .compose(&example(Language::English), request(Language::English, Edition::Full, Paper::A4), &own)
        .err()
        .expect("a template error");
    assert!(error.to_string().contains("plan.typ, line 2"), "{error}");
    let two = Template::own([("plan.typ".to_owned(), "#let plan(data, map) = [a #pagebreak() b]".to_owned())]);
    let error = PRINTER
        .compose(&example(Language::English), request(Language::English, Edition::Full, Paper::A4), &two)
        .err()
        .expect("two pages");
    assert!(error.to_string().contains("2 pages"), "{error}");
}

#[test]
fn a_template_reaches_nothing_outside() {
    for reach in [
        "#read(\"/etc/passwd\")",
        "#plugin(\"x.wasm\")",
        "#std.plugin(\"x.wasm\")",
        "#import \"@preview/a:1.0.0\": *",
        "#json(\"/../x.json\")",
    ] {
        let own = Template::own([("plan.typ".to_owned(), format!("#let plan(data, map) = [\n{reach}\n]"))]);
        let result =
            PRINTER.compose(&example(Language::English), request(Language::English, Edition::Full, Paper::A4), &own);
        assert!(result.is_err(), "{reach} must not work");
    }
}

#[test]
fn the_customer_edition_is_built_from_nothing() {
    let account = example(Language::English);
    let shown = account_atlas::model::for_customer(&account);
    assert!(
        shown.links.is_empty() && shown.opportunities.is_empty() && shown.risks.is_empty() && shown.swot.is_empty()
    );
    assert!(shown.all::<Person>().all(|person| person.judgement == account_atlas::model::Judgement::default()
        && person.notes.is_empty()
        && person.attitude.is_none()
        && person.phone.is_empty()));
    assert!(shown.all::<Goal>().all(|goal| goal.shared) && shown.all::<Action>().all(|action| action.shared));
    assert!(shown.goals.len() < account.goals.len(), "unshared goals are gone");
    assert_eq!(shown.seats.len(), account.seats.len());
    assert!(Goal::table(&shown).values().all(|goal| goal.people.is_empty()), "whom a goal is aimed at is our business");
}
