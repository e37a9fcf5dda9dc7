//! The coverage grid: units by levels.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Grid, SCREEN, bounds_of};
use super::geometry::{CanvasPos, CanvasRect};
use super::guide::{Guide, GuideLabel, GuideShape};
use super::round::lines_round;
use super::{Cell, Layout, LayoutRequest};

/// How many cards may stand side by side in a cell; the first that fits the screen best is taken,
/// which is one or two but for the largest cells.
const ABREAST: [usize; 12] = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];

/// Above so many empty cells they are left blank: the columns have their heads, the rows their lines.
const EMPTY_CELLS: usize = 4_000;

/// The coverage grid: units by levels. Cost: O(n log n + units times levels) beside the lines.
pub(super) fn coverage_grid(request: &LayoutRequest, cells: &[Cell]) -> Layout {
    let upright = Table::of(request, cells);
    let turned = upright.turned();
    let tables = [upright, turned];
    let sheets = tables.iter().flat_map(|table| ABREAST.map(|abreast| (table, Sheet::of(request, table, abreast))));
    let best = sheets.reduce(|best, sheet| if sheet.1.fit() < best.1.fit() { sheet } else { best });
    let Some((table, sheet)) = best else {
        return Layout::default();
    };
    let mut cards = vec![CanvasRect::default(); request.cards.len()];
    for ((place, members), grid) in table.cells.iter().zip(&sheet.grids) {
        let rect = sheet.rect(*place);
        let corner = CanvasPos::new(rect.x + sheet.pad, rect.y + sheet.pad);
        grid.place(request, members, corner, &mut cards);
    }
    let lines = lines_round(&cards, &request.lines);
    let guides = guides(request, table, &sheet);
    let bounds = bounds_of(&cards, &lines, &guides);
    Layout { cards, lines, guides, bounds, ..Layout::default() }
}

/// Who is in which cell.
struct Table {
    /// The heads of the columns: units, large ones first, those without a unit last; or the levels.
    columns: Vec<GuideLabel>,
    /// The heads of the rows from the top: the others.
    rows: Vec<GuideLabel>,
    /// The cards of each cell that has some, by column and row.
    cells: BTreeMap<(usize, usize), Vec<usize>>,
}

impl Table {
    fn of(request: &LayoutRequest, cells: &[Cell]) -> Self {
        let nowhere = Cell { unit: String::new(), level: 1 };
        let cell = |card: usize| cells.get(card).unwrap_or(&nowhere);
        let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
        let mut levels: BTreeSet<u8> = BTreeSet::new();
        for card in 0..request.cards.len() {
            *sizes.entry(&cell(card).unit).or_default() += 1;
            levels.insert(cell(card).level);
        }
        let mut units: Vec<(&str, usize)> = sizes.into_iter().collect();
        units.sort_by_key(|(unit, size)| (unit.is_empty(), std::cmp::Reverse(*size), *unit));
        let columns: BTreeMap<&str, usize> = units.iter().map(|(unit, _)| *unit).zip(0..).collect();
        let rows: BTreeMap<u8, usize> = levels.iter().copied().zip(0..).collect();
        let mut members: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for card in 0..request.cards.len() {
            let place = (columns[cell(card).unit.as_str()], rows[&cell(card).level]);
            members.entry(place).or_default().push(card);
        }
        let units = units.iter().map(|(unit, _)| GuideLabel::Unit((*unit).to_owned())).collect();
        Self { columns: units, rows: levels.into_iter().map(GuideLabel::Level).collect(), cells: members }
    }

    /// The same with units as rows: many units with few levels fit a screen better so.
    fn turned(&self) -> Self {
        let turn = |((column, row), cards): (&(usize, usize), &Vec<usize>)| ((*row, *column), cards.clone());
        Self { columns: self.rows.clone(), rows: self.columns.clone(), cells: self.cells.iter().map(turn).collect() }
    }
}

/// The table with a size for each column and row.
struct Sheet {
    /// How the cards of each cell stand, in the table's order.
    grids: Vec<Grid>,
    /// Left edge and width.
    columns: Vec<(f32, f32)>,
    /// Upper edge and height.
    rows: Vec<(f32, f32)>,
    /// Between the border of a cell and its cards.
    pad: f32,
    /// Between two cells.
    gap: f32,
}

impl Sheet {
    fn of(request: &LayoutRequest, table: &Table, abreast: usize) -> Self {
        let (pad, gap) = (request.metrics.sibling_gap / 2.0, request.metrics.sibling_gap);
        let grids: Vec<Grid> = table.cells.values().map(|cards| Grid::of(request, cards, abreast)).collect();
        let mut widths = vec![0.0_f32; table.columns.len()];
        let mut heights = vec![0.0_f32; table.rows.len()];
        for ((column, row), grid) in table.cells.keys().zip(&grids) {
            widths[*column] = widths[*column].max(grid.width() + 2.0 * pad);
            heights[*row] = heights[*row].max(grid.height() + 2.0 * pad);
        }
        Self { grids, columns: in_line(&widths, gap), rows: in_line(&heights, gap), pad, gap }
    }

    /// How high a screen must be to show it all.
    fn fit(&self) -> f32 {
        let end = |parts: &[(f32, f32)]| parts.last().map_or(0.0, |(start, length)| start + length);
        (end(&self.columns) / SCREEN).max(end(&self.rows))
    }

    fn rect(&self, (column, row): (usize, usize)) -> CanvasRect {
        let ((x, width), (y, height)) = (self.columns[column], self.rows[row]);
        CanvasRect { x, y, width, height }
    }
}

/// Where each length begins when they stand in a row.
fn in_line(lengths: &[f32], gap: f32) -> Vec<(f32, f32)> {
    let mut start = 0.0;
    let part = |length: &f32| {
        let part = (start, *length);
        start += length + gap;
        part
    };
    lengths.iter().map(part).collect()
}

fn guides(request: &LayoutRequest, table: &Table, sheet: &Sheet) -> Vec<Guide> {
    let unit = request.metrics.card_height;
    // Units have longer names than levels.
    let is_turned = matches!(table.rows.first(), Some(GuideLabel::Unit(_)));
    let (head, side) = (unit * 0.6, unit * if is_turned { 3.2 } else { 1.6 });
    let mut guides = Vec::new();
    let right = sheet.columns.last().map_or(0.0, |(left, width)| left + width);
    for (place, (head_label, (left, width))) in table.columns.iter().zip(&sheet.columns).enumerate() {
        let rect = CanvasRect { x: *left, y: -head - sheet.gap, width: *width, height: head };
        guides.push(Guide {
            shape: GuideShape::Area { rect, is_odd: place % 2 == 0 },
            label: head_label.clone(),
            at: rect.center(),
            is_centered: true,
        });
    }
    for (label, (top, height)) in table.rows.iter().zip(&sheet.rows) {
        let y = top - sheet.gap / 2.0;
        guides.push(Guide {
            shape: GuideShape::Line(CanvasPos::new(-side, y), CanvasPos::new(right, y)),
            label: label.clone(),
            at: CanvasPos::new(-side, top + height / 2.0),
            is_centered: false,
        });
    }
    for (place, cards) in &table.cells {
        let rect = sheet.rect(*place);
        guides.push(unnamed(GuideShape::Cell { rect, cards: cards.clone() }, rect));
    }
    let places = table.columns.len() * table.rows.len();
    if places - table.cells.len() > EMPTY_CELLS {
        return guides;
    }
    let all = (0..table.columns.len()).flat_map(|column| (0..table.rows.len()).map(move |row| (column, row)));
    for place in all.filter(|place| !table.cells.contains_key(place)) {
        let rect = sheet.rect(place);
        // A thin bar in the middle: here is a place, and nobody in it.
        let height = unit * 0.25;
        let rect = CanvasRect { y: rect.center().y - height / 2.0, height, ..rect };
        guides.push(unnamed(GuideShape::Area { rect, is_odd: true }, rect));
    }
    guides
}

fn unnamed(shape: GuideShape, rect: CanvasRect) -> Guide {
    Guide { shape, label: GuideLabel::None, at: rect.center(), is_centered: true }
}
