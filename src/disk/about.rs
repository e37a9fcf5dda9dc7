//! The few lines beside a recovery snapshot that say what it is of.

use std::path::PathBuf;

/// Where a snapshot comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The account file that was open; `None` for work never saved.
    pub source: Option<PathBuf>,
    /// Checksum (CRC-32) of the account file's bytes when it was last read or saved; `None` for
    /// work never saved. When the file's checksum is another by now, restoring means merging.
    pub base_crc: Option<u32>,
    /// The version of the product that wrote it.
    pub app_version: String,
    /// When it was written, in the caller's words.
    pub time: String,
}

impl About {
    /// The lines, with the checksum of the snapshot that they speak of.
    pub(super) fn to_text(&self, payload: &[u8]) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: &str| {
            text.push_str(key);
            text.push_str(": ");
            text.push_str(&escape(value));
            text.push('\n');
        };
        if let Some(source) = &self.source {
            line("source", &source.to_string_lossy());
        }
        if let Some(crc) = self.base_crc {
            line("base", &format!("{crc:08x}"));
        }
        line("version", &self.app_version);
        line("time", &self.time);
        line("snapshot", &format!("{:08x}", crc32fast::hash(payload)));
        text
    }

    /// The lines read back; `None` when they speak of another snapshot than `payload`.
    ///
    /// Snapshot and lines are two files, so a crash can fall between them. A base that belongs to a
    /// later snapshot would turn a merge into an overwrite.
    pub(super) fn from_text(text: &str, payload: &[u8]) -> Option<Self> {
        let mut about = Self::default();
        let mut crc = None;
        for line in text.lines() {
            let (key, value) = line.split_once(": ")?;
            match key {
                "source" => about.source = Some(PathBuf::from(unescape(value))),
                "base" => about.base_crc = Some(u32::from_str_radix(value, 16).ok()?),
                "version" => about.app_version = unescape(value),
                "time" => about.time = unescape(value),
                "snapshot" => crc = u32::from_str_radix(value, 16).ok(),
                // A later version may say more.
                _ => {}
            }
        }
        (crc == Some(crc32fast::hash(payload))).then_some(about)
    }
}

fn escape(value: &str) -> String {
    value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        text.push(match char {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    text
}
