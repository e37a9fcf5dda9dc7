//! Both organisations in one picture: everybody of then and now, each once.

use std::collections::BTreeMap;

use super::compare::Side;
use crate::model::{PersonId, Snapshot, SnapshotPerson};

/// Somebody of the united organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct United<'a> {
    /// How the person stood then; `None` is new.
    pub then: Option<&'a SnapshotPerson>,
    /// How the person stands now; `None` is gone.
    pub now: Option<&'a SnapshotPerson>,
    /// Under whom, by place in the list: as it is now, and for who is gone as it was.
    pub superior: Option<usize>,
}

impl United<'_> {
    /// Who.
    pub fn person(&self) -> PersonId {
        // One of the two is always there.
        self.now.or(self.then).map_or(PersonId::from_bits(0), |known| known.person)
    }

    /// Whether the person has a seat now, or had one then and is gone.
    pub fn is_on_chart(&self) -> bool {
        [self.now, self.then].into_iter().flatten().any(|known| known.seat.is_some())
    }
}

/// Everybody of both snapshots in the order of their ids, without loops. Cost: O(n log n).
///
/// Whoever reports to a seat that is vacant now stands under the one who sat there.
pub fn united<'a>(then: &'a Snapshot, now: &'a Snapshot) -> Vec<United<'a>> {
    let (then, now) = (Side::of(then), Side::of(now));
    let mut people: BTreeMap<PersonId, (Option<&SnapshotPerson>, Option<&SnapshotPerson>)> = BTreeMap::new();
    for (id, known) in &then.people {
        people.entry(*id).or_default().0 = Some(known);
    }
    for (id, known) in &now.people {
        people.entry(*id).or_default().1 = Some(known);
    }
    let places: BTreeMap<PersonId, usize> = people.keys().copied().zip(0..).collect();
    let superior = |before: Option<&SnapshotPerson>, after: Option<&SnapshotPerson>| {
        // Off the map now, a person stands where the seat was.
        let (known, sides) = match (after.filter(|after| after.seat.is_some()), before) {
            (Some(after), _) => (after, [&now, &then]),
            (None, Some(before)) => (before, [&then, &now]),
            (None, None) => return None,
        };
        let holder = sides.iter().find_map(|side| side.by_seat.get(&known.reports_to?))?;
        places.get(&holder.person).copied().filter(|_| holder.person != known.person)
    };
    let list = people.into_values().map(|(then, now)| United { then, now, superior: superior(then, now) });
    let mut list: Vec<United<'_>> = list.collect();
    cut_loops(&mut list);
    list
}

/// Then and now together may make a loop that neither has: it is cut where it closes.
fn cut_loops(list: &mut [United<'_>]) {
    let mut walk_of: Vec<Option<usize>> = vec![None; list.len()];
    for start in 0..list.len() {
        let mut here = start;
        while walk_of[here].is_none() {
            walk_of[here] = Some(start);
            let Some(above) = list[here].superior else { break };
            if walk_of[above] == Some(start) {
                list[here].superior = None;
                break;
            }
            here = above;
        }
    }
}
