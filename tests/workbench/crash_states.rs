//! Every disk that a power cut can leave behind, from the log of what was done.
//!
//! A name operation that was not followed by a sync of its folder may have happened or not, each on
//! its own. Content that was not synced may be old, empty, cut, followed by zeros, or whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::model_disk::{Entry, ModelFile, Op};
use crate::model_fs::ModelFs;

/// What stands on the disk after a crash.
pub type Survivors = BTreeMap<PathBuf, Survivor>;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Survivor {
    File(Vec<u8>),
    Folder,
    Link(PathBuf),
}

/// A disk at one moment: what is safe, and what may or may not be.
pub struct Moment {
    safe_names: BTreeMap<PathBuf, Entry>,
    open_names: Vec<Op>,
    /// Content after the last sync, and after the last write, of each file.
    contents: Vec<(Vec<u8>, Vec<u8>)>,
    /// The newest version that the caller was told to be safe.
    pub told: Option<usize>,
}

impl Moment {
    /// The disk before anything was logged; everything on it is safe.
    pub fn start(fs: &ModelFs) -> Self {
        let disk = fs.disk();
        assert!(disk.log.is_empty(), "the log starts here");
        let whole = |file: &ModelFile| (file.bytes.clone(), file.bytes.clone());
        Self {
            safe_names: disk.names.clone(),
            open_names: Vec::new(),
            contents: disk.files.iter().map(whole).collect(),
            told: None,
        }
    }

    pub fn step(&mut self, op: &Op) {
        match op {
            Op::Bind { .. } | Op::Unbind { .. } | Op::Move { .. } => {
                self.open_names.push(op.clone());
            }
            Op::Content { file, bytes } => {
                let files = self.contents.len().max(file + 1);
                self.contents.resize(files, (Vec::new(), Vec::new()));
                self.contents[*file].1.clone_from(bytes);
            }
            Op::SyncFile { file } => {
                let (safe, last) = &mut self.contents[*file];
                safe.clone_from(last);
            }
            Op::SyncFolder { folder } => {
                let ops = std::mem::take(&mut self.open_names);
                for op in ops {
                    if folder_of(&op) == Some(folder) {
                        carry_out(&op, &mut self.safe_names);
                    } else {
                        self.open_names.push(op);
                    }
                }
            }
            Op::Told { version } => self.told = Some(*version),
        }
    }

    /// Calls `visit` with every disk that a crash at this moment can leave.
    pub fn for_each_crash(&self, mut visit: impl FnMut(&Survivors)) {
        let open = self.open_names.len();
        assert!(open <= 12, "{open} open name operations are too many to try all");
        for subset in 0_u32..1 << open {
            let mut names = self.safe_names.clone();
            for (bit, op) in self.open_names.iter().enumerate() {
                if subset >> bit & 1 == 1 {
                    carry_out(op, &mut names);
                }
            }
            let names: Vec<_> = names.iter().filter(|(path, _)| has_folder(&names, path)).collect();
            self.with_contents(&names, &mut BTreeMap::new(), &mut Survivors::new(), &mut visit);
        }
    }

    /// Tries every content for the files of the names not yet settled.
    fn with_contents(
        &self,
        names: &[(&PathBuf, &Entry)],
        chosen: &mut BTreeMap<usize, Vec<u8>>,
        survivors: &mut Survivors,
        visit: &mut impl FnMut(&Survivors),
    ) {
        let Some(((path, entry), rest)) = names.split_first() else {
            visit(survivors);
            return;
        };
        let settled = match entry {
            Entry::Folder => Some(Survivor::Folder),
            Entry::Link(to) => Some(Survivor::Link(to.clone())),
            Entry::File(file) => chosen.get(file).cloned().map(Survivor::File),
        };
        if let Some(settled) = settled {
            survivors.insert((*path).clone(), settled);
            self.with_contents(rest, chosen, survivors, visit);
            return;
        }
        let Entry::File(file) = entry else { return };
        let (safe, last) = self.contents.get(*file).cloned().unwrap_or_default();
        for content in contents_after_crash(&safe, &last) {
            chosen.insert(*file, content.clone());
            survivors.insert((*path).clone(), Survivor::File(content));
            self.with_contents(rest, chosen, survivors, visit);
        }
        chosen.remove(file);
        survivors.remove(*path);
    }
}

/// What a file can hold after a crash: the synced content alone, when nothing came after it.
fn contents_after_crash(safe: &[u8], last: &[u8]) -> BTreeSet<Vec<u8>> {
    let mut contents = BTreeSet::from([safe.to_vec()]);
    if safe != last {
        let half = last.len() / 2;
        let mut zero_tail = last.to_vec();
        zero_tail[half..].fill(0);
        contents.extend([
            Vec::new(),
            last[..last.len().min(1)].to_vec(),
            last[..half].to_vec(),
            zero_tail,
            last.to_vec(),
        ]);
    }
    contents
}

fn folder_of(op: &Op) -> Option<&Path> {
    match op {
        Op::Bind { path, .. } | Op::Unbind { path } => path.parent(),
        Op::Move { to, .. } => to.parent(),
        Op::Content { .. } | Op::SyncFile { .. } | Op::SyncFolder { .. } | Op::Told { .. } => None,
    }
}

fn carry_out(op: &Op, names: &mut BTreeMap<PathBuf, Entry>) {
    match op {
        Op::Bind { path, entry } => {
            names.insert(path.clone(), entry.clone());
        }
        Op::Unbind { path } => {
            names.remove(path);
        }
        Op::Move { from, to, entry } => {
            names.remove(from);
            names.insert(to.clone(), entry.clone());
        }
        Op::Content { .. } | Op::SyncFile { .. } | Op::SyncFolder { .. } | Op::Told { .. } => {}
    }
}

/// A file in a folder that the crash forgot is gone too.
fn has_folder(names: &BTreeMap<PathBuf, Entry>, path: &Path) -> bool {
    path.ancestors().skip(1).filter(|folder| folder.parent().is_some()).all(|folder| names.contains_key(folder))
}
