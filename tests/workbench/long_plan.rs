//! The long plan: its eight sections, what is left out, what the client sees, and that text stays text.

use std::sync::{Arc, LazyLock};

use account_atlas::app::example_bytes;
use account_atlas::file;
use account_atlas::model::{
    Account, BudgetLine, CheckMark, ClientSheet, Coded, ForecastLine, Goal, GrowthLever, Ids, Kept, LeverKind, Money,
    PlanPrinciple, PlanSection, PlanSheet, PrincipleCheck, ResourceKind, ResourceNeed, Review, ReviewCheck, ReviewKind,
    ReviewQuestion, ScoreAxis, ScoreLine, SupportingItem, ValueEntry, ValueQuadrant, WorkloadSegment, YearAmount,
    YearOutline,
};
use account_atlas::page::{Edition, Page, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use account_atlas::words::{Language, Message};
use chrono::NaiveDate;

use super::accounts;
use super::file_format::put;
use super::full_account::full_account;
use super::words::words;

static PRINTER: LazyLock<Printer> = LazyLock::new(|| Printer::new().expect("what ships is sound"));

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn request(language: Language, edition: Edition, paper: Paper) -> PageRequest {
    PageRequest { form: PageForm::LongPlan, language, edition, paper, today: day(2026, 11, 21) }
}

fn long(account: &Account, language: Language, edition: Edition) -> Page {
    let request = request(language, edition, Paper::A4);
    PRINTER.compose(account, request, &Template::shipped()).expect("a long plan")
}

/// What can be read on all pages, without blanks.
fn text_of(page: &Page) -> String {
    let pdf = page.export(PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF that can be read");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert_eq!(pages.len(), page.count(), "every page is in the file");
    tight(&document.extract_text(&pages).expect("text"))
}

fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

const SAID: &str =
    "The pumps of line two run on our platform since spring; faults are found in minutes, and nobody has to drive out.";

fn client() -> ClientSheet {
    let said = || SAID.to_owned();
    ClientSheet {
        mission: said(),
        outside_forces: said(),
        inside_forces: said(),
        coherence: said(),
        industry_trend: said(),
        quality: said(),
        annual_volume: said(),
        credit: said(),
        price_demand: said(),
        payment_days: Some(45),
        person_needs: said(),
        firm_needs: said(),
        industry_needs: said(),
        purchasing_process: said(),
        purchasing_detail: said(),
        history: said(),
        relation: said(),
        available: said(),
        chances: said(),
        satisfaction: Some(82),
        supporting: SupportingItem::ALL.iter().take(9).map(|item| (*item, said())).collect(),
        ..ClientSheet::default()
    }
}

fn sheet(money: impl Fn(i64) -> Option<Money>) -> PlanSheet {
    let year = |year: u16| YearOutline { year: Some(year), text: SAID.to_owned(), kept: Kept::default() };
    let check = |principle: &PlanPrinciple| PrincipleCheck {
        principle: Some(*principle),
        mark: Some(CheckMark::Yes),
        note: SAID.to_owned(),
        kept: Kept::default(),
    };
    PlanSheet {
        summary: format!("{SAID}\n{SAID} {SAID}"),
        trend_risks: SAID.to_owned(),
        inexperience: SAID.to_owned(),
        contribution: money(400_000),
        management_cost: money(90_000),
        share_wanted: Some(30),
        mix: SAID.to_owned(),
        operating: SAID.to_owned(),
        outline: (2027..2032).map(year).collect(),
        progress_measures: SAID.to_owned(),
        team_note: SAID.to_owned(),
        forecast_from: Some(2027),
        forecast_note: SAID.to_owned(),
        principles: PlanPrinciple::ALL.iter().map(check).collect(),
        cycle_start: Some(day(2026, 9, 1)),
        cycle_weeks: Some(10),
        ..PlanSheet::default()
    }
}

/// The example with every section of the plan filled in as a good manager would.
fn filled(language: Language) -> Account {
    let mut account = file::read(example_bytes(language)).expect("the example").account;
    let mut ids = Ids::new(1_900_000_000_000, 7 << 40);
    let currency = account.profile.currency;
    let money = |units: i64| Some(Money::of_units(units, currency));
    account.client = Arc::new(client());
    account.plan = Arc::new(sheet(money));
    let owner = account.profile.owner;
    for (place, kind) in (0_i32..).zip(LeverKind::ALL) {
        let lever = GrowthLever {
            kind: Some(*kind),
            text: format!("Lever {place}: service contracts"),
            amount: money(60_000 + 20_000 * i64::from(place)),
            margin: money(20_000),
            probability: Some(60),
            owner,
            rank: place,
            ..GrowthLever::new(ids.fresh())
        };
        put(&mut account, lever);
    }
    for (place, region) in (0_i32..).zip(["North", "South", "Overseas", "Group"]) {
        let year = |year: u16| YearAmount {
            year: Some(year),
            amount: money(100_000 + 10_000 * i64::from(year - 2027)),
            kept: Kept::default(),
        };
        let line = ForecastLine {
            region: region.to_owned(),
            platform: format!("Platform {}", place % 2),
            years: (2027..2032).map(year).collect(),
            share: Some(12),
            share_wanted: Some(30),
            rank: place,
            ..ForecastLine::new(ids.fresh())
        };
        put(&mut account, line);
        let need = ResourceNeed {
            kind: ResourceKind::ALL.get(usize::try_from(place).expect("small")).copied(),
            text: SAID.to_owned(),
            member: owner,
            due: Some(day(2027, 3, 1)),
            rank: place,
            ..ResourceNeed::new(ids.fresh())
        };
        put(&mut account, need);
        let text = format!("Budget line {place}");
        put(
            &mut account,
            BudgetLine { text, planned: money(9_000), spent: money(2_000), ..BudgetLine::new(ids.fresh()) },
        );
        let segment = WorkloadSegment {
            name: format!("Sites {region}"),
            count: Some(12),
            visits: Some(2),
            minutes: Some(120),
            visits_planned: Some(3),
            minutes_planned: Some(90),
            ..WorkloadSegment::new(ids.fresh())
        };
        put(&mut account, segment);
    }
    for axis in ScoreAxis::ALL {
        for criterion in ["Volume", "Growth", "Fit"] {
            let line = ScoreLine {
                axis: *axis,
                criterion: criterion.to_owned(),
                weight: Some(33),
                rating: Some(7),
                evidence: SAID.to_owned(),
                ..ScoreLine::new(ids.fresh())
            };
            put(&mut account, line);
        }
    }
    for quadrant in ValueQuadrant::ALL {
        let text = format!("Value: {SAID}");
        put(&mut account, ValueEntry { quadrant: *quadrant, text, ..ValueEntry::new(ids.fresh()) });
    }
    let check = |question: &ReviewQuestion| ReviewCheck {
        question: Some(*question),
        mark: Some(CheckMark::No),
        note: SAID.to_owned(),
        kept: Kept::default(),
    };
    let review = Review {
        kind: ReviewKind::Plan,
        date: Some(day(2026, 10, 1)),
        reviewer: "Ruth Adeyemi".to_owned(),
        note: SAID.to_owned(),
        checks: ReviewQuestion::ALL.iter().map(check).collect(),
        ..Review::new(ids.fresh())
    };
    put(&mut account, review);
    account
}

/// What can be read on each page, without blanks.
fn pages_of(page: &Page) -> Vec<String> {
    let pdf = page.export(PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF that can be read");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    pages.iter().map(|page| tight(&document.extract_text(&[*page]).expect("text"))).collect()
}

#[test]
fn l1_a_full_plan_takes_12_to_21_pages_before_its_appendix() {
    for language in Language::ALL {
        let page = long(&filled(language), language, Edition::Full);
        let appendix = tight(&format!("8 {}", words(language).value(PlanSection::Appendix)));
        let pages = pages_of(&page);
        // The first page has the contents.
        let main = pages.iter().skip(1).position(|text| text.contains(&appendix)).expect("an appendix") + 1;
        assert!((12..=21).contains(&main), "{language:?}: the appendix begins after {main} of {} pages", pages.len());
    }
}

#[test]
fn l1_the_eight_sections_stand_in_order_behind_their_contents() {
    for language in Language::ALL {
        let page = long(&filled(language), language, Edition::Full);
        let (text, words) = (text_of(&page), words(language));
        let heading = |section: &PlanSection| tight(&format!("{} {}", *section as usize + 1, words.value(*section)));
        let places: Vec<usize> = PlanSection::ALL
            .iter()
            .map(|section| {
                let heading = heading(section);
                assert!(text.matches(&heading).count() > 1, "{language:?}: {heading} in the contents and as a heading");
                text.rfind(&heading).expect("a heading")
            })
            .collect();
        assert!(places.is_sorted(), "{language:?}: {places:?}");
        assert!(text.contains(&tight(&words.say(Message::LongContents))), "{language:?}: no contents");
        let note = match language {
            Language::English => "Leftout,because",
            Language::Chinese => "以下部分尚未填写",
        };
        assert!(!text.contains(note), "{language:?}: nothing is left out");
        let last = page.count();
        let foot = match language {
            Language::English => format!("Page{last}of{last}"),
            Language::Chinese => format!("第{last}页，共{last}页"),
        };
        assert!(text.contains(&foot), "{language:?}: {foot} is missing");
    }
}

#[test]
fn the_file_has_bookmarks_for_sections_and_parts() {
    let pdf =
        long(&filled(Language::English), Language::English, Edition::Full).export(PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    assert!(catalog.get(b"Outlines").is_ok(), "no bookmarks");
    assert!(catalog.get(b"StructTreeRoot").is_ok(), "no tags");
    let titles = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Title").ok());
    assert!(titles.count() > 20, "sections and their parts");
}

#[test]
fn an_empty_account_is_a_page_or_two_with_a_note_on_all_eight() {
    for language in Language::ALL {
        let page = long(&accounts::account(""), language, Edition::Full);
        assert!(page.count() <= 2, "{} pages", page.count());
        let (text, words) = (text_of(&page), words(language));
        for section in PlanSection::ALL {
            let name = tight(&format!("{} {}", *section as usize + 1, words.value(*section)));
            assert_eq!(
                text.matches(&name).count(),
                1,
                "{language:?}: {name} stands in the note and nowhere else: {text}"
            );
        }
        assert!(!text.contains(&tight(&words.say(Message::LongContents))), "{language:?}: no contents for a page");
    }
}

#[test]
fn a_section_with_one_entry_is_there_and_no_longer_in_the_note() {
    let mut account = accounts::account("");
    let mut ids = accounts::ids();
    put(&mut account, Goal { text: "Framework signed".to_owned(), ..Goal::new(ids.fresh()) });
    let text = text_of(&long(&account, Language::English, Edition::Full));
    assert!(text.contains("Frameworksigned"), "{text}");
    let (_, note) = text.split_once("Leftout").expect("a note on the rest");
    let note = note.split_once('.').map_or(note, |(note, _)| note);
    assert!(!note.contains("4Accountobjectives") && note.contains("7Financialforecast"), "{note}");
}

#[test]
fn what_is_read_page_by_page_stands_upright_on_every_paper() {
    let account = filled(Language::English);
    for (paper, width, height) in [
        (Paper::A4, 595.3, 841.9),
        (Paper::A4Portrait, 595.3, 841.9),
        (Paper::A3, 595.3, 841.9),
        (Paper::Letter, 612.0, 792.0),
    ] {
        let request = request(Language::English, Edition::Full, paper);
        let page = PRINTER.compose(&account, request, &Template::shipped()).expect("a long plan");
        let size = page.size();
        assert!((size.0 - width).abs() < 1.0 && (size.1 - height).abs() < 1.0, "{paper:?}: {size:?}");
        let lying = (0..page.count()).filter(|number| page.size_of(*number).0 > page.size_of(*number).1).count();
        assert_eq!(lying, 1, "{paper:?}: the map has a page of its own, and it alone lies");
        assert_eq!(page.lines_through_cards, 0, "{paper:?}");
    }
}

#[test]
fn hostile_text_of_every_field_stays_text() {
    let mut account = full_account();
    let mut ids = accounts::ids();
    let texts =
        ["#panic(\"x\")", "*bold* _it_ $x$ #import \"x\"", "@preview <label>", "a\u{202e}b\u{202c}", "`raw` [x](y)"];
    for text in texts {
        put(&mut account, Goal { text: text.to_owned(), measure: "= heading".to_owned(), ..Goal::new(ids.fresh()) });
    }
    put(&mut account, Goal { text: "endless".repeat(900), ..Goal::new(ids.fresh()) });
    for language in Language::ALL {
        let text = text_of(&long(&account, language, Edition::Full));
        for said in ["#panic(\"x\")", "*bold*_it_$x$#import\"x\"", "@preview<label>", "`raw`[x](y)", "=heading"] {
            assert!(text.contains(&tight(said)) || said.contains('"'), "{language:?}: {said} is missing");
        }
        assert!(text.contains("#panic("), "{language:?}");
    }
}

#[test]
fn the_client_sees_shared_goals_actions_and_our_team_alone() {
    for language in Language::ALL {
        let account = filled(language);
        let text = text_of(&long(&account, language, Edition::Customer));
        let words = words(language);
        let shared: Vec<&Goal> = account.all::<Goal>().filter(|goal| goal.shared).collect();
        let own: Vec<&Goal> = account.all::<Goal>().filter(|goal| !goal.shared).collect();
        assert!(!shared.is_empty() && !own.is_empty(), "the example has both");
        assert!(shared.iter().all(|goal| text.contains(&tight(&goal.text))), "{language:?}: {text}");
        assert!(!own.iter().any(|goal| text.contains(&tight(&goal.text))), "{language:?}");
        for section in PlanSection::ALL {
            let is_shared = matches!(section, PlanSection::Objectives | PlanSection::Actions | PlanSection::Team);
            let heading = tight(words.value(*section));
            assert_eq!(text.contains(&heading), is_shared, "{language:?}: {heading}");
        }
        assert!(!text.contains(&tight(SAID)), "{language:?}: a sheet of ours is on the page");
    }
}

#[test]
fn a_picture_of_many_pages_shows_them_one_below_the_other() {
    let page = long(&filled(Language::English), Language::English, Edition::Full);
    let svg = String::from_utf8(page.export(PageFormat::Svg).expect("an SVG")).expect("text");
    let (_, rest) = svg.split_once("viewBox=\"0 0 ").expect("a size");
    let numbers: Vec<f32> = rest.split(['"', ' ']).take(2).filter_map(|number| number.parse().ok()).collect();
    let heights: f32 = (0..page.count()).map(|number| page.size_of(number).1).sum();
    assert!(numbers[1] >= heights, "{numbers:?} of {heights}");
    let (width, height, rgba) = page.pixels(page.count() - 1, 1.0).expect("the last page");
    assert_eq!(rgba.len(), width * height * 4);
    assert!(page.pixels(page.count(), 1.0).is_err(), "there is no page after the last one");
}
