//! Which cards a straight line meets, by a uniform grid: no look at cards far away.

use super::geometry::{CanvasPos, CanvasRect, enters};

/// How far lines keep from foreign cards, in points, where the cards leave room for it.
const MARGIN: f32 = 8.0;

/// The least side of a cell, in points.
const CELL: f32 = 128.0;

/// How many cells there are at the most in a row or a column, however far out a card is pinned.
const CELLS: usize = 256;

/// Cards, the room round each that lines keep out of, and a grid over them.
pub(super) struct Nearby<'a> {
    /// The cards themselves.
    pub(super) cards: &'a [CanvasRect],
    /// Each card with its margin. Two of them overlap only where their cards do.
    pub(super) padded: Vec<CanvasRect>,
    grid: Grid,
}

impl<'a> Nearby<'a> {
    /// Cost: O(cards), where they do not stand on each other.
    pub(super) fn of(cards: &'a [CanvasRect]) -> Self {
        let reach: Vec<CanvasRect> = cards.iter().map(|card| card.expanded(MARGIN)).collect();
        let grid = Grid::of(&reach);
        let padded = (0..cards.len()).map(|card| cards[card].expanded(margin_of(card, cards, &reach, &grid))).collect();
        Self { cards, padded, grid }
    }

    /// The card whose margin the line from `from` to `to` meets first, the two `own` ones apart.
    pub(super) fn first_hit(&self, from: CanvasPos, to: CanvasPos, own: (usize, usize)) -> Option<usize> {
        self.first_of(&self.padded, from, to, own)
    }

    /// The card the line from `from` to `to` meets first, the two `own` ones apart.
    pub(super) fn first_card(&self, from: CanvasPos, to: CanvasPos, own: (usize, usize)) -> Option<usize> {
        self.first_of(self.cards, from, to, own)
    }

    fn first_of(&self, rects: &[CanvasRect], from: CanvasPos, to: CanvasPos, own: (usize, usize)) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        self.grid.walk(from, to, |cards| {
            for card in cards.iter().map(|card| *card as usize).filter(|card| *card != own.0 && *card != own.1) {
                if let Some(enters) = enters(from, to, &rects[card])
                    && best.is_none_or(|(at, other)| (enters, card) < (at, other))
                {
                    best = Some((enters, card));
                }
            }
            best.is_some()
        });
        best.map(|(_, card)| card)
    }

    /// How many pieces of a run of points meet the margin of a foreign card, counted up to `limit`.
    pub(super) fn hits(&self, points: &[CanvasPos], own: (usize, usize), limit: usize) -> usize {
        let pieces = points.windows(2).filter(|pair| self.first_hit(pair[0], pair[1], own).is_some());
        pieces.take(limit).count()
    }
}

/// The margin of a card: at most half the gap to its nearest neighbour, so that every line finds a way between them.
fn margin_of(card: usize, cards: &[CanvasRect], reach: &[CanvasRect], grid: &Grid) -> f32 {
    let own = &cards[card];
    let mut margin = MARGIN;
    grid.visit(&reach[card], |other| {
        let rect = &cards[other];
        let across = (rect.x - own.right()).max(own.x - rect.right());
        let down = (rect.y - own.bottom()).max(own.y - rect.bottom());
        if other != card {
            margin = margin.min(across.max(down) / 2.0 - 0.25);
        }
    });
    margin.max(0.0)
}

/// Rectangles by the cells they touch.
pub(super) struct Grid {
    left: f32,
    top: f32,
    cell: f32,
    columns: usize,
    rows: usize,
    starts: Vec<u32>,
    list: Vec<u32>,
}

impl Grid {
    pub(super) fn of(rects: &[CanvasRect]) -> Self {
        let around = rects.iter().copied().reduce(|one, other| one.union(&other)).unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "a small whole number")]
        let cell = (around.width.max(around.height) / (CELLS - 1) as f32).max(CELL);
        let mut grid =
            Self { left: around.x, top: around.y, cell, columns: 0, rows: 0, starts: Vec::new(), list: Vec::new() };
        grid.columns = cell_of(around.width, cell) + 1;
        grid.rows = cell_of(around.height, cell) + 1;
        let mut starts = vec![0_u32; grid.columns * grid.rows + 1];
        for rect in rects {
            grid.cells(rect, |cell| starts[cell + 1] += 1);
        }
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        let mut next = starts.clone();
        let mut list = vec![0_u32; starts.last().map_or(0, |last| *last as usize)];
        for (number, rect) in (0_u32..).zip(rects) {
            grid.cells(rect, |cell| {
                list[next[cell] as usize] = number;
                next[cell] += 1;
            });
        }
        Self { starts, list, ..grid }
    }

    fn column(&self, x: f32) -> usize {
        cell_of(x - self.left, self.cell).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        cell_of(y - self.top, self.cell).min(self.rows - 1)
    }

    fn cells(&self, rect: &CanvasRect, mut visit: impl FnMut(usize)) {
        for column in self.column(rect.x)..=self.column(rect.right()) {
            for row in self.row(rect.y)..=self.row(rect.bottom()) {
                visit(column * self.rows + row);
            }
        }
    }

    /// Every rectangle in the cells that `area` touches, some more than once.
    pub(super) fn visit(&self, area: &CanvasRect, mut visit: impl FnMut(usize)) {
        self.cells(area, |cell| {
            let list = &self.list[self.starts[cell] as usize..self.starts[cell + 1] as usize];
            list.iter().for_each(|rect| visit(*rect as usize));
        });
    }

    /// Walks the cells along a line, column by column, until a column is enough for `visit`.
    fn walk(&self, from: CanvasPos, to: CanvasPos, mut visit: impl FnMut(&[u32]) -> bool) {
        let (first, last) = (self.column(from.x), self.column(to.x));
        let slope = if (to.x - from.x).abs() > 1.0 { Some((to.y - from.y) / (to.x - from.x)) } else { None };
        let mut column = first;
        loop {
            #[expect(clippy::cast_precision_loss, reason = "a small whole number")]
            let left = self.left + column as f32 * self.cell;
            let at = |x: f32| slope.map(|slope| from.y + (x - from.x) * slope);
            // Outside the grid the first and the last column reach as far as the line does.
            let (low, high) = (from.x.min(to.x), from.x.max(to.x));
            let enter = if column == 0 { low } else { left.max(low) };
            let leave = if column + 1 == self.columns { high } else { (left + self.cell).min(high) };
            let (one, other) = (at(enter).unwrap_or(from.y), at(leave).unwrap_or(to.y));
            let (above, below) = (self.row(one.min(other) - 0.5), self.row(one.max(other) + 0.5));
            let cells = (column * self.rows + above, column * self.rows + below + 1);
            // The cells of a column lie one behind the other.
            let is_enough = visit(&self.list[self.starts[cells.0] as usize..self.starts[cells.1] as usize]);
            if is_enough || column == last {
                return;
            }
            column = if last > first { column + 1 } else { column - 1 };
        }
    }
}

fn cell_of(way: f32, cell: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 0 is the first cell")]
    let number = (way / cell).max(0.0) as usize;
    number
}
