//! Every state that a power cut can leave behind, at every moment of a save.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use account_atlas::disk::{About, Keep, RecoveryStore, Vfs, load, previous_path, save, sweep};
use account_atlas::file::seal;

use crate::crash_states::{Moment, Survivor, Survivors};
use crate::model_disk::{Entry, Op};
use crate::model_fs::ModelFs;

const TARGET: &str = "/desk/Acme.ron";

/// Version `number` of an account, long enough for several writes.
pub fn version(number: usize) -> Vec<u8> {
    let note = "what was said in the meeting, ".repeat(number + 2);
    seal(&format!("(\n    rev: {number},\n    note: \"{note}\",\n)\n")).into_bytes()
}

/// What the crash states of a run hold at the target.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Verdict {
    states: usize,
    distinct: usize,
    /// The target is no version that ever was.
    corrupt: usize,
    /// The target is gone although it was there.
    missing: usize,
    /// The target is older than a save that had been told to be done.
    lost: usize,
    /// The previous version is no version that ever was.
    previous_corrupt: usize,
    /// The version before the newest save told to be done is gone.
    previous_lost: usize,
}

impl Verdict {
    fn bad(&self) -> usize {
        self.corrupt + self.missing + self.lost + self.previous_corrupt + self.previous_lost
    }
}

/// Does two saves, cuts the power at every moment, and judges what is left. `target` may not exist
/// at first.
struct Run<'a> {
    fs: ModelFs,
    /// Whether version 0 stands at the target.
    was_there: bool,
    target: &'a Path,
    saves: usize,
    /// Whether the version before a save must be there after it.
    keeps_previous: bool,
    /// Whether to start the product on each disk left behind.
    restarts: bool,
}

impl Run<'_> {
    fn judge(&self, mut routine: impl FnMut(&ModelFs, &[u8]) -> io::Result<()>) -> Verdict {
        let mut moment = Moment::start(&self.fs);
        moment.told = self.was_there.then_some(0);
        for number in 1..=self.saves {
            routine(&self.fs, &version(number)).expect("nothing fails in this run");
            self.fs.disk().log.push(Op::Told { version: number });
        }
        let mut verdict = Verdict::default();
        let mut seen = BTreeSet::new();
        let log = self.fs.disk().log.clone();
        self.judge_moment(&moment, &mut verdict, &mut seen);
        for op in &log {
            moment.step(op);
            self.judge_moment(&moment, &mut verdict, &mut seen);
        }
        verdict.distinct = seen.len();
        verdict
    }

    fn judge_moment(&self, moment: &Moment, verdict: &mut Verdict, seen: &mut BTreeSet<Survivors>) {
        moment.for_each_crash(|survivors| {
            verdict.states += 1;
            match self.found(survivors, self.target) {
                Found::Nothing if moment.told.is_some() => verdict.missing += 1,
                Found::Nothing => {}
                Found::Version(found) if moment.told.is_some_and(|told| found < told) => {
                    verdict.lost += 1;
                }
                Found::Version(_) => {}
                Found::Rubbish => verdict.corrupt += 1,
            }
            let previous = self.found(survivors, &previous_path(self.target));
            verdict.previous_corrupt += usize::from(previous == Found::Rubbish);
            let expected = moment.told.and_then(|told| told.checked_sub(1));
            if let Some(expected) = expected
                && self.keeps_previous
                && (expected > 0 || self.was_there)
            {
                let is_kept = matches!(previous, Found::Version(found) if found >= expected);
                verdict.previous_lost += usize::from(!is_kept);
            }
            if seen.insert(survivors.clone()) && self.restarts {
                restart(survivors, self.target);
            }
        });
    }

    fn found(&self, survivors: &Survivors, path: &Path) -> Found {
        match survivors.get(path) {
            None => Found::Nothing,
            Some(Survivor::File(bytes)) => {
                (0..=self.saves).find(|number| version(*number) == *bytes).map_or(Found::Rubbish, Found::Version)
            }
            Some(Survivor::Folder | Survivor::Link(_)) => Found::Rubbish,
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    Version(usize),
    Rubbish,
}

/// Starts the product on what a crash left: the sweep leaves no temporary file and does not touch
/// the target.
fn restart(survivors: &Survivors, target: &Path) {
    let fs = ModelFs::new();
    for (path, survivor) in survivors {
        let path = path.to_str().expect("test paths are text");
        match survivor {
            Survivor::File(bytes) => fs.put(path, bytes, 0o600),
            Survivor::Folder => fs.put_entry(path, Entry::Folder),
            Survivor::Link(to) => fs.put_entry(path, Entry::Link(to.clone())),
        }
    }
    fs.put_entry("/state", Entry::Folder);
    let before = fs.bytes(target);
    let folder = target.parent().expect("the target stands in a folder");
    sweep(&fs, folder, &RecoveryStore::new(Path::new("/state"))).expect("the folder can be listed");
    assert_eq!(fs.temps(), Vec::<PathBuf>::new());
    assert_eq!(fs.bytes(target), before);
}

fn desk(with_old: bool) -> ModelFs {
    let fs = ModelFs::new();
    if with_old {
        fs.put(TARGET, &version(0), 0o640);
    }
    fs
}

fn run<'a>(fs: ModelFs, saves: usize) -> Run<'a> {
    Run {
        was_there: fs.bytes(Path::new(TARGET)).is_some(),
        fs,
        target: Path::new(TARGET),
        saves,
        keeps_previous: false,
        restarts: false,
    }
}

fn shipped(keep: Keep) -> impl FnMut(&ModelFs, &[u8]) -> io::Result<()> {
    move |fs, bytes| save(fs, Path::new(TARGET), bytes, keep).map(drop).map_err(io::Error::other)
}

#[test]
fn crash_model_shipped_routine_survives_every_state() {
    let mut states = 0;
    for keep in [Keep::Nothing, Keep::Previous] {
        for with_old in [false, true] {
            for saves in [1, 2, 3] {
                for lacks_links in [false, true] {
                    let fs = desk(with_old);
                    fs.disk().lacks_links = lacks_links;
                    let mut run = run(fs, saves);
                    run.restarts = true;
                    run.keeps_previous = keep == Keep::Previous;
                    let verdict = run.judge(shipped(keep));
                    eprintln!("{keep:?}, old {with_old}, {saves} saves: {verdict:?}");
                    assert_eq!(verdict.bad(), 0, "{keep:?} {with_old} {saves} {verdict:?}");
                    states += verdict.states;
                }
            }
        }
    }
    assert!(states > 1_000, "only {states} states were tried");
}

#[test]
fn crash_model_save_as_leaves_the_first_file_alone() {
    let fs = desk(true);
    let copy = Path::new("/desk/Copy.ron");
    let save_as = |fs: &ModelFs, bytes: &[u8]| {
        let text = load(fs, Path::new(TARGET)).map_err(io::Error::other)?;
        assert_eq!(text, version(0));
        save(fs, copy, bytes, Keep::Previous).map(drop).map_err(io::Error::other)
    };
    let mut at_copy = run(fs, 2);
    at_copy.target = copy;
    at_copy.was_there = false;
    assert_eq!(at_copy.judge(save_as).bad(), 0);

    let at_source = run(desk(true), 0);
    let mut moment = Moment::start(&at_source.fs);
    moment.told = Some(0);
    save(&at_source.fs, copy, &version(1), Keep::Previous).expect("nothing fails in this run");
    let mut verdict = Verdict::default();
    for op in &at_source.fs.disk().log.clone() {
        moment.step(op);
        at_source.judge_moment(&moment, &mut verdict, &mut BTreeSet::new());
    }
    assert!(verdict.states > 10);
    assert_eq!(verdict.bad(), 0);
}

#[test]
fn crash_model_through_a_link() {
    let fs = desk(true);
    let link = "/desk/Link.ron";
    fs.put_entry(link, Entry::Link(PathBuf::from("Acme.ron")));
    let verdict = run(fs.clone(), 2)
        .judge(|fs, bytes| save(fs, Path::new(link), bytes, Keep::Previous).map(drop).map_err(io::Error::other));
    assert_eq!(verdict.bad(), 0);
    assert_eq!(fs.disk().names.get(Path::new(link)), Some(&Entry::Link(PathBuf::from("Acme.ron"))));
}

#[test]
fn crash_model_recovery_snapshot_in_new_folders() {
    let fs = desk(false);
    fs.put_entry("/state", Entry::Folder);
    let store = RecoveryStore::new(Path::new("/state"));
    let mut run = run(fs, 2);
    run.target = Path::new("/state/recovery/01ACME/S1.ron");
    let mut session = None;
    let verdict = run.judge(|fs, bytes| {
        let opened = match session.take() {
            Some(session) => session,
            None => store.open_session(fs, "01ACME", "S1").map_err(io::Error::other)?,
        };
        let written = opened.write(fs, bytes, &About::default());
        session = Some(opened);
        written.map_err(io::Error::other)
    });
    assert!(verdict.states > 100, "{verdict:?}");
    assert_eq!(verdict.bad(), 0, "{verdict:?}");
}

fn in_place(fs: &ModelFs, bytes: &[u8]) -> io::Result<()> {
    fs.overwrite(Path::new(TARGET), bytes)
}

/// The shipped order with some steps left out.
fn renamed(fs: &ModelFs, bytes: &[u8], syncs_file: bool, syncs_folder: bool) -> io::Result<()> {
    let temp = Path::new("/desk/.Acme.ron.1-0.atlas-tmp");
    let mut file = fs.create_new(temp)?;
    let mut rest = bytes;
    while !rest.is_empty() {
        let written = file.write(rest)?;
        rest = &rest[written..];
    }
    if syncs_file {
        file.sync()?;
    }
    fs.rename(temp, Path::new(TARGET))?;
    if syncs_folder {
        fs.sync_folder(Path::new("/desk"))?;
    }
    Ok(())
}

fn unlinked_first(fs: &ModelFs, bytes: &[u8]) -> io::Result<()> {
    if fs.bytes(Path::new(TARGET)).is_some() {
        fs.remove(Path::new(TARGET))?;
    }
    renamed(fs, bytes, true, true)
}

#[test]
fn crash_model_catches_the_wrong_routines() {
    let judge = |routine: &mut dyn FnMut(&ModelFs, &[u8]) -> io::Result<()>| {
        let verdict = run(desk(true), 2).judge(routine);
        eprintln!("{verdict:?}");
        verdict
    };
    let verdict = judge(&mut in_place);
    assert!(verdict.corrupt > 0, "in place: {verdict:?}");
    let verdict = judge(&mut |fs, bytes| renamed(fs, bytes, false, false));
    assert!(verdict.corrupt > 0 && verdict.lost > 0, "no sync: {verdict:?}");
    let verdict = judge(&mut |fs, bytes| renamed(fs, bytes, false, true));
    assert!(verdict.corrupt > 0, "no sync of the file: {verdict:?}");
    let verdict = judge(&mut |fs, bytes| renamed(fs, bytes, true, false));
    assert!(verdict.corrupt == 0 && verdict.lost > 0, "no sync of the folder: {verdict:?}");
    let verdict = judge(&mut unlinked_first);
    assert!(verdict.missing > 0, "unlink before rename: {verdict:?}");
    let verdict = judge(&mut |fs, bytes| renamed(fs, bytes, true, true));
    assert_eq!(verdict.bad(), 0, "the bare right order: {verdict:?}");
}
