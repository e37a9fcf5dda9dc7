//! The order of siblings: those who are linked stand near each other.
//!
//! Source: minimum linear arrangement by dynamic programming over subsets (Held, Karp 1962) up
//! to twelve, barycentres (Sugiyama 1981) beyond.

/// Up to how many units the order is exact.
const EXACT: usize = 12;

/// Symmetric weights between the units of one manager.
pub(super) struct Weights {
    size: usize,
    cells: Vec<u32>,
    /// How strongly each unit is drawn to people right (above 0) or left of the manager's branch.
    pull: Vec<i64>,
}

impl Weights {
    pub(super) fn new(size: usize) -> Self {
        Self { size, cells: vec![0; size * size], pull: vec![0; size] }
    }

    pub(super) fn add(&mut self, one: usize, other: usize, weight: u32) {
        if one != other {
            self.cells[one * self.size + other] += weight;
            self.cells[other * self.size + one] += weight;
        }
    }

    pub(super) fn add_pull(&mut self, unit: usize, pull: i64) {
        self.pull[unit] += pull;
    }

    fn get(&self, one: usize, other: usize) -> u32 {
        self.cells[one * self.size + other]
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|weight| *weight == 0) && self.pull.iter().all(|pull| *pull == 0)
    }
}

/// The units in an order that keeps linked ones near, those drawn outwards at that side; the order
/// given where nothing is linked.
pub(super) fn arranged(weights: &Weights) -> Vec<usize> {
    let given: Vec<usize> = (0..weights.size).collect();
    if weights.size < 2 || weights.is_empty() {
        return given;
    }
    let order = if weights.size <= EXACT { exact(weights) } else { barycenters(weights) };
    let turned: Vec<usize> = order.iter().rev().copied().collect();
    // Of equally good orders the one nearest to the order given.
    let rank = |order: &[usize]| (cost(weights, order), inversions(order));
    [given, order, turned].into_iter().min_by_key(|order| rank(order)).unwrap_or_default()
}

/// Sum of weight times distance over all pairs, for units standing one place apart.
pub fn arrangement_cost(order: &[usize], weight: impl Fn(usize, usize) -> u32) -> u32 {
    let mut sum = 0;
    for (place, one) in order.iter().enumerate() {
        for (distance, other) in (1..).zip(&order[place + 1..]) {
            sum += weight(*one, *other) * distance;
        }
    }
    sum
}

fn cost(weights: &Weights, order: &[usize]) -> i64 {
    let drawn: i64 = (0..).zip(order).map(|(place, unit): (i64, _)| weights.pull[*unit] * place).sum();
    i64::from(arrangement_cost(order, |one, other| weights.get(one, other))) - drawn
}

fn inversions(order: &[usize]) -> usize {
    let later = |(place, one): (usize, &usize)| order[place + 1..].iter().filter(|other| *other < one).count();
    order.iter().enumerate().map(later).sum()
}

/// The cost of an order is the sum of its cuts, so the best order of a set grows by one unit.
fn exact(weights: &Weights) -> Vec<usize> {
    let full = (1_usize << weights.size) - 1;
    let mut best = vec![i64::MAX; full + 1];
    let mut last = vec![usize::MAX; full + 1];
    let mut cut = vec![0_i64; full + 1];
    best[0] = 0;
    for set in 1..=full {
        let newest = set.trailing_zeros() as usize;
        let rest = set & (set - 1);
        // The newest unit's links to the outside are cut; those to the inside no longer are.
        let sign = |unit: usize| if rest & (1 << unit) == 0 { 1 } else { -1 };
        let change: i64 = (0..weights.size).map(|unit| i64::from(weights.get(newest, unit)) * sign(unit)).sum();
        cut[set] = cut[rest] + change;
        let place = i64::from(set.count_ones()) - 1;
        for unit in (0..weights.size).filter(|unit| set & (1 << unit) != 0) {
            let before = best[set & !(1 << unit)] - weights.pull[unit] * place;
            if before < best[set] {
                best[set] = before;
                last[set] = unit;
            }
        }
        best[set] += cut[set];
    }
    let mut order = Vec::with_capacity(weights.size);
    let mut set = full;
    while set != 0 {
        order.push(last[set]);
        set &= !(1 << last[set]);
    }
    order.reverse();
    order
}

fn barycenters(weights: &Weights) -> Vec<usize> {
    let mut order: Vec<usize> = (0..weights.size).collect();
    let mut best = order.clone();
    let mut lowest = cost(weights, &best);
    for _ in 0..24 {
        let mut place = vec![0.0_f32; weights.size];
        for (at, unit) in (0_u16..).zip(&order) {
            place[*unit] = f32::from(at);
        }
        let pull = |unit: usize| {
            // A unit holds on to its own place a little, so that sweeps settle.
            let mut sum = place[unit];
            let mut total = 1.0;
            for (other, place) in place.iter().enumerate() {
                let weight = f32::from(u16::try_from(weights.get(unit, other)).unwrap_or(u16::MAX));
                sum += place * weight;
                total += weight;
            }
            let drawn = f32::from(i16::try_from(weights.pull[unit]).unwrap_or(i16::MAX));
            let end = if drawn > 0.0 { f32::from(u16::try_from(weights.size).unwrap_or(u16::MAX)) } else { -1.0 };
            sum += end * drawn.abs();
            total += drawn.abs();
            sum / total
        };
        let pulls: Vec<f32> = (0..weights.size).map(pull).collect();
        order.sort_by(|one, other| pulls[*one].total_cmp(&pulls[*other]));
        let now = cost(weights, &order);
        if now < lowest {
            lowest = now;
            best.clone_from(&order);
        }
    }
    best
}
