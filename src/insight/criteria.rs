//! How well we and every rival meet what the client decides by.

use std::collections::BTreeMap;

use crate::model::{Buying, Coded, CompetitorId, CriterionClass, DecisionCriterion, Fit, Opportunity};

/// Fits summed up by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeightedFit {
    /// Weight times points, over the criteria whose fit is known.
    pub points: i64,
    /// Weight of the criteria whose fit is known.
    pub known: i64,
    /// Weight of all criteria.
    pub weight: i64,
}

impl WeightedFit {
    /// The mean fit in hundredths, -200 to 200, over what is known; `None` where nothing is.
    pub fn hundredths(self) -> Option<i64> {
        (self.known > 0).then(|| rounded(self.points * 100, self.known))
    }

    /// What part of the weight is known, in percent, rounded down: 100 only where all is known.
    pub fn percent_known(self) -> i64 {
        if self.weight > 0 { self.known * 100 / self.weight } else { 0 }
    }

    fn add(&mut self, weight: i64, fit: Option<Fit>) {
        self.weight += weight;
        if let Some(fit) = fit {
            self.known += weight;
            self.points += weight * i64::from(fit.points());
        }
    }
}

/// The nearest whole number, halves away from zero; `by` is above 0.
fn rounded(value: i64, by: i64) -> i64 {
    (value.abs() + by / 2) / by * value.signum()
}

/// One offer against the criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferFit {
    /// Over all criteria.
    pub total: WeightedFit,
    /// By class; `None` holds the criteria without one.
    pub classes: BTreeMap<Option<CriterionClass>, WeightedFit>,
    /// Mandatory criteria that are not met, by their places.
    pub failed: Vec<usize>,
}

/// We against one rival: weight of the criteria on which we stand better, the same, worse, and of
/// those where either fit is unknown. Together they are the weight of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// We meet them better.
    pub ahead: i64,
    /// Both the same.
    pub even: i64,
    /// The rival meets them better.
    pub behind: i64,
    /// One fit is not known.
    pub unknown: i64,
}

impl Lead {
    /// Whether what is known bears a frontal attack: ahead at least `times` as much as behind, and
    /// ahead on more than what is unknown. Source: methods O10.
    pub fn bears_frontal(self, times: u32) -> bool {
        self.ahead > self.unknown && self.ahead >= self.behind.saturating_mul(i64::from(times))
    }
}

/// Everybody against the criteria of an opportunity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriteriaFit {
    /// We.
    pub ours: OfferFit,
    /// Each rival of the opportunity, in its order, with our lead over it.
    pub rivals: Vec<(CompetitorId, OfferFit, Lead)>,
}

/// How much the criterion at `place` of `count` counts: the last 1, the one before it 2, and so on.
/// Source: rank-sum weights (Stillwell, Seaver, Edwards 1981), not yet divided by their sum.
pub fn criterion_weight(place: usize, count: usize) -> i64 {
    i64::try_from(count.saturating_sub(place)).unwrap_or(i64::MAX)
}

/// How well each offer meets the criteria. An unknown fit counts for nobody and is told. Cost:
/// criteria times rivals.
pub fn criteria_fit(opportunity: &Opportunity) -> CriteriaFit {
    let buying = &opportunity.buying;
    let rivals = opportunity.competitors.iter().map(|rival| {
        let fit_of = |criterion: &DecisionCriterion| criterion.rival_fits.get(rival).copied();
        (*rival, offer(buying, fit_of), lead(buying, fit_of))
    });
    CriteriaFit { ours: offer(buying, |criterion| criterion.our_fit), rivals: rivals.collect() }
}

fn weighted(buying: &Buying) -> impl Iterator<Item = (usize, i64, &DecisionCriterion)> {
    let count = buying.criteria.len();
    buying.criteria.iter().enumerate().map(move |(place, criterion)| (place, criterion_weight(place, count), criterion))
}

fn offer(buying: &Buying, fit_of: impl Fn(&DecisionCriterion) -> Option<Fit>) -> OfferFit {
    let mut offer = OfferFit::default();
    for (place, weight, criterion) in weighted(buying) {
        let fit = fit_of(criterion);
        offer.total.add(weight, fit);
        offer.classes.entry(criterion.class).or_default().add(weight, fit);
        if criterion.mandatory == Some(true) && fit.is_some_and(|fit| fit.points() < 0) {
            offer.failed.push(place);
        }
    }
    offer
}

fn lead(buying: &Buying, theirs: impl Fn(&DecisionCriterion) -> Option<Fit>) -> Lead {
    let mut lead = Lead::default();
    for (_, weight, criterion) in weighted(buying) {
        let kind = match (criterion.our_fit, theirs(criterion)) {
            (Some(ours), Some(theirs)) if ours.points() > theirs.points() => &mut lead.ahead,
            (Some(ours), Some(theirs)) if ours.points() < theirs.points() => &mut lead.behind,
            (Some(_), Some(_)) => &mut lead.even,
            (Some(_) | None, _) => &mut lead.unknown,
        };
        *kind += weight;
    }
    lead
}

/// The classes that criteria have, in reading order, those without one last.
pub fn classes_of(opportunity: &Opportunity) -> Vec<Option<CriterionClass>> {
    let has = |class: &Option<CriterionClass>| opportunity.buying.criteria.iter().any(|row| row.class == *class);
    CriterionClass::ALL.iter().copied().map(Some).chain([None]).filter(has).collect()
}
