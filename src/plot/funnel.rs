//! The funnel: six bars that narrow, each filled by its share of the weighted value, and the sum below them.

use super::marks::times;
use super::{Field, Ink, Lettering, Mark, Plot, Shape, Target};
use crate::insight::{Funnel, StageSum};
use crate::words::{Message, Words, money};

/// Height of a stage, and of the sum below them all.
const ROW: f32 = 24.0;
const SUM: f32 = 20.0;
/// How narrow the funnel is at its end, of its width at the top.
const END: f32 = 0.34;
/// The least width of the plot.
const NARROWEST: f32 = 200.0;
/// Room for the stage, the count, the numbers.
const NAME: f32 = 64.0;
const COUNT: f32 = 30.0;
const NUMBERS: f32 = 164.0;
/// The least width of the bars; below it the numbers go, which the row still says.
const BARS: f32 = 72.0;
/// Between the edge of a row and what stands in it.
const PAD: f32 = 4.0;

/// The funnel at this width, with the win rates of its stages in percent. A stage leads to itself.
pub fn funnel_plot(words: &Words, funnel: &Funnel, rates: &[u8; 6], width: f32) -> Plot {
    let width = width.max(NARROWEST);
    let has_numbers = width - NAME - COUNT - NUMBERS >= BARS;
    let whole = funnel.weighted.minor.max(1);
    let mut marks = Vec::new();
    for ((place, sum), rate) in (0_u8..).zip(&funnel.stages).zip(rates) {
        let row = Field::new(0.0, f32::from(place) * ROW, width, ROW);
        let says = says(words, sum, *rate);
        marks.push(Mark::unseen(row).saying(says).leading_to(Target::value(sum.stage)));
        marks.extend(names(words, sum, row));
        let left = NAME + COUNT;
        let right = width - PAD - if has_numbers { NUMBERS } else { 0.0 };
        let area = Field::new(left, row.y + 1.5, right - left, ROW - 3.0);
        marks.extend(bars(area, (place, share(sum, whole))));
        if has_numbers && sum.amount.minor != 0 {
            let numbers = format!("{} → {}", money(words, sum.amount), money(words, sum.weighted));
            marks.push(Mark::text((width - PAD, row.middle().1), numbers, Lettering::second(NUMBERS - 8.0).end()));
        }
    }
    let total = total(words, funnel);
    let below = times(funnel.stages.len()) * ROW + 2.0;
    let how = Lettering::second(width - 2.0 * PAD).ink(Ink::of("ink_soft"));
    marks.push(Mark::text((PAD, below + SUM / 2.0), total.clone(), how).saying(total.clone()));
    Plot { width, height: below + SUM, title: words.text(&Message::PlotFunnel), said: total, marks }
}

/// What stands in a stage, and what its end looks like.
fn says(words: &Words, sum: &StageSum, rate: u8) -> String {
    let name = words.text(&Message::PipelineStage {
        stage: words.value(sum.stage).to_owned(),
        count: sum.count.to_string(),
        amount: money(words, sum.amount),
        weighted: money(words, sum.weighted),
    });
    let marker = words.hint(sum.stage).to_owned();
    format!("{name}\n{}", words.text(&Message::PipelineHint { rate: rate.to_string(), marker }))
}

/// The sum of what stands in the funnel.
fn total(words: &Words, funnel: &Funnel) -> String {
    words.text(&Message::PipelineTotal {
        count: funnel.open.saturating_sub(funnel.off_funnel).to_string(),
        amount: money(words, funnel.amount),
        weighted: money(words, funnel.weighted),
    })
}

/// A stage's name and count.
fn names(words: &Words, sum: &StageSum, row: Field) -> [Mark; 2] {
    let ink = Ink::of(if sum.count == 0 { "ink_faint" } else { "ink" });
    let y = row.middle().1;
    let name = Mark::text((PAD, y), words.value(sum.stage), Lettering::second(NAME - PAD).ink(ink));
    let count = Lettering::second(COUNT - 10.0).bold().end().ink(ink);
    [name, Mark::text((NAME + COUNT - 8.0, y), sum.count.to_string(), count)]
}

/// A stage's part of the weighted value, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "the width of a bar")]
fn share(sum: &StageSum, whole: i64) -> f32 {
    (sum.weighted.minor.max(0) as f32 / whole as f32).clamp(0.0, 1.0)
}

/// A slice of the funnel, and in its middle the part that the stage contributes.
fn bars(area: Field, (place, share): (u8, f32)) -> Vec<Mark> {
    let width = |at: u8| area.width * (1.0 - (1.0 - END) * f32::from(at) / 6.0);
    let slice = |part: f32| {
        let (top, bottom, x) = (width(place) * part / 2.0, width(place + 1) * part / 2.0, area.middle().0);
        vec![(x - top, area.y), (x + top, area.y), (x + bottom, area.bottom()), (x - bottom, area.bottom())]
    };
    let (whole, mut edge) = (slice(1.0), slice(1.0));
    edge.push(whole[0]);
    let mut marks = vec![Mark::new(Shape::Area { points: whole }, Ink::of("wash"))];
    marks.push(Mark::line(edge, Ink::of("hairline")));
    if share > 0.0 {
        marks.push(Mark::new(Shape::Area { points: slice(share.max(0.02)) }, Ink::of("ramp_4")));
    }
    marks
}
