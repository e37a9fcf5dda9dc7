//! Rows on how the client buys: each with an id of its own, and no mention that leads nowhere.

use std::collections::BTreeSet;

use super::{Check, fields, listed};
use crate::model::{
    Account, BenefitId, BenefitRow, Competitor, CompetitorId, CriterionId, DecisionCriterion, Need, NeedId,
    Opportunity, PersonId, ProcessStep, ProcessStepId, Record,
};

/// A row that stands inside an opportunity.
trait Row {
    fn bits(&self) -> u128;
    fn set_bits(&mut self, bits: u128);
}

macro_rules! rows {
    ($($row:ident: $id:ident),+ $(,)?) => {$(
        impl Row for $row {
            fn bits(&self) -> u128 {
                self.id.bits()
            }
            fn set_bits(&mut self, bits: u128) {
                self.id = $id::from_bits(bits);
            }
        }
    )+};
}
rows! { DecisionCriterion: CriterionId, ProcessStep: ProcessStepId, Need: NeedId, BenefitRow: BenefitId }

pub(super) fn check_rows(account: &mut Account, repairs: Check<'_>, persons: &BTreeSet<PersonId>) {
    // Ids first: a benefit names a need by its id. The first row of an id keeps it.
    fields::<Opportunity>(account, repairs, "criteria", |deal| named_apart(&mut deal.buying.criteria));
    fields::<Opportunity>(account, repairs, "process", |deal| named_apart(&mut deal.buying.process));
    fields::<Opportunity>(account, repairs, "needs", |deal| named_apart(&mut deal.buying.needs));
    fields::<Opportunity>(account, repairs, "benefits", |deal| named_apart(&mut deal.buying.benefits));
    fields::<Opportunity>(account, repairs, "holders", |deal| {
        listed(&deal.buying.forget_people(|person| !persons.contains(person)))
    });
    let rivals: BTreeSet<CompetitorId> = account.all::<Competitor>().map(Record::id).collect();
    fields::<Opportunity>(account, repairs, "rival_fits", |deal| {
        listed(&deal.buying.forget_rivals(|rival| !rivals.contains(rival)))
    });
    fields::<Opportunity>(account, repairs, "benefits", |deal| listed(&deal.buying.forget_needs()));
}

/// Gives rows without an id, or with a doubled one, the next free id; the old ids as text.
fn named_apart<T: Row>(rows: &mut [T]) -> Option<String> {
    let mut last = rows.iter().map(Row::bits).max().unwrap_or(0);
    let mut seen = BTreeSet::new();
    let mut lost = Vec::new();
    for row in rows {
        if row.bits() == 0 || !seen.insert(row.bits()) {
            lost.push(NeedId::from_bits(row.bits()));
            // Past the largest number the count starts anew, among numbers that are free.
            last = last.wrapping_add(1).max(1);
            while !seen.insert(last) {
                last = last.wrapping_add(1).max(1);
            }
            row.set_bits(last);
        }
    }
    listed(&lost)
}
