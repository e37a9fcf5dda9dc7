//! Records through serde and ron: bounded lists, unknown fields kept word for word.

use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeInclusive;

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::SCHEMA;
use super::record::{Stored, write_record};
use super::text::HEAD_COMMENT;
use crate::model::Account;

/// Where and why a text could not be read.
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) cause: String,
}

/// Reads one record from RON.
pub(super) fn from_ron<T: Stored>(text: &str) -> Result<T, Place> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    match options.from_str::<Read<T>>(text) {
        Ok(Read(record)) => Ok(record),
        Err(error) => {
            Err(Place { line: error.span.start.line, column: error.span.start.col, cause: error.code.to_string() })
        }
    }
}

/// Reads a list of records from RON.
pub(super) fn list_from_ron<T: Stored>(text: &str) -> Result<Bounded<Read<T>, 10_000>, ron::error::SpannedError> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// Writes an account as RON with its head comment, without the seal.
pub(super) fn to_ron(account: &Account) -> String {
    let mut text = String::from(HEAD_COMMENT);
    let head = text.len();
    write_record(account, &mut text, 0);
    text.push('\n');
    // The schema stands first, so that a reader knows it before all else. A file from a newer
    // program keeps its own, for its parts are still in it.
    let own = SCHEMA.to_string();
    let schema = account.kept.get("schema").unwrap_or(&own);
    let min_reader = account.kept.get("min_reader").unwrap_or("1");
    let lines = format!("(\n    schema: {schema},\n    min_reader: {min_reader},\n");
    text.replace_range(head..head + 2, &lines);
    text
}

/// A record being read.
pub(super) struct Read<T>(pub(super) T);

impl<'de, T: Stored> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(T::NAME, T::FIELDS, RecordVisitor(PhantomData))
    }
}

struct RecordVisitor<T>(PhantomData<T>);

impl<'de, T: Stored> Visitor<'de> for RecordVisitor<T> {
    type Value = Read<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} in parentheses", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut record = T::blank();
        let mut seen = 0_u64;
        while let Some(Name(name)) = map.next_key::<Name<'de>>()? {
            let unread = match T::FIELDS.iter().position(|field| *field == name) {
                Some(index) => {
                    if seen & (1 << index) != 0 {
                        return Err(A::Error::custom(format!("`{name}` stands here twice")));
                    }
                    seen |= 1 << index;
                    record.read_field(name, &mut map)?.err()
                }
                None => Some(raw(&mut map)?),
            };
            if let (Some(text), Some(kept)) = (unread, record.kept_mut()) {
                kept.push(name, &text);
            }
        }
        Ok(Read(record))
    }
}

/// The next value as it stands in the text.
pub(super) fn raw<'de, A: MapAccess<'de>>(map: &mut A) -> Result<String, A::Error> {
    let value = map.next_value::<&'de RawValue>()?;
    Ok(value.get_ron().trim().to_owned())
}

struct Name<'de>(&'de str);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(Name(name))
            }
        }
        deserializer.deserialize_identifier(NameVisitor)
    }
}

/// A list of at most `MAX` items: a small file must not become a large heap.
pub(super) struct Bounded<T, const MAX: usize>(pub(super) Vec<T>);

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for Bounded<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor<T, const MAX: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for ListVisitor<T, MAX> {
            type Value = Bounded<T, MAX>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of at most {MAX}")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = seq.next_element()? {
                    if list.len() == MAX {
                        return Err(A::Error::custom(format!("a list holds more than {MAX}")));
                    }
                    list.push(item);
                }
                Ok(Bounded(list))
            }
        }
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

/// Appends a text as a RON string on one line.
pub(super) fn push_string(out: &mut String, text: &str) {
    const PLAIN: RangeInclusive<char> = ' '..='\u{7e}';
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if PLAIN.contains(&letter) => out.push(letter),
            // Marks that hide or turn text are shown as what they are.
            letter if letter.is_control() || is_turning(letter) => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(letter)));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

fn is_turning(letter: char) -> bool {
    matches!(letter,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
