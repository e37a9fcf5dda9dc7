//! Why bytes are not an account.

use super::{Loaded, MAX_BYTES};

/// What a foreign file looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKind {
    /// A spreadsheet or another zip.
    Zip,
    /// A PDF.
    Pdf,
    /// JSON.
    Json,
    /// A picture.
    Picture,
    /// Markup.
    Markup,
    /// RON or other text without the head of an account.
    OtherText,
}

/// Why bytes are not an account.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FileError {
    /// The file holds nothing, which is never an empty account.
    #[error("the file is empty")]
    Empty,
    /// The file holds only zero bytes: a write that was cut off by the system.
    #[error("the file holds {bytes} zero bytes and nothing else")]
    Zeroed {
        /// How many.
        bytes: usize,
    },
    /// The file is above [`MAX_BYTES`].
    #[error("{bytes} bytes are more than {MAX_BYTES}")]
    TooLarge {
        /// How many.
        bytes: usize,
    },
    /// The text is not UTF-8.
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// Line of the first wrong byte, from 1.
        line: usize,
    },
    /// Two versions stand in the file with the marks of a merge tool.
    #[error("a conflict mark stands in line {line}")]
    ConflictMarks {
        /// Line of the first mark, from 1.
        line: usize,
    },
    /// The file is something else.
    #[error("the file is no account but {0:?}")]
    Foreign(ForeignKind),
    /// The file is ours, and broken.
    #[error("line {line}, column {column}: {cause}")]
    Damaged {
        /// Line of the break, from 1.
        line: usize,
        /// Column of the break, from 1.
        column: usize,
        /// What the reader says.
        cause: String,
        /// What could be read all the same; never to be written over the file.
        salvaged: Box<Loaded>,
    },
}
