//! Schema 1: rivals, risks and the value card, their fields on disk.

use chrono::NaiveDate;

use super::record::stored;
use crate::model::{
    Competitor, CompetitorId, MemberId, PersonId, Rank, Risk, RiskId, RiskImpact, RiskLevel, RiskLikelihood, RivalFit,
    ValueEntry, ValueId, ValueKind, ValueQuadrant,
};

stored! {
    Competitor, "Competitor", block, Competitor::new(CompetitorId::from_bits(0)), kept {
        id: CompetitorId => id,
        name: String => name,
        product_line: String => product_line,
        goals: String => goals,
        stance: String => stance,
        strengths: String => strengths,
        weaknesses: String => weaknesses,
        service: String => service,
        methods: String => methods,
        organization: String => organization,
        trends: String => trends,
        fit: Option<RivalFit> => fit,
        fit_note: String => fit_note,
        contacts: Vec<PersonId> => contacts,
        rank: Rank => rank,
    }
    Risk, "Risk", block, Risk::new(RiskId::from_bits(0)), kept {
        id: RiskId => id,
        text: String => text,
        likelihood: Option<RiskLikelihood> => likelihood,
        impact: Option<RiskImpact> => impact,
        level: RiskLevel => level,
        response: String => response,
        owner: Option<MemberId> => owner,
        people: Vec<PersonId> => people,
        rank: Rank => rank,
    }
    ValueEntry, "ValueEntry", block, ValueEntry::new(ValueId::from_bits(0)), kept {
        id: ValueId => id,
        quadrant: ValueQuadrant => quadrant,
        kind: Option<ValueKind> => kind,
        text: String => text,
        figure: String => figure,
        people: Vec<PersonId> => people,
        due: Option<NaiveDate> => due,
        rank: Rank => rank,
    }
}
