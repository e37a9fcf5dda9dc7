//! The rules of the findings: how grave each is, whether it is on, and the numbers it goes by.

use serde::Deserialize;

use super::MethodError;
use crate::model::{Coded, FindingRule, RuleValue};

/// How a finding is to be taken; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Severity {
    /// Loses the deal where nothing is done.
    Grave,
    /// A way in.
    Way,
    /// To be watched.
    Watch,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Self; 4] = [Self::Grave, Self::Way, Self::Watch, Self::Note];
}

macro_rules! numbers {
    ($($(#[$meta:meta])* $number:ident $name:literal),+ $(,)?) => {
        /// A number that the rules go by. What it means stands in the words, its value in the data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the data and the words say what each number means")]
        pub enum RuleNumber { $($(#[$meta])* $number),+ }

        impl RuleNumber {
            /// Every number, in the order in which the user reads them.
            pub const ALL: &'static [Self] = &[$(Self::$number),+];

            /// Its name in the data and in an account: `stale.days`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$number => $name),+ }
            }
        }
    };
}
numbers! {
    PersonApprover "person.approver", PersonDecisionMaker "person.decision-maker",
    PersonEvaluator "person.evaluator", PersonUser "person.user",
    PersonInnerCircle "person.inner-circle", PersonStructure "person.structure",
    PathSlight "path.slight", PathClear "path.clear", PathDecisive "path.decisive", PathMember "path.member",
    PathSupporter "path.supporter", PathNeutral "path.neutral", PathUnknown "path.unknown",
    PathAssumed "path.assumed", PathConflict "path.conflict", PathMet "path.met", PathWays "path.ways",
    UnknownRole "unknown-judgement.role", UnknownAttitude "unknown-judgement.attitude",
    UnknownSupport "unknown-judgement.support", UnknownPolitical "unknown-judgement.political",
    CoverageLeast "coverage-gap.least", HostileSteps "hostile-path.steps",
    HiddenInfluence "hidden-power.influence", HiddenLevel "hidden-power.level", EmptyLevel "empty-rank.level",
    AttitudeNew "attitude-novelty.new", AttitudeProven "attitude-novelty.proven",
    StaleDays "stale.days", StaleNever "stale.never", StaleEveryone "stale.everyone",
    BalanceLead "balance.lead", NoOpponentPeople "no-opponent.people", OverdueDays "overdue.days",
}

/// What a setting of the rules is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingKind {
    /// Whether a rule is on.
    On(FindingRule),
    /// What a rule weighs among those of its severity.
    Weight(FindingRule),
    /// A number of a rule or of the ways.
    Number(RuleNumber),
}

/// A value of the rules that the user may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetting {
    /// What it is about.
    pub kind: SettingKind,
    /// Its name: `stale.days`, `stale.on`, `stale.weight`.
    pub name: String,
    /// The value that holds.
    pub value: i32,
    /// The value that ships.
    pub shipped: i32,
    /// The least it may be.
    pub min: i32,
    /// The most it may be.
    pub max: i32,
}

impl RuleSetting {
    /// The value nearest to `value` that it may have.
    pub fn clamped(&self, value: i32) -> i32 {
        value.clamp(self.min, self.max.max(self.min))
    }
}

#[derive(Deserialize)]
struct RuleRecord {
    rule: String,
    severity: Severity,
    on: bool,
    weight: i32,
}

#[derive(Deserialize)]
struct NumberRecord {
    name: String,
    value: i32,
    min: i32,
    max: i32,
}

#[derive(Deserialize)]
struct Shipped {
    rules: Vec<RuleRecord>,
    numbers: Vec<NumberRecord>,
}

/// The heaviest a rule may be made.
const MOST_WEIGHT: i32 = 1000;

/// All rules with their numbers: as they ship, or with the user's own values over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRules {
    /// In the order of [`FindingRule::ALL`].
    severities: Vec<Severity>,
    /// On and weight of each rule, in that order, then the numbers in the order of [`RuleNumber::ALL`].
    settings: Vec<RuleSetting>,
}

impl FindingRules {
    /// The rules as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken or lacks a rule or a number.
    pub fn shipped() -> Result<Self, MethodError> {
        let shipped: Shipped = ron::from_str(include_str!("../../assets/method/findings.ron"))?;
        let lacks = |name: &str| MethodError::Lacks(name.to_owned());
        let mut rules = Self { severities: Vec::new(), settings: Vec::new() };
        for rule in FindingRule::ALL {
            let record = shipped.rules.iter().find(|record| record.rule == rule.code());
            let record = record.ok_or_else(|| lacks(rule.code()))?;
            rules.severities.push(record.severity);
            let setting = |kind, part: &str, value, max| RuleSetting {
                kind,
                name: format!("{}.{part}", rule_name(*rule)),
                value,
                shipped: value,
                min: 0,
                max,
            };
            rules.settings.push(setting(SettingKind::On(*rule), "on", i32::from(record.on), 1));
            rules.settings.push(setting(SettingKind::Weight(*rule), "weight", record.weight, MOST_WEIGHT));
        }
        for number in RuleNumber::ALL {
            let record = shipped.numbers.iter().find(|record| record.name == number.name());
            let NumberRecord { name, value, min, max } = record.ok_or_else(|| lacks(number.name()))?;
            let (kind, name) = (SettingKind::Number(*number), name.clone());
            rules.settings.push(RuleSetting { kind, name, value: *value, shipped: *value, min: *min, max: *max });
        }
        Ok(rules)
    }

    /// These rules with the user's own values over those that ship, each within its bounds; names that no
    /// rule knows are left alone. Doing it twice is doing it once.
    pub fn with(&self, own: &[RuleValue]) -> Self {
        let mut rules = self.clone();
        for setting in &mut rules.settings {
            let value = own.iter().rev().find(|value| value.name == setting.name).map(|own| own.value);
            setting.value = setting.clamped(value.unwrap_or(setting.shipped));
        }
        rules
    }

    /// Everything the user may change, in reading order.
    pub fn settings(&self) -> &[RuleSetting] {
        &self.settings
    }

    /// The number that holds.
    pub fn number(&self, number: RuleNumber) -> i32 {
        self.settings.get(2 * FindingRule::ALL.len() + number as usize).map_or(0, |setting| setting.value)
    }

    /// Whether a number that stands for yes or no is yes.
    pub fn says(&self, number: RuleNumber) -> bool {
        self.number(number) != 0
    }

    /// How grave a rule's findings are.
    pub fn severity(&self, rule: FindingRule) -> Severity {
        self.severities.get(rule as usize).copied().unwrap_or(Severity::Note)
    }

    /// Whether a rule is on.
    pub fn is_on(&self, rule: FindingRule) -> bool {
        self.settings.get(2 * rule as usize).is_some_and(|setting| setting.value != 0)
    }

    /// What a rule weighs among those of its severity.
    pub fn weight(&self, rule: FindingRule) -> i32 {
        self.settings.get(2 * rule as usize + 1).map_or(0, |setting| setting.value)
    }
}

/// A rule's name before the point: `hidden-power`.
fn rule_name(rule: FindingRule) -> String {
    let mut name = String::new();
    for letter in rule.code().chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
