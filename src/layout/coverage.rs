//! The coverage grid: units by levels.

use super::{Layout, LayoutRequest, chart};

/// The coverage grid: units by levels.
pub(super) fn coverage_grid(request: &LayoutRequest, _cells: &[super::Cell]) -> Layout {
    chart(request)
}
