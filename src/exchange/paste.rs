//! What people paste: rows of a spreadsheet with or without headings, or an indented list, read as
//! a table of people.

use std::collections::{BTreeMap, BTreeSet};

use super::people::COLUMNS;
use super::{ExchangeError, Table};
use crate::method::Scales;

/// The most lines a list may have.
const MAX_LINES: usize = 100_000;

/// How many rows may stand above the headings.
const ABOVE_HEADINGS: usize = 3;

/// Columns of judgements, each with the scale of its values, in the order of a card's symbols.
pub const PASTED_JUDGEMENTS: [(&str, &str); 5] = [
    ("role", "buying-role"),
    ("attitude", "attitude"),
    ("support", "support"),
    ("coverage", "coverage"),
    ("political", "political"),
];

/// What was pasted, as a table that [`super::import_people`] reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Headings and rows, with the lines of the text.
    pub table: Table,
    /// What each column means: the code of a column of people; none for one that becomes a fact.
    pub columns: Vec<Option<&'static str>>,
}

impl Pasted {
    /// What a row says under the column `code`; empty where it says nothing.
    pub fn cell<'r>(&self, row: &'r [String], code: &str) -> &'r str {
        let place = self.columns.iter().position(|column| *column == Some(code));
        place.and_then(|place| row.get(place)).map_or("", String::as_str)
    }
}

/// Reads people out of pasted text. Headings are known by the words of either language; without
/// headings the columns are guessed; a list's managers are read off its indentation.
///
/// # Errors
/// [`ExchangeError`] where there is nothing to read, or more than an account may hold.
pub fn pasted_people(text: &str, scales: &Scales) -> Result<Pasted, ExchangeError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let lines = lines(&text);
    if lines.is_empty() {
        return Err(ExchangeError::EmptyTable);
    }
    let table = if is_list(&lines, scales) { list(&lines)? } else { range(&text, &lines, scales)? };
    let columns = table.headings.iter().map(|heading| column(heading, scales)).collect();
    Ok(Pasted { table, columns })
}

/// The column of people that a heading means.
fn column(heading: &str, scales: &Scales) -> Option<&'static str> {
    let code = scales.code("column", heading)?;
    COLUMNS.into_iter().find(|known| *known == code)
}

/// Whether cells are headings: one means the name, or the title and something else.
fn are_headings<'c>(cells: impl Iterator<Item = &'c str>, scales: &Scales) -> bool {
    let codes: Vec<&str> = cells.filter_map(|cell| column(cell, scales)).collect();
    codes.contains(&"name") || (codes.contains(&"title") && codes.len() > 1)
}

/// A line that is not blank: how far in its text begins, and the text without its bullet.
struct Line<'t> {
    number: u64,
    indent: usize,
    is_bulleted: bool,
    text: &'t str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (number, line) in (1_u64..).zip(text.lines()) {
        let body = line.trim();
        if body.is_empty() {
            continue;
        }
        let blank = line.len() - line.trim_start().len();
        let indent = line[..blank].chars().map(blank_width).sum();
        lines.push(match without_bullet(body) {
            // A bullet sets its text in, whatever it looks like.
            Some(text) => Line { number, indent: indent + 2, is_bulleted: true, text },
            None => Line { number, indent, is_bulleted: false, text: body },
        });
    }
    lines
}

/// How far a blank sets a text in.
fn blank_width(letter: char) -> usize {
    match letter {
        '\t' => 4,
        '\u{3000}' => 2,
        _ => 1,
    }
}

/// The text behind `- `, `• `, `1. ` and their like.
fn without_bullet(body: &str) -> Option<&str> {
    let signs = ['-', '*', '+', '–', '—'];
    if let Some(rest) = body.strip_prefix(['•', '·', '●', '○', '▪', '■']) {
        return Some(rest.trim_start()).filter(|text| !text.is_empty());
    }
    if let Some(rest) = body.strip_prefix(signs) {
        // Without a blank it is a part of the word: -5, *x.
        return rest.starts_with(char::is_whitespace).then(|| rest.trim_start()).filter(|text| !text.is_empty());
    }
    let rest = body.trim_start_matches(|letter: char| letter.is_ascii_digit());
    if !(1..=3).contains(&(body.len() - rest.len())) {
        return None;
    }
    let text = rest.strip_prefix(['.', ')', '、', '）', '．'])?.trim_start();
    text.starts_with(|letter: char| !letter.is_ascii_digit()).then_some(text)
}

/// Whether the text is a list and no range of cells.
fn is_list(lines: &[Line<'_>], scales: &Scales) -> bool {
    // A tab between words parts cells; at the beginning of a line it sets the line in.
    if lines.iter().any(|line| line.text.contains('\t')) {
        return false;
    }
    let first = lines.first().map_or("", |line| line.text);
    if are_headings(first.split([',', ';']).map(|cell| cell.trim().trim_matches('"')), scales) {
        return false;
    }
    let outermost = lines.iter().map(|line| line.indent).min().unwrap_or(0);
    let is_set_in = lines.iter().any(|line| line.is_bulleted || line.indent > outermost);
    is_set_in || !lines.iter().any(|line| line.text.contains([',', ';']))
}

/// A list as a table; who stands further in reports to the line above.
fn list(lines: &[Line<'_>]) -> Result<Table, ExchangeError> {
    if lines.len() > MAX_LINES {
        return Err(ExchangeError::TooManyRows { rows: lines.len(), most: MAX_LINES });
    }
    let entries: Vec<[&str; 3]> = lines.iter().map(|line| entry(line.text)).collect();
    let mut namesakes: BTreeMap<String, usize> = BTreeMap::new();
    for [name, ..] in &entries {
        *namesakes.entry(folded(name)).or_default() += 1;
    }
    let mut ids: BTreeSet<String> = BTreeSet::new();
    // How far in a line stands, and what its reports call it.
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut rows = Vec::with_capacity(lines.len());
    for (line, [name, title, unit]) in lines.iter().zip(entries) {
        above.retain(|(indent, _)| *indent < line.indent);
        let manager = above.last().map_or_else(String::new, |(_, called)| called.clone());
        // Only namesakes need an id: an id of its own would make a known person a new one.
        let is_one_of_many = !name.is_empty() && namesakes.get(&folded(name)).is_some_and(|count| *count > 1);
        let id = if is_one_of_many { id_below(&manager, name, &mut ids) } else { String::new() };
        let called = [id.as_str(), name, title].into_iter().find(|text| !text.is_empty()).unwrap_or("");
        above.push((line.indent, called.to_owned()));
        rows.push((line.number, vec![id, name.to_owned(), title.to_owned(), unit.to_owned(), manager]));
    }
    Ok(without_empty_columns(["id", "name", "title", "unit", "manager"], rows))
}

/// An id that is the same whenever the same list is pasted.
fn id_below(manager: &str, name: &str, taken: &mut BTreeSet<String>) -> String {
    let start = if manager.is_empty() { name.to_owned() } else { format!("{manager}/{name}") };
    let mut id = start.clone();
    let mut count = 1;
    while !taken.insert(id.clone()) {
        count += 1;
        id = format!("{start} {count}");
    }
    id
}

fn without_empty_columns(headings: [&str; 5], mut rows: Vec<(u64, Vec<String>)>) -> Table {
    let mut headings: Vec<String> = headings.map(str::to_owned).to_vec();
    for place in (0..headings.len()).rev() {
        if rows.iter().all(|(_, cells)| cells[place].is_empty()) {
            headings.remove(place);
            for (_, cells) in &mut rows {
                cells.remove(place);
            }
        }
    }
    Table { headings, rows }
}

/// Name, title and unit of a line: `Ada, CIO, IT`, `Ada (CIO)`, `Ada: CIO`, `Ada - CIO`.
fn entry(text: &str) -> [&str; 3] {
    let commas = [',', '，'];
    if let Some((name, title)) = text.strip_suffix([')', '）']).and_then(|inner| inner.split_once(['(', '（']))
        && !name.contains(commas)
    {
        return [name.trim(), title.trim(), ""];
    }
    if text.contains(commas) {
        let mut parts = text.splitn(3, commas).map(str::trim);
        return [(); 3].map(|()| parts.next().unwrap_or(""));
    }
    let marks = [": ", "：", " | ", " - ", " – ", " — "];
    let parts = marks.iter().find_map(|mark| text.split_once(mark));
    parts.map_or([text, "", ""], |(name, title)| [name.trim(), title.trim(), ""])
}

/// A name without case and blanks.
fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).filter(|letter| !letter.is_whitespace()).collect()
}

/// A range of cells as a table, with the headings that stand there or with guessed ones.
fn range(text: &str, lines: &[Line<'_>], scales: &Scales) -> Result<Table, ExchangeError> {
    let first = lines.first().map_or("", |line| line.text);
    let is_tabbed = lines.iter().any(|line| line.text.contains('\t'));
    let has_semicolons = first.matches(';').count() > first.matches(',').count();
    let separator = match (is_tabbed, has_semicolons) {
        (true, _) => '\t',
        (false, true) => ';',
        (false, false) => ',',
    };
    // A line put in front settles the separator, and keeps the first row from being the headings.
    let mut table = Table::read(format!("x{separator}x\n{text}").as_bytes())?;
    for (line, _) in &mut table.rows {
        *line = line.saturating_sub(1);
    }
    let mut rows = table.rows;
    if rows.is_empty() {
        return Err(ExchangeError::EmptyTable);
    }
    let is_heading = |(_, cells): &(u64, Vec<String>)| are_headings(cells.iter().map(String::as_str), scales);
    let place = rows.iter().take(ABOVE_HEADINGS + 1).position(is_heading);
    let headings = match place {
        Some(place) => rows.drain(..=place).next_back().map_or_else(Vec::new, |(_, cells)| cells),
        None => guessed(&rows, scales),
    };
    Ok(Table { headings, rows })
}

/// Headings by what stands below them: judgements by their words and signs, managers by the names
/// they repeat, then name, title, unit from left to right.
fn guessed(rows: &[(u64, Vec<String>)], scales: &Scales) -> Vec<String> {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let column = |place: usize| -> Vec<&str> {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(place).map(String::as_str));
        cells.filter(|cell| !cell.is_empty()).collect()
    };
    let columns: Vec<Vec<&str>> = (0..width).map(column).collect();
    let mut codes: Vec<Option<&str>> = vec![None; width];
    if width > 1 && are_numbers(&columns[0]) {
        codes[0] = Some("id");
    }
    for place in 1..width {
        codes[place] = codes[place].or_else(|| judgement(&columns[place], &codes, scales));
    }
    let is_free = |codes: &[Option<&str>], place: usize| codes[place].is_none() && are_words(&columns[place]);
    if let Some(name) = (0..width).find(|place| is_free(&codes, *place)) {
        codes[name] = Some("name");
        let mut people: BTreeSet<String> = columns[name].iter().map(|name| folded(name)).collect();
        if codes[0] == Some("id") {
            people.extend(columns[0].iter().map(|id| folded(id)));
        }
        let repeats = |place: &usize| {
            let values = &columns[*place];
            codes[*place].is_none() && !values.is_empty() && values.iter().all(|value| people.contains(&folded(value)))
        };
        if let Some(manager) = (0..width).find(repeats) {
            codes[manager] = Some("manager");
        }
    }
    for code in ["title", "unit"] {
        if let Some(place) = (0..width).find(|place| is_free(&codes, *place)) {
            codes[place] = Some(code);
        }
    }
    let heading = |(place, code): (usize, Option<&str>)| code.map_or_else(|| format!("column {place}"), str::to_owned);
    (1..).zip(codes).map(heading).collect()
}

/// The first column of judgements, not yet there, whose scale knows every value.
fn judgement(values: &[&str], taken: &[Option<&str>], scales: &Scales) -> Option<&'static str> {
    let fits = |(code, scale): &(&'static str, &str)| {
        let is_known = |value: &&str| scales.code(scale, value).is_some();
        !taken.contains(&Some(*code))
            && values.iter().any(is_known)
            && values.iter().all(|value| is_known(value) || scales.code("unknown", value).is_some())
    };
    PASTED_JUDGEMENTS.into_iter().find(fits).map(|(code, _)| code)
}

/// Whether all values look like numbers of people: `17`, `A-017`.
fn are_numbers(values: &[&str]) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "-_.#".contains(letter);
    let is_number = |value: &&str| value.contains(|letter: char| letter.is_ascii_digit()) && value.chars().all(is_part);
    !values.is_empty() && values.iter().all(is_number)
}

/// Whether most values are words, and no addresses or numbers.
fn are_words(values: &[&str]) -> bool {
    let is_word = |value: &&&str| value.contains(char::is_alphabetic) && !value.contains('@');
    let count = values.iter().filter(is_word).count();
    count > 0 && count * 2 >= values.len()
}
