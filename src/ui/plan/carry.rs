//! A row carried to another place of its list: the grip, the line that shows where it lands, the way on at the edges.

use egui::{CursorIcon, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::list::RowTool;
use crate::ui::ViewContext;
use crate::words::Message;

/// The size of the grip.
const GRIP: egui::Vec2 = vec2(12.0, 20.0);
/// How near to an edge of what is in sight the list begins to scroll, in points.
const EDGE: f32 = 36.0;
/// How far it scrolls in a frame at most, in points.
const SPEED: f32 = 14.0;
/// How strong a row is drawn while it is carried.
const CARRIED: f32 = 0.5;

/// The row that is being carried; there is one at most.
#[derive(Clone, Copy)]
struct Carried {
    list: Id,
    from: usize,
    /// Before which row it would land, counted to the end of the list in the last frame.
    land: usize,
    /// The same as far as this frame has come.
    counted: usize,
}

fn key() -> Id {
    Id::unique("row carried")
}

/// The grip of the row called `name`, which is `id`; none where there is nothing to be moved.
pub(in crate::ui) fn grip_ui(ctx: &ViewContext<'_>, ui: &mut Ui, id: Id, name: &str) -> Response {
    let (rect, _) = ui.allocate_exact_size(GRIP, Sense::hover());
    // The keyboard has the arrows beside it.
    let grip = ui.interact(rect, id, Sense::DRAG);
    let color = if grip.hovered() || grip.dragged() { ctx.palette.ink() } else { ctx.palette.ink_faint() };
    for row in [-4.0, 0.0, 4.0] {
        for column in [-2.0, 2.0] {
            ui.painter().circle_filled(rect.center() + vec2(column, row), 1.1, color);
        }
    }
    let label = ctx.words.text(&Message::ListDrag { name: name.to_owned() });
    grip.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let is_carried = grip.dragged();
    let grip = grip.on_hover_cursor(CursorIcon::Grab).on_hover_text(label);
    if is_carried {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    grip
}

/// Draws a row fainter while it is carried.
pub(in crate::ui) fn fade_carried(ui: &mut Ui, list: Id, at: usize) {
    let carried = ui.data(|data| data.get_temp::<Carried>(key()));
    if carried.is_some_and(|carried| carried.list == list && carried.from == at) {
        ui.multiply_opacity(CARRIED);
    }
}

/// Follows the row at this place of so many, drawn in `rect`, while one of its list is carried by its grip; gives where
/// it is put down.
pub(in crate::ui) fn carried_ui(
    ctx: &ViewContext<'_>,
    ui: &Ui,
    list: Id,
    (at, count): (usize, usize),
    (rect, grip): (Rect, &Response),
) -> Option<RowTool> {
    if grip.drag_started() {
        let begun = Carried { list, from: at, land: at, counted: at };
        ui.data_mut(|data| data.insert_temp(key(), begun));
    }
    let mut carried = ui.data(|data| data.get_temp::<Carried>(key())).filter(|carried| carried.list == list)?;
    let forget = || ui.data_mut(|data| data.remove::<Carried>(key()));
    if !ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
        // It was let go where nobody saw it.
        forget();
        return None;
    }
    if carried.from == at {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            ui.ctx().stop_dragging();
            forget();
            return None;
        }
        if grip.drag_stopped() {
            forget();
            // It leaves its own place first.
            let place = if carried.land > at { carried.land - 1 } else { carried.land };
            return (place != at && place < count).then_some(RowTool::To(place));
        }
    }
    let pointer = ui.input(|input| input.pointer.latest_pos())?;
    if at == 0 {
        carried.counted = 0;
    }
    if pointer.y > rect.center().y {
        carried.counted = at + 1;
    }
    if at + 1 == count {
        carried.land = carried.counted;
        scroll_on(ui, pointer);
    }
    ui.data_mut(|data| data.insert_temp(key(), carried));
    let is_elsewhere = carried.land != carried.from && carried.land != carried.from + 1;
    if is_elsewhere && (carried.land == at || (carried.land == count && at + 1 == count)) {
        let y = if carried.land == at { rect.top() } else { rect.bottom() };
        ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, ctx.palette.accent()));
    }
    None
}

/// Scrolls on while the pointer is near an edge of what is in sight.
fn scroll_on(ui: &Ui, pointer: Pos2) {
    let sight = ui.clip_rect();
    let above = (sight.top() + EDGE - pointer.y).clamp(0.0, EDGE);
    let below = (pointer.y - sight.bottom() + EDGE).clamp(0.0, EDGE);
    let share = (above - below) / EDGE;
    if share != 0.0 {
        let still = egui::style::ScrollAnimation::none();
        ui.scroll_with_delta_animation(vec2(0.0, share * SPEED), still);
        ui.ctx().request_repaint();
    }
}
