//! Growth levers: what takes the account from today's revenue to the target, and what comes first.

mod lever;
mod limits;
mod priorities;

use egui::Ui;

use super::list::{next_rank, push_tool, rows_ui, section_ui};
use super::pictures::{picture_ui, width};
use super::why::add_why_ui;
use crate::edit::{Edit, RecordEdit};
use crate::insight::LeverSum;
use crate::model::{GrowthLever, Money};
use crate::plot::waterfall_plot;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// Draws the levers, the gap they close, and the priorities.
pub(super) fn growth_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let levers = ctx.account.ranked::<GrowthLever>();
    section_ui(ctx, ui, "plan-growth", (Message::GrowthLevers, note(ctx, levers.len())), |ui| {
        if levers.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::GrowthEmpty));
        }
        let name = |lever: &GrowthLever| ctx.words.lever_name(ctx.account, lever.id);
        let asked = rows_ui(ctx, ui, &levers, name, |ui, lever| lever::lever_ui(ctx, view, ui, actions, lever));
        push_tool(actions, &levers, asked, Edit::Lever);
        let is_wanted = add_why_ui(ctx, ui, Message::GrowthAdd, Message::GrowthLevers, &ctx.growth.gap);
        if is_wanted {
            let lever =
                GrowthLever { rank: next_rank::<GrowthLever>(ctx.account), ..GrowthLever::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("lever", lever.id, "text"));
            actions.push(Action::Edit(Edit::Lever(RecordEdit::Add(Box::new(lever)))));
        }
        ui.add_space(8.0);
        gap_ui(ctx, view, ui, actions);
    });
    priorities::priorities_ui(ctx, view, ui, actions);
}

/// How many levers there are, and what is still open.
fn note(ctx: &ViewContext<'_>, count: usize) -> String {
    let gap = &ctx.insights.growth.gap;
    let count = if count == 0 { ctx.words.text(&Message::PlanNone) } else { count.to_string() };
    let Some(residual) = gap.residual.filter(|residual| residual.minor != 0) else { return count };
    let amount = money(ctx.words, Money { minor: residual.minor.saturating_abs(), ..residual });
    let open = match residual.minor {
        ..0 => Message::GrowthOverBy { amount },
        0.. => Message::GrowthGapOf { amount },
    };
    format!("{count} · {}", ctx.words.text(&open))
}

/// The waterfall with its sentence and what it leaves out, and what the levers bring in contribution.
fn gap_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let growth = &ctx.insights.growth;
    if let Some(plot) = waterfall_plot(ctx.words, ctx.account, &growth.gap, width(ui)) {
        picture_ui(ctx, view, ui, "waterfall", &plot);
    }
    let mut form = Form::new(ctx, ui, actions);
    form.label(ctx.words.gap_said(&growth.gap));
    for said in left_out(ctx, &growth.gap.levers) {
        form.note(said);
    }
    for said in ctx.words.margin_said(&growth.margin) {
        form.label(said);
    }
    if !growth.margin.levers.bars.is_empty() {
        for said in left_out(ctx, &growth.margin.levers) {
            form.note(format!("{}: {said}", ctx.words.label("field", "margin")));
        }
    }
}

/// The levers that are not in a sum.
fn left_out(ctx: &ViewContext<'_>, sum: &LeverSum) -> Vec<String> {
    let mut said = Vec::new();
    if !sum.without.is_empty() {
        said.push(ctx.words.text(&Message::GrowthWithout { count: sum.without.len().to_string() }));
    }
    if !sum.no_rate.is_empty() {
        said.push(ctx.words.text(&Message::GrowthNoRate { count: sum.no_rate.len().to_string() }));
    }
    said
}
