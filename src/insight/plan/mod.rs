//! The plan as a whole: what its sections lack, what supports it, what is due, the cycle in which plans are made.

mod areas;
mod checks;
mod cycle;
mod dues;
mod evidence;
mod lack;
mod sections;
mod supporting;
mod years;

use chrono::NaiveDate;

pub use areas::{actions_by_area, area_of};
pub use checks::{answer_of, bad_answers, has_review_action};
pub use cycle::{CycleSpan, NoCycle, StepSpan, cycle};
pub use dues::{Due, dues};
pub use evidence::{Evidence, PlanTarget};
pub use lack::Lack;
pub use sections::{SectionState, sections};
pub use supporting::{Completeness, ItemState, completeness, supporting};
pub use years::{PLAN_YEARS, outline_of, plan_years};

use crate::method::Method;
use crate::model::{Account, PlanSection};

/// How the plan stands on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanInsights {
    /// The eight sections, in their order.
    pub sections: Vec<SectionState>,
    /// The 27 items that support the plan, in their order.
    pub supporting: Vec<ItemState>,
    /// What comes back in a rhythm: overdue first, then what comes next, then what was never begun.
    pub dues: Vec<Due>,
}

impl PlanInsights {
    /// How the plan of `account` stands. Cost: some walks over people, opportunities, actions and lists of the plan.
    pub fn of(account: &Account, method: &Method, today: NaiveDate) -> Self {
        let supporting = supporting(account, &method.planning);
        Self { sections: sections(account, &supporting, today), dues: dues(account, method, today), supporting }
    }

    /// What one section lacks.
    pub fn lacks(&self, section: PlanSection) -> &[Lack] {
        self.sections.iter().find(|state| state.section == section).map_or(&[], |state| &state.lacks)
    }

    /// How much of what supports the plan is there.
    pub fn completeness(&self) -> Completeness {
        completeness(&self.supporting)
    }
}
