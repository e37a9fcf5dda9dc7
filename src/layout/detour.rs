//! The shortest way round cards, from corner to corner.
//!
//! Only the corners of cards that stand in the way are looked at (a visibility graph made as it is needed), so a
//! search costs by what lies between its ends and not by the size of the picture.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::geometry::CanvasPos;
use super::nearby::Nearby;

/// How many corners a search looks at before it gives up, and how much more than the way behind it the way ahead counts:
/// first a way that is nearly the shortest, then any that leads on.
const SEARCHES: [(usize, f32); 2] = [(250, 1.15), (2_000, 2.5)];

/// How many cards that stand in the way of one corner are gone round.
const BLOCKERS: usize = 10;

/// What a bend costs, in points of length: few bends read better than the last point saved.
const BEND: f32 = 16.0;

/// What a corner costs that a line between the same two cards has.
const TAKEN: f32 = 120.0;

/// How far from a card's margin its corners stand.
const CLEAR: f32 = 0.2;

const START: usize = 0;
const GOAL: usize = 1;

/// Finds ways; keeps its tables from one search to the next.
pub(super) struct Detours<'a> {
    near: &'a Nearby<'a>,
    cost: Vec<f32>,
    before: Vec<usize>,
    touched: Vec<usize>,
    is_done: Vec<bool>,
    /// How many ways bend at each corner already.
    used: Vec<u8>,
    /// How much more than the way behind the way ahead counts.
    haste: f32,
}

/// What a way goes between.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    /// The two cards.
    pub(super) own: (usize, usize),
    /// Where it begins and ends.
    pub(super) at: (CanvasPos, CanvasPos),
}

impl<'a> Detours<'a> {
    pub(super) fn new(near: &'a Nearby<'a>) -> Self {
        let count = 2 + near.cards.len() * 4;
        Self {
            near,
            cost: vec![f32::INFINITY; count],
            before: vec![START; count],
            touched: Vec::new(),
            is_done: vec![false; count],
            used: vec![0; count],
            haste: 1.0,
        }
    }

    /// The corners a way bends at, none of `taken` where that can be helped; `None` where no way was found.
    pub(super) fn way(&mut self, ends: Ends, taken: &[usize]) -> Option<Vec<usize>> {
        SEARCHES.into_iter().find_map(|(limit, haste)| {
            self.haste = haste;
            self.search(ends, taken, limit)
        })
    }

    /// A search from corner to corner (A*), past at most `limit` of them.
    fn search(&mut self, ends: Ends, taken: &[usize], limit: usize) -> Option<Vec<usize>> {
        for node in self.touched.drain(..) {
            self.cost[node] = f32::INFINITY;
            self.is_done[node] = false;
        }
        self.touched.push(START);
        self.cost[START] = 0.0;
        // Lengths of at least 0 order by their bits as by their value.
        let mut open = BinaryHeap::from([Reverse((0_u32, START))]);
        let mut expanded = 0;
        while let Some(Reverse((_, node))) = open.pop() {
            if node == GOAL {
                return Some(self.corners_back());
            }
            if std::mem::replace(&mut self.is_done[node], true) {
                continue;
            }
            expanded += 1;
            if expanded > limit {
                return None;
            }
            self.expand(node, ends, taken, &mut open);
        }
        None
    }

    fn expand(&mut self, node: usize, ends: Ends, taken: &[usize], open: &mut BinaryHeap<Reverse<(u32, usize)>>) {
        let here = self.place(node, ends);
        let Some(first) = self.near.first_hit(here, ends.at.1, ends.own) else {
            self.reach(GOAL, node, ends, 0.0, open);
            return;
        };
        let mut blockers = vec![first];
        let mut next = 0;
        while let Some(card) = blockers.get(next).copied() {
            next += 1;
            for corner in (0..4).map(|side| 2 + card * 4 + side) {
                if self.is_done[corner] {
                    continue;
                }
                match self.near.first_hit(here, self.place(corner, ends), ends.own) {
                    None => {
                        let extra = if taken.contains(&corner) { BEND + TAKEN } else { BEND };
                        self.reach(corner, node, ends, extra, open);
                    }
                    Some(other) if blockers.len() < BLOCKERS && !blockers.contains(&other) => blockers.push(other),
                    Some(_) => {}
                }
            }
        }
    }

    fn reach(
        &mut self,
        node: usize,
        before: usize,
        ends: Ends,
        extra: f32,
        open: &mut BinaryHeap<Reverse<(u32, usize)>>,
    ) {
        let (here, there) = (self.place(before, ends), self.place(node, ends));
        let cost = self.cost[before] + distance(here, there) + extra;
        if cost < self.cost[node] {
            self.cost[node] = cost;
            self.before[node] = before;
            self.touched.push(node);
            open.push(Reverse(((cost + distance(there, ends.at.1) * self.haste).to_bits(), node)));
        }
    }

    fn corners_back(&self) -> Vec<usize> {
        let mut corners = Vec::new();
        let mut node = self.before[GOAL];
        while node != START {
            corners.push(node);
            node = self.before[node];
        }
        corners.reverse();
        corners
    }

    fn place(&self, node: usize, ends: Ends) -> CanvasPos {
        match node {
            START => ends.at.0,
            GOAL => ends.at.1,
            corner => self.corner(corner, 0.0),
        }
    }

    /// A corner, so far outside the margin.
    fn corner(&self, corner: usize, out: f32) -> CanvasPos {
        let rect = self.near.padded[(corner - 2) / 4].expanded(CLEAR + out);
        let side = (corner - 2) % 4;
        CanvasPos::new(
            if side.is_multiple_of(2) { rect.x } else { rect.right() },
            if side < 2 { rect.y } else { rect.bottom() },
        )
    }

    /// The points of a way. Ways round the same corner run side by side where there is room.
    pub(super) fn points(&mut self, ends: Ends, corners: &[usize]) -> Vec<CanvasPos> {
        let mut points = vec![ends.at.0];
        for corner in corners {
            let lane = self.used[*corner] % 3;
            self.used[*corner] = self.used[*corner].wrapping_add(1);
            let aside = self.corner(*corner, f32::from(lane) * 2.5);
            let before = points[points.len() - 1];
            let is_free = lane == 0 || self.near.first_hit(before, aside, ends.own).is_none();
            points.push(if is_free { aside } else { self.corner(*corner, 0.0) });
        }
        points.push(ends.at.1);
        if self.near.hits(&points, ends.own, 1) > 0 {
            let inner = corners.iter().map(|corner| self.corner(*corner, 0.0));
            points = std::iter::once(ends.at.0).chain(inner).chain([ends.at.1]).collect();
        }
        points
    }
}

/// How far two points are apart; the square root is the same on every machine, `hypot` is not.
pub(super) fn distance(one: CanvasPos, other: CanvasPos) -> f32 {
    let (dx, dy) = (other.x - one.x, other.y - one.y);
    (dx * dx + dy * dy).sqrt()
}
