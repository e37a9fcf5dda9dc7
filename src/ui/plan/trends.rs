//! Risks that are no single event: what trends do to our standing, and where we lack experience.

use egui::Ui;

use super::list::{section_ui, take_keys};
use crate::edit::{Edit, PlanChange};
use crate::ui::fields::{Form, field_id};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws both texts.
pub(super) fn trends_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let plan = &ctx.account.plan;
    section_ui(ctx, ui, "plan-trends", (Message::PlanningOtherRisks, String::new()), |ui| {
        let mut form = Form::new(ctx, ui, actions);
        let hint = ctx.words.say(Message::PlanningHintTrends);
        text_ui(&mut form, view, ("trend_risks", &plan.trend_risks, &hint), PlanChange::TrendRisks);
        let hint = ctx.words.say(Message::PlanningHintInexperience);
        text_ui(&mut form, view, ("inexperience", &plan.inexperience, &hint), PlanChange::Inexperience);
    });
}

fn text_ui(
    form: &mut Form<'_>,
    view: &mut ViewState,
    (field, text, hint): (&'static str, &str, &str),
    change: impl FnOnce(String) -> PlanChange,
) {
    let id = field_id("plan", form.ctx.account.id, field);
    let word = form.word(field);
    let area = form.area(id, &word, text, hint, |text| Edit::Plan(change(text)));
    take_keys(view, id, &area);
    form.ui.add_space(4.0);
}
