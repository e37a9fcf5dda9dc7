//! The pipeline above the opportunities: the funnel as a picture, what follows from it, what to worry about.

mod figures;
mod picture;
mod settings;
mod warnings;

pub(in crate::ui) use settings::exchange_ui;

use egui::{RichText, Ui};

use crate::insight::{Quota, Share};
use crate::model::FunnelStage;
use crate::theme::TextSize;
use crate::ui::plan::list::fold_header;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// From this width on picture and figures stand side by side.
const WIDE: f32 = 760.0;

/// How the funnel is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PipelineView {
    /// Whether it is unfolded, where the user has said so; else it is as long as no opportunity is open.
    pub is_open: Option<bool>,
    /// The stage whose opportunities are listed; `None` lists all.
    pub stage: Option<FunnelStage>,
}

/// Draws the pipeline under a head that sums it up; nothing where there is no opportunity.
pub(super) fn pipeline_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if ctx.account.opportunities.is_empty() {
        return;
    }
    let is_open = view.pipeline.is_open.unwrap_or(view.opportunity.is_none());
    let title = bold_text(ctx.words.say(Message::PipelineTitle), TextSize::SECTION, ctx);
    let note = RichText::new(format!("   {}", summary(ctx))).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let head = fold_header(ui, [title, note]).id_salt("pipeline").open(Some(is_open)).show_unindented(ui, |ui| {
        ui.add_space(4.0);
        body_ui(ctx, view, ui, actions);
    });
    if head.header_response.clicked() {
        view.pipeline.is_open = Some(!is_open);
    }
    ui.add_space(8.0);
}

fn body_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if ui.available_width() < WIDE {
        picture::picture_ui(ctx, view, ui);
        ui.add_space(8.0);
        figures::figures_ui(ctx, ui);
        ui.add_space(8.0);
        warnings::warnings_ui(ctx, view, ui);
    } else {
        ui.columns(2, |columns| {
            picture::picture_ui(ctx, view, &mut columns[0]);
            figures::figures_ui(ctx, &mut columns[1]);
            columns[1].add_space(8.0);
            warnings::warnings_ui(ctx, view, &mut columns[1]);
        });
    }
    ui.add_space(4.0);
    settings::settings_ui(ctx, view, ui, actions);
}

/// The weighted amount, the forecast and how much there is to worry about.
fn summary(ctx: &ViewContext<'_>) -> String {
    let pipeline = &ctx.insights.pipeline;
    let forecast = match pipeline.against {
        Quota::Of(share) => ctx.words.text(&Message::PipelineForecastOf { percent: percent(share) }),
        Quota::Unset | Quota::NotPositive | Quota::NoRate(_) => ctx.words.text(&Message::PipelineNoTarget),
    };
    let weighted = money(ctx.words, pipeline.funnel.weighted);
    let summary = ctx.words.text(&Message::PipelineSummary { weighted, forecast });
    match pipeline.warnings.len() {
        0 => summary,
        count => format!("{summary} · {}", ctx.words.text(&Message::PipelineWarningCount { count: count.to_string() })),
    }
}

/// A share in percent with one digit behind the point: `46.5`.
fn percent(share: Share) -> String {
    let permille = share.permille();
    let sign = if permille < 0 { "-" } else { "" };
    let size = permille.unsigned_abs();
    format!("{sign}{}.{}", size / 10, size % 10)
}
