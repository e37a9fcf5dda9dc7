//! Who stands on the shortest ways between others.

use crate::insight::network::Network;

/// People from whom the first estimate looks out. In organisations of 10,000 with their reporting lines as arcs it
/// keeps 16 to 19 of the true top 20; where ways run evenly through everybody, far fewer.
pub const PIVOTS: usize = 256;

/// After so many people a long count tells how far it is.
const PROGRESS_STEP: usize = 32;

/// Beyond so many shortest ways between two people their number is no longer exact.
const MOST_WAYS: f64 = 1e280;

const FAR: u32 = u32::MAX;

/// Betweenness of everybody: over all ordered pairs of others, the share of their shortest ways
/// that lead through the person. Arcs count one step whatever their strength; not normalised.
///
/// `progress(done, all)` is asked now and then and stops the count with `false`; then `None`.
/// Cost: O(people * arcs), about 30 ms at 1,000 people and 4 s at 10,000.
/// Source: Brandes 2001, "A faster algorithm for betweenness centrality".
pub fn betweenness_exact(network: &Network, progress: &mut dyn FnMut(usize, usize) -> bool) -> Option<Vec<f64>> {
    let all = network.len();
    let mut count = Count::new(all);
    for source in 0..all {
        if source % PROGRESS_STEP == 0 && !progress(source, all) {
            return None;
        }
        count.add_from(network, source);
    }
    progress(all, all).then_some(count.between)
}

/// An estimate of the same from `pivots` people, chosen evenly and always the same ones; exact
/// where there are no more people than that. Cost: O(pivots * arcs).
/// Source: Brandes, Pich 2007, "Centrality estimation in large networks".
pub fn betweenness_sampled(network: &Network, pivots: usize) -> Vec<f64> {
    let all = network.len();
    let chosen = chosen(all, pivots.min(all));
    let mut count = Count::new(all);
    for source in &chosen {
        count.add_from(network, *source);
    }
    let scale = all as f64 / chosen.len().max(1) as f64;
    count.between.iter().map(|between| between * scale).collect()
}

/// So many different numbers below `all`, each set equally likely. Source: Fisher, Yates;
/// Steele, Lea, Flood 2014 (SplitMix64).
fn chosen(all: usize, count: usize) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..all).collect();
    let mut state = 0x5EED_u64;
    for place in 0..count {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut drawn = state;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        drawn ^= drawn >> 31;
        let left = (all - place) as u64;
        numbers.swap(place, place + (drawn % left) as usize);
    }
    numbers.truncate(count);
    numbers.sort_unstable();
    numbers
}

/// What one walk knows of a person; together, because they are read together.
#[derive(Clone, Copy)]
struct Seen {
    /// Steps from the source.
    steps: u32,
    /// Shortest ways from the source.
    ways: f64,
    /// What each of them carries on into this person.
    carried: f64,
}

const NOT_SEEN: Seen = Seen { steps: FAR, ways: 0.0, carried: 0.0 };

/// The walk from one person after another, on arrays made once.
struct Count {
    between: Vec<f64>,
    seen: Vec<Seen>,
    /// People in the order in which they were reached; one place more than there are people.
    order: Vec<u32>,
}

impl Count {
    fn new(people: usize) -> Self {
        Self { between: vec![0.0; people], seen: vec![NOT_SEEN; people], order: vec![0; people + 1] }
    }

    fn add_from(&mut self, network: &Network, source: usize) {
        let reached = self.walk(network, source);
        self.gather(network, source, reached);
        for person in &self.order[..reached] {
            self.seen[*person as usize] = NOT_SEEN;
        }
    }

    /// Breadth first: steps and numbers of shortest ways. Gives how many were reached.
    ///
    /// Which arc leads on cannot be foretold, so every arc does the same work without a branch:
    /// whoever is already known is written behind the end of the order and written over.
    fn walk(&mut self, network: &Network, source: usize) -> usize {
        let (seen, order) = (&mut self.seen[..], &mut self.order[..]);
        seen[source] = Seen { steps: 0, ways: 1.0, carried: 0.0 };
        order[0] = source as u32;
        let (mut next, mut reached) = (0, 1);
        while next < reached {
            let person = order[next] as usize;
            next += 1;
            let known = &mut seen[person];
            known.ways = known.ways.min(MOST_WAYS);
            let (step, ways) = (known.steps + 1, known.ways);
            for listener in network.listeners(person) {
                let other = &mut seen[*listener as usize];
                order[reached] = *listener;
                reached += usize::from(other.steps == FAR);
                other.steps = other.steps.min(step);
                other.ways += if other.steps == step { ways } else { 0.0 };
            }
        }
        reached
    }

    /// Back from the farthest: what each person passes on, in shares of one for each reached.
    fn gather(&mut self, network: &Network, source: usize, reached: usize) {
        let seen = &mut self.seen[..];
        // Nobody can pass on more than there are people; the bound holds where ways were cut off.
        let most = reached as f64;
        for person in self.order[..reached].iter().rev().map(|person| *person as usize) {
            let (step, ways) = (seen[person].steps + 1, seen[person].ways);
            let mut sum = 0.0;
            for listener in network.listeners(person) {
                let other = &seen[*listener as usize];
                sum += if other.steps == step { other.carried } else { 0.0 };
            }
            let passed = (ways * sum).min(most);
            seen[person].carried = (1.0 + passed) / ways;
            self.between[person] += if person == source { 0.0 } else { passed };
        }
    }
}
