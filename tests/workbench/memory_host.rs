//! The outside world of a test: a scratch folder, a fixed day, dialogs that answer from a list.

use std::path::{Path, PathBuf};

use account_atlas::app::{Ask, Host};
use account_atlas::disk::{RealFs, Vfs};
use account_atlas::model::Ids;
use account_atlas::ui::Command;
use chrono::NaiveDate;

pub struct MemoryHost {
    state: PathBuf,
    /// The paths that dialogs answer with, in order; without one the system has no dialog.
    picks: Vec<PathBuf>,
    pub printed: std::sync::Arc<std::sync::Mutex<Vec<PathBuf>>>,
    sources: std::sync::atomic::AtomicU64,
    answers: Vec<(Command, account_atlas::app::Answer)>,
}

impl MemoryHost {
    pub fn new(state: PathBuf, picks: Vec<PathBuf>) -> Self {
        Self {
            state,
            picks,
            printed: std::sync::Arc::default(),
            sources: std::sync::atomic::AtomicU64::new(0),
            answers: Vec::new(),
        }
    }
}

impl Host for MemoryHost {
    fn vfs(&self) -> &dyn Vfs {
        &RealFs
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
    }

    fn now_text(&self) -> String {
        "2026-11-21 09:30".to_owned()
    }

    fn ids(&self) -> Ids {
        // Each source is another one, as on a desktop, and the same in every run.
        Ids::new(1_790_000_000_000 + self.sources.fetch_add(1, std::sync::atomic::Ordering::Relaxed), 99)
    }

    fn state_folder(&self) -> Option<&Path> {
        Some(&self.state)
    }

    fn print(&mut self, path: &Path) {
        self.printed.lock().expect("no panic").push(path.to_owned());
    }

    fn ask(&mut self, ask: Ask) {
        let answer = if self.picks.is_empty() {
            account_atlas::app::Answer::NoDialog
        } else {
            account_atlas::app::Answer::Chosen(self.picks.remove(0))
        };
        self.answers.push((ask.command, answer));
    }

    fn answer(&mut self) -> Option<(Command, account_atlas::app::Answer)> {
        self.answers.pop()
    }
}
