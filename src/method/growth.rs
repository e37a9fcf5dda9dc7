//! Prompts and defaults of growth levers, priorities, objectives, forecast, needs and workload.

use serde::Deserialize;

use super::{Language, MethodError, Said};
use crate::model::{Coded, LeverKind};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct LeverPrompts {
    kind: String,
    lines: Vec<Said>,
}

/// Prompts and defaults. Sources: methods A12, A13, L1, R1.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GrowthGuide {
    /// From which probability on success is likely, in percent.
    pub likely_from: u8,
    /// From which part of the target on a result is large, in percent.
    pub large_percent: u8,
    /// Working hours of one member in a month.
    pub month_hours: u16,
    /// How much of them goes into visits, in percent.
    pub visit_share: u8,
    levers: Vec<LeverPrompts>,
    /// What the gap is and what closes it.
    pub gap: Vec<Said>,
    /// How priorities are set.
    pub priority: Vec<Said>,
    /// What the objectives of an account speak of.
    pub objectives: Vec<Said>,
    /// What a forecast holds.
    pub forecast: Vec<Said>,
    /// What a team may need.
    pub needs: Vec<Said>,
    /// How the workload is computed.
    pub workload: Vec<Said>,
}

impl GrowthGuide {
    /// Prompts and defaults as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/growth.ron"))?)
    }

    /// What to ask on a kind of lever, a line each.
    pub fn lever(&self, kind: LeverKind) -> &[Said] {
        self.levers.iter().find(|lever| lever.kind == kind.code()).map_or(&[], |lever| &lever.lines)
    }

    /// The first of these lines: short enough to stand in an empty field.
    pub fn first(&self, kind: LeverKind, language: Language) -> &str {
        self.lever(kind).first().map_or("", |said| said.text(language))
    }
}
