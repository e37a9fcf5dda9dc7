//! Pictures of who stands near whom: the influence map, the circle, and lines that go round cards anywhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use account_atlas::app::example_bytes;
use account_atlas::edit::{Edit, StructureEdit};
use account_atlas::file;
use account_atlas::layout::{
    Arrangement, GuideLabel, GuideShape, Layout, LayoutRequest, LineKind, LineRequest, Outlook, arranged,
    measure_quality, runs_through, stress_of, within_steps,
};
use account_atlas::model::{Account, Ids, LayoutKind, Link, LinkKind, Person, Pin, Seat, SeatId, Strength};
use account_atlas::theme::{CardMetrics, MapMetrics, Measure};
use account_atlas::words::Language;

use super::accounts::{Dice, account, done, firm, ids, person, seat};

fn request(account: &Account, kind: LayoutKind, focus: Option<SeatId>) -> LayoutRequest {
    LayoutRequest::of_account(account, &Measure::new(), &CardMetrics::WINDOW, MapMetrics::WINDOW, |_| true)
        .arranged(account, Outlook { kind, focus, opportunity: None })
}

fn influence(account: &Account) -> LayoutRequest {
    request(account, LayoutKind::Influence, None)
}

fn first_seat(account: &Account) -> SeatId {
    *account.seats.keys().next().expect("a seat")
}

/// An organisation with one and a half links a person.
fn organization(people: usize, seed: u64) -> Account {
    super::accounts::organization(people, people * 3 / 2, seed)
}

fn example(language: Language) -> Account {
    file::read(example_bytes(language)).expect("the example").account
}

/// Pairs of cards with less than `gap` points between them.
fn too_near(layout: &Layout, gap: f32) -> usize {
    let cards = &layout.cards;
    let near = |place: usize| {
        let wide = cards[place].expanded(gap);
        cards[place + 1..].iter().filter(|other| other.overlaps(&wide)).count()
    };
    (0..cards.len()).map(near).sum()
}

/// How often lines of any kind, reporting ones included, run through cards that are not their ends.
fn runs_through_any(layout: &Layout) -> usize {
    let mut reporting = layout.clone();
    reporting.lines.clone_from(&layout.reporting);
    runs_through(layout) + runs_through(&reporting)
}

fn check_sound(request: &LayoutRequest, what: &str) -> Layout {
    let layout = arranged(request);
    assert_eq!(layout.cards.len(), request.cards.len(), "{what}");
    assert_eq!(layout.lines.len(), request.lines.len(), "{what}");
    assert!(layout.lines.iter().enumerate().all(|(place, line)| line.request == Some(place)), "{what}");
    let reports = request.cards.iter().filter(|card| card.manager.is_some()).count();
    assert_eq!(layout.reporting.len(), reports, "{what}: a thin line for each report");
    let numbers = layout.cards.iter().flat_map(|card| [card.x, card.y]);
    assert!(numbers.chain([layout.bounds.width, layout.bounds.height]).all(f32::is_finite), "{what}");
    assert_eq!(layout, arranged(request), "{what}: the same request gives the same layout");
    layout
}

#[test]
fn the_influence_map_keeps_cards_apart_and_lines_off_cards() {
    let mut accounts: Vec<(String, Account)> = Vec::new();
    for language in Language::ALL {
        accounts.push((format!("{language:?}"), example(language)));
    }
    for (people, seed) in [(20, 1), (50, 1), (50, 2), (200, 1), (200, 2)] {
        accounts.push((format!("{people} people, seed {seed}"), organization(people, seed)));
    }
    for (what, account) in accounts {
        let layout = check_sound(&influence(&account), &what);
        // At least 24 points, but for rounding.
        assert_eq!(too_near(&layout, 23.9), 0, "{what}");
        assert_eq!(runs_through_any(&layout), 0, "{what}");
    }
}

#[test]
fn the_influence_map_shows_how_far_people_are() {
    for seed in 1..4 {
        let request = influence(&organization(200, seed));
        let stress = stress_of(&request, &arranged(&request)).expect("people who are joined");
        // 0.149 is the bar of the spec. Such organisations have 0.109 to 0.117 with cards pushed apart, and 0.35 to 0.37
        // as a chart; fonts decide how wide cards are, so there is room for a tenth.
        assert!(stress <= 0.13, "seed {seed}: {stress}");
        let chart = account_atlas::layout::chart(&request);
        let of_chart = stress_of(&request, &chart).expect("people who are joined");
        assert!(of_chart > stress * 1.5, "seed {seed}: chart {of_chart}, map {stress}");
    }
}

#[test]
fn a_strong_influence_stands_nearer_than_a_slight_one() {
    let start = account("Ada\nBo\nCy");
    let mut fresh = ids();
    let mut links = BTreeMap::new();
    for (to, strength) in [("Bo", Strength::SLIGHT), ("Cy", Strength::DECISIVE)] {
        let kind = LinkKind::Influences(strength);
        let link = Link::new(fresh.fresh(), person(&start, "Ada"), person(&start, to), kind);
        links.insert(link.id, Arc::new(link));
    }
    let linked = Account { links: Arc::new(links), ..start };
    let request = influence(&linked);
    let layout = check_sound(&request, "three people");
    let at = |name: &str| layout.cards[request.card_of(seat(&linked, name)).expect("a card")].center();
    let far = |one: &str, other: &str| (at(one).x - at(other).x).hypot(at(one).y - at(other).y);
    assert!(far("Ada", "Cy") < far("Ada", "Bo"), "{} against {}", far("Ada", "Cy"), far("Ada", "Bo"));
    assert!(far("Bo", "Cy") > far("Ada", "Bo"), "who is joined only through Ada stands further off");
}

#[test]
fn a_pinned_card_stays_exactly_and_only_those_in_its_way_move() {
    let start = organization(50, 3);
    let free = arranged(&influence(&start));
    for (x, y) in [(-700, 13), (401, 333), (i32::from(i16::MAX), -5)] {
        let pinned_seat = *start.seats.keys().nth(7).expect("a seat");
        let pins = vec![(pinned_seat, Some(Pin { x, y }))];
        let pinned = done(&start, Edit::Structure(StructureEdit::SetPins { layout: LayoutKind::Influence, pins }));
        let request = influence(&pinned);
        let layout = check_sound(&request, &format!("pin at {x},{y}"));
        let card = &layout.cards[7];
        assert_eq!((card.x, card.y), (x as f32, y as f32), "it stands where it was put");
        assert_eq!(too_near(&layout, 23.9), 0, "pin at {x},{y}");
        assert_eq!(runs_through_any(&layout), 0, "pin at {x},{y}");
        let moved = free.cards.iter().zip(&layout.cards).filter(|(before, after)| before != after).count();
        assert!((1..=25).contains(&moved), "pin at {x},{y} moved {moved} of 50");
    }
}

#[test]
fn cards_pinned_on_each_other_stay_there() {
    let mut request = influence(&organization(20, 4));
    for card in [2, 3, 9] {
        request.cards[card].pin = Some(Pin { x: 100, y: 100 });
    }
    let layout = check_sound(&request, "three on one place");
    for card in [2, 3, 9] {
        assert_eq!((layout.cards[card].x, layout.cards[card].y), (100.0, 100.0));
    }
    assert_eq!(measure_quality(&request, &layout).overlaps, 3, "those three and no others");
}

#[test]
fn pictures_of_odd_accounts_are_drawn() {
    let nobody_linked: String = (0..40).map(|number| format!("P{number}\n")).collect();
    let two = "Ada\n  Bo\n    Cy\n  Di\nXa\n  Xb\n  Xc\n    Xd";
    for (what, account) in [
        ("nobody", account("")),
        ("one", account("Ada")),
        ("nobody linked", account(&nobody_linked)),
        ("two organisations", account(two)),
        ("a star", firm(9, 0, 1)),
    ] {
        let map = check_sound(&influence(&account), what);
        assert_eq!(too_near(&map, 23.9), 0, "{what}");
        assert_eq!(runs_through_any(&map), 0, "{what}");
        if account.seats.is_empty() {
            continue;
        }
        for focus in account.seats.keys() {
            let circle = check_sound(&request(&account, LayoutKind::Circle, Some(*focus)), what);
            assert_eq!(too_near(&circle, 23.9), 0, "{what}");
        }
    }
    let unlinked = influence(&account(&nobody_linked));
    assert_eq!(stress_of(&unlinked, &arranged(&unlinked)), None, "there is nothing to be near or far");
}

#[test]
fn groups_without_a_line_between_them_stand_side_by_side() {
    let account = account("Ada\n  Bo\n    Cy\n  Di\nXa\n  Xb\n  Xc\n    Xd");
    let request = influence(&account);
    let layout = arranged(&request);
    let around = |names: [&str; 4]| {
        let cards = names.map(|name| layout.cards[request.card_of(seat(&account, name)).expect("a card")]);
        cards.into_iter().reduce(|one, other| one.union(&other)).expect("four")
    };
    let (one, other) = (around(["Ada", "Bo", "Cy", "Di"]), around(["Xa", "Xb", "Xc", "Xd"]));
    assert!(!one.overlaps(&other), "{one:?} and {other:?}");
}

/// A request with so many lines between cards drawn by `ends`.
fn with_lines(mut request: LayoutRequest, count: usize, mut ends: impl FnMut() -> (usize, usize)) -> LayoutRequest {
    for _ in 0..count {
        let (from, to) = ends();
        let kind = LineKind::Informal(LinkKind::Influences(Strength::CLEAR));
        request.lines.push(LineRequest { from, to, kind, link: None });
    }
    request
}

#[test]
fn five_hundred_lines_between_two_units_are_drawn() {
    let text: String = ["A", "B"]
        .iter()
        .map(|unit| format!("{unit}\n{}", (0..12).map(|number| format!("  {unit}{number}\n")).collect::<String>()))
        .collect();
    let account = account(&text);
    let mut dice = Dice::new(5);
    let across = with_lines(influence(&account), 500, || (dice.below(13), 13 + dice.below(13)));
    let layout = check_sound(&across, "500 lines across");
    assert_eq!((too_near(&layout, 23.9), runs_through_any(&layout)), (0, 0));
    let two = with_lines(influence(&account), 500, || (3, 20));
    let layout = check_sound(&two, "500 lines between two people");
    assert_eq!(too_near(&layout, 23.9), 0);
}

#[test]
fn lines_between_the_same_two_are_told_apart() {
    let account = account("Ada\nBo");
    let mut turn = false;
    let request = with_lines(influence(&account), 4, || {
        turn = !turn;
        if turn { (0, 1) } else { (1, 0) }
    });
    let layout = check_sound(&request, "four lines");
    for (place, line) in layout.lines.iter().enumerate() {
        let (begins, ends) = line.path.ends().expect("a line");
        for (end, card) in [(begins, line.ends.0), (ends, line.ends.1)] {
            let card = &layout.cards[card];
            assert!(card.expanded(0.5).contains(end) && !card.expanded(-0.5).contains(end), "on the border: {end:?}");
        }
        let (middle, _) = line.path.middle();
        for other in &layout.lines[place + 1..] {
            let (other, _) = other.path.middle();
            let apart = (middle.x - other.x).hypot(middle.y - other.y);
            assert!(apart > 4.0, "two lines run {apart} points apart");
        }
    }
}

#[test]
fn the_circle_shows_who_is_how_many_steps_away() {
    for (people, seed) in [(7, 1), (20, 2), (50, 1), (60, 2)] {
        let account = organization(people, seed);
        for focus in account.seats.keys().step_by(9) {
            let request = request(&account, LayoutKind::Circle, Some(*focus));
            let layout = check_sound(&request, &format!("{people} people"));
            assert_eq!(too_near(&layout, 23.9), 0, "{people} people");
            assert_eq!(runs_through_any(&layout), 0, "{people} people");
            let steps = within_steps(&account, *focus, u8::MAX);
            let Arrangement::Circle { center } = request.arrangement else { panic!("a circle") };
            let middle = layout.cards[center].center();
            for guide in &layout.guides {
                let GuideShape::Ring { radius, .. } = guide.shape else { panic!("rings alone") };
                for (card, rect) in request.cards.iter().zip(&layout.cards) {
                    let away = steps.get(&card.seat).copied().expect("all are joined");
                    let is_here = if let GuideLabel::Steps(step) = guide.label { away == step } else { away > 3 };
                    let at = rect.center();
                    let off = ((at.x - middle.x).hypot(at.y - middle.y) - radius).abs();
                    assert_eq!(is_here, off < 1.0, "{away} steps away, {off} points off {:?}", guide.label);
                }
            }
        }
    }
}

#[test]
fn who_is_joined_with_nobody_stands_outside_the_rings() {
    let account = account("Ada\n  Bo\n    Cy\nDi\nEd");
    let request = request(&account, LayoutKind::Circle, Some(seat(&account, "Ada")));
    let layout = check_sound(&request, "two apart");
    let labels: Vec<&GuideLabel> = layout.guides.iter().map(|guide| &guide.label).collect();
    assert_eq!(labels, [&GuideLabel::Steps(1), &GuideLabel::Steps(2), &GuideLabel::Apart]);
}

#[test]
fn steps_count_lines_of_every_kind() {
    let mut start = account("Ada\n  Bo\n    Cy\nDi\n  -: Vacant\nEd\nFi");
    let link = Link::new(ids().fresh(), person(&start, "Di"), person(&start, "Cy"), LinkKind::Conflict);
    start.links = Arc::new(BTreeMap::from([(link.id, Arc::new(link))]));
    let mut ed = start.get::<Seat>(seat(&start, "Ed")).expect("Ed").clone();
    ed.dotted = vec![seat(&start, "Ada")];
    Arc::make_mut(&mut start.seats).insert(ed.id, Arc::new(ed));
    let away = |steps: u8| {
        let found = within_steps(&start, seat(&start, "Ada"), steps);
        ["Ada", "Bo", "Ed", "Cy", "Di", "Vacant", "Fi"].map(|name| found.get(&seat(&start, name)).copied())
    };
    assert_eq!(away(3), [Some(0), Some(1), Some(1), Some(2), Some(3), None, None]);
    assert_eq!(away(1), [Some(0), Some(1), Some(1), None, None, None, None]);
    assert_eq!(away(9)[5..], [Some(4), None], "a vacant seat counts, who is joined with nobody does not");
    let nowhere: SeatId = Ids::new(1_999_000_000_000, 3).fresh();
    assert!(within_steps(&start, nowhere, 3).is_empty());
}

#[test]
fn a_crowd_is_cut_to_the_nearest_and_best_linked_sixty() {
    let account = organization(200, 6);
    let focus = first_seat(&account);
    let (all, shown) = (within_steps(&account, focus, 1), within_steps(&account, focus, 3));
    assert_eq!(shown.len(), 60);
    assert!(all.keys().all(|seat| shown.contains_key(seat)), "the nearest stay");
    assert!(account.all::<Person>().count() > 60);
    let widest = shown.values().max().copied().expect("somebody");
    let layout = arranged(
        &LayoutRequest::of_account(&account, &Measure::new(), &CardMetrics::WINDOW, MapMetrics::WINDOW, |seat| {
            shown.contains_key(&seat.id)
        })
        .arranged(&account, Outlook { kind: LayoutKind::Circle, focus: Some(focus), opportunity: None }),
    );
    assert_eq!(layout.cards.len(), 60);
    assert_eq!(layout.guides.len(), usize::from(widest), "a ring for each step, and nobody outside");
    assert_eq!((too_near(&layout, 23.9), runs_through_any(&layout)), (0, 0));
}
