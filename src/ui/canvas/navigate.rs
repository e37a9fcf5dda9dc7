//! Looking around: wheel, two fingers, pinch, space and middle drag.

use egui::{Event, MouseWheelSource, MouseWheelUnit, PointerButton, Rect, Response, Ui, Vec2, vec2};

use super::is_panning;
use crate::ui::{Camera, Drag, ViewState};

/// How near the edge a drag makes the map move, and how fast, in points and points a second.
const EDGE: f32 = 36.0;
const SPEED: f32 = 700.0;

/// A wheel zooms at the pointer, two fingers pan, a pinch zooms; space or the middle button drags.
pub(super) fn navigate(view: &mut ViewState, ui: &Ui, canvas: &Response, camera: &mut Camera, screen: Rect) {
    let is_middle = canvas.dragged_by(PointerButton::Middle);
    if is_middle || (canvas.dragged() && is_panning(ui, view)) {
        if canvas.drag_started() {
            view.drag = Some(Drag::Pan);
        }
        camera.pan(canvas.drag_delta());
    }
    if view.drag == Some(Drag::Pan) && ui.input(|input| !input.pointer.any_down()) {
        view.drag = None;
    }
    edge_scroll(view, ui, camera, screen);
    let hovered = ui.input(|input| input.pointer.hover_pos()).filter(|pos| screen.contains(*pos));
    let Some(pointer) = hovered.filter(|_| canvas.contains_pointer() || view.drag.is_some()) else {
        return;
    };
    let (pinch, wheel, scroll, held) = ui.input(|input| {
        let wheel = input.events.iter().find_map(is_wheel);
        (input.zoom_delta(), wheel, input.smooth_scroll_delta(), input.modifiers)
    });
    // The smoothing outlasts the event: what it was stays known until it has run out.
    let key = canvas.id.with("wheel");
    let is_wheel = wheel.unwrap_or_else(|| ui.data(|data| data.get_temp::<bool>(key)).unwrap_or(true));
    ui.data_mut(|data| data.insert_temp(key, is_wheel));
    if pinch != 1.0 {
        camera.zoom_at(pinch, pointer, screen);
    } else if scroll != Vec2::ZERO {
        if held.shift || !is_wheel {
            camera.pan(scroll);
        } else {
            camera.zoom_at((scroll.y * 0.004).exp(), pointer, screen);
            camera.pan(vec2(scroll.x, 0.0));
        }
    }
}

/// Whether a scroll comes from a wheel, and not from fingers; `None` for other events.
fn is_wheel(event: &Event) -> Option<bool> {
    let Event::MouseWheel { unit, source, .. } = event else { return None };
    Some(match source {
        MouseWheelSource::Wheel => true,
        MouseWheelSource::Trackpad | MouseWheelSource::Momentum => false,
        // Systems that do not say send a wheel's steps as lines.
        MouseWheelSource::Unknown => *unit != MouseWheelUnit::Point,
    })
}

/// While something is dragged near the edge, the map comes to meet it.
fn edge_scroll(view: &mut ViewState, ui: &Ui, camera: &mut Camera, screen: Rect) {
    let is_carrying = view.drag.as_ref().is_some_and(|drag| *drag != Drag::Pan);
    let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|_| is_carrying);
    let Some(pos) = pointer.filter(|pos| screen.expand(EDGE).contains(*pos)) else {
        view.is_drag_inside &= is_carrying;
        return;
    };
    // Out of the tray it crosses the edge on its way in.
    view.is_drag_inside |= screen.shrink(EDGE).contains(pos);
    if !view.is_drag_inside {
        return;
    }
    let push = |low: f32, high: f32, at: f32| {
        let (near_low, near_high) = ((low + EDGE - at).max(0.0), (at - high + EDGE).max(0.0));
        (near_low - near_high).clamp(-EDGE, EDGE) / EDGE
    };
    let way = vec2(push(screen.left(), screen.right(), pos.x), push(screen.top(), screen.bottom(), pos.y));
    if way != Vec2::ZERO {
        let time = ui.input(|input| input.stable_dt).min(0.05);
        camera.pan(way * SPEED * time);
        ui.ctx().request_repaint();
    }
}
