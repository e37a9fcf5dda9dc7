//! How the client buys: its cycle, the decision process, the criteria, the needs and what answers them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::id::id_types;
use super::plan::plain_records;
use super::record::Kept;
use super::scale::{Coded, Symbol, scales};
use super::{CompetitorId, PersonId};

id_types! {
    /// The id of a [`DecisionCriterion`] within its opportunity.
    CriterionId,
    /// The id of a [`ProcessStep`] within its opportunity.
    ProcessStepId,
    /// The id of a [`Need`] within its opportunity.
    NeedId,
    /// The id of a [`BenefitRow`] within its opportunity.
    BenefitId,
}

scales! {
    /// What kind of criterion it is. Source: methods O5.
    CriterionClass "criterion-class" {
        /// Specification, solution, plan; price, protection, ability, support, training.
        Business,
        /// What the people win or lose by it.
        Personal,
        /// Experience in the industry, success cases.
        Other,
        /// What matters and the client has overlooked.
        Overlooked,
    }
    /// Who set a criterion. Source: methods O7.
    SetBy "set-by" {
        /// People of the client.
        Client,
        /// Advisers from outside.
        Consultant,
        /// A rival.
        Competitor,
        /// We.
        Us,
    }
    /// What we do about a criterion. Source: methods O7.
    CriterionMove "criterion-move" {
        /// Be the first to set it.
        SetFirst,
        /// Exchange it for another one: A to B.
        Replace,
        /// Raise the bar: A to A + 1.
        Extend,
        /// Give it another place among the others.
        Reorder,
        /// Look closer first.
        Analyze,
    }
    /// How well an offer meets a criterion in the client's eyes: +2 to -2. Source: methods O5.
    Fit "fit" {
        /// Far better than asked: +2.
        Outstanding,
        /// Well: +1.
        Good,
        /// Just about: 0.
        Fair,
        /// Not quite: -1.
        Poor,
        /// Not at all: -2.
        Failing,
    }
    /// Whether a need was hinted at or stated. Source: methods X6, after Rackham.
    NeedKind "need-kind" {
        /// A complaint, a difficulty.
        Implied,
        /// A wish in so many words.
        Explicit,
    }
    /// How much weighs on a need. Source: methods X6; the steps are ours.
    NeedLevel "need-level" {
        /// Would be nice.
        Minor,
        /// Hurts.
        Serious,
        /// Cannot wait.
        Urgent,
    }
    /// Where the client stands in its buying. Source: methods F8, after Huthwaite.
    BuyingPhase "buying-phase" {
        /// Finds out that something must change.
        Recognize,
        /// Compares the options.
        Evaluate,
        /// Has doubts before the signature.
        Resolve,
        /// Decides.
        Decide,
        /// Works with what it bought.
        Implement,
    }
    /// What kind of sale it is. Source: methods F8.
    SaleType "sale-type" {
        /// Price and convenience.
        Transactional,
        /// Advice before the purchase.
        Consultative,
        /// Both firms build something.
        Cooperative,
    }
    /// The eight stages of developing a client, done or not, in no strict order. Source: methods F7.
    DevelopmentStage "development-stage" {
        /// Information gathered.
        Information,
        /// Filtered.
        Filtering,
        /// Solution polished.
        Solution,
        /// Brand recommended.
        Brand,
        /// Needs discovered.
        Needs,
        /// Met the key person in private.
        KeyPerson,
        /// Commercial relations built.
        Commercial,
        /// Intention reached.
        Intention,
    }
}

impl Fit {
    /// +2 to -2.
    pub const fn points(self) -> i32 {
        match self {
            Self::Outstanding => 2,
            Self::Good => 1,
            Self::Fair => 0,
            Self::Poor => -1,
            Self::Failing => -2,
        }
    }
}

impl Symbol for Fit {
    fn symbol(self) -> &'static str {
        match self {
            Self::Outstanding => "※",
            Self::Good => "+",
            Self::Fair => "=",
            Self::Poor => "-",
            Self::Failing => "×",
        }
    }
}

plain_records! {
    /// What the client decides by. Its place in the list is its priority, the first the highest.
    DecisionCriterion(CriterionId) {
        /// The criterion in the client's words.
        name: String = String::new(),
        /// Of which class.
        class: Option<CriterionClass> = None,
        /// Whether it is formal: written down and measurable.
        formal: Option<bool> = None,
        /// Whether an offer that fails it is out.
        mandatory: Option<bool> = None,
        /// Who set it.
        set_by: Option<SetBy> = None,
        /// Who at the client holds to it.
        holders: Vec<PersonId> = Vec::new(),
        /// How well we meet it.
        our_fit: Option<Fit> = None,
        /// How well rivals meet it; nobody stands here whose fit is unknown.
        rival_fits: RivalFits = RivalFits::new(),
        /// What we do about it.
        our_move: Option<CriterionMove> = None,
        /// What it is to become, when and how it is measured, how we know.
        note: String = String::new(),
    }
    /// A step of the client's way to the decision. Source: methods O6.
    ProcessStep(ProcessStepId) {
        /// What is done.
        step: String = String::new(),
        /// Who does it.
        who: Vec<PersonId> = Vec::new(),
        /// In which department.
        department: String = String::new(),
        /// When.
        date: Option<NaiveDate> = None,
        /// By which method.
        method: String = String::new(),
        /// Whether it is behind us.
        done: bool = false,
    }
    /// A need of the client. Source: methods X4 to X6.
    Need(NeedId) {
        /// The need in the client's words.
        statement: String = String::new(),
        /// Hinted at or stated.
        kind: Option<NeedKind> = None,
        /// How much weighs on it.
        level: Option<NeedLevel> = None,
        /// Who has it.
        holder: Option<PersonId> = None,
        /// What follows if nothing is done.
        implication: String = String::new(),
        /// What the client gains when it is met.
        payoff: String = String::new(),
    }
    /// A feature of ours, its advantage, and the benefit that answers an explicit need. Source: methods X5.
    BenefitRow(BenefitId) {
        /// The need answered.
        need: Option<NeedId> = None,
        /// What our offer has.
        feature: String = String::new(),
        /// What that does.
        advantage: String = String::new(),
        /// What the client gets from it.
        benefit: String = String::new(),
    }
}

/// How well each rival meets a criterion.
pub type RivalFits = BTreeMap<CompetitorId, Fit>;

/// How the client buys in one opportunity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Buying {
    /// Where the client stands in its buying.
    pub cycle: Option<BuyingPhase>,
    /// What kind of sale it is.
    pub sale: Option<SaleType>,
    /// Steps to the decision, in order.
    pub process: Vec<ProcessStep>,
    /// What the client decides by, the most important first.
    pub criteria: Vec<DecisionCriterion>,
    /// What the client needs.
    pub needs: Vec<Need>,
    /// What of ours answers which need.
    pub benefits: Vec<BenefitRow>,
    /// Stages of development that are done.
    pub checklist: BTreeSet<DevelopmentStage>,
}

impl Buying {
    /// Whether any row speaks of `person`.
    pub fn speaks_of(&self, person: PersonId) -> bool {
        self.criteria.iter().any(|criterion| criterion.holders.contains(&person))
            || self.process.iter().any(|step| step.who.contains(&person))
            || self.needs.iter().any(|need| need.holder == Some(person))
    }

    /// Takes out every mention of people for whom `is_gone` says so, and gives those found.
    pub fn forget_people(&mut self, is_gone: impl Fn(&PersonId) -> bool) -> Vec<PersonId> {
        let mut gone = Vec::new();
        for criterion in &mut self.criteria {
            gone.extend(criterion.holders.extract_if(.., |person| is_gone(person)));
        }
        for step in &mut self.process {
            gone.extend(step.who.extract_if(.., |person| is_gone(person)));
        }
        for need in &mut self.needs {
            gone.extend(need.holder.take_if(|person| is_gone(person)));
        }
        gone
    }

    /// Takes out the fits of rivals for whom `is_gone` says so, and gives those found.
    pub fn forget_rivals(&mut self, is_gone: impl Fn(&CompetitorId) -> bool) -> Vec<CompetitorId> {
        let fits = self.criteria.iter_mut().map(|criterion| &mut criterion.rival_fits);
        fits.flat_map(|fits| fits.extract_if(.., |rival, _| is_gone(rival)).collect::<Vec<_>>())
            .map(|(rival, _)| rival)
            .collect()
    }

    /// Takes needs that are not listed out of the benefits, and gives those found.
    pub fn forget_needs(&mut self) -> Vec<NeedId> {
        let known: BTreeSet<NeedId> = self.needs.iter().map(|need| need.id).collect();
        self.benefits.iter_mut().filter_map(|row| row.need.take_if(|need| !known.contains(need))).collect()
    }
}
