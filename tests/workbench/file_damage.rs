//! Damaged, foreign and contradictory files: nothing passes unseen, nothing is lost, nothing panics.

use account_atlas::file::{FileError, ForeignKind, Loaded, Repair, SealState, Subject, read, seal, write};
use account_atlas::model::{Account, Goal, Link, Opportunity, Person, Seat};

use crate::file_format::{Dice, EXAMPLES, body, chain, exchanged, load};

pub fn id(number: u32) -> String {
    format!("01K9ZHATM{number:017}")
}

/// A file written by hand: the head, then `inner` with `#7` standing for the id 7.
pub fn by_hand(inner: &str) -> String {
    let mut text = format!("(schema: 1, min_reader: 1, id: \"#1\",\n{inner}\n)\n");
    for number in (1..100).rev() {
        text = text.replace(&format!("#{number}"), &id(number));
    }
    seal(&text)
}

/// Loads what was mended, and proves that a second load has nothing to mend.
pub fn mended(text: &str) -> Loaded {
    let loaded = load(text);
    let again = read(&write(&loaded.account)).expect("an account");
    assert_eq!(again.repairs, [], "a second load");
    assert_eq!(again.account, loaded.account);
    loaded
}

pub fn subject(kind: &'static str, name: &str) -> Subject {
    Subject { kind, name: name.to_owned() }
}

pub fn is_set_aside(account: &Account, text: &str) -> bool {
    account.set_aside.iter().any(|aside| aside.contains(text))
}

pub fn names(account: &Account) -> Vec<&str> {
    account.all::<Person>().map(|person| person.name.as_str()).collect()
}

pub fn damaged(text: &str) -> (usize, usize, String, Loaded) {
    match read(text.as_bytes()) {
        Err(FileError::Damaged { line, column, cause, salvaged }) => (line, column, cause, *salvaged),
        other => panic!("this was to be damage: {other:?}"),
    }
}

#[test]
fn of_two_records_with_one_id_both_are_kept() {
    let loaded = mended(&by_hand(
        "persons: [(id: \"#2\", name: \"Ada\"), (id: \"#3\", name: \"Cy\"), (id: \"#2\", name: \"Bo\")],",
    ));
    assert_eq!(names(&loaded.account), ["Ada", "Cy", "Bo"]);
    assert_eq!(loaded.repairs, [Repair::NewId { subject: subject("Person", "Bo") }]);
}

#[test]
fn a_record_without_an_id_gets_one() {
    let loaded = mended(&by_hand("persons: [(name: \"Ada\"), (id: \"#2\", name: \"Cy\"), (name: \"Bo\")],"));
    assert_eq!(names(&loaded.account), ["Cy", "Ada", "Bo"]);
    let new = |name| Repair::NewId { subject: subject("Person", name) };
    assert_eq!(loaded.repairs, [new("Ada"), new("Bo")]);
}

#[test]
fn a_reporting_loop_is_cut_once_and_told() {
    let loaded = mended(&by_hand(
        "seats: [(id: \"#3\", title: \"A\", reports_to: \"#4\"), (id: \"#4\", title: \"B\", reports_to: \"#5\"), \
         (id: \"#5\", title: \"C\", reports_to: \"#3\"), (id: \"#6\", title: \"D\", reports_to: \"#4\"), \
         (id: \"#7\", title: \"E\", reports_to: \"#7\")],",
    ));
    let cut = |seat, boss| Repair::LoopCut { seat: subject("Seat", seat), boss: subject("Seat", boss) };
    assert_eq!(loaded.repairs, [cut("A", "B"), cut("E", "E")]);
    let tops: Vec<&str> =
        loaded.account.all::<Seat>().filter(|seat| seat.reports_to.is_none()).map(|seat| seat.title.as_str()).collect();
    assert_eq!(tops, ["A", "E"]);
    assert!(loaded.account.set_aside.iter().any(|aside| aside.contains(&id(3)) && aside.contains(&id(4))));
}

#[test]
fn mentions_that_lead_nowhere_are_set_aside_and_told() {
    let loaded = mended(&by_hand(
        "profile: (name: \"Acme\", owner: \"#90\"),
        persons: [(id: \"#2\", name: \"Ada\"), (id: \"#3\", name: \"Board\", kind: Group, members: [\"#91\", \"#2\"])],
        seats: [(id: \"#4\", title: \"CIO\", reports_to: \"#92\", dotted: [\"#93\"], holder: \"#94\")],
        links: [(id: \"#5\", from: \"#2\", to: \"#95\", kind: Tie(Family), note: \"cousins\"), (id: \"#6\", from: \"#2\", to: \"#2\", kind: Conflict)],
        opportunities: [(id: \"#7\", name: \"Deal\", owner: \"#96\", committee: [\"#2\", \"#97\"])],
        actions: [(id: \"#8\", what: \"Offer\", owner: \"#98\", people: [\"#99\", \"#2\"], opportunity: \"#89\")],",
    ));
    let aside = |kind, name, field| Repair::MentionSetAside { subject: subject(kind, name), field };
    for told in [
        aside("Account", "Acme", "owner"),
        aside("Person", "Board", "members"),
        aside("Seat", "CIO", "reports_to"),
        aside("Seat", "CIO", "dotted"),
        aside("Seat", "CIO", "holder"),
        aside("Opportunity", "Deal", "owner"),
        aside("Opportunity", "Deal", "committee"),
        aside("Action", "Offer", "owner"),
        aside("Action", "Offer", "people"),
        aside("Action", "Offer", "opportunity"),
        Repair::RecordSetAside { subject: subject("Link", "Ada – ") },
        Repair::RecordSetAside { subject: subject("Link", "Ada – Ada") },
    ] {
        assert!(loaded.repairs.contains(&told), "{told:?} is not among {:?}", loaded.repairs);
    }
    assert_eq!(loaded.repairs.len(), 12);
    for number in 89..=99 {
        assert!(is_set_aside(&loaded.account, &id(number)), "{number} is lost: {:?}", loaded.account.set_aside);
    }
    assert!(is_set_aside(&loaded.account, "cousins"));
    assert_eq!(loaded.account.all::<Link>().count(), 0);
    let deal = loaded.account.all::<Opportunity>().next().expect("the opportunity");
    assert_eq!(deal.committee.len(), 1);
}

#[test]
fn judgements_on_a_person_who_is_not_there_are_set_aside_in_full() {
    let loaded = mended(&by_hand(
        "opportunities: [(id: \"#7\", name: \"Deal\", judgements: [(person: \"#95\", support: Enemy, win: \"peace\")])],",
    ));
    let told = Repair::MentionSetAside { subject: subject("Opportunity", "Deal"), field: "judgements" };
    assert_eq!(loaded.repairs, [told]);
    for text in [&id(95), "Enemy", "peace"] {
        assert!(is_set_aside(&loaded.account, text), "{text} is lost: {:?}", loaded.account.set_aside);
    }
}

#[test]
fn of_two_judgements_on_one_thing_none_is_lost() {
    let loaded = load(&by_hand(
        "persons: [(id: \"#2\", name: \"Ada\", evidence: [(about: Role, source: \"mail\"), (about: Role, source: \"phone\")])],
        opportunities: [(id: \"#7\", name: \"Deal\", judgements: [(person: \"#2\", win: \"fame\"), (person: \"#2\", win: \"peace\")])],",
    ));
    let written = body(&loaded.account);
    let lost: Vec<&str> =
        ["mail", "phone", "fame", "peace"].into_iter().filter(|text| !written.contains(text)).collect();
    assert_eq!(lost, Vec::<&str>::new(), "lost, with these repairs: {:?}", loaded.repairs);
}

#[test]
fn more_than_a_hundred_percent_is_set_aside() {
    let loaded = mended(&by_hand(
        "opportunities: [(id: \"#7\", name: \"Deal\", rate: 200)], goals: [(id: \"#8\", text: \"Win\", progress: 101)],",
    ));
    let aside = |kind, name, field| Repair::MentionSetAside { subject: subject(kind, name), field };
    assert_eq!(loaded.repairs.len(), 2);
    assert!(loaded.repairs.contains(&aside("Opportunity", "Deal", "rate")));
    assert!(loaded.repairs.contains(&aside("Goal", "Win", "progress")));
    assert!(is_set_aside(&loaded.account, "200") && is_set_aside(&loaded.account, "101"));
    assert_eq!(loaded.account.all::<Goal>().next().expect("the goal").progress, None);
}

#[test]
fn a_field_that_stands_twice_is_damage_with_its_place() {
    let text = by_hand("persons: [\n    (id: \"#2\",\n    name: \"Ada\",\n    name: \"Bo\"),\n],");
    let (line, column, cause, salvaged) = damaged(&text);
    assert_eq!(line, 5, "{cause}");
    assert!(column > 1);
    assert!(cause.contains("name"), "{cause}");
    assert!(salvaged.is_read_only);
}

#[test]
fn foreign_and_empty_files_are_called_by_their_name() {
    use ForeignKind::{Json, Markup, OtherText, Pdf, Picture, Zip};
    let foreign: [(&[u8], ForeignKind); 10] = [
        (b"PK\x03\x04\x14\0\x06\0\x08\0", Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Zip),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", Pdf),
        (b"{\"people\": []}", Json),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Picture),
        (b"<html><body>", Markup),
        (b"(people: [], version: 3)", OtherText),
        (b"// Account Atlas\n", OtherText),
        (b"Dear all, please find", OtherText),
    ];
    for (bytes, kind) in foreign {
        let result = read(bytes);
        assert!(matches!(result, Err(FileError::Foreign(found)) if found == kind), "{kind:?}: {result:?}");
    }
    for empty in [&b""[..], b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"] {
        assert!(matches!(read(empty), Err(FileError::Empty)), "{empty:?}");
    }
    assert!(matches!(read(&[0; 4096]), Err(FileError::Zeroed { bytes: 4096 })));
    assert!(matches!(read(b"(schema: 1,\n\n  name: \"Jos\xe9\")"), Err(FileError::NotUtf8 { line: 3 })));
    assert!(matches!(read(b"\xff\xfe(\0s\0"), Err(FileError::NotUtf8 { line: 1 })));
}

#[test]
fn marks_of_a_merge_are_found_in_their_line() {
    let text = body(&chain(2));
    let line = text.lines().position(|line| line.contains("Person 1")).expect("the line");
    let torn = exchanged(&text, "            name: \"Person 1\"", "<<<<<<< HEAD\n            name: \"Person 1\"");
    assert!(matches!(read(torn.as_bytes()), Err(FileError::ConflictMarks { line: found }) if found == line + 1));
    assert!(matches!(read(format!("<<<<<<< HEAD\n{text}").as_bytes()), Err(FileError::ConflictMarks { line: 1 })));
}

fn damage(dice: &mut Dice, original: &[u8], kind: usize) -> Vec<u8> {
    let mut bytes = original.to_vec();
    let at = dice.below(bytes.len());
    let end = (at + 1 + dice.below(64)).min(bytes.len());
    match kind {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes[at..(at + 64).min(original.len())].fill(0),
        2 => drop(bytes.drain(at..end)),
        3 => drop(bytes.splice(end..end, original[at..end].iter().copied())),
        4 => bytes.truncate(at),
        _ => {
            let other = dice.below(bytes.len() / 64 - 1) * 64;
            let one = at / 64 * 64 % (bytes.len() / 64 * 64);
            for offset in 0..64 {
                bytes.swap(one + offset, other + offset);
            }
        }
    }
    bytes
}

#[test]
fn of_fifteen_thousand_damages_none_passes_unnoticed() {
    let account = chain(20);
    let original = write(&account);
    let mut dice = Dice(14_142_135);
    let (mut harmless, mut silent_without_seal, mut unnoticed) = (0, 0, Vec::new());
    for (kind, count) in [5_000, 2_000, 2_000, 2_000, 2_000, 2_000].into_iter().enumerate() {
        for round in 0..count {
            let bytes = damage(&mut dice, &original, kind);
            // Only the line end behind the seal says nothing.
            if bytes.trim_ascii_end() == original.trim_ascii_end() {
                harmless += 1;
                continue;
            }
            let Ok(loaded) = read(&bytes) else { continue };
            let is_told = |repair: &Repair| !matches!(repair, Repair::SealMissing | Repair::SealBroken);
            silent_without_seal += usize::from(loaded.account != account && !loaded.repairs.iter().any(is_told));
            if loaded.seal == SealState::Intact {
                unnoticed.push((kind, round));
            }
        }
    }
    assert_eq!(unnoticed, [], "kind and round");
    assert!(harmless < 200, "{harmless} tries did no damage");
    assert!(silent_without_seal > 200, "the damages are too coarse to prove a seal: {silent_without_seal}");
}

#[test]
fn a_file_cut_at_any_byte_gives_its_whole_records() {
    let (_, bytes) = EXAMPLES[0];
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let persons =
        text.find("\n    persons: [\n").expect("the list")..text.find("\n    links: [\n").expect("the next list");
    for end in (0..bytes.len()).step_by(29) {
        let cut = &bytes[..end];
        match read(cut) {
            Ok(loaded) => {
                let is_whole = cut.trim_ascii_end() == bytes.trim_ascii_end();
                assert!(is_whole || !loaded.repairs.is_empty(), "a cut at {end} passes unseen");
            }
            Err(FileError::Damaged { salvaged, line, column, .. }) => {
                assert!(salvaged.is_read_only && line > 0 && column > 0, "cut at {end}");
                // A letter cut in two is no letter.
                let end = text.floor_char_boundary(end);
                let cut = &text[..end];
                let in_list = cut.get(persons.start..end.min(persons.end)).unwrap_or("");
                let whole = in_list.matches("\n        ),\n").count();
                assert!(salvaged.account.persons.len() >= whole, "cut at {end}: less than {whole} people");
                // The record under the knife is kept as text.
                if let Some(start) = in_list.rfind("\n        (\n").filter(|_| end < persons.end)
                    && !in_list[start..].contains("\n        )")
                {
                    assert!(is_set_aside(&salvaged.account, in_list[start..].trim()), "cut at {end}");
                }
            }
            Err(FileError::Empty | FileError::Foreign(_) | FileError::NotUtf8 { .. }) => {}
            Err(other) => panic!("cut at {end}: {other}"),
        }
    }
}

#[test]
fn nine_tenths_of_a_file_give_its_people() {
    let (_, bytes) = EXAMPLES[0];
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let (.., salvaged) = damaged(&text[..text.floor_char_boundary(bytes.len() * 9 / 10)]);
    let whole = read(bytes).expect("an account").account;
    assert!(names(&salvaged.account).len() >= 10);
    assert_eq!(salvaged.account.persons, whole.persons);
    assert!(salvaged.is_read_only);
    assert!(matches!(salvaged.repairs[0], Repair::Salvaged { records, pieces } if records > 40 && pieces > 0));
}

#[test]
fn a_file_cut_inside_a_letter_gives_its_people_too() {
    let (_, bytes) = EXAMPLES[0];
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let end = (bytes.len() * 9 / 10..).find(|end| !text.is_char_boundary(*end)).expect("a Chinese text");
    match read(&bytes[..end]) {
        Err(FileError::Damaged { salvaged, .. }) => assert!(names(&salvaged.account).len() >= 10),
        other => panic!("a file cut off inside a letter is damaged, not {other:?}"),
    }
}
