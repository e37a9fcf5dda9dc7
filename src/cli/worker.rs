//! The hidden command that sets pages with changed templates, within limits of time and memory.

use std::io::{Read, Write};

use super::Outcome;
use crate::page::run_job;

/// Memory a template may take, in bytes.
const MAX_MEMORY: u64 = 1024 * 1024 * 1024;

/// Processor time a template may take, in seconds.
const MAX_SECONDS: u64 = 20;

pub(super) fn page() -> Outcome {
    // Where the system knows no limits, the other side's clock still ends us.
    rlimit::Resource::AS.set(MAX_MEMORY, MAX_MEMORY).ok();
    rlimit::Resource::CPU.set(MAX_SECONDS, MAX_SECONDS).ok();
    let mut job = Vec::new();
    if std::io::stdin().read_to_end(&mut job).is_err() {
        return Outcome::NotDone;
    }
    match std::io::stdout().write_all(&run_job(&job)) {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::NotDone,
    }
}
