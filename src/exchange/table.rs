//! A table of text: whatever a spreadsheet calls CSV.

use super::ExchangeError;
use crate::method::Scales;

/// The most rows a table may have.
const MAX_ROWS: usize = 100_000;

/// Headings and rows of cells, trimmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub headings: Vec<String>,
    /// The rows, each with the line it began on.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    /// Reads a table: commas, semicolons or tabs; UTF-8, UTF-16 with a mark, or GB18030.
    ///
    /// # Errors
    /// [`ExchangeError`] with the line where there is one.
    pub fn read(bytes: &[u8]) -> Result<Self, ExchangeError> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") || bytes.starts_with(b"%PDF") {
            return Err(ExchangeError::NotText);
        }
        let mut text = decoded(bytes)?.replace("\r\n", "\n");
        if !text.contains('\n') {
            text = text.replace('\r', "\n");
        }
        if text.trim().is_empty() {
            return Err(ExchangeError::EmptyTable);
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(delimiter(&text))
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut lines = Lines { text: &text, at: 0, line: 1 };
        for row in reader.records() {
            let row = row.map_err(|error| ExchangeError::Line {
                line: error.position().map_or(0, csv::Position::line),
                cause: error.to_string(),
            })?;
            let line = lines.line_at(row.position().map_or(0, csv::Position::byte));
            let cells: Vec<String> = row.iter().map(|cell| unguarded(cell).to_owned()).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push((line, cells));
            }
            if rows.len() > MAX_ROWS {
                return Err(ExchangeError::TooManyRows { rows: rows.len(), most: MAX_ROWS });
            }
        }
        if rows.is_empty() {
            return Err(ExchangeError::EmptyTable);
        }
        let (_, headings) = rows.remove(0);
        Ok(Self { headings, rows })
    }

    /// Where each of `wanted` stands, by the words of either language.
    ///
    /// # Errors
    /// [`ExchangeError::DoubledColumn`] where two headings mean the same.
    pub(super) fn columns<const N: usize>(
        &self,
        wanted: [&'static str; N],
        scales: &Scales,
    ) -> Result<[Option<usize>; N], ExchangeError> {
        let mut found = [None; N];
        for (index, heading) in self.headings.iter().enumerate() {
            let Some(code) = scales.code("column", heading) else {
                continue;
            };
            if let Some(slot) = wanted.iter().position(|column| *column == code) {
                if found[slot].is_some() {
                    return Err(ExchangeError::DoubledColumn { column: code.to_owned() });
                }
                found[slot] = Some(index);
            }
        }
        Ok(found)
    }

    /// The error that says which columns are missing.
    pub(super) fn missing(&self, missing: &[&str]) -> ExchangeError {
        ExchangeError::MissingColumns { missing: missing.join(", "), found: self.headings.join(", ") }
    }
}

/// Counts lines as editors do; the reader's own count stands at the end of the row before.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first letter at or behind a byte; bytes only rise.
    fn line_at(&mut self, byte: u64) -> u64 {
        let start = usize::try_from(byte).unwrap_or(self.at).clamp(self.at, self.text.len());
        let blank = self.text.as_bytes()[start..].iter().take_while(|byte| **byte == b'\n').count();
        let passed = self.text.as_bytes()[self.at..start + blank].iter().filter(|byte| **byte == b'\n').count();
        self.at = start + blank;
        self.line += u64::try_from(passed).unwrap_or(0);
        self.line
    }
}

/// The text of a table's bytes, whatever their encoding; `None` where they are no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    decoded(bytes).ok()
}

fn decoded(bytes: &[u8]) -> Result<String, ExchangeError> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok(text.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if bytes.contains(&0) => Err(ExchangeError::NotText),
        // Spreadsheets on Chinese systems still write the national encoding.
        Err(_) => Ok(encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// The separator that splits the first line into most cells.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in first.bytes() {
        if byte == b'"' {
            quoted = !quoted;
        }
        for (delimiter, count) in &mut counts {
            if *delimiter == byte && !quoted {
                *count += 1;
            }
        }
    }
    let best = counts.iter().max_by_key(|(delimiter, count)| (*count, *delimiter == b','));
    best.map_or(b',', |(delimiter, _)| *delimiter)
}

/// The text of a cell that an export guarded against being taken for a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if super::export::needs_guard(rest) => rest,
        Some(_) | None => cell,
    }
}
