//! Dates, typed or picked.

use chrono::NaiveDate;
use egui::{Button, Id, Key, Modifiers, Popup, Response, RichText, TextEdit};

use super::calendar::calendar_ui;
use super::{Form, Shape, base, draft, name_widget, set_draft};
use crate::edit::Edit;
use crate::ui::symbols::paint_calendar;
use crate::words::{Message, date, date_fault, day_text, read_date};

/// The longest date that is read, in letters; a longer one stays to be mended.
const LONGEST: usize = 100;
/// The width of a date: `1 December 2026` fits.
const WIDTH: f32 = 104.0;

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
        let (words, today) = (self.ctx.words, self.ctx.today);
        let known = draft(self.ui, id);
        let shown = value.map_or_else(String::new, date);
        let mut text = known.clone().unwrap_or_else(|| shown.clone());
        let hint = RichText::new(words.say(Message::DateHint)).color(self.ctx.palette.ink_faint());
        let (ctx, actions) = (self.ctx, &mut *self.actions);
        let row = self.ui.horizontal(|ui| {
            let mut form = Form::new(ctx, ui, actions);
            let shape = Shape { name, has_lines: false, most: LONGEST };
            let typed = form
                .keyed(id, &mut text, shape, |text| TextEdit::singleline(text).desired_width(WIDTH).hint_text(hint));
            let picker = ui.add(Button::new("").min_size(egui::vec2(24.0, 20.0)));
            paint_calendar(ui, &picker, ctx.palette);
            (typed, picker)
        });
        let (typed, picker) = row.inner;
        self.enter_goes_on(&typed.response);
        name_widget(&picker, &words.text(&Message::DatePick { name: name.to_owned() }));
        let has_keys = typed.response.has_focus();
        if typed.is_changed {
            set_draft(self.ui, id, Some(text.clone()));
        }
        let is_begun = typed.is_changed || typed.response.gained_focus();
        let base = is_begun.then(|| base(self.ui, &typed, &shown));
        let mut chosen = value;
        match (typed.is_changed || known.is_some()).then(|| read_date(&text, today)) {
            Some(Ok(read)) if (typed.is_changed && !typed.is_composing) || typed.is_cut_off => chosen = read,
            // What is no date stays in the field, with the reason below it.
            Some(Ok(_)) if !has_keys => set_draft(self.ui, id, None),
            // A day that was readable on the way to it is taken back.
            Some(Err(_)) if typed.is_changed && !typed.is_composing => {
                chosen = base.and_then(|base| read_date(&base, today).ok()).unwrap_or(value);
            }
            Some(_) | None => {}
        }
        if !typed.is_composing && draft(self.ui, id).is_some() {
            match read_date(&text, today) {
                Err(fault) => self.wrong(&date_fault(words, fault)),
                Ok(Some(day)) => self.note(day_text(words, day)),
                Ok(None) => {}
            }
        }
        self.left_out(&typed, LONGEST);
        if let Some(picked) = self.picked(id, (&typed.response, &picker), value) {
            chosen = picked;
            set_draft(self.ui, id, None);
        }
        if chosen != value {
            self.edit(edit(chosen));
        }
    }

    /// The day picked from the calendar behind the button, which an arrow downwards opens as well.
    fn picked(
        &mut self,
        id: Id,
        (field, picker): (&Response, &Response),
        value: Option<NaiveDate>,
    ) -> Option<Option<NaiveDate>> {
        if self.ctx.is_read_only {
            return None;
        }
        // With Alt the arrow moves the row.
        let down = |input: &mut egui::InputState| {
            input.modifiers.is_none() && input.consume_key(Modifiers::NONE, Key::ArrowDown)
        };
        if (field.has_focus() || picker.has_focus()) && self.ui.input_mut(down) {
            Popup::open_id(self.ui.ctx(), Popup::default_response_id(picker));
        }
        let key = id.with("calendar");
        let was_open = self.ui.data(|data| data.get_temp::<bool>(key)).unwrap_or_default();
        let popup = Popup::menu(picker).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
        let shown = popup.show(|ui| calendar_ui(self.ctx, ui, id, value));
        let picked = shown.as_ref().and_then(|shown| shown.inner);
        if picked.is_some() {
            Popup::close_all(self.ui.ctx());
        }
        let is_open = shown.as_ref().is_some_and(|shown| !shown.response.should_close()) && picked.is_none();
        if was_open && !is_open {
            super::calendar::forget(self.ui, id);
            // The keys go back to where the calendar was opened from, unless they went elsewhere.
            if self.ui.memory(|memory| memory.focused()).is_none() || picked.is_some() {
                picker.request_focus();
            }
        }
        if was_open != is_open {
            self.ui.data_mut(|data| data.insert_temp(key, is_open));
        }
        picked
    }
}
