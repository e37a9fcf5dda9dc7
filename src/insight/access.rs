//! Who can lead us to those who decide: the cheapest chain of influence from people on our side.

use std::collections::BTreeMap;

use petgraph::algo::dijkstra;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::model::{
    Account, BuyingRole, Coverage, Judgement, Link, LinkKind, OpportunityId, Person, PersonId, Support,
};

/// How to reach one approver or decision maker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessPath {
    /// Whom we want to reach.
    pub target: PersonId,
    /// From the supporter we meet to the target, both included; empty where there is no way.
    pub people: Vec<PersonId>,
}

/// Costs are integers, so that ties are exact: an influence of strength 1, 2, 3 costs 6, 3, 2.
const UNIT: u32 = 6;

/// The cheapest way to every approver and decision maker, from any mentor or supporter we meet.
///
/// Source: methods, Graph analytics 5; Dijkstra 1959. Cost: O(links log people) a target.
pub fn access_paths(account: &Account, opportunity: Option<OpportunityId>) -> Vec<AccessPath> {
    let judged: BTreeMap<PersonId, Judgement> =
        account.all::<Person>().map(|person| (person.id, account.judgement(person, opportunity))).collect();
    let (graph, nodes) = influence_graph(account, &judged);
    let deciders = judged
        .iter()
        .filter(|(_, judgement)| matches!(judgement.role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker)));
    deciders
        .map(|(target, _)| AccessPath {
            target: *target,
            people: nodes.get(target).map_or_else(Vec::new, |node| cheapest(&graph, *node, &judged)),
        })
        .collect()
}

type InfluenceGraph = DiGraph<PersonId, u32>;

fn influence_graph(
    account: &Account,
    judged: &BTreeMap<PersonId, Judgement>,
) -> (InfluenceGraph, BTreeMap<PersonId, NodeIndex>) {
    // Whoever is against us introduces us to nobody.
    let leads = |person: PersonId| {
        let support = judged.get(&person).and_then(|judged| judged.support);
        !matches!(support, Some(Support::Enemy | Support::NonSupporter))
    };
    let mut graph = InfluenceGraph::new();
    let nodes: BTreeMap<PersonId, NodeIndex> =
        account.all::<Person>().map(|person| (person.id, graph.add_node(person.id))).collect();
    for link in account.all::<Link>() {
        if let LinkKind::Influences(strength) = link.kind
            && leads(link.from)
            && let (Some(from), Some(to)) = (nodes.get(&link.from), nodes.get(&link.to))
        {
            // Turned round: the search starts at the target.
            graph.add_edge(*to, *from, UNIT / u32::from(strength.get()));
        }
    }
    (graph, nodes)
}

/// Whether we can start from this person: on our side, and met.
fn is_door(judgement: &Judgement) -> bool {
    judgement.is_supportive()
        && matches!(judgement.coverage, Some(Coverage::InDepth | Coverage::MultipleContacts | Coverage::BriefContact))
}

fn cheapest(graph: &InfluenceGraph, target: NodeIndex, judged: &BTreeMap<PersonId, Judgement>) -> Vec<PersonId> {
    let costs = dijkstra(graph, target, None, |edge| *edge.weight());
    let doors = costs.iter().filter(|(node, _)| is_door(&judged[&graph[**node]]));
    let Some((door, _)) = doors.min_by_key(|(node, cost)| (**cost, graph[**node])) else {
        return Vec::new();
    };
    // Back from the door along edges that lie on a cheapest way.
    let mut people = vec![graph[*door]];
    let mut here = *door;
    while here != target {
        let step = graph
            .edges_directed(here, petgraph::Direction::Incoming)
            .filter(|edge| costs.get(&edge.source()).is_some_and(|cost| cost + edge.weight() == costs[&here]))
            .min_by_key(|edge| graph[edge.source()]);
        match step {
            Some(edge) => here = edge.source(),
            None => break,
        }
        people.push(graph[here]);
    }
    people
}
