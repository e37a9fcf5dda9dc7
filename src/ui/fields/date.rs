//! Dates, typed or picked.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Button, Id, Popup, RichText, TextEdit};

use super::{Form, draft, name_widget, set_draft};
use crate::edit::Edit;
use crate::theme::TextSize;
use crate::ui::symbols::paint_calendar;
use crate::words::{Message, date, typed_date};

impl Form<'_> {
    /// A labelled date.
    pub(in crate::ui) fn date(
        &mut self,
        id: Id,
        label: &str,
        value: Option<NaiveDate>,
        edit: impl Fn(Option<NaiveDate>) -> Edit,
    ) {
        self.label(label);
        self.bare_date(id, label, value, edit);
    }

    /// A date without a label of its own: typed in any usual way, or picked.
    pub(in crate::ui) fn bare_date(
        &mut self,
        id: Id,
        name: &str,
        value: Option<NaiveDate>,
        edit: impl Fn(Option<NaiveDate>) -> Edit,
    ) {
        let shown = value.map_or_else(String::new, date);
        let typed = draft(self.ui, id);
        let mut text = typed.clone().unwrap_or_else(|| shown.clone());
        let mut chosen = value;
        let today = self.ctx.today;
        let hint = RichText::new(self.ctx.words.say(Message::DateHint)).color(self.ctx.palette.ink_faint());
        let is_free = !self.ctx.is_read_only;
        let mut is_wrong = false;
        let (field, picker) = self
            .ui
            .horizontal(|ui| {
                let edit = TextEdit::singleline(&mut text).id(id).desired_width(96.0).hint_text(hint).char_limit(40);
                let field = ui.add(edit.interactive(is_free));
                let picker = ui.add(Button::new("").min_size(egui::vec2(24.0, 20.0)));
                paint_calendar(ui, &picker, self.ctx.palette);
                (field, picker)
            })
            .inner;
        name_widget(&field, name);
        self.enter_goes_on(&field);
        name_widget(&picker, &format!("{name} …"));
        self.begin(&field);
        if field.changed() {
            match typed_date(&text, today) {
                Some(found) => chosen = found,
                None => is_wrong = true,
            }
            set_draft(self.ui, id, Some(text.clone()));
        } else if field.has_focus() {
            is_wrong = typed.is_some_and(|typed| typed_date(&typed, today).is_none());
        } else if let Some(typed) = typed {
            // What is no date stays in the field, with the reason below it.
            match typed_date(&typed, today) {
                Some(_) => set_draft(self.ui, id, None),
                None => is_wrong = true,
            }
        }
        if is_wrong {
            self.complaint(&Message::DateWrong);
        }
        if is_free
            && let Some(popup) = Popup::menu(&picker)
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                .show(|ui| calendar_ui(self.ctx, ui, id, value, today))
            && let Some(picked) = popup.inner
        {
            chosen = picked;
            set_draft(self.ui, id, None);
            Popup::close_all(self.ui.ctx());
        }
        if chosen != value {
            self.edit(edit(chosen));
        }
    }
}

/// A month to pick a day from; `Some(None)` clears the date.
fn calendar_ui(
    ctx: &crate::ui::ViewContext<'_>,
    ui: &mut egui::Ui,
    id: Id,
    value: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Option<NaiveDate>> {
    let key = id.with("month");
    let start = value.unwrap_or(today).with_day(1).unwrap_or(today);
    let mut month = ui.data(|data| data.get_temp::<NaiveDate>(key)).unwrap_or(start);
    let mut picked = None;
    ui.horizontal(|ui| {
        let back = ui.small_button("<");
        name_widget(&back, &ctx.words.say(Message::MonthBefore));
        ui.label(RichText::new(month.format("%Y-%m").to_string()).font(crate::ui::style::bold(TextSize::BODY)));
        let on = ui.small_button(">");
        name_widget(&on, &ctx.words.say(Message::MonthAfter));
        if back.clicked() {
            month = month.checked_sub_months(Months::new(1)).unwrap_or(month);
        }
        if on.clicked() {
            month = month.checked_add_months(Months::new(1)).unwrap_or(month);
        }
    });
    let first = u64::from(month.weekday().num_days_from_monday());
    let grid = month.checked_sub_days(Days::new(first)).unwrap_or(month);
    egui::Grid::new(id.with("days")).spacing(egui::vec2(2.0, 2.0)).show(ui, |ui| {
        for weekday in ctx.words.say(Message::Weekdays).split(' ') {
            ui.label(RichText::new(weekday).size(TextSize::CAPTION).color(ctx.palette.ink_soft()));
        }
        ui.end_row();
        for day in grid.iter_days().take(42) {
            let is_here = day.month() == month.month();
            let color = if is_here { ctx.palette.ink() } else { ctx.palette.ink_faint() };
            let text = RichText::new(format!("{:2}", day.day())).size(TextSize::SECOND).color(color);
            let text = if day == today { text.underline() } else { text };
            let button = ui.add(Button::selectable(value == Some(day), text).min_size(egui::vec2(24.0, 20.0)));
            name_widget(&button, &date(day));
            if button.clicked() {
                picked = Some(Some(day));
            }
            if day.weekday() == chrono::Weekday::Sun {
                ui.end_row();
            }
        }
    });
    if value.is_some() && ui.button(ctx.words.say(Message::DateNone)).clicked() {
        picked = Some(None);
    }
    ui.data_mut(|data| data.insert_temp(key, month));
    if picked.is_some() {
        ui.data_mut(|data| data.remove::<NaiveDate>(key));
    }
    picked
}
