//! The work on the account: actions with owner and date, and meetings with the client.

mod actions;
mod activities;

use egui::{ScrollArea, Ui};

use super::fields::Form;
use super::plan::WIDEST;
use super::plan::cells::labeled;
use super::{Actions, ViewContext, ViewState};
use crate::edit::Edit;
use crate::model::{Account, Opportunity, OpportunityId};
use crate::words::Message;

pub(super) use actions::new_action;

/// Draws actions and activities.
pub(super) fn work_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        actions::actions_ui(ctx, view, ui, actions);
        ui.add_space(16.0);
        super::worklist::worklist_ui(ctx, view, ui, actions);
        ui.add_space(16.0);
        activities::activities_ui(ctx, view, ui, actions);
        ui.add_space(24.0);
    });
}

/// The opportunity that new work belongs to: the one looked through.
fn looked_through(account: &Account, view: &ViewState) -> Option<OpportunityId> {
    view.opportunity.filter(|id| account.get::<Opportunity>(*id).is_some())
}

/// A labelled list that drops down with the opportunities.
pub(super) fn opportunity_ui(
    form: &mut Form<'_>,
    id: egui::Id,
    value: Option<OpportunityId>,
    edit: impl FnOnce(Option<OpportunityId>) -> Edit,
) {
    let word = labeled(form, "opportunity");
    let none = form.ctx.words.text(&Message::NotSaid);
    let opportunities = form.ctx.account.ranked::<Opportunity>();
    let named = opportunities.iter().map(|opportunity| (Some(opportunity.id), opportunity.name.clone()));
    let options: Vec<(Option<OpportunityId>, String)> = std::iter::once((None, none)).chain(named).collect();
    form.pick(id, &word, &value, &options, |value| edit(*value));
}
