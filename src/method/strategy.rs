//! Prompts and checks of SWOT, value card, strategy and choices.

use serde::Deserialize;

use super::{Language, MethodError, Said};
use crate::model::{Coded, ValueQuadrant};

/// What a line of the value card must say before it counts. Source: methods A9 for numbers and for
/// person with date; the others are ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum ValueNeed {
    /// A number with its unit.
    Figure,
    /// Somebody at the client.
    Person,
    /// A date.
    Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Prompts {
    of: String,
    value: String,
    lines: Vec<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct QuadrantCheck {
    quadrant: String,
    needs: Vec<ValueNeed>,
}

/// Prompts and checks. Sources: methods A1, A2, A8, A9, A10, A14.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StrategyGuide {
    /// Months after which the SWOT is gone through again.
    pub rescan_months: u8,
    /// The most rivals of one product line that are worth following.
    pub rivals_of_line: u8,
    /// The rules of the SWOT.
    pub swot_rules: Vec<Said>,
    /// What to find out about a rival: its seven items.
    pub rival_items: Vec<Said>,
    /// What likelihood and impact mean together.
    pub risk_rules: Vec<Said>,
    /// How a value proposition is made, with examples.
    pub proposition: Vec<Said>,
    checks: Vec<QuadrantCheck>,
    prompts: Vec<Prompts>,
}

impl StrategyGuide {
    /// Prompts and checks as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/strategy.ron"))?)
    }

    /// What to ask for a value of a scale, a line each.
    pub fn prompts<T: Coded>(&self, value: T) -> &[Said] {
        let found = self.prompts.iter().find(|prompts| prompts.of == T::KIND && prompts.value == value.code());
        found.map_or(&[], |prompts| &prompts.lines)
    }

    /// The first of these lines: short enough to stand in an empty field.
    pub fn first<T: Coded>(&self, value: T, language: Language) -> &str {
        self.prompts(value).first().map_or("", |said| said.text(language))
    }

    /// What a line of this quadrant must say.
    pub fn needs(&self, quadrant: ValueQuadrant) -> &[ValueNeed] {
        let found = self.checks.iter().find(|check| check.quadrant == quadrant.code());
        found.map_or(&[], |check| &check.needs)
    }
}
