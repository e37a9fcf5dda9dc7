//! The cheapest way through a graph, and the next cheapest that meet no node twice.
//!
//! Costs are whole numbers, so that ties are exact; of two ways of one cost the one with fewer steps
//! holds, then the one whose people were made first: equal accounts give equal ways.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// A way as the edges it takes.
pub(super) type Trail = Vec<EdgeIndex>;

/// What may not be used.
#[derive(Default)]
pub(super) struct Closed {
    pub(super) nodes: BTreeSet<NodeIndex>,
    pub(super) edges: BTreeSet<EdgeIndex>,
}

/// How a node is reached: at what cost, in how many steps, over which edge.
#[derive(Clone, Copy)]
struct Reached {
    cost: u32,
    steps: u32,
    over: Option<EdgeIndex>,
}

/// The cheapest ways from one node to all others.
pub(super) struct Tree(Vec<Option<Reached>>);

impl Tree {
    /// Dijkstra's search, which stops at `goal` where one is given. Cost: O((n + m) log n).
    /// Source: Dijkstra 1959.
    pub(super) fn of<N, E>(
        graph: &DiGraph<N, E>,
        start: NodeIndex,
        goal: Option<NodeIndex>,
        closed: &Closed,
        cost: impl Fn(&E) -> u32,
    ) -> Self {
        let mut tree = Self(vec![None; graph.node_count()]);
        let mut is_done = vec![false; graph.node_count()];
        let mut waiting = BinaryHeap::from([Reverse((0_u32, 0_u32, start))]);
        tree.0[start.index()] = Some(Reached { cost: 0, steps: 0, over: None });
        while let Some(Reverse((so_far, steps, node))) = waiting.pop() {
            if std::mem::replace(&mut is_done[node.index()], true) {
                continue;
            }
            if Some(node) == goal {
                break;
            }
            for edge in graph.edges(node) {
                let to = edge.target();
                if is_done[to.index()] || closed.nodes.contains(&to) || closed.edges.contains(&edge.id()) {
                    continue;
                }
                let reached = Reached {
                    cost: so_far.saturating_add(cost(edge.weight())),
                    steps: steps + 1,
                    over: Some(edge.id()),
                };
                if tree.is_better(graph, to, reached) {
                    tree.0[to.index()] = Some(reached);
                    waiting.push(Reverse((reached.cost, reached.steps, to)));
                }
            }
        }
        tree
    }

    fn is_better<N, E>(&self, graph: &DiGraph<N, E>, node: NodeIndex, new: Reached) -> bool {
        let from = |reached: Reached| reached.over.and_then(|edge| graph.edge_endpoints(edge)).map(|(from, _)| from);
        self.0[node.index()].is_none_or(|old| (new.cost, new.steps, from(new)) < (old.cost, old.steps, from(old)))
    }

    /// The cheapest way to a node; `None` where none leads there.
    pub(super) fn trail<N, E>(&self, graph: &DiGraph<N, E>, to: NodeIndex) -> Option<(u32, Trail)> {
        let cost = self.0.get(to.index()).copied().flatten()?.cost;
        let mut trail = Trail::new();
        let mut here = to;
        while let Some(edge) = self.0[here.index()].and_then(|reached| reached.over) {
            trail.push(edge);
            here = graph.edge_endpoints(edge)?.0;
        }
        trail.reverse();
        Some((cost, trail))
    }
}

/// `best` and the next cheapest ways between its ends that meet no node twice, at most `most` in all,
/// the cheapest first. Cost: `most` times the length of a way times one search. Source: Yen 1971.
pub(super) fn cheapest_ways<N, E>(
    graph: &DiGraph<N, E>,
    best: (u32, Trail),
    most: usize,
    cost: impl Fn(&E) -> u32,
) -> Vec<(u32, Trail)> {
    let goal = best.1.last().and_then(|edge| graph.edge_endpoints(*edge)).map(|(_, to)| to);
    let mut found = vec![best];
    let mut waiting: BTreeSet<(u32, usize, Trail)> = BTreeSet::new();
    while let (Some(goal), Some((_, last))) = (goal, found.last().filter(|_| found.len() < most)) {
        let last = last.clone();
        let mut closed = Closed::default();
        let mut spent: u32 = 0;
        for (at, edge) in last.iter().enumerate() {
            let Some((spur, _)) = graph.edge_endpoints(*edge) else { break };
            let root = &last[..at];
            // What the ways found so far do here is closed, so that this one turns off.
            let taken = found.iter().filter(|(_, trail)| trail.get(..at) == Some(root));
            closed.edges = taken.filter_map(|(_, trail)| trail.get(at).copied()).collect();
            let tree = Tree::of(graph, spur, Some(goal), &closed, &cost);
            if let Some((rest, tail)) = tree.trail(graph, goal) {
                let trail: Trail = root.iter().copied().chain(tail).collect();
                waiting.insert((spent.saturating_add(rest), trail.len(), trail));
            }
            closed.nodes.insert(spur);
            spent = spent.saturating_add(graph.edge_weight(*edge).map_or(0, &cost));
        }
        let Some((cost, _, trail)) = waiting.pop_first() else { break };
        found.push((cost, trail));
    }
    found
}
