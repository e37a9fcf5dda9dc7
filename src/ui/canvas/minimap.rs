//! The whole map in a corner, where it is larger than the canvas.

use egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Stage;
use crate::layout::CanvasPos;
use crate::ui::ViewState;
use crate::ui::fields::name_widget;
use crate::ui::style::{faded, regular};
use crate::words::Message;

const SIZE: egui::Vec2 = vec2(176.0, 112.0);

/// Beyond so many cards a point of the minimap holds many: only every so-manieth is drawn.
const MOST: usize = 4_000;

/// Draws the minimap; a click or a drag on it looks there.
pub(super) fn minimap_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui) {
    let bounds = stage.ctx.layout.bounds;
    let visible = stage.camera.visible(stage.screen);
    let shows_all = visible.x <= bounds.x
        && visible.y <= bounds.y
        && visible.right() >= bounds.right()
        && visible.bottom() >= bounds.bottom();
    if shows_all || stage.screen.width() < 3.0 * SIZE.x || stage.screen.height() < 3.0 * SIZE.y {
        return;
    }
    let scale = (SIZE.x / bounds.width.max(1.0)).min(SIZE.y / bounds.height.max(1.0));
    let size = vec2(bounds.width, bounds.height) * scale + vec2(8.0, 8.0);
    let area = Align2::RIGHT_BOTTOM.align_size_within_rect(size, stage.screen.shrink(12.0));
    // Above the legend where both do not stand side by side.
    let legend = crate::ui::legend::legend_rect(stage.ctx, view, stage.screen);
    let area = match legend.filter(|legend| legend.intersects(area)) {
        Some(legend) => area.translate(vec2(0.0, legend.top() - 8.0 - area.bottom())),
        None => area,
    };
    let corner = area.min + vec2(4.0, 4.0);
    let response = ui.interact(area, ui.scope_id().with("minimap"), Sense::click_and_drag());
    name_widget(&response, &stage.ctx.words.say(Message::Minimap));
    if let Some(pos) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        let mut camera = stage.camera;
        let at = (pos - corner) / scale;
        camera.look_at(CanvasPos::new(bounds.x + at.x, bounds.y + at.y));
        view.camera = Some(camera);
        view.drag = None;
    }
    let palette = stage.ctx.palette;
    let painter = &stage.painter;
    painter.rect(area, 4, faded(palette.surface(), 0.95), Stroke::new(1.0, palette.hairline()), StrokeKind::Inside);
    let at = |x: f32, y: f32| corner + vec2(x - bounds.x, y - bounds.y) * scale;
    let step = stage.ctx.layout.cards.len().div_ceil(MOST).max(1);
    for (card, rect) in stage.ctx.layout.cards.iter().enumerate().step_by(step) {
        let place = Rect::from_min_size(at(rect.x, rect.y), vec2(rect.width, rect.height) * scale);
        let is_selected = view.selection.contains(&stage.seat(card));
        let color = if is_selected { palette.accent() } else { palette.ink_faint() };
        painter.rect_filled(place.expand(0.25), 0, color);
    }
    let frame = Rect::from_two_pos(at(visible.x, visible.y), at(visible.right(), visible.bottom()));
    let clip = painter.with_clip_rect(area);
    clip.rect_stroke(frame.intersect(area), 2, Stroke::new(1.5, palette.accent()), StrokeKind::Inside);
    if response.hovered() {
        let font = regular(crate::theme::TextSize::CAPTION);
        let above = pos2(area.left(), area.top() - 2.0);
        painter.text(above, Align2::LEFT_BOTTOM, stage.ctx.words.say(Message::Minimap), font, palette.ink_soft());
    }
}
