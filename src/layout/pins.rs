//! Cards the user put somewhere: they take the nearest row, the rest makes room.

use super::geometry::CanvasRect;
use super::request::LayoutRequest;
use crate::theme::MapMetrics;

/// The row a pinned card takes: lines find their way only between rows.
pub(super) fn row_of_pin(y: f32, metrics: &MapMetrics) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "rounded, and pins are i32 points")]
    let row = (y / metrics.row_pitch()).round() as i32;
    row
}

/// Moves cards to the right with all below them, row by row, until none stands on another. Pinned
/// ones stay where they are wherever they can. Gives for each card whether it was moved away from
/// its place below its manager.
pub(super) fn make_room(request: &LayoutRequest, cards: &mut [CanvasRect], rows: &[i32]) -> Vec<bool> {
    let mut moved = vec![false; cards.len()];
    let gap = request.metrics.sibling_gap;
    let mut reports: Vec<Vec<usize>> = vec![Vec::new(); cards.len()];
    for (card, asked) in request.cards.iter().enumerate() {
        if let Some(manager) = asked.manager {
            reports[manager].push(card);
        }
    }
    let mut by_row: Vec<usize> = (0..cards.len()).collect();
    by_row.sort_by(|one, other| {
        (rows[*one].cmp(&rows[*other])).then(cards[*one].x.total_cmp(&cards[*other].x)).then(one.cmp(other))
    });
    for row in by_row.chunk_by(|one, other| rows[*one] == rows[*other]) {
        let (fixed, free): (Vec<usize>, Vec<usize>) = row.iter().partition(|card| request.cards[**card].pin.is_some());
        if fixed.is_empty() && !overlaps(&free, cards) {
            continue;
        }
        let mut taken: Vec<CanvasRect> = Vec::new();
        for card in fixed.into_iter().chain(free) {
            let place = first_free(cards[card], &taken, gap);
            let by = place - cards[card].x;
            if by > 0.0 {
                moved[card] = true;
                shift(card, by, &reports, request, cards);
            }
            taken.push(cards[card]);
            taken.sort_by(|one, other| one.x.total_cmp(&other.x));
        }
    }
    moved
}

/// Moves a card and all below it, those apart that the user put somewhere.
fn shift(card: usize, by: f32, reports: &[Vec<usize>], request: &LayoutRequest, cards: &mut [CanvasRect]) {
    let mut open = vec![card];
    while let Some(card) = open.pop() {
        cards[card].x += by;
        open.extend(reports[card].iter().filter(|report| request.cards[**report].pin.is_none()));
    }
}

fn overlaps(row: &[usize], cards: &[CanvasRect]) -> bool {
    row.windows(2).any(|pair| cards[pair[0]].right() > cards[pair[1]].x)
}

/// The first place from `card` on to the right that touches none of `taken`.
fn first_free(card: CanvasRect, taken: &[CanvasRect], gap: f32) -> f32 {
    let mut x = card.x;
    for other in taken {
        if x < other.right() + gap && other.x < x + card.width + gap {
            x = other.right() + gap;
        }
    }
    x
}
