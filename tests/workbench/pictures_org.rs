//! Two pictures of the map: the organisation from left to right, and the path to power.

use std::collections::BTreeMap;
use std::sync::Arc;

use account_atlas::file;
use account_atlas::layout::{
    Arrangement, CanvasPos, CanvasRect, GuideLabel, GuideShape, Layout, LayoutRequest, Outlook, Segment, arranged,
    measure_quality, runs_through,
};
use account_atlas::model::{
    Account, BuyingRole, Ids, LayoutKind, Link, LinkKind, PersonId, Pin, SeatId, Strength, TieKind,
};
use account_atlas::theme::{CardMetrics, MapMetrics, Measure};

use super::accounts::{Dice, account, firm, person, seat};

const KINDS: [LayoutKind; 2] = [LayoutKind::OrganizationAcross, LayoutKind::PathToPower];

const WINDOW: (CardMetrics, MapMetrics) = (CardMetrics::WINDOW, MapMetrics::WINDOW);
const PAGE: (CardMetrics, MapMetrics) = (CardMetrics::PAGE, MapMetrics::PAGE);

fn request(account: &Account, kind: LayoutKind) -> LayoutRequest {
    sized(account, kind, WINDOW)
}

fn sized(account: &Account, kind: LayoutKind, (card, metrics): (CardMetrics, MapMetrics)) -> LayoutRequest {
    let outlook = Outlook { kind, focus: None, opportunity: None };
    LayoutRequest::of_account(account, &Measure::new(), &card, metrics, |_| true).arranged(account, outlook)
}

/// The two examples that ship.
fn examples() -> [Account; 2] {
    let zh: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/zh.ron"));
    let en: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/en.ron"));
    [zh, en].map(|bytes| file::read(bytes).expect("an example").account)
}

pub fn with_role(account: &mut Account, person: PersonId, role: BuyingRole) {
    let persons = Arc::make_mut(&mut account.persons);
    Arc::make_mut(persons.get_mut(&person).expect("a person")).judgement.role = Some(role);
}

fn with_pin(account: &mut Account, seat: SeatId, kind: LayoutKind, pin: Pin) {
    let seats = Arc::make_mut(&mut account.seats);
    Arc::make_mut(seats.get_mut(&seat).expect("a seat")).pins.insert(kind, pin);
}

/// Links by name, such as `("Bo", "Ada", LinkKind::Conflict)`.
pub fn with_links(account: &mut Account, links: &[(&str, &str, LinkKind)]) {
    let mut table: BTreeMap<_, _> = (*account.links).clone();
    // A later clock for each call, so that no id is given twice.
    let clock = 1_800_000_000_000 + u64::try_from(table.len()).expect("few");
    let mut fresh = Ids::new(clock, 7);
    for (from, to, kind) in links {
        let link = Link::new(fresh.fresh(), person(account, from), person(account, to), *kind);
        table.insert(link.id, Arc::new(link));
    }
    account.links = Arc::new(table);
}

pub const CLEAR: LinkKind = LinkKind::Influences(Strength::CLEAR);

/// A firm with two approvers, and dotted lines, conflicts and ties among its links.
pub fn court(people: usize, seed: u64) -> Account {
    let mut account = firm(people, people * 3 / 2, seed);
    let persons: Vec<PersonId> = account.persons.keys().copied().collect();
    let mut dice = Dice::new(seed + 77);
    with_role(&mut account, persons[0], BuyingRole::Approver);
    with_role(&mut account, persons[people / 3], BuyingRole::Approver);
    let links = Arc::make_mut(&mut account.links);
    for (place, link) in links.values_mut().enumerate() {
        match place % 5 {
            3 => Arc::make_mut(link).kind = LinkKind::Conflict,
            4 => Arc::make_mut(link).kind = LinkKind::Tie(TieKind::Classmate),
            _ => {}
        }
    }
    let seats: Vec<SeatId> = account.seats.keys().copied().collect();
    for seat in Arc::make_mut(&mut account.seats).values_mut() {
        let other = seats[dice.below(people)];
        if dice.below(8) == 0 && other != seat.id && seat.reports_to != Some(other) {
            Arc::make_mut(seat).dotted = vec![other];
        }
    }
    account
}

/// What must hold of both pictures of any account.
fn check(account: &Account, what: &str) {
    for (kind, sizes) in KINDS.into_iter().flat_map(|kind| [(kind, WINDOW), (kind, PAGE)]) {
        let request = sized(account, kind, sizes);
        let layout = arranged(&request);
        let quality = measure_quality(&request, &layout);
        let what = format!("{what}, {kind:?}: {quality:?}");
        assert_eq!(layout.cards.len(), request.cards.len(), "{what}");
        assert_eq!(quality.overlaps, 0, "{what}");
        assert_eq!((quality.through_cards, runs_through(&layout)), (0, 0), "{what}");
        assert_eq!(layout, arranged(&request), "the same request gives the same layout: {what}");
        let answered: Vec<Option<usize>> = layout.lines.iter().map(|line| line.request).collect();
        assert_eq!(answered, (0..request.lines.len()).map(Some).collect::<Vec<_>>(), "{what}");
        for (line, asked) in layout.lines.iter().zip(&request.lines) {
            assert_eq!(line.ends, (asked.from, asked.to), "{what}");
            let (start, end) = line.path.ends().expect("a path");
            let touches = |card: usize, pos| layout.cards[card].expanded(0.5).contains(pos);
            assert!(touches(asked.from, start) && touches(asked.to, end), "a line ends at its cards: {what}");
        }
        reporting_joins_everybody(&request, &layout, &what);
        nothing_sticks_out(&layout, &what);
    }
}

/// Every report hangs on a line of its manager's, and reporting lines have right angles.
fn reporting_joins_everybody(request: &LayoutRequest, layout: &Layout, what: &str) {
    for (card, asked) in request.cards.iter().enumerate() {
        let Some(manager) = asked.manager else { continue };
        let rect = layout.cards[card].expanded(0.5);
        let reaches = layout
            .reporting
            .iter()
            .filter(|line| line.ends.0 == manager)
            .any(|line| line.path.0.iter().any(|segment| rect.contains(segment.end())));
        assert!(reaches, "card {card} hangs on card {manager}: {what}");
    }
    for line in &layout.reporting {
        let mut at: Option<CanvasPos> = None;
        for segment in &line.path.0 {
            if let (Segment::Line(end), Some(start)) = (segment, at) {
                let is_straight = (start.x - end.x).abs() < 0.01 || (start.y - end.y).abs() < 0.01;
                assert!(is_straight, "from {start:?} to {end:?}: {what}");
            }
            at = Some(segment.end());
        }
    }
}

fn nothing_sticks_out(layout: &Layout, what: &str) {
    let bounds = layout.bounds.expanded(0.01);
    let holds = |rect: &CanvasRect| {
        let corners = [CanvasPos::new(rect.x, rect.y), CanvasPos::new(rect.right(), rect.bottom())];
        corners.into_iter().all(|corner| bounds.contains(corner))
    };
    assert!(layout.cards.iter().all(holds), "{what}");
    let paths = layout.lines.iter().chain(&layout.reporting).filter_map(|line| line.path.bounds());
    assert!(paths.into_iter().all(|rect| holds(&rect)), "{what}");
    for guide in &layout.guides {
        let GuideShape::Area { rect, .. } = &guide.shape else { panic!("a band: {what}") };
        assert!(holds(rect) && rect.contains(guide.at), "{what}");
    }
}

fn place(account: &Account, request: &LayoutRequest, layout: &Layout, name: &str) -> CanvasRect {
    layout.cards[request.card_of(seat(account, name)).expect("its card")]
}

/// The label of the band a card stands on.
fn label(layout: &Layout, card: &CanvasRect) -> GuideLabel {
    let band = layout.guides.iter().find(|guide| match &guide.shape {
        GuideShape::Area { rect, .. } => rect.contains(card.center()),
        GuideShape::Line(..) | GuideShape::Ring { .. } | GuideShape::Cell { .. } => false,
    });
    band.expect("a band").label.clone()
}

#[test]
fn the_examples_are_tidy() {
    for account in examples() {
        check(&account, &account.profile.name);
        let request = request(&account, LayoutKind::PathToPower);
        assert!(matches!(request.arrangement, Arrangement::Path { .. }), "an example has an approver");
    }
}

#[test]
fn firms_of_every_size_are_tidy() {
    for people in [50, 100] {
        for seed in 0..6 {
            check(&court(people, seed), &format!("{people} people, seed {seed}"));
        }
    }
}

#[test]
fn odd_organizations_are_no_trouble() {
    check(&account(""), "nobody");
    let mut one = account("Ada");
    check(&one, "one");
    let ada = person(&one, "Ada");
    with_role(&mut one, ada, BuyingRole::Approver);
    check(&one, "one approver");
    let chain: String = (0..60).map(|depth| format!("{}P{depth}\n", "  ".repeat(depth))).collect();
    let star: String = (0..60).map(|number| format!("\n  P{number}")).collect();
    let crowd: String = (0..40).map(|number| format!("P{number}\n")).collect();
    let two = "P0\n  P1\n    P2\n  P3\nP4\n  P5\n    P6\n    P7";
    for (what, text) in [("chain", chain), ("star", format!("Top{star}")), ("crowd", crowd), ("two", two.to_owned())] {
        let mut account = account(&text);
        check(&account, what);
        let target = person(&account, "P3");
        with_role(&mut account, target, BuyingRole::DecisionMaker);
        check(&account, &format!("{what} with a decision maker"));
        // A cycle of influence, a pair both ways, and everything at once between two.
        with_links(
            &mut account,
            &[("P5", "P6", CLEAR), ("P6", "P7", CLEAR), ("P7", "P5", CLEAR), ("P0", "P1", CLEAR), ("P1", "P0", CLEAR)],
        );
        with_links(
            &mut account,
            &[("P0", "P1", LinkKind::Conflict), ("P0", "P1", LinkKind::Tie(TieKind::Family)), ("P2", "P3", CLEAR)],
        );
        check(&account, &format!("{what} with cycles"));
    }
}

#[test]
fn across_managers_stand_left_of_their_reports() {
    let account = court(60, 3);
    let request = request(&account, LayoutKind::OrganizationAcross);
    let layout = arranged(&request);
    let mut edges: Vec<(f32, f32)> = layout.cards.iter().map(|card| (card.width, card.height)).collect();
    edges.dedup();
    assert_eq!(edges.len(), 1, "all cards are of one size");
    for (card, asked) in request.cards.iter().enumerate() {
        assert!(layout.cards[card].width >= asked.width);
        if let Some(manager) = asked.manager {
            assert!(layout.cards[manager].right() < layout.cards[card].x, "card {card}");
        }
    }
    assert!(layout.bounds.height > layout.bounds.width, "{:?}", layout.bounds);
}

#[test]
fn across_pins_are_kept() {
    let start = court(40, 5);
    for (x, y) in [(0, 0), (600, 220), (-300, 500)] {
        let mut account = start.clone();
        let seat = *account.seats.keys().nth(7).expect("a seat");
        with_pin(&mut account, seat, LayoutKind::OrganizationAcross, Pin { x, y });
        check(&account, &format!("pin at {x},{y}"));
        let request = request(&account, LayoutKind::OrganizationAcross);
        let layout = arranged(&request);
        let card = layout.cards[request.card_of(seat).expect("its card")];
        assert!((card.y - y as f32).abs() < 0.5, "{card:?} at {y}");
        let pitch = card.width + request.metrics.row_gap;
        assert!((card.x - x as f32).abs() <= pitch / 2.0, "{card:?} in the nearest column to {x}");
        assert!((card.x / pitch - (card.x / pitch).round()).abs() < 0.001, "{card:?} in a column");
    }
}

/// Ada decides. Gi, far below, has her ear; Ed only reports to her; Fy knows nobody.
pub fn hand_made() -> Account {
    let mut account = account("Ada\n  Bo\n    Cy\n      Gi\n      Hu\n    Di\n  Ed\nFy\nIv\nJo");
    let ada = person(&account, "Ada");
    with_role(&mut account, ada, BuyingRole::Approver);
    with_links(
        &mut account,
        &[
            ("Bo", "Ada", CLEAR),
            ("Cy", "Bo", CLEAR),
            ("Gi", "Ada", CLEAR),
            ("Iv", "Cy", CLEAR),
            ("Ada", "Fy", CLEAR),
            ("Jo", "Ed", CLEAR),
            ("Fy", "Gi", LinkKind::Conflict),
        ],
    );
    account
}

#[test]
fn layers_count_the_steps_to_who_decides() {
    let account = hand_made();
    check(&account, "hand-made");
    let request = request(&account, LayoutKind::PathToPower);
    let layout = arranged(&request);
    let of = |name: &str| label(&layout, &place(&account, &request, &layout, name));
    assert_eq!(of("Ada"), GuideLabel::Deciders);
    // Influence counts first: Gi is one step away, though two managers stand between.
    assert_eq!([of("Bo"), of("Gi")], [GuideLabel::Steps(1), GuideLabel::Steps(1)]);
    assert_eq!(of("Cy"), GuideLabel::Steps(2));
    assert_eq!(of("Iv"), GuideLabel::Steps(3));
    // Without a way of influence the manager is one: Ed through Ada, Di through Bo, Hu through Cy, Jo through Ed.
    assert_eq!([of("Ed"), of("Di"), of("Hu")], [1, 2, 3].map(GuideLabel::Steps));
    assert_eq!(of("Jo"), GuideLabel::Steps(2));
    // Being influenced by Ada leads nowhere, nor does a conflict.
    assert_eq!(of("Fy"), GuideLabel::Apart);
    let labels: Vec<&GuideLabel> = layout.guides.iter().map(|guide| &guide.label).collect();
    let steps = [1, 2, 3].map(GuideLabel::Steps);
    assert_eq!(labels, [&GuideLabel::Deciders, &steps[0], &steps[1], &steps[2], &GuideLabel::Apart]);
    let tops: Vec<f32> = layout.guides.iter().map(|guide| guide.at.y).collect();
    assert!(tops.is_sorted(), "from top to bottom: {tops:?}");
}

#[test]
fn targets_stand_on_top() {
    for seed in 0..6 {
        let account = court(80, seed);
        let request = request(&account, LayoutKind::PathToPower);
        let Arrangement::Path { targets } = &request.arrangement else { panic!("approvers are marked") };
        let layout = arranged(&request);
        let top = layout.cards.iter().map(|card| card.y).fold(f32::MAX, f32::min);
        for (card, rect) in layout.cards.iter().enumerate() {
            assert_eq!(targets.contains(&card), rect.y - top < 0.5, "seed {seed}, card {card}");
        }
    }
}

#[test]
fn order_untangles_the_layers() {
    // Five pairs, the second row crosswise: any order by id crosses, a good one does not.
    let tops: String = (0..5).map(|number| format!("T{number}\n")).collect();
    let rest: String = (0..5).map(|number| format!("B{number}\n")).collect();
    let mut account = account(&format!("{tops}{rest}"));
    let links: Vec<(String, String)> = (0..5).map(|at| (format!("B{}", 4 - at), format!("T{at}"))).collect();
    let links: Vec<(&str, &str, LinkKind)> = links.iter().map(|(from, to)| (&**from, &**to, CLEAR)).collect();
    with_links(&mut account, &links);
    for number in 0..5 {
        let target = person(&account, &format!("T{number}"));
        with_role(&mut account, target, BuyingRole::Approver);
    }
    let request = request(&account, LayoutKind::PathToPower);
    let layout = arranged(&request);
    assert_eq!(measure_quality(&request, &layout).crossings, 0);
    for (from, to, _) in links {
        let [from, to] = [from, to].map(|name| place(&account, &request, &layout, name).center().x);
        assert!((from - to).abs() < 1.0, "one stands below the other: {from} and {to}");
    }
}

#[test]
fn parallel_lines_are_told_apart() {
    let mut account = account("Ada\nBo\nCy");
    let ada = person(&account, "Ada");
    with_role(&mut account, ada, BuyingRole::Approver);
    let tie = LinkKind::Tie(TieKind::Classmate);
    with_links(&mut account, &[("Bo", "Ada", CLEAR), ("Bo", "Ada", LinkKind::Conflict), ("Ada", "Bo", tie)]);
    with_links(&mut account, &[("Cy", "Ada", CLEAR), ("Bo", "Cy", LinkKind::Conflict), ("Cy", "Bo", tie)]);
    let layout = arranged(&request(&account, LayoutKind::PathToPower));
    let mut middles: Vec<(f32, f32)> =
        layout.lines.iter().map(|line| line.path.middle().0).map(|middle| (middle.x, middle.y)).collect();
    middles.sort_by(|one, other| one.partial_cmp(other).expect("numbers"));
    let nearest = |one: usize| {
        let others = middles.iter().enumerate().filter(|(other, _)| *other != one);
        let away = |other: &(f32, f32)| (other.0 - middles[one].0).hypot(other.1 - middles[one].1);
        others.map(|(_, other)| away(other)).fold(f32::MAX, f32::min)
    };
    assert_eq!(middles.len(), 6);
    assert!((0..middles.len()).all(|one| nearest(one) > 3.0), "{middles:?}");
}

#[test]
fn pins_on_the_path_are_kept_across() {
    let start = court(50, 2);
    for x in [-2_000, 0, 333, 2_500] {
        let mut account = start.clone();
        let seat = *account.seats.keys().nth(9).expect("a seat");
        let before = request(&account, LayoutKind::PathToPower);
        let card = before.card_of(seat).expect("its card");
        let row = arranged(&before).cards[card].y;
        with_pin(&mut account, seat, LayoutKind::PathToPower, Pin { x, y: 0 });
        check(&account, &format!("pin at {x}"));
        let layout = arranged(&request(&account, LayoutKind::PathToPower));
        assert!((layout.cards[card].x - x as f32).abs() < 0.5, "{:?} at {x}", layout.cards[card]);
        // Rows move apart as the level lines between them need, never by a row.
        assert!((layout.cards[card].y - row).abs() < 60.0, "in its own layer");
    }
    // Two cannot have one place: both stand as near as they can.
    let mut account = start;
    for nth in [9, 10, 11] {
        let seat = *account.seats.keys().nth(nth).expect("a seat");
        with_pin(&mut account, seat, LayoutKind::PathToPower, Pin { x: 100, y: 0 });
    }
    check(&account, "three pins at one place");
}
