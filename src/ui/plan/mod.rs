//! The plan as forms, page by page: the client, the eight sections of a plan, the reviews.

mod action_plan;
mod appendix;
pub(in crate::ui) mod cells;
mod choices;
mod dues;
mod goals;
mod head;
mod heat;
pub(in crate::ui) mod lacks;
pub(in crate::ui) mod list;
mod meter;
mod pages;
mod reviews;
mod risks;
mod rivals;
mod section_head;
mod strategy;
mod summary;
mod swot;
mod team;
mod trends;
mod value;
pub(in crate::ui) mod why;

pub use pages::PlanPage;
pub(in crate::ui) use pages::plan_ui;

/// Lines longer than this are hard to read.
pub(in crate::ui) const WIDEST: f32 = 860.0;
