//! The file-system calls that the product makes, as a trait, so that tests can log, fail and crash
//! each of them.

use std::any::Any;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Whoever holds this holds the lock. Dropping it frees the lock, and so does the end of the
/// process, however it ends.
pub type Held = Box<dyn Any + Send>;

/// Every file-system call that the product makes.
///
/// Two implementors: [`RealFs`](super::RealFs), and the tests' model of a disk that forgets what
/// was not synced.
pub trait Vfs: Send + Sync {
    /// What stands at `path`; a symbolic link is described, not followed.
    ///
    /// # Errors
    /// `NotFound` when there is nothing; else what the system says.
    fn info(&self, path: &Path) -> io::Result<Info>;

    /// Where the symbolic link at `path` points, as written in it.
    ///
    /// # Errors
    /// What the system says.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;

    /// The first `limit` bytes of a file, fewer when it is shorter.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// What the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;

    /// A new empty file that its owner alone may read (0600), locked while the handle lives.
    ///
    /// # Errors
    /// `AlreadyExists` when anything stands there, a dangling link included; else what the system
    /// says.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn VfsFile>>;

    /// A second name for the file at `from`.
    ///
    /// # Errors
    /// `AlreadyExists` when `to` is taken; else what the system says: not every file system has
    /// links.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file at `from` the name `to`, in place of whatever file had it, in one step.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in a folder survive a power cut. Does nothing where the system knows no such
    /// thing.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// A new folder that its owner alone may enter (0700); its parent must stand.
    ///
    /// # Errors
    /// `AlreadyExists` when anything stands there; else what the system says.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes the lock on a lock file, which is made when missing; `None` when somebody holds it.
    ///
    /// # Errors
    /// What the system says; some network file systems know no locks.
    fn try_lock(&self, path: &Path) -> io::Result<Option<Held>>;

    /// Whether somebody, this process included, holds the lock on the file at `path`.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; else what the system says.
    fn is_locked(&self, path: &Path) -> io::Result<bool>;

    /// The number of this process, which goes into the names of its temporary files.
    fn process_id(&self) -> u32;

    /// Whether the error says that another program holds the file for the moment (Windows: 5, 32,
    /// 33).
    fn is_sharing_violation(&self, error: &io::Error) -> bool;

    /// Waits; a scripted file system only notes how long.
    fn sleep(&self, time: Duration);
}

/// A temporary file being written.
pub trait VfsFile {
    /// Writes some of the bytes at the end and says how many.
    ///
    /// # Errors
    /// What the system says.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Sets the nine permission bits; does nothing when they stand so already.
    ///
    /// # Errors
    /// What the system says.
    fn set_mode(&mut self, mode: u32) -> io::Result<()>;

    /// Makes the content survive a power cut.
    ///
    /// # Errors
    /// What the system says.
    fn sync(&mut self) -> io::Result<()>;
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    /// What sort of thing.
    pub kind: FileKind,
    /// Length in bytes.
    pub len: u64,
    /// When the content last changed, where the file system says.
    pub modified: Option<SystemTime>,
    /// The nine permission bits; made up from the read-only mark where there are none.
    pub mode: u32,
    /// How many names the file has; 1 where the system does not say.
    pub links: u64,
    /// The file's own number within its file system, the same under all its names; 0 where the
    /// system does not say.
    pub id: u64,
}

/// What sort of thing stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it points.
    Link,
    /// A pipe, a device or a socket: reading one could wait for ever.
    Other,
}

/// Waits between two tries, in milliseconds: 1.6 s in all.
const WAITS: [u64; 7] = [10, 25, 50, 100, 200, 400, 800];

/// Does `action`, again and again while another program holds the file for the moment.
///
/// Sync clients and virus scanners hold a fresh file for some hundred milliseconds. Unlinking the
/// target instead would succeed sooner, and lose it when the next step fails.
///
/// # Errors
/// The last try's error.
pub(super) fn patiently<T>(vfs: &dyn Vfs, mut action: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in WAITS {
        match action() {
            Err(error) if vfs.is_sharing_violation(&error) => {
                vfs.sleep(Duration::from_millis(wait));
            }
            done => return done,
        }
    }
    action()
}
