//! Schema 1: the client's sheet and the scores of the account, their fields on disk.

use std::collections::BTreeSet;

use super::record::stored;
use crate::model::{
    ClientSheet, InformationSource, Kept, Money, PersonId, Rank, ScoreAxis, ScoreLine, ScoreLineId, SupportingItem,
    SupportingNotes,
};

/// What the user wrote on one item that supports the plan, as a list item.
pub(super) struct SupportingNote {
    pub(super) item: SupportingItem,
    pub(super) note: String,
    pub(super) kept: Kept,
}

impl Default for SupportingNote {
    fn default() -> Self {
        Self { item: SupportingItem::OverallStrategy, note: String::new(), kept: Kept::default() }
    }
}

stored! {
    SupportingNote, "SupportingNote", inline, SupportingNote::default(), kept {
        item: SupportingItem => item,
        note: String => note,
    }
    ClientSheet, "ClientSheet", block, ClientSheet::default(), kept {
        mission: String => mission,
        outside_forces: String => outside_forces,
        inside_forces: String => inside_forces,
        coherence: String => coherence,
        industry_trend: String => industry_trend,
        quality: String => quality,
        annual_volume: String => annual_volume,
        credit: String => credit,
        price_demand: String => price_demand,
        payment_days: Option<u16> => payment_days,
        drawings: String => drawings,
        technical: String => technical,
        used_for: String => used_for,
        samples: String => samples,
        person_needs: String => person_needs,
        firm_needs: String => firm_needs,
        industry_needs: String => industry_needs,
        purchasing_process: String => purchasing_process,
        purchasing_people: Vec<PersonId> => purchasing_people,
        purchasing_detail: String => purchasing_detail,
        sources: BTreeSet<InformationSource> => sources,
        history: String => history,
        relation: String => relation,
        available: String => available,
        chances: String => chances,
        satisfaction: Option<u8> => satisfaction,
        loyalty: Option<u8> => loyalty,
        conversion: Option<u8> => conversion,
        lifetime_value: Option<Money> => lifetime_value,
        supporting: SupportingNotes => supporting,
    }
    ScoreLine, "ScoreLine", inline, ScoreLine::new(ScoreLineId::from_bits(0)), kept {
        id: ScoreLineId => id,
        axis: ScoreAxis => axis,
        criterion: String => criterion,
        weight: Option<u8> => weight,
        rating: Option<u8> => rating,
        evidence: String => evidence,
        rank: Rank => rank,
    }
}
