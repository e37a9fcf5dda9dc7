//! A panic in a view stays in its frame.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `draw` and gives what it reports, or `None` where it panicked.
///
/// It must be called inside the frame: caught outside, egui's context is dead for good. Views
/// change nothing but their own memory, and edits are carried out after them, so a frame that
/// breaks off leaves the account as it was.
pub fn contained<T>(draw: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(draw)).ok()
}
