//! How far a word travels from each person.

use crate::insight::network::Network;

/// Steps along influence from one person to everybody; `None` where no way leads there.
/// Cost: O(people + arcs).
pub fn steps_from(network: &Network, person: usize) -> Vec<Option<usize>> {
    let mut steps = vec![None; network.len()];
    steps[person] = Some(0);
    let mut circle = vec![person];
    for step in 1.. {
        let mut next = Vec::new();
        for listener in circle.iter().flat_map(|person| network.listeners(*person)) {
            let place = &mut steps[*listener as usize];
            if place.is_none() {
                *place = Some(step);
                next.push(*listener as usize);
            }
        }
        if next.is_empty() {
            break;
        }
        circle = next;
    }
    steps
}

/// How many others each person reaches in at most `steps` steps.
/// Cost: O(arcs within the circle) a person.
pub fn reach(network: &Network, steps: usize) -> Vec<usize> {
    let mut seen = vec![usize::MAX; network.len()];
    let mut order: Vec<u32> = Vec::new();
    (0..network.len())
        .map(|person| {
            order.clear();
            order.push(person as u32);
            seen[person] = person;
            let mut from = 0;
            for _ in 0..steps {
                let to = order.len();
                for place in from..to {
                    for listener in network.listeners(order[place] as usize) {
                        if seen[*listener as usize] != person {
                            seen[*listener as usize] = person;
                            order.push(*listener);
                        }
                    }
                }
                from = to;
            }
            order.len() - 1
        })
        .collect()
}

/// How near each person is to those it reaches: their number, over the sum of their steps; 0
/// where it reaches nobody. Cost: O(people * arcs). Source: Freeman 1979.
pub fn closeness(network: &Network) -> Vec<f64> {
    let near = |person| {
        let (mut reached, mut sum) = (0, 0);
        for step in steps_from(network, person).into_iter().flatten() {
            reached += usize::from(step > 0);
            sum += step;
        }
        if sum == 0 { 0.0 } else { reached as f64 / sum as f64 }
    };
    (0..network.len()).map(near).collect()
}
