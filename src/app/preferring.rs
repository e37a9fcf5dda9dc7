//! What the user prefers, put to work; and what is said and shown after a refusal, an undo, a redo.

use super::Workbench;
use crate::theme::Theme;
use crate::ui::{Hint, Palette, Preferences};

impl Workbench {
    /// Says why something was refused, where the eye is.
    pub(super) fn refuse(&mut self, ctx: &egui::Context, text: String) {
        let (at, now) = ctx.input(|input| (input.pointer.latest_pos(), input.time));
        let at = at.unwrap_or_else(|| ctx.content_rect().center());
        self.view.hint = Some(Hint { text, at, until: now + 6.0 });
    }

    /// Shows what a step that was undone or redone has changed.
    pub(super) fn go_to_change(&mut self, edit: Option<&crate::edit::Edit>) {
        self.view.naming = None;
        self.view.popover = None;
        if let Some(edit) = edit {
            let account = self.document().account().clone();
            self.view.go_to_change(&account, edit);
        }
    }

    pub(super) fn prefer(&mut self, ctx: &egui::Context, preferences: &Preferences) {
        let language = preferences.language.unwrap_or(self.system.0);
        let theme = theme_of(preferences, self.system.1);
        if theme != self.palette.theme
            && let Ok(tokens) = theme.tokens()
        {
            self.palette = Palette::new(theme, tokens);
            self.is_styled = false;
        }
        ctx.set_zoom_factor(f32::from(preferences.scale) / 100.0);
        self.preferences = preferences.clone();
        self.settings.prefer(preferences);
        self.settings.save(self.host.vfs(), self.host.state_folder());
        let is_other = language != self.language;
        self.language = language;
        // The example speaks the user's language.
        if is_other
            && self.history.is_saved()
            && let Some(sample) = self.file.sample
        {
            self.open_sample(sample);
        }
    }
}

/// The theme chosen, else the system's.
pub(super) fn theme_of(preferences: &Preferences, is_system_dark: bool) -> Theme {
    preferences.theme.unwrap_or(if is_system_dark { Theme::Dark } else { Theme::Light })
}
