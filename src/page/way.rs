//! The way to the one who approves, as a page tells it: its sentence first, its cards numbered on the map.

use serde_json::{Value as Json, json};

use super::compose::Material;
use super::fit::Fit;
use super::map::Placing;
use crate::insight::{Finding, Reason, Route};
use crate::layout::{CanvasPos, CanvasRect};
use crate::model::{Account, BuyingRole, Person, PersonId};

/// What a page prints of the findings: the way to an approver first, be it in hand or not, then what is open.
///
/// Without a way to an approver another way leads; none does where the user has put the ways away.
pub(super) fn way_first(account: &Account, found: &[Finding]) -> Vec<Finding> {
    let way = way_to_approver(account, found);
    let others = found.iter().filter(|finding| finding.is_open() && Some(*finding) != way);
    way.into_iter().chain(others).cloned().collect()
}

fn way_to_approver<'f>(account: &Account, found: &'f [Finding]) -> Option<&'f Finding> {
    let approves = |route: &Route| {
        let judged = account.get::<Person>(route.target).map(|person| &person.judgement);
        judged.is_some_and(|judged| {
            judged.role == Some(BuyingRole::Approver) || judged.extra_roles.contains(&BuyingRole::Approver)
        })
    };
    let ways = || found.iter().filter(|finding| finding.muted.is_none() && route_of(finding).is_some());
    ways().find(|finding| route_of(finding).is_some_and(approves)).or_else(|| ways().next())
}

/// The best way that a finding tells.
pub(super) fn route_of(finding: &Finding) -> Option<&Route> {
    if let Reason::Path { route, .. } = &finding.reason { Some(route) } else { None }
}

/// The people of the way that a page tells, from the one who introduces us on; nobody where no way is told, or
/// where that one has no seat: without a number 1 the others say nothing.
pub(super) fn people<'m>(material: &'m Material<'_>) -> &'m [PersonId] {
    let people = material.findings.first().and_then(route_of).map_or(&[][..], |route| &route.people);
    let seats = material.account.seat_of_person();
    let is_seated = people.first().is_some_and(|first| seats.contains_key(first));
    if is_seated { people } else { &[] }
}

/// The way on a map that is laid out.
#[derive(Default)]
pub(super) struct Way {
    /// Its cards by their places in the request, each with its number; who is not drawn leaves a gap.
    numbers: Vec<(usize, usize)>,
    /// Its lines by their places in the request.
    lines: Vec<usize>,
    /// Steps that no line says, such as a seat in a committee, between two cards.
    seats: Vec<[usize; 2]>,
}

impl Way {
    pub(super) fn of(material: &Material<'_>, fit: &Fit) -> Self {
        let seats = material.account.seat_of_person();
        let card = |person: &PersonId| fit.request.card_of(*seats.get(person)?);
        let people = people(material);
        let Some(route) = material.findings.first().and_then(route_of).filter(|_| !people.is_empty()) else {
            return Self::default();
        };
        let numbers = (1..).zip(people).filter_map(|(number, person)| Some((card(person)?, number))).collect();
        let mut way = Self { numbers, ..Self::default() };
        for step in &route.steps {
            let line = fit.request.lines.iter().position(|line| line.link.is_some() && line.link == step.link);
            match (line, card(&step.from), card(&step.to)) {
                (Some(line), ..) => way.lines.push(line),
                (None, Some(from), Some(to)) => way.seats.push([from, to]),
                (None, None, _) | (None, _, None) => {}
            }
        }
        way
    }

    /// The number at a card; 0 where the way does not lead there.
    pub(super) fn number(&self, card: usize) -> usize {
        self.numbers.iter().find(|(known, _)| *known == card).map_or(0, |(_, number)| *number)
    }

    /// How many cards carry a number.
    pub(super) fn cards(&self) -> usize {
        self.numbers.len()
    }

    /// Whether a line of the request is one of its steps.
    pub(super) fn has_line(&self, line: usize) -> bool {
        self.lines.contains(&line)
    }

    /// The steps that no line says, as lines of the drawing from card to card.
    pub(super) fn steps(&self, place: &Placing<'_>) -> Vec<Json> {
        let cards = &place.fit.layout.cards;
        let step = |[from, to]: &[usize; 2]| {
            let (one, other) = (cards.get(*from)?, cards.get(*to)?);
            let (start, end) = (towards(one, other.center())?, towards(other, one.center())?);
            let angle = (end.y - start.y).atan2(end.x - start.x).to_degrees();
            let (start, end) = ((place.x(start.x), place.y(start.y)), (place.x(end.x), place.y(end.y)));
            Some(json!({ "kind": "way", "strength": 1, "way": true, "mark": null,
                "path": [["M", start.0, start.1], ["L", end.0, end.1]], "arrow": [end.0, end.1, angle.round()] }))
        };
        self.seats.iter().filter_map(step).collect()
    }
}

/// Where the straight line from the middle of `rect` to `goal` leaves it; `None` where `goal` lies inside.
fn towards(rect: &CanvasRect, goal: CanvasPos) -> Option<CanvasPos> {
    let from = rect.center();
    let (dx, dy) = (goal.x - from.x, goal.y - from.y);
    let share = (rect.width / 2.0 / dx.abs()).min(rect.height / 2.0 / dy.abs());
    (share < 1.0).then_some(CanvasPos { x: from.x + dx * share, y: from.y + dy * share })
}
