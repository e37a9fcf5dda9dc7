//! What the workbench does with files: opening, saving, exporting, asking for a path.

use std::path::{Path, PathBuf};

use super::files::{accounts_in, open, open_bytes, save_account};
use super::host::Ask;
use super::workbench::OpenFile;
use super::{Workbench, example_bytes, print_page};
use crate::disk::{Keep, save};
use crate::edit::History;
use crate::model::Account;
use crate::page::{Edition, PageError, PageFormat, PageRequest, Paper, Template};
use crate::ui::{Action, Command, ViewState};
use crate::words::Message;

impl Workbench {
    pub(super) fn reach_out(&mut self, action: Action) {
        match action {
            Action::OpenPath(path) => self.open_path(path),
            Action::PathChosen(command, path) => self.path_chosen(command, path),
            Action::Recovery(answer) => self.answer_recovery(answer),
            Action::Command(Command::OpenExample) => self.open_example(),
            Action::Command(Command::Reload) => {
                if let Some(path) = self.file.path.clone() {
                    self.open_path(path);
                }
            }
            Action::Command(Command::Save) => match self.file.path.clone().filter(|_| !self.file.is_read_only) {
                Some(path) => self.save_to(path),
                None => self.ask(Command::SaveAs),
            },
            Action::Command(command @ (Command::Open | Command::SaveAs | Command::Export)) => self.ask(command),
            Action::Command(_) | Action::Edit(_) | Action::Dismiss(_) => {}
        }
    }

    fn ask(&mut self, command: Command) {
        let endings = if command == Command::Export {
            PageFormat::ALL.iter().map(|format| format.ending()).collect()
        } else {
            vec!["ron"]
        };
        let name = self.proposed_name(command);
        self.host.ask(Ask { command, name, endings });
    }

    pub(super) fn proposed_name(&self, command: Command) -> String {
        let name = &self.account().profile.name;
        let name = if name.is_empty() { self.words().say(Message::Untitled).into_owned() } else { name.clone() };
        // What a file name cannot hold anywhere.
        let name: String =
            name.chars().filter(|letter| !"/\\:*?\"<>|".contains(*letter) && !letter.is_control()).collect();
        if command == Command::Export {
            format!("{name}.pdf")
        } else if command == Command::SaveAs {
            format!("{name}.ron")
        } else {
            String::new()
        }
    }

    pub(super) fn path_chosen(&mut self, command: Command, path: PathBuf) {
        if command == Command::Export {
            self.export_to(&path);
        } else if command == Command::SaveAs {
            self.save_to(path);
        } else {
            self.open_path(path);
        }
    }

    pub(super) fn open_path(&mut self, path: PathBuf) {
        let accounts = accounts_in(self.host.vfs(), &path);
        let path = match accounts.first() {
            Some(first) => {
                let first = first.clone();
                self.siblings = accounts;
                first
            }
            None => path,
        };
        match open(self.host.vfs(), &path, self.words()) {
            Ok(opened) => {
                let is_read_only = opened.loaded.is_read_only;
                self.show(
                    opened.loaded.account,
                    OpenFile { path: Some(path.clone()), is_read_only, is_example: false },
                );
                self.notices.extend(opened.notices);
                self.settings.set_last_file(Some(path));
                self.settings.save(self.host.vfs(), self.host.state_folder());
            }
            Err(sentence) => self.notices.push(format!("{}: {sentence}", path.display())),
        }
    }

    pub(super) fn open_example(&mut self) {
        match open_bytes(example_bytes(self.language), self.words()) {
            Ok(opened) => self.show(opened.loaded.account, OpenFile { is_example: true, ..OpenFile::default() }),
            Err(sentence) => self.notices.push(sentence),
        }
    }

    pub(super) fn show(&mut self, account: Account, file: OpenFile) {
        self.history = History::new(account);
        self.file = file;
        self.view = ViewState { view: self.view.view, lens: self.view.lens, ..ViewState::default() };
        self.derived.forget();
        self.preview.forget();
        self.keeper.close();
        self.notices.clear();
        let strange: Vec<String> = self
            .account()
            .all::<crate::model::Person>()
            .filter(|person| !self.measure.has_glyphs(&person.name))
            .map(|person| self.words().text(&Message::NoticeGlyphs { name: person.name.clone() }))
            .take(3)
            .collect();
        self.notices.extend(strange);
    }

    fn save_to(&mut self, path: PathBuf) {
        let revision = self.history.revision();
        match save_account(self.host.vfs(), &path, self.history.account(), self.words()) {
            Ok(notices) => {
                self.history.mark_saved(revision);
                self.notices.extend(notices);
                self.settings.set_last_file(Some(path.clone()));
                self.settings.save(self.host.vfs(), self.host.state_folder());
                self.file = OpenFile { path: Some(path), is_read_only: false, is_example: false };
            }
            Err(error) => {
                let notice = self.words().disk_error(&error);
                self.notices.push(notice);
            }
        }
    }

    pub(super) fn page_request(&self) -> PageRequest {
        PageRequest {
            language: self.language,
            edition: self.view.edition.unwrap_or(Edition::Full),
            paper: self.view.paper.unwrap_or(Paper::A4),
            today: self.host.today(),
        }
    }

    fn export_to(&mut self, path: &Path) {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let format = PageFormat::ALL.iter().copied().find(|format| ending.as_deref() == Some(format.ending()));
        let Some(format) = format else {
            let notice = self.words().text(&Message::CliFormat { path: path.display().to_string() });
            self.notices.push(notice);
            return;
        };
        let printed = print_page(self.account(), self.page_request(), &Template::shipped(), format);
        let notice = match printed.map_err(|error: PageError| error.sentence(self.words())) {
            Ok((bytes, left_out)) => match save(self.host.vfs(), path, &bytes, Keep::Nothing) {
                Ok(_) => {
                    let done = self.words().text(&Message::ExportDone { path: path.display().to_string() });
                    let rest = left_out.texts(self.words()).join(self.words().list_separator());
                    if rest.is_empty() {
                        done
                    } else {
                        format!("{done} {}", self.words().text(&Message::CliLeftOut { what: rest }))
                    }
                }
                Err(error) => self.words().disk_error(&error),
            },
            Err(sentence) => sentence,
        };
        self.notices.push(notice);
    }
}
