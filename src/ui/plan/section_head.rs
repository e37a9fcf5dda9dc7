//! The line above a section: how many pages it usually has, what belongs to it, what it lacks.

use egui::{RichText, Ui};

use super::lacks::mark_ui;
use super::why::why_ui;
use crate::model::PlanSection;
use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::words::Message;

/// Draws the line.
pub(super) fn section_head_ui(ctx: &ViewContext<'_>, ui: &mut Ui, section: PlanSection) {
    ui.horizontal(|ui| {
        let name = ctx.words.value(section);
        let mut parts = vec![name.to_owned()];
        parts.extend(ctx.planning.pages(section).map(|pages| pages_text(ctx, pages)));
        // The summary speaks for the whole plan.
        let text = RichText::new(parts.join(" · ")).size(TextSize::SECOND).color(ctx.palette.ink_faint());
        let head = ui.label(text);
        if section == PlanSection::Summary {
            let (least, most) = ctx.planning.all_pages();
            head.on_hover_text(pages_text(ctx, (least, most)));
        }
        mark_ui(ctx, ui, section);
        why_ui(ctx, ui, name, ctx.planning.contents(section));
    });
    ui.add_space(4.0);
}

fn pages_text(ctx: &ViewContext<'_>, (least, most): (u8, u8)) -> String {
    let pages = if least == most { least.to_string() } else { format!("{least}–{most}") };
    ctx.words.text(&Message::PlanningPages { pages })
}
