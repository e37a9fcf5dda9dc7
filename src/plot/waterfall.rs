//! The gap: today's revenue, what each kind of lever adds or takes, what stays open, the target. Source: methods A12.

use super::marks::times;
use super::{Axis, Field, Ink, Lettering, Mark, Plot, Shape, Target};
use crate::insight::{Gap, LeverBar};
use crate::model::{Account, Money};
use crate::words::{Message, Words, money, signed_money};

/// The least width of the plot.
const NARROWEST: f32 = 320.0;
/// Room for the numbers of the axis, above the bars, for the bars, for what stands below them.
const SIDE: f32 = 64.0;
const ABOVE: f32 = 20.0;
const BARS: f32 = 160.0;
const BELOW: f32 = 36.0;
/// How much of its column a bar takes.
const PART: f32 = 0.62;
/// Numbers on the axis at most.
const STEPS: u8 = 4;

/// A column of the waterfall: between two levels.
struct Column {
    name: String,
    says: String,
    shown: String,
    from: f32,
    to: f32,
    token: &'static str,
    /// What is missing, or too much: framed by dashes.
    is_open: bool,
    target: Option<Target>,
}

/// The waterfall at this width; `None` where there is no gap to be drawn. A bar leads to the first of its levers.
pub fn waterfall_plot(words: &Words, account: &Account, gap: &Gap, width: f32) -> Option<Plot> {
    let (current, target, residual) = (gap.current.amount()?, gap.target.amount()?, gap.residual?);
    let width = width.max(NARROWEST);
    let columns = columns(words, account, gap, (current, target, residual));
    let ends = || columns.iter().flat_map(|column| [column.from, column.to]);
    let (least, most) = (ends().fold(0.0, f32::min), ends().fold(0.0, f32::max));
    let axis = Axis { from: ABOVE + BARS, to: ABOVE, least, most };
    let currency = current.currency;
    #[expect(clippy::cast_possible_truncation, reason = "a round number on an axis")]
    let label = |number: f32| money(words, Money::of_units(number as i64, currency));
    let mut marks = axis.rules((SIDE, width), STEPS, label);
    let pitch = (width - SIDE) / times(columns.len());
    for (place, column) in columns.iter().enumerate() {
        let left = SIDE + times(place) * pitch;
        marks.extend(column_marks(column, &axis, (left, pitch)));
        let is_last = place + 1 == columns.len();
        if !is_last {
            let (y, bar) = (axis.at(column.to), pitch * PART);
            let start = left + (pitch + bar) / 2.0;
            marks.push(Mark::line(vec![(start, y), (start + pitch - bar, y)], Ink::of("ink_faint")));
        }
    }
    let title = words.text(&Message::GrowthWaterfall);
    Some(Plot { width, height: ABOVE + BARS + BELOW, title, said: words.gap_said(gap), marks })
}

fn columns(
    words: &Words,
    account: &Account,
    gap: &Gap,
    (current, target, residual): (Money, Money, Money),
) -> Vec<Column> {
    let whole = |name: String, amount: Money| {
        let shown = money(words, amount);
        let says = words.text(&Message::GrowthStep { name: name.clone(), amount: shown.clone() });
        let (token, is_open) = ("ramp_4", false);
        Column { name, says, shown, from: 0.0, to: length(amount), token, is_open, target: None }
    };
    let mut columns = vec![whole(words.text(&Message::GrowthToday), current)];
    let mut level = current.minor;
    for bar in &gap.levers.bars {
        let next = level.saturating_add(bar.amount.minor);
        columns.push(lever_column(words, account, bar, (level, next)));
        level = next;
    }
    if residual.minor != 0 {
        let is_short = residual.minor > 0;
        let message = if is_short { Message::GrowthOpen } else { Message::GrowthOver };
        let (name, shown) = (words.text(&message), signed_money(words, residual));
        let says = words.text(&Message::GrowthStep { name: name.clone(), amount: shown.clone() });
        let token = if is_short { "warning" } else { "success" };
        let (from, to) = (length(Money { minor: level, ..current }), length(target));
        columns.push(Column { name, says, shown, from, to, token, is_open: true, target: None });
    }
    let name = words.label("field", "target");
    columns.push(whole(capital(name), target));
    columns
}

fn lever_column(words: &Words, account: &Account, bar: &LeverBar, (from, to): (i64, i64)) -> Column {
    let (name, shown) = (words.lever_kind(bar.kind), signed_money(words, bar.amount));
    let mut says = words.text(&Message::GrowthStep { name: name.clone(), amount: shown.clone() });
    for lever in &bar.levers {
        says.push('\n');
        says.push_str(&words.lever_name(account, *lever));
    }
    let at = |minor: i64| length(Money { minor, ..bar.amount });
    let token = if bar.amount.minor < 0 { "danger" } else { "success" };
    let target = bar.levers.first().copied().map(Target::Lever);
    Column { name, says, shown, from: at(from), to: at(to), token, is_open: false, target }
}

fn column_marks(column: &Column, axis: &Axis, (left, pitch): (f32, f32)) -> Vec<Mark> {
    let (from, to) = (axis.at(column.from), axis.at(column.to));
    let (top, bottom) = (from.min(to), from.max(to));
    let bar = pitch * PART;
    let x = left + (pitch - bar) / 2.0;
    let field = Field::new(x, top, bar, (bottom - top).max(1.0));
    let strength = if column.is_open { 0.12 } else { 1.0 };
    let ground = Mark::filled(field, Ink::at(column.token, strength)).saying(column.says.clone());
    let mut marks = vec![match column.target {
        Some(target) => ground.leading_to(target),
        None => ground,
    }];
    if column.is_open {
        let (right, end) = (field.right(), field.bottom());
        let points = vec![(x, top), (right, top), (right, end), (x, end), (x, top)];
        let edge = Shape::Line { points, width: 1.0, is_dashed: true };
        marks.push(Mark::new(edge, Ink::of(column.token)));
    }
    // What falls has its number below, where no other bar begins.
    let is_down = column.to < column.from;
    let y = if is_down { bottom + 8.0 } else { top - 8.0 };
    let middle = left + pitch / 2.0;
    let number = Lettering::caption(pitch - 4.0).bold().middle().ink(Ink::of("ink"));
    marks.push(Mark::text((middle, y), column.shown.clone(), number));
    let below = axis.from + 14.0;
    marks.push(Mark::text((middle, below), column.name.clone(), Lettering::caption(pitch - 4.0).middle().lines(2)));
    marks
}

/// An amount as a length before it is scaled: its units.
#[expect(clippy::cast_precision_loss, reason = "the height of a bar")]
pub(super) fn length(amount: Money) -> f32 {
    amount.minor as f32 / amount.currency.minor_units() as f32
}

/// A label with its first letter large.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    first + letters.as_str()
}
