//! Rings round one card: who is one, two, three steps away, over lines of any kind.

use std::f32::consts::{PI, TAU};

use super::distances::Joints;
use super::geometry::{CanvasPos, CanvasRect};
use super::guide::{Guide, GuideLabel, GuideShape};
use super::order::{Weights, arranged};
use super::spread::spread;
use super::stress::{pinned, with_lines};
use super::{Layout, LayoutRequest};

/// The rings that say how far away somebody is; who is further stands outside all of them.
const STEPS: usize = 3;

/// From ring to ring, in heights of a card, where the cards leave it so near.
const RING: f32 = 2.75;

/// How much of the way to even angles people are drawn.
const EASE: f32 = 0.35;

/// How often a ring is widened before cards are pushed apart instead.
const WIDENED: u8 = 200;

/// Rings round one card. Cards that are joined stand at the same side.
///
/// Cost: O(cards squared) at the worst; the window asks for 60.
/// Source: radial drawings (Eades 1992), sectors by what hangs outside, barycentres (Sugiyama 1981) for the order.
pub(super) fn circle(request: &LayoutRequest, center: usize) -> Layout {
    let center = center.min(request.cards.len().saturating_sub(1));
    let joints = Joints::of(request);
    let rings = rings(&joints, center);
    let mut wheel = Wheel::of(request, center);
    for (step, ring) in rings.iter().enumerate().skip(1).filter(|(_, ring)| !ring.is_empty()) {
        let wanted = if step == 1 { sectors(&joints, &rings) } else { wheel.barycenters(&joints, ring) };
        wheel.add(step, ring, wanted);
    }
    let Wheel { mut cards, guides, .. } = wheel;
    let is_center: Vec<bool> = (0..cards.len()).map(|card| card == center).collect();
    spread(&mut cards, &is_center, request.metrics.sibling_gap);
    let mut layout = with_lines(request, pinned(request, cards));
    for guide in &guides {
        if let GuideShape::Ring { center, radius } = guide.shape {
            let middle = CanvasRect { x: center.x, y: center.y, width: 0.0, height: 0.0 };
            layout.bounds = layout.bounds.union(&middle.expanded(radius));
        }
    }
    layout.guides = guides;
    layout
}

/// The cards of each ring: the center alone, one step, two, three, and everybody else.
fn rings(joints: &Joints, center: usize) -> Vec<Vec<usize>> {
    let mut is_seen = vec![false; joints.count()];
    is_seen[center] = true;
    let mut rings = vec![vec![center]];
    for step in 0..STEPS {
        let mut next: Vec<usize> = Vec::new();
        for card in &rings[step] {
            for (other, _) in joints.of_card(*card) {
                if !std::mem::replace(&mut is_seen[other], true) {
                    next.push(other);
                }
            }
        }
        next.sort_unstable();
        rings.push(next);
    }
    rings.push((0..joints.count()).filter(|card| !is_seen[*card]).collect());
    rings
}

/// The angles of the first ring: those who are joined, or know the same people, side by side; each as much room as the
/// people behind take.
fn sectors(joints: &Joints, rings: &[Vec<usize>]) -> Vec<f32> {
    let first = &rings[1];
    let mut place = vec![usize::MAX; joints.count()];
    for (number, card) in first.iter().enumerate() {
        place[*card] = number;
    }
    let mut weights = Weights::new(first.len());
    let known = |card: usize| -> Vec<usize> {
        joints.of_card(card).map(|(other, _)| place[other]).filter(|place| *place != usize::MAX).collect()
    };
    for (number, card) in first.iter().enumerate() {
        // Each pair is seen from both ends.
        known(*card).into_iter().for_each(|other| weights.add(number, other, 1));
    }
    for card in rings.get(2).into_iter().flatten() {
        let inner = known(*card);
        for (at, one) in inner.iter().enumerate() {
            inner[at + 1..].iter().for_each(|other| weights.add(*one, *other, 1));
        }
    }
    let room = room(joints, rings, place);
    let all: f32 = room.iter().sum();
    let mut angles = vec![0.0; first.len()];
    // From the top on, clockwise.
    let mut at = -PI / 2.0;
    for number in arranged(&weights) {
        let part = TAU * room[number] / all;
        angles[number] = at + part / 2.0;
        at += part;
    }
    angles
}

/// How many people each of the first ring has behind, it included; `inner` is the place of each of them in the ring.
fn room(joints: &Joints, rings: &[Vec<usize>], mut inner: Vec<usize>) -> Vec<f32> {
    let mut room = vec![1.0_f32; rings[1].len()];
    for ring in rings.iter().take(STEPS + 1).skip(2) {
        // Written down when the ring is through: nobody stands behind somebody of the own ring.
        let behind: Vec<usize> = ring
            .iter()
            .map(|card| joints.of_card(*card).map(|(other, _)| inner[other]).find(|place| *place != usize::MAX))
            .map(|place| place.unwrap_or(usize::MAX))
            .collect();
        for (card, place) in ring.iter().zip(behind) {
            inner[*card] = place;
            if let Some(room) = room.get_mut(place) {
                *room += 1.0;
            }
        }
    }
    room
}

/// Cards on rings, as far as they stand.
struct Wheel<'a> {
    request: &'a LayoutRequest,
    cards: Vec<CanvasRect>,
    angles: Vec<Option<f32>>,
    placed: Vec<usize>,
    radius: f32,
    guides: Vec<Guide>,
}

impl<'a> Wheel<'a> {
    fn of(request: &'a LayoutRequest, center: usize) -> Self {
        let card = |width: f32| {
            let height = request.metrics.card_height;
            CanvasRect { x: -width / 2.0, y: -height / 2.0, width, height }
        };
        Self {
            request,
            cards: request.cards.iter().map(|asked| card(asked.width)).collect(),
            angles: vec![None; request.cards.len()],
            placed: vec![center],
            radius: 0.0,
            guides: Vec::new(),
        }
    }

    /// Where the people of a ring are drawn: to those further in, and a little to each other.
    fn barycenters(&self, joints: &Joints, ring: &[usize]) -> Vec<f32> {
        let mut angles = self.angles.clone();
        #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
        let even = |number: usize| TAU * number as f32 / ring.len() as f32 - PI / 2.0;
        let mut wanted = vec![0.0; ring.len()];
        for _ in 0..3 {
            for (number, card) in ring.iter().enumerate() {
                let (mut x, mut y) = (0.0, 0.0);
                for (other, _) in joints.of_card(*card) {
                    if let Some(angle) = angles[other] {
                        let weight = if self.angles[other].is_some() { 1.0 } else { 0.4 };
                        x += weight * angle.cos();
                        y += weight * angle.sin();
                    }
                }
                // Who is drawn to all sides, or to none, stands anywhere.
                let is_drawn = x.abs() + y.abs() > 0.01;
                wanted[number] = if is_drawn { y.atan2(x) } else { even(number) };
            }
            for (card, angle) in ring.iter().zip(&wanted) {
                angles[*card] = Some(*angle);
            }
        }
        wanted
    }

    /// Puts a ring round what stands, as near as the cards allow.
    fn add(&mut self, step: usize, ring: &[usize], wanted: Vec<f32>) {
        let mut order: Vec<(f32, usize)> = wanted.into_iter().zip(ring.iter().copied()).collect();
        for (angle, _) in &mut order {
            *angle = angle.rem_euclid(TAU);
        }
        order.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let order = eased(cut_at_widest(&order));
        self.radius += self.request.metrics.card_height * RING;
        for _ in 0..WIDENED {
            if let Some(angles) = self.around(&order)
                && self.is_free(&order, &angles)
            {
                break;
            }
            self.radius += (self.radius * 0.02).max(self.request.metrics.card_height * 0.1);
        }
        let angles = self.around(&order).unwrap_or_else(|| order.iter().map(|(angle, _)| *angle).collect());
        for ((_, card), angle) in order.iter().zip(&angles) {
            self.cards[*card] = self.at(*card, *angle);
            self.angles[*card] = Some(*angle);
            self.placed.push(*card);
        }
        self.guides.push(self.guide(step, &angles));
    }

    fn at(&self, card: usize, angle: f32) -> CanvasRect {
        let rect = &self.cards[card];
        let (sin, cos) = angle.sin_cos();
        CanvasRect { x: self.radius * cos - rect.width / 2.0, y: self.radius * sin - rect.height / 2.0, ..*rect }
    }

    /// The angles of a ring, as near to the wanted ones as the cards allow; `None` where the ring is too narrow.
    ///
    /// The mean of two orders, pushed forward and pushed back, so that a crowd spreads to both sides.
    fn around(&self, order: &[(f32, usize)]) -> Option<Vec<f32>> {
        let mut forward: Vec<f32> = order.iter().map(|(angle, _)| *angle).collect();
        let mut back = forward.clone();
        for next in 1..order.len() {
            let least = forward[next - 1] + self.gap(order[next - 1].1, order[next].1, forward[next - 1], 1.0)?;
            forward[next] = forward[next].max(least);
        }
        for next in (1..order.len()).rev() {
            let most = back[next] - self.gap(order[next].1, order[next - 1].1, back[next], -1.0)?;
            back[next - 1] = back[next - 1].min(most);
        }
        let mut angles: Vec<f32> = forward.iter().zip(&back).map(|(one, other)| f32::midpoint(*one, *other)).collect();
        for next in 1..order.len() {
            let least = angles[next - 1] + self.gap(order[next - 1].1, order[next].1, angles[next - 1], 1.0)?;
            angles[next] = angles[next].max(least);
        }
        let ((_, first), (_, last)) = (order.first()?, order.last()?);
        let end = angles.last().copied()?;
        let closes = if order.len() < 2 { 0.0 } else { self.gap(*last, *first, end, 1.0)? };
        (end + closes <= angles[0] + TAU).then_some(angles)
    }

    /// How far round the ring `next` must stand from `card`, which stands at `angle`.
    fn gap(&self, card: usize, next: usize, angle: f32, side: f32) -> Option<f32> {
        let wide = self.at(card, angle).expanded(self.request.metrics.sibling_gap);
        let step = (4.0 / self.radius).min(0.05);
        let mut gap = step;
        while gap < PI {
            if !self.at(next, angle + side * gap).overlaps(&wide) {
                return Some(gap);
            }
            gap += step;
        }
        None
    }

    fn is_free(&self, order: &[(f32, usize)], angles: &[f32]) -> bool {
        let margin = self.request.metrics.sibling_gap;
        let new: Vec<CanvasRect> = order.iter().zip(angles).map(|((_, card), angle)| self.at(*card, *angle)).collect();
        new.iter().enumerate().all(|(place, card)| {
            let wide = card.expanded(margin - 0.1);
            let mut inner = self.placed.iter().map(|other| &self.cards[*other]);
            !inner.any(|other| other.overlaps(&wide)) && !new[place + 1..].iter().any(|other| other.overlaps(&wide))
        })
    }

    /// The ring itself; its label stands where the ring is free.
    fn guide(&self, step: usize, angles: &[f32]) -> Guide {
        let ends = angles.iter().skip(1).copied().chain(angles.first().map(|first| first + TAU));
        let gaps = angles.iter().copied().zip(ends);
        let widest = gaps.max_by(|one, other| (one.1 - one.0).total_cmp(&(other.1 - other.0)));
        // Round a single card the label stands opposite.
        let free = match widest {
            Some((from, to)) if angles.len() > 1 => f32::midpoint(from, to),
            Some(_) | None => angles.first().copied().unwrap_or(0.0) + PI,
        };
        let label = match u8::try_from(step) {
            Ok(step) if usize::from(step) <= STEPS => GuideLabel::Steps(step),
            Ok(_) | Err(_) => GuideLabel::Apart,
        };
        let center = CanvasPos::default();
        let at = CanvasPos::new(self.radius * free.cos(), self.radius * free.sin());
        Guide { shape: GuideShape::Ring { center, radius: self.radius }, label, at, is_centered: true }
    }
}

/// Rising angles drawn a part of the way to even ones: a crowd at one side makes a ring wide, and half of it empty.
fn eased(mut order: Vec<(f32, usize)>) -> Vec<(f32, usize)> {
    #[expect(clippy::cast_precision_loss, reason = "fewer people than 2^24")]
    let (count, even) = (order.len() as f32, |place: usize| TAU * place as f32 / order.len() as f32);
    let evens: Vec<f32> = (0..order.len()).map(even).collect();
    let turned = order.iter().zip(&evens).map(|((angle, _), even)| angle - even).sum::<f32>() / count;
    for ((angle, _), even) in order.iter_mut().zip(evens) {
        *angle += EASE * (even + turned - *angle);
    }
    order
}

/// Angles in rising order, beginning behind the widest gap, so that nobody is pushed across it.
fn cut_at_widest(order: &[(f32, usize)]) -> Vec<(f32, usize)> {
    let before = |place: usize| match place {
        0 => order[0].0 + TAU - order[order.len() - 1].0,
        place => order[place].0 - order[place - 1].0,
    };
    let first = (0..order.len()).max_by(|one, other| before(*one).total_cmp(&before(*other))).unwrap_or(0);
    let turned = order[..first].iter().map(|(angle, card)| (angle + TAU, *card));
    order[first..].iter().copied().chain(turned).collect()
}
