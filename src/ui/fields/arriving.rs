//! Sending the keys to a field that another view draws in the frames to come.

use egui::{Align, Context, Id, Response, Ui};

/// For how many frames a field is waited for: a view opens in the next one, a fold in it in another, a fold
/// within that in one more.
const FRAMES: u64 = 4;

/// Gives the keys to the field of this id and brings it into sight, once it is drawn.
pub(in crate::ui) fn send_keys(ui: &Ui, field: Id) {
    let until = ui.ctx().cumulative_frame_nr() + FRAMES;
    ui.data_mut(|data| data.insert_temp(keys_id(), (field, until)));
    ui.ctx().request_repaint();
}

/// Whether the keys are on their way to this field: then it takes them.
pub(super) fn take_sent_keys(field: &Response) {
    let sent = field.ctx.data(|data| data.get_temp::<(Id, u64)>(keys_id()));
    if sent.is_some_and(|(id, until)| id == field.id && is_on_time(&field.ctx, until)) {
        field.request_focus();
        field.scroll_to_me(Some(Align::Center));
        field.ctx.request_repaint();
    }
}

/// Unfolds what goes by this name, once it is drawn.
pub(in crate::ui) fn open_fold(ui: &Ui, name: &'static str) {
    let until = ui.ctx().cumulative_frame_nr() + FRAMES;
    ui.data_mut(|data| data.insert_temp(fold_id(name), until));
}

/// What a fold that goes by this name is to do: unfold, or stay as it is.
pub(in crate::ui) fn opened_fold(ui: &Ui, name: &'static str) -> Option<bool> {
    let until = ui.data(|data| data.get_temp::<u64>(fold_id(name)))?;
    is_on_time(ui.ctx(), until).then_some(true)
}

fn is_on_time(ctx: &Context, until: u64) -> bool {
    ctx.cumulative_frame_nr() <= until
}

fn keys_id() -> Id {
    Id::unique("keys on their way to a field")
}

fn fold_id(name: &'static str) -> Id {
    Id::unique(("fold to be opened", name))
}
