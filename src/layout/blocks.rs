//! Cards grouped into blocks: a card with what hangs below it, or a stack of leaves.

use std::collections::BTreeMap;

use smallvec::{SmallVec, smallvec};

use super::order::{Weights, arranged};
use super::request::{LayoutRequest, LineKind};
use crate::model::LinkKind;

/// Cards that stand as one: mostly a single one, so most need no allocation.
pub(super) type Cards = SmallVec<[usize; 2]>;

/// What the tree places as one: a single card, or a column of leaves.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// The cards, from top to bottom.
    pub(super) cards: Cards,
    /// The blocks below, from left to right; only a single card has some.
    pub(super) children: Vec<usize>,
    /// Whether the cards are stacked leaves with a trunk at their left.
    pub(super) is_stack: bool,
    /// Width with the trunk.
    pub(super) width: f32,
}

/// The blocks of a request, and those that stand on top.
pub(super) struct Forest {
    pub(super) blocks: Vec<Block>,
    /// Trees placed side by side.
    pub(super) roots: Vec<usize>,
    /// Trees whose top card the user pinned, by block.
    pub(super) pinned: Vec<usize>,
}

/// Groups the cards of a request.
pub(super) fn forest(request: &LayoutRequest) -> Forest {
    let reports = Reports::of(request);
    let links = if request.options.orders_siblings { Links::of(request) } else { Links::default() };
    let mut builder = Builder {
        request,
        reports: &reports,
        links,
        place: vec![None; request.cards.len()],
        blocks: Vec::with_capacity(request.cards.len()),
        pinned: Vec::new(),
    };
    let roots = builder.units(&reports.roots, Stretch { left: 0.0, right: 1.0 }, true);
    Forest { blocks: builder.blocks, roots, pinned: builder.pinned }
}

/// Direct reports of every card, in the order of the request.
struct Reports {
    starts: Vec<u32>,
    list: Vec<usize>,
    roots: Vec<usize>,
}

impl Reports {
    fn of(request: &LayoutRequest) -> Self {
        let count = request.cards.len();
        let mut starts = vec![0_u32; count + 1];
        for manager in request.cards.iter().filter_map(|card| card.manager) {
            starts[manager + 1] += 1;
        }
        for card in 0..count {
            starts[card + 1] += starts[card];
        }
        let mut next = starts.clone();
        let mut list = vec![0; starts[count] as usize];
        let mut roots = Vec::new();
        for (card, asked) in request.cards.iter().enumerate() {
            match asked.manager {
                Some(manager) => {
                    list[next[manager] as usize] = card;
                    next[manager] += 1;
                }
                None => roots.push(card),
            }
        }
        Self { starts, list, roots }
    }

    fn of_card(&self, card: usize) -> &[usize] {
        &self.list[self.starts[card] as usize..self.starts[card + 1] as usize]
    }
}

/// What the lines of a request say about the order of siblings.
#[derive(Default)]
struct Links {
    /// How strongly two siblings, with all below them, are linked.
    pairs: BTreeMap<(usize, usize), u32>,
    /// Whom a sibling, with all below it, is linked to outside the manager's branch.
    outward: BTreeMap<usize, Vec<(usize, u32)>>,
}

impl Links {
    fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.outward.is_empty()
    }

    /// Every line counts for the two siblings under the lowest manager both its ends share, and
    /// draws everybody between them and its ends outwards. Cost: O(lines times depth).
    fn of(request: &LayoutRequest) -> Self {
        let depth = depths(request);
        let mut links = Self::default();
        for line in &request.lines {
            let weight = weight(line.kind);
            let (mut one, mut other) = (line.from, line.to);
            // Both climb until they stand under the same manager, or at the top.
            while one != other && request.cards[one].manager != request.cards[other].manager {
                let (lower, target) =
                    if depth[one] >= depth[other] { (&mut one, line.to) } else { (&mut other, line.from) };
                let Some(manager) = request.cards[*lower].manager else {
                    break;
                };
                links.outward.entry(*lower).or_default().push((target, weight));
                *lower = manager;
            }
            if one != other {
                *links.pairs.entry((one.min(other), one.max(other))).or_default() += weight;
            }
        }
        links
    }
}

/// How deep every card stands; managers come in any order.
fn depths(request: &LayoutRequest) -> Vec<u32> {
    let mut depth: Vec<u32> = vec![u32::MAX; request.cards.len()];
    for card in 0..request.cards.len() {
        let mut path = vec![card];
        while let Some(manager) = path.last().and_then(|last| request.cards[*last].manager) {
            if depth[manager] != u32::MAX || path.len() > request.cards.len() {
                break;
            }
            path.push(manager);
        }
        let above = path.last().and_then(|last| request.cards[*last].manager);
        let mut next = above.map_or(0, |manager| depth[manager].wrapping_add(1));
        for card in path.into_iter().rev() {
            if depth[card] == u32::MAX {
                depth[card] = next;
            }
            next = depth[card] + 1;
        }
    }
    depth
}

fn weight(kind: LineKind) -> u32 {
    match kind {
        LineKind::Informal(LinkKind::Influences(strength)) => u32::from(strength.get()) + 1,
        LineKind::Informal(LinkKind::Conflict | LinkKind::Tie(_)) | LineKind::Dotted => 2,
    }
}

/// The part of the chart's width that a branch will take.
#[derive(Clone, Copy)]
struct Stretch {
    left: f32,
    right: f32,
}

impl Stretch {
    fn middle(self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    /// The `place`th of `count` equal parts.
    fn part(self, place: usize, count: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "fewer siblings than 2^24")]
        let (step, from) = ((self.right - self.left) / count as f32, place as f32);
        Self { left: self.left + step * from, right: self.left + step * (from + 1.0) }
    }
}

struct Builder<'a> {
    request: &'a LayoutRequest,
    reports: &'a Reports,
    links: Links,
    /// Where a card will stand between left 0 and right 1, as far as the orders above it tell.
    place: Vec<Option<f32>>,
    blocks: Vec<Block>,
    pinned: Vec<usize>,
}

impl Builder<'_> {
    /// The blocks for the reports of one manager (or the roots), from left to right.
    fn units(&mut self, reports: &[usize], stretch: Stretch, is_top: bool) -> Vec<usize> {
        let mut free = Vec::with_capacity(reports.len());
        for card in reports {
            if self.request.cards[*card].pin.is_some() {
                self.place[*card] = Some(stretch.middle());
                let block = self.single(*card, stretch);
                self.pinned.push(block);
            } else {
                free.push(*card);
            }
        }
        let is_by_hand = free.iter().any(|card| self.request.cards[*card].rank != 0);
        if is_by_hand {
            // Those without a place by hand come after those with one.
            free.sort_by_key(|card| match self.request.cards[*card].rank {
                0 => i32::MAX,
                rank => rank,
            });
        }
        let is_leaf = |card: &usize| self.reports.of_card(*card).is_empty();
        // Two at the top are no manager and report: they stand side by side, until they are a crowd.
        let options = &self.request.options;
        let stack_from = if is_top { options.stack_rows + 1 } else { options.stack_from.max(2) };
        let stacks = free.iter().filter(|card| is_leaf(card)).count() >= stack_from;
        let mut units: Vec<Cards> = Vec::with_capacity(free.len());
        let mut stack: Option<usize> = None;
        for card in &free {
            match (stacks && is_leaf(card), stack) {
                (true, Some(stack)) => units[stack].push(*card),
                (is_first, _) => {
                    stack = if is_first { Some(units.len()) } else { stack };
                    units.push(smallvec![*card]);
                }
            }
        }
        if !is_by_hand {
            units = self.in_order(units, Some(stretch));
        }
        let count = units.len();
        for (place, unit) in units.iter().enumerate() {
            for card in unit {
                self.place[*card] = Some(stretch.part(place, count).middle());
            }
        }
        let mut blocks = Vec::with_capacity(count);
        for (place, unit) in units.into_iter().enumerate() {
            match unit.as_slice() {
                [card] => blocks.push(self.single(*card, stretch.part(place, count))),
                _ => blocks.extend(self.stacks(unit)),
            }
        }
        blocks
    }

    /// Where a card will stand, as far as it is known: at its own place or its manager's.
    fn whereabouts(&self, card: usize) -> f32 {
        let mut here = Some(card);
        while let Some(card) = here {
            if let Some(place) = self.place[card] {
                return place;
            }
            here = self.request.cards[card].manager;
        }
        0.5
    }

    fn in_order(&self, units: Vec<Cards>, stretch: Option<Stretch>) -> Vec<Cards> {
        if self.links.is_empty() || units.len() < 2 {
            return units;
        }
        let mut weights = Weights::new(units.len());
        // In a stack nobody stands further right, so only its own links count.
        let outward = stretch.map(|stretch| (units.iter().enumerate(), stretch.middle()));
        for ((unit, cards), middle) in
            outward.into_iter().flat_map(|(units, middle)| units.map(move |unit| (unit, middle)))
        {
            for (target, weight) in cards.iter().filter_map(|card| self.links.outward.get(card)).flatten() {
                let away = self.whereabouts(*target) - middle;
                let side = if away > f32::EPSILON { 1 } else { -i64::from(away < -f32::EPSILON) };
                weights.add_pull(unit, side * i64::from(*weight));
            }
        }
        for (one, cards) in units.iter().enumerate() {
            for (other, others) in units.iter().enumerate().skip(one + 1) {
                for card in cards {
                    for with in others {
                        let key = (*card.min(with), *card.max(with));
                        weights.add(one, other, self.links.pairs.get(&key).copied().unwrap_or(0));
                    }
                }
            }
        }
        arranged(&weights).into_iter().map(|unit| units[unit].clone()).collect()
    }

    fn single(&mut self, card: usize, stretch: Stretch) -> usize {
        let reports = self.reports;
        let children = self.units(reports.of_card(card), stretch, false);
        let width = self.request.cards[card].width;
        self.blocks.push(Block { cards: smallvec![card], children, is_stack: false, width });
        self.blocks.len() - 1
    }

    fn stacks(&mut self, mut leaves: Cards) -> std::ops::Range<usize> {
        let is_by_hand = leaves.iter().any(|card| self.request.cards[*card].rank != 0);
        if !is_by_hand && !self.links.is_empty() {
            let units = leaves.into_iter().map(|card| smallvec![card]).collect();
            leaves = self.in_order(units, None).into_iter().flatten().collect();
        }
        let columns = leaves.len().div_ceil(self.request.options.stack_rows.max(1));
        let rows = leaves.len().div_ceil(columns);
        let first = self.blocks.len();
        for cards in leaves.chunks(rows) {
            let widest = cards.iter().map(|card| self.request.cards[*card].width).fold(0.0, f32::max);
            let width = widest + self.request.metrics.stack_indent;
            self.blocks.push(Block { cards: cards.into(), children: Vec::new(), is_stack: true, width });
        }
        first..self.blocks.len()
    }
}
