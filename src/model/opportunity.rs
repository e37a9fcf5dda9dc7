//! Opportunities, each with its committee and its own judgements.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::id::id_types;
use super::record::{Kept, Rank, ranked, records};
use super::{
    Answer, Background, Buying, BuyingRole, CompetitiveStrategy, CompetitorId, Coverage, EvidenceList, FunnelStage,
    Judgement, MemberId, Money, Novelty, OpportunityStatus, PersonId, PoliticalStatus, Support,
};

id_types! {
    /// The id of an [`Opportunity`].
    OpportunityId,
}
records! { Opportunity, OpportunityId, opportunities }
ranked! { Opportunity }

/// A judgement as one opportunity has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judged<T> {
    /// As in the whole account.
    #[default]
    Inherit,
    /// Unknown here, whatever the account says.
    Unknown,
    /// This, here.
    Is(T),
}

impl<T: Copy> Judged<T> {
    /// The value that holds here, where `account` holds in the whole account.
    pub fn over(self, account: Option<T>) -> Option<T> {
        match self {
            Self::Inherit => account,
            Self::Unknown => None,
            Self::Is(value) => Some(value),
        }
    }
}

/// What one opportunity judges of one person, over the account's judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpportunityJudgement {
    /// Buying role.
    pub role: Judged<BuyingRole>,
    /// Support now.
    pub support: Judged<Support>,
    /// Support we want.
    pub support_wanted: Judged<Support>,
    /// How deep our contact goes.
    pub coverage: Judged<Coverage>,
    /// Political status.
    pub political: Judged<PoliticalStatus>,
    /// Veto right.
    pub veto: Judged<bool>,
    /// Coach.
    pub coach: Judged<bool>,
    /// What we want from the person here; empty takes the account's.
    pub goal: String,
    /// What the person wins here; empty takes the account's.
    pub win: String,
    /// How we know.
    pub evidence: EvidenceList,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl OpportunityJudgement {
    /// The judgement that holds in this opportunity.
    pub fn over(&self, account: &Judgement) -> Judgement {
        let own_or = |own: &String, inherited: &String| {
            if own.is_empty() { inherited.clone() } else { own.clone() }
        };
        let mut evidence = account.evidence.clone();
        evidence.extend(self.evidence.iter().map(|(field, found)| (*field, found.clone())));
        Judgement {
            role: self.role.over(account.role),
            extra_roles: account.extra_roles.clone(),
            tags: account.tags.clone(),
            support: self.support.over(account.support),
            support_wanted: self.support_wanted.over(account.support_wanted),
            coverage: self.coverage.over(account.coverage),
            political: self.political.over(account.political),
            veto: self.veto.over(account.veto),
            coach: self.coach.over(account.coach),
            goal: own_or(&self.goal, &account.goal),
            win: own_or(&self.win, &account.win),
            evidence,
        }
    }
}

/// A deal that may come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// The opportunity's id.
    pub id: OpportunityId,
    /// What it is called.
    pub name: String,
    /// What it is worth.
    pub amount: Option<Money>,
    /// Where it stands in the funnel.
    pub stage: Option<FunnelStage>,
    /// The user's own win rate in percent, instead of the stage's.
    pub rate: Option<u8>,
    /// Open, won, lost.
    pub status: OpportunityStatus,
    /// When it is to close.
    pub close: Option<NaiveDate>,
    /// Who of us owns it.
    pub owner: Option<MemberId>,
    /// Who decides on it at the client.
    pub committee: Vec<PersonId>,
    /// Its own judgements on people.
    pub judgements: BTreeMap<PersonId, OpportunityJudgement>,
    /// What happens next.
    pub next_step: String,
    /// When that is due.
    pub next_step_due: Option<NaiveDate>,
    /// Whether the offer is new to the client.
    pub novelty: Option<Novelty>,
    /// How we compete.
    pub strategy: Option<CompetitiveStrategy>,
    /// Why so.
    pub rationale: String,
    /// What the competitive strategy does to the decision criteria.
    pub criteria_effect: String,
    /// Why it was won, lost or left.
    pub closing_reason: String,
    /// Against whom.
    pub competitors: Vec<CompetitorId>,
    /// What is known of the client's background.
    pub background: Background,
    /// Which questions are asked, by the set's code; empty is the usual set.
    pub question_set: String,
    /// Answers to the questions, for us and for rivals.
    pub assessment: Vec<Answer>,
    /// How the client buys.
    pub buying: Buying,
    /// Place in the list.
    pub rank: Rank,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Opportunity {
    /// An open opportunity of which only the name is known.
    pub fn new(id: OpportunityId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            amount: None,
            stage: None,
            rate: None,
            status: OpportunityStatus::Open,
            close: None,
            owner: None,
            committee: Vec::new(),
            judgements: BTreeMap::new(),
            next_step: String::new(),
            next_step_due: None,
            novelty: None,
            strategy: None,
            rationale: String::new(),
            criteria_effect: String::new(),
            closing_reason: String::new(),
            competitors: Vec::new(),
            background: Background::default(),
            question_set: String::new(),
            assessment: Vec::new(),
            buying: Buying::default(),
            rank: 0,
            kept: Kept::default(),
        }
    }
}
