//! The order of the stops in their rows, such that few lines cross.
//!
//! Source: barycentres with transposition, Sugiyama, Tagawa, Toda 1981; Gansner, Koutsofios, North, Vo 1993.
//! Crossings are counted after Barth, Juenger, Mutzel 2004.

use super::strands::Ladder;

/// How often all rows are put in order anew.
const SWEEPS: usize = 16;
/// After how many sweeps without a better order the search ends.
const PATIENCE: usize = 5;
/// How often neighbours are exchanged after a sweep, at the most.
const ROUNDS: usize = 6;

/// Puts the stops of every row in order. Of equally good orders the one found first, so the result is always the same.
pub(super) fn arrange(ladder: &mut Ladder) {
    let start = ladder.rows.clone();
    let (from_above, above) = searched(ladder, true);
    ladder.rows = start;
    let (from_below, below) = searched(ladder, false);
    ladder.rows = if from_below < from_above { below } else { above };
}

/// The best order found by sweeps, the first of them downwards or upwards, and what it costs.
fn searched(ladder: &mut Ladder, begins_down: bool) -> (usize, Vec<Vec<usize>>) {
    let mut place = vec![0; ladder.row.len()];
    ladder.rows.iter().for_each(|row| note(row, &mut place));
    let mut best = ladder.rows.clone();
    let mut lowest = cost(ladder, &place);
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        if lowest == 0 || idle == PATIENCE {
            break;
        }
        let is_down = (sweep % 2 == 0) == begins_down;
        let count = ladder.rows.len();
        for step in 0..count {
            let row = if is_down { step } else { count - 1 - step };
            by_barycenters(ladder, row, is_down, &mut place);
        }
        transpose(ladder, &mut place);
        let now = cost(ladder, &place);
        idle += 1;
        if now < lowest {
            (lowest, idle) = (now, 0);
            best.clone_from(&ladder.rows);
        }
    }
    (lowest, best)
}

fn note(row: &[usize], place: &mut [usize]) {
    for (at, stop) in row.iter().enumerate() {
        place[*stop] = at;
    }
}

#[expect(clippy::cast_precision_loss, reason = "fewer stops than 2^24")]
fn by_barycenters(ladder: &mut Ladder, row: usize, is_down: bool, place: &mut [usize]) {
    // Places as shares of their row, so that those of different rows compare.
    let share = |stop: usize| (place[stop] as f32 + 0.5) / ladder.rows[ladder.row[stop]].len() as f32;
    let wish = |stop: usize| {
        let joined = if is_down { &ladder.up[stop] } else { &ladder.down[stop] };
        let fixed: f32 = joined.iter().map(|(other, _)| share(*other)).sum();
        // Who is joined to a neighbour of the same row is drawn there, half as strongly.
        let level: f32 = ladder.beside[stop].iter().map(|other| share(*other) * 0.5).sum();
        let weight = joined.len() as f32 + ladder.beside[stop].len() as f32 * 0.5;
        if weight > 0.0 { (fixed + level) / weight } else { share(stop) }
    };
    let mut wishes: Vec<(f32, usize)> = ladder.rows[row].iter().map(|stop| (wish(*stop), *stop)).collect();
    wishes.sort_by(|one, other| one.0.total_cmp(&other.0));
    ladder.rows[row] = wishes.into_iter().map(|(_, stop)| stop).collect();
    note(&ladder.rows[row], place);
}

/// Exchanges neighbours as long as that helps.
fn transpose(ladder: &mut Ladder, place: &mut [usize]) {
    for _ in 0..ROUNDS {
        let mut is_better = false;
        for row in 0..ladder.rows.len() {
            for at in 1..ladder.rows[row].len() {
                let (left, right) = (ladder.rows[row][at - 1], ladder.rows[row][at]);
                if gain(ladder, place, left, right) > 0 {
                    ladder.rows[row].swap(at - 1, at);
                    place.swap(left, right);
                    is_better = true;
                }
            }
        }
        if !is_better {
            return;
        }
    }
}

/// By how much the cost falls when two neighbours are exchanged.
fn gain(ladder: &Ladder, place: &[usize], left: usize, right: usize) -> i64 {
    let mut gain = 0;
    for joined in [&ladder.up, &ladder.down] {
        for (one, _) in &joined[left] {
            for (other, _) in &joined[right] {
                match place[*one].cmp(&place[*other]) {
                    std::cmp::Ordering::Greater => gain += 1,
                    std::cmp::Ordering::Less => gain -= 1,
                    std::cmp::Ordering::Equal => {}
                }
            }
        }
    }
    let nearer = |stop: usize, other: usize, is_right: bool| {
        let others = ladder.beside[stop].iter().filter(|joined| **joined != other && **joined != stop);
        others.map(|joined| if (place[*joined] > place[stop]) == is_right { 1 } else { -1 }).sum::<i64>()
    };
    gain + nearer(left, right, true) + nearer(right, left, false)
}

/// Crossings between rows, and how far apart those joined within a row stand.
fn cost(ladder: &Ladder, place: &[usize]) -> usize {
    let crossings: usize = (1..ladder.rows.len()).map(|row| crossings(ladder, place, row)).sum();
    let apart = |stop: usize| {
        let others = ladder.beside[stop].iter();
        others.map(|other| place[stop].abs_diff(place[*other])).sum::<usize>()
    };
    crossings + (0..ladder.cards).map(apart).sum::<usize>() / 2
}

/// Crossings between a row and the one above it: inversions, counted with a tree of sums.
fn crossings(ladder: &Ladder, place: &[usize], row: usize) -> usize {
    let mut ends: Vec<usize> = Vec::new();
    for stop in &ladder.rows[row - 1] {
        let first = ends.len();
        ends.extend(ladder.down[*stop].iter().map(|(lower, _)| place[*lower]));
        ends[first..].sort_unstable();
    }
    let width = ladder.rows[row].len();
    let mut sums = vec![0_usize; width + 1];
    let mut count = 0;
    for (seen, end) in ends.into_iter().enumerate() {
        let mut at = end + 1;
        let mut not_right = 0;
        while at > 0 {
            not_right += sums[at];
            at &= at - 1;
        }
        count += seen - not_right;
        at = end + 1;
        while at <= width {
            sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    count
}
