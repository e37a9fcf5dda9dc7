//! Every command, with its words and its shortcut: menus and keys come from here.

use egui::{Key, Modifiers};

use crate::words::Message;

/// Something the user can have done that is no change of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// Open a file.
    Open,
    /// Open the worked example.
    OpenExample,
    /// Read the open file again.
    Reload,
    /// Save the account.
    Save,
    /// Save the account under another name.
    SaveAs,
    /// Write the page as PDF, PNG or SVG.
    Export,
    /// Close the window.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Show the map.
    ShowMap,
    /// Show the page.
    ShowPage,
    /// Fit the map into the window.
    Fit,
    /// Show the map at its own size.
    ActualSize,
    /// Look closer.
    ZoomIn,
    /// Look from further away.
    ZoomOut,
    /// Hide or show the inspector.
    ToggleInspector,
    /// Change between Chinese and English.
    ToggleLanguage,
    /// Change between light and dark.
    ToggleTheme,
}

/// A key with what is held beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// What is held.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

impl Command {
    /// Every command, in the order of the menus.
    pub const ALL: [Self; 18] = [
        Self::Open,
        Self::OpenExample,
        Self::Reload,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::ShowMap,
        Self::ShowPage,
        Self::Fit,
        Self::ActualSize,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ToggleInspector,
        Self::ToggleLanguage,
        Self::ToggleTheme,
    ];

    /// Its name.
    pub const fn message(self) -> Message {
        match self {
            Self::Open => Message::MenuOpen,
            Self::OpenExample => Message::MenuExample,
            Self::Reload => Message::MenuReload,
            Self::Save => Message::MenuSave,
            Self::SaveAs => Message::MenuSaveAs,
            Self::Export => Message::MenuExport,
            Self::Quit => Message::MenuQuit,
            Self::Undo => Message::MenuUndo,
            Self::Redo => Message::MenuRedo,
            Self::ShowMap => Message::NavMap,
            Self::ShowPage => Message::NavPage,
            Self::Fit => Message::MenuFit,
            Self::ActualSize => Message::MenuActualSize,
            Self::ZoomIn => Message::MenuZoomIn,
            Self::ZoomOut => Message::MenuZoomOut,
            Self::ToggleInspector => Message::MenuInspector,
            Self::ToggleLanguage => Message::MenuLanguage,
            Self::ToggleTheme => Message::MenuTheme,
        }
    }

    /// Its shortcut.
    pub const fn shortcut(self) -> Option<Shortcut> {
        const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
        let (modifiers, key) = match self {
            Self::Open => (Modifiers::COMMAND, Key::O),
            Self::Reload => (Modifiers::COMMAND, Key::R),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (SHIFT, Key::S),
            Self::Export => (Modifiers::COMMAND, Key::E),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (SHIFT, Key::Z),
            Self::ShowMap => (Modifiers::NONE, Key::M),
            Self::ShowPage => (Modifiers::NONE, Key::P),
            Self::Fit => (Modifiers::COMMAND, Key::Num0),
            Self::ActualSize => (Modifiers::COMMAND, Key::Num1),
            Self::ZoomIn => (Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => (Modifiers::COMMAND, Key::Minus),
            Self::ToggleInspector => (Modifiers::NONE, Key::F9),
            Self::OpenExample | Self::ToggleLanguage | Self::ToggleTheme => return None,
        };
        Some(Shortcut { modifiers, key })
    }

    /// The commands whose shortcuts were pressed, taken out of the input.
    pub(super) fn pressed(ctx: &egui::Context) -> Vec<Self> {
        let is_typing = ctx.text_edit_focused();
        ctx.input_mut(|input| {
            // The longer shortcut first, or the shorter one would take its key.
            let mut all = Self::ALL.to_vec();
            all.sort_by_key(|command| {
                std::cmp::Reverse(command.shortcut().is_some_and(|shortcut| shortcut.modifiers.shift))
            });
            let is_pressed = |command: &Self| {
                command.shortcut().is_some_and(|shortcut| {
                    // Single letters belong to whoever is typing.
                    (!is_typing || shortcut.modifiers.command) && input.consume_key(shortcut.modifiers, shortcut.key)
                })
            };
            all.into_iter().filter(is_pressed).collect()
        })
    }
}

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.modifiers.command {
            f.write_str("Ctrl+")?;
        }
        if self.modifiers.shift {
            f.write_str("Shift+")?;
        }
        let sign = [(Key::Plus, "+"), (Key::Minus, "-")].into_iter().find(|(key, _)| *key == self.key);
        f.write_str(sign.map_or(self.key.name(), |(_, sign)| sign))
    }
}
