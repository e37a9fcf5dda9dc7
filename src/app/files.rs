//! Opening and saving: what happens to a path.

use std::path::{Path, PathBuf};

use crate::disk::{DiskError, Keep, Vfs, load, save};
use crate::file::{self, FileError, Loaded};
use crate::words::{Message, Words};

/// A document as it was opened.
pub(super) struct Opened {
    pub(super) loaded: Loaded,
    /// What is to be said about it.
    pub(super) notices: Vec<String>,
}

/// Opens an account. A damaged one comes as what could be read of it, never to be written over.
pub(super) fn open(vfs: &dyn Vfs, path: &Path, words: &Words) -> Result<Opened, String> {
    let bytes = load(vfs, path).map_err(|error| words.disk_error(&error))?;
    open_bytes(&bytes, words)
}

/// Opens the bytes of an account.
pub(super) fn open_bytes(bytes: &[u8], words: &Words) -> Result<Opened, String> {
    match file::read(bytes) {
        Ok(loaded) => {
            let notices = loaded.repairs.iter().map(|repair| words.repair(repair)).collect();
            Ok(Opened { loaded, notices })
        }
        Err(error) => {
            let sentence = words.file_error(&error);
            match error {
                FileError::Damaged { salvaged, .. } if !salvaged.account.persons.is_empty() => {
                    let mut notices = vec![sentence];
                    notices.extend(salvaged.repairs.iter().map(|repair| words.repair(repair)));
                    Ok(Opened { loaded: *salvaged, notices })
                }
                FileError::Damaged { .. }
                | FileError::Empty
                | FileError::Zeroed { .. }
                | FileError::TooLarge { .. }
                | FileError::NotUtf8 { .. }
                | FileError::ConflictMarks { .. }
                | FileError::Foreign(_) => Err(sentence),
            }
        }
    }
}

/// The accounts of a folder, by name.
pub(super) fn accounts_in(vfs: &dyn Vfs, folder: &Path) -> Vec<PathBuf> {
    let names = vfs.list(folder).unwrap_or_default();
    let is_account = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
    let mut paths: Vec<PathBuf> = names.into_iter().map(|name| folder.join(name)).filter(is_account).collect();
    paths.sort();
    paths
}

/// Saves an account by the one routine; gives what is to be said beside that it is saved.
pub(super) fn save_account(
    vfs: &dyn Vfs,
    path: &Path,
    account: &crate::model::Account,
    words: &Words,
) -> Result<Vec<String>, DiskError> {
    let saved = save(vfs, path, &file::write(account), Keep::Previous)?;
    let mut notices = Vec::new();
    let at = saved.path.display().to_string();
    if saved.replaced && !saved.kept_previous {
        notices.push(words.text(&Message::DiskPreviousNotKept { path: at.clone() }));
    }
    if saved.hard_links {
        notices.push(words.text(&Message::DiskHardLinks { path: at }));
    }
    Ok(notices)
}
