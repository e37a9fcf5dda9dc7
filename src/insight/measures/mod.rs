//! What a person's place among the others is worth, in numbers.
//!
//! All measures go by influence links. Unknown links are not there: a number says what the map
//! shows, not how things are.

mod betweenness;
mod brokerage;
mod kind;
mod reach;
mod standing;

pub use betweenness::{PIVOTS, betweenness_exact, betweenness_sampled};
pub use brokerage::constraint;
pub use kind::MeasureKind;
pub use reach::{closeness, reach, steps_from};
pub use standing::{eigenvector, pagerank};

use super::network::Network;
use crate::model::PersonId;

/// Up to so many people everything is exact at once.
const EXACT_PEOPLE: usize = 1_000;

/// The measures of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measure {
    /// How many people the person listens to.
    pub in_degree: usize,
    /// How many people listen to the person.
    pub out_degree: usize,
    /// The sum of the strengths with which they listen.
    pub influence: usize,
    /// Shares of shortest ways between ordered pairs of others, not normalised.
    pub betweenness: f64,
    /// PageRank with the arcs turned round: standing goes from listeners to those they listen to.
    pub pagerank: f64,
    /// Eigenvector centrality, the largest 1.
    pub eigenvector: f64,
    /// How many others are reached in the given number of steps.
    pub reach: usize,
    /// Burt's constraint; `None` without ties.
    pub constraint: Option<f64>,
}

impl Measure {
    /// One of the measures as a number; `None` where the person has none.
    pub fn value(&self, kind: MeasureKind) -> Option<f64> {
        Some(match kind {
            MeasureKind::InDegree => self.in_degree as f64,
            MeasureKind::OutDegree => self.out_degree as f64,
            MeasureKind::Influence => self.influence as f64,
            MeasureKind::Betweenness => self.betweenness,
            MeasureKind::PageRank => self.pagerank,
            MeasureKind::Eigenvector => self.eigenvector,
            MeasureKind::Reach => self.reach as f64,
            MeasureKind::Constraint => return self.constraint,
        })
    }
}

/// The measures of everybody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// The people, in the order of their ids.
    pub people: Vec<PersonId>,
    /// Their measures, in the same order.
    pub values: Vec<Measure>,
    /// Whether betweenness is exact; else it is an estimate.
    pub is_exact: bool,
}

impl Measures {
    /// The measures of a person.
    pub fn of(&self, person: PersonId) -> Option<&Measure> {
        self.values.get(self.people.binary_search(&person).ok()?)
    }

    /// Everybody who has the measure, whoever stands out first: the largest value, for the
    /// constraint the smallest. Equal values stand in the order of ids.
    pub fn ranked(&self, kind: MeasureKind) -> Vec<(PersonId, f64)> {
        let known = self.people.iter().zip(&self.values);
        let mut ranked: Vec<(PersonId, f64)> =
            known.filter_map(|(person, measure)| Some((*person, measure.value(kind)?))).collect();
        let is_low_first = kind == MeasureKind::Constraint;
        ranked.sort_by(|(_, one), (_, other)| if is_low_first { one.total_cmp(other) } else { other.total_cmp(one) });
        ranked
    }

    /// The same with the exact betweenness, once it has been counted for this network; unchanged
    /// where it is of another size.
    #[must_use]
    pub fn with_betweenness(mut self, exact: &[f64]) -> Self {
        if exact.len() == self.values.len() {
            self.values.iter_mut().zip(exact).for_each(|(measure, exact)| measure.betweenness = *exact);
            self.is_exact = true;
        }
        self
    }
}

/// All measures of everybody; `steps` is how far reach goes.
///
/// Above 1,000 people betweenness is an estimate from [`PIVOTS`] people: count the exact one with
/// [`betweenness_exact`] elsewhere and put it in with [`Measures::with_betweenness`].
/// Cost: 40 ms at 1,000 people and 3,500 links, 0.4 s at 10,000 and 35,000.
pub fn measures(network: &Network, steps: usize) -> Measures {
    let is_exact = network.len() <= EXACT_PEOPLE;
    let pivots = if is_exact { network.len() } else { PIVOTS };
    let betweenness = betweenness_sampled(network, pivots);
    let pagerank = pagerank(&network.reversed());
    let (eigenvector, reach, constraint) = (eigenvector(network), reach(network, steps), constraint(network));
    let of_person = |person: usize| Measure {
        in_degree: network.influenced_by(person).count(),
        out_degree: network.listeners(person).len(),
        influence: network.influences(person).map(|(_, strength)| usize::from(strength)).sum(),
        betweenness: betweenness[person],
        pagerank: pagerank[person],
        eigenvector: eigenvector[person],
        reach: reach[person],
        constraint: constraint[person],
    };
    Measures { people: network.people().to_vec(), values: (0..network.len()).map(of_person).collect(), is_exact }
}
