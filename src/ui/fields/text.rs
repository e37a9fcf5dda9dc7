//! Text, on one line or several.

use egui::{Id, Response, RichText, TextBuffer as _, TextEdit};

use super::{Form, name_widget};
use crate::edit::Edit;

/// The longest text a field takes, in letters: a whole page pasted into a name helps nobody.
pub(in crate::ui) const LONGEST: usize = 20_000;

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
        self.text_with(id, (name, value, hint), 1, edit)
    }

    /// A labelled text of several lines.
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
        self.text_with(id, (name, value, hint), 2, edit)
    }

    fn text_with(
        &mut self,
        id: Id,
        (name, value, hint): (&str, &str, &str),
        rows: usize,
        edit: impl FnOnce(String) -> Edit,
    ) -> Response {
        let mut text = value.to_owned();
        let hint = RichText::new(hint).color(self.ctx.palette.ink_faint());
        let is_free = !self.ctx.is_read_only;
        let field = match rows {
            1 => TextEdit::singleline(&mut text),
            rows => TextEdit::multiline(&mut text).desired_rows(rows),
        };
        let field = field.desired_width(f32::INFINITY);
        let response = self.ui.add(field.id(id).hint_text(hint).char_limit(LONGEST).interactive(is_free));
        name_widget(&response, name);
        self.begin(&response);
        if response.changed() && text != value {
            self.edit(edit(text.take()));
        }
        response
    }
}
