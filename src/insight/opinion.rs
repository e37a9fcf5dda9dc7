//! Opinions that settle: everybody listens to some and holds on to where they started.

/// Who listens to whom, and how much: rows of shares that sum to 1 for everybody who listens at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trust {
    starts: Vec<usize>,
    whom: Vec<usize>,
    shares: Vec<f64>,
}

impl Trust {
    /// Rows from `(who listens, to whom, how strongly)`, each brought to the sum of 1. Weights
    /// that are not above 0, and people from `people` on, are left out.
    pub fn of_weights(people: usize, weights: impl IntoIterator<Item = (usize, usize, f64)>) -> Self {
        let is_sound = |weight: &(usize, usize, f64)| {
            weight.0 < people && weight.1 < people && weight.2 > 0.0 && weight.2.is_finite()
        };
        let mut sorted: Vec<(usize, usize, f64)> = weights.into_iter().filter(is_sound).collect();
        sorted.sort_by_key(|(who, whom, _)| (*who, *whom));
        let mut trust = Self { starts: vec![0], whom: Vec::new(), shares: Vec::new() };
        for who in 0..people {
            let start = sorted.partition_point(|(other, _, _)| *other < who);
            let row = &sorted[start..sorted.partition_point(|(other, _, _)| *other <= who)];
            let sum: f64 = row.iter().map(|(_, _, weight)| weight).sum();
            trust.whom.extend(row.iter().map(|(_, whom, _)| whom));
            trust.shares.extend(row.iter().map(|(_, _, weight)| weight / sum));
            trust.starts.push(trust.whom.len());
        }
        trust
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// To whom a person listens, with the shares.
    pub fn row(&self, person: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.starts[person]..self.starts[person + 1];
        self.whom[range.clone()].iter().copied().zip(self.shares[range].iter().copied())
    }

    /// Whether a person listens to anybody.
    pub fn listens(&self, person: usize) -> bool {
        self.starts[person] < self.starts[person + 1]
    }
}

/// Where opinions came to rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The opinions.
    pub opinions: Vec<f64>,
    /// Rounds it took.
    pub rounds: usize,
    /// The largest change of the last round.
    pub residual: f64,
}

/// A change that no longer counts, of the largest starting opinion.
pub const TOLERANCE: f64 = 1e-12;

/// Rounds after which opinions that still move are left where they are.
const MOST_ROUNDS: usize = 10_000;

fn scale(initial: &[f64]) -> f64 {
    initial.iter().fold(f64::MIN_POSITIVE, |most, value| most.max(value.abs()))
}

/// A value that can be counted with; 0 where there is none.
fn finite(values: &[f64], place: usize) -> f64 {
    values.get(place).copied().filter(|value| value.is_finite()).unwrap_or(0.0)
}

/// What part of the neighbours' opinions a person takes over: none where it listens to nobody.
fn openness(weights: &Trust, susceptibility: &[f64], person: usize) -> f64 {
    if weights.listens(person) { finite(susceptibility, person).clamp(0.0, 1.0) } else { 0.0 }
}

/// Lets opinions settle: in each round everybody takes the mean of those it listens to, as far as
/// it is susceptible, and holds on to its own start for the rest: x <- L W x + (I - L) u, with L
/// the susceptibilities from 0 to 1 on a diagonal, W the shares, u the start.
///
/// Convergence. Call anchored whoever has a susceptibility below 1 or listens to nobody.
/// 1. Where all have at most l < 1, a round shrinks the largest error by l, since the rows of L W
///    sum to at most l: after k rounds it is at most l^k times the largest first move / (1 - l).
///    With l = 0.9, the most that the verdict's rules allow, 1e-12 takes 285 rounds.
/// 2. Where everybody reaches somebody anchored along whom it listens to, in at most d steps,
///    every row of (L W)^(d+1) sums to at most 1 - e for some e > 0, so that d + 1 rounds shrink
///    the error by 1 - e: it converges to the one solution of x = L W x + (I - L) u.
/// 3. A group that listens to nobody outside and in which nobody is anchored has no start to hold
///    on to (DeGroot 1974): it finds a common opinion where its cycles have no common divisor, and
///    may swing for ever where they have. Then the 10,000 rounds end it, and `residual` says so.
///    Whoever needs a bound gives everybody with an opinion an anchoring, however small.
///
/// Opinions stay between the least and the largest start. Iterated, not factored: O(links) a round.
/// Source: Friedkin, Johnsen 1990, 1999; Parsegov, Proskurnikov, Tempo, Friedkin 2017.
pub fn settle(weights: &Trust, susceptibility: &[f64], initial: &[f64]) -> Settled {
    let open: Vec<f64> = (0..weights.len()).map(|person| openness(weights, susceptibility, person)).collect();
    let start: Vec<f64> = (0..weights.len()).map(|person| finite(initial, person)).collect();
    let anchor: Vec<f64> = open.iter().zip(&start).map(|(open, own)| (1.0 - open) * own).collect();
    iterate(&start, &|opinions, person| {
        let heard: f64 = weights.row(person).map(|(other, share)| share * opinions[other]).sum();
        open[person] * heard + anchor[person]
    })
}

/// How much each person's start counts in the settled result `sum of result[i] x[i]`: the linear
/// weights c with `sum of c[i] u[i]` the same number, which sum to what `result` sums to.
///
/// c = (I - L) y with y = W' L y + result, the same process turned round, with the same bounds.
/// Source: the closed form (I - L W)^-1 (I - L) u, read from the left.
pub fn pulls(weights: &Trust, susceptibility: &[f64], result: &[f64]) -> Vec<f64> {
    let open: Vec<f64> = (0..weights.len()).map(|person| openness(weights, susceptibility, person)).collect();
    // Who is listened to by whom, each with the part that is taken over.
    let mut heard: Vec<Vec<(usize, f64)>> = vec![Vec::new(); weights.len()];
    for (person, open) in open.iter().enumerate() {
        for (other, share) in weights.row(person) {
            heard[other].push((person, open * share));
        }
    }
    let start: Vec<f64> = (0..weights.len()).map(|person| finite(result, person)).collect();
    let settled = iterate(&start, &|passed, person| {
        start[person] + heard[person].iter().map(|(other, part)| part * passed[*other]).sum::<f64>()
    });
    settled.opinions.iter().zip(&open).map(|(passed, open)| (1.0 - open) * passed).collect()
}

/// Rounds of `next(values, place)` for all places at once, until nothing moves.
fn iterate(start: &[f64], next: &dyn Fn(&[f64], usize) -> f64) -> Settled {
    let still = TOLERANCE * scale(start);
    let mut settled = Settled { opinions: start.to_vec(), rounds: 0, residual: f64::INFINITY };
    while settled.residual > still && settled.rounds < MOST_ROUNDS {
        let values: Vec<f64> = (0..start.len()).map(|place| next(&settled.opinions, place)).collect();
        let moves = values.iter().zip(&settled.opinions).map(|(new, old)| (new - old).abs());
        settled.residual = moves.fold(0.0, f64::max);
        settled.opinions = values;
        settled.rounds += 1;
    }
    settled
}
