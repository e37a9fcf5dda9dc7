//! Who stands first by the measure of the lens, and how far the exact numbers have come.

use egui::{Button, ProgressBar, Rect, RichText, Sense, Ui, vec2};

use super::lens::{Lens, number};
use super::style::bold_text;
use super::{Action, Actions, ViewContext, ViewState};
use crate::insight::MeasureKind;
use crate::theme::TextSize;
use crate::words::Message;

/// How many people the ranking names.
const SHOWN: usize = 12;

/// Draws the ranking while the lens is a measure.
pub(super) fn ranking_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let Lens::Measure(kind) = view.lens else { return };
    ui.label(bold_text(ctx.words.value(kind), TextSize::SECTION, ctx));
    let hint = RichText::new(ctx.words.hint(kind)).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    ui.label(hint);
    progress_ui(ctx, ui, actions);
    ui.add_space(4.0);
    let Some(measures) = ctx.measures else { return };
    let ranked = measures.ranked(kind);
    let most = ranked.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    for (place, (person, value)) in (1_usize..).zip(ranked).take(SHOWN) {
        ui.push_id(person, |ui| {
            ui.horizontal(|ui| {
                let place = RichText::new(format!("{place}.")).size(TextSize::SECOND).color(ctx.palette.ink_faint());
                ui.add_sized(vec2(22.0, 18.0), egui::Label::new(place));
                bar_ui(ctx, ui, kind, (value, most));
                let name = RichText::new(ctx.account.person_name(person)).size(TextSize::SECOND);
                let link = ui.link(name.color(ctx.palette.accent()));
                if link.on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
                    view.show_person(ctx.account, person);
                }
            });
        });
    }
    ui.add_space(12.0);
}

/// The value as a bar with its number beside.
fn bar_ui(ctx: &ViewContext<'_>, ui: &mut Ui, kind: MeasureKind, (value, most): (f64, f64)) {
    let (rect, _) = ui.allocate_exact_size(vec2(56.0, 12.0), Sense::hover());
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let share = if most > 0.0 { (value / most).clamp(0.0, 1.0) as f32 } else { 0.0 };
    let painter = ui.painter();
    painter.rect_filled(rect, 2, ctx.palette.sunken());
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    painter.rect_filled(filled, 2, ctx.palette.ramp(2));
    let number = RichText::new(number(kind, value)).size(TextSize::SECOND);
    ui.add_sized(vec2(44.0, 18.0), egui::Label::new(number));
}

/// While exact values are computed the sampled ones stand here, and the work can be stopped.
fn progress_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    if let Some((done, all)) = ctx.measuring {
        ui.horizontal(|ui| {
            #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
            let share = done as f32 / all.max(1) as f32;
            let text = RichText::new(ctx.words.say(Message::MeasuresExact)).size(TextSize::SECOND);
            ui.add(ProgressBar::new(share).desired_width(140.0).text(text));
            if ui.add(Button::new(ctx.words.say(Message::MeasuresStop)).small()).clicked() {
                actions.push(Action::StopMeasuring);
            }
        });
    } else if ctx.measures.is_some_and(|measures| !measures.is_exact) {
        let text = RichText::new(ctx.words.say(Message::MeasuresSampled)).size(TextSize::SECOND);
        ui.label(text.color(ctx.palette.ink_faint()));
    }
}
