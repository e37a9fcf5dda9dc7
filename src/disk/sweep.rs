//! Removes what killed processes left beside the user's files: each is a full copy of an account.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::{DiskError, Step};
use super::load::{MAX_FILE_LEN, load};
use super::names::TempName;
use super::recovery::RecoveryStore;
use super::vfs::{FileKind, Info, Vfs};
use crate::file::{SealState, seal_state};

/// What became of a temporary file that nobody writes any more.
#[derive(Debug)]
pub enum Swept {
    /// Removed: half written, or no newer than the file that it was to replace.
    Removed(PathBuf),
    /// Whole, and newer than the file that it was to replace: now a snapshot in the recovery store.
    Rescued {
        /// The temporary file, removed.
        from: PathBuf,
        /// The snapshot.
        to: PathBuf,
    },
    /// Left where it is, because something failed.
    Left {
        /// The temporary file.
        path: PathBuf,
        /// What failed.
        error: DiskError,
    },
}

/// Removes the temporary files that killed processes left in `folder`, and rescues the whole ones
/// that are newer than their target into `store`.
///
/// Touches regular files named `.NAME.PID-NUMBER.atlas-tmp` alone, of no more than
/// [`MAX_FILE_LEN`], whose writer is gone: nobody holds their lock, and no other process of that
/// number runs this program.
///
/// # Errors
/// [`DiskError::Failed`] when the folder cannot be listed. What fails for one file is told in
/// [`Swept::Left`].
pub fn sweep(vfs: &dyn Vfs, folder: &Path, store: &RecoveryStore) -> Result<Vec<Swept>, DiskError> {
    let swept = leftovers(vfs, folder)?
        .into_iter()
        .map(|leftover| {
            leftover.settle(vfs, folder, store).unwrap_or_else(|error| Swept::Left { path: leftover.path, error })
        })
        .collect();
    Ok(swept)
}

/// Removes the temporary files that killed processes left in `folder`, whole or not; says how many.
///
/// For the recovery store itself: there the snapshot beside it is at most two seconds older.
pub(super) fn remove_leftovers(vfs: &dyn Vfs, folder: &Path) -> Result<usize, DiskError> {
    let removed = leftovers(vfs, folder)?.iter().filter(|leftover| vfs.remove(&leftover.path).is_ok()).count();
    Ok(removed)
}

struct Leftover {
    path: PathBuf,
    name: TempName,
    info: Info,
}

fn leftovers(vfs: &dyn Vfs, folder: &Path) -> Result<Vec<Leftover>, DiskError> {
    let names = vfs.list(folder).map_err(|error| DiskError::failed(Step::List, folder, error))?;
    let found = names.iter().filter_map(|name| leftover(vfs, folder, name)).collect();
    Ok(found)
}

fn leftover(vfs: &dyn Vfs, folder: &Path, name: &OsStr) -> Option<Leftover> {
    let path = folder.join(name);
    let name = TempName::parse(name)?;
    let info = vfs.info(&path).ok()?;
    // We never write a larger one, and a link or a folder of such a name is somebody's joke, not
    // our file.
    let is_ours = info.kind == FileKind::File && info.len <= MAX_FILE_LEN;
    (is_ours && !is_being_written(vfs, &path, name.pid)).then_some(Leftover { path, name, info })
}

/// The lock is the sure sign. The process number covers file systems without locks; it must be a
/// process of our name, because after a restart the number belongs to anybody. Our own number says
/// nothing: inside a container each start has the same.
fn is_being_written(vfs: &dyn Vfs, path: &Path, pid: u32) -> bool {
    match vfs.is_locked(path) {
        Ok(true) => return true,
        // Cannot be opened at all: leave it alone, and let a start by its owner remove it.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return true,
        Ok(false) | Err(_) => {}
    }
    let name_of = |process: &str| vfs.read(Path::new(&format!("/proc/{process}/comm")), 64);
    pid != vfs.process_id()
        && match (name_of(&pid.to_string()), name_of("self")) {
            (Ok(theirs), Ok(ours)) => theirs == ours,
            (Ok(_), Err(_)) => true,
            (Err(_), _) => false,
        }
}

impl Leftover {
    fn settle(&self, vfs: &dyn Vfs, folder: &Path, store: &RecoveryStore) -> Result<Swept, DiskError> {
        let target = folder.join(&self.name.target);
        let rescued = match self.worth_keeping(vfs, &target)? {
            Some(bytes) => Some(store.adopt(vfs, &self.session(), &bytes, &target)?),
            None => None,
        };
        vfs.remove(&self.path).map_err(|error| DiskError::failed(Step::Remove, &self.path, error))?;
        let path = self.path.clone();
        Ok(match rescued {
            Some(to) => Swept::Rescued { from: path, to },
            None => Swept::Removed(path),
        })
    }

    fn session(&self) -> String {
        format!("{}-{}", self.name.pid, self.name.number)
    }

    /// The bytes, when they are whole and the target's are older and others.
    fn worth_keeping(&self, vfs: &dyn Vfs, target: &Path) -> Result<Option<Vec<u8>>, DiskError> {
        let is_newer = vfs.info(target).map_or(true, |info| self.info.modified > info.modified);
        if !is_newer || self.name.is_of_previous() {
            return Ok(None);
        }
        let bytes = load(vfs, &self.path)?;
        let is_whole = seal_state(&bytes) == SealState::Intact;
        let is_news = load(vfs, target).map_or(true, |old| old != bytes);
        Ok((is_whole && is_news).then_some(bytes))
    }
}
