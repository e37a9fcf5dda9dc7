//! What a model disk holds, and the log of what was done to it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    File(usize),
    Folder,
    Link(PathBuf),
}

/// What was done, in order; what a crash can take back is up to the explorer.
#[derive(Debug, Clone)]
pub enum Op {
    Bind {
        path: PathBuf,
        entry: Entry,
    },
    Unbind {
        path: PathBuf,
    },
    Move {
        from: PathBuf,
        to: PathBuf,
        entry: Entry,
    },
    Content {
        file: usize,
        bytes: Vec<u8>,
    },
    SyncFile {
        file: usize,
    },
    SyncFolder {
        folder: PathBuf,
    },
    /// The caller was told that this version is safe.
    Told {
        version: usize,
    },
}

/// A call that can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Info,
    ReadLink,
    Read,
    List,
    CreateNew,
    Write,
    SetMode,
    SyncFile,
    HardLink,
    Rename,
    Remove,
    SyncFolder,
    CreateFolder,
    Lock,
    Truncate,
}

/// Which call fails, counted from 0, and how.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    Once { call: usize, errno: i32 },
    From { call: usize, errno: i32 },
    Short { call: usize },
}

#[derive(Debug, Clone)]
pub struct ModelFile {
    pub bytes: Vec<u8>,
    pub mode: u32,
    pub modified: u64,
}

#[derive(Default)]
pub struct Disk {
    pub files: Vec<ModelFile>,
    pub names: BTreeMap<PathBuf, Entry>,
    pub log: Vec<Op>,
    pub calls: usize,
    /// The calls that were made to fail.
    pub failed: Vec<Call>,
    pub fault: Option<Fault>,
    /// Whether the file system knows hard links.
    pub lacks_links: bool,
    /// Whether error numbers are read as Windows reads them, and how often the next renames fail
    /// so.
    pub windows: Option<(i32, usize)>,
    /// Waits asked for, in milliseconds.
    pub waits: Vec<u128>,
    /// Files that somebody holds open or locked.
    pub locked: BTreeSet<usize>,
    clock: u64,
}

impl Disk {
    /// Counts a call, and fails it when it is its turn.
    pub fn begin(&mut self, call: Call) -> io::Result<()> {
        let number = self.calls;
        self.calls += 1;
        let errno = match self.fault {
            Some(Fault::Once { call, errno }) if call == number => errno,
            Some(Fault::From { call, errno }) if call <= number => errno,
            Some(Fault::Once { .. } | Fault::From { .. } | Fault::Short { .. }) | None => {
                return Ok(());
            }
        };
        self.failed.push(call);
        Err(io::Error::from_raw_os_error(errno))
    }

    /// A write takes 48 bytes at most, so that a crash can fall between two of them.
    pub fn accepted(&self, offered: usize) -> usize {
        let is_short = matches!(self.fault, Some(Fault::Short { call }) if call + 1 == self.calls);
        let most = if is_short { offered.div_ceil(2) } else { 48 };
        offered.min(most)
    }

    pub fn new_file(&mut self, mode: u32) -> usize {
        self.clock += 1;
        self.files.push(ModelFile { bytes: Vec::new(), mode, modified: self.clock });
        self.files.len() - 1
    }

    pub fn set_content(&mut self, file: usize, bytes: Vec<u8>) {
        self.clock += 1;
        self.files[file].modified = self.clock;
        self.files[file].bytes.clone_from(&bytes);
        self.log.push(Op::Content { file, bytes });
    }

    pub fn bind(&mut self, path: &Path, entry: Entry) {
        let path = path.to_path_buf();
        self.names.insert(path.clone(), entry.clone());
        self.log.push(Op::Bind { path, entry });
    }

    pub fn unbind(&mut self, path: &Path) -> Option<Entry> {
        let entry = self.names.remove(path)?;
        self.log.push(Op::Unbind { path: path.to_path_buf() });
        Some(entry)
    }

    pub fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.names.get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }

    pub fn file(&self, path: &Path) -> io::Result<usize> {
        match self.entry(path)? {
            Entry::File(file) => Ok(file),
            Entry::Folder => Err(ErrorKind::IsADirectory.into()),
            Entry::Link(to) => self.file(&path.with_file_name(to)),
        }
    }

    pub fn must_be_free(&self, path: &Path) -> io::Result<()> {
        if self.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.entry(path.parent().expect("paths are absolute"))?;
        Ok(())
    }
}
