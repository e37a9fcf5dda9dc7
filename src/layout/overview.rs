//! The whole organisation as nested blocks: a manager lies as a bar over all that hangs below.
//!
//! An icicle with one row a level is a thousand times wider than high at fifty thousand people,
//! and fits no screen. Here every branch is packed on shelves to the shape of the screen, its bar
//! on top, so that the whole keeps that shape at any size.

use super::cells::{SCREEN, as_float, bounds_of};
use super::geometry::{CanvasPos, CanvasRect, Path, Segment};
use super::guide::{Guide, GuideLabel, GuideShape};
use super::shelves::Shelves;
use super::{Layout, LayoutRequest, Line};

/// From so many lines on none is drawn: they would cover the blocks.
const LINES: usize = 500;

/// So many organisations stand side by side; more are packed on shelves too.
const ABREAST: usize = 6;

/// The whole organisation as nested blocks. Cost: O(n log n).
///
/// Source: shelf packing after Coffman, Garey, Johnson, Tarjan 1980, next fit by decreasing height.
pub(super) fn overview(request: &LayoutRequest) -> Layout {
    let tree = Tree::of(request);
    let sizes = Sizes::of(request);
    let packed = packed(&tree, &sizes);
    let mut cards = vec![CanvasRect::default(); request.cards.len()];
    let mut open: Vec<(usize, CanvasPos, f32)> = packed.top.spread(&sizes, CanvasPos::default(), packed.top.width);
    while let Some((card, corner, width)) = open.pop() {
        let height = sizes.bar;
        cards[card] = CanvasRect { x: corner.x, y: corner.y, width, height };
        if let Some(shelves) = &packed.below[card] {
            let inside = CanvasPos::new(corner.x + sizes.gap, corner.y + height + sizes.gap);
            open.extend(shelves.spread(&sizes, inside, width - 2.0 * sizes.gap));
        }
    }
    let lines = lines(request, &cards);
    let guides = branches(&tree, &packed, &sizes, &cards);
    let bounds = bounds_of(&cards, &lines, &guides);
    Layout { cards, lines, guides, is_blocks: true, bounds, ..Layout::default() }
}

/// The sizes of blocks, in points.
pub(super) struct Sizes {
    /// Height of every block.
    pub(super) bar: f32,
    /// Smallest width of a block.
    pub(super) leaf: f32,
    /// Between two blocks.
    pub(super) gap: f32,
}

impl Sizes {
    fn of(request: &LayoutRequest) -> Self {
        let unit = request.metrics.card_height;
        Self { bar: unit * 0.5, leaf: unit * 2.0, gap: unit * 0.08 }
    }
}

/// Who hangs below whom.
struct Tree {
    reports: Vec<Vec<usize>>,
    roots: Vec<usize>,
    /// All cards, a manager before the reports.
    order: Vec<usize>,
    /// How many cards each branch has.
    counts: Vec<usize>,
}

impl Tree {
    fn of(request: &LayoutRequest) -> Self {
        let count = request.cards.len();
        let mut reports: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut roots = Vec::new();
        for (card, asked) in request.cards.iter().enumerate() {
            match asked.manager {
                Some(manager) => reports[manager].push(card),
                None => roots.push(card),
            }
        }
        let mut is_seen = vec![false; count];
        let mut order = Vec::with_capacity(count);
        walk(&roots, &mut reports, &mut is_seen, &mut order);
        for card in 0..count {
            // A loop hangs below nobody: its first card stands on top.
            if !is_seen[card] {
                roots.push(card);
                walk(&[card], &mut reports, &mut is_seen, &mut order);
            }
        }
        let mut counts = vec![1; count];
        for card in order.iter().rev() {
            counts[*card] += reports[*card].iter().map(|report| counts[*report]).sum::<usize>();
        }
        Self { reports, roots, order, counts }
    }
}

/// Adds everybody below `tops` to the order, managers first; what leads back to somebody seen is cut.
fn walk(tops: &[usize], reports: &mut [Vec<usize>], is_seen: &mut [bool], order: &mut Vec<usize>) {
    let mut open = tops.to_vec();
    tops.iter().for_each(|top| is_seen[*top] = true);
    while let Some(card) = open.pop() {
        order.push(card);
        reports[card].retain(|report| !std::mem::replace(&mut is_seen[*report], true));
        open.extend(&reports[card]);
    }
}

/// How every branch is packed.
struct Packed {
    /// The roots.
    top: Shelves,
    /// What hangs below each card; none below a leaf.
    below: Vec<Option<Shelves>>,
    /// Width and height of each branch.
    boxes: Vec<(f32, f32)>,
}

fn packed(tree: &Tree, sizes: &Sizes) -> Packed {
    let trees: Vec<usize> = tree.roots.iter().copied().filter(|root| !tree.reports[*root].is_empty()).collect();
    let people = as_float(trees.iter().map(|root| tree.counts[*root]).sum());
    let is_abreast = trees.len() <= ABREAST;
    let mut boxes = vec![(sizes.leaf, sizes.bar); tree.counts.len()];
    let mut below: Vec<Option<Shelves>> = std::iter::repeat_with(|| None).take(tree.counts.len()).collect();
    let mut shape = vec![SCREEN; tree.counts.len()];
    if is_abreast {
        // Side by side they share one screen.
        trees.iter().for_each(|root| shape[*root] = (SCREEN * as_float(tree.counts[*root]) / people).max(0.4));
    }
    for card in tree.order.iter().rev().copied().filter(|card| !tree.reports[*card].is_empty()) {
        let shelves = Shelves::of(&tree.reports[card], &boxes, sizes, shape[card], 0.0);
        let height = sizes.bar + shelves.height + 2.0 * sizes.gap;
        boxes[card] = ((shelves.width + 2.0 * sizes.gap).max(sizes.leaf), height);
        below[card] = Some(shelves);
    }
    let least = if is_abreast { trees.iter().map(|root| boxes[*root].0 + sizes.gap).sum() } else { 0.0 };
    let top = Shelves::of(&tree.roots, &boxes, sizes, SCREEN, least);
    Packed { top, below, boxes }
}

/// One straight line for each request, as long as they can be told apart.
fn lines(request: &LayoutRequest, cards: &[CanvasRect]) -> Vec<Line> {
    let is_drawn = request.lines.len() < LINES;
    let line = |(number, line): (usize, &super::LineRequest)| {
        let (from, to) = (cards[line.from].center(), cards[line.to].center());
        let path = if is_drawn { Path(vec![Segment::Move(from), Segment::Line(to)]) } else { Path::default() };
        Line { request: Some(number), ends: (line.from, line.to), path }
    };
    request.lines.iter().enumerate().map(line).collect()
}

/// An area behind each branch below the top, every second one shaded.
fn branches(tree: &Tree, packed: &Packed, sizes: &Sizes, cards: &[CanvasRect]) -> Vec<Guide> {
    let is_branch = |card: &usize| !tree.reports[*card].is_empty();
    let below = tree.roots.iter().filter_map(|root| packed.below[*root].as_ref());
    let tops = below.flat_map(Shelves::items).filter(is_branch);
    let area = |(place, card): (usize, usize)| {
        let rect = CanvasRect { height: packed.boxes[card].1, ..cards[card] };
        Guide {
            shape: GuideShape::Area { rect: rect.expanded(sizes.gap / 2.0), is_odd: place % 2 == 0 },
            label: GuideLabel::None,
            at: rect.center(),
            is_centered: true,
        }
    };
    tops.enumerate().map(area).collect()
}
