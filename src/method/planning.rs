//! How a plan is made and kept: what belongs to its sections, rhythms, the cycle, checklists, principles.

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;

use super::{MethodError, Said};
use crate::model::{CheckMark, Coded, PlanPrinciple, PlanSection, PlanningStep, ReviewQuestion, Tier};

/// What comes back in a rhythm. Sources: methods L5, G6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Recurring {
    /// Our review of the plan.
    Plan,
    /// The report on progress.
    Progress,
    /// The scan of the SWOT.
    Swot,
    /// The timetable of tasks.
    Timetable,
    /// The plan of sales calls.
    CallPlan,
    /// The review of the business with the client.
    Business,
    /// The review of the relation between people.
    Personal,
    /// The review of the year with the client.
    Annual,
}

/// A time after which something is due again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Period {
    /// So many days.
    Days(u8),
    /// So many months of the calendar.
    Months(u8),
}

impl Period {
    /// The day this long after `day`; a month that is too short gives its last day. `None` at the end of time.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(count) => day.checked_add_days(Days::new(u64::from(count))),
            Self::Months(count) => day.checked_add_months(Months::new(u32::from(count))),
        }
    }
}

/// One line of the table of rhythms.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Rhythm {
    /// What comes back.
    pub object: Recurring,
    /// Its name.
    pub name: Said,
    /// Where the rhythm comes from.
    pub source: Said,
    /// For tier A, B, C; nothing where it is not done for the tier.
    every: (Option<Period>, Option<Period>, Option<Period>),
}

impl Rhythm {
    /// How often for a tier; without one only what is the same for all three.
    pub fn every(&self, tier: Option<Tier>) -> Option<Period> {
        let (most, second, minor) = self.every;
        match tier {
            Some(Tier::A) => most,
            Some(Tier::B) => second,
            Some(Tier::C) => minor,
            None => most.filter(|_| most == second && second == minor),
        }
    }

    /// Whether it is done for this tier; without a tier, for any.
    pub fn is_for(&self, tier: Option<Tier>) -> bool {
        let (most, second, minor) = self.every;
        match tier {
            Some(_) => self.every(tier).is_some(),
            None => most.is_some() && second.is_some() && minor.is_some(),
        }
    }
}

/// Which answer to a question of a review is a bad sign. Source: methods L6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum BadAnswer {
    /// Yes is.
    Yes,
    /// No is.
    No,
    /// Neither is.
    Neither,
}

/// A phase around the making of plans. Source: methods L4.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CyclePhase {
    /// Its name.
    pub name: Said,
    /// What is done in it.
    pub lines: Vec<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct SectionNote {
    section: String,
    /// The fewest and the most pages.
    pages: Option<(u8, u8)>,
    lines: Vec<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct StepShare {
    step: String,
    share: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Check {
    question: String,
    bad: BadAnswer,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct PrincipleNote {
    principle: String,
    lines: Vec<Said>,
}

/// How a plan is made and kept. Sources: methods L1 to L7, G6.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PlanningGuide {
    sections: Vec<SectionNote>,
    /// The table of rhythms, in reading order.
    pub rhythms: Vec<Rhythm>,
    /// What brings a review out of its rhythm.
    pub off_cycle: Vec<Said>,
    /// The fewest and the most weeks in which plans are made.
    pub weeks: (u8, u8),
    /// The weeks proposed.
    pub usual_weeks: u8,
    /// The four phases, the second of which is the making of plans.
    pub phases: Vec<CyclePhase>,
    steps: Vec<StepShare>,
    checks: Vec<Check>,
    principles: Vec<PrincipleNote>,
    /// What commonly goes wrong.
    pub problems: Vec<Said>,
    /// What makes plans succeed.
    pub success: Vec<Said>,
    /// From so many seats with a name on, an organization is known; who decides must be among them.
    pub chart_seats: usize,
    /// How many goals and risks a summary names.
    pub summary_items: usize,
}

impl PlanningGuide {
    /// The guide as it ships.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/planning.ron"))?)
    }

    /// What belongs to a section, a line each.
    pub fn contents(&self, section: PlanSection) -> &[Said] {
        self.section(section).map_or(&[], |note| &note.lines)
    }

    /// The fewest and the most pages of a section; none for the appendix.
    pub fn pages(&self, section: PlanSection) -> Option<(u8, u8)> {
        self.section(section)?.pages
    }

    /// The fewest and the most pages of the whole plan, without its appendix.
    pub fn all_pages(&self) -> (u8, u8) {
        let pages = self.sections.iter().filter_map(|note| note.pages);
        pages.fold((0, 0), |(least, most), (few, many)| (least + few, most + many))
    }

    /// How long a step takes, as its share of all shares together.
    pub fn share(&self, step: PlanningStep) -> u8 {
        self.steps.iter().find(|share| share.step == step.code()).map_or(0, |share| share.share)
    }

    /// Which answer to a question is a bad sign.
    pub fn bad_answer(&self, question: ReviewQuestion) -> BadAnswer {
        let found = self.checks.iter().find(|check| check.question == question.code());
        found.map_or(BadAnswer::Neither, |check| check.bad)
    }

    /// Whether an answer to a question is a bad sign.
    pub fn is_bad(&self, question: ReviewQuestion, mark: CheckMark) -> bool {
        match (self.bad_answer(question), mark) {
            (BadAnswer::Yes, CheckMark::Yes) | (BadAnswer::No, CheckMark::No) => true,
            (BadAnswer::Yes | BadAnswer::No | BadAnswer::Neither, _) => false,
        }
    }

    /// What a principle means, a line each.
    pub fn principle(&self, principle: PlanPrinciple) -> &[Said] {
        let found = self.principles.iter().find(|note| note.principle == principle.code());
        found.map_or(&[], |note| &note.lines)
    }

    /// The rhythm of something that comes back.
    pub fn rhythm(&self, object: Recurring) -> Option<&Rhythm> {
        self.rhythms.iter().find(|rhythm| rhythm.object == object)
    }

    fn section(&self, section: PlanSection) -> Option<&SectionNote> {
        self.sections.iter().find(|note| note.section == section.code())
    }
}
