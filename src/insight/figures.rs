//! The figures that head a plan.

use chrono::NaiveDate;

use super::funnel::{Funnel, funnel};
use super::ground::decides;
use crate::method::Rules;
use crate::model::{Account, Action, Coverage, Judgement, OpportunityId, Person, Support};

/// Whether the map carries a deal. Source: methods, Graph analytics 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapLight {
    /// No key player is for us.
    Red,
    /// A key player is for us.
    Amber,
    /// A key player who decides or approves is for us.
    Green,
}

/// Numbers about an account, for one opportunity or for the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// People on the account, groups and placeholders included.
    pub people: usize,
    /// The map's light.
    pub light: MapLight,
    /// Key players.
    pub key_players: usize,
    /// Key players we have met at least briefly.
    pub key_players_met: usize,
    /// Key players who are for us.
    pub key_players_for_us: usize,
    /// From -100, all against us, to 100, all for us; `None` where no support is known.
    pub support_index: Option<i32>,
    /// Share of the buying roles' weight whose support is known, in percent.
    pub support_known: u8,
    /// The funnel.
    pub funnel: Funnel,
    /// Share of the client's spending that is ours, in percent.
    pub wallet_share: Option<u8>,
    /// Actions neither done nor dropped.
    pub actions_open: usize,
    /// Of those, the ones past their date.
    pub actions_overdue: usize,
}

/// Computes the figures. Cost: one walk over people, opportunities and actions.
pub fn figures(account: &Account, opportunity: Option<OpportunityId>, rules: &Rules, today: NaiveDate) -> Figures {
    let judged: Vec<Judgement> = account.all::<Person>().map(|person| account.judgement(person, opportunity)).collect();
    let key: Vec<&Judgement> = judged.iter().filter(|judged| judged.is_key_player()).collect();
    let (support_index, support_known) = support_index(&judged, rules);
    Figures {
        people: judged.len(),
        light: light(&key),
        key_players: key.len(),
        key_players_met: key.iter().filter(|judged| is_met(judged)).count(),
        key_players_for_us: key.iter().filter(|judged| judged.is_supportive()).count(),
        support_index,
        support_known,
        funnel: funnel(account, rules),
        wallet_share: wallet_share(account),
        actions_open: account.all::<Action>().filter(|action| action.is_open()).count(),
        actions_overdue: account.all::<Action>().filter(|action| action.is_overdue(today)).count(),
    }
}

/// Whether we have met a person at least briefly.
fn is_met(judged: &Judgement) -> bool {
    matches!(judged.coverage, Some(Coverage::InDepth | Coverage::MultipleContacts | Coverage::BriefContact))
}

pub(super) fn light(key: &[&Judgement]) -> MapLight {
    let mut light = MapLight::Red;
    for judged in key.iter().filter(|judged| judged.is_supportive()) {
        light = if decides(judged) {
            return MapLight::Green;
        } else {
            MapLight::Amber
        };
    }
    light
}

/// Support by role, from -100 to 100, and how much of the weight is known.
/// Source: methods, Graph analytics 3.
fn support_index(judged: &[Judgement], rules: &Rules) -> (Option<i32>, u8) {
    let (mut sum, mut known, mut all) = (0_i32, 0_i32, 0_i32);
    for judged in judged {
        let Some(role) = judged.role else { continue };
        let weight = i32::from(rules.role_weights[role as usize]);
        all += weight;
        let Some(support) = judged.support else {
            continue;
        };
        known += weight;
        sum += weight
            * match support {
                Support::Mentor => 2,
                Support::Supporter => 1,
                Support::Neutral => 0,
                Support::NonSupporter => -1,
                Support::Enemy => -2,
            };
    }
    let index = (known > 0).then(|| sum * 100 / (2 * known));
    let share = if all > 0 { known * 100 / all } else { 0 };
    (index, u8::try_from(share).unwrap_or(100))
}

fn wallet_share(account: &Account) -> Option<u8> {
    let (revenue, wallet) = (account.profile.revenue?, account.profile.wallet?);
    let is_sound = revenue.currency == wallet.currency && wallet.minor > 0 && revenue.minor >= 0;
    let whole = i128::from(wallet.minor.max(1));
    let share = (i128::from(revenue.minor) * 100 + whole / 2) / whole;
    is_sound.then(|| u8::try_from(share.min(100)).unwrap_or(100))
}
