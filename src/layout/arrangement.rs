//! Which picture a layout draws, and what it must know of the account for that.

use std::collections::BTreeMap;

use super::LayoutRequest;
use crate::model::{
    Account, BuyingRole, Judgement, LayoutKind, OpportunityId, Person, PoliticalStatus, Seat, SeatId, Support,
};

/// A picture of the map, with what it needs beside cards and lines. Cards are named by their places in the request.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrangement {
    /// Organisation chart, top down.
    Chart,
    /// Organisation chart, left to right.
    ChartAcross,
    /// Layers towards these cards, which stand on top.
    Path {
        /// Whom we want to reach.
        targets: Vec<usize>,
    },
    /// Who stands near whom.
    Influence,
    /// Rings round one card.
    Circle {
        /// The card in the centre.
        center: usize,
    },
    /// Support across, power upward: one spot for each card.
    Position(Vec<Spot>),
    /// Units by levels: one cell for each card.
    Coverage(Vec<Cell>),
    /// Nested blocks.
    Overview,
}

/// Where a card stands on the position map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The column.
    pub support: Option<Support>,
    /// The row.
    pub political: Option<PoliticalStatus>,
    /// Place within the row: weight of the informal influence on others, in steps of strength.
    pub influence: u32,
}

/// Where a card stands on the coverage grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column; empty where the seat names no unit.
    pub unit: String,
    /// The row: the level, or the depth in the chart where the seat names none.
    pub level: u8,
}

/// What a picture is looked at through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Which picture.
    pub kind: LayoutKind,
    /// Whom it is about: the centre of the circle, the goal of the path.
    pub focus: Option<SeatId>,
    /// The opportunity whose judgements hold.
    pub opportunity: Option<OpportunityId>,
}

impl LayoutRequest {
    /// The same cards and lines as another picture. Pins are those of that picture.
    ///
    /// A circle or a path without anybody to be about falls back on the organisation chart.
    pub fn arranged(mut self, account: &Account, outlook: Outlook) -> Self {
        for card in &mut self.cards {
            card.pin = account.get::<Seat>(card.seat).and_then(|seat| seat.pins.get(&outlook.kind).copied());
        }
        let focus = outlook.focus.and_then(|seat| self.card_of(seat));
        let judged: Vec<Judgement> = self.cards.iter().map(|card| judged(account, card.seat, outlook)).collect();
        self.arrangement = match outlook.kind {
            LayoutKind::Organization => Arrangement::Chart,
            LayoutKind::OrganizationAcross => Arrangement::ChartAcross,
            LayoutKind::Influence => Arrangement::Influence,
            LayoutKind::Overview => Arrangement::Overview,
            LayoutKind::Circle => focus.map_or(Arrangement::Chart, |center| Arrangement::Circle { center }),
            LayoutKind::PathToPower => {
                let role = |wanted: BuyingRole| -> Vec<usize> {
                    (0..judged.len()).filter(|card| judged[*card].role == Some(wanted)).collect()
                };
                let decides =
                    |card: &usize| matches!(judged[*card].role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker));
                let targets = match (focus.filter(decides), role(BuyingRole::Approver)) {
                    (Some(focus), _) => vec![focus],
                    (None, approvers) if !approvers.is_empty() => approvers,
                    (None, _) => role(BuyingRole::DecisionMaker),
                };
                if targets.is_empty() { Arrangement::Chart } else { Arrangement::Path { targets } }
            }
            LayoutKind::Position => Arrangement::Position(spots(&self, &judged)),
            LayoutKind::Coverage => Arrangement::Coverage(cells(account, &self)),
        };
        self
    }
}

fn judged(account: &Account, seat: SeatId, outlook: Outlook) -> Judgement {
    let person: Option<&Person> = account.holder(seat);
    person.map_or_else(Judgement::default, |person| account.judgement(person, outlook.opportunity))
}

fn spots(request: &LayoutRequest, judged: &[Judgement]) -> Vec<Spot> {
    let mut influence = vec![0; judged.len()];
    for line in &request.lines {
        if let super::LineKind::Informal(crate::model::LinkKind::Influences(strength)) = line.kind {
            influence[line.from] += u32::from(strength.get());
        }
    }
    let spots = judged.iter().zip(influence);
    spots.map(|(judged, influence)| Spot { support: judged.support, political: judged.political, influence }).collect()
}

fn cells(account: &Account, request: &LayoutRequest) -> Vec<Cell> {
    let depths = depths(request);
    let cell = |(card, depth): (&super::CardRequest, u8)| {
        let seat = account.get::<Seat>(card.seat);
        let unit = seat.map_or_else(String::new, |seat| seat.unit.clone());
        Cell { unit, level: seat.and_then(|seat| seat.level).unwrap_or(depth) }
    };
    request.cards.iter().zip(depths).map(cell).collect()
}

/// How deep each card hangs, 1 at the top. A loop, which a repaired file cannot hold, counts as its length.
fn depths(request: &LayoutRequest) -> Vec<u8> {
    let mut known: BTreeMap<usize, u8> = BTreeMap::new();
    for card in 0..request.cards.len() {
        let mut path = vec![card];
        while let Some(manager) = path.last().and_then(|last| request.cards[*last].manager) {
            if known.contains_key(&manager) || path.contains(&manager) {
                break;
            }
            path.push(manager);
        }
        let above = path.last().and_then(|last| request.cards[*last].manager);
        let mut depth = above.and_then(|manager| known.get(&manager)).copied().unwrap_or(0);
        for card in path.into_iter().rev() {
            depth = depth.saturating_add(1);
            known.insert(card, depth);
        }
    }
    known.into_values().collect()
}
