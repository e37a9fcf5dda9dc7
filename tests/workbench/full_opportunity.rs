//! What an opportunity of the full account says of its background, and how its questions are answered.

use account_atlas::model::{Answer, Background, CompetitorId, Kept};

use crate::full_account::{day, evidence, nth, text};

pub fn background(number: usize) -> Background {
    Background {
        environment: text(number),
        core_business: text(number + 1),
        finances: text(number + 2),
        need: text(number + 3),
        project: text(number + 4),
        decision_process: text(number + 5),
        objective: text(number + 6),
        benefit: text(number + 7),
        exposure: text(number + 8),
        emphasis: Some(nth(number)),
        driver: text(number + 9),
        driver_date: day(number),
        market_pressure: text(number + 10),
        operating_pressure: text(number + 11),
        rival_pressure: text(number + 12),
        unique_value: text(number + 13),
        solution: text(number + 14),
        delivery: text(number + 15),
    }
}

pub fn answer(number: usize, rival: Option<CompetitorId>) -> Answer {
    Answer {
        question: text(number),
        rival,
        mark: Some(nth(number)),
        note: text(number + 1),
        evidence: Some(evidence(number)),
        kept: Kept::default(),
    }
}
