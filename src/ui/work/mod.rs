//! The work on the account: actions as list, board and calendar, and meetings with the client.

mod activities;
mod activity;
mod board;
mod calendar;
mod day;
mod form;
mod list;
mod outcome;
mod questions;
mod row;
mod state;
mod walk;

use egui::{Pos2, Rect, ScrollArea, Ui};

use super::fields::{Form, field_id};
use super::plan::WIDEST;
use super::plan::cells::labeled;
use super::plan::list::next_rank;
use super::{Actions, ViewContext, ViewState};
use crate::edit::{Edit, RecordEdit};
use crate::model::{Account, Action, Activity, Opportunity, OpportunityId, PersonId};
use crate::words::Message;

pub use state::{WorkState, WorkTab};

/// The list's lines have columns, so they may be wider than text.
const LIST: f32 = 1100.0;

/// Draws the switch, and below it the work as it is looked at.
pub(super) fn work_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    follow_wish(ctx, view);
    ui.horizontal_wrapped(|ui| {
        for tab in WorkTab::ALL {
            ui.selectable_value(&mut view.work.tab, tab, ctx.words.say(tab.message()));
        }
    });
    ui.add_space(8.0);
    match view.work.tab {
        WorkTab::List => scrolled(ui, "work-list", LIST, |ui| {
            list::list_ui(ctx, view, ui, actions);
            ui.add_space(16.0);
            super::worklist::worklist_ui(ctx, view, ui, actions);
        }),
        WorkTab::Board => board::board_ui(ctx, view, ui, actions),
        WorkTab::Calendar => calendar::calendar_ui(ctx, view, ui, actions),
        WorkTab::Activities => scrolled(ui, "work-activities", WIDEST, |ui| {
            activities::activities_ui(ctx, view, ui, actions);
        }),
    }
}

fn scrolled(ui: &mut Ui, id: &'static str, most: f32, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(most));
        contents(ui);
        ui.add_space(24.0);
    });
}

/// A record just made is opened where it can be filled in.
fn follow_wish(ctx: &ViewContext<'_>, view: &mut ViewState) {
    let Some(wanted) = view.wants_field else { return };
    let is_wanted = |action: &&Action| field_id("action", action.id, "what") == wanted;
    if let Some(action) = ctx.account.all::<Action>().find(is_wanted) {
        view.work.open_action(action, ctx.today);
    }
    let is_wanted = |activity: &&Activity| field_id("activity", activity.id, "expected") == wanted;
    if let Some(activity) = ctx.account.all::<Activity>().find(is_wanted) {
        view.work.open_activity(activity.id);
    }
}

/// The edit that makes an action for these people, last in the list, whose first field is to take
/// the keys. It belongs to the opportunity looked through.
pub(super) fn new_action(view: &mut ViewState, account: &Account, people: Vec<PersonId>) -> Edit {
    let opportunity = looked_through(account, view);
    let action = Action { people, opportunity, ..Action::new(view.ids.fresh()) };
    add_action(view, account, action)
}

/// The edit that adds an action, last in the list; its deliverable is to take the keys.
fn add_action(view: &mut ViewState, account: &Account, action: Action) -> Edit {
    let action = Action { rank: next_rank::<Action>(account), ..action };
    view.wants_field = Some(field_id("action", action.id, "what"));
    Edit::Action(RecordEdit::Add(Box::new(action)))
}

/// Whether something stands where it can be seen. A pass that will be drawn anew shows nothing and still takes clicks,
/// so this asks for the place alone.
fn in_sight(ui: &Ui, rect: Rect) -> bool {
    ui.clip_rect().intersects(rect)
}

/// Where what is dragged is, or was last: a pointer that left the window while it let go tells nothing any more.
fn held_at(ui: &Ui) -> Option<Pos2> {
    let key = egui::Id::unique("work-held-at");
    let at = ui.input(|input| input.pointer.interact_pos()).or_else(|| ui.data(|data| data.get_temp(key)))?;
    ui.data_mut(|data| data.insert_temp(key, at));
    Some(at)
}

/// Reports a change that is a step of its own, whatever was changed before and after it.
fn push_step(actions: &mut Actions, edit: Edit) {
    actions.extend([super::Action::EndStep, super::Action::Edit(edit), super::Action::EndStep]);
}

/// The opportunity that new work belongs to: the one looked through.
fn looked_through(account: &Account, view: &ViewState) -> Option<OpportunityId> {
    view.opportunity.filter(|id| account.get::<Opportunity>(*id).is_some())
}

/// Goes to an opportunity.
fn show_opportunity(view: &mut ViewState, opportunity: OpportunityId) {
    view.opportunity = Some(opportunity);
    view.view = super::View::Opportunities;
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
