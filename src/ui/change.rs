//! Where a change shows: what to select and which view to open after undo and redo.

use std::collections::BTreeSet;

use super::{PlanPage, View, ViewState};
use crate::edit::{Edit, Editable, RecordEdit, ReviewChange, StructureEdit};
use crate::model::{Account, LinkId, OpportunityId, PersonId, SeatId};

/// What an edit speaks of.
#[derive(Default)]
struct Touched {
    seats: BTreeSet<SeatId>,
    people: BTreeSet<PersonId>,
    link: Option<LinkId>,
    opportunity: Option<OpportunityId>,
    view: Option<View>,
    page: Option<PlanPage>,
}

impl ViewState {
    /// Selects what `edit` changed and opens the view where that is seen.
    pub fn go_to_change(&mut self, account: &Account, edit: &Edit) {
        let mut touched = Touched::default();
        touched.look(edit);
        let seat_of = account.seat_of_person();
        let mut seats: BTreeSet<SeatId> =
            touched.seats.into_iter().filter(|seat| account.seats.contains_key(seat)).collect();
        seats.extend(touched.people.iter().filter_map(|person| seat_of.get(person)));
        let unseated = touched.people.iter().find(|person| !seat_of.contains_key(person));
        let unseated = unseated.copied().filter(|person| account.persons.contains_key(person));
        let is_of_people = !seats.is_empty() || unseated.is_some() || touched.link.is_some();
        self.selection.retain(|seat| account.seats.contains_key(seat));
        if is_of_people {
            self.select_many(seats);
            self.person = unseated.filter(|_| self.selection.is_empty());
            self.link = touched.link.filter(|link| account.links.contains_key(link));
        }
        // A table or a form that shows people shows the change as well.
        let shows_people = matches!(self.view, View::Map | View::Table);
        match touched.view {
            Some(view) => self.view = view,
            None if is_of_people && !shows_people => self.view = View::Map,
            None => {}
        }
        if let Some(page) = touched.page {
            self.plan_page = page;
        }
        if let Some(opportunity) = touched.opportunity.filter(|id| account.opportunities.contains_key(id)) {
            self.opportunity = Some(opportunity);
        }
        self.wants_canvas = self.view == View::Map;
    }
}

impl Touched {
    fn look(&mut self, edit: &Edit) {
        match edit {
            Edit::Profile(_)
            | Edit::Client(_)
            | Edit::Plan(_)
            | Edit::Score(_)
            | Edit::Lever(_)
            | Edit::Forecast(_)
            | Edit::Need(_)
            | Edit::Budget(_)
            | Edit::Workload(_)
            | Edit::Goal(_)
            | Edit::Swot(_)
            | Edit::Value(_)
            | Edit::Risk(_)
            | Edit::Competitor(_)
            | Edit::Member(_)
            | Edit::TeamRelation(_) => {
                self.view = Some(View::Plan);
                self.page = PlanPage::of(edit);
            }
            Edit::Seat(edit) => self.seats.extend(ids(edit)),
            Edit::Person(edit) => self.people.extend(ids(edit)),
            Edit::Link(edit) => self.link = ids(edit).first().copied(),
            Edit::Opportunity(edit) => {
                self.opportunity = ids(edit).first().copied();
                self.view = Some(View::Opportunities);
            }
            Edit::Action(_) | Edit::Activity(_) => self.view = Some(View::Actions),
            Edit::FunnelWeek(_) => self.view = Some(View::Opportunities),
            Edit::Mute(_) => self.view = Some(View::Findings),
            // The checklists stand on a page of their own.
            Edit::Review(RecordEdit::Set(_, ReviewChange::Checks(_))) => {
                self.view = Some(View::Plan);
                self.page = Some(PlanPage::Reviews);
            }
            Edit::Review(_) | Edit::Snapshot(_) => self.view = Some(View::ThenNow),
            Edit::Structure(edit) => self.structure(edit),
            Edit::Batch(edits) | Edit::Gesture(_, edits) => edits.iter().for_each(|edit| self.look(edit)),
        }
    }

    fn structure(&mut self, edit: &StructureEdit) {
        match edit {
            StructureEdit::SetManager { seat, .. } | StructureEdit::SetHolder { seat, .. } => {
                self.seats.insert(*seat);
            }
            // Colleagues were ordered: who of them moved is not known, so nobody is selected.
            StructureEdit::OrderReports(_) => {}
            StructureEdit::SetPins { pins, .. } => self.seats.extend(pins.iter().map(|(seat, _)| *seat)),
            StructureEdit::Judge { person, opportunity, .. } => {
                self.people.insert(*person);
                self.opportunity = Some(*opportunity);
            }
        }
    }
}

fn ids<T: Editable>(edit: &RecordEdit<T>) -> Vec<T::Id> {
    match edit {
        RecordEdit::Add(record) => vec![record.id()],
        RecordEdit::Set(id, _) | RecordEdit::Remove(id) => vec![*id],
        RecordEdit::Order(_) => Vec::new(),
    }
}
