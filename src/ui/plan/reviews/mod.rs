//! Planning and reviews: the cadence, the reviews held, the planning cycle, the seven principles.

mod checks;
mod cycle;
mod held;
mod principles;

use egui::Ui;

use super::list::section_ui;
use super::why::why_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the page.
pub(super) fn reviews_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-cadence", (Message::PlanningCadence, super::summary::late(ctx)), |ui| {
        super::dues::dues_ui(ctx, view, ui, actions);
    });
    held::held_ui(ctx, view, ui, actions);
    cycle::cycle_ui(ctx, view, ui, actions);
    principles::principles_ui(ctx, view, ui, actions);
    let lessons: Vec<_> = ctx.planning.problems.iter().chain(&ctx.planning.success).cloned().collect();
    ui.horizontal(|ui| {
        let name = ctx.words.say(Message::PlanningLessons);
        super::lacks::quiet_ui(ctx, ui, &name);
        why_ui(ctx, ui, &name, &lessons);
    });
}
