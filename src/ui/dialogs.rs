//! Small windows over the workbench: a path typed by hand, an unsaved snapshot, notices.

use egui::{Frame, Id, Modal, RichText, TextEdit, Ui};

use super::style::bold_text;
use super::{Action, Actions, Dialog, RecoveryAnswer, ViewContext, ViewState};
use crate::theme::TextSize;
use crate::words::Message;

/// Draws the question that is open, if one is.
pub(super) fn dialog_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let Some(Dialog::Path { command, mut text }) = view.dialog.clone() else {
        return;
    };
    let mut is_open = true;
    let response = Modal::new(Id::unique("path")).show(ui.ctx(), |ui| {
        ui.set_width(440.0);
        ui.label(bold_text(ctx.words.say(Message::OpenPathTitle), TextSize::SECTION, ctx));
        ui.label(RichText::new(ctx.words.say(Message::OpenPathHint)).color(ctx.palette.ink_soft()));
        ui.add_space(8.0);
        let label = ui.label(ctx.words.say(command.message()));
        let field = ui.add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY)).labelled_by(label.id);
        if !field.has_focus() {
            field.request_focus();
        }
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let is_entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
            let goes = ui.button(ctx.words.say(Message::OpenPathGo)).clicked() || is_entered;
            if goes && !text.trim().is_empty() {
                actions.push(Action::PathChosen(command, text.trim().into()));
                is_open = false;
            }
            if ui.button(ctx.words.say(Message::Cancel)).clicked() {
                is_open = false;
            }
        });
    });
    is_open &= !response.should_close();
    view.dialog = is_open.then_some(Dialog::Path { command, text });
}

/// Draws the offer of an unsaved snapshot and the notices, above everything else.
pub(super) fn notices_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    if let Some(offer) = ctx.recovery {
        banner(ctx, ui, |ui| {
            ui.label(bold_text(ctx.words.say(Message::RecoveryTitle), TextSize::BODY, ctx));
            ui.label(offer);
            if ui.button(ctx.words.say(Message::RecoveryRestore)).clicked() {
                actions.push(Action::Recovery(RecoveryAnswer::Restore));
            }
            if ui.button(ctx.words.say(Message::RecoveryDiscard)).clicked() {
                actions.push(Action::Recovery(RecoveryAnswer::Discard));
            }
        });
    }
    for (index, notice) in ctx.notices.iter().enumerate() {
        banner(ctx, ui, |ui| {
            ui.push_id(index, |ui| {
                if ui.button(ctx.words.say(Message::Dismiss)).clicked() {
                    actions.push(Action::Dismiss(index));
                }
            });
            ui.label(notice);
        });
    }
}

fn banner(ctx: &ViewContext<'_>, ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(ctx.palette.raised()).inner_margin(egui::Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(content);
    });
}
