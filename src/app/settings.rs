//! The user's settings: a small file in the state folder.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::{Keep, Vfs, load, make_folder, save};
use crate::theme::Theme;
use crate::words::Language;

const FILE: &str = "settings.ron";

/// What the user chose for the program, not for an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `zh` or `en`; empty follows the system.
    language: String,
    /// Whether the dark theme was chosen; `None` follows the system.
    is_dark: Option<bool>,
    /// The account that was open last.
    last_file: Option<PathBuf>,
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

    /// The language chosen, else the system's.
    pub fn language(&self, system: Language) -> Language {
        if self.language.is_empty() { system } else { Language::of_locale(&self.language) }
    }

    /// Chooses a language.
    pub fn set_language(&mut self, language: Language) {
        self.language = language.code().to_owned();
    }

    /// The theme chosen, else the system's.
    pub fn theme(&self, is_system_dark: bool) -> Theme {
        if self.is_dark.unwrap_or(is_system_dark) { Theme::Dark } else { Theme::Light }
    }

    /// Chooses a theme.
    pub fn set_theme(&mut self, theme: Theme) {
        self.is_dark = Some(theme == Theme::Dark);
    }

    /// The account that was open last.
    pub fn last_file(&self) -> Option<&Path> {
        self.last_file.as_deref()
    }

    /// Remembers the account that is open.
    pub fn set_last_file(&mut self, path: Option<PathBuf>) {
        self.last_file = path;
    }
}
