//! An earlier version of the open account, kept as a snapshot in it.

use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate};

use super::Workbench;
use super::files::open;
use crate::disk::{previous_path, stamp};
use crate::edit::take_snapshot;
use crate::ui::{Command, Side, View};
use crate::words::Message;

impl Workbench {
    /// Adds a snapshot of the account in the file at `path`, dated by the day the file was written.
    /// Nothing else of the open account changes; another account's file is refused.
    pub(super) fn snapshot_from(&mut self, path: &Path) {
        let opened = match open(self.host.vfs(), path, self.words()) {
            Ok(opened) => opened,
            Err(sentence) => return self.notices.push(format!("{}: {sentence}", path.display())),
        };
        let earlier = opened.loaded.account;
        if earlier.id != self.account().id {
            let other = Message::SnapshotOtherAccount { path: path.display().to_string() };
            let notice = self.words().text(&other);
            return self.notices.push(notice);
        }
        let written = stamp(self.host.vfs(), path).and_then(|stamp| stamp.mtime);
        let day = written.map_or_else(|| self.host.today(), day_of);
        let label = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let edit = take_snapshot(&earlier, &mut self.view.ids, day, &label);
        let known: Vec<_> = self.account().snapshots.keys().copied().collect();
        if self.file.is_read_only {
            let notice = self.words().say(Message::StatusReadOnly).into_owned();
            return self.notices.push(notice);
        }
        if let Err(error) = self.history.commit(edit) {
            let notice = self.words().edit_error(&error, self.account());
            return self.notices.push(notice);
        }
        let added = self.account().snapshots.keys().find(|id| !known.contains(id)).copied();
        // What was found odd in that version may be why something seems to be new or gone.
        self.notices.extend(opened.notices);
        self.view.view = View::ThenNow;
        self.view.then_now.then = added.map(Side::Taken);
        self.view.then_now.now = Side::Today;
    }

    /// What stands in the field where a path is typed by hand.
    pub(super) fn typed_proposal(&self, command: Command) -> String {
        let previous = self.file.path.as_deref().filter(|_| command == Command::SnapshotFrom).map(previous_path);
        previous.map_or_else(|| self.proposed_name(command), |path| path.display().to_string())
    }
}

/// The user's day of a moment.
fn day_of(time: SystemTime) -> NaiveDate {
    DateTime::<Local>::from(time).date_naive()
}
