//! Whom a picture shows, where it does not show everybody.

use std::collections::BTreeSet;

use crate::layout::Outlook;
use crate::model::{Account, LayoutKind, SeatId};

/// The seats of the picture; `None` is all of them.
pub(super) fn shown(_account: &Account, outlook: Outlook) -> Option<BTreeSet<SeatId>> {
    match outlook.kind {
        LayoutKind::PathToPower | LayoutKind::Circle => None,
        LayoutKind::Organization
        | LayoutKind::OrganizationAcross
        | LayoutKind::Influence
        | LayoutKind::Position
        | LayoutKind::Coverage
        | LayoutKind::Overview => None,
    }
}
