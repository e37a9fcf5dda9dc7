//! How much of what supports the plan is there: a bar and its four parts.

use egui::{RichText, Role, Sense, Ui, WidgetInfo, vec2};

use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::words::Message;

/// The size of the bar.
const BAR: egui::Vec2 = vec2(220.0, 8.0);

/// Draws the bar with its number, and the parts below.
pub(super) fn meter_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let complete = ctx.insights.plan.completeness();
    let said = Message::PlanningFilled { filled: complete.filled.to_string(), all: complete.all.to_string() };
    let said = ctx.words.text(&said);
    ui.horizontal(|ui| {
        let (rect, bar) = ui.allocate_exact_size(BAR, Sense::hover());
        let count = |count: usize| u16::try_from(count).map_or(0.0, f32::from);
        let share = count(complete.filled) / count(complete.all).max(1.0);
        let filled = rect.with_max_x(rect.left() + rect.width() * share);
        ui.painter().rect_filled(rect, 2, ctx.palette.sunken());
        ui.painter().rect_filled(filled, 2, ctx.palette.accent());
        let part = ctx.words.text(&Message::PlanningSupport);
        let (filled, all) = (complete.filled.to_string(), complete.all.to_string());
        let name = ctx.words.text(&Message::PlanningFilledOf { part, filled, all });
        bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &name));
        ui.label(RichText::new(&said).size(TextSize::SECOND));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (part, filled, all) in &complete.parts {
            let part = ctx.words.value(*part).to_owned();
            let said = Message::PlanningFilledOf { part, filled: filled.to_string(), all: all.to_string() };
            let text = RichText::new(ctx.words.text(&said)).size(TextSize::SECOND);
            ui.label(text.color(ctx.palette.ink_soft()));
        }
    });
    ui.add_space(8.0);
}
