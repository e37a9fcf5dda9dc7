//! How fast the slow things are, and how good the pictures. `cargo bench` prints two tables; nothing here can fail on a
//! slow day.

use account_atlas::app::example_bytes;
use account_atlas::edit::{Edit, History, PersonChange, RecordEdit};
use account_atlas::file;
use account_atlas::layout::{ChartOptions, LayoutRequest, chart, place_cards};
use account_atlas::model::Account;
use account_atlas::page::{Edition, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use account_atlas::theme::{CardMetrics, MapMetrics, Measure};
use account_atlas::words::Language;
use divan::{Bencher, black_box};

#[path = "../workbench/accounts.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod accounts;

mod frames;
mod insight;

#[path = "../workbench/memory_host.rs"]
mod memory_host;

mod pictures;
mod views;

fn main() {
    if wants_pictures() {
        #[expect(clippy::print_stdout, reason = "a bench is a program that prints")]
        {
            println!("{}", pictures::table());
        }
    }
    divan::main();
}

/// Whether the table of the pictures is asked for: by a whole run, or by a word that `pictures` begins with. Tests of
/// all targets run this program too, and want nothing measured.
fn wants_pictures() -> bool {
    let (options, words): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|word| word.starts_with('-'));
    let has = |option: &str| options.iter().any(|known| known == option);
    let is_named = words.is_empty() || words.iter().any(|word| "pictures".starts_with(word.as_str()));
    has("--bench") && !has("--list") && !has("--test") && is_named
}

fn request(account: &Account) -> LayoutRequest {
    LayoutRequest::of_account(account, &Measure::new(), &CardMetrics::WINDOW, MapMetrics::WINDOW, |_| true)
}

/// Placement alone: who reports to whom, no informal links.
#[divan::bench(args = [200, 1_000, 10_000, 50_000])]
fn tidy_layout(bencher: Bencher<'_, '_>, people: usize) {
    let mut request = request(&accounts::firm(people, 0, 1));
    request.options = ChartOptions::default();
    bencher.bench(|| place_cards(black_box(&request)));
}

/// The same with its reporting lines.
#[divan::bench(args = [200, 1_000, 10_000, 50_000])]
fn chart_without_links(bencher: Bencher<'_, '_>, people: usize) {
    let request = request(&accounts::firm(people, 0, 1));
    bencher.bench(|| chart(black_box(&request)));
}

/// With one and a half informal links a person, ordered and routed.
#[divan::bench(args = [200, 1_000, 10_000])]
fn layout_with_links(bencher: Bencher<'_, '_>, people: usize) {
    let request = request(&accounts::firm(people, people * 3 / 2, 1));
    bencher.bench(|| chart(black_box(&request)));
}

/// The question a layout is asked: texts measured, links looked up.
#[divan::bench(args = [1_000, 10_000])]
fn layout_request(bencher: Bencher<'_, '_>, people: usize) {
    let account = accounts::firm(people, people * 3 / 2, 1);
    let measure = Measure::new();
    bencher.bench(|| {
        LayoutRequest::of_account(black_box(&account), &measure, &CardMetrics::WINDOW, MapMetrics::WINDOW, |_| true)
    });
}

#[divan::bench(args = [1_000, 10_000])]
fn open(bencher: Bencher<'_, '_>, people: usize) {
    let bytes = file::write(&accounts::firm(people, people * 3 / 2, 1));
    bencher.bench(|| file::read(black_box(&bytes)).expect("our own bytes"));
}

/// To bytes; the disk and its fsync come on top.
#[divan::bench(args = [1_000, 10_000])]
fn save(bencher: Bencher<'_, '_>, people: usize) {
    let account = accounts::firm(people, people * 3 / 2, 1);
    bencher.bench(|| file::write(black_box(&account)));
}

/// One name changed, as a step that can be undone.
#[divan::bench(args = [1_000, 10_000])]
fn edit(bencher: Bencher<'_, '_>, people: usize) {
    let account = accounts::firm(people, 0, 1);
    let person = *account.persons.keys().nth(people / 2).expect("a person");
    let mut history = History::new(account);
    let mut number = 0_u64;
    bencher.bench_local(|| {
        number += 1;
        history.end_merge();
        let name = PersonChange::Name(number.to_string());
        history.commit(Edit::Person(RecordEdit::Set(person, name))).expect("fits")
    });
}

fn page_request() -> PageRequest {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    PageRequest {
        form: PageForm::OnePage,
        language: Language::English,
        edition: Edition::Full,
        paper: Paper::A4,
        today,
    }
}

fn example() -> Account {
    file::read(example_bytes(Language::English)).expect("the example").account
}

/// The first page of a run: fonts, words and setter come with it.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn page_first() -> Vec<u8> {
    comemo::evict(0);
    let printer = Printer::new().expect("what ships");
    let page = printer.compose(&example(), page_request(), &Template::shipped()).expect("a page");
    page.export(PageFormat::Pdf).expect("a PDF")
}

/// The page after a change, with the same printer.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn page_after_a_change(bencher: Bencher<'_, '_>) {
    let printer = Printer::new().expect("what ships");
    let account = example();
    let person = *account.persons.keys().next().expect("a person");
    let mut number = 0_u64;
    bencher.bench_local(|| {
        number += 1;
        let name = PersonChange::Name(format!("Priya {number}"));
        let changed = accounts::done(&account, Edit::Person(RecordEdit::Set(person, name)));
        let page = printer.compose(&changed, page_request(), &Template::shipped()).expect("a page");
        page.export(PageFormat::Pdf).expect("a PDF")
    });
}
