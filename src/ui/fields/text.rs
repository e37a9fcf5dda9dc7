//! Text, on one line or several.

use egui::{Id, Response, RichText, ScrollArea, Stroke, StrokeKind, TextEdit};

use super::{Form, Shape};
use crate::edit::Edit;

/// The longest text a field takes, in letters: a whole page pasted into a name helps nobody.
pub(in crate::ui) const LONGEST: usize = 20_000;
/// The rows of a text of several lines before anything is written.
const LEAST_ROWS: usize = 2;
/// The rows from which on it scrolls inside: more of it would push the next field out of sight.
const MOST_ROWS: u8 = 12;
/// A text of so many bytes is taken for longer than that until it has been drawn once.
const LONG: usize = 1_500;

impl Form<'_> {
    /// A labelled line of text.
    pub(in crate::ui) fn text(
        &mut self,
        id: Id,
        label: &str,
        value: &str,
        hint: &str,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        self.label(label);
        let response = self.bare_text(id, label, value, hint, edit);
        self.enter_goes_on(&response);
        response
    }

    /// A line of text without a label of its own, called `name`.
    pub(in crate::ui) fn bare_text(
        &mut self,
        id: Id,
        name: &str,
        value: &str,
        hint: &str,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        self.text_with(id, (name, value, hint), false, edit)
    }

    /// A labelled text of several lines, which grows with it up to a dozen. Tab and Ctrl+Enter go on.
    pub(in crate::ui) fn area(
        &mut self,
        id: Id,
        label: &str,
        value: &str,
        hint: &str,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        self.label(label);
        self.bare_area(id, label, value, hint, edit)
    }

    /// A text of several lines without a label of its own, called `name`.
    pub(in crate::ui) fn bare_area(
        &mut self,
        id: Id,
        name: &str,
        value: &str,
        hint: &str,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        let row = self.ui.text_style_height(&egui::TextStyle::Body) + self.ui.spacing().extra_text_line_spacing;
        let most = row * f32::from(MOST_ROWS) + 8.0;
        let key = id.with("height");
        let height = self.ui.data(|data| data.get_temp::<f32>(key));
        let is_long = height.map_or(value.len() > LONG, |height| height > most);
        let given = (id, (name, value, hint));
        // Where everything is in sight nothing scrolls inside, so that the page can bring the cursor into sight.
        let response =
            if is_long { self.scrolled(given, most, edit) } else { self.text_with(given.0, given.1, true, edit) };
        let grown = response.rect.height();
        if height != Some(grown) {
            self.ui.data_mut(|data| data.insert_temp(key, grown));
        }
        response
    }

    /// A text longer than its field, in a frame of its own.
    fn scrolled(
        &mut self,
        (id, texts): (Id, (&str, &str, &str)),
        most: f32,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        let (ctx, actions) = (self.ctx, &mut *self.actions);
        // It is never squeezed: what is around it scrolls.
        let area = ScrollArea::vertical().id_salt(id).max_height(most).min_scrolled_height(most);
        let shown = area
            .auto_shrink([false, true])
            .show(self.ui, |ui| Form::new(ctx, ui, actions).text_with(id, texts, true, edit));
        let response = shown.inner;
        let color = if response.has_focus() { ctx.palette.accent() } else { ctx.palette.hairline() };
        let edge = Stroke::new(1.0, color);
        self.ui.painter().rect_stroke(shown.inner_rect, 4, edge, StrokeKind::Inside);
        if response.gained_focus() || response.changed() {
            self.ui.scroll_to_rect(shown.inner_rect, None);
        }
        response
    }

    fn text_with(
        &mut self,
        id: Id,
        (name, value, hint): (&str, &str, &str),
        has_lines: bool,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        let mut text = value.to_owned();
        let hint = RichText::new(hint).color(self.ctx.palette.ink_faint());
        let shape = Shape { name, has_lines, most: LONGEST };
        let typed = self.keyed(id, &mut text, shape, |text| {
            let field =
                if has_lines { TextEdit::multiline(text).desired_rows(LEAST_ROWS) } else { TextEdit::singleline(text) };
            field.desired_width(f32::INFINITY).hint_text(hint)
        });
        self.left_out(&typed, LONGEST);
        if typed.is_changed && text != value {
            self.edit(edit(text));
        }
        typed.response
    }
}
