//! The plan as forms, page by page: the client, the eight sections of a plan, the reviews.

mod budget;
pub(in crate::ui) mod carry;
pub(in crate::ui) mod cells;
mod choices;
mod client;
mod forecast;
mod goals;
mod growth;
mod head;
mod heat;
pub(in crate::ui) mod list;
mod needs;
mod objectives;
mod pages;
mod pictures;
mod risks;
mod rivals;
mod strategy;
mod swot;
mod team;
mod value;
pub(in crate::ui) mod why;
mod workload;

pub use pages::PlanPage;
pub(in crate::ui) use pages::plan_ui;

/// Lines longer than this are hard to read.
pub(in crate::ui) const WIDEST: f32 = 860.0;
