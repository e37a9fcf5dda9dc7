//! Power against rank: who is listened to, and who only sits high. Source: methods, Graph analytics 7.

use super::{Counted, Found, Reason, Said, Term};
use crate::insight::ground::{Ground, Known, Rank, decides};
use crate::method::RuleNumber;

pub(super) fn say(ground: &Ground<'_>, found: &mut Found) {
    let is_anything_known = ground.out.iter().any(|arcs| !arcs.is_empty());
    for (at, known) in ground.known.iter().enumerate() {
        found.extend(hidden_power(ground, at, known));
        let is_unlinked = known.is_key() && ground.out[at].is_empty() && ground.into[at].is_empty();
        if is_unlinked && ground.known.len() > 1 {
            let arithmetic = vec![Term::Count(Counted::Lines, 0)];
            found.push(Said { reason: Reason::Unlinked(known.id()), arithmetic });
        } else if is_anything_known {
            found.extend(empty_rank(ground, at, known));
        }
    }
}

fn influence(ground: &Ground<'_>, at: usize) -> (Term, i32) {
    let mut parts: Vec<u8> = ground.out[at].iter().map(|arc| arc.strength.get()).collect();
    parts.sort_unstable_by(|one, other| other.cmp(one));
    let sum = parts.iter().map(|part| i32::from(*part)).sum();
    (Term::Influence(parts, sum), sum)
}

/// Low on the chart or outside it, listened to by many, and nobody has marked the person as a key player.
fn hidden_power(ground: &Ground<'_>, at: usize, known: &Known<'_>) -> Option<Said> {
    let (term, sum) = influence(ground, at);
    let (least, below) = (ground.number(RuleNumber::HiddenInfluence), ground.number(RuleNumber::HiddenLevel));
    let rank = match known.rank {
        Rank::Level(level) if i32::from(level) >= below => Term::Level(level, ground.levels),
        Rank::Outside => Term::Outside,
        Rank::Level(_) | Rank::Unplaced => return None,
    };
    let is_outside = rank == Term::Outside;
    let limits = [Term::Limit(RuleNumber::HiddenInfluence, least), Term::Limit(RuleNumber::HiddenLevel, below)];
    let arithmetic = [term, rank].into_iter().chain(limits).collect();
    let reason = Reason::HiddenPower { person: known.id(), is_outside };
    (sum >= least && !known.is_key()).then_some(Said { reason, arithmetic })
}

/// High on the chart, and nobody is known to listen. Who decides has power by the role, and a chart that is
/// no deeper than the limit has no high ranks.
fn empty_rank(ground: &Ground<'_>, at: usize, known: &Known<'_>) -> Option<Said> {
    let high = ground.number(RuleNumber::EmptyLevel);
    let Rank::Level(level) = known.rank else { return None };
    let is_high = i32::from(level) <= high && i32::from(ground.levels) > high;
    let has_power = decides(&known.judged) || known.judged.veto == Some(true) || !ground.out[at].is_empty();
    let arithmetic = vec![
        Term::Influence(Vec::new(), 0),
        Term::Level(level, ground.levels),
        Term::Limit(RuleNumber::EmptyLevel, high),
    ];
    (is_high && !has_power).then_some(Said { reason: Reason::EmptyRank(known.id()), arithmetic })
}
