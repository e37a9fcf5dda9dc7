//! Risks by likelihood and impact: nine fields, each a way to the risks that stand there.

use egui::{Id, Ui};

use crate::model::Risk;
use crate::plot::{Target, risk_plot};
use crate::ui::fields::field_id;
use crate::ui::plot::plot_ui;
use crate::ui::{ViewContext, ViewState};

/// The most width of the fields together.
const WIDE: f32 = 620.0;

/// Draws the fields. A click gives the keys to a risk of the field, another click to the next.
pub(super) fn heat_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, risks: &[&Risk]) {
    let width = ui.available_width().min(WIDE);
    let plot = risk_plot(ctx.words, risks, width);
    if let Some(Target::Risk(first)) = plot_ui(ctx, ui, &plot, Id::unique("risk-plot"), width) {
        let place = |risk: &Risk| (risk.likelihood, risk.impact);
        let of = risks.iter().find(|risk| risk.id == first).map(|risk| place(risk));
        let here: Vec<&&Risk> = risks.iter().filter(|risk| Some(place(risk)) == of).collect();
        let key = Id::unique(("risk-heat-turn", of));
        let turn = ui.data(|data| data.get_temp::<usize>(key)).unwrap_or(0);
        ui.data_mut(|data| data.insert_temp(key, turn.wrapping_add(1)));
        view.wants_field = here.get(turn % here.len().max(1)).map(|risk| field_id("risk", risk.id, "text"));
    }
    ui.add_space(8.0);
}
