//! Whose word counts because of whose ear they have: PageRank and eigenvector centrality.

use crate::insight::network::Network;

/// The share of a person's standing that goes on along arcs; the rest is spread over all.
const DAMPING: f64 = 0.85;

/// How far from the limit a result may be, of its largest value.
const TOLERANCE: f64 = 1e-10;

/// Rounds after which what has been found must do.
const MOST_ROUNDS: usize = 5_000;

/// PageRank: everybody passes the rank on along the arcs that leave, by their strength; whoever
/// has none passes it to all. Sums to 1.
///
/// A round shrinks the sum of differences by the damping, so that 1e-10 of an even share is reached
/// within ln(2e10 n) / -ln(0.85) rounds, 203 at 10,000 people. To rank those who are listened to, hand in the network
/// turned round. Cost: O(people + arcs) a round. Source: Page, Brin, Motwani, Winograd 1999.
pub fn pagerank(network: &Network) -> Vec<f64> {
    let people = network.len();
    let even = 1.0 / people.max(1) as f64;
    let strengths = |person| network.influences(person).map(|(_, strength)| f64::from(strength)).sum::<f64>();
    let leaving: Vec<f64> = (0..people).map(strengths).collect();
    let mut rank = vec![even; people];
    for _ in 0..MOST_ROUNDS {
        let stuck: f64 = (0..people).filter(|person| leaving[*person] <= 0.0).map(|person| rank[person]).sum();
        let base = (1.0 - DAMPING) * even + DAMPING * stuck * even;
        let gained = |person| {
            let from = |(other, strength): (usize, u8)| rank[other] * f64::from(strength) / leaving[other];
            base + DAMPING * network.influenced_by(person).map(from).sum::<f64>()
        };
        let next: Vec<f64> = (0..people).map(gained).collect();
        let change: f64 = next.iter().zip(&rank).map(|(new, old)| (new - old).abs()).sum();
        rank = next;
        if change * DAMPING / (1.0 - DAMPING) <= TOLERANCE * even {
            break;
        }
    }
    rank
}

/// Eigenvector centrality on ties without direction, A + A^T with the strengths in A; the largest
/// is 1. In a network of several parts only the part with the largest eigenvalue has values above
/// 0 (several, where they are alike); without any arc everybody has 0.
///
/// Power iteration on A + A^T + I: the unit matrix keeps a two-sided network from swinging for
/// ever. It ends when the error, judged by how fast the changes shrink, is below 1e-10, at the
/// latest after 5,000 rounds. Cost: O(people + arcs) a round. Source: Bonacich 1972.
pub fn eigenvector(network: &Network) -> Vec<f64> {
    let people = network.len();
    if network.arcs() == 0 {
        return vec![0.0; people];
    }
    let mut values = vec![1.0; people];
    let mut before = 0.0;
    for _ in 0..MOST_ROUNDS {
        let gained = |person| {
            let ties = network.influences(person).chain(network.influenced_by(person));
            values[person] + ties.map(|(other, strength)| f64::from(strength) * values[other]).sum::<f64>()
        };
        let mut next: Vec<f64> = (0..people).map(gained).collect();
        let largest = next.iter().copied().fold(0.0, f64::max);
        next.iter_mut().for_each(|value| *value /= largest);
        let change = next.iter().zip(&values).map(|(new, old)| (new - old).abs()).fold(0.0, f64::max);
        values = next;
        let shrinking = (change / before).min(1.0);
        if change * shrinking <= TOLERANCE * (1.0 - shrinking) || change <= f64::EPSILON {
            break;
        }
        before = change;
    }
    // What is left of parts that fade away is nothing.
    values.iter_mut().filter(|value| **value < TOLERANCE).for_each(|value| *value = 0.0);
    values
}
