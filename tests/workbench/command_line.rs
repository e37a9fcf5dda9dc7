//! The commands without a window, run as a user runs them: exit codes, sentences, files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use account_atlas::app::example_bytes;
use account_atlas::disk::previous_path;
use account_atlas::file;
use account_atlas::words::Language;

use crate::scratch::Scratch;

pub const DONE: i32 = 0;
pub const REPAIRED: i32 = 1;
pub const NOT_DONE: i32 = 2;

pub const PEOPLE: &str = "\
id,name,title,unit,manager,role,support
1,Ada Byron,CIO,IT,,Approver,
2,Bo Li,Director,IT,Ada Byron,,Mentor
3,Cy Novak,Engineer,IT,Bo Li,User,
";

pub const LINKS: &str = "from,to,kind,strength\n2,1,influences,2\n";

/// A folder of its own in which commands run, without a display.
pub struct Desk(Scratch);

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let code = output.status.code().expect("the program ends by itself");
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Desk {
    /// `name` must be the test's own.
    pub fn new(name: &str) -> Self {
        Self(Scratch::new(&format!("cli-{name}")))
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.join(name), bytes).expect("a file in the test's folder");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.join(name).exists()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_account-atlas"));
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        for unset in ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(unset);
        }
        command.env("LANG", "en_US.UTF-8").env("HOME", self.0.path()).env("XDG_STATE_HOME", self.join("state"));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments).output().expect("the program starts"))
    }

    /// Runs a command that must end with `code`.
    pub fn ends(&self, code: i32, arguments: &[&str]) -> Ended {
        let ended = self.run(arguments);
        assert_eq!(ended.code, code, "{arguments:?}: {ended:?}");
        ended
    }

    /// Writes the English example.
    pub fn example(&self, name: &str) {
        self.write(name, example_bytes(Language::English));
    }

    /// Writes tables of three people and one link and brings them into a new account.
    pub fn team(&self, name: &str) {
        self.write("people.csv", PEOPLE);
        self.write("links.csv", LINKS);
        self.ends(DONE, &["import", name, "--people", "people.csv", "--links", "links.csv"]);
    }
}

pub fn previous(name: &str) -> String {
    previous_path(Path::new(name)).to_string_lossy().into_owned()
}

#[test]
fn new_makes_a_sound_empty_account() {
    let desk = Desk::new("new");
    let made = desk.ends(DONE, &["new", "Thornmere “Süd” 客户", "-o", "a.ron"]);
    assert!(made.err.contains("a.ron"), "{made:?}");
    let loaded = file::read(&desk.read("a.ron")).expect("an account");
    assert_eq!(loaded.account.profile.name, "Thornmere “Süd” 客户");
    let checked = desk.ends(DONE, &["check", "a.ron"]);
    assert!(checked.out.contains("seal intact") && checked.out.contains("people 0, seats 0"), "{checked:?}");
    assert_eq!(checked.err, "");
}

#[test]
fn new_leaves_an_existing_file_alone() {
    let desk = Desk::new("new-again");
    desk.write("a.ron", "mine");
    let refused = desk.ends(NOT_DONE, &["new", "Thornmere", "-o", "a.ron"]);
    assert!(refused.err.contains("exists already") && refused.err.contains("a.ron"), "{refused:?}");
    assert_eq!(desk.read("a.ron"), b"mine");
    let nowhere = desk.ends(NOT_DONE, &["new", "Thornmere", "-o", "nowhere/a.ron"]);
    assert!(nowhere.err.contains("nowhere"), "{nowhere:?}");
    assert!(!desk.has("nowhere"));
}

#[test]
fn check_counts_what_is_in_the_example() {
    let desk = Desk::new("check");
    desk.example("en.ron");
    let account = file::read(&desk.read("en.ron")).expect("the example").account;
    let counts = format!(
        "people {}, seats {}, links {}, opportunities {}",
        account.persons.len(),
        account.seats.len(),
        account.links.len(),
        account.opportunities.len()
    );
    let checked = desk.ends(DONE, &["check", "en.ron"]);
    for part in ["schema 1", "seal intact", &counts, "nothing to repair"] {
        assert!(checked.out.contains(part), "{part} is missing: {checked:?}");
    }
    assert!(account.persons.len() > 10);
}

#[test]
fn a_changed_byte_is_always_found() {
    let desk = Desk::new("changed");
    let sound = example_bytes(Language::English);
    for part in 0..24 {
        let at = part * (sound.len() - 2) / 23;
        let mut changed = sound.to_vec();
        changed[at] ^= 1;
        desk.write("changed.ron", &changed);
        let checked = desk.run(&["check", "changed.ron"]);
        assert!([REPAIRED, NOT_DONE].contains(&checked.code), "byte {at}: {checked:?}");
        assert!(!checked.out.contains("seal intact"), "byte {at}: {checked:?}");
    }
}

#[test]
fn check_says_what_a_file_is_instead() {
    let desk = Desk::new("foreign");
    desk.write("empty.ron", "");
    desk.write("zeros.ron", [0; 512]);
    desk.write("json.ron", "{\"schema\": 1}");
    desk.write("sheet.ron", b"PK\x03\x04 and so on");
    desk.write("text.ron", "hello");
    fs::create_dir(desk.join("folder.ron")).expect("a folder");
    for (name, sentence) in [
        ("empty.ron", "is empty"),
        ("zeros.ron", "512 zero bytes"),
        ("json.ron", "JSON"),
        ("sheet.ron", "spreadsheet"),
        ("text.ron", "not an account"),
        ("folder.ron", "not a file"),
        ("missing.ron", "no such file"),
    ] {
        let checked = desk.ends(NOT_DONE, &["check", name]);
        assert!(checked.err.contains(sentence) && checked.err.contains(name), "{name}: {checked:?}");
        assert_eq!(checked.out, "", "{name}");
    }
    assert!(!desk.has("missing.ron"));
}

#[test]
fn the_worst_of_several_files_decides() {
    let desk = Desk::new("several");
    desk.example("good.ron");
    let text = String::from_utf8(desk.read("good.ron")).expect("UTF-8");
    desk.write("changed.ron", text.replacen("Helen", "Elena", 1));
    desk.write("cut.ron", &text[..20_000]);
    desk.ends(DONE, &["check", "good.ron", "good.ron"]);
    let repaired = desk.ends(REPAIRED, &["check", "changed.ron", "good.ron", "cut.ron"]);
    assert_eq!(repaired.out.matches("schema 1").count(), 3, "{repaired:?}");
    assert!(repaired.out.contains("seal broken") && repaired.err.contains("damaged at line"), "{repaired:?}");
    let refused = desk.ends(NOT_DONE, &["check", "missing.ron", "good.ron"]);
    assert!(refused.out.contains("good.ron"), "{refused:?}");
    desk.ends(NOT_DONE, &["check"]);
}

#[test]
fn answers_come_in_the_language_of_the_system() {
    let desk = Desk::new("language");
    desk.ends(DONE, &["new", "客户", "-o", "a.ron"]);
    for (variable, value, answer) in
        [("LANG", "zh_CN.UTF-8", "封签完好"), ("LC_ALL", "zh_CN.UTF-8", "封签完好"), ("LC_ALL", "C", "seal intact")]
    {
        let output = desk.command(&["check", "a.ron"]).env(variable, value).output().expect("the program starts");
        let ended = Ended::of(output);
        assert!(ended.code == DONE && ended.out.contains(answer), "{variable}={value}: {ended:?}");
    }
}

#[test]
fn without_a_display_the_print_command_is_named() {
    let desk = Desk::new("no-display");
    desk.example("en.ron");
    for arguments in [&[][..], &["missing.ron"], &["en.ron"]] {
        let ended = desk.ends(NOT_DONE, arguments);
        assert!(ended.err.contains("account-atlas print"), "{arguments:?}: {ended:?}");
        assert_eq!(ended.out, "");
    }
    assert!(!desk.has("missing.ron") && !desk.has("state"), "nothing was to be written");
    desk.ends(DONE, &["--version"]);
}

#[test]
fn findings_name_the_way_and_give_their_reasons() {
    let desk = Desk::new("findings");
    desk.write("a.ron", example_bytes(Language::English));
    let short = desk.run(&["findings", "a.ron", "--lang", "en", "--date", "2026-11-22"]);
    assert_eq!(short.code, DONE, "{}", short.err);
    assert!(short.out.contains("Priya Nair") && short.out.contains("introduces us to"), "{}", short.out);
    let long = desk.run(&["findings", "a.ron", "--lang", "en", "--date", "2026-11-22", "--why"]);
    let lines = |ended: &Ended| ended.out.lines().count();
    assert!(lines(&long) > lines(&short), "{}", long.out);
    let chinese = desk.run(&["findings", "a.ron", "--lang", "zh", "--date", "2026-11-22"]);
    assert!(chinese.out.contains("引见"), "{}", chinese.out);
    assert_eq!(desk.run(&["findings", "nowhere.ron"]).code, NOT_DONE);
}
