//! How good a layout is, by one function: for tests, for the choice of a page's map.

use super::geometry::{CanvasPos, CanvasRect, Path, enters};
use super::{Layout, LayoutRequest};

/// What can be wrong with a layout, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Pairs of cards that overlap.
    pub overlaps: usize,
    /// Times a line runs through a card that is not one of its ends.
    pub through_cards: usize,
    /// Pairs of informal lines that cross.
    pub crossings: usize,
    /// Pairs of reporting lines of different managers that cross.
    pub reporting_crossings: usize,
    /// Managers not centred over what hangs below them.
    pub managers_off_center: usize,
}

/// Counts what is wrong with a layout. Cost: O(n log n) for cards, O(lines squared) for crossings.
pub fn measure_quality(request: &LayoutRequest, layout: &Layout) -> Quality {
    let paths: Vec<&Path> = layout.lines.iter().map(|line| &line.path).collect();
    let trunks: Vec<&Path> = layout.reporting.iter().map(|line| &line.path).collect();
    let trunk_through: usize = layout
        .reporting
        .iter()
        .map(|line| {
            let own = |card: usize| card == line.ends.0 || request.cards[card].manager == Some(line.ends.0);
            hit_cards(&line.path, &layout.cards).into_iter().filter(|card| !own(*card)).count()
        })
        .sum();
    Quality {
        overlaps: overlaps(&layout.cards),
        through_cards: runs_through(layout) + trunk_through,
        crossings: crossings(&paths),
        reporting_crossings: crossings(&trunks),
        managers_off_center: off_center(request, layout),
    }
}

/// How often informal and dotted lines run through a card that is not one of their ends.
pub fn runs_through(layout: &Layout) -> usize {
    let foreign = |line: &super::Line| {
        let hits = hit_cards(&line.path, &layout.cards);
        hits.into_iter().filter(|card| *card != line.ends.0 && *card != line.ends.1).count()
    };
    layout.lines.iter().map(foreign).sum()
}

fn overlaps(cards: &[CanvasRect]) -> usize {
    let mut order: Vec<&CanvasRect> = cards.iter().collect();
    order.sort_by(|one, other| one.x.total_cmp(&other.x));
    let mut count = 0;
    for (place, card) in order.iter().enumerate() {
        let near = order[place + 1..].iter().take_while(|other| other.x < card.right());
        count += near.filter(|other| card.overlaps(other)).count();
    }
    count
}

fn hit_cards(path: &Path, cards: &[CanvasRect]) -> Vec<usize> {
    let runs = path.flattened(24);
    let touches = |card: &CanvasRect| {
        // Half a point of grace: a line may begin on the edge of its own card's neighbour's row.
        let inner = card.expanded(-0.5);
        runs.iter().any(|run| run.windows(2).any(|pair| enters(pair[0], pair[1], &inner).is_some()))
    };
    let bounds = path.bounds().unwrap_or_default().expanded(1.0);
    let near = cards.iter().enumerate().filter(|(_, card)| card.overlaps(&bounds));
    near.filter(|(_, card)| touches(card)).map(|(index, _)| index).collect()
}

fn crossings(paths: &[&Path]) -> usize {
    let flat: Vec<(CanvasRect, Vec<Vec<CanvasPos>>)> =
        paths.iter().map(|path| (path.bounds().unwrap_or_default().expanded(0.1), path.flattened(12))).collect();
    let mut count = 0;
    for (place, (bounds, runs)) in flat.iter().enumerate() {
        let others = flat[place + 1..].iter().filter(|(other, _)| bounds.overlaps(other));
        count += others.filter(|(_, other)| do_cross(runs, other)).count();
    }
    count
}

fn do_cross(one: &[Vec<CanvasPos>], other: &[Vec<CanvasPos>]) -> bool {
    let pairs = |runs: &[Vec<CanvasPos>]| -> Vec<[CanvasPos; 2]> {
        runs.iter().flat_map(|run| run.array_windows::<2>().copied()).collect()
    };
    let others = pairs(other);
    pairs(one).iter().any(|a| others.iter().any(|b| segments_cross(a, b)))
}

fn segments_cross(one: &[CanvasPos; 2], other: &[CanvasPos; 2]) -> bool {
    let side = |line: &[CanvasPos; 2], point: CanvasPos| {
        let [from, to] = line;
        (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
    };
    side(one, other[0]) * side(one, other[1]) < 0.0 && side(other, one[0]) * side(other, one[1]) < 0.0
}

/// Managers whose middle is not the mean of their first and last block's middles.
fn off_center(request: &LayoutRequest, layout: &Layout) -> usize {
    let mut below: Vec<Option<(f32, f32)>> = vec![None; request.cards.len()];
    for (card, asked) in request.cards.iter().enumerate() {
        if let Some(manager) = asked.manager.filter(|_| asked.pin.is_none()) {
            let rect = &layout.cards[card];
            let first = layout.cards[manager].y + request.metrics.row_pitch();
            // Stacked cards below the first row widen nothing of their own.
            if (rect.y - first).abs() > 0.5 {
                continue;
            }
            let span = below[manager].get_or_insert((rect.x, rect.right()));
            *span = (span.0.min(rect.x), span.1.max(rect.right()));
        }
    }
    // Block middles differ from card middles by the trunk's indent and by unequal widths in a
    // stack, so a manager must stand inside the span of its first row, near its middle.
    let is_off = |(card, span): (usize, &Option<(f32, f32)>)| match span {
        Some((left, right)) => {
            let middle = layout.cards[card].center().x;
            let reach = (right - left) / 2.0;
            (middle - f32::midpoint(*left, *right)).abs() > reach * 0.6 + request.metrics.stack_indent
        }
        None => false,
    };
    below.iter().enumerate().filter(|(_, span)| span.is_some()).filter(|(card, span)| is_off((*card, span))).count()
}
