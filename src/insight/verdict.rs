//! Which way the decision leans once people have talked: opinions settled along influence.
//!
//! A direction with its drivers and with what we do not know, never a chance of winning.

use super::network::Network;
use super::opinion::{Trust, pulls, settle};
use crate::method::VerdictRules;
use crate::model::{Account, Coded, Judgement, Opportunity, OpportunityId, Person, PersonId, Support};

macro_rules! directions {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        /// Where the verdict points.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Direction { $($(#[$meta])* $name),+ }

        impl Coded for Direction {
            const KIND: &'static str = "direction";
            const ALL: &'static [Self] = &[$(Self::$name),+];
            fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }
        }
    };
}

directions! {
    /// For us.
    For,
    /// Rather for us.
    LeaningFor,
    /// Neither way.
    Open,
    /// Rather against us.
    LeaningAgainst,
    /// Against us.
    Against,
    /// Too little is known.
    Unknown,
}

/// How much one person's own opinion moves the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Driver {
    /// Who.
    pub person: PersonId,
    /// By how many points the result would fall, were the person neutral; negative where it would rise.
    pub pull: i32,
    /// The person's own opinion, from -100 to 100.
    pub opinion_before: Option<i32>,
    /// The person's opinion once all have talked.
    pub opinion_after: i32,
}

/// Somebody whose opinion moves far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Who.
    pub person: PersonId,
    /// From where; `None` where the opinion is unknown.
    pub before: Option<i32>,
    /// To where.
    pub after: i32,
    /// Who pulls the most of those whom the person listens to.
    pub by: PersonId,
}

/// The expected verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Where it points.
    pub direction: Direction,
    /// The mean of the known opinions, by the weight of the roles, from -100 to 100.
    pub before: Option<i32>,
    /// The same once all have talked, with those whose opinion comes from others.
    pub after: Option<i32>,
    /// Share of the weight whose support is unknown, in percent; 100 where nobody has a weight.
    pub unknown_share: u8,
    /// Whose own opinion moves the result, the most first. Where neutral is 0, their pulls sum to
    /// `after`, but for rounding.
    pub drivers: Vec<Driver>,
    /// Who is turned by whom, the farthest first.
    pub shifts: Vec<Shift>,
    /// Who can stop it alone and leans against us once all have talked, in the order of ids.
    pub vetoes: Vec<PersonId>,
}

/// What the model takes from one person.
struct Voice {
    /// From -100 to 100; `None` where support is unknown.
    opinion: Option<f64>,
    /// The part of others' opinions that is taken over, 0 to 1.
    susceptibility: f64,
    /// Weight in the result.
    weight: f64,
    has_veto: bool,
}

/// Everybody's opinion, before and after.
struct Talk<'a> {
    network: &'a Network,
    voices: &'a [Voice],
    trust: Trust,
    takes_part: Vec<bool>,
    after: Vec<f64>,
    neutral: f64,
}

/// The expected verdict of an opportunity, or of the whole account.
///
/// Opinions follow from support, stubbornness from attitude and buying role, and influence links
/// say who listens to whom, by strength. Whoever's support is unknown has no opinion to hold on to
/// and takes the mean of those it listens to; where that leads to nobody whose support is known,
/// it has no part. The committee decides where the opportunity names one, else everybody with a
/// buying role; the others only talk. Opinions always settle: every known one is anchored (see
/// [`settle`]), and the unknown that take part lead to a known one.
/// Cost: O(people + links) a round, about 60 rounds. Source: Friedkin, Johnsen 1990, 1999.
pub fn verdict(account: &Account, opportunity: Option<OpportunityId>, rules: &VerdictRules) -> Verdict {
    let network = Network::of_account(account);
    let committee = opportunity.and_then(|id| account.get::<Opportunity>(id)).map_or(&[][..], |deal| &deal.committee);
    let voice = |person: &Person| {
        let judged = account.judgement(person, opportunity);
        let is_member = committee.contains(&person.id);
        let decides = is_member || committee.is_empty() && judged.role.is_some();
        Voice {
            opinion: judged.support.map(|support| f64::from(rules.opinions[support as usize])),
            susceptibility: if judged.support.is_some() { 1.0 - stubbornness(person, &judged, rules) } else { 1.0 },
            weight: if decides { weight(&judged, rules) } else { 0.0 },
            has_veto: judged.veto == Some(true),
        }
    };
    let voices: Vec<Voice> = account.all::<Person>().map(voice).collect();
    told(&talked(&network, &voices, rules), rules)
}

/// How much of the own opinion is kept, 0 to 1.
fn stubbornness(person: &Person, judged: &Judgement, rules: &VerdictRules) -> f64 {
    let attitude = person.attitude.map_or(rules.attitude_unknown, |attitude| rules.attitudes[attitude as usize]);
    let role = judged.role.map_or(0, |role| rules.roles[role as usize]);
    // Data of the user's own could leave no anchoring at all, or have the bounds the wrong way round.
    let least = rules.stubbornness.0.clamp(1, 100);
    f64::from(attitude.saturating_add(role).clamp(least, rules.stubbornness.1.clamp(least, 100))) / 100.0
}

fn weight(judged: &Judgement, rules: &VerdictRules) -> f64 {
    f64::from(judged.role.map_or(rules.member_weight, |role| rules.weights[role as usize]))
}

fn talked<'a>(network: &'a Network, voices: &'a [Voice], rules: &VerdictRules) -> Talk<'a> {
    let takes_part = taking_part(network, voices);
    let heard = |person: usize| {
        let others = network.influenced_by(person).map(move |(other, strength)| (person, other, f64::from(strength)));
        others.filter(|(who, whom, _)| takes_part[*who] && takes_part[*whom])
    };
    let trust = Trust::of_weights(voices.len(), (0..voices.len()).flat_map(heard));
    let start: Vec<f64> = voices.iter().map(|voice| voice.opinion.unwrap_or(0.0)).collect();
    let after = settle(&trust, &susceptibilities(voices), &start).opinions;
    Talk { network, voices, trust, takes_part, after, neutral: f64::from(rules.opinions[Support::Neutral as usize]) }
}

fn susceptibilities(voices: &[Voice]) -> Vec<f64> {
    voices.iter().map(|voice| voice.susceptibility).collect()
}

/// Whose opinion is known, and whoever hears of one along influence.
fn taking_part(network: &Network, voices: &[Voice]) -> Vec<bool> {
    let mut takes_part: Vec<bool> = voices.iter().map(|voice| voice.opinion.is_some()).collect();
    let mut open: Vec<usize> = (0..voices.len()).filter(|person| takes_part[*person]).collect();
    while let Some(person) = open.pop() {
        for (listener, _) in network.influences(person) {
            if !takes_part[listener] {
                takes_part[listener] = true;
                open.push(listener);
            }
        }
    }
    takes_part
}

fn told(talk: &Talk<'_>, rules: &VerdictRules) -> Verdict {
    let numbers = 0..talk.voices.len();
    let weights: Vec<f64> =
        numbers.clone().map(|person| if talk.takes_part[person] { talk.voices[person].weight } else { 0.0 }).collect();
    let after = mean(numbers.clone().map(|person| (weights[person], talk.after[person])));
    let known = talk.voices.iter().filter_map(|voice| Some((voice.weight, voice.opinion?)));
    let unknown_share = unknown_share(talk.voices);
    Verdict {
        direction: direction(after.filter(|_| unknown_share <= rules.most_unknown), rules),
        before: mean(known).map(points),
        after: after.map(points),
        unknown_share,
        drivers: drivers(talk, &weights),
        shifts: shifts(talk, rules),
        vetoes: numbers
            .filter(|person| talk.voices[*person].has_veto && talk.takes_part[*person])
            .filter(|person| points(talk.after[*person]) <= -i32::from(rules.leaning))
            .map(|person| talk.network.people()[person])
            .collect(),
    }
}

/// A mean by weight; `None` where nothing weighs.
fn mean(weighed: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (all, sum) = weighed.fold((0.0, 0.0), |(all, sum), (weight, value)| (all + weight, sum + weight * value));
    (all > 0.0).then(|| sum / all)
}

/// Whole points. An opinion lies between -128 and 127, so that nothing is cut.
fn points(opinion: f64) -> i32 {
    opinion.round() as i32
}

/// In percent; 0 and 100 are said only where they hold exactly.
fn unknown_share(voices: &[Voice]) -> u8 {
    let unknown = voices.iter().map(|voice| (voice.weight, if voice.opinion.is_none() { 100.0 } else { 0.0 }));
    match mean(unknown) {
        None => 100,
        Some(share) if share <= 0.0 || share >= 100.0 => share as u8,
        Some(share) => share.round().clamp(1.0, 99.0) as u8,
    }
}

fn direction(after: Option<f64>, rules: &VerdictRules) -> Direction {
    let (clear, leaning) = (i32::from(rules.clear), i32::from(rules.leaning));
    match after.map(points) {
        None => Direction::Unknown,
        Some(after) if after >= clear => Direction::For,
        Some(after) if after <= -clear => Direction::Against,
        Some(after) if after >= leaning => Direction::LeaningFor,
        Some(after) if after <= -leaning => Direction::LeaningAgainst,
        Some(_) => Direction::Open,
    }
}

fn drivers(talk: &Talk<'_>, weights: &[f64]) -> Vec<Driver> {
    let all: f64 = weights.iter().sum();
    if all <= 0.0 {
        return Vec::new();
    }
    let result: Vec<f64> = weights.iter().map(|weight| weight / all).collect();
    let counts = pulls(&talk.trust, &susceptibilities(talk.voices), &result);
    let known = talk.voices.iter().enumerate().filter_map(|(person, voice)| Some((person, voice.opinion?)));
    let mut drivers: Vec<(f64, Driver)> = known
        .map(|(person, opinion)| (person, opinion, counts[person] * (opinion - talk.neutral)))
        .filter(|(_, _, pull)| pull.abs() > 0.0)
        .map(|(person, opinion, pull)| {
            let (before, after) = (Some(points(opinion)), points(talk.after[person]));
            let person = talk.network.people()[person];
            (pull.abs(), Driver { person, pull: points(pull), opinion_before: before, opinion_after: after })
        })
        .collect();
    drivers.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    drivers.into_iter().map(|(_, driver)| driver).collect()
}

fn shifts(talk: &Talk<'_>, rules: &VerdictRules) -> Vec<Shift> {
    let people = talk.network.people();
    let moved = |person: usize| talk.after[person] - talk.voices[person].opinion.unwrap_or(talk.neutral);
    let turned = |person: &usize| talk.takes_part[*person] && moved(*person).abs() >= f64::from(rules.shift);
    let mut shifts: Vec<(f64, Shift)> = (0..people.len())
        .filter(turned)
        .filter_map(|person| {
            let (before, way) = (talk.voices[person].opinion, moved(person));
            let base = before.unwrap_or(talk.neutral);
            let pull = |(other, share): (usize, f64)| (other, share * (talk.after[other] - base) * way.signum());
            // The first of equals, which is the one with the lower id.
            let (by, _) =
                talk.trust.row(person).map(pull).reduce(|most, one| if one.1 > most.1 { one } else { most })?;
            let (before, after) = (before.map(points), points(talk.after[person]));
            Some((way.abs(), Shift { person: people[person], before, after, by: people[by] }))
        })
        .collect();
    shifts.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    shifts.into_iter().map(|(_, shift)| shift).collect()
}
