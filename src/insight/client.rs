//! What account, map and work say beside the client's sheet: needs noted, who buys, how well we know whom.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::{Potential, Selection, WalletShare, potential, potential_class, selection, wallet_share};
use crate::method::{AccountGuide, PotentialClass};
use crate::model::{
    Account, Activity, BuyingRole, Coverage, Judged, Opportunity, OpportunityId, OpportunityStatus, Person, PersonId,
    PersonKind, ResourceNeed, TeamRelation,
};

/// Whose need it is. Source: methods A5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedHolder {
    /// Of somebody who has a part in the decision.
    Person,
    /// Of the firm, or of a body of it.
    Firm,
}

/// A need that stands with an opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedNeed {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The need in the client's words.
    pub text: String,
    /// Who has it.
    pub holder: Option<PersonId>,
    /// What the holder does in that purchase.
    pub role: Option<BuyingRole>,
    /// Whose need it is; `None` where nobody said.
    pub of: Option<NeedHolder>,
}

/// Opportunities that are decided. Source: methods K6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
}

impl Conversion {
    /// The share won of those decided, in whole percent, rounded; `None` where none is decided.
    pub fn percent(self) -> Option<u8> {
        let of = self.won + self.lost;
        (of > 0).then(|| u8::try_from((200 * self.won + of) / (2 * of)).ok()).flatten()
    }
}

/// What is computed beside the client's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientFacts {
    /// The scores and what they advise.
    pub selection: Selection,
    /// Our share of what the client spends.
    pub share: WalletShare,
    /// How much can still come.
    pub potential: Potential,
    /// The class that share and potential make.
    pub class: Option<PotentialClass>,
    /// Needs noted with opportunities, in the order of the opportunities.
    pub needs: Vec<NotedNeed>,
    /// People with a buying role, those with the last say first.
    pub committee: Vec<(PersonId, BuyingRole)>,
    /// People known in depth, met several times, met briefly, not met.
    pub covered: [usize; 4],
    /// People of whom nobody says how well we know them.
    pub uncovered: usize,
    /// Activities of late.
    pub activities: usize,
    /// The day of the last activity up to today.
    pub last_activity: Option<NaiveDate>,
    /// People at the client whom our team knows.
    pub known_to_team: usize,
    /// What the team needs, and how much of that is agreed.
    pub resources: (usize, usize),
    /// Opportunities that are decided.
    pub conversion: Conversion,
}

/// What is computed beside the client's sheet on a day. Cost: one walk over people, opportunities with their needs and
/// judgements, activities, scores and relations.
pub fn client_facts(account: &Account, guide: &AccountGuide, today: NaiveDate) -> ClientFacts {
    let selection = selection(account, guide);
    let (share, potential) = (wallet_share(account), potential(account, &selection, guide));
    let (covered, uncovered) = coverage(account);
    let since = today.checked_sub_months(Months::new(u32::from(guide.activity_months)));
    let days = || account.all::<Activity>().filter_map(|activity| activity.date).filter(|day| *day <= today);
    let known = account.all::<TeamRelation>().filter(|relation| relation.member.is_some());
    let known: BTreeSet<PersonId> = known.filter_map(|relation| relation.person).collect();
    let agreed = account.all::<ResourceNeed>().filter(|need| need.is_agreed).count();
    let decided = |status| account.all::<Opportunity>().filter(|deal| deal.status == status).count();
    ClientFacts {
        class: potential_class(potential, share, guide),
        needs: noted_needs(account),
        committee: committee(account),
        covered,
        uncovered,
        activities: days().filter(|day| since.is_none_or(|since| *day > since)).count(),
        last_activity: days().max(),
        known_to_team: known.len(),
        resources: (account.needs.len(), agreed),
        conversion: Conversion { won: decided(OpportunityStatus::Won), lost: decided(OpportunityStatus::Lost) },
        selection,
        share,
        potential,
    }
}

/// People by how well we know them, and those of whom nobody says so; people still to be found count for nothing.
fn coverage(account: &Account) -> ([usize; 4], usize) {
    let (mut covered, mut uncovered) = ([0; 4], 0);
    for person in account.all::<Person>().filter(|person| person.kind == PersonKind::Individual) {
        match person.judgement.coverage {
            Some(Coverage::InDepth) => covered[0] += 1,
            Some(Coverage::MultipleContacts) => covered[1] += 1,
            Some(Coverage::BriefContact) => covered[2] += 1,
            Some(Coverage::NoContact) => covered[3] += 1,
            None => uncovered += 1,
        }
    }
    (covered, uncovered)
}

/// Needs with a holder are that person's, or the firm's where the holder is a body of it; what the client needs to do
/// by an opportunity's background is the firm's. Lost and given up opportunities still say what was needed.
fn noted_needs(account: &Account) -> Vec<NotedNeed> {
    let mut found = Vec::new();
    for deal in account.ranked::<Opportunity>() {
        let opportunity = deal.id;
        let background = deal.background.need.trim();
        if !background.is_empty() {
            let (text, of) = (background.to_owned(), Some(NeedHolder::Firm));
            found.push(NotedNeed { opportunity, text, holder: None, role: None, of });
        }
        for need in deal.buying.needs.iter().filter(|need| !need.statement.trim().is_empty()) {
            let holder = need.holder.and_then(|id| account.get::<Person>(id));
            let of = holder.map(|person| match person.kind {
                PersonKind::Group => NeedHolder::Firm,
                PersonKind::Individual | PersonKind::Placeholder => NeedHolder::Person,
            });
            let role = holder.and_then(|person| account.judgement(person, Some(opportunity)).role);
            let text = need.statement.trim().to_owned();
            found.push(NotedNeed { opportunity, text, holder: holder.map(|person| person.id), role, of });
        }
    }
    found
}

/// Everybody with a buying role: the account's, else the strongest that an opportunity gives.
fn committee(account: &Account) -> Vec<(PersonId, BuyingRole)> {
    let mut roles: BTreeMap<PersonId, BuyingRole> = BTreeMap::new();
    for deal in account.all::<Opportunity>() {
        for (person, judged) in &deal.judgements {
            if let Judged::Is(role) = judged.role {
                let known = roles.entry(*person).or_insert(role);
                *known = role.min(*known);
            }
        }
    }
    roles.retain(|person, _| account.persons.contains_key(person));
    let own = |person: &Person| person.judgement.role.or_else(|| person.judgement.extra_roles.first().copied());
    roles.extend(account.all::<Person>().filter_map(|person| Some((person.id, own(person)?))));
    let mut found: Vec<(PersonId, BuyingRole)> = roles.into_iter().collect();
    // Stable: within a role the order is that of their making.
    found.sort_by_key(|(_, role)| *role);
    found
}
