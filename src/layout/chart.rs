//! The organisation chart: blocks, tree, pins, lines, put together.

use super::blocks::{Forest, forest};
use super::geometry::CanvasRect;
use super::pins::{make_room, row_of_pin};
use super::request::LayoutRequest;
use super::route::Router;
use super::{Layout, bundle, reporting, tree};

/// The organisation chart, top down. Cost: O(n) for the cards, a look-up a row for each line.
///
/// Source: graph, sections 1 and 2.
pub fn chart(request: &LayoutRequest) -> Layout {
    if request.cards.is_empty() {
        return Layout::default();
    }
    let forest = forest(request);
    let placed = placed(request, &forest);
    let router = Router::new(&placed.cards, &placed.rows, request.metrics);
    let reporting = reporting::lines(request, &forest, &placed, &router);
    let lines = router.lines(&request.lines);
    let bundled = bundle::bundled(&router, &request.lines, &bundle::Trail::of(&forest, &placed));
    let bounds = bounds(&placed.cards, reporting.iter().chain(&lines).map(|line| &line.path));
    Layout { cards: placed.cards, reporting, lines, bundled, bounds, ..Layout::default() }
}

/// Where the cards of the organisation chart stand, without lines. Cost: O(n).
pub fn place_cards(request: &LayoutRequest) -> Vec<CanvasRect> {
    placed(request, &forest(request)).cards
}

/// Cards on their rows.
pub(super) struct Placed {
    pub(super) cards: Vec<CanvasRect>,
    pub(super) rows: Vec<i32>,
    /// Whether a card stands elsewhere than its block puts it: pinned, or moved for a pinned one.
    pub(super) is_displaced: Vec<bool>,
}

fn placed(request: &LayoutRequest, forest: &Forest) -> Placed {
    let metrics = &request.metrics;
    let offsets = tree::place(forest, metrics);
    let mut cards = vec![CanvasRect::default(); request.cards.len()];
    let mut rows = vec![0_i32; request.cards.len()];
    let mut open: Vec<(usize, f32, i32)> = forest.roots.iter().map(|root| (*root, offsets[*root], 0)).collect();
    for root in &forest.pinned {
        let card = forest.blocks[*root].cards[0];
        if let Some(pin) = request.cards[card].pin {
            #[expect(clippy::cast_precision_loss, reason = "whole points of a canvas")]
            let (x, y) = (pin.x as f32, pin.y as f32);
            open.push((*root, x + request.cards[card].width / 2.0, row_of_pin(y, metrics)));
        }
    }
    let mut is_displaced = vec![false; request.cards.len()];
    while let Some((block, middle, row)) = open.pop() {
        let block = &forest.blocks[block];
        let left = middle - block.width / 2.0 + if block.is_stack { metrics.stack_indent } else { 0.0 };
        for (card, row) in block.cards.iter().zip(row..) {
            #[expect(clippy::cast_precision_loss, reason = "a chart has fewer rows than 2^24")]
            let y = row as f32 * metrics.row_pitch();
            let (width, height) = (request.cards[*card].width, metrics.card_height);
            cards[*card] = CanvasRect { x: left, y, width, height };
            rows[*card] = row;
        }
        open.extend(block.children.iter().map(|child| (*child, middle + offsets[*child], row + 1)));
    }
    if !forest.pinned.is_empty() {
        is_displaced = make_room(request, &mut cards, &rows);
        for root in &forest.pinned {
            is_displaced[forest.blocks[*root].cards[0]] = true;
        }
    }
    Placed { cards, rows, is_displaced }
}

pub(super) fn bounds<'a>(cards: &[CanvasRect], paths: impl Iterator<Item = &'a super::Path>) -> CanvasRect {
    let around = cards.iter().copied().reduce(|one, other| one.union(&other)).unwrap_or_default();
    paths.filter_map(super::Path::bounds).fold(around, |around, path| around.union(&path))
}
