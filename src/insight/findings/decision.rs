//! What the map as a whole says of the decision: the light, the roles, the groups, the balance.

use super::{Counted, Found, Reason, Said, Term, count};
use crate::insight::MapLight;
use crate::insight::figures::light;
use crate::insight::ground::{Ground, Known, decides, has_role};
use crate::method::RuleNumber;
use crate::model::{BuyingRole, BuyingTag, Coded, Judgement, Person, PersonKind};

pub(super) fn say(ground: &Ground<'_>, found: &mut Found) {
    found.extend(map_light(ground));
    found.extend(missing_roles(ground));
    found.extend(missing_gatekeeper(ground));
    found.extend(missing_group(ground));
    found.extend(balance(ground));
    found.extend(no_opponent(ground));
}

/// The people among the known that pass, for counting.
fn those<'g, 'a>(
    ground: &'g Ground<'a>,
    is_one: impl Fn(&Known<'a>) -> bool + 'g,
) -> impl Iterator<Item = &'a Person> + 'g {
    ground.known.iter().filter(move |known| is_one(known)).map(|known| known.person)
}

/// Source: methods, Graph analytics 1.
fn map_light(ground: &Ground<'_>) -> Option<Said> {
    let keys: Vec<&Judgement> = ground.keys().map(|known| &known.judged).collect();
    let heaviest = |is_one: &dyn Fn(&Known<'_>) -> bool| {
        let those = ground.keys().filter(|known| is_one(known)).map(Known::id);
        those.min_by_key(|person| (-ground.weight(*person), *person))
    };
    let reason = match light(&keys) {
        MapLight::Green => return None,
        MapLight::Red => match ground.next_to_win(|_| true) {
            Some(first) => Reason::NobodyForUs { first },
            None => Reason::NoKeyPlayer,
        },
        MapLight::Amber => Reason::NobodyDecidesForUs {
            supporter: heaviest(&|known| known.judged.is_supportive())?,
            next: ground.next_to_win(|known| decides(&known.judged)),
        },
    };
    let is_ours = |known: &Known<'_>| known.is_key() && known.judged.is_supportive();
    let arithmetic = vec![
        count(Counted::KeyPlayers, those(ground, Known::is_key)),
        count(Counted::KeyPlayersForUs, those(ground, is_ours)),
        count(Counted::DecidersForUs, those(ground, move |known| is_ours(known) && decides(&known.judged))),
    ];
    Some(Said { reason, arithmetic })
}

/// Source: methods, Graph analytics 4.
fn missing_roles(ground: &Ground<'_>) -> Option<Said> {
    let is_had = |role: BuyingRole| ground.known.iter().any(|known| has_role(&known.judged, role));
    let missing: Vec<BuyingRole> = BuyingRole::ALL.iter().copied().filter(|role| !is_had(*role)).collect();
    let with_role = |known: &Known<'_>| known.judged.role.is_some() || !known.judged.extra_roles.is_empty();
    let arithmetic =
        vec![count(Counted::People, those(ground, |_| true)), count(Counted::WithRole, those(ground, with_role))];
    (!missing.is_empty()).then_some(Said { reason: Reason::MissingRoles(missing), arithmetic })
}

/// Source: methods P8.
fn missing_gatekeeper(ground: &Ground<'_>) -> Option<Said> {
    let guards = |known: &Known<'_>| {
        known.judged.tags.contains(&BuyingTag::Gatekeeper) || known.judged.tags.contains(&BuyingTag::Buyer)
    };
    let arithmetic =
        vec![count(Counted::People, those(ground, |_| true)), count(Counted::Gatekeepers, those(ground, guards))];
    (!ground.known.iter().any(guards)).then_some(Said { reason: Reason::MissingGatekeeper, arithmetic })
}

/// Source: methods P16.
fn missing_group(ground: &Ground<'_>) -> Option<Said> {
    let is_group = |known: &Known<'_>| known.person.kind == PersonKind::Group;
    let is_missing = ground.account.profile.collective_decision && !ground.known.iter().any(is_group);
    let arithmetic = vec![count(Counted::Groups, those(ground, is_group))];
    is_missing.then_some(Said { reason: Reason::MissingGroup, arithmetic })
}

/// Fires only where somebody's side is known: of nobody nothing can be said.
fn balance(ground: &Ground<'_>) -> Option<Said> {
    let supporters = ground.known.iter().filter(|known| known.judged.is_supportive()).count();
    let opponents = ground.known.iter().filter(|known| known.is_against()).count();
    let lead = ground.number(RuleNumber::BalanceLead);
    let is_enough = supporters >= opponents.saturating_add(usize::try_from(lead).unwrap_or(0));
    let arithmetic = vec![
        Term::Count(Counted::ForUs, supporters),
        Term::Count(Counted::AgainstUs, opponents),
        Term::Limit(RuleNumber::BalanceLead, lead),
    ];
    let reason = Reason::Balance { supporters, opponents, next: ground.next_to_win(|_| true) };
    (supporters + opponents > 0 && !is_enough).then_some(Said { reason, arithmetic })
}

fn no_opponent(ground: &Ground<'_>) -> Option<Said> {
    let people = ground.number(RuleNumber::NoOpponentPeople);
    let is_large = ground.known.len() >= usize::try_from(people).unwrap_or(0);
    let is_quiet = !ground.known.iter().any(Known::is_against);
    let doors = ground.known.iter().filter(|known| ground.is_door(known)).map(Known::id);
    let ask = doors.min_by_key(|person| (-ground.weight(*person), *person));
    let arithmetic = vec![
        Term::Count(Counted::AgainstUs, 0),
        count(Counted::People, those(ground, |_| true)),
        Term::Limit(RuleNumber::NoOpponentPeople, people),
    ];
    (is_large && is_quiet).then_some(Said { reason: Reason::NoOpponent { ask }, arithmetic })
}
