//! The legend on the canvas: the symbols of each ladder, the lines, the marks.

use egui::{Align2, Color32, Frame, Painter, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::lens::Tint;
use super::style::{bold, regular};
use super::symbols::{Judged, paint_coach, paint_judged, paint_key, paint_veto};
use super::{ViewContext, ViewState};
use crate::model::{BuyingRole, Coded, Coverage, InnovationAttitude, JudgementField, Support};
use crate::theme::{TextSize, Weight};
use crate::words::Message;

const ROW: f32 = 17.0;

/// Draws the legend over the lower left corner of the canvas.
pub(super) fn legend_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, canvas: Rect) {
    let columns = columns(ctx, view);
    let widths: Vec<f32> = columns.iter().map(|column| column_width(ctx, column)).collect();
    let size = size(&columns, &widths);
    if view.is_legend_hidden || !is_room(size, canvas) {
        return;
    }
    let place = Rect::from_min_size(pos2(canvas.left() + 12.0, canvas.bottom() - size.y - 24.0), size);
    let shown = Frame::new()
        .fill(ctx.palette.surface().gamma_multiply(0.94))
        .stroke(Stroke::new(1.0, ctx.palette.hairline()))
        .corner_radius(4)
        .inner_margin(6);
    ui.scope_builder(egui::UiBuilder::new().max_rect(place.expand(6.0)), |ui| {
        shown.show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let mut left = rect.left();
            for (column, width) in columns.iter().zip(widths) {
                column_ui(ctx, ui.painter(), column, pos2(left, rect.top()));
                left += width;
            }
        });
    });
}

/// How much of the canvas's foot the legend covers.
pub(super) fn legend_height(ctx: &ViewContext<'_>, view: &ViewState, canvas: Rect) -> f32 {
    legend_rect(ctx, view, canvas).map_or(0.0, |rect| rect.height() + 20.0)
}

/// Where the legend stands, frame included; none where it is hidden.
pub(super) fn legend_rect(ctx: &ViewContext<'_>, view: &ViewState, canvas: Rect) -> Option<Rect> {
    let columns = columns(ctx, view);
    let widths: Vec<f32> = columns.iter().map(|column| column_width(ctx, column)).collect();
    let size = size(&columns, &widths);
    if view.is_legend_hidden || !is_room(size, canvas) {
        return None;
    }
    let corner = pos2(canvas.left() + 12.0, canvas.bottom() - size.y - 24.0);
    Some(Rect::from_min_size(corner, size).expand(6.0))
}

fn size(columns: &[Column], widths: &[f32]) -> egui::Vec2 {
    let rows = columns.iter().map(|column| column.items.len() + 1).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let height = rows as f32 * ROW;
    vec2(widths.iter().sum::<f32>(), height)
}

/// A legend that would hide half the map is left out.
fn is_room(size: egui::Vec2, canvas: Rect) -> bool {
    canvas.width() > size.x + 60.0 && canvas.height() > 3.0 * size.y
}

struct Column {
    title: String,
    items: Vec<(Sign, String)>,
}

#[derive(Clone, Copy)]
enum Sign {
    Color(Color32),
    Judged(Judged),
    Line(Color32, LineSign),
    Mark(fn(&Painter, Pos2, f32, Color32), Color32),
}

#[derive(Clone, Copy, PartialEq)]
enum LineSign {
    Plain,
    Arrow,
    Cross,
    Rings,
}

fn columns(ctx: &ViewContext<'_>, view: &ViewState) -> Vec<Column> {
    fn ladder<T: Coded>(ctx: &ViewContext<'_>, field: JudgementField, sign: fn(Option<T>) -> Judged) -> Column {
        let items = T::ALL.iter().map(|value| (Sign::Judged(sign(Some(*value))), ctx.words.value(*value).to_owned()));
        Column { title: ctx.words.value(field).to_owned(), items: items.collect() }
    }
    let palette = ctx.palette;
    let say = |message: Message| ctx.words.say(message).into_owned();
    let mut coverage = ladder::<Coverage>(ctx, JudgementField::Coverage, Judged::Coverage);
    coverage.items.push((Sign::Judged(Judged::Coverage(None)), say(Message::UnknownValue)));
    let colors = Tint::of(ctx, view).legend();
    let lens = (!colors.is_empty()).then(|| Column {
        title: view.lens.name(ctx),
        items: colors.into_iter().map(|(color, word)| (Sign::Color(color), word)).collect(),
    });
    let others = vec![
        ladder::<BuyingRole>(ctx, JudgementField::Role, Judged::Role),
        ladder::<InnovationAttitude>(ctx, JudgementField::Attitude, Judged::Attitude),
        ladder::<Support>(ctx, JudgementField::Support, Judged::Support),
        coverage,
        Column {
            title: say(Message::ToolLines),
            items: vec![
                (Sign::Line(palette.line_reporting(), LineSign::Plain), say(Message::LineReporting)),
                (Sign::Line(palette.line_influence(), LineSign::Arrow), say(Message::LineInfluence)),
                (Sign::Line(palette.line_conflict(), LineSign::Cross), say(Message::LineConflict)),
                (Sign::Line(palette.line_tie(), LineSign::Rings), say(Message::LineTie)),
            ],
        },
        Column {
            title: say(Message::LegendMarks),
            items: vec![
                (Sign::Mark(paint_key, palette.ink()), say(Message::MarkKey)),
                (Sign::Mark(paint_veto, palette.danger()), say(Message::MarkVeto)),
                (Sign::Mark(paint_coach, palette.support(Some(Support::Mentor))), say(Message::MarkCoach)),
            ],
        },
    ];
    lens.into_iter().chain(others).collect()
}

fn column_width(ctx: &ViewContext<'_>, column: &Column) -> f32 {
    let width = |text: &str, weight| ctx.measure.width(text, TextSize::CAPTION, weight);
    let items = column.items.iter().map(|(_, text)| width(text, Weight::Regular) + 22.0);
    items.fold(width(&column.title, Weight::Bold), f32::max) + 16.0
}

fn column_ui(ctx: &ViewContext<'_>, painter: &Painter, column: &Column, corner: Pos2) {
    let mut at = corner + vec2(0.0, ROW / 2.0);
    painter.text(at, Align2::LEFT_CENTER, &column.title, bold(TextSize::CAPTION), ctx.palette.ink());
    for (sign, text) in &column.items {
        at.y += ROW;
        let center = at + vec2(7.0, 0.0);
        match sign {
            Sign::Color(color) => {
                painter.rect_filled(Rect::from_center_size(center, vec2(6.0, 13.0)), 1, *color);
            }
            Sign::Judged(judged) => paint_judged(painter, center, 12.0, *judged, ctx.palette, 1.0),
            Sign::Mark(paint, color) => paint(painter, center, 13.0, *color),
            Sign::Line(color, kind) => line_sign(ctx, painter, center, *color, *kind),
        }
        painter.text(
            at + vec2(20.0, 0.0),
            Align2::LEFT_CENTER,
            text,
            regular(TextSize::CAPTION),
            ctx.palette.ink_soft(),
        );
    }
}

fn line_sign(ctx: &ViewContext<'_>, painter: &Painter, center: Pos2, color: Color32, kind: LineSign) {
    let (left, right) = (center - vec2(7.0, 0.0), center + vec2(7.0, 0.0));
    painter.line_segment([left, right], Stroke::new(1.5, color));
    match kind {
        LineSign::Plain => {}
        LineSign::Arrow => {
            let points = vec![right + vec2(1.0, 0.0), right - vec2(5.0, 3.0), right - vec2(5.0, -3.0)];
            painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
        }
        LineSign::Cross => {
            painter.circle(center, 4.5, ctx.palette.surface(), Stroke::new(1.0, color));
            for side in [vec2(2.0, 2.0), vec2(2.0, -2.0)] {
                painter.line_segment([center - side, center + side], Stroke::new(1.2, color));
            }
        }
        LineSign::Rings => {
            for end in [left + vec2(2.0, 0.0), right - vec2(2.0, 0.0)] {
                painter.circle(end, 2.2, ctx.palette.surface(), Stroke::new(1.0, color));
            }
        }
    }
}
