//! `print`: the one-page plan, the long one or a visit brief as PDF, PNG or SVG.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::say::{Say, outcome_of};
use super::{Lang, Outcome};
use crate::app::{self, load_template, print_page};
use crate::disk::Keep;
use crate::method::Language;
use crate::model::{Account, Person, PersonId};
use crate::page::{Edition, LeftOut, PageForm, PageFormat, PageRequest, Paper, Template};
use crate::theme::Measure;
use crate::words::Message;

#[derive(Clone, Copy, Debug, ValueEnum)]
enum EditionName {
    Full,
    Customer,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PaperName {
    A4,
    A4Portrait,
    Letter,
    A3,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormName {
    Plan,
    Long,
    Brief,
}

/// Prints the plan, or a brief on a person.
#[derive(Debug, Args)]
pub(super) struct Print {
    /// The account.
    file: PathBuf,
    /// The page to write: .pdf, .png or .svg.
    #[arg(short, long)]
    output: PathBuf,
    /// The plan on one page, the plan in its eight sections, or a brief before a meeting with a person.
    #[arg(long, value_enum, default_value = "plan")]
    form: FormName,
    /// Whom the brief is about: a name, or a part of it that only one has.
    #[arg(long)]
    person: Option<String>,
    /// The page's language; the system's where not said.
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// For the account team, or for the client.
    #[arg(long, value_enum, default_value = "full")]
    edition: EditionName,
    /// The paper.
    #[arg(long, value_enum, default_value = "a4")]
    paper: PaperName,
    /// A changed template: its plan.typ, or the folder it stands in.
    #[arg(long)]
    template: Option<PathBuf>,
    /// The day that stands on the page, as 2026-12-05; today where not said.
    #[arg(long)]
    date: Option<chrono::NaiveDate>,
}

impl Print {
    pub(super) fn run(&self, say: &Say) -> Outcome {
        let Some(format) = PageFormat::of_path(&self.output) else {
            let path = self.output.display().to_string();
            say.remark_message(&Message::CliFormat { path });
            return Outcome::NotDone;
        };
        let loaded = match say.account(&self.file) {
            Ok(loaded) => loaded,
            Err(outcome) => return outcome,
        };
        let template = match &self.template {
            Some(path) => match load_template(path) {
                Ok(template) => template,
                Err(error) => return say.disk(&error),
            },
            None => Template::shipped(),
        };
        remark_on_glyphs(say, &loaded.account);
        let form = match self.form(&loaded.account) {
            Ok(form) => form,
            Err(message) => {
                say.remark_message(&message);
                return Outcome::NotDone;
            }
        };
        match print_page(&loaded.account, self.request(form), &template, format) {
            Ok((bytes, left_out)) => {
                remark_on_rest(say, &left_out);
                say.write(&self.output, &bytes, Keep::Nothing).max(outcome_of(&loaded))
            }
            Err(error) => {
                say.remark(&error.sentence(&say.words));
                Outcome::NotDone
            }
        }
    }

    fn form(&self, account: &Account) -> Result<PageForm, Message> {
        Ok(match self.form {
            FormName::Plan => PageForm::OnePage,
            FormName::Long => PageForm::LongPlan,
            FormName::Brief => {
                let name = self.person.as_deref().ok_or(Message::CliNameNobody)?;
                PageForm::VisitBrief(person_named(account, name)?)
            }
        })
    }

    fn request(&self, form: PageForm) -> PageRequest {
        PageRequest {
            form,
            language: self.lang.map_or_else(app::language, Language::from),
            edition: match self.edition {
                EditionName::Full => Edition::Full,
                EditionName::Customer => Edition::Customer,
            },
            paper: match self.paper {
                PaperName::A4 => Paper::A4,
                PaperName::A4Portrait => Paper::A4Portrait,
                PaperName::Letter => Paper::Letter,
                PaperName::A3 => Paper::A3,
            },
            today: self.date.unwrap_or_else(app::today),
        }
    }
}

/// The one person whose name or second name is `name`, or contains it.
fn person_named(account: &Account, name: &str) -> Result<PersonId, Message> {
    let wanted = name.trim().to_lowercase();
    let names = |person: &Person| [person.name.to_lowercase(), person.second_name.to_lowercase()];
    let found = |fits: &dyn Fn(&str) -> bool| -> Vec<&Person> {
        account.all::<Person>().filter(|person| names(person).iter().any(|known| fits(known))).collect()
    };
    let exact = found(&|known| !wanted.is_empty() && known == wanted);
    let near = if exact.is_empty() && !wanted.is_empty() { found(&|known| known.contains(&wanted)) } else { exact };
    match near.as_slice() {
        [] => Err(Message::CliNoPerson { name: name.to_owned() }),
        [one] => Ok(one.id),
        many => {
            let names: Vec<&str> = many.iter().map(|person| person.name.as_str()).collect();
            Err(Message::CliManyPeople { name: name.to_owned(), names: names.join(" / ") })
        }
    }
}

fn remark_on_rest(say: &Say, left_out: &LeftOut) {
    for what in left_out.texts(&say.words) {
        say.remark_message(&Message::CliLeftOut { what });
    }
}

fn remark_on_glyphs(say: &Say, account: &Account) {
    let measure = Measure::new();
    for person in account.all::<Person>().filter(|person| !measure.has_glyphs(&person.name)) {
        say.remark_message(&Message::CliNoGlyphs { name: person.name.clone() });
    }
}
