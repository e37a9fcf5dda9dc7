//! How the work is looked at; never part of the account.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::insight::{DueGroup, due_group};
use crate::model::{Action, ActionId, ActivityId};
use crate::ui::fields::field_id;
use crate::ui::{View, ViewState};
use crate::words::Message;

/// A way to look at the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WorkTab {
    /// Actions by when they are due.
    #[default]
    List,
    /// Actions by how they stand.
    Board,
    /// Everything that has a day.
    Calendar,
    /// Meetings with the client.
    Activities,
}

impl WorkTab {
    /// Every way, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::List, Self::Board, Self::Calendar, Self::Activities];

    /// Its name.
    pub(super) const fn message(self) -> Message {
        match self {
            Self::List => Message::WorkList,
            Self::Board => Message::WorkBoard,
            Self::Calendar => Message::WorkCalendar,
            Self::Activities => Message::WorkActivities,
        }
    }
}

/// What the views of the work remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkState {
    /// How it is looked at.
    pub tab: WorkTab,
    /// The action whose form is open, and the group it stood in when it was opened: there it stays,
    /// whatever is typed into it.
    pub open: Option<(ActionId, Option<DueGroup>)>,
    /// The activity whose form is open.
    pub activity: Option<ActivityId>,
    /// The open activity with the day it had when it was opened: it keeps that place.
    pub held_day: Option<(ActivityId, Option<NaiveDate>)>,
    /// What is to be brought into sight once it is drawn.
    pub wants: Option<egui::Id>,
    /// Groups of the list that are folded.
    pub folded: BTreeSet<DueGroup>,
    /// Whether the board shows what was dropped.
    pub is_dropped_shown: bool,
    /// A day of the month the calendar shows; today's without one.
    pub month: Option<NaiveDate>,
    /// The day of the calendar that is shown whole.
    pub day: Option<NaiveDate>,
}

impl Default for WorkState {
    fn default() -> Self {
        Self {
            tab: WorkTab::List,
            open: None,
            activity: None,
            held_day: None,
            wants: None,
            folded: [DueGroup::Finished].into(),
            is_dropped_shown: false,
            month: None,
            day: None,
        }
    }
}

impl WorkState {
    /// What a row of the list, or a line of the activities, is to be brought into sight by.
    pub(super) fn row_id(record: impl std::fmt::Display) -> egui::Id {
        egui::Id::unique(("work-row", record.to_string()))
    }

    /// Opens an action's form in the list, in a group that is not folded.
    pub(super) fn open_action(&mut self, action: &Action, today: NaiveDate) {
        let group = due_group(action, today);
        self.tab = WorkTab::List;
        self.open = Some((action.id, Some(group)));
        self.folded.remove(&group);
    }

    /// Opens an activity's form.
    pub(super) fn open_activity(&mut self, activity: ActivityId) {
        self.tab = WorkTab::Activities;
        self.activity = Some(activity);
    }
}

impl ViewState {
    /// Goes to an action in the list.
    pub(in crate::ui) fn show_action(&mut self, action: ActionId) {
        self.view = View::Actions;
        self.work.tab = WorkTab::List;
        self.work.open = Some((action, None));
        self.work.wants = Some(WorkState::row_id(action));
        self.wants_field = Some(field_id("action", action, "what"));
    }

    /// Goes to an activity.
    pub(in crate::ui) fn show_activity(&mut self, activity: ActivityId) {
        self.view = View::Actions;
        self.work.open_activity(activity);
        self.work.wants = Some(WorkState::row_id(activity));
    }

    /// Goes to the actions past their date.
    pub(in crate::ui) fn show_overdue(&mut self) {
        self.view = View::Actions;
        self.work.tab = WorkTab::List;
        self.work.folded.remove(&DueGroup::Overdue);
        self.work.wants = Some(WorkState::group_id(DueGroup::Overdue));
    }
}

impl WorkState {
    /// What a group's head is to be brought into sight by.
    pub(super) fn group_id(group: DueGroup) -> egui::Id {
        egui::Id::unique(("work-group", group as usize))
    }
}
