//! Tables in and out: people and links from spreadsheets, an account as tables or JSON.
//!
//! Bytes come in and go out; an import is an [`crate::edit::Edit`] and a list of notices. What a
//! table holds is data: it is never run, linked to or read as markup.

mod export;
mod json;
mod links;
mod managers;
mod notice;
mod paste;
mod people;
mod resolve;
mod table;

pub use export::{links_csv, people_csv};
pub use json::account_json;
pub use links::import_links;
pub use notice::{ExchangeError, Notice, NoticeKind};
pub use paste::{PASTED_JUDGEMENTS, Pasted, pasted_people};
pub use people::import_people;
pub use table::{Table, text_of};

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Import {
    /// The change, one step.
    pub edit: crate::edit::Edit,
    /// What had to be said about rows and cells.
    pub notices: Vec<Notice>,
    /// People or links that are new.
    pub added: usize,
    /// People or links that were known.
    pub updated: usize,
}
