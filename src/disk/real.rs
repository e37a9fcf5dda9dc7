//! The machine's own file system.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::vfs::{FileKind, Held, Info, Vfs, VfsFile};

/// The machine's own file system, through `std::fs`.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealFs;

impl Vfs for RealFs {
    fn info(&self, path: &Path) -> io::Result<Info> {
        Ok(info_of(&fs::symlink_metadata(path)?))
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let mut names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn VfsFile>> {
        let mut options = OpenOptions::new();
        // `create_new` is O_CREAT with O_EXCL, which refuses a link at the last component too.
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        // The lock tells a sweep that the writer lives. Where there are no locks, its number in the
        // name still does.
        drop(file.try_lock());
        Ok(Box::new(RealFile(file)))
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network and FUSE file systems know no sync of a folder; there is nothing better
            // to do there.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "the mode is set on unix alone"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Held>> {
        loop {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let file = options.open(path)?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
                // The holder before us removed the file between our opening and our locking it: we
                // hold nothing.
                Ok(()) if !still_stands(&file, path) => {}
                Ok(()) => {
                    let path = path.to_path_buf();
                    return Ok(Some(Box::new(RealLock { path, _file: file })));
                }
            }
        }
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn process_id(&self) -> u32 {
        std::process::id()
    }

    fn is_sharing_violation(&self, error: &io::Error) -> bool {
        // The same numbers mean other things elsewhere: 5 is a broken disk on Linux.
        cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

struct RealFile(File);

impl VfsFile for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    #[cfg(unix)]
    fn set_mode(&mut self, mode: u32) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        // A USB stick's file system makes modes up and refuses to change them; there they agree
        // already.
        if info_of(&self.0.metadata()?).mode == mode {
            return Ok(());
        }
        self.0.set_permissions(fs::Permissions::from_mode(mode))
    }

    #[cfg(not(unix))]
    fn set_mode(&mut self, _mode: u32) -> io::Result<()> {
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

struct RealLock {
    path: PathBuf,
    _file: File,
}

impl Drop for RealLock {
    fn drop(&mut self) {
        // Only where `still_stands` can tell a removed lock file from a new one of the same name.
        if cfg!(unix) {
            // A lock file left behind is empty and does no harm.
            drop(fs::remove_file(&self.path));
        }
    }
}

#[cfg(unix)]
fn still_stands(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        (Ok(_) | Err(_), _) => false,
    }
}

#[cfg(not(unix))]
fn still_stands(_file: &File, _path: &Path) -> bool {
    true
}

fn info_of(metadata: &Metadata) -> Info {
    let kind = if metadata.is_symlink() {
        FileKind::Link
    } else if metadata.is_dir() {
        FileKind::Folder
    } else if metadata.is_file() {
        FileKind::File
    } else {
        FileKind::Other
    };
    let (mode, links, id) = marks_of(metadata);
    Info { kind, len: metadata.len(), modified: metadata.modified().ok(), mode, links, id }
}

#[cfg(unix)]
fn marks_of(metadata: &Metadata) -> (u32, u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.mode() & 0o777, metadata.nlink(), metadata.ino())
}

#[cfg(not(unix))]
fn marks_of(metadata: &Metadata) -> (u32, u64, u64) {
    let mode = if metadata.permissions().readonly() { 0o400 } else { 0o600 };
    (mode, 1, 0)
}

/// A file opened to be handed to another program, which reads it from there.
///
/// # Errors
/// What the system says.
pub fn open_handle(path: &Path) -> io::Result<fs::File> {
    fs::File::open(path)
}
