//! What a view reads, and what it reports.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Command, Palette, PreviewImage};
use crate::edit::Edit;
use crate::insight::{Insights, Measures};
use crate::layout::{Index, Layout, LayoutRequest};
use crate::method::{BuyingGuide, GrowthGuide, Guide, PlanningGuide, QuestionSets, Rules, Scales, StrategyGuide};
use crate::model::{Account, Currency, PersonId, ThinkingStyle};
use crate::page::{LeftOut, PageFormat};
use crate::plot::Plot;
use crate::theme::{Measure, Theme};
use crate::words::{Language, Words};

/// Everything a view reads.
pub struct ViewContext<'a> {
    /// The account.
    pub account: &'a Account,
    /// What is said of the account, or of the opportunity looked through.
    pub insights: &'a Insights,
    /// How people are joined, in numbers; none where nobody asked for it or it is still computed.
    pub measures: Option<&'a Measures>,
    /// How far the exact numbers have come, as done and all.
    pub measuring: Option<(usize, usize)>,
    /// The account as it is, while something is tried out.
    pub what_if: Option<WhatIf<'a>>,
    /// What the layout was asked.
    pub request: &'a LayoutRequest,
    /// Where everything stands.
    pub layout: &'a Layout,
    /// What of the layout lies where.
    pub index: &'a Index,
    /// How far the cards have come on their way to this picture; 1 where they stand still.
    pub arrival: f32,
    /// The words of the language chosen.
    pub words: &'a Words,
    /// Rates, weights and rhythms of the method.
    pub rules: &'a Rules,
    /// Guidance of the method.
    pub guide: &'a Guide,
    /// The questions on an opportunity.
    pub questions: &'a QuestionSets,
    /// Guidance on how the client buys.
    pub buying: &'a BuyingGuide,
    /// Prompts and defaults of growth, forecast, team and workload.
    pub growth: &'a GrowthGuide,
    /// Prompts and checks of SWOT, value card and strategy.
    pub strategy: &'a StrategyGuide,
    /// How a plan is made and kept.
    pub planning: &'a PlanningGuide,
    /// The words by which tables name values.
    pub scales: &'a Scales,
    /// The colours of the theme chosen.
    pub palette: &'a Palette,
    /// Widths of texts.
    pub measure: &'a Measure,
    /// The day.
    pub today: NaiveDate,
    /// How the file stands, in a word or two.
    pub file_state: &'a str,
    /// Whether the account is in a file.
    pub has_file: bool,
    /// Whether nothing may be changed.
    pub is_read_only: bool,
    /// What the next undo takes back.
    pub undo: Option<&'a str>,
    /// What the next redo does again.
    pub redo: Option<&'a str>,
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
    /// The file was changed elsewhere: the sentence that says so.
    pub changed_elsewhere: Option<&'a str>,
    /// Who has no seat.
    pub unseated: &'a [PersonId],
    /// Other accounts of the folder that was opened.
    pub siblings: &'a [PathBuf],
    /// Accounts opened lately.
    pub recent: &'a [PathBuf],
    /// What the user prefers.
    pub preferences: &'a Preferences,
}

/// What a trial is compared with: the account as it is.
#[derive(Clone, Copy)]
pub struct WhatIf<'a> {
    /// The account without the trial.
    pub base: &'a Account,
    /// What is said of it.
    pub before: &'a Insights,
}

/// What the user prefers, for the program and not for an account.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// The user's own name.
    pub my_name: String,
    /// The user's own thinking style.
    pub my_style: Option<ThinkingStyle>,
    /// The language; `None` follows the system.
    pub language: Option<Language>,
    /// The theme; `None` follows the system.
    pub theme: Option<Theme>,
    /// Size of everything, in percent of the system's: 100 to 300.
    pub scale: u16,
    /// The currency of new accounts.
    pub currency: Currency,
    /// Whether changes are saved to the file by themselves.
    pub autosave: bool,
    /// Where new accounts are kept.
    pub folder: Option<PathBuf>,
    /// Whether nothing moves by itself.
    pub reduced_motion: bool,
}

/// What the user asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the account.
    Edit(Edit),
    /// Take the last step back for good: it was cancelled.
    TakeBack,
    /// The next edit makes a step of its own, even of the same field.
    EndStep,
    /// Do something else.
    Command(Command),
    /// Open this file.
    OpenPath(PathBuf),
    /// Write to this path what the command writes.
    PathChosen(Command, PathBuf),
    /// Write this plot as a picture, to a path that is still to be chosen.
    SavePicture(Box<Plot>, PageFormat),
    /// Put a notice away, by its place.
    Dismiss(usize),
    /// Answer the offer of a snapshot.
    Recovery(RecoveryAnswer),
    /// Answer the notice that the file was changed elsewhere.
    ChangedElsewhere(ChangedAnswer),
    /// Close the window: after saving, or without.
    Close {
        /// Whether to save first.
        saves: bool,
    },
    /// Open the other account: after saving this one, or without.
    Leave {
        /// Whether to save first.
        saves: bool,
    },
    /// Prefer this from now on.
    Prefer(Box<Preferences>),
    /// End what is tried out: keep this edit of the account as it is, or nothing.
    EndTrial(Option<Box<Edit>>),
    /// Stop computing the exact numbers.
    StopMeasuring,
    /// Use the template in this folder for the page; `None` is the shipped one.
    UseTemplate(Option<PathBuf>),
}

/// What to do with an unsaved snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// Make it the current account, not yet saved.
    Restore,
    /// Put it away; it is kept for seven days.
    Discard,
}

/// What to do where the file was changed elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedAnswer {
    /// Read the file again; what was not saved here goes.
    Reread,
    /// Keep what is here; the next save writes over it.
    KeepMine,
}

/// Where views push what the user asked for.
pub type Actions = Vec<Action>;

/// The name of a file without its ending, as menus call it.
pub(super) fn file_name(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
