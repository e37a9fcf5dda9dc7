//! Whom a picture shows, where it does not show everybody.

use std::collections::BTreeSet;

use crate::insight::power_circle;
use crate::layout::{Outlook, within_steps};
use crate::method::FindingRules;
use crate::model::{Account, BuyingRole, LayoutKind, Seat, SeatId};

/// How far from the one in the centre a circle reaches.
const STEPS: u8 = 3;

/// The seats of the picture; `None` is all of them.
pub(super) fn shown(account: &Account, outlook: Outlook, rules: &FindingRules) -> Option<BTreeSet<SeatId>> {
    match outlook.kind {
        LayoutKind::PathToPower => {
            let circle = on_the_way(account, outlook, rules);
            // Where nobody decides the chart is shown, and a finding says who is missing.
            (!circle.is_empty()).then_some(circle)
        }
        LayoutKind::Circle => {
            let center = outlook.focus.filter(|seat| account.seats.contains_key(seat))?;
            Some(within_steps(account, center, STEPS).into_keys().collect())
        }
        LayoutKind::Organization | LayoutKind::OrganizationAcross => {
            let top = outlook.focus.filter(|seat| account.seats.contains_key(seat))?;
            Some(account.all::<Seat>().map(|seat| seat.id).filter(|seat| account.is_in_branch(*seat, top)).collect())
        }
        LayoutKind::Influence | LayoutKind::Position | LayoutKind::Coverage | LayoutKind::Overview => None,
    }
}

/// The seats of everybody on the way to the one in focus, else to those who approve.
fn on_the_way(account: &Account, outlook: Outlook, rules: &FindingRules) -> BTreeSet<SeatId> {
    let decides = |role| matches!(role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker));
    let focus = outlook.focus.and_then(|seat| account.holder(seat));
    let focus = focus.filter(|person| decides(account.judgement(person, outlook.opportunity).role));
    let targets: Vec<_> = focus.map(|person| person.id).into_iter().collect();
    let seat_of = account.seat_of_person();
    let people = power_circle(account, outlook.opportunity, rules, &targets);
    people.iter().filter_map(|person| seat_of.get(person).copied()).collect()
}
