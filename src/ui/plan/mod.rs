//! The plan as a form: the account's head, goals, choices and strategy, value card, SWOT, risks, competitors, team.

pub(in crate::ui) mod carry;
pub(in crate::ui) mod cells;
mod choices;
mod goals;
mod head;
mod heat;
pub(in crate::ui) mod list;
mod risks;
mod rivals;
mod strategy;
mod swot;
mod team;
mod value;
pub(in crate::ui) mod why;

use egui::{ScrollArea, Ui};

use super::{Actions, ViewContext, ViewState};

/// Lines longer than this are hard to read.
pub(in crate::ui) const WIDEST: f32 = 860.0;

/// Draws the plan, one section below the other.
pub(in crate::ui) fn plan_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        head::head_ui(ctx, view, ui, actions);
        goals::goals_ui(ctx, view, ui, actions);
        choices::choices_ui(ctx, view, ui, actions);
        strategy::strategy_ui(ctx, view, ui, actions);
        value::value_ui(ctx, view, ui, actions);
        swot::swot_ui(ctx, view, ui, actions);
        risks::risks_ui(ctx, view, ui, actions);
        rivals::rivals_ui(ctx, view, ui, actions);
        team::team_ui(ctx, view, ui, actions);
        ui.add_space(24.0);
    });
}
