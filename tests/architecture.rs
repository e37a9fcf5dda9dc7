//! The house: which room may use which, how long files may be, which names stand in one place only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Room and the rooms it may use. Source: the arrows of the architecture.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("method", &["model"]),
    ("theme", &[]),
    ("edit", &["model"]),
    ("insight", &["model", "method"]),
    ("layout", &["model", "theme"]),
    ("file", &["model"]),
    ("disk", &["file"]),
    ("exchange", &["model", "method", "edit", "file"]),
    ("words", &["model", "method", "edit", "insight", "file", "disk", "exchange"]),
    ("plot", &["model", "method", "insight", "words", "theme"]),
    // The page's worker reads an account from bytes, so it also knows files.
    ("page", &["model", "method", "insight", "layout", "words", "theme", "plot", "file"]),
    ("ui", &["model", "method", "edit", "insight", "layout", "file", "exchange", "words", "theme", "plot", "page"]),
    (
        "app",
        &[
            "model", "method", "edit", "insight", "layout", "file", "disk", "exchange", "words", "theme", "plot",
            "page", "ui",
        ],
    ),
    (
        "cli",
        &[
            "model", "method", "edit", "insight", "layout", "file", "disk", "exchange", "words", "theme", "plot",
            "page", "app",
        ],
    ),
];

/// A name and the places where it may stand; a place is the start of a path under `src`.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("std::fs", &["disk/real.rs"]),
    ("std::process", &["disk/worker.rs", "disk/real.rs", "main.rs"]),
    ("petgraph", &["insight/"]),
    ("typst", &["page/"]),
    ("serde", &["file/", "method/", "theme/", "exchange/", "page/", "app/settings.rs"]),
    ("ron::", &["file/", "method/", "theme/", "app/settings.rs"]),
    ("Color32", &["ui/"]),
    ("from_rgb(", &["ui/style.rs"]),
    ("SystemTime::now", &["app/"]),
    ("Local::now", &["app/desktop.rs"]),
    ("Instant::now", &["app/", "disk/worker.rs"]),
    ("rfd::", &["app/desktop.rs"]),
    ("eframe", &["app/window.rs"]),
    ("zbus", &["app/print_portal.rs"]),
    ("x11_dl", &["app/libraries.rs"]),
    ("xkbcommon_dl", &["app/libraries.rs"]),
    ("open::that", &["app/desktop.rs"]),
    ("ToPinyin", &["words/pinyin.rs"]),
    ("copy_text", &["ui/perform.rs"]),
    ("Rc<RefCell", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("fn update(", &[]),
];

/// Endings of type names that say nothing.
const EMPTY_NAMES: &[&str] = &["Manager", "Helper", "Util", "Utils", "Handler", "Data"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Paths under `src` with their code: comments and texts of the file's own left out line by line.
fn code() -> Vec<(String, String)> {
    let src = root().join("src");
    sources(&src)
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let name = path.strip_prefix(&src).expect("under src").to_string_lossy().replace('\\', "/");
            (name, code.join("\n"))
        })
        .collect()
}

fn room_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// The rooms a text names after `crate::`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
    code.split("crate::").skip(1).map(name).collect()
}

#[test]
fn every_arrow_is_allowed() {
    let allowed: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (path, code) in code() {
        let room = room_of(&path);
        let Some(may) = allowed.get(room) else {
            continue;
        };
        for used in rooms_named(&code) {
            let is_room = allowed.contains_key(used.as_str());
            if is_room && used != room && !may.contains(&used.as_str()) {
                wrong.push(format!("{path} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that are not allowed:\n{}", wrong.join("\n"));
}

#[test]
fn the_rooms_are_the_ones_named() {
    let named: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let found: BTreeSet<String> =
        code().iter().filter(|(path, _)| path.contains('/')).map(|(path, _)| room_of(path).to_owned()).collect();
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), named);
}

#[test]
fn names_stand_where_they_may() {
    let mut wrong = Vec::new();
    for (path, code) in code() {
        for (name, places) in ONLY_IN {
            let is_allowed = places.iter().any(|place| path.starts_with(place));
            if !is_allowed && code.contains(name) {
                wrong.push(format!("{path} says {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "names out of place:\n{}", wrong.join("\n"));
}

#[test]
fn the_core_knows_no_toolkit() {
    for (path, code) in code() {
        if !["ui", "app"].contains(&room_of(&path)) {
            assert!(!code.contains("egui"), "{path} names the toolkit");
        }
    }
}

#[test]
fn the_model_holds_no_floats() {
    for (path, code) in code() {
        if ["model", "edit"].contains(&room_of(&path)) {
            assert!(!code.contains("f32") && !code.contains("f64"), "{path} holds a float");
        }
    }
}

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    for folder in ["src", "tests"] {
        for path in sources(&root().join(folder)) {
            let lines = std::fs::read_to_string(&path).expect("UTF-8").lines().count();
            if lines > 400 {
                long.push(format!("{} has {lines} lines", path.display()));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn type_names_say_something() {
    let mut empty = Vec::new();
    for (path, code) in code() {
        for kind in ["struct ", "enum ", "trait "] {
            for rest in code.split(kind).skip(1) {
                let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric()).collect();
                if EMPTY_NAMES.iter().any(|ending| name.ends_with(ending)) {
                    empty.push(format!("{path}: {name}"));
                }
            }
        }
    }
    assert!(empty.is_empty(), "{}", empty.join("\n"));
}

#[test]
fn rooms_tell_what_they_are_for() {
    for (room, _) in ROOMS {
        let text = std::fs::read_to_string(root().join("src").join(room).join("mod.rs")).expect("a table of contents");
        assert!(text.starts_with("//! "), "{room}/mod.rs does not say what the room is for");
    }
}

#[test]
fn the_top_has_five_names() {
    let allowed = [
        "Cargo.toml",
        "src",
        "assets",
        "tests",
        "README.md",
        "Cargo.lock",
        ".gitignore",
        ".gitattributes",
        ".rustfmt.toml",
        ".ci",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        ".git",
        "target",
    ];
    for entry in std::fs::read_dir(root()).expect("the project's folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(allowed.contains(&name.as_str()), "{name} stands at the top of the project");
    }
}

#[test]
fn a_panic_unwinds_in_the_release() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    assert!(manifest.contains("panic = \"unwind\""), "views contain panics only where they unwind");
}
