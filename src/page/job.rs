//! A page as a job of bytes in and bytes out, for the process that runs changed templates.

use serde::{Deserialize, Serialize};

use super::{Edition, LeftOut, PageError, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use crate::file;
use crate::model::PersonId;
use crate::words::Language;

/// Everything a page hangs on, as one value that can be sent to another process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Job {
    account: String,
    template: Template,
    /// By the name of its template's file.
    form: String,
    /// Whom a brief is on; empty where it is none.
    person: String,
    language: String,
    is_customer: bool,
    paper: String,
    today: String,
    format: String,
    /// The one page that is wanted as a picture, from 0; all of them where none is said.
    page: Option<usize>,
}

/// What became of a job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JobResult {
    /// The pages in the format asked for.
    pub bytes: Vec<u8>,
    /// How many pages the document has.
    pub pages: usize,
    /// What did not fit.
    pub left_out: LeftOut,
}

impl Job {
    /// The job of setting `account`, as the bytes of its file.
    pub fn new(account: &[u8], template: &Template, request: PageRequest, format: PageFormat) -> Self {
        Self {
            account: String::from_utf8_lossy(account).into_owned(),
            template: template.clone(),
            form: request.form.main().to_owned(),
            person: match request.form {
                PageForm::VisitBrief(person) => person.to_string(),
                PageForm::OnePage | PageForm::LongPlan => String::new(),
            },
            language: request.language.code().to_owned(),
            is_customer: request.edition == Edition::Customer,
            paper: request.paper.code().to_owned(),
            today: request.today.to_string(),
            format: format.ending().to_owned(),
            page: None,
        }
    }

    /// The same for one page as a picture, counted from 0.
    #[must_use]
    pub fn of_page(mut self, number: usize) -> Self {
        self.page = Some(number);
        self
    }

    /// The job as bytes.
    ///
    /// # Errors
    /// [`PageError::Export`] where it cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, PageError> {
        serde_json::to_vec(self).map_err(|error| PageError::Export { cause: error.to_string() })
    }
}

impl JobResult {
    /// Reads what [`run_job`] wrote.
    ///
    /// # Errors
    /// What the other process said of the page.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PageError> {
        let cut_off = |error: serde_json::Error| PageError::Export { cause: error.to_string() };
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or(PageError::TooLong)?;
        let head: Head = serde_json::from_slice(&bytes[..end]).map_err(cut_off)?;
        match head.cause {
            Some(cause) => Err(PageError::Template { cause }),
            None => Ok(Self { bytes: bytes[end + 1..].to_vec(), pages: head.pages, left_out: head.left_out }),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Head {
    cause: Option<String>,
    pages: usize,
    left_out: LeftOut,
}

/// Runs a job from its bytes: a line of JSON, then the page. Never fails: a cause is an answer.
pub fn run_job(bytes: &[u8]) -> Vec<u8> {
    let (head, page) = match print(bytes) {
        Ok(JobResult { bytes, pages, left_out }) => (Head { cause: None, pages, left_out }, bytes),
        Err(cause) => (Head { cause: Some(cause), pages: 0, left_out: LeftOut::default() }, Vec::new()),
    };
    let mut answer = serde_json::to_vec(&head).unwrap_or_default();
    answer.push(b'\n');
    answer.extend(page);
    answer
}

fn print(bytes: &[u8]) -> Result<JobResult, String> {
    let job: Job = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let loaded = file::read(job.account.as_bytes()).map_err(|error| error.to_string())?;
    let request = PageRequest {
        form: form(&job).ok_or("form")?,
        language: Language::of_locale(&job.language),
        edition: if job.is_customer { Edition::Customer } else { Edition::Full },
        paper: Paper::ALL.into_iter().find(|paper| paper.code() == job.paper).ok_or("paper")?,
        today: job.today.parse().map_err(|error: chrono::ParseError| error.to_string())?,
    };
    let format = PageFormat::ALL.into_iter().find(|format| format.ending() == job.format).ok_or("format")?;
    let printer = Printer::new().map_err(|error| error.to_string())?;
    let page = printer.compose(&loaded.account, request, &job.template).map_err(|error| error.to_string())?;
    let bytes = match job.page {
        Some(number) => page.export_page(number.min(page.count().saturating_sub(1))),
        None => page.export(format),
    };
    let bytes = bytes.map_err(|error| error.to_string())?;
    Ok(JobResult { bytes, pages: page.count(), left_out: page.left_out })
}

fn form(job: &Job) -> Option<PageForm> {
    let brief = PersonId::parse(&job.person).map(PageForm::VisitBrief);
    [PageForm::OnePage, PageForm::LongPlan].into_iter().chain(brief).find(|form| form.main() == job.form)
}
