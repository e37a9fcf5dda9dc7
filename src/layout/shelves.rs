//! Boxes of different sizes on shelves, high ones first.

use super::geometry::CanvasPos;
use super::overview::Sizes;

/// How much wider or narrower than the ideal the shelves are tried.
const TRIES: [f32; 7] = [1.0, 0.6, 0.75, 0.87, 1.15, 1.4, 1.8];

/// How far a block without anything below is drawn out to fill its shelf.
const STRETCH: f32 = 2.0;

/// Boxes on shelves.
pub(super) struct Shelves {
    /// Shelf by shelf the boxes with their widths, and the height of the shelf.
    shelves: Vec<(Vec<(usize, f32)>, f32)>,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Shelves {
    /// The boxes of `items` on shelves no narrower than `least`, together about `shape` times as wide as
    /// high. Cost: O(n log n).
    pub(super) fn of(items: &[usize], boxes: &[(f32, f32)], sizes: &Sizes, shape: f32, least: f32) -> Self {
        let mut items = items.to_vec();
        // A stable order: of equal heights in the order given.
        items.sort_by(|one, other| boxes[*other].1.total_cmp(&boxes[*one].1));
        let area: f32 = items.iter().map(|item| (boxes[*item].0 + sizes.gap) * (boxes[*item].1 + sizes.gap)).sum();
        let widest = items.iter().map(|item| boxes[*item].0).fold(least, f32::max);
        let ideal = (area * shape).sqrt();
        let mut best: Option<(f32, f32)> = None;
        for share in TRIES {
            let target = (ideal * share).max(widest);
            let (mut width, mut height) = (0.0_f32, 0.0);
            fill(&items, boxes, sizes.gap, target, |_, length, tallest| {
                width = width.max(length);
                height += tallest + sizes.gap;
            });
            let fit = (width / shape).max(height);
            if best.is_none_or(|(least, _)| fit < least) {
                best = Some((fit, target));
            }
        }
        let target = best.map_or(widest, |(_, target)| target);
        let mut packed = Self { shelves: Vec::new(), width: 0.0, height: -sizes.gap };
        fill(&items, boxes, sizes.gap, target, |shelf, length, tallest| {
            packed.width = packed.width.max(length);
            packed.height += tallest + sizes.gap;
            packed.shelves.push((shelf.iter().map(|item| (*item, boxes[*item].0)).collect(), tallest));
        });
        packed.height = packed.height.max(0.0);
        packed
    }

    /// The boxes in the order in which they stand.
    pub(super) fn items(&self) -> impl Iterator<Item = usize> {
        self.shelves.iter().flat_map(|(shelf, _)| shelf.iter().map(|(item, _)| *item))
    }

    /// Corner and width of each box, drawn out to fill `width` from `corner` on.
    pub(super) fn spread(&self, sizes: &Sizes, corner: CanvasPos, width: f32) -> Vec<(usize, CanvasPos, f32)> {
        let mut placed = Vec::new();
        let mut y = corner.y;
        let mut in_columns: Option<f32> = None;
        for (shelf, height) in &self.shelves {
            let room = width - sizes.gap * super::cells::as_float(shelf.len().saturating_sub(1));
            let own: f32 = shelf.iter().map(|(_, width)| width).sum();
            let all = room / own;
            let stretch = if *height <= sizes.bar {
                // The shelves of single blocks make columns: the last one is not drawn out further.
                *in_columns.get_or_insert(all.min(STRETCH))
            } else {
                all
            };
            let mut x = corner.x;
            for (item, width) in shelf {
                let width = width * stretch;
                placed.push((*item, CanvasPos::new(x, y), width));
                x += width + sizes.gap;
            }
            y += height + sizes.gap;
        }
        placed
    }
}

/// Gives shelf by shelf the boxes that fit on `target`, with their length and the highest of them.
fn fill(items: &[usize], boxes: &[(f32, f32)], gap: f32, target: f32, mut shelf: impl FnMut(&[usize], f32, f32)) {
    let (mut start, mut length) = (0, 0.0);
    for (place, item) in items.iter().enumerate() {
        let (width, _) = boxes[*item];
        if place > start && length + gap + width > target {
            shelf(&items[start..place], length, boxes[items[start]].1);
            (start, length) = (place, width);
        } else {
            length += width + if place > start { gap } else { 0.0 };
        }
    }
    if let Some(first) = items.get(start) {
        shelf(&items[start..], length, boxes[*first].1);
    }
}
