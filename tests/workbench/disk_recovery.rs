//! Sessions that end without a word, and what the next start finds.

use std::path::{Path, PathBuf};

use account_atlas::disk::{About, DiskError, Keep, RealFs, RecoveryStore, load, save};
use account_atlas::file::SealState;

use crate::disk_crash::version;
use crate::model_disk::Entry;
use crate::model_fs::{ModelFs, moment};
use crate::scratch::Scratch;

const WEEK: u64 = 7 * 24 * 60 * 60;

fn about() -> About {
    About {
        source: Some(PathBuf::from("/desk/北京 \\ Acme\n.ron")),
        base_crc: Some(0x00c0_ffee),
        app_version: "0.1.0".to_owned(),
        time: "2026-11-03 09:12".to_owned(),
    }
}

#[test]
fn a_killed_session_is_offered_and_a_live_one_is_not() {
    let folder = Scratch::new("recovery");
    let store = RecoveryStore::new(&folder.join("state"));
    let fs = &RealFs;
    let killed = store.open_session(fs, "01ACME", "S1").expect("a session");
    killed.write(fs, &version(1), &about()).expect("a snapshot");
    killed.write(fs, &version(2), &about()).expect("a snapshot");
    let live = store.open_session(fs, "01ACME", "S2").expect("a session");
    live.write(fs, &version(3), &about()).expect("a snapshot");
    assert_eq!(store.list(fs).expect("a list"), []);

    drop(killed);
    let offered = store.list(fs).expect("a list");
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].document, "01ACME");
    assert_eq!(offered[0].session, "S1");
    assert_eq!(offered[0].seal, SealState::Intact);
    assert_eq!(offered[0].about, Some(about()));
    // The snapshot is the account's own bytes: any version opens it.
    assert_eq!(load(fs, &offered[0].path).expect("a file"), version(2));

    let again = store.open_session(fs, "01ACME", "S2");
    assert!(matches!(again, Err(DiskError::InUse { .. })), "{again:?}");
}

#[test]
fn a_taken_snapshot_moves_to_the_new_session() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let old = store.open_session(&fs, "01ACME", "S1").expect("a session");
    old.write(&fs, &version(1), &about()).expect("a snapshot");
    drop(old);
    let offered = store.list(&fs).expect("a list");

    let new = store.open_session(&fs, "01ACME", "S2").expect("a session");
    let bytes = new.take(&fs, &store, &offered[0], moment(0)).expect("bytes");
    assert_eq!(bytes, version(1));
    assert_eq!(store.list(&fs).expect("a list"), []);
    // A second crash: offered again, once.
    drop(new);
    let offered = store.list(&fs).expect("a list");
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].session, "S2");
    assert_eq!(offered[0].about, Some(about()));
}

#[test]
fn a_cleared_session_leaves_nothing() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let session = store.open_session(&fs, "01ACME", "S1").expect("a session");
    session.write(&fs, &version(1), &about()).expect("a snapshot");
    session.clear(&fs).expect("it can be removed");
    session.clear(&fs).expect("twice is fine");
    drop(session);
    assert_eq!(store.list(&fs).expect("a list"), []);
    assert!(fs.disk().names.values().all(|entry| *entry == Entry::Folder));
}

#[test]
fn a_discarded_snapshot_is_kept_for_a_week() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let session = store.open_session(&fs, "01ACME", "S1").expect("a session");
    session.write(&fs, &version(1), &about()).expect("a snapshot");
    drop(session);
    let offered = store.list(&fs).expect("a list");
    store.discard(&fs, &offered[0], moment(1_000)).expect("it can be discarded");
    assert_eq!(store.list(&fs).expect("a list"), []);
    let kept = Path::new("/desk/state/recovery/discarded/1000-01ACME-S1.ron");
    assert_eq!(store.tidy(&fs, moment(1_000 + WEEK)).expect("tidied"), 0);
    assert_eq!(fs.bytes(kept), Some(version(1)));
    assert_eq!(store.tidy(&fs, moment(1_001 + WEEK)).expect("tidied"), 1);
    assert_eq!(fs.bytes(kept), None);
}

#[test]
fn a_live_session_cannot_be_discarded() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let session = store.open_session(&fs, "01ACME", "S1").expect("a session");
    session.write(&fs, &version(1), &about()).expect("a snapshot");
    drop(session);
    let offered = store.list(&fs).expect("a list");
    let session = store.open_session(&fs, "01ACME", "S1").expect("a session");
    let discarded = store.discard(&fs, &offered[0], moment(0));
    assert!(matches!(discarded, Err(DiskError::InUse { .. })));
    assert_eq!(fs.bytes(session.path()), Some(version(1)));
}

#[test]
fn lines_about_another_snapshot_are_not_believed() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let session = store.open_session(&fs, "01ACME", "S1").expect("a session");
    session.write(&fs, &version(1), &about()).expect("a snapshot");
    // A crash between the two saves of the next snapshot.
    save(&fs, session.path(), &version(2), Keep::Nothing).expect("half a snapshot");
    drop(session);
    let offered = store.list(&fs).expect("a list");
    assert_eq!(offered[0].about, None);
    assert_eq!(offered[0].seal, SealState::Intact);
}

#[test]
fn ids_from_files_do_not_lead_out_of_the_store() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let long = "x".repeat(65);
    for id in ["", "..", "../desk", "a/b", "a\\b", "C:", "discarded", "rescued", "é", &long] {
        let opened = store.open_session(&fs, id, "S1");
        assert!(matches!(opened, Err(DiskError::UnfitName { .. })), "{id}");
    }
    assert_eq!(fs.disk().log.len(), 0);
}

#[test]
fn tidy_takes_leftovers_and_spares_snapshots() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let dead = store.open_session(&fs, "01ACME", "S1").expect("a session");
    dead.write(&fs, &version(1), &about()).expect("a snapshot");
    drop(dead);
    let live = store.open_session(&fs, "01ACME", "S3").expect("a session");
    live.write(&fs, &version(3), &about()).expect("a snapshot");
    let folder = "/desk/state/recovery/01ACME";
    fs.put(&format!("{folder}/S2.lock"), b"", 0o600);
    fs.put(&format!("{folder}/S2.about"), b"", 0o600);
    fs.put(&format!("{folder}/.S1.ron.77-0.atlas-tmp"), &version(2), 0o600);
    assert_eq!(store.tidy(&fs, moment(0)).expect("tidied"), 3);
    assert_eq!(store.list(&fs).expect("a list").len(), 1);
    assert_eq!(fs.bytes(live.path()), Some(version(3)));
    assert_eq!(store.tidy(&fs, moment(0)).expect("tidied"), 0);
}
