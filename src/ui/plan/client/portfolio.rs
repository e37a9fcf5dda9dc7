//! The two portfolios with the client's point; a click on a field says what it advises.

use egui::{Id, Ui};

use super::entry::fact_ui;
use crate::insight::Selection;
use crate::method::{AccountGuide, CapabilityAdvice, VulnerabilityAdvice};
use crate::model::{Account, Coded};
use crate::plot::{Plot, Target, capability_plot, vulnerability_plot};
use crate::theme::TextSize;
use crate::ui::fields::field_id;
use crate::ui::plot::plot_ui;
use crate::ui::style::bold_text;
use crate::ui::{ViewContext, ViewState};
use crate::words::Words;

/// The least width at which the two stand side by side, and the widest that one of them gets.
const BESIDE: f32 = 640.0;
const WIDEST: f32 = 400.0;
const GAP: f32 = 24.0;

/// What draws a portfolio at a width.
type Draw = fn(&Words, &AccountGuide, &Account, &Selection, f32) -> Plot;

/// Draws both portfolios.
pub(super) fn portfolio_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let plots: [(&'static str, Draw); 2] =
        [("client-capability", capability_plot), ("client-vulnerability", vulnerability_plot)];
    let room = ui.available_width();
    if room < BESIDE {
        for (id, draw) in plots {
            one_ui(ctx, view, ui, (Id::unique(id), draw), room.min(WIDEST));
            ui.add_space(16.0);
        }
        return;
    }
    let width = ((room - GAP) / 2.0).min(WIDEST);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (id, draw) in plots {
            ui.vertical(|ui| {
                ui.set_max_width(width);
                ui.spacing_mut().item_spacing.x = 8.0;
                one_ui(ctx, view, ui, (Id::unique(id), draw), width);
            });
        }
    });
}

/// One portfolio: its title, the fields, what the client's own field says, and what the field clicked says.
fn one_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (id, draw): (Id, Draw), width: f32) {
    let plot = draw(ctx.words, ctx.account_guide, ctx.account, &ctx.insights.client.selection, width);
    ui.label(bold_text(plot.title.as_str(), TextSize::BODY, ctx));
    let key = id.with("asked");
    let clicked = plot_ui(ctx, ui, &plot, id, width);
    if let Some(Target::Score(line)) = clicked {
        view.wants_field = Some(field_id("score", line, "criterion"));
    } else if let Some(target @ Target::Value(..)) = clicked {
        ui.data_mut(|memory| memory.insert_temp(key, target));
    }
    fact_ui(ctx, ui, plot.said.as_str());
    let asked = ui.data(|memory| memory.get_temp::<Target>(key));
    if let Some(text) = asked.and_then(|target| advice(ctx, target)) {
        fact_ui(ctx, ui, text);
    }
}

/// What a field advises, in a sentence.
fn advice(ctx: &ViewContext<'_>, target: Target) -> Option<String> {
    fn said<T: Coded>(ctx: &ViewContext<'_>, kind: &str, code: &str) -> Option<String> {
        let value = T::from_code(code).filter(|_| kind == T::KIND)?;
        Some(format!("{}: {}", ctx.words.value(value), ctx.account_guide.first(code, ctx.words.language())))
    }
    let Target::Value(kind, code) = target else { return None };
    said::<CapabilityAdvice>(ctx, kind, code).or_else(|| said::<VulnerabilityAdvice>(ctx, kind, code))
}
