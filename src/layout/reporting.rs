//! Reporting lines: right-angled, with one trunk shared by all reports of a manager.

use super::Line;
use super::blocks::{Block, Forest};
use super::chart::Placed;
use super::geometry::{CanvasPos, CanvasRect, Path, Segment};
use super::request::LayoutRequest;
use super::route::Router;
use crate::theme::MapMetrics;

/// A path for each manager, and one more for each report that stands elsewhere.
pub(super) fn lines(request: &LayoutRequest, forest: &Forest, placed: &Placed, router: &Router<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in forest.blocks.iter().filter(|block| !block.children.is_empty()) {
        let manager = block.cards[0];
        let mut path = Path::default();
        let mut first = None;
        let trunk = Trunk::of(&placed.cards[manager], &request.metrics);
        for child in &block.children {
            let child = &forest.blocks[*child];
            let sound: Vec<usize> = child.cards.iter().copied().filter(|card| !placed.is_displaced[*card]).collect();
            first = first.or_else(|| sound.first().copied());
            trunk.hang(&mut path, child, &sound, placed, &request.metrics);
        }
        if let Some(report) = first.filter(|_| placed.rows[manager] + 1 == placed.rows[first.unwrap_or(manager)]) {
            trunk.close(&mut path);
            lines.push(Line { request: None, ends: (manager, report), path });
        }
    }
    for (card, asked) in request.cards.iter().enumerate() {
        if let Some(manager) = asked.manager.filter(|_| placed.is_displaced[card]) {
            lines.push(Line { request: None, ends: (manager, card), path: router.right_angled(manager, card) });
        }
    }
    lines
}

/// The line that leaves a manager's card downwards, and the bus it feeds.
struct Trunk {
    x: f32,
    top: f32,
    bus: f32,
}

impl Trunk {
    fn of(manager: &CanvasRect, metrics: &MapMetrics) -> Self {
        let middle = manager.center().x;
        Self { x: middle, top: manager.bottom(), bus: manager.bottom() + metrics.row_gap / 2.0 }
    }

    /// Hangs one block below the bus.
    fn hang(&self, path: &mut Path, block: &Block, sound: &[usize], placed: &Placed, metrics: &MapMetrics) {
        let Some((first, last)) = sound.first().zip(sound.last()) else {
            return;
        };
        if !block.is_stack {
            let card = &placed.cards[*first];
            self.drop_to(path, card.center().x, card.y, metrics.corner);
            return;
        }
        let x = placed.cards[*first].x - metrics.stack_indent * 0.6;
        self.drop_to(path, x, placed.cards[*last].center().y, metrics.corner);
        for card in sound {
            let card = &placed.cards[*card];
            path.0.push(Segment::Move(CanvasPos::new(x, card.center().y)));
            path.0.push(Segment::Line(CanvasPos::new(card.x, card.center().y)));
        }
    }

    /// From the trunk along the bus and down to `y`, with a round corner.
    fn drop_to(&self, path: &mut Path, x: f32, y: f32, corner: f32) {
        let side = if x > self.x { 1.0 } else { -1.0 };
        let radius = corner.min((x - self.x).abs());
        path.0.push(Segment::Move(CanvasPos::new(self.x, self.bus)));
        if radius < 0.5 {
            path.0.push(Segment::Line(CanvasPos::new(x, self.bus)));
        } else {
            path.0.push(Segment::Line(CanvasPos::new(x - side * radius, self.bus)));
            let bend = CanvasPos::new(x, self.bus);
            path.0.push(Segment::Cubic(bend, bend, CanvasPos::new(x, self.bus + radius)));
        }
        path.0.push(Segment::Line(CanvasPos::new(x, y)));
    }

    /// The piece from the card to the bus.
    fn close(&self, path: &mut Path) {
        path.0.push(Segment::Move(CanvasPos::new(self.x, self.top)));
        path.0.push(Segment::Line(CanvasPos::new(self.x, self.bus)));
    }
}
