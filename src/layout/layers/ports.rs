//! Where lines leave and enter cards, and at which height of a channel their level pieces run.

use std::collections::BTreeMap;

use super::strands::Ladder;
use crate::layout::geometry::CanvasRect;

/// Half of a card's edge: the card, whether it is the lower edge, whether the right half.
type Edge = (usize, bool, bool);

/// Where each line of the request leaves and enters: beside the middle, which the reporting line has.
///
/// Those that come from the left stand at the left, so that they do not cross at the card.
pub(super) fn ports(ladder: &Ladder, middles: &[f32], cards: &[CanvasRect]) -> Vec<(f32, f32)> {
    let mut at_edge: BTreeMap<Edge, Vec<(f32, usize, bool)>> = BTreeMap::new();
    for (line, stops) in ladder.strands.iter().enumerate() {
        let (last, before) = (stops.len() - 1, stops.len() - 2);
        for (card, next, is_start) in [(stops[0], stops[1], true), (stops[last], stops[before], false)] {
            let is_lower = ladder.row[next] > ladder.row[card];
            let is_right = middles[next] > middles[card] || (middles[next] >= middles[card] && is_start);
            at_edge.entry((card, is_lower, is_right)).or_default().push((middles[next], line, is_start));
        }
    }
    let mut ports = vec![(0.0, 0.0); ladder.strands.len()];
    for ((card, _, is_right), mut lines) in at_edge {
        lines.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let start = if is_right { 0.58 } else { 0.06 };
        #[expect(clippy::cast_precision_loss, reason = "fewer lines on a card than 2^24")]
        let count = lines.len() as f32 + 1.0;
        for (place, (_, line, is_start)) in (1_u16..).zip(lines) {
            let x = cards[card].x + cards[card].width * (start + 0.36 * f32::from(place) / count);
            if is_start {
                ports[line].0 = x;
            } else {
                ports[line].1 = x;
            }
        }
    }
    ports
}

/// The lines between neighbours of a row, by the places of both cards in the request: each in its own share of the
/// cards' height. Lines of the request are numbered as there, reporting ones after them.
pub(super) fn beside(ladder: &Ladder) -> BTreeMap<usize, f32> {
    let mut place = vec![0; ladder.cards];
    for row in &ladder.rows {
        let cards = row.iter().filter(|stop| ladder.is_card(**stop));
        cards.enumerate().for_each(|(at, card)| place[*card] = at);
    }
    let mut between: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let strands = ladder.strands.iter().enumerate().filter(|(_, stops)| stops.len() == 2);
    let strands = strands.map(|(line, stops)| (line, stops[0], stops[1]));
    let sides = (ladder.strands.len()..).zip(&ladder.sides).map(|(line, (one, other))| (line, *one, *other));
    for (line, one, other) in strands.chain(sides) {
        if ladder.row[one] == ladder.row[other] && place[one].abs_diff(place[other]) == 1 {
            between.entry((one.min(other), one.max(other))).or_default().push(line);
        }
    }
    let mut shares = BTreeMap::new();
    for lines in between.values() {
        #[expect(clippy::cast_precision_loss, reason = "fewer lines between two cards than 2^24")]
        let count = lines.len() as f32 + 1.0;
        shares.extend((1_u16..).zip(lines).map(|(at, line)| (*line, f32::from(at) / count)));
    }
    shares
}

/// A level piece of a right-angled line, and where the line goes on from it.
pub(super) struct Bus {
    /// The channel it runs in, by the row below it.
    pub(super) channel: usize,
    /// The line it belongs to.
    pub(super) line: usize,
    /// Where it is joined to the row above.
    pub(super) upward: Vec<f32>,
    /// Where it is joined to the row below.
    pub(super) downward: Vec<f32>,
}

impl Bus {
    fn reach(&self) -> (f32, f32) {
        let all = self.upward.iter().chain(&self.downward);
        all.fold((f32::MAX, f32::MIN), |(left, right), x| (left.min(*x), right.max(*x)))
    }

    /// The buses that must run below this one, by their places: else the uprights of both would lie on each other.
    fn must_be_above(&self, buses: &[Self], gap: f32) -> Vec<usize> {
        let meets = |other: &Self, x: f32| other.downward.iter().any(|below| (x - below).abs() < gap);
        let is_above = |other: &Self| other.line != self.line && self.upward.iter().any(|x| meets(other, *x));
        (0..buses.len()).filter(|other| is_above(&buses[*other])).collect()
    }
}

/// At which level of its channel each line runs, counted from the top, and how many levels each channel has.
///
/// Pieces that would lie on each other take different levels, in such an order that their uprights keep apart too,
/// where that can be. Source: the constrained left-edge algorithm, Hashimoto, Stevens 1971.
pub(super) fn levels(mut buses: Vec<Bus>, channels: usize, gap: f32) -> (BTreeMap<(usize, usize), usize>, Vec<usize>) {
    buses.sort_by(|one, other| {
        let (left, other_left) = (one.reach().0, other.reach().0);
        one.channel.cmp(&other.channel).then(left.total_cmp(&other_left)).then(one.line.cmp(&other.line))
    });
    let mut levels = BTreeMap::new();
    let mut counts = vec![0; channels];
    for buses in buses.chunk_by(|one, other| one.channel == other.channel) {
        let below: Vec<Vec<usize>> = buses.iter().map(|bus| bus.must_be_above(buses, gap * 0.5)).collect();
        let mut blocked = vec![0_usize; buses.len()];
        below.iter().flatten().for_each(|bus| blocked[*bus] += 1);
        let mut open: Vec<usize> = (0..buses.len()).collect();
        let mut level = 0;
        while let Some(first) = open.first().copied() {
            // Where each of some must be above the next, one of them cannot be helped.
            let is_stuck = open.iter().all(|bus| blocked[*bus] > 0);
            let mut end = f32::MIN;
            let mut placed = Vec::new();
            open.retain(|bus| {
                let (left, right) = buses[*bus].reach();
                let is_free = end + gap < left && (blocked[*bus] == 0 || (is_stuck && *bus == first));
                if is_free {
                    end = right;
                    placed.push(*bus);
                }
                !is_free
            });
            for bus in placed {
                levels.insert((buses[bus].line, buses[bus].channel), level);
                below[bus].iter().for_each(|other| blocked[*other] -= 1);
            }
            level += 1;
        }
        counts[buses[0].channel] = level;
    }
    (levels, counts)
}
