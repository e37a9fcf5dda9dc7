//! Lines that go round cards: along the channels between rows and through the gaps in them.
//!
//! A curve lies inside the hull of its points, and all points of a piece stand in one channel,
//! so a line can touch no card but its own two ends.

use std::collections::BTreeMap;

use super::Line;
use super::geometry::{CanvasPos, CanvasRect, Path, Segment};
use super::request::{LineKind, LineRequest};
use crate::theme::MapMetrics;

/// Finds ways between cards on rows.
pub(super) struct Router<'a> {
    pub(super) cards: &'a [CanvasRect],
    pub(super) rows: &'a [i32],
    pub(super) metrics: MapMetrics,
    /// The cards of each row from left to right.
    pub(super) in_row: BTreeMap<i32, Vec<usize>>,
}

/// A gap of a row: its number from the left, 0 being left of the first card.
pub(super) type Gap = (i32, usize);

/// Half of a card's edge: the card, whether it is the lower edge, whether the right half.
type Edge = (usize, bool, bool);

/// A way before its lanes are chosen.
pub(super) struct Way {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) shape: Shape,
    pub(super) gaps: Vec<Gap>,
}

/// Which edges a line leaves and enters.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// Side to side between neighbours of one row.
    Beside,
    /// Over the row both cards stand on.
    Over,
    /// From a lower edge to an upper edge.
    Down,
    /// From an upper edge to a lower edge.
    Up,
}

impl<'a> Router<'a> {
    pub(super) fn new(cards: &'a [CanvasRect], rows: &'a [i32], metrics: MapMetrics) -> Self {
        let mut in_row: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        for (card, row) in rows.iter().enumerate() {
            in_row.entry(*row).or_default().push(card);
        }
        for row in in_row.values_mut() {
            row.sort_by(|one, other| cards[*one].x.total_cmp(&cards[*other].x));
        }
        Self { cards, rows, metrics, in_row }
    }

    /// Every requested line, in order.
    pub(super) fn lines(&self, requests: &[LineRequest]) -> Vec<Line> {
        let ways: Vec<Way> = requests.iter().map(|line| self.way(line.from, line.to)).collect();
        let ports = self.ports(&ways);
        let lanes = self.lanes(&ways);
        let tracks = tracks(&ways, self.rows);
        let shaped = ways.iter().zip(requests).enumerate();
        let line = |(index, (way, request)): (usize, (&Way, &LineRequest))| {
            let points = self.points(way, ports[index], &lanes[index]);
            let path = match request.kind {
                LineKind::Dotted => angled(&points, &tracks[index], self.metrics.corner),
                LineKind::Informal(_) => curved(&points, &tracks[index]),
            };
            Line { request: Some(index), ends: (request.from, request.to), path }
        };
        shaped.map(line).collect()
    }

    /// A right-angled way from one card's lower edge to another's upper edge.
    pub(super) fn right_angled(&self, from: usize, to: usize) -> Path {
        let way = self.way(from, to);
        let middle = |card: usize| self.cards[card].center().x;
        let lanes: Vec<f32> = way.gaps.iter().map(|gap| self.lane(*gap, 0.5)).collect();
        let points = self.points(&way, (middle(from), middle(to)), &lanes);
        angled(&points, &vec![0.5; points.len()], self.metrics.corner)
    }

    pub(super) fn way(&self, from: usize, to: usize) -> Way {
        let (row, end) = (self.rows[from], self.rows[to]);
        let shape = match row.cmp(&end) {
            std::cmp::Ordering::Equal if self.are_neighbors(from, to) => Shape::Beside,
            std::cmp::Ordering::Equal => Shape::Over,
            std::cmp::Ordering::Less => Shape::Down,
            std::cmp::Ordering::Greater => Shape::Up,
        };
        let between: Vec<i32> = match shape {
            Shape::Beside | Shape::Over => Vec::new(),
            Shape::Down => (row + 1..end).collect(),
            Shape::Up => (end + 1..row).rev().collect(),
        };
        let mut x = self.cards[from].center().x;
        let target = self.cards[to].center().x;
        let mut gaps = Vec::with_capacity(between.len());
        for (step, row) in between.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a chart has fewer rows than 2^24")]
            let share = 1.0 / (between.len() - step + 1) as f32;
            let gap = self.nearest_gap(*row, x + (target - x) * share, x, target);
            x = self.lane(gap, 0.5);
            gaps.push(gap);
        }
        Way { from, to, shape, gaps }
    }

    fn are_neighbors(&self, one: usize, other: usize) -> bool {
        let row = &self.in_row[&self.rows[one]];
        let place = |card: usize| row.iter().position(|other| *other == card).unwrap_or(0);
        place(one).abs_diff(place(other)) == 1
    }

    /// The gap of a row whose detour is smallest.
    pub(super) fn nearest_gap(&self, row: i32, ideal: f32, from: f32, to: f32) -> Gap {
        let Some(cards) = self.in_row.get(&row) else {
            return (row, 0);
        };
        let right_of = cards.partition_point(|card| self.cards[*card].center().x < ideal);
        let detour = |gap: usize| {
            let x = self.lane((row, gap), 0.5);
            (x - from).abs() + (to - x).abs() + (x - ideal).abs() * 0.25
        };
        let near = right_of.saturating_sub(1)..=(right_of + 1).min(cards.len());
        let best = near.min_by(|one, other| detour(*one).total_cmp(&detour(*other)));
        (row, best.unwrap_or(0))
    }

    /// The place in a gap at `share` of its width.
    pub(super) fn lane(&self, (row, gap): Gap, share: f32) -> f32 {
        let Some(cards) = self.in_row.get(&row) else {
            return 0.0;
        };
        let reach = self.metrics.branch_gap;
        let left = gap.checked_sub(1).and_then(|card| cards.get(card)).map(|card| self.cards[*card].right());
        let right = cards.get(gap).map(|card| self.cards[*card].x);
        let (left, right) = match (left, right) {
            (Some(left), Some(right)) => (left, right),
            (Some(left), None) => (left, left + reach),
            (None, Some(right)) => (right - reach, right),
            (None, None) => (0.0, 0.0),
        };
        // Wide gaps are used near their left end, where the trunk of what follows is not.
        let margin = ((right - left) * 0.2).min(self.metrics.corner);
        left + margin + (right - left - 2.0 * margin) * share
    }

    /// Where each line leaves and enters: beside the middle, which the reporting line has.
    fn ports(&self, ways: &[Way]) -> Vec<(f32, f32)> {
        let mut at_edge: BTreeMap<Edge, Vec<(f32, usize, bool)>> = BTreeMap::new();
        for (index, way) in ways.iter().enumerate() {
            let first = way.gaps.first().map_or(self.cards[way.to].center().x, |gap| self.lane(*gap, 0.5));
            let last = way.gaps.last().map_or(self.cards[way.from].center().x, |gap| self.lane(*gap, 0.5));
            let (leaves_below, enters_below) = match way.shape {
                Shape::Down => (true, false),
                Shape::Up => (false, true),
                Shape::Over | Shape::Beside => (false, false),
            };
            if way.shape == Shape::Beside {
                continue;
            }
            let right = first >= self.cards[way.from].center().x;
            at_edge.entry((way.from, leaves_below, right)).or_default().push((first, index, true));
            let right = last > self.cards[way.to].center().x;
            at_edge.entry((way.to, enters_below, right)).or_default().push((last, index, false));
        }
        let mut ports = vec![(0.0, 0.0); ways.len()];
        for ((card, _, is_right), mut lines) in at_edge {
            lines.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let rect = &self.cards[card];
            let (start, width) = if is_right { (0.54, 0.40) } else { (0.06, 0.40) };
            #[expect(clippy::cast_precision_loss, reason = "fewer lines on a card than 2^24")]
            let count = lines.len() as f32 + 1.0;
            for (place, (_, index, is_start)) in (1_u16..).zip(lines) {
                let x = rect.x + rect.width * (start + width * f32::from(place) / count);
                if is_start {
                    ports[index].0 = x;
                } else {
                    ports[index].1 = x;
                }
            }
        }
        ports
    }

    /// The place of each line in each gap it passes: side by side, in the order they come.
    fn lanes(&self, ways: &[Way]) -> Vec<Vec<f32>> {
        let mut in_gap: BTreeMap<Gap, Vec<(f32, usize, usize)>> = BTreeMap::new();
        for (index, way) in ways.iter().enumerate() {
            for (step, gap) in way.gaps.iter().enumerate() {
                let aim = self.cards[way.from].center().x + self.cards[way.to].center().x;
                in_gap.entry(*gap).or_default().push((aim, index, step));
            }
        }
        let mut lanes: Vec<Vec<f32>> = ways.iter().map(|way| vec![0.0; way.gaps.len()]).collect();
        for (gap, mut lines) in in_gap {
            lines.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            #[expect(clippy::cast_precision_loss, reason = "fewer lines in a gap than 2^24")]
            let count = lines.len() as f32 + 1.0;
            for (place, (_, index, step)) in (1_u16..).zip(lines) {
                lanes[index][step] = self.lane(gap, f32::from(place) / count);
            }
        }
        lanes
    }

    /// The points at which a line between neighbors of one row begins and ends.
    pub(super) fn beside(&self, from: usize, to: usize) -> [CanvasPos; 2] {
        let (from, to) = (&self.cards[from], &self.cards[to]);
        let is_right = to.x > from.x;
        let (x1, x2) = if is_right { (from.right(), to.x) } else { (from.x, to.right()) };
        // Two lines between the same neighbors keep apart.
        let y = from.y + from.height * if is_right { 0.4 } else { 0.6 };
        [CanvasPos::new(x1, y), CanvasPos::new(x2, y)]
    }

    /// The points at which a line crosses from card to channel and from channel to gap.
    fn points(&self, way: &Way, (leaves, enters): (f32, f32), lanes: &[f32]) -> Vec<CanvasPos> {
        let (from, to) = (&self.cards[way.from], &self.cards[way.to]);
        if way.shape == Shape::Beside {
            return self.beside(way.from, way.to).to_vec();
        }
        let is_down = way.shape == Shape::Down;
        let mut points = vec![CanvasPos::new(leaves, if is_down { from.bottom() } else { from.y })];
        for (gap, x) in way.gaps.iter().zip(lanes) {
            #[expect(clippy::cast_precision_loss, reason = "a chart has fewer rows than 2^24")]
            let top = gap.0 as f32 * self.metrics.row_pitch();
            let bottom = top + self.metrics.card_height;
            let (enter, leave) = if is_down { (top, bottom) } else { (bottom, top) };
            points.extend([CanvasPos::new(*x, enter), CanvasPos::new(*x, leave)]);
        }
        let enters_top = way.shape != Shape::Up;
        points.push(CanvasPos::new(enters, if enters_top { to.y } else { to.bottom() }));
        if way.shape == Shape::Over {
            // The channel above the row, marked by a point of its own.
            let y = from.y - self.metrics.row_gap * 0.9;
            points.insert(1, CanvasPos::new(f32::midpoint(leaves, enters), y));
        }
        points
    }
}

/// At which share of a channel's height each line turns, so that lines do not lie on each other.
fn tracks(ways: &[Way], rows: &[i32]) -> Vec<Vec<f32>> {
    let mut used: BTreeMap<i32, u16> = BTreeMap::new();
    let mut next = |channel: i32| {
        let count = used.entry(channel).or_default();
        *count += 1;
        // The golden ratio spreads any number of lines evenly.
        0.24 + 0.52 * (f32::from(*count) * 0.618_034).fract()
    };
    ways.iter()
        .map(|way| {
            let step = if way.shape == Shape::Up { -1 } else { 1 };
            (0..=way.gaps.len()).zip(0_i32..).map(|(_, channel)| next(rows[way.from] + step * channel)).collect()
        })
        .collect()
}

/// S-curves in the channels, straight lines through the gaps.
pub(super) fn curved(points: &[CanvasPos], tracks: &[f32]) -> Path {
    if let [start, over, end] = points {
        let lift = over.y;
        let (one, two) = (CanvasPos::new(start.x, lift), CanvasPos::new(end.x, lift));
        return Path(vec![Segment::Move(*start), Segment::Cubic(one, two, *end)]);
    }
    let mut path = Path::default();
    for (piece, pair) in points.chunks(2).enumerate() {
        let [from, to] = [pair[0], pair[pair.len() - 1]];
        if piece == 0 {
            path.0.push(Segment::Move(from));
        } else {
            path.0.push(Segment::Line(from));
        }
        let y = from.y + (to.y - from.y) * tracks.get(piece).copied().unwrap_or(0.5);
        path.0.push(Segment::Cubic(CanvasPos::new(from.x, y), CanvasPos::new(to.x, y), to));
    }
    path
}

/// Right angles with round corners.
fn angled(points: &[CanvasPos], tracks: &[f32], corner: f32) -> Path {
    let mut corners: Vec<CanvasPos> = Vec::new();
    if let [start, over, end] = points {
        corners.extend([*start, CanvasPos::new(start.x, over.y), CanvasPos::new(end.x, over.y), *end]);
    } else {
        for (piece, pair) in points.chunks(2).enumerate() {
            let [from, to] = [pair[0], pair[pair.len() - 1]];
            let y = from.y + (to.y - from.y) * tracks.get(piece).copied().unwrap_or(0.5);
            corners.extend([from, CanvasPos::new(from.x, y), CanvasPos::new(to.x, y), to]);
        }
    }
    rounded(&corners, corner)
}

/// A run of straight lines with its corners rounded on the inner side.
pub(super) fn rounded(corners: &[CanvasPos], radius: f32) -> Path {
    let mut path = Path::default();
    let Some(first) = corners.first() else {
        return path;
    };
    path.0.push(Segment::Move(*first));
    for [before, at, after] in corners.array_windows::<3>() {
        let towards = |target: &CanvasPos| {
            let (dx, dy) = (target.x - at.x, target.y - at.y);
            let length = dx.hypot(dy);
            let share = if length > 0.0 { (radius / length).min(0.5) } else { 0.0 };
            CanvasPos::new(at.x + dx * share, at.y + dy * share)
        };
        path.0.push(Segment::Line(towards(before)));
        path.0.push(Segment::Cubic(*at, *at, towards(after)));
    }
    if let Some(last) = corners.last() {
        path.0.push(Segment::Line(*last));
    }
    path
}
