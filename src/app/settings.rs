//! The user's settings: a small file in the state folder.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::{Keep, Vfs, load, make_folder, save};
use crate::model::{Coded, Currency, ThinkingStyle};
use crate::theme::Theme;
use crate::ui::Preferences;
use crate::words::Language;

const FILE: &str = "settings.ron";

/// How many files are remembered.
const RECENT: usize = 10;

/// What the user chose for the program, not for an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    my_name: String,
    /// The code of a thinking style, or empty.
    my_style: String,
    /// `zh` or `en`; empty follows the system.
    language: String,
    /// Whether the dark theme was chosen; `None` follows the system.
    is_dark: Option<bool>,
    /// Percent.
    scale: u16,
    /// Three letters.
    currency: String,
    autosave: bool,
    folder: Option<PathBuf>,
    reduced_motion: bool,
    /// Whether the worked example has been seen with its tour.
    has_toured: bool,
    /// The accounts opened lately, the last one first.
    recent: Vec<PathBuf>,
    /// The folder of the template chosen last.
    template: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            my_name: String::new(),
            my_style: String::new(),
            language: String::new(),
            is_dark: None,
            scale: 100,
            currency: "CNY".to_owned(),
            autosave: true,
            folder: None,
            reduced_motion: false,
            has_toured: false,
            recent: Vec::new(),
            template: None,
        }
    }
}

impl Settings {
    /// The settings in a state folder; the defaults where there are none or none that can be read.
    pub fn load(vfs: &dyn Vfs, folder: Option<&Path>) -> Self {
        let read = |folder: &Path| {
            let bytes = load(vfs, &folder.join(FILE)).ok()?;
            ron::de::from_bytes(&bytes).ok()
        };
        folder.and_then(read).unwrap_or_default()
    }

    /// Writes the settings. A state folder that cannot be written costs nothing but the memory.
    pub fn save(&self, vfs: &dyn Vfs, folder: Option<&Path>) {
        let Some(folder) = folder else { return };
        if let Ok(text) = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            && make_folder(vfs, folder).is_ok()
        {
            save(vfs, &folder.join(FILE), text.as_bytes(), Keep::Nothing).ok();
        }
    }

    /// What the user prefers.
    pub fn preferences(&self) -> Preferences {
        Preferences {
            my_name: self.my_name.clone(),
            my_style: ThinkingStyle::from_code(&self.my_style),
            language: (!self.language.is_empty()).then(|| Language::of_locale(&self.language)),
            theme: self.is_dark.map(|is_dark| if is_dark { Theme::Dark } else { Theme::Light }),
            scale: self.scale.clamp(100, 300),
            currency: Currency::parse(&self.currency).unwrap_or(Currency::CNY),
            autosave: self.autosave,
            folder: self.folder.clone(),
            reduced_motion: self.reduced_motion,
        }
    }

    /// Takes over what the user prefers.
    pub fn prefer(&mut self, preferences: &Preferences) {
        self.my_name.clone_from(&preferences.my_name);
        self.my_style = preferences.my_style.map_or_else(String::new, |style| style.code().to_owned());
        self.language = preferences.language.map_or_else(String::new, |language| language.code().to_owned());
        self.is_dark = preferences.theme.map(|theme| theme == Theme::Dark);
        self.scale = preferences.scale.clamp(100, 300);
        self.currency = preferences.currency.code().to_owned();
        self.autosave = preferences.autosave;
        self.folder.clone_from(&preferences.folder);
        self.reduced_motion = preferences.reduced_motion;
    }

    /// The accounts opened lately, the last one first.
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Remembers that an account was opened or saved.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    /// The template chosen last.
    pub fn template(&self) -> Option<&Path> {
        self.template.as_deref()
    }

    /// Remembers a template.
    pub fn set_template(&mut self, folder: Option<PathBuf>) {
        self.template = folder;
    }

    /// Whether the tour was shown; from now on it was.
    pub fn tour_once(&mut self) -> bool {
        !std::mem::replace(&mut self.has_toured, true)
    }
}
