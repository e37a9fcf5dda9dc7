//! What to ask and why, behind a small sign: there for whoever wants it, in nobody's way.

use egui::{Button, Popup, PopupCloseBehavior, RichText, Ui};

use crate::method::Said;
use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::ui::fields::name_widget;
use crate::ui::plan::list::add_button;
use crate::words::Message;

/// How wide the prompts are at most.
const WIDE: f32 = 340.0;

/// A sign that opens the prompts for what is called `of`, a line each.
pub(in crate::ui) fn why_ui(ctx: &ViewContext<'_>, ui: &mut Ui, of: &str, lines: &[Said]) {
    if lines.is_empty() {
        return;
    }
    let text = RichText::new("?").size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let sign = ui.add(Button::new(text).small());
    let name = ctx.words.text(&Message::PlanWhy { of: of.to_owned() });
    name_widget(&sign, &name);
    let sign = sign.on_hover_text(name);
    Popup::menu(&sign).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_max_width(WIDE);
        for said in lines {
            ui.label(RichText::new(said.text(ctx.words.language())).size(TextSize::SECOND));
        }
    });
}

/// A button that adds a record, and beside it the prompts for what is added; gives whether it was clicked.
pub(in crate::ui) fn add_why_ui(ctx: &ViewContext<'_>, ui: &mut Ui, add: Message, of: Message, lines: &[Said]) -> bool {
    let row = ui.horizontal(|ui| {
        let is_wanted = add_button(ctx, ui, add);
        why_ui(ctx, ui, &ctx.words.say(of), lines);
        is_wanted
    });
    row.inner
}
