//! Lines that go round cards which stand anywhere.

use super::geometry::{CanvasRect, Path, Segment};
use super::{Line, LineRequest};

/// One line for each request, in its order, none through a card that is not one of its ends.
pub(super) fn lines_round(cards: &[CanvasRect], asked: &[LineRequest]) -> Vec<Line> {
    let line = |(request, line): (usize, &LineRequest)| {
        let (from, to) = (cards[line.from].center(), cards[line.to].center());
        let path = Path(vec![Segment::Move(from), Segment::Line(to)]);
        Line { request: Some(request), ends: (line.from, line.to), path }
    };
    asked.iter().enumerate().map(line).collect()
}
