//! The small rings at a card's edges that lines are drawn from.

use egui::{Color32, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, vec2};

use super::Stage;
use crate::model::LayoutKind;
use crate::ui::{Drag, Handle, Palette, ViewState};
use crate::words::Message;

/// Below this magnification the rings would cover the card.
const HANDLE_ZOOM: f32 = 0.45;

const ALL: [Handle; 4] = [Handle::Report, Handle::Boss, Handle::Influence, Handle::Bond];

/// Where a handle is on its card.
pub(super) fn place(rect: Rect, handle: Handle) -> Pos2 {
    match handle {
        Handle::Report => rect.center_bottom(),
        Handle::Boss => rect.center_top(),
        Handle::Influence => rect.right_center(),
        Handle::Bond => rect.left_center(),
    }
}

/// The color of what a handle draws.
pub(super) fn color(palette: &Palette, handle: Handle) -> Color32 {
    match handle {
        Handle::Report | Handle::Boss => palette.ink_soft(),
        Handle::Influence => palette.line_influence(),
        Handle::Bond => palette.line_conflict(),
    }
}

fn word(handle: Handle) -> Message {
    match handle {
        Handle::Report => Message::HandleReport,
        Handle::Boss => Message::HandleBoss,
        Handle::Influence => Message::HandleInfluence,
        Handle::Bond => Message::HandleBond,
    }
}

/// Draws the handles of the card under the pointer and of the one selected, and takes drags.
pub(super) fn handles_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui, cards: &[(usize, Response)]) {
    let is_blocks = stage.ctx.layout.is_blocks;
    if is_blocks
        || stage.camera.zoom() < HANDLE_ZOOM
        || view.drag.is_some()
        || stage.ctx.is_read_only
        || view.naming.is_some()
    {
        return;
    }
    // What floats over the map hides it from the pointer as well.
    let is_bare = |pos: &Pos2| ui.ctx().layer_id_at(*pos) == Some(ui.layer_id());
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(is_bare);
    for (card, _) in cards {
        let rect = stage.card_rect(*card);
        let is_near = pointer.is_some_and(|pos| rect.expand(9.0).contains(pos));
        let is_only = view.selection.len() == 1 && view.selection.contains(&stage.seat(*card));
        if !is_near && !is_only {
            continue;
        }
        // Who reports to whom is drawn in charts alone.
        let is_chart = matches!(view.layout, LayoutKind::Organization | LayoutKind::OrganizationAcross);
        for handle in ALL.into_iter().skip(if is_chart { 0 } else { 2 }) {
            handle_ui(stage, view, ui, (*card, handle));
        }
    }
}

fn handle_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui, (card, handle): (usize, Handle)) {
    let center = place(stage.card_rect(card), handle);
    let seat = stage.seat(card);
    let area = Rect::from_center_size(center, Vec2::splat(14.0));
    if !stage.screen.contains_rect(area) {
        return;
    }
    let id = ui.scope_id().with(("handle", seat.to_string(), word(handle).id()));
    let response = ui.interact(area, id, Sense::DRAG);
    let name = stage.ctx.words.say(word(handle)).into_owned();
    let response = response.on_hover_text(&name).on_hover_cursor(egui::CursorIcon::Crosshair);
    let color = color(stage.ctx.palette, handle);
    let radius = if response.hovered() { 5.5 } else { 4.0 };
    // Over the cards, which are painted later: the handles lie on a layer of their own.
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Middle, egui::Id::unique("handles")));
    let painter = painter.with_clip_rect(stage.screen);
    painter.circle(center, radius, stage.ctx.palette.surface(), Stroke::new(1.5, color));
    if response.hovered() {
        let arm = vec2(2.5, 0.0);
        painter.line_segment([center - arm, center + arm], Stroke::new(1.25, color));
        painter.line_segment([center - arm.rot90(), center + arm.rot90()], Stroke::new(1.25, color));
    }
    if response.drag_started() {
        view.drag = Some(Drag::Line { from: seat, handle });
    }
}
