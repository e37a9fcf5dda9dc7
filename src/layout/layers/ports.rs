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

/// A level piece of a right-angled line.
#[derive(Clone, Copy)]
pub(super) struct Bus {
    /// The channel it runs in, by the row below it.
    pub(super) channel: usize,
    /// The line it belongs to.
    pub(super) line: usize,
    pub(super) left: f32,
    pub(super) right: f32,
}

/// At which level of its channel each line runs, counted from the top, and how many levels each channel has.
///
/// Pieces that would lie on each other take different levels. Source: the left-edge algorithm, Hashimoto, Stevens 1971.
pub(super) fn levels(mut buses: Vec<Bus>, channels: usize, gap: f32) -> (BTreeMap<(usize, usize), usize>, Vec<usize>) {
    buses.sort_by(|one, other| {
        (one.channel.cmp(&other.channel)).then(one.left.total_cmp(&other.left)).then(one.line.cmp(&other.line))
    });
    let mut levels = BTreeMap::new();
    let mut counts = vec![0; channels];
    for buses in buses.chunk_by(|one, other| one.channel == other.channel) {
        let mut ends: Vec<f32> = Vec::new();
        for bus in buses {
            let free = ends.iter().position(|end| end + gap < bus.left).unwrap_or(ends.len());
            match ends.get_mut(free) {
                Some(end) => *end = bus.right,
                None => ends.push(bus.right),
            }
            levels.insert((bus.line, bus.channel), free);
            counts[bus.channel] = ends.len();
        }
    }
    (levels, counts)
}
