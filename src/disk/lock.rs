//! One window for one account file.

use std::fmt;
use std::path::Path;

use super::error::{DiskError, Step};
use super::load::find;
use super::names::lock_path;
use super::vfs::{Held, Vfs};

/// The lock on an account file, held as long as this value lives; the end of the process frees it.
///
/// The sidecar `.NAME.lock` is locked, because each save replaces the file itself. It is empty, and
/// goes when the lock is freed. The lock holds between processes of one machine and on most network
/// shares; it does not cross a sync service.
pub struct AccountLock {
    _held: Held,
}

impl AccountLock {
    /// Takes the lock on the account file at `path`, links followed.
    ///
    /// # Errors
    /// [`DiskError::InUse`] when another window or process holds it; [`DiskError::Failed`] with
    /// [`Step::Lock`] when the folder is read-only or its file system knows no locks: work can go
    /// on without one, and the next save tells.
    pub fn take(vfs: &dyn Vfs, path: &Path) -> Result<Self, DiskError> {
        let target = find(vfs, path)?.path;
        take(vfs, &lock_path(&target), &target).map(|held| Self { _held: held })
    }
}

impl fmt::Debug for AccountLock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("AccountLock").finish_non_exhaustive()
    }
}

/// Takes the lock on the lock file `lock`, which stands for `path`.
pub(super) fn take(vfs: &dyn Vfs, lock: &Path, path: &Path) -> Result<Held, DiskError> {
    match vfs.try_lock(lock) {
        Ok(Some(held)) => Ok(held),
        Ok(None) => Err(DiskError::InUse { path: path.to_path_buf() }),
        Err(error) => Err(DiskError::failed(Step::Lock, path, error)),
    }
}
