//! The position map: support across, power upward.

use super::{Layout, LayoutRequest, chart};

/// The position map: support across, power upward.
pub(super) fn position_map(request: &LayoutRequest, _spots: &[super::Spot]) -> Layout {
    chart(request)
}

/// What a drop at this point of the position map means.
pub fn judged_at(
    _layout: &Layout,
    _pos: super::CanvasPos,
) -> Option<(Option<crate::model::Support>, Option<crate::model::PoliticalStatus>)> {
    None
}
