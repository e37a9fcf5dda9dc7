//! A disk in memory that logs what is done to it, fails where told, and forgets what was not
//! synced.

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use account_atlas::disk::{FileKind, Held, Info, Vfs, VfsFile};

use crate::model_disk::{Call, Disk, Entry, Op};

/// One process's view of a disk; clones share the disk.
#[derive(Clone)]
pub struct ModelFs {
    disk: Arc<Mutex<Disk>>,
    pid: u32,
}

impl ModelFs {
    pub fn new() -> Self {
        let fs = Self { disk: Arc::default(), pid: 4711 };
        fs.disk().names.insert(PathBuf::from("/desk"), Entry::Folder);
        fs
    }

    /// The same disk, seen by another process.
    pub fn as_process(&self, pid: u32) -> Self {
        Self { disk: Arc::clone(&self.disk), pid }
    }

    pub fn disk(&self) -> MutexGuard<'_, Disk> {
        self.disk.lock().expect("no test panics while it holds the disk")
    }

    /// Puts a file there as if it had always been: whole, synced, not logged.
    pub fn put(&self, path: &str, bytes: &[u8], mode: u32) {
        let mut disk = self.disk();
        let file = disk.new_file(mode);
        disk.files[file].bytes = bytes.to_vec();
        disk.names.insert(PathBuf::from(path), Entry::File(file));
    }

    pub fn put_entry(&self, path: &str, entry: Entry) {
        self.disk().names.insert(PathBuf::from(path), entry);
    }

    pub fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let disk = self.disk();
        let file = disk.file(path).ok()?;
        Some(disk.files[file].bytes.clone())
    }

    pub fn mode(&self, path: &Path) -> Option<u32> {
        let disk = self.disk();
        let file = disk.file(path).ok()?;
        Some(disk.files[file].mode)
    }

    pub fn temps(&self) -> Vec<PathBuf> {
        let is_temp = |path: &&PathBuf| path.to_string_lossy().ends_with(".atlas-tmp");
        self.disk().names.keys().filter(is_temp).cloned().collect()
    }

    /// What `fs::write` does: empties the file under its own name, then fills it. The product never
    /// does.
    pub fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::Truncate)?;
        let file = disk.file(path).unwrap_or_else(|_| {
            let file = disk.new_file(0o600);
            disk.bind(path, Entry::File(file));
            file
        });
        disk.set_content(file, Vec::new());
        drop(disk);
        self.write_all(file, bytes)
    }

    fn write_all(&self, file: usize, bytes: &[u8]) -> io::Result<()> {
        let mut handle = Handle { disk: Arc::clone(&self.disk), file };
        let mut rest = bytes;
        while !rest.is_empty() {
            let written = handle.write(rest)?;
            rest = &rest[written..];
        }
        Ok(())
    }

    fn lock_file(&self, file: usize, path: Option<PathBuf>) -> Option<Held> {
        if !self.disk().locked.insert(file) {
            return None;
        }
        Some(Box::new(ModelLock { disk: Arc::clone(&self.disk), file, path }))
    }
}

impl Vfs for ModelFs {
    fn info(&self, path: &Path) -> io::Result<Info> {
        let mut disk = self.disk();
        disk.begin(Call::Info)?;
        let entry = disk.entry(path)?;
        let mut info = Info { kind: FileKind::Folder, len: 0, modified: None, mode: 0o700, links: 1, id: 0 };
        match entry {
            Entry::Folder => {}
            Entry::Link(_) => info.kind = FileKind::Link,
            Entry::File(number) => {
                let file = &disk.files[number];
                let names = disk.names.values();
                info.kind = FileKind::File;
                info.len = file.bytes.len() as u64;
                info.modified = Some(UNIX_EPOCH + Duration::from_secs(file.modified));
                info.mode = file.mode;
                info.links = names.filter(|name| **name == Entry::File(number)).count() as u64;
                info.id = number as u64 + 1;
            }
        }
        Ok(info)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        let mut disk = self.disk();
        disk.begin(Call::ReadLink)?;
        match disk.entry(path)? {
            Entry::Link(to) => Ok(to),
            Entry::File(_) | Entry::Folder => Err(ErrorKind::InvalidInput.into()),
        }
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut disk = self.disk();
        disk.begin(Call::Read)?;
        let file = disk.file(path)?;
        let mut bytes = disk.files[file].bytes.clone();
        bytes.truncate(limit as usize);
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let mut disk = self.disk();
        disk.begin(Call::List)?;
        match disk.entry(folder)? {
            Entry::Folder => {}
            Entry::File(_) | Entry::Link(_) => return Err(ErrorKind::NotADirectory.into()),
        }
        let inside = disk.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.filter_map(|path| Some(path.file_name()?.to_os_string())).collect())
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn VfsFile>> {
        let mut disk = self.disk();
        disk.begin(Call::CreateNew)?;
        disk.must_be_free(path)?;
        let file = disk.new_file(0o600);
        disk.bind(path, Entry::File(file));
        disk.locked.insert(file);
        Ok(Box::new(Handle { disk: Arc::clone(&self.disk), file }))
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::HardLink)?;
        if disk.lacks_links {
            return Err(ErrorKind::Unsupported.into());
        }
        let file = disk.file(from)?;
        disk.must_be_free(to)?;
        disk.bind(to, Entry::File(file));
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::Rename)?;
        if let Some((errno, left)) = disk.windows.as_mut()
            && *left > 0
        {
            *left -= 1;
            return Err(io::Error::from_raw_os_error(*errno));
        }
        let entry = disk.entry(from)?;
        if disk.names.get(to) == Some(&Entry::Folder) {
            return Err(ErrorKind::IsADirectory.into());
        }
        // As POSIX has it: two names of one file stay two names.
        if disk.names.get(to) == Some(&entry) {
            return Ok(());
        }
        disk.names.remove(from);
        disk.names.insert(to.to_path_buf(), entry.clone());
        let (from, to) = (from.to_path_buf(), to.to_path_buf());
        disk.log.push(Op::Move { from, to, entry });
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::Remove)?;
        match disk.entry(path)? {
            Entry::Folder => Err(ErrorKind::IsADirectory.into()),
            Entry::File(_) | Entry::Link(_) => {
                disk.unbind(path);
                Ok(())
            }
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::SyncFolder)?;
        let folder = folder.to_path_buf();
        disk.log.push(Op::SyncFolder { folder });
        Ok(())
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::CreateFolder)?;
        disk.must_be_free(folder)?;
        disk.bind(folder, Entry::Folder);
        Ok(())
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Held>> {
        let mut disk = self.disk();
        disk.begin(Call::Lock)?;
        let file = match disk.file(path) {
            Ok(file) => file,
            Err(_) => {
                disk.must_be_free(path)?;
                let file = disk.new_file(0o600);
                disk.bind(path, Entry::File(file));
                file
            }
        };
        drop(disk);
        Ok(self.lock_file(file, Some(path.to_path_buf())))
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        let mut disk = self.disk();
        disk.begin(Call::Lock)?;
        let file = disk.file(path)?;
        Ok(disk.locked.contains(&file))
    }

    fn process_id(&self) -> u32 {
        self.pid
    }

    fn is_sharing_violation(&self, error: &io::Error) -> bool {
        self.disk().windows.is_some() && matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }

    fn sleep(&self, time: Duration) {
        self.disk().waits.push(time.as_millis());
    }
}

/// An open file; it is locked as long as it is open.
struct Handle {
    disk: Arc<Mutex<Disk>>,
    file: usize,
}

impl Handle {
    fn disk(&self) -> MutexGuard<'_, Disk> {
        self.disk.lock().expect("no test panics while it holds the disk")
    }
}

impl VfsFile for Handle {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut disk = self.disk();
        disk.begin(Call::Write)?;
        let written = disk.accepted(bytes.len());
        let mut content = disk.files[self.file].bytes.clone();
        content.extend_from_slice(&bytes[..written]);
        disk.set_content(self.file, content);
        Ok(written)
    }

    fn set_mode(&mut self, mode: u32) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::SetMode)?;
        disk.files[self.file].mode = mode;
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut disk = self.disk();
        disk.begin(Call::SyncFile)?;
        disk.log.push(Op::SyncFile { file: self.file });
        Ok(())
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.disk().locked.remove(&self.file);
    }
}

struct ModelLock {
    disk: Arc<Mutex<Disk>>,
    file: usize,
    path: Option<PathBuf>,
}

impl Drop for ModelLock {
    fn drop(&mut self) {
        let mut disk = self.disk.lock().expect("no test panics while it holds the disk");
        disk.locked.remove(&self.file);
        if let Some(path) = &self.path {
            disk.unbind(path);
        }
    }
}

/// A moment, in seconds, for routines that ask the caller for the time.
pub fn moment(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}
