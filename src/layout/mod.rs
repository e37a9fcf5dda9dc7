//! Where each card stands and how each line runs, in canvas points.
//!
//! A [`LayoutRequest`] goes in, a [`Layout`] comes out; the same request gives the same layout.
//! The room knows nothing of windows, pages or findings. `x` grows to the right, `y` down.
//!
//! All cards of a chart stand on rows of one height, stacked leaves and pinned cards too, so
//! that between any two rows there is a channel no card reaches into. That is what lets every
//! line go round the cards, for certain and at the cost of a look-up a row.

mod across;
mod arrangement;
mod blocks;
mod bundle;
mod cells;
mod chart;
mod circle;
mod coverage;
mod detour;
mod distances;
mod geometry;
mod guide;
mod index;
mod lanes;
mod layers;
mod nearby;
mod order;
mod overview;
mod pins;
mod position;
mod quality;
mod reporting;
mod request;
mod round;
mod route;
mod settle;
mod shelves;
mod spread;
mod steps;
mod stress;
mod tree;

pub use arrangement::{Arrangement, Cell, Outlook, Spot};
pub use chart::{chart, place_cards};
pub use geometry::{CanvasPos, CanvasRect, Path, Segment};
pub use guide::{Guide, GuideLabel, GuideShape};
pub use index::Index;
pub use order::arrangement_cost;
pub use position::judged_at;
pub use quality::{Quality, measure_quality, runs_through};
pub use request::{CardRequest, ChartOptions, LayoutRequest, LineKind, LineRequest, card_lines, card_width};
pub use steps::within_steps;
pub use stress::stress_of;

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
    /// The same lines close together along the tree, for when all are shown at once: one path for each line, in
    /// its order. Empty where a picture does not bundle, and where there are more lines than an eye can follow.
    /// They may reach out of `bounds` by the width of a gap.
    pub bundled: Vec<Path>,
    /// Axes, rings, cells and their labels, behind everything.
    pub guides: Vec<Guide>,
    /// Whether the cards are plain blocks of any size, and not cards of one height.
    pub is_blocks: bool,
    /// The smallest rectangle round all cards, lines and guides.
    pub bounds: CanvasRect,
}

/// The picture that is asked for.
pub fn arranged(request: &LayoutRequest) -> Layout {
    if request.cards.is_empty() {
        return Layout::default();
    }
    match &request.arrangement {
        Arrangement::Chart => chart(request),
        Arrangement::ChartAcross => across::chart_across(request),
        Arrangement::Path { targets } => layers::path_to_power(request, targets),
        Arrangement::Influence => stress::influence_map(request),
        Arrangement::Circle { center } => circle::circle(request, *center),
        Arrangement::Position(spots) => position::position_map(request, spots),
        Arrangement::Coverage(cells) => coverage::coverage_grid(request, cells),
        Arrangement::Overview => overview::overview(request),
    }
}
