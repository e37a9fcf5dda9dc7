//! The strip of pictures: every layout one click away.

use egui::{Color32, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Stage;
use crate::model::LayoutKind;
use crate::ui::perform::picture_of;
use crate::ui::style::{bold, faded};
use crate::ui::toolbar::tip;
use crate::ui::{Action, Actions, Command, ViewState};
use crate::words::Message;

/// The commands of the strip, from left to right.
const PICTURES: [Command; 8] = [
    Command::DrawChart,
    Command::DrawAcross,
    Command::DrawPath,
    Command::DrawInfluence,
    Command::DrawCircle,
    Command::DrawPosition,
    Command::DrawCoverage,
    Command::DrawOverview,
];

/// Side of a button.
const BUTTON: f32 = 26.0;

/// More people than fit a chart at a glance. Source: graph, section 1.
const CROWD: usize = 200;

/// How much of the canvas's head the strip covers.
pub(super) const HEIGHT: f32 = BUTTON + 16.0;

/// Draws the strip over the upper left corner of the canvas.
pub(super) fn pictures_ui(stage: &Stage<'_>, view: &ViewState, ui: &mut Ui, actions: &mut Actions) {
    let ctx = stage.ctx;
    let corner = stage.screen.min + vec2(8.0, 8.0);
    let count = f32::from(u8::try_from(PICTURES.len()).unwrap_or(8));
    let strip = Rect::from_min_size(corner, vec2(BUTTON * count + 4.0, BUTTON + 4.0));
    if strip.width() > stage.screen.width() {
        return;
    }
    let stroke = Stroke::new(1.0, ctx.palette.hairline());
    stage.painter.rect(strip, 5, faded(ctx.palette.surface(), 0.95), stroke, StrokeKind::Inside);
    for (place, command) in (0_u8..).zip(PICTURES) {
        let at = corner + vec2(2.0 + BUTTON * f32::from(place), 2.0);
        let area = Rect::from_min_size(at, vec2(BUTTON, BUTTON));
        let response = ui.interact(area, ui.scope_id().with(("picture", place)), Sense::click());
        let name = tip(ctx, command);
        let kind = picture_of(command);
        let is_on = kind == Some(view.layout);
        let label = ctx.words.say(command.message());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, label.as_ref()));
        if is_on || response.hovered() {
            let fill = if is_on { ctx.palette.accent() } else { ctx.palette.sunken() };
            stage.painter.rect_filled(area.shrink(1.0), 4, fill);
        }
        let color = if is_on { ctx.palette.on_accent() } else { ctx.palette.ink_soft() };
        if let Some(kind) = kind {
            paint_icon(&stage.painter, area.center(), kind, color);
        }
        if response.on_hover_text(name).clicked() {
            actions.push(Action::Command(command));
        }
    }
    caption_ui(stage, view, strip);
}

/// What the picture is, beside the strip: nobody has to guess an icon.
fn caption_ui(stage: &Stage<'_>, view: &ViewState, strip: Rect) {
    let ctx = stage.ctx;
    let name = ctx.words.value(view.layout).to_owned();
    let focus = match view.layout {
        LayoutKind::Circle => view.focus,
        LayoutKind::Organization | LayoutKind::OrganizationAcross => view.branch,
        LayoutKind::PathToPower
        | LayoutKind::Influence
        | LayoutKind::Position
        | LayoutKind::Coverage
        | LayoutKind::Overview => None,
    };
    let hint = ctx.words.hint(view.layout);
    let text = match focus {
        Some(seat) if view.layout == LayoutKind::Circle => {
            format!("{name}: {} · {hint}", super::cards::card_name(ctx, seat))
        }
        Some(seat) => {
            let branch = Message::PictureBranch { name: super::cards::card_name(ctx, seat) };
            format!("{name} · {}", ctx.words.text(&branch))
        }
        None => format!("{name} · {hint}"),
    };
    let text = if ctx.request.cards.len() > CROWD && view.layout == LayoutKind::Organization {
        format!("{text} · {}", ctx.words.say(Message::PictureCrowd))
    } else {
        text
    };
    let font = bold(crate::theme::TextSize::SECOND);
    let width = stage.screen.right() - strip.right() - 24.0;
    let text = ctx.measure.fit(&text, crate::theme::TextSize::SECOND, crate::theme::Weight::Bold, width).into_owned();
    let galley = stage.painter.layout_no_wrap(text, font, ctx.palette.ink_soft());
    let at = pos2(strip.right() + 10.0, strip.center().y - galley.size().y / 2.0);
    let room = Rect::from_min_size(at, galley.size()).expand2(vec2(6.0, 3.0));
    let room = room.intersect(stage.screen);
    if room.width() > 60.0 {
        stage.painter.rect_filled(room, 4, faded(ctx.palette.surface(), 0.9));
        stage.painter.galley(at, galley, ctx.palette.ink_soft());
    }
}

/// A small drawing of what the picture shows, 16 points wide.
fn paint_icon(painter: &Painter, center: Pos2, kind: LayoutKind, color: Color32) {
    let stroke = Stroke::new(1.2, color);
    let dot = |x: f32, y: f32| {
        painter.rect_filled(Rect::from_center_size(center + vec2(x, y), vec2(4.0, 3.0)), 1, color);
    };
    let line = |from: (f32, f32), to: (f32, f32)| {
        painter.line_segment([center + vec2(from.0, from.1), center + vec2(to.0, to.1)], stroke);
    };
    match kind {
        LayoutKind::Organization => {
            line((0.0, -5.0), (0.0, 0.0));
            line((-6.0, 0.0), (6.0, 0.0));
            for x in [-6.0, 0.0, 6.0] {
                line((x, 0.0), (x, 4.0));
                dot(x, 5.0);
            }
            dot(0.0, -5.5);
        }
        LayoutKind::OrganizationAcross => {
            line((-5.0, 0.0), (0.0, 0.0));
            line((0.0, -6.0), (0.0, 6.0));
            for y in [-6.0, 0.0, 6.0] {
                line((0.0, y), (4.0, y));
                dot(5.0, y);
            }
            dot(-6.0, 0.0);
        }
        LayoutKind::PathToPower => {
            line((-4.0, 6.0), (3.0, 0.5));
            line((3.0, 0.5), (0.0, -5.0));
            for (x, y) in [(-4.0, 6.0), (3.0, 0.5)] {
                dot(x, y);
            }
            let tip = center + vec2(0.0, -7.5);
            let head = vec![tip, tip + vec2(4.0, 4.0), tip + vec2(-4.0, 4.0)];
            painter.add(egui::Shape::convex_polygon(head, color, Stroke::NONE));
        }
        LayoutKind::Influence => {
            let spots = [(-5.0, -3.0), (4.0, -6.0), (6.0, 3.0), (-2.0, 6.0)];
            for (from, to) in [(0, 1), (0, 3), (1, 2), (2, 3), (0, 2)] {
                line(spots[from], spots[to]);
            }
            for (x, y) in spots {
                painter.circle_filled(center + vec2(x, y), 2.2, color);
            }
        }
        LayoutKind::Circle => {
            painter.circle_stroke(center, 7.0, stroke);
            painter.circle_stroke(center, 4.0, Stroke::new(0.8, color));
            painter.circle_filled(center, 1.8, color);
        }
        LayoutKind::Position => {
            line((-7.0, 6.5), (7.0, 6.5));
            line((-6.5, 7.0), (-6.5, -7.0));
            for (x, y) in [(-2.5, 2.5), (1.5, -1.0), (5.0, -5.0)] {
                dot(x, y);
            }
        }
        LayoutKind::Coverage => {
            for x in [-7.0, 0.0, 7.0] {
                line((x, -6.0), (x, 6.0));
            }
            for y in [-6.0, 0.0, 6.0] {
                line((-7.0, y), (7.0, y));
            }
            painter.rect_filled(Rect::from_min_max(center + vec2(-7.0, -6.0), center), 0, color);
        }
        LayoutKind::Overview => {
            for (y, parts) in [(-6.0, 1_u8), (-1.5, 2), (3.0, 4)] {
                let width = 14.0 / f32::from(parts);
                for part in 0..parts {
                    let corner = center + vec2(-7.0 + width * f32::from(part), y);
                    painter.rect_filled(Rect::from_min_size(corner, vec2(width - 1.0, 3.5)), 0, color);
                }
            }
        }
    }
}
