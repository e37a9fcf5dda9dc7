//! What bytes are, before anybody parses them.

use super::{FileError, ForeignKind, MAX_BYTES};

/// The bytes as text without a BOM.
///
/// # Errors
/// [`FileError`] for bytes that are no text of ours.
pub(super) fn checked(bytes: &[u8]) -> Result<&str, FileError> {
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
    let text = std::str::from_utf8(bytes).map_err(|error| FileError::NotUtf8 {
        line: 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count(),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
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
pub(super) const HEAD_COMMENT: &str =
    "// Account Atlas 客户图谱: one account. Plain text; the last line seals it.\n";

/// Whether somebody wrote comments of their own, which a save would drop.
pub(super) fn has_own_comments(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with("//")
            && !line.starts_with("// end crc32=")
            && line.trim_end() != HEAD_COMMENT.trim_end()
    })
}
