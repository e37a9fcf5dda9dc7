//! A way to somebody who decides, shown on the map: numbered cards, its lines in front, a caption.

use egui::{Align2, Key, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Stage;
use crate::layout::LineKind;
use crate::model::LinkKind;
use crate::theme::TextSize;
use crate::ui::ViewState;
use crate::ui::fields::name_widget;
use crate::ui::style::{bold, faded};
use crate::words::Message;

/// The cards and lines of the way that is shown.
#[derive(Default)]
pub(super) struct Way {
    /// From the one who introduces us on; people without a card are left out.
    pub(super) cards: Vec<usize>,
    pub(super) lines: Vec<usize>,
}

impl Way {
    /// The way that `view` asks for; empty where there is none.
    pub(super) fn of(stage: &Stage<'_>, view: &ViewState) -> Self {
        let Some(people) = &view.route else { return Self::default() };
        let seat_of = stage.ctx.account.seat_of_person();
        let card = |person| stage.ctx.request.card_of(*seat_of.get(person)?);
        let cards: Vec<usize> = people.iter().filter_map(card).collect();
        let is_step = |line: &crate::layout::LineRequest| {
            let is_influence = matches!(line.kind, LineKind::Informal(LinkKind::Influences(_)));
            is_influence && cards.array_windows::<2>().any(|step| *step == [line.from, line.to])
        };
        let lines = stage.ctx.request.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| is_step(line)).map(|(place, _)| place).collect();
        Self { cards, lines }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }
}

/// Draws the numbers, rings and the caption; Escape and a click put the way away.
pub(super) fn way_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &mut Ui, way: &Way) {
    if way.is_empty() {
        return;
    }
    let palette = stage.ctx.palette;
    // A step that no line says, such as a seat in a committee, is a dashed one.
    for step in way.cards.array_windows::<2>() {
        let is_drawn = way.lines.iter().any(|line| {
            let line = &stage.ctx.request.lines[*line];
            [line.from, line.to] == *step
        });
        if !is_drawn {
            let ends = between(stage.card_rect(step[0]), stage.card_rect(step[1]));
            let stroke = Stroke::new(2.0, palette.accent());
            stage.painter.extend(egui::Shape::dashed_line(&ends, stroke, 6.0, 4.0));
        }
    }
    for (place, card) in (1_u32..).zip(&way.cards) {
        let rect = stage.card_rect(*card);
        stage.painter.rect_stroke(rect.expand(2.0), 6, Stroke::new(2.0, palette.accent()), StrokeKind::Outside);
        let center = rect.left_top() + vec2(2.0, 2.0);
        stage.painter.circle_filled(center, 9.0, palette.accent());
        let font = bold(TextSize::SECOND);
        stage.painter.text(center, Align2::CENTER_CENTER, place.to_string(), font, palette.on_accent());
    }
    caption_ui(stage, view, ui);
}

/// The straight way between two cards, from edge to edge.
fn between(from: Rect, to: Rect) -> [egui::Pos2; 2] {
    let edge = |rect: Rect, towards: egui::Pos2| {
        let away = towards - rect.center();
        let share = |half: f32, by: f32| if by == 0.0 { f32::INFINITY } else { half / by.abs() };
        let reach = share(rect.width() / 2.0 + 3.0, away.x).min(share(rect.height() / 2.0 + 3.0, away.y));
        rect.center() + away * reach.min(1.0)
    };
    [edge(from, to.center()), edge(to, from.center())]
}

/// The names of the way below the strip of pictures; a click puts it away.
fn caption_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &mut Ui) {
    let (ctx, palette) = (stage.ctx, stage.ctx.palette);
    let people = view.route.clone().unwrap_or_default();
    let names: Vec<&str> = people.iter().map(|person| ctx.account.person_name(*person)).collect();
    let text = ctx.words.text(&Message::WayCaption { people: names.join(" → ") });
    let width = stage.screen.width() - 32.0;
    let galley = stage.painter.layout(text, bold(TextSize::BODY), palette.on_accent(), width);
    let corner = pos2(stage.screen.left() + 8.0, stage.screen.top() + super::pictures::HEIGHT);
    let rect = Rect::from_min_size(corner, galley.size() + vec2(16.0, 8.0));
    let response = ui.interact(rect, ui.scope_id().with("way"), Sense::click());
    name_widget(&response, &ctx.words.say(Message::WayAway));
    stage.painter.rect_filled(rect, 4, faded(palette.accent(), 0.95));
    stage.painter.galley(rect.min + vec2(8.0, 4.0), galley, palette.on_accent());
    let is_escaped = !view.is_asked() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
    if response.on_hover_text(ctx.words.say(Message::WayAway)).clicked() || is_escaped {
        view.route = None;
    }
}
