//! Path to power: layers towards those who decide.

use super::{Layout, LayoutRequest, chart};

/// Path to power: layers towards those who decide.
pub(super) fn path_to_power(request: &LayoutRequest, _targets: &[usize]) -> Layout {
    chart(request)
}
