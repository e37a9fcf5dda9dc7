//! `check`: schema, seal, repairs and counts of accounts.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::say::{Say, outcome_of};
use crate::disk::{RealFs, load};
use crate::file::{self, FileError, Loaded, SealState};
use crate::words::Message;

pub(super) fn check(say: &Say, files: &[PathBuf]) -> Outcome {
    files.iter().map(|path| check_one(say, path)).max().unwrap_or(Outcome::Done)
}

fn check_one(say: &Say, path: &Path) -> Outcome {
    let bytes = match load(&RealFs, path) {
        Ok(bytes) => bytes,
        Err(error) => return say.disk(&error),
    };
    match file::read(&bytes) {
        Ok(loaded) => {
            tell(say, path, &loaded);
            outcome_of(&loaded)
        }
        Err(error) => {
            say.remark(&format!("{}: {}", path.display(), say.words.file_error(&error)));
            if let FileError::Damaged { salvaged, .. } = &error {
                tell(say, path, salvaged);
                return Outcome::Repaired;
            }
            Outcome::NotDone
        }
    }
}

fn tell(say: &Say, path: &Path, loaded: &Loaded) {
    let words = &say.words;
    let account = &loaded.account;
    let schema = loaded.head.schema.to_string();
    let head = words.text(&Message::CliChecked { path: path.display().to_string(), schema });
    let seal = words.say(match loaded.seal {
        SealState::Intact => Message::CliSealIntact,
        SealState::Missing => Message::CliSealMissing,
        SealState::Broken => Message::CliSealBroken,
    });
    let counts = words.text(&Message::CliCounts {
        people: account.persons.len().to_string(),
        seats: account.seats.len().to_string(),
        links: account.links.len().to_string(),
        opportunities: account.opportunities.len().to_string(),
    });
    let repairs = match loaded.repairs.len() {
        0 => words.say(Message::CliNoRepairs).into_owned(),
        count => words.text(&Message::CliRepairs { count: count.to_string() }),
    };
    say.answer(&format!("{head} · {seal} · {counts} · {repairs}"));
    for repair in &loaded.repairs {
        say.answer(&format!("  {}", words.repair(repair)));
    }
}
