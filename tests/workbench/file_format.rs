//! What stands in a file: all that the model knows, and all that only a newer program knows.

use std::sync::Arc;

use account_atlas::edit::{Edit, PersonChange, RecordEdit, apply};
use account_atlas::file::{Loaded, Repair, SealState, Subject, document_id, read, seal, write};
use account_atlas::model::{
    Account, BuyingRole, Confidence, Evidence, Ids, JudgementField, Link, LinkKind, Opportunity, Person, PersonId,
    Record, Seat, Strength, Support,
};

use crate::full_account::full_account;

pub const EXAMPLES: [(&str, &[u8]); 2] = [
    ("zh", include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/zh.ron"))),
    ("en", include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/en.ron"))),
];

/// Numbers that look random and are the same at every run: xorshift64*.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits") % end
    }
}

pub fn put<T: Record>(account: &mut Account, record: T) {
    Arc::make_mut(T::table_mut(account)).insert(record.id(), Arc::new(record));
}

/// A chain of people, each on a seat below the one before, each influenced by the one before.
pub fn chain(people: usize) -> Account {
    let mut ids = Ids::new(1_790_000_000_000, 7 << 32);
    let mut account = Account::new(ids.fresh(), "Acme 客户");
    let mut above: Option<(Seat, PersonId)> = None;
    for number in 0..people {
        let mut person = Person::new(ids.fresh(), format!("Person {number}"));
        person.judgement.role = Some(BuyingRole::Approver);
        let evidence =
            Evidence { source: "mail".to_owned(), confidence: Some(Confidence::Assumed), ..Evidence::default() };
        person.judgement.evidence.insert(JudgementField::Role, evidence);
        let mut seat = Seat::new(ids.fresh());
        seat.title = format!("Seat {number}");
        seat.holder = Some(person.id);
        if let Some((boss, other)) = &above {
            seat.reports_to = Some(boss.id);
            put(&mut account, Link::new(ids.fresh(), *other, person.id, LinkKind::Influences(Strength::CLEAR)));
        }
        above = Some((seat.clone(), person.id));
        put(&mut account, seat);
        put(&mut account, person);
    }
    put(&mut account, Opportunity::new(ids.fresh(), "Line 4"));
    account
}

/// The text of an account without its seal line.
pub fn body(account: &Account) -> String {
    let text = String::from_utf8(write(account)).expect("UTF-8");
    let end = text.rfind("// end crc32=").expect("a seal line");
    text[..end].to_owned()
}

pub fn load(text: &str) -> Loaded {
    read(text.as_bytes()).expect("an account")
}

/// `text` with the first `old` exchanged, which must stand there.
pub fn exchanged(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old} stands in no place of {text}");
    text.replacen(old, new, 1)
}

fn rename(account: &Account, old: &str, new: &str) -> Account {
    let person = account.all::<Person>().find(|person| person.name == old).expect("the person").id;
    set(account, person, PersonChange::Name(new.to_owned()))
}

fn set(account: &Account, person: PersonId, change: PersonChange) -> Account {
    apply(account, &Edit::Person(RecordEdit::Set(person, change))).expect("an edit that can be")
}

/// Lines that only one of two texts of equal length has.
fn lines_apart(one: &str, other: &str) -> Vec<(String, String)> {
    assert_eq!(one.lines().count(), other.lines().count());
    let pairs = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
    pairs.map(|(one, other)| (one.to_owned(), other.to_owned())).collect()
}

#[test]
fn examples_load_without_a_word_and_are_written_as_they_stand() {
    for (name, bytes) in EXAMPLES {
        let loaded = read(bytes).expect("an account");
        assert_eq!((loaded.seal, loaded.repairs), (SealState::Intact, vec![]), "{name}");
        assert!(!loaded.is_read_only, "{name}");
        assert!(write(&loaded.account) == bytes, "{name} is written with other bytes");
    }
}

#[test]
fn every_field_of_every_record_survives() {
    let account = full_account();
    let bytes = write(&account);
    let loaded = read(&bytes).expect("an account");
    assert_eq!((loaded.seal, loaded.repairs), (SealState::Intact, vec![]));
    assert_eq!(loaded.account, account);
    assert!(write(&loaded.account) == bytes, "a second write gives other bytes");
    assert!(write(&full_account()) == bytes, "an equal account gives other bytes");
}

#[test]
fn marks_that_hide_or_turn_text_are_shown_as_what_they_are() {
    let text = body(&full_account());
    let hidden = |letter: char| letter != '\n' && (letter.is_control() || "\u{202e}\u{200d}\u{feff}".contains(letter));
    assert_eq!(text.chars().find(|letter| hidden(*letter)), None);
    assert!(text.contains("\\u{202e}") && text.contains("\\u{0}"));
}

#[test]
fn one_edited_field_is_one_line_of_difference() {
    let before = chain(1_000);
    let after = rename(&before, "Person 500", "Ada");
    let [before, after] = [&before, &after].map(|account| String::from_utf8(write(account)).expect("UTF-8"));
    let apart = lines_apart(&before, &after);
    assert_eq!(apart.len(), 2, "{apart:?}");
    assert_eq!(apart[0].0.trim(), "name: \"Person 500\",");
    assert_eq!(apart[0].1.trim(), "name: \"Ada\",");
    assert!(apart[1].1.starts_with("// end crc32="));
}

#[test]
fn a_bom_and_windows_line_ends_leave_the_seal_intact() {
    let account = chain(3);
    let text = String::from_utf8(write(&account)).expect("UTF-8");
    let windows = text.replace('\n', "\r\n");
    for variant in [format!("\u{feff}{text}"), windows.clone(), format!("\u{feff}{windows}")] {
        let loaded = load(&variant);
        assert_eq!((loaded.seal, loaded.repairs), (SealState::Intact, vec![]));
        assert_eq!(loaded.account, account);
    }
}

#[test]
fn carriage_returns_alone_leave_the_seal_intact() {
    let account = chain(3);
    let text = String::from_utf8(write(&account)).expect("UTF-8");
    let loaded = load(&text.replace('\n', "\r"));
    assert_eq!((loaded.seal, loaded.repairs), (SealState::Intact, vec![]));
    assert_eq!(loaded.account, account);
}

#[test]
fn a_seal_that_is_missing_or_does_not_fit_is_told() {
    let account = chain(3);
    let missing = load(&body(&account));
    assert_eq!((missing.seal, missing.repairs), (SealState::Missing, vec![Repair::SealMissing]));
    let text = String::from_utf8(write(&account)).expect("UTF-8");
    let broken = load(&exchanged(&text, "Person 1", "Person 9"));
    assert_eq!((broken.seal, broken.repairs), (SealState::Broken, vec![Repair::SealBroken]));
    assert_eq!(missing.account, account);
    assert!(!missing.is_read_only && !broken.is_read_only);
}

#[test]
fn comments_of_ones_own_are_told_before_a_save_drops_them() {
    let loaded = load(&exchanged(&body(&chain(1)), "    seats: [", "    // ask Ada\n    seats: ["));
    assert_eq!(loaded.repairs, [Repair::SealMissing, Repair::CommentsDropped]);
}

/// A file of a newer program: each unknown part stands where this program writes it.
fn newer_parts() -> String {
    let text = exchanged(
        &body(&chain(2)),
        "            role: Approver,\n",
        "            role: Approver,\n            tags: [Gatekeeper, Wizard(1)],\n            support: Ally(2),\n",
    );
    let text = exchanged(
        &text,
        "confidence: Assumed),\n            ],\n",
        "confidence: Assumed, trust: Deep((3, \"x\"))),\n            ],\n            mood: Sunny(3),\n",
    );
    let end = text.rfind(')').expect("the last bracket");
    format!("{}    gadgets: [(a: 1, /* why */ b: {{\"c\": [2]}})],\n)\n", &text[..end])
}

fn kept(kind: &'static str, name: &str, field: &str, text: &str) -> Repair {
    let subject = Subject { kind, name: name.to_owned() };
    Repair::Kept { subject, field: field.to_owned(), text: text.to_owned() }
}

#[test]
fn what_is_not_understood_is_told_and_kept_word_for_word() {
    let text = newer_parts();
    let loaded = load(&seal(&text));
    assert_eq!(loaded.seal, SealState::Intact);
    for told in [
        kept("Person", "Person 0", "tags", "[Gatekeeper, Wizard(1)]"),
        kept("Person", "Person 0", "support", "Ally(2)"),
        kept("Person", "Person 0", "mood", "Sunny(3)"),
        kept("Account", "Acme 客户", "gadgets", "[(a: 1, /* why */ b: {\"c\": [2]})]"),
    ] {
        assert!(loaded.repairs.contains(&told), "{told:?} is not among {:?}", loaded.repairs);
    }
    assert_eq!(body(&loaded.account), text);
    let edited = body(&rename(&loaded.account, "Person 1", "Bo"));
    assert_eq!(edited, exchanged(&text, "\"Person 1\"", "\"Bo\""));
}

#[test]
fn what_is_not_understood_inside_evidence_is_told_too() {
    let loaded = load(&newer_parts());
    let told = |repair: &Repair| matches!(repair, Repair::Kept { field, .. } if field.contains("trust"));
    assert!(loaded.repairs.iter().any(told), "{:?}", loaded.repairs);
}

#[test]
fn a_value_set_anew_replaces_the_one_not_understood() {
    let loaded = load(&newer_parts());
    let person = loaded.account.all::<Person>().next().expect("a person").id;
    let edited = set(&loaded.account, person, PersonChange::Support(Some(Support::Mentor)));
    let text = body(&edited);
    assert_eq!(text, exchanged(&newer_parts(), "support: Ally(2)", "support: Mentor"));
    let again = load(&text);
    assert_eq!(again.account.get::<Person>(person).expect("the person").judgement.support, Some(Support::Mentor));
}

#[test]
fn an_unknown_value_of_a_field_that_always_stands_is_kept_too() {
    let text = body(&chain(2));
    let values = [
        ("kind: Influences(2)", "kind: Rivalry(2)"),
        ("kind: Individual", "kind: Robot"),
        ("status: Open", "status: Parked(\"May\")"),
        ("about: Role", "about: Humour"),
    ];
    let is_lost = |(known, unknown): &&(&str, &str)| {
        let newer = exchanged(&text, known, unknown);
        body(&load(&newer).account) != newer
    };
    assert_eq!(values.iter().filter(is_lost).collect::<Vec<_>>(), Vec::<&(&str, &str)>::new(), "lost on write");
}

#[test]
fn an_unknown_part_of_a_pin_is_kept() {
    let pinned =
        "        (\n            pins: [\n                (layout: Influence, x: 3, y: 4, depth: 5),\n            ],\n";
    let text = exchanged(&body(&chain(1)), "        (\n", pinned);
    let written = body(&load(&text).account);
    assert!(written.contains("depth: 5"), "{written}");
}

#[test]
fn a_thousand_newer_files_are_written_as_they_stand() {
    let text = body(&chain(4));
    let values = [
        "Ally(2)",
        "[1, 2]",
        "\"say \\\"so\\\"\"",
        "(a: 1, b: Some(\"(\"))",
        "{\"k\": (1, '\\'')}",
        "-1e9",
        "r#\"),\"#",
    ];
    let mut dice = Dice(20_261_122);
    for round in 0..1_000 {
        let mut newer = String::new();
        let mut added = 0;
        for line in text.lines() {
            if line == "        )," && dice.below(3) == 0 {
                added += 1;
                let value = values[dice.below(values.len())];
                newer.push_str(&format!("            later_{added}: {value},\n"));
            }
            newer.push_str(line);
            newer.push('\n');
        }
        let loaded = load(&seal(&newer));
        let told = loaded.repairs.iter().filter(|repair| matches!(repair, Repair::Kept { .. })).count();
        assert_eq!((told, loaded.repairs.len()), (added, added), "round {round}");
        assert_eq!(body(&loaded.account), newer, "round {round}");
    }
}

#[test]
fn a_newer_file_that_allows_it_is_edited_and_keeps_its_schema() {
    let newer = exchanged(&body(&chain(2)), "schema: 1,", "schema: 7,");
    let loaded = load(&seal(&newer));
    assert_eq!((loaded.head.schema, loaded.head.min_reader), (7, 1));
    assert!(!loaded.is_read_only);
    assert_eq!(loaded.repairs, []);
    let edited = body(&rename(&loaded.account, "Person 1", "Bo"));
    assert_eq!(edited, exchanged(&newer, "\"Person 1\"", "\"Bo\""));
}

#[test]
fn a_newer_file_that_forbids_it_is_only_read() {
    let newer = exchanged(&body(&chain(2)), "schema: 1,\n    min_reader: 1,", "schema: 7,\n    min_reader: 7,");
    let loaded = load(&seal(&newer));
    assert!(loaded.is_read_only);
    assert_eq!(loaded.repairs, [Repair::NewerFile { schema: 7 }]);
    assert_eq!(loaded.account.persons.len(), 2);
}

#[test]
fn the_document_id_stands_in_the_first_block() {
    for (name, bytes) in EXAMPLES {
        let account = read(bytes).expect("an account").account;
        assert_eq!(document_id(&bytes[..4096]), Some(account.id), "{name}");
        assert_eq!(document_id(&bytes[..200]), Some(account.id), "{name}");
    }
    let bom = format!("\u{feff}{}", body(&chain(1)));
    assert_eq!(document_id(bom.as_bytes()), Some(chain(1).id));
    for foreign in
        [&b""[..], b"PK\x03\x04", b"{\"id\": 1}", b"(id: \"01K9ZHATM00000000000000001\")", b"\xff\xfe(\0", &[0; 64]]
    {
        assert_eq!(document_id(foreign), None, "{foreign:?}");
    }
}
