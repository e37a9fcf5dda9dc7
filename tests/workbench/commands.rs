//! The one command enum: its keys, its words, the table in the README made from it.

use account_atlas::ui::{Command, Menu};
use account_atlas::words::{Language, Words};

/// The key table of the README as the command enum has it: a line for each command with a key.
fn key_table() -> String {
    let words = Words::shipped(Language::English).expect("the words that ship can be read");
    let mut table = String::from("| menu | command | keys |\n|---|---|---|\n");
    for menu in Menu::ALL {
        for command in Command::ALL.iter().filter(|command| command.menu() == menu) {
            let Some(shortcut) = command.shortcut() else { continue };
            let (menu, name) = (words.say(menu.message()), words.say(command.message()));
            table.push_str(&format!("| {menu} | {} | {shortcut} |\n", name.trim_end_matches('…')));
        }
    }
    table
}

#[test]
fn the_readme_lists_every_key() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("the README");
    let table = key_table();
    assert!(readme.contains(&table), "the README's key table should be:\n{table}");
}

#[test]
fn no_two_commands_share_a_shortcut() {
    for (place, one) in Command::ALL.iter().enumerate() {
        for other in &Command::ALL[place + 1..] {
            let clash = one.shortcut().is_some() && one.shortcut() == other.shortcut();
            assert!(!clash, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn no_two_commands_share_a_name() {
    for language in Language::ALL {
        let words = Words::shipped(language).expect("the words that ship can be read");
        let mut names: Vec<String> =
            Command::ALL.iter().map(|command| words.say(command.message()).into_owned()).collect();
        names.sort();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before, "{language:?}");
    }
}
