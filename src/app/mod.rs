//! The window's inside and what it shares with the command line: the host, pages, files.
//!
//! The only room that knows all others.

pub mod host;
mod printing;
mod window_error;

pub use printing::{PAGE_WORKER, load_template, print_page};
pub use window_error::WindowError;

/// Opens the window.
///
/// # Errors
/// [`WindowError`] where the system has no place for one.
pub fn run(path: Option<std::path::PathBuf>) -> Result<(), WindowError> {
    let _ = path;
    Ok(())
}
