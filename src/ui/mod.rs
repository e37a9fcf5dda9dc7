//! Draws, and reports what the user asked for. The only room that knows widgets.
//!
//! A view reads a [`ViewContext`], remembers in [`ViewState`], and pushes [`Action`]s. It never
//! changes an account, opens a file or asks the clock.

mod camera;
mod canvas;
mod cards;
mod command;
mod dialogs;
mod inspector;
mod legend;
mod lines;
mod overview;
mod preview;
mod shell;
mod style;
mod symbols;
mod toolbar;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use camera::Camera;
pub use command::{Command, Shortcut};
pub use preview::PreviewImage;
pub use shell::workbench_ui;
pub use style::{Palette, font_definitions, set_style};

use crate::edit::Edit;
use crate::insight::{Figures, Finding};
use crate::layout::{Layout, LayoutRequest};
use crate::model::{Account, OpportunityId, SeatId};
use crate::page::{Edition, LeftOut, Paper};
use crate::theme::Measure;
use crate::words::Words;

/// Everything a view reads.
pub struct ViewContext<'a> {
    /// The account.
    pub account: &'a Account,
    /// The figures of the account or of the opportunity looked through.
    pub figures: &'a Figures,
    /// What the map says, the gravest first.
    pub findings: &'a [Finding],
    /// What the layout was asked.
    pub request: &'a LayoutRequest,
    /// Where everything stands.
    pub layout: &'a Layout,
    /// The words of the language chosen.
    pub words: &'a Words,
    /// The colours of the theme chosen.
    pub palette: &'a Palette,
    /// Widths of texts.
    pub measure: &'a Measure,
    /// The day.
    pub today: NaiveDate,
    /// How the file stands, in a word or two.
    pub file_state: &'a str,
    /// The page as a picture, once it is set.
    pub preview: Option<&'a PreviewImage>,
    /// Why there is no page, where there is none.
    pub preview_error: Option<&'a str>,
    /// What the page leaves out.
    pub left_out: Option<&'a LeftOut>,
    /// Sentences to be shown until they are dismissed.
    pub notices: &'a [String],
    /// An unsaved snapshot that can be restored: the sentence that offers it.
    pub recovery: Option<&'a str>,
    /// Other accounts of the folder that was opened.
    pub siblings: &'a [std::path::PathBuf],
}

/// Which side of the workbench is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The map.
    #[default]
    Map,
    /// The printed page.
    Page,
}

/// What the colours of the cards say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lens {
    /// Support.
    #[default]
    Support,
    /// Buying role.
    Role,
}

/// Which kinds of line are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinesShown {
    /// Dotted reporting lines.
    pub dotted: bool,
    /// Influence.
    pub influence: bool,
    /// Conflict.
    pub conflict: bool,
    /// Personal ties.
    pub tie: bool,
}

impl Default for LinesShown {
    fn default() -> Self {
        Self { dotted: true, influence: true, conflict: true, tie: true }
    }
}

/// A question in a small window over the workbench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A path typed by hand, where the system has no file dialog.
    Path {
        /// What the path is for.
        command: Command,
        /// The path so far.
        text: String,
    },
}

/// What the views remember; never part of the account and never undone.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// Which side is open.
    pub view: View,
    /// Where the user made the canvas look; `None` fits the map, whatever the window's size.
    pub camera: Option<Camera>,
    /// Where the canvas looked in the last frame.
    pub shown: Option<Camera>,
    /// The cards selected.
    pub selection: BTreeSet<SeatId>,
    /// What the colours say.
    pub lens: Lens,
    /// Which lines are drawn.
    pub lines: LinesShown,
    /// The opportunity looked through.
    pub opportunity: Option<OpportunityId>,
    /// For whom the page is.
    pub edition: Option<Edition>,
    /// On which paper.
    pub paper: Option<Paper>,
    /// A question that is open.
    pub dialog: Option<Dialog>,
    /// Whether the legend is folded away.
    pub is_legend_hidden: bool,
    /// Whether the inspector is hidden.
    pub is_inspector_hidden: bool,
}

/// What the user asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the account.
    Edit(Edit),
    /// Do something else.
    Command(Command),
    /// Open this file.
    OpenPath(std::path::PathBuf),
    /// Write to this path what the command writes.
    PathChosen(Command, std::path::PathBuf),
    /// Put a notice away, by its place.
    Dismiss(usize),
    /// Answer the offer of a snapshot.
    Recovery(RecoveryAnswer),
}

/// What to do with an unsaved snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// Make it the current account, not yet saved.
    Restore,
    /// Put it away; it is kept for seven days.
    Discard,
}

/// Where views push what the user asked for.
pub type Actions = Vec<Action>;
