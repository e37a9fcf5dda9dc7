//! Which people a page's map shows and how they are laid out, for the largest legible type.

use std::collections::{BTreeMap, BTreeSet};

use super::map::MIN_NAME_SIZE;
use crate::layout::{ChartOptions, Layout, LayoutRequest, chart};
use crate::model::{Account, BuyingRole, Judgement, Person, PersonId, Seat, SeatId, Support};
use crate::theme::{CardMetrics, MapMetrics, Measure};

/// A small map is drawn larger than life, up to here.
const MAX_SCALE: f32 = 1.3;

/// How often the page's map is laid out at the most to find what fits.
const SEARCH: usize = 12;

/// More than any judgement weighs: a way with a gap leads nowhere.
const WEIGHT_ON_THE_WAY: u32 = 1000;

/// A layout that fits.
pub(super) struct Fit {
    pub(super) seats: Vec<SeatId>,
    pub(super) request: LayoutRequest,
    pub(super) layout: Layout,
    pub(super) scale: f32,
}

/// The layout with the largest type: of everybody where the names stay legible, else of the
/// most important people, those on the `way` first, as many as stay so.
pub(super) fn best_fit(account: &Account, measure: &Measure, room: (f32, f32), way: &[PersonId]) -> Option<Fit> {
    if account.seats.is_empty() || room.0 < 20.0 || room.1 < 20.0 {
        return None;
    }
    let order = by_importance(account, way);
    let least = MIN_NAME_SIZE / CardMetrics::PAGE.name_size;
    let everybody = widest_fit(account, measure, room, &order);
    if everybody.scale >= least {
        return Some(everybody);
    }
    let (mut fits, mut fails) = (1, order.len());
    let mut best = widest_fit(account, measure, room, &order[..1]);
    for _ in 0..SEARCH {
        if fails - fits < 2 {
            break;
        }
        let middle = usize::midpoint(fits, fails);
        let tried = widest_fit(account, measure, room, &order[..middle]);
        if tried.scale >= least {
            fits = middle;
            best = tried;
        } else {
            fails = middle;
        }
    }
    Some(best)
}

/// Seats, the most important first; whoever stands above an important one is as important.
fn by_importance(account: &Account, way: &[PersonId]) -> Vec<SeatId> {
    let mut weight: BTreeMap<SeatId, u32> = account
        .all::<Seat>()
        .map(|seat| {
            let weight = |person: &Person| {
                weight_of(&person.judgement) + if way.contains(&person.id) { WEIGHT_ON_THE_WAY } else { 0 }
            };
            (seat.id, account.holder(seat.id).map_or(0, weight))
        })
        .collect();
    let mut depth: BTreeMap<SeatId, u32> = BTreeMap::new();
    for seat in account.all::<Seat>() {
        let own = weight[&seat.id];
        let mut above = seat.reports_to;
        let mut steps = 0;
        while let Some(boss) = above.filter(|_| steps <= account.seats.len()) {
            if let Some(weight) = weight.get_mut(&boss) {
                *weight = (*weight).max(own);
            }
            steps += 1;
            above = account.get::<Seat>(boss).and_then(|boss| boss.reports_to);
        }
        depth.insert(seat.id, u32::try_from(steps).unwrap_or(u32::MAX));
    }
    let mut order: Vec<SeatId> = account.seats.keys().copied().collect();
    order.sort_by_key(|seat| (std::cmp::Reverse(weight[seat]), depth[seat], *seat));
    order
}

/// How much a map without the person would lack.
fn weight_of(judged: &Judgement) -> u32 {
    let role = match judged.role {
        Some(BuyingRole::Approver) => 100,
        Some(BuyingRole::DecisionMaker) => 90,
        Some(BuyingRole::Evaluator) => 50,
        Some(BuyingRole::User) => 20,
        None => 0,
    };
    let support = match judged.support {
        Some(Support::Mentor | Support::Enemy) => 30,
        Some(Support::Supporter | Support::NonSupporter) => 15,
        Some(Support::Neutral) => 5,
        None => 0,
    };
    let key = if judged.is_key_player() { 40 } else { 0 };
    role + support + key + u32::from(judged.veto == Some(true)) * 30
}

/// The layout with cards as wide as their text wants, or narrower where that makes type larger.
fn widest_fit(account: &Account, measure: &Measure, room: (f32, f32), shown: &[SeatId]) -> Fit {
    let mut best = fit_of(account, measure, room, shown, CardMetrics::PAGE.max_width);
    for width in [100.0, 84.0] {
        if best.scale > 0.82 {
            break;
        }
        let tried = fit_of(account, measure, room, shown, width);
        // A cut title must buy type that is clearly larger.
        if tried.scale > best.scale * 1.06 {
            best = tried;
        }
    }
    best
}

/// The best of several ways to stack leaves, then spread to fill the room.
fn fit_of(account: &Account, measure: &Measure, room: (f32, f32), shown: &[SeatId], max_width: f32) -> Fit {
    let shown: BTreeSet<SeatId> = shown.iter().copied().collect();
    let card = CardMetrics { max_width, ..CardMetrics::PAGE };
    let mut request =
        LayoutRequest::of_account(account, measure, &card, MapMetrics::PAGE, |seat| shown.contains(&seat.id));
    let seats: Vec<SeatId> = request.cards.iter().map(|card| card.seat).collect();
    if request.lines.len() > 3 * request.cards.len() {
        // Many lines want wide channels.
        request.metrics.row_gap *= 1.6;
        request.metrics.sibling_gap *= 1.5;
        request.metrics.branch_gap *= 1.5;
    }
    let mut best: Option<(f32, ChartOptions)> = None;
    // Placement alone is cheap; lines are routed once the shape is chosen.
    let lines = std::mem::take(&mut request.lines);
    for (stack_from, stack_rows) in
        [(usize::MAX, 1), (4, 4), (3, 3), (3, 4), (2, 3), (3, 6), (2, 5), (2, 7), (2, 10), (2, 14)]
    {
        request.options = ChartOptions { stack_from, stack_rows, orders_siblings: false };
        let scale = scale_of(&chart(&request), room);
        if best.is_none_or(|(highest, _)| scale > highest * 1.04) {
            best = Some((scale, request.options));
        }
    }
    request.lines = lines;
    if let Some((_, options)) = best {
        request.options = ChartOptions { orders_siblings: true, ..options };
    }
    let layout = chart(&request);
    let scale = scale_of(&layout, room);
    let mut fit = Fit { seats, request, layout, scale };
    spread(&mut fit, room);
    fit
}

/// How much of its own size a layout keeps in a room.
pub(super) fn scale_of(layout: &Layout, room: (f32, f32)) -> f32 {
    (room.0 / layout.bounds.width).min(room.1 / layout.bounds.height).min(MAX_SCALE)
}

/// Widens the gaps where the room is left over, so that lines have air and the page no hole.
fn spread(fit: &mut Fit, room: (f32, f32)) {
    let (width, height) = (room.0 / fit.scale, room.1 / fit.scale);
    let bounds = fit.layout.bounds;
    let metrics = &mut fit.request.metrics;
    let rows = ((bounds.height + metrics.row_gap) / metrics.row_pitch()).round().max(1.0);
    if rows > 1.0 {
        let more = (height - bounds.height) / (rows - 1.0);
        metrics.row_gap += more.clamp(0.0, metrics.card_height * 1.6) * 0.97;
    }
    let wider = (width / bounds.width).min(1.8);
    if wider > 1.03 {
        // Cards keep their width, so all the growth is in the gaps.
        let columns = (bounds.width / (CardMetrics::PAGE.min_width + metrics.sibling_gap)).round().max(2.0);
        let more = ((width - bounds.width) / (columns - 1.0) * 0.8).clamp(0.0, 60.0);
        metrics.sibling_gap += more;
        metrics.branch_gap += more;
    }
    let tried = chart(&fit.request);
    let scale = scale_of(&tried, room);
    // Spreading must never cost legibility.
    if scale >= fit.scale * 0.995 {
        fit.layout = tried;
        fit.scale = scale;
    } else {
        let row_gap = fit.request.metrics.row_gap;
        fit.request.metrics = MapMetrics { row_gap, ..MapMetrics::PAGE };
        let tried = chart(&fit.request);
        let scale = scale_of(&tried, room);
        if scale >= fit.scale * 0.995 {
            fit.layout = tried;
            fit.scale = scale;
        }
    }
}
