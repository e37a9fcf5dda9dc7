//! The organisation chart, left to right.

use super::{Layout, LayoutRequest, chart};

/// The organisation chart, left to right.
pub(super) fn chart_across(request: &LayoutRequest) -> Layout {
    chart(request)
}
