//! What to worry about in the funnel, in sentences with names.

use egui::{RichText, Ui};

use crate::insight::PipelineWarning;
use crate::model::{FunnelStage, Opportunity, OpportunityId};
use crate::theme::TextSize;
use crate::ui::plan::list::named;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// How many names a sentence lists.
const NAMES: usize = 5;

/// Where a click on a warning leads.
enum Way {
    Opportunity(OpportunityId),
    Stage(FunnelStage),
    Nowhere,
}

/// Draws the warnings; a click leads to the opportunity or to its stage.
pub(super) fn warnings_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    for (place, warning) in ctx.insights.pipeline.warnings.iter().enumerate() {
        let (message, way) = sentence(ctx, warning);
        let text = RichText::new(ctx.words.text(&message)).size(TextSize::SECOND);
        ui.push_id(("pipeline-warning", place), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new("⚠").size(TextSize::SECOND).color(ctx.palette.warning()));
                let is_clicked = match way {
                    Way::Nowhere => ui.label(text).clicked(),
                    Way::Opportunity(_) | Way::Stage(_) => ui.link(text.color(ctx.palette.ink())).clicked(),
                };
                if is_clicked {
                    go(view, &way);
                }
            });
        });
    }
}

fn go(view: &mut ViewState, way: &Way) {
    match way {
        Way::Opportunity(opportunity) => {
            view.opportunity = Some(*opportunity);
            view.pipeline.stage = None;
        }
        Way::Stage(stage) => view.pipeline.stage = Some(*stage),
        Way::Nowhere => {}
    }
}

fn sentence(ctx: &ViewContext<'_>, warning: &PipelineWarning) -> (Message, Way) {
    match warning {
        PipelineWarning::StageHeavy { stage, percent, opportunities } => {
            let (percent, names) = (percent.to_string(), names(ctx, opportunities));
            let said = ctx.words.value(*stage).to_owned();
            (Message::PipelineHeavyStage { stage: said, percent, names }, Way::Stage(*stage))
        }
        PipelineWarning::OpportunityHeavy { opportunity, percent } => {
            let (name, percent) = (name(ctx, *opportunity), percent.to_string());
            (Message::PipelineHeavyOne { name, percent }, Way::Opportunity(*opportunity))
        }
        PipelineWarning::Stuck { opportunity, stage, days } => {
            let (name, stage) = (name(ctx, *opportunity), ctx.words.value(*stage).to_owned());
            (Message::PipelineStuck { name, stage, days: days.to_string() }, Way::Opportunity(*opportunity))
        }
        PipelineWarning::PastClose { opportunity, days } => {
            let (name, days) = (name(ctx, *opportunity), days.to_string());
            (Message::PipelinePastClose { name, days }, Way::Opportunity(*opportunity))
        }
        PipelineWarning::NoRate { currency, opportunities } => {
            let (currency, names) = (currency.code().to_owned(), names(ctx, opportunities));
            (Message::PipelineNoRate { currency, names }, Way::Nowhere)
        }
        PipelineWarning::Negative { opportunity } => {
            (Message::PipelineNegative { name: name(ctx, *opportunity) }, Way::Opportunity(*opportunity))
        }
    }
}

fn name(ctx: &ViewContext<'_>, id: OpportunityId) -> String {
    let own = ctx.account.get::<Opportunity>(id).map_or("", |opportunity| opportunity.name.as_str());
    named(ctx, own, "opportunity")
}

fn names(ctx: &ViewContext<'_>, ids: &[OpportunityId]) -> String {
    let mut names: Vec<String> = ids.iter().take(NAMES).map(|id| name(ctx, *id)).collect();
    if ids.len() > NAMES {
        names.push("…".to_owned());
    }
    names.join(ctx.words.list_separator())
}
