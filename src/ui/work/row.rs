//! An action as one line: how it stands, what is delivered, by whom, until when, for whom.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::list::{details_ui, due_color};
use super::show_opportunity;
use crate::edit::{ActionChange, Edit, RecordEdit};
use crate::insight::effort_opening;
use crate::model::{Action, Opportunity, TeamMember};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::plan::list::{named, take_keys};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, age, date};

/// As high as every line.
pub(super) const HEIGHT: f32 = 30.0;

/// The widths of the columns beside the deliverable.
const STATUS: f32 = 124.0;
const OWNER: f32 = 84.0;
const DUE: f32 = 148.0;
const LINKS: f32 = 150.0;
/// From this width on links get twice that room.
const WIDE: f32 = 960.0;
const SIGNS: f32 = 48.0;
/// The deliverable is to have at least so much room; before that links go, then owners.
const WHAT: f32 = 200.0;

/// Draws the line.
pub(super) fn row_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (action, is_open): (&Action, bool),
) {
    let size = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        let gap = ui.spacing().item_spacing.x;
        let rest = |others: &[f32]| size.x - others.iter().map(|width| width + gap).sum::<f32>();
        let links = if size.x < WIDE { LINKS } else { 2.0 * LINKS };
        let has_links = rest(&[STATUS, OWNER, DUE, links, SIGNS]) >= WHAT;
        let has_owner = rest(&[STATUS, OWNER, DUE, SIGNS]) >= WHAT;
        let has_due = rest(&[STATUS, DUE, SIGNS]) >= WHAT / 2.0;
        let others = [(STATUS, true), (OWNER, has_owner), (DUE, has_due), (links, has_links), (SIGNS, true)];
        let others: Vec<f32> = others.into_iter().filter(|(_, is_shown)| *is_shown).map(|(width, _)| width).collect();
        cell(ui, STATUS, |ui| status_ui(&mut Form::new(ctx, ui, actions), action));
        cell(ui, rest(&others).max(60.0), |ui| what_ui(&mut Form::new(ctx, ui, actions), view, action));
        if has_owner {
            cell(ui, OWNER, |ui| owner_ui(ctx, ui, action));
        }
        if has_due {
            cell(ui, DUE, |ui| due_ui(ctx, ui, action));
        }
        if has_links {
            cell(ui, links, |ui| links_ui(ctx, view, ui, action));
        }
        cell(ui, SIGNS, |ui| {
            let name = named(ctx, &action.what, "action");
            details_ui(ctx, view, ui, action, &name);
            if !is_open {
                effort_sign_ui(ctx, ui, action);
            }
        });
    });
}

/// A column of the line.
fn cell(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let size = vec2(width, HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.set_max_width(width);
        contents(ui);
    });
}

fn status_ui(form: &mut Form<'_>, action: &Action) {
    let word = form.word("status");
    form.must_choose(field_id("action", action.id, "status"), &word, action.status, |status| {
        Edit::Action(RecordEdit::Set(action.id, ActionChange::Status(status)))
    });
}

fn what_ui(form: &mut Form<'_>, view: &mut ViewState, action: &Action) {
    let ctx = form.ctx;
    let id = field_id("action", action.id, "what");
    let (word, hint) = (form.word("what"), ctx.words.say(Message::WorkHintWhat));
    let what = form.bare_text(id, &word, &action.what, &hint, |text| {
        Edit::Action(RecordEdit::Set(action.id, ActionChange::What(text)))
    });
    take_keys(view, id, &what);
}

fn owner_ui(ctx: &ViewContext<'_>, ui: &mut Ui, action: &Action) {
    if let Some(owner) = action.owner.and_then(|id| ctx.account.get::<TeamMember>(id)) {
        let text = RichText::new(&owner.name).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.add(Label::new(text).truncate());
    }
}

/// The day, and how long it has passed while the action is still open.
fn due_ui(ctx: &ViewContext<'_>, ui: &mut Ui, action: &Action) {
    let text = RichText::new(due_text(ctx, action)).size(TextSize::SECOND).color(due_color(ctx, action));
    ui.add(Label::new(text).truncate());
}

/// The day, and how long it has passed; empty without one.
pub(super) fn due_text(ctx: &ViewContext<'_>, action: &Action) -> String {
    let Some(due) = action.due else { return String::new() };
    if !action.is_overdue(ctx.today) {
        return date(due);
    }
    let late = ctx.words.text(&Message::WorkOverdueFor { age: age(ctx.words, due, ctx.today) });
    format!("{} · {late}", date(due))
}

/// Ways to the first of its people and to its opportunity.
fn links_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, action: &Action) {
    ui.spacing_mut().item_spacing.x = 4.0;
    let small = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.accent());
    let opportunity = action.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id));
    if let Some(person) = action.people.first() {
        let others = action.people.len() - 1;
        let name = ctx.account.person_name(*person);
        let text = if others > 0 { format!("{name} +{others}") } else { name.to_owned() };
        let share = if opportunity.is_some() { 0.5 } else { 1.0 };
        let room = ui.available_width() * share;
        let link = ui.scope(|ui| {
            ui.set_max_width(room);
            let link = Label::new(small(text)).truncate().sense(egui::Sense::click());
            ui.add(link).on_hover_text(ctx.words.say(Message::ShowOnMap))
        });
        if link.inner.clicked() {
            view.show_person(ctx.account, *person);
        }
    }
    let Some(opportunity) = opportunity else { return };
    let criterion = action.criterion.and_then(|id| opportunity.buying.criteria.iter().find(|one| one.id == id));
    let hover =
        criterion.map_or_else(|| opportunity.name.clone(), |one| format!("{} · {}", opportunity.name, one.name));
    let link = Label::new(small(opportunity.name.clone())).truncate().sense(egui::Sense::click());
    if ui.add(link).on_hover_text(hover).clicked() {
        show_opportunity(view, opportunity.id);
    }
}

/// A sign where the deliverable names the effort; why stands behind it.
fn effort_sign_ui(ctx: &ViewContext<'_>, ui: &mut Ui, action: &Action) {
    let Some(sentence) = effort_text(ctx, action) else { return };
    let sign = ui.label(RichText::new("⚠").size(TextSize::SECOND).color(ctx.palette.warning()));
    name_widget(&sign, &sentence);
    sign.on_hover_text(sentence);
}

/// What there is to say of a deliverable that names the effort.
pub(super) fn effort_text(ctx: &ViewContext<'_>, action: &Action) -> Option<String> {
    let word = effort_opening(ctx.activity, &action.what)?;
    Some(ctx.words.text(&Message::WorkEffort { word: word.to_owned() }))
}
