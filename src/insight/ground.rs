//! What every finding stands on: each person with the judgement that holds, the place in the chart and
//! the lines of influence, looked up once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::method::{FindingRules, RuleNumber};
use crate::model::{
    Account, BuyingRole, Coverage, Judgement, Link, LinkId, LinkKind, Opportunity, OpportunityId, Person, PersonId,
    PoliticalStatus, Seat, SeatId, Strength, Support,
};

/// Where a person stands in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// On this level, 1 at the top.
    Level(u16),
    /// On a seat outside the client.
    Outside,
    /// On no seat.
    Unplaced,
}

/// A person with what holds for the findings.
pub(super) struct Known<'a> {
    pub(super) person: &'a Person,
    pub(super) judged: Judgement,
    pub(super) rank: Rank,
}

impl Known<'_> {
    pub(super) fn id(&self) -> PersonId {
        self.person.id
    }

    /// Whether the person is a key player.
    pub(super) fn is_key(&self) -> bool {
        self.judged.is_key_player()
    }

    pub(super) fn is_against(&self) -> bool {
        matches!(self.judged.support, Some(Support::Enemy | Support::NonSupporter))
    }
}

/// A line of influence that starts or ends at a person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    /// The other person's place among the known.
    pub(super) other: usize,
    pub(super) link: LinkId,
    pub(super) strength: Strength,
}

/// An account as the findings read it. Cost: one walk over people, seats and links.
pub(super) struct Ground<'a> {
    pub(super) account: &'a Account,
    /// The opportunity looked through, where it is still there.
    pub(super) opportunity: Option<&'a Opportunity>,
    /// The rules with the account's own values over them.
    pub(super) rules: FindingRules,
    /// In the order of their ids.
    pub(super) known: Vec<Known<'a>>,
    place: BTreeMap<PersonId, usize>,
    /// Whom each person influences.
    pub(super) out: Vec<Vec<Arc>>,
    /// Who influences each person.
    pub(super) into: Vec<Vec<Arc>>,
    conflicts: BTreeSet<(PersonId, PersonId)>,
    /// The lowest level of the chart.
    pub(super) levels: u16,
}

impl<'a> Ground<'a> {
    pub(super) fn of(account: &'a Account, opportunity: Option<OpportunityId>, rules: &FindingRules) -> Self {
        let ranks = ranks(account);
        let known: Vec<Known<'a>> = account
            .all::<Person>()
            .map(|person| Known {
                person,
                judged: account.judgement(person, opportunity),
                rank: ranks.get(&person.id).copied().unwrap_or(Rank::Unplaced),
            })
            .collect();
        let place: BTreeMap<PersonId, usize> = known.iter().zip(0..).map(|(known, at)| (known.id(), at)).collect();
        let level = |known: &Known<'_>| match known.rank {
            Rank::Level(level) => level,
            Rank::Outside | Rank::Unplaced => 0,
        };
        let mut ground = Self {
            account,
            opportunity: opportunity.and_then(|id| account.get(id)),
            rules: rules.with(&account.profile.rule_values),
            levels: known.iter().map(level).max().unwrap_or(0),
            out: vec![Vec::new(); known.len()],
            into: vec![Vec::new(); known.len()],
            conflicts: BTreeSet::new(),
            known,
            place,
        };
        ground.join();
        ground
    }

    fn join(&mut self) {
        for link in self.account.all::<Link>().filter(|link| link.is_understood() && link.from != link.to) {
            let (Some(from), Some(to)) = (self.at(link.from), self.at(link.to)) else { continue };
            match link.kind {
                LinkKind::Influences(strength) => {
                    self.out[from].push(Arc { other: to, link: link.id, strength });
                    self.into[to].push(Arc { other: from, link: link.id, strength });
                }
                LinkKind::Conflict => {
                    self.conflicts.extend([(link.from, link.to), (link.to, link.from)]);
                }
                LinkKind::Tie(_) => {}
            }
        }
    }

    /// A person's place among the known.
    pub(super) fn at(&self, person: PersonId) -> Option<usize> {
        self.place.get(&person).copied()
    }

    pub(super) fn number(&self, number: RuleNumber) -> i32 {
        self.rules.number(number)
    }

    pub(super) fn are_at_odds(&self, one: PersonId, other: PersonId) -> bool {
        self.conflicts.contains(&(one, other))
    }

    /// Key players, in the order of their ids.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Known<'a>> {
        self.known.iter().filter(|known| known.is_key())
    }

    /// Approvers and decision makers, in the order of their ids.
    pub(super) fn deciders(&self) -> impl Iterator<Item = &Known<'a>> {
        self.known.iter().filter(|known| decides(&known.judged))
    }

    /// What a person adds to the weight of a finding: by role and by political status.
    pub(super) fn weight(&self, person: PersonId) -> i32 {
        let Some(known) = self.at(person).and_then(|at| self.known.get(at)) else { return 0 };
        let role = known.judged.role.map(|role| match role {
            BuyingRole::Approver => RuleNumber::PersonApprover,
            BuyingRole::DecisionMaker => RuleNumber::PersonDecisionMaker,
            BuyingRole::Evaluator => RuleNumber::PersonEvaluator,
            BuyingRole::User => RuleNumber::PersonUser,
        });
        let politics = match known.judged.political {
            Some(PoliticalStatus::InnerCircle) => Some(RuleNumber::PersonInnerCircle),
            Some(PoliticalStatus::Structure) => Some(RuleNumber::PersonStructure),
            Some(PoliticalStatus::Outside) | None => None,
        };
        role.into_iter().chain(politics).map(|number| self.number(number)).sum()
    }

    /// Whether somebody on our side can introduce us: for us, and met as far as the rules ask.
    pub(super) fn is_door(&self, known: &Known<'_>) -> bool {
        known.judged.is_supportive()
            && contact(known.judged.coverage).is_some_and(|depth| depth >= self.number(RuleNumber::PathMet))
    }

    /// The key player to be won next: not yet for us, the one nearest to it first, then the weightiest.
    pub(super) fn next_to_win(&self, is_asked: impl Fn(&Known<'_>) -> bool) -> Option<PersonId> {
        let distance = |known: &Known<'_>| match known.judged.support {
            Some(Support::Neutral) => 0,
            None => 1,
            Some(Support::NonSupporter) => 2,
            Some(Support::Enemy) => 3,
            Some(Support::Mentor | Support::Supporter) => 4,
        };
        let open = self.keys().filter(|known| !known.judged.is_supportive() && is_asked(known));
        open.min_by_key(|known| (distance(known), -self.weight(known.id()), known.id())).map(Known::id)
    }
}

/// Whether somebody approves or decides, be it beside another role.
pub(super) fn decides(judged: &Judgement) -> bool {
    has_role(judged, BuyingRole::Approver) || has_role(judged, BuyingRole::DecisionMaker)
}

/// Whether somebody has a role, be it beside another one.
pub(super) fn has_role(judged: &Judgement, role: BuyingRole) -> bool {
    judged.role == Some(role) || judged.extra_roles.contains(&role)
}

/// Contact as a number: 0 none, 1 brief, 2 several times, 3 in depth; `None` is unknown.
pub(super) fn contact(coverage: Option<Coverage>) -> Option<i32> {
    coverage.map(|coverage| match coverage {
        Coverage::NoContact => 0,
        Coverage::BriefContact => 1,
        Coverage::MultipleContacts => 2,
        Coverage::InDepth => 3,
    })
}

/// The place of everybody with a seat: the level the seat is given, else one below the seat above. Of
/// several seats the highest counts.
fn ranks(account: &Account) -> BTreeMap<PersonId, Rank> {
    let reports = account.reports();
    let tops =
        account.all::<Seat>().filter(|seat| seat.reports_to.is_none_or(|boss| account.get::<Seat>(boss).is_none()));
    let mut waiting: VecDeque<(SeatId, u16)> = tops.map(|seat| (seat.id, 1)).collect();
    let mut ranks: BTreeMap<PersonId, Rank> = BTreeMap::new();
    // From the top down: seats that report in a circle are never reached and stay without a level.
    while let Some((id, depth)) = waiting.pop_front() {
        let Some(seat) = account.get::<Seat>(id) else { continue };
        let level = seat.level.map_or(depth, u16::from);
        if let Some(person) = seat.holder {
            let rank = if seat.external { Rank::Outside } else { Rank::Level(level) };
            let best = ranks.entry(person).or_insert(rank);
            *best = match (*best, rank) {
                (Rank::Level(one), Rank::Level(other)) => Rank::Level(one.min(other)),
                (Rank::Outside | Rank::Unplaced, Rank::Level(level)) => Rank::Level(level),
                (known, Rank::Outside | Rank::Unplaced) => known,
            };
        }
        let below = reports.get(&id).into_iter().flatten();
        waiting.extend(below.map(|report| (*report, level.saturating_add(1))));
    }
    ranks
}
