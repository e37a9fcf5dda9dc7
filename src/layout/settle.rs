//! Points whose distances come as near as they can to those along the lines: PivotMDS, then gradient descent.
//!
//! Source: Brandes, Pich 2007 (PivotMDS); Zheng, Pawar, Goodman 2019 (SGD); Ortmann, Klimenta, Brandes 2017 (sparse).

use super::distances::{APART, Joints, Numbers, Walk};

/// Up to how many people every pair counts.
const EXACT: usize = 1_000;

/// Pivots of the start; more change nothing that can be seen.
const START_PIVOTS: usize = 50;

/// Pivots that stand for everybody where not every pair counts.
const PIVOTS: usize = 200;

/// Rounds of the descent.
const ROUNDS: u16 = 15;

/// A place in units of the lengths of lines.
pub(super) type Spot = [f32; 2];

/// A place for each of some people who are all joined. Cost: O(n squared) up to 1,000, O(200 n) a round beyond.
pub(super) fn settle(joints: &Joints) -> Vec<Spot> {
    let count = joints.count();
    match count {
        0 => return Vec::new(),
        1 => return vec![[0.0, 0.0]],
        _ => {}
    }
    // Shuffled once: neighbors in the list are strangers, so that rounds may walk it in order.
    let mut order: Vec<usize> = (0..count).collect();
    let mut numbers = Numbers::new();
    numbers.shuffle(&mut order);
    let shuffled = joints.among(&order);
    let mut spots = started(&shuffled);
    if count <= EXACT {
        descend_exact(&shuffled, &mut spots, &mut numbers)
    } else {
        descend_sparse(&shuffled, &mut spots)
    }
    let mut settled = vec![[0.0; 2]; count];
    for (place, person) in order.iter().enumerate() {
        settled[*person] = spots[place];
    }
    settled
}

/// Rows of distances from pivots that stand as far apart as they can, and the pivots.
fn pivots(joints: &Joints, wanted: usize) -> (Vec<usize>, Vec<Vec<u16>>) {
    let mut nearest = vec![APART; joints.count()];
    let (mut list, mut rows) = (Vec::new(), Vec::new());
    let mut walk = Walk::default();
    let mut pivot = 0;
    while list.len() < wanted.min(joints.count()) {
        let mut row = vec![0; joints.count()];
        walk.from(joints, pivot, &mut row);
        for (near, far) in nearest.iter_mut().zip(&row) {
            *near = (*near).min(*far);
        }
        list.push(pivot);
        rows.push(row);
        let farthest = nearest.iter().enumerate().max_by_key(|(place, near)| (**near, std::cmp::Reverse(*place)));
        pivot = farthest.map_or(0, |(place, _)| place);
    }
    (list, rows)
}

/// PivotMDS: the two directions in which the squared distances to the pivots differ most.
fn started(joints: &Joints) -> Vec<Spot> {
    let (_, rows) = pivots(joints, START_PIVOTS);
    let count = joints.count();
    let square = |far: u16| f32::from(far) * f32::from(far);
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
    let (people, amount) = (count as f32, rows.len() as f32);
    let of_row: Vec<f32> = rows.iter().map(|row| row.iter().map(|far| square(*far)).sum::<f32>() / people).collect();
    let all = of_row.iter().sum::<f32>() / amount;
    let of_person: Vec<f32> =
        (0..count).map(|person| rows.iter().map(|row| square(row[person])).sum::<f32>() / amount).collect();
    let centered: Vec<Vec<f32>> = rows
        .iter()
        .zip(&of_row)
        .map(|(row, mean)| {
            row.iter().zip(&of_person).map(|(far, own)| -0.5 * (square(*far) - mean - own + all)).collect()
        })
        .collect();
    let products: Vec<Vec<f32>> =
        centered.iter().map(|one| centered.iter().map(|other| dot(one, other)).collect()).collect();
    let first = strongest(&products, &[]);
    let second = strongest(&products, &first);
    let along = |direction: &[f32], person: usize| -> f32 {
        centered.iter().zip(direction).map(|(row, part)| row[person] * part).sum()
    };
    let mut spots: Vec<Spot> = (0..count).map(|person| [along(&first, person), along(&second, person)]).collect();
    // The scale is the one at which distances to the first pivot are right on average.
    let from = spots[0];
    let drawn: f32 = spots.iter().map(|spot| length(spot[0] - from[0], spot[1] - from[1])).sum();
    let meant: f32 = rows[0].iter().map(|far| f32::from(*far)).sum();
    let scale = if drawn > 0.0 { meant / drawn } else { 0.0 };
    // Twins stand on one spot; a hair's breadth apart they can be pulled apart.
    for (number, spot) in (0_u16..).zip(&mut spots) {
        let aside = f32::from(number % 97) * 0.001;
        *spot = [spot[0] * scale + aside, spot[1] * scale - f32::from(number % 89) * 0.001];
    }
    spots
}

/// The strongest eigenvector of a symmetric matrix at a right angle to `other` (power iteration).
fn strongest(matrix: &[Vec<f32>], other: &[f32]) -> Vec<f32> {
    let mut vector: Vec<f32> = (0..matrix.len()).map(|place| if place.is_multiple_of(2) { 1.0 } else { 0.5 }).collect();
    for _ in 0..60 {
        let aside = dot(&vector, other);
        for (part, other) in vector.iter_mut().zip(other) {
            *part -= aside * other;
        }
        let next: Vec<f32> = matrix.iter().map(|row| dot(row, &vector)).collect();
        let size = dot(&next, &next).sqrt();
        if !(size > 0.0 && size.is_finite()) {
            break;
        }
        vector = next.into_iter().map(|part| part / size).collect();
    }
    vector
}

fn dot(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

pub(super) fn length(dx: f32, dy: f32) -> f32 {
    (dx * dx + dy * dy).sqrt()
}

/// How far spots move in each round: first as far as the farthest pair asks, then ever less.
fn steps(longest: f32, shortest: f32) -> impl Iterator<Item = f32> {
    // From a good start the first rounds of the paper, which throw everything about, are left out.
    let (first, last) = (longest * longest * 0.25, 0.1 * shortest * shortest);
    let decay = (last / first).ln() / f32::from(ROUNDS - 1);
    (0..ROUNDS).map(move |round| first * (decay * f32::from(round)).exp())
}

/// Moves two spots towards the distance `meant`; `step` tells how much of the way a pair of this length goes.
fn pull(spots: &mut [Spot], one: usize, other: usize, meant: f32, step: f32) {
    let (dx, dy) = (spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]);
    let drawn = length(dx, dy).max(0.001);
    let part = (step / (meant * meant)).min(1.0) * (drawn - meant) / (2.0 * drawn);
    spots[one] = [spots[one][0] - part * dx, spots[one][1] - part * dy];
    spots[other] = [spots[other][0] + part * dx, spots[other][1] + part * dy];
}

/// Every pair once a round. Distances lie by how far apart two people stand in the list, so that memory is read in order.
fn descend_exact(joints: &Joints, spots: &mut [Spot], numbers: &mut Numbers) {
    let count = joints.count();
    let half = count / 2;
    let mut by_shift = vec![0_u16; half * count];
    let mut row = vec![0; count];
    let mut walk = Walk::default();
    let mut longest = 0;
    for one in 0..count {
        walk.from(joints, one, &mut row);
        for shift in 1..=half {
            by_shift[(shift - 1) * count + one] = row[(one + shift) % count];
        }
        longest = row.iter().copied().fold(longest, u16::max);
    }
    let mut shifts: Vec<usize> = (1..=half).collect();
    for step in steps(f32::from(longest), 8.0) {
        numbers.shuffle(&mut shifts);
        for shift in &shifts {
            let meant = &by_shift[(shift - 1) * count..shift * count];
            // At half the list every pair comes twice.
            let pairs = if shift * 2 == count { half } else { count };
            for (one, meant) in meant.iter().enumerate().take(pairs) {
                let other = if one + shift < count { one + shift } else { one + shift - count };
                pull(spots, one, other, f32::from(*meant), step);
            }
        }
    }
}

/// Joints, and pivots that stand for the people around them.
fn descend_sparse(joints: &Joints, spots: &mut [Spot]) {
    let (list, rows) = pivots(joints, PIVOTS);
    let crowds = crowds(&rows);
    let longest = rows.iter().flatten().copied().fold(1, u16::max);
    let mut numbers = Numbers::new();
    let mut turns: Vec<usize> = (0..list.len()).collect();
    for step in steps(f32::from(longest), 8.0) {
        numbers.shuffle(&mut turns);
        for turn in &turns {
            let at = spots[list[*turn]];
            let terms = spots.iter_mut().zip(&rows[*turn]).zip(&crowds[*turn]);
            for ((spot, meant), crowd) in terms.filter(|((_, meant), _)| **meant > 0) {
                let meant = f32::from(*meant);
                let (dx, dy) = (spot[0] - at[0], spot[1] - at[1]);
                let drawn = length(dx, dy).max(0.001);
                let part = (step * f32::from(*crowd) / (meant * meant)).min(1.0) * (drawn - meant) / (2.0 * drawn);
                *spot = [spot[0] - part * dx, spot[1] - part * dy];
            }
        }
        for one in 0..joints.count() {
            for (other, meant) in joints.of_card(one).filter(|(other, _)| *other > one) {
                pull(spots, one, other, f32::from(meant), step);
            }
        }
    }
}

/// For each pivot and person how many the pivot stands for: those around it at most half as far away.
fn crowds(rows: &[Vec<u16>]) -> Vec<Vec<u16>> {
    let count = rows.first().map_or(0, Vec::len);
    let mut around: Vec<Vec<u16>> = vec![Vec::new(); rows.len()];
    for person in 0..count {
        let nearest = (0..rows.len()).min_by_key(|pivot| rows[*pivot][person]).unwrap_or(0);
        around[nearest].push(rows[nearest][person]);
    }
    let crowd = |(row, mut around): (&Vec<u16>, Vec<u16>)| {
        around.sort_unstable();
        let of = |far: &u16| u16::try_from(around.partition_point(|near| *near <= far / 2)).unwrap_or(u16::MAX);
        row.iter().map(of).collect()
    };
    rows.iter().zip(around).map(crowd).collect()
}
