//! The pictures on a grid: position map, coverage grid, overview; and informal lines in bundles.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::app::example_bytes;
use account_atlas::edit::{Edit, StructureEdit};
use account_atlas::file;
use account_atlas::layout::{
    Arrangement, CanvasPos, CanvasRect, Cell, Guide, GuideLabel, GuideShape, Layout, LayoutRequest, LineKind,
    LineRequest, Outlook, Path, Spot, arranged, chart, judged_at, measure_quality, runs_through,
};
use account_atlas::model::{Account, LayoutKind, LinkKind, Person, Pin, PoliticalStatus, Seat, Support};
use account_atlas::theme::{CardMetrics, MapMetrics, Measure};
use account_atlas::words::Language;

use super::accounts::{Dice, account, done, firm, seat};

const SUPPORT: [Option<Support>; 6] = [
    None,
    Some(Support::Enemy),
    Some(Support::NonSupporter),
    Some(Support::Neutral),
    Some(Support::Supporter),
    Some(Support::Mentor),
];

const POLITICAL: [Option<PoliticalStatus>; 4] =
    [Some(PoliticalStatus::InnerCircle), Some(PoliticalStatus::Structure), Some(PoliticalStatus::Outside), None];

/// A firm with judgements, units and levels thrown by dice.
fn judged_firm(people: usize, seed: u64) -> Account {
    let mut account = firm(people, people * 3 / 2, seed);
    let mut dice = Dice::new(seed + 100);
    let mut persons = (*account.persons).clone();
    for person in persons.values_mut() {
        let person: &mut Person = Arc::make_mut(person);
        person.judgement.support = SUPPORT[dice.below(6)];
        person.judgement.political = POLITICAL[dice.below(4)];
    }
    account.persons = Arc::new(persons);
    let mut seats = (*account.seats).clone();
    for seat in seats.values_mut() {
        let seat: &mut Seat = Arc::make_mut(seat);
        seat.unit = ["", "Buying", "Plant", "Quality", "IT", "Board", "Sales", "法务"][dice.below(8)].to_owned();
        seat.level = [None, Some(1), Some(3), Some(4)][dice.below(4)];
    }
    account.seats = Arc::new(seats);
    account
}

fn request(account: &Account, kind: LayoutKind) -> LayoutRequest {
    let (measure, card) = (Measure::new(), CardMetrics::WINDOW);
    LayoutRequest::of_account(account, &measure, &card, MapMetrics::WINDOW, |_| true)
        .arranged(account, Outlook { kind, focus: None, opportunity: None })
}

/// The accounts every picture is tried on, with a name for messages.
fn accounts_of_all_kinds() -> Vec<(String, Account)> {
    let mut all: Vec<(String, Account)> = [Language::English, Language::Chinese]
        .into_iter()
        .map(|language| ("example".to_owned(), file::read(example_bytes(language)).expect("our own bytes").account))
        .collect();
    for people in [50, 200, 1_000] {
        all.push((format!("{people} judged"), judged_firm(people, people as u64)));
        all.push((format!("{people} unknown"), firm(people, people, people as u64)));
    }
    all.push(("single".to_owned(), account("Ada")));
    all.push(("two organisations".to_owned(), account(TWO)));
    all.push(("strangers".to_owned(), account("Ada\nBo\nCy\nDi\nEd\nFay\nGus\nHal\nIda\nJo")));
    all
}

const TWO: &str = "Ada\n  Bo\n    Cy\n    Di\n  Ed\nFay\n  Gus\n  Hal\n    Ida\n    Jo";

fn overlaps(request: &LayoutRequest, layout: &Layout) -> usize {
    assert_eq!(layout.cards.len(), request.cards.len());
    measure_quality(request, &Layout { lines: Vec::new(), reporting: Vec::new(), ..layout.clone() }).overlaps
}

fn is_within(inner: &CanvasRect, outer: &CanvasRect) -> bool {
    let outer = outer.expanded(0.01);
    inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom()
}

/// What holds in each of the three pictures, for any account.
fn check_picture(kind: LayoutKind) {
    for (name, account) in accounts_of_all_kinds() {
        let request = request(&account, kind);
        let layout = arranged(&request);
        let what = format!("{kind:?}, {name}");
        assert_eq!(overlaps(&request, &layout), 0, "{what}");
        assert_eq!(layout.lines.len(), request.lines.len(), "{what}");
        assert!(layout.reporting.is_empty() && layout.bundled.is_empty(), "{what}");
        assert_eq!(layout, arranged(&request), "the same request gives the same layout: {what}");
        assert!(layout.cards.iter().all(|card| is_within(card, &layout.bounds)), "{what}");
        assert_eq!(layout.is_blocks, kind == LayoutKind::Overview, "{what}");
        let sizes = layout.cards.iter().map(|card| card.width.min(card.height));
        assert!(sizes.fold(f32::MAX, f32::min) >= 20.0, "no card is lost from sight: {what}");
    }
    let nobody = account("");
    assert_eq!(arranged(&request(&nobody, kind)), Layout::default());
}

#[test]
fn position_maps_are_sound() {
    check_picture(LayoutKind::Position);
}

#[test]
fn coverage_grids_are_sound() {
    check_picture(LayoutKind::Coverage);
}

#[test]
fn overviews_are_sound() {
    check_picture(LayoutKind::Overview);
}

#[test]
fn a_card_on_the_position_map_stands_for_its_own_judgement() {
    for (name, account) in accounts_of_all_kinds() {
        let request = request(&account, LayoutKind::Position);
        let layout = arranged(&request);
        let Arrangement::Position(spots) = &request.arrangement else { panic!("a position map: {name}") };
        for (card, spot) in layout.cards.iter().zip(spots) {
            let corners = [(card.x, card.y), (card.right(), card.y), (card.x, card.bottom())];
            let points = corners.map(|(x, y)| CanvasPos::new(x, y));
            for point in points.into_iter().chain([card.center()]) {
                assert_eq!(judged_at(&layout, point), Some((spot.support, spot.political)), "{name}");
            }
        }
        let bounds = &layout.bounds;
        assert_eq!(judged_at(&layout, CanvasPos::new(bounds.x - 5.0, bounds.center().y)), None);
        assert_eq!(judged_at(&layout, CanvasPos::new(bounds.center().x, bounds.bottom() + 5.0)), None);
        assert_eq!(judged_at(&layout, CanvasPos::new(bounds.center().x, bounds.y - 5.0)), None);
    }
    let chart = chart(&request(&account(TWO), LayoutKind::Organization));
    assert_eq!(judged_at(&chart, chart.cards[0].center()), None, "a chart judges nobody");
}

/// The places of the guides whose label `wanted` picks out, in the order of the layout.
fn at<T>(guides: &[Guide], wanted: impl Fn(&GuideLabel) -> Option<T>) -> Vec<(T, CanvasPos)> {
    guides.iter().filter_map(|guide| wanted(&guide.label).map(|label| (label, guide.at))).collect()
}

fn supports(layout: &Layout) -> Vec<(Option<Support>, CanvasPos)> {
    at(&layout.guides, |label| if let GuideLabel::Support(support) = label { Some(*support) } else { None })
}

fn politicals(layout: &Layout) -> Vec<(Option<PoliticalStatus>, CanvasPos)> {
    at(&layout.guides, |label| if let GuideLabel::Political(political) = label { Some(*political) } else { None })
}

#[test]
fn support_grows_to_the_right_and_power_upward() {
    let layout = arranged(&request(&judged_firm(200, 3), LayoutKind::Position));
    let (mut columns, mut rows) = (supports(&layout), politicals(&layout));
    columns.sort_by(|one, other| one.1.x.total_cmp(&other.1.x));
    rows.sort_by(|one, other| one.1.y.total_cmp(&other.1.y));
    assert_eq!(columns.iter().map(|(support, _)| *support).collect::<Vec<_>>(), SUPPORT);
    assert_eq!(rows.iter().map(|(political, _)| *political).collect::<Vec<_>>(), POLITICAL);
    // Areas stand side by side, but for the unknown, which stands apart.
    let areas: Vec<&CanvasRect> = layout
        .guides
        .iter()
        .filter_map(|guide| if let GuideShape::Area { rect, .. } = &guide.shape { Some(rect) } else { None })
        .collect();
    let gaps: Vec<f32> = areas.windows(2).map(|pair| (pair[1].x - pair[0].right()).round()).collect();
    assert!(gaps[0] > 20.0, "{gaps:?}");
    assert!(gaps[1..].iter().all(|gap| *gap == 0.0), "{gaps:?}");
}

#[test]
fn whoever_influences_more_stands_higher_in_the_cell() {
    let names: String = (0..30).map(|number| format!("P{number:02}\n")).collect();
    let mut request = request(&account(&names), LayoutKind::Position);
    let spot = |influence| Spot { support: Some(Support::Neutral), political: None, influence };
    request.arrangement = Arrangement::Position((0..30).map(|card| spot(card * 7 % 11)).collect());
    let layout = arranged(&request);
    let influence = |card: usize| card * 7 % 11;
    for one in 0..30 {
        for other in 0..30 {
            let is_higher = layout.cards[one].y < layout.cards[other].y;
            assert!(!is_higher || influence(one) >= influence(other), "{one} above {other}");
        }
    }
    let shape = layout.bounds.width / layout.bounds.height;
    assert!((1.2..2.6).contains(&shape), "thirty in one cell leave the picture the shape of a screen: {shape}");
}

#[test]
fn large_units_come_first_and_levels_go_down() {
    let cell = |unit: &str, level| Cell { unit: unit.to_owned(), level };
    let mut request = request(&account("A1\nB2\nC3\nD4\nE5\nF6\nG7"), LayoutKind::Coverage);
    let cells = [("", 2), ("Small", 4), ("Twin", 1), ("Large", 2), ("Large", 2), ("Large", 9), ("Twin", 2)]
        .map(|(u, l)| cell(u, l));
    request.arrangement = Arrangement::Coverage(cells.to_vec());
    let layout = arranged(&request);
    let mut units =
        at(&layout.guides, |label| if let GuideLabel::Unit(unit) = label { Some(unit.clone()) } else { None });
    units.sort_by(|one, other| one.1.x.total_cmp(&other.1.x));
    assert_eq!(units.iter().map(|(unit, _)| unit.as_str()).collect::<Vec<_>>(), ["Large", "Twin", "Small", ""]);
    let mut levels = at(&layout.guides, |label| if let GuideLabel::Level(level) = label { Some(*level) } else { None });
    levels.sort_by(|one, other| one.1.y.total_cmp(&other.1.y));
    assert_eq!(levels.iter().map(|(level, _)| *level).collect::<Vec<_>>(), [1, 2, 4, 9]);
    // Cards of one unit stand in its column, of one level in its row.
    for one in 0..cells.len() {
        for other in 0..cells.len() {
            let (a, b) = (&layout.cards[one], &layout.cards[other]);
            if cells[one].level < cells[other].level {
                assert!(a.bottom() < b.y, "{one} above {other}");
            }
            let rank = |unit: &str| ["Large", "Twin", "Small", ""].iter().position(|name| *name == unit);
            if rank(&cells[one].unit) < rank(&cells[other].unit) {
                assert!(a.right() < b.x, "{one} left of {other}");
            }
        }
    }
    let is_empty = |guide: &&Guide| guide.label == GuideLabel::None && matches!(guide.shape, GuideShape::Area { .. });
    assert_eq!(layout.guides.iter().filter(is_empty).count(), 4 * 4 - 6, "six of sixteen cells have cards");
}

#[test]
fn each_card_lies_in_its_coverage_cell_and_the_grid_fits_a_screen() {
    for people in [50, 200, 1_000] {
        let request = request(&judged_firm(people, 7), LayoutKind::Coverage);
        let layout = arranged(&request);
        let mut seen = BTreeSet::new();
        for guide in &layout.guides {
            if let GuideShape::Cell { rect, cards } = &guide.shape {
                assert!(!cards.is_empty());
                for card in cards {
                    assert!(seen.insert(*card), "in one cell only");
                    assert!(is_within(&layout.cards[*card], rect));
                }
            }
        }
        assert_eq!(seen.len(), people);
        let shape = layout.bounds.width / layout.bounds.height;
        assert!((0.8..4.0).contains(&shape), "{people} people: {shape}");
    }
}

#[test]
fn overviews_nest_and_keep_the_shape_of_a_screen() {
    for (people, seed) in [(200, 1), (1_000, 2), (10_000, 3)] {
        let request = request(&firm(people, people, seed), LayoutKind::Overview);
        let layout = arranged(&request);
        assert_eq!(overlaps(&request, &layout), 0, "{people}");
        for (card, asked) in request.cards.iter().enumerate() {
            let Some(manager) = asked.manager else { continue };
            let (below, above) = (&layout.cards[card], &layout.cards[manager]);
            assert!(below.x >= above.x && below.right() <= above.right() + 0.01, "{card} below {manager}");
            assert!(below.y >= above.bottom(), "{card} below {manager}");
        }
        let shape = layout.bounds.width / layout.bounds.height;
        assert!((1.2..2.7).contains(&shape), "{people} people: {shape}");
        let cards: f32 = layout.cards.iter().map(|card| card.width * card.height).sum();
        let share = cards / (layout.bounds.width * layout.bounds.height);
        assert!(share > 0.5, "{people} people: most of the picture is blocks: {share}");
        // Few lines are drawn, many are not.
        let is_drawn = !layout.lines[0].path.0.is_empty();
        assert_eq!(is_drawn, request.lines.len() < 500, "{people}");
    }
}

#[test]
fn two_organisations_stand_side_by_side_in_the_overview() {
    let account = account(TWO);
    let request = request(&account, LayoutKind::Overview);
    let layout = arranged(&request);
    let of = |name: &str| layout.cards[request.card_of(seat(&account, name)).expect("its card")];
    let (one, other) = (of("Ada"), of("Fay"));
    assert!(one.right() < other.x || other.right() < one.x, "{one:?} and {other:?}");
    assert!((one.y - other.y).abs() < 0.01);
}

#[test]
fn a_long_chain_of_command_is_no_trouble() {
    let chain: String = (0..400).map(|depth| format!("{}P{depth}\n", "  ".repeat(depth))).collect();
    let account = account(&chain);
    for kind in [LayoutKind::Position, LayoutKind::Coverage, LayoutKind::Overview] {
        let request = request(&account, kind);
        assert_eq!(overlaps(&request, &arranged(&request)), 0, "{kind:?}");
    }
}

/// The layout with its lines bundled.
fn with_bundles(layout: &Layout) -> Layout {
    let mut layout = layout.clone();
    for (line, path) in layout.lines.iter_mut().zip(&layout.bundled) {
        line.path = path.clone();
    }
    layout
}

/// How many squares of four points the paths touch together.
fn ink<'a>(paths: impl Iterator<Item = &'a Path>) -> usize {
    let mut squares: BTreeSet<(i32, i32)> = BTreeSet::new();
    for run in paths.flat_map(|path| path.flattened(16)) {
        for pair in run.windows(2) {
            let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
            let steps = dx.hypot(dy).ceil().max(1.0) as i32;
            for step in 0..=steps {
                let t = step as f32 / steps as f32;
                let square = |from: f32, by: f32| ((from + by * t) / 4.0).floor() as i32;
                squares.insert((square(pair[0].x, dx), square(pair[0].y, dy)));
            }
        }
    }
    squares.len()
}

#[test]
fn bundles_go_round_cards() {
    for (people, links) in [(2, 1), (7, 4), (21, 40), (60, 90), (200, 300), (1_000, 1_500)] {
        for seed in 0..3 {
            let request = request(&firm(people, links, seed), LayoutKind::Organization);
            let layout = chart(&request);
            assert_eq!(layout.bundled.len(), request.lines.len());
            assert_eq!(runs_through(&with_bundles(&layout)), 0, "{people} people, seed {seed}");
            assert_eq!(layout.bundled, chart(&request).bundled, "the same request gives the same bundles");
            for (path, line) in layout.bundled.iter().zip(&layout.lines) {
                let (start, end) = path.ends().expect("a path");
                let (from, to) = line.ends;
                assert!(layout.cards[from].expanded(0.1).contains(start), "it begins at its card");
                assert!(layout.cards[to].expanded(0.1).contains(end), "it ends at its card");
            }
        }
    }
}

#[test]
fn bundles_take_less_ink_than_single_lines() {
    for seed in 0..4 {
        let layout = chart(&request(&firm(200, 300, seed), LayoutKind::Organization));
        let single = ink(layout.lines.iter().map(|line| &line.path));
        let bundled = ink(layout.bundled.iter());
        // 61 to 66 percent were measured when bundles were written; what saves less than a quarter is none.
        assert!(bundled * 4 < single * 3, "seed {seed}: {bundled} against {single}");
    }
}

#[test]
fn bundles_go_round_cards_that_were_pinned_and_on_paper() {
    let start = firm(40, 60, 5);
    for (x, y) in [(0, 0), (300, 220), (-900, 500), (40, -400)] {
        let seat = *start.seats.keys().nth(7).expect("a seat");
        let pins = vec![(seat, Some(Pin { x, y }))];
        let pinned = done(&start, Edit::Structure(StructureEdit::SetPins { layout: LayoutKind::Organization, pins }));
        let layout = chart(&request(&pinned, LayoutKind::Organization));
        assert_eq!(runs_through(&with_bundles(&layout)), 0, "pin at {x},{y}");
    }
    let account = firm(120, 180, 6);
    let paper = LayoutRequest::of_account(&account, &Measure::new(), &CardMetrics::PAGE, MapMetrics::PAGE, |_| true);
    assert_eq!(runs_through(&with_bundles(&chart(&paper))), 0);
}

#[test]
fn lines_of_one_bundle_do_not_cross() {
    let account =
        account("Top\n  Abe\n    A1\n    A2\n    A3\n  Bea\n    B1\n    B2\n    B3\n  Cal\n    C1\n      D1\n      D2");
    let fans: [(&str, &[&str]); 6] = [
        ("A1", &["B1", "B2", "B3"]),
        ("A3", &["B1", "B2", "B3"]),
        ("D1", &["A1", "A2", "A3"]),
        ("Cal", &["A1", "A2", "A3"]),
        ("B2", &["D1", "D2"]),
        ("Top", &["D1", "D2"]),
    ];
    for (hub, others) in fans {
        for is_outward in [true, false] {
            let mut request = request(&account, LayoutKind::Organization);
            let card = |name: &str| request.card_of(seat(&account, name)).expect("its card");
            let line = |other: &&str| {
                let (from, to) = if is_outward { (card(hub), card(other)) } else { (card(other), card(hub)) };
                LineRequest { from, to, kind: LineKind::Informal(LinkKind::Conflict), link: None }
            };
            request.lines = others.iter().map(line).collect();
            let layout = with_bundles(&chart(&request));
            assert_eq!(runs_through(&layout), 0, "{hub} and {others:?}");
            assert_eq!(measure_quality(&request, &layout).crossings, 0, "{hub} and {others:?}, outward {is_outward}");
        }
    }
}

#[test]
fn bundled_lines_are_told_apart() {
    let layout = chart(&request(&firm(60, 60, 2), LayoutKind::Organization));
    let distinct: BTreeSet<String> = layout.bundled.iter().map(|path| format!("{path:?}")).collect();
    assert_eq!(distinct.len(), layout.bundled.len(), "no line lies wholly on another");
}

#[test]
fn thousands_of_lines_are_not_bundled() {
    let layout = chart(&request(&firm(1_500, 2_400, 1), LayoutKind::Organization));
    assert!(layout.lines.len() > 2_000 && layout.bundled.is_empty());
}
