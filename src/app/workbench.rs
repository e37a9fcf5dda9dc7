//! The workbench: one open account, its history, its views.

use std::path::{Path, PathBuf};

use super::contained;
use super::derived::Derived;
use super::host::{Answer, Host};
use super::preview::Preview;
use super::recovery::{self, Keeper, Offer};
use super::settings::Settings;
use crate::disk::About;
use crate::edit::History;
use crate::method::Rules;
use crate::model::Account;
use crate::theme::{Measure, Theme};
use crate::ui::{
    Action, Command, Dialog, Palette, RecoveryAnswer, View, ViewContext, ViewState, set_style, workbench_ui,
};
use crate::words::{Language, Message, Words};

/// What is open.
#[derive(Default)]
pub(super) struct OpenFile {
    /// Where it stands; none for the example and for restored work without a file.
    pub(super) path: Option<PathBuf>,
    pub(super) is_read_only: bool,
    pub(super) is_example: bool,
}

/// The window's inside.
pub struct Workbench {
    pub(super) host: Box<dyn Host>,
    pub(super) settings: Settings,
    words: [Words; 2],
    pub(super) language: Language,
    palette: Palette,
    is_styled: bool,
    pub(super) measure: Measure,
    rules: Rules,
    pub(super) history: History,
    pub(super) file: OpenFile,
    pub(super) view: ViewState,
    pub(super) derived: Derived,
    pub(super) preview: Preview,
    pub(super) keeper: Keeper,
    session: String,
    offers: Vec<Offer>,
    pub(super) notices: Vec<String>,
    pub(super) siblings: Vec<PathBuf>,
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
        let session: crate::model::AccountId = ids.fresh();
        let mut workbench = Self {
            words: [words(zh)?, words(en)?],
            language,
            palette: Palette::new(theme, tokens),
            is_styled: false,
            measure: Measure::new(),
            rules: Rules::shipped().map_err(|error| text(&error))?,
            history: History::new(Account::new(ids.fresh(), "")),
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

    pub(super) fn words(&self) -> &Words {
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
        let Some(figures) = &self.derived.figures else {
            return Vec::new();
        };
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
            other @ (Action::Command(_) | Action::OpenPath(_) | Action::PathChosen(..) | Action::Recovery(_)) => {
                self.waiting.push(other)
            }
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

    pub(super) fn answer_recovery(&mut self, answer: RecoveryAnswer) {
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
        let Some(state) = self.host.state_folder().map(Path::to_owned) else {
            return;
        };
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
