//! Which part of the action plan an action belongs to.

use crate::model::{Account, Action, ActionArea, Coded};

/// The part set by hand, else the one its links say: an opportunity, people, a milestone, a finding; what is
/// linked to nothing works for a goal. Source: methods L1 section 5; the order of the links is ours.
pub fn area_of(action: &Action) -> ActionArea {
    if let Some(area) = action.area {
        area
    } else if action.opportunity.is_some() {
        ActionArea::Opportunity
    } else if !action.people.is_empty() {
        ActionArea::Relationship
    } else if action.is_milestone {
        ActionArea::Project
    } else if action.answers.is_some() {
        ActionArea::Capability
    } else {
        ActionArea::Goal
    }
}

/// All actions by the six parts of the action plan, each in the order of the list.
pub fn actions_by_area(account: &Account) -> Vec<(ActionArea, Vec<&Action>)> {
    let actions = account.ranked::<Action>();
    let of = |area: ActionArea| actions.iter().copied().filter(|action| area_of(action) == area).collect();
    ActionArea::ALL.iter().map(|area| (*area, of(*area))).collect()
}
