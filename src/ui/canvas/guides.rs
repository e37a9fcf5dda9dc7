//! Axes, rings and cells behind the cards, with their labels.

use egui::{Align2, Rect, Stroke, StrokeKind, vec2};

use super::Stage;
use crate::layout::{Guide, GuideLabel, GuideShape};
use crate::model::Coverage;
use crate::theme::TextSize;
use crate::ui::ViewState;
use crate::ui::style::{bold, faded};
use crate::words::Message;

/// Draws the guides that are seen.
pub(super) fn paint(stage: &Stage<'_>, view: &ViewState) {
    let strength = stage.ctx.arrival;
    for guide in &stage.ctx.layout.guides {
        shape(stage, view, &guide.shape, strength);
    }
    for guide in &stage.ctx.layout.guides {
        label(stage, guide, strength);
    }
}

fn shape(stage: &Stage<'_>, view: &ViewState, shape: &GuideShape, strength: f32) {
    let palette = stage.ctx.palette;
    let hairline = Stroke::new(1.0, faded(palette.hairline(), strength));
    let at = |pos| stage.camera.screen_from_canvas(pos, stage.screen);
    match shape {
        GuideShape::Line(from, to) => {
            stage.painter.line_segment([at(*from), at(*to)], hairline);
        }
        GuideShape::Ring { center, radius } => {
            stage.painter.circle_stroke(at(*center), radius * stage.camera.zoom(), hairline);
        }
        GuideShape::Area { rect, is_odd } => {
            let area = stage.camera.screen_rect(rect, stage.screen);
            if *is_odd {
                stage.painter.rect_filled(area, 0, faded(palette.wash(), strength));
            }
        }
        GuideShape::Cell { rect, cards } => {
            let area = stage.camera.screen_rect(rect, stage.screen);
            let fill = if cards.is_empty() { 0.0 } else { met(stage, view, cards) };
            // The fuller a cell, the better those in it are known.
            stage.painter.rect_filled(area, 2, faded(palette.ramp(2), 0.30 * fill * strength));
            stage.painter.rect_stroke(area, 2, hairline, StrokeKind::Inside);
        }
    }
}

/// How well the people of a cell are known: 0 where nobody is met, 1 where all are met in depth.
fn met(stage: &Stage<'_>, view: &ViewState, cards: &[usize]) -> f32 {
    let account = stage.ctx.account;
    let depth = |card: &usize| {
        let person = account.holder(stage.seat(*card))?;
        Some(match account.judgement(person, view.opportunity).coverage {
            Some(Coverage::InDepth) => 1.0,
            Some(Coverage::MultipleContacts) => 0.66,
            Some(Coverage::BriefContact) => 0.33,
            Some(Coverage::NoContact) | None => 0.0,
        })
    };
    let depths: Vec<f32> = cards.iter().filter_map(depth).collect();
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
    let count = depths.len().max(1) as f32;
    depths.iter().sum::<f32>() / count
}

fn label(stage: &Stage<'_>, guide: &Guide, strength: f32) {
    let text = words(stage, &guide.label);
    if text.is_empty() {
        return;
    }
    let at = stage.camera.screen_from_canvas(guide.at, stage.screen);
    let align = if guide.is_centered { Align2::CENTER_CENTER } else { Align2::LEFT_CENTER };
    let size = (TextSize::BODY * stage.camera.zoom()).clamp(9.0, TextSize::SECTION);
    let color = faded(stage.ctx.palette.ink_soft(), strength);
    let galley = stage.painter.layout_no_wrap(text, bold((size * 2.0).floor() / 2.0), color);
    let place = align.anchor_size(at, galley.size());
    let shown = Rect::from_min_size(place.min, galley.size());
    if stage.screen.intersects(shown) {
        let ground = faded(stage.ctx.palette.surface(), 0.85 * strength);
        stage.painter.rect_filled(shown.expand2(vec2(3.0, 1.0)), 2, ground);
        stage.painter.galley(place.min, galley, color);
    }
}

fn words(stage: &Stage<'_>, label: &GuideLabel) -> String {
    let words = stage.ctx.words;
    match label {
        GuideLabel::None => String::new(),
        GuideLabel::Support(Some(support)) => words.value(*support).to_owned(),
        GuideLabel::Support(None) | GuideLabel::Political(None) => words.say(Message::UnknownValue).into_owned(),
        GuideLabel::Political(Some(status)) => words.value(*status).to_owned(),
        GuideLabel::Unit(unit) if unit.is_empty() => words.say(Message::GuideNoUnit).into_owned(),
        GuideLabel::Unit(unit) => unit.clone(),
        GuideLabel::Level(level) => words.text(&Message::GuideLevel { level: level.to_string() }),
        GuideLabel::Steps(steps) => words.text(&Message::GuideSteps { steps: steps.to_string() }),
        GuideLabel::Deciders => words.say(Message::GuideDeciders).into_owned(),
        GuideLabel::Apart => words.say(Message::GuideApart).into_owned(),
    }
}
