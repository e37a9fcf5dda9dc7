//! The planning cycle as bars over its weeks, with the phases around it.

use chrono::NaiveDate;

use super::{Anchor, Ink, Mark, Plot, Shape, Target};
use crate::insight::{CycleSpan, StepSpan};
use crate::method::PlanningGuide;
use crate::theme::TextSize;
use crate::words::{Message, Words, date};

/// The width of the whole, in points.
const WIDTH: f32 = 720.0;
/// Where the weeks begin; the names of the steps stand before.
const LEFT: f32 = 196.0;
/// Where the rows begin; phases and weeks stand above.
const TOP: f32 = 40.0;
/// The height of a row, and of the bar in it.
const ROW: f32 = 20.0;
const BAR: f32 = 12.0;
/// The room below the rows for the phases that follow.
const FOOT: f32 = 28.0;

/// Draws the eight steps from left to right. A click on a bar gives the step as a [`Target::value`].
pub fn cycle_plot(span: &CycleSpan, guide: &PlanningGuide, words: &Words, today: NaiveDate) -> Plot {
    let Some((first, last)) = span.days() else { return Plot::default() };
    let rows = f32::from(u16::try_from(span.steps.len()).unwrap_or(0));
    let bottom = TOP + rows * ROW;
    let day_width = (WIDTH - LEFT) / (7.0 * f32::from(span.weeks.max(1)));
    let x = |day: NaiveDate| LEFT + day_width * days_between(first, day);
    let mut marks = Vec::new();
    phases(&mut marks, guide, words, bottom);
    for week in 0..span.weeks {
        let left = LEFT + 7.0 * day_width * f32::from(week);
        let text = (week + 1).to_string();
        marks.push(line((left, TOP - 6.0), (left, bottom), "hairline"));
        marks.push(label((left + 3.5 * day_width, TOP - 10.0), Anchor::Middle, 7.0 * day_width, text, "ink_faint"));
    }
    for (row, step) in (0_u8..).zip(&span.steps) {
        let middle = TOP + ROW * (f32::from(row) + 0.5);
        let end = x(step.last) + day_width;
        bar(&mut marks, words, step, (x(step.first), end, middle));
    }
    if (first..=last).contains(&today) {
        let at = x(today) + 0.5 * day_width;
        let mut now = line((at, TOP - 4.0), (at, bottom + 4.0), "accent");
        now.says = format!("{} {}", words.say(Message::PlanningToday), date(today));
        marks.push(now);
    }
    let done = span.steps.iter().filter(|step| step.is_done).count().to_string();
    let said =
        Message::PlanningCycleSaid { first: date(first), last: date(last), done, all: span.steps.len().to_string() };
    Plot {
        width: WIDTH,
        height: bottom + FOOT,
        title: words.text(&Message::PlanningCycle),
        said: words.text(&said),
        marks,
    }
}

/// The phase before, the one that the bars are, and the two that follow.
fn phases(marks: &mut Vec<Mark>, guide: &PlanningGuide, words: &Words, bottom: f32) {
    let middle = LEFT + (WIDTH - LEFT) / 2.0;
    let below = bottom + FOOT / 2.0;
    let places = [
        ((0.0, 10.0), Anchor::Start, LEFT - 8.0),
        ((middle, 10.0), Anchor::Middle, WIDTH - LEFT),
        ((LEFT, below), Anchor::Start, middle - LEFT),
        ((WIDTH, below), Anchor::End, WIDTH - middle),
    ];
    for (number, (phase, (at, anchor, wide))) in (1..).zip(guide.phases.iter().zip(places)) {
        let text = format!("{number} {}", phase.name.text(words.language()));
        marks.push(label(at, anchor, wide, text, "ink_soft"));
    }
}

/// The name of a step and its bar from `left` to `right`; one that is done is filled and ticked.
fn bar(marks: &mut Vec<Mark>, words: &Words, step: &StepSpan, (left, right, middle): (f32, f32, f32)) {
    let name = words.value(step.step).to_owned();
    let (first, last) = (date(step.first), date(step.last));
    let says = words.text(&if step.is_done {
        Message::PlanningStepDone { step: name.clone(), first, last }
    } else {
        Message::PlanningStepSaid { step: name.clone(), first, last }
    });
    marks.push(label((0.0, middle), Anchor::Start, LEFT - 8.0, name, "ink"));
    let (token, strength) = if step.is_done { ("success", 1.0) } else { ("accent", 0.4) };
    let (y, width) = (middle - BAR / 2.0, right - left);
    marks.push(Mark {
        shape: Shape::Box { x: left, y, width, height: BAR, round: 2.0, is_filled: true },
        ink: Ink { token, strength },
        says,
        target: Some(Target::value(step.step)),
    });
    if step.is_done {
        marks.push(label(((left + right) / 2.0, middle), Anchor::Middle, width, "✓".to_owned(), "surface"));
    }
}

fn days_between(first: NaiveDate, day: NaiveDate) -> f32 {
    u16::try_from((day - first).num_days()).map_or(0.0, f32::from)
}

fn line(from: (f32, f32), to: (f32, f32), token: &'static str) -> Mark {
    Mark {
        shape: Shape::Line { points: vec![from, to], width: 1.0, is_dashed: false },
        ink: Ink { token, strength: 1.0 },
        says: String::new(),
        target: None,
    }
}

fn label((x, y): (f32, f32), anchor: Anchor, wide: f32, text: String, token: &'static str) -> Mark {
    let size = if token == "ink_faint" { TextSize::CAPTION } else { TextSize::SECOND };
    Mark {
        shape: Shape::Text { x, y, text, size, is_bold: false, anchor, wide, lines: 1 },
        ink: Ink { token, strength: 1.0 },
        says: String::new(),
        target: None,
    }
}
