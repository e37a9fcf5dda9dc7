//! The scores by which a client is chosen: attractiveness, our capability, vulnerability, and what they advise.

use crate::method::{AccountGuide, CapabilityAdvice, VulnerabilityAdvice};
use crate::model::{Account, Coded, ScoreAxis, ScoreLine};

/// The sum that weights of a score are to have.
const WHOLE: u32 = 100;

/// A score: the weighted mean of ratings from 1 to 10. Source: methods S5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// In tenths, 10 to 100, rounded to the nearest; `None` where no row counts.
    pub tenths: Option<u16>,
    /// What all weights add up to, in percent, whether their rows are rated or not.
    pub weights: u32,
    /// Rows.
    pub rows: usize,
    /// Of those, the ones without a rating.
    pub unrated: usize,
    /// Of those, the ones rated outside 1 to 10: never computed with.
    pub outside: usize,
    /// Of those, the ones soundly rated and without a weight: they count for nothing.
    pub unweighted: usize,
}

impl Score {
    /// Whether there are weights, and they do not add up to 100.
    pub fn is_unbalanced(&self) -> bool {
        self.weights > 0 && self.weights != WHOLE
    }
}

/// Whether a rating is one: 1 to 10.
pub const fn is_rating(rating: u8) -> bool {
    matches!(rating, 1..=10)
}

/// The score of these rows: the sum of weights times ratings by the sum of weights, over rows with both. Exact.
pub fn score_of<'a>(lines: impl IntoIterator<Item = &'a ScoreLine>) -> Score {
    let mut score = Score::default();
    let (mut sum, mut of) = (0_u64, 0_u64);
    for line in lines {
        score.rows += 1;
        let weight = line.weight.unwrap_or(0);
        score.weights = score.weights.saturating_add(u32::from(weight));
        match line.rating {
            None => score.unrated += 1,
            Some(rating) if !is_rating(rating) => score.outside += 1,
            Some(_) if weight == 0 => score.unweighted += 1,
            Some(rating) => {
                sum += u64::from(weight) * u64::from(rating);
                of += u64::from(weight);
            }
        }
    }
    // Twice over, so that the half to be added is whole.
    let tenths = |of: u64| u16::try_from((20 * sum + of) / (2 * of)).ok();
    score.tenths = (of > 0).then(|| tenths(of)).flatten();
    score
}

/// The rows of a score, in the order the user gave them.
pub fn score_lines(account: &Account, axis: ScoreAxis) -> Vec<&ScoreLine> {
    let mut lines = account.ranked::<ScoreLine>();
    lines.retain(|line| line.axis == axis);
    lines
}

/// The three scores of an account, and what they advise. Sources: methods S3 to S7.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    scores: [Score; 3],
    /// By attractiveness and our capability; `None` where one of the two is not known.
    pub capability: Option<CapabilityAdvice>,
    /// By attractiveness and vulnerability; `None` where one is not known, or not whether the client buys from us.
    pub vulnerability: Option<VulnerabilityAdvice>,
}

impl Selection {
    /// One of the scores.
    pub fn score(&self, axis: ScoreAxis) -> Score {
        self.scores[axis as usize]
    }

    /// One of the scores in tenths.
    pub fn tenths(&self, axis: ScoreAxis) -> Option<u16> {
        self.score(axis).tenths
    }
}

/// The scores of an account. Cost: three walks over their rows. What is compared with thresholds are the tenths, so
/// that a reader comes to the same field as we do.
pub fn selection(account: &Account, guide: &AccountGuide) -> Selection {
    let mut found = Selection::default();
    for axis in ScoreAxis::ALL.iter().copied() {
        found.scores[axis as usize] = score_of(account.all::<ScoreLine>().filter(|line| line.axis == axis));
    }
    let Some(attractive) = found.tenths(ScoreAxis::Attractiveness) else { return found };
    let able = found.tenths(ScoreAxis::Capability);
    found.capability = able.and_then(|able| guide.capability_advice(guide.band(attractive), guide.band(able)));
    let exposed = found.tenths(ScoreAxis::Vulnerability).zip(account.profile.status);
    found.vulnerability = exposed.and_then(|(exposed, status)| {
        guide.vulnerability_advice((guide.is_upper(attractive), guide.is_upper(exposed)), status)
    });
    found
}
