//! The SWOT: four quarters of lines, two by two where there is room.

use egui::{Key, RichText, Ui};

use super::cells::{FIELD, cells_ui};
use super::list::{named, next_rank, ordered, push_tool, rows_ui, section_ui, take_keys};
use super::why::why_ui;
use crate::edit::{Edit, ProfileChange, RecordEdit, SwotChange};
use crate::insight::rescan_due;
use crate::model::{Coded, SwotEntry, SwotId, SwotQuadrant};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// Draws the SWOT.
pub(super) fn swot_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-swot", (Message::PageSwot, note(ctx)), |ui| {
        scanned_ui(ctx, ui, actions);
        let mut form = Form::new(ctx, ui, actions);
        cells_ui(
            &mut form,
            view,
            FIELD,
            &[
                &|form, view| quadrant_ui(form, view, SwotQuadrant::Strength),
                &|form, view| quadrant_ui(form, view, SwotQuadrant::Weakness),
                &|form, view| quadrant_ui(form, view, SwotQuadrant::Opportunity),
                &|form, view| quadrant_ui(form, view, SwotQuadrant::Threat),
            ],
        );
    });
}

/// When it was last gone through, and when that is due again.
fn scanned_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let scanned = ctx.account.profile.swot_scanned;
    let set = |day| Edit::Profile(ProfileChange::SwotScanned(day));
    let name = Form::new(ctx, ui, actions).word("swot_scanned");
    ui.horizontal_wrapped(|ui| {
        Form::new(ctx, ui, actions).label(name.as_str());
        let id = field_id("profile", ctx.account.id, "swot_scanned");
        ui.vertical(|ui| Form::new(ctx, ui, actions).bare_date(id, &name, scanned, set));
        let is_offered = !ctx.is_read_only && scanned != Some(ctx.today);
        let today = RichText::new(ctx.words.say(Message::PlanScannedToday)).size(TextSize::SECOND);
        if is_offered && ui.add(egui::Button::new(today)).clicked() {
            actions.push(Action::EndStep);
            actions.push(Action::Edit(set(Some(ctx.today))));
        }
        why_ui(ctx, ui, &ctx.words.say(Message::PageSwot), &ctx.strategy.swot_rules);
    });
    let mut form = Form::new(ctx, ui, actions);
    match rescan_due(ctx.account, ctx.strategy) {
        _ if scanned.is_some_and(|day| day > ctx.today) => form.complaint(&Message::PlanDayAhead),
        Some(due) if due < ctx.today => form.complaint(&Message::PlanRescanLate { date: date(due) }),
        Some(due) => form.note(ctx.words.text(&Message::PlanRescan { date: date(due) })),
        None => {}
    }
    form.ui.add_space(4.0);
}

/// Which quarters are empty, or how many lines there are.
fn note(ctx: &ViewContext<'_>) -> String {
    let lines = ctx.account.swot.len();
    let is_empty = |quadrant: &&SwotQuadrant| ctx.account.all::<SwotEntry>().all(|entry| entry.quadrant != **quadrant);
    let empty: Vec<&str> =
        SwotQuadrant::ALL.iter().filter(is_empty).map(|quadrant| ctx.words.value(*quadrant)).collect();
    if lines == 0 {
        ctx.words.text(&Message::PlanNone)
    } else if empty.is_empty() {
        lines.to_string()
    } else {
        ctx.words.text(&Message::PlanMissing { what: empty.join(ctx.words.list_separator()) })
    }
}

fn hint(quadrant: SwotQuadrant) -> Message {
    match quadrant {
        SwotQuadrant::Strength => Message::PlanHintStrength,
        SwotQuadrant::Weakness => Message::PlanHintWeakness,
        SwotQuadrant::Opportunity => Message::PlanHintOpportunity,
        SwotQuadrant::Threat => Message::PlanHintThreat,
    }
}

fn quadrant_ui(form: &mut Form<'_>, view: &mut ViewState, quadrant: SwotQuadrant) {
    let ctx = form.ctx;
    let (ui, actions) = (&mut *form.ui, &mut *form.actions);
    let mut entries = ctx.account.ranked::<SwotEntry>();
    entries.retain(|entry| entry.quadrant == quadrant);
    let order: Vec<SwotId> = entries.iter().map(|entry| entry.id).collect();
    let mut wanted = None;
    ui.horizontal(|ui| {
        ui.label(bold_text(ctx.words.value(quadrant), TextSize::BODY, ctx));
        let name = ctx.words.text(&Message::PlanAddLine { quadrant: ctx.words.value(quadrant).to_owned() });
        let more = ui.add_enabled(!ctx.is_read_only, egui::Button::new("+").small());
        name_widget(&more, &name);
        if more.on_hover_text(name).clicked() {
            wanted = Some(order.len());
        }
        why_ui(ctx, ui, ctx.words.value(quadrant), ctx.strategy.prompts(quadrant));
    });
    if entries.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(hint(quadrant)));
    }
    let name = |entry: &SwotEntry| named(ctx, &entry.text, "swot_entry");
    let asked = rows_ui(ctx, ui, &entries, name, |ui, entry| {
        if line_ui(ctx, view, ui, actions, entry) {
            wanted = order.iter().position(|id| *id == entry.id).map(|at| at + 1);
        }
    });
    ui.add_space(8.0);
    push_tool(actions, &entries, asked, Edit::Swot);
    if let Some(at) = wanted {
        add_line(ctx, view, actions, quadrant, (order, at));
    }
}

/// One line; gives whether Enter asks for the next one.
fn line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, entry: &SwotEntry) -> bool {
    let id = field_id("swot", entry.id, "text");
    let hint = ctx.words.say(hint(entry.quadrant));
    let name = ctx.words.value(entry.quadrant);
    let text = Form::new(ctx, ui, actions)
        .bare_text(id, name, &entry.text, &hint, |text| Edit::Swot(RecordEdit::Set(entry.id, SwotChange::Text(text))));
    take_keys(view, id, &text);
    let is_entered = text.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    // Enter on an empty line is the end of the list, not a second empty line.
    is_entered && !entry.text.trim().is_empty()
}

/// A new line at a place of its quarter's order.
fn add_line(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    actions: &mut Actions,
    quadrant: SwotQuadrant,
    (mut order, at): (Vec<SwotId>, usize),
) {
    let rank = next_rank::<SwotEntry>(ctx.account);
    let entry = SwotEntry { quadrant, rank, ..SwotEntry::new(view.ids.fresh()) };
    let id = entry.id;
    view.wants_field = Some(field_id("swot", id, "text"));
    let add = Edit::Swot(RecordEdit::Add(Box::new(entry)));
    let edit = if at < order.len() {
        order.insert(at, id);
        Edit::Batch(vec![add, Edit::Swot(ordered(order))])
    } else {
        add
    };
    actions.push(Action::Edit(edit));
}
