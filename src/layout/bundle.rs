//! Lines bundled along the tree: what goes to one branch goes there on one way.
//!
//! A line passes every row beside those who stand above its lower end, so that lines to one branch
//! share their gaps, and runs along the channels side by side with all that run there. As with
//! single lines, all points of a piece stand in one channel or gap, so none touches a card.
//!
//! Source: Holten 2006 (hierarchical edge bundles), on the channels of the chart in place of splines.

use std::collections::BTreeMap;

use super::LineRequest;
use super::blocks::Forest;
use super::chart::Placed;
use super::geometry::{CanvasPos, Path};
use super::route::{Gap, Router, Shape, Way, rounded};

/// More lines are not bundled: nobody can follow them, and they would cost more than the chart.
const LINES: usize = 2_000;

/// Whom a line to a card passes by on its way from above.
pub(super) struct Trail {
    /// The card in the row above: the manager, or whoever is stacked above.
    above: Vec<Option<usize>>,
    /// Whether a trunk runs at the card's left.
    is_stacked: Vec<bool>,
}

impl Trail {
    pub(super) fn of(forest: &Forest, placed: &Placed) -> Self {
        let count = placed.cards.len();
        let (mut above, mut is_stacked) = (vec![None; count], vec![false; count]);
        for block in &forest.blocks {
            for child in &block.children {
                let child = &forest.blocks[*child];
                let mut before = block.cards[0];
                for card in &child.cards {
                    if placed.rows[before] + 1 == placed.rows[*card] {
                        above[*card] = Some(before);
                    }
                    is_stacked[*card] = child.is_stack;
                    before = *card;
                }
            }
        }
        Self { above, is_stacked }
    }
}

/// Every requested line bundled, in order; nothing for more lines than [`LINES`].
/// Cost: O(lines times rows), and in each channel O(lines squared) small steps.
pub(super) fn bundled(router: &Router<'_>, requests: &[LineRequest], trail: &Trail) -> Vec<Path> {
    if requests.len() > LINES {
        return Vec::new();
    }
    let places = places(router);
    let routes: Vec<Route> = requests.iter().map(|line| route(router, trail, &places, line)).collect();
    let ways: Vec<Way> = routes.iter().map(|route| route.way.clone()).collect();
    let lanes = lanes(router, &routes);
    let points: Vec<Vec<CanvasPos>> = ways
        .iter()
        .zip(router.ports(&ways))
        .zip(&lanes)
        .map(|((way, ports), lanes)| router.points(way, ports, lanes))
        .collect();
    let tracks = tracks(router, &ways, &points);
    let radius = router.metrics.corner * 1.5;
    points.iter().zip(&tracks).map(|(points, tracks)| rounded(&corners(points, tracks), radius)).collect()
}

/// The place of each card in its row.
fn places(router: &Router<'_>) -> Vec<usize> {
    let mut places = vec![0; router.cards.len()];
    for row in router.in_row.values() {
        for (place, card) in row.iter().enumerate() {
            places[*card] = place;
        }
    }
    places
}

/// A way, and at which end of each gap it passes.
struct Route {
    way: Way,
    at_right_end: Vec<bool>,
}

/// The way beside those who stand above the lower end.
fn route(router: &Router<'_>, trail: &Trail, places: &[usize], line: &LineRequest) -> Route {
    let mut way = router.way(line.from, line.to);
    let mut guides: Vec<Option<usize>> = Vec::with_capacity(way.gaps.len());
    let mut guide = Some(if way.shape == Shape::Up { line.from } else { line.to });
    for _ in &way.gaps {
        guide = guide.and_then(|card| trail.above[card]);
        guides.push(guide);
    }
    if way.shape != Shape::Up {
        guides.reverse();
    }
    let target = router.cards[line.to].center().x;
    let mut x = router.cards[line.from].center().x;
    let mut at_right_end = Vec::with_capacity(way.gaps.len());
    for (step, guide) in guides.iter().enumerate() {
        let (row, _) = way.gaps[step];
        let Some(card) = *guide else {
            way.gaps[step] = router.nearest_gap(row, x, x, target);
            at_right_end.push(false);
            x = router.lane(way.gaps[step], 0.5);
            continue;
        };
        let next = guides.get(step + 1).copied().flatten().map_or(target, |next| router.cards[next].center().x);
        let rect = &router.cards[card];
        let detour = |side: f32| (side - x).abs() + (next - side).abs();
        let is_left = trail.is_stacked[card] || detour(rect.x) <= detour(rect.right());
        way.gaps[step] = (row, places[card] + usize::from(!is_left));
        at_right_end.push(is_left);
        x = if is_left { rect.x } else { rect.right() };
    }
    Route { way, at_right_end }
}

/// The place of each line in each gap it passes: close together, in one order everywhere.
fn lanes(router: &Router<'_>, routes: &[Route]) -> Vec<Vec<f32>> {
    let mut in_gap: BTreeMap<(Gap, bool), Vec<(f32, usize, usize)>> = BTreeMap::new();
    for (index, route) in routes.iter().enumerate() {
        let aim = router.cards[route.way.from].center().x + router.cards[route.way.to].center().x;
        for (step, (gap, at_right_end)) in route.way.gaps.iter().zip(&route.at_right_end).enumerate() {
            let is_right = *at_right_end && is_wide(router, *gap);
            in_gap.entry((*gap, is_right)).or_default().push((aim, index, step));
        }
    }
    let mut lanes: Vec<Vec<f32>> = routes.iter().map(|route| vec![0.0; route.way.gaps.len()]).collect();
    for ((gap, is_right), mut lines) in in_gap {
        lines.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let (left, right) = (router.lane(gap, 0.0), router.lane(gap, 1.0));
        let room = if is_wide(router, gap) { router.metrics.branch_gap } else { right - left };
        let count = super::cells::as_float(lines.len());
        let pitch = pitch(router).min(room / count);
        let start = match (is_right, is_wide(router, gap)) {
            // Left of the trunk that stands at the left of a stack.
            (true, _) => right - router.metrics.stack_indent - pitch * count,
            (false, true) => left,
            (false, false) => left + (room - pitch * count) * 0.4,
        };
        for (place, (_, index, step)) in lines.into_iter().enumerate() {
            lanes[index][step] = start + pitch * (super::cells::as_float(place) + 0.5);
        }
    }
    lanes
}

/// Whether a gap has room for a bundle at each of its ends.
fn is_wide(router: &Router<'_>, gap: Gap) -> bool {
    let room = router.lane(gap, 1.0) - router.lane(gap, 0.0);
    room > 2.0 * router.metrics.branch_gap + router.metrics.stack_indent
}

/// From one line of a bundle to the next.
fn pitch(router: &Router<'_>) -> f32 {
    router.metrics.corner * 0.4
}

/// A line's piece in a channel.
struct Run {
    line: usize,
    piece: usize,
    left: f32,
    right: f32,
    shape: RunShape,
}

/// Where the ends of a run lead, in the order in which such runs lie from the top: then only lines cross
/// whose ends leave no other way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RunShape {
    /// From upper left to lower right.
    Falling,
    /// From lower left to upper right.
    Rising,
    /// Both ends below.
    Arch,
}

/// At which height each line runs along each channel it crosses.
fn tracks(router: &Router<'_>, ways: &[Way], points: &[Vec<CanvasPos>]) -> Vec<Vec<f32>> {
    let mut channels: BTreeMap<i32, Vec<Run>> = BTreeMap::new();
    for (line, (way, points)) in ways.iter().zip(points).enumerate() {
        let row = router.rows[way.from];
        let (first, step) = match way.shape {
            Shape::Beside => continue,
            Shape::Over => (row - 1, 0),
            Shape::Down => (row, 1),
            Shape::Up => (row - 1, -1),
        };
        let mut channel = first;
        for (piece, (from, to)) in pieces(points).enumerate() {
            let shape = match (way.shape, from.x <= to.x) {
                (Shape::Over | Shape::Beside, _) => RunShape::Arch,
                (Shape::Down, true) | (Shape::Up, false) => RunShape::Falling,
                (Shape::Down, false) | (Shape::Up, true) => RunShape::Rising,
            };
            let (left, right) = (from.x.min(to.x), from.x.max(to.x));
            channels.entry(channel).or_default().push(Run { line, piece, left, right, shape });
            channel += step;
        }
    }
    let mut tracks: Vec<Vec<f32>> = points.iter().map(|points| vec![0.0; points.len().div_ceil(2)]).collect();
    for (channel, mut runs) in channels {
        runs.sort_by(|one, other| one.shape.cmp(&other.shape).then_with(|| from_top(one, other)));
        #[expect(clippy::cast_precision_loss, reason = "a chart has fewer rows than 2^24")]
        let top = channel as f32 * router.metrics.row_pitch() + router.metrics.card_height;
        for (run, (level, levels)) in runs.iter().zip(levels(&runs, router.metrics.corner)) {
            tracks[run.line][run.piece] = top + height_of(router, level, levels);
        }
    }
    tracks
}

/// The stretches of a way that lie in a channel.
fn pieces(points: &[CanvasPos]) -> impl Iterator<Item = (CanvasPos, CanvasPos)> {
    let is_over = points.len() == 3;
    let whole = if is_over { points.first().zip(points.last()) } else { None };
    let rest = if is_over { &[] } else { points };
    let pairs = rest.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    whole.map(|(from, to)| (*from, *to)).into_iter().chain(pairs)
}

fn from_top(one: &Run, other: &Run) -> std::cmp::Ordering {
    let by = match one.shape {
        RunShape::Falling => other.left.total_cmp(&one.left).then(other.right.total_cmp(&one.right)),
        RunShape::Rising => one.left.total_cmp(&other.left).then(one.right.total_cmp(&other.right)),
        RunShape::Arch => (other.right - other.left).total_cmp(&(one.right - one.left)),
    };
    by.then((one.line, one.piece).cmp(&(other.line, other.piece)))
}

/// The level of each run, 0 on top, and how many there are where it runs: below every earlier run it
/// meets, and no lower.
fn levels(runs: &[Run], margin: f32) -> Vec<(u16, u16)> {
    let mut marks: Vec<f32> = runs.iter().flat_map(|run| [run.left - margin, run.right + margin]).collect();
    marks.sort_by(f32::total_cmp);
    let stretch = |run: &Run| {
        let first = marks.partition_point(|mark| *mark < run.left - margin);
        first..marks.partition_point(|mark| *mark < run.right + margin)
    };
    // The first free level of every stretch between two marks.
    let mut free = vec![0_u16; marks.len()];
    let mut levels: Vec<(u16, u16)> = Vec::with_capacity(runs.len());
    for run in runs {
        let stretch = &mut free[stretch(run)];
        let level = stretch.iter().copied().max().unwrap_or(0);
        stretch.fill(level + 1);
        levels.push((level, 0));
    }
    // Runs that touch, however far apart their ends, make one bundle.
    let mut start = 0;
    for end in 0..=free.len() {
        if free.get(end).is_none_or(|level| *level == 0) {
            let most = free[start..end].iter().copied().max().unwrap_or(0);
            free[start..end].fill(most);
            start = end + 1;
        }
    }
    for (level, run) in levels.iter_mut().zip(runs) {
        level.1 = free[stretch(run)].first().copied().unwrap_or(0).max(1);
    }
    levels
}

/// How far below the channel's top a level lies.
fn height_of(router: &Router<'_>, level: u16, levels: u16) -> f32 {
    let channel = router.metrics.row_gap;
    // Above the line the reports hang on while there is room, across it when there is not; the rest of the
    // channel is left for the ends, which want to be seen one by one.
    let (start, room) = (channel * 0.14, channel * 0.68);
    let pitch = pitch(router).min(room / f32::from(levels));
    start + pitch * (f32::from(level) + 0.5)
}

/// The corners of a way that runs along its channels at these heights.
fn corners(points: &[CanvasPos], tracks: &[f32]) -> Vec<CanvasPos> {
    // Between neighbors of one row.
    if let [start, end] = points
        && start.y.total_cmp(&end.y).is_eq()
    {
        return vec![*start, *end];
    }
    let mut corners = Vec::with_capacity(points.len() * 2);
    for ((from, to), y) in pieces(points).zip(tracks) {
        corners.extend([from, CanvasPos::new(from.x, *y), CanvasPos::new(to.x, *y), to]);
    }
    corners
}
