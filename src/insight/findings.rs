//! Where the map is weak or blind, the gravest first.

use chrono::NaiveDate;

use super::access::access_paths;
use super::figures::is_met;
use crate::model::{Account, Action, ActionStatus, BuyingRole, Coded, Person, PersonId, Support};

/// Something the map says that calls for an action. Source: methods, Graph analytics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nobody is marked with this buying role.
    MissingRole(BuyingRole),
    /// A decider whom nobody on our side leads to.
    NoPath(PersonId),
    /// The way to a decider: who introduces us to whom.
    Path(Vec<PersonId>),
    /// A key player we have not met.
    NotMet(PersonId),
    /// A key player whose support we do not know.
    SupportUnknown(PersonId),
    /// A key player who works against us.
    Opposed(PersonId),
    /// Only one key player is met at all.
    SingleThread(PersonId),
    /// Nobody is marked as against us: somebody always is.
    NoOpponent,
    /// Actions past their date.
    Overdue(usize),
}

/// All findings on the whole account, the gravest first.
pub fn findings(account: &Account, today: NaiveDate) -> Vec<Finding> {
    if account.persons.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for role in BuyingRole::ALL {
        if !account.all::<Person>().any(|person| person.judgement.role == Some(*role)) {
            found.push(Finding::MissingRole(*role));
        }
    }
    let key: Vec<&Person> = account.all::<Person>().filter(|person| person.judgement.is_key_player()).collect();
    let opposed = |person: &&&Person| matches!(person.judgement.support, Some(Support::Enemy | Support::NonSupporter));
    found.extend(key.iter().filter(opposed).map(|person| Finding::Opposed(person.id)));
    let paths = access_paths(account, None);
    found.extend(paths.iter().filter(|path| path.people.is_empty()).map(|path| Finding::NoPath(path.target)));
    found.extend(key.iter().filter(|person| !is_met(&person.judgement)).map(|person| Finding::NotMet(person.id)));
    let unknown = key.iter().filter(|person| person.judgement.support.is_none());
    found.extend(unknown.map(|person| Finding::SupportUnknown(person.id)));
    if let [only] = key.iter().filter(|person| is_met(&person.judgement)).collect::<Vec<_>>()[..] {
        found.push(Finding::SingleThread(only.id));
    }
    let late = account.all::<Action>().filter(|action| {
        !matches!(action.status, ActionStatus::Done | ActionStatus::Dropped)
            && action.due.is_some_and(|due| due < today)
    });
    let late = late.count();
    if late > 0 {
        found.push(Finding::Overdue(late));
    }
    if !account.all::<Person>().any(|person| person.judgement.support == Some(Support::Enemy)) {
        found.push(Finding::NoOpponent);
    }
    // The longest way holds the shorter ones; it is told before what is merely missing.
    let longest = paths.into_iter().map(|path| path.people).max_by_key(Vec::len).filter(|people| people.len() > 1);
    let place = found
        .iter()
        .take_while(|finding| matches!(finding, Finding::MissingRole(_) | Finding::Opposed(_) | Finding::NoPath(_)))
        .count();
    if let Some(people) = longest {
        found.insert(place, Finding::Path(people));
    }
    found
}
