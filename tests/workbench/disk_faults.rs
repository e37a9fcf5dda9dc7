//! Each call to the file system fails once, and once for good.

use std::path::{Path, PathBuf};

use account_atlas::disk::{About, DiskError, Keep, RecoveryStore, Saved, Step, previous_path, save};

use crate::disk_crash::version;
use crate::model_disk::{Call, Entry, Fault};
use crate::model_fs::ModelFs;

const TARGET: &str = "/desk/Acme.ron";

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

/// The disk that a save meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    Nothing,
    Old,
    OldWithPrevious,
    OldWithoutLinks,
    ThroughLink,
    AfterFailedSave,
}

const SCENES: [Scene; 6] = [
    Scene::Nothing,
    Scene::Old,
    Scene::OldWithPrevious,
    Scene::OldWithoutLinks,
    Scene::ThroughLink,
    Scene::AfterFailedSave,
];

impl Scene {
    fn set(self) -> ModelFs {
        let fs = ModelFs::new();
        if self != Self::Nothing {
            fs.put(TARGET, &version(1), 0o640);
        }
        match self {
            Self::Nothing | Self::Old => {}
            Self::OldWithPrevious => fs.put("/desk/Acme.ron.previous", &version(0), 0o640),
            Self::OldWithoutLinks => fs.disk().lacks_links = true,
            Self::ThroughLink => {
                fs.put_entry("/desk/Link.ron", Entry::Link(PathBuf::from("Acme.ron")));
            }
            // The previous version and the current one are then two names of one file.
            Self::AfterFailedSave => {
                let entry = fs.disk().names[Path::new(TARGET)].clone();
                fs.put_entry("/desk/Acme.ron.previous", entry);
            }
        }
        fs
    }

    fn path(self) -> &'static Path {
        Path::new(if self == Self::ThroughLink { "/desk/Link.ron" } else { TARGET })
    }
}

/// What a failing call may be told as.
fn step_of(call: Call) -> Option<Step> {
    match call {
        Call::Info | Call::ReadLink => Some(Step::Inspect),
        Call::CreateNew => Some(Step::Create),
        Call::Write => Some(Step::Write),
        Call::SyncFile => Some(Step::Sync),
        Call::Rename => Some(Step::Replace),
        Call::SyncFolder => Some(Step::SyncFolder),
        Call::CreateFolder => Some(Step::CreateFolder),
        Call::Lock => Some(Step::Lock),
        Call::Read | Call::List | Call::SetMode | Call::HardLink | Call::Remove | Call::Truncate => None,
    }
}

fn check_failure(fs: &ModelFs, scene: Scene, error: &DiskError, what: &str) {
    let target = Path::new(TARGET);
    let step = error.step();
    let failed = fs.disk().failed.clone();
    // Of several failures some can be made good: what is told is one that could not.
    let is_named = failed.iter().any(|call| step_of(*call) == step);
    assert!(step.is_some() && is_named, "{what}: {error}");
    assert_eq!(error.path().map(Path::parent), Some(target.parent()), "{what}");
    assert!(error.io_kind().is_some(), "{what}");
    let expected = match step {
        Some(Step::SyncFolder) => Some(version(2)),
        _ if scene == Scene::Nothing => None,
        _ => Some(version(1)),
    };
    assert_eq!(fs.bytes(target), expected, "{what}: {error}");
    if !failed.contains(&Call::Remove) {
        assert_eq!(fs.temps(), Vec::<PathBuf>::new(), "{what}: {error}");
    }
}

fn check_success(fs: &ModelFs, scene: Scene, saved: &Saved, what: &str) {
    let target = Path::new(TARGET);
    assert_eq!(fs.bytes(target), Some(version(2)), "{what}");
    assert_eq!(saved.replaced, scene != Scene::Nothing, "{what}");
    let failed = fs.disk().failed.clone();
    let keeps_mode = scene != Scene::Nothing && saved.kept_mode;
    let mode = if keeps_mode { 0o640 } else { 0o600 };
    assert_eq!(fs.mode(target), Some(mode), "{what}");
    assert!(saved.kept_mode || failed.contains(&Call::SetMode), "{what}");
    if saved.kept_previous {
        assert_eq!(fs.bytes(&previous_path(target)), Some(version(1)), "{what}");
    } else if failed.is_empty() {
        assert_eq!(scene, Scene::Nothing, "{what}");
    }
    if !failed.contains(&Call::Remove) {
        assert_eq!(fs.temps(), Vec::<PathBuf>::new(), "{what}");
    }
    // The link stays a link.
    if scene == Scene::ThroughLink {
        let link = fs.disk().names[scene.path()].clone();
        assert_eq!(link, Entry::Link(PathBuf::from("Acme.ron")));
    }
}

/// Runs the save with a fault at call 0, 1, 2 and so on, until there are fewer calls than that;
/// says how many faults.
fn fail_each_call(scene: Scene, keep: Keep, fault_at: impl Fn(usize) -> Fault) -> usize {
    for call in 0.. {
        let fs = scene.set();
        let fault = fault_at(call);
        fs.disk().fault = Some(fault);
        let saved = save(&fs, scene.path(), &version(2), keep);
        let calls = fs.disk().calls;
        fs.disk().fault = None;
        let what = format!("{scene:?}, {keep:?}, {fault:?}");
        match saved {
            Ok(saved) if keep == Keep::Previous => check_success(&fs, scene, &saved, &what),
            Ok(_) => assert_eq!(fs.bytes(Path::new(TARGET)), Some(version(2)), "{what}"),
            Err(error) => check_failure(&fs, scene, &error, &what),
        }
        if calls <= call {
            return call;
        }
    }
    0
}

#[test]
fn fault_each_call_once() {
    let mut faults = 0;
    for scene in SCENES {
        for keep in [Keep::Previous, Keep::Nothing] {
            for errno in [ENOSPC, EIO, EACCES, EROFS] {
                faults += fail_each_call(scene, keep, |call| Fault::Once { call, errno });
            }
            faults += fail_each_call(scene, keep, |call| Fault::Short { call });
        }
    }
    eprintln!("{faults} single faults");
    assert!(faults > 300, "only {faults} faults were tried");
}

#[test]
fn fault_each_call_for_good() {
    for scene in SCENES {
        for errno in [ENOSPC, EIO, EACCES, EROFS] {
            fail_each_call(scene, Keep::Previous, |call| Fault::From { call, errno });
        }
    }
}

#[test]
fn fault_each_call_catches_writing_in_place() {
    let mut damaged = 0;
    for call in 0..4 {
        let fs = Scene::Old.set();
        fs.disk().fault = Some(Fault::Once { call, errno: ENOSPC });
        let done = fs.overwrite(Path::new(TARGET), &version(2));
        let found = fs.bytes(Path::new(TARGET));
        let is_whole = found == Some(version(1)) || found == Some(version(2));
        damaged += usize::from(done.is_err() && !is_whole);
    }
    assert!(damaged >= 2, "{damaged} of 4 faults did damage");
}

#[test]
fn fault_each_call_of_a_recovery_snapshot() {
    let store = RecoveryStore::new(Path::new("/state"));
    for call in 0.. {
        let fs = ModelFs::new();
        fs.put_entry("/state", Entry::Folder);
        let about = About::default();
        let session = store.open_session(&fs, "01ACME", "S1").expect("no fault yet");
        session.write(&fs, &version(1), &about).expect("no fault yet");
        fs.disk().calls = 0;
        fs.disk().fault = Some(Fault::Once { call, errno: ENOSPC });
        let written = session.write(&fs, &version(2), &about);
        let calls = fs.disk().calls;
        fs.disk().fault = None;
        let found = fs.bytes(session.path()).expect("a snapshot stands at any time");
        match written {
            Ok(()) => assert_eq!(found, version(2)),
            Err(_) => assert!(found == version(1) || found == version(2)),
        }
        drop(session);
        let listed = store.list(&fs).expect("no fault any more");
        assert_eq!(listed.len(), 1);
        // Whatever stands there now, the lines beside it speak of it or not at all.
        if found == version(1) {
            assert!(listed[0].about.is_some());
        }
        if calls <= call {
            assert!(call > 8, "a snapshot is two saves");
            return;
        }
    }
}

#[test]
fn windows_sharing_errors_are_waited_out() {
    for errno in [5, 32, 33] {
        let fs = Scene::Nothing.set();
        fs.disk().windows = Some((errno, 4));
        save(&fs, Path::new(TARGET), &version(2), Keep::Nothing).expect("the fifth try succeeds");
        assert_eq!(fs.bytes(Path::new(TARGET)), Some(version(2)));
        assert_eq!(fs.disk().waits, [10, 25, 50, 100]);
    }
}

#[test]
fn windows_sharing_errors_end_in_an_error_with_the_target_untouched() {
    let fs = Scene::Old.set();
    fs.disk().windows = Some((32, usize::MAX));
    let error = save(&fs, Path::new(TARGET), &version(2), Keep::Nothing).expect_err("the file is held for ever");
    assert_eq!(error.step(), Some(Step::Replace));
    assert_eq!(fs.disk().waits, [10, 25, 50, 100, 200, 400, 800]);
    assert_eq!(fs.bytes(Path::new(TARGET)), Some(version(1)));
    assert_eq!(fs.temps(), Vec::<PathBuf>::new());
    // The target's name was never taken away, not for a moment.
    let log = format!("{:?}", fs.disk().log);
    assert!(!log.contains("Unbind { path: \"/desk/Acme.ron\" }"), "{log}");
}

#[test]
fn the_same_error_number_means_a_broken_disk_elsewhere() {
    let fs = Scene::Old.set();
    let renames = 6;
    fs.disk().fault = Some(Fault::From { call: renames, errno: EIO });
    assert!(save(&fs, Path::new(TARGET), &version(2), Keep::Nothing).is_err());
    assert!(fs.disk().waits.is_empty());
}
