//! Rows of stops: cards, and the places where long lines pass between them.

use super::rank::Layer;
use crate::layout::request::LayoutRequest;

/// How much a piece of a line wants to be upright: between two cards, beside a card, between two passes.
/// Source: Gansner, Koutsofios, North, Vo 1993.
const UPRIGHT: [f32; 3] = [1.0, 2.0, 8.0];

/// The rows and what runs between them. A stop is a card, by its place in the request, or a pass, numbered after them.
pub(super) struct Ladder {
    /// How many of the stops are cards.
    pub(super) cards: usize,
    /// The row of each stop.
    pub(super) row: Vec<usize>,
    /// The stops of each row from left to right.
    pub(super) rows: Vec<Vec<usize>>,
    /// The stops each stop is joined to in the row above, and how strongly.
    pub(super) up: Vec<Vec<(usize, f32)>>,
    /// The same for the row below.
    pub(super) down: Vec<Vec<(usize, f32)>>,
    /// The stops each stop is joined to in its own row.
    pub(super) beside: Vec<Vec<usize>>,
    /// The stops of each line of the request, from its beginning to its end.
    pub(super) strands: Vec<Vec<usize>>,
    /// Reporting lines that leave a row.
    pub(super) trunks: Vec<Trunk>,
    /// Managers and reports in one row.
    pub(super) sides: Vec<(usize, usize)>,
}

/// The reporting line of a manager to all reports above, or to all reports below.
pub(super) struct Trunk {
    pub(super) is_down: bool,
    /// The manager and the passes, row by row.
    pub(super) stops: Vec<usize>,
    /// The reports, each with the place in `stops` it hangs on.
    pub(super) reports: Vec<(usize, usize)>,
}

impl Ladder {
    /// All cards of the layers, with a pass in every row a line goes through.
    pub(super) fn of(request: &LayoutRequest, layers: &[Layer]) -> Self {
        let cards = request.cards.len();
        let rows: Vec<Vec<usize>> = layers.iter().flat_map(|layer| layer.rows.iter().cloned()).collect();
        let mut row = vec![0; cards];
        for (number, stops) in rows.iter().enumerate() {
            stops.iter().for_each(|card| row[*card] = number);
        }
        let none = || vec![Vec::new(); cards];
        let (up, down, beside) = (none(), none(), vec![Vec::new(); cards]);
        let (strands, trunks, sides) = (Vec::new(), Vec::new(), Vec::new());
        let mut ladder = Self { cards, row, rows, up, down, beside, strands, trunks, sides };
        for line in &request.lines {
            let strand = ladder.strand(line.from, line.to);
            ladder.strands.push(strand);
        }
        ladder.hang_reports(request);
        ladder
    }

    /// The stop's card, if it is one.
    pub(super) fn is_card(&self, stop: usize) -> bool {
        stop < self.cards
    }

    fn pass(&mut self, row: usize) -> usize {
        let stop = self.row.len();
        self.row.push(row);
        self.rows[row].push(stop);
        self.up.push(Vec::new());
        self.down.push(Vec::new());
        self.beside.push(Vec::new());
        stop
    }

    /// Joins two stops of neighbouring rows.
    fn join(&mut self, one: usize, other: usize) {
        let passes = usize::from(!self.is_card(one)) + usize::from(!self.is_card(other));
        let (upper, lower) = if self.row[one] < self.row[other] { (one, other) } else { (other, one) };
        self.down[upper].push((lower, UPRIGHT[passes]));
        self.up[lower].push((upper, UPRIGHT[passes]));
    }

    fn strand(&mut self, from: usize, to: usize) -> Vec<usize> {
        let mut stops = vec![from];
        let (start, end) = (self.row[from], self.row[to]);
        if start == end {
            self.beside[from].push(to);
            self.beside[to].push(from);
        } else {
            let between: Vec<usize> =
                if start < end { (start + 1..end).collect() } else { (end + 1..start).rev().collect() };
            for row in between {
                stops.push(self.pass(row));
            }
        }
        stops.push(to);
        if start != end {
            for pair in 1..stops.len() {
                self.join(stops[pair - 1], stops[pair]);
            }
        }
        stops
    }

    /// One trunk for all reports below a manager, one for all above: lines that say the same share their way.
    fn hang_reports(&mut self, request: &LayoutRequest) {
        let mut reports: Vec<Vec<usize>> = vec![Vec::new(); self.cards];
        for (card, asked) in request.cards.iter().enumerate() {
            if let Some(manager) = asked.manager {
                reports[manager].push(card);
            }
        }
        for (manager, reports) in reports.into_iter().enumerate() {
            let own = self.row[manager];
            let (level, others): (Vec<usize>, Vec<usize>) =
                reports.into_iter().partition(|report| self.row[*report] == own);
            for report in level {
                self.sides.push((manager, report));
                self.beside[manager].push(report);
                self.beside[report].push(manager);
            }
            let (below, above): (Vec<usize>, Vec<usize>) =
                others.into_iter().partition(|report| self.row[*report] > own);
            self.trunk(manager, below, true);
            self.trunk(manager, above, false);
        }
    }

    fn trunk(&mut self, manager: usize, reports: Vec<usize>, is_down: bool) {
        let own = self.row[manager];
        let Some(farthest) = reports.iter().map(|report| self.row[*report].abs_diff(own)).max() else {
            return;
        };
        let mut stops = vec![manager];
        for away in 1..farthest {
            let stop = self.pass(if is_down { own + away } else { own - away });
            self.join(stops[away - 1], stop);
            stops.push(stop);
        }
        let hung: Vec<(usize, usize)> =
            reports.into_iter().map(|report| (self.row[report].abs_diff(own) - 1, report)).collect();
        for (place, report) in &hung {
            self.join(stops[*place], *report);
        }
        self.trunks.push(Trunk { is_down, stops, reports: hung });
    }
}
