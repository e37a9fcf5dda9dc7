//! Small windows over the workbench: questions that are open, and the notices above everything.

use std::collections::BTreeSet;

use egui::{Frame, Id, Modal, RichText, TextEdit, Ui};

use super::style::bold_text;
use super::{Action, Actions, ChangedAnswer, Command, Dialog, RecoveryAnswer, ViewContext, ViewState};
use crate::edit::{holders, references, remove};
use crate::model::{PersonId, Seat, SeatId};
use crate::theme::TextSize;
use crate::words::Message;

/// How many references a question lists.
const LISTED: usize = 10;

/// Draws the question that is open, if one is.
pub(super) fn dialog_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    match view.dialog.clone() {
        Some(Dialog::Path { command, text }) => path_ui(ctx, view, ui, (command, text), actions),
        Some(Dialog::Delete { seats, people }) => delete_ui(ctx, view, ui, (&seats, &people), actions),
        Some(Dialog::Close) => {
            let words = [Message::CloseSave, Message::CloseDiscard];
            unsaved_ui(ctx, view, ui, (words, |saves| Action::Close { saves }), actions);
        }
        Some(Dialog::Leave) => {
            let words = [Message::LeaveSave, Message::LeaveDiscard];
            unsaved_ui(ctx, view, ui, (words, |saves| Action::Leave { saves }), actions);
        }
        Some(Dialog::PasteTable { .. }) => super::paste::paste_ui(ctx, view, ui, actions),
        Some(Dialog::Settings(_)) => super::settings::settings_ui(ctx, view, ui, actions),
        Some(Dialog::Shortcuts) => super::shortcuts::shortcuts_ui(ctx, view, ui, actions),
        None => {}
    }
}

fn path_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &Ui,
    (command, mut text): (Command, String),
    actions: &mut Actions,
) {
    let mut is_open = true;
    let response = Modal::new(Id::unique("path")).show(ui.ctx(), |ui| {
        ui.set_width(440.0);
        ui.label(bold_text(ctx.words.say(Message::OpenPathTitle), TextSize::SECTION, ctx));
        ui.label(RichText::new(ctx.words.say(Message::OpenPathHint)).color(ctx.palette.ink_soft()));
        ui.add_space(8.0);
        let label = ui.label(ctx.words.say(command.message()));
        let field = ui.add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY)).labelled_by(label.id);
        if !field.has_focus() && !field.lost_focus() {
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

/// Says who goes, who moves up and what else speaks of them, before anybody is removed.
fn delete_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &Ui,
    (seats, people): (&BTreeSet<SeatId>, &BTreeSet<PersonId>),
    actions: &mut Actions,
) {
    let words = ctx.words;
    let gone: Vec<PersonId> = holders(ctx.account, seats).into_iter().chain(people.iter().copied()).collect();
    let mut is_open = true;
    let response = Modal::new(Id::unique("delete")).show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        let names: Vec<&str> = gone.iter().take(4).map(|person| ctx.account.person_name(*person)).collect();
        let title = match gone.as_slice() {
            [] => words.text(&Message::DeleteSeats { count: seats.len().to_string() }),
            [only] => words.text(&Message::DeleteOne { name: ctx.account.person_name(*only).to_owned() }),
            many => words.text(&Message::DeleteMany { count: many.len().to_string() }),
        };
        ui.label(bold_text(&title, TextSize::SECTION, ctx));
        if gone.len() > 1 {
            let more = if gone.len() > 4 { "…" } else { "" };
            ui.label(format!("{}{more}", names.join(words.list_separator())));
        }
        let moving =
            |seat: &&Seat| !seats.contains(&seat.id) && seat.reports_to.is_some_and(|boss| seats.contains(&boss));
        let up = ctx.account.all::<Seat>().filter(moving).count();
        if up > 0 {
            ui.label(words.text(&Message::DeleteMovesUp { count: up.to_string() }));
        }
        references_ui(ctx, ui, &gone);
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let is_entered = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
            if ui.button(title).clicked() || is_entered {
                actions.push(Action::Edit(remove(ctx.account, seats, people)));
                is_open = false;
            }
            if ui.button(words.say(Message::Cancel)).clicked() {
                is_open = false;
            }
        });
    });
    if !is_open || response.should_close() {
        view.dialog = None;
        view.wants_canvas = true;
    }
}

/// What speaks of these people and will no longer.
fn references_ui(ctx: &ViewContext<'_>, ui: &mut Ui, gone: &[PersonId]) {
    let mut lines: Vec<String> = Vec::new();
    for person in gone.iter().take(50) {
        for reference in references(ctx.account, *person) {
            lines.extend(ctx.words.reference(&reference));
        }
    }
    if lines.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(RichText::new(ctx.words.say(Message::DeleteReferences)).color(ctx.palette.ink_soft()));
    let more = lines.len().saturating_sub(LISTED);
    for line in lines.iter().take(LISTED) {
        ui.label(RichText::new(format!("· {line}")).size(TextSize::SECOND));
    }
    if more > 0 {
        ui.label(RichText::new(ctx.words.text(&Message::PageMore { n: more.to_string() })).size(TextSize::SECOND));
    }
}

/// Asked only where there is no file yet, or saving by itself is off or has failed.
fn unsaved_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &Ui,
    ([save, discard], answer): ([Message; 2], fn(bool) -> Action),
    actions: &mut Actions,
) {
    let response = Modal::new(Id::unique("unsaved")).show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        ui.label(bold_text(ctx.words.say(Message::CloseTitle), TextSize::SECTION, ctx));
        ui.label(ctx.words.say(Message::CloseHint));
        ui.add_space(12.0);
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            if ui.button(ctx.words.say(save)).clicked() {
                chosen = Some(Some(true));
            }
            if ui.button(ctx.words.say(discard)).clicked() {
                chosen = Some(Some(false));
            }
            if ui.button(ctx.words.say(Message::CloseStay)).clicked() {
                chosen = Some(None);
            }
        });
        chosen
    });
    let chosen = response.inner;
    if chosen.is_some() || response.should_close() {
        view.dialog = None;
        view.wants_canvas = true;
    }
    actions.extend(chosen.flatten().map(answer));
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
    if let Some(sentence) = ctx.changed_elsewhere {
        banner(ctx, ui, |ui| {
            ui.label(sentence);
            if ui.button(ctx.words.say(Message::ChangedReread)).clicked() {
                actions.push(Action::ChangedElsewhere(ChangedAnswer::Reread));
            }
            if ui.button(ctx.words.say(Message::ChangedKeep)).clicked() {
                actions.push(Action::ChangedElsewhere(ChangedAnswer::KeepMine));
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
