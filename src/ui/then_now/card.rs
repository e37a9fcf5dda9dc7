//! A card of the picture: new, gone, moved, and every judgement that changed as old symbol → new.

use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::compared::{CARD, Card, Mark, SHIFT_WIDTH};
use crate::insight::{JudgedValue, JudgementShift, Superior};
use crate::model::RelationshipStage;
use crate::theme::{TextSize, Weight};
use crate::ui::ViewContext;
use crate::ui::style::{bold, faded, regular};
use crate::ui::symbols::{Judged, paint_judged};
use crate::words::Message;

/// Below this magnification a card is a block in the color of its mark.
const BLOCK_ZOOM: f32 = 0.35;

/// How a card looks just now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CardLook {
    /// Screen points for a canvas point.
    pub(super) zoom: f32,
    pub(super) is_hovered: bool,
}

/// Draws a card into `rect`. Who stayed as they were recede, so that the changes stand out.
pub(super) fn card_ui(ctx: &ViewContext<'_>, painter: &Painter, card: &Card, rect: Rect, look: CardLook) {
    let palette = ctx.palette;
    let is_touched = card.moved_from.is_some() || !card.changes.is_empty();
    let strength = match card.mark {
        Mark::New => 1.0,
        Mark::Gone => 0.6,
        Mark::Stays => {
            if is_touched {
                1.0
            } else {
                0.5
            }
        }
    };
    if look.zoom < BLOCK_ZOOM {
        let color = match card.mark {
            Mark::New => palette.accent(),
            Mark::Gone => palette.ink_faint(),
            Mark::Stays => {
                if is_touched {
                    palette.warning()
                } else {
                    palette.hairline()
                }
            }
        };
        painter.rect_filled(rect, CornerRadius::same(1), color);
        return;
    }
    paint_body(ctx, painter, card, rect, (look, strength));
    let left = rect.left() + (CARD.bar + CARD.pad) * look.zoom;
    let right = rect.right() - CARD.pad * look.zoom;
    let sign = sign_of(card);
    if let Some(sign) = sign {
        paint_sign(ctx, painter, pos2(right - 6.0 * look.zoom, rect.top() + 15.0 * look.zoom), sign, look.zoom);
    }
    let room = right - left - if sign.is_some() { CARD.mark_width * look.zoom } else { 0.0 };
    paint_name(ctx, painter, card, (pos2(left, rect.top() + 15.0 * look.zoom), room), (look.zoom, strength));
    paint_second(ctx, painter, card, (pos2(left, rect.top() + 32.0 * look.zoom), right - left), (look.zoom, strength));
    let mut at = pos2(left, rect.top() + 49.0 * look.zoom);
    for verdict in &card.verdicts {
        if at.x + (SHIFT_WIDTH - 10.0) * look.zoom > right {
            painter.text(at, Align2::LEFT_CENTER, "…", bold(half(TextSize::BODY * look.zoom)), palette.ink());
            break;
        }
        paint_verdict(ctx, painter, *verdict, at, look.zoom);
        at.x += SHIFT_WIDTH * look.zoom;
    }
}

/// The sign at the corner says in shape what outline and strength say.
fn sign_of(card: &Card) -> Option<&'static str> {
    match card.mark {
        Mark::New => Some("+"),
        Mark::Gone => Some("-"),
        Mark::Stays => card.moved_from.is_some().then_some("→"),
    }
}

fn paint_body(ctx: &ViewContext<'_>, painter: &Painter, card: &Card, rect: Rect, (look, strength): (CardLook, f32)) {
    let palette = ctx.palette;
    let radius = CornerRadius::same(4);
    painter.rect_filled(rect, radius, palette.surface());
    let wide = if look.is_hovered { 0.75 } else { 0.0 };
    match card.mark {
        Mark::Gone => {
            let inner = rect.shrink(0.5);
            let corners =
                [inner.left_top(), inner.right_top(), inner.right_bottom(), inner.left_bottom(), inner.left_top()];
            let stroke = Stroke::new(1.0 + wide, faded(palette.ink_soft(), strength));
            painter.extend(Shape::dashed_line(&corners, stroke, 5.0, 3.0));
        }
        Mark::New => {
            let stroke = Stroke::new(2.0 + wide, palette.accent());
            painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
        Mark::Stays => {
            let is_touched = card.moved_from.is_some() || !card.changes.is_empty();
            let color = if is_touched { palette.ink_soft() } else { palette.line_reporting() };
            let stroke = Stroke::new(if is_touched { 1.5 } else { 1.0 } + wide, faded(color, strength));
            painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
    }
    let bar = Rect::from_min_size(rect.min, vec2(CARD.bar * look.zoom, rect.height()));
    let color = faded(palette.support(card.support), strength);
    painter.rect_filled(bar, CornerRadius { nw: 4, sw: 4, ne: 0, se: 0 }, color);
}

fn paint_sign(ctx: &ViewContext<'_>, painter: &Painter, center: Pos2, sign: &str, zoom: f32) {
    let radius = 7.0 * zoom;
    let color = if sign == "-" { ctx.palette.ink_soft() } else { ctx.palette.accent() };
    painter.circle_filled(center, radius, color);
    painter.text(center, Align2::CENTER_CENTER, sign, bold(half(11.0 * zoom)), ctx.palette.on_mark());
}

fn paint_name(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    card: &Card,
    (at, room): (Pos2, f32),
    (zoom, strength): (f32, f32),
) {
    let size = half(TextSize::BODY * zoom);
    let color = faded(ctx.palette.ink(), strength);
    let name = ctx.measure.fit(&card.name, size, Weight::Bold, room + 1.0);
    let drawn = painter.text(at, Align2::LEFT_CENTER, name, bold(size), color);
    if card.mark == Mark::Gone {
        let stroke = Stroke::new((1.25 * zoom).max(0.75), color);
        painter.line_segment([pos2(drawn.left(), at.y), pos2(drawn.right(), at.y)], stroke);
    }
}

/// The title, or from under whom somebody moved.
fn paint_second(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    card: &Card,
    (at, room): (Pos2, f32),
    (zoom, strength): (f32, f32),
) {
    let size = half(TextSize::SECOND * zoom);
    let (text, color) = match &card.moved_from {
        Some(from) => (from_text(ctx, from.as_ref()), ctx.palette.accent()),
        None => (card.title.clone(), faded(ctx.palette.ink_soft(), strength)),
    };
    let text = ctx.measure.fit(&text, size, Weight::Regular, room + 1.0);
    painter.text(at, Align2::LEFT_CENTER, text, regular(size), color);
}

fn from_text(ctx: &ViewContext<'_>, from: Option<&Superior>) -> String {
    match from {
        Some(from) => ctx.words.text(&Message::ThenNowFrom { name: ctx.words.superior(from) }),
        None => ctx.words.say(Message::ThenNowFromTop).into_owned(),
    }
}

/// Old symbol, arrow, new symbol.
fn paint_verdict(ctx: &ViewContext<'_>, painter: &Painter, verdict: JudgedValue, at: Pos2, zoom: f32) {
    let size = 13.0 * zoom;
    let ends = [at + vec2(size / 2.0, 0.0), at + vec2(size * 1.5 + 11.0 * zoom, 0.0)];
    let middle = at + vec2(size + 5.5 * zoom, 0.0);
    let font = regular(half(TextSize::CAPTION * zoom));
    painter.text(middle, Align2::CENTER_CENTER, "→", font, ctx.palette.ink_soft());
    let symbols = |pair: [Judged; 2]| {
        for (center, judged) in ends.into_iter().zip(pair) {
            paint_judged(painter, center, size, judged, ctx.palette, 1.0);
        }
    };
    match verdict {
        JudgedValue::Role(shift) => symbols(both(shift).map(Judged::Role)),
        JudgedValue::Attitude(shift) => symbols(both(shift).map(Judged::Attitude)),
        JudgedValue::Support(shift) => symbols(both(shift).map(Judged::Support)),
        JudgedValue::Coverage(shift) => symbols(both(shift).map(Judged::Coverage)),
        JudgedValue::Political(shift) => {
            // The grounds of the cards: the darker, the nearer to the inner circle.
            for (center, political) in ends.into_iter().zip(both(shift)) {
                let rect = Rect::from_center_size(center, vec2(size, size * 0.7));
                let stroke = Stroke::new(1.0, ctx.palette.ink_faint());
                let fill = ctx.palette.ground(political);
                painter.rect(rect, CornerRadius::same(2), fill, stroke, StrokeKind::Inside);
                if political.is_none() {
                    let font = bold(half(9.0 * zoom));
                    painter.text(center, Align2::CENTER_CENTER, "?", font, ctx.palette.ink_faint());
                }
            }
        }
        JudgedValue::Stage(shift) => {
            for (center, stage) in ends.into_iter().zip(both(shift)) {
                let font = bold(half(TextSize::SECOND * zoom));
                painter.text(center, Align2::CENTER_CENTER, step(stage), font, ctx.palette.ink());
            }
        }
    }
}

fn both<T: Copy>(shift: JudgementShift<T>) -> [Option<T>; 2] {
    [shift.from, shift.to]
}

/// A stage of the relationship by its number.
const fn step(stage: Option<RelationshipStage>) -> &'static str {
    match stage {
        Some(RelationshipStage::Acquaintance) => "1",
        Some(RelationshipStage::Dating) => "2",
        Some(RelationshipStage::Trust) => "3",
        Some(RelationshipStage::Alliance) => "4",
        None => "?",
    }
}

/// Text sizes in half points: the font atlas stays small while zooming.
fn half(size: f32) -> f32 {
    (size * 2.0).floor() / 2.0
}
