//! What of a layout lies in a rectangle, without looking at all of it.

use super::{CanvasPos, CanvasRect, Layout, Line};

/// Width of a stripe, in points. A chart is much wider than high, so stripes are all it takes.
const STRIPE: f32 = 1024.0;

/// Cards and lines by upright stripes of the canvas.
#[derive(Clone, Debug, Default)]
pub struct Index {
    left: f32,
    cards: Vec<Vec<u32>>,
    reporting: Vec<Vec<u32>>,
    lines: Vec<Vec<u32>>,
    /// The rectangles round the lines, in the layout's order.
    reporting_bounds: Vec<CanvasRect>,
    line_bounds: Vec<CanvasRect>,
}

impl Index {
    /// The index of a layout. Cost: O(cards and lines, times the stripes each crosses).
    pub fn of(layout: &Layout) -> Self {
        let bounds = |lines: &[Line]| lines.iter().map(|line| line.path.bounds().unwrap_or_default()).collect();
        let (reporting_bounds, line_bounds): (Vec<CanvasRect>, Vec<CanvasRect>) =
            (bounds(&layout.reporting), bounds(&layout.lines));
        let left = layout.bounds.x;
        Self {
            left,
            cards: stripes(left, layout.bounds.width, layout.cards.iter()),
            reporting: stripes(left, layout.bounds.width, reporting_bounds.iter()),
            lines: stripes(left, layout.bounds.width, line_bounds.iter()),
            reporting_bounds,
            line_bounds,
        }
    }

    /// The cards that touch `area`, in the layout's order.
    pub fn cards_in(&self, layout: &Layout, area: &CanvasRect) -> Vec<usize> {
        found(&self.cards, self.left, area, |card| layout.cards.get(card))
    }

    /// The reporting lines that touch `area`.
    pub fn reporting_in(&self, area: &CanvasRect) -> Vec<usize> {
        found(&self.reporting, self.left, area, |line| self.reporting_bounds.get(line))
    }

    /// The other lines that touch `area`.
    pub fn lines_in(&self, area: &CanvasRect) -> Vec<usize> {
        found(&self.lines, self.left, area, |line| self.line_bounds.get(line))
    }

    /// The card at a point.
    pub fn card_at(&self, layout: &Layout, pos: CanvasPos) -> Option<usize> {
        let point = CanvasRect { x: pos.x, y: pos.y, width: 0.0, height: 0.0 };
        self.cards_in(layout, &point.expanded(0.5)).into_iter().rev().find(|card| layout.cards[*card].contains(pos))
    }
}

fn stripe_of(left: f32, x: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 0 is the first stripe")]
    let stripe = ((x - left) / STRIPE).max(0.0) as usize;
    stripe
}

fn stripes<'a>(left: f32, width: f32, rects: impl Iterator<Item = &'a CanvasRect>) -> Vec<Vec<u32>> {
    let last = stripe_of(0.0, width);
    let mut stripes = vec![Vec::new(); last + 1];
    for (number, rect) in (0_u32..).zip(rects) {
        let crossed = stripe_of(left, rect.x).min(last)..=stripe_of(left, rect.right()).min(last);
        stripes[crossed].iter_mut().for_each(|stripe| stripe.push(number));
    }
    stripes
}

fn found<'a>(
    stripes: &[Vec<u32>],
    left: f32,
    area: &CanvasRect,
    rect: impl Fn(usize) -> Option<&'a CanvasRect>,
) -> Vec<usize> {
    let first = stripe_of(left, area.x).min(stripes.len());
    let last = (stripe_of(left, area.right()) + 1).min(stripes.len());
    let touched = stripes.get(first..last).unwrap_or_default().iter().flatten().map(|number| *number as usize);
    let mut found: Vec<usize> =
        touched.filter(|number| rect(*number).is_some_and(|rect| rect.overlaps(area))).collect();
    found.sort_unstable();
    found.dedup();
    found
}
