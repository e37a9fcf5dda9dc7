//! Path to power: layers towards those who decide.

mod draw;
mod ports;
mod rank;
mod spread;
mod strands;
mod sweeps;

use super::geometry::{CanvasPos, CanvasRect};
use super::guide::{Guide, GuideLabel, GuideShape};
use super::request::LayoutRequest;
use super::{Layout, chart};
use draw::Drawing;
use rank::{Layer, layers};
use strands::Ladder;

/// Path to power: those we want to reach stand on top, everybody else so many layers below them as there are steps
/// of influence between; who reaches none of them stands in a last layer apart.
///
/// A wide layer takes several rows. A pinned card keeps its place across, in its own row.
/// Cost: O(sweeps times lines times the layers each crosses). Source: graph, section 2; Sugiyama, Tagawa, Toda 1981.
pub(super) fn path_to_power(request: &LayoutRequest, targets: &[usize]) -> Layout {
    let layers = layers(request, targets);
    let mut ladder = Ladder::of(request, &layers);
    sweeps::arrange(&mut ladder);
    let middles = spread::spread(request, &mut ladder);
    let drawing = Drawing::new(request, &ladder, &middles);
    let (reporting, lines) = (drawing.reporting(), drawing.lines());
    let around = chart::bounds(&drawing.cards, reporting.iter().chain(&lines).map(|line| &line.path));
    let guides = guides(&layers, &drawing, around);
    let areas = guides.iter().filter_map(|guide| match &guide.shape {
        GuideShape::Area { rect, .. } | GuideShape::Cell { rect, .. } => Some(*rect),
        GuideShape::Line(..) | GuideShape::Ring { .. } => None,
    });
    let bounds = areas.fold(around, |around, area| around.union(&area));
    Layout { cards: drawing.cards, reporting, lines, guides, bounds, ..Layout::default() }
}

/// A band behind each layer, with room for its label at the left.
fn guides(layers: &[Layer], drawing: &Drawing<'_>, around: CanvasRect) -> Vec<Guide> {
    let height = drawing.request.metrics.card_height;
    let (left, right) = (around.x - 2.0 * height, around.right() + 0.5 * height);
    let mut first = 0;
    let mut guides = Vec::with_capacity(layers.len());
    for (place, layer) in layers.iter().enumerate() {
        let top = drawing.border(first);
        first += layer.rows.len();
        let rect = CanvasRect { x: left, y: top, width: right - left, height: drawing.border(first) - top };
        let at = CanvasPos::new(left + height / 5.0, rect.center().y);
        let shape = GuideShape::Area { rect, is_odd: place % 2 == 1 };
        let label = match layer.steps {
            Some(0) => GuideLabel::Deciders,
            Some(steps) => GuideLabel::Steps(u8::try_from(steps).unwrap_or(u8::MAX)),
            None => GuideLabel::Apart,
        };
        guides.push(Guide { shape, label, at, is_centered: false });
    }
    guides
}
