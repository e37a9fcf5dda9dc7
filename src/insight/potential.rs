//! Our share of what the client spends, how much can still come, and which class of client that makes.

use super::{Selection, Share, converted};
use crate::method::{AccountGuide, PotentialClass};
use crate::model::{Account, Currency, Money, ScoreAxis};

/// Our share of what the client spends in our field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalletShare {
    /// Revenue or spending is not said.
    Unsaid,
    /// What the client spends is nothing or less: no share.
    NoWallet,
    /// Our revenue is below nothing: no share.
    NegativeRevenue,
    /// The two are in different currencies, and one of them has no rate.
    NoRate(Currency),
    /// Our revenue is more than the client spends: one of the two is wrong.
    AboveWhole,
    /// So much of it.
    Of(Share),
}

impl WalletShare {
    /// Whether the share is large; `None` where there is none.
    pub fn is_large(self, guide: &AccountGuide) -> Option<bool> {
        match self {
            Self::Of(share) => {
                let (part, whole) = (i128::from(share.part.minor) * 100, i128::from(share.whole.minor));
                Some(part >= whole * i128::from(guide.large_share))
            }
            Self::Unsaid | Self::NoWallet | Self::NegativeRevenue | Self::NoRate(_) | Self::AboveWhole => None,
        }
    }
}

/// Our revenue by what the client spends. In one and the same currency no rate is needed. Source: methods S10.
pub fn wallet_share(account: &Account) -> WalletShare {
    let (Some(revenue), Some(wallet)) = (account.profile.revenue, account.profile.wallet) else {
        return WalletShare::Unsaid;
    };
    if wallet.minor <= 0 {
        return WalletShare::NoWallet;
    }
    if revenue.minor < 0 {
        return WalletShare::NegativeRevenue;
    }
    let (part, whole) = if revenue.currency == wallet.currency {
        (revenue, wallet)
    } else {
        match (converted(account, revenue), converted(account, wallet)) {
            (Some(part), Some(whole)) if whole.minor > 0 => (part, whole),
            (Some(_), Some(_)) => return WalletShare::NoWallet,
            (None, Some(_) | None) => return WalletShare::NoRate(revenue.currency),
            (Some(_), None) => return WalletShare::NoRate(wallet.currency),
        }
    };
    if part.minor > whole.minor { WalletShare::AboveWhole } else { WalletShare::Of(Share { part, whole }) }
}

/// How much can still come, and by what that is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Potential {
    /// Neither attractiveness nor spending is known.
    Unsaid,
    /// By the attractiveness, in tenths.
    ByScore {
        /// The score, in tenths.
        tenths: u16,
        /// Whether potential is high.
        is_high: bool,
    },
    /// By what the client spends in our field, against a threshold in the same currency.
    ByWallet {
        /// What it spends.
        wallet: Money,
        /// From when on potential is high.
        from: Money,
        /// Whether potential is high.
        is_high: bool,
    },
    /// The client's spending or the threshold is in a currency without a rate.
    NoRate(Currency),
}

impl Potential {
    /// Whether potential is high; `None` where nobody knows.
    pub fn is_high(self) -> Option<bool> {
        match self {
            Self::ByScore { is_high, .. } | Self::ByWallet { is_high, .. } => Some(is_high),
            Self::Unsaid | Self::NoRate(_) => None,
        }
    }
}

/// By the attractiveness once it is rated, else by what the client spends. Source: methods S9; the thresholds are ours.
pub fn potential(account: &Account, selection: &Selection, guide: &AccountGuide) -> Potential {
    if let Some(tenths) = selection.tenths(ScoreAxis::Attractiveness) {
        return Potential::ByScore { tenths, is_high: guide.is_upper(tenths) };
    }
    let Some(wallet) = account.profile.wallet.filter(|wallet| wallet.minor > 0) else { return Potential::Unsaid };
    let from = guide.large_wallet();
    let of = |wallet: Money, from: Money| Potential::ByWallet { wallet, from, is_high: wallet.minor >= from.minor };
    if wallet.currency == from.currency {
        return of(wallet, from);
    }
    match (converted(account, wallet), converted(account, from)) {
        (Some(wallet), Some(from)) => of(wallet, from),
        (None, Some(_) | None) => Potential::NoRate(wallet.currency),
        (Some(_), None) => Potential::NoRate(from.currency),
    }
}

/// The class of a client; `None` where potential or share is not known. Source: methods S9.
pub fn potential_class(potential: Potential, share: WalletShare, guide: &AccountGuide) -> Option<PotentialClass> {
    Some(match (potential.is_high()?, share.is_large(guide)?) {
        (true, true) => PotentialClass::Consolidate,
        (true, false) => PotentialClass::Invest,
        (false, true) => PotentialClass::Harvest,
        (false, false) => PotentialClass::InPassing,
    })
}
