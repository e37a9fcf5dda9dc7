//! Money in minor units with its currency; the model has no floats.

/// A currency by its three-letter code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Yuan.
    pub const CNY: Self = Self(*b"CNY");
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");

    /// Reads three ASCII letters, in either case.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        let upper = bytes.map(|letter| letter.to_ascii_uppercase());
        upper.iter().all(u8::is_ascii_uppercase).then_some(Self(upper))
    }

    /// The three capital letters.
    pub fn code(&self) -> &str {
        // Only ASCII capitals are ever stored.
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Minor units in one unit: 100 for most, 1 for currencies without cents.
    pub fn minor_units(self) -> i64 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XAF" | b"XOF" => 1,
            _ => 100,
        }
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in minor units of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Amount in minor units (cents, fen).
    pub minor: i64,
    /// Currency of the amount.
    pub currency: Currency,
}

impl Money {
    /// `units` whole units of `currency`.
    pub fn of_units(units: i64, currency: Currency) -> Self {
        Self { minor: units.saturating_mul(currency.minor_units()), currency }
    }

    /// The whole units, cut off towards zero.
    pub fn units(self) -> i64 {
        self.minor / self.currency.minor_units()
    }

    /// `percent` of the amount, rounded to the nearest minor unit.
    pub fn percent(self, percent: u8) -> Self {
        let exact = i128::from(self.minor) * i128::from(percent);
        let rounded = (exact + if exact < 0 { -50 } else { 50 }) / 100;
        Self { minor: i64::try_from(rounded).unwrap_or(i64::MAX), currency: self.currency }
    }
}
