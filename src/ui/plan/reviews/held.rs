//! The reviews held, the newest first: each opens to its form, its checklists and the map as it stood.

use egui::{Button, RichText, Ui};

use super::checks::checklists_ui;
use crate::edit::{Edit, RecordEdit};
use crate::insight::bad_answers;
use crate::model::{Review, ReviewKind, Snapshot};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::lacks::link_ui;
use crate::ui::plan::list::{add_button, fold_header, section_ui};
use crate::ui::style::bold_text;
use crate::ui::then_now::{hold, review_fields_ui};
use crate::ui::{Action, Actions, Side, View, ViewContext, ViewState};
use crate::words::{Message, date};

/// Draws the list and what holds one more.
pub(super) fn held_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let mut reviews: Vec<&Review> = ctx.account.all::<Review>().collect();
    reviews.sort_by_key(|review| std::cmp::Reverse((review.date, review.id)));
    section_ui(ctx, ui, "plan-held", (Message::PlanningHeld, reviews.len().to_string()), |ui| {
        if reviews.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::ThenNowEmptyReviews));
        }
        // A snapshot is of the account as it is, and never of a trial.
        if ctx.what_if.is_none() && add_button(ctx, ui, Message::ThenNowHold) {
            hold(ctx, view, actions, ReviewKind::Plan);
        }
        ui.add_space(4.0);
        for review in reviews {
            ui.push_id(review.id, |ui| review_ui(ctx, view, ui, actions, review));
        }
    });
}

/// One line that opens to the whole form.
fn review_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, review: &Review) {
    let when = review.date.map_or_else(|| ctx.words.text(&Message::WorkNoDate), date);
    let bad = bad_answers(review, ctx.planning).len();
    let color = if bad == 0 { ctx.palette.ink_soft() } else { ctx.palette.warning() };
    let about = RichText::new(format!("   {}", about(ctx, review, bad))).size(TextSize::SECOND).color(color);
    let is_new = view.wants_field == Some(field_id("review", review.id, "note"));
    let header = fold_header(ui, [bold_text(&when, TextSize::BODY, ctx), about]).id_salt("review");
    header.open(is_new.then_some(true)).show(ui, |ui| {
        review_fields_ui(&mut Form::new(ctx, ui, actions), view, review);
        ui.add_space(4.0);
        snapshot_ui(ctx, view, ui, review);
        checklists_ui(ctx, view, ui, actions, review);
        let name = format!("{when} {}", ctx.words.value(review.kind));
        let remove = RichText::new(ctx.words.text(&Message::PlanRemove { name })).size(TextSize::SECOND);
        if ui.add_enabled(!ctx.is_read_only, Button::new(remove)).clicked() {
            actions.push(Action::Edit(Edit::Review(RecordEdit::Remove(review.id))));
        }
        ui.add_space(8.0);
    });
}

/// Its kind, who reviewed, and how many answers are a bad sign.
fn about(ctx: &ViewContext<'_>, review: &Review, bad: usize) -> String {
    let mut parts = vec![ctx.words.value(review.kind).to_owned(), review.reviewer.trim().to_owned()];
    if bad > 0 {
        parts.push(ctx.words.text(&Message::PlanningAttention { count: bad.to_string() }));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The map as it stood, a link to what differs since.
fn snapshot_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, review: &Review) {
    match review.snapshot.and_then(|id| ctx.account.get::<Snapshot>(id)) {
        Some(snapshot) => {
            let name = ctx.words.snapshot_name(snapshot);
            if link_ui(ui, ctx.words.text(&Message::PlanningSnapshot { name })) {
                view.view = View::ThenNow;
                view.then_now.then = Some(Side::Taken(snapshot.id));
                view.then_now.now = Side::Today;
            }
        }
        None => crate::ui::plan::lacks::quiet_ui(ctx, ui, &ctx.words.say(Message::PlanningNoSnapshot)),
    }
    ui.add_space(4.0);
}
