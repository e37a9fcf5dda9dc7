//! Gap, priorities and workload in sentences, and numbers with one digit behind the point.

use super::{Message, Words, money};
use crate::insight::{Base, Gap, MarginGap, PriorityItem, Ratio, Workload};
use crate::model::{Account, GrowthLever, GrowthLeverId, LeverKind, Money, Opportunity};

/// What stands for a number that is not known, within a sentence.
const NOT_KNOWN: &str = "?";

/// Tenths as a number, its digit left out where it is nothing: `2,222.2`, `3,360`, `-33.9`.
pub fn tenths(value: i64) -> String {
    let (whole, digit) = (value.unsigned_abs() / 10, value.unsigned_abs() % 10);
    let digits = whole.to_string();
    let mut out = String::from(if value < 0 { "-" } else { "" });
    for (place, letter) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(letter);
    }
    if digit > 0 {
        out.push_str(&format!(".{digit}"));
    }
    out
}

/// A part of a whole in percent: `43.2 %`.
pub fn percent_text(part: Ratio) -> String {
    format!("{} %", tenths(part.rounded(3)))
}

/// An amount with its sign, also where it is above nothing: `+CNY 1.2 m`.
pub fn signed_money(words: &Words, amount: Money) -> String {
    let sign = if amount.minor > 0 { "+" } else { "" };
    format!("{sign}{}", money(words, amount))
}

fn number(value: Option<Ratio>) -> String {
    value.map_or_else(|| NOT_KNOWN.to_owned(), |value| tenths(value.rounded(1)))
}

fn share(part: Option<Ratio>) -> String {
    part.map_or_else(|| NOT_KNOWN.to_owned(), percent_text)
}

impl Words {
    /// What a kind of lever is called; levers without one share a name.
    pub fn lever_kind(&self, kind: Option<LeverKind>) -> String {
        kind.map_or_else(|| self.text(&Message::GrowthNoKind), |kind| self.value(kind).to_owned())
    }

    /// What a lever is called: its text, else its kind.
    pub fn lever_name(&self, account: &Account, id: GrowthLeverId) -> String {
        match account.get::<GrowthLever>(id) {
            Some(lever) if !lever.text.trim().is_empty() => lever.text.trim().to_owned(),
            Some(lever) => self.lever_kind(lever.kind),
            None => String::new(),
        }
    }

    /// What a chance is called.
    pub fn chance_name(&self, account: &Account, item: PriorityItem) -> String {
        match item {
            PriorityItem::Lever(id) => self.lever_name(account, id),
            PriorityItem::Opportunity(id) => {
                let name = account.get::<Opportunity>(id).map_or("", |opportunity| opportunity.name.trim());
                if name.is_empty() { self.label("record", "opportunity").to_owned() } else { name.to_owned() }
            }
        }
    }

    /// The gap in a sentence, or why there is none.
    pub fn gap_said(&self, gap: &Gap) -> String {
        let money = |amount: Money| money(self, amount);
        let closed = money(gap.levers.all);
        let (Some(current), Some(target), Some(residual)) = (gap.current.amount(), gap.target.amount(), gap.residual)
        else {
            let revenue = self.base_lacks("revenue", gap.current, |field| Message::GrowthBaseNegative { field });
            let target = self.base_lacks("target", gap.target, |field| Message::GrowthBaseUnsound { field });
            return revenue.or(target).unwrap_or_default();
        };
        let (current, target) = (money(current), money(target));
        let rest = Money { minor: residual.minor.saturating_abs(), ..residual };
        self.text(&match residual.minor {
            1.. => Message::GrowthGapOpen { current, target, closed, gap: money(rest) },
            0 => Message::GrowthGapEven { current, target, closed },
            ..0 => Message::GrowthGapOver { current, target, closed, over: money(rest) },
        })
    }

    fn base_lacks(&self, field: &str, base: Base, unsound: impl FnOnce(String) -> Message) -> Option<String> {
        let field = self.label("field", field).to_owned();
        Some(self.text(&match base {
            Base::Is(_) => return None,
            Base::Unset => Message::GrowthBaseUnset { field },
            Base::Unsound => unsound(field),
            Base::NoRate(currency) => Message::GrowthBaseNoRate { field, currency: currency.code().to_owned() },
        }))
    }

    /// What the levers bring in contribution, against what is wanted; nothing where no lever says it.
    pub fn margin_said(&self, gap: &MarginGap) -> Vec<String> {
        let money = |amount: Money| money(self, amount);
        let mut said = Vec::new();
        if !gap.levers.bars.is_empty() {
            let closed = money(gap.levers.all);
            said.push(self.text(&match (gap.wanted.amount(), gap.rest) {
                (Some(wanted), Some(rest)) if rest.minor >= 0 => {
                    Message::GrowthMarginOpen { wanted: money(wanted), closed, rest: money(rest) }
                }
                (Some(wanted), Some(rest)) => {
                    let over = Money { minor: rest.minor.saturating_abs(), ..rest };
                    Message::GrowthMarginOver { wanted: money(wanted), closed, over: money(over) }
                }
                (None, _) | (_, None) => Message::GrowthMarginAlone { closed },
            }));
        }
        if let (Some(left), Some(cost)) = (gap.left, gap.cost.amount()) {
            said.push(self.text(&Message::GrowthMarginLeft { left: money(left), cost: money(cost) }));
        }
        said
    }

    /// Hours and people, now and as planned: `3,360 → 2,222.2 hours a month, -33.9 %; 46.7 → 30.9 people at 72 hours`.
    pub fn workload_said(&self, workload: &Workload) -> String {
        let (now, planned) = (number(workload.now.hours), number(workload.planned.hours));
        let hours = self.text(&match workload.change_share {
            Some(change) => Message::WorkloadChange { now, planned, change: percent_text(change) },
            None => Message::WorkloadHours { now, planned },
        });
        let people = self.text(&match workload.hours_of_one {
            Some(of_one) => Message::WorkloadPeople {
                now: number(workload.now.people),
                planned: number(workload.planned.people),
                hours: number(Some(of_one)),
            },
            None => Message::WorkloadNobody,
        });
        self.text(&Message::WorkloadBoth { hours, people })
    }

    /// Hours and shares of one segment, from now to the plan.
    pub fn workload_row(&self, row: &crate::insight::WorkloadRow) -> String {
        self.text(&Message::WorkloadShare {
            now: number(row.now),
            planned: number(row.planned),
            share: share(row.share_now),
            share_planned: share(row.share_planned),
        })
    }

    /// Hours of a segment on one side, with their share.
    pub fn workload_side(&self, name: String, hours: Ratio, part: Option<Ratio>, is_planned: bool) -> String {
        let (hours, share) = (number(Some(hours)), share(part));
        self.text(&match is_planned {
            false => Message::WorkloadNow { name, hours, share },
            true => Message::WorkloadPlanned { name, hours, share },
        })
    }
}
