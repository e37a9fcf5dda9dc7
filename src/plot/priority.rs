//! Priorities: size of the result upward, probability of success to the right, four fields. Source: methods A13.

use super::waterfall::length;
use super::{Axis, Field, Ink, Lettering, Mark, Plot, Shape, Target};
use crate::insight::{Placed, Priority, PriorityField, PriorityItem};
use crate::model::Account;
use crate::theme::TextSize;
use crate::words::{Message, Words, money};

/// The least width of the plot.
const NARROWEST: f32 = 320.0;
/// Room above for what the axis says, for the fields, and below them.
const ABOVE: f32 = 18.0;
const FIELDS: f32 = 280.0;
const BELOW: f32 = 18.0;
/// Between the edge of the fields and the middle of a bubble.
const PAD: f32 = 20.0;
/// The least and the largest radius of a bubble.
const SMALL: f32 = 5.0;
const LARGE: f32 = 13.0;
/// The widest label, and the one tried where that finds no place.
const WIDE: f32 = 150.0;
const NARROW: f32 = 72.0;
/// The height of a label.
const LINE: f32 = 14.0;

/// The fields at this width. A bubble leads to its lever or opportunity; the larger it is, the more is to be expected
/// of it.
pub fn priority_plot(words: &Words, account: &Account, priority: &Priority, width: f32) -> Plot {
    let width = width.max(NARROWEST);
    let area = Field::new(0.0, ABOVE, width, FIELDS);
    let mut marks = grounds(words, priority, area);
    let bubbles = bubbles(words, account, priority, area);
    let mut taken: Vec<Field> = bubbles.iter().map(|bubble| bubble.shape.bounds()).collect();
    taken.extend(titles(area));
    let names = priority.placed.iter().map(|placed| words.chance_name(account, placed.item));
    let labels: Vec<Mark> =
        bubbles.iter().zip(names).filter_map(|(bubble, name)| label(&name, bubble, area, &mut taken)).collect();
    marks.extend(bubbles);
    marks.extend(labels);
    if let Some(limit) = priority.large_from {
        let text = words.text(&Message::GrowthLargeFrom { amount: money(words, limit) });
        marks.push(Mark::text((0.0, ABOVE / 2.0), text, Lettering::caption(width / 2.0)));
    }
    let text = words.text(&Message::GrowthLikelyFrom { percent: priority.likely_from.to_string() });
    marks.push(Mark::text((width, ABOVE + FIELDS + BELOW / 2.0), text, Lettering::caption(width / 2.0).end()));
    let (placed, count) = (priority.placed.len(), priority.placed.len() + priority.unplaced.len());
    let said = words.text(&Message::GrowthPlacedCount { placed: placed.to_string(), count: count.to_string() });
    let title = words.text(&Message::GrowthPriorities);
    Plot { width, height: ABOVE + FIELDS + BELOW, title, said, marks }
}

/// The four fields with their names in the outer corners.
fn grounds(words: &Words, priority: &Priority, area: Field) -> Vec<Mark> {
    let mut marks = Vec::new();
    let places = [(true, true), (true, false), (false, true), (false, false)];
    for ((is_large, is_likely), title) in places.into_iter().zip(titles(area)) {
        let (half, height) = (area.width / 2.0, area.height / 2.0);
        let x = if is_likely { area.x + half + 1.0 } else { area.x };
        let y = if is_large { area.y } else { area.y + height + 1.0 };
        let field = PriorityField::of(is_large, is_likely, priority.is_swapped);
        let count = priority.placed.iter().filter(|placed| placed.field == field).count();
        let ground = Field::new(x, y, half - 1.0, height - 1.0);
        let strength = if field == PriorityField::ActNow { 0.14 } else { 0.06 };
        let says = words.text(&Message::GrowthStep { name: words.value(field).to_owned(), amount: count.to_string() });
        marks.push(Mark::filled(ground, Ink::at("accent", strength)).saying(says));
        let how = Lettering::caption(title.width).bold();
        let (how, at) = if is_likely { (how.end(), title.right()) } else { (how, title.x) };
        marks.push(Mark::text((at, title.middle().1), words.value(field).to_owned(), how));
    }
    marks
}

/// Where the names of the fields stand, in the order of [`grounds`]: no label may cover them.
fn titles(area: Field) -> [Field; 4] {
    let (wide, high) = (area.width / 2.0 - 16.0, 16.0);
    let (right, below) = (area.right() - 8.0 - wide.min(WIDE), area.bottom() - high - 4.0);
    let (left, above) = (area.x + 8.0, area.y + 4.0);
    [(right, above), (left, above), (right, below), (left, below)].map(|(x, y)| Field::new(x, y, wide.min(WIDE), high))
}

/// Both limits run through the middle: below a limit the scale goes up to it, above it to the largest there is.
fn bubbles(words: &Words, account: &Account, priority: &Priority, area: Field) -> Vec<Mark> {
    let limit = priority.large_from.map_or(1.0, length);
    let amounts = || priority.placed.iter().map(|placed| length(placed.amount));
    let (least, most) = (amounts().fold(0.0, f32::min), amounts().fold(limit * 2.0, f32::max));
    let (middle_x, middle_y) = area.middle();
    let likely = f32::from(priority.likely_from);
    let split = |value: f32, limit: f32, below: Axis, above: Axis| {
        if value < limit { below.at(value) } else { above.at(value) }
    };
    let x_of = |placed: &Placed| {
        let below = Axis { from: area.x + PAD, to: middle_x - PAD, least: 0.0, most: likely };
        let above = Axis { from: middle_x + PAD, to: area.right() - PAD, least: likely, most: 100.0 };
        split(f32::from(placed.probability), likely, below, above)
    };
    let y_of = |placed: &Placed| {
        let below = Axis { from: area.bottom() - PAD, to: middle_y + PAD, least, most: limit };
        let above = Axis { from: middle_y - PAD, to: area.y + PAD, least: limit, most };
        split(length(placed.amount), limit, below, above)
    };
    let weight = |placed: &Placed| (length(placed.amount) * f32::from(placed.probability) / 100.0).max(0.0);
    let heaviest = priority.placed.iter().map(weight).fold(0.0, f32::max);
    let bubble = |placed: &Placed| {
        let share = if heaviest > 0.0 { (weight(placed) / heaviest).sqrt() } else { 0.0 };
        let (x, y) = (x_of(placed), y_of(placed));
        let shape = Shape::Disc { x, y, radius: SMALL + (LARGE - SMALL) * share };
        let says = words.text(&Message::GrowthPlaced {
            name: words.chance_name(account, placed.item),
            amount: money(words, placed.amount),
            probability: placed.probability.to_string(),
            field: words.value(placed.field).to_owned(),
        });
        let (token, target) = match placed.item {
            PriorityItem::Lever(id) => ("ramp_4", Target::Lever(id)),
            PriorityItem::Opportunity(id) => ("accent", Target::Opportunity(id)),
        };
        Mark::new(shape, Ink::at(token, 0.85)).saying(says).leading_to(target)
    };
    priority.placed.iter().map(bubble).collect()
}

/// The name beside its bubble, where nothing else stands: right, left, above or below, cut short if need be. Without
/// such a place there is none, and the bubble says its name under the pointer.
fn label(name: &str, bubble: &Mark, area: Field, taken: &mut Vec<Field>) -> Option<Mark> {
    let round = bubble.shape.bounds();
    let (x, y) = round.middle();
    let full = estimated(name).min(WIDE);
    for wide in [full, full.min(NARROW)] {
        let places = [
            (round.right() + 3.0, y - LINE / 2.0),
            (round.x - 3.0 - wide, y - LINE / 2.0),
            (x - wide / 2.0, round.y - LINE - 1.0),
            (x - wide / 2.0, round.bottom() + 1.0),
        ];
        for (left, top) in places {
            let room = Field::new(left, top, wide, LINE);
            if is_within(room, area) && !taken.iter().any(|other| overlap(room, *other)) {
                taken.push(room);
                let how = Lettering::caption(wide).ink(Ink::of("ink"));
                return Some(Mark::text((left, top + LINE / 2.0), name, how));
            }
        }
    }
    None
}

/// A little more than a text is wide in any font in use: the room measures none.
fn estimated(text: &str) -> f32 {
    let wide = |letter: char| if letter.is_ascii() { 0.6 } else { 1.05 };
    text.chars().map(wide).sum::<f32>() * TextSize::CAPTION + 4.0
}

fn is_within(room: Field, area: Field) -> bool {
    room.x >= area.x && room.right() <= area.right() && room.y >= area.y && room.bottom() <= area.bottom()
}

fn overlap(one: Field, other: Field) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}
