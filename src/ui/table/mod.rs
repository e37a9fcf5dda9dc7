//! Everybody as a table: the map's people, edited in place, sorted, narrowed down.

mod cells;
mod columns;
mod row;

use std::sync::Arc;

use egui::{Align, Button, Color32, Id, Layout, RichText, ScrollArea, Stroke, TextEdit, TextStyle, Ui, vec2};
use egui_extras::{Column as Width, TableBuilder};

use super::fields::name_widget;
use super::style::regular;
use super::toolbar::{command_button, filters_ui, ticks_menu};
use super::{Action, Actions, Command, ViewContext, ViewState};
use crate::edit::{Place, add_person};
use crate::model::{Opportunity, PersonId, Seat};
use crate::theme::TextSize;
use crate::words::Message;
use columns::{Column, Order, Row, ordered};
use row::{name_id, row_ui};

/// Height of a row.
const ROW: f32 = 26.0;

/// Width of the leading cell.
const MARKER: f32 = 40.0;

/// Space between two columns.
const GAP: f32 = 4.0;

/// Room for the scroll bar.
const SCROLL_BAR: f32 = 16.0;

/// How far texts give way, beside an open inspector, before the table scrolls sideways.
const LEAST_SHARE: f32 = 0.85;

/// Draws everybody as a table.
pub(super) fn table_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let order = head_ui(ctx, view, ui, actions);
    ui.add_space(8.0);
    let wanted = row_to_show(ctx, view, ui, &order.rows);
    let faint = |message| RichText::new(ctx.words.say(message)).color(ctx.palette.ink_faint());
    if ctx.account.persons.is_empty() {
        ui.label(faint(Message::PeopleNobody));
    } else if order.rows.is_empty() {
        ui.label(faint(Message::FindNobody));
    } else {
        let room = ui.available_width();
        ScrollArea::horizontal().id_salt("people across").auto_shrink(false).show(ui, |ui| {
            ui.set_width(room.max(widths(view, LEAST_SHARE) + SCROLL_BAR));
            flatten(ui);
            rows_ui(ctx, view, ui, (order.rows.as_slice(), wanted), actions);
        });
    }
}

/// Draws what narrows the table down and what adds to it; gives the rows.
fn head_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) -> Arc<Order> {
    ui.horizontal_wrapped(|ui| {
        let hint = ctx.words.say(Message::PeopleFilter);
        let faint = RichText::new(hint.as_ref()).color(ctx.palette.ink_faint());
        let field = TextEdit::singleline(&mut view.table.text).id(Id::unique("filter of the table"));
        let response = ui.add(field.desired_width(220.0).hint_text(faint).char_limit(200));
        name_widget(&response, &hint);
        let order = ordered(ctx, view, ui);
        let (shown, all) = (order.rows.len().to_string(), ctx.account.persons.len().to_string());
        let soft = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.label(soft(ctx.words.text(&Message::PeopleShown { shown, all })));
        ui.add_space(8.0);
        let add = Button::new(ctx.words.say(Message::PeopleAdd));
        if ui.add_enabled(!ctx.is_read_only, add).clicked() {
            add_row(ctx, view, actions);
        }
        if !ctx.is_read_only {
            command_button(ctx, ui, actions, Command::PasteTable);
        }
        filters_ui(ctx, view, ui);
        columns_ui(ctx, view, ui);
        if let Some(opportunity) = view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id)) {
            ui.add_space(8.0);
            ui.label(soft(ctx.words.text(&Message::PeopleThrough { name: opportunity.name.clone() })));
            if ui.small_button(ctx.words.say(Message::ToolDealNone)).clicked() {
                view.opportunity = None;
            }
        }
        order
    })
    .inner
}

/// Which columns stand in the table.
fn columns_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    ticks_menu(ctx, ui, ctx.words.say(Message::PeopleColumns).into_owned().into(), |ui| {
        let shown = view.table.shown();
        // Many columns scroll where the window is low.
        let room = (ui.ctx().content_rect().height() - 120.0).max(160.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            for (place, column) in Column::all().enumerate().skip(1) {
                let mut is_in = shown.contains(&column);
                if ui.checkbox(&mut is_in, column.heading(ctx)).changed() {
                    view.table.turn(place);
                }
            }
        });
    });
}

/// Somebody new at the top of the map, whose name is to be typed next.
fn add_row(ctx: &ViewContext<'_>, view: &mut ViewState, actions: &mut Actions) {
    let added = add_person(ctx.account, &mut view.ids, Place::Top);
    view.table.text.clear();
    view.select(added.seat);
    view.wants_field = Some(name_id(added.person));
    actions.push(Action::Edit(added.edit));
}

/// The room that all columns take side by side, texts at `share` of their width.
fn widths(view: &ViewState, share: f32) -> f32 {
    let width = |column: &Column| GAP + column.width() * if column.is_text() { share } else { 1.0 };
    MARKER + view.table.shown().iter().map(width).sum::<f32>()
}

/// Fields without frames, in the size of tables: the rows' hairlines are lines enough.
fn flatten(ui: &mut Ui) {
    let style = ui.style_mut();
    style.spacing.item_spacing = vec2(GAP, 0.0);
    style.spacing.button_padding = vec2(4.0, 3.0);
    style.text_styles.insert(TextStyle::Body, regular(TextSize::SECOND));
    style.visuals.text_edit_bg_color = Some(Color32::TRANSPARENT);
    style.visuals.widgets.inactive.bg_stroke = Stroke::NONE;
}

fn rows_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (rows, wanted): (&[Row], Option<usize>),
    actions: &mut Actions,
) {
    // Wider windows give the texts more; the last column takes what is left.
    let texts = widths(view, 1.0) - widths(view, 0.0);
    let share = ((ui.available_width() - SCROLL_BAR - widths(view, 0.0)) / texts).max(LEAST_SHARE);
    let mut table = TableBuilder::new(ui)
        .id_salt("people")
        .resizable(true)
        .auto_shrink(false)
        .animate_scrolling(!ctx.preferences.reduced_motion)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Width::exact(MARKER));
    let shown = view.table.shown();
    for column in &shown {
        let width = if Some(column) == shown.last() {
            Width::remainder()
        } else {
            Width::initial(column.width() * if column.is_text() { share } else { 1.0 })
        };
        table = table.column(width.at_least(40.0).clip(true));
    }
    if let Some(place) = wanted {
        table = table.scroll_to_row(place, None);
    }
    let table = table.header(ROW, |mut header| {
        header.col(|_| {});
        for column in shown {
            let place = column.place();
            header.col(|ui| heading_ui(ctx, view, ui, (place, column)));
        }
    });
    table.body(|body| {
        body.rows(ROW, rows.len(), |mut row| {
            let place = row.index();
            if let Some(here) = rows.get(place) {
                row_ui(ctx, view, &mut row, (*here, rows.get(place + 1).copied()), actions);
            }
        });
    });
}

/// A heading; a click sorts by its column, another one the other way.
fn heading_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (place, column): (usize, Column)) {
    let is_sorted = view.table.column == place;
    let sign = match (is_sorted, view.table.is_down) {
        (true, true) => " ↓",
        (true, false) => " ↑",
        (false, _) => "",
    };
    let color = if is_sorted { ctx.palette.ink() } else { ctx.palette.ink_soft() };
    let heading = column.heading(ctx);
    let text = RichText::new(format!("{heading}{sign}")).size(TextSize::SECOND).color(color);
    ui.add_space(4.0);
    let response = ui.add(Button::new(text).frame(false).truncate()).on_hover_text(column.hint(ctx));
    if response.clicked() {
        view.table.is_down = is_sorted && !view.table.is_down;
        view.table.column = place;
    }
}

/// What the table knew of the selection when it was last drawn.
#[derive(Clone, Copy, PartialEq)]
struct Seen {
    frame: u64,
    chosen: Option<PersonId>,
}

/// The row of the selection, when the table has just opened or the selection came from elsewhere.
fn row_to_show(ctx: &ViewContext<'_>, view: &ViewState, ui: &Ui, rows: &[Row]) -> Option<usize> {
    let id = Id::unique("seen in the table of people");
    let first = view.selection.first().and_then(|seat| ctx.account.get::<Seat>(*seat)?.holder);
    let chosen = view.person.or(first);
    let frame = ui.ctx().cumulative_frame_nr();
    let seen = ui.data(|data| data.get_temp::<Seen>(id));
    ui.data_mut(|data| data.insert_temp(id, Seen { frame, chosen }));
    let is_new = seen.is_none_or(|seen| seen.chosen != chosen || seen.frame + 1 < frame);
    let chosen = chosen.filter(|_| is_new)?;
    rows.iter().position(|row| row.person == chosen)
}
