//! Strategy, choices and value card of the account in which every field says something.

use std::collections::BTreeSet;

use account_atlas::model::{
    Coded, CompetitorId, Ids, Kept, MemberId, PersonId, PricePosition, StrategicChoice, StrategicChoices,
    StrategyElements, ValueEntry,
};

use crate::full_account::{day, money, nth, rank, text};

pub fn full_elements(people: &[PersonId], team: &[MemberId], rivals: &[CompetitorId]) -> StrategyElements {
    StrategyElements {
        objectives: text(1),
        focus: text(2),
        positioning: text(3),
        target_people: people.to_vec(),
        target_rivals: rivals.to_vec(),
        for_whom: text(4),
        price_position: Some(PricePosition::OnPar),
        price: text(5),
        advantage: text(6),
        approach: text(7),
        resources: text(8),
        agreed_by: Some(team[1]),
        agreed_on: day(3),
        budget: money(1),
        sales_forecast: money(6),
    }
}

pub fn full_choices() -> StrategicChoices {
    StrategicChoices {
        made: BTreeSet::from_iter(StrategicChoice::ALL.iter().copied()),
        trends_note: text(1),
        value_note: text(2),
        priority_note: text(3),
        weakness_note: text(4),
    }
}

pub fn full_value(ids: &mut Ids, number: usize, people: &[PersonId]) -> ValueEntry {
    ValueEntry {
        id: ids.fresh(),
        quadrant: nth(number),
        kind: Some(nth(number)),
        text: text(number),
        figure: text(number + 1),
        people: people.to_vec(),
        due: day(number),
        rank: rank(number),
        kept: Kept::default(),
    }
}
