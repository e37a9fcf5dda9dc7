//! What can go wrong between the product and the disk.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::load::MAX_FILE_LEN;

/// Why bytes did not reach the disk, or did not come back from it. Room `words` makes the sentence
/// a person reads.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// A call to the file system failed. Whatever stood at the target stands there still, except
    /// after [`Step::SyncFolder`]: then the new version stands there whole, and a power cut might
    /// bring the old one back.
    #[error("{step}: {source}: {}", path.display())]
    Failed {
        /// What was being done.
        step: Step,
        /// What the system said.
        source: io::Error,
        /// The file or folder that was asked for, never a temporary name.
        path: PathBuf,
    },
    /// There is nothing at the path.
    #[error("there is no such file: {}", path.display())]
    Missing {
        /// The path asked for.
        path: PathBuf,
    },
    /// More than [`MAX_FILE_LEN`], to be read or to be written.
    #[error("{len} bytes are more than the {MAX_FILE_LEN} allowed: {}", path.display())]
    TooLarge {
        /// Length in bytes; at least that many when the file was growing.
        len: u64,
        /// The path asked for.
        path: PathBuf,
    },
    /// A folder, a device or a pipe, or a path without a file name.
    #[error("this is not a file: {}", path.display())]
    NotAFile {
        /// The path asked for.
        path: PathBuf,
    },
    /// The file is marked read-only. A rename would replace it all the same; whoever set the mark
    /// meant it.
    #[error("the file is marked read-only: {}", path.display())]
    ReadOnly {
        /// The path asked for.
        path: PathBuf,
    },
    /// Another window or another process holds the lock.
    #[error("in use elsewhere: {}", path.display())]
    InUse {
        /// The path whose lock is held.
        path: PathBuf,
    },
    /// A document id or a session name that must not become a file name.
    #[error("not fit for a file name: {name:?}")]
    UnfitName {
        /// What was given.
        name: String,
    },
}

impl DiskError {
    pub(super) fn failed(step: Step, path: &Path, source: io::Error) -> Self {
        Self::Failed { step, source, path: path.to_path_buf() }
    }

    /// The path that the sentence ends with; none for a name that never became one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Failed { path, .. }
            | Self::Missing { path }
            | Self::TooLarge { path, .. }
            | Self::NotAFile { path }
            | Self::ReadOnly { path }
            | Self::InUse { path } => Some(path),
            Self::UnfitName { .. } => None,
        }
    }

    /// What was being done when the system refused.
    pub fn step(&self) -> Option<Step> {
        self.failure().map(|(step, _)| step)
    }

    /// The system's own word for it: full disk, no permission, read-only file system.
    pub fn io_kind(&self) -> Option<io::ErrorKind> {
        self.failure().map(|(_, source)| source.kind())
    }

    fn failure(&self) -> Option<(Step, &io::Error)> {
        match self {
            Self::Failed { step, source, .. } => Some((*step, source)),
            Self::Missing { .. }
            | Self::TooLarge { .. }
            | Self::NotAFile { .. }
            | Self::ReadOnly { .. }
            | Self::InUse { .. }
            | Self::UnfitName { .. } => None,
        }
    }
}

/// What was being done when a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Looking at what stands at the path.
    Inspect,
    /// Reading a file.
    Read,
    /// Listing a folder.
    List,
    /// Making the temporary file.
    Create,
    /// Writing the temporary file.
    Write,
    /// Bringing the temporary file's content safely to the disk.
    Sync,
    /// Putting the temporary file in the target's place.
    Replace,
    /// Bringing the new name safely to the disk.
    SyncFolder,
    /// Making a folder.
    CreateFolder,
    /// Removing a file.
    Remove,
    /// Taking a lock, or asking for one.
    Lock,
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Inspect => "looking at the file failed",
            Self::Read => "reading failed",
            Self::List => "listing the folder failed",
            Self::Create => "making a temporary file beside it failed",
            Self::Write => "writing failed",
            Self::Sync => "bringing the content to the disk failed",
            Self::Replace => "putting the new version in place failed",
            Self::SyncFolder => "bringing the name to the disk failed",
            Self::CreateFolder => "making the folder failed",
            Self::Remove => "removing failed",
            Self::Lock => "locking failed",
        })
    }
}
