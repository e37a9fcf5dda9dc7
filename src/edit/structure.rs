//! Edits of how seats and people hang together.

use std::sync::Arc;

use super::EditError;
use super::apply::{place, record_mut};
use super::change::{Change, changes};
use crate::model::{
    Account, BuyingRole, Coverage, EvidenceList, Judged, Kept, LayoutKind, Opportunity, OpportunityId,
    OpportunityJudgement, Person, PersonId, Pin, PoliticalStatus, Rank, Seat, SeatId, Support, Tenure,
};

changes! {
    /// A new value of a judgement in one opportunity.
    OpportunityJudgementChange for OpportunityJudgement {
        Role(Judged<BuyingRole>) => role,
        Support(Judged<Support>) => support,
        SupportWanted(Judged<Support>) => support_wanted,
        Coverage(Judged<Coverage>) => coverage,
        Political(Judged<PoliticalStatus>) => political,
        Veto(Judged<bool>) => veto,
        Coach(Judged<bool>) => coach,
        Goal(String) => goal,
        Win(String) => win,
        Evidence(EvidenceList) => evidence,
    }
}

/// An edit that minds more than one record.
#[derive(Clone, Debug, PartialEq)]
pub enum StructureEdit {
    /// Makes a seat report to another, with its whole branch, or to nobody.
    SetManager {
        /// The seat that moves.
        seat: SeatId,
        /// The seat it reports to from now on.
        manager: Option<SeatId>,
    },
    /// Puts a person on a seat, or leaves it vacant. Who sat there is remembered.
    SetHolder {
        /// The seat.
        seat: SeatId,
        /// Who sits there from now on.
        holder: Option<PersonId>,
        /// The day of the change.
        day: Option<chrono::NaiveDate>,
    },
    /// Orders the colleagues of a seat by hand.
    OrderReports(Vec<SeatId>),
    /// Puts cards where the user dragged them, or releases them.
    SetPins {
        /// In which layout.
        layout: LayoutKind,
        /// The new places; `None` releases.
        pins: Vec<(SeatId, Option<Pin>)>,
    },
    /// Sets a judgement in one opportunity.
    Judge {
        /// The opportunity.
        opportunity: OpportunityId,
        /// The person.
        person: PersonId,
        /// The new value.
        change: OpportunityJudgementChange,
    },
}

pub(super) fn apply(account: &mut Account, edit: &StructureEdit) -> Result<(), EditError> {
    match edit {
        StructureEdit::SetManager { seat, manager } => set_manager(account, *seat, *manager),
        StructureEdit::SetHolder { seat, holder, day } => set_holder(account, *seat, *holder, *day),
        StructureEdit::OrderReports(seats) => {
            for (rank, seat) in (1..).zip(seats) {
                let rank: Rank = rank;
                record_mut::<Seat>(account, *seat)?.rank = rank;
            }
            Ok(())
        }
        StructureEdit::SetPins { layout, pins } => {
            for (seat, pin) in pins {
                let pins = &mut record_mut::<Seat>(account, *seat)?.pins;
                match pin {
                    Some(pin) => pins.insert(*layout, *pin),
                    None => pins.remove(layout),
                };
            }
            Ok(())
        }
        StructureEdit::Judge { opportunity, person, change } => {
            place::<Person>(account, *person)?;
            let opportunity = record_mut::<Opportunity>(account, *opportunity)?;
            let judgement = opportunity.judgements.entry(*person).or_default();
            let before = judgement.clone();
            change.write(judgement);
            super::doubt::doubt_here(judgement, &before);
            if *judgement == OpportunityJudgement::default() {
                opportunity.judgements.remove(person);
            }
            Ok(())
        }
    }
}

fn set_manager(account: &mut Account, seat: SeatId, manager: Option<SeatId>) -> Result<(), EditError> {
    if let Some(boss) = manager {
        place::<Seat>(account, boss)?;
        if account.is_in_branch(boss, seat) {
            return Err(EditError::ReportingLoop { seat, boss });
        }
    }
    let moved = record_mut::<Seat>(account, seat)?;
    if moved.reports_to != manager {
        moved.reports_to = manager;
        // The order by hand was among the old colleagues.
        moved.rank = 0;
    }
    moved.dotted.retain(|other| Some(*other) != manager);
    Ok(())
}

fn set_holder(
    account: &mut Account,
    seat: SeatId,
    holder: Option<PersonId>,
    day: Option<chrono::NaiveDate>,
) -> Result<(), EditError> {
    if let Some(person) = holder {
        place::<Person>(account, person)?;
    }
    let seat = record_mut::<Seat>(account, seat)?;
    if seat.holder == holder {
        return Ok(());
    }
    if let Some(person) = seat.holder {
        let since = seat.past.last().and_then(|tenure| tenure.until);
        seat.past.push(Tenure { person, since, until: day, kept: Kept::default() });
    }
    seat.holder = holder;
    Ok(())
}

/// Removes a seat: its reports move up to the seat above.
pub(super) fn remove_seat(account: &mut Account, id: SeatId) -> Result<(), EditError> {
    let above = place::<Seat>(account, id)?.reports_to;
    let touched: Vec<SeatId> = account
        .all::<Seat>()
        .filter(|seat| seat.reports_to == Some(id) || seat.dotted.contains(&id))
        .map(|seat| seat.id)
        .collect();
    for other in touched {
        let seat = record_mut::<Seat>(account, other)?;
        if seat.reports_to == Some(id) {
            seat.reports_to = above;
            seat.rank = 0;
        }
        seat.dotted.retain(|dotted| *dotted != id && Some(*dotted) != seat.reports_to);
    }
    Arc::make_mut(&mut account.seats).remove(&id);
    Ok(())
}
