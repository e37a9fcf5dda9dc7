//! The funnel as a picture: six bars that narrow, each filled by its share of the weighted value.

use egui::{Align2, Color32, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::insight::{Funnel, StageSum, stage_rates};
use crate::model::{Coded, FunnelStage};
use crate::theme::{TextSize, Weight};
use crate::ui::fields::{Form, field_id};
use crate::ui::style::{bold, regular};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// Height of a stage.
const ROW: f32 = 24.0;
/// How narrow the funnel is at its end, of its width at the top.
const END: f32 = 0.34;
/// The least width of the funnel; below it the numbers go, which the row still says to a screen reader.
const LEAST: f32 = 72.0;
/// Room for the count.
const COUNT: f32 = 30.0;

/// Draws the funnel; a click on a stage lists its opportunities alone.
pub(super) fn picture_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let funnel = &ctx.insights.pipeline.funnel;
    let columns = Columns::of(ctx, funnel, ui.available_width());
    let rates = stage_rates(ctx.account, ctx.rules);
    for (place, sum) in (0_u8..).zip(&funnel.stages) {
        row_ui(ctx, view, ui, (place, sum), (&columns, rates[usize::from(place)]));
    }
    ui.add_space(2.0);
    notes_ui(ctx, ui, funnel);
}

/// Where the parts of a row stand: name, count, funnel, numbers.
struct Columns {
    name: f32,
    numbers: f32,
    /// The largest weighted amount is as wide as its bar.
    whole: i64,
}

impl Columns {
    fn of(ctx: &ViewContext<'_>, funnel: &Funnel, width: f32) -> Self {
        let size = |text: &str| ctx.measure.width(text, TextSize::SECOND, Weight::Bold).ceil();
        let names = FunnelStage::ALL.iter().map(|stage| size(ctx.words.value(*stage)));
        let name = names.fold(0.0, f32::max) + 8.0;
        let numbers = funnel.stages.iter().map(|sum| size(&numbers(ctx, sum))).fold(0.0, f32::max) + 8.0;
        let numbers = if width - name - COUNT - numbers < LEAST { 0.0 } else { numbers };
        Self { name, numbers, whole: funnel.weighted.minor.max(1) }
    }
}

/// Amount and weighted amount of a stage; nothing where it holds none.
fn numbers(ctx: &ViewContext<'_>, sum: &StageSum) -> String {
    if sum.amount.minor == 0 {
        return String::new();
    }
    format!("{} → {}", money(ctx.words, sum.amount), money(ctx.words, sum.weighted))
}

fn row_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (place, sum): (u8, &StageSum),
    (columns, rate): (&Columns, u8),
) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, field_id("pipeline", "stage", sum.stage.code()), Sense::click());
    let is_chosen = view.pipeline.stage == Some(sum.stage);
    let stage = ctx.words.value(sum.stage).to_owned();
    let name = ctx.words.text(&Message::PipelineStage {
        stage: stage.clone(),
        count: sum.count.to_string(),
        amount: money(ctx.words, sum.amount),
        weighted: money(ctx.words, sum.weighted),
    });
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let painter = ui.painter();
    if is_chosen || response.hovered() {
        painter.rect_filled(rect, 3, ctx.palette.sunken());
    }
    if is_chosen || response.has_focus() {
        painter.rect_stroke(rect, 3, Stroke::new(1.0, ctx.palette.accent()), StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let ink = if sum.count == 0 { ctx.palette.ink_faint() } else { ctx.palette.ink() };
    let text = |at: egui::Pos2, anchor: Align2, text: String, font: egui::FontId| {
        painter.text(at, anchor, text, font, ink);
    };
    text(pos2(rect.left() + 4.0, middle), Align2::LEFT_CENTER, stage, regular(TextSize::SECOND));
    let count_at = pos2(rect.left() + columns.name + COUNT - 8.0, middle);
    text(count_at, Align2::RIGHT_CENTER, sum.count.to_string(), bold(TextSize::SECOND));
    let (left, right) = (rect.left() + columns.name + COUNT, rect.right() - columns.numbers - 4.0);
    let area = Rect::from_min_max(pos2(left, rect.top() + 1.5), pos2(right.max(left + 8.0), rect.bottom() - 1.5));
    bar(ctx, painter, area, (place, share(sum, columns.whole)));
    if columns.numbers > 0.0 {
        text(pos2(rect.right() - 4.0, middle), Align2::RIGHT_CENTER, numbers(ctx, sum), regular(TextSize::SECOND));
    }
    let marker = ctx.words.hint(sum.stage).to_owned();
    let hint = ctx.words.text(&Message::PipelineHint { rate: rate.to_string(), marker });
    if response.on_hover_text(format!("{name}\n{hint}")).clicked() {
        view.pipeline.stage = Some(sum.stage).filter(|_| !is_chosen);
    }
}

/// A stage's part of the weighted value, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "the width of a bar")]
fn share(sum: &StageSum, whole: i64) -> f32 {
    (sum.weighted.minor.max(0) as f32 / whole as f32).clamp(0.0, 1.0)
}

/// A slice of the funnel, and in its middle the part that the stage contributes.
fn bar(ctx: &ViewContext<'_>, painter: &egui::Painter, area: Rect, (place, share): (u8, f32)) {
    let width = |at: u8| area.width() * (1.0 - (1.0 - END) * f32::from(at) / 6.0);
    let (top, bottom) = (width(place), width(place + 1));
    let slice = |part: f32, fill: Color32, stroke: Stroke| {
        let (top, bottom, x) = (top * part / 2.0, bottom * part / 2.0, area.center().x);
        let points = vec![
            pos2(x - top, area.top()),
            pos2(x + top, area.top()),
            pos2(x + bottom, area.bottom()),
            pos2(x - bottom, area.bottom()),
        ];
        painter.add(Shape::convex_polygon(points, fill, stroke));
    };
    slice(1.0, ctx.palette.wash(), Stroke::new(1.0, ctx.palette.hairline()));
    if share > 0.0 {
        slice(share.max(0.02), ctx.palette.ramp(3), Stroke::NONE);
    }
}

/// The sums below the picture, and what stands outside of it.
fn notes_ui(ctx: &ViewContext<'_>, ui: &mut Ui, funnel: &Funnel) {
    let words = ctx.words;
    let in_funnel = funnel.open.saturating_sub(funnel.off_funnel);
    let total = words.text(&Message::PipelineTotal {
        count: in_funnel.to_string(),
        amount: money(words, funnel.amount),
        weighted: money(words, funnel.weighted),
    });
    let mut lines = vec![total];
    if funnel.stageless > 0 {
        lines.push(words.text(&Message::PipelineStageless { count: funnel.stageless.to_string() }));
    }
    if funnel.off_funnel > 0 {
        lines.push(words.text(&Message::PipelineOutside { count: funnel.off_funnel.to_string() }));
    }
    let foreign = funnel.currencies.iter().filter(|sum| sum.amount.currency != ctx.account.profile.currency);
    lines.extend(foreign.map(|sum| {
        let (amount, count) = (money(words, sum.amount), sum.count.to_string());
        words.text(&match sum.converted {
            Some(own) => Message::PipelineCurrency { amount, converted: money(words, own), count },
            None => Message::PipelineCurrencyUnknown { amount, count },
        })
    }));
    let mut nothing = Actions::new();
    let mut form = Form::new(ctx, ui, &mut nothing);
    for line in lines {
        form.label(line);
    }
}
