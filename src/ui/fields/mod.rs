//! The fields of every form: text, choice, date, money, people. Each pushes an edit as soon as its
//! value changes; the history merges what belongs to one field.

mod arriving;
mod calendar;
mod choice;
mod date;
mod money;
mod people;
mod text;
mod typing;

use egui::{Id, Response, RichText, Ui};

use super::{Actions, ViewContext};
use crate::edit::Edit;
use crate::theme::TextSize;
use crate::words::Message;

pub(super) use arriving::{open_fold, opened_fold, send_keys};
pub(super) use choice::pressed_number;
pub(super) use people::person_search;
pub(super) use text::LONGEST;
pub(super) use typing::Shape;

/// Where a form draws, and what it reports to.
pub(super) struct Form<'a> {
    pub(super) ctx: &'a ViewContext<'a>,
    pub(super) ui: &'a mut Ui,
    pub(super) actions: &'a mut Actions,
}

impl<'a> Form<'a> {
    /// A form in `ui`.
    pub(super) fn new(ctx: &'a ViewContext<'a>, ui: &'a mut Ui, actions: &'a mut Actions) -> Self {
        Self { ctx, ui, actions }
    }

    /// Reports a change, unless the account may not be changed.
    pub(super) fn edit(&mut self, edit: Edit) {
        self.actions.push(super::Action::Edit(edit));
    }

    /// The label above a field.
    pub(super) fn label(&mut self, text: impl Into<String>) -> Response {
        let text = RichText::new(text).size(TextSize::SECOND).color(self.ctx.palette.ink_soft());
        self.ui.label(text)
    }

    /// The word for a field of the model, as a label's text.
    pub(super) fn word(&self, field: &str) -> String {
        let word = self.ctx.words.label("field", field);
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
        first + letters.as_str()
    }

    /// A quiet line that explains.
    pub(super) fn note(&mut self, text: impl Into<String>) {
        let text = RichText::new(text).size(TextSize::SECOND).color(self.ctx.palette.ink_faint());
        self.ui.label(text);
    }

    /// A sentence that says what is wrong with what was typed.
    pub(super) fn complaint(&mut self, message: &Message) {
        let text = self.ctx.words.text(message);
        self.wrong(&text);
    }

    /// The same in words of its own.
    fn wrong(&mut self, text: &str) {
        let text = RichText::new(text).size(TextSize::SECOND).color(self.ctx.palette.danger());
        self.ui.label(text);
    }

    /// A section's title with room above it.
    pub(super) fn section(&mut self, title: impl Into<String>) {
        self.ui.add_space(16.0);
        self.ui.label(super::style::bold_text(title, TextSize::SECTION, self.ctx));
        self.ui.add_space(4.0);
    }

    /// Whether a field has just got the keys: what it changes is then a step of its own.
    pub(super) fn begin(&mut self, response: &Response) {
        if response.gained_focus() {
            self.actions.push(super::Action::EndStep);
        }
        arriving::take_sent_keys(response);
    }
}

/// Gives a widget without a label its name, for screen readers and tests.
pub(super) fn name_widget(response: &Response, name: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// The id of a field: kind of record, record, field; never a row's place.
pub(super) fn field_id(kind: &'static str, record: impl std::fmt::Display, field: &'static str) -> Id {
    Id::unique((kind, record.to_string(), field))
}

/// Text that is being typed and is no value yet, kept by the field's id.
fn draft(ui: &Ui, id: Id) -> Option<String> {
    ui.data(|data| data.get_temp::<String>(id.with("draft")))
}

fn set_draft(ui: &Ui, id: Id, text: Option<String>) {
    ui.data_mut(|data| match text {
        Some(text) => {
            data.insert_temp(id.with("draft"), text);
        }
        None => {
            data.remove::<String>(id.with("draft"));
            data.remove::<String>(id.with("base"));
        }
    });
}

/// What stood in a field when it got the keys: while what is typed cannot be read, its value stays the one before.
fn base(ui: &Ui, typed: &typing::Typed, shown: &str) -> String {
    let key = typed.response.id.with("base");
    let known = ui.data(|data| data.get_temp::<String>(key)).filter(|_| !typed.response.gained_focus());
    known.unwrap_or_else(|| {
        ui.data_mut(|data| data.insert_temp(key, shown.to_owned()));
        shown.to_owned()
    })
}

/// Goes to the next row of a wrapping layout where `width` does not fit into this one.
pub(super) fn make_room(ui: &mut Ui, width: f32) {
    let is_begun = ui.cursor().left() > ui.max_rect().left() + 1.0;
    if is_begun && ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
}
