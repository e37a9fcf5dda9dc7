//! A page as a job of bytes in and bytes out, for the process that runs changed templates.

use serde::{Deserialize, Serialize};

use super::{Edition, LeftOut, PageError, PageFormat, PageRequest, Paper, Printer, Template};
use crate::file;
use crate::words::Language;

/// Everything a page hangs on, as one value that can be sent to another process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Job {
    account: String,
    template: Template,
    language: String,
    is_customer: bool,
    paper: String,
    today: String,
    format: String,
}

/// What became of a job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JobResult {
    /// The page in the format asked for.
    pub bytes: Vec<u8>,
    /// What did not fit.
    pub left_out: LeftOut,
}

impl Job {
    /// The job of setting `account`, as the bytes of its file.
    pub fn new(account: &[u8], template: &Template, request: PageRequest, format: PageFormat) -> Self {
        Self {
            account: String::from_utf8_lossy(account).into_owned(),
            template: template.clone(),
            language: request.language.code().to_owned(),
            is_customer: request.edition == Edition::Customer,
            paper: request.paper.code().to_owned(),
            today: request.today.to_string(),
            format: format.ending().to_owned(),
        }
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
            None => Ok(Self { bytes: bytes[end + 1..].to_vec(), left_out: head.left_out }),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Head {
    cause: Option<String>,
    left_out: LeftOut,
}

/// Runs a job from its bytes: a line of JSON, then the page. Never fails: a cause is an answer.
pub fn run_job(bytes: &[u8]) -> Vec<u8> {
    let (head, page) = match print(bytes) {
        Ok((page, left_out)) => (Head { cause: None, left_out }, page),
        Err(cause) => (Head { cause: Some(cause), left_out: LeftOut::default() }, Vec::new()),
    };
    let mut answer = serde_json::to_vec(&head).unwrap_or_default();
    answer.push(b'\n');
    answer.extend(page);
    answer
}

fn print(bytes: &[u8]) -> Result<(Vec<u8>, LeftOut), String> {
    let job: Job = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let loaded = file::read(job.account.as_bytes()).map_err(|error| error.to_string())?;
    let named = |paper: &&Paper| paper.code() == job.paper;
    let ended = |format: &&PageFormat| format.ending() == job.format;
    let request = PageRequest {
        language: Language::of_locale(&job.language),
        edition: if job.is_customer { Edition::Customer } else { Edition::Full },
        paper: Paper::ALL.iter().find(named).copied().ok_or("paper")?,
        today: job.today.parse().map_err(|error: chrono::ParseError| error.to_string())?,
    };
    let format = PageFormat::ALL.iter().find(ended).copied().ok_or("format")?;
    let printer = Printer::new().map_err(|error| error.to_string())?;
    let page = printer.compose(&loaded.account, request, &job.template).map_err(|error| error.to_string())?;
    let bytes = page.export(format).map_err(|error| error.to_string())?;
    Ok((bytes, page.left_out))
}
