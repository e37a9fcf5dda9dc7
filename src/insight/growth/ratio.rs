//! Fractions, exact until they are shown.

/// A fraction in lowest terms, its lower part above nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };

    /// `over` by `under`; `None` where `under` is nothing or less.
    pub fn new(over: i128, under: i128) -> Option<Self> {
        if under <= 0 {
            return None;
        }
        let shared = shared_factor(over.unsigned_abs(), under.unsigned_abs());
        let shared = i128::try_from(shared).ok()?;
        Some(Self { over: over / shared, under: under / shared })
    }

    /// A whole number.
    pub fn whole(number: impl Into<i128>) -> Self {
        Self { over: number.into(), under: 1 }
    }

    /// The upper and the lower part.
    pub fn parts(self) -> (i128, i128) {
        (self.over, self.under)
    }

    /// Whether it is above nothing.
    pub fn is_positive(self) -> bool {
        self.over > 0
    }

    /// Both together; `None` where the numbers grow too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Self::new(over, self.under.checked_mul(other.under)?)
    }

    /// This less another; `None` where the numbers grow too large.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { over: other.over.checked_neg()?, ..other })
    }

    /// This by another; `None` where that is nothing or less, or the numbers grow too large.
    pub fn by(self, other: Self) -> Option<Self> {
        Self::new(self.over.checked_mul(other.under)?, self.under.checked_mul(other.over)?)
    }

    /// The fraction times ten for each of so many digits, rounded to the nearest, halves away from nothing.
    pub fn rounded(self, digits: u32) -> i64 {
        let times = 10_i128.saturating_pow(digits);
        let (whole, rest) = (self.over / self.under, self.over % self.under);
        // The rest is smaller than the lower part, so that only absurdly fine fractions lose a digit here.
        let part = rest.saturating_mul(times);
        let part = part.saturating_add(part.signum().saturating_mul(self.under / 2)) / self.under;
        let exact = whole.saturating_mul(times).saturating_add(part);
        i64::try_from(exact).unwrap_or(if exact < 0 { i64::MIN } else { i64::MAX })
    }
}

/// The greatest common divisor; 1 where both are nothing.
fn shared_factor(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}
