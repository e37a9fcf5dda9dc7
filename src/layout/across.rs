//! The organisation chart, left to right.

use super::chart::chart;
use super::geometry::{CanvasPos, CanvasRect};
use super::request::{CardRequest, ChartOptions, LayoutRequest};
use super::{Arrangement, Layout, Line};
use crate::model::Pin;
use crate::theme::MapMetrics;

/// Nobody is stacked: colleagues stand below each other as it is.
const NO_STACKS: usize = usize::MAX - 1;

/// The organisation chart, left to right: the chart of cards lying on their side, turned back.
///
/// All cards are as wide as the widest, so that a level is a column. A pinned card keeps its height and takes the
/// nearest column. Cost: that of the chart.
pub(super) fn chart_across(request: &LayoutRequest) -> Layout {
    let layout = chart(&turned(request));
    let point = |pos: CanvasPos| CanvasPos::new(pos.y, pos.x);
    let rect = |rect: CanvasRect| CanvasRect { x: rect.y, y: rect.x, width: rect.height, height: rect.width };
    let line = |line: Line| Line { path: line.path.mapped(point), ..line };
    Layout {
        cards: layout.cards.into_iter().map(rect).collect(),
        reporting: layout.reporting.into_iter().map(line).collect(),
        lines: layout.lines.into_iter().map(line).collect(),
        bounds: rect(layout.bounds),
        ..Layout::default()
    }
}

/// The request with width and height of everything exchanged.
fn turned(request: &LayoutRequest) -> LayoutRequest {
    let metrics = &request.metrics;
    let widest = request.cards.iter().map(|card| card.width).fold(0.0, f32::max);
    let card = |card: &CardRequest| CardRequest {
        width: metrics.card_height,
        pin: card.pin.map(|pin| Pin { x: pin.y, y: pin.x }),
        ..card.clone()
    };
    LayoutRequest {
        cards: request.cards.iter().map(card).collect(),
        lines: request.lines.clone(),
        // Cards are low, so less space between them tells them apart.
        metrics: MapMetrics {
            card_height: widest,
            sibling_gap: metrics.sibling_gap * 0.5,
            branch_gap: metrics.branch_gap * 0.6,
            ..*metrics
        },
        options: ChartOptions { stack_from: NO_STACKS, stack_rows: NO_STACKS, ..request.options },
        arrangement: Arrangement::Chart,
    }
}
