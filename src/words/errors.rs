//! Errors and repairs as sentences: what happened, what was done about it, what can be done.

use std::io::ErrorKind;

use super::{Message, Words};
use crate::disk::DiskError;
use crate::edit::EditError;
use crate::exchange::ExchangeError;
use crate::file::{FileError, ForeignKind, MAX_BYTES, Repair, Subject};
use crate::model::{Account, Link, Seat};

/// Bytes as a person reads them.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} KiB", bytes / 1_024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

impl Words {
    /// Why bytes are no account.
    pub fn file_error(&self, error: &FileError) -> String {
        let large = |bytes: usize| size(u64::try_from(bytes).unwrap_or(u64::MAX));
        self.text(&match error {
            FileError::Empty => Message::FileEmpty,
            FileError::Zeroed { bytes } => Message::FileZeroed { bytes: bytes.to_string() },
            FileError::TooLarge { bytes } => Message::FileTooLarge { size: large(*bytes), most: large(MAX_BYTES) },
            FileError::NotUtf8 { line } => Message::FileNotUtf8 { line: line.to_string() },
            FileError::ConflictMarks { line } => Message::FileConflictMarks { line: line.to_string() },
            FileError::Foreign(ForeignKind::Zip) => Message::FileForeignZip,
            FileError::Foreign(ForeignKind::Pdf) => Message::FileForeignPdf,
            FileError::Foreign(ForeignKind::Json) => Message::FileForeignJson,
            FileError::Foreign(ForeignKind::Picture) => Message::FileForeignPicture,
            FileError::Foreign(ForeignKind::Markup) => Message::FileForeignMarkup,
            FileError::Foreign(ForeignKind::OtherText) => Message::FileForeignText,
            FileError::Damaged { line, column, cause, .. } => {
                Message::FileDamaged { line: line.to_string(), column: column.to_string(), cause: cause.clone() }
            }
        })
    }

    /// Why a file could not be read or written.
    pub fn disk_error(&self, error: &DiskError) -> String {
        let path = |path: &std::path::Path| path.display().to_string();
        self.text(&match error {
            DiskError::Missing { path: at } => Message::DiskMissing { path: path(at) },
            DiskError::TooLarge { len, path: at } => Message::DiskTooLarge { path: path(at), size: size(*len) },
            DiskError::NotAFile { path: at } => Message::DiskNotAFile { path: path(at) },
            DiskError::ReadOnly { path: at } => Message::DiskReadOnly { path: path(at) },
            DiskError::InUse { path: at } => Message::DiskInUse { path: path(at) },
            DiskError::UnfitName { name } => Message::DiskUnfitName { name: name.clone() },
            DiskError::Failed { step, source, path: at } => {
                let kind = source.kind();
                if matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
                    Message::DiskNoSpace { path: path(at) }
                } else if kind == ErrorKind::PermissionDenied {
                    Message::DiskDenied { path: path(at) }
                } else {
                    let step = self.label("disk-step", &format!("{step:?}")).to_owned();
                    Message::DiskFailed { step, cause: source.to_string(), path: path(at) }
                }
            }
        })
    }

    /// Why an edit was refused; `account` is the one it was refused by.
    pub fn edit_error(&self, error: &EditError, account: &Account) -> String {
        let seat = |id| self.seat_name(account, id);
        self.text(&match error {
            EditError::Missing { .. } => Message::EditMissing,
            EditError::Doubled { .. } => Message::EditDoubled,
            EditError::ReportingLoop { seat: moved, boss } => {
                Message::EditLoop { seat: seat(*moved), boss: seat(*boss) }
            }
            EditError::SelfLink { person } => Message::EditSelfLink { person: account.person_name(*person).to_owned() },
            EditError::DoubledLink { link } => {
                let link = account.get::<Link>(*link);
                let name = |id| account.person_name(id).to_owned();
                Message::EditDoubledLink {
                    from: link.map_or_else(String::new, |link| name(link.from)),
                    to: link.map_or_else(String::new, |link| name(link.to)),
                }
            }
            EditError::Percent { value } => Message::EditPercent { value: value.to_string() },
            EditError::PhotoTooLarge { bytes } => Message::EditPhoto { bytes: bytes.to_string() },
        })
    }

    /// Why a table could not be taken in.
    pub fn exchange_error(&self, error: &ExchangeError, account: &Account) -> String {
        self.text(&match error {
            ExchangeError::EmptyTable => Message::TableEmpty,
            ExchangeError::MissingColumns { missing, found } => {
                Message::TableColumns { missing: missing.clone(), found: found.clone() }
            }
            ExchangeError::DoubledColumn { column } => Message::TableDoubledColumn { column: column.clone() },
            ExchangeError::NotText => Message::TableNotText,
            ExchangeError::Line { line, cause } => Message::TableLine { line: line.to_string(), cause: cause.clone() },
            ExchangeError::TooManyRows { rows, most } => {
                Message::TableTooManyRows { rows: rows.to_string(), most: most.to_string() }
            }
            ExchangeError::Edit(error) => return self.edit_error(error, account),
        })
    }

    /// What was found in a file, and what was done about it.
    pub fn repair(&self, repair: &Repair) -> String {
        self.text(&match repair {
            Repair::NewerFile { schema } => Message::RepairNewerFile { schema: schema.to_string() },
            Repair::SealMissing => Message::RepairSealMissing,
            Repair::SealBroken => Message::RepairSealBroken,
            Repair::CommentsDropped => Message::RepairComments,
            Repair::Kept { subject, field, text } => {
                let text: String = text.chars().take(60).collect();
                Message::RepairKept { subject: self.subject(subject), field: field.clone(), text }
            }
            Repair::NewId { subject } => Message::RepairNewId { subject: self.subject(subject) },
            Repair::MentionSetAside { subject, field } => {
                Message::RepairMention { subject: self.subject(subject), field: self.label("field", field).to_owned() }
            }
            Repair::RecordSetAside { subject } => Message::RepairSetAside { subject: self.subject(subject) },
            Repair::LoopCut { seat, boss } => {
                Message::RepairLoop { seat: self.subject(seat), boss: self.subject(boss) }
            }
            Repair::Salvaged { records, pieces } => {
                Message::RepairSalvaged { records: records.to_string(), pieces: pieces.to_string() }
            }
        })
    }

    fn subject(&self, subject: &Subject) -> String {
        let kind = self.label("record", subject.kind).to_owned();
        if subject.name.is_empty() {
            return kind;
        }
        self.text(&Message::Subject { kind, name: subject.name.chars().take(60).collect() })
    }

    /// A seat as a sentence names it: by its title, else by who sits there.
    pub fn seat_name(&self, account: &Account, id: crate::model::SeatId) -> String {
        let title = account.get::<Seat>(id).map_or("", |seat| seat.title.as_str());
        match account.holder(id) {
            Some(person) if title.is_empty() => person.name.clone(),
            Some(_) | None if title.is_empty() => self.say(Message::Vacant).into_owned(),
            Some(_) | None => title.to_owned(),
        }
    }
}
