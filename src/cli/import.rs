//! `import`: people and links from tables into an account.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::say::{Say, outcome_of};
use crate::app;
use crate::disk::{Keep, RealFs, Vfs, load};
use crate::edit::{Edit, ProfileChange, apply};
use crate::exchange::{ExchangeError, Import, Table, import_links, import_people};
use crate::file;
use crate::model::{Account, Ids};
use crate::words::Message;

/// Brings people and links in from tables.
#[derive(Debug, Args)]
pub(super) struct ImportTables {
    /// The account; made where it does not exist.
    file: PathBuf,
    /// Table of people: id, name, title, unit, manager, role, attitude, support, coverage, political.
    #[arg(long)]
    people: Option<PathBuf>,
    /// Table of links: from, to, kind, strength.
    #[arg(long)]
    links: Option<PathBuf>,
    /// The client's name.
    #[arg(long)]
    name: Option<String>,
}

impl ImportTables {
    pub(super) fn run(&self, say: &Say) -> Outcome {
        let mut ids = app::ids();
        let (mut account, mut outcome) = match self.start(say, &mut ids) {
            Ok(start) => start,
            Err(outcome) => return outcome,
        };
        if let Some(name) = &self.name {
            match apply(&account, &Edit::Profile(ProfileChange::Name(name.clone()))) {
                Ok(named) => account = named,
                Err(error) => say.remark(&say.words.edit_error(&error, &account)),
            }
        }
        for (path, is_people) in [(&self.people, true), (&self.links, false)] {
            let Some(path) = path else { continue };
            match self.take_in(say, path, is_people, account, &mut ids) {
                Ok((taken, had_notices)) => {
                    account = taken;
                    outcome = outcome.max(if had_notices { Outcome::Repaired } else { Outcome::Done });
                }
                Err(outcome) => return outcome,
            }
        }
        match say.write(&self.file, &file::write(&account), Keep::Previous) {
            Outcome::Done => outcome,
            failed @ (Outcome::Repaired | Outcome::NotDone) => failed,
        }
    }

    /// The account to start from: the file's, or a new one.
    fn start(&self, say: &Say, ids: &mut Ids) -> Result<(Account, Outcome), Outcome> {
        if RealFs.info(&self.file).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
            let stem = self.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            return Ok((Account::new(ids.fresh(), stem.unwrap_or_default()), Outcome::Done));
        }
        let loaded = say.account(&self.file)?;
        if loaded.is_read_only {
            let path = self.file.display().to_string();
            say.remark_message(&if loaded.head.schema > file::SCHEMA {
                Message::CliReadOnly { path }
            } else {
                Message::CliDamagedRefused { path }
            });
            return Err(Outcome::NotDone);
        }
        let outcome = outcome_of(&loaded);
        Ok((loaded.account, outcome))
    }

    fn take_in(
        &self,
        say: &Say,
        path: &Path,
        is_people: bool,
        account: Account,
        ids: &mut Ids,
    ) -> Result<(Account, bool), Outcome> {
        let bytes = load(&RealFs, path).map_err(|error| say.disk(&error))?;
        let import = |account: &Account, ids: &mut Ids| -> Result<(Import, Account), ExchangeError> {
            let table = Table::read(&bytes)?;
            let import = if is_people {
                import_people(account, &table, &say.scales, ids)?
            } else {
                import_links(account, &table, &say.scales, ids)?
            };
            let after = apply(account, &import.edit)?;
            Ok((import, after))
        };
        match import(&account, ids) {
            Ok((import, after)) => {
                let (added, updated) = (import.added.to_string(), import.updated.to_string());
                say.answer(&say.words.text(&if is_people {
                    Message::CliImported { added, updated }
                } else {
                    Message::CliImportedLinks { added, updated }
                }));
                for notice in &import.notices {
                    say.remark(&format!("{}: {}", path.display(), say.words.notice(notice)));
                }
                Ok((after, !import.notices.is_empty()))
            }
            Err(error) => {
                say.remark(&format!("{}: {}", path.display(), say.words.exchange_error(&error, &account)));
                Err(Outcome::NotDone)
            }
        }
    }
}
