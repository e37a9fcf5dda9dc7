//! The plan as forms, page by page: the client, the eight sections of a plan, the reviews.

pub(in crate::ui) mod carry;
pub(in crate::ui) mod cells;
mod choices;
mod client;
mod goals;
mod head;
mod heat;
pub(in crate::ui) mod list;
mod pages;
mod risks;
mod rivals;
mod strategy;
mod swot;
mod team;
mod value;
pub(in crate::ui) mod why;

pub use pages::PlanPage;
pub(in crate::ui) use pages::plan_ui;

/// Lines longer than this are hard to read.
pub(in crate::ui) const WIDEST: f32 = 860.0;
