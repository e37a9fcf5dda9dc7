//! Cards grouped into blocks: a card with what hangs below it, or a stack of leaves.

use std::collections::BTreeMap;

use super::order::{Weights, arranged};
use super::request::{LayoutRequest, LineKind};
use crate::model::LinkKind;

/// What the tree places as one: a single card, or a column of leaves.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// The cards, from top to bottom.
    pub(super) cards: Vec<usize>,
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
    let mut builder = Builder {
        request,
        reports: &reports,
        weights: if request.options.orders_siblings { pair_weights(request) } else { Pairs::new() },
        blocks: Vec::with_capacity(request.cards.len()),
        pinned: Vec::new(),
    };
    let roots = builder.units(&reports.roots);
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

/// How strongly two reports of one manager, with all below them, are linked.
type Pairs = BTreeMap<(usize, usize), u32>;

/// Every line counts for the two siblings under the lowest manager both its ends share.
fn pair_weights(request: &LayoutRequest) -> Pairs {
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
        let mut next = above.map_or(0, |manager| depth[manager] + 1);
        for card in path.into_iter().rev() {
            if depth[card] == u32::MAX {
                depth[card] = next;
            }
            next = depth[card] + 1;
        }
    }
    let mut pairs = Pairs::new();
    for line in &request.lines {
        let (mut one, mut other) = (line.from, line.to);
        while depth[one] != depth[other] {
            let deeper = if depth[one] > depth[other] { &mut one } else { &mut other };
            match request.cards[*deeper].manager {
                Some(manager) => *deeper = manager,
                None => break,
            }
        }
        while one != other && request.cards[one].manager != request.cards[other].manager {
            match (request.cards[one].manager, request.cards[other].manager) {
                (Some(up), Some(over)) => (one, other) = (up, over),
                (Some(_) | None, _) => break,
            }
        }
        if one != other {
            *pairs.entry((one.min(other), one.max(other))).or_default() += weight(line.kind);
        }
    }
    pairs
}

fn weight(kind: LineKind) -> u32 {
    match kind {
        LineKind::Informal(LinkKind::Influences(strength)) => u32::from(strength.get()) + 1,
        LineKind::Informal(LinkKind::Conflict | LinkKind::Tie(_)) | LineKind::Dotted => 2,
    }
}

struct Builder<'a> {
    request: &'a LayoutRequest,
    reports: &'a Reports,
    weights: Pairs,
    blocks: Vec<Block>,
    pinned: Vec<usize>,
}

impl Builder<'_> {
    /// The blocks for the reports of one manager (or the roots), from left to right.
    fn units(&mut self, reports: &[usize]) -> Vec<usize> {
        let mut free = Vec::with_capacity(reports.len());
        for card in reports {
            if self.request.cards[*card].pin.is_some() {
                let block = self.single(*card);
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
        let leaves: Vec<usize> = free.iter().copied().filter(|card| self.reports.of_card(*card).is_empty()).collect();
        let stacks = leaves.len() >= self.request.options.stack_from.max(2);
        let mut units: Vec<Vec<usize>> = Vec::new();
        let mut has_leaves = false;
        for card in &free {
            let is_leaf = self.reports.of_card(*card).is_empty();
            match (stacks && is_leaf, has_leaves) {
                (true, true) => {}
                (true, false) => {
                    has_leaves = true;
                    units.push(leaves.clone());
                }
                (false, _) => units.push(vec![*card]),
            }
        }
        if !is_by_hand {
            units = self.in_order(units);
        }
        units.into_iter().flat_map(|unit| self.place(unit)).collect()
    }

    fn in_order(&self, units: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        if self.weights.is_empty() || units.len() < 3 {
            return units;
        }
        let mut weights = Weights::new(units.len());
        for (one, cards) in units.iter().enumerate() {
            for (other, others) in units.iter().enumerate().skip(one + 1) {
                for card in cards {
                    for with in others {
                        let key = (*card.min(with), *card.max(with));
                        weights.add(one, other, self.weights.get(&key).copied().unwrap_or(0));
                    }
                }
            }
        }
        arranged(&weights).into_iter().map(|unit| units[unit].clone()).collect()
    }

    fn place(&mut self, unit: Vec<usize>) -> Vec<usize> {
        match unit.as_slice() {
            [card] => vec![self.single(*card)],
            _ => self.stacks(unit),
        }
    }

    fn single(&mut self, card: usize) -> usize {
        let reports = self.reports;
        let children = self.units(reports.of_card(card));
        let width = self.request.cards[card].width;
        self.blocks.push(Block { cards: vec![card], children, is_stack: false, width });
        self.blocks.len() - 1
    }

    fn stacks(&mut self, leaves: Vec<usize>) -> Vec<usize> {
        let is_by_hand = leaves.iter().any(|card| self.request.cards[*card].rank != 0);
        let leaves = if is_by_hand {
            leaves
        } else {
            let units = leaves.into_iter().map(|card| vec![card]).collect();
            self.in_order(units).into_iter().flatten().collect()
        };
        let columns = leaves.len().div_ceil(self.request.options.stack_rows.max(1));
        let rows = leaves.len().div_ceil(columns);
        let blocks = leaves.chunks(rows).map(|cards| {
            let widest = cards.iter().map(|card| self.request.cards[*card].width).fold(0.0, f32::max);
            Block {
                cards: cards.to_vec(),
                children: Vec::new(),
                is_stack: true,
                width: widest + self.request.metrics.stack_indent,
            }
        });
        let blocks: Vec<Block> = blocks.collect();
        let first = self.blocks.len();
        self.blocks.extend(blocks);
        (first..self.blocks.len()).collect()
    }
}
