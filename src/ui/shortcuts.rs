//! All keys on one sheet, and what the mouse does on the map.

use egui::{Align, Id, Layout, Modal, RichText, ScrollArea, Ui};

use super::command::Menu;
use super::style::bold_text;
use super::toolbar::command_button;
use super::{Actions, Command, Dialog, ViewContext, ViewState};
use crate::theme::TextSize;
use crate::words::Message;

/// What the mouse does on the map.
const GESTURES: [Message; 9] = [
    Message::MouseWheel,
    Message::MousePan,
    Message::MouseBand,
    Message::MouseMore,
    Message::MouseDrop,
    Message::MouseOrder,
    Message::MouseHandle,
    Message::MouseSymbol,
    Message::MouseInspector,
];

/// Draws the sheet, while it is open.
pub(super) fn shortcuts_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    if view.dialog != Some(Dialog::Shortcuts) {
        return;
    }
    let room = ui.ctx().content_rect().size();
    let given = actions.len();
    let modal = Modal::new(Id::unique("shortcuts")).show(ui.ctx(), |ui| {
        ui.set_width((room.x - 64.0).clamp(200.0, 860.0));
        ui.label(bold_text(ctx.words.say(Message::MenuShortcuts), TextSize::SECTION, ctx));
        ui.add_space(8.0);
        ScrollArea::vertical().max_height((room.y - 140.0).max(80.0)).show(ui, |ui| sheet_ui(ctx, ui));
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let close = ui.button(ctx.words.say(Message::Close));
            command_button(ctx, ui, actions, Command::Tour);
            close.clicked()
        })
        .inner
    });
    if modal.should_close() || modal.inner || actions.len() > given {
        view.dialog = None;
    }
}

/// The menus in as many columns as fit, and the gestures below.
fn sheet_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    // Clear of the scroll bar.
    ui.set_width(ui.available_width() - 16.0);
    let columns: &[&[Menu]] = if ui.available_width() >= 720.0 {
        &[&[Menu::File, Menu::Edit], &[Menu::People], &[Menu::View, Menu::Help]]
    } else if ui.available_width() >= 460.0 {
        &[&[Menu::File, Menu::Edit], &[Menu::People, Menu::View, Menu::Help]]
    } else {
        &[&Menu::ALL]
    };
    ui.spacing_mut().item_spacing.x = 24.0;
    ui.columns(columns.len(), |places| {
        for (ui, menus) in places.iter_mut().zip(columns) {
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 1.0);
            ui.spacing_mut().interact_size.y = TextSize::SECOND;
            for menu in *menus {
                menu_ui(ctx, ui, *menu);
            }
        }
    });
    ui.label(bold_text(ctx.words.say(Message::MouseTitle), TextSize::SECOND, ctx));
    ui.spacing_mut().item_spacing = egui::vec2(24.0, 1.0);
    let halves = if columns.len() > 1 { 2 } else { 1 };
    ui.columns(halves, |places| {
        for (place, gesture) in GESTURES.into_iter().enumerate() {
            let half = place * halves / GESTURES.len();
            places[half].label(RichText::new(ctx.words.say(gesture)).size(TextSize::SECOND));
        }
    });
}

/// The commands of a menu with their keys at the end of the line.
fn menu_ui(ctx: &ViewContext<'_>, ui: &mut Ui, menu: Menu) {
    ui.label(bold_text(ctx.words.say(menu.message()), TextSize::SECOND, ctx));
    for command in Command::ALL.iter().filter(|command| command.menu() == menu) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(ctx.words.say(command.message())).size(TextSize::SECOND));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(shortcut) = command.shortcut() {
                    let keys = RichText::new(shortcut.to_string()).size(TextSize::SECOND);
                    ui.label(keys.color(ctx.palette.ink_soft()));
                }
            });
        });
    }
    ui.add_space(8.0);
}
