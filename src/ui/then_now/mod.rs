//! Then and now: two dated snapshots, or one and today, compared as a picture and as sentences.

mod card;
mod compared;
mod picture;
mod records;
mod sentences;

use std::sync::Arc;

use egui::{Button, CentralPanel, ComboBox, Frame, Margin, Panel, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::fields::{Form, LONGEST, field_id, name_widget};
use super::style::bold_text;
use super::{Action, Actions, Camera, Command, ViewContext, ViewState};
use crate::edit::hold_review;
use crate::model::{ReviewKind, Snapshot, SnapshotId};
use crate::theme::TextSize;
use crate::words::Message;
use compared::{Compared, compared, sides, snapshots};
pub(super) use records::review_fields_ui;

/// Below this width picture and sentences stand one below the other.
const NARROW: f32 = 720.0;

/// The picture's height where it stands above the sentences.
const LOW: f32 = 300.0;

/// One of the two sides that are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The account as it stands.
    #[default]
    Today,
    /// A dated snapshot.
    Taken(SnapshotId),
}

/// What is compared, and how it is looked at.
#[derive(Clone, Debug, Default)]
pub struct ThenNow {
    /// The earlier side; `None` is the last review, else the newest snapshot.
    pub then: Option<Side>,
    /// The later side.
    pub now: Side,
    /// What the next snapshot is for.
    pub label: String,
    /// Where the user made the picture look; `None` fits it.
    pub camera: Option<Camera>,
    /// What was found last, until its cause changes: not for every frame anew.
    compared: Option<Arc<Compared>>,
}

/// Draws the choice of sides, the picture, the sentences, and the lists of snapshots and reviews.
pub(super) fn then_now_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let compared = compared(ctx, view);
    let Some(compared) = compared else {
        ScrollArea::vertical().id_salt("then-now-empty").auto_shrink(false).show(ui, |ui| {
            head_ui(ctx, view, ui, actions);
            empty_ui(ctx, ui, actions);
            records::records_ui(ctx, view, ui, actions);
        });
        return;
    };
    if ui.available_width() < NARROW {
        ScrollArea::vertical().id_salt("then-now").auto_shrink(false).show(ui, |ui| {
            head_ui(ctx, view, ui, actions);
            let size = egui::vec2(ui.available_width(), LOW);
            picture::picture_ui(ctx, view, ui, &compared, size);
            ui.add_space(8.0);
            sentences::sentences_ui(ctx, view, ui, &compared);
            ui.add_space(16.0);
            records::records_ui(ctx, view, ui, actions);
        });
        return;
    }
    head_ui(ctx, view, ui, actions);
    let side = Frame::new().inner_margin(Margin { left: 12, right: 0, top: 0, bottom: 0 });
    Panel::right("then-now-list").frame(side).default_size(360.0).size_range(260.0..=560.0).show(ui, |ui| {
        ScrollArea::vertical().id_salt("then-now-list").auto_shrink(false).show(ui, |ui| {
            sentences::sentences_ui(ctx, view, ui, &compared);
            ui.add_space(16.0);
            records::records_ui(ctx, view, ui, actions);
        });
    });
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        let size = ui.available_size();
        picture::picture_ui(ctx, view, ui, &compared, size);
    });
}

/// The two sides, and what makes new snapshots.
fn head_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(ctx.words.say(Message::NavThenNow), TextSize::SECTION, ctx));
        ui.add_space(8.0);
        if !ctx.account.snapshots.is_empty() {
            sides_ui(ctx, view, ui);
        }
    });
    ui.horizontal_wrapped(|ui| {
        let hint = egui::RichText::new(ctx.words.say(Message::ThenNowLabelHint)).color(ctx.palette.ink_faint());
        let field = TextEdit::singleline(&mut view.then_now.label).hint_text(hint).desired_width(180.0);
        let field = ui.add(field.char_limit(LONGEST).interactive(!ctx.is_read_only));
        name_widget(&field, &ctx.words.say(Message::ThenNowLabel));
        let goes = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let word = |message: Message| Button::new(ctx.words.say(message).into_owned());
        // What is kept is the account as it is, and never a trial.
        let is_free = !ctx.is_read_only && ctx.what_if.is_none();
        if ui.add_enabled(is_free, word(Message::MenuTakeSnapshot)).clicked() || (goes && is_free) {
            actions.push(Action::Command(Command::TakeSnapshot));
        }
        if ui.add_enabled(is_free, word(Message::ThenNowHold)).clicked() {
            hold(ctx, view, actions, ReviewKind::Plan);
        }
        if ui.add_enabled(is_free, word(Message::MenuSnapshotFrom)).clicked() {
            actions.push(Action::Command(Command::SnapshotFrom));
        }
    });
    ui.add_space(8.0);
}

/// Adds a review of today with its snapshot; what was decided is typed next.
pub(super) fn hold(ctx: &ViewContext<'_>, view: &mut ViewState, actions: &mut Actions, kind: ReviewKind) {
    let label = ctx.words.value(kind).to_owned();
    let reviewer = ctx.preferences.my_name.trim().to_owned();
    let (edit, review) = hold_review(ctx.account, &mut view.ids, (kind, ctx.today), &reviewer, &label);
    view.wants_field = Some(field_id("review", review, "note"));
    actions.push(Action::Edit(edit));
}

fn sides_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let (then, now) = sides(ctx, view);
    let today = (Side::Today, ctx.words.say(Message::ThenNowToday).into_owned());
    let taken = snapshots(ctx.account).into_iter();
    let taken = taken.map(|snapshot| (Side::Taken(snapshot.id), ctx.words.snapshot_name(snapshot)));
    let options: Vec<(Side, String)> = std::iter::once(today).chain(taken).collect();
    let chosen = picker_ui(ctx, ui, Message::ThenNowThen, then, &options);
    ui.label("→");
    let newer = picker_ui(ctx, ui, Message::ThenNowNow, now, &options);
    if chosen != then {
        view.then_now.then = Some(chosen);
    }
    view.then_now.now = newer;
}

/// A list that drops down with every snapshot and today.
fn picker_ui(ctx: &ViewContext<'_>, ui: &mut Ui, word: Message, side: Side, options: &[(Side, String)]) -> Side {
    let side_word = ctx.words.say(word.clone()).into_owned();
    let shown = options.iter().find(|(option, _)| *option == side).map_or("", |(_, text)| text);
    let name = ctx.words.text(&Message::ThenNowPick { side: side_word, name: shown.to_owned() });
    let mut chosen = side;
    let combo = ComboBox::from_id_salt(word.id()).selected_text(&name).width(220.0).truncate();
    let combo = combo.show_ui(ui, |ui| {
        for (option, text) in options {
            let response = ui.push_id(format!("{option:?}"), |ui| ui.selectable_label(*option == side, text)).inner;
            if response.clicked() {
                chosen = *option;
            }
        }
    });
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    chosen
}

/// What this side is for, while nothing was ever kept.
fn empty_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    ui.set_max_width(ui.available_width().min(620.0));
    let mut form = Form::new(ctx, ui, actions);
    form.note(ctx.words.say(Message::ThenNowEmpty));
    form.note(ctx.words.say(Message::ThenNowEmptyReview));
    ui.add_space(16.0);
}

/// The snapshot called by its day and label where a text needs both sides.
fn side_name(ctx: &ViewContext<'_>, side: Side) -> String {
    match side {
        Side::Today => crate::words::date(ctx.today),
        Side::Taken(id) => {
            ctx.account.get::<Snapshot>(id).map_or_else(String::new, |taken| ctx.words.snapshot_name(taken))
        }
    }
}
