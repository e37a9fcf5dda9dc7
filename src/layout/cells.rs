//! Cards in a grid inside a cell, and the rectangle round a whole picture.

use super::geometry::{CanvasPos, CanvasRect};
use super::guide::{Guide, GuideShape};
use super::{LayoutRequest, Line};

/// Width to height of a screen.
pub(super) const SCREEN: f32 = 16.0 / 9.0;

/// Cards in columns of their own widths, filled row by row.
pub(super) struct Grid {
    widths: Vec<f32>,
    rows: usize,
    card_height: f32,
    gaps: (f32, f32),
}

impl Grid {
    /// `cards` in so many columns, none more than there are cards. Cost: O(cards).
    pub(super) fn of(request: &LayoutRequest, cards: &[usize], columns: usize) -> Self {
        let columns = columns.clamp(1, cards.len().max(1));
        let mut widths = vec![0.0_f32; columns];
        for (place, card) in cards.iter().enumerate() {
            let width = &mut widths[place % columns];
            *width = width.max(request.cards[*card].width);
        }
        let metrics = &request.metrics;
        // Room for a line to pass between any two cards.
        let gaps = (metrics.sibling_gap, metrics.sibling_gap);
        Self { widths, rows: cards.len().div_ceil(columns), card_height: metrics.card_height, gaps }
    }

    pub(super) fn width(&self) -> f32 {
        self.widths.iter().sum::<f32>() + self.gaps.0 * as_float(self.widths.len() - 1)
    }

    pub(super) fn height(&self) -> f32 {
        let rows = as_float(self.rows);
        rows * self.card_height + (rows - 1.0).max(0.0) * self.gaps.1
    }

    /// Puts the cards into `placed`, the first one at `corner`.
    pub(super) fn place(&self, request: &LayoutRequest, cards: &[usize], corner: CanvasPos, placed: &mut [CanvasRect]) {
        let mut y = corner.y;
        for row in cards.chunks(self.widths.len()) {
            let mut x = corner.x;
            for (card, width) in row.iter().zip(&self.widths) {
                let own = request.cards[*card].width;
                // In the middle of its column.
                placed[*card] = CanvasRect { x: x + (width - own) / 2.0, y, width: own, height: self.card_height };
                x += width + self.gaps.0;
            }
            y += self.card_height + self.gaps.1;
        }
    }
}

/// A count as a measure.
pub(super) fn as_float(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "fewer cards than 2^24")]
    let float = count as f32;
    float
}

/// The smallest rectangle round cards, lines and guides.
pub(super) fn bounds_of(cards: &[CanvasRect], lines: &[Line], guides: &[Guide]) -> CanvasRect {
    let around = super::chart::bounds(cards, lines.iter().map(|line| &line.path));
    guides.iter().map(around_guide).fold(around, |around, guide| around.union(&guide))
}

fn around_guide(guide: &Guide) -> CanvasRect {
    let point = |pos: &CanvasPos| CanvasRect { x: pos.x, y: pos.y, width: 0.0, height: 0.0 };
    match &guide.shape {
        GuideShape::Line(from, to) => point(from).union(&point(to)),
        GuideShape::Ring { center, radius } => point(center).expanded(*radius),
        GuideShape::Area { rect, .. } | GuideShape::Cell { rect, .. } => *rect,
    }
}
