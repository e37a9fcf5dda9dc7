//! A trial: the account as it might be, with an undo of its own. Nothing of it is saved.

use super::derived::Derived;
use crate::edit::History;
use crate::model::Account;

/// A trial under way. What is kept is the history of the account itself, which stands still meanwhile.
pub(super) struct Trial {
    pub(super) history: History,
    /// What is computed of the trial.
    pub(super) derived: Derived,
}

impl Trial {
    /// A trial that starts as the account is.
    pub(super) fn of(account: &Account) -> Self {
        Self { history: History::new(account.clone()), derived: Derived::new() }
    }
}
