//! The names of what stands beside an account file.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

/// The product's own file names end at 120 bytes; a longer one is cut here, so that no name passes
/// 255 bytes.
const NAME_ROOM: usize = 120;

const TEMP_SUFFIX: &str = ".atlas-tmp";
const PREVIOUS_SUFFIX: &str = ".previous";

/// Where the version before the last save is kept: `NAME.previous`, beside the file.
pub fn previous_path(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(PREVIOUS_SUFFIX);
    target.with_file_name(name)
}

/// The sidecar that is locked in the file's stead, which each save replaces: `.NAME.lock`.
pub(super) fn lock_path(target: &Path) -> PathBuf {
    let name = short_name(target.file_name().unwrap_or_default());
    target.with_file_name(format!(".{name}.lock"))
}

/// The folder that a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Whether an id can be part of a file name on every system and cannot lead out of a folder. Ids
/// come from files.
pub(super) fn is_fit_for_name(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// The parts of a temporary file's name: `.TARGET.PID-NUMBER.atlas-tmp`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TempName {
    /// The name of the file that it was to replace, cut when very long.
    pub target: String,
    /// The process that wrote it.
    pub pid: u32,
    /// Tells a process's temporary files for one target apart.
    pub number: u32,
}

impl TempName {
    pub fn new(target: &Path, pid: u32, number: u32) -> Self {
        let target = short_name(target.file_name().unwrap_or_default());
        Self { target, pid, number }
    }

    /// Whether it was to become a previous version. The file itself held the same text at that
    /// time.
    pub fn is_of_previous(&self) -> bool {
        self.target.ends_with(PREVIOUS_SUFFIX)
    }

    /// The parts of a name that this product made; `None` for every other name.
    pub fn parse(name: &OsStr) -> Option<Self> {
        let text = name.to_str()?;
        let inner = text.strip_prefix('.')?.strip_suffix(TEMP_SUFFIX)?;
        let (target, numbers) = inner.rsplit_once('.')?;
        let (pid, number) = numbers.split_once('-')?;
        let parsed = Self { target: target.to_owned(), pid: pid.parse().ok()?, number: number.parse().ok()? };
        // `parse` takes `+7` and `007` too, which we never write.
        (!target.is_empty() && parsed.to_string() == text).then_some(parsed)
    }
}

impl fmt::Display for TempName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { target, pid, number } = self;
        write!(out, ".{target}.{pid}-{number}{TEMP_SUFFIX}")
    }
}

fn short_name(name: &OsStr) -> String {
    let name = name.to_string_lossy();
    name[..name.floor_char_boundary(NAME_ROOM)].to_owned()
}
