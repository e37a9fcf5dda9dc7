//! Plots in the pages of the plan, and where a click on them leads.

use egui::{Id, Ui};

use crate::plot::{Plot, Target};
use crate::ui::fields::field_id;
use crate::ui::plot::plot_ui;
use crate::ui::{View, ViewContext, ViewState};

/// The most width of a plot.
const WIDE: f32 = 720.0;

/// The width of a plot here.
pub(super) fn width(ui: &Ui) -> f32 {
    ui.available_width().min(WIDE)
}

/// Draws a plot, and follows a click on it.
pub(super) fn picture_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, name: &'static str, plot: &Plot) {
    let width = width(ui);
    if let Some(target) = plot_ui(ctx, ui, plot, Id::unique(("plan-picture", name)), width) {
        follow(view, target);
    }
    ui.add_space(8.0);
}

/// Goes to what a mark of these plots stands for.
fn follow(view: &mut ViewState, target: Target) {
    if let Target::Lever(id) = target {
        view.wants_field = Some(field_id("lever", id, "text"));
    } else if let Target::Workload(id) = target {
        view.wants_field = Some(field_id("workload", id, "name"));
    } else if let Target::Forecast(id) = target {
        view.wants_field = Some(field_id("forecast", id, "region"));
    } else if let Target::Opportunity(id) = target {
        view.opportunity = Some(id);
        view.view = View::Opportunities;
    }
}
