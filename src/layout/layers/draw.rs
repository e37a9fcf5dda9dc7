//! Cards on their rows, and the lines between them: through channels and passes, so never through a card.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::ports::{Bus, beside, levels, ports};
use super::strands::{Ladder, Trunk};
use crate::layout::Line;
use crate::layout::geometry::{CanvasPos, CanvasRect, Path, Segment};
use crate::layout::request::{LayoutRequest, LineKind};
use crate::layout::route::{curved, rounded};

/// Everything that says where cards and lines are.
pub(super) struct Drawing<'a> {
    pub(super) request: &'a LayoutRequest,
    ladder: &'a Ladder,
    middles: &'a [f32],
    pub(super) cards: Vec<CanvasRect>,
    /// Where each line of the request leaves and enters.
    ports: Vec<(f32, f32)>,
    /// Lines between neighbours: at which share of the cards' height.
    beside: BTreeMap<usize, f32>,
    /// The level of each right-angled line in each channel.
    levels: BTreeMap<(usize, usize), usize>,
    /// How many levels each channel has.
    counts: Vec<usize>,
    /// The height of each channel; channel `n` lies above row `n`.
    heights: Vec<f32>,
    /// The upper edge of each row, and of one more below the last.
    tops: Vec<f32>,
}

impl<'a> Drawing<'a> {
    /// Cards stand on rows as far apart as the lines between them want.
    pub(super) fn new(request: &'a LayoutRequest, ladder: &'a Ladder, middles: &'a [f32]) -> Self {
        let metrics = &request.metrics;
        let card = |(asked, middle): (&crate::layout::CardRequest, &f32)| CanvasRect {
            x: middle - asked.width / 2.0,
            y: 0.0,
            width: asked.width,
            height: metrics.card_height,
        };
        let cards: Vec<CanvasRect> = request.cards.iter().zip(middles).map(card).collect();
        let ports = ports(ladder, middles, &cards);
        let channels = ladder.rows.len() + 1;
        let mut drawing = Self {
            request,
            ladder,
            middles,
            cards,
            ports,
            beside: beside(ladder),
            levels: BTreeMap::new(),
            counts: Vec::new(),
            heights: Vec::new(),
            // Until the channels have their heights, only which row is above which counts.
            tops: std::iter::successors(Some(0.0), |top| Some(top + metrics.row_pitch())).take(channels).collect(),
        };
        (drawing.levels, drawing.counts) = levels(drawing.buses(), channels, metrics.corner);
        #[expect(clippy::cast_precision_loss, reason = "fewer levels than 2^24")]
        let height = |count: &usize| (metrics.row_gap * 1.25).max((*count as f32 + 1.0) * metrics.corner * 1.5);
        drawing.heights = drawing.counts.iter().map(height).collect();
        for row in 1..channels {
            drawing.tops[row] = drawing.tops[row - 1] + metrics.card_height + drawing.heights[row];
        }
        for (card, rect) in drawing.cards.iter_mut().enumerate() {
            rect.y = drawing.tops[ladder.row[card]];
        }
        drawing
    }

    /// The height of the border between a row and the one before.
    pub(super) fn border(&self, row: usize) -> f32 {
        // Lines may run above the first row.
        let share = if row == 0 { 1.0 } else { 0.5 };
        self.tops[row] - self.heights[row] * share
    }

    /// One line for each of the request, in its order.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut passed = vec![0_u16; self.heights.len()];
        let asked = self.request.lines.iter().enumerate();
        asked
            .map(|(number, asked)| {
                let path = match self.beside.get(&number) {
                    Some(share) => self.level_path(asked.from, asked.to, *share),
                    None => self.path(number, asked.kind, &mut passed),
                };
                Line { request: Some(number), ends: (asked.from, asked.to), path }
            })
            .collect()
    }

    fn level_path(&self, from: usize, to: usize, share: f32) -> Path {
        let (from, to) = (&self.cards[from], &self.cards[to]);
        let y = from.y + from.height * share;
        let (start, end) = if from.x < to.x { (from.right(), to.x) } else { (from.x, to.right()) };
        Path(vec![Segment::Move(CanvasPos::new(start, y)), Segment::Line(CanvasPos::new(end, y))])
    }

    fn path(&self, number: usize, kind: LineKind, passed: &mut [u16]) -> Path {
        let points = self.points(number);
        match kind {
            LineKind::Dotted => {
                let mut corners = Vec::with_capacity(points.len() * 2);
                for (piece, pair) in points.chunks(2).enumerate() {
                    let y = self.bus_height(number, self.channel(number, piece));
                    let (from, to) = (pair[0], pair[pair.len() - 1]);
                    corners.extend([from, CanvasPos::new(from.x, y), CanvasPos::new(to.x, y), to]);
                }
                rounded(&corners, self.request.metrics.corner)
            }
            LineKind::Informal(_) => {
                let mut share = |channel: usize| {
                    passed[channel] = passed[channel].saturating_add(1);
                    // The golden ratio spreads any number of lines evenly.
                    (f32::from(passed[channel]) * 0.618_034).fract()
                };
                let is_over = self.is_level(number);
                let shares: Vec<f32> = (0..points.len() / 2).map(|piece| share(self.channel(number, piece))).collect();
                if let ([from, to], true) = (&points[..], is_over) {
                    let lift = self.heights[self.channel(number, 0)] * (0.5 + 0.45 * shares[0]);
                    let over = CanvasPos::new(f32::midpoint(from.x, to.x), from.y - lift);
                    return curved(&[*from, over, *to], &[]);
                }
                curved(&points, &shares.into_iter().map(|share| 0.3 + 0.4 * share).collect::<Vec<f32>>())
            }
        }
    }

    /// Where a line leaves its card, enters and leaves each row it passes, and enters its last card.
    fn points(&self, number: usize) -> Vec<CanvasPos> {
        let stops = &self.ladder.strands[number];
        let (leaves, enters) = self.ports[number];
        let last = stops.len() - 1;
        let upper = |stop: usize| self.tops[self.ladder.row[stop]];
        let lower = |stop: usize| upper(stop) + self.request.metrics.card_height;
        if self.is_level(number) {
            return vec![CanvasPos::new(leaves, upper(stops[0])), CanvasPos::new(enters, upper(stops[0]))];
        }
        let is_down = self.ladder.row[stops[0]] < self.ladder.row[stops[last]];
        let near = |stop: usize| if is_down { upper(stop) } else { lower(stop) };
        let far = |stop: usize| if is_down { lower(stop) } else { upper(stop) };
        let mut points = vec![CanvasPos::new(leaves, far(stops[0]))];
        for stop in &stops[1..last] {
            let x = self.middles[*stop];
            points.extend([CanvasPos::new(x, near(*stop)), CanvasPos::new(x, far(*stop))]);
        }
        points.push(CanvasPos::new(enters, near(stops[last])));
        points
    }

    fn is_level(&self, number: usize) -> bool {
        let stops = &self.ladder.strands[number];
        stops.first().zip(stops.last()).is_some_and(|(one, other)| self.ladder.row[*one] == self.ladder.row[*other])
    }

    /// The channel of a line's piece from one stop to the next.
    fn channel(&self, number: usize, piece: usize) -> usize {
        let stops = &self.ladder.strands[number];
        self.ladder.row[stops[piece]].max(self.ladder.row[stops[piece + 1]])
    }

    /// How high the level piece of a right-angled line runs in a channel.
    #[expect(clippy::cast_precision_loss, reason = "fewer levels than 2^24")]
    fn bus_height(&self, line: usize, channel: usize) -> f32 {
        let level = self.levels.get(&(line, channel)).copied().unwrap_or(0);
        let share = (level as f32 + 1.0) / (self.counts[channel] as f32 + 1.0);
        self.tops[channel] - self.heights[channel] * (1.0 - share)
    }

    /// The level pieces of all right-angled lines: dotted ones, managers beside reports, trunks, in this order.
    fn buses(&self) -> Vec<Bus> {
        let mut buses = Vec::new();
        for (line, asked) in self.request.lines.iter().enumerate() {
            if asked.kind == LineKind::Dotted && !self.beside.contains_key(&line) {
                for (piece, pair) in self.points(line).chunks(2).enumerate() {
                    let (from, to) = (pair[0], pair[pair.len() - 1]);
                    let (upward, downward) = match from.y.total_cmp(&to.y) {
                        Ordering::Less => (vec![from.x], vec![to.x]),
                        Ordering::Greater => (vec![to.x], vec![from.x]),
                        Ordering::Equal => (Vec::new(), vec![from.x, to.x]),
                    };
                    buses.push(Bus { channel: self.channel(line, piece), line, upward, downward });
                }
            }
        }
        let first = self.ladder.strands.len();
        for (line, (manager, report)) in (first..).zip(&self.ladder.sides) {
            if !self.beside.contains_key(&line) {
                let downward = vec![self.side_port(*manager), self.middles[*report]];
                buses.push(Bus { channel: self.ladder.row[*manager], line, upward: Vec::new(), downward });
            }
        }
        for (line, trunk) in (first + self.ladder.sides.len()..).zip(&self.ladder.trunks) {
            for (place, stop) in trunk.stops.iter().enumerate() {
                let stem = vec![self.trunk_port(trunk, *stop)];
                let hung = self.hung(trunk, place).map(|stop| self.trunk_port(trunk, stop)).collect();
                let (upward, downward) = if trunk.is_down { (stem, hung) } else { (hung, stem) };
                buses.push(Bus { channel: self.trunk_channel(trunk, place), line, upward, downward });
            }
        }
        buses
    }

    /// Reporting lines: a path for each manager's reports above, below, and each beside.
    pub(super) fn reporting(&self) -> Vec<Line> {
        let first = self.ladder.strands.len();
        let side = |(line, (manager, report)): (usize, &(usize, usize))| {
            let path = match self.beside.get(&line) {
                Some(share) => self.level_path(*manager, *report, *share),
                None => {
                    let (start, end) = (self.side_port(*manager), self.middles[*report]);
                    let (edge, y) = (self.cards[*manager].y, self.bus_height(line, self.ladder.row[*manager]));
                    let corners = [(start, edge), (start, y), (end, y), (end, edge)];
                    rounded(&corners.map(|(x, y)| CanvasPos::new(x, y)), self.request.metrics.corner)
                }
            };
            Line { request: None, ends: (*manager, *report), path }
        };
        let sides = (first..).zip(&self.ladder.sides).map(side);
        let trunks = (first + self.ladder.sides.len()..).zip(&self.ladder.trunks).map(|(line, trunk)| {
            let (manager, report) = (trunk.stops[0], trunk.reports[0].1);
            Line { request: None, ends: (manager, report), path: self.trunk_path(line, trunk) }
        });
        sides.chain(trunks).collect()
    }

    fn trunk_path(&self, line: usize, trunk: &Trunk) -> Path {
        let height = self.request.metrics.card_height;
        let mut path = Path::default();
        for (place, stop) in trunk.stops.iter().enumerate() {
            let x = self.trunk_port(trunk, *stop);
            let y = self.bus_height(line, self.trunk_channel(trunk, place));
            let top = self.tops[self.ladder.row[*stop]];
            // A pass is gone through from its far edge; a card is left at its near one.
            let ends_lower = trunk.is_down == self.ladder.is_card(*stop);
            path.0.push(Segment::Move(CanvasPos::new(x, if ends_lower { top + height } else { top })));
            path.0.push(Segment::Line(CanvasPos::new(x, y)));
            for next in self.hung(trunk, place) {
                let top = self.tops[self.ladder.row[next]];
                let end = CanvasPos::new(self.trunk_port(trunk, next), if trunk.is_down { top } else { top + height });
                let corners = [CanvasPos::new(x, y), CanvasPos::new(end.x, y), end];
                path.0.extend(rounded(&corners, self.request.metrics.corner).0);
            }
        }
        path
    }

    /// What hangs on a trunk's stop: its next pass, and reports.
    fn hung<'t>(&self, trunk: &'t Trunk, place: usize) -> impl Iterator<Item = usize> + use<'t> {
        let next = trunk.stops.get(place + 1).copied();
        let reports = trunk.reports.iter().filter(move |(at, _)| *at == place).map(|(_, report)| *report);
        next.into_iter().chain(reports)
    }

    fn trunk_channel(&self, trunk: &Trunk, place: usize) -> usize {
        self.ladder.row[trunk.stops[place]] + usize::from(trunk.is_down)
    }

    /// Where a reporting line runs at a stop. Those that go up keep off the middle, which those that come down have.
    fn trunk_port(&self, trunk: &Trunk, stop: usize) -> f32 {
        let is_aside = !trunk.is_down && self.ladder.is_card(stop);
        self.middles[stop] + if is_aside { self.request.metrics.corner } else { 0.0 }
    }

    fn side_port(&self, manager: usize) -> f32 {
        self.middles[manager] - self.request.metrics.corner
    }
}
