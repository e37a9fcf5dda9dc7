//! Why a page was not made.

use crate::words::{Message, Words};

/// Why a page was not made; the account is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The template cannot be set; the cause names file and line.
    #[error("{cause}")]
    Template {
        /// What the setter says.
        cause: String,
    },
    /// The template did not end in time, or took too much memory.
    #[error("the template took too long or too much memory")]
    TooLong,
    /// The template gave more or fewer pages than one.
    #[error("{pages} pages instead of one")]
    ManyPages {
        /// How many.
        pages: usize,
    },
    /// A brief on a person is ours alone.
    #[error("a brief is never for the client")]
    NotForClient,
    /// There is nobody to be briefed on.
    #[error("nobody is chosen")]
    NoPerson,
    /// The page cannot be written in the format.
    #[error("{cause}")]
    Export {
        /// What the writer says.
        cause: String,
    },
    /// There is no template in the folder that was chosen.
    #[error("no template in {path}")]
    NoTemplate {
        /// The folder.
        path: String,
    },
    /// What the page is made from ships broken.
    #[error("{cause}")]
    Shipped {
        /// What the reader says.
        cause: String,
    },
}

impl PageError {
    /// The error as a sentence. Stands here because `words` does not know pages.
    pub fn sentence(&self, words: &Words) -> String {
        words.text(&match self {
            Self::Template { cause } | Self::Shipped { cause } => Message::PageTemplate { cause: cause.clone() },
            Self::NoTemplate { path } => Message::PageNoTemplate { path: path.clone() },
            Self::NotForClient => Message::PageBriefNotForClient,
            Self::NoPerson => Message::PageBriefNobody,
            Self::TooLong => Message::PageTemplateTime,
            Self::ManyPages { pages } => Message::PageManyPages { pages: pages.to_string() },
            Self::Export { cause } => Message::PageExport { cause: cause.clone() },
        })
    }
}
