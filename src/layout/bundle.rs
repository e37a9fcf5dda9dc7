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

/// How many times longer than the climb a run must be to go up for it.
const CLIMB: f32 = 2.0;

/// Share of a channel's height that a bundle takes at the most.
const THICK: f32 = 0.36;

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

    /// The lowest card on the way up from both, where it is neither of them.
    fn shared(&self, one: usize, other: usize, rows: &[i32]) -> Option<usize> {
        let (mut low, mut high) = (one, other);
        while low != high {
            if rows[low] < rows[high] {
                (low, high) = (high, low);
            }
            low = self.above[low]?;
        }
        (low != one && low != other).then_some(low)
    }

    /// Everybody above a card and below `top`, upward.
    fn below(&self, card: usize, top: usize) -> impl Iterator<Item = usize> {
        let above = move |card: &usize| self.above[*card].filter(|above| *above != top);
        std::iter::successors(above(&card), move |card| above(card))
    }
}

/// Every requested line bundled, in order; nothing for more lines than [`LINES`].
/// Cost: O(lines times rows), and in each channel O(lines squared) small steps.
pub(super) fn bundled(router: &Router<'_>, requests: &[LineRequest], trail: &Trail) -> Vec<Path> {
    if requests.len() > LINES {
        return Vec::new();
    }
    let places = places(router);
    let routes: Vec<Route> = requests.iter().map(|line| Route::of(router, trail, &places, line)).collect();
    let ways: Vec<Way> = routes.iter().map(|route| route.way.clone()).collect();
    let ports = router.ports(&ways);
    let lanes = lanes(router, &routes);
    let traced = routes.iter().zip(ports).zip(&lanes);
    let pieces: Vec<Vec<Piece>> = traced.map(|((route, ports), lanes)| route.pieces(router, ports, lanes)).collect();
    let tracks = tracks(router, &pieces);
    let radius = router.metrics.corner * 1.5;
    let path = |((line, pieces), tracks): ((&LineRequest, &Vec<Piece>), &Vec<f32>)| {
        if pieces.is_empty() {
            return rounded(&router.beside(line.from, line.to), radius);
        }
        rounded(&corners(pieces, tracks), radius)
    };
    requests.iter().zip(&pieces).zip(&tracks).map(path).collect()
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

/// A way, and how it passes each gap.
struct Route {
    way: Way,
    passes: Vec<Pass>,
}

/// How a way passes a gap.
#[derive(Clone, Copy)]
struct Pass {
    is_down: bool,
    /// Whether it keeps to the gap's right end.
    at_right_end: bool,
}

/// A stretch of a way that lies in one channel.
struct Piece {
    channel: i32,
    from: CanvasPos,
    to: CanvasPos,
    /// Whether the line comes from above, and whether it leaves upward.
    is_above: (bool, bool),
}

impl Route {
    /// The way beside those who stand above its ends.
    fn of(router: &Router<'_>, trail: &Trail, places: &[usize], line: &LineRequest) -> Self {
        let mut way = router.way(line.from, line.to);
        let mut guides: Vec<(i32, Option<usize>, bool)> = Vec::new();
        match trail.shared(line.from, line.to, router.rows).filter(|top| is_far(router, line, *top)) {
            Some(top) if way.shape != Shape::Beside => {
                way.shape = Shape::Over;
                guides.extend(trail.below(line.from, top).map(|card| (router.rows[card], Some(card), false)));
                let turn = guides.len();
                guides.extend(trail.below(line.to, top).map(|card| (router.rows[card], Some(card), true)));
                guides[turn..].reverse();
            }
            _ => {
                let is_up = way.shape == Shape::Up;
                let mut guide = Some(if is_up { line.from } else { line.to });
                let mut rows: Vec<i32> = way.gaps.iter().map(|(row, _)| *row).collect();
                rows.sort_unstable();
                for row in rows.into_iter().rev() {
                    guide = guide.and_then(|card| trail.above[card]);
                    guides.push((row, guide, !is_up));
                }
                if !is_up {
                    guides.reverse();
                }
            }
        }
        way.gaps.clear();
        let mut route = Self { way, passes: Vec::with_capacity(guides.len()) };
        route.pass(router, &guides, |card| (places[card], trail.is_stacked[card]));
        route
    }

    /// Chooses a gap for each row: beside its guide at the side that is nearer, or straight on.
    fn pass(
        &mut self,
        router: &Router<'_>,
        guides: &[(i32, Option<usize>, bool)],
        place: impl Fn(usize) -> (usize, bool),
    ) {
        let target = router.cards[self.way.to].center().x;
        let mut x = router.cards[self.way.from].center().x;
        for (step, (row, guide, is_down)) in guides.iter().copied().enumerate() {
            let Some(card) = guide else {
                let gap = router.nearest_gap(row, x, x, target);
                self.way.gaps.push(gap);
                self.passes.push(Pass { is_down, at_right_end: false });
                x = router.lane(gap, 0.5);
                continue;
            };
            let next = guides.get(step + 1).and_then(|(_, next, _)| *next);
            let next = next.map_or(target, |next| router.cards[next].center().x);
            let rect = &router.cards[card];
            let detour = |side: f32| (side - x).abs() + (next - side).abs();
            let (place, is_stacked) = place(card);
            let is_left = is_stacked || detour(rect.x) <= detour(rect.right());
            self.way.gaps.push((row, place + usize::from(!is_left)));
            self.passes.push(Pass { is_down, at_right_end: is_left });
            x = if is_left { rect.x } else { rect.right() };
        }
    }

    /// The pieces between its ends and the gaps it passes; none between neighbors.
    fn pieces(&self, router: &Router<'_>, (leaves, enters): (f32, f32), lanes: &[f32]) -> Vec<Piece> {
        let (leaves_below, enters_below) = match self.way.shape {
            Shape::Beside => return Vec::new(),
            Shape::Over => (false, false),
            Shape::Down => (true, false),
            Shape::Up => (false, true),
        };
        let edge = |card: usize, x: f32, is_below: bool| {
            let rect = &router.cards[card];
            CanvasPos::new(x, if is_below { rect.bottom() } else { rect.y })
        };
        let mut channel = router.rows[self.way.from] - i32::from(!leaves_below);
        let (mut from, mut is_above) = (edge(self.way.from, leaves, leaves_below), leaves_below);
        let mut pieces = Vec::with_capacity(lanes.len() + 1);
        for (((row, _), pass), x) in self.way.gaps.iter().zip(&self.passes).zip(lanes) {
            let top = top_of(router, *row);
            let bottom = top + router.metrics.card_height;
            let (enter, leave) = if pass.is_down { (top, bottom) } else { (bottom, top) };
            let to = CanvasPos::new(*x, enter);
            pieces.push(Piece { channel, from, to, is_above: (is_above, !pass.is_down) });
            (from, is_above) = (CanvasPos::new(*x, leave), pass.is_down);
            channel = row - i32::from(!pass.is_down);
        }
        let to = edge(self.way.to, enters, enters_below);
        pieces.push(Piece { channel, from, to, is_above: (is_above, enters_below) });
        pieces
    }
}

/// Whether it is worth going up to the channel below the manager both ends share: where the run is long
/// against the climb.
fn is_far(router: &Router<'_>, line: &LineRequest, top: usize) -> bool {
    let upper = router.rows[line.from].min(router.rows[line.to]);
    let climb = top_of(router, upper - 1) - top_of(router, router.rows[top]);
    let run = (router.cards[line.from].center().x - router.cards[line.to].center().x).abs();
    climb > 0.0 && run > climb * CLIMB
}

/// The upper edge of a row.
fn top_of(router: &Router<'_>, row: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a chart has fewer rows than 2^24")]
    let top = row as f32 * router.metrics.row_pitch();
    top
}

/// The place of each line in each gap it passes: close together, in one order everywhere.
fn lanes(router: &Router<'_>, routes: &[Route]) -> Vec<Vec<f32>> {
    let mut in_gap: BTreeMap<(Gap, bool), Vec<(f32, usize, usize)>> = BTreeMap::new();
    for (index, route) in routes.iter().enumerate() {
        let aim = router.cards[route.way.from].center().x + router.cards[route.way.to].center().x;
        for (step, (gap, pass)) in route.way.gaps.iter().zip(&route.passes).enumerate() {
            let is_right = pass.at_right_end && is_wide(router, *gap);
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
    /// Both ends above.
    Bowl,
    /// From upper left to lower right.
    Falling,
    /// From lower left to upper right.
    Rising,
    /// Both ends below.
    Arch,
}

/// At which height each line runs along each channel it crosses.
fn tracks(router: &Router<'_>, pieces: &[Vec<Piece>]) -> Vec<Vec<f32>> {
    let mut channels: BTreeMap<i32, Vec<Run>> = BTreeMap::new();
    for (line, pieces) in pieces.iter().enumerate() {
        for (piece, Piece { channel, from, to, is_above }) in pieces.iter().enumerate() {
            let is_turned = to.x < from.x;
            let (left, right) = if is_turned { (to.x, from.x) } else { (from.x, to.x) };
            let shape = match if is_turned { (is_above.1, is_above.0) } else { *is_above } {
                (true, true) => RunShape::Bowl,
                (true, false) => RunShape::Falling,
                (false, true) => RunShape::Rising,
                (false, false) => RunShape::Arch,
            };
            channels.entry(*channel).or_default().push(Run { line, piece, left, right, shape });
        }
    }
    let mut tracks: Vec<Vec<f32>> = pieces.iter().map(|pieces| vec![0.0; pieces.len()]).collect();
    for (channel, mut runs) in channels {
        runs.sort_by(from_top);
        let top = top_of(router, channel) + router.metrics.card_height;
        for (run, level) in runs.iter().zip(levels(&runs, router.metrics.corner)) {
            tracks[run.line][run.piece] = top + height_of(router, level);
        }
    }
    tracks
}

fn from_top(one: &Run, other: &Run) -> std::cmp::Ordering {
    let length = |run: &Run| run.right - run.left;
    let by = one.shape.cmp(&other.shape).then_with(|| match one.shape {
        RunShape::Bowl => length(one).total_cmp(&length(other)),
        RunShape::Falling => other.left.total_cmp(&one.left).then(other.right.total_cmp(&one.right)),
        RunShape::Rising => one.left.total_cmp(&other.left).then(one.right.total_cmp(&other.right)),
        RunShape::Arch => length(other).total_cmp(&length(one)),
    });
    by.then((one.line, one.piece).cmp(&(other.line, other.piece)))
}

/// The level of each run, 0 on top: below every earlier run it meets, and no lower.
fn levels(runs: &[Run], margin: f32) -> Vec<u16> {
    let mut marks: Vec<f32> = runs.iter().flat_map(|run| [run.left - margin, run.right + margin]).collect();
    marks.sort_by(f32::total_cmp);
    // The first free level of every stretch between two marks.
    let mut free = vec![0_u16; marks.len()];
    let level = |run: &Run| {
        let first = marks.partition_point(|mark| *mark < run.left - margin);
        let stretch = &mut free[first..marks.partition_point(|mark| *mark < run.right + margin)];
        let level = stretch.iter().copied().max().unwrap_or(0);
        stretch.fill(level + 1);
        level
    };
    runs.iter().map(level).collect()
}

/// How far below the channel's top a level lies: the first ones apart so that each is seen, further ones ever
/// closer, so that a bundle stays a bundle however many run in it.
fn height_of(router: &Router<'_>, level: u16) -> f32 {
    let channel = router.metrics.row_gap;
    // Above the line the reports hang on; the rest of the channel is left for the ends.
    let (start, room) = (channel * 0.16, channel * THICK);
    start + room * (1.0 - (-f32::from(level) * pitch(router) / room).exp())
}

/// The corners of a way that runs along its channels at these heights.
fn corners(pieces: &[Piece], tracks: &[f32]) -> Vec<CanvasPos> {
    let corner = |(piece, y): (&Piece, &f32)| {
        [piece.from, CanvasPos::new(piece.from.x, *y), CanvasPos::new(piece.to.x, *y), piece.to]
    };
    pieces.iter().zip(tracks).flat_map(corner).collect()
}
