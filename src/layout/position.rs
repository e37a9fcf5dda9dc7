//! The position map: support across, power upward.

use super::{Layout, LayoutRequest, chart};

/// The position map: support across, power upward.
pub(super) fn position_map(request: &LayoutRequest, _spots: &[super::Spot]) -> Layout {
    chart(request)
}
