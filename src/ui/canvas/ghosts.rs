//! What is dragged follows the pointer, and says what a drop would do.

use egui::{Align2, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::drag::{self, Target};
use super::{Stage, cards};
use crate::model::SeatId;
use crate::theme::TextSize;
use crate::ui::style::{faded, regular};
use crate::ui::{Drag, ViewState};
use crate::words::Message;

/// Ghosts, targets and what a drop would do, in words.
pub(super) fn paint(stage: &Stage<'_>, view: &ViewState, ui: &Ui) {
    let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let palette = stage.ctx.palette;
    match &view.drag {
        Some(Drag::Band { start, .. }) => {
            let corner = stage.camera.screen_from_canvas(*start, stage.screen);
            let rect = Rect::from_two_pos(corner, pos);
            let stroke = Stroke::new(1.0, palette.accent());
            stage.painter.rect(rect, 0, faded(palette.accent(), 0.08), stroke, StrokeKind::Inside);
        }
        Some(Drag::Cards { seat, held }) => paint_cards(stage, view, (*seat, *held), pos),
        Some(Drag::Line { from, handle }) => {
            let color = super::handles::color(palette, *handle);
            if let Some(rect) = stage.seat_rect(*from) {
                let start = super::handles::place(rect, *handle);
                stage.painter.line_segment([start, pos], Stroke::new(2.0, color));
            }
            if let Some(card) = stage.card_at(pos).filter(|card| stage.seat(*card) != *from) {
                ring(stage, stage.card_rect(card), color);
            }
        }
        Some(Drag::Person(person)) => {
            let name = stage.ctx.account.person_name(*person);
            say(stage, pos, name);
            if let Some(card) = stage.card_at(pos) {
                ring(stage, stage.card_rect(card), palette.accent());
            }
        }
        Some(Drag::Pan) | None => {}
    }
}

fn paint_cards(stage: &Stage<'_>, view: &ViewState, (seat, held): (SeatId, egui::Vec2), pos: Pos2) {
    let (ctx, zoom) = (stage.ctx, stage.camera.zoom());
    let palette = ctx.palette;
    let Some(from) = stage.seat_rect(seat) else { return };
    let by = (pos - held * zoom) - from.min;
    // The branch follows as ghosts; a large one by its first cards, which say enough.
    for seat in drag::branch(stage, view).iter().take(60) {
        let Some(rect) = stage.seat_rect(*seat) else { continue };
        let ghost = rect.translate(by);
        stage.painter.rect(
            ghost,
            4,
            faded(palette.raised(), 0.75),
            Stroke::new(1.0, palette.accent()),
            StrokeKind::Inside,
        );
        let name = cards::card_name(ctx, *seat);
        let font = regular((TextSize::BODY * zoom).clamp(7.0, 26.0));
        let painter = stage.painter.with_clip_rect(ghost.intersect(stage.screen));
        painter.text(ghost.left_top() + vec2(6.0, 6.0) * zoom, Align2::LEFT_TOP, name, font, palette.ink());
    }
    let name = |card: usize| cards::card_name(ctx, stage.seat(card));
    match drag::target(stage, view, pos) {
        Target::Under(card) => {
            ring(stage, stage.card_rect(card), palette.accent());
            say(stage, pos, &ctx.words.text(&Message::DropUnder { boss: name(card) }));
        }
        Target::Beside { card, is_after, is_stacked } => {
            let rect = stage.card_rect(card);
            let gap = 5.0;
            let ends = match (is_stacked, is_after) {
                (true, false) => [rect.left_top() - vec2(0.0, gap), rect.right_top() - vec2(0.0, gap)],
                (true, true) => [rect.left_bottom() + vec2(0.0, gap), rect.right_bottom() + vec2(0.0, gap)],
                (false, false) => [rect.left_top() - vec2(gap, 0.0), rect.left_bottom() - vec2(gap, 0.0)],
                (false, true) => [rect.right_top() + vec2(gap, 0.0), rect.right_bottom() + vec2(gap, 0.0)],
            };
            stage.painter.line_segment(ends, Stroke::new(3.0, palette.accent()));
            let sibling = name(card);
            let message = if is_after { Message::DropAfter { sibling } } else { Message::DropBefore { sibling } };
            say(stage, pos, &ctx.words.text(&message));
        }
        Target::Loop(card) => {
            ring(stage, stage.card_rect(card), palette.danger());
            say(stage, pos, &drag::loop_sentence(stage, view, card));
        }
        Target::Ground => say(stage, pos, &ctx.words.say(Message::DropPin)),
        Target::Judged(support, political) => {
            say(stage, pos, &super::position::sentence(stage, support, political));
        }
        Target::Nowhere => {}
    }
}

fn ring(stage: &Stage<'_>, rect: Rect, color: egui::Color32) {
    stage.painter.rect(rect.expand(3.0), 6, faded(color, 0.12), Stroke::new(2.5, color), StrokeKind::Outside);
}

/// A sentence beside the pointer.
fn say(stage: &Stage<'_>, pos: Pos2, text: &str) {
    let palette = stage.ctx.palette;
    let galley = stage.painter.layout(text.to_owned(), regular(TextSize::SECOND), palette.ink(), 260.0);
    let size = galley.size() + vec2(12.0, 8.0);
    // Left of the pointer where there is no room at its right.
    let x = (pos.x + 16.0).min(stage.screen.right() - size.x - 4.0);
    let rect = Rect::from_min_size(pos2(x, pos.y + 18.0), size);
    stage.painter.rect(rect, 4, palette.raised(), Stroke::new(1.0, palette.hairline()), StrokeKind::Outside);
    stage.painter.galley(rect.min + vec2(6.0, 4.0), galley, palette.ink());
}
