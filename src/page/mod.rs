//! Printed pages: an account becomes a document, and the document PDF, PNG or SVG.
//!
//! A [`PageForm`] says which document: each has data, template and a promise on its pages of its own.
//! The page is set by typst from a template; text of the account reaches it as data and is never
//! read as markup. The room opens no files: templates come as text, pages go as bytes.

mod brief;
mod compose;
mod data;
mod drawing;
mod ego;
mod error;
mod fit;
mod form;
mod job;
mod legend;
mod long;
mod map;
mod pages;
mod panels;
mod template;
mod way;
mod world;

pub use compose::Printer;
pub use drawing::plot_picture;
pub use error::PageError;
pub use form::PageForm;
pub use job::{Job, JobResult, run_job};
pub use map::MIN_NAME_SIZE;
pub use pages::{LeftOut, Page};
pub use template::Template;

/// Who the page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edition {
    /// The account team.
    Full,
    /// The client.
    Customer,
}

/// The paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// A4 landscape.
    A4,
    /// A4 portrait.
    A4Portrait,
    /// US Letter landscape.
    Letter,
    /// A3 landscape.
    A3,
}

impl Paper {
    /// Every paper.
    pub const ALL: [Self; 4] = [Self::A4, Self::A4Portrait, Self::Letter, Self::A3];

    /// The name people type.
    pub const fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A4Portrait => "a4-portrait",
            Self::Letter => "letter",
            Self::A3 => "a3",
        }
    }

    /// The name the setter knows, and whether the long side lies.
    const fn typst(self) -> (&'static str, bool) {
        match self {
            Self::A4 => ("a4", true),
            Self::A4Portrait => ("a4", false),
            Self::Letter => ("us-letter", true),
            Self::A3 => ("a3", true),
        }
    }
}

/// What a page is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageFormat {
    /// Vectors and text for printers and mail.
    Pdf,
    /// A picture at 200 dots an inch.
    Png,
    /// Vectors for the web and for drawing programs.
    Svg,
}

impl PageFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Png, Self::Svg];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The format that the ending of a path tells, in either case.
    pub fn of_path(path: &std::path::Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// Which page is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PageRequest {
    /// Which document.
    pub form: PageForm,
    /// In which language.
    pub language: crate::words::Language,
    /// For whom.
    pub edition: Edition,
    /// On which paper.
    pub paper: Paper,
    /// The day that stands on it.
    pub today: chrono::NaiveDate,
}
