//! The opportunities: their pipeline, their list, and the form of the one that is looked through.

mod answers;
mod assessment;
mod background;
mod committee;
mod criteria;
mod fits;
mod form;
mod needs;
mod pipeline;
mod process;
mod rows;

use egui::{
    Button, CentralPanel, Frame, Id, Layout, Margin, Panel, Response, RichText, ScrollArea, Sense, Ui, WidgetText, vec2,
};

use super::fields::{Form, field_id, name_widget};
use super::plan::WIDEST;
use super::plan::carry::carried_ui;
use super::plan::list::{RowTool, add_button, named, next_rank, pressed_tool, row_tools, tool_edit};
use super::style::bold_text;
use super::{Action, Actions, ViewContext, ViewState};
use crate::edit::{Edit, RecordEdit};
use crate::insight::{FunnelPlace, funnel_place};
use crate::model::{Opportunity, OpportunityId, OpportunityStatus};
use crate::theme::TextSize;
use crate::words::{Message, date, money};

pub use pipeline::PipelineView;
pub(super) use pipeline::exchange_ui;

/// Below this width list and form stand one below the other.
const NARROW: f32 = 700.0;

/// Draws the list, and the form of the opportunity chosen.
pub(super) fn opportunities_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if ui.available_width() < NARROW {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            pipeline::pipeline_ui(ctx, view, ui, actions);
            list_ui(ctx, view, ui, actions);
            ui.add_space(16.0);
            chosen_ui(ctx, view, ui, actions);
        });
        return;
    }
    let side = Frame::new().inner_margin(Margin { left: 0, right: 12, top: 0, bottom: 0 });
    Panel::left("opportunity-list").frame(side).default_size(280.0).size_range(200.0..=420.0).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| list_ui(ctx, view, ui, actions));
    });
    let middle = Frame::new().inner_margin(Margin { left: 16, right: 0, top: 0, bottom: 0 });
    CentralPanel::default().frame(middle).show(ui, |ui| {
        // Each opportunity keeps its own place.
        ScrollArea::vertical().id_salt(("opportunity-form", view.opportunity)).auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(WIDEST));
            pipeline::pipeline_ui(ctx, view, ui, actions);
            chosen_ui(ctx, view, ui, actions);
        });
    });
}

fn chosen_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    match view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id)) {
        Some(opportunity) => form::form_ui(ctx, view, ui, actions, opportunity),
        None if ctx.account.opportunities.is_empty() => {}
        None => Form::new(ctx, ui, actions).note(ctx.words.say(Message::OpportunitiesChoose)),
    }
}

fn list_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let all = ctx.account.ranked::<Opportunity>();
    let opportunities = shown(view, &all);
    let chosen = opportunities.iter().position(|opportunity| Some(opportunity.id) == view.opportunity);
    let place = chosen.map(|at| (at, opportunities.len()));
    let mut tool = None;
    ui.horizontal(|ui| {
        ui.label(bold_text(ctx.words.say(Message::NavOpportunities), TextSize::SECTION, ctx));
        if let Some(at) = chosen {
            let name = named(ctx, &opportunities[at].name, "opportunity");
            tool = row_tools(ctx, ui, &name, place);
        }
    });
    ui.add_space(4.0);
    if all.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::OpportunitiesEmpty));
    }
    only_ui(ctx, view, ui, opportunities.is_empty());
    let mut carried = None;
    let list = ui.with_layout(Layout::top_down_justified(egui::Align::Min), |ui| {
        for (at, opportunity) in opportunities.iter().enumerate() {
            let is_chosen = Some(opportunity.id) == view.opportunity;
            let line = ui.push_id(opportunity.id, |ui| line_ui(ctx, ui, opportunity, is_chosen)).inner;
            if line.clicked() {
                view.opportunity = Some(opportunity.id);
            }
            if !ctx.is_read_only && opportunities.len() > 1 {
                let drawn = (line.rect, &line);
                let tool = carried_ui(ctx, ui, Id::unique("opportunities"), (at, opportunities.len()), drawn);
                carried = carried.or(tool.map(|tool| (at, tool)));
            }
        }
    });
    let tool = tool.or_else(|| pressed_tool(ctx, ui, list.response.rect, place?));
    if tool == Some(RowTool::Remove) {
        view.opportunity = None;
    }
    let ids = |list: &[&Opportunity]| list.iter().map(|one| one.id).collect::<Vec<OpportunityId>>();
    let change =
        chosen.zip(tool).or(carried).and_then(|(at, tool)| tool_edit(&ids(&all), &ids(&opportunities), at, tool));
    actions.extend(change.map(|change| Action::Edit(Edit::Opportunity(change))));
    ui.add_space(8.0);
    if add_button(ctx, ui, Message::OpportunitiesAdd) {
        let rank = next_rank::<Opportunity>(ctx.account);
        let opportunity = Opportunity { rank, ..Opportunity::new(view.ids.fresh(), "") };
        view.opportunity = Some(opportunity.id);
        view.pipeline.stage = None;
        view.wants_field = Some(field_id("opportunity", opportunity.id, "name"));
        actions.push(Action::Edit(Edit::Opportunity(RecordEdit::Add(Box::new(opportunity)))));
    }
}

/// The opportunities that the list shows: all, or the open ones of the stage chosen in the funnel.
fn shown<'a>(view: &ViewState, all: &[&'a Opportunity]) -> Vec<&'a Opportunity> {
    let is_shown = |opportunity: &&&Opportunity| {
        let is_open = opportunity.status == OpportunityStatus::Open;
        view.pipeline.stage.is_none_or(|stage| is_open && opportunity.stage == Some(stage))
    };
    all.iter().filter(is_shown).copied().collect()
}

/// Says that only one stage is listed, and lists all again.
fn only_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, is_empty: bool) {
    let Some(stage) = view.pipeline.stage else { return };
    let stage = ctx.words.value(stage).to_owned();
    let message = if is_empty { Message::PipelineNoneInStage { stage } } else { Message::PipelineOnly { stage } };
    ui.horizontal_wrapped(|ui| {
        let soft = |text| RichText::new(text).size(TextSize::SECOND);
        ui.label(soft(ctx.words.text(&message)).color(ctx.palette.ink_soft()));
        if ui.link(soft(ctx.words.text(&Message::PipelineAll)).color(ctx.palette.accent())).clicked() {
            view.pipeline.stage = None;
        }
    });
}

/// One opportunity in the list: its name, and below it how it stands.
fn line_ui(ctx: &ViewContext<'_>, ui: &mut Ui, opportunity: &Opportunity, is_chosen: bool) -> Response {
    let name = named(ctx, &opportunity.name, "opportunity");
    let said = about(ctx, opportunity);
    let about = RichText::new(format!("\n{said}")).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let text = WidgetText::concat(ui, [bold_text(name.as_str(), TextSize::BODY, ctx), about]);
    let width = ui.available_width();
    let line =
        ui.add(Button::selectable(is_chosen, text).wrap().min_size(vec2(width, 0.0)).sense(Sense::click_and_drag()));
    name_widget(&line, &name);
    line.ctx.accesskit_node_builder(line.id, |node| node.set_description(said));
    line
}

/// Stage, amount, closing date; the status where it is no longer open; a rate of its own; whether it is too small.
fn about(ctx: &ViewContext<'_>, opportunity: &Opportunity) -> String {
    let mut parts: Vec<String> = Vec::new();
    if opportunity.status != OpportunityStatus::Open {
        parts.push(ctx.words.value(opportunity.status).to_owned());
    }
    parts.extend(opportunity.stage.map(|stage| ctx.words.value(stage).to_owned()));
    parts.extend(opportunity.amount.map(|amount| money(ctx.words, amount)));
    parts.extend(opportunity.close.map(date));
    let is_open = opportunity.status == OpportunityStatus::Open;
    if let Some(rate) = opportunity.rate.filter(|_| is_open) {
        parts.push(ctx.words.text(&Message::PipelineOwnRate { rate: rate.to_string() }));
    }
    if is_open && funnel_place(ctx.account, opportunity) == FunnelPlace::Outside {
        parts.push(ctx.words.text(&Message::PipelineOutsideOne));
    }
    if parts.is_empty() {
        parts.push(ctx.words.text(&Message::NotSaid));
    }
    parts.join(" · ")
}
