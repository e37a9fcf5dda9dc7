//! Where the lines of a bundle run side by side: in gaps, along channels, at the edges of cards.

use std::collections::BTreeMap;

use super::bundle::{Piece, Route};
use super::cells::as_float;
use super::route::{Gap, Router, Shape};

/// Share of a channel's height that a bundle takes at the most.
const THICK: f32 = 0.36;

/// The place of each line in each gap it passes: close together, in one order everywhere.
pub(super) fn lanes(router: &Router<'_>, routes: &[Route]) -> Vec<Vec<f32>> {
    let mut in_gap: BTreeMap<(Gap, bool), Vec<Lane>> = BTreeMap::new();
    for (line, route) in routes.iter().enumerate() {
        for (step, (gap, pass)) in route.way.gaps.iter().zip(&route.passes).enumerate() {
            let is_right = pass.at_right_end && is_wide(router, *gap);
            let (near, far) =
                if pass.is_down { (route.way.to, route.way.from) } else { (route.way.from, route.way.to) };
            let far = router.cards[far].center().x;
            let is_arch = route.way.shape == Shape::Over;
            let turn = match (far < router.lane(*gap, if is_right { 1.0 } else { 0.0 }), is_arch) {
                (true, true) => Turn::ArchFromLeft,
                (true, false) => Turn::FromLeft,
                (false, false) => Turn::FromRight,
                (false, true) => Turn::ArchFromRight,
            };
            // Arches lie in each other: the one from farther away is the outer one at both its ends.
            let far = if is_arch { -far } else { far };
            let lane = Lane { turn, far, depth: router.rows[near], line, step };
            in_gap.entry((*gap, is_right)).or_default().push(lane);
        }
    }
    let mut lanes: Vec<Vec<f32>> = routes.iter().map(|route| vec![0.0; route.way.gaps.len()]).collect();
    for ((gap, is_right), mut lines) in in_gap {
        lines.sort_by(|one, other| {
            let by = one.turn.cmp(&other.turn).then(one.far.total_cmp(&other.far));
            // Of those that leave one after the other towards the cards at the right, the last is leftmost.
            by.then(other.depth.cmp(&one.depth)).then(one.line.cmp(&other.line))
        });
        let (left, right) = (router.lane(gap, 0.0), router.lane(gap, 1.0));
        let room = if is_wide(router, gap) { router.metrics.branch_gap } else { right - left };
        let count = as_float(lines.len());
        let pitch = pitch(router).min(room / count);
        let start = match (is_right, is_wide(router, gap)) {
            // Left of the trunk that stands at the left of a stack.
            (true, _) => right - router.metrics.stack_indent - pitch * count,
            (false, true) => left,
            (false, false) => left + (room - pitch * count) * 0.4,
        };
        for (place, lane) in lines.into_iter().enumerate() {
            lanes[lane.line][lane.step] = start + pitch * (as_float(place) + 0.5);
        }
    }
    lanes
}

/// A line in a gap.
struct Lane {
    turn: Turn,
    /// Where it comes from, by its place among those of the same turn.
    far: f32,
    /// The row its near end stands on.
    depth: i32,
    line: usize,
    step: usize,
}

/// Where a line in a gap comes from in the channels above, in the order of the lanes from the left.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// From below at the left, over an arch.
    ArchFromLeft,
    /// From above at the left.
    FromLeft,
    /// From above at the right.
    FromRight,
    /// From below at the right, over an arch.
    ArchFromRight,
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

/// Where each line leaves and enters: beside the middle, which the reporting line has, at the side it comes
/// from, and there in the order in which the lines turn off.
pub(super) fn ports(router: &Router<'_>, routes: &[Route], lanes: &[Vec<f32>]) -> Vec<(f32, f32)> {
    let mut at_edge: BTreeMap<(usize, bool, bool), Vec<Port>> = BTreeMap::new();
    for (line, (route, lanes)) in routes.iter().zip(lanes).enumerate() {
        let way = &route.way;
        if way.shape == Shape::Beside {
            continue;
        }
        let middle = |card: usize| router.cards[card].center().x;
        let (leaves_below, enters_below) = route.is_below();
        let goes_up = route.passes.first().map_or(enters_below, |pass| !pass.is_down);
        let came_down = route.passes.last().map_or(leaves_below, |pass| pass.is_down);
        let first = lanes.first().copied().unwrap_or(middle(way.to));
        let last = lanes.last().copied().unwrap_or(middle(way.from));
        for (card, is_below, toward, is_start, is_arch) in [
            (way.from, leaves_below, first, true, leaves_below == goes_up),
            (way.to, enters_below, last, false, enters_below == came_down),
        ] {
            let is_right = toward >= middle(card);
            at_edge.entry((card, is_below, is_right)).or_default().push(Port { line, is_start, toward, is_arch });
        }
    }
    let mut places = vec![(0.0, 0.0); routes.len()];
    for ((card, _, is_right), mut ports) in at_edge {
        // Arches lie lowest, so they turn off outermost, and the longest of them innermost.
        ports.sort_by(|one, other| {
            let by =
                if one.is_arch { other.toward.total_cmp(&one.toward) } else { one.toward.total_cmp(&other.toward) };
            (one.is_arch == is_right).cmp(&(other.is_arch == is_right)).then(by).then(one.line.cmp(&other.line))
        });
        let rect = &router.cards[card];
        let (start, width) = (rect.width * if is_right { 0.54 } else { 0.06 }, rect.width * 0.40);
        let count = as_float(ports.len()) + 1.0;
        for (place, port) in ports.into_iter().enumerate() {
            let x = rect.x + start + width * (as_float(place) + 1.0) / count;
            let ends = &mut places[port.line];
            *(if port.is_start { &mut ends.0 } else { &mut ends.1 }) = x;
        }
    }
    places
}

/// An end of a line at the edge of a card.
struct Port {
    line: usize,
    is_start: bool,
    /// Where the line runs to, or comes from.
    toward: f32,
    /// Whether the run there turns back to where it came from.
    is_arch: bool,
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
pub(super) fn tracks(router: &Router<'_>, pieces: &[Vec<Piece>]) -> Vec<Vec<f32>> {
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
    let (start, room) = (channel * 0.12, channel * THICK);
    start + room * (1.0 - (-f32::from(level) * pitch(router) / room).exp())
}

/// The upper edge of a row.
pub(super) fn top_of(router: &Router<'_>, row: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a chart has fewer rows than 2^24")]
    let top = row as f32 * router.metrics.row_pitch();
    top
}
