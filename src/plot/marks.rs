//! The small parts of every plot: texts, boxes, cells of a grid, axes, the row that explains colours.

use super::{Anchor, Ink, Mark, Shape, Target};
use crate::theme::TextSize;

/// From the middle of one line of a text to the middle of the next, as a share of its size: no font in use needs more.
const LINE: f32 = 1.45;

/// A rectangle of a plot, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Field {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

impl Field {
    /// A rectangle by its upper left corner and its size.
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The point in its middle.
    pub fn middle(self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Its right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The least rectangle that holds these points; an empty one at the corner where there are none.
    pub fn around(points: &[(f32, f32)]) -> Self {
        let Some(&(x, y)) = points.first() else { return Self::default() };
        let (mut least, mut most) = ((x, y), (x, y));
        for (x, y) in points {
            least = (least.0.min(*x), least.1.min(*y));
            most = (most.0.max(*x), most.1.max(*y));
        }
        Self::new(least.0, least.1, most.0 - least.0, most.1 - least.1)
    }
}

impl Shape {
    /// The room it takes at most; of a text the room that it may take.
    pub fn bounds(&self) -> Field {
        match self {
            Self::Box { x, y, width, height, .. } => Field::new(*x, *y, *width, *height),
            Self::Line { points, .. } | Self::Area { points } => Field::around(points),
            Self::Disc { x, y, radius } => Field::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius),
            Self::Text { x, y, size, anchor, wide, lines, .. } => {
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - wide / 2.0,
                    Anchor::End => x - wide,
                };
                Field::new(left, y - LINE * size / 2.0, *wide, LINE * size * f32::from((*lines).max(1)))
            }
        }
    }
}

impl Ink {
    /// A token's whole colour.
    pub const fn of(token: &'static str) -> Self {
        Self { token, strength: 1.0 }
    }

    /// A token's colour at a share of its strength, 0 to 1.
    pub const fn at(token: &'static str, strength: f32) -> Self {
        Self { token, strength }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    size: f32,
    is_bold: bool,
    anchor: Anchor,
    wide: f32,
    lines: u8,
    ink: Ink,
}

impl Lettering {
    /// Text of tables and second lines, from its place on, one line of at most this width.
    pub const fn second(wide: f32) -> Self {
        let ink = Ink::of("ink");
        Self { size: TextSize::SECOND, is_bold: false, anchor: Anchor::Start, wide, lines: 1, ink }
    }

    /// The same as a caption: smaller and softer.
    pub const fn caption(wide: f32) -> Self {
        Self { size: TextSize::CAPTION, ink: Ink::of("ink_soft"), ..Self::second(wide) }
    }

    /// In the bold face.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    /// With its middle at its place.
    #[must_use]
    pub const fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }

    /// With its end at its place.
    #[must_use]
    pub const fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    /// On so many lines at most.
    #[must_use]
    pub const fn lines(self, lines: u8) -> Self {
        Self { lines, ..self }
    }

    /// In another colour.
    #[must_use]
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

impl Mark {
    /// A shape in a colour, that says nothing and leads nowhere.
    pub const fn new(shape: Shape, ink: Ink) -> Self {
        Self { shape, ink, says: String::new(), target: None }
    }

    /// A filled box, its corners a little rounded.
    pub const fn filled(field: Field, ink: Ink) -> Self {
        let Field { x, y, width, height } = field;
        Self::new(Shape::Box { x, y, width, height, round: 2.0, is_filled: true }, ink)
    }

    /// The edge of a box.
    pub const fn edged(field: Field, ink: Ink) -> Self {
        let Field { x, y, width, height } = field;
        Self::new(Shape::Box { x, y, width, height, round: 2.0, is_filled: false }, ink)
    }

    /// A place that nobody sees, for pointer, keys and screen reader.
    pub const fn unseen(field: Field) -> Self {
        Self::filled(field, Ink::at("ink", 0.0))
    }

    /// A thin line through points.
    pub const fn line(points: Vec<(f32, f32)>, ink: Ink) -> Self {
        Self::new(Shape::Line { points, width: 1.0, is_dashed: false }, ink)
    }

    /// A text; `y` is the middle of its first line.
    pub fn text((x, y): (f32, f32), text: impl Into<String>, how: Lettering) -> Self {
        let Lettering { size, is_bold, anchor, wide, lines, ink } = how;
        Self::new(Shape::Text { x, y, text: text.into(), size, is_bold, anchor, wide, lines }, ink)
    }

    /// The same, saying this under the pointer and to a screen reader.
    #[must_use]
    pub fn saying(mut self, says: impl Into<String>) -> Self {
        self.says = says.into();
        self
    }

    /// The same, leading there by a click.
    #[must_use]
    pub fn leading_to(mut self, target: Target) -> Self {
        self.target = Some(target);
        self
    }
}

/// A number of things as a length.
#[expect(clippy::cast_precision_loss, reason = "rows and columns of a drawing")]
pub(super) fn times(count: usize) -> f32 {
    count as f32
}

/// Equal cells in columns and rows, with gaps between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// The left edge of the first column.
    pub left: f32,
    /// The upper edge of the first row.
    pub top: f32,
    /// The width of a cell.
    pub column: f32,
    /// The height of a cell.
    pub row: f32,
    /// Between two cells.
    pub gap: f32,
}

impl Grid {
    /// The cell of a column and a row, both counted from 0.
    pub fn field(&self, column: usize, row: usize) -> Field {
        let x = self.left + times(column) * (self.column + self.gap);
        let y = self.top + times(row) * (self.row + self.gap);
        Field::new(x, y, self.column, self.row)
    }
}

/// A run of numbers along a line of the plot: the point `from` stands for `least`, `to` for `most`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Where it begins, in points.
    pub from: f32,
    /// Where it ends, in points; above `from` for what grows upward.
    pub to: f32,
    /// The number at its beginning.
    pub least: f32,
    /// The number at its end.
    pub most: f32,
}

impl Axis {
    /// Where a number stands; its beginning where all numbers are one.
    pub fn at(&self, number: f32) -> f32 {
        let span = self.most - self.least;
        let share = if span > 0.0 { ((number - self.least) / span).clamp(0.0, 1.0) } else { 0.0 };
        self.from + share * (self.to - self.from)
    }

    /// Round numbers on it, 1, 2 or 5 times a power of ten apart: at most `count` steps, and at least one number.
    pub fn ticks(&self, count: u8) -> Vec<f32> {
        let span = self.most - self.least;
        if !(span.is_finite() && span > 0.0) {
            return vec![self.least];
        }
        let rough = span / f32::from(count.max(1));
        let power = 10.0_f32.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| *step >= rough * 0.999);
        let step = step.unwrap_or(10.0 * power);
        let first = (self.least / step).ceil();
        let numbers = (0..=count).map(|place| (first + f32::from(place)) * step);
        numbers.filter(|number| *number <= self.most + step * 0.001).collect()
    }

    /// The round numbers of an axis that stands upright: a thin line across the plot for each, its number left of it.
    pub fn rules(&self, (left, right): (f32, f32), count: u8, label: impl Fn(f32) -> String) -> Vec<Mark> {
        let rule = |number: f32| {
            let y = self.at(number);
            let line = Mark::line(vec![(left, y), (right, y)], Ink::of("hairline"));
            [line, Mark::text((left - 6.0, y), label(number), Lettering::caption((left - 6.0).max(1.0)).end())]
        };
        self.ticks(count).into_iter().flat_map(rule).collect()
    }
}

/// What colours stand for: a small box and its word for each, side by side from `x` on, at the height `y`.
pub fn legend((x, y): (f32, f32), wide: f32, entries: &[(Ink, String)]) -> Vec<Mark> {
    let each = wide / times(entries.len().max(1));
    let entry = |(place, (ink, word)): (usize, &(Ink, String))| {
        let left = x + times(place) * each;
        let sign = Mark::filled(Field::new(left, y - 4.0, 8.0, 8.0), *ink);
        [sign, Mark::text((left + 12.0, y), word.clone(), Lettering::caption((each - 16.0).max(1.0)))]
    };
    entries.iter().enumerate().flat_map(entry).collect()
}
