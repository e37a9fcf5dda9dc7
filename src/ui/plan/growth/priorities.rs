//! Priorities: levers and open opportunities in four fields, and what has no place yet.

use egui::Ui;

use super::limits::limits_ui;
use crate::insight::{Unplaced, WhyUnplaced};
use crate::plot::priority_plot;
use crate::ui::fields::Form;
use crate::ui::plan::list::section_folded_ui;
use crate::ui::plan::pictures::{picture_ui, width};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// How many names a line lists.
const NAMES: usize = 8;

/// Draws the priorities; nothing where there is no lever and no opportunity.
pub(super) fn priorities_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let priority = &ctx.insights.growth.priority;
    let count = priority.placed.len() + priority.unplaced.len();
    if count == 0 {
        return;
    }
    let placed = priority.placed.len().to_string();
    let note = ctx.words.text(&Message::GrowthPlacedCount { placed, count: count.to_string() });
    section_folded_ui(ctx, ui, ("plan-priorities", true), (Message::GrowthPriorities, note), |ui| {
        if !priority.placed.is_empty() {
            let plot = priority_plot(ctx.words, ctx.account, priority, width(ui));
            picture_ui(ctx, view, ui, "priorities", &plot);
        }
        let mut form = Form::new(ctx, ui, actions);
        for why in [WhyUnplaced::NoAmount, WhyUnplaced::NoRate, WhyUnplaced::NoProbability, WhyUnplaced::NoLimit] {
            let names = names(ctx, priority.unplaced.iter().filter(|unplaced| unplaced.why == why));
            if names.is_empty() {
                continue;
            }
            form.note(ctx.words.text(&match why {
                WhyUnplaced::NoAmount => Message::GrowthNoAmount { names },
                WhyUnplaced::NoRate => Message::GrowthNoRateFor { names },
                WhyUnplaced::NoProbability => Message::GrowthNoProbability { names },
                WhyUnplaced::NoLimit => Message::GrowthNoLimit { names },
            }));
        }
        limits_ui(ctx, view, ui, actions);
    });
}

fn names<'a>(ctx: &ViewContext<'_>, unplaced: impl Iterator<Item = &'a Unplaced>) -> String {
    let mut names: Vec<String> =
        unplaced.take(NAMES + 1).map(|unplaced| ctx.words.chance_name(ctx.account, unplaced.item)).collect();
    if names.len() > NAMES {
        names.truncate(NAMES);
        names.push("…".to_owned());
    }
    names.join(ctx.words.list_separator())
}
