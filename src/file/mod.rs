//! An account as RON bytes, and bytes as an account.
//!
//! Every version this program has ever written is read here; the newest is written. Damage and
//! contradictions become a list of [`Repair`]s that the user sees. The room opens no files.

mod codec;
mod error;
mod fields;
mod head;
mod mentions;
mod record;
mod repair;
mod salvage;
mod seal;
mod text;
mod v1;
mod v1_buying;
mod v1_client;
mod v1_lists;
mod v1_pipeline;
mod v1_plan;
mod v1_snapshots;
mod v1_strategy;
mod word;

use std::sync::Arc;

pub use error::{FileError, ForeignKind};
pub use head::Head;
pub use repair::{Repair, Subject};
pub use seal::{SealState, seal, seal_state};

use crate::model::Account;

/// The schema this version writes.
pub const SCHEMA: u32 = 1;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// An account as it was read, and what had to be said about it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The account.
    pub account: Account,
    /// What was found and mended, in the order of the file.
    pub repairs: Vec<Repair>,
    /// The file's head.
    pub head: Head,
    /// Whether the seal line fits the text.
    pub seal: SealState,
    /// Whether this version must not write over the file.
    pub is_read_only: bool,
}

/// Reads an account of any schema this version knows.
///
/// # Errors
/// [`FileError`] says what the bytes are instead, with line and column where there are any; a
/// damaged account carries what could be read of it.
pub fn read(bytes: &[u8]) -> Result<Loaded, FileError> {
    let text = text::checked(bytes)?;
    let text = text.as_ref();
    let head = head::read(text)?;
    if head.min_reader > SCHEMA && head.schema > SCHEMA {
        // What this version can make out is shown; the file itself is out of its reach.
        let mut loaded = parse(text, bytes, head)?;
        loaded.is_read_only = true;
        loaded.repairs.insert(0, Repair::NewerFile { schema: loaded.head.schema });
        return Ok(loaded);
    }
    parse(text, bytes, head)
}

fn parse(text: &str, bytes: &[u8], head: Head) -> Result<Loaded, FileError> {
    let seal = seal_state(bytes);
    match codec::from_ron::<Account>(text) {
        Ok(account) => {
            let mut repairs = Vec::new();
            match seal {
                SealState::Intact => {}
                SealState::Missing => repairs.push(Repair::SealMissing),
                SealState::Broken => repairs.push(Repair::SealBroken),
            }
            if text::has_own_comments(text) {
                repairs.push(Repair::CommentsDropped);
            }
            let account = repair::mend(account, &mut repairs);
            Ok(Loaded { account, repairs, head, seal, is_read_only: false })
        }
        Err(place) => Err(FileError::Damaged {
            line: place.line,
            column: place.column,
            cause: place.cause,
            salvaged: Box::new(salvage::salvage(text, head)),
        }),
    }
}

/// Writes an account as sealed text: equal accounts give equal bytes.
pub fn write(account: &Account) -> Vec<u8> {
    seal(&codec::to_ron(account)).into_bytes()
}

/// The document id that stands in the first 4 KiB of a file, where it is one of ours.
pub fn document_id(first_bytes: &[u8]) -> Option<crate::model::AccountId> {
    let first = &first_bytes[..first_bytes.len().min(head::HEAD_BYTES)];
    let text = String::from_utf8_lossy(first);
    head::read(text.strip_prefix('\u{feff}').unwrap_or(&text)).ok()?.id
}

/// Puts `text` into the records that could not be given a place.
fn set_aside(account: &mut Account, text: String) {
    Arc::<Vec<String>>::make_mut(&mut account.set_aside).push(text);
}
