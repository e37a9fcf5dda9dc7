//! Who is how many steps away from somebody: what the circle shows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Account, Link, Seat, SeatId};

/// How many seats a circle shows at the most; more are a crowd and no picture.
const SHOWN: usize = 60;

/// The seats at most `steps` steps away from `seat`, with how many steps it is; the seat itself is 0 away.
///
/// A step is an influence, a conflict, a personal tie, a reporting line or a dotted one, in either direction. Of more
/// than 60 seats the nearest stay, of equally near ones those with the most lines among all these. Empty where there
/// is no such seat. Cost: O(lines).
pub fn within_steps(account: &Account, seat: SeatId, steps: u8) -> BTreeMap<SeatId, u8> {
    if account.get::<Seat>(seat).is_none() {
        return BTreeMap::new();
    }
    let joined = joined(account);
    let of = |seat: &SeatId| joined.get(seat).into_iter().flatten();
    let mut away = BTreeMap::from([(seat, 0)]);
    let mut edge = vec![seat];
    for step in 1..=steps {
        let mut next = Vec::new();
        for other in edge.iter().flat_map(of) {
            if !away.contains_key(other) {
                away.insert(*other, step);
                next.push(*other);
            }
        }
        edge = next;
    }
    if away.len() <= SHOWN {
        return away;
    }
    let lines = |seat: &SeatId| of(seat).filter(|other| away.contains_key(other)).count();
    let mut ranked: Vec<(u8, Reverse<usize>, SeatId)> =
        away.iter().map(|(seat, step)| (*step, Reverse(lines(seat)), *seat)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(SHOWN).map(|(step, _, seat)| (seat, step)).collect()
}

/// Whom each seat is joined with.
fn joined(account: &Account) -> BTreeMap<SeatId, BTreeSet<SeatId>> {
    let mut joined: BTreeMap<SeatId, BTreeSet<SeatId>> = BTreeMap::new();
    let mut join = |one: SeatId, other: SeatId| {
        if one != other {
            joined.entry(one).or_default().insert(other);
            joined.entry(other).or_default().insert(one);
        }
    };
    for seat in account.all::<Seat>() {
        let above = seat.reports_to.iter().chain(&seat.dotted);
        // A seat that is not there joins nobody.
        above.filter(|above| account.get::<Seat>(**above).is_some()).for_each(|above| join(seat.id, *above));
    }
    let seats = account.seat_of_person();
    for link in account.all::<Link>().filter(|link| link.is_understood()) {
        if let (Some(from), Some(to)) = (seats.get(&link.from), seats.get(&link.to)) {
            join(*from, *to);
        }
    }
    joined
}
