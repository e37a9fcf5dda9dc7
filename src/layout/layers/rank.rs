//! Who stands in which layer, and in which of its rows.

use std::collections::VecDeque;

use crate::layout::request::{LayoutRequest, LineKind};
use crate::model::LinkKind;

/// How many cards stand in a row at the most; more take a further row of the same layer.
const WIDEST: usize = 12;

/// Those who are equally many steps away.
pub(super) struct Layer {
    /// Steps to the nearest of those we want to reach; none where there is no way.
    pub(super) steps: Option<usize>,
    /// The cards of each row.
    pub(super) rows: Vec<Vec<usize>>,
}

/// The layers from top to bottom; none is empty.
pub(super) fn layers(request: &LayoutRequest, targets: &[usize]) -> Vec<Layer> {
    let steps = steps(request, targets);
    // Who is apart comes last.
    let depth: Vec<usize> = steps.iter().map(|steps| steps.unwrap_or(usize::MAX)).collect();
    let pull = pull(request, &depth);
    let mut order: Vec<usize> = (0..request.cards.len()).collect();
    // Those whose lines go up stand in the upper rows of their layer.
    order.sort_by_key(|card| (depth[*card], -pull[*card], *card));
    let layer = |cards: &[usize]| {
        let count = cards.len().div_ceil(WIDEST);
        let in_row = |row: &[usize]| {
            let mut row = row.to_vec();
            row.sort_unstable();
            row
        };
        Layer { steps: steps[cards[0]], rows: cards.chunks(cards.len().div_ceil(count)).map(in_row).collect() }
    };
    order.chunk_by(|one, other| depth[*one] == depth[*other]).map(layer).collect()
}

/// How many more lines of a card go to layers above than to layers below.
fn pull(request: &LayoutRequest, depth: &[usize]) -> Vec<i32> {
    let mut pull = vec![0; depth.len()];
    let reporting = request.cards.iter().enumerate().filter_map(|(card, asked)| Some((card, asked.manager?)));
    for (one, other) in request.lines.iter().map(|line| (line.from, line.to)).chain(reporting) {
        let (upper, lower) = if depth[one] < depth[other] { (one, other) } else { (other, one) };
        if depth[upper] < depth[lower] {
            pull[upper] -= 1;
            pull[lower] += 1;
        }
    }
    pull
}

/// Steps of influence to the nearest target. Only who has no such way counts the step to the manager too.
fn steps(request: &LayoutRequest, targets: &[usize]) -> Vec<Option<usize>> {
    let count = request.cards.len();
    let mut influenced_by: Vec<Vec<usize>> = vec![Vec::new(); count];
    for line in &request.lines {
        if matches!(line.kind, LineKind::Informal(LinkKind::Influences(_))) {
            influenced_by[line.to].push(line.from);
        }
    }
    let mut steps = vec![None; count];
    let mut open: VecDeque<usize> = VecDeque::new();
    for target in targets.iter().filter(|target| **target < count) {
        if steps[*target].replace(0).is_none() {
            open.push_back(*target);
        }
    }
    let mut reached: Vec<Vec<usize>> = Vec::new();
    while let Some(card) = open.pop_front() {
        let own = steps[card].unwrap_or(0);
        reached.resize_with(reached.len().max(own + 1), Vec::new);
        reached[own].push(card);
        for from in &influenced_by[card] {
            if steps[*from].is_none() {
                steps[*from] = Some(own + 1);
                open.push_back(*from);
            }
        }
    }
    let mut joined_to = influenced_by;
    for (card, asked) in request.cards.iter().enumerate() {
        if let Some(manager) = asked.manager {
            joined_to[manager].push(card);
        }
    }
    let mut own = 0;
    while let Some(cards) = reached.get(own).cloned() {
        for from in cards.into_iter().flat_map(|card| joined_to[card].iter().copied()) {
            if steps[from].is_none() {
                steps[from] = Some(own + 1);
                reached.resize_with(reached.len().max(own + 2), Vec::new);
                reached[own + 1].push(from);
            }
        }
        own += 1;
    }
    steps
}
