//! The four symbols and the marks of a card, drawn as shapes.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::Palette;
use super::style::bold;
use crate::model::{BuyingRole, Coverage, InnovationAttitude, Support, Symbol};

/// One of the four judgements on a card, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Judged {
    Role(Option<BuyingRole>),
    Attitude(Option<InnovationAttitude>),
    Support(Option<Support>),
    Coverage(Option<Coverage>),
}

impl Judged {
    fn symbol(self) -> Option<&'static str> {
        match self {
            Self::Role(value) => value.map(Symbol::symbol),
            Self::Attitude(value) => value.map(Symbol::symbol),
            Self::Support(value) => value.map(Symbol::symbol),
            Self::Coverage(value) => value.map(Symbol::symbol),
        }
    }
}

/// Draws a judgement: role a filled square, attitude an open one, support a disc, coverage a ring.
pub(super) fn paint_judged(
    painter: &Painter,
    center: Pos2,
    size: f32,
    judged: Judged,
    palette: &Palette,
    strength: f32,
) {
    let half = size / 2.0;
    let rect = Rect::from_center_size(center, Vec2::splat(size));
    let faint = palette.ink_faint().gamma_multiply(strength);
    let Some(symbol) = judged.symbol() else {
        let dots = match judged {
            Judged::Role(_) | Judged::Attitude(_) => square_outline(rect),
            Judged::Support(_) | Judged::Coverage(_) => circle_outline(center, half),
        };
        painter.extend(Shape::dashed_line(&dots, Stroke::new(0.9, faint), 2.2, 2.0));
        paint_glyph(painter, center, size, "?", faint);
        return;
    };
    let ink = palette.ink().gamma_multiply(strength);
    let on_mark = palette.on_mark().gamma_multiply(strength);
    match judged {
        Judged::Role(role) => {
            let fill = palette.role(role).gamma_multiply(strength);
            painter.rect_filled(rect, CornerRadius::same(2), fill);
            paint_glyph(painter, center, size, symbol, on_mark);
        }
        Judged::Attitude(_) => {
            painter.rect_stroke(rect, CornerRadius::same(2), Stroke::new(1.0, ink), StrokeKind::Inside);
            paint_glyph(painter, center, size, symbol, ink);
        }
        Judged::Support(support) => {
            let fill = palette.support(support).gamma_multiply(strength);
            painter.circle_filled(center, half, fill);
            paint_glyph(painter, center, size, symbol, on_mark);
        }
        Judged::Coverage(_) => {
            painter.circle_stroke(center, half - 0.5, Stroke::new(1.0, ink));
            paint_glyph(painter, center, size, symbol, ink);
        }
    }
}

fn square_outline(rect: Rect) -> Vec<Pos2> {
    let rect = rect.shrink(0.5);
    vec![rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()]
}

fn circle_outline(center: Pos2, radius: f32) -> Vec<Pos2> {
    (0..=24_u8)
        .map(|step| center + (radius - 0.5) * Vec2::angled(f32::from(step) * std::f32::consts::TAU / 24.0))
        .collect()
}

/// Draws a ladder symbol as strokes, so that it stands in the very middle; `?` as a letter.
fn paint_glyph(painter: &Painter, center: Pos2, size: f32, symbol: &str, color: Color32) {
    let arm = size * 0.27;
    let stroke = Stroke::new((size * 0.1).max(1.0), color);
    let line = |from: Vec2, to: Vec2| {
        painter.line_segment([center + from, center + to], stroke);
    };
    match symbol {
        "+" => {
            line(vec2(-arm, 0.0), vec2(arm, 0.0));
            line(vec2(0.0, -arm), vec2(0.0, arm));
        }
        "-" => line(vec2(-arm, 0.0), vec2(arm, 0.0)),
        "=" => {
            line(vec2(-arm, -arm * 0.5), vec2(arm, -arm * 0.5));
            line(vec2(-arm, arm * 0.5), vec2(arm, arm * 0.5));
        }
        "×" => {
            line(vec2(-arm, -arm) * 0.8, vec2(arm, arm) * 0.8);
            line(vec2(-arm, arm) * 0.8, vec2(arm, -arm) * 0.8);
        }
        "※" => {
            line(vec2(-arm, -arm), vec2(arm, arm));
            line(vec2(-arm, arm), vec2(arm, -arm));
            for (x, y) in [(0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0)] {
                painter.circle_filled(center + vec2(x, y) * arm * 0.95, (size * 0.07).max(0.7), color);
            }
        }
        letter => {
            let font = bold((size * 0.7 * 2.0).round() / 2.0);
            painter.text(center, egui::Align2::CENTER_CENTER, letter, font, color);
        }
    }
}

/// A key: key player.
pub(super) fn paint_key(painter: &Painter, center: Pos2, size: f32, color: Color32) {
    let stroke = Stroke::new((size * 0.12).max(1.0), color);
    let bow = center - vec2(size * 0.26, 0.0);
    painter.circle_stroke(bow, size * 0.18, stroke);
    let tip = center + vec2(size * 0.44, 0.0);
    painter.line_segment([bow + vec2(size * 0.18, 0.0), tip], stroke);
    for at in [0.24, 0.42] {
        let top = center + vec2(size * at, 0.0);
        painter.line_segment([top, top + vec2(0.0, size * 0.18)], stroke);
    }
}

/// A barred circle: veto right.
pub(super) fn paint_veto(painter: &Painter, center: Pos2, size: f32, color: Color32) {
    let stroke = Stroke::new((size * 0.12).max(1.0), color);
    let radius = size * 0.36;
    painter.circle_stroke(center, radius, stroke);
    let arm = radius * std::f32::consts::FRAC_1_SQRT_2;
    painter.line_segment([center - vec2(arm, arm), center + vec2(arm, arm)], stroke);
}

/// A speech bubble: coach.
pub(super) fn paint_coach(painter: &Painter, center: Pos2, size: f32, color: Color32) {
    let rect = Rect::from_center_size(center - vec2(0.0, size * 0.08), vec2(size * 0.78, size * 0.5));
    painter.rect_filled(rect, CornerRadius::same(2), color);
    let left = rect.left_bottom() + vec2(size * 0.14, -0.5);
    let tail = vec![left, left + vec2(size * 0.22, 0.0), pos2(left.x, left.y + size * 0.22)];
    painter.add(Shape::convex_polygon(tail, color, Stroke::NONE));
}

/// A sheet of a calendar on a button.
pub(super) fn paint_calendar(ui: &egui::Ui, button: &egui::Response, palette: &Palette) {
    let rect = Rect::from_center_size(button.rect.center() + vec2(0.0, 1.0), vec2(11.0, 10.0));
    let stroke = Stroke::new(1.0, palette.ink_soft());
    let painter = ui.painter();
    painter.rect_stroke(rect, CornerRadius::same(1), stroke, StrokeKind::Inside);
    painter.line_segment([rect.left_top() + vec2(0.0, 3.0), rect.right_top() + vec2(0.0, 3.0)], stroke);
    for x in [3.0, 8.0] {
        let top = rect.left_top() + vec2(x, -1.5);
        painter.line_segment([top, top + vec2(0.0, 3.0)], stroke);
    }
}
