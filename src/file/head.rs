//! The head of a file: schema, oldest reader, document id, read before all else.

use super::{FileError, ForeignKind};
use crate::model::AccountId;

/// How many bytes the head may take.
pub(super) const HEAD_BYTES: usize = 4096;

/// What a file says of itself before its account begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The schema it was written in.
    pub schema: u32,
    /// The oldest schema whose programs may write it.
    pub min_reader: u32,
    /// The document id.
    pub id: Option<AccountId>,
}

/// Reads the head from the start of `text`, as far as `HEAD_BYTES`.
///
/// # Errors
/// [`FileError::Foreign`] where the text does not begin as an account does.
pub(super) fn read(text: &str) -> Result<Head, FileError> {
    let foreign = FileError::Foreign(ForeignKind::OtherText);
    let mut end = text.len().min(HEAD_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut rest = skip_blank(&text[..end]);
    rest = rest.strip_prefix('(').ok_or(foreign.clone())?;
    let mut head = Head { schema: 0, min_reader: 1, id: None };
    while let Some((name, value, after)) = field(rest) {
        match name {
            "schema" => head.schema = value.parse().unwrap_or(0),
            "min_reader" => head.min_reader = value.parse().unwrap_or(u32::MAX),
            "id" => head.id = AccountId::parse(value.trim_matches('"')),
            _ => break,
        }
        rest = after;
    }
    if head.schema == 0 { Err(foreign) } else { Ok(head) }
}

/// The next `name: value,` of plain values, and what follows it.
fn field(text: &str) -> Option<(&str, &str, &str)> {
    let text = skip_blank(text);
    let (name, rest) = text.split_once(':')?;
    let rest = rest.trim_start();
    let stop = rest.find([',', ')', '(', '[', '\n'])?;
    let after = rest[stop..].strip_prefix(',').unwrap_or(&rest[stop..]);
    Some((name.trim(), rest[..stop].trim(), after))
}

fn skip_blank(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        match text.strip_prefix("//") {
            Some(comment) => text = comment.split_once('\n').map_or("", |(_, rest)| rest),
            None => return text,
        }
    }
}
