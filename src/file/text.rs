//! What bytes are, before anybody parses them.

use std::borrow::Cow;

use super::seal::normalized;
use super::{FileError, ForeignKind, MAX_BYTES};

/// The bytes as text without a BOM, line ends as LF. A text cut inside a letter ends before it.
///
/// # Errors
/// [`FileError`] for bytes that are no text of ours.
pub(super) fn checked(bytes: &[u8]) -> Result<Cow<'_, str>, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: bytes.len() });
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(match bytes.len() {
            0 => FileError::Empty,
            bytes => FileError::Zeroed { bytes },
        });
    }
    if let Some(kind) = magic(bytes) {
        return Err(FileError::Foreign(kind));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // A write that was cut off: what stands before the cut can still be saved.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            return Err(FileError::NotUtf8 { line });
        }
    };
    let text = normalized(text.strip_prefix('\u{feff}').unwrap_or(text));
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    match text.lines().position(|line| line.starts_with("<<<<<<< ")) {
        Some(index) => Err(FileError::ConflictMarks { line: index + 1 }),
        None => Ok(text),
    }
}

fn magic(bytes: &[u8]) -> Option<ForeignKind> {
    let known: [(&[u8], ForeignKind); 7] = [
        (b"PK\x03\x04", ForeignKind::Zip),
        (b"\xd0\xcf\x11\xe0", ForeignKind::Zip),
        (b"%PDF", ForeignKind::Pdf),
        (b"\x89PNG", ForeignKind::Picture),
        (b"\xff\xd8\xff", ForeignKind::Picture),
        (b"<", ForeignKind::Markup),
        (b"{", ForeignKind::Json),
    ];
    // Conflict marks begin with the same letter as markup.
    if bytes.starts_with(b"<<<<<<< ") {
        return None;
    }
    known.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// The comment this program writes on top of every file.
pub(super) const HEAD_COMMENT: &str = "// Account Atlas 客户图谱: one account. Plain text; the last line seals it.\n";

/// Whether somebody wrote comments of their own, which a save would drop.
pub(super) fn has_own_comments(text: &str) -> bool {
    let mut in_string = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if in_string => drop(letters.next()),
            '"' => in_string = !in_string,
            '/' if !in_string => {
                let rest = &text[at..];
                let is_ours = rest.starts_with("// end crc32=") || rest.starts_with(HEAD_COMMENT.trim_end());
                if rest.starts_with("/*") || (rest.starts_with("//") && !is_ours) {
                    return true;
                }
                while letters.next_if(|(_, letter)| *letter != '\n').is_some() {}
            }
            _ => {}
        }
    }
    false
}
