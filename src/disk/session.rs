//! One window's snapshots of one document.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::about::About;
use super::error::DiskError;
use super::load::load;
use super::lock;
use super::names::folder_of;
use super::recovery::{RecoveryStore, Snapshot, remove_if_there, sync, write_snapshot};
use super::vfs::{Held, Vfs};

/// A running session: its snapshot is not offered for recovery before this value, or its process,
/// is gone.
pub struct Session {
    path: PathBuf,
    _held: Held,
}

impl Session {
    /// Takes the session's lock. Another start may be asking for it at this very moment, to see
    /// whether the session lives, so a held lock is tried for a while.
    pub(super) fn open(vfs: &dyn Vfs, folder: &Path, session: &str) -> Result<Self, DiskError> {
        let path = folder.join(format!("{session}.ron"));
        let lock = path.with_extension("lock");
        for wait in [1, 5, 20] {
            match lock::take(vfs, &lock, &path) {
                Err(DiskError::InUse { .. }) => vfs.sleep(Duration::from_millis(wait)),
                done => return done.map(|held| Self { path, _held: held }),
            }
        }
        lock::take(vfs, &lock, &path).map(|held| Self { path, _held: held })
    }

    /// Where the snapshot stands once written.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the snapshot in the place of the session's last one. Costs two saves: not for the UI
    /// thread.
    ///
    /// # Errors
    /// As [`save`](super::save); the last snapshot then stands.
    pub fn write(&self, vfs: &dyn Vfs, bytes: &[u8], about: &About) -> Result<(), DiskError> {
        write_snapshot(vfs, &self.path, bytes, about)
    }

    /// The bytes of an ended session's snapshot, which becomes this session's own and is then
    /// discarded: at each moment one of the two is there to be recovered.
    ///
    /// # Errors
    /// As [`load`], [`write`](Self::write) and [`RecoveryStore::discard`].
    pub fn take(
        &self,
        vfs: &dyn Vfs,
        store: &RecoveryStore,
        snapshot: &Snapshot,
        now: SystemTime,
    ) -> Result<Vec<u8>, DiskError> {
        let bytes = load(vfs, &snapshot.path)?;
        let about = snapshot.about.clone().unwrap_or_default();
        self.write(vfs, &bytes, &about)?;
        store.discard(vfs, snapshot, now)?;
        Ok(bytes)
    }

    /// Forgets the snapshot: the work is saved, or the user wants none of it. The session goes on.
    ///
    /// # Errors
    /// [`DiskError::Failed`].
    pub fn clear(&self, vfs: &dyn Vfs) -> Result<(), DiskError> {
        remove_if_there(vfs, &self.path)?;
        remove_if_there(vfs, &self.path.with_extension("about"))?;
        sync(vfs, folder_of(&self.path))
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Session").field("path", &self.path).finish_non_exhaustive()
    }
}
