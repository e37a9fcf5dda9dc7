//! The window's inside and what it shares with the command line: the host, pages, files.
//!
//! The only room that knows all others. One pass of a frame: refresh what is stale, draw, carry
//! out what the user asked for; disk and dialogs wait for the host.

mod carrying;
mod contain;
mod cut;
mod derived;
mod desktop;
mod drawing;
mod example;
mod files;
mod filing;
mod host;
mod keeping;
mod libraries;
mod measuring;
mod motion;
mod paging;
mod picturing;
mod preferring;
mod preview;
#[cfg(target_os = "linux")]
mod print_portal;
mod printing;
mod recovery;
mod settings;
mod snapshots;
mod weekly;
mod what_if;
mod window;
mod window_error;
mod workbench;

pub use contain::contained;
pub use derived::Computed;
pub use desktop::{DesktopHost, ids, language, now_text, state_folder, today};
pub use example::example_bytes;
pub use host::{Answer, Ask, Host};
pub use printing::{PAGE_WORKER, load_template, print_page};
pub use settings::Settings;
pub use window::run;
pub use window_error::WindowError;
pub use workbench::Workbench;
