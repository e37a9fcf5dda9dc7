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
mod find;
mod findings;
mod fixes;
mod gestures;
mod inspector;
mod legend;
mod opportunities;
mod overview;
mod palette;
mod paste;
mod perform;
mod plan;
mod preview;
mod settings;
mod shell;
mod shortcuts;
mod state;
mod style;
mod symbols;
mod table;
mod toolbar;
mod tour;
mod tray;
mod work;

pub use camera::Camera;
pub use command::{Command, Menu, Shortcut};
pub use context::{Action, Actions, ChangedAnswer, Preferences, RecoveryAnswer, ViewContext};
pub use fixes::{FixDesk, edit_of, judge};
pub use gestures::{Clipboard, Dialog, Drag, Handle, Hint, Naming, Popover};
pub use preview::PreviewImage;
pub use shell::workbench_ui;
pub use state::{Filter, Lens, LinesShown, Lookup, TableState, View, ViewState};
pub use style::{Palette, font_definitions, set_style};
