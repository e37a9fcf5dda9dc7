//! The desktop: the clock, chance, the user's language, the system's dialogs.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chrono::{Local, NaiveDate};

use super::host::{Answer, Ask, Host};
use crate::disk::{RealFs, Vfs};
use crate::model::Ids;
use crate::ui::Command;
use crate::words::Language;

/// A dialog that is gone sooner than this was never seen.
const UNSEEN: Duration = Duration::from_millis(500);

/// A source of ids that no other run shares.
pub fn ids() -> Ids {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    // The standard library seeds each of these from the system's randomness.
    let chance = || u128::from(RandomState::new().build_hasher().finish());
    let millis = u64::try_from(since.as_millis()).unwrap_or(0);
    Ids::new(millis, (chance() << 64) | chance())
}

/// The day by the user's clock.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// Day and minute by the user's clock, as text.
pub fn now_text() -> String {
    Local::now().format("%Y-%m-%d %H:%M").to_string()
}

/// The language of the user's system.
pub fn language() -> Language {
    Language::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// The folder for settings, recovery snapshots and logs; `None` where the system names none.
pub fn state_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "account-atlas")?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned())
}

/// The host of the real window.
pub struct DesktopHost {
    state_folder: Option<PathBuf>,
    sender: Sender<(Command, Answer)>,
    receiver: Receiver<(Command, Answer)>,
    context: egui::Context,
}

impl DesktopHost {
    /// A host that wakes `context` when an answer comes.
    pub fn new(context: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { state_folder: state_folder(), sender, receiver, context }
    }
}

impl Host for DesktopHost {
    fn vfs(&self) -> &dyn Vfs {
        &RealFs
    }

    fn today(&self) -> NaiveDate {
        today()
    }

    fn now_text(&self) -> String {
        now_text()
    }

    fn ids(&self) -> Ids {
        ids()
    }

    fn state_folder(&self) -> Option<&Path> {
        self.state_folder.as_deref()
    }

    fn print(&mut self, path: &Path) {
        let path = path.to_owned();
        std::thread::spawn(move || {
            #[cfg(target_os = "linux")]
            if super::print_portal::print(&path, "Account Atlas").is_ok() {
                return;
            }
            // Without a print service the viewer opens: every viewer prints.
            open::that_detached(&path).ok();
        });
    }

    fn ask(&mut self, ask: Ask) {
        let sender = self.sender.clone();
        let context = self.context.clone();
        // The portal answers when the user does; the window goes on drawing.
        std::thread::spawn(move || {
            let start = Instant::now();
            let path = pollster::block_on(dialog(&ask));
            let answer = match path {
                Some(path) => Answer::Chosen(path),
                None if start.elapsed() < UNSEEN => Answer::NoDialog,
                None => Answer::Cancelled,
            };
            sender.send((ask.command, answer)).ok();
            context.request_repaint();
        });
    }

    fn answer(&mut self) -> Option<(Command, Answer)> {
        self.receiver.try_recv().ok()
    }
}

async fn dialog(ask: &Ask) -> Option<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().add_filter(ask.endings.join(", "), &ask.endings);
    let proposed = Path::new(&ask.name);
    let folder = proposed.parent().filter(|folder| folder.is_absolute());
    let dialog = folder.map_or(dialog.clone(), |folder| dialog.set_directory(folder));
    let handle = match proposed.file_name() {
        None => dialog.pick_file().await,
        Some(name) => dialog.set_file_name(name.to_string_lossy()).save_file().await,
    };
    handle.map(|handle| handle.path().to_owned())
}
