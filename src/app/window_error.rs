//! Why no window can be opened.

use crate::words::{Message, Words};

/// Why no window can be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// There is no display.
    #[error("no display")]
    NoDisplay,
    /// A library of the system is missing.
    #[error("{library} is missing")]
    MissingLibrary {
        /// Its file name.
        library: String,
    },
    /// The window system refused.
    #[error("{cause}")]
    Failed {
        /// What it says.
        cause: String,
    },
}

impl WindowError {
    /// The error as a sentence.
    pub fn sentence(&self, words: &Words) -> String {
        words.text(&match self {
            Self::NoDisplay => Message::WindowNoDisplay,
            Self::MissingLibrary { library } => Message::WindowMissingLibrary { library: library.clone() },
            Self::Failed { cause } => Message::WindowFailed { cause: cause.clone() },
        })
    }
}
