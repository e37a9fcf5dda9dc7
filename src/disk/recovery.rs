//! Snapshots of unsaved work, outside the user's folders, for the start after a crash.
//!
//! ```text
//! STATE/recovery/DOCUMENT/SESSION.ron      the account file's own bytes
//! STATE/recovery/DOCUMENT/SESSION.about    what they are of
//! STATE/recovery/DOCUMENT/SESSION.lock     locked as long as the session lives
//! STATE/recovery/rescued/...               whole temporary files of killed saves
//! STATE/recovery/discarded/SECONDS-DOCUMENT-SESSION.ron
//! ```

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::about::About;
use super::error::{DiskError, Step};
use super::load::load;
use super::lock;
use super::names::is_fit_for_name;
use super::save::{Keep, save};
use super::session::Session;
use super::sweep::remove_leftovers;
use super::vfs::{FileKind, Vfs};
use crate::file::{SealState, seal_state};

/// How long a discarded snapshot can still be found.
const KEEP_DISCARDED: Duration = Duration::from_secs(7 * 24 * 60 * 60);

const DISCARDED: &str = "discarded";
const RESCUED: &str = "rescued";

/// The snapshots of all sessions of one user.
#[derive(Debug, Clone)]
pub struct RecoveryStore {
    root: PathBuf,
}

/// A snapshot that a session left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The document's id; `rescued` for a temporary file that a sweep saved.
    pub document: String,
    /// The session that wrote it.
    pub session: String,
    /// The file: the account's own bytes, which any version of the product opens.
    pub path: PathBuf,
    /// Length in bytes.
    pub len: u64,
    /// When it was written, by the file system's clock.
    pub modified: Option<SystemTime>,
    /// Whether the account in it is whole.
    pub seal: SealState,
    /// What it is of; `None` when that is lost, or belongs to another snapshot of the session.
    pub about: Option<About>,
}

impl RecoveryStore {
    /// The store in the product's state folder, which need not exist yet and must not be a synced
    /// one.
    pub fn new(state_folder: &Path) -> Self {
        Self { root: state_folder.join("recovery") }
    }

    /// The folder that holds every snapshot: for erasing a person everywhere.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Starts a session for a document. Names are 1 to 64 ASCII letters, digits, `-` and `_`; take
    /// a new one each time.
    ///
    /// # Errors
    /// [`DiskError::UnfitName`], [`DiskError::InUse`] when the session runs already, else
    /// [`DiskError::Failed`].
    pub fn open_session(&self, vfs: &dyn Vfs, document: &str, session: &str) -> Result<Session, DiskError> {
        for name in [document, session] {
            if !is_fit_for_name(name) || [DISCARDED, RESCUED].contains(&name) {
                return Err(DiskError::UnfitName { name: name.to_owned() });
            }
        }
        let folder = self.root.join(document);
        make_folder(vfs, &folder)?;
        Session::open(vfs, &folder, session)
    }

    /// The snapshots that ended sessions left behind, in the order of their names. Reads each one
    /// whole.
    ///
    /// # Errors
    /// [`DiskError::Failed`] when the store cannot be listed; a snapshot that cannot be read is
    /// left out.
    pub fn list(&self, vfs: &dyn Vfs) -> Result<Vec<Snapshot>, DiskError> {
        let mut snapshots = Vec::new();
        for document in names_in(vfs, &self.root)? {
            if document == DISCARDED {
                continue;
            }
            let folder = self.root.join(&document);
            for name in names_in(vfs, &folder)? {
                let Some(session) = name.strip_suffix(".ron") else {
                    continue;
                };
                if !is_live(vfs, &folder, session) {
                    snapshots.extend(read_snapshot(vfs, &folder, &document, session));
                }
            }
        }
        Ok(snapshots)
    }

    /// Puts a snapshot aside, where [`tidy`](Self::tidy) removes it after seven days.
    ///
    /// # Errors
    /// [`DiskError::InUse`] when its session lives, else [`DiskError::Failed`]; the snapshot then
    /// stands where it stood.
    pub fn discard(&self, vfs: &dyn Vfs, snapshot: &Snapshot, now: SystemTime) -> Result<(), DiskError> {
        let held = lock::take(vfs, &snapshot.path.with_extension("lock"), &snapshot.path)?;
        let folder = self.root.join(DISCARDED);
        make_folder(vfs, &folder)?;
        let seconds = seconds_of(now);
        let name = format!("{seconds}-{}-{}.ron", snapshot.document, snapshot.session);
        vfs.rename(&snapshot.path, &folder.join(name))
            .map_err(|error| DiskError::failed(Step::Remove, &snapshot.path, error))?;
        remove_if_there(vfs, &snapshot.path.with_extension("about"))?;
        drop(held);
        sync(vfs, &folder)?;
        sync(vfs, &self.root.join(&snapshot.document))
    }

    /// Removes what needs no keeping: snapshots discarded more than seven days before `now`,
    /// temporary files, locks of ended sessions that left no snapshot. Says how many files went.
    /// For the start of the product.
    ///
    /// # Errors
    /// [`DiskError::Failed`] when a folder cannot be listed; a file that cannot be removed waits
    /// for the next start.
    pub fn tidy(&self, vfs: &dyn Vfs, now: SystemTime) -> Result<usize, DiskError> {
        let mut removed = 0;
        for document in names_in(vfs, &self.root)? {
            let folder = self.root.join(&document);
            if !is_folder(vfs, &folder) {
                continue;
            }
            removed += remove_leftovers(vfs, &folder)?;
            for name in names_in(vfs, &folder)? {
                let is_spent =
                    if document == DISCARDED { is_outdated(&name, now) } else { is_orphan(vfs, &folder, &name) };
                removed += usize::from(is_spent && vfs.remove(&folder.join(&name)).is_ok());
            }
        }
        Ok(removed)
    }

    /// Makes a snapshot of bytes that a killed save left behind; says where.
    pub(super) fn adopt(
        &self,
        vfs: &dyn Vfs,
        session: &str,
        bytes: &[u8],
        source: &Path,
    ) -> Result<PathBuf, DiskError> {
        let folder = self.root.join(RESCUED);
        make_folder(vfs, &folder)?;
        let about = About { source: Some(source.to_path_buf()), ..About::default() };
        // Two folders can hold leftovers of equal numbers.
        let path = (0_u32..)
            .map(|turn| folder.join(format!("{session}-{turn}.ron")))
            .find(|path| vfs.info(path).is_err())
            .unwrap_or_else(|| folder.join(format!("{session}.ron")));
        write_snapshot(vfs, &path, bytes, &about)?;
        Ok(path)
    }
}

/// Writes a snapshot and what it is of.
pub(super) fn write_snapshot(vfs: &dyn Vfs, path: &Path, bytes: &[u8], about: &About) -> Result<(), DiskError> {
    save(vfs, path, bytes, Keep::Nothing)?;
    let lines = about.to_text(bytes);
    save(vfs, &path.with_extension("about"), lines.as_bytes(), Keep::Nothing)?;
    Ok(())
}

/// Removes a file that may be gone already.
pub(super) fn remove_if_there(vfs: &dyn Vfs, path: &Path) -> Result<(), DiskError> {
    match vfs.remove(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(DiskError::failed(Step::Remove, path, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Brings the names in a folder to the disk.
pub(super) fn sync(vfs: &dyn Vfs, folder: &Path) -> Result<(), DiskError> {
    vfs.sync_folder(folder).map_err(|error| DiskError::failed(Step::SyncFolder, folder, error))
}

/// Makes a folder and those above it where they are missing; the owner alone may enter new ones.
///
/// # Errors
/// [`DiskError::Failed`] where the system refuses.
pub fn make_folder(vfs: &dyn Vfs, folder: &Path) -> Result<(), DiskError> {
    if is_folder(vfs, folder) {
        return Ok(());
    }
    let parent = super::names::folder_of(folder);
    if parent != Path::new(".") {
        make_folder(vfs, parent)?;
    }
    match vfs.create_folder(folder) {
        // Another process was faster.
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(DiskError::failed(Step::CreateFolder, folder, error))
        }
        Ok(()) | Err(_) => sync(vfs, parent),
    }
}

fn is_folder(vfs: &dyn Vfs, path: &Path) -> bool {
    vfs.info(path).is_ok_and(|info| info.kind == FileKind::Folder)
}

/// The names in a folder that are text; none when there is no such folder, or a file of that name.
fn names_in(vfs: &dyn Vfs, folder: &Path) -> Result<Vec<String>, DiskError> {
    match vfs.list(folder) {
        Ok(names) => Ok(names.into_iter().filter_map(|name| name.into_string().ok()).collect()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Vec::new()),
        Err(error) => Err(DiskError::failed(Step::List, folder, error)),
    }
}

fn is_live(vfs: &dyn Vfs, folder: &Path, session: &str) -> bool {
    vfs.is_locked(&folder.join(format!("{session}.lock"))).unwrap_or(false)
}

fn read_snapshot(vfs: &dyn Vfs, folder: &Path, document: &str, session: &str) -> Option<Snapshot> {
    let path = folder.join(format!("{session}.ron"));
    let bytes = load(vfs, &path).ok()?;
    let lines = load(vfs, &path.with_extension("about")).ok();
    let about =
        lines.and_then(|lines| String::from_utf8(lines).ok()).and_then(|lines| About::from_text(&lines, &bytes));
    Some(Snapshot {
        document: document.to_owned(),
        session: session.to_owned(),
        len: bytes.len() as u64,
        modified: vfs.info(&path).ok().and_then(|info| info.modified),
        seal: seal_state(&bytes),
        about,
        path,
    })
}

fn seconds_of(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn is_outdated(name: &str, now: SystemTime) -> bool {
    let discarded = name.split_once('-').and_then(|(time, _)| time.parse().ok());
    discarded.is_some_and(|time: u64| seconds_of(now).saturating_sub(time) > KEEP_DISCARDED.as_secs())
}

/// Whether a file beside the snapshots belongs to an ended session that left none.
fn is_orphan(vfs: &dyn Vfs, folder: &Path, name: &str) -> bool {
    let session = name.strip_suffix(".lock").or_else(|| name.strip_suffix(".about"));
    session.is_some_and(|session| {
        !is_live(vfs, folder, session) && vfs.info(&folder.join(format!("{session}.ron"))).is_err()
    })
}
