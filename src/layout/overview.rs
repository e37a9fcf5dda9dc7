//! The whole organisation as nested blocks.

use super::{Layout, LayoutRequest, chart};

/// The whole organisation as nested blocks.
pub(super) fn overview(request: &LayoutRequest) -> Layout {
    chart(request)
}
