//! `export`: an account as JSON or as two tables.

use std::path::PathBuf;

use clap::Args;

use super::say::{Say, outcome_of};
use super::{Lang, Outcome};
use crate::disk::Keep;
use crate::exchange::{account_json, links_csv, people_csv};
use crate::method::Language;
use crate::words::Message;

/// Writes an account as JSON or as two tables.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The account.
    file: PathBuf,
    /// A JSON file to write.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// A table of people to write.
    #[arg(long)]
    people: Option<PathBuf>,
    /// A table of links to write.
    #[arg(long)]
    links: Option<PathBuf>,
    /// The language of the words in the tables.
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

impl Export {
    pub(super) fn run(&self, say: &Say) -> Outcome {
        if let Some(output) = &self.output
            && !output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        {
            let path = output.display().to_string();
            say.remark_message(&Message::CliFormat { path });
            return Outcome::NotDone;
        }
        if self.output.is_none() && self.people.is_none() && self.links.is_none() {
            say.remark_message(&Message::CliNothingToExport);
            return Outcome::NotDone;
        }
        let loaded = match say.account(&self.file) {
            Ok(loaded) => loaded,
            Err(outcome) => return outcome,
        };
        let account = &loaded.account;
        let language = self.lang.map_or(Language::English, Language::from);
        let mut outcome = outcome_of(&loaded);
        if let Some(path) = &self.output {
            outcome = outcome.max(say.write(path, &account_json(account), Keep::Nothing));
        }
        if let Some(path) = &self.people {
            outcome = outcome.max(say.write(path, &people_csv(account, &say.scales, language), Keep::Nothing));
        }
        if let Some(path) = &self.links {
            outcome = outcome.max(say.write(path, &links_csv(account, &say.scales, language), Keep::Nothing));
        }
        outcome
    }
}
