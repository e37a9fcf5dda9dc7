//! Temporary files that killed saves left beside the user's files.

use std::path::{Path, PathBuf};

use account_atlas::disk::{Keep, RecoveryStore, Swept, Vfs, load, save, sweep};

use crate::disk_crash::version;
use crate::model_disk::Entry;
use crate::model_fs::ModelFs;

/// A folder with an account and one temporary file beside it.
fn desk_with_temp(temp: &[u8]) -> (ModelFs, RecoveryStore) {
    let fs = ModelFs::new();
    fs.put("/desk/Acme.ron", &version(1), 0o600);
    fs.put("/desk/.Acme.ron.42-0.atlas-tmp", temp, 0o600);
    (fs, RecoveryStore::new(Path::new("/desk/state")))
}

#[test]
fn sweep_removes_a_half_written_file_and_rescues_a_whole_newer_one() {
    let desk = Path::new("/desk");
    let (fs, store) = desk_with_temp(&version(2)[..40]);
    let swept = sweep(&fs, desk, &store).expect("a list");
    assert!(matches!(swept.as_slice(), [Swept::Removed(_)]), "{swept:?}");
    assert_eq!(store.list(&fs).expect("a list"), []);

    let (fs, store) = desk_with_temp(&version(2));
    let swept = sweep(&fs, desk, &store).expect("a list");
    assert!(matches!(swept.as_slice(), [Swept::Rescued { .. }]), "{swept:?}");
    assert_eq!(fs.temps(), Vec::<PathBuf>::new());
    let offered = store.list(&fs).expect("a list");
    assert_eq!(load(&fs, &offered[0].path).expect("a file"), version(2));
    let source = offered[0].about.as_ref().and_then(|about| about.source.as_deref());
    assert_eq!(source, Some(Path::new("/desk/Acme.ron")));

    // The second name of the old version, on its way to become the previous one: the file itself
    // holds it.
    let (fs, store) = desk_with_temp(b"");
    fs.put("/desk/.Acme.ron.previous.42-0.atlas-tmp", &version(1), 0o600);
    let swept = sweep(&fs, desk, &store).expect("a list");
    assert!(matches!(swept.as_slice(), [Swept::Removed(_), Swept::Removed(_)]), "{swept:?}");

    // What the target holds already is no news, and what it has outgrown is none either.
    let (fs, store) = desk_with_temp(&version(1));
    let swept = sweep(&fs, desk, &store).expect("a list");
    assert!(matches!(swept.as_slice(), [Swept::Removed(_)]), "{swept:?}");
    let (fs, store) = desk_with_temp(&version(2));
    save(&fs, Path::new("/desk/Acme.ron"), &version(3), Keep::Previous).expect("a save");
    let swept = sweep(&fs, desk, &store).expect("a list");
    assert!(matches!(swept.as_slice(), [Swept::Removed(_)]), "{swept:?}");
}

#[test]
fn sweep_keeps_off_what_is_being_written() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    let path = Path::new("/desk/.Acme.ron.42-0.atlas-tmp");
    let writer = fs.as_process(42).create_new(path).expect("a new file");
    assert_eq!(sweep(&fs, Path::new("/desk"), &store).expect("a list").len(), 0);
    drop(writer);
    // Where there are no locks, the number of a process that runs this program is enough.
    fs.put("/proc/self/comm", b"account-atlas\n", 0o600);
    fs.put("/proc/42/comm", b"account-atlas\n", 0o600);
    assert_eq!(sweep(&fs, Path::new("/desk"), &store).expect("a list").len(), 0);
    // After a restart of the machine the number belongs to somebody else.
    fs.put("/proc/42/comm", b"mail\n", 0o600);
    assert_eq!(sweep(&fs, Path::new("/desk"), &store).expect("a list").len(), 1);
    // In a container each start has the same number: our own says nothing.
    fs.put("/desk/.Acme.ron.4711-0.atlas-tmp", b"", 0o600);
    assert_eq!(sweep(&fs, Path::new("/desk"), &store).expect("a list").len(), 1);
}

#[test]
fn sweep_touches_neither_links_nor_folders_nor_names_of_others() {
    let fs = ModelFs::new();
    let store = RecoveryStore::new(Path::new("/desk/state"));
    fs.put("/desk/Acme.ron", &version(1), 0o600);
    fs.put_entry("/desk/.a.1-0.atlas-tmp", Entry::Folder);
    fs.put_entry("/desk/.b.1-0.atlas-tmp", Entry::Link(PathBuf::from("Acme.ron")));
    for name in ["a.1-0.atlas-tmp", ".a.1-0.tmp", ".a.01-0.atlas-tmp", ".a.+1-0.atlas-tmp", "..1-0.atlas-tmp"] {
        fs.put(&format!("/desk/{name}"), b"somebody's", 0o600);
    }
    let before = fs.disk().names.clone();
    assert_eq!(sweep(&fs, Path::new("/desk"), &store).expect("a list").len(), 0);
    assert_eq!(fs.disk().names, before);
}

#[test]
fn a_save_leaves_old_leftovers_of_its_own_number_alone() {
    let fs = ModelFs::new();
    fs.put("/desk/.Acme.ron.4711-0.atlas-tmp", b"of an earlier life", 0o600);
    save(&fs, Path::new("/desk/Acme.ron"), &version(1), Keep::Previous).expect("a save");
    assert_eq!(fs.temps().len(), 1);
}
