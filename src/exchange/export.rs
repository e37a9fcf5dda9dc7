//! An account as two tables, in words.

use super::people::COLUMNS;
use crate::method::{Language, Scales};
use crate::model::{Account, Coded, Link, LinkKind, Person, PersonId, Seat};

/// The people of an account as CSV, columns as an import reads them, facts behind.
pub fn people_csv(account: &Account, scales: &Scales, language: Language) -> Vec<u8> {
    let mut facts: Vec<&str> = Vec::new();
    for person in account.all::<Person>() {
        for fact in &person.facts {
            if !facts.contains(&fact.name.as_str()) && !COLUMNS.contains(&fact.name.as_str()) {
                facts.push(&fact.name);
            }
        }
    }
    let seats = account.seat_of_person();
    let mut rows = vec![COLUMNS.iter().chain(&facts).map(|text| (*text).to_owned()).collect::<Vec<_>>()];
    for person in account.all::<Person>() {
        let seat = seats.get(&person.id).and_then(|seat| account.get::<Seat>(*seat));
        let judged = &person.judgement;
        let mut row = vec![
            table_id(person),
            person.name.clone(),
            seat.map_or_else(String::new, |seat| seat.title.clone()),
            seat.map_or_else(String::new, |seat| seat.unit.clone()),
            seat.map_or_else(String::new, |seat| manager(account, seat)),
            word(scales, judged.role, language),
            word(scales, person.attitude, language),
            word(scales, judged.support, language),
            word(scales, judged.coverage, language),
            word(scales, judged.political, language),
        ];
        let value = |name: &&str| {
            let fact = person.facts.iter().find(|fact| fact.name == **name);
            fact.map_or_else(String::new, |fact| fact.value.clone())
        };
        row.extend(facts.iter().map(value));
        rows.push(row);
    }
    let vacant = account.all::<Seat>().filter(|seat| seat.holder.is_none());
    rows.extend(vacant.map(|seat| {
        let mut row = vec![String::new(); COLUMNS.len() + facts.len()];
        row[2].clone_from(&seat.title);
        row[3].clone_from(&seat.unit);
        row[4] = manager(account, seat);
        row
    }));
    csv_of(rows)
}

/// The links of an account as CSV: dotted lines and everything informal.
pub fn links_csv(account: &Account, scales: &Scales, language: Language) -> Vec<u8> {
    let mut rows = vec![["from", "to", "kind", "strength"].map(str::to_owned).to_vec()];
    let link_word = |code: &str| scales.word("link", code, language).unwrap_or(code).to_owned();
    for seat in account.all::<Seat>() {
        let Some(holder) = seat.holder else { continue };
        for boss in seat.dotted.iter().filter_map(|seat| account.get::<Seat>(*seat)?.holder) {
            rows.push(vec![reference(account, holder), reference(account, boss), link_word("Dotted"), String::new()]);
        }
    }
    for link in account.all::<Link>() {
        let (code, strength) = match link.kind {
            LinkKind::Influences(strength) => ("Influences", strength.get().to_string()),
            LinkKind::Conflict => ("Conflict", String::new()),
            LinkKind::Tie(tie) => (tie.code(), String::new()),
        };
        rows.push(vec![reference(account, link.from), reference(account, link.to), link_word(code), strength]);
    }
    csv_of(rows)
}

/// The id a person has in tables: the one it came with, else its own.
fn table_id(person: &Person) -> String {
    if person.foreign_id.is_empty() { person.id.to_string() } else { person.foreign_id.clone() }
}

fn reference(account: &Account, person: PersonId) -> String {
    account.get::<Person>(person).map_or_else(String::new, table_id)
}

fn manager(account: &Account, seat: &Seat) -> String {
    let Some(boss) = seat.reports_to.and_then(|boss| account.get::<Seat>(boss)) else {
        return String::new();
    };
    match boss.holder {
        Some(person) => reference(account, person),
        None => boss.title.clone(),
    }
}

fn word<T: Coded>(scales: &Scales, value: Option<T>, language: Language) -> String {
    let value = value.and_then(|value| scales.word(T::KIND, value.code(), language));
    value.unwrap_or_default().to_owned()
}

/// Whether a spreadsheet could take the cell for a formula. Source: OWASP ASVS 1.2.10.
pub(super) fn needs_guard(cell: &str) -> bool {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{3000}']).chars().next();
    first.is_some_and(|first| "=+-@\t\r\n\0＝＋－＠'".contains(first))
}

/// Rows as CSV with a mark, so that spreadsheets read Chinese.
fn csv_of(rows: Vec<Vec<String>>) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            let guard = if needs_guard(cell) { "'" } else { "" };
            if cell.contains(['"', ',', ';', '\t', '\n', '\r']) {
                out.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
            } else {
                out.push_str(guard);
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}
