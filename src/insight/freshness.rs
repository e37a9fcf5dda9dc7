//! Whose judgement is oldest.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::model::{Account, Judgement, JudgementField, Opportunity, OpportunityId, Person, PersonId};

/// How long ago we last knew what we say of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// The person.
    pub person: PersonId,
    /// The youngest date of verification, as the card shows it; `None` where there never was one.
    pub verified: Option<NaiveDate>,
    /// What is judged and was never verified; where everything was, what is oldest.
    pub fields: Vec<JudgementField>,
    /// Days since then; 0 where it is yet to come, `None` where it never was.
    pub days: Option<i64>,
}

/// Everybody of whom something is judged, the one last verified longest ago first: whoever never was
/// comes before, key players before others of the same day, then who has more that was never
/// verified.
///
/// Cost: one walk over the people, O(people log people).
pub fn oldest_first(account: &Account, opportunity: Option<OpportunityId>, today: NaiveDate) -> Vec<Freshness> {
    let opportunity = opportunity.and_then(|id| account.get::<Opportunity>(id));
    let mut found: Vec<(bool, Freshness)> = Vec::new();
    for person in account.all::<Person>() {
        let own = opportunity.and_then(|at| at.judgements.get(&person.id));
        let judged = own.map_or(Cow::Borrowed(&person.judgement), |own| Cow::Owned(own.over(&person.judgement)));
        if let Some(freshness) = freshness(person, &judged, today) {
            found.push((judged.is_key_player(), freshness));
        }
    }
    // Equal ones stay in the order of their making.
    found.sort_by_key(|(is_key, one)| (one.verified, !is_key, std::cmp::Reverse(never(one))));
    found.into_iter().map(|(_, freshness)| freshness).collect()
}

/// How many fields were never verified, while none was.
fn never(one: &Freshness) -> usize {
    if one.verified.is_none() { one.fields.len() } else { 0 }
}

fn freshness(person: &Person, judged: &Judgement, today: NaiveDate) -> Option<Freshness> {
    let fields = person.judged_fields(judged);
    let dated = |field: &JudgementField| judged.evidence.get(field).and_then(|evidence| evidence.verified);
    // None comes before every date.
    let oldest = fields.iter().map(dated).min()?;
    let verified = fields.iter().filter_map(dated).max();
    Some(Freshness {
        person: person.id,
        verified,
        fields: fields.into_iter().filter(|field| dated(field) == oldest).collect(),
        days: verified.map(|day| (today - day).num_days().max(0)),
    })
}
