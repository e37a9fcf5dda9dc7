//! What the sections of the client's sheet share: a text field by its name, a head with prompts, what is
//! missing.

use egui::{Id, RichText, Ui};

use crate::edit::{ClientChange, Edit};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{Cell, FIELD, cells_ui};
use crate::ui::plan::why::why_ui;
use crate::ui::style::bold_text;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// How many missing fields a head names.
const NAMED: usize = 3;

/// A text of the sheet: its field, what it says, and the change that says it anew.
pub(super) struct Entry<'a> {
    pub(super) field: &'static str,
    pub(super) text: &'a str,
    pub(super) change: fn(String) -> ClientChange,
}

impl Entry<'_> {
    /// The field, and whether anything is said in it.
    pub(super) fn said(&self) -> (&'static str, bool) {
        (self.field, !self.text.trim().is_empty())
    }
}

/// The id of a field of the sheet.
pub(super) fn sheet_id(ctx: &ViewContext<'_>, field: &'static str) -> Id {
    field_id("client", ctx.account.id, field)
}

/// Draws a text of the sheet under its label, with the first prompt where nothing is said.
pub(super) fn entry_ui(form: &mut Form<'_>, entry: &Entry<'_>) {
    let ctx = form.ctx;
    let word = form.word(entry.field);
    let hint = ctx.account_guide.first(entry.field, ctx.words.language());
    let edit = |text| Edit::Client((entry.change)(text));
    form.area(sheet_id(ctx, entry.field), &word, entry.text, hint, edit);
}

/// Draws texts of the sheet side by side, and after them whatever else belongs there.
pub(super) fn entries_ui(form: &mut Form<'_>, view: &mut ViewState, entries: &[Entry<'_>], more: &[Cell<'_>]) {
    let draw = |entry| move |form: &mut Form<'_>, _: &mut ViewState| entry_ui(form, entry);
    let drawn: Vec<_> = entries.iter().map(draw).collect();
    let cells: Vec<Cell<'_>> = drawn.iter().map(|cell| cell as Cell<'_>).chain(more.iter().copied()).collect();
    cells_ui(form, view, FIELD, &cells);
}

/// A head within a section, with the prompts of a topic behind a small sign.
pub(super) fn group_ui(ctx: &ViewContext<'_>, ui: &mut Ui, name: &str, topic: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(name, TextSize::BODY, ctx));
        why_ui(ctx, ui, name, ctx.account_guide.prompts(topic));
    });
}

/// A sentence that was computed.
pub(super) fn fact_ui(ctx: &ViewContext<'_>, ui: &mut Ui, text: impl Into<String>) {
    let text = RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    ui.add(egui::Label::new(text).wrap());
}

/// Which of these fields say nothing yet: the first few by name, the others by number.
pub(super) fn missing(ctx: &ViewContext<'_>, fields: &[(&'static str, bool)]) -> String {
    let lacking = fields.iter().filter(|(_, is_said)| !is_said).map(|(field, _)| ctx.words.label("field", field));
    let lacking: Vec<&str> = lacking.collect();
    if lacking.is_empty() {
        return String::new();
    }
    let (shown, more) = lacking.split_at(lacking.len().min(NAMED));
    let what = ctx.words.text(&Message::PlanMissing { what: shown.join(ctx.words.list_separator()) });
    match more.len() {
        0 => what,
        more => format!("{what} {}", ctx.words.text(&Message::PageMore { n: more.to_string() })),
    }
}
