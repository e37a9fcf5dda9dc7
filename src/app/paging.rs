//! What the workbench does with pages: which one, to a file, to the printer, with which template.

use std::path::{Path, PathBuf};

use super::filing::fit_for_file;
use super::{Workbench, load_template, print_page};
use crate::disk::{Keep, make_folder, save};
use crate::model::Person;
use crate::page::{LeftOut, PageForm, PageFormat, PageRequest, Template};
use crate::words::Message;

impl Workbench {
    /// The page the view asks for.
    pub(super) fn page_request(&self) -> PageRequest {
        // Whoever was taken out of the account is nobody to be briefed on.
        let form = match self.view.form {
            PageForm::VisitBrief(person) if self.history.account().get::<Person>(person).is_none() => PageForm::OnePage,
            form @ (PageForm::OnePage | PageForm::LongPlan | PageForm::VisitBrief(_)) => form,
        };
        PageRequest {
            form,
            language: self.view.page_language.unwrap_or(self.language),
            edition: self.view.edition,
            paper: self.view.paper,
            today: self.host.today(),
        }
    }

    /// What a file with the page is called where the account is called `name`.
    pub(super) fn page_name(&self, name: &str) -> String {
        let words = self.words();
        match self.page_request().form {
            PageForm::OnePage => format!("{name}.pdf"),
            PageForm::LongPlan => format!("{name} - {}.pdf", words.say(Message::PreviewLong)),
            PageForm::VisitBrief(person) => {
                let person = fit_for_file(self.account().person_name(person));
                format!("{name} - {} {person}.pdf", words.say(Message::PageBrief))
            }
        }
    }

    fn page(&self, format: PageFormat) -> Result<(Vec<u8>, LeftOut), String> {
        let template = match &self.view.template {
            Some(folder) => load_template(folder).map_err(|error| self.words().disk_error(&error))?,
            None => Template::shipped(),
        };
        let printed = print_page(self.account(), self.page_request(), &template, format);
        printed.map_err(|error| error.sentence(self.words()))
    }

    pub(super) fn export_to(&mut self, path: &Path) {
        let Some(format) = PageFormat::of_path(path) else {
            let notice = self.words().text(&Message::CliFormat { path: path.display().to_string() });
            self.notices.push(notice);
            return;
        };
        let notice = match self.page(format) {
            Ok((bytes, left_out)) => match save(self.host.vfs(), path, &bytes, Keep::Nothing) {
                Ok(_) => {
                    let done = self.words().text(&Message::ExportDone { path: path.display().to_string() });
                    self.with_left_out(done, &left_out)
                }
                Err(error) => self.words().disk_error(&error),
            },
            Err(sentence) => sentence,
        };
        self.notices.push(notice);
    }

    /// Hands the page to the system: its print service, else the program that shows such files.
    pub(super) fn print(&mut self) {
        let folder = self.host.state_folder().map(|state| state.join("print"));
        let Some(folder) = folder.filter(|folder| make_folder(self.host.vfs(), folder).is_ok()) else {
            return self.notices.push(self.words().say(Message::PrintNowhere).into_owned());
        };
        let notice = match self.page(PageFormat::Pdf) {
            Ok((bytes, left_out)) => {
                let path = folder.join(self.proposed_name(crate::ui::Command::Export));
                match save(self.host.vfs(), &path, &bytes, Keep::Nothing) {
                    Ok(_) => {
                        self.host.print(&path);
                        let done = self.words().say(Message::PrintGiven).into_owned();
                        self.with_left_out(done, &left_out)
                    }
                    Err(error) => self.words().disk_error(&error),
                }
            }
            Err(sentence) => sentence,
        };
        self.notices.push(notice);
    }

    fn with_left_out(&self, done: String, left_out: &LeftOut) -> String {
        let rest = left_out.texts(self.words()).join(self.words().list_separator());
        if rest.is_empty() {
            done
        } else {
            format!("{done} {}", self.words().text(&Message::CliLeftOut { what: rest }))
        }
    }

    /// Uses the template in a folder from now on; `None` is the shipped one.
    pub(super) fn use_template(&mut self, folder: Option<PathBuf>) {
        self.view.template.clone_from(&folder);
        self.settings.set_template(folder);
        self.settings.save(self.host.vfs(), self.host.state_folder());
    }

    /// Copies the shipped template beside `path`, to be changed and chosen.
    pub(super) fn copy_template(&mut self, path: &Path) {
        let Some(folder) = path.parent().map(Path::to_owned) else { return };
        for (name, text) in Template::shipped().files() {
            let target = folder.join(name);
            if self.host.vfs().info(&target).is_ok() {
                let notice = self.words().text(&Message::CliExists { path: target.display().to_string() });
                return self.notices.push(notice);
            }
            if let Err(error) = save(self.host.vfs(), &target, text.as_bytes(), Keep::Nothing) {
                let notice = self.words().disk_error(&error);
                return self.notices.push(notice);
            }
        }
        let notice = self.words().text(&Message::TemplateCopied { path: folder.display().to_string() });
        self.notices.push(notice);
        self.use_template(Some(folder));
    }
}
