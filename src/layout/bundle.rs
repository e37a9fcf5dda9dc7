//! Lines bundled along the tree: what goes to one branch goes there on one way.
//!
//! A line passes every row beside those who stand above its lower end, so that lines to one branch
//! share their gaps, and runs along the channels side by side with all that run there. As with
//! single lines, all points of a piece stand in one channel or gap, so none touches a card.
//!
//! Source: Holten 2006 (hierarchical edge bundles), on the channels of the chart in place of splines.

use super::LineRequest;
use super::blocks::Forest;
use super::chart::Placed;
use super::geometry::{CanvasPos, Path};
use super::lanes::{lanes, ports, top_of, tracks};
use super::route::{Router, Shape, Way, rounded};

/// More lines are not bundled: nobody can follow them, and they would cost more than the chart.
const LINES: usize = 2_000;

/// How many times longer than the climb a run must be to go up for it.
const CLIMB: f32 = 2.0;

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
    let lanes = lanes(router, &routes);
    let ports = ports(router, &routes, &lanes);
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
pub(super) struct Route {
    pub(super) way: Way,
    pub(super) passes: Vec<Pass>,
}

/// How a way passes a gap.
#[derive(Clone, Copy)]
pub(super) struct Pass {
    pub(super) is_down: bool,
    /// Whether it keeps to the gap's right end.
    pub(super) at_right_end: bool,
}

/// A stretch of a way that lies in one channel.
pub(super) struct Piece {
    pub(super) channel: i32,
    pub(super) from: CanvasPos,
    pub(super) to: CanvasPos,
    /// Whether the line comes from above, and whether it leaves upward.
    pub(super) is_above: (bool, bool),
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

    /// Whether it leaves from the lower edge of its first card, and enters the lower edge of its last.
    pub(super) fn is_below(&self) -> (bool, bool) {
        (self.way.shape == Shape::Down, self.way.shape == Shape::Up)
    }

    /// The pieces between its ends and the gaps it passes; none between neighbors.
    fn pieces(&self, router: &Router<'_>, (leaves, enters): (f32, f32), lanes: &[f32]) -> Vec<Piece> {
        if self.way.shape == Shape::Beside {
            return Vec::new();
        }
        let (leaves_below, enters_below) = self.is_below();
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

/// The corners of a way that runs along its channels at these heights.
fn corners(pieces: &[Piece], tracks: &[f32]) -> Vec<CanvasPos> {
    let corner = |(piece, y): (&Piece, &f32)| {
        [piece.from, CanvasPos::new(piece.from.x, *y), CanvasPos::new(piece.to.x, *y), piece.to]
    };
    pieces.iter().zip(tracks).flat_map(corner).collect()
}
