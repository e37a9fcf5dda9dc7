//! What the account is to bring: finance, share, mix, operating performance. Source: methods L1, section 4.

use egui::{RichText, Ui};

use super::PlanPage;
use super::cells::{FIELD, SHORT, cells_ui};
use super::list::section_folded_ui;
use super::why::why_ui;
use crate::edit::{Edit, PlanChange};
use crate::model::{PlanSection, PlanSheet};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// Draws the objectives beside the goals.
pub(super) fn objectives_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let head = (Message::GrowthObjectives, note(ctx));
    section_folded_ui(ctx, ui, ("plan-objectives", true), head, |ui| {
        target_ui(ctx, view, ui);
        let mut form = Form::new(ctx, ui, actions);
        finance_ui(&mut form, view);
        texts_ui(&mut form, view);
    });
}

/// The id of a field of what the plan says beside its lists.
pub(super) fn plan_id(ctx: &ViewContext<'_>, field: &'static str) -> egui::Id {
    field_id("plan", ctx.account.id, field)
}

fn plan<'a>(form: &Form<'a>) -> &'a PlanSheet {
    &form.ctx.account.plan
}

/// What is not said yet.
fn note(ctx: &ViewContext<'_>) -> String {
    let plan = &ctx.account.plan;
    let fields = [
        ("contribution", plan.contribution.is_none()),
        ("management_cost", plan.management_cost.is_none()),
        ("share_wanted", plan.share_wanted.is_none()),
        ("mix", plan.mix.trim().is_empty()),
        ("operating", plan.operating.trim().is_empty()),
    ];
    let lacking: Vec<&str> =
        fields.iter().filter(|(_, lacks)| *lacks).map(|(field, _)| ctx.words.label("field", field)).collect();
    if lacking.is_empty() {
        return String::new();
    }
    ctx.words.text(&Message::PlanMissing { what: lacking.join(ctx.words.list_separator()) })
}

/// The target stands in the summary: told here, with the way there.
fn target_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let none = || ctx.words.text(&Message::NotSaid);
    let amount = ctx.account.profile.target.map_or_else(none, |target| money(ctx.words, target));
    ui.horizontal_wrapped(|ui| {
        let text = ctx.words.text(&Message::GrowthTarget { amount });
        ui.label(RichText::new(text).size(TextSize::SECOND));
        let there = RichText::new(ctx.words.value(PlanSection::Summary)).size(TextSize::SECOND);
        if ui.link(there).clicked() {
            view.show_plan(PlanPage::Section(PlanSection::Summary));
        }
        why_ui(ctx, ui, &ctx.words.say(Message::GrowthObjectives), &ctx.growth.objectives);
    });
    ui.add_space(4.0);
}

fn finance_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let (ctx, sheet, currency) = (form.ctx, plan(form), form.ctx.account.profile.currency);
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = form.word("contribution");
                let edit = |amount| Edit::Plan(PlanChange::Contribution(amount));
                form.money(plan_id(ctx, "contribution"), &word, sheet.contribution, currency, edit);
            },
            &|form, _| {
                let word = form.word("management_cost");
                let edit = |amount| Edit::Plan(PlanChange::ManagementCost(amount));
                form.money(plan_id(ctx, "management_cost"), &word, sheet.management_cost, currency, edit);
            },
            &|form, _| {
                let word = form.word("share_wanted");
                let edit = |share| Edit::Plan(PlanChange::ShareWanted(share));
                form.percent(plan_id(ctx, "share_wanted"), &word, sheet.share_wanted, edit);
            },
        ],
    );
}

fn texts_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let (ctx, sheet) = (form.ctx, plan(form));
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let (word, hint) = (form.word("mix"), ctx.words.say(Message::GrowthHintMix));
                let edit = |text| Edit::Plan(PlanChange::Mix(text));
                form.area(plan_id(ctx, "mix"), &word, &sheet.mix, &hint, edit);
            },
            &|form, _| {
                let (word, hint) = (form.word("operating"), ctx.words.say(Message::GrowthHintOperating));
                let edit = |text| Edit::Plan(PlanChange::Operating(text));
                form.area(plan_id(ctx, "operating"), &word, &sheet.operating, &hint, edit);
            },
        ],
    );
}
