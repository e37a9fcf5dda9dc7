//! The workbench: one open account, its history, its views.

use std::path::{Path, PathBuf};

use super::derived::Derived;
use super::files::{accounts_in, open, open_bytes, save_account};
use super::host::{Answer, Ask, Host};
use super::preview::Preview;
use super::recovery::{self, Keeper, Offer};
use super::settings::Settings;
use super::{contained, example_bytes, print_page};
use crate::disk::{About, Keep, save};
use crate::edit::History;
use crate::method::Rules;
use crate::model::Account;
use crate::page::{Edition, PageError, PageFormat, PageRequest, Paper, Template};
use crate::theme::{Measure, Theme};
use crate::ui::{
    Action, Command, Dialog, Palette, RecoveryAnswer, View, ViewContext, ViewState, set_style, workbench_ui,
};
use crate::words::{Language, Message, Words};

/// What is open.
#[derive(Default)]
struct OpenFile {
    /// Where it stands; none for the example and for restored work without a file.
    path: Option<PathBuf>,
    is_read_only: bool,
    is_example: bool,
}

/// The window's inside.
pub struct Workbench {
    host: Box<dyn Host>,
    settings: Settings,
    words: [Words; 2],
    language: Language,
    palette: Palette,
    is_styled: bool,
    measure: Measure,
    rules: Rules,
    history: History,
    file: OpenFile,
    view: ViewState,
    derived: Derived,
    preview: Preview,
    keeper: Keeper,
    session: String,
    offers: Vec<Offer>,
    notices: Vec<String>,
    siblings: Vec<PathBuf>,
    waiting: Vec<Action>,
}

impl Workbench {
    /// A workbench that opens `path`, else the last file, else the worked example.
    ///
    /// # Errors
    /// What ships broken, as text; a test keeps that from happening.
    pub fn new(mut host: Box<dyn Host>, path: Option<PathBuf>, system: (Language, bool)) -> Result<Self, String> {
        let text = |error: &dyn std::fmt::Display| error.to_string();
        let [zh, en] = Language::ALL;
        let words = |language| Words::shipped(language).map_err(|error| text(&error));
        let settings = Settings::load(host.vfs(), host.state_folder());
        let language = settings.language(system.0);
        let theme = settings.theme(system.1);
        let tokens = theme.tokens().map_err(|error| text(&error))?;
        let mut ids = host.ids();
        let session: crate::model::AccountId = ids.next();
        let mut workbench = Self {
            words: [words(zh)?, words(en)?],
            language,
            palette: Palette::new(theme, tokens),
            is_styled: false,
            measure: Measure::new(),
            rules: Rules::shipped().map_err(|error| text(&error))?,
            history: History::new(Account::new(ids.next(), "")),
            file: OpenFile::default(),
            view: ViewState::default(),
            derived: Derived::new(),
            preview: Preview::new(),
            keeper: Keeper::new(),
            session: session.to_string(),
            offers: Vec::new(),
            notices: Vec::new(),
            siblings: Vec::new(),
            waiting: Vec::new(),
            settings,
            host: {
                // Nothing is asked before the first frame.
                while host.answer().is_some() {}
                host
            },
        };
        workbench.open_first(path);
        Ok(workbench)
    }

    fn open_first(&mut self, path: Option<PathBuf>) {
        let last = self.settings.last_file().map(Path::to_owned).filter(|path| self.host.vfs().info(path).is_ok());
        match path.or(last) {
            Some(path) => self.open_path(path),
            None => self.open_example(),
        }
        let folder = self.file.path.as_deref().and_then(Path::parent).map(Path::to_owned);
        if let Some(state) = self.host.state_folder().map(Path::to_owned) {
            let (offers, swept) = recovery::at_start(self.host.vfs(), &state, folder.as_deref());
            self.offers = offers;
            if swept > 0 {
                let notice = self.words().text(&Message::NoticeSwept { count: swept.to_string() });
                self.notices.push(notice);
            }
        }
    }

    /// The account as it stands.
    pub fn account(&self) -> &Account {
        self.history.account()
    }

    /// What the views remember.
    pub fn view_mut(&mut self) -> &mut ViewState {
        &mut self.view
    }

    /// The sentences that are shown.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// Whether the page of the account as it stands is on screen.
    pub fn has_preview(&self) -> bool {
        self.preview.image.is_some()
    }

    fn words(&self) -> &Words {
        match self.language {
            Language::Chinese => &self.words[0],
            Language::English => &self.words[1],
        }
    }

    /// Draws a frame and carries out what the user asked for.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        if !self.is_styled {
            set_style(ui.ctx(), &self.palette);
            self.is_styled = true;
        }
        let today = self.host.today();
        let (account, revision) = (self.history.account(), self.history.revision());
        let key = (self.view.opportunity, today);
        self.derived.refresh(account, revision, key, (&self.measure, &self.rules));
        if self.view.view == View::Page {
            let key = (revision, self.page_request());
            let words = match self.language {
                Language::Chinese => &self.words[0],
                Language::English => &self.words[1],
            };
            self.preview.refresh(ui.ctx(), key, self.history.account(), words);
        }
        let actions = contained(|| self.draw(ui));
        match actions {
            Some(actions) => actions.into_iter().for_each(|action| self.carry_out(ui.ctx(), action)),
            None => {
                self.view.dialog = None;
                let notice = self.words().say(Message::NoticePanic).into_owned();
                if self.notices.last() != Some(&notice) {
                    self.notices.push(notice);
                }
            }
        }
    }

    fn draw(&mut self, ui: &mut egui::Ui) -> Vec<Action> {
        let Some(figures) = &self.derived.figures else { return Vec::new() };
        let words = match self.language {
            Language::Chinese => &self.words[0],
            Language::English => &self.words[1],
        };
        let state = file_state(&self.file, &self.history);
        let state = words.say(state).into_owned();
        let offer = self.offers.first().map(|offer| offer.sentence(words));
        let ctx = ViewContext {
            account: self.history.account(),
            figures,
            findings: &self.derived.findings,
            request: &self.derived.request,
            layout: &self.derived.layout,
            words,
            palette: &self.palette,
            measure: &self.measure,
            today: self.host.today(),
            file_state: &state,
            preview: self.preview.image.as_ref(),
            preview_error: self.preview.error.as_deref(),
            left_out: self.preview.left_out.as_ref(),
            notices: &self.notices,
            recovery: offer.as_deref(),
            siblings: &self.siblings,
        };
        workbench_ui(&ctx, &mut self.view, ui)
    }

    fn carry_out(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit) => {
                if self.file.is_read_only {
                    let notice = self.words().say(Message::StatusReadOnly).into_owned();
                    self.notices.push(notice);
                } else if let Err(error) = self.history.commit(edit) {
                    let notice = self.words().edit_error(&error, self.history.account());
                    self.notices.push(notice);
                }
            }
            Action::Dismiss(index) if index < self.notices.len() => {
                self.notices.remove(index);
            }
            Action::Dismiss(_) => {}
            Action::Command(Command::Undo) => drop(self.history.undo().map(|_| ())),
            Action::Command(Command::Redo) => drop(self.history.redo().map(|_| ())),
            Action::Command(Command::Quit) => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Action::Command(Command::ToggleLanguage) => self.set_language(match self.language {
                Language::Chinese => Language::English,
                Language::English => Language::Chinese,
            }),
            Action::Command(Command::ToggleTheme) => self.set_theme(match self.palette.theme {
                Theme::Dark => Theme::Light,
                Theme::Light | Theme::Print => Theme::Dark,
            }),
            // Files and dialogs wait for the next look at the outside world.
            other => self.waiting.push(other),
        }
    }

    /// Talks to the outside world: once a frame, before it is drawn.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for action in std::mem::take(&mut self.waiting) {
            self.reach_out(action);
        }
        while let Some((command, answer)) = self.host.answer() {
            match answer {
                Answer::Chosen(path) => self.path_chosen(command, path),
                Answer::NoDialog => {
                    let text = self.proposed_name(command);
                    self.view.dialog = Some(Dialog::Path { command, text });
                }
                Answer::Cancelled => {}
            }
        }
        self.keep_snapshot(ctx);
    }

    fn reach_out(&mut self, action: Action) {
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
        let endings = match command {
            Command::Export => PageFormat::ALL.iter().map(|format| format.ending()).collect(),
            _ => vec!["ron"],
        };
        let name = self.proposed_name(command);
        self.host.ask(Ask { command, name, endings });
    }

    fn proposed_name(&self, command: Command) -> String {
        let name = &self.account().profile.name;
        let name = if name.is_empty() { self.words().say(Message::Untitled).into_owned() } else { name.clone() };
        // What a file name cannot hold anywhere.
        let name: String = name.chars().filter(|letter| !"/\\:*?\"<>|".contains(*letter) && !letter.is_control()).collect();
        match command {
            Command::Export => format!("{name}.pdf"),
            Command::SaveAs => format!("{name}.ron"),
            _ => String::new(),
        }
    }

    fn path_chosen(&mut self, command: Command, path: PathBuf) {
        match command {
            Command::Export => self.export_to(&path),
            Command::SaveAs => self.save_to(path),
            _ => self.open_path(path),
        }
    }

    fn open_path(&mut self, path: PathBuf) {
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
                self.show(opened.loaded.account, OpenFile { path: Some(path.clone()), is_read_only, is_example: false });
                self.notices.extend(opened.notices);
                self.settings.set_last_file(Some(path));
                self.settings.save(self.host.vfs(), self.host.state_folder());
            }
            Err(sentence) => self.notices.push(format!("{}: {sentence}", path.display())),
        }
    }

    fn open_example(&mut self) {
        match open_bytes(example_bytes(self.language), self.words()) {
            Ok(opened) => self.show(opened.loaded.account, OpenFile { is_example: true, ..OpenFile::default() }),
            Err(sentence) => self.notices.push(sentence),
        }
    }

    fn show(&mut self, account: Account, file: OpenFile) {
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

    fn page_request(&self) -> PageRequest {
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
                    if rest.is_empty() { done } else { format!("{done} {}", self.words().text(&Message::CliLeftOut { what: rest })) }
                }
                Err(error) => self.words().disk_error(&error),
            },
            Err(sentence) => sentence,
        };
        self.notices.push(notice);
    }

    fn answer_recovery(&mut self, answer: RecoveryAnswer) {
        if self.offers.is_empty() {
            return;
        }
        let offer = self.offers.remove(0);
        if answer == RecoveryAnswer::Restore {
            let path = offer.source();
            let account = offer.loaded.account.clone();
            self.show(account, OpenFile { path, ..OpenFile::default() });
            // Restored work is not in the file until the user saves it.
            self.history.mark_unsaved();
        }
        if let Some(state) = self.host.state_folder().map(Path::to_owned) {
            recovery::discard(self.host.vfs(), &state, &offer);
        }
    }

    fn keep_snapshot(&mut self, ctx: &egui::Context) {
        let Some(state) = self.host.state_folder().map(Path::to_owned) else { return };
        let document = (self.history.account(), self.history.revision(), self.history.is_saved());
        let about = || About {
            source: self.file.path.clone(),
            base_crc: None,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            time: self.host.now_text(),
        };
        if let Some(again) = self.keeper.look(document, (&state, &self.session), about) {
            ctx.request_repaint_after(again);
        }
    }

    fn set_language(&mut self, language: Language) {
        self.language = language;
        self.settings.set_language(language);
        self.settings.save(self.host.vfs(), self.host.state_folder());
        // The example speaks the user's language.
        if self.file.is_example && self.history.is_saved() {
            self.open_example();
        }
    }

    fn set_theme(&mut self, theme: Theme) {
        if let Ok(tokens) = theme.tokens() {
            self.palette = Palette::new(theme, tokens);
            self.is_styled = false;
            self.settings.set_theme(theme);
            self.settings.save(self.host.vfs(), self.host.state_folder());
        }
    }
}

fn file_state(file: &OpenFile, history: &History) -> Message {
    if file.is_read_only {
        Message::StatusReadOnly
    } else if !history.is_saved() {
        Message::StatusUnsaved
    } else if file.is_example {
        Message::StatusExample
    } else {
        Message::StatusSaved
    }
}
