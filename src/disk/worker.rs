//! A piece of work in a process of its own: bytes in, bytes out, a limit of time.
//!
//! What a user's template does cannot be guarded inside a process: loops that never end, strings
//! that double until memory is gone. A second run of our own binary can be ended.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often the other process is looked at.
const GLANCE: Duration = Duration::from_millis(5);

/// The largest answer that is read, in bytes.
const MAX_ANSWER: u64 = 256 * 1024 * 1024;

/// Why a piece of work gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The process could not be started or spoken to.
    #[error("the worker could not be run: {0}")]
    Io(#[from] std::io::Error),
    /// The process was ended: it took too long, too much memory, or broke.
    #[error("the worker was ended")]
    Ended,
}

/// Runs this program again with `argument`, gives it `input` and returns what it writes.
///
/// # Errors
/// [`WorkerError::Ended`] after `limit`, or where the process broke.
pub fn run_worker(argument: &str, input: Vec<u8>, limit: Duration) -> Result<Vec<u8>, WorkerError> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let stdin = child.stdin.take();
    let stdout = child.stdout.take();
    let result = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A process that ends early closes its end; the answer tells why.
            stdin.map(|mut stdin| stdin.write_all(&input))
        });
        let reader = scope.spawn(move || {
            let mut answer = Vec::new();
            let read = stdout.map(|stdout| stdout.take(MAX_ANSWER).read_to_end(&mut answer));
            (read, answer)
        });
        let is_done = wait(&mut child, limit);
        if !is_done {
            // Ending it closes its pipes, which ends the two threads.
            child.kill().ok();
            child.wait().ok();
        }
        (is_done, reader.join())
    });
    match result {
        (true, Ok((Some(Ok(_)), answer))) => Ok(answer),
        (true | false, _) => Err(WorkerError::Ended),
    }
}

/// Whether the process ended well within `limit`.
fn wait(child: &mut Child, limit: Duration) -> bool {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if start.elapsed() < limit => std::thread::sleep(GLANCE),
            Ok(None) | Err(_) => return false,
        }
    }
}
