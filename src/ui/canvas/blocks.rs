//! The overview: everybody as a block in the color of the lens, the name where it fits.

use egui::{Align2, Painter, Rect, Stroke, StrokeKind, pos2};

use super::cards::{CardLook, card_name};
use crate::model::{Judgement, Seat};
use crate::theme::{TextSize, Weight};
use crate::ui::ViewContext;
use crate::ui::lens::{Tint, Tinted};
use crate::ui::style::{bold, faded};

/// A block narrower or lower than this holds no name.
const LEAST: (f32, f32) = (26.0, 11.0);

/// Draws one block.
pub(super) fn block_ui(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    (seat, rect): (&Seat, Rect),
    tint: &Tint<'_>,
    look: CardLook,
) {
    let person = ctx.account.holder(seat.id);
    let judged = person.map_or_else(Judgement::default, |person| ctx.account.judgement(person, tint.opportunity));
    let color = tint.color(Tinted { seat: Some(seat), person, judged: &judged });
    let palette = ctx.palette;
    let edge = if look.is_hovered { palette.ink() } else { palette.surface() };
    let fill = if person.is_some() { faded(color, look.strength) } else { palette.sunken() };
    painter.rect(rect, 1, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if rect.width() > LEAST.0 && rect.height() > LEAST.1 {
        let size = (rect.height() * 0.5).clamp(8.0, TextSize::BODY);
        let size = (size * 2.0).floor() / 2.0;
        let name = card_name(ctx, seat.id);
        let name = ctx.measure.fit(&name, size, Weight::Bold, rect.width() - 6.0);
        let ink = if person.is_some() { palette.on_mark() } else { palette.ink_soft() };
        let at = pos2(rect.left() + 3.0, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, name, bold(size), faded(ink, look.strength.max(0.6)));
    }
    if look.is_selected {
        painter.rect_stroke(rect.expand(1.0), 2, Stroke::new(2.0, palette.accent()), StrokeKind::Outside);
    }
}
