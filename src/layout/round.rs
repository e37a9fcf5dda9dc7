//! Lines that go round cards which stand anywhere: straight, in an arc, or round the corners in the way.

use std::collections::BTreeMap;

use super::detour::{Detours, Ends, distance};
use super::geometry::{CanvasPos, CanvasRect, Path, Segment};
use super::nearby::Nearby;
use super::{Line, LineRequest};

/// Bends that are tried for a line, as parts of its length; what is bent more reads as a loop.
const BENDS: [f32; 11] = [0.0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.46, -0.46, 0.62, -0.62];

/// Lines longer than this are bent by the first five only: a wide arc crosses half the picture.
const LONG: f32 = 900.0;

/// Pieces an arc is cut into when it is tried.
const PIECES: u8 = 14;

/// Space between the beginnings of lines between the same two cards, in points.
const LANE: f32 = 12.0;

/// One line for each request, in its order, none through a card that is not one of its ends.
///
/// Lines end at the border of their cards. Those between the same two cards bend apart. Cost: a look at the cards
/// along the line, and a search between the corners of those that stand in its way.
/// Source: visibility graphs (Lozano-Perez, Wesley 1979), made as they are needed.
pub(super) fn lines_round(cards: &[CanvasRect], asked: &[LineRequest]) -> Vec<Line> {
    let near = Nearby::of(cards);
    let mut detours = Detours::new(&near);
    let mut bundles: BTreeMap<(usize, usize), Bundle> = BTreeMap::new();
    for line in asked {
        bundles.entry(pair(line)).or_default().lines += 1.0;
    }
    let mut lines = Vec::with_capacity(asked.len());
    for (request, line) in asked.iter().enumerate() {
        let bundle = bundles.entry(pair(line)).or_default();
        let aside = bundle.drawn - (bundle.lines - 1.0) / 2.0;
        bundle.drawn += 1.0;
        let path = Course::of(line, &near, aside, bundle.lines).path(&near, &mut detours, &mut bundle.taken);
        lines.push(Line { request: Some(request), ends: (line.from, line.to), path });
    }
    lines
}

fn pair(line: &LineRequest) -> (usize, usize) {
    (line.from.min(line.to), line.from.max(line.to))
}

/// The lines between the same two cards.
#[derive(Default)]
struct Bundle {
    lines: f32,
    drawn: f32,
    /// Corners these lines bend at already.
    taken: Vec<usize>,
}

/// A line before its way is chosen.
struct Course {
    own: (usize, usize),
    /// Where it would begin and end if cards were glass.
    from: CanvasPos,
    to: CanvasPos,
    /// A unit step to the side, the same for both directions.
    aside: CanvasPos,
    length: f32,
    /// The bend that is tried first.
    bend: f32,
}

impl Course {
    /// The course of one of `count` lines between two cards, `place` lines beside the middle one.
    fn of(line: &LineRequest, near: &Nearby<'_>, place: f32, count: f32) -> Self {
        let (low, high) = pair(line);
        let (start, end) = (near.cards[low].center(), near.cards[high].center());
        let length = distance(start, end);
        let aside = if length > 0.0 {
            CanvasPos::new((start.y - end.y) / length, (end.x - start.x) / length)
        } else {
            CanvasPos::default()
        };
        let lane = LANE.min(40.0 / count) * place;
        let bend = (0.16_f32).min(0.9 / count) * place;
        let shifted = |card: usize| {
            let (middle, rect) = (near.cards[card].center(), &near.cards[card]);
            // Lanes lie inside the card whatever way they are shifted.
            let (wide, high) = (rect.width * 0.45, rect.height * 0.45);
            CanvasPos::new(
                middle.x + (aside.x * lane).clamp(-wide, wide),
                middle.y + (aside.y * lane).clamp(-high, high),
            )
        };
        Self { own: (line.from, line.to), from: shifted(line.from), to: shifted(line.to), aside, length, bend }
    }

    fn path(&self, near: &Nearby<'_>, detours: &mut Detours<'_>, taken: &mut Vec<usize>) -> Path {
        let tried = if self.length > LONG { &BENDS[..5] } else { &BENDS[..] };
        for bend in tried {
            let arc = self.arc(self.bend + bend, near);
            if near.hits(&arc.points(), self.own, 1) == 0 {
                return arc.path();
            }
        }
        let ends = Ends { own: self.own, at: (self.from, self.to) };
        if let Some(corners) = detours.way(ends, taken) {
            let points = self.clipped(detours.points(ends, &corners), near);
            taken.extend(corners);
            return smooth(&points, near, self.own);
        }
        let arcs = BENDS.iter().map(|bend| self.arc(self.bend + bend, near));
        let best = arcs.min_by_key(|arc| near.hits(&arc.points(), self.own, usize::MAX));
        best.map(|arc| arc.path()).unwrap_or_default()
    }

    /// The arc with this bend, from border to border.
    fn arc(&self, bend: f32, near: &Nearby<'_>) -> Arc {
        let reach = bend * self.length;
        let over = CanvasPos::new(
            f32::midpoint(self.from.x, self.to.x) + self.aside.x * reach,
            f32::midpoint(self.from.y, self.to.y) + self.aside.y * reach,
        );
        let whole = Arc { from: self.from, over, to: self.to };
        let (from, to) = (&near.cards[self.own.0], &near.cards[self.own.1]);
        let leaves = border(|t| from.contains(whole.at(t)));
        let enters = 1.0 - border(|t| to.contains(whole.at(1.0 - t)));
        // Cards that stand on each other are joined from middle to middle.
        if leaves < enters { whole.part(leaves, enters) } else { whole }
    }

    /// A run of points, cut off where it leaves the first card and enters the last.
    fn clipped(&self, mut points: Vec<CanvasPos>, near: &Nearby<'_>) -> Vec<CanvasPos> {
        let last = points.len() - 1;
        let (from, to) = (&near.cards[self.own.0], &near.cards[self.own.1]);
        // Corners inside the line's own cards only lead to the border.
        let first = points.iter().rposition(|point| from.contains(*point)).unwrap_or(0).min(last - 1);
        let end = points.iter().position(|point| to.contains(*point)).unwrap_or(last).max(first + 1);
        points[first] = on_border(points[first], points[first + 1], from);
        points[end] = on_border(points[end], points[end - 1], to);
        points.truncate(end + 1);
        points.drain(..first);
        points
    }
}

/// Where the straight line from `inside` to `outside` crosses the border.
fn on_border(inside: CanvasPos, outside: CanvasPos, rect: &CanvasRect) -> CanvasPos {
    let leaves = border(|t| rect.contains(between(inside, outside, t)));
    between(inside, outside, leaves)
}

/// The last place from 0 on that is still inside.
fn border(is_inside: impl Fn(f32) -> bool) -> f32 {
    let mut low = 0.0;
    let mut high = 1.0;
    for step in 1..=16_u8 {
        let t = f32::from(step) / 16.0;
        if !is_inside(t) {
            high = t;
            break;
        }
        low = t;
    }
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        if is_inside(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn between(from: CanvasPos, to: CanvasPos, t: f32) -> CanvasPos {
    CanvasPos::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t)
}

/// A curve with one control point.
#[derive(Clone, Copy)]
struct Arc {
    from: CanvasPos,
    over: CanvasPos,
    to: CanvasPos,
}

impl Arc {
    fn at(&self, t: f32) -> CanvasPos {
        between(between(self.from, self.over, t), between(self.over, self.to, t), t)
    }

    /// The part from `start` to `end` (de Casteljau).
    fn part(&self, start: f32, end: f32) -> Self {
        let over = between(between(self.from, self.over, start), between(self.over, self.to, start), end);
        Self { from: self.at(start), over, to: self.at(end) }
    }

    fn is_straight(&self) -> bool {
        let middle = between(self.from, self.to, 0.5);
        distance(middle, self.over) < 1.0
    }

    fn points(&self) -> Vec<CanvasPos> {
        let pieces = if self.is_straight() { 1 } else { PIECES };
        (0..=pieces).map(|piece| self.at(f32::from(piece) / f32::from(pieces))).collect()
    }

    fn path(&self) -> Path {
        let mut path = Path(vec![Segment::Move(self.from)]);
        path.0.push(if self.is_straight() { Segment::Line(self.to) } else { self.segment() });
        path
    }

    fn segment(&self) -> Segment {
        let third = 2.0 / 3.0;
        Segment::Cubic(between(self.from, self.over, third), between(self.to, self.over, third), self.to)
    }
}

/// A run of straight lines with its corners rounded as far as the cards allow.
fn smooth(points: &[CanvasPos], near: &Nearby<'_>, own: (usize, usize)) -> Path {
    let mut path = Path::default();
    for reach in [26.0, 14.0, 6.0] {
        path = rounded(points, reach);
        let flat: Vec<CanvasPos> = path.flattened(8).into_iter().flatten().collect();
        if flat.windows(2).all(|pair| is_clear(pair[0], pair[1], near, own)) {
            break;
        }
    }
    path
}

/// Whether the line keeps off the cards themselves; it may cut through their margins.
fn is_clear(from: CanvasPos, to: CanvasPos, near: &Nearby<'_>, own: (usize, usize)) -> bool {
    near.first_card(from, to, own).is_none()
}

/// Round corners that stay at most about `reach` / 2 inside them: a slight bend may begin early, a sharp one not.
fn rounded(points: &[CanvasPos], reach: f32) -> Path {
    let mut path = Path::default();
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return path;
    };
    path.0.push(Segment::Move(*first));
    for [before, at, after] in points.array_windows::<3>() {
        let (back, on) = (distance(*at, *before), distance(*at, *after));
        if back < 0.01 || on < 0.01 {
            continue;
        }
        let (one, other) = (between(*at, *before, 1.0 / back), between(*at, *after, 1.0 / on));
        // Half the cosine of half the angle between the two pieces, from the middle of two unit steps.
        let sharpness = distance(*at, between(one, other, 0.5)).max(0.02);
        let radius = (reach * 0.7 / sharpness).min(back / 2.0).min(on / 2.0);
        let (start, end) = (between(*at, *before, radius / back), between(*at, *after, radius / on));
        path.0.push(Segment::Line(start));
        path.0.push(Arc { from: start, over: *at, to: end }.segment());
    }
    path.0.push(Segment::Line(*last));
    path
}
