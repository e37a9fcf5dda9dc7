//! The workbench: one open account, its history, its views.

use std::path::{Path, PathBuf};

use super::derived::{Computed, Derived};
use super::host::{Answer, Host};
use super::keeping::Autosave;
use super::measuring::Measuring;
use super::picturing::Picturing;
use super::preferring::theme_of;
use super::preview::Preview;
use super::recovery::{self, Keeper, Offer};
use super::settings::Settings;
use super::what_if::Trial;
use crate::disk::About;
use crate::edit::{History, Revision};
use crate::method::Method;
use crate::model::Account;
use crate::theme::Measure;
use crate::ui::{Action, Dialog, Palette, Preferences, RecoveryAnswer, ViewState};
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
    pub(super) words: [Words; 2],
    pub(super) language: Language,
    pub(super) preferences: Preferences,
    /// What the system would choose: its language, and whether it is dark.
    pub(super) system: (Language, bool),
    pub(super) palette: Palette,
    pub(super) is_styled: bool,
    pub(super) measure: Measure,
    pub(super) method: Method,
    /// The account as it is, with its past.
    pub(super) history: History,
    /// What is tried out over it.
    pub(super) trial: Option<Trial>,
    pub(super) measuring: Measuring,
    pub(super) file: OpenFile,
    pub(super) view: ViewState,
    pub(super) derived: Derived,
    pub(super) preview: Preview,
    pub(super) picturing: Picturing,
    pub(super) keeper: Keeper,
    pub(super) autosave: Autosave,
    /// The revision that came last, and when.
    pub(super) last_change: Option<(Revision, f64)>,
    /// The day on which it was last looked whether the funnel is to be recorded.
    pub(super) week_looked: Option<chrono::NaiveDate>,
    /// Whether the window may close although something is not saved.
    pub(super) is_closing: bool,
    pub(super) closes_when_saved: bool,
    /// What waits until the unsaved work is looked after.
    pub(super) leaving: Option<Action>,
    session: String,
    pub(super) offers: Vec<Offer>,
    pub(super) notices: Vec<String>,
    pub(super) siblings: Vec<PathBuf>,
    pub(super) waiting: Vec<Action>,
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
        let preferences = settings.preferences();
        let language = preferences.language.unwrap_or(system.0);
        let theme = theme_of(&preferences, system.1);
        let tokens = theme.tokens().map_err(|error| text(&error))?;
        let mut ids = host.ids();
        let session: crate::model::AccountId = ids.fresh();
        let mut workbench = Self {
            words: [words(zh)?, words(en)?],
            language,
            preferences,
            system,
            palette: Palette::new(theme, tokens),
            is_styled: false,
            measure: Measure::new(),
            method: Method::shipped().map_err(|error| text(&error))?,
            history: History::new(Account::new(ids.fresh(), "")),
            file: OpenFile::default(),
            view: ViewState::new(host.ids()),
            trial: None,
            measuring: Measuring::new(),
            derived: Derived::new(),
            preview: Preview::new(),
            picturing: Picturing::new(),
            keeper: Keeper::new(),
            autosave: Autosave::new(),
            last_change: None,
            week_looked: None,
            is_closing: false,
            closes_when_saved: false,
            leaving: None,
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
        // The template chosen last, as long as it is there.
        let template = workbench.settings.template().map(Path::to_owned);
        workbench.view.template = template.filter(|folder| workbench.host.vfs().list(folder).is_ok());
        workbench.open_first(path);
        Ok(workbench)
    }

    fn open_first(&mut self, path: Option<PathBuf>) {
        let last = self.settings.recent().first().cloned().filter(|path| self.host.vfs().info(path).is_ok());
        match path.or(last) {
            Some(path) => self.open_path(path),
            None => {
                self.open_example();
                // Whoever is here for the first time is shown round.
                if self.settings.tour_once() {
                    self.view.tour = Some(0);
                    self.settings.save(self.host.vfs(), self.host.state_folder());
                }
            }
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

    /// The document on screen: the account as it is, or what is tried out.
    pub(super) fn document(&self) -> &History {
        self.trial.as_ref().map_or(&self.history, |trial| &trial.history)
    }

    pub(super) fn document_mut(&mut self) -> &mut History {
        self.trial.as_mut().map_or(&mut self.history, |trial| &mut trial.history)
    }

    /// What the views remember.
    pub fn view_mut(&mut self) -> &mut ViewState {
        &mut self.view
    }

    /// The sentences that are shown.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// What has been computed for the account shown and for the trial over it.
    pub fn computed(&self) -> Computed {
        let own = self.derived.computed;
        let trial = self.trial.as_ref().map_or_else(Computed::default, |trial| trial.derived.computed);
        Computed {
            requests: own.requests + trial.requests,
            layouts: own.layouts + trial.layouts,
            insights: own.insights + trial.insights,
            measures: self.measuring.begun,
        }
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

    /// Talks to the outside world: once a frame, before it is drawn.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for action in std::mem::take(&mut self.waiting) {
            self.reach_out(action);
        }
        while let Some((command, answer)) = self.host.answer() {
            match answer {
                Answer::Chosen(path) => self.path_chosen(command, path),
                Answer::NoDialog => {
                    let text = self.typed_proposal(command);
                    self.view.dialog = Some(Dialog::Path { command, text });
                }
                Answer::Cancelled => {}
            }
        }
        self.keep_pictures(ctx);
        self.take_dropped(ctx);
        self.keep_week();
        self.keep_snapshot(ctx);
        self.keep_file(ctx);
        self.mind_closing(ctx);
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

    pub(super) fn file_state(&self) -> Message {
        if self.file.is_read_only {
            Message::StatusReadOnly
        } else if !self.history.is_saved() {
            Message::StatusUnsaved
        } else if self.file.is_example {
            Message::StatusExample
        } else {
            Message::StatusSaved
        }
    }
}
