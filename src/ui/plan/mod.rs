//! The plan as forms, page by page: the client, the eight sections of a plan, the reviews.

mod action_plan;
mod appendix;
mod budget;
pub(in crate::ui) mod carry;
pub(in crate::ui) mod cells;
mod choices;
mod client;
mod dues;
mod forecast;
mod goals;
mod growth;
mod head;
mod heat;
pub(in crate::ui) mod lacks;
pub(in crate::ui) mod list;
mod meter;
mod needs;
mod objectives;
mod pages;
mod pictures;
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
mod workload;

pub use pages::PlanPage;
pub(in crate::ui) use pages::plan_ui;

/// Lines longer than this are hard to read.
pub(in crate::ui) const WIDEST: f32 = 860.0;
