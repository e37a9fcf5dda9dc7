//! What of SWOT, value card, strategy and risks is still missing, and how grave a risk is.

use chrono::{Months, NaiveDate};

use crate::method::{StrategyGuide, ValueNeed};
use crate::model::{
    Account, Action, Coded, Competitor, Goal, Risk, RiskImpact, RiskLevel, RiskLikelihood, StrategyElement, ValueEntry,
};

/// How grave something so likely and of such impact is: of three steps each, a product of six or nine
/// is high, three or four medium, one or two low. Source: ours; the usual matrix of three by three.
pub fn level_of(likelihood: RiskLikelihood, impact: RiskImpact) -> RiskLevel {
    let likely = match likelihood {
        RiskLikelihood::Likely => 3,
        RiskLikelihood::Possible => 2,
        RiskLikelihood::Unlikely => 1,
    };
    let grave = match impact {
        RiskImpact::Severe => 3,
        RiskImpact::Noticeable => 2,
        RiskImpact::Slight => 1,
    };
    match likely * grave {
        0..=2 => RiskLevel::Low,
        3..=5 => RiskLevel::Medium,
        _ => RiskLevel::High,
    }
}

/// How grave a risk is: by likelihood and impact where both are known, else as the user says.
pub fn risk_level(risk: &Risk) -> RiskLevel {
    match (risk.likelihood, risk.impact) {
        (Some(likelihood), Some(impact)) => level_of(likelihood, impact),
        (Some(_), None) | (None, Some(_) | None) => risk.level,
    }
}

/// When the SWOT is to be gone through again; `None` where it never was. Source: methods A1, L5.
pub fn rescan_due(account: &Account, guide: &StrategyGuide) -> Option<NaiveDate> {
    account.profile.swot_scanned?.checked_add_months(Months::new(u32::from(guide.rescan_months)))
}

/// Whether a text is a number with its unit: it holds a digit, and something that is neither digit,
/// sign, separator nor blank.
pub fn is_figure(text: &str) -> bool {
    let has_unit = |letter: char| !letter.is_numeric() && !letter.is_whitespace() && !".,'+-–−~<>=/".contains(letter);
    text.chars().any(char::is_numeric) && text.chars().any(has_unit)
}

/// What a line of the value card does not say and must. Source: methods A9.
pub fn value_needs(entry: &ValueEntry, guide: &StrategyGuide) -> Vec<ValueNeed> {
    let lacks = |need: &ValueNeed| match need {
        ValueNeed::Figure => !is_figure(&entry.figure),
        ValueNeed::Person => entry.people.is_empty(),
        ValueNeed::Date => entry.due.is_none(),
    };
    guide.needs(entry.quadrant).iter().copied().filter(lacks).collect()
}

/// The elements of the strategy of which nothing is said, in their order. Objectives may also stand in
/// the goals, the plan in the actions; resources count once somebody has agreed on a day.
pub fn empty_elements(account: &Account) -> Vec<StrategyElement> {
    let elements = &account.profile.elements;
    let is_said = |text: &str| !text.trim().is_empty();
    let is_filled = |element: &StrategyElement| match element {
        StrategyElement::Objectives => is_said(&elements.objectives) || account.all::<Goal>().next().is_some(),
        StrategyElement::Focus => is_said(&elements.focus),
        StrategyElement::Positioning => is_said(&elements.positioning),
        StrategyElement::Plan => is_said(&elements.approach) || account.all::<Action>().next().is_some(),
        StrategyElement::Resources => {
            is_said(&elements.resources) && elements.agreed_by.is_some() && elements.agreed_on.is_some()
        }
        StrategyElement::Budget => elements.budget.is_some() || elements.sales_forecast.is_some(),
    };
    StrategyElement::ALL.iter().copied().filter(|element| !is_filled(element)).collect()
}

/// How many of the seven items are said of a rival. Source: methods A2.
pub fn said_of_rival(rival: &Competitor) -> usize {
    let items = [
        &rival.product_line,
        &rival.goals,
        &rival.stance,
        &rival.service,
        &rival.methods,
        &rival.organization,
        &rival.trends,
    ];
    items.iter().filter(|text| !text.trim().is_empty()).count()
}
