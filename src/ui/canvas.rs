//! The canvas: pan, zoom, select, and the map drawn with what can be seen.

use egui::{Key, Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::cards::{CardLook, card_label, card_ui};
use super::legend::legend_height;
use super::lines::LinePainter;
use super::{Camera, ViewContext, ViewState};
use crate::layout::{CanvasPos, LineKind};
use crate::model::{Seat, SeatId};
use crate::words::Message;

/// Below this magnification single cards are no longer widgets of their own.
const WIDGET_ZOOM: f32 = 0.2;

/// Draws the map and takes what is done to it.
pub(super) fn canvas_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let (response, painter) = ui.allocate_painter(ui.available_size(), Sense::click_and_drag());
    let screen = response.rect;
    painter.rect_filled(screen, 0, ctx.palette.surface());
    if ctx.layout.cards.is_empty() {
        empty_ui(ctx, ui, screen);
        return;
    }
    let fitting = |view: &ViewState| Camera::fitting(&ctx.layout.bounds, screen, legend_height(ctx, view, screen));
    let mut camera = view.camera.unwrap_or_else(|| fitting(view));
    let before = camera;
    navigate(ui, &response, &mut camera, screen);
    if camera != before {
        view.camera = Some(camera);
    }
    view.shown = Some(camera);
    let visible = camera.visible(screen).expanded(8.0);
    let seen: Vec<usize> =
        (0..ctx.layout.cards.len()).filter(|card| ctx.layout.cards[*card].overlaps(&visible)).collect();
    let cards = card_responses(ctx, view, ui, camera, screen, &seen);
    take_clicks(ctx, view, ui, &response, &cards);
    let hovered = cards.iter().find(|(_, response)| response.hovered()).map(|(card, _)| *card);
    let mut focus: Vec<usize> =
        (0..ctx.request.cards.len()).filter(|card| view.selection.contains(&ctx.request.cards[*card].seat)).collect();
    focus.extend(hovered.filter(|_| camera.zoom() >= WIDGET_ZOOM));
    LinePainter { ctx, painter: &painter, camera, screen, shown: view.lines, focus: &focus }.paint();
    let near = neighbors(ctx, &focus);
    for card in seen {
        let id = ctx.request.cards[card].seat;
        let blank = Seat::new(id);
        let seat = ctx.account.get::<Seat>(id).unwrap_or(&blank);
        let look = CardLook {
            is_selected: view.selection.contains(&id),
            is_hovered: hovered == Some(card),
            strength: if focus.is_empty() || near.contains(&card) { 1.0 } else { 0.45 },
            zoom: camera.zoom(),
        };
        let rect = camera.screen_rect(&ctx.layout.cards[card], screen);
        card_ui(ctx, &painter, seat, rect, (view.lens, view.opportunity), look);
    }
    walk_with_arrows(ctx, view, ui, &response, screen);
}

/// Wheel zooms at the pointer, a drag pans, a pinch does both.
fn navigate(ui: &Ui, response: &Response, camera: &mut Camera, screen: Rect) {
    if response.dragged() {
        camera.pan(response.drag_delta());
    }
    let Some(pointer) = response.hover_pos().filter(|_| response.contains_pointer()) else {
        return;
    };
    let (scroll, zoom, held) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta(), input.modifiers));
    if zoom != 1.0 {
        camera.zoom_at(zoom, pointer, screen);
    } else if held.shift {
        camera.pan(scroll);
    } else if scroll.y != 0.0 || scroll.x != 0.0 {
        camera.zoom_at((scroll.y * 0.004).exp(), pointer, screen);
        camera.pan(egui::vec2(scroll.x, 0.0));
    }
}

/// One response for each card that is seen; screen readers and tests find it by its label.
fn card_responses(
    ctx: &ViewContext<'_>,
    view: &ViewState,
    ui: &Ui,
    camera: Camera,
    screen: Rect,
    seen: &[usize],
) -> Vec<(usize, Response)> {
    if camera.zoom() < WIDGET_ZOOM {
        return Vec::new();
    }
    let respond = |card: &usize| {
        let id = ctx.request.cards[*card].seat;
        let rect = camera.screen_rect(&ctx.layout.cards[*card], screen).intersect(screen);
        let response = ui.interact(rect, ui.scope_id().with(("card", id)), Sense::click());
        let is_selected = view.selection.contains(&id);
        response.widget_info(|| {
            let label =
                ctx.account.get::<Seat>(id).map_or_else(String::new, |seat| card_label(ctx, seat, view.opportunity));
            WidgetInfo::selected(Role::TreeItem, true, is_selected, label)
        });
        (*card, response)
    };
    seen.iter().map(respond).collect()
}

fn take_clicks(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, canvas: &Response, cards: &[(usize, Response)]) {
    let adds = ui.input(|input| input.modifiers.command);
    for (card, response) in cards {
        if response.clicked() {
            let seat = ctx.request.cards[*card].seat;
            if !adds {
                view.selection = [seat].into();
            } else if !view.selection.remove(&seat) {
                view.selection.insert(seat);
            }
        }
    }
    if canvas.clicked() && !adds {
        view.selection.clear();
    }
}

/// The cards of the focus and everybody a line joins them with.
fn neighbors(ctx: &ViewContext<'_>, focus: &[usize]) -> std::collections::BTreeSet<usize> {
    let mut near: std::collections::BTreeSet<usize> = focus.iter().copied().collect();
    for line in &ctx.request.lines {
        let joins = matches!(line.kind, LineKind::Informal(_) | LineKind::Dotted);
        if joins && focus.contains(&line.from) {
            near.insert(line.to);
        }
        if joins && focus.contains(&line.to) {
            near.insert(line.from);
        }
    }
    for (card, asked) in ctx.request.cards.iter().enumerate() {
        if let Some(manager) = asked.manager {
            if focus.contains(&card) {
                near.insert(manager);
            }
            if focus.contains(&manager) {
                near.insert(card);
            }
        }
    }
    near
}

/// Arrows walk to the nearest card that way; Escape lets go.
fn walk_with_arrows(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, canvas: &Response, screen: Rect) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Escape) {
        view.selection.clear();
    }
    let way = [
        (Key::ArrowLeft, (-1.0, 0.0)),
        (Key::ArrowRight, (1.0, 0.0)),
        (Key::ArrowUp, (0.0, -1.0)),
        (Key::ArrowDown, (0.0, 1.0)),
    ];
    let Some((_, (dx, dy))) = way.into_iter().find(|(key, _)| pressed(*key)) else {
        return;
    };
    let here = view.selection.first().and_then(|seat| place(ctx, *seat));
    let next = match here {
        Some(here) => nearest(ctx, here, (dx, dy)),
        None => (!ctx.layout.cards.is_empty()).then_some(0),
    };
    if let Some(card) = next {
        view.selection = [ctx.request.cards[card].seat].into();
        canvas.request_focus();
        let center = ctx.layout.cards[card].center();
        if let Some(mut camera) = view.shown
            && !screen.shrink(24.0).contains(camera.screen_from_canvas(center, screen))
        {
            camera.look_at(center);
            view.camera = Some(camera);
        }
    }
}

fn place(ctx: &ViewContext<'_>, seat: SeatId) -> Option<usize> {
    ctx.request.cards.iter().position(|card| card.seat == seat)
}

fn nearest(ctx: &ViewContext<'_>, here: usize, (dx, dy): (f32, f32)) -> Option<usize> {
    let from = ctx.layout.cards[here].center();
    let cost = |to: CanvasPos| {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let (along, across) = (x * dx + y * dy, (x * dy).abs() + (y * dx).abs());
        (along > 1.0).then_some(along + across * 2.0)
    };
    let costs = ctx.layout.cards.iter().enumerate().filter_map(|(card, rect)| Some((card, cost(rect.center())?)));
    costs.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(card, _)| card)
}

/// The empty map says how to begin.
fn empty_ui(ctx: &ViewContext<'_>, ui: &mut Ui, screen: Rect) {
    let room = Rect::from_center_size(screen.center(), egui::vec2(screen.width().min(460.0), 120.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
        ui.vertical_centered(|ui| {
            ui.heading(ctx.words.say(Message::EmptyMapTitle));
            ui.add_space(8.0);
            ui.label(egui::RichText::new(ctx.words.say(Message::EmptyMapHint)).color(ctx.palette.ink_soft()));
        });
    });
}
