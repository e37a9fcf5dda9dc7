//! Locks, limits, modes, links and long names.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use account_atlas::disk::{
    About, AccountLock, DiskError, Keep, MAX_FILE_LEN, RealFs, RecoveryStore, Vfs, load, load_head, previous_path,
    save, stamp,
};

use crate::disk_crash::version;
use crate::model_disk::Entry;
use crate::model_fs::ModelFs;
use crate::scratch::Scratch;

#[test]
fn the_lock_is_for_one() {
    let folder = Scratch::new("lock");
    let path = folder.join("Acme.ron");
    let first = AccountLock::take(&RealFs, &path).expect("the lock is free");
    let second = AccountLock::take(&RealFs, &path);
    assert!(matches!(second, Err(DiskError::InUse { .. })), "{second:?}");
    // The lock stands through a save, which replaces the file.
    save(&RealFs, &path, &version(1), Keep::Previous).expect("a save");
    assert!(AccountLock::take(&RealFs, &path).is_err());
    drop(first);
    drop(AccountLock::take(&RealFs, &path).expect("the lock is free again"));
    let names = RealFs.list(folder.path()).expect("a list");
    assert_eq!(names, if cfg!(unix) { vec!["Acme.ron"] } else { vec![".Acme.ron.lock", "Acme.ron"] });
}

/// The holder removes the lock file; whoever had opened it just before must not believe that it
/// holds anything.
#[test]
fn the_lock_is_for_one_while_many_try() {
    let folder = Scratch::new("lock-race");
    let path = folder.join("Acme.ron");
    let holders = AtomicUsize::new(0);
    let taken = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..3_000 {
                    let Ok(lock) = AccountLock::take(&RealFs, &path) else {
                        continue;
                    };
                    assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                    std::thread::yield_now();
                    taken.fetch_add(1, Ordering::SeqCst);
                    holders.fetch_sub(1, Ordering::SeqCst);
                    drop(lock);
                }
            });
        }
    });
    assert!(taken.load(Ordering::SeqCst) > 0);
}

#[test]
fn loading_says_what_is_wrong() {
    let folder = Scratch::new("load");
    let fs = &RealFs;
    let missing = load(fs, &folder.join("none.ron"));
    assert!(matches!(missing, Err(DiskError::Missing { .. })), "{missing:?}");
    let directory = load(fs, folder.path());
    assert!(matches!(directory, Err(DiskError::NotAFile { .. })), "{directory:?}");
    let inside_file = folder.join("Acme.ron");
    save(fs, &inside_file, &version(1), Keep::Nothing).expect("a save");
    assert!(load(fs, &inside_file.join("x")).is_err());

    let large = folder.join("large.ron");
    let file = std::fs::File::create(&large).expect("a new file");
    file.set_len(MAX_FILE_LEN + 5).expect("a hole costs nothing");
    let error = load(fs, &large).expect_err("five bytes too many");
    assert!(matches!(error, DiskError::TooLarge { len, .. } if len == MAX_FILE_LEN + 5));
    assert!(error.to_string().ends_with("large.ron"), "{error}");
    file.set_len(MAX_FILE_LEN).expect("a hole costs nothing");
    assert_eq!(load(fs, &large).map(|bytes| bytes.len() as u64).ok(), Some(MAX_FILE_LEN));
    assert_eq!(load_head(fs, &large, 4096).map(|bytes| bytes.len()).ok(), Some(4096));
}

#[test]
fn saving_refuses_what_loading_would() {
    let fs = ModelFs::new();
    let bytes = vec![b' '; MAX_FILE_LEN as usize + 1];
    let saved = save(&fs, Path::new("/desk/Acme.ron"), &bytes, Keep::Previous);
    assert!(matches!(saved, Err(DiskError::TooLarge { .. })));
    for path in ["/desk", "/desk/..", "/"] {
        fs.put_entry("/desk/..", Entry::Folder);
        fs.put_entry("/", Entry::Folder);
        let saved = save(&fs, Path::new(path), b"", Keep::Previous);
        assert!(matches!(saved, Err(DiskError::NotAFile { .. })), "{saved:?}");
    }
    fs.put("/desk/Fixed.ron", &version(1), 0o444);
    let saved = save(&fs, Path::new("/desk/Fixed.ron"), &version(2), Keep::Previous);
    assert!(matches!(saved, Err(DiskError::ReadOnly { .. })), "{saved:?}");
    assert!(fs.disk().log.is_empty());
}

#[test]
fn a_stamp_changes_with_the_file() {
    let fs = ModelFs::new();
    let path = Path::new("/desk/Acme.ron");
    assert_eq!(stamp(&fs, path), None);
    save(&fs, path, &version(1), Keep::Nothing).expect("a save");
    let first = stamp(&fs, path);
    assert_eq!(first, stamp(&fs, path));
    save(&fs, path, &version(1), Keep::Nothing).expect("a save");
    assert_ne!(first, stamp(&fs, path));
}

#[cfg(unix)]
mod on_unix {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").mode() & 0o7777
    }

    #[test]
    fn modes_are_kept_and_new_files_are_private() {
        let folder = Scratch::new("modes");
        let path = folder.join("Acme.ron");
        let saved = save(&RealFs, &path, &version(1), Keep::Previous).expect("a save");
        assert!(!saved.replaced && !saved.kept_previous && saved.kept_mode);
        assert_eq!(mode(&path), 0o600);
        for wanted in [0o640, 0o664, 0o600] {
            fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).expect("it is ours");
            let saved = save(&RealFs, &path, &version(2), Keep::Previous).expect("a save");
            assert!(saved.replaced && saved.kept_previous && saved.kept_mode);
            assert_eq!(mode(&path), wanted);
            assert_eq!(mode(&previous_path(&path)), wanted);
        }
        let store = RecoveryStore::new(&folder.join("state"));
        let session = store.open_session(&RealFs, "01ACME", "S1").expect("a session");
        session.write(&RealFs, &version(1), &About::default()).expect("a snapshot");
        assert_eq!(mode(session.path()), 0o600);
        assert_eq!(mode(store.root()), 0o700);
    }

    #[test]
    fn a_symbolic_link_stays_one() {
        let folder = Scratch::new("links");
        fs::create_dir(folder.join("real")).expect("a new folder");
        let real = folder.join("real/Acme.ron");
        let link = folder.join("link.ron");
        symlink("second.ron", &link).expect("a link");
        symlink("real/Acme.ron", folder.join("second.ron")).expect("a link");
        // The first save makes the file at the end of a dangling link.
        for number in 1..4 {
            let saved = save(&RealFs, &link, &version(number), Keep::Previous).expect("a save");
            assert_eq!(saved.path, real);
            assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
            assert_eq!(load(&RealFs, &link).expect("a file"), version(number));
        }
        assert_eq!(load(&RealFs, &previous_path(&real)).expect("a file"), version(2));
        let held = AccountLock::take(&RealFs, &link).expect("the lock is free");
        assert!(AccountLock::take(&RealFs, &real).is_err(), "one file, one lock");
        drop(held);
        symlink("loop.ron", folder.join("loop.ron")).expect("a link");
        assert!(save(&RealFs, &folder.join("loop.ron"), b"", Keep::Previous).is_err());
    }

    #[test]
    fn a_second_name_is_told_but_our_own_is_not() {
        let folder = Scratch::new("names");
        let path = folder.join("Acme.ron");
        save(&RealFs, &path, &version(1), Keep::Previous).expect("a save");
        // As after a save that kept the old version and then failed: not the user's doing.
        fs::hard_link(&path, previous_path(&path)).expect("links are known here");
        let saved = save(&RealFs, &path, &version(2), Keep::Previous).expect("a save");
        assert!(!saved.hard_links && saved.kept_previous);
        fs::hard_link(&path, folder.join("twin.ron")).expect("links are known here");
        let saved = save(&RealFs, &path, &version(3), Keep::Previous).expect("a save");
        assert!(saved.hard_links);
        let twin = load(&RealFs, &folder.join("twin.ron")).expect("a file");
        assert_eq!(twin, version(2));
        let names = RealFs.list(folder.path()).expect("a list");
        assert_eq!(names, ["Acme.ron", "Acme.ron.previous", "twin.ron"]);
    }

    #[test]
    fn names_up_to_the_limit_of_the_file_system_work() {
        let folder = Scratch::new("long");
        for length in [120, 200, 245, 246, 255] {
            let path = folder.join(&"客".repeat(85)[..length / 3 * 3]);
            let path = path.with_file_name(format!(
                "{}{}",
                path.file_name().expect("a name").to_string_lossy(),
                "x".repeat(length % 3)
            ));
            for number in 1..3 {
                save(&RealFs, &path, &version(number), Keep::Previous).expect("a save");
            }
            let saved = save(&RealFs, &path, &version(3), Keep::Previous).expect("a save");
            // Where the previous version's name would be too long, that is told.
            assert_eq!(saved.kept_previous, length + ".previous".len() <= 255);
            assert_eq!(load(&RealFs, &path).expect("a file"), version(3));
            drop(AccountLock::take(&RealFs, &path).expect("the lock is free"));
        }
        let path = folder.join(&"x".repeat(256));
        let error = save(&RealFs, &path, b"", Keep::Previous).expect_err("one byte too many");
        assert_eq!(error.io_kind(), Some(std::io::ErrorKind::InvalidFilename));
        assert_eq!(RealFs.list(folder.path()).expect("a list").len(), 9);
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = Scratch::new("pipe");
        let pipe = folder.join("Acme.ron");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if !made.is_ok_and(|status| status.success()) {
            eprintln!("skipped: no mkfifo here");
            return;
        }
        assert!(matches!(load(&RealFs, &pipe), Err(DiskError::NotAFile { .. })));
        let saved = save(&RealFs, &pipe, b"", Keep::Previous);
        assert!(matches!(saved, Err(DiskError::NotAFile { .. })));
    }
}
