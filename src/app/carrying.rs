//! What the user asked for is carried out in the same pass that drew it.

use super::Workbench;
use crate::theme::Theme;
use crate::ui::{Action, Command, Preferences};
use crate::words::{Language, Message};

impl Workbench {
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit) => {
                if self.file.is_read_only {
                    let text = self.words().say(Message::StatusReadOnly).into_owned();
                    self.refuse(ctx, text);
                } else if let Err(error) = self.document_mut().commit(edit) {
                    let text = self.words().edit_error(&error, self.document().account());
                    self.refuse(ctx, text);
                }
            }
            Action::Dismiss(index) if index < self.notices.len() => {
                self.notices.remove(index);
            }
            Action::Dismiss(_) => {}
            Action::EndStep => self.document_mut().end_merge(),
            Action::TakeBack => self.document_mut().take_back(),
            Action::Command(Command::Undo) => {
                let edit = self.document_mut().undo().map(|step| step.edit.clone());
                self.go_to_change(edit.as_ref());
            }
            Action::Command(Command::Redo) => {
                let edit = self.document_mut().redo().map(|step| step.edit.clone());
                self.go_to_change(edit.as_ref());
            }
            Action::Command(Command::WhatIf) => self.try_out(),
            Action::EndTrial(edit) => self.end_trial(ctx, edit),
            Action::StopMeasuring => self.measuring.stop(),
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
            | Action::SavePicture(..)
            | Action::Recovery(_)
            | Action::ChangedElsewhere(_)) => self.waiting.push(other),
        }
    }
}
