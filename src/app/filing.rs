//! What the workbench does with files: opening, saving, exporting, asking for a path.

use std::path::{Path, PathBuf};

use super::Workbench;
use super::example::Sample;
use super::files::{accounts_in, open, open_bytes, save_account};
use super::host::Ask;
use super::workbench::OpenFile;
use crate::edit::{Edit, History, ProfileChange, RecordEdit, apply};
use crate::model::{Account, Profile, TeamMember};
use crate::page::{PageForm, PageFormat};
use crate::ui::{Action, Command, View, ViewState};
use crate::words::Message;

impl Workbench {
    pub(super) fn reach_out(&mut self, action: Action) {
        if opens_another(&action) && !self.may_leave(&action) {
            return;
        }
        match action {
            Action::OpenPath(path) => self.open_path(path),
            Action::PathChosen(command, path) => self.path_chosen(command, path),
            Action::SavePicture(plot, format) => self.ask_picture(*plot, format),
            Action::Recovery(answer) => self.answer_recovery(answer),
            Action::ChangedElsewhere(answer) => self.answer_changed(answer),
            Action::Command(Command::New) => self.new_account(),
            Action::Command(Command::Print) => self.print(),
            Action::Command(Command::OpenExample) => self.open_sample(Sample::Account),
            Action::Command(Command::OpenWorked) => self.open_sample(Sample::Figures),
            Action::Command(Command::Reload) => {
                if let Some(path) = self.file.path.clone() {
                    self.open_path(path);
                }
            }
            Action::Command(Command::Save) => match self.file.path.clone().filter(|_| !self.file.is_read_only) {
                Some(path) if self.is_changed_elsewhere(&path) => self.autosave.changed_elsewhere = true,
                Some(path) => {
                    self.save_to(path);
                }
                None => self.ask(Command::SaveAs),
            },
            Action::Command(
                command @ (Command::Open
                | Command::SnapshotFrom
                | Command::SaveAs
                | Command::Export
                | Command::ChooseTemplate
                | Command::CopyTemplate),
            ) => self.ask(command),
            Action::Command(_)
            | Action::Edit(_)
            | Action::EndStep
            | Action::TakeBack
            | Action::EndTrial(_)
            | Action::StopMeasuring
            | Action::Dismiss(_)
            | Action::Prefer(_)
            | Action::UseTemplate(_)
            | Action::Close { .. }
            | Action::Leave { .. } => {}
        }
    }

    pub(super) fn ask(&mut self, command: Command) {
        let endings = if command == Command::Export {
            PageFormat::ALL.iter().map(|format| format.ending()).collect()
        } else if matches!(command, Command::ChooseTemplate | Command::CopyTemplate) {
            vec!["typ"]
        } else if command == Command::SnapshotFrom {
            vec!["ron", "previous"]
        } else {
            vec!["ron"]
        };
        let name = self.proposed_name(command);
        self.host.ask(Ask { command, name, endings });
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "other commands have no name to propose")]
    pub(super) fn proposed_name(&self, command: Command) -> String {
        let name = &self.account().profile.name;
        let name = if name.is_empty() { self.words().say(Message::Untitled).into_owned() } else { name.clone() };
        let name = fit_for_file(&name);
        match command {
            Command::Export => self.page_name(&name),
            Command::SavePicture => self.picturing.proposed(&name),
            Command::SaveAs => self.in_folder(&format!("{name}.ron")),
            Command::CopyTemplate => "plan.typ".to_owned(),
            _ => String::new(),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "every other path is opened")]
    pub(super) fn path_chosen(&mut self, command: Command, path: PathBuf) {
        match command {
            Command::Export => self.export_to(&path),
            Command::SavePicture => self.picturing.choose(path),
            Command::SaveAs => {
                // What was chosen without an ending is an account all the same.
                let path = if path.extension().is_none() { path.with_extension("ron") } else { path };
                let is_saved = self.save_to(path);
                self.is_closing |= is_saved && self.closes_when_saved;
                self.closes_when_saved = false;
                let leaving = self.leaving.take().filter(|_| is_saved);
                self.waiting.extend(leaving);
            }
            Command::ChooseTemplate => self.use_template(path.parent().map(Path::to_owned)),
            Command::CopyTemplate => self.copy_template(&path),
            Command::SnapshotFrom => self.snapshot_from(&path),
            _ => self.open_path(path),
        }
    }

    /// A name in the folder where the user keeps accounts.
    fn in_folder(&self, name: &str) -> String {
        let folder = self.preferences.folder.as_ref();
        folder.map_or_else(|| name.to_owned(), |folder| folder.join(name).display().to_string())
    }

    /// An empty account with the user as its owner.
    fn new_account(&mut self) {
        let mut ids = self.host.ids();
        let mut account = Account::new(ids.fresh(), "");
        let profile = Profile { currency: self.preferences.currency, ..(*account.profile).clone() };
        account.profile = std::sync::Arc::new(profile);
        let me = self.preferences.my_name.trim().to_owned();
        if !me.is_empty() {
            let member = TeamMember { name: me, ..TeamMember::new(ids.fresh()) };
            let owner = Edit::Profile(ProfileChange::Owner(Some(member.id)));
            let edits = vec![Edit::Member(RecordEdit::Add(Box::new(member))), owner];
            account = apply(&account, &Edit::Batch(edits)).unwrap_or(account);
        }
        self.show(account, OpenFile::default());
        self.autosave.start_over(None);
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
                self.show(opened.loaded.account, OpenFile { path: Some(path.clone()), is_read_only, sample: None });
                self.notices.extend(opened.notices);
                self.remember_file(&path);
                self.settings.remember(&path);
                self.settings.save(self.host.vfs(), self.host.state_folder());
            }
            Err(sentence) => self.notices.push(format!("{}: {sentence}", path.display())),
        }
    }

    pub(super) fn open_sample(&mut self, sample: Sample) {
        match open_bytes(sample.bytes(self.language), self.words()) {
            Ok(opened) => {
                self.show(opened.loaded.account, OpenFile { sample: Some(sample), ..OpenFile::default() });
                if sample == Sample::Figures {
                    // There is nobody on its map.
                    self.view.view = View::Opportunities;
                }
            }
            Err(sentence) => self.notices.push(sentence),
        }
    }

    pub(super) fn show(&mut self, account: Account, file: OpenFile) {
        self.history = History::new(account);
        self.trial = None;
        self.week_looked = None;
        self.file = file;
        let side = if self.view.view == View::Page { View::Page } else { View::Map };
        self.view = ViewState {
            view: side,
            lens: self.view.lens,
            form: if self.view.form == PageForm::LongPlan { PageForm::LongPlan } else { PageForm::OnePage },
            edition: self.view.edition,
            paper: self.view.paper,
            template: self.view.template.clone(),
            is_inspector_hidden: self.view.is_inspector_hidden,
            is_rail_hidden: self.view.is_rail_hidden,
            is_legend_hidden: self.view.is_legend_hidden,
            ..ViewState::new(self.host.ids())
        };
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

    /// Saves; whether that worked.
    pub(super) fn save_to(&mut self, path: PathBuf) -> bool {
        let revision = self.history.revision();
        match save_account(self.host.vfs(), &path, self.history.account(), self.words()) {
            Ok(notices) => {
                self.history.mark_saved(revision);
                self.notices.extend(notices);
                self.remember_file(&path);
                self.settings.remember(&path);
                self.settings.save(self.host.vfs(), self.host.state_folder());
                self.file = OpenFile { path: Some(path), is_read_only: false, sample: None };
                true
            }
            Err(error) => {
                let notice = self.words().disk_error(&error);
                self.notices.push(notice);
                false
            }
        }
    }
}

/// A name without what a file's name cannot hold anywhere.
pub(super) fn fit_for_file(name: &str) -> String {
    name.chars().filter(|letter| !"/\\:*?\"<>|".contains(*letter) && !letter.is_control()).collect()
}

/// Whether an action puts another account in the place of this one.
fn opens_another(action: &Action) -> bool {
    matches!(
        action,
        Action::OpenPath(_)
            | Action::Command(
                Command::New | Command::Open | Command::OpenExample | Command::OpenWorked | Command::Reload
            )
    )
}
