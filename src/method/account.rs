//! What the client's sheet asks, and how its scores are read.

use serde::Deserialize;

use super::{Language, MethodError, Said};
use crate::model::{AccountStatus, Coded, Currency, Money, ScoreAxis, scales};

/// A third of a score's range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum ScoreBand {
    /// The lowest.
    Low,
    /// The one between, with both its borders.
    Middle,
    /// The highest.
    High,
}

scales! {
    /// What attractiveness and our capability together advise. Source: methods S6, after Millman and Wilson.
    #[derive(Deserialize)]
    CapabilityAdvice "capability-advice" {
        /// Attractive, and we are strong.
        InvestForGrowth,
        /// Attractive, and we are not strong.
        InvestSelectively,
        /// Keep what is.
        Maintain,
        /// Take what it earns.
        ManageForCash,
        /// Let it go.
        Withdraw,
    }
    /// What attractiveness and vulnerability together advise. Source: methods S7, our own proposal.
    #[derive(Deserialize)]
    VulnerabilityAdvice "vulnerability-advice" {
        /// A rival can take it from us.
        DefendNow,
        /// We can take it from a rival.
        AttackNow,
        /// It stands firm with us.
        Hold,
        /// It stands firm elsewhere.
        Seed,
        /// It is not worth more.
        MinimumEffort,
    }
    /// What potential and present value make of a client. Source: methods S9.
    #[derive(Deserialize)]
    PotentialClass "potential-class" {
        /// High potential, large value.
        Consolidate,
        /// High potential, little value.
        Invest,
        /// Little potential, large value.
        Harvest,
        /// Little of both.
        InPassing,
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Bands {
    low: u16,
    high: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Wallet {
    units: i64,
    currency: String,
}

/// A usual criterion of a score.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UsualCriterion {
    /// A weight to begin with, in percent; those of a score add up to 100.
    pub weight: u8,
    /// What is rated.
    pub name: Said,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Axis {
    axis: String,
    is_ours: bool,
    criteria: Vec<UsualCriterion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct CapabilityCell {
    attractiveness: ScoreBand,
    capability: ScoreBand,
    advice: CapabilityAdvice,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct VulnerabilityCell {
    is_attractive: bool,
    is_exposed: bool,
    existing: VulnerabilityAdvice,
    target: VulnerabilityAdvice,
}

/// One of the sixteen market actions. Source: methods S9.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MarketAction {
    /// Its number, 1 to 16.
    pub number: u8,
    /// For which class of clients it is meant.
    pub class: PotentialClass,
    /// The action.
    pub text: Said,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Prompts {
    of: String,
    lines: Vec<Said>,
}

/// Prompts of the client's sheet, and how scores, share and potential are read. Sources: methods S3 to S7, S9, A5, A6.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AccountGuide {
    /// Activities of so many months count as those of late.
    pub activity_months: u8,
    bands: Bands,
    /// Where the upper half of a score begins, in tenths.
    pub midpoint: u16,
    /// Share of the client's spending, in percent, from which it is large.
    pub large_share: u8,
    large_wallet: Wallet,
    axes: Vec<Axis>,
    capability_cells: Vec<CapabilityCell>,
    vulnerability_cells: Vec<VulnerabilityCell>,
    /// The sixteen market actions.
    pub market_actions: Vec<MarketAction>,
    prompts: Vec<Prompts>,
}

impl AccountGuide {
    /// The guidance as it ships.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        let guide: Self = ron::from_str(include_str!("../../assets/method/account.ron"))?;
        match Currency::parse(&guide.large_wallet.currency) {
            Some(_) => Ok(guide),
            None => Err(MethodError::Lacks("the currency of a large wallet".to_owned())),
        }
    }

    /// What to ask of a field or of a group of them, or what a value by its code means; a line each.
    pub fn prompts(&self, of: &str) -> &[Said] {
        self.prompts.iter().find(|prompts| prompts.of == of).map_or(&[], |prompts| &prompts.lines)
    }

    /// The first of these lines: short enough to stand in an empty field.
    pub fn first(&self, of: &str, language: Language) -> &str {
        self.prompts(of).first().map_or("", |said| said.text(language))
    }

    /// The usual criteria of a score.
    pub fn usual(&self, axis: ScoreAxis) -> &[UsualCriterion] {
        self.axis(axis).map_or(&[], |known| &known.criteria)
    }

    /// Whether the usual criteria of a score are our own proposal.
    pub fn is_ours(&self, axis: ScoreAxis) -> bool {
        self.axis(axis).is_some_and(|known| known.is_ours)
    }

    fn axis(&self, axis: ScoreAxis) -> Option<&Axis> {
        self.axes.iter().find(|known| known.axis == axis.code())
    }

    /// The two borders of the middle third, in tenths.
    pub fn borders(&self) -> [u16; 2] {
        [self.bands.low, self.bands.high]
    }

    /// The third in which a score in tenths stands; on a border it is the middle one.
    pub fn band(&self, tenths: u16) -> ScoreBand {
        if tenths < self.bands.low {
            ScoreBand::Low
        } else if tenths > self.bands.high {
            ScoreBand::High
        } else {
            ScoreBand::Middle
        }
    }

    /// Whether a score in tenths stands in the upper half; on the midpoint it does.
    pub fn is_upper(&self, tenths: u16) -> bool {
        tenths >= self.midpoint
    }

    /// What to do where attractiveness and our capability stand so.
    pub fn capability_advice(&self, attractiveness: ScoreBand, capability: ScoreBand) -> Option<CapabilityAdvice> {
        let is_it = |cell: &&CapabilityCell| (cell.attractiveness, cell.capability) == (attractiveness, capability);
        self.capability_cells.iter().find(is_it).map(|cell| cell.advice)
    }

    /// What to do with a client who is attractive or not, and exposed or not.
    pub fn vulnerability_advice(
        &self,
        (is_attractive, is_exposed): (bool, bool),
        status: AccountStatus,
    ) -> Option<VulnerabilityAdvice> {
        let is_it = |cell: &&VulnerabilityCell| (cell.is_attractive, cell.is_exposed) == (is_attractive, is_exposed);
        self.vulnerability_cells.iter().find(is_it).map(|cell| match status {
            AccountStatus::Existing => cell.existing,
            AccountStatus::Target => cell.target,
        })
    }

    /// From which spending in our field potential is high, where nothing else says so.
    pub fn large_wallet(&self) -> Money {
        let currency = Currency::parse(&self.large_wallet.currency).unwrap_or(Currency::CNY);
        Money::of_units(self.large_wallet.units, currency)
    }
}
