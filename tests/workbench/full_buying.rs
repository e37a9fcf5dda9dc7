//! How a client buys, with every field saying something: the part of the full account within opportunities.

use account_atlas::model::{
    BenefitRow, Buying, Coded, CompetitorId, DecisionCriterion, DevelopmentStage, Ids, Kept, Need, PersonId,
    ProcessStep,
};

use crate::full_account::{day, nth, text};

pub fn buying(number: usize, ids: &mut Ids, people: &[PersonId], rivals: &[CompetitorId]) -> Buying {
    let need = Need {
        id: ids.fresh(),
        statement: text(number),
        kind: Some(nth(number)),
        level: Some(nth(number)),
        holder: Some(people[number]),
        implication: text(number + 1),
        payoff: text(number + 2),
        kept: Kept::default(),
    };
    let benefit = BenefitRow {
        id: ids.fresh(),
        need: Some(need.id),
        feature: text(number),
        advantage: text(number + 1),
        benefit: text(number + 2),
        kept: Kept::default(),
    };
    let criterion = DecisionCriterion {
        id: ids.fresh(),
        name: text(number),
        class: Some(nth(number)),
        formal: Some(number.is_multiple_of(2)),
        mandatory: Some(!number.is_multiple_of(2)),
        set_by: Some(nth(number)),
        holders: people.to_vec(),
        our_fit: Some(nth(number)),
        rival_fits: rivals.iter().enumerate().map(|(place, rival)| (*rival, nth(number + place))).collect(),
        our_move: Some(nth(number)),
        note: text(number + 1),
        kept: Kept::default(),
    };
    let step = ProcessStep {
        id: ids.fresh(),
        step: text(number),
        who: people.to_vec(),
        department: text(number + 1),
        date: day(number),
        method: text(number + 2),
        done: number.is_multiple_of(2),
        kept: Kept::default(),
    };
    Buying {
        cycle: Some(nth(number)),
        sale: Some(nth(number)),
        process: vec![step, ProcessStep::new(ids.fresh())],
        criteria: vec![criterion, DecisionCriterion::new(ids.fresh())],
        needs: vec![need, Need::new(ids.fresh())],
        benefits: vec![benefit, BenefitRow::new(ids.fresh())],
        checklist: DevelopmentStage::ALL.iter().copied().take(number).collect(),
    }
}
