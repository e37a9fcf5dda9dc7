//! A temporary file beside its target: it takes the target's place whole, or vanishes.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::{DiskError, Step};
use super::names::TempName;
use super::vfs::{Vfs, VfsFile, patiently};

/// A temporary file beside `target`, removed when dropped before it took its place.
pub(super) struct Temp<'a> {
    vfs: &'a dyn Vfs,
    target: &'a Path,
    path: PathBuf,
    /// None for a second name of a file that is whole already. Open until the rename: its lock
    /// keeps sweeps away.
    file: Option<Box<dyn VfsFile>>,
    is_in_place: bool,
}

impl<'a> Temp<'a> {
    /// An empty file that its owner alone may read.
    pub fn create(vfs: &'a dyn Vfs, target: &'a Path) -> Result<Self, DiskError> {
        let (path, file) = claim(vfs, target, |path| vfs.create_new(path))?;
        Ok(Self { vfs, target, path, file: Some(file), is_in_place: false })
    }

    /// A second name for `of`, in the folder of `target`.
    pub fn link(vfs: &'a dyn Vfs, target: &'a Path, of: &Path) -> Result<Self, DiskError> {
        let (path, ()) = claim(vfs, target, |path| vfs.hard_link(of, path))?;
        Ok(Self { vfs, target, path, file: None, is_in_place: false })
    }

    /// Writes the bytes, brings the permission bits to `mode` and the content to the disk. Says
    /// whether the bits could be set: when not, they stay narrower than asked for, never wider.
    pub fn fill(&mut self, bytes: &[u8], mode: Option<u32>) -> Result<bool, DiskError> {
        let target = self.target;
        let Some(file) = self.file.as_mut() else {
            return Ok(true);
        };
        write_all(file.as_mut(), bytes).map_err(|error| DiskError::failed(Step::Write, target, error))?;
        let has_mode = mode.is_none_or(|mode| file.set_mode(mode).is_ok());
        file.sync().map_err(|error| DiskError::failed(Step::Sync, target, error))?;
        Ok(has_mode)
    }

    /// Takes the target's place in one step.
    pub fn replace(mut self) -> Result<(), DiskError> {
        patiently(self.vfs, || self.vfs.rename(&self.path, self.target))
            .map_err(|error| DiskError::failed(Step::Replace, self.target, error))?;
        // Renaming one name of a file onto another of its names succeeds and does nothing, so a
        // link is removed in any case; mostly it is gone.
        self.is_in_place = self.file.is_some();
        Ok(())
    }
}

impl Drop for Temp<'_> {
    fn drop(&mut self) {
        self.file = None;
        if !self.is_in_place {
            // When this fails too, the sweep at the next start finds it; the error worth telling is
            // the first one.
            drop(patiently(self.vfs, || self.vfs.remove(&self.path)));
        }
    }
}

/// Finds a free name by trying: no counter to share between threads, and leftovers of an equal
/// process number are stepped over.
fn claim<T>(
    vfs: &dyn Vfs,
    target: &Path,
    mut make: impl FnMut(&Path) -> io::Result<T>,
) -> Result<(PathBuf, T), DiskError> {
    let mut number = 0;
    loop {
        let name = TempName::new(target, vfs.process_id(), number);
        let path = target.with_file_name(name.to_string());
        match make(&path) {
            Ok(made) => return Ok((path, made)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 10_000 => {
                number += 1;
            }
            Err(error) => return Err(DiskError::failed(Step::Create, target, error)),
        }
    }
}

fn write_all(file: &mut dyn VfsFile, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
