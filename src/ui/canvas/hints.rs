//! What the canvas says in small sentences: the card under the pointer, and hints that pass.

use egui::{Response, Ui};

use super::{Stage, cards};
use crate::layout::card_lines;
use crate::model::{JudgementField, Seat};
use crate::theme::{CardMetrics, Weight};
use crate::ui::ViewState;
use crate::words::Message;

/// What the card under the pointer has to say: a symbol in the method's own words, or the whole
/// title where it was cut.
pub(super) fn card_hint(stage: &Stage<'_>, view: &ViewState, card: usize, response: &Response) {
    let Some(pos) = response.hover_pos().filter(|_| view.popover.is_none()) else { return };
    let ctx = stage.ctx;
    let seat = stage.seat(card);
    let Some(person) = ctx.account.holder(seat) else { return };
    let judged = ctx.account.judgement(person, view.opportunity);
    let words = ctx.words;
    let text = match cards::symbol_at(stage, card, pos).map(|(field, _)| field) {
        Some(field) => {
            let said = |word: Option<(&str, &str)>| match word {
                Some((word, hint)) => format!("{}: {word}\n{hint}", words.value(field)),
                None => format!("{}: {}", words.value(field), words.say(Message::UnknownInvites)),
            };
            match field {
                JudgementField::Role => said(judged.role.map(|value| (words.value(value), words.hint(value)))),
                JudgementField::Support => said(judged.support.map(|value| (words.value(value), words.hint(value)))),
                JudgementField::Coverage => said(judged.coverage.map(|value| (words.value(value), words.hint(value)))),
                JudgementField::Attitude
                | JudgementField::Political
                | JudgementField::Stage
                | JudgementField::Veto
                | JudgementField::Coach
                | JudgementField::Win => said(person.attitude.map(|value| (words.value(value), words.hint(value)))),
            }
        }
        None => {
            let Some(seat) = ctx.account.get::<Seat>(seat) else { return };
            let (name, title) = card_lines(ctx.account, seat);
            let room =
                stage.ctx.layout.cards[card].width - CardMetrics::WINDOW.bar - 2.0 * CardMetrics::WINDOW.pad + 1.0;
            let is_cut = ctx.measure.width(name, CardMetrics::WINDOW.name_size, Weight::Bold) > room
                || ctx.measure.width(&title, CardMetrics::WINDOW.title_size, Weight::Regular) > room;
            if !is_cut && stage.camera.zoom() >= 0.9 {
                return;
            }
            format!("{name}\n{title}")
        }
    };
    response.clone().on_hover_text_at_pointer(text);
}

/// A sentence where the eye is, for a while.
pub(super) fn hint_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui) {
    let now = ui.input(|input| input.time);
    let Some(hint) = view.hint.clone() else { return };
    if now > hint.until {
        view.hint = None;
        return;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(hint.until - now));
    let at = hint.at + egui::vec2(12.0, 16.0);
    let area = egui::Area::new(egui::Id::unique("hint")).fixed_pos(at).order(egui::Order::Tooltip).interactable(false);
    area.constrain_to(stage.screen.expand(200.0)).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_max_width(300.0);
            ui.label(&hint.text);
        });
    });
}
