//! Everything that has a day, month by month: weeks from Monday to Sunday.

use chrono::{Datelike, Months, NaiveDate};
use egui::{Align2, Key, Modifiers, Rect, RichText, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::board::quiet;
use super::day::{Cell, Kind, day_ui, held_ui, kind_word, paint_kind};
use crate::insight::{AgendaEntry, agenda, month_weeks};
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::style::{bold_text, regular};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// A line of a day, and what stands above the first of them.
pub(super) const LINE: f32 = 20.0;
pub(super) const DAY_HEAD: f32 = 22.0;
/// The least height of a week: its days with three lines each.
const WEEK: f32 = DAY_HEAD + 3.0 * LINE + 4.0;
/// The least width of a day.
const DAY: f32 = 72.0;
/// The row with the names of the days.
const NAMES: f32 = 18.0;

/// Draws the calendar.
pub(super) fn calendar_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    keys(ctx, view, ui);
    head_ui(ctx, view, ui);
    let month = view.work.month.unwrap_or(ctx.today);
    let weeks = month_weeks(month);
    let days = weeks.iter().flatten();
    let (Some(first), Some(last)) = (days.clone().next(), days.clone().next_back()) else { return };
    let entries = agenda(ctx.account, (*first, *last), ctx.today);
    ScrollArea::both().id_salt("work-calendar").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let cells = cells(view, room, (&weeks, month), &entries);
        let size = cells.last().map_or(vec2(0.0, 0.0), |last| last.area.max - room.min);
        ui.allocate_exact_size(size, Sense::hover());
        names_ui(ctx, ui, &cells);
        for cell in &cells {
            day_ui(ctx, view, ui, actions, (cell, &cells));
        }
        held_ui(ctx, ui, &cells);
    });
}

/// Page up and page down turn the months, Home goes to today's.
fn keys(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui) {
    if view.is_asked() || ui.ctx().text_edit_focused() {
        return;
    }
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if is_pressed(Key::PageUp) {
        turn(ctx, view, false);
    } else if is_pressed(Key::PageDown) {
        turn(ctx, view, true);
    } else if is_pressed(Key::Home) {
        view.work.month = None;
    }
}

/// One month on or back.
fn turn(ctx: &ViewContext<'_>, view: &mut ViewState, is_on: bool) {
    let month = view.work.month.unwrap_or(ctx.today);
    let first = month.with_day(1).unwrap_or(month);
    let one = Months::new(1);
    view.work.month = if is_on { first.checked_add_months(one) } else { first.checked_sub_months(one) };
    view.work.day = None;
}

/// The month, the ways to others, what is late, and what the signs mean.
fn head_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        let back = ui.small_button("←");
        name_widget(&back, &ctx.words.say(Message::MonthBefore));
        let month = view.work.month.unwrap_or(ctx.today);
        ui.label(bold_text(month.format("%Y-%m").to_string(), TextSize::SECTION, ctx));
        let on = ui.small_button("→");
        name_widget(&on, &ctx.words.say(Message::MonthAfter));
        if back.on_hover_text(ctx.words.say(Message::MonthBefore)).clicked() {
            turn(ctx, view, false);
        }
        if on.on_hover_text(ctx.words.say(Message::MonthAfter)).clicked() {
            turn(ctx, view, true);
        }
        if ui.small_button(ctx.words.say(Message::InspectorToday)).clicked() {
            view.work.month = None;
        }
        let late = ctx.insights.figures.actions_overdue;
        let count = ctx.words.text(&Message::FigureOverdue { count: late.to_string() });
        if late > 0 && ui.link(RichText::new(count).size(TextSize::SECOND).color(ctx.palette.warning())).clicked() {
            view.show_overdue();
        }
        for kind in Kind::ALL {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
            paint_kind(ui.painter(), rect.center(), kind, ctx.palette.ink_soft());
            ui.label(quiet(ctx, kind_word(ctx, kind)));
        }
    });
    ui.add_space(4.0);
}

/// Where each day stands, and what is on it.
fn cells<'e>(
    view: &ViewState,
    room: Rect,
    (weeks, month): (&[Vec<NaiveDate>], NaiveDate),
    entries: &'e [AgendaEntry],
) -> Vec<Cell<'e>> {
    let width = (room.width() / 7.0).max(DAY);
    let count = u16::try_from(weeks.len()).unwrap_or(6).max(1);
    let height = ((room.height() - NAMES) / f32::from(count)).max(WEEK);
    let on = |day: NaiveDate| {
        let from = entries.partition_point(|entry| entry.day < day);
        let to = entries.partition_point(|entry| entry.day <= day);
        &entries[from..to]
    };
    let mut top = room.top() + NAMES;
    let mut cells = Vec::new();
    for week in weeks {
        // A day that is shown whole makes its week as high as it needs.
        let whole = view.work.day.filter(|day| week.contains(day)).map_or(0, |day| on(day).len());
        let high = height.max(DAY_HEAD + LINE * f32::from(u16::try_from(whole).unwrap_or(u16::MAX)) + 4.0);
        let mut left = room.left();
        for day in week {
            let area = Rect::from_min_size(pos2(left, top), vec2(width, high));
            let is_of_month = (day.year(), day.month()) == (month.year(), month.month());
            cells.push(Cell { day: *day, area, is_of_month, entries: on(*day) });
            left += width;
        }
        top += high;
    }
    cells
}

/// The names of the days above the first week.
fn names_ui(ctx: &ViewContext<'_>, ui: &Ui, cells: &[Cell<'_>]) {
    for (name, cell) in ctx.words.say(Message::Weekdays).split(' ').zip(cells) {
        let at = pos2(cell.area.left() + 6.0, cell.area.top() - NAMES / 2.0);
        let font = regular(TextSize::CAPTION);
        ui.painter().text(at, Align2::LEFT_CENTER, name, font, ctx.palette.ink_soft());
        let stroke = Stroke::new(1.0, ctx.palette.hairline());
        ui.painter().hline(cell.area.x_range(), cell.area.top(), stroke);
    }
}
