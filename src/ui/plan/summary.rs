//! The summary: its text, what each section lacks, what supports the plan, what is due next.

use egui::{RichText, Ui};

use super::PlanPage;
use super::lacks::{lacks_ui, link_ui, mark_ui};
use super::list::{add_button, section_ui, take_keys};
use super::why::why_ui;
use crate::edit::{Edit, PlanChange};
use crate::insight::SectionState;
use crate::model::PlanSection;
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// How many of the things that a section lacks are named; the section's own page shows the rest.
const NAMED: usize = 6;

/// Draws all of it.
pub(super) fn summary_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-summary", (Message::PlanningSummary, String::new()), |ui| {
        text_ui(ctx, view, ui, actions);
    });
    section_ui(ctx, ui, "plan-sections", (Message::PlanningSections, String::new()), |ui| {
        for state in &ctx.insights.plan.sections {
            row_ui(ctx, view, ui, state);
        }
    });
    section_ui(ctx, ui, "plan-support", (Message::PlanningSupport, String::new()), |ui| {
        super::meter::meter_ui(ctx, ui);
        if link_ui(ui, ctx.words.value(PlanSection::Appendix).to_owned()) {
            view.show_plan(PlanPage::Section(PlanSection::Appendix));
        }
    });
    section_ui(ctx, ui, "plan-due", (Message::PlanningCadence, late(ctx)), |ui| {
        super::dues::dues_ui(ctx, view, ui, actions);
    });
}

/// How much is overdue.
pub(super) fn late(ctx: &ViewContext<'_>) -> String {
    match ctx.insights.plan.dues.iter().filter(|due| due.is_overdue).count() {
        0 => String::new(),
        count => ctx.words.text(&Message::PlanningOverdue { count: count.to_string() }),
    }
}

/// The text, and while there is none, an offer to begin it from what the plan says.
fn text_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let summary = &ctx.account.plan.summary;
    let set = |text| Edit::Plan(PlanChange::Summary(text));
    let id = field_id("plan", ctx.account.id, "summary");
    let hint = ctx.words.say(Message::PlanningHintSummary);
    let mut form = Form::new(ctx, ui, actions);
    let word = form.word("summary");
    let field = form.bare_area(id, &word, summary, &hint, set);
    take_keys(view, id, &field);
    if summary.trim().is_empty() {
        let proposed = ctx.words.plan_summary(ctx.account, ctx.planning);
        if !proposed.is_empty() && add_button(ctx, ui, Message::PlanningPrefill) {
            actions.push(Action::EndStep);
            actions.push(Action::Edit(set(proposed)));
            actions.push(Action::EndStep);
        }
    }
}

/// A section: its mark, its name as a link, what belongs to it, what it lacks.
fn row_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, state: &SectionState) {
    let section = state.section;
    ui.horizontal(|ui| {
        let name = ctx.words.value(section);
        if ui.link(RichText::new(name).size(TextSize::BODY)).clicked() {
            view.show_plan(PlanPage::Section(section));
        }
        mark_ui(ctx, ui, section);
        why_ui(ctx, ui, name, ctx.planning.contents(section));
        let said = match (state.lacks.is_empty(), state.is_begun) {
            (true, _) => Some(Message::PlanningWhole),
            (false, false) => Some(Message::PlanningNotBegun),
            (false, true) => None,
        };
        if let Some(said) = said {
            let said = RichText::new(ctx.words.text(&said)).size(TextSize::SECOND);
            ui.label(said.color(ctx.palette.ink_faint()));
        }
    });
    ui.push_id(section as usize, |ui| lacks_ui(ctx, view, ui, (section, NAMED)));
    ui.add_space(8.0);
}
