//! The seal: a last line that tells whether the text before it is as it was written.

use std::borrow::Cow;

/// How the seal line fits the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealState {
    /// The text is as it was written.
    Intact,
    /// There is no seal line.
    Missing,
    /// The text was changed after it was written.
    Broken,
}

const MARK: &str = "// end crc32=";

/// `text` with its seal line. Line ends become LF.
pub fn seal(text: &str) -> String {
    let mut sealed = normalized(text).into_owned();
    if !sealed.ends_with('\n') {
        sealed.push('\n');
    }
    let line = seal_line(&sealed);
    sealed.push_str(&line);
    sealed
}

/// Whether the seal of `bytes` fits. Line ends are taken as LF, a BOM as absent.
pub fn seal_state(bytes: &[u8]) -> SealState {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return SealState::Broken;
    };
    let text = normalized(text.strip_prefix('\u{feff}').unwrap_or(text));
    let Some(start) = text.rfind(MARK) else {
        return SealState::Missing;
    };
    let (body, line) = text.split_at(start);
    if line == seal_line(body) || format!("{line}\n") == seal_line(body) {
        SealState::Intact
    } else {
        SealState::Broken
    }
}

fn seal_line(body: &str) -> String {
    let crc = crc32fast::hash(body.as_bytes());
    format!("{MARK}{crc:08x} len={}\n", body.len())
}

/// The text with line ends as LF.
pub(super) fn normalized(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}
