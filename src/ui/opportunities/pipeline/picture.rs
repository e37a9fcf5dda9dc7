//! The funnel as a picture, and below it what stands outside of it.

use egui::Ui;

use crate::insight::{Funnel, stage_rates};
use crate::model::{Coded, FunnelStage};
use crate::plot::{Target, funnel_plot};
use crate::ui::fields::Form;
use crate::ui::plot::chosen_plot_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// Draws the funnel; a click on a stage lists its opportunities alone, another one all of them again.
pub(super) fn picture_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let funnel = &ctx.insights.pipeline.funnel;
    let width = ui.available_width();
    let plot = funnel_plot(ctx.words, funnel, &stage_rates(ctx.account, ctx.rules), width);
    let chosen = view.pipeline.stage.map(Target::value);
    let place = (egui::Id::unique("funnel-plot"), width);
    if let Some(Target::Value(FunnelStage::KIND, code)) = chosen_plot_ui(ctx, ui, &plot, place, chosen) {
        view.pipeline.stage = FunnelStage::from_code(code).filter(|stage| view.pipeline.stage != Some(*stage));
    }
    ui.add_space(2.0);
    notes_ui(ctx, ui, funnel);
}

/// What stands outside of the picture.
fn notes_ui(ctx: &ViewContext<'_>, ui: &mut Ui, funnel: &Funnel) {
    let words = ctx.words;
    let mut lines = Vec::new();
    if funnel.stageless > 0 {
        lines.push(words.text(&Message::PipelineStageless { count: funnel.stageless.to_string() }));
    }
    if funnel.off_funnel > 0 {
        lines.push(words.text(&Message::PipelineOutside { count: funnel.off_funnel.to_string() }));
    }
    let foreign = funnel.currencies.iter().filter(|sum| sum.amount.currency != ctx.account.profile.currency);
    lines.extend(foreign.map(|sum| {
        let (amount, count) = (money(words, sum.amount), sum.count.to_string());
        words.text(&match sum.converted {
            Some(own) => Message::PipelineCurrency { amount, converted: money(words, own), count },
            None => Message::PipelineCurrencyUnknown { amount, count },
        })
    }));
    let mut nothing = Actions::new();
    let mut form = Form::new(ctx, ui, &mut nothing);
    for line in lines {
        form.label(line);
    }
}
