//! `findings`: what the map says of accounts, with the reasons where they are asked for.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::say::{Say, outcome_of};
use super::{Lang, Outcome};
use crate::insight::Insights;
use crate::method::Method;
use crate::words::Words;

/// What `findings` is asked for.
#[derive(Debug, Args)]
pub(super) struct Findings {
    /// The accounts.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The language; the system's where not said.
    #[arg(long)]
    lang: Option<Lang>,
    /// The day that counts as today, as 2026-12-05; today where not said.
    #[arg(long)]
    date: Option<NaiveDate>,
    /// Shows how each finding came about.
    #[arg(long)]
    why: bool,
}

impl Findings {
    /// Says what each map says, the gravest first; what was put away or is in hand is left out.
    pub(super) fn run(&self, say: &Say) -> Outcome {
        let Ok(method) = Method::shipped() else { return Outcome::NotDone };
        let words = self.lang.and_then(|lang| Words::shipped(lang.into()).ok());
        let words = words.as_ref().unwrap_or(&say.words);
        let today = self.date.unwrap_or_else(crate::app::today);
        let mut outcome = Outcome::Done;
        for path in &self.files {
            let loaded = match say.account(path) {
                Ok(loaded) => loaded,
                Err(failed) => {
                    outcome = outcome.max(failed);
                    continue;
                }
            };
            outcome = outcome.max(outcome_of(&loaded));
            let account = &loaded.account;
            let insights = Insights::of(account, None, &method, today);
            say.answer(&format!("{} · {}", account.profile.name, words.value(insights.verdict.direction)));
            for finding in insights.open() {
                say.answer(&format!("{}: {}", words.severity(finding.severity), words.finding(finding, account)));
                for term in finding.arithmetic.iter().filter(|_| self.why) {
                    say.answer(&format!("    {}", words.term(term, account)));
                }
            }
        }
        outcome
    }
}
