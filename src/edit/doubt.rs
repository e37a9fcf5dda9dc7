//! A judgement that changes leaves its proof behind: what confirmed the old value confirms no new one.

use crate::model::{Confidence, EvidenceList, JudgementField, OpportunityJudgement, Person};

/// Marks the evidence of every judgement that `after` has otherwise than `before` as assumed and not verified; who
/// said so stays. Evidence that was changed as well is left alone.
pub(super) fn doubt(after: &mut Person, before: &Person) {
    let (old, new) = (&before.judgement, &after.judgement);
    let changed = [
        (JudgementField::Role, old.role != new.role),
        (JudgementField::Attitude, before.attitude != after.attitude),
        (JudgementField::Support, old.support != new.support),
        (JudgementField::Coverage, old.coverage != new.coverage),
        (JudgementField::Political, old.political != new.political),
        (JudgementField::Stage, before.stage != after.stage),
        (JudgementField::Veto, old.veto != new.veto),
        (JudgementField::Coach, old.coach != new.coach),
    ];
    mark(&mut after.judgement.evidence, &before.judgement.evidence, &changed);
}

/// The same for what one opportunity judges.
pub(super) fn doubt_here(after: &mut OpportunityJudgement, before: &OpportunityJudgement) {
    let changed = [
        (JudgementField::Role, before.role != after.role),
        (JudgementField::Support, before.support != after.support),
        (JudgementField::Coverage, before.coverage != after.coverage),
        (JudgementField::Political, before.political != after.political),
        (JudgementField::Veto, before.veto != after.veto),
        (JudgementField::Coach, before.coach != after.coach),
    ];
    mark(&mut after.evidence, &before.evidence, &changed);
}

fn mark(after: &mut EvidenceList, before: &EvidenceList, changed: &[(JudgementField, bool)]) {
    for (field, _) in changed.iter().filter(|(_, is_changed)| *is_changed) {
        if let Some(evidence) = after.get_mut(field).filter(|evidence| before.get(field) == Some(&**evidence)) {
            evidence.confidence = Some(Confidence::Assumed);
            evidence.verified = None;
        }
    }
}
