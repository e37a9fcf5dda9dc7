//! Every command, with its words and its shortcut: menus, palette, shortcut sheet and keys come
//! from here.

use egui::{Key, Modifiers};

use super::{View, ViewContext, ViewState};
use crate::words::Message;

/// A key with what is held beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// What is held.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

/// The menu a command stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Files, pages, settings.
    File,
    /// Undo, clipboard, selection.
    Edit,
    /// People, cards, judgements.
    People,
    /// What is shown, and how.
    View,
    /// How to go on.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::People, Self::View, Self::Help];

    /// Its name.
    pub const fn message(self) -> Message {
        match self {
            Self::File => Message::MenuFile,
            Self::Edit => Message::MenuEdit,
            Self::People => Message::MenuPeople,
            Self::View => Message::MenuView,
            Self::Help => Message::MenuHelp,
        }
    }
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
const ALT: Modifiers = Modifiers::ALT;

/// One line a command: name, menu, words, shortcut.
macro_rules! commands {
    ($($(#[$meta:meta])* $name:ident: $menu:ident, $message:ident $(, $modifiers:ident $key:ident)?;)+) => {
        /// Something the user can have done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            $($(#[$meta])* $name,)+
            /// Write a plot as a picture. Asked for at the plot: it stands in no menu.
            SavePicture,
        }

        impl Command {
            /// Every command of the menus, in their order.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name.
            pub const fn message(self) -> Message {
                match self { $(Self::$name => Message::$message,)+ Self::SavePicture => Message::PlotSave }
            }

            /// The menu it stands in.
            pub const fn menu(self) -> Menu {
                match self { $(Self::$name => Menu::$menu,)+ Self::SavePicture => Menu::File }
            }

            /// Its shortcut.
            pub const fn shortcut(self) -> Option<Shortcut> {
                match self { $(Self::$name => commands!(@shortcut $($modifiers $key)?),)+ Self::SavePicture => None }
            }
        }
    };
    (@shortcut) => { None };
    (@shortcut $modifiers:ident $key:ident) => { Some(Shortcut { modifiers: $modifiers, key: Key::$key }) };
}

commands! {
    /// A new, empty account.
    New: File, MenuNew, CTRL N;
    /// Open a file.
    Open: File, MenuOpen, CTRL O;
    /// Open the worked example.
    OpenExample: File, MenuExample;
    /// Open the figures worked out in the methods: a funnel and a workload.
    OpenWorked: File, MenuWorked;
    /// Read the open file again.
    Reload: File, MenuReload, CTRL R;
    /// Save the account.
    Save: File, MenuSave, CTRL S;
    /// Save the account under another name.
    SaveAs: File, MenuSaveAs, SHIFT S;
    /// Keep an earlier version of the account as a snapshot.
    SnapshotFrom: File, MenuSnapshotFrom;
    /// Show the page as it will be printed.
    ShowPage: File, MenuPreview, CTRL P;
    /// Hand the page to the system's print service.
    Print: File, MenuPrint, SHIFT P;
    /// Write the page as PDF, PNG or SVG.
    Export: File, MenuExport, CTRL E;
    /// Use a changed template for the page.
    ChooseTemplate: File, MenuChooseTemplate;
    /// Copy the shipped template, to be changed.
    CopyTemplate: File, MenuCopyTemplate;
    /// What the user prefers.
    Settings: File, MenuSettings, CTRL Comma;
    /// Close the window.
    Quit: File, MenuQuit, CTRL Q;
    /// Take the last step back.
    Undo: Edit, MenuUndo, CTRL Z;
    /// Do it again.
    Redo: Edit, MenuRedo, SHIFT Z;
    /// Mark the branch to be moved by pasting.
    Cut: Edit, MenuCut, CTRL X;
    /// Copy the branch.
    Copy: Edit, MenuCopy, CTRL C;
    /// Paste the branch, or people from a table.
    Paste: Edit, MenuPaste, CTRL V;
    /// Bring in people from a table or an indented list.
    PasteTable: Edit, MenuPasteTable;
    /// Select everybody.
    SelectAll: Edit, MenuSelectAll, CTRL A;
    /// Keep the map as it stands today.
    TakeSnapshot: Edit, MenuTakeSnapshot;
    /// Find somebody and go there.
    Find: Edit, MenuFind, CTRL F;
    /// Find any text of the account and go there.
    FindText: Edit, MenuFindText, SHIFT F;
    /// Somebody new at the top.
    AddTop: People, MenuAddTop, NONE N;
    /// Somebody new below.
    AddReport: People, MenuAddReport, NONE Tab;
    /// Somebody new beside.
    AddColleague: People, MenuAddColleague, NONE Enter;
    /// Somebody new above.
    AddAbove: People, MenuAddManager, CTRL Enter;
    /// Change the name on the card.
    Rename: People, MenuRename, NONE F2;
    /// Remove people.
    Delete: People, MenuDelete, NONE Delete;
    /// Take people off the map; they wait in the tray.
    Unseat: People, MenuUnseat, NONE Backspace;
    /// Move among the colleagues, towards the first.
    MoveEarlier: People, MenuMoveEarlier, ALT ArrowLeft;
    /// Move among the colleagues, towards the last.
    MoveLater: People, MenuMoveLater, ALT ArrowRight;
    /// Let the layout place the card again.
    Release: People, MenuRelease, NONE U;
    /// Fold the branch in or out.
    Collapse: People, MenuCollapse, NONE Period;
    /// Show this branch alone, or everybody again.
    FocusBranch: People, MenuFocusBranch, NONE B;
    /// Set the buying role.
    JudgeRole: People, MenuJudgeRole, NONE R;
    /// Set the innovation attitude.
    JudgeAttitude: People, MenuJudgeAttitude, NONE I;
    /// Set the support.
    JudgeSupport: People, MenuJudgeSupport, NONE S;
    /// Set the coverage.
    JudgeCoverage: People, MenuJudgeCoverage, NONE C;
    /// An action for the person selected.
    AddAction: People, MenuAddAction, NONE D;
    /// Tell of a visit to the people selected.
    AfterVisit: People, MenuAfterVisit, NONE V;
    /// Show the brief on the person selected as it will be printed.
    VisitBrief: People, MenuVisitBrief;
    /// Show the map.
    ShowMap: View, NavMap, NONE M;
    /// Show everybody as a table.
    ShowTable: View, NavTable, NONE T;
    /// Show the plan.
    ShowPlan: View, NavPlan, NONE P;
    /// Show the opportunities.
    ShowOpportunities: View, NavOpportunities, NONE O;
    /// Show actions and activities.
    ShowActions: View, NavActions, NONE A;
    /// Show what the map says.
    ShowFindings: View, NavFindings, NONE F;
    /// Try something out; nothing is kept until the user says so.
    WhatIf: View, MenuWhatIf, NONE W;
    /// The organisation chart, top down.
    DrawChart: View, LayoutOrganization, NONE Num1;
    /// The organisation chart, left to right.
    DrawAcross: View, LayoutOrganizationAcross, NONE Num2;
    /// Layers towards those who decide.
    DrawPath: View, LayoutPathToPower, NONE Num3;
    /// Who stands near whom.
    DrawInfluence: View, LayoutInfluence, NONE Num4;
    /// One person in the centre.
    DrawCircle: View, LayoutCircle, NONE Num5;
    /// Support across, power upward.
    DrawPosition: View, LayoutPosition, NONE Num6;
    /// Units by levels.
    DrawCoverage: View, LayoutCoverage, NONE Num7;
    /// The whole organisation as nested blocks.
    DrawOverview: View, LayoutOverview, NONE Num8;
    /// Show what differs between two days.
    ShowThenNow: View, NavThenNow, NONE H;
    /// Fit the map into the window.
    Fit: View, MenuFit, CTRL Num0;
    /// Show the map at its own size.
    ActualSize: View, MenuActualSize, CTRL Num1;
    /// Look closer.
    ZoomIn: View, MenuZoomIn, CTRL Plus;
    /// Look from further away.
    ZoomOut: View, MenuZoomOut, CTRL Minus;
    /// Hide or show the rail.
    ToggleRail: View, MenuRail, NONE F8;
    /// Hide or show the inspector.
    ToggleInspector: View, MenuInspector, NONE F9;
    /// Hide or show the tray.
    ToggleTray: View, MenuTray, NONE F7;
    /// Hide or show the legend.
    ToggleLegend: View, MenuLegend, NONE L;
    /// Change between Chinese and English.
    ToggleLanguage: View, MenuLanguage;
    /// Change between light and dark.
    ToggleTheme: View, MenuTheme;
    /// Every command by name.
    Palette: Help, MenuPalette, CTRL K;
    /// All keys on one sheet.
    Shortcuts: Help, MenuShortcuts, NONE F1;
    /// The short tour.
    Tour: Help, MenuTour;
}

impl Command {
    /// Whether it can be done now.
    #[expect(clippy::wildcard_enum_match_arm, reason = "most commands always can")]
    pub fn is_enabled(self, ctx: &ViewContext<'_>, view: &ViewState) -> bool {
        let has_cards = !view.selection.is_empty();
        let has_people = has_cards || view.person.is_some();
        match self {
            Self::Undo => ctx.undo.is_some(),
            Self::Redo => ctx.redo.is_some(),
            Self::Reload => ctx.has_file,
            Self::Cut | Self::Copy | Self::Collapse | Self::Release | Self::Unseat => has_cards,
            // Elsewhere the same keys move cards and dates.
            Self::MoveEarlier | Self::MoveLater => {
                view.selection.len() == 1 && matches!(view.view, View::Map | View::Table)
            }
            Self::FocusBranch => view.view == View::Map && (view.branch.is_some() || view.selection.len() == 1),
            Self::AddReport | Self::AddColleague | Self::AddAbove => {
                view.view == View::Map && (view.selection.len() == 1 || ctx.account.seats.is_empty())
            }
            // Letters that make something work where people are shown, and not beside a form's fields.
            Self::AddTop => !ctx.is_read_only && matches!(view.view, View::Map | View::Table),
            Self::PasteTable => !ctx.is_read_only,
            // A snapshot is of the account as it is, and never of a trial.
            Self::TakeSnapshot | Self::SnapshotFrom => !ctx.is_read_only && ctx.what_if.is_none(),
            Self::Rename => view.view == View::Map && view.selection.len() == 1,
            Self::Delete => has_people || view.link.is_some() || view.dotted.is_some(),
            Self::AfterVisit => !ctx.is_read_only && ctx.what_if.is_none() && super::visit::is_beside(view.view),
            Self::VisitBrief => has_people,
            Self::AddAction => has_people && matches!(view.view, View::Map | View::Table),
            Self::JudgeRole | Self::JudgeAttitude | Self::JudgeSupport | Self::JudgeCoverage => {
                view.view == View::Map && has_cards
            }
            _ => true,
        }
    }

    /// The commands whose shortcuts were pressed, taken out of the input. The clipboard's come as
    /// events of their own; Tab, Enter, Delete and the like only where the canvas has the keys.
    pub(super) fn pressed(ctx: &ViewContext<'_>, view: &ViewState, ui: &egui::Ui) -> Vec<Self> {
        let is_typing = ui.ctx().text_edit_focused() || view.naming.is_some();
        // The field of the empty map has nothing to undo while nothing is typed.
        let has_text = is_typing && !view.has_idle_field;
        let is_asked = view.is_asked();
        ui.ctx().input_mut(|input| {
            // The longer shortcut first, or the shorter one would take its key.
            let mut all = Self::ALL.to_vec();
            all.sort_by_key(|command| {
                let held = |held: Modifiers| [held.command, held.shift, held.alt].into_iter().filter(|is| *is).count();
                std::cmp::Reverse(command.shortcut().map_or(0, |shortcut| held(shortcut.modifiers)))
            });
            let is_pressed = |command: &Self| {
                let Some(shortcut) = command.shortcut() else { return false };
                let is_function = matches!(shortcut.key, Key::F1 | Key::F7 | Key::F8 | Key::F9);
                // Single letters belong to whoever is typing, and so do undo and the clipboard.
                let is_letter = !shortcut.modifiers.command && !is_function;
                let belongs_to_text = (is_typing && is_letter) || (has_text && command.is_of_text());
                let is_free = is_function || !(belongs_to_text || is_asked || command.is_of_canvas());
                is_free && command.is_enabled(ctx, view) && input.consume_key(shortcut.modifiers, shortcut.key)
            };
            all.into_iter().filter(is_pressed).collect()
        })
    }

    /// Keys that a focused text field has for itself.
    const fn is_of_text(self) -> bool {
        matches!(
            self,
            Self::Undo | Self::Redo | Self::Cut | Self::Copy | Self::Paste | Self::SelectAll | Self::AddAbove
        )
    }

    /// Keys that only the canvas takes, since buttons and lists use them too.
    pub(super) const fn is_of_canvas(self) -> bool {
        matches!(
            self,
            Self::AddReport
                | Self::AddColleague
                | Self::AddAbove
                | Self::Delete
                | Self::Unseat
                | Self::SelectAll
                | Self::Cut
                | Self::Copy
                | Self::Paste
                | Self::DrawChart
                | Self::DrawAcross
                | Self::DrawPath
                | Self::DrawInfluence
                | Self::DrawCircle
                | Self::DrawPosition
                | Self::DrawCoverage
                | Self::DrawOverview
        )
    }
}

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.modifiers.command {
            f.write_str("Ctrl+")?;
        }
        if self.modifiers.alt {
            f.write_str("Alt+")?;
        }
        if self.modifiers.shift {
            f.write_str("Shift+")?;
        }
        let signs = [
            (Key::Plus, "+"),
            (Key::Minus, "-"),
            (Key::Comma, ","),
            (Key::Period, "."),
            (Key::Delete, "Del"),
            (Key::ArrowLeft, "←"),
            (Key::ArrowRight, "→"),
        ];
        let sign = signs.into_iter().find(|(key, _)| *key == self.key);
        f.write_str(sign.map_or(self.key.name(), |(_, sign)| sign))
    }
}
