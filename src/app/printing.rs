//! Pages for window and command line: in this process with the shipped template, in a process of
//! its own with a changed one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::disk::{DiskError, RealFs, Vfs, WorkerError, load, run_worker};
use crate::file;
use crate::model::Account;
use crate::page::{Job, JobResult, LeftOut, PageError, PageFormat, PageRequest, Printer, Template};

/// The hidden command that sets pages with changed templates.
pub const PAGE_WORKER: &str = "page-worker";

/// How long a changed template may take.
const TEMPLATE_TIME: Duration = Duration::from_secs(30);

/// The largest file of a template, in bytes.
const MAX_TEMPLATE: u64 = 1024 * 1024;

/// Sets and writes a page.
///
/// # Errors
/// [`PageError`] where the template is at fault.
pub fn print_page(
    account: &Account,
    request: PageRequest,
    template: &Template,
    format: PageFormat,
) -> Result<(Vec<u8>, LeftOut), PageError> {
    if template.is_shipped() {
        let page = Printer::new()?.compose(account, request, template)?;
        return Ok((page.export(format)?, page.left_out));
    }
    let result = run_apart(&Job::new(&file::write(account), template, request, format))?;
    Ok((result.bytes, result.left_out))
}

/// One page of a document as a PNG, set by a changed template in a process of its own; pages count from 0.
///
/// # Errors
/// [`PageError`] where the template is at fault.
pub(super) fn print_one_page(
    account: &Account,
    request: PageRequest,
    template: &Template,
    number: usize,
) -> Result<JobResult, PageError> {
    run_apart(&Job::new(&file::write(account), template, request, PageFormat::Png).of_page(number))
}

fn run_apart(job: &Job) -> Result<JobResult, PageError> {
    match run_worker(PAGE_WORKER, job.to_bytes()?, TEMPLATE_TIME) {
        Ok(answer) => JobResult::from_bytes(&answer),
        Err(WorkerError::Ended) => Err(PageError::TooLong),
        Err(WorkerError::Io(error)) => Err(PageError::Export { cause: error.to_string() }),
    }
}

/// Reads a changed template: a folder, or the `plan.typ` that stands in it.
///
/// # Errors
/// [`DiskError`] where a file cannot be read.
pub fn load_template(path: &Path) -> Result<Template, DiskError> {
    let is_folder = RealFs.list(path).is_ok();
    let folder: PathBuf = if is_folder { path.to_owned() } else { path.parent().unwrap_or(Path::new("")).to_owned() };
    let mut files = Vec::new();
    for name in Template::shipped().files().map(|(name, _)| name.to_owned()) {
        let file = if name == "plan.typ" && !is_folder { path.to_owned() } else { folder.join(&name) };
        match load(&RealFs, &file) {
            Ok(bytes) if bytes.len() as u64 > MAX_TEMPLATE => {
                return Err(DiskError::TooLarge { len: bytes.len() as u64, path: file });
            }
            Ok(bytes) => files.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            // Files that were not changed need not be copied.
            Err(DiskError::Missing { .. }) if name != "plan.typ" => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Template::own(files))
}
