//! The file kept up to date by itself, and what happens when it was changed elsewhere or the
//! window is closed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::Workbench;
use crate::disk::{DiskError, Keep, RealFs, Stamp, Vfs, load, save, stamp};
use crate::edit::Revision;
use crate::file;
use crate::model::Account;
use crate::ui::{Action, ChangedAnswer, Dialog};
use crate::words::Message;

/// How long nothing must have changed before the file is written.
const PAUSE: Duration = Duration::from_millis(1_500);

/// How a file stood when we last read or wrote it: its stamp, and its content in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Base {
    stamp: Stamp,
    content: u64,
}

impl Base {
    fn of(vfs: &dyn Vfs, path: &Path) -> Option<Self> {
        Some(Self { stamp: stamp(vfs, path)?, content: content(vfs, path)? })
    }

    /// Whether the file's content is another one. A stamp that differs is only a hint: copying and
    /// syncing touch it too.
    fn is_changed(&self, vfs: &dyn Vfs, path: &Path) -> bool {
        stamp(vfs, path) != Some(self.stamp) && content(vfs, path) != Some(self.content)
    }
}

fn content(vfs: &dyn Vfs, path: &Path) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    load(vfs, path).ok()?.hash(&mut hasher);
    Some(hasher.finish())
}

struct Order {
    path: PathBuf,
    account: Account,
    revision: Revision,
    base: Option<Base>,
}

struct Done {
    revision: Revision,
    path: PathBuf,
    result: Result<Option<Base>, Failure>,
}

enum Failure {
    /// Somebody else wrote to the file.
    Changed,
    Disk(DiskError),
}

/// Saves on a thread of its own: the window never waits for the disk.
pub(super) struct Autosave {
    orders: Option<Sender<Order>>,
    done: Option<Receiver<Done>>,
    ordered: Option<Revision>,
    last_change: Option<(Revision, Instant)>,
    base: Option<Base>,
    /// Whether somebody else has written to the file since.
    pub(super) changed_elsewhere: bool,
    /// Whether the last try failed; the next change tries again.
    has_failed: bool,
}

impl Autosave {
    pub(super) fn new() -> Self {
        Self {
            orders: None,
            done: None,
            ordered: None,
            last_change: None,
            base: None,
            changed_elsewhere: false,
            has_failed: false,
        }
    }

    /// Another document is open, or this one was just saved.
    pub(super) fn start_over(&mut self, base: Option<Base>) {
        self.ordered = None;
        self.last_change = None;
        self.base = base;
        self.changed_elsewhere = false;
        self.has_failed = false;
    }

    fn order(&mut self, ctx: &egui::Context, order: Order) {
        if self.orders.is_none() {
            let (orders, order) = channel::<Order>();
            let (results, done) = channel();
            let ctx = ctx.clone();
            std::thread::spawn(move || {
                while let Ok(order) = order.recv() {
                    if results.send(carry_out(order)).is_err() {
                        return;
                    }
                    ctx.request_repaint();
                }
            });
            self.orders = Some(orders);
            self.done = Some(done);
        }
        self.ordered = Some(order.revision);
        if let Some(orders) = &self.orders {
            orders.send(order).ok();
        }
    }
}

fn carry_out(order: Order) -> Done {
    let is_changed = order.base.is_some_and(|base| base.is_changed(&RealFs, &order.path));
    let result = if is_changed {
        Err(Failure::Changed)
    } else {
        save(&RealFs, &order.path, &file::write(&order.account), Keep::Previous)
            .map(|saved| Base::of(&RealFs, &saved.path))
            .map_err(Failure::Disk)
    };
    Done { revision: order.revision, path: order.path, result }
}

impl Workbench {
    /// Whether changes reach the file by themselves.
    fn saves_itself(&self) -> bool {
        self.preferences.autosave
            && self.file.path.is_some()
            && !self.file.is_read_only
            && !self.autosave.changed_elsewhere
    }

    /// Looks at the document once a frame and saves it where it has rested.
    pub(super) fn keep_file(&mut self, ctx: &egui::Context) {
        while let Some(done) = self.autosave.done.as_ref().and_then(|done| done.try_recv().ok()) {
            self.take_saved(done);
        }
        let revision = self.history.revision();
        if self.history.is_saved() || !self.saves_itself() || self.autosave.ordered == Some(revision) {
            return;
        }
        let now = Instant::now();
        if self.autosave.last_change.is_none_or(|(of, _)| of != revision) {
            self.autosave.last_change = Some((revision, now));
        }
        let since = self.autosave.last_change.map_or(Duration::ZERO, |(_, at)| now - at);
        if since < PAUSE {
            ctx.request_repaint_after(PAUSE - since);
            return;
        }
        if let Some(path) = self.file.path.clone() {
            let order = Order { path, account: self.account().clone(), revision, base: self.autosave.base };
            self.autosave.order(ctx, order);
        }
    }

    fn take_saved(&mut self, done: Done) {
        // The answer may be about a document that is no longer open.
        if self.file.path.as_ref() != Some(&done.path) || self.autosave.ordered != Some(done.revision) {
            return;
        }
        match done.result {
            Ok(base) => {
                self.history.mark_saved(done.revision);
                self.autosave.base = base;
                self.autosave.has_failed = false;
            }
            Err(Failure::Changed) => self.autosave.changed_elsewhere = true,
            Err(Failure::Disk(error)) => {
                // Said once; the snapshot of the work is safe meanwhile.
                if !self.autosave.has_failed {
                    let notice = self.words().disk_error(&error);
                    self.notices.push(notice);
                }
                self.autosave.has_failed = true;
            }
        }
    }

    /// How the open file stands on disk now.
    pub(super) fn remember_file(&mut self, path: &Path) {
        let base = Base::of(self.host.vfs(), path);
        self.autosave.start_over(base);
    }

    /// Whether somebody else wrote to the file since we last did: looked at when the window gets
    /// the focus back and before a save.
    pub(super) fn is_changed_elsewhere(&self, path: &Path) -> bool {
        self.file.path.as_deref() == Some(path)
            && self.autosave.base.is_some_and(|base| base.is_changed(self.host.vfs(), path))
    }

    pub(super) fn answer_changed(&mut self, answer: ChangedAnswer) {
        let Some(path) = self.file.path.clone() else { return };
        match answer {
            ChangedAnswer::Reread => {
                self.history.mark_saved(self.history.revision());
                self.open_path(path);
            }
            ChangedAnswer::KeepMine => {
                self.remember_file(&path);
                self.history.mark_unsaved();
            }
        }
    }

    /// Notices a change from elsewhere when the window gets the focus back, and a wish to close it.
    pub(super) fn mind_closing(&mut self, ctx: &egui::Context) {
        let gained =
            ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::WindowFocused(true))));
        if gained && let Some(path) = self.file.path.clone() {
            self.autosave.changed_elsewhere |= self.is_changed_elsewhere(&path);
        }
        if !ctx.input(|input| input.viewport().close_requested()) || self.history.is_saved() || self.is_closing {
            return;
        }
        if !self.saves_now() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.view.dialog = Some(Dialog::Close);
        }
    }

    pub(super) fn close(&mut self, ctx: &egui::Context, saves: bool) {
        if saves {
            match self.file.path.clone().filter(|_| !self.file.is_read_only) {
                Some(path) if self.save_to(path.clone()) => {}
                Some(_) => return,
                None => {
                    // The window closes once the work is in the file that is now chosen.
                    self.closes_when_saved = true;
                    self.ask(crate::ui::Command::SaveAs);
                    return;
                }
            }
        }
        self.is_closing = true;
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    }

    /// Saves where that needs no question; whether it did.
    fn saves_now(&mut self) -> bool {
        let path = self.file.path.clone().filter(|path| self.saves_itself() && !self.is_changed_elsewhere(path));
        path.is_some_and(|path| self.save_to(path))
    }

    /// Whether another account may take this one's place: what is unsaved is saved first, or asked about.
    pub(super) fn may_leave(&mut self, action: &Action) -> bool {
        if self.history.is_saved() {
            return true;
        }
        // Reading the file again would be for nothing if it were written first.
        let is_reload = *action == Action::Command(crate::ui::Command::Reload);
        if !is_reload && self.saves_now() {
            return true;
        }
        self.leaving = Some(action.clone());
        self.view.dialog = Some(Dialog::Leave);
        false
    }

    /// Goes on to the other account: after saving this one, or without. Unsaved work stays in its
    /// snapshot and is offered at the next start.
    pub(super) fn leave(&mut self, saves: bool) {
        match self.file.path.clone().filter(|_| !self.file.is_read_only) {
            Some(path) if saves => {
                if !self.save_to(path) {
                    return;
                }
            }
            // What waits goes on once the work is in the file that is now chosen.
            None if saves => return self.ask(crate::ui::Command::SaveAs),
            Some(_) | None => self.history.mark_saved(self.history.revision()),
        }
        let leaving = self.leaving.take();
        self.waiting.extend(leaving);
    }

    /// Files dropped onto the window: an account is opened, a table offered as people.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let Some(path) = dropped.into_iter().next() else { return };
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        if !matches!(ending.as_deref(), Some("csv" | "tsv" | "txt")) {
            self.waiting.push(Action::OpenPath(path));
            return;
        }
        match crate::disk::load(self.host.vfs(), &path) {
            Ok(bytes) => match crate::exchange::text_of(&bytes) {
                Some(text) => self.view.dialog = Some(Dialog::PasteTable { text }),
                None => self.notices.push(self.words().say(Message::TableNotText).into_owned()),
            },
            Err(error) => self.notices.push(self.words().disk_error(&error)),
        }
    }
}
