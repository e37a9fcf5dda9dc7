//! The legend on the canvas: the symbols of each ladder, the lines, the marks.

use egui::{Align2, Color32, Frame, Painter, Pos2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::lens::Tint;
use super::style::{bold, regular};
use super::symbols::{Judged, paint_coach, paint_judged, paint_key, paint_veto};
use super::{ViewContext, ViewState};
use crate::model::{BuyingRole, Coded, Coverage, InnovationAttitude, JudgementField, LayoutKind, Support};
use crate::theme::{TextSize, Weight};
use crate::words::Message;

const ROW: f32 = 17.0;

/// Draws the legend over the lower left corner of the canvas.
pub(super) fn legend_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, canvas: Rect) {
    let Some(sheet) = Sheet::of(ctx, view, canvas) else { return };
    let shown = Frame::new()
        .fill(ctx.palette.surface().gamma_multiply(0.94))
        .stroke(Stroke::new(1.0, ctx.palette.hairline()))
        .corner_radius(4)
        .inner_margin(6);
    ui.scope_builder(egui::UiBuilder::new().max_rect(sheet.rect(canvas)), |ui| {
        shown.show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(sheet.size, Sense::hover());
            for (offset, entry) in &sheet.entries {
                entry_ui(ctx, ui.painter(), entry, rect.min + *offset);
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
    Sheet::of(ctx, view, canvas).map(|sheet| sheet.rect(canvas))
}

/// The legend, laid out: each entry by the left end of its line's middle.
struct Sheet {
    size: Vec2,
    entries: Vec<(Vec2, Entry)>,
}

/// What stands in the legend.
enum Entry {
    Title(String),
    Item(Sign, String),
}

impl Sheet {
    /// The legend that fits: in columns where cards with all their symbols are drawn, else in lines with what the
    /// colors and the lines say.
    fn of(ctx: &ViewContext<'_>, view: &ViewState, canvas: Rect) -> Option<Self> {
        // A strip below the map needs the room.
        if view.is_legend_hidden || view.visit.is_some() || ctx.what_if.is_some() {
            return None;
        }
        let has_symbols = match view.layout {
            LayoutKind::Organization | LayoutKind::OrganizationAcross | LayoutKind::PathToPower => true,
            LayoutKind::Influence
            | LayoutKind::Circle
            | LayoutKind::Position
            | LayoutKind::Coverage
            | LayoutKind::Overview => false,
        };
        let tall = has_symbols.then(|| Self::columns(ctx, &columns(ctx, view)));
        let sheet = tall.filter(|sheet| is_room(sheet.size, canvas));
        let sheet = sheet.unwrap_or_else(|| Self::lines(ctx, view, canvas.width() - 48.0));
        is_room(sheet.size, canvas).then_some(sheet)
    }

    fn columns(ctx: &ViewContext<'_>, columns: &[Column]) -> Self {
        let (mut entries, mut left, mut height) = (Vec::new(), 0.0, 0.0_f32);
        for column in columns {
            let mut at = vec2(left, ROW / 2.0);
            entries.push((at, Entry::Title(column.title.clone())));
            for (sign, text) in &column.items {
                at.y += ROW;
                entries.push((at, Entry::Item(*sign, text.clone())));
            }
            height = height.max(at.y + ROW / 2.0);
            left += column_width(ctx, column);
        }
        Self { size: vec2(left, height), entries }
    }

    fn lines(ctx: &ViewContext<'_>, view: &ViewState, width: f32) -> Self {
        let colors = Tint::of(ctx, view).scale();
        let colors = colors.into_iter().map(|(color, text)| (Sign::Color(color), text));
        // What the picture does not draw needs no explaining.
        let is_drawn = |(_, text): &(Sign, String)| match view.layout {
            LayoutKind::Overview => false,
            LayoutKind::Position | LayoutKind::Coverage => *text != ctx.words.say(Message::LineReporting),
            LayoutKind::Organization
            | LayoutKind::OrganizationAcross
            | LayoutKind::PathToPower
            | LayoutKind::Influence
            | LayoutKind::Circle => true,
        };
        let lines = lines_column(ctx).items.into_iter().filter(is_drawn);
        let (mut at, mut wide) = (vec2(0.0, ROW / 2.0), 0.0_f32);
        let mut entries = Vec::new();
        for (sign, text) in colors.chain(lines) {
            let room = ctx.measure.width(&text, TextSize::CAPTION, Weight::Regular) + 36.0;
            if at.x > 0.0 && at.x + room > width {
                at = vec2(0.0, at.y + ROW);
            }
            entries.push((at, Entry::Item(sign, text)));
            at.x += room;
            wide = wide.max(at.x);
        }
        Self { size: vec2(wide, at.y + ROW / 2.0), entries }
    }

    /// Where it stands, frame included.
    fn rect(&self, canvas: Rect) -> Rect {
        let corner = pos2(canvas.left() + 12.0, canvas.bottom() - self.size.y - 24.0);
        Rect::from_min_size(corner, self.size).expand(6.0)
    }
}

/// A legend that would hide half the map is left out.
fn is_room(size: Vec2, canvas: Rect) -> bool {
    canvas.width() > size.x + 40.0 && canvas.height() > 3.0 * size.y
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
        lines_column(ctx),
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

fn lines_column(ctx: &ViewContext<'_>) -> Column {
    let palette = ctx.palette;
    let say = |message: Message| ctx.words.say(message).into_owned();
    Column {
        title: say(Message::ToolLines),
        items: vec![
            (Sign::Line(palette.line_reporting(), LineSign::Plain), say(Message::LineReporting)),
            (Sign::Line(palette.line_influence(), LineSign::Arrow), say(Message::LineInfluence)),
            (Sign::Line(palette.line_conflict(), LineSign::Cross), say(Message::LineConflict)),
            (Sign::Line(palette.line_tie(), LineSign::Rings), say(Message::LineTie)),
        ],
    }
}

fn column_width(ctx: &ViewContext<'_>, column: &Column) -> f32 {
    let width = |text: &str, weight| ctx.measure.width(text, TextSize::CAPTION, weight);
    let items = column.items.iter().map(|(_, text)| width(text, Weight::Regular) + 22.0);
    items.fold(width(&column.title, Weight::Bold), f32::max) + 16.0
}

fn entry_ui(ctx: &ViewContext<'_>, painter: &Painter, entry: &Entry, at: Pos2) {
    let (sign, text) = match entry {
        Entry::Title(title) => {
            painter.text(at, Align2::LEFT_CENTER, title, bold(TextSize::CAPTION), ctx.palette.ink());
            return;
        }
        Entry::Item(sign, text) => (sign, text),
    };
    let center = at + vec2(7.0, 0.0);
    match sign {
        Sign::Color(color) => {
            painter.rect_filled(Rect::from_center_size(center, vec2(6.0, 13.0)), 1, *color);
        }
        Sign::Judged(judged) => paint_judged(painter, center, 12.0, *judged, ctx.palette, 1.0),
        Sign::Mark(paint, color) => paint(painter, center, 13.0, *color),
        Sign::Line(color, kind) => line_sign(ctx, painter, center, *color, *kind),
    }
    let left = at + vec2(20.0, 0.0);
    painter.text(left, Align2::LEFT_CENTER, text, regular(TextSize::CAPTION), ctx.palette.ink_soft());
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
