//! Points, rectangles and paths of the canvas.

/// A point of the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CanvasPos {
    /// Points to the right.
    pub x: f32,
    /// Points down.
    pub y: f32,
}

impl CanvasPos {
    /// The point at `x`, `y`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// A rectangle of the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CanvasRect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl CanvasRect {
    /// Right edge.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(&self) -> CanvasPos {
        CanvasPos::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(&self, pos: CanvasPos) -> bool {
        (self.x..=self.right()).contains(&pos.x) && (self.y..=self.bottom()).contains(&pos.y)
    }

    /// The rectangle with every edge moved out by `margin`.
    pub fn expanded(&self, margin: f32) -> Self {
        Self {
            x: self.x - margin,
            y: self.y - margin,
            width: self.width + 2.0 * margin,
            height: self.height + 2.0 * margin,
        }
    }

    /// The smallest rectangle round both.
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Lifts the pen to a point.
    Move(CanvasPos),
    /// A straight line to a point.
    Line(CanvasPos),
    /// A cubic curve: two control points and the end.
    Cubic(CanvasPos, CanvasPos, CanvasPos),
}

impl Segment {
    /// Where the piece ends.
    pub fn end(&self) -> CanvasPos {
        match self {
            Self::Move(end) | Self::Line(end) | Self::Cubic(_, _, end) => *end,
        }
    }
}

/// A run of segments, beginning with a move.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// The path as runs of straight lines, a curve cut into `pieces`.
    pub fn flattened(&self, pieces: u16) -> Vec<Vec<CanvasPos>> {
        let mut runs: Vec<Vec<CanvasPos>> = Vec::new();
        for segment in &self.0 {
            match (segment, runs.last_mut()) {
                (Segment::Move(start), _) => runs.push(vec![*start]),
                (Segment::Line(end), Some(run)) => run.push(*end),
                (Segment::Cubic(one, two, end), Some(run)) => {
                    let start = run.last().copied().unwrap_or(*one);
                    for piece in 1..=pieces {
                        let t = f32::from(piece) / f32::from(pieces);
                        run.push(cubic_at(start, *one, *two, *end, t));
                    }
                }
                (Segment::Line(_) | Segment::Cubic(..), None) => {}
            }
        }
        runs
    }

    /// Where the path begins and ends.
    pub fn ends(&self) -> Option<(CanvasPos, CanvasPos)> {
        Some((self.0.first()?.end(), self.0.last()?.end()))
    }

    /// The direction at the end, in degrees: 0 to the right, 90 down.
    pub fn end_angle(&self) -> f32 {
        let flat = self.flattened(12);
        let Some([from, to]) = flat.last().and_then(|run| run.last_chunk::<2>()) else {
            return 0.0;
        };
        (to.y - from.y).atan2(to.x - from.x).to_degrees()
    }

    /// The point half way along, and the direction there in degrees.
    pub fn middle(&self) -> (CanvasPos, f32) {
        let flat: Vec<CanvasPos> = self.flattened(12).into_iter().flatten().collect();
        let lengths: Vec<f32> = flat.windows(2).map(|pair| distance(pair[0], pair[1])).collect();
        let mut rest = lengths.iter().sum::<f32>() / 2.0;
        for (pair, length) in flat.windows(2).zip(lengths) {
            if rest <= length && length > 0.0 {
                let t = rest / length;
                let (from, to) = (pair[0], pair[1]);
                let pos = CanvasPos::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
                return (pos, (to.y - from.y).atan2(to.x - from.x).to_degrees());
            }
            rest -= length;
        }
        (flat.first().copied().unwrap_or_default(), 0.0)
    }

    /// The smallest rectangle round the path's points and control points.
    pub fn bounds(&self) -> Option<CanvasRect> {
        let mut around: Option<CanvasRect> = None;
        let mut take = |point: &CanvasPos| {
            let point = CanvasRect { x: point.x, y: point.y, width: 0.0, height: 0.0 };
            around = Some(around.map_or(point, |around| around.union(&point)));
        };
        for segment in &self.0 {
            match segment {
                Segment::Move(end) | Segment::Line(end) => take(end),
                Segment::Cubic(one, two, end) => [one, two, end].into_iter().for_each(&mut take),
            }
        }
        around
    }

    /// The path after `change` was done to each of its points.
    pub fn mapped(&self, change: impl Fn(CanvasPos) -> CanvasPos) -> Self {
        Self(
            self.0
                .iter()
                .map(|segment| match segment {
                    Segment::Move(end) => Segment::Move(change(*end)),
                    Segment::Line(end) => Segment::Line(change(*end)),
                    Segment::Cubic(one, two, end) => Segment::Cubic(change(*one), change(*two), change(*end)),
                })
                .collect(),
        )
    }
}

fn distance(from: CanvasPos, to: CanvasPos) -> f32 {
    (to.x - from.x).hypot(to.y - from.y)
}

fn cubic_at(start: CanvasPos, one: CanvasPos, two: CanvasPos, end: CanvasPos, t: f32) -> CanvasPos {
    let s = 1.0 - t;
    let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
    CanvasPos::new(a * start.x + b * one.x + c * two.x + d * end.x, a * start.y + b * one.y + c * two.y + d * end.y)
}

/// Where on the way from `from` (0) to `to` (1) the line enters the rectangle (Liang, Barsky 1984).
pub(super) fn enters(from: CanvasPos, to: CanvasPos, rect: &CanvasRect) -> Option<f32> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (step, room) in
        [(-dx, from.x - rect.x), (dx, rect.right() - from.x), (-dy, from.y - rect.y), (dy, rect.bottom() - from.y)]
    {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            start = start.max(room / step);
        } else {
            end = end.min(room / step);
        }
    }
    (start <= end).then_some(start)
}
