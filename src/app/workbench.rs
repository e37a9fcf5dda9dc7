//! The workbench: one open account, its history, its views.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::contained;
use super::derived::Derived;
use super::host::{Answer, Host};
use super::keeping::Autosave;
use super::preferring::theme_of;
use super::preview::Preview;
use super::recovery::{self, Keeper, Offer};
use super::settings::Settings;
use crate::disk::About;
use crate::edit::{History, Revision};
use crate::method::{FindingRules, Rules, Scales};
use crate::model::Account;
use crate::theme::{Measure, Theme};
use crate::ui::{
    Action, Command, Dialog, Palette, Preferences, RecoveryAnswer, View, ViewContext, ViewState, set_style,
    workbench_ui,
};
use crate::words::{Language, Message, Words};

/// After this long without a change nobody is in the middle of a word.
const RESTS: Duration = Duration::from_millis(250);

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
    pub(super) preferences: Preferences,
    /// What the system would choose: its language, and whether it is dark.
    pub(super) system: (Language, bool),
    pub(super) palette: Palette,
    pub(super) is_styled: bool,
    pub(super) measure: Measure,
    rules: Rules,
    finding_rules: FindingRules,
    scales: Scales,
    pub(super) history: History,
    pub(super) file: OpenFile,
    pub(super) view: ViewState,
    pub(super) derived: Derived,
    pub(super) preview: Preview,
    pub(super) keeper: Keeper,
    pub(super) autosave: Autosave,
    /// The revision that came last, and when.
    last_change: Option<(Revision, f64)>,
    /// Whether the window may close although something is not saved.
    pub(super) is_closing: bool,
    pub(super) closes_when_saved: bool,
    /// What waits until the unsaved work is looked after.
    pub(super) leaving: Option<Action>,
    session: String,
    offers: Vec<Offer>,
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
            rules: Rules::shipped().map_err(|error| text(&error))?,
            finding_rules: FindingRules::shipped().map_err(|error| text(&error))?,
            scales: Scales::shipped().map_err(|error| text(&error))?,
            history: History::new(Account::new(ids.fresh(), "")),
            file: OpenFile::default(),
            view: ViewState::new(host.ids()),
            derived: Derived::new(),
            preview: Preview::new(),
            keeper: Keeper::new(),
            autosave: Autosave::new(),
            last_change: None,
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
            set_style(ui.ctx(), &self.palette, self.preferences.reduced_motion);
            ui.ctx().set_zoom_factor(f32::from(self.preferences.scale) / 100.0);
            self.is_styled = true;
        }
        let today = self.host.today();
        let is_typing = self.is_typing(ui.ctx());
        let (account, revision) = (self.history.account(), self.history.revision());
        let key = (self.view.opportunity, today);
        let parts = (&self.measure, &self.rules, &self.finding_rules);
        if self.derived.refresh((account, revision), key, &self.view.collapsed, parts, is_typing) {
            ui.ctx().request_repaint_after(RESTS);
        }
        if self.view.view == View::Page {
            let key = (revision, self.page_request(), self.view.template.clone());
            let words = match self.language {
                Language::Chinese => &self.words[0],
                Language::English => &self.words[1],
            };
            self.preview.refresh(ui.ctx(), key, self.history.account(), words);
        }
        let before = self.view.clone();
        let actions = contained(|| self.draw(ui));
        match actions {
            Some(actions) => actions.into_iter().for_each(|action| self.carry_out(ui.ctx(), action)),
            None => {
                // What was drawn may be what fails: views go back, floating things away.
                self.view = before;
                self.view.dialog = None;
                self.view.drag = None;
                self.view.popover = None;
                let notice = self.words().say(Message::NoticePanic).into_owned();
                if self.notices.last() != Some(&notice) {
                    self.notices.push(notice);
                }
            }
        }
    }

    /// Whether somebody is in the middle of a word.
    fn is_typing(&mut self, ctx: &egui::Context) -> bool {
        let now = ctx.input(|input| input.time);
        let revision = self.history.revision();
        if self.last_change.is_none_or(|(of, _)| of != revision) {
            self.last_change = Some((revision, now));
        }
        let since = self.last_change.map_or(0.0, |(_, at)| now - at);
        ctx.text_edit_focused() && since < RESTS.as_secs_f64()
    }

    fn draw(&mut self, ui: &mut egui::Ui) -> Vec<Action> {
        let words = match self.language {
            Language::Chinese => &self.words[0],
            Language::English => &self.words[1],
        };
        self.derived.name_steps(&self.history, words);
        let Some(figures) = &self.derived.figures else {
            return Vec::new();
        };
        let state = words.say(self.file_state()).into_owned();
        let changed = self.autosave.changed_elsewhere.then(|| words.say(Message::ChangedElsewhere));
        let offer = self.offers.first().map(|offer| offer.sentence(words));
        let ctx = ViewContext {
            account: self.history.account(),
            figures,
            findings: &self.derived.findings,
            request: &self.derived.request,
            layout: &self.derived.layout,
            index: &self.derived.index,
            words,
            rules: &self.rules,
            finding_rules: self.derived.finding_rules.as_ref().unwrap_or(&self.finding_rules),
            scales: &self.scales,
            palette: &self.palette,
            measure: &self.measure,
            today: self.host.today(),
            file_state: &state,
            has_file: self.file.path.is_some(),
            is_read_only: self.file.is_read_only,
            undo: self.derived.steps.0.as_deref(),
            redo: self.derived.steps.1.as_deref(),
            preview: self.preview.image.as_ref(),
            preview_error: self.preview.error.as_deref(),
            left_out: self.preview.left_out.as_ref(),
            notices: &self.notices,
            recovery: offer.as_deref(),
            changed_elsewhere: changed.as_deref(),
            unseated: &self.derived.unseated,
            siblings: &self.siblings,
            recent: self.settings.recent(),
            preferences: &self.preferences,
        };
        workbench_ui(&ctx, &mut self.view, ui)
    }

    fn carry_out(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit) => {
                if self.file.is_read_only {
                    let text = self.words().say(Message::StatusReadOnly).into_owned();
                    self.refuse(ctx, text);
                } else if let Err(error) = self.history.commit(edit) {
                    let text = self.words().edit_error(&error, self.history.account());
                    self.refuse(ctx, text);
                }
            }
            Action::Dismiss(index) if index < self.notices.len() => {
                self.notices.remove(index);
            }
            Action::Dismiss(_) => {}
            Action::EndStep => self.history.end_merge(),
            Action::TakeBack => self.history.take_back(),
            Action::Command(Command::Undo) => {
                let edit = self.history.undo().map(|step| step.edit.clone());
                self.go_to_change(edit.as_ref());
            }
            Action::Command(Command::Redo) => {
                let edit = self.history.redo().map(|step| step.edit.clone());
                self.go_to_change(edit.as_ref());
            }
            Action::Prefer(preferences) => self.prefer(ctx, &preferences),
            Action::Close { saves } => self.close(ctx, saves),
            Action::UseTemplate(folder) => self.use_template(folder),
            Action::Leave { saves } => self.leave(saves),
            Action::Command(Command::Quit) => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Action::Command(Command::ToggleLanguage) => {
                let language = match self.language {
                    Language::Chinese => Language::English,
                    Language::English => Language::Chinese,
                };
                let preferences = Preferences { language: Some(language), ..self.preferences.clone() };
                self.prefer(ctx, &preferences);
            }
            Action::Command(Command::ToggleTheme) => {
                let is_dark = self.palette.theme == Theme::Dark;
                let theme = Some(if is_dark { Theme::Light } else { Theme::Dark });
                let preferences = Preferences { theme, ..self.preferences.clone() };
                self.prefer(ctx, &preferences);
            }
            // Files and dialogs wait for the next look at the outside world.
            other @ (Action::Command(_)
            | Action::OpenPath(_)
            | Action::PathChosen(..)
            | Action::Recovery(_)
            | Action::ChangedElsewhere(_)) => self.waiting.push(other),
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
        self.take_dropped(ctx);
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

    fn file_state(&self) -> Message {
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
