//! The same work without a window: new, print, check, findings, import, export.
//!
//! Answers go to the output, everything else to the error output; the exit code is 0 done, 1
//! done with repairs or findings of damage, 2 not done.

mod check;
mod export;
mod findings;
mod import;
mod new;
mod open;
mod print;
mod say;
mod selftest;
mod worker;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::words::Language;
use say::Say;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Done.
    Done,
    /// Done, with repairs or findings of damage.
    Repaired,
    /// Not done.
    NotDone,
}

impl Outcome {
    /// The exit code.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Repaired => 1,
            Self::NotDone => 2,
        }
    }
}

/// Who decides at a client, who carries us there, and what happens next.
#[derive(Debug, Parser)]
#[command(name = "account-atlas", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// An account, or a folder with accounts, to open in the window.
    path: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes an empty account.
    New {
        /// The client's name.
        name: String,
        /// The file to be made.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Prints the plan, or a brief on a person.
    Print(print::Print),
    /// Says whether accounts are sound.
    Check {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Says what the map says of accounts.
    Findings(findings::Findings),
    /// Brings people and links in from tables; makes the account where there is none.
    Import(import::ImportTables),
    /// Writes an account as JSON or as two tables.
    Export(export::Export),
    /// Copies the page's templates into a folder, to be changed and printed with.
    Templates {
        /// The folder.
        folder: PathBuf,
    },
    /// Sets a page in a process of its own.
    #[command(hide = true, name = crate::app::PAGE_WORKER)]
    PageWorker,
    /// Saves in a loop, for the tests that end it.
    #[command(hide = true)]
    SelftestSave {
        /// The file to be saved.
        file: PathBuf,
        /// How many people the account has.
        people: usize,
    },
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Zh,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Chinese,
            Lang::En => Self::English,
        }
    }
}

/// Runs what the arguments ask for.
pub fn run() -> Outcome {
    let arguments = Arguments::parse();
    let Some(say) = Say::new() else {
        return Outcome::NotDone;
    };
    match arguments.command {
        None => crate::cli::open::window(&say, arguments.path),
        Some(Command::New { name, output }) => new::new(&say, &name, &output),
        Some(Command::Print(print)) => print.run(&say),
        Some(Command::Check { files }) => check::check(&say, &files),
        Some(Command::Findings(findings)) => findings.run(&say),
        Some(Command::Import(import)) => import.run(&say),
        Some(Command::Export(export)) => export.run(&say),
        Some(Command::Templates { folder }) => new::templates(&say, &folder),
        Some(Command::PageWorker) => worker::page(),
        Some(Command::SelftestSave { file, people }) => selftest::save_in_a_loop(&file, people),
    }
}
