//! Reading a file whole, and noticing that it changed.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::error::{DiskError, Step};
use super::names::folder_of;
use super::vfs::{FileKind, Info, Vfs, patiently};

/// The largest file that is read or written, in bytes: 32 MiB, five times an account of 10,000
/// people.
pub const MAX_FILE_LEN: u64 = crate::file::MAX_BYTES as u64;

/// As many links as Linux follows before it calls them a loop.
const MAX_LINKS: usize = 40;

/// The bytes of a file; symbolic links are followed.
///
/// # Errors
/// [`DiskError::Missing`], [`DiskError::NotAFile`] and [`DiskError::TooLarge`] before anything is
/// read, else [`DiskError::Failed`].
pub fn load(vfs: &dyn Vfs, path: &Path) -> Result<Vec<u8>, DiskError> {
    let found = find(vfs, path)?;
    let Some(info) = found.info else {
        return Err(DiskError::Missing { path: path.to_path_buf() });
    };
    if info.kind != FileKind::File {
        return Err(DiskError::NotAFile { path: path.to_path_buf() });
    }
    refuse_too_large(path, info.len)?;
    let bytes = patiently(vfs, || vfs.read(&found.path, MAX_FILE_LEN + 1))
        .map_err(|error| DiskError::failed(Step::Read, path, error))?;
    // It may have grown since it was measured.
    refuse_too_large(path, bytes.len() as u64)?;
    Ok(bytes)
}

/// The first bytes of a file, at most `limit`: enough to tell its schema and its document id.
///
/// # Errors
/// As [`load`], but for the length.
pub fn load_head(vfs: &dyn Vfs, path: &Path, limit: u64) -> Result<Vec<u8>, DiskError> {
    let found = find(vfs, path)?;
    match found.info.map(|info| info.kind) {
        Some(FileKind::File) => {
            vfs.read(&found.path, limit).map_err(|error| DiskError::failed(Step::Read, path, error))
        }
        Some(FileKind::Folder | FileKind::Link | FileKind::Other) => {
            Err(DiskError::NotAFile { path: path.to_path_buf() })
        }
        None => Err(DiskError::Missing { path: path.to_path_buf() }),
    }
}

/// Length and time of a file: when they differ from before, somebody may have changed it.
///
/// Only a hint: a `touch` changes it too, so compare the content before telling the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Length in bytes.
    pub len: u64,
    /// When the content last changed, where the file system says.
    pub mtime: Option<SystemTime>,
}

/// The stamp of the file at `path`, links followed; `None` when it is gone or cannot be looked at.
pub fn stamp(vfs: &dyn Vfs, path: &Path) -> Option<Stamp> {
    let info = find(vfs, path).ok()?.info?;
    Some(Stamp { len: info.len, mtime: info.modified })
}

/// Where a path leads once links are followed, and what stands there.
pub(super) struct Found {
    /// A path that is no link.
    pub path: PathBuf,
    /// None when nothing stands there: a new file, or a link whose target is gone.
    pub info: Option<Info>,
}

/// Follows links by hand: a rename onto a link would replace the link, and the system's own
/// resolving fails on a link whose target does not exist yet.
pub(super) fn find(vfs: &dyn Vfs, path: &Path) -> Result<Found, DiskError> {
    let fail = |error| DiskError::failed(Step::Inspect, path, error);
    let mut real = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        let info = match vfs.info(&real) {
            Ok(info) => info,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Found { path: real, info: None });
            }
            Err(error) => return Err(fail(error)),
        };
        if info.kind != FileKind::Link {
            let info = Some(info);
            return Ok(Found { path: real, info });
        }
        let next = vfs.read_link(&real).map_err(fail)?;
        real = folder_of(&real).join(next);
    }
    Err(fail(io::Error::other("the links lead in a circle")))
}

pub(super) fn refuse_too_large(path: &Path, len: u64) -> Result<(), DiskError> {
    if len > MAX_FILE_LEN {
        return Err(DiskError::TooLarge { len, path: path.to_path_buf() });
    }
    Ok(())
}
