//! The value card: what we give in numbers, what is felt, what the client gives back, how it is tracked.

use egui::Ui;

use super::cells::{FIELD, SHORT, cells_ui, labeled};
use super::list::{named, next_rank, push_tool, rows_ui, section_folded_ui, take_keys};
use super::why::why_ui;
use crate::edit::{Edit, RecordEdit, ValueChange};
use crate::insight::{is_figure, value_needs};
use crate::method::ValueNeed;
use crate::model::{Coded, ValueEntry, ValueKind, ValueQuadrant};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the value card.
pub(super) fn value_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let is_open = !ctx.account.values.is_empty();
    section_folded_ui(ctx, ui, ("plan-value", is_open), (Message::PlanValue, note(ctx)), |ui| {
        let mut form = Form::new(ctx, ui, actions);
        cells_ui(
            &mut form,
            view,
            FIELD,
            &[
                &|form, view| quadrant_ui(form, view, ValueQuadrant::Quantified),
                &|form, view| quadrant_ui(form, view, ValueQuadrant::Felt),
                &|form, view| quadrant_ui(form, view, ValueQuadrant::Returned),
                &|form, view| quadrant_ui(form, view, ValueQuadrant::Tracked),
            ],
        );
    });
}

/// Which quadrants do not hold yet, or how many lines there are.
fn note(ctx: &ViewContext<'_>) -> String {
    let open: Vec<&str> = ValueQuadrant::ALL
        .iter()
        .filter(|quadrant| !holds(ctx, &lines_of(ctx, **quadrant)))
        .map(|quadrant| ctx.words.value(*quadrant))
        .collect();
    if ctx.account.values.is_empty() {
        ctx.words.text(&Message::PlanNone)
    } else if open.is_empty() {
        ctx.account.values.len().to_string()
    } else {
        ctx.words.text(&Message::PlanMissing { what: open.join(ctx.words.list_separator()) })
    }
}

fn lines_of<'a>(ctx: &ViewContext<'a>, quadrant: ValueQuadrant) -> Vec<&'a ValueEntry> {
    let mut lines = ctx.account.ranked::<ValueEntry>();
    lines.retain(|entry| entry.quadrant == quadrant);
    lines
}

/// Whether there are lines and each says all that the quadrant asks for.
fn holds(ctx: &ViewContext<'_>, lines: &[&ValueEntry]) -> bool {
    let is_whole = |entry: &&ValueEntry| !entry.text.trim().is_empty() && value_needs(entry, ctx.strategy).is_empty();
    !lines.is_empty() && lines.iter().all(is_whole)
}

fn quadrant_ui(form: &mut Form<'_>, view: &mut ViewState, quadrant: ValueQuadrant) {
    let ctx = form.ctx;
    let (ui, actions) = (&mut *form.ui, &mut *form.actions);
    let lines = lines_of(ctx, quadrant);
    let word = ctx.words.value(quadrant);
    let mut wants_line = false;
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(word, TextSize::BODY, ctx));
        if holds(ctx, &lines) {
            ui.label("✓").on_hover_text(ctx.words.say(Message::PlanHolds));
        }
        let name = ctx.words.text(&Message::PlanAddLine { quadrant: word.to_owned() });
        let more = ui.add_enabled(!ctx.is_read_only, egui::Button::new("+").small());
        name_widget(&more, &name);
        wants_line = more.on_hover_text(name).clicked();
        why_ui(ctx, ui, word, ctx.strategy.prompts(quadrant));
    });
    if lines.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.strategy.first(quadrant, ctx.words.language()));
    }
    let name = |entry: &ValueEntry| named(ctx, &entry.text, "value_entry");
    let asked = rows_ui(ctx, ui, &lines, name, |ui, entry| line_ui(ctx, view, ui, actions, entry));
    ui.add_space(8.0);
    push_tool(actions, &lines, asked, Edit::Value);
    if wants_line {
        let rank = next_rank::<ValueEntry>(ctx.account);
        let entry = ValueEntry { quadrant, rank, ..ValueEntry::new(view.ids.fresh()) };
        view.wants_field = Some(field_id("value", entry.id, "text"));
        actions.push(Action::Edit(Edit::Value(RecordEdit::Add(Box::new(entry)))));
    }
}

/// One line with what its quadrant asks for, and what of that is missing.
fn line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, entry: &ValueEntry) {
    let id = |field| field_id("value", entry.id, field);
    let set = |change| Edit::Value(RecordEdit::Set(entry.id, change));
    let mut form = Form::new(ctx, ui, actions);
    let hint = ctx.strategy.first(entry.quadrant, ctx.words.language());
    let name = ctx.words.value(entry.quadrant);
    let text = form.bare_text(id("text"), name, &entry.text, hint, |text| set(ValueChange::Text(text)));
    take_keys(view, id("text"), &text);
    for need in ctx.strategy.needs(entry.quadrant) {
        match need {
            ValueNeed::Figure => figure_ui(&mut form, view, entry),
            ValueNeed::Person => {
                let word = form.word("people");
                form.people(view, id("people"), &word, &entry.people, |people| set(ValueChange::People(people)));
            }
            ValueNeed::Date => {
                let word = form.word("due");
                form.date(id("due"), &word, entry.due, |due| set(ValueChange::Due(due)));
            }
        }
    }
    let field = |need: &ValueNeed| match need {
        ValueNeed::Figure => "figure",
        ValueNeed::Person => "people",
        ValueNeed::Date => "due",
    };
    let needs = value_needs(entry, ctx.strategy);
    if !entry.text.trim().is_empty() && !needs.is_empty() {
        let lacking: Vec<&str> = needs.iter().map(|need| ctx.words.label("field", field(need))).collect();
        let what = lacking.join(ctx.words.list_separator());
        form.note(ctx.words.text(&Message::PlanMissing { what }));
    }
    form.ui.separator();
}

/// The number with its unit, and the kind of value it measures.
fn figure_ui(form: &mut Form<'_>, view: &mut ViewState, entry: &ValueEntry) {
    let ctx = form.ctx;
    let id = |field| field_id("value", entry.id, field);
    let set = |change| Edit::Value(RecordEdit::Set(entry.id, change));
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let (word, hint) = (form.word("figure"), ctx.words.say(Message::PlanHintFigure));
                form.text(id("figure"), &word, &entry.figure, &hint, |text| set(ValueChange::Figure(text)));
                if !entry.figure.trim().is_empty() && !is_figure(&entry.figure) {
                    form.complaint(&Message::PlanFigureWrong);
                }
            },
            &|form, _| {
                let word = labeled(form, "kind");
                let mut options = vec![(None, ctx.words.text(&Message::NotSaid))];
                // What is felt has a quadrant of its own.
                let kinds = ValueKind::ALL.iter().copied();
                let kinds = kinds.filter(|kind| *kind != ValueKind::Psychological || entry.kind == Some(*kind));
                options.extend(kinds.map(|kind| (Some(kind), ctx.words.value(kind).to_owned())));
                form.pick(id("kind"), &word, &entry.kind, &options, |kind| set(ValueChange::Kind(*kind)));
            },
        ],
    );
}
