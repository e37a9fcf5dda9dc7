//! A trial: the account as it might be, with an undo of its own. Nothing of it is saved.

use super::Workbench;
use super::derived::Derived;
use crate::edit::{Edit, History};
use crate::model::Account;

/// A trial under way. The account itself stands still meanwhile.
pub(super) struct Trial {
    pub(super) history: History,
    /// What is computed of the trial.
    pub(super) derived: Derived,
}

impl Trial {
    /// A trial that starts as the account is.
    fn of(account: &Account) -> Self {
        Self { history: History::new(account.clone()), derived: Derived::new() }
    }
}

impl Workbench {
    /// Begins a trial, or ends one without keeping anything.
    pub(super) fn try_out(&mut self) {
        if self.trial.is_some() {
            self.leave_trial();
        } else {
            self.trial = Some(Trial::of(self.history.account()));
        }
    }

    /// Ends the trial; `edit` is what is wanted of it.
    pub(super) fn end_trial(&mut self, ctx: &egui::Context, edit: Option<Box<Edit>>) {
        self.leave_trial();
        if let Some(edit) = edit {
            self.carry_out(ctx, crate::ui::Action::Edit(*edit));
        }
    }

    /// Back to the account as it is: what was selected and never was is let go.
    fn leave_trial(&mut self) {
        self.trial = None;
        let account = self.history.account();
        self.view.selection.retain(|seat| account.seats.contains_key(seat));
        self.view.person = self.view.person.filter(|person| account.persons.contains_key(person));
        self.view.link = self.view.link.filter(|link| account.links.contains_key(link));
        self.view.dotted = None;
        self.view.opportunity = self.view.opportunity.filter(|id| account.opportunities.contains_key(id));
        self.view.focus = self.view.focus.filter(|seat| account.seats.contains_key(seat));
        self.view.naming = None;
    }
}
