//! Draws, and reports what the user asked for. The only room that knows widgets.
//!
//! A view reads a [`ViewContext`], remembers in [`ViewState`], and pushes [`Action`]s. It never
//! changes an account, opens a file or asks the clock.

mod camera;
mod canvas;
mod change;
mod command;
mod context;
mod dialogs;
mod fields;
mod filter;
mod find;
mod findings;
mod fixes;
mod gestures;
mod guide;
mod inspector;
mod legend;
mod lens;
mod opportunities;
mod overview;
mod palette;
mod paste;
mod perform;
mod plan;
mod plot;
mod preview;
mod ranking;
mod search;
mod settings;
mod shell;
mod shortcuts;
mod state;
mod style;
mod symbols;
mod table;
mod then_now;
mod toolbar;
mod tour;
mod tray;
mod verdict;
mod visit;
mod what_if;
mod work;
mod worklist;

pub use camera::Camera;
pub use command::{Command, Menu, Shortcut};
pub use context::{Action, Actions, ChangedAnswer, Preferences, RecoveryAnswer, ViewContext, WhatIf};
pub use filter::Filter;
pub use fixes::{FixDesk, edit_of, judge};
pub use gestures::{Choosing, Clipboard, Dialog, Drag, Handle, Hint, Naming, Popover};
pub use lens::{JudgementAge, Lens};
pub use opportunities::PipelineView;
pub use plan::PlanPage;
pub use preview::PreviewImage;
pub use shell::workbench_ui;
pub use state::{LinesShown, Lookup, TableState, View, ViewState};
pub use style::{Palette, font_definitions, set_style};
pub use then_now::{Side, ThenNow};
pub use visit::{LinkRow, VisitDraft};
pub use work::{WorkState, WorkTab};
