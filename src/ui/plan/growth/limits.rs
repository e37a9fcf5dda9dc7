//! From when a result is large and success likely, and what other currencies are worth; folded away.

use egui::{CollapsingHeader, RichText, Ui};

use crate::edit::{Edit, PlanChange};
use crate::theme::TextSize;
use crate::ui::fields::Form;
use crate::ui::opportunities::exchange_ui;
use crate::ui::plan::cells::{SHORT, cells_ui, low_tick};
use crate::ui::plan::objectives::plan_id;
use crate::ui::plan::why::why_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the settings, folded away until they are asked for.
pub(super) fn limits_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let title = RichText::new(ctx.words.say(Message::GrowthLimits)).size(TextSize::SECOND);
    CollapsingHeader::new(title).id_salt("plan-limits").show_unindented(ui, |ui| {
        why_ui(ctx, ui, &ctx.words.say(Message::GrowthPriorities), &ctx.growth.priority);
        let (plan, currency) = (&ctx.account.plan, ctx.account.profile.currency);
        let mut form = Form::new(ctx, ui, actions);
        let (share, likely) = (ctx.growth.large_percent.to_string(), ctx.growth.likely_from.to_string());
        form.note(ctx.words.text(&Message::GrowthLimitsWhy { share, likely }));
        cells_ui(
            &mut form,
            view,
            SHORT,
            &[
                &|form, _| {
                    let word = form.word("large_amount");
                    let edit = |amount| Edit::Plan(PlanChange::LargeAmount(amount));
                    form.money(plan_id(ctx, "large_amount"), &word, plan.large_amount, currency, edit);
                },
                &|form, _| {
                    let word = form.word("likely_from");
                    let edit = |percent| Edit::Plan(PlanChange::LikelyFrom(percent));
                    form.percent(plan_id(ctx, "likely_from"), &word, plan.likely_from, edit);
                },
                &|form, _| {
                    let edit = |is_swapped| Edit::Plan(PlanChange::IsMixedSwapped(is_swapped));
                    low_tick(form, "is_mixed_swapped", plan.is_mixed_swapped, edit);
                },
            ],
        );
        exchange_ui(&mut form, view);
    });
}
