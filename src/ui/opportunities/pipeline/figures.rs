//! What follows from the funnel: weighted amount, sales, forecast, progress.

use egui::{RichText, Ui};

use super::percent;
use crate::insight::{Pipeline, Quota};
use crate::model::Money;
use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::ui::style::bold_text;
use crate::words::{Message, date, money};

/// Draws the figures, each with what it is made of.
pub(super) fn figures_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let pipeline = &ctx.insights.pipeline;
    let say = |message: Message| ctx.words.text(&message);
    let open = say(Message::FigureOpen { count: pipeline.funnel.open.to_string() });
    row_ui(ctx, ui, Message::FigureWeighted, (money(ctx.words, pipeline.funnel.weighted), open));
    let note = say(Message::PipelineSoldNote);
    row_ui(ctx, ui, Message::PipelineSold, (money(ctx.words, pipeline.sold), note));
    row_ui(ctx, ui, Message::PipelineForecast, forecast(ctx, pipeline));
    parts_ui(ctx, ui, pipeline);
    row_ui(ctx, ui, Message::PipelineProgress, progress(ctx, pipeline));
}

/// What the forecast is made of.
fn parts_ui(ctx: &ViewContext<'_>, ui: &mut Ui, pipeline: &Pipeline) {
    let (sold, weighted) = (pipeline.sold, pipeline.funnel.weighted);
    let expected = Money { minor: pipeline.forecast.minor - sold.minor - weighted.minor, ..pipeline.forecast };
    let is_all = expected.minor == 0;
    let parts = [sold, weighted, expected].map(|part| money(ctx.words, part));
    let [sold, weighted, expected] = parts;
    let text = match is_all {
        true => Message::PipelineForecastParts { sold, weighted },
        false => Message::PipelineForecastPartsMore { sold, weighted, expected },
    };
    let text = RichText::new(ctx.words.text(&text)).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    ui.label(text);
}

fn row_ui(ctx: &ViewContext<'_>, ui: &mut Ui, label: Message, (value, note): (String, String)) {
    ui.horizontal_wrapped(|ui| {
        let soft = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.label(soft(ctx.words.say(label).into_owned()));
        ui.label(bold_text(value, TextSize::BODY, ctx));
        ui.label(soft(note));
    });
}

/// The forecast as a share of the target, and of what it is one; without a target never a ratio.
fn forecast(ctx: &ViewContext<'_>, pipeline: &Pipeline) -> (String, String) {
    let amount = money(ctx.words, pipeline.forecast);
    let none = || ctx.words.text(&Message::PipelineNoTarget);
    match pipeline.against {
        Quota::Of(share) => {
            let target = money(ctx.words, share.whole);
            (format!("{} %", percent(share)), ctx.words.text(&Message::PipelineForecastNote { amount, target }))
        }
        Quota::Unset => (none(), ctx.words.text(&Message::PipelineNoTargetNote { amount })),
        Quota::NotPositive => (none(), ctx.words.text(&Message::PipelineTargetWrong { amount })),
        Quota::NoRate(currency) => {
            let currency = currency.code().to_owned();
            (none(), ctx.words.text(&Message::PipelineTargetNoRate { amount, currency }))
        }
    }
}

/// How the funnel has moved since the last record; in the first week, from when on that can be said.
fn progress(ctx: &ViewContext<'_>, pipeline: &Pipeline) -> (String, String) {
    let Some(progress) = pipeline.progress else {
        let note = match pipeline.progress_from {
            Some(day) => Message::PipelineFirstWeek { date: date(day) },
            None => Message::PipelineNoRecord,
        };
        return (ctx.words.text(&Message::UnknownValue), ctx.words.text(&note));
    };
    let moved = money(ctx.words, progress.moved);
    let value = match progress.against {
        Quota::Of(share) => ctx.words.text(&Message::PipelineProgressOf { percent: percent(share), moved }),
        Quota::Unset | Quota::NotPositive | Quota::NoRate(_) => moved,
    };
    let note = ctx.words.text(&Message::PipelineProgressNote {
        weighted: money(ctx.words, progress.weighted),
        sold: money(ctx.words, progress.sold),
        since: date(progress.since),
    });
    (value, note)
}
