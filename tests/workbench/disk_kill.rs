//! Processes killed while they save, on the machine's own file system.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use account_atlas::disk::{About, RealFs, RecoveryStore, Swept, load, sweep};
use account_atlas::file::{SealState, seal, seal_state};

use crate::scratch::Scratch;

/// Tells this test binary to be the child that writes in place, and where.
const IN_PLACE: &str = "ATLAS_TEST_IN_PLACE";

/// Tells this test binary to be the child that holds a recovery session, and where.
const SESSION: &str = "ATLAS_TEST_SESSION";

/// What a kill left at the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// The last save told to be done, or the one after it.
    Whole,
    Corrupt,
    Missing,
    /// Another revision than those two.
    Lost,
}

#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    saves: u64,
    bad: Vec<(usize, Left)>,
    /// Temporary files that the kills left and the sweeps took away.
    swept: usize,
    rescued: usize,
}

/// One target in a folder of its own, among files that are none of ours.
struct Desk {
    folder: Scratch,
    target: PathBuf,
    store: RecoveryStore,
    foreign: Vec<PathBuf>,
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Scratch::new(name);
        let desk = folder.join("desk");
        fs::create_dir(&desk).expect("a new folder");
        let foreign = [
            "notes.atlas-tmp",
            ".Acme.ron.999999-0.atlas-tmp.bak",
            ".Acme.ron.999999-+1.atlas-tmp",
            ".Acme.ron.999999.atlas-tmp",
            ".999999-0.atlas-tmp",
            "Acme.ron.999999-0.atlas-tmp",
            "Acme (conflicted copy).ron",
            ".~lock.Acme.ron#",
        ]
        .map(|name| desk.join(name))
        .to_vec();
        for path in &foreign {
            fs::write(path, path.as_os_str().as_encoded_bytes()).expect("a new file");
        }
        Self { target: desk.join("Acme.ron"), store: RecoveryStore::new(&folder.join("state")), folder, foreign }
    }

    /// Starts `command`, kills it `delay` after its first save, and judges what it left.
    fn kill_once(&self, command: &mut Command, delay: Duration) -> (Left, u64) {
        let mut child = Killed::start(command);
        let revisions = child.revisions();
        let first = revisions.recv().expect("the child saves once and says so");
        let deadline = Instant::now() + delay;
        let mut last = first;
        loop {
            match revisions.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(revision) => last = revision,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => panic!("the child ended by itself"),
            }
        }
        drop(child);
        last = revisions.iter().last().unwrap_or(last);
        (self.judge(last), last - first + 1)
    }

    fn judge(&self, last: u64) -> Left {
        let Ok(bytes) = load(&RealFs, &self.target) else {
            return Left::Missing;
        };
        if seal_state(&bytes) != SealState::Intact {
            return Left::Corrupt;
        }
        match revision_in(&bytes) {
            Some(found) if found == last || found == last + 1 => Left::Whole,
            Some(_) => Left::Lost,
            None => Left::Corrupt,
        }
    }

    /// What the next start does. No temporary file is left, nothing of others is touched.
    fn sweep(&self, tally: &mut Tally) {
        let desk = self.target.parent().expect("the target stands in a folder");
        for swept in sweep(&RealFs, desk, &self.store).expect("the folder can be listed") {
            tally.swept += 1;
            match swept {
                Swept::Removed(_) => {}
                Swept::Rescued { to, .. } => {
                    let bytes = load(&RealFs, &to).expect("the rescued snapshot stands");
                    assert_eq!(seal_state(&bytes), SealState::Intact);
                    tally.rescued += 1;
                }
                Swept::Left { path, error } => panic!("{} was left: {error}", path.display()),
            }
        }
        let mut names: Vec<PathBuf> = fs::read_dir(desk)
            .expect("the folder can be listed")
            .map(|entry| entry.expect("the folder can be listed").path())
            .filter(|path| !self.foreign.contains(path))
            .collect();
        names.sort();
        let previous = account_atlas::disk::previous_path(&self.target);
        assert!(names.iter().all(|path| *path == self.target || *path == previous), "{names:?}");
        for path in &self.foreign {
            let bytes = fs::read(path).expect("a foreign file stands");
            assert_eq!(bytes, path.as_os_str().as_encoded_bytes());
        }
    }
}

/// A child that is killed when this is dropped, also when the test fails.
struct Killed(Child);

impl Killed {
    fn start(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        Self(child.expect("the child can be started"))
    }

    /// The revisions that the child says are saved, as it says them. Lines that hold anything else
    /// are skipped.
    fn revisions(&mut self) -> Receiver<u64> {
        let (sender, receiver) = channel();
        let pipe = self.0.stdout.take().expect("the pipe is taken once");
        std::thread::spawn(move || {
            let lines = BufReader::new(pipe).lines();
            for line in lines.map_while(Result::ok) {
                if let Ok(revision) = line.trim().parse()
                    && sender.send(revision).is_err()
                {
                    return;
                }
            }
        });
        receiver
    }
}

impl Drop for Killed {
    fn drop(&mut self) {
        // SIGKILL on unix. A child that is gone already needs none.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn revision_in(bytes: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(bytes).ok()?;
    let digits = text.split_once("rev: ")?.1;
    let end = digits.find(|char: char| !char.is_ascii_digit())?;
    digits[..end].parse().ok()
}

/// The product's own binary, which saves accounts of so many people as fast as it can.
fn shipped(target: &Path, people: usize) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_account-atlas"));
    command.arg("selftest-save").arg(target).arg(people.to_string());
    command
}

/// This test binary as a child that runs one function of this file alone.
fn child(function: &str, variable: &str, value: &Path) -> Command {
    let this = std::env::current_exe().expect("the test binary has a path");
    let mut command = Command::new(this);
    command.args(["--exact", &format!("disk_kill::{function}"), "--nocapture"]).env(variable, value);
    command
}

/// Kills the child `kills` times, at moments spread evenly over 20 ms, and sweeps after every
/// tenth; stops early when the time is up.
fn kill_many(desk: &Desk, kills: usize, time: Duration, command: impl Fn() -> Command) -> Tally {
    let start = Instant::now();
    let mut tally = Tally::default();
    while tally.kills < kills && start.elapsed() < time {
        let delay = Duration::from_micros(tally.kills as u64 * 7_919 % 20_000);
        let (left, saves) = desk.kill_once(&mut command(), delay);
        tally.saves += saves;
        if left != Left::Whole {
            tally.bad.push((tally.kills, left));
        }
        tally.kills += 1;
        if tally.kills.is_multiple_of(10) {
            desk.sweep(&mut tally);
        }
    }
    desk.sweep(&mut tally);
    tally
}

fn check_shipped(name: &str, people: usize, kills: usize) {
    let desk = Desk::new(name);
    let start = Instant::now();
    let tally = kill_many(&desk, kills, Duration::from_secs(80), || shipped(&desk.target, people));
    eprintln!("{people} people, {:.1} s: {tally:?}", start.elapsed().as_secs_f32());
    assert!(tally.bad.is_empty(), "{:?}", tally.bad);
    // A slow machine may run out of time, but a handful of kills would prove nothing.
    assert!(tally.kills >= kills / 10, "only {} kills", tally.kills);
    assert!(tally.swept > 0, "no kill fell into a save");
    let offered = desk.store.list(&RealFs).expect("the store can be listed");
    assert_eq!(offered.len(), tally.rescued);
    assert!(offered.iter().all(|snapshot| {
        let about = snapshot.about.as_ref();
        about.and_then(|about| about.source.as_ref()) == Some(&desk.target)
    }));
    drop(desk.folder);
}

#[test]
fn kill_nine_20_people() {
    check_shipped("kill-20", 20, 850);
}

#[test]
fn kill_nine_20_people_again() {
    check_shipped("kill-20-again", 20, 850);
}

#[test]
fn kill_nine_1000_people() {
    check_shipped("kill-1000", 1_000, 300);
}

/// The same test catches a child that writes in place.
#[test]
fn kill_nine_catches_writing_in_place() {
    let desk = Desk::new("kill-in-place");
    let mut kills = 0;
    let mut caught = 0;
    while kills < 200 && caught < 3 {
        let mut command = child("in_place_child", IN_PLACE, &desk.target);
        let delay = Duration::from_micros(kills * 7_919 % 20_000);
        let (left, _) = desk.kill_once(&mut command, delay);
        caught += usize::from(left != Left::Whole);
        kills += 1;
    }
    eprintln!("in place: {caught} of {kills} kills did damage");
    assert!(caught > 0);
}

#[test]
fn kill_nine_frees_the_locks_of_a_session() {
    let desk = Desk::new("kill-session");
    let mut command = child("session_child", SESSION, &desk.folder.join("state"));
    for kills in 0..5 {
        let mut child = Killed::start(&mut command);
        let revisions = child.revisions();
        let written = revisions.recv();
        assert_eq!(written, Ok(1), "the child writes a snapshot");
        assert_eq!(desk.store.list(&RealFs).expect("a list").len(), kills);
        drop(child);
        let offered = desk.store.list(&RealFs).expect("a list");
        assert_eq!(offered.len(), kills + 1);
        assert!(offered.iter().all(|snapshot| snapshot.seal == SealState::Intact));
    }
}

/// Not a test of its own: the child of [`kill_nine_frees_the_locks_of_a_session`].
#[test]
fn session_child() {
    let Some(state) = std::env::var_os(SESSION) else {
        return;
    };
    let store = RecoveryStore::new(Path::new(&state));
    let name = format!("S{}", std::process::id());
    let session = store.open_session(&RealFs, "01ACME", &name).expect("a session");
    session.write(&RealFs, seal("(\n)\n").as_bytes(), &About::default()).expect("a snapshot");
    // The test harness has written part of a line before.
    writeln!(std::io::stdout(), "\n1").expect("the parent listens");
    // Ends when the parent is gone, should that forget the kill.
    drop(std::io::stdin().read_line(&mut String::new()));
}

/// Not a test of its own: the child of [`kill_nine_catches_writing_in_place`], and nothing without
/// its variable.
#[test]
fn in_place_child() {
    let Some(target) = std::env::var_os(IN_PLACE) else {
        return;
    };
    let people = "(name: \"Person\", note: \"a note\"),\n".repeat(20_000);
    for revision in 1_u64.. {
        let text = seal(&format!("(\n    rev: {revision},\n    people: [\n{people}],\n)\n"));
        fs::write(&target, text).expect("the folder can be written");
        // The test harness has written part of a line before.
        if writeln!(std::io::stdout(), "\n{revision}").is_err() {
            return;
        }
    }
}
