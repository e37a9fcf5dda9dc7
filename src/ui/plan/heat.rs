//! Risks by likelihood and impact: nine small fields, each a way to the risks that stand there.

use egui::{Button, Grid, RichText, Ui, vec2};

use crate::insight::level_of;
use crate::model::{Coded, Risk, RiskImpact, RiskLevel, RiskLikelihood};
use crate::theme::TextSize;
use crate::ui::fields::{field_id, name_widget};
use crate::ui::style::faded;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// The size of a field.
const CELL: egui::Vec2 = vec2(72.0, 24.0);
/// How strong the color of a field with risks is, and of one without.
const STRONG: f32 = 0.55;
const FAINT: f32 = 0.15;

/// Draws the fields, the likeliest above, the gravest at the right. A click gives the keys to a risk
/// of the field, another click to the next.
pub(super) fn heat_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, risks: &[&Risk]) {
    Grid::new("risk-heat").spacing(vec2(2.0, 2.0)).show(ui, |ui| {
        for likelihood in RiskLikelihood::ALL.iter().copied() {
            side_ui(ctx, ui, ctx.words.value(likelihood));
            for impact in RiskImpact::ALL.iter().rev().copied() {
                let here: Vec<&Risk> = risks
                    .iter()
                    .copied()
                    .filter(|risk| (risk.likelihood, risk.impact) == (Some(likelihood), Some(impact)))
                    .collect();
                field_ui(ctx, view, ui, (likelihood, impact), &here);
            }
            ui.end_row();
        }
        side_ui(ctx, ui, "");
        for impact in RiskImpact::ALL.iter().rev().copied() {
            side_ui(ctx, ui, ctx.words.value(impact));
        }
        ui.end_row();
    });
    ui.add_space(8.0);
}

fn side_ui(ctx: &ViewContext<'_>, ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_soft()));
}

fn field_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (likelihood, impact): (RiskLikelihood, RiskImpact),
    here: &[&Risk],
) {
    let color = match level_of(likelihood, impact) {
        RiskLevel::High => ctx.palette.danger(),
        RiskLevel::Medium => ctx.palette.warning(),
        RiskLevel::Low => ctx.palette.success(),
    };
    let strength = if here.is_empty() { FAINT } else { STRONG };
    let text = if here.is_empty() { String::new() } else { here.len().to_string() };
    let button = Button::new(RichText::new(text).size(TextSize::SECOND)).fill(faded(color, strength)).min_size(CELL);
    let field = ui.add_enabled(!here.is_empty(), button);
    let name = ctx.words.text(&Message::PlanHeatField {
        likelihood: ctx.words.value(likelihood).to_owned(),
        impact: ctx.words.value(impact).to_owned(),
        count: here.len().to_string(),
    });
    name_widget(&field, &name);
    let said: Vec<String> =
        std::iter::once(name).chain(here.iter().map(|risk| risk.text.chars().take(80).collect())).collect();
    if field.on_hover_text(said.join("\n")).clicked() {
        let key = egui::Id::unique(("risk-heat-turn", likelihood.code(), impact.code()));
        let turn = ui.data(|data| data.get_temp::<usize>(key)).unwrap_or(0);
        ui.data_mut(|data| data.insert_temp(key, turn.wrapping_add(1)));
        view.wants_field = here.get(turn % here.len().max(1)).map(|risk| field_id("risk", risk.id, "text"));
    }
}
