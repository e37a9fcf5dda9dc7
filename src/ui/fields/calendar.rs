//! A month to pick a day from, by pointer or by keys.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Button, EventFilter, Grid, Id, Key, Modifiers, Response, RichText, Stroke, StrokeKind, Ui, vec2};

use super::name_widget;
use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::ui::style::bold;
use crate::words::{Message, day_text, month_text};

/// The size of a day.
const DAY: egui::Vec2 = vec2(28.0, 22.0);
/// Six weeks hold every month.
const DAYS: usize = 42;

/// Where the calendar is.
#[derive(Clone, Copy)]
struct Page {
    /// The day that has the keys, or will have them; its month is the one on show.
    day: NaiveDate,
    /// Whether that day is still to take the keys.
    wants_keys: bool,
}

fn key(id: Id) -> Id {
    id.with("month")
}

/// Lets the calendar of a field begin anew.
pub(super) fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove::<Page>(key(id)));
}

/// Draws the month; `Some(None)` clears the date.
pub(super) fn calendar_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    id: Id,
    value: Option<NaiveDate>,
) -> Option<Option<NaiveDate>> {
    let known = ui.data(|data| data.get_temp::<Page>(key(id)));
    let start = Page { day: value.unwrap_or(ctx.today), wants_keys: true };
    let mut page = known.unwrap_or(start);
    head_ui(ctx, ui, &mut page);
    let mut picked = days_ui(ctx, ui, id, &mut page, value).map(Some);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let quiet = |text| RichText::new(text).size(TextSize::SECOND);
        if ui.button(quiet(ctx.words.say(Message::InspectorToday))).clicked() {
            picked = Some(Some(ctx.today));
        }
        if value.is_some() && ui.button(quiet(ctx.words.say(Message::DateNone))).clicked() {
            picked = Some(None);
        }
    });
    ui.data_mut(|data| data.insert_temp(key(id), page));
    picked
}

/// The month's name between the ways to the one before and the one after.
fn head_ui(ctx: &ViewContext<'_>, ui: &mut Ui, page: &mut Page) {
    ui.horizontal(|ui| {
        let back = ui.small_button("←");
        name_widget(&back, &ctx.words.say(Message::MonthBefore));
        let on = ui.small_button("→");
        name_widget(&on, &ctx.words.say(Message::MonthAfter));
        let title = RichText::new(month_text(ctx.words, page.day)).font(bold(TextSize::BODY));
        ui.label(title.color(ctx.palette.ink()));
        if back.clicked() {
            page.day = page.day.checked_sub_months(Months::new(1)).unwrap_or(page.day);
        }
        if on.clicked() {
            page.day = page.day.checked_add_months(Months::new(1)).unwrap_or(page.day);
        }
    });
    ui.add_space(4.0);
}

/// The days in their weeks, Monday first; gives the one chosen.
fn days_ui(ctx: &ViewContext<'_>, ui: &mut Ui, id: Id, page: &mut Page, value: Option<NaiveDate>) -> Option<NaiveDate> {
    let month = page.day.with_day(1).unwrap_or(page.day);
    let first = month.checked_sub_days(Days::new(month.weekday().num_days_from_monday().into())).unwrap_or(month);
    let mut picked = None;
    let mut has_keys = None;
    Grid::new(id.with("days")).spacing(vec2(2.0, 2.0)).min_col_width(DAY.x).show(ui, |ui| {
        for weekday in ctx.words.say(Message::Weekdays).split(' ') {
            let text = RichText::new(weekday).size(TextSize::CAPTION).color(ctx.palette.ink_soft());
            ui.vertical_centered(|ui| ui.label(text));
        }
        ui.end_row();
        for day in first.iter_days().take(DAYS) {
            let button = day_ui(ctx, ui, day, (month, value));
            if page.wants_keys && day == page.day {
                page.wants_keys = !button.has_focus();
                button.request_focus();
            }
            if button.has_focus() {
                has_keys = Some(day);
                let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
            }
            if button.clicked() {
                picked = Some(day);
            }
            if day.weekday() == chrono::Weekday::Sun {
                ui.end_row();
            }
        }
    });
    if let Some(next) = has_keys.and_then(|day| walked(ui, day)) {
        *page = Page { day: next, wants_keys: true };
        ui.ctx().request_repaint();
    }
    picked
}

/// One day: faint outside its month, ringed where it is today.
fn day_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    day: NaiveDate,
    (month, value): (NaiveDate, Option<NaiveDate>),
) -> Response {
    let color = if day.month() == month.month() { ctx.palette.ink() } else { ctx.palette.ink_faint() };
    let text = RichText::new(day.day().to_string()).size(TextSize::SECOND).color(color);
    let button = Button::selectable(value == Some(day), text).min_size(DAY);
    let button = ui.push_id(day, |ui| ui.add(button)).inner;
    name_widget(&button, &day_text(ctx.words, day));
    if day == ctx.today {
        let ring = Stroke::new(1.0, ctx.palette.accent());
        ui.painter().rect_stroke(button.rect, 4, ring, StrokeKind::Inside);
    }
    button
}

/// The day that an arrow or a page key leads to.
fn walked(ui: &Ui, day: NaiveDate) -> Option<NaiveDate> {
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let back = |days| day.checked_sub_days(Days::new(days));
    let on = |days| day.checked_add_days(Days::new(days));
    if is_pressed(Key::ArrowLeft) {
        back(1)
    } else if is_pressed(Key::ArrowRight) {
        on(1)
    } else if is_pressed(Key::ArrowUp) {
        back(7)
    } else if is_pressed(Key::ArrowDown) {
        on(7)
    } else if is_pressed(Key::PageUp) {
        day.checked_sub_months(Months::new(1))
    } else if is_pressed(Key::PageDown) {
        day.checked_add_months(Months::new(1))
    } else {
        None
    }
}
