//! Plots: matrices, funnels, bars and time lines as plain drawings, the same for window, paper and file.
//!
//! A [`Plot`] is a list of marks in points, top left first, with colours by the names of their tokens and
//! words already said. The room measures no text: a text has an anchor and a width that it may take.

mod assessment;
mod columns;
mod criteria;
mod cycle;
mod forecast;
mod funnel;
mod marks;
mod portfolio;
mod priority;
mod risks;
mod waterfall;
mod workload;

pub use assessment::{assessment_plot, signs};
pub use columns::sides;
pub use criteria::{criteria_plot, fit_of, fit_token, signed};
pub use cycle::cycle_plot;
pub use forecast::forecast_plot;
pub use funnel::funnel_plot;
pub use marks::{Axis, Field, Grid, Lettering, legend};
pub use portfolio::{capability_plot, tenths_text, vulnerability_plot};
pub use priority::priority_plot;
pub use risks::risk_plot;
pub use waterfall::waterfall_plot;
pub use workload::workload_plot;

use crate::model::{
    Coded, CriterionId, ForecastLineId, GrowthLeverId, OpportunityId, RiskId, ScoreLineId, WorkloadSegmentId,
};

/// A drawing of so many points, with a title and a sentence that says what it shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What it shows, in a few words.
    pub title: String,
    /// The same in a sentence, for whoever cannot see it.
    pub said: String,
    /// The marks, the hindmost first.
    pub marks: Vec<Mark>,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its shape.
    pub shape: Shape,
    /// Its colour.
    pub ink: Ink,
    /// What it says under the pointer and to a screen reader; empty where it says nothing. The first line names it.
    pub says: String,
    /// Where a click leads.
    pub target: Option<Target>,
}

/// What can be drawn; all lengths in points.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "lengths and places say what they are")]
pub enum Shape {
    /// A box with rounded corners.
    Box { x: f32, y: f32, width: f32, height: f32, round: f32, is_filled: bool },
    /// A line through points.
    Line { points: Vec<(f32, f32)>, width: f32, is_dashed: bool },
    /// A disc around a point.
    Disc { x: f32, y: f32, radius: f32 },
    /// A filled convex area.
    Area { points: Vec<(f32, f32)> },
    /// A text; `y` is the middle of its first line. Wider than `wide`, it wraps; after `lines` lines it is cut.
    Text { x: f32, y: f32, text: String, size: f32, is_bold: bool, anchor: Anchor, wide: f32, lines: u8 },
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A colour by the name of its token, and how much of it, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// The name of a field of [`crate::theme::Tokens`].
    pub token: &'static str,
    /// 1 is the whole colour, 0 none of it.
    pub strength: f32,
}

/// What a mark stands for: a click shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An opportunity.
    Opportunity(OpportunityId),
    /// A risk.
    Risk(RiskId),
    /// A growth lever.
    Lever(GrowthLeverId),
    /// A line of the forecast.
    Forecast(ForecastLineId),
    /// A line of a score.
    Score(ScoreLineId),
    /// A line of the workload.
    Workload(WorkloadSegmentId),
    /// What the client decides by.
    Criterion(CriterionId),
    /// A group of the questions on an opportunity, by its place.
    Questions(usize),
    /// A value of a closed list, by the list's name and the value's code.
    Value(&'static str, &'static str),
}

impl Target {
    /// A value of a closed list.
    pub fn value<T: Coded>(value: T) -> Self {
        Self::Value(T::KIND, value.code())
    }
}
