//! The ways to those who decide, ours and those of the ones against us. Source: methods, Graph analytics
//! 5, 6 and 8.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use super::{Counted, Found, Held, NoWay, Reason, Said, Term};
use crate::insight::Route;
use crate::insight::access::Ways;
use crate::insight::ground::{Ground, Known, has_role};
use crate::method::RuleNumber;
use crate::model::{BuyingRole, PersonId};

pub(super) fn say(ground: &Ground<'_>, ways: &Ways, found: &mut Found) {
    let mut routes: BTreeMap<PersonId, Vec<Route>> = BTreeMap::new();
    for route in ways.routes(ground) {
        routes.entry(route.target).or_default().push(route);
    }
    let unreached: Vec<PersonId> = ground.deciders().map(Known::id).filter(|id| !routes.contains_key(id)).collect();
    found.extend(routes.into_values().filter_map(path));
    if !unreached.is_empty() {
        no_paths(ground, &unreached, found);
    }
    for (person, targets) in ways.cut_by(ground) {
        let mut arithmetic: Vec<Term> =
            targets.iter().filter_map(|target| ways.best(ground, *target)).map(|route| whole(&route)).collect();
        arithmetic.push(Term::Count(Counted::OtherWays, 0));
        found.push(Said { reason: Reason::CutOff { person, targets }, arithmetic });
    }
    found.extend(ground.known.iter().filter(|known| known.is_against()).filter_map(|known| hostile(ground, known)));
    found.extend(ground.known.iter().filter_map(|known| conflict_above(ground, known)));
}

fn whole(route: &Route) -> Term {
    Term::OtherWay(route.people.clone(), route.cost)
}

/// Nothing is to be said of a target who can be spoken to at once.
fn path(routes: Vec<Route>) -> Option<Said> {
    let mut routes = routes.into_iter();
    let route = routes.next().filter(|route| !route.steps.is_empty())?;
    let others: Vec<Route> = routes.collect();
    let steps = route.steps.iter().map(|step| Term::Step { from: step.from, to: step.to, costs: step.costs.clone() });
    let arithmetic = steps.chain([Term::Cost(route.cost)]).chain(others.iter().map(whole)).collect();
    Some(Said { reason: Reason::Path { route, others }, arithmetic })
}

fn no_paths(ground: &Ground<'_>, targets: &[PersonId], found: &mut Found) {
    let doors = ground.known.iter().filter(|known| ground.is_door(known)).count();
    let through_anybody = Ways::of(ground, |_| true);
    let is_against = |person: PersonId| ground.at(person).is_some_and(|at| ground.known[at].is_against());
    for target in targets {
        let route = through_anybody.best(ground, *target);
        let blocker = route.iter().flat_map(|route| &route.steps).map(|step| step.from).find(|from| is_against(*from));
        let cause = match blocker {
            Some(blocker) => NoWay::Blocked(blocker),
            None if doors == 0 => NoWay::NoDoor,
            None => NoWay::NoLine,
        };
        let lines = ground.at(*target).map_or(0, |at| ground.into[at].len());
        let mut arithmetic = vec![Term::Count(Counted::Doors, doors), Term::Count(Counted::Lines, lines)];
        arithmetic.extend(route.as_ref().map(whole));
        found.push(Said { reason: Reason::NoPath { person: *target, cause }, arithmetic });
    }
}

/// The shortest way of somebody against us to an approver, past nobody who is for us.
fn hostile(ground: &Ground<'_>, known: &Known<'_>) -> Option<Said> {
    let most = ground.number(RuleNumber::HostileSteps);
    let start = ground.at(known.id())?;
    let mut before: BTreeMap<usize, Option<usize>> = BTreeMap::from([(start, None)]);
    let mut waiting = VecDeque::from([(start, 0)]);
    let mut reached = None;
    while let Some((here, steps)) = waiting.pop_front() {
        if here != start && has_role(&ground.known[here].judged, BuyingRole::Approver) {
            reached = Some(here);
            break;
        }
        // Whoever is for us carries nothing against us on.
        if steps == most || ground.known[here].judged.is_supportive() {
            continue;
        }
        let mut arcs = ground.out[here].clone();
        arcs.sort_by_key(|arc| (std::cmp::Reverse(arc.strength), arc.other));
        for arc in arcs {
            if let Entry::Vacant(unseen) = before.entry(arc.other) {
                unseen.insert(Some(here));
                waiting.push_back((arc.other, steps + 1));
            }
        }
    }
    let mut people = Vec::new();
    let mut here = reached;
    while let Some(at) = here {
        people.push(ground.known[at].id());
        here = before.get(&at).copied().flatten();
    }
    people.reverse();
    let arithmetic = vec![
        Term::Judged(known.id(), Held::Support(known.judged.support)),
        Term::Count(Counted::Lines, people.len().saturating_sub(1)),
        Term::Limit(RuleNumber::HostileSteps, most),
    ];
    (!people.is_empty()).then_some(Said { reason: Reason::HostilePath(people), arithmetic })
}

fn conflict_above(ground: &Ground<'_>, known: &Known<'_>) -> Option<Said> {
    let supporter = known.judged.is_supportive().then_some(known.id())?;
    let is_approver = |other: &&Known<'_>| has_role(&other.judged, BuyingRole::Approver);
    let mut approvers = ground.known.iter().filter(is_approver).map(Known::id);
    let approver = approvers.find(|approver| ground.are_at_odds(supporter, *approver))?;
    let arithmetic =
        vec![Term::Judged(supporter, Held::Support(known.judged.support)), Term::Odds(supporter, approver)];
    Some(Said { reason: Reason::ConflictAbove { supporter, approver }, arithmetic })
}
