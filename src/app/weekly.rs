//! The funnel, recorded by itself when a week has passed.

use super::Workbench;
use crate::edit::{Edit, RecordEdit};
use crate::insight::{funnel_week, is_week_due};

impl Workbench {
    /// Records the funnel where that is due: looked at when an account was opened and once on each new day, so that a
    /// record taken back does not come again at once. A step of its own, which undo names; nothing is recorded in
    /// what may only be read, in the example and in a trial.
    pub(super) fn keep_week(&mut self) {
        let today = self.host.today();
        let is_ours = !self.file.is_read_only && self.file.sample.is_none() && self.trial.is_none();
        if self.week_looked == Some(today) || !is_ours {
            return;
        }
        self.week_looked = Some(today);
        if !is_week_due(self.account(), &self.method.rules, today) {
            return;
        }
        let id = self.view.ids.fresh();
        let week = funnel_week(self.account(), &self.method.rules, today, id);
        self.history.end_merge();
        if let Err(error) = self.history.commit(Edit::FunnelWeek(RecordEdit::Add(Box::new(week)))) {
            let notice = self.words().edit_error(&error, self.account());
            self.notices.push(notice);
        }
        self.history.end_merge();
    }
}
