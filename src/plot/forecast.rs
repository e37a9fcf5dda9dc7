//! The five years as bars, stacked by platform, with their totals. Source: methods L1, section 7.

use super::marks::times;
use super::waterfall::length;
use super::{Axis, Field, Ink, Lettering, Mark, Plot, legend};
use crate::insight::{ForecastTable, YEARS, YearSums};
use crate::model::Money;
use crate::words::{Message, Words, money};

/// The least width of the plot.
const NARROWEST: f32 = 320.0;
/// Room for the numbers of the axis, above the bars, for the bars, for the years, for a row of the legend.
const SIDE: f32 = 64.0;
const ABOVE: f32 = 20.0;
const BARS: f32 = 160.0;
const YEAR: f32 = 22.0;
const LEGEND: f32 = 16.0;
/// Entries in a row of the legend.
const COLUMNS: usize = 4;
/// How much of its column a bar takes.
const PART: f32 = 0.56;
/// Numbers on the axis at most.
const STEPS: u8 = 4;
/// The colours of the platforms; those beyond share one grey.
const TOKENS: [&str; 7] =
    ["category_1", "category_2", "category_3", "category_4", "category_5", "category_6", "category_7"];
const OTHERS: &str = "ink_faint";

/// The bars at this width; `None` where no amount is known.
pub fn forecast_plot(words: &Words, table: &ForecastTable, width: f32) -> Option<Plot> {
    let all = table.total.all?;
    let width = width.max(NARROWEST);
    let layers = layers(words, table);
    let height = |place: usize| layers.iter().map(|(_, layer)| part(layer, place)).sum::<f32>();
    let most = (0..YEARS).map(height).fold(0.0, f32::max);
    let axis = Axis { from: ABOVE + BARS, to: ABOVE, least: 0.0, most };
    #[expect(clippy::cast_possible_truncation, reason = "a round number on an axis")]
    let label = |number: f32| money(words, Money::of_units(number as i64, all.currency));
    let mut marks = axis.rules((SIDE, width), STEPS, label);
    let pitch = (width - SIDE) / times(YEARS);
    for (place, year) in table.years.iter().enumerate() {
        let left = SIDE + times(place) * pitch;
        marks.extend(year_marks(words, table, &layers, (place, *year), (&axis, left, pitch)));
    }
    let mut y = ABOVE + BARS + YEAR + LEGEND / 2.0;
    let entries: Vec<(Ink, String)> =
        layers.iter().map(|(token, layer)| (Ink::of(token), layer.name.clone())).collect();
    for row in entries.chunks(COLUMNS) {
        let wide = (width - SIDE) * times(row.len()) / times(COLUMNS);
        marks.extend(legend((SIDE, y), wide, row));
        y += LEGEND;
    }
    let title = words.text(&Message::ForecastByPlatform);
    Some(Plot { width, height: y - LEGEND / 2.0, title, said: said(words, table), marks })
}

/// The platforms with their colours and names; those beyond the colours as one.
fn layers(words: &Words, table: &ForecastTable) -> Vec<(&'static str, YearSums)> {
    let none = || words.text(&Message::ForecastNoPlatform);
    let known = table.platforms.iter().filter(|platform| platform.all.is_some());
    let mut named: Vec<YearSums> = known
        .map(|platform| match platform.name.is_empty() {
            true => YearSums { name: none(), ..platform.clone() },
            false => platform.clone(),
        })
        .collect();
    let rest = named.split_off(named.len().min(TOKENS.len()));
    let mut layers: Vec<(&'static str, YearSums)> = TOKENS.into_iter().zip(named).collect();
    let merged = rest.into_iter().reduce(|all, next| YearSums {
        years: std::array::from_fn(|place| together(all.years[place], next.years[place])),
        all: together(all.all, next.all),
        name: all.name,
    });
    layers.extend(merged.map(|others| (OTHERS, YearSums { name: words.text(&Message::ForecastOthers), ..others })));
    layers
}

/// Two sums in one currency.
fn together(one: Option<Money>, other: Option<Money>) -> Option<Money> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Money { minor: one.minor.saturating_add(other.minor), ..one }),
        (one, other) => one.or(other),
    }
}

/// What a layer adds to the bar of a year; less than nothing cannot be stacked.
fn part(layer: &YearSums, place: usize) -> f32 {
    layer.years[place].map_or(0.0, length).max(0.0)
}

fn year_marks(
    words: &Words,
    table: &ForecastTable,
    layers: &[(&'static str, YearSums)],
    (place, year): (usize, u16),
    (axis, left, pitch): (&Axis, f32, f32),
) -> Vec<Mark> {
    let (bar, middle) = (pitch * PART, left + pitch / 2.0);
    let mut marks = Vec::new();
    let mut level = 0.0;
    for (token, layer) in layers {
        let Some(amount) = layer.years[place].filter(|amount| amount.minor > 0) else { continue };
        let next = level + length(amount);
        let (bottom, top) = (axis.at(level), axis.at(next));
        let field = Field::new(middle - bar / 2.0, top, bar, (bottom - top).max(0.5));
        let (name, amount) = (layer.name.clone(), money(words, amount));
        let says = words.text(&Message::ForecastBar { year: year.to_string(), name, amount });
        marks.push(Mark::filled(field, Ink::of(token)).saying(says));
        level = next;
    }
    let wide = Lettering::caption(pitch - 4.0).middle();
    if let Some(total) = table.total.years[place] {
        let amount = money(words, total);
        let says = words.text(&Message::ForecastYear { year: year.to_string(), amount: amount.clone() });
        let how = wide.bold().ink(Ink::of("ink"));
        marks.push(Mark::text((middle, axis.at(level) - 8.0), amount, how).saying(says));
    }
    marks.push(Mark::text((middle, axis.from + 12.0), year.to_string(), wide));
    marks
}

/// From the first year that is known to the last.
fn said(words: &Words, table: &ForecastTable) -> String {
    let known = table.years.iter().zip(&table.total.years).filter_map(|(year, sum)| Some((year, (*sum)?)));
    let known: Vec<_> = known.collect();
    match (known.first(), known.last()) {
        (Some((from, first)), Some((until, last))) => words.text(&Message::ForecastSaid {
            from: from.to_string(),
            first: money(words, *first),
            until: until.to_string(),
            last: money(words, *last),
        }),
        (None, _) | (_, None) => String::new(),
    }
}
