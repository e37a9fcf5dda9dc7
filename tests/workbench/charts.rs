//! The organisation chart: tidy, deterministic, with lines that go round cards.

use account_atlas::edit::{Edit, StructureEdit};
use account_atlas::layout::{
    CanvasRect, ChartOptions, Layout, LayoutRequest, LineKind, Path, Segment, chart, measure_quality, runs_through,
};
use account_atlas::model::{Account, LayoutKind, Pin, Seat};
use account_atlas::theme::{CardMetrics, MapMetrics, Measure};

use super::accounts::{account, done, firm, seat};

fn request(account: &Account) -> LayoutRequest {
    LayoutRequest::of_account(account, &Measure::new(), &CardMetrics::WINDOW, MapMetrics::WINDOW, |_| true)
}

fn place(request: &LayoutRequest, layout: &Layout, account: &Account, name: &str) -> CanvasRect {
    let seat = seat(account, name);
    let index = request.cards.iter().position(|card| card.seat == seat).expect("its card");
    layout.cards[index]
}

#[test]
fn charts_of_every_size_are_tidy() {
    for (people, links) in [(1, 0), (2, 1), (7, 4), (21, 40), (60, 90), (200, 300), (1_000, 1_500)] {
        for options in [ChartOptions::default(), ChartOptions { stack_from: usize::MAX, ..ChartOptions::default() }] {
            let mut request = request(&firm(people, links, people as u64));
            request.options = options;
            let layout = chart(&request);
            let quality = measure_quality(&request, &layout);
            let what = format!("{people} people, {options:?}: {quality:?}");
            assert_eq!(quality.overlaps, 0, "{what}");
            assert_eq!(quality.through_cards, 0, "{what}");
            assert_eq!(quality.reporting_crossings, 0, "{what}");
            assert_eq!(quality.managers_off_center, 0, "{what}");
            assert_eq!(layout, chart(&request), "the same request gives the same layout");
        }
    }
}

#[test]
fn managers_stand_in_the_middle_of_their_reports() {
    let account = account("Ada\n  Bo\n    Di\n    Ed\n  Cy");
    let mut request = request(&account);
    request.options.stack_from = usize::MAX;
    let layout = chart(&request);
    let middle = |name: &str| place(&request, &layout, &account, name).center().x;
    assert!((middle("Bo") - f32::midpoint(middle("Di"), middle("Ed"))).abs() < 0.01);
    assert!((middle("Ada") - f32::midpoint(middle("Bo"), middle("Cy"))).abs() < 0.01);
}

#[test]
fn equal_branches_are_drawn_equal() {
    let account = account("Ada\n  Bo\n    Di1\n      Xx1\n    Ed1\n  Cy\n    Di2\n      Xx2\n    Ed2");
    let request = request(&account);
    let layout = chart(&request);
    let shape = |head: &str, rest: [&str; 3]| {
        let head = place(&request, &layout, &account, head).center();
        rest.map(|name| {
            let at = place(&request, &layout, &account, name).center();
            ((at.x - head.x).round(), (at.y - head.y).round())
        })
    };
    assert_eq!(shape("Bo", ["Di1", "Xx1", "Ed1"]), shape("Cy", ["Di2", "Xx2", "Ed2"]));
}

#[test]
fn wide_teams_are_stacked_in_columns() {
    let reports: String = (0..60).map(|number| format!("\n  P{number}")).collect();
    let account = account(&format!("Ada{reports}"));
    let stacked = request(&account);
    let mut flat = stacked.clone();
    flat.options.stack_from = usize::MAX;
    let (stacked, flat) = (chart(&stacked), chart(&flat));
    assert!(stacked.bounds.width * 5.0 < flat.bounds.width, "{:?} against {:?}", stacked.bounds, flat.bounds);
    let rows: std::collections::BTreeSet<i64> = stacked.cards.iter().map(|card| card.y.round() as i64).collect();
    assert!(rows.len() <= 9, "a stack holds eight at the most");
}

/// Straight lines between the cards' middles: what a chart without a router draws.
fn straight(request: &LayoutRequest, layout: &Layout) -> Layout {
    let mut layout = layout.clone();
    for (line, asked) in layout.lines.iter_mut().zip(&request.lines) {
        let (from, to) = (layout.cards[asked.from].center(), layout.cards[asked.to].center());
        line.path = Path(vec![Segment::Move(from), Segment::Line(to)]);
    }
    layout
}

#[test]
fn the_router_keeps_lines_off_cards() {
    let request = request(&firm(200, 300, 9));
    let layout = chart(&request);
    let straight = runs_through(&straight(&request, &layout));
    // 976 were measured for straight lines over stacked leaves: the figure a router must beat.
    assert!(straight > 300, "straight lines run through cards: {straight}");
    assert_eq!(runs_through(&layout), 0, "routed lines do not");
}

#[test]
fn the_order_of_siblings_shortens_and_untangles() {
    let (mut with, mut without) = ((0.0, 0), (0.0, 0));
    for seed in 0..6 {
        let mut request = request(&firm(120, 180, seed));
        let length = |layout: &Layout| -> f32 {
            let ends = layout.lines.iter().filter_map(|line| line.path.ends());
            ends.map(|(from, to)| (to.x - from.x).abs()).sum()
        };
        let layout = chart(&request);
        with = (with.0 + length(&layout), with.1 + measure_quality(&request, &layout).crossings);
        request.options.orders_siblings = false;
        let layout = chart(&request);
        without = (without.0 + length(&layout), without.1 + measure_quality(&request, &layout).crossings);
    }
    assert!(with.0 < without.0 * 0.97, "length {} against {}", with.0, without.0);
    assert!(with.1 < without.1, "crossings {} against {}", with.1, without.1);
}

#[test]
fn friends_stand_side_by_side() {
    // Ab and Ef are linked; nobody else is.
    let start = account("Top\n  Ab\n    x1\n  Cd\n    x2\n  De\n    x3\n  Ef\n    x4");
    let mut ids = account_atlas::model::Ids::new(1_900_000_000_000, 1);
    let link = account_atlas::model::Link::new(
        ids.fresh(),
        super::accounts::person(&start, "Ab"),
        super::accounts::person(&start, "Ef"),
        account_atlas::model::LinkKind::Conflict,
    );
    let linked = done(&start, Edit::Link(account_atlas::edit::RecordEdit::Add(Box::new(link))));
    let order = |account: &Account| {
        let request = request(account);
        let layout = chart(&request);
        let mut names = ["Ab", "Cd", "De", "Ef"].map(|name| (place(&request, &layout, account, name).x, name));
        names.sort_by(|one, other| one.0.total_cmp(&other.0));
        names.map(|(_, name)| name)
    };
    assert_eq!(order(&start), ["Ab", "Cd", "De", "Ef"], "unlinked colleagues keep their order");
    let linked_order = order(&linked);
    let place = |name: &str| linked_order.iter().position(|other| *other == name).expect("there");
    assert_eq!(place("Ab").abs_diff(place("Ef")), 1, "{linked_order:?}");
    let by_hand = ["De", "Ab", "Cd", "Ef"].map(|name| seat(&linked, name)).to_vec();
    let ordered = done(&linked, Edit::Structure(StructureEdit::OrderReports(by_hand)));
    assert_eq!(order(&ordered), ["De", "Ab", "Cd", "Ef"], "the order by hand wins");
}

#[test]
fn pinned_cards_stay_and_the_rest_makes_room() {
    let start = firm(40, 60, 5);
    for (x, y) in [(0, 0), (300, 220), (-900, 500), (40, -400)] {
        let seat = *start.seats.keys().nth(7).expect("a seat");
        let pins = vec![(seat, Some(Pin { x, y }))];
        let pinned = done(&start, Edit::Structure(StructureEdit::SetPins { layout: LayoutKind::Organization, pins }));
        let request = request(&pinned);
        let layout = chart(&request);
        let index = request.cards.iter().position(|card| card.seat == seat).expect("its card");
        assert!((layout.cards[index].x - x as f32).abs() < 0.5, "it stands where it was put");
        let rows = layout.cards[index].y / request.metrics.row_pitch();
        assert!((rows - rows.round()).abs() < 0.001, "on a row");
        let quality = measure_quality(&request, &layout);
        assert_eq!((quality.overlaps, runs_through(&layout)), (0, 0), "pin at {x},{y}: {quality:?}");
    }
}

#[test]
fn forests_vacant_seats_and_dotted_lines_are_drawn() {
    let start = account("Ada: CEO\n  -: COO\n    Bo: Plant\nBoard\nCy: Adviser");
    let mut bo = start.get::<Seat>(seat(&start, "Bo")).expect("Bo").clone();
    bo.dotted = vec![seat(&start, "Board")];
    let dotted = account_atlas::edit::SeatChange::Dotted(bo.dotted.clone());
    let now = done(&start, Edit::Seat(account_atlas::edit::RecordEdit::Set(bo.id, dotted)));
    let request = request(&now);
    let layout = chart(&request);
    assert_eq!(layout.cards.len(), 5);
    assert!(matches!(request.lines[0].kind, LineKind::Dotted));
    let quality = measure_quality(&request, &layout);
    assert_eq!((quality.overlaps, quality.through_cards), (0, 0), "{quality:?}");
}

#[test]
fn deep_chains_and_empty_charts_are_no_trouble() {
    let chain: String = (0..400).map(|depth| format!("{}P{depth}\n", "  ".repeat(depth))).collect();
    let layout = chart(&request(&account(&chain)));
    assert_eq!(layout.cards.len(), 400);
    assert_eq!(chart(&request(&account(""))), Layout::default());
}
