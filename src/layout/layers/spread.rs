//! Where the stops stand across: near what they are joined to, long lines upright.
//!
//! Each row is placed at once and exactly: least squares under the smallest distances, which is an isotonic regression
//! (pool adjacent violators, Ayer et al. 1955). Chosen over Brandes, Koepf 2001 because it takes cards of any width and
//! pins as they are; a last step makes long lines upright wherever there is room, as theirs does.

use super::strands::Ladder;
use crate::layout::request::LayoutRequest;
use crate::theme::MapMetrics;

/// How often all rows are placed anew, to and fro.
const SWEEPS: usize = 12;
/// What a pin weighs against a card that stands where the layout put it.
const PIN: f32 = 1.0e6;

/// The middle of every stop. Pinned cards may change the order of their row.
pub(super) fn spread(request: &LayoutRequest, ladder: &mut Ladder) -> Vec<f32> {
    let widths: Vec<f32> = request.cards.iter().map(|card| card.width).collect();
    let mut spread = Spread { widths, metrics: request.metrics, middle: vec![0.0; ladder.row.len()] };
    let count = ladder.rows.len();
    for row in &ladder.rows {
        spread.pack(row);
    }
    for sweep in 0..SWEEPS {
        let is_down = sweep % 2 == 0;
        for step in 0..count {
            let row = if is_down { step } else { count - 1 - step };
            // First from one side, so that the whole takes shape; then from both, so that it settles.
            let sides = (is_down || sweep >= SWEEPS / 2, !is_down || sweep >= SWEEPS / 2);
            spread.settle(ladder, row, sides);
        }
    }
    spread.put_pins(request, ladder);
    let trunks = ladder.trunks.iter().map(|trunk| &trunk.stops[1..]);
    let strands = ladder.strands.iter().map(|strand| &strand[1..strand.len() - 1]);
    for passes in strands.chain(trunks) {
        spread.straighten(ladder, passes);
    }
    spread.middle
}

struct Spread {
    /// Widths of the cards; a pass takes none.
    widths: Vec<f32>,
    metrics: MapMetrics,
    middle: Vec<f32>,
}

impl Spread {
    /// The smallest distance between the middles of two neighbours.
    fn distance(&self, left: usize, right: usize) -> f32 {
        let (one, other) = (self.widths.get(left), self.widths.get(right));
        let gap = match (one, other) {
            (Some(_), Some(_)) => self.metrics.sibling_gap,
            (Some(_), None) | (None, Some(_)) => self.metrics.corner * 2.0,
            (None, None) => self.metrics.corner * 1.5,
        };
        f32::midpoint(one.copied().unwrap_or(0.0), other.copied().unwrap_or(0.0)) + gap
    }

    /// The row as narrow as can be, its middle at 0.
    fn pack(&mut self, row: &[usize]) {
        let mut at = 0.0;
        for (place, stop) in row.iter().enumerate() {
            at += if place > 0 { self.distance(row[place - 1], *stop) } else { 0.0 };
            self.middle[*stop] = at;
        }
        row.iter().for_each(|stop| self.middle[*stop] -= at / 2.0);
    }

    /// Places a row near what it is joined to above and below.
    fn settle(&mut self, ladder: &Ladder, row: usize, (above, below): (bool, bool)) {
        let wish = |stop: usize| {
            let (mut sum, mut weight) = (self.middle[stop] * 0.05, 0.05);
            let up = ladder.up[stop].iter().filter(|_| above);
            for (other, strength) in up.chain(ladder.down[stop].iter().filter(|_| below)) {
                sum += self.middle[*other] * strength;
                weight += strength;
            }
            (sum / weight, weight)
        };
        let row = &ladder.rows[row];
        let wishes: Vec<(f32, f32)> = row.iter().map(|stop| wish(*stop)).collect();
        self.fit(row, &wishes);
    }

    /// Middles nearest to the wishes, each a place and its weight, at which nobody comes too near to a neighbour.
    fn fit(&mut self, row: &[usize], wishes: &[(f32, f32)]) {
        // Distances taken off, places only have to rise; runs of equal ones are pooled.
        let mut pools: Vec<Pool> = Vec::with_capacity(row.len());
        let mut reach = 0.0;
        for (place, (wish, weight)) in wishes.iter().enumerate() {
            reach += if place > 0 { self.distance(row[place - 1], row[place]) } else { 0.0 };
            let mut pool = Pool { at: wish - reach, weight: *weight, count: 1 };
            while let Some(before) = pools.pop_if(|before| before.at > pool.at) {
                let weight = before.weight + pool.weight;
                let at = (before.at * before.weight + pool.at * pool.weight) / weight;
                pool = Pool { at, weight, count: before.count + pool.count };
            }
            pools.push(pool);
        }
        let places = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.at, pool.count));
        reach = 0.0;
        for (place, (stop, at)) in row.iter().zip(places).enumerate() {
            reach += if place > 0 { self.distance(row[place - 1], *stop) } else { 0.0 };
            self.middle[*stop] = at + reach;
        }
    }

    /// Puts pinned cards where the user wants them; the rest of their rows makes room, all other rows stay.
    fn put_pins(&mut self, request: &LayoutRequest, ladder: &mut Ladder) {
        let pin = |stop: usize| {
            let card = request.cards.get(stop)?;
            #[expect(clippy::cast_precision_loss, reason = "whole points of a canvas")]
            card.pin.map(|pin| pin.x as f32 + card.width / 2.0)
        };
        for row in &mut ladder.rows {
            if row.iter().all(|stop| pin(*stop).is_none()) {
                continue;
            }
            let wish = |stop: usize| pin(stop).unwrap_or(self.middle[stop]);
            row.sort_by(|one, other| wish(*one).total_cmp(&wish(*other)));
            let weight = |stop: usize| if pin(stop).is_some() { PIN } else { 1.0 };
            let wishes: Vec<(f32, f32)> = row.iter().map(|stop| (wish(*stop), weight(*stop))).collect();
            self.fit(row, &wishes);
        }
    }

    /// Puts runs of passes on one upright as far as their neighbours leave room.
    fn straighten(&mut self, ladder: &Ladder, passes: &[usize]) {
        let mut rest = passes;
        while !rest.is_empty() {
            let mut room = (f32::MIN, f32::MAX);
            let mut count = 0;
            for stop in rest {
                let own = self.room(ladder, *stop);
                let both = (room.0.max(own.0), room.1.min(own.1));
                if count > 0 && both.0 > both.1 {
                    break;
                }
                (room, count) = (both, count + 1);
            }
            let (run, after) = rest.split_at(count);
            #[expect(clippy::cast_precision_loss, reason = "fewer rows than 2^24")]
            let mean = run.iter().map(|stop| self.middle[*stop]).sum::<f32>() / count as f32;
            if count > 1 {
                run.iter().for_each(|stop| self.middle[*stop] = mean.max(room.0).min(room.1));
            }
            rest = after;
        }
    }

    /// How far a stop may go to the left and to the right.
    fn room(&self, ladder: &Ladder, stop: usize) -> (f32, f32) {
        let row = &ladder.rows[ladder.row[stop]];
        let place = row.iter().position(|other| *other == stop).unwrap_or(0);
        let left = place.checked_sub(1).map(|left| row[left]);
        let right = row.get(place + 1).copied();
        (
            left.map_or(f32::MIN, |left| self.middle[left] + self.distance(left, stop)),
            right.map_or(f32::MAX, |right| self.middle[right] - self.distance(stop, right)),
        )
    }
}

/// Neighbours that stand as near to each other as they may.
struct Pool {
    at: f32,
    weight: f32,
    count: usize,
}
