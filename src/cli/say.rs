//! What the command line says, and the files it reads and writes.

use std::io::Write;
use std::path::Path;

use super::Outcome;
use crate::app;
use crate::disk::{DiskError, Keep, RealFs, load, save};
use crate::file::{self, FileError, Loaded};
use crate::method::Scales;
use crate::words::{Message, Words};

/// Words and voices of the command line.
pub(super) struct Say {
    pub(super) words: Words,
    pub(super) scales: Scales,
}

impl Say {
    pub(super) fn new() -> Option<Self> {
        Some(Self { words: Words::shipped(app::language()).ok()?, scales: Scales::shipped().ok()? })
    }

    /// An answer. A closed pipe is no reason to fail.
    pub(super) fn answer(&self, text: &str) {
        writeln!(std::io::stdout(), "{text}").ok();
    }

    /// A remark beside the answer.
    pub(super) fn remark(&self, text: &str) {
        writeln!(std::io::stderr(), "{text}").ok();
    }

    pub(super) fn remark_message(&self, message: &Message) {
        self.remark(&self.words.text(message));
    }

    /// Remarks on a failed read or write.
    pub(super) fn disk(&self, error: &DiskError) -> Outcome {
        self.remark(&self.words.disk_error(error));
        Outcome::NotDone
    }

    /// Reads an account and remarks on every repair; a damaged one gives what could be read of it.
    pub(super) fn account(&self, path: &Path) -> Result<Loaded, Outcome> {
        let bytes = load(&RealFs, path).map_err(|error| self.disk(&error))?;
        match file::read(&bytes) {
            Ok(loaded) => {
                for repair in &loaded.repairs {
                    self.remark(&self.words.repair(repair));
                }
                Ok(loaded)
            }
            Err(FileError::Damaged { line, column, cause, salvaged }) => {
                let damaged = FileError::Damaged { line, column, cause, salvaged: salvaged.clone() };
                self.remark(&format!("{}: {}", path.display(), self.words.file_error(&damaged)));
                for repair in &salvaged.repairs {
                    self.remark(&self.words.repair(repair));
                }
                Ok(*salvaged)
            }
            Err(error) => {
                self.remark(&format!("{}: {}", path.display(), self.words.file_error(&error)));
                Err(Outcome::NotDone)
            }
        }
    }

    /// Writes bytes by the one save routine and says so.
    pub(super) fn write(&self, path: &Path, bytes: &[u8], keep: Keep) -> Outcome {
        match save(&RealFs, path, bytes, keep) {
            Ok(saved) => {
                if keep == Keep::Previous && saved.replaced && !saved.kept_previous {
                    let path = saved.path.display().to_string();
                    self.remark_message(&Message::DiskPreviousNotKept { path });
                }
                if saved.hard_links {
                    let path = saved.path.display().to_string();
                    self.remark_message(&Message::DiskHardLinks { path });
                }
                let path = path.display().to_string();
                self.remark_message(&Message::CliDone { path });
                Outcome::Done
            }
            Err(error) => self.disk(&error),
        }
    }
}

/// How reading an account ended: done, or done with repairs.
pub(super) fn outcome_of(loaded: &Loaded) -> Outcome {
    if loaded.repairs.is_empty() { Outcome::Done } else { Outcome::Repaired }
}
