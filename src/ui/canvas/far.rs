//! The map from far away: plain bars, those side by side in one color joined.

use egui::{Rect, Shape, Stroke, StrokeKind, epaint::Mesh, pos2};

use super::{Cast, Stage};
use crate::model::{Judgement, Seat};
use crate::ui::ViewState;
use crate::ui::lens::{Tint, Tinted};
use crate::ui::style::faded;

/// Below this magnification a card is a bar.
pub(super) const FAR: f32 = 0.12;

/// From so many cards in sight on they are bars whatever the magnification.
pub(super) const MANY: usize = 900;

/// Draws the cards that are seen as bars. Cost: one look at each; one shape in all.
pub(super) fn paint(stage: &Stage<'_>, view: &ViewState, seen: &[usize]) {
    let ctx = stage.ctx;
    let cast = Cast::of(ctx, view);
    let tint = Tint::of(ctx, view);
    let is_plain = view.filter.is_empty() && view.opportunity.is_none();
    let mut mesh = Mesh::default();
    let mut run: Option<(Rect, egui::Color32)> = None;
    let mut selected = Vec::new();
    let blank = Judgement::default();
    for card in seen {
        let id = stage.seat(*card);
        let seat = ctx.account.get::<Seat>(id);
        let person = seat.and_then(|seat| seat.holder).and_then(|id| ctx.account.get::<crate::model::Person>(id));
        let rect = stage.card_rect(*card);
        let color = match person {
            Some(person) => {
                let own = view.opportunity.map(|id| ctx.account.judgement(person, Some(id)));
                let judged = own.as_ref().unwrap_or(&person.judgement);
                tint.color(Tinted { seat, person: Some(person), judged })
            }
            None => tint.color(Tinted { seat, person: None, judged: &blank }),
        };
        let is_through = is_plain || seat.is_none_or(|seat| cast.lets_through(ctx, seat));
        let color = if is_through { color } else { faded(color, 0.25) };
        if view.selection.contains(&id) {
            selected.push(rect);
        }
        match &mut run {
            // Less than a point between two bars is no gap anybody sees.
            Some((bar, of)) if *of == color && bar.top() == rect.top() && (rect.left() - bar.right()).abs() < 1.0 => {
                bar.max.x = bar.max.x.max(rect.right());
            }
            _ => {
                if let Some((bar, color)) = run.replace((rect, color)) {
                    mesh.add_colored_rect(snapped(bar), color);
                }
            }
        }
    }
    if let Some((bar, color)) = run {
        mesh.add_colored_rect(snapped(bar), color);
    }
    stage.painter.add(Shape::mesh(mesh));
    for rect in selected.into_iter().take(400) {
        let stroke = Stroke::new(2.0, ctx.palette.accent());
        stage.painter.rect_stroke(rect.expand(1.0), 2, stroke, StrokeKind::Outside);
    }
}

/// At least a point high and wide, or nothing is seen.
fn snapped(bar: Rect) -> Rect {
    Rect::from_min_max(bar.min, pos2(bar.right().max(bar.left() + 1.0), bar.bottom().max(bar.top() + 1.0)))
}
