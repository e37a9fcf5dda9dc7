//! Where each card stands and how each line runs, in canvas points.
//!
//! A [`LayoutRequest`] goes in, a [`Layout`] comes out; the same request gives the same layout.
//! The room knows nothing of windows, pages or findings. `x` grows to the right, `y` down.
//!
//! All cards of a chart stand on rows of one height, stacked leaves and pinned cards too, so
//! that between any two rows there is a channel no card reaches into. That is what lets every
//! line go round the cards, for certain and at the cost of a look-up a row.

mod blocks;
mod chart;
mod geometry;
mod index;
mod order;
mod pins;
mod quality;
mod reporting;
mod request;
mod route;
mod tree;

pub use chart::{chart, place_cards};
pub use geometry::{CanvasPos, CanvasRect, Path, Segment};
pub use index::Index;
pub use order::arrangement_cost;
pub use quality::{Quality, measure_quality, runs_through};
pub use request::{CardRequest, ChartOptions, LayoutRequest, LineKind, LineRequest, card_lines, card_width};

/// A line of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which request it answers; reporting lines answer none.
    pub request: Option<usize>,
    /// The cards it joins; for a reporting trunk the manager and its first report.
    pub ends: (usize, usize),
    /// How it runs.
    pub path: Path,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// One rectangle for each card of the request, in its order.
    pub cards: Vec<CanvasRect>,
    /// Reporting lines: shared trunks, one path for each manager, and one for each pinned report.
    pub reporting: Vec<Line>,
    /// One line for each line of the request, in its order.
    pub lines: Vec<Line>,
    /// The smallest rectangle round all cards and lines.
    pub bounds: CanvasRect,
}
