//! Whether an activity is prepared and honestly judged, and how often meetings move the project on.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::method::{ActivityGuide, Guide, Openings};
use crate::model::{
    Account, Activity, ActivityOutcome, Coded, Opportunity, OpportunityId, Person, PersonId, ThinkingStyle,
};

/// Within how many letters the verb stands behind whom it is done for.
const NAMED: usize = 8;

/// The words with which a sentence says what the seller does; `None` where it may be the client's doing.
/// Source: methods X2.
pub fn seller_opening<'g>(guide: &'g ActivityGuide, text: &str) -> Option<&'g str> {
    opening(guide, &guide.seller, text)
}

/// The words with which a deliverable names the effort and not the result. Source: methods L9.
pub fn effort_opening<'g>(guide: &'g ActivityGuide, text: &str) -> Option<&'g str> {
    opening(guide, &guide.effort, text)
}

/// The longest of the words with which a text begins, behind what may stand before a verb.
fn opening<'g>(guide: &ActivityGuide, openings: &'g Openings, text: &str) -> Option<&'g str> {
    let text = text.to_lowercase();
    let begins = |list: &[String], text: &str| list.iter().any(|word| after(text, word).is_some());
    let mut text = trimmed(&text);
    loop {
        if begins(&openings.except, text) {
            return None;
        }
        let found = openings.words.iter().filter(|word| after(text, word).is_some()).max_by_key(|word| word.len());
        if let Some(word) = found {
            let rest = after(text, word).unwrap_or_default();
            // Whoever shows us something is the client; "our" something is the seller's again.
            let is_to_us = begins(&guide.to_us, rest) && !begins(&openings.except, rest);
            return (!is_to_us).then_some(word.as_str());
        }
        match guide.leads.iter().find_map(|lead| after(text, lead)) {
            Some(rest) => text = rest,
            None => return towards(guide, openings, text),
        }
    }
}

/// The verb behind whom it is done for, as Chinese has it: 向马总介绍. Towards us it is the client's doing.
fn towards<'g>(guide: &ActivityGuide, openings: &'g Openings, text: &str) -> Option<&'g str> {
    let rest = guide.towards.iter().find_map(|lead| text.strip_prefix(lead.as_str()))?;
    if guide.to_us.iter().any(|us| rest.starts_with(us.as_str())) {
        return None;
    }
    let end = rest.char_indices().nth(NAMED).map_or(rest.len(), |(end, _)| end);
    let verbs = openings.words.iter().filter(|word| !word.is_ascii() && rest[..end].contains(word.as_str()));
    verbs.max_by_key(|word| word.len()).map(String::as_str)
}

fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|letter: char| !letter.is_alphanumeric())
}

/// What follows `word` at the beginning of a text. A word of letters ends where letters end; Chinese
/// has no such end.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    let is_whole = !word.is_ascii() || !rest.starts_with(|letter: char| letter.is_alphanumeric());
    is_whole.then(|| trimmed(rest))
}

/// What an activity must say beforehand. Source: methods X2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityLack {
    /// At least one person.
    Who,
    /// Its purpose.
    Why,
    /// What the client is to do.
    Expected,
    /// Its day.
    Date,
}

/// What an activity does not say and must, in the order of its form.
pub fn activity_lacks(activity: &Activity) -> Vec<ActivityLack> {
    let lacks = [
        (ActivityLack::Who, activity.who.is_empty()),
        (ActivityLack::Why, activity.why.is_none()),
        (ActivityLack::Date, activity.date.is_none()),
        (ActivityLack::Expected, activity.expected.trim().is_empty()),
    ];
    lacks.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(lack, _)| lack).collect()
}

/// Why an outcome does not go with what else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeDoubt {
    /// An advance, yet what was expected did not happen.
    NotHappened,
    /// An advance, yet nothing is said that the client did or promised.
    NothingDone,
    /// What was expected happened, and still it is called a continuation.
    Continued,
}

/// Whether the outcome goes with what the client did. Source: methods X3: actions, not words.
pub fn outcome_doubt(activity: &Activity) -> Option<OutcomeDoubt> {
    let is_said = |text: &str| !text.trim().is_empty();
    match (activity.outcome?, activity.happened) {
        (ActivityOutcome::Advance, Some(false)) => Some(OutcomeDoubt::NotHappened),
        (ActivityOutcome::Advance, happened) => {
            let is_done = happened == Some(true) && is_said(&activity.expected);
            (!is_done && !is_said(&activity.promised)).then_some(OutcomeDoubt::NothingDone)
        }
        (ActivityOutcome::Continuation, Some(true)) => Some(OutcomeDoubt::Continued),
        (ActivityOutcome::Order | ActivityOutcome::Continuation | ActivityOutcome::NoSale, _) => None,
    }
}

/// How many of the activities whose outcome is said moved the project on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdvanceRate {
    /// Orders and advances.
    pub moved: usize,
    /// Activities with an outcome.
    pub judged: usize,
}

/// The advance rate of these activities. Source: methods X3.
pub fn advance_rate<'a>(activities: impl IntoIterator<Item = &'a Activity>) -> AdvanceRate {
    let mut rate = AdvanceRate::default();
    for outcome in activities.into_iter().filter_map(|activity| activity.outcome) {
        rate.judged += 1;
        rate.moved += usize::from(matches!(outcome, ActivityOutcome::Order | ActivityOutcome::Advance));
    }
    rate
}

/// The advance rate of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdvanceRates {
    /// Of all activities.
    pub all: AdvanceRate,
    /// Of those held in the last days.
    pub recent: AdvanceRate,
    /// Of each opportunity with a judged activity, in the order of their list.
    pub opportunities: Vec<(OpportunityId, AdvanceRate)>,
}

/// The advance rates on a day. Undated activities count in all, but not as recent. Cost: one walk over the
/// activities for each opportunity.
pub fn advance_rates(account: &Account, guide: &ActivityGuide, today: NaiveDate) -> AdvanceRates {
    let since = today.checked_sub_days(Days::new(u64::from(guide.recent_days))).unwrap_or(today);
    let is_recent = |activity: &&Activity| activity.date.is_some_and(|day| since <= day && day <= today);
    let of = |id: OpportunityId| advance_rate(account.all().filter(|one: &&Activity| one.opportunity == Some(id)));
    let opportunities = account.ranked::<Opportunity>().into_iter().map(|opportunity| opportunity.id);
    AdvanceRates {
        all: advance_rate(account.all()),
        recent: advance_rate(account.all().filter(is_recent)),
        opportunities: opportunities.map(|id| (id, of(id))).filter(|(_, rate)| rate.judged > 0).collect(),
    }
}

/// The walk-around before an activity. Source: methods P14.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// The quadrants of those who attend, each with how many of them, in the order of the quadrants.
    pub styles: Vec<(ThinkingStyle, usize)>,
    /// How many attend whose quadrant is unknown.
    pub unknown: usize,
    /// Prompts gone through.
    pub done: usize,
    /// All prompts.
    pub all: usize,
}

/// What stands for a prompt of a quadrant in a file: `A1` is the first of A.
pub fn walk_code(style: ThinkingStyle, at: usize) -> String {
    format!("{}{}", style.code(), at + 1)
}

/// Which quadrants attend, and how far the walk has come. A group attends with its members; a second
/// style counts beside the first.
pub fn walk(account: &Account, guide: &Guide, activity: &Activity) -> Walk {
    let mut there: BTreeSet<PersonId> = BTreeSet::new();
    for person in activity.who.iter().filter_map(|id| account.get::<Person>(*id)) {
        match person.members.as_slice() {
            [] => there.extend([person.id]),
            members => there.extend(members),
        }
    }
    let people: Vec<&Person> = there.iter().filter_map(|id| account.get::<Person>(*id)).collect();
    let has = |person: &&&Person, style: ThinkingStyle| [person.style, person.second_style].contains(&Some(style));
    let counted = |style: ThinkingStyle| (style, people.iter().filter(|person| has(person, style)).count());
    let prompts = |style: ThinkingStyle| guide.style(style).map_or(0, |notes| notes.prompts.len());
    let codes = ThinkingStyle::ALL.iter().flat_map(|style| (0..prompts(*style)).map(|at| walk_code(*style, at)));
    let codes: Vec<String> = codes.collect();
    Walk {
        styles: ThinkingStyle::ALL.iter().map(|style| counted(*style)).filter(|(_, count)| *count > 0).collect(),
        unknown: people.iter().filter(|person| person.style.or(person.second_style).is_none()).count(),
        done: codes.iter().filter(|code| activity.walked.contains(code)).count(),
        all: codes.len(),
    }
}
