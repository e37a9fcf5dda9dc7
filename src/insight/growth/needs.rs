//! What the team needs and has not been promised yet. Source: methods L1, section 6.

use chrono::NaiveDate;

use crate::model::{Account, ResourceNeed, ResourceNeedId};

/// How the needs of the team stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedsState {
    /// Not promised, in the order of the list.
    pub open: Vec<ResourceNeedId>,
    /// Of those, the ones past their date.
    pub overdue: Vec<ResourceNeedId>,
    /// How many are promised.
    pub agreed: usize,
}

/// How the needs stand on a day; what is due today is not late.
pub fn needs(account: &Account, today: NaiveDate) -> NeedsState {
    let (agreed, open): (Vec<&ResourceNeed>, Vec<&ResourceNeed>) =
        account.ranked::<ResourceNeed>().into_iter().partition(|need| need.is_agreed);
    let is_late = |need: &&&ResourceNeed| need.due.is_some_and(|due| due < today);
    NeedsState {
        overdue: open.iter().filter(is_late).map(|need| need.id).collect(),
        open: open.iter().map(|need| need.id).collect(),
        agreed: agreed.len(),
    }
}
