//! The program: the window, or a command without one.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(account_atlas::cli::run().code())
}
