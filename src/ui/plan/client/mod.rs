//! The client's sheet, section by section: what nobody has begun is folded and says what is missing.

mod buying;
mod entry;
mod figures;
mod file;
mod lines;
mod needs;
mod ours;
mod portfolio;
mod potential;
mod scores;

use egui::Ui;

use crate::ui::{Actions, ViewContext, ViewState};

/// Draws every section of the client's sheet.
pub(super) fn sheet_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    file::file_ui(ctx, view, ui, actions);
    needs::needs_ui(ctx, view, ui, actions);
    buying::buying_ui(ctx, view, ui, actions);
    ours::ours_ui(ctx, view, ui, actions);
    scores::scores_ui(ctx, view, ui, actions);
    potential::potential_ui(ctx, view, ui, actions);
    figures::figures_ui(ctx, view, ui, actions);
}
