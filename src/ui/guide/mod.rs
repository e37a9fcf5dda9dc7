//! The method at hand: questions that help to judge, and who of us talks easily with whom.

mod choose;
mod ease;
mod pairs;

pub(super) use choose::{choosing_ui, help_link};
pub(super) use ease::{Speaker, ease_ui, legend_ui, speakers};
pub(super) use pairs::pairs_ui;
