//! The client's sheet and the plan: mentions that lead nowhere, shares above a hundred.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Check, Repair, Subject, fields, listed, set_aside};
use crate::model::{
    Account, Action, ClientSheet, CriterionId, ForecastLine, GrowthLever, Opportunity, OpportunityId, PersonId,
    PlanSheet, ScoreLine, TeamMember,
};

pub(super) fn check_plan(account: &mut Account, repairs: Check<'_>, persons: &BTreeSet<PersonId>) {
    let mut sheet = account.client.as_ref().clone();
    let lost: Vec<PersonId> = sheet.purchasing_people.extract_if(.., |person| !persons.contains(person)).collect();
    let people = listed(&lost);
    let shares = [
        ("satisfaction", too_much(&mut sheet.satisfaction)),
        ("loyalty", too_much(&mut sheet.loyalty)),
        ("conversion", too_much(&mut sheet.conversion)),
    ];
    let mut plan = account.plan.as_ref().clone();
    let planned = [
        ("share_wanted", too_much(&mut plan.share_wanted)),
        ("likely_from", too_much(&mut plan.likely_from)),
        ("visit_share", too_much(&mut plan.visit_share)),
    ];
    account.client = Arc::<ClientSheet>::new(sheet);
    account.plan = Arc::<PlanSheet>::new(plan);
    for (field, text) in [("purchasing_people", people)].into_iter().chain(shares).chain(planned) {
        let Some(text) = text else { continue };
        let subject = Subject { kind: "Account", name: account.profile.name.clone() };
        set_aside(account, format!("{field} {text}"));
        repairs.push(Repair::MentionSetAside { subject, field });
    }
    shares_of_records(account, repairs);
    criteria_of_actions(account, repairs);
}

/// Takes out a share above a hundred, and gives it as text.
fn too_much(share: &mut Option<u8>) -> Option<String> {
    share.take_if(|share| *share > 100).map(|share| share.to_string())
}

fn shares_of_records(account: &mut Account, repairs: Check<'_>) {
    fields::<ScoreLine>(account, repairs, "weight", |line| too_much(&mut line.weight));
    fields::<GrowthLever>(account, repairs, "probability", |lever| too_much(&mut lever.probability));
    fields::<ForecastLine>(account, repairs, "share", |line| too_much(&mut line.share));
    fields::<ForecastLine>(account, repairs, "share_wanted", |line| too_much(&mut line.share_wanted));
    fields::<TeamMember>(account, repairs, "time_share", |member| too_much(&mut member.time_share));
}

/// Criteria that actions name and their opportunity does not know.
fn criteria_of_actions(account: &mut Account, repairs: Check<'_>) {
    let known: BTreeMap<OpportunityId, BTreeSet<CriterionId>> = account
        .all::<Opportunity>()
        .map(|deal| (deal.id, deal.buying.criteria.iter().map(|row| row.id).collect()))
        .collect();
    fields::<Action>(account, repairs, "criterion", |action| {
        let criteria = action.opportunity.and_then(|deal| known.get(&deal));
        let is_lost = |criterion: &mut CriterionId| !criteria.is_some_and(|known| known.contains(criterion));
        action.criterion.take_if(is_lost).map(|criterion| criterion.to_string())
    });
}
