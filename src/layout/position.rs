//! The position map: support across, power upward.
//!
//! Columns and rows are as wide and as high as their fullest cell; whoever is not yet judged
//! stands apart, at the left and at the bottom, and in no neutral middle.

use super::cells::{Grid, SCREEN, bounds_of};
use super::geometry::{CanvasPos, CanvasRect};
use super::guide::{Guide, GuideLabel, GuideShape};
use super::round::lines_round;
use super::{Layout, LayoutRequest, Spot};
use crate::model::{PoliticalStatus, Support};

/// The columns from the left.
const COLUMNS: [Option<Support>; 6] = [
    None,
    Some(Support::Enemy),
    Some(Support::NonSupporter),
    Some(Support::Neutral),
    Some(Support::Supporter),
    Some(Support::Mentor),
];

/// The rows from the top.
const ROWS: [Option<PoliticalStatus>; 4] =
    [Some(PoliticalStatus::InnerCircle), Some(PoliticalStatus::Structure), Some(PoliticalStatus::Outside), None];

/// How many cards may stand side by side in a cell; the number that fits a screen best is taken.
const ABREAST: [usize; 10] = [1, 2, 3, 4, 6, 8, 12, 16, 32, 64];

/// The position map: support across, power upward. Cost: O(n log n) beside the lines.
pub(super) fn position_map(request: &LayoutRequest, spots: &[Spot]) -> Layout {
    let members = members(request, spots);
    let tried = ABREAST.map(|abreast| {
        let cells = cells(request, &members, abreast);
        (Axes::of(request, &cells), cells)
    });
    let best = tried.into_iter().reduce(|best, other| if other.0.fit() < best.0.fit() { other } else { best });
    let Some((axes, cells)) = best else {
        return Layout::default();
    };
    let mut cards = vec![CanvasRect::default(); request.cards.len()];
    for (row, columns) in cells.iter().enumerate() {
        for (column, (members, grid)) in columns.iter().enumerate() {
            let (left, width) = axes.columns[column];
            let top = axes.rows[row].0 + axes.pad;
            let corner = CanvasPos::new(left + (width - grid.width()) / 2.0, top);
            grid.place(request, members, corner, &mut cards);
        }
    }
    let lines = lines_round(&cards, &request.lines);
    let guides = axes.guides(request);
    let bounds = bounds_of(&cards, &lines, &guides);
    Layout { cards, lines, guides, bounds, ..Layout::default() }
}

/// What standing at this point of a position map says of a person: support and political status.
/// Nothing outside the cells, and in a layout that is no position map. Cost: O(guides).
pub fn judged_at(layout: &Layout, pos: CanvasPos) -> Option<(Option<Support>, Option<PoliticalStatus>)> {
    let column = layout.guides.iter().find_map(|guide| {
        let GuideShape::Area { rect, .. } = &guide.shape else { return None };
        let GuideLabel::Support(support) = &guide.label else { return None };
        rect.contains(pos).then_some(*support)
    })?;
    // Each row begins at a line with its name and ends at the next line, named or not.
    let lines = layout.guides.iter().filter_map(|guide| {
        let GuideShape::Line(from, _) = &guide.shape else { return None };
        (from.y <= pos.y).then_some((from.y, &guide.label))
    });
    let (_, label) = lines.max_by(|one, other| one.0.total_cmp(&other.0))?;
    let GuideLabel::Political(row) = label else { return None };
    Some((column, *row))
}

/// Row by row, the cards of each cell, the most influential first.
fn members(request: &LayoutRequest, spots: &[Spot]) -> Vec<Vec<Vec<usize>>> {
    let unknown = Spot { support: None, political: None, influence: 0 };
    let spot = |card: usize| spots.get(card).copied().unwrap_or(unknown);
    let mut members = vec![vec![Vec::new(); COLUMNS.len()]; ROWS.len()];
    for card in 0..request.cards.len() {
        let spot = spot(card);
        let column = COLUMNS.iter().position(|column| *column == spot.support).unwrap_or(0);
        let row = ROWS.iter().position(|row| *row == spot.political).unwrap_or(ROWS.len() - 1);
        members[row][column].push(card);
    }
    for cell in members.iter_mut().flatten() {
        cell.sort_by_key(|card| (std::cmp::Reverse(spot(*card).influence), *card));
    }
    members
}

/// How the cards of each cell stand, at the most so many side by side.
fn cells(request: &LayoutRequest, members: &[Vec<Vec<usize>>], abreast: usize) -> Vec<Vec<(Vec<usize>, Grid)>> {
    let cell = |cards: &Vec<usize>| (cards.clone(), Grid::of(request, cards, abreast));
    members.iter().map(|row| row.iter().map(cell).collect()).collect()
}

/// Where columns and rows begin, and how wide and high they are.
struct Axes {
    columns: Vec<(f32, f32)>,
    rows: Vec<(f32, f32)>,
    /// Between the border of a cell and its cards.
    pad: f32,
}

impl Axes {
    fn of(request: &LayoutRequest, cells: &[Vec<(Vec<usize>, Grid)>]) -> Self {
        let metrics = &request.metrics;
        let (pad, apart) = (metrics.sibling_gap, metrics.row_gap);
        let widest = |column: usize| cells.iter().map(|row| row[column].1.width()).fold(0.0, f32::max);
        let highest = |row: usize| cells[row].iter().map(|cell| cell.1.height()).fold(0.0, f32::max);
        let mut columns = Vec::with_capacity(COLUMNS.len());
        let mut x = 0.0;
        for (column, support) in COLUMNS.iter().enumerate() {
            // An empty column stays wide enough for its name and for a card to be dropped in.
            let width = widest(column).max(metrics.card_height * 2.0) + 2.0 * pad;
            columns.push((x, width));
            x += width + if support.is_none() { apart } else { 0.0 };
        }
        let mut rows = Vec::with_capacity(ROWS.len());
        let mut y = 0.0;
        for (row, political) in ROWS.iter().enumerate() {
            y += if political.is_none() { apart } else { 0.0 };
            let height = highest(row).max(metrics.card_height) + 2.0 * pad;
            rows.push((y, height));
            y += height;
        }
        Self { columns, rows, pad }
    }

    /// How high a screen must be to show it all.
    fn fit(&self) -> f32 {
        let end = |parts: &[(f32, f32)]| parts.last().map_or(0.0, |(start, length)| start + length);
        (end(&self.columns) / SCREEN).max(end(&self.rows))
    }

    fn guides(&self, request: &LayoutRequest) -> Vec<Guide> {
        let unit = request.metrics.card_height;
        let (head, side) = (unit * 0.75, unit * 2.0);
        let span = |parts: &[(f32, f32)]| parts.last().map_or(0.0, |(start, length)| start + length);
        let (right, bottom) = (span(&self.columns), span(&self.rows));
        let mut guides = Vec::with_capacity(COLUMNS.len() + ROWS.len() + 2);
        for (place, (support, (left, width))) in COLUMNS.iter().zip(&self.columns).enumerate() {
            let rect = CanvasRect { x: *left, y: -head, width: *width, height: bottom + head };
            guides.push(Guide {
                shape: GuideShape::Area { rect, is_odd: place % 2 == 0 },
                label: GuideLabel::Support(*support),
                at: CanvasPos::new(left + width / 2.0, -head / 2.0),
                is_centered: true,
            });
        }
        let mut line = |y: f32, label: GuideLabel, middle: f32| {
            guides.push(Guide {
                shape: GuideShape::Line(CanvasPos::new(-side, y), CanvasPos::new(right, y)),
                label,
                at: CanvasPos::new(-side, middle),
                is_centered: false,
            });
        };
        for (political, (top, height)) in ROWS.iter().zip(&self.rows) {
            if political.is_none() {
                // Closes the rows above, before the room that sets the unknown apart.
                let end = top - request.metrics.row_gap;
                line(end, GuideLabel::None, end);
            }
            line(*top, GuideLabel::Political(*political), top + height / 2.0);
        }
        line(bottom, GuideLabel::None, bottom);
        guides
    }
}
