//! Files made to take a reader's time and memory: refused, or read within both.

use std::time::{Duration, Instant};

use account_atlas::file::{FileError, MAX_BYTES, read};

use crate::file_damage::{by_hand, damaged, names};
use crate::file_format::load;

/// What a hostile file may take at most, generous for a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn more_than_thirty_two_mebibytes_are_refused_unread() {
    let start = Instant::now();
    let bytes = vec![b'('; MAX_BYTES + 1];
    assert!(matches!(read(&bytes), Err(FileError::TooLarge { bytes }) if bytes == MAX_BYTES + 1));
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[test]
fn ten_million_empty_records_are_refused() {
    let start = Instant::now();
    let text = by_hand(&format!("persons: [{}],", "(),".repeat(10_000_000)));
    assert!(text.len() < MAX_BYTES);
    let (_, _, cause, _) = damaged(&text);
    assert!(cause.contains("more than"), "{cause}");
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn empty_records_by_the_line_are_salvaged_in_time() {
    let start = Instant::now();
    let text = by_hand(&format!("    persons: [\n{}", "        (),\n".repeat(20_000)));
    let (_, _, _, salvaged) = damaged(&text);
    assert_eq!(salvaged.account.persons.len(), 20_000);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}

#[test]
fn bombs_of_brackets_are_clean_damage() {
    for (bracket, field) in [
        ("[", "later: "),
        ("(", "later: "),
        ("Some(", "later: "),
        ("{1:", "later: "),
        ("[", "persons: "),
        ("(", "profile: "),
        ("/*", ""),
        ("[", "seats: [(dotted: "),
        ("[", "persons: [(tags: "),
    ] {
        let start = Instant::now();
        let (line, ..) = damaged(&by_hand(&format!("{field}{}", bracket.repeat(100_000))));
        assert!(line >= 2, "{field}{bracket}");
        assert!(start.elapsed() < PATIENCE, "{field}{bracket} {:?}", start.elapsed());
    }
}

#[test]
fn a_very_long_text_loads() {
    let start = Instant::now();
    let name = "客".repeat(20_000_000 / 3);
    let loaded = load(&by_hand(&format!("persons: [(id: \"#2\", name: \"{name}\")],")));
    assert!(names(&loaded.account) == [name]);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
}
