//! How far people stand from each other along their lines: what the influence map draws.

use super::request::{LayoutRequest, LineKind};
use crate::model::LinkKind;

/// How long an influence is, by its strength from slight to decisive: the stronger, the nearer.
const INFLUENCE: [u16; 3] = [12, 10, 8];

/// A conflict, a personal tie.
const JOINED: u16 = 12;

/// A reporting line. It only keeps people from floating away.
const FORMAL: u16 = 16;

/// The longest of these lengths.
const LONGEST: usize = 16;

/// No way leads there.
pub(super) const APART: u16 = u16::MAX;

/// Who is joined with whom, and how long the line is; a symmetric graph as rows of one list.
#[derive(Clone, Debug)]
pub(super) struct Joints {
    starts: Vec<u32>,
    list: Vec<(u32, u16)>,
}

impl Joints {
    /// The lines of a request, dotted ones and reporting included. Of several between the same two the shortest counts.
    pub(super) fn of(request: &LayoutRequest) -> Self {
        let mut joints = Vec::with_capacity(request.cards.len() + request.lines.len());
        for (card, asked) in request.cards.iter().enumerate() {
            joints.extend(asked.manager.map(|manager| (card, manager, FORMAL)));
        }
        for line in &request.lines {
            let length = match line.kind {
                LineKind::Informal(LinkKind::Influences(strength)) => INFLUENCE[usize::from(strength.get().min(3)) - 1],
                LineKind::Informal(LinkKind::Conflict | LinkKind::Tie(_)) => JOINED,
                LineKind::Dotted => FORMAL,
            };
            joints.push((line.from, line.to, length));
        }
        Self::from_pairs(request.cards.len(), &joints)
    }

    fn from_pairs(count: usize, joints: &[(usize, usize, u16)]) -> Self {
        let both = joints.iter().flat_map(|(one, other, length)| [(*one, *other, *length), (*other, *one, *length)]);
        let mut all: Vec<(usize, usize, u16)> = both.filter(|(one, other, _)| one != other).collect();
        all.sort_unstable();
        all.dedup_by_key(|(one, other, _)| (*one, *other));
        let mut starts = vec![0_u32; count + 1];
        for (one, _, _) in &all {
            starts[one + 1] += 1;
        }
        for card in 0..count {
            starts[card + 1] += starts[card];
        }
        #[expect(clippy::cast_possible_truncation, reason = "fewer cards than 2^32")]
        let list = all.into_iter().map(|(_, other, length)| (other as u32, length)).collect();
        Self { starts, list }
    }

    pub(super) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whom a card is joined with, each with the length.
    pub(super) fn of_card(&self, card: usize) -> impl Iterator<Item = (usize, u16)> {
        let list = &self.list[self.starts[card] as usize..self.starts[card + 1] as usize];
        list.iter().map(|(other, length)| (*other as usize, *length))
    }

    /// The groups nobody is joined across, each in ascending order, by their first members.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut is_seen = vec![false; self.count()];
        let mut groups = Vec::new();
        for first in 0..self.count() {
            if is_seen[first] {
                continue;
            }
            is_seen[first] = true;
            let mut group = vec![first];
            let mut next = 0;
            while let Some(card) = group.get(next).copied() {
                next += 1;
                for (other, _) in self.of_card(card) {
                    if !std::mem::replace(&mut is_seen[other], true) {
                        group.push(other);
                    }
                }
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// The joints among `members` alone, a member known by its place in that list.
    pub(super) fn among(&self, members: &[usize]) -> Self {
        let mut place = vec![usize::MAX; self.count()];
        for (number, member) in members.iter().enumerate() {
            place[*member] = number;
        }
        let mut joints = Vec::new();
        for (number, member) in members.iter().enumerate() {
            let inside = self.of_card(*member).filter(|(other, _)| place[*other] != usize::MAX);
            joints.extend(inside.map(|(other, length)| (number, place[other], length)));
        }
        Self::from_pairs(members.len(), &joints)
    }
}

/// Shortest ways from one card to all others; keeps its tables from one search to the next.
///
/// Lengths are small whole numbers, so what is open lies in a ring of buckets. Source: Dial 1969.
#[derive(Default)]
pub(super) struct Walk {
    buckets: Vec<Vec<u32>>,
}

impl Walk {
    /// How far each card is from `source`, [`APART`] where no way leads. Cost: O(cards + joints).
    pub(super) fn from(&mut self, joints: &Joints, source: usize, far: &mut [u16]) {
        self.buckets.resize(LONGEST + 1, Vec::new());
        far.fill(APART);
        far[source] = 0;
        #[expect(clippy::cast_possible_truncation, reason = "fewer cards than 2^32")]
        self.buckets[0].push(source as u32);
        let (mut open, mut here) = (1_usize, 0_u16);
        while open > 0 {
            let bucket = usize::from(here) % (LONGEST + 1);
            let mut cards = std::mem::take(&mut self.buckets[bucket]);
            open -= cards.len();
            for card in cards.drain(..).map(|card| card as usize) {
                if far[card] != here {
                    continue;
                }
                for (other, length) in joints.of_card(card) {
                    let way = here.saturating_add(length).min(APART - 1);
                    if way < far[other] {
                        far[other] = way;
                        #[expect(clippy::cast_possible_truncation, reason = "fewer cards than 2^32")]
                        self.buckets[usize::from(way) % (LONGEST + 1)].push(other as u32);
                        open += 1;
                    }
                }
            }
            // Empty again, with its memory: no length is a whole turn of the ring.
            self.buckets[bucket] = cards;
            if here == APART - 1 {
                break;
            }
            here += 1;
        }
        self.buckets.iter_mut().for_each(Vec::clear);
    }
}

/// Numbers that look random and are the same in every run (xorshift, Marsaglia 2003).
pub(super) struct Numbers(u64);

impl Numbers {
    pub(super) fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    /// The list in another order (Fisher, Yates 1938).
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            #[expect(clippy::cast_possible_truncation, reason = "below the length of a list")]
            let other = (self.0 % (last as u64 + 1)) as usize;
            list.swap(last, other);
        }
    }
}
