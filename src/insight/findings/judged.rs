//! What is judged of single people, and what is not: unknown, hardly met, against us, old, behind.

use chrono::NaiveDate;

use super::{Counted, Found, Held, Reason, Said, Term};
use crate::insight::ground::{Ground, Known, contact, decides};
use crate::method::RuleNumber;
use crate::model::{
    Coverage, InnovationAttitude, JudgementField, MemberId, Novelty, Opportunity, OpportunityStatus, PersonId,
    PersonKind, RelationshipStage, TeamRelation,
};

pub(super) fn say(ground: &Ground<'_>, today: NaiveDate, found: &mut Found) {
    for known in ground.keys() {
        found.extend(unknown(ground, known));
        found.extend(hardly_met(ground, known));
        found.extend(opposed(known));
    }
    found.extend(single_thread(ground));
    attitudes(ground, found);
    found.extend(ground.known.iter().filter_map(|known| stale(ground, known, today)));
    found.extend(ground.known.iter().filter_map(|known| stage_gap(ground, known)));
}

/// Source: methods, Graph analytics 4. A group has no attitude.
fn unknown(ground: &Ground<'_>, known: &Known<'_>) -> Option<Said> {
    let (judged, is_group) = (&known.judged, known.person.kind == PersonKind::Group);
    let attitude = known.person.attitude;
    let asked = [
        (RuleNumber::UnknownRole, judged.role.is_none(), JudgementField::Role, Held::Role(None)),
        (RuleNumber::UnknownSupport, judged.support.is_none(), JudgementField::Support, Held::Support(None)),
        (RuleNumber::UnknownAttitude, attitude.is_none() && !is_group, JudgementField::Attitude, Held::Attitude(None)),
        (RuleNumber::UnknownPolitical, judged.political.is_none(), JudgementField::Political, Held::Political(None)),
    ];
    let lacking = || asked.iter().filter(|(number, is_unknown, ..)| *is_unknown && ground.rules.says(*number));
    let fields: Vec<JudgementField> = lacking().map(|(_, _, field, _)| *field).collect();
    let arithmetic = lacking().map(|(.., held)| Term::Judged(known.id(), *held)).collect();
    (!fields.is_empty()).then_some(Said { reason: Reason::Unknown { person: known.id(), fields }, arithmetic })
}

/// Source: methods, Graph analytics 2 and 4.
fn hardly_met(ground: &Ground<'_>, known: &Known<'_>) -> Option<Said> {
    let coverage = known.judged.coverage;
    let least = ground.number(RuleNumber::CoverageLeast);
    let is_enough = contact(coverage).is_some_and(|depth| depth >= least);
    let arithmetic =
        vec![Term::Judged(known.id(), Held::Coverage(coverage)), Term::Limit(RuleNumber::CoverageLeast, least)];
    (!is_enough).then_some(Said { reason: Reason::HardlyMet { person: known.id(), coverage }, arithmetic })
}

fn opposed(known: &Known<'_>) -> Option<Said> {
    let support = known.judged.support.filter(|_| known.is_against())?;
    let arithmetic = vec![
        Term::Judged(known.id(), Held::Support(Some(support))),
        Term::Judged(known.id(), Held::Political(known.judged.political)),
        Term::Judged(known.id(), Held::Role(known.judged.role)),
    ];
    Some(Said { reason: Reason::Opposed { person: known.id(), support }, arithmetic })
}

fn is_met(known: &Known<'_>) -> bool {
    known.judged.coverage.is_some_and(|coverage| coverage != Coverage::NoContact)
}

/// Source: methods, Graph analytics 8.
fn single_thread(ground: &Ground<'_>) -> Option<Said> {
    let mut met = ground.keys().filter(|known| is_met(known));
    let (only, None) = (met.next()?, met.next()) else { return None };
    let others = ground.keys().filter(|known| !is_met(known)).map(Known::id);
    let next = others.min_by_key(|person| (-ground.weight(*person), *person));
    let arithmetic =
        vec![Term::Count(Counted::KeyPlayers, ground.keys().count()), Term::Count(Counted::KeyPlayersMet, 1)];
    Some(Said { reason: Reason::SingleThread { person: only.id(), next }, arithmetic })
}

/// Those who decide, against the novelty of the opportunity looked through, or of every open one.
/// Source: methods, Graph analytics 9.
fn attitudes(ground: &Ground<'_>, found: &mut Found) {
    let mut told: Vec<PersonId> = Vec::new();
    let open: Vec<&Opportunity> = match ground.opportunity {
        Some(opportunity) => vec![opportunity],
        None => ground.account.ranked(),
    };
    for opportunity in open.into_iter().filter(|opportunity| opportunity.status == OpportunityStatus::Open) {
        let Some(novelty) = opportunity.novelty else { continue };
        for known in &ground.known {
            let Some(attitude) = known.person.attitude.filter(|attitude| !fits(ground, *attitude, novelty)) else {
                continue;
            };
            let judged = ground.account.judgement(known.person, Some(opportunity.id));
            if !decides(&judged) || told.contains(&known.id()) {
                continue;
            }
            told.push(known.id());
            let person = known.id();
            let number = match novelty {
                Novelty::New => RuleNumber::AttitudeNew,
                Novelty::Proven => RuleNumber::AttitudeProven,
            };
            let arithmetic = vec![
                Term::Judged(person, Held::Attitude(Some(attitude))),
                Term::Judged(person, Held::Novelty(novelty)),
                Term::Limit(number, ground.number(number)),
            ];
            let reason = Reason::AttitudeNovelty { person, attitude, novelty, opportunity: opportunity.id };
            found.push(Said { reason, arithmetic });
        }
    }
}

fn fits(ground: &Ground<'_>, attitude: InnovationAttitude, novelty: Novelty) -> bool {
    let place = match attitude {
        InnovationAttitude::Innovator => 1,
        InnovationAttitude::Visionary => 2,
        InnovationAttitude::Pragmatist => 3,
        InnovationAttitude::Conservative => 4,
        InnovationAttitude::Laggard => 5,
    };
    match novelty {
        Novelty::New => place < ground.number(RuleNumber::AttitudeNew),
        Novelty::Proven => place > ground.number(RuleNumber::AttitudeProven),
    }
}

fn stale(ground: &Ground<'_>, known: &Known<'_>, today: NaiveDate) -> Option<Said> {
    let counts = known.is_key() || known.judged.is_supportive() || ground.rules.says(RuleNumber::StaleEveryone);
    let days = ground.number(RuleNumber::StaleDays);
    let person = known.id();
    let limit = Term::Limit(RuleNumber::StaleDays, days);
    let dated = known.judged.evidence.iter().filter_map(|(field, found)| Some((*field, found.verified?)));
    let age = |day: NaiveDate| (today - day).num_days();
    let mut old: Vec<(JudgementField, NaiveDate)> =
        dated.clone().filter(|(_, day)| age(*day) > i64::from(days)).collect();
    old.sort_by_key(|(field, day)| (*day, *field));
    if let Some(since) = old.first().filter(|_| counts) {
        let terms = old.iter().map(|(field, day)| Term::Verified { person, field: *field, day: *day, days: age(*day) });
        let arithmetic = terms.chain([limit]).collect();
        return Some(Said { reason: Reason::Stale { person, since: Some(*since) }, arithmetic });
    }
    let is_judged = known.judged.support.is_some() || known.judged.role.is_some();
    let is_never = ground.rules.says(RuleNumber::StaleNever) && known.is_key() && is_judged && dated.count() == 0;
    let arithmetic = vec![Term::Limit(RuleNumber::StaleNever, 1)];
    is_never.then_some(Said { reason: Reason::Stale { person, since: None }, arithmetic })
}

/// Source: methods P10. Where nobody says how the relation stands, the best of our team's does.
fn stage_gap(ground: &Ground<'_>, known: &Known<'_>) -> Option<Said> {
    let wanted = known.person.stage_wanted?;
    let person = known.id();
    let ours: Vec<(Option<RelationshipStage>, Option<MemberId>)> = ground
        .account
        .all::<TeamRelation>()
        .filter(|relation| relation.person == Some(person))
        .map(|relation| (relation.stage, relation.member))
        .collect();
    let best = ours.iter().max_by_key(|(stage, _)| *stage);
    let now = known.person.stage.or(best.and_then(|(stage, _)| *stage));
    if now.is_some_and(|now| now >= wanted) {
        return None;
    }
    let arithmetic = vec![Term::Judged(person, Held::Stage(now)), Term::Judged(person, Held::StageWanted(wanted))];
    let member = best.and_then(|(_, member)| *member);
    Some(Said { reason: Reason::StageGap { person, now, wanted, member }, arithmetic })
}
