//! What the workbench asks of the outside world. Two hosts: the desktop, and memory for tests.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::disk::Vfs;
use crate::model::Ids;
use crate::ui::Command;

/// A question to the user that the system's dialogs answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What the path is for.
    pub command: Command,
    /// The name that is proposed.
    pub name: String,
    /// Endings of the files that fit, without the dot.
    pub endings: Vec<&'static str>,
}

/// What came back from a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The user chose a path.
    Chosen(PathBuf),
    /// The user wants none.
    Cancelled,
    /// The system has no dialog; the workbench asks itself.
    NoDialog,
}

/// The outside world.
pub trait Host {
    /// The disk.
    fn vfs(&self) -> &dyn Vfs;
    /// The day.
    fn today(&self) -> NaiveDate;
    /// Day and minute, as text.
    fn now_text(&self) -> String;
    /// A source of ids that no other run shares.
    fn ids(&self) -> Ids;
    /// The folder for settings and recovery snapshots.
    fn state_folder(&self) -> Option<&Path>;
    /// Gives a finished PDF to the system's print service, else to the program that shows such files.
    fn print(&mut self, path: &Path);
    /// Opens a dialog; the answer comes by [`Host::answer`].
    fn ask(&mut self, ask: Ask);
    /// The answer to a question, once there is one.
    fn answer(&mut self) -> Option<(Command, Answer)>;
}
