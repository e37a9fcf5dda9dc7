//! Rings round one card.

use super::{Layout, LayoutRequest, chart};

/// Rings round one card.
pub(super) fn circle(request: &LayoutRequest, _center: usize) -> Layout {
    chart(request)
}
