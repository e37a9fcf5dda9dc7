//! What of the plan lies still.

use chrono::NaiveDate;

use super::{Counted, Found, Reason, Said, Term};
use crate::insight::ground::Ground;
use crate::method::RuleNumber;
use crate::model::Action;

/// How many late actions the arithmetic lists.
const LISTED: usize = 5;

/// Actions past their date, of the opportunity looked through and of no opportunity.
pub(super) fn say(ground: &Ground<'_>, today: NaiveDate, found: &mut Found) {
    let slack = i64::from(ground.number(RuleNumber::OverdueDays));
    let looked_through = ground.opportunity.map(|opportunity| opportunity.id);
    let is_ours = |action: &&Action| {
        looked_through.is_none() || action.opportunity.is_none() || action.opportunity == looked_through
    };
    let mut late: Vec<(NaiveDate, &Action)> = ground
        .account
        .all::<Action>()
        .filter(|action| action.is_open())
        .filter(is_ours)
        .filter_map(|action| Some((action.due.filter(|due| (today - *due).num_days() > slack)?, action)))
        .collect();
    late.sort_by_key(|(due, action)| (*due, action.id));
    let Some((oldest, _)) = late.first().copied() else { return };
    let listed = late.iter().take(LISTED);
    let listed = listed.map(|(day, action)| Term::Late {
        what: action.what.clone(),
        day: *day,
        days: (today - *day).num_days(),
    });
    let limit = Term::Limit(RuleNumber::OverdueDays, ground.number(RuleNumber::OverdueDays));
    let arithmetic = [Term::Count(Counted::Overdue, late.len())].into_iter().chain(listed).chain([limit]).collect();
    let actions = late.iter().map(|(_, action)| action.id).collect();
    found.push(Said { reason: Reason::Overdue { actions, oldest }, arithmetic });
}
