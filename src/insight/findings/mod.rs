//! Where the map is weak or blind, and what it says to do, the gravest first.

mod decision;
mod judged;
mod power;
mod reason;
mod term;
mod ways;
mod work;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::access::Ways;
use super::ground::{Ground, Known};
use crate::method::{FindingRules, Severity};
use crate::model::{Account, Action, ActionId, FindingRule, Mute, MuteId, OpportunityId, Person, PersonId};

pub use reason::{NoWay, Reason};
pub use term::{Counted, Held, Term};

/// Something the map says that calls for an action. Source: methods, Graph analytics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule says it.
    pub rule: FindingRule,
    /// How it is to be taken.
    pub severity: Severity,
    /// What the rule and the person weigh together; the heavier stands first.
    pub weight: i32,
    /// What there is to say.
    pub reason: Reason,
    /// The people the sentence names.
    pub people: Vec<PersonId>,
    /// How the rule came to it.
    pub arithmetic: Vec<Term>,
    /// The record by which the user has put it away.
    pub muted: Option<MuteId>,
    /// An open action that answers it.
    pub in_hand: Option<ActionId>,
}

impl Finding {
    /// Whom it is about: a finding is put away and answered for this person. `None` where it is about the
    /// map as a whole.
    pub fn subject(&self) -> Option<PersonId> {
        self.reason.subject()
    }

    /// Whether it is still to be looked at: neither put away nor in hand.
    pub fn is_open(&self) -> bool {
        self.muted.is_none() && self.in_hand.is_none()
    }
}

/// What a rule has to say.
struct Said {
    reason: Reason,
    arithmetic: Vec<Term>,
}

type Found = Vec<Said>;

/// All findings on the account as judged in the opportunity looked through, the gravest first, then the
/// heaviest, then by name. Those put away and in hand are among them, marked.
///
/// The account's own values hold over `rules`. Cost: a walk over people and links, one search for the ways
/// and one for each alternative of them; 200 people with 500 links stay far below a frame.
pub fn findings(
    account: &Account,
    opportunity: Option<OpportunityId>,
    rules: &FindingRules,
    today: NaiveDate,
) -> Vec<Finding> {
    let ground = Ground::of(account, opportunity, rules);
    let mut said = Found::new();
    if !ground.known.is_empty() {
        decision::say(&ground, &mut said);
        judged::say(&ground, today, &mut said);
        power::say(&ground, &mut said);
        let ways = Ways::of(&ground, |known: &Known<'_>| !known.is_against());
        ways::say(&ground, &ways, &mut said);
    }
    work::say(&ground, today, &mut said);
    let answers = open_answers(account);
    let mut found: Vec<Finding> = said
        .into_iter()
        .filter(|said| ground.rules.is_on(said.reason.rule()))
        .map(|said| finding(&ground, said, &answers))
        .collect();
    found.sort_by(|one, other| {
        let place = |finding: &Finding| (finding.severity, -finding.weight, finding.rule);
        let name = |finding: &Finding| finding.people.first().map(|person| account.person_name(*person));
        let key = |finding: &Finding| (finding.subject(), finding.people.clone());
        (place(one), name(one), key(one)).cmp(&(place(other), name(other), key(other)))
    });
    found
}

fn finding(ground: &Ground<'_>, Said { reason, mut arithmetic }: Said, answers: &Answers<'_>) -> Finding {
    let (rule, subject) = (reason.rule(), reason.subject());
    let (own, person) = (ground.rules.weight(rule), subject.map_or(0, |person| ground.weight(person)));
    arithmetic.push(Term::Weight { rule: own, person });
    let muted = ground.account.all::<Mute>().find(|mute| mute.rule == Some(rule) && mute.person == subject);
    let in_hand = answers.get(&rule).into_iter().flatten();
    let mut in_hand = in_hand.filter(|action| subject.is_none_or(|person| action.people.contains(&person)));
    Finding {
        rule,
        severity: ground.rules.severity(rule),
        weight: own + person,
        people: reason.people(),
        reason,
        arithmetic,
        muted: muted.map(|mute| mute.id),
        in_hand: in_hand.next().map(|action| action.id),
    }
}

type Answers<'a> = BTreeMap<FindingRule, Vec<&'a Action>>;

/// The open actions by the rule they answer.
fn open_answers(account: &Account) -> Answers<'_> {
    let mut answers = Answers::new();
    for action in account.all::<Action>().filter(|action| action.is_open()) {
        if let Some(rule) = action.answers {
            answers.entry(rule).or_default().push(action);
        }
    }
    answers
}

/// Counts people as a term of the arithmetic.
fn count<'k>(counted: Counted, people: impl Iterator<Item = &'k Person>) -> Term {
    Term::Count(counted, people.count())
}
