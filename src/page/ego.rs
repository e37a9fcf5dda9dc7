//! The small map of a brief: one person in the middle, round it those who are joined with it.

use std::collections::BTreeSet;

use super::compose::Material;
use super::fit::{Fit, scale_of};
use super::map::{MIN_NAME_SIZE, MapDrawing, draw_fit, empty_map};
use crate::layout::{LayoutRequest, Outlook, arranged};
use crate::model::{Account, LayoutKind, Link, LinkKind, PersonId, Seat, SeatId};
use crate::theme::{CardMetrics, MapMetrics, Measure};

/// The most people round the one in the middle; who is left out is listed beside the drawing.
const MOST: usize = 12;

/// Draws those next to `person`, the strongest links first, as many as stay legible.
pub(super) fn draw_around(
    material: &Material<'_>,
    measure: &Measure,
    room: (f32, f32),
    person: PersonId,
) -> MapDrawing {
    let account = material.account;
    let Some(center) = account.seat_of_person().get(&person).copied().filter(|_| room.0 >= 20.0 && room.1 >= 20.0)
    else {
        return empty_map(material);
    };
    let near = nearest(account, person, center);
    let least = MIN_NAME_SIZE / CardMetrics::PAGE.name_size;
    let mut count = near.len().min(MOST);
    loop {
        let shown: BTreeSet<SeatId> = near.iter().take(count).copied().chain([center]).collect();
        let fit = fit_around(account, measure, room, &shown, center);
        if fit.scale >= least || count == 0 {
            let mut drawing = draw_fit(material, fit);
            drawing.not_drawn = 0;
            // Round one person nobody counts who else is there.
            for card in drawing.json["cards"].as_array_mut().into_iter().flatten() {
                card["hidden"] = 0.into();
            }
            return drawing;
        }
        count -= count.div_ceil(6);
    }
}

/// The seats joined with a person: influences by their strength, conflicts, ties, then the manager and the reports.
fn nearest(account: &Account, person: PersonId, center: SeatId) -> Vec<SeatId> {
    let seats = account.seat_of_person();
    let weight = |kind: LinkKind| match kind {
        LinkKind::Influences(strength) => 10 * strength.get(),
        LinkKind::Conflict => 15,
        LinkKind::Tie(_) => 5,
    };
    let mut links: Vec<&Link> =
        account.all::<Link>().filter(|link| link.is_understood() && link.touches(person)).collect();
    links.sort_by_key(|link| std::cmp::Reverse(weight(link.kind)));
    let joined = links.into_iter().filter_map(|link| {
        let other = if link.from == person { link.to } else { link.from };
        seats.get(&other).copied()
    });
    let above = account.get::<Seat>(center).and_then(|seat| seat.reports_to);
    let below = account.all::<Seat>().filter(|seat| seat.reports_to == Some(center)).map(|seat| seat.id);
    let mut near: Vec<SeatId> = Vec::new();
    for seat in joined.chain(above).chain(below) {
        if seat != center && !near.contains(&seat) {
            near.push(seat);
        }
    }
    near
}

fn fit_around(account: &Account, measure: &Measure, room: (f32, f32), shown: &BTreeSet<SeatId>, center: SeatId) -> Fit {
    let card = CardMetrics { max_width: 96.0, ..CardMetrics::PAGE };
    let request = LayoutRequest::of_account(account, measure, &card, MapMetrics::PAGE, |seat| shown.contains(&seat.id));
    let outlook = Outlook { kind: LayoutKind::Circle, focus: Some(center), opportunity: None };
    let mut request = request.arranged(account, outlook);
    // On paper nobody looks for the places that were chosen in the window.
    request.cards.iter_mut().for_each(|card| card.pin = None);
    let seats = request.cards.iter().map(|card| card.seat).collect();
    let mut layout = arranged(&request);
    layout.guides.clear();
    let scale = scale_of(&layout, room);
    Fit { seats, request, layout, scale }
}
