//! Cards on their way from one picture to the next.

use std::collections::BTreeMap;

use crate::layout::{CanvasRect, Index, Layout, LayoutRequest};
use crate::model::SeatId;

/// How long cards are on their way, in seconds. Source: look, section 5.
const LASTS: f64 = 0.2;

/// Beyond so many cards nobody follows single ones, and every frame counts.
const MOST: usize = 2_000;

/// A shift smaller than this, in points, needs no way.
const STILL: f32 = 24.0;

/// Where the cards stood, and the picture of just now.
pub(super) struct Motion {
    from: BTreeMap<SeatId, CanvasRect>,
    from_bounds: CanvasRect,
    began: f64,
    /// Between 0, where the cards stood, and 1, where they go.
    pub(super) share: f32,
    pub(super) layout: Layout,
    pub(super) index: Index,
}

impl Motion {
    /// From the picture drawn before to `layout`; none where nothing moves far, or too much.
    pub(super) fn between(
        before: (&LayoutRequest, &Layout),
        after: (&LayoutRequest, &Layout),
        now: f64,
    ) -> Option<Self> {
        let from: BTreeMap<SeatId, CanvasRect> =
            before.0.cards.iter().map(|card| card.seat).zip(before.1.cards.iter().copied()).collect();
        let is_large = from.len() > MOST || after.0.cards.len() > MOST;
        let moves = after.0.cards.iter().zip(&after.1.cards).any(|(card, rect)| {
            from.get(&card.seat).is_some_and(|old| (old.x - rect.x).abs() + (old.y - rect.y).abs() > STILL)
        });
        let mut motion = Self {
            from,
            from_bounds: before.1.bounds,
            began: now,
            share: 0.0,
            layout: after.1.clone(),
            index: Index::default(),
        };
        (moves && !is_large).then(|| {
            motion.go_on(after, now);
            motion
        })
    }

    /// The picture at `now`; false once the cards have arrived.
    pub(super) fn go_on(&mut self, (request, layout): (&LayoutRequest, &Layout), now: f64) -> bool {
        let share = ((now - self.began) / LASTS).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
        let left = 1.0 - share as f32;
        // Ease out: fast at first, and gently home.
        self.share = 1.0 - left * left * left;
        for ((card, target), shown) in request.cards.iter().zip(&layout.cards).zip(&mut self.layout.cards) {
            *shown = self.from.get(&card.seat).map_or(*target, |old| between(old, target, self.share));
        }
        self.layout.bounds = between(&self.from_bounds, &layout.bounds, self.share);
        self.index = Index::of(&self.layout);
        share < 1.0
    }
}

fn between(from: &CanvasRect, to: &CanvasRect, share: f32) -> CanvasRect {
    let mix = |from: f32, to: f32| from + (to - from) * share;
    CanvasRect {
        x: mix(from.x, to.x),
        y: mix(from.y, to.y),
        width: mix(from.width, to.width),
        height: mix(from.height, to.height),
    }
}
