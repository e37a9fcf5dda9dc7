//! Cards pushed apart until none stands on another, each as near its place as it can.

use std::collections::BTreeMap;

use super::geometry::CanvasRect;
use super::nearby::Grid;

/// Rounds of pushing; what is left then is put on the nearest free place.
const ROUNDS: usize = 60;

/// Cards nearer than the gap are pushed so much further apart, in points, so that pushing ends, and what was pushed
/// apart once is never pushed again for nothing.
const HAIR: f32 = 0.5;

/// Moves the cards that are not `fixed` until any two have at least `gap` points between them. Fixed ones stay exactly
/// where they are. Who stands free does not move. Cost: O(cards) a round.
///
/// Source: in the manner of PRISM (Gansner, Hu 2010): overlapping neighbors move along the line between their middles.
pub(super) fn spread(cards: &mut [CanvasRect], is_fixed: &[bool], gap: f32) {
    for _ in 0..ROUNDS {
        if !push(cards, is_fixed, gap + HAIR) {
            break;
        }
    }
    put_rest(cards, is_fixed, gap);
}

/// One round; gives whether anything was in the way.
fn push(cards: &mut [CanvasRect], is_fixed: &[bool], gap: f32) -> bool {
    let wide: Vec<CanvasRect> = cards.iter().map(|card| card.expanded(gap / 2.0)).collect();
    let grid = Grid::of(&wide);
    let mut is_moved = false;
    let mut near = Vec::new();
    for one in 0..cards.len() {
        near.clear();
        grid.visit(&wide[one], |other| {
            if other > one && !(is_fixed[one] && is_fixed[other]) && wide[one].overlaps(&wide[other]) {
                near.push(other);
            }
        });
        near.sort_unstable();
        near.dedup();
        for other in near.iter().copied() {
            if let Some((x, y)) = parted(&cards[one], &cards[other], gap) {
                is_moved = true;
                let (own, theirs) = match (is_fixed[one], is_fixed[other]) {
                    (true, _) => (0.0, 1.0),
                    (_, true) => (1.0, 0.0),
                    _ => (0.5, 0.5),
                };
                cards[one].x -= x * own;
                cards[one].y -= y * own;
                cards[other].x += x * theirs;
                cards[other].y += y * theirs;
            }
        }
    }
    is_moved
}

/// How far the second card must move off the first.
fn parted(one: &CanvasRect, other: &CanvasRect, gap: f32) -> Option<(f32, f32)> {
    let (from, to) = (one.center(), other.center());
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let across = f32::midpoint(one.width, other.width) + gap - dx.abs();
    let down = f32::midpoint(one.height, other.height) + gap - dy.abs();
    if across <= HAIR || down <= HAIR {
        return None;
    }
    // The shorter way off, with a little of the other so that rows and columns do not jam.
    let (right, low) = (if dx < 0.0 { -1.0 } else { 1.0 }, if dy < 0.0 { -1.0 } else { 1.0 });
    Some(if across < down {
        (across * right, down.min(across) * 0.1 * low)
    } else {
        (across.min(down) * 0.1 * right, down * low)
    })
}

/// Cards that are still in the way, put on the nearest free place beside, above or below another card.
fn put_rest(cards: &mut [CanvasRect], is_fixed: &[bool], gap: f32) {
    let mut placed = Placed::default();
    let (fixed, free): (Vec<usize>, Vec<usize>) = (0..cards.len()).partition(|card| is_fixed[*card]);
    fixed.iter().for_each(|card| placed.put(cards[*card]));
    for card in free {
        if !placed.is_free(&cards[card], gap) {
            cards[card] = placed.nearest_free(cards[card], gap);
        }
        placed.put(cards[card]);
    }
}

/// Side of a cell, in points.
const CELL: f32 = 256.0;

/// Cards that stand, by cells.
#[derive(Default)]
struct Placed {
    cells: BTreeMap<(i32, i32), Vec<usize>>,
    list: Vec<CanvasRect>,
}

impl Placed {
    fn put(&mut self, card: CanvasRect) {
        for cell in cells(&card) {
            self.cells.entry(cell).or_default().push(self.list.len());
        }
        self.list.push(card);
    }

    fn is_free(&self, card: &CanvasRect, gap: f32) -> bool {
        let wide = card.expanded(gap - 0.05);
        let in_cell = |cell| self.cells.get(&cell).into_iter().flatten();
        cells(&wide).all(|cell| in_cell(cell).all(|other| !self.list[*other].overlaps(&wide)))
    }

    /// The nearest of the places beside, above and below the cards around.
    fn nearest_free(&self, card: CanvasRect, gap: f32) -> CanvasRect {
        let mut reach = 2.0 * CELL;
        // Beyond the outermost card there is room, so the search ends.
        for _ in 0..24 {
            let around = card.expanded(reach);
            let near = self.list.iter().filter(|other| other.overlaps(&around));
            let places = near.flat_map(|other| beside(&card, other, gap)).filter(|place| self.is_free(place, gap));
            let far = |place: &CanvasRect| (place.x - card.x).abs() + (place.y - card.y).abs();
            if let Some(best) = places.min_by(|one, other| far(one).total_cmp(&far(other))) {
                return best;
            }
            reach *= 2.0;
        }
        card
    }
}

/// The places next to `other`: level with the card's own place, or with the other card.
fn beside(card: &CanvasRect, other: &CanvasRect, gap: f32) -> [CanvasRect; 8] {
    let (left, right) = (other.x - gap - card.width, other.right() + gap);
    let (above, below) = (other.y - gap - card.height, other.bottom() + gap);
    [
        (left, card.y),
        (right, card.y),
        (card.x, above),
        (card.x, below),
        (left, other.y),
        (right, other.y),
        (other.x, above),
        (other.x, below),
    ]
    .map(|(x, y)| CanvasRect { x, y, ..*card })
}

fn cells(card: &CanvasRect) -> impl Iterator<Item = (i32, i32)> + use<> {
    #[expect(clippy::cast_possible_truncation, reason = "a place on the canvas")]
    let cell = |place: f32| (place / CELL).floor() as i32;
    let (columns, rows) = (cell(card.x)..=cell(card.right()), cell(card.y)..=cell(card.bottom()));
    columns.flat_map(move |column| rows.clone().map(move |row| (column, row)))
}
