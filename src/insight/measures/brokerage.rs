//! Who is free to broker between people who do not know each other.

use crate::insight::network::Network;

/// Burt's constraint: how far a person's ties lead, directly and through each other, to the same
/// people. Low is free to broker between groups, 1 and above is hemmed in; `None` without ties.
///
/// With p(i, j) the share of i's ties that goes to j, both directions and their strengths summed:
/// the sum over i's contacts j of (p(i, j) + sum over q of p(i, q) p(q, j)) squared.
/// Cost: O(sum over people of their ties squared). Source: Burt 1992, "Structural holes".
pub fn constraint(network: &Network) -> Vec<Option<f64>> {
    let ties: Vec<Vec<(usize, f64)>> = (0..network.len()).map(|person| shares(network, person)).collect();
    // Investment of the person in hand in everybody, cleared after each.
    let mut invested = vec![0.0; network.len()];
    let of_person = |person: usize| {
        for (contact, share) in &ties[person] {
            invested[*contact] += share;
            for (other, further) in &ties[*contact] {
                invested[*other] += share * further;
            }
        }
        let sum = ties[person].iter().map(|(contact, _)| invested[*contact] * invested[*contact]).sum();
        for (contact, _) in &ties[person] {
            invested[*contact] = 0.0;
            ties[*contact].iter().for_each(|(other, _)| invested[*other] = 0.0);
        }
        (!ties[person].is_empty()).then_some(sum)
    };
    (0..network.len()).map(of_person).collect()
}

/// A person's contacts, each with its share of all the person's ties.
fn shares(network: &Network, person: usize) -> Vec<(usize, f64)> {
    let mut ties: Vec<(usize, u8)> = network.influences(person).chain(network.influenced_by(person)).collect();
    ties.sort_unstable();
    ties.dedup_by(|later, first| {
        let is_same = later.0 == first.0;
        first.1 += if is_same { later.1 } else { 0 };
        is_same
    });
    let all: f64 = ties.iter().map(|(_, strength)| f64::from(*strength)).sum();
    ties.into_iter().map(|(contact, strength)| (contact, f64::from(strength) / all)).collect()
}
