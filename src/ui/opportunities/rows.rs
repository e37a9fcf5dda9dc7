//! What the sections on buying share: the fold, the reason behind a small sign, lists inside a record.

use egui::{Id, Popup, RichText, Ui};

use crate::edit::{Edit, OpportunityChange, RecordEdit};
use crate::method::BuyingTopic;
use crate::model::{Coded, Opportunity};
use crate::theme::TextSize;
use crate::ui::fields::{Form, name_widget, opened_fold};
use crate::ui::plan::cells::labeled;
use crate::ui::plan::list::{RowTool, fold_header};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext};
use crate::words::Message;

/// The width of the window behind the small sign.
const WHY_WIDTH: f32 = 340.0;

/// A section that folds, with a note on what it holds; folded until it is opened.
pub(super) fn fold_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    id: &'static str,
    (name, note): (Message, String),
    contents: impl FnOnce(&mut Ui),
) {
    ui.add_space(8.0);
    let title = bold_text(ctx.words.say(name), TextSize::SECTION, ctx);
    let note = RichText::new(format!("   {note}")).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    fold_header(ui, [title, note]).id_salt(id).open(opened_fold(ui, id)).show_unindented(ui, |ui| {
        ui.add_space(4.0);
        contents(ui);
    });
}

/// A small sign that opens what the method says on a topic, called `name`.
pub(super) fn why_ui(ctx: &ViewContext<'_>, ui: &mut Ui, topic: BuyingTopic, name: &str) {
    let why = ui.small_button("?");
    name_widget(&why, &ctx.words.text(&Message::BuyingWhy { name: name.to_owned() }));
    Popup::menu(&why).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(WHY_WIDTH);
        for line in ctx.buying.why(topic) {
            let text = RichText::new(line.text(ctx.words.language())).size(TextSize::SECOND);
            ui.add(egui::Label::new(text).wrap());
        }
    });
}

/// The edit that changes one field.
pub(super) fn set(opportunity: &Opportunity, change: OpportunityChange) -> Edit {
    Edit::Opportunity(RecordEdit::Set(opportunity.id, change))
}

/// The rows with one of them changed.
pub(super) fn with<T: Clone>(rows: &[T], at: usize, change: impl FnOnce(&mut T)) -> Vec<T> {
    let mut rows = rows.to_vec();
    if let Some(row) = rows.get_mut(at) {
        change(row);
    }
    rows
}

/// The rows after a tool was used on one of them; `None` where it changes nothing.
pub(super) fn after_tool<T: Clone>(rows: &[T], asked: Option<(usize, RowTool)>) -> Option<Vec<T>> {
    let (at, tool) = asked?;
    let mut rows = rows.to_vec();
    match tool {
        RowTool::Remove if at < rows.len() => {
            rows.remove(at);
        }
        RowTool::Up if at > 0 && at < rows.len() => rows.swap(at, at - 1),
        RowTool::Down if at + 1 < rows.len() => rows.swap(at, at + 1),
        RowTool::To(place) if place != at && place < rows.len() && at < rows.len() => {
            let row = rows.remove(at);
            rows.insert(place, row);
        }
        RowTool::Remove | RowTool::Up | RowTool::Down | RowTool::To(_) => return None,
    }
    Some(rows)
}

/// Reports a change that is a step of its own, whatever was typed before and after it.
pub(super) fn push_step(actions: &mut Actions, edit: Edit) {
    actions.extend([Action::EndStep, Action::Edit(edit), Action::EndStep]);
}

/// A labelled choice in a row called `called`; choosing is a step of its own.
pub(super) fn choice_ui<T: Coded>(
    form: &mut Form<'_>,
    id: Id,
    (called, field): (&str, &str),
    value: Option<T>,
    edit: impl Fn(Option<T>) -> Edit,
) {
    stepwise(form, |form| {
        let name = format!("{called} · {}", labeled(form, field));
        form.choice(id, &name, value, edit);
    });
}

/// Draws a field whose every change is a step of its own: the rows of a list share one field of the
/// record, so that a choice in one row would go on with the typing in another.
pub(super) fn stepwise(form: &mut Form<'_>, draw: impl FnOnce(&mut Form<'_>)) {
    let before = form.actions.len();
    draw(form);
    if form.actions.len() > before {
        form.actions.insert(before, Action::EndStep);
        form.actions.push(Action::EndStep);
    }
}

/// A sentence in soft ink, wrapped.
pub(super) fn sentence_ui(ctx: &ViewContext<'_>, ui: &mut Ui, text: impl Into<String>) {
    let text = RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    ui.add(egui::Label::new(text).wrap());
}

/// Whether what is called by `id` is unfolded, and the sign that folds it.
pub(super) fn details_ui(ctx: &ViewContext<'_>, ui: &mut Ui, id: Id, name: &str) -> bool {
    let key = id.with("details");
    let mut is_open = ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(false);
    let sign = ui.add(egui::Button::selectable(is_open, "…").small());
    name_widget(&sign, &ctx.words.text(&Message::BuyingDetails { name: name.to_owned() }));
    if sign.clicked() {
        is_open = !is_open;
        ui.data_mut(|memory| memory.insert_temp(key, is_open));
    }
    is_open
}
