//! Without a command: the window.

use std::path::PathBuf;

use super::Outcome;
use super::say::Say;

pub(super) fn window(say: &Say, path: Option<PathBuf>) -> Outcome {
    match crate::app::run(path) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            say.remark(&error.sentence(&say.words));
            Outcome::NotDone
        }
    }
}
