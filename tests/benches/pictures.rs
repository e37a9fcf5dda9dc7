//! What each picture of the map costs and how good it is: times by the bench, and one table of both for the README.

use std::collections::BTreeSet;
use std::fmt;
use std::time::Instant;

use account_atlas::insight::power_circle;
use account_atlas::layout::{
    Arrangement, CanvasRect, Layout, LayoutRequest, Outlook, Path, arranged, measure_quality, stress_of, within_steps,
};
use account_atlas::method::FindingRules;
use account_atlas::model::{Account, Coded, LayoutKind, Seat, SeatId};
use account_atlas::theme::{CardMetrics, MapMetrics, Measure};
use divan::{Bencher, black_box};

use crate::accounts::{firm, judged_organization};

const SIZES: [usize; 3] = [50, 200, 1_000];

/// Of so many runs the one in the middle counts.
const RUNS: usize = 7;

/// A picture of an organisation of so many people.
#[derive(Clone, Copy)]
struct Case {
    kind: LayoutKind,
    people: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.code(), self.people)
    }
}

/// Every picture in every size.
fn cases() -> impl Iterator<Item = Case> {
    let of_kind = |kind: &LayoutKind| SIZES.map(|people| Case { kind: *kind, people });
    LayoutKind::ALL.iter().flat_map(of_kind)
}

/// The question as the window asks it: the circle and the path show some, the others everybody.
fn request(account: &Account, kind: LayoutKind) -> LayoutRequest {
    let head = account.seats.keys().next().copied();
    let outlook = Outlook { kind, focus: head.filter(|_| kind == LayoutKind::Circle), opportunity: None };
    let cut = cut(account, kind, head);
    let shows = |seat: &Seat| cut.as_ref().is_none_or(|cut| cut.contains(&seat.id));
    LayoutRequest::of_account(account, &Measure::new(), &CardMetrics::WINDOW, MapMetrics::WINDOW, shows)
        .arranged(account, outlook)
}

fn cut(account: &Account, kind: LayoutKind, head: Option<SeatId>) -> Option<BTreeSet<SeatId>> {
    match kind {
        LayoutKind::Circle => Some(within_steps(account, head?, 3).into_keys().collect()),
        LayoutKind::PathToPower => {
            let rules = FindingRules::shipped().expect("what ships can be read");
            let seats = account.seat_of_person();
            let people = power_circle(account, None, &rules, &[]);
            Some(people.iter().filter_map(|person| seats.get(person).copied()).collect())
        }
        LayoutKind::Organization
        | LayoutKind::OrganizationAcross
        | LayoutKind::Influence
        | LayoutKind::Position
        | LayoutKind::Coverage
        | LayoutKind::Overview => None,
    }
}

/// With one and a half links a person.
fn judged(people: usize) -> Account {
    judged_organization(people, people * 3 / 2, 1)
}

#[divan::bench(args = cases(), sample_count = 20)]
fn picture(bencher: Bencher<'_, '_>, case: Case) {
    let request = request(&judged(case.people), case.kind);
    bencher.bench(|| arranged(black_box(&request)));
}

#[divan::bench(args = [10_000, 50_000], sample_count = 20)]
fn overview(bencher: Bencher<'_, '_>, people: usize) {
    let request = request(&firm(people, people * 3 / 2, 1), LayoutKind::Overview);
    bencher.bench(|| arranged(black_box(&request)));
}

/// What one picture of one size came to, as cells of the table.
struct Row {
    cards: String,
    milliseconds: String,
    overlaps: String,
    through: String,
    crossings: String,
    off_center: String,
    stress: String,
}

/// The table of times and quality, with rows as the README has them. An overview draws no lines where there are many:
/// beyond 1,000 people none are asked for.
pub fn table() -> String {
    let mut text = String::from(
        "| picture, 1.5 n links | cards | ms | overlaps | lines through cards | crossings | off centre | stress |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for kind in LayoutKind::ALL {
        let rows = SIZES.map(|people| measured(&request(&judged(people), *kind)));
        text += &line(kind.code(), &rows);
    }
    let rows = [10_000, 50_000].map(|people| measured(&request(&firm(people, 0, 1), LayoutKind::Overview)));
    text + &line("Overview, without links", &rows)
}

fn line(name: &str, rows: &[Row]) -> String {
    let columns: [fn(&Row) -> &str; 7] = [
        |row| &row.cards,
        |row| &row.milliseconds,
        |row| &row.overlaps,
        |row| &row.through,
        |row| &row.crossings,
        |row| &row.off_center,
        |row| &row.stress,
    ];
    let cell = |column: fn(&Row) -> &str| {
        let mut cells: Vec<&str> = rows.iter().map(column).collect();
        // What no size has is said once.
        if cells.iter().all(|cell| *cell == NOTHING) {
            cells.truncate(1);
        }
        cells.join(" / ")
    };
    format!("| {name} | {} |\n", columns.map(cell).join(" | "))
}

/// What a picture does not have.
const NOTHING: &str = "–";

fn measured(request: &LayoutRequest) -> Row {
    let layout = arranged(request);
    let quality = measure_quality(request, &layout);
    let is_drawn = layout.lines.iter().any(|line| line.path != Path::default());
    let lines = |count: usize| if is_drawn { count.to_string() } else { NOTHING.to_owned() };
    let off_center = off_center(request, &layout);
    let is_influence = request.arrangement == Arrangement::Influence;
    let stress = Some(request).filter(|_| is_influence).and_then(|request| stress_of(request, &layout));
    Row {
        cards: layout.cards.len().to_string(),
        milliseconds: milliseconds(request),
        overlaps: quality.overlaps.to_string(),
        through: lines(quality.through_cards),
        crossings: lines(quality.crossings),
        off_center: off_center.map_or_else(|| NOTHING.to_owned(), |count| count.to_string()),
        stress: stress.map_or_else(|| NOTHING.to_owned(), |stress| format!("{stress:.3}")),
    }
}

/// Managers not centred over their reports, in the charts; one from left to right is looked at from its side.
fn off_center(request: &LayoutRequest, layout: &Layout) -> Option<usize> {
    match &request.arrangement {
        Arrangement::Chart => Some(measure_quality(request, layout).managers_off_center),
        Arrangement::ChartAcross => {
            let aside = |card: &CanvasRect| CanvasRect { x: card.y, y: card.x, width: card.height, height: card.width };
            let cards: Vec<CanvasRect> = layout.cards.iter().map(aside).collect();
            let mut turned = request.clone();
            turned.metrics.card_height = cards.iter().map(|card| card.height).fold(0.0, f32::max);
            Some(measure_quality(&turned, &Layout { cards, ..Layout::default() }).managers_off_center)
        }
        Arrangement::Path { .. }
        | Arrangement::Influence
        | Arrangement::Circle { .. }
        | Arrangement::Position(_)
        | Arrangement::Coverage(_)
        | Arrangement::Overview => None,
    }
}

fn milliseconds(request: &LayoutRequest) -> String {
    let run = || {
        let start = Instant::now();
        black_box(arranged(black_box(request)));
        start.elapsed().as_secs_f64() * 1_000.0
    };
    let mut times: Vec<f64> = std::iter::repeat_with(run).take(RUNS).collect();
    times.sort_by(f64::total_cmp);
    let middle = times[RUNS / 2];
    // Two figures that say something.
    let places = if middle < 1.0 { 2 } else { usize::from(middle < 10.0) };
    format!("{middle:.places$}")
}
