//! The snapshots and reviews there are: named, dated, removed.

use egui::Ui;

use super::compared::snapshots;
use crate::edit::{Edit, RecordEdit, ReviewChange, SnapshotChange};
use crate::model::{Review, Snapshot};
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{SHORT, cells_ui, labeled};
use crate::ui::plan::list::{RowTool, named, row_ui, section_ui, take_keys};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws both lists, each under its own head.
pub(super) fn records_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let snapshots = snapshots(ctx.account);
    if !snapshots.is_empty() {
        let note = snapshots.len().to_string();
        section_ui(ctx, ui, "then-now-snapshots", (Message::ThenNowSnapshots, note), |ui| {
            for snapshot in snapshots {
                ui.push_id(snapshot.id.to_string(), |ui| snapshot_ui(ctx, ui, actions, snapshot));
            }
        });
    }
    let mut reviews: Vec<&Review> = ctx.account.all::<Review>().collect();
    reviews.sort_by_key(|review| std::cmp::Reverse((review.date, review.id)));
    section_ui(ctx, ui, "then-now-reviews", (Message::ThenNowReviews, reviews.len().to_string()), |ui| {
        if reviews.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::ThenNowEmptyReviews));
        }
        for review in reviews {
            ui.push_id(review.id.to_string(), |ui| review_ui(ctx, view, ui, actions, review));
            ui.separator();
        }
    });
}

fn snapshot_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, snapshot: &Snapshot) {
    let set = |change| Edit::Snapshot(RecordEdit::Set(snapshot.id, change));
    let id = |field| field_id("snapshot", snapshot.id, field);
    let name = named(ctx, &ctx.words.snapshot_name(snapshot), "Snapshot");
    let tool = row_ui(ctx, ui, &name, None, |ui| {
        let mut form = Form::new(ctx, ui, actions);
        let (day, label) = (form.word("taken"), form.word("label"));
        form.bare_date(id("taken"), &day, snapshot.taken, |day| set(SnapshotChange::Taken(day)));
        form.bare_text(id("label"), &label, &snapshot.label, &label, |text| set(SnapshotChange::Label(text)));
    });
    if tool == Some(RowTool::Remove) {
        actions.push(Action::Edit(Edit::Snapshot(RecordEdit::Remove(snapshot.id))));
    }
}

fn review_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, review: &Review) {
    let day = review.date.map(crate::words::date).unwrap_or_default();
    let name = named(ctx, &format!("{day} {}", ctx.words.value(review.kind)), "Review");
    let tool = row_ui(ctx, ui, &name, None, |ui| review_fields_ui(&mut Form::new(ctx, ui, actions), view, review));
    if tool == Some(RowTool::Remove) {
        actions.push(Action::Edit(Edit::Review(RecordEdit::Remove(review.id))));
    }
}

/// Kind, date, reviewer and note of a review.
pub(in crate::ui) fn review_fields_ui(form: &mut Form<'_>, view: &mut ViewState, review: &Review) {
    let set = |change| Edit::Review(RecordEdit::Set(review.id, change));
    let id = |field| field_id("review", review.id, field);
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = labeled(form, "kind");
                form.must_choose(id("kind"), &word, review.kind, |kind| set(ReviewChange::Kind(kind)));
            },
            &|form, _| {
                let word = form.word("date");
                form.date(id("date"), &word, review.date, |date| set(ReviewChange::Date(date)));
            },
        ],
    );
    let word = form.word("reviewer");
    form.text(id("reviewer"), &word, &review.reviewer, "", |text| set(ReviewChange::Reviewer(text)));
    let word = form.word("note");
    let note = form.area(id("note"), &word, &review.note, "", |text| set(ReviewChange::Note(text)));
    take_keys(view, id("note"), &note);
}
