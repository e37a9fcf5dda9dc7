//! Schema 1: the rows of an opportunity on how the client buys.

use chrono::NaiveDate;
use serde::de::MapAccess;

use super::codec::{Bounded, Read, list_from_ron, raw};
use super::fields::write_inline;
use super::record::{Field, stored};
use super::v1_lists::keyed_lists;
use crate::model::{
    BenefitId, BenefitRow, Buying, CompetitorId, CriterionClass, CriterionId, CriterionMove, DecisionCriterion, Fit,
    Kept, Need, NeedId, NeedKind, NeedLevel, PersonId, ProcessStep, ProcessStepId, RivalFits, SetBy,
};

/// How well one rival meets a criterion, as a list item.
pub(super) struct RivalFit {
    competitor: CompetitorId,
    fit: Fit,
    kept: Kept,
}

fn blank_rival_fit() -> RivalFit {
    RivalFit { competitor: CompetitorId::from_bits(0), fit: Fit::Fair, kept: Kept::default() }
}

keyed_lists! {
    RivalFits, RivalFit, |item| !item.kept.is_empty(),
    |item: RivalFit| (item.competitor, item.fit),
    |(competitor, fit): (&CompetitorId, &Fit)| RivalFit {
        competitor: *competitor,
        fit: *fit,
        kept: Kept::default(),
    };
}

stored! {
    RivalFit, "RivalFit", inline, blank_rival_fit(), kept {
        competitor: CompetitorId => competitor,
        fit: Fit => fit,
    }
    DecisionCriterion, "DecisionCriterion", inline, DecisionCriterion::new(CriterionId::from_bits(0)), kept {
        id: CriterionId => id,
        name: String => name,
        class: Option<CriterionClass> => class,
        formal: Option<bool> => formal,
        mandatory: Option<bool> => mandatory,
        set_by: Option<SetBy> => set_by,
        holders: Vec<PersonId> => holders,
        our_fit: Option<Fit> => our_fit,
        rival_fits: RivalFits => rival_fits,
        our_move: Option<CriterionMove> => our_move,
        note: String => note,
    }
    ProcessStep, "ProcessStep", inline, ProcessStep::new(ProcessStepId::from_bits(0)), kept {
        id: ProcessStepId => id,
        step: String => step,
        who: Vec<PersonId> => who,
        department: String => department,
        date: Option<NaiveDate> => date,
        method: String => method,
        done: bool => done,
    }
    Need, "Need", inline, Need::new(NeedId::from_bits(0)), kept {
        id: NeedId => id,
        statement: String => statement,
        kind: Option<NeedKind> => kind,
        level: Option<NeedLevel> => level,
        holder: Option<PersonId> => holder,
        implication: String => implication,
        payoff: String => payoff,
    }
    BenefitRow, "BenefitRow", inline, BenefitRow::new(BenefitId::from_bits(0)), kept {
        id: BenefitId => id,
        need: Option<NeedId> => need,
        feature: String => feature,
        advantage: String => advantage,
        benefit: String => benefit,
    }
}

/// What the rows keep of a file that this version does not understand.
pub(super) fn kept_of(buying: &Buying) -> impl Iterator<Item = &Kept> {
    let criteria = buying.criteria.iter().map(|row| &row.kept);
    let process = buying.process.iter().map(|row| &row.kept);
    let needs = buying.needs.iter().map(|row| &row.kept);
    criteria.chain(process).chain(needs).chain(buying.benefits.iter().map(|row| &row.kept))
}
