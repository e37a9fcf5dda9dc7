//! Who influences whom, as plain arrays: what every measure and the verdict stand on.

use crate::model::{Account, Link, LinkKind, Person, PersonId};

/// The arcs that leave each person, or those that enter, by compressed rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    /// Where the row of each person starts, and where the last one ends.
    starts: Vec<u32>,
    /// The other ends, rising within a row.
    ends: Vec<u32>,
    /// Strength of each arc, 1 to 3.
    strengths: Vec<u8>,
}

impl Rows {
    /// Rows of arcs `(row, end, strength)` in rising order.
    fn of_sorted(people: usize, arcs: &[(u32, u32, u8)]) -> Self {
        let mut starts = vec![0_u32; people + 1];
        for (row, _, _) in arcs {
            starts[*row as usize + 1] += 1;
        }
        for place in 0..people {
            starts[place + 1] += starts[place];
        }
        let (ends, strengths) = arcs.iter().map(|(_, end, strength)| (*end, *strength)).unzip();
        Self { starts, ends, strengths }
    }

    fn range(&self, person: usize) -> std::ops::Range<usize> {
        self.starts[person] as usize..self.starts[person + 1] as usize
    }
}

/// People as 0..n and directed arcs between them, each with a strength of 1 to 3.
///
/// No arc leads from a person to itself, and at most one from one person to another: the
/// strongest of those that were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    people: Vec<PersonId>,
    out: Rows,
    into: Rows,
}

impl Network {
    /// The influence links of an account; a link whose kind this version does not understand is
    /// left out. People stand in the order of their ids. Cost: O(links log links).
    pub fn of_account(account: &Account) -> Self {
        let people: Vec<PersonId> = account.all::<Person>().map(|person| person.id).collect();
        let place = |person| people.binary_search(&person).ok();
        let arcs = account.all::<Link>().filter(|link| link.is_understood()).filter_map(|link| match link.kind {
            LinkKind::Influences(strength) => Some((place(link.from)?, place(link.to)?, strength.get())),
            LinkKind::Conflict | LinkKind::Tie(_) => None,
        });
        let network = Self::of_arcs(people.len(), arcs);
        Self { people, ..network }
    }

    /// A network of `people` persons, named by their numbers, and arcs `(from, to, strength)`.
    /// What names nobody is left out; strengths are held to 1 to 3.
    pub fn of_arcs(people: usize, arcs: impl IntoIterator<Item = (usize, usize, u8)>) -> Self {
        let mut sorted: Vec<(u32, u32, u8)> = arcs
            .into_iter()
            .filter(|(from, to, _)| from != to && *from < people && *to < people)
            .map(|(from, to, strength)| (from as u32, to as u32, strength.clamp(1, 3)))
            .collect();
        sorted.sort_unstable_by_key(|(from, to, strength)| (*from, *to, std::cmp::Reverse(*strength)));
        sorted.dedup_by_key(|(from, to, _)| (*from, *to));
        let out = Rows::of_sorted(people, &sorted);
        for arc in &mut sorted {
            *arc = (arc.1, arc.0, arc.2);
        }
        sorted.sort_unstable();
        let into = Rows::of_sorted(people, &sorted);
        Self { people: (0..people).map(|number| PersonId::from_bits(number as u128)).collect(), out, into }
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.out.ends.len()
    }

    /// The people, by their numbers, in the order of their ids.
    pub fn people(&self) -> &[PersonId] {
        &self.people
    }

    /// The number of a person.
    pub fn number(&self, person: PersonId) -> Option<usize> {
        self.people.binary_search(&person).ok()
    }

    /// The numbers of those whom a person influences, rising.
    pub fn listeners(&self, person: usize) -> &[u32] {
        &self.out.ends[self.out.range(person)]
    }

    /// Whom a person influences, and how strongly.
    pub fn influences(&self, person: usize) -> impl Iterator<Item = (usize, u8)> {
        let range = self.out.range(person);
        self.out.ends[range.clone()].iter().map(|end| *end as usize).zip(self.out.strengths[range].iter().copied())
    }

    /// Who influences a person, and how strongly.
    pub fn influenced_by(&self, person: usize) -> impl Iterator<Item = (usize, u8)> {
        let range = self.into.range(person);
        self.into.ends[range.clone()].iter().map(|end| *end as usize).zip(self.into.strengths[range].iter().copied())
    }

    /// The same people with every arc turned round.
    pub fn reversed(&self) -> Self {
        Self { people: self.people.clone(), out: self.into.clone(), into: self.out.clone() }
    }
}
