//! The influence map: who stands near whom.

use super::chart::bounds;
use super::distances::{APART, Joints, Walk};
use super::geometry::{CanvasPos, CanvasRect};
use super::request::LineKind;
use super::round::lines_round;
use super::settle::{Spot, length, settle};
use super::spread::spread;
use super::{Layout, LayoutRequest, Line, LineRequest};

/// How much of the picture is not cards: room for lines, and for distances to be read.
const AIR: f32 = 2.0;

/// How much wider than high groups are packed.
const ASPECT: f32 = 1.6;

/// The influence map: who is joined stands near, those with the strongest lines nearest.
///
/// Reporting lines count less; they keep people together who know nobody else. Groups nobody is joined across stand
/// side by side. Cost: see [`settle`], and the lines.
/// Source: graph, section 1; stress as in Gansner, Koren, North 2004.
pub(super) fn influence_map(request: &LayoutRequest) -> Layout {
    with_lines(request, pinned(request, place_all(request)))
}

/// Where everybody would stand if nobody were pinned: a pin moves those in its way and no others.
fn place_all(request: &LayoutRequest) -> Vec<CanvasRect> {
    let joints = Joints::of(request);
    let parts = joints.groups().into_iter().map(|members| group(request, &joints, members)).collect();
    packed(request, parts)
}

/// The layout of cards that stand, with thin reporting lines and all others round them.
pub(super) fn with_lines(request: &LayoutRequest, cards: Vec<CanvasRect>) -> Layout {
    let formal = request.cards.iter().enumerate().filter_map(|(card, asked)| {
        let line = |manager| LineRequest { from: manager, to: card, kind: LineKind::Dotted, link: None };
        asked.manager.filter(|manager| *manager != card).map(line)
    });
    // Routed as one, so that a report who also influences the manager has two lines to be told apart.
    let asked: Vec<LineRequest> = request.lines.iter().copied().chain(formal).collect();
    let mut lines = lines_round(&cards, &asked);
    let formal = lines.split_off(request.lines.len());
    let reporting: Vec<Line> = formal.into_iter().map(|line| Line { request: None, ..line }).collect();
    let bounds = bounds(&cards, lines.iter().chain(&reporting).map(|line| &line.path));
    Layout { cards, reporting, lines, bounds, ..Layout::default() }
}

/// Cards the user put somewhere on their exact place; those in their way make room.
pub(super) fn pinned(request: &LayoutRequest, mut cards: Vec<CanvasRect>) -> Vec<CanvasRect> {
    let is_fixed: Vec<bool> = request.cards.iter().map(|card| card.pin.is_some()).collect();
    if !is_fixed.contains(&true) {
        return cards;
    }
    for (card, asked) in cards.iter_mut().zip(&request.cards) {
        if let Some(pin) = asked.pin {
            #[expect(clippy::cast_precision_loss, reason = "whole points of a canvas")]
            let (x, y) = (pin.x as f32, pin.y as f32);
            *card = CanvasRect { x, y, ..*card };
        }
    }
    spread(&mut cards, &is_fixed, request.metrics.sibling_gap);
    cards
}

/// People who are all joined, and their cards.
struct Group {
    members: Vec<usize>,
    cards: Vec<CanvasRect>,
    around: CanvasRect,
}

fn group(request: &LayoutRequest, joints: &Joints, members: Vec<usize>) -> Group {
    let mut spots = settle(&joints.among(&members));
    let head = members.iter().position(|card| request.cards[*card].manager.is_none()).unwrap_or(0);
    turn(&mut spots, head);
    let gap = request.metrics.sibling_gap;
    let mut cards: Vec<CanvasRect> = members
        .iter()
        .map(|card| {
            let (width, height) = (request.cards[*card].width, request.metrics.card_height);
            CanvasRect { x: 0.0, y: 0.0, width, height }
        })
        .collect();
    let (scale, stretch) = scale(&spots, &cards, gap);
    for (card, spot) in cards.iter_mut().zip(&spots) {
        card.x = spot[0] * scale * stretch - card.width / 2.0;
        card.y = spot[1] * scale / stretch - card.height / 2.0;
    }
    spread(&mut cards, &vec![false; members.len()], gap);
    let around = bounds(&cards, std::iter::empty());
    Group { members, cards, around }
}

/// Turned so that the picture is wider than high, with the head of the group in its upper left part.
fn turn(spots: &mut [Spot], head: usize) {
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
    let count = spots.len() as f32;
    let mean = |axis: usize| spots.iter().map(|spot| spot[axis]).sum::<f32>() / count;
    let middle = [mean(0), mean(1)];
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for spot in spots.iter_mut() {
        *spot = [spot[0] - middle[0], spot[1] - middle[1]];
        xx += spot[0] * spot[0];
        xy += spot[0] * spot[1];
        yy += spot[1] * spot[1];
    }
    // The longer axis of a symmetric 2 by 2 matrix.
    let largest = f32::midpoint(xx, yy) + length((xx - yy) / 2.0, xy);
    let axis = if xx >= yy { [largest - yy, xy] } else { [xy, largest - xx] };
    let size = length(axis[0], axis[1]);
    if size > 0.0 {
        let [along, aside] = [axis[0] / size, axis[1] / size];
        for spot in spots.iter_mut() {
            *spot = [spot[0] * along + spot[1] * aside, spot[1] * along - spot[0] * aside];
        }
    }
    let head = spots.get(head).copied().unwrap_or_default();
    let flip = head.map(|place| if place > 0.0 { -1.0 } else { 1.0 });
    for spot in spots {
        *spot = [spot[0] * flip[0], spot[1] * flip[1]];
    }
}

/// Points for a unit of length, so that cards fill a fixed part of the picture; and how much it is stretched sideways.
fn scale(spots: &[Spot], cards: &[CanvasRect], gap: f32) -> (f32, f32) {
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
    let count = spots.len() as f32;
    let square = |axis: usize| (spots.iter().map(|spot| spot[axis] * spot[axis]).sum::<f32>() / count).sqrt();
    // Of an even disc the mean square along an axis is a quarter of its radius squared.
    let area = 4.0 * std::f32::consts::PI * square(0) * square(1).max(square(0) * 0.2);
    let filled: f32 = cards.iter().map(|card| (card.width + gap) * (card.height + gap)).sum();
    let scale = if area > 0.0 { (filled * AIR / area).sqrt() } else { 1.0 };
    (scale, STRETCH)
}

/// Cards are three times as wide as high: a little stretch parts more of them than it bends distances.
const STRETCH: f32 = 1.15;

/// Groups side by side in rows, the largest first.
fn packed(request: &LayoutRequest, mut groups: Vec<Group>) -> Vec<CanvasRect> {
    let gap = request.metrics.branch_gap;
    let area = |group: &Group| (group.around.width + gap) * (group.around.height + gap);
    let widest = groups.iter().map(|group| group.around.width).fold(0.0, f32::max);
    let row_width = (groups.iter().map(area).sum::<f32>() * ASPECT).sqrt().max(widest);
    groups.sort_by(|one, other| {
        (other.around.height.total_cmp(&one.around.height)).then(one.members.cmp(&other.members))
    });
    let mut cards = vec![CanvasRect::default(); request.cards.len()];
    let (mut x, mut y, mut row_height) = (0.0, 0.0, 0.0_f32);
    for group in &groups {
        if x > 0.0 && x + group.around.width > row_width {
            (x, y, row_height) = (0.0, y + row_height + gap, 0.0);
        }
        for (member, card) in group.members.iter().zip(&group.cards) {
            cards[*member] = CanvasRect { x: card.x - group.around.x + x, y: card.y - group.around.y + y, ..*card };
        }
        x += group.around.width + gap;
        row_height = row_height.max(group.around.height);
    }
    cards
}

/// How far the distances between cards' middles are from those along the lines, 0 being perfect: the mean over all
/// joined pairs of the squared relative difference, at the scale that suits the picture best. `None` where nobody is
/// joined. Cost: O(n squared).
///
/// Source: normalised stress, Gansner, Koren, North 2004; Zheng, Pawar, Goodman 2019.
pub fn stress_of(request: &LayoutRequest, layout: &Layout) -> Option<f32> {
    let joints = Joints::of(request);
    let middles: Vec<CanvasPos> = layout.cards.iter().map(CanvasRect::center).collect();
    let mut walk = Walk::default();
    let mut row = vec![0; joints.count()];
    let (mut pairs, mut once, mut twice) = (0.0_f64, 0.0_f64, 0.0_f64);
    for (one, from) in middles.iter().enumerate() {
        walk.from(&joints, one, &mut row);
        for (to, meant) in middles.iter().zip(&row).skip(one + 1).filter(|(_, meant)| **meant != APART) {
            let ratio = f64::from(length(to.x - from.x, to.y - from.y)) / f64::from(*meant);
            pairs += 1.0;
            once += ratio;
            twice += ratio * ratio;
        }
    }
    // The sum of (scale * ratio - 1) squared is least at once / twice.
    #[expect(clippy::cast_possible_truncation, reason = "a share near 0")]
    let stress = (1.0 - once * once / (twice * pairs)) as f32;
    (pairs > 0.0 && twice > 0.0).then_some(stress)
}
