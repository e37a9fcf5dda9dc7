//! The influence map: who stands near whom.

use super::{Layout, LayoutRequest, chart};

/// The influence map: who stands near whom.
pub(super) fn influence_map(request: &LayoutRequest) -> Layout {
    chart(request)
}
