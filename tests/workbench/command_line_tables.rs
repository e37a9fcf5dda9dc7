//! Tables in and out on the command line: exit codes, messages, and what is left untouched.

use account_atlas::app::example_bytes;
use account_atlas::file;
use account_atlas::words::Language;

use crate::command_line::{DONE, Desk, LINKS, NOT_DONE, PEOPLE, REPAIRED, previous};

#[test]
fn import_makes_an_account_and_then_updates_it() {
    let desk = Desk::new("import");
    desk.write("people.csv", PEOPLE);
    desk.write("links.csv", LINKS);
    let tables = ["--people", "people.csv", "--links", "links.csv"];
    let first = desk.ends(DONE, &[&["import", "Acme.ron"], &tables[..]].concat());
    assert!(first.out.contains("People: 3 added, 0 updated"), "{first:?}");
    assert!(first.out.contains("Links: 1 added, 0 updated"), "{first:?}");
    assert!(!desk.has(&previous("Acme.ron")), "there was no version before");
    let before = desk.read("Acme.ron");

    desk.write("people.csv", PEOPLE.replace("Engineer", "Chief engineer"));
    let second = desk.ends(DONE, &[&["import", "Acme.ron", "--name", "Acme Ltd"], &tables[..]].concat());
    assert!(second.out.contains("People: 0 added, 3 updated"), "{second:?}");
    assert_eq!(desk.read(&previous("Acme.ron")), before);
    assert_eq!(previous("Acme.ron"), "Acme.ron.previous");

    let account = file::read(&desk.read("Acme.ron")).expect("an account").account;
    assert_eq!((account.persons.len(), account.seats.len(), account.links.len()), (3, 3, 1));
    assert_eq!(account.profile.name, "Acme Ltd");
    assert!(account.seats.values().any(|seat| seat.title == "Chief engineer"));
    let first = file::read(&before).expect("the version before").account;
    assert_eq!((first.profile.name.as_str(), first.id), ("Acme", account.id));
}

#[test]
fn import_with_something_to_say_ends_with_one() {
    let desk = Desk::new("import-notices");
    desk.write("people.csv", "name,role,manager\nAda Byron,wizard,Nobody Known\n");
    let ended = desk.ends(REPAIRED, &["import", "a.ron", "--people", "people.csv"]);
    for part in ["people.csv: Line 2", "\"wizard\"", "\"Nobody Known\""] {
        assert!(ended.err.contains(part), "{part} is missing: {ended:?}");
    }
    desk.ends(DONE, &["check", "a.ron"]);
}

#[test]
fn an_import_that_fails_makes_no_file() {
    let desk = Desk::new("import-fails");
    desk.write("wrong.csv", "shoe size,colour\n44,red\n");
    desk.write("empty.csv", "");
    desk.write("good.csv", PEOPLE);
    for (table, sentence) in
        [("missing.csv", "no such file"), ("wrong.csv", "shoe size, colour"), ("empty.csv", "no rows")]
    {
        let ended = desk.ends(NOT_DONE, &["import", "a.ron", "--people", table]);
        assert!(ended.err.contains(sentence) && ended.err.contains(table), "{ended:?}");
        let ended = desk.ends(NOT_DONE, &["import", "a.ron", "--people", "good.csv", "--links", table]);
        assert!(ended.err.contains(table), "{ended:?}");
        assert!(!desk.has("a.ron"), "half an import was written");
    }
}

#[test]
fn a_damaged_account_is_never_imported_into() {
    let desk = Desk::new("import-damaged");
    desk.write("people.csv", PEOPLE);
    desk.write("cut.ron", &example_bytes(Language::English)[..20_000]);
    desk.write("empty.ron", "");
    for name in ["cut.ron", "empty.ron"] {
        let before = desk.read(name);
        let ended = desk.ends(NOT_DONE, &["import", name, "--people", "people.csv"]);
        assert!(ended.err.contains(name), "{ended:?}");
        assert_eq!(desk.read(name), before);
        assert!(!desk.has(&previous(name)));
    }
}

#[test]
fn an_export_holds_everybody() {
    let desk = Desk::new("export");
    desk.team("a.ron");
    desk.ends(DONE, &["export", "a.ron", "-o", "a.json", "--people", "p.csv", "--links", "l.csv"]);
    let json: serde_json::Value = serde_json::from_slice(&desk.read("a.json")).expect("JSON");
    assert_eq!(json["format"], "account-atlas");
    assert_eq!(json["seats"].as_array().expect("a list of seats").len(), 3);
    let again = desk.ends(DONE, &["import", "b.ron", "--people", "p.csv", "--links", "l.csv"]);
    assert!(again.out.contains("People: 3 added") && again.out.contains("Links: 1 added"), "{again:?}");
    desk.ends(DONE, &["export", "a.ron", "--people", "zh.csv", "--lang", "zh"]);
    let chinese = String::from_utf8(desk.read("zh.csv")).expect("UTF-8");
    assert!(chinese.contains("Ada Byron") && chinese.contains("导师"), "{chinese}");
}

#[test]
fn an_export_that_cannot_be_done_writes_nothing() {
    let desk = Desk::new("export-fails");
    desk.team("a.ron");
    let ending = desk.ends(NOT_DONE, &["export", "a.ron", "-o", "a.xml", "--people", "p.csv"]);
    assert!(ending.err.contains("a.xml") && ending.err.contains("json"), "{ending:?}");
    let nothing = desk.ends(NOT_DONE, &["export", "a.ron"]);
    assert!(nothing.err.contains("--people"), "{nothing:?}");
    desk.ends(NOT_DONE, &["export", "missing.ron", "-o", "a.json"]);
    desk.ends(NOT_DONE, &["export", "a.ron", "-o", "nowhere/a.json"]);
    assert!(!desk.has("a.xml") && !desk.has("p.csv") && !desk.has("a.json") && !desk.has("nowhere"));
}
