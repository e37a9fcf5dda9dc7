//! Who can lead us to those who decide: the cheapest ways from people on our side, and what each step of
//! them costs.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use super::ground::{Ground, Known};
use super::shortest::{Closed, Trail, Tree, cheapest_ways};
use crate::method::{FindingRules, RuleNumber};
use crate::model::{Account, Coded, Confidence, Link, LinkId, OpportunityId, PersonId, PersonKind, Strength, Support};

/// Why a step costs something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostReason {
    /// The influence is slight.
    Slight,
    /// The influence is clear.
    Clear,
    /// The influence is decisive.
    Decisive,
    /// The one has a seat in the group.
    Member,
    /// Who is to introduce us supports us, but does not sell for us.
    Supporter,
    /// Who is to introduce us takes no side.
    Neutral,
    /// Nobody knows how the one who is to introduce us stands.
    Unknown,
    /// The two are at odds.
    Conflict,
    /// The line between them is assumed.
    Assumed,
}

impl Coded for CostReason {
    const KIND: &'static str = "cost";
    const ALL: &'static [Self] = &[
        Self::Slight,
        Self::Clear,
        Self::Decisive,
        Self::Member,
        Self::Supporter,
        Self::Neutral,
        Self::Unknown,
        Self::Conflict,
        Self::Assumed,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Slight => "Slight",
            Self::Clear => "Clear",
            Self::Decisive => "Decisive",
            Self::Member => "Member",
            Self::Supporter => "Supporter",
            Self::Neutral => "Neutral",
            Self::Unknown => "Unknown",
            Self::Conflict => "Conflict",
            Self::Assumed => "Assumed",
        }
    }
}

/// One step on the way: who brings us to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who brings us on.
    pub from: PersonId,
    /// To whom.
    pub to: PersonId,
    /// The line of influence; `None` where `from` has a seat in the group `to`.
    pub link: Option<LinkId>,
    /// How strong the influence is.
    pub strength: Option<Strength>,
    /// What the step costs, and why.
    pub costs: Vec<(CostReason, u32)>,
}

/// A way to somebody who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Whom we want to reach.
    pub target: PersonId,
    /// From the supporter we have met to the target, both included; the target alone where it is one.
    pub people: Vec<PersonId>,
    /// What lies between them, one less than there are people.
    pub steps: Vec<Step>,
    /// The costs of all steps.
    pub cost: u32,
    /// Whether a cheaper way leads to the same target.
    pub is_alternative: bool,
}

/// From so many people on, only the best way to each target is looked for.
const LARGE: usize = 500;

/// The cost that closes the way between two who are at odds.
const CLOSING: u32 = 99;

/// The ways to every approver and decision maker from the mentors and supporters we have met: the best one
/// of each target first, then its alternatives. Targets nobody leads to have none.
///
/// People against us introduce nobody. The account's own values hold over `rules`. Source: methods, Graph
/// analytics 5; Dijkstra 1959; Yen 1971. Cost: one search for all targets, and for the alternatives of each
/// a search for every step of its ways.
pub fn routes(account: &Account, opportunity: Option<OpportunityId>, rules: &FindingRules) -> Vec<Route> {
    let ground = Ground::of(account, opportunity, rules);
    let ways = Ways::of(&ground, |known| !known.is_against());
    ways.routes(&ground)
}

struct Way {
    link: Option<LinkId>,
    strength: Option<Strength>,
    costs: Vec<(CostReason, u32)>,
    cost: u32,
}

/// The graph that ways are looked for in: a start of our own, from there to everybody who can introduce us,
/// from there along influence.
pub(super) struct Ways {
    graph: DiGraph<Option<PersonId>, Way>,
    tree: Tree,
}

/// Where we stand.
fn start() -> NodeIndex {
    NodeIndex::new(0)
}

/// The node of the known person at this place.
fn node(at: usize) -> NodeIndex {
    NodeIndex::new(at + 1)
}

impl Ways {
    /// The ways along those who may lead. Cost: O((people + links) log people).
    pub(super) fn of(ground: &Ground<'_>, may_lead: impl Fn(&Known<'_>) -> bool) -> Self {
        let mut graph = DiGraph::with_capacity(ground.known.len() + 1, ground.known.len());
        graph.add_node(None);
        for known in &ground.known {
            graph.add_node(Some(known.id()));
        }
        let is_door: Vec<bool> = ground.known.iter().map(|known| ground.is_door(known)).collect();
        for at in (0..is_door.len()).filter(|at| is_door[*at]) {
            graph.add_edge(start(), node(at), Way { link: None, strength: None, costs: Vec::new(), cost: 0 });
        }
        // Whoever can introduce us needs no introduction: no way leads through one door to another.
        for ((from, to), way) in steps(ground).into_iter().filter(|((_, to), _)| !is_door[*to]) {
            if may_lead(&ground.known[from]) {
                graph.add_edge(node(from), node(to), way);
            }
        }
        let tree = Tree::of(&graph, start(), None, &Closed::default(), |way: &Way| way.cost);
        Self { graph, tree }
    }

    /// The best way to a person, be it nobody who decides.
    pub(super) fn best(&self, ground: &Ground<'_>, target: PersonId) -> Option<Route> {
        let goal = node(ground.at(target)?);
        self.tree.trail(&self.graph, goal).map(|found| self.route(target, &found, false))
    }

    /// The ways to all who decide.
    pub(super) fn routes(&self, ground: &Ground<'_>) -> Vec<Route> {
        let most = usize::try_from(ground.number(RuleNumber::PathWays)).unwrap_or(1);
        let most = if ground.known.len() > LARGE { 1 } else { most };
        let mut routes = Vec::new();
        for target in ground.deciders().map(Known::id) {
            let Some(goal) = ground.at(target).map(node) else { continue };
            let Some(best) = self.tree.trail(&self.graph, goal) else { continue };
            let found = cheapest_ways(&self.graph, best, most, |way| way.cost);
            let placed = found.iter().enumerate();
            routes.extend(placed.map(|(place, found)| self.route(target, found, place > 0)));
        }
        routes
    }

    fn route(&self, target: PersonId, (cost, trail): &(u32, Trail), is_alternative: bool) -> Route {
        let steps: Vec<Step> = trail.iter().filter_map(|edge| self.step(*edge)).collect();
        let first = steps.first().map(|step| step.from);
        let people = first.into_iter().chain(steps.iter().map(|step| step.to)).collect::<Vec<_>>();
        let people = if people.is_empty() { vec![target] } else { people };
        Route { target, people, steps, cost: *cost, is_alternative }
    }

    /// What an edge stands for; the ones that leave the start are no steps.
    fn step(&self, edge: EdgeIndex) -> Option<Step> {
        let (from, to) = self.graph.edge_endpoints(edge)?;
        let way = self.graph.edge_weight(edge)?;
        let (from, to) = (self.graph[from]?, self.graph[to]?);
        Some(Step { from, to, link: way.link, strength: way.strength, costs: way.costs.clone() })
    }

    /// Everybody without whom no way leads to one who decides, with those no longer reached.
    ///
    /// Such a person dominates the target seen from our start, which is the same as removing each person
    /// and searching again. Source: Cooper, Harvey, Kennedy 2001. Cost: near linear.
    pub(super) fn cut_by(&self, ground: &Ground<'_>) -> BTreeMap<PersonId, Vec<PersonId>> {
        let dominators = simple_fast(&self.graph, start());
        let mut cuts: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
        for target in ground.deciders().map(Known::id) {
            let Some(goal) = ground.at(target).map(node) else { continue };
            let people = dominators.strict_dominators(goal).into_iter().flatten();
            for person in people.filter_map(|node| self.graph[node]) {
                cuts.entry(person).or_default().push(target);
            }
        }
        cuts
    }
}

/// Every step from one known person to another, the cheapest of each pair.
fn steps(ground: &Ground<'_>) -> BTreeMap<(usize, usize), Way> {
    let mut steps: BTreeMap<(usize, usize), Way> = BTreeMap::new();
    let mut put = |pair: (usize, usize), way: Option<Way>| {
        let Some(way) = way else { return };
        if steps.get(&pair).is_none_or(|known| way.cost < known.cost) {
            steps.insert(pair, way);
        }
    };
    for (from, arcs) in ground.out.iter().enumerate() {
        for arc in arcs {
            put((from, arc.other), way(ground, (from, arc.other), Some((arc.link, arc.strength))));
        }
    }
    for (to, group) in ground.known.iter().enumerate().filter(|(_, known)| known.person.kind == PersonKind::Group) {
        let members: BTreeSet<usize> = group.person.members.iter().filter_map(|member| ground.at(*member)).collect();
        for from in members.into_iter().filter(|from| *from != to) {
            put((from, to), way(ground, (from, to), None));
        }
    }
    steps
}

/// A step with its costs; `None` where the two are at odds and that closes the way.
fn way(ground: &Ground<'_>, (from, to): (usize, usize), line: Option<(LinkId, Strength)>) -> Option<Way> {
    let cost = |number| u32::try_from(ground.number(number)).unwrap_or(0);
    let (from, to) = (&ground.known[from], &ground.known[to]);
    let mut costs = vec![match line.map(|(_, strength)| strength.get()) {
        None => (CostReason::Member, cost(RuleNumber::PathMember)),
        Some(1) => (CostReason::Slight, cost(RuleNumber::PathSlight)),
        Some(2) => (CostReason::Clear, cost(RuleNumber::PathClear)),
        Some(_) => (CostReason::Decisive, cost(RuleNumber::PathDecisive)),
    }];
    costs.push(match from.judged.support {
        Some(Support::Mentor) => (CostReason::Supporter, 0),
        Some(Support::Supporter) => (CostReason::Supporter, cost(RuleNumber::PathSupporter)),
        Some(Support::Neutral | Support::NonSupporter | Support::Enemy) => {
            (CostReason::Neutral, cost(RuleNumber::PathNeutral))
        }
        None => (CostReason::Unknown, cost(RuleNumber::PathUnknown)),
    });
    let evidence = line.and_then(|(link, _)| ground.account.get::<Link>(link)).and_then(|link| link.evidence.as_ref());
    if evidence.is_some_and(|evidence| evidence.confidence == Some(Confidence::Assumed)) {
        costs.push((CostReason::Assumed, cost(RuleNumber::PathAssumed)));
    }
    if ground.are_at_odds(from.id(), to.id()) {
        let odds = cost(RuleNumber::PathConflict);
        if odds >= CLOSING {
            return None;
        }
        costs.push((CostReason::Conflict, odds));
    }
    costs.retain(|(_, cost)| *cost > 0);
    let sum = costs.iter().map(|(_, cost)| *cost).sum();
    Some(Way { link: line.map(|(link, _)| link), strength: line.map(|(_, strength)| strength), costs, cost: sum })
}
