//! What the lists of plan, opportunities and work share: sections that fold, the tools of a row, the
//! order by hand, what adds.

use egui::{
    Button, CollapsingHeader, Id, Key, Modifiers, Rect, Response, RichText, TextStyle, TextWrapMode, Ui, WidgetText,
};

use crate::edit::{Edit, Editable, RecordEdit};
use crate::model::{Account, Rank, Ranked, Record};
use crate::theme::TextSize;
use crate::ui::fields::{name_widget, opened_fold};
use crate::ui::plan::carry::{carried_ui, fade_carried, grip_ui};
use crate::ui::plan::cells::SHORT;
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// The width that a row leaves to its tools: a grip and three signs, or one.
pub(in crate::ui) const TOOLS: f32 = 118.0;
const TOOL: f32 = 44.0;
/// How many letters of a record's text name it in the words of a button.
const NAME_LETTERS: usize = 40;
/// The name by which all sections of a page unfold, for whoever comes from a search.
pub(in crate::ui) const PLAN_FOLDS: &str = "plan-sections";

/// What the tools of a row ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum RowTool {
    /// One place towards the first.
    Up,
    /// One place towards the last.
    Down,
    /// To this place of the list.
    To(usize),
    /// Out of the list.
    Remove,
}

/// A section that folds under its name in bold, with a note on its contents in soft ink.
pub(in crate::ui) fn section_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    id: &'static str,
    head: (Message, String),
    contents: impl FnOnce(&mut Ui),
) {
    section_folded_ui(ctx, ui, (id, true), head, contents);
}

/// The same, folded at first unless it `is_open`: what nobody has begun is not in the way.
pub(in crate::ui) fn section_folded_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    (id, is_open): (&'static str, bool),
    (name, note): (Message, String),
    contents: impl FnOnce(&mut Ui),
) {
    let title = bold_text(ctx.words.say(name), TextSize::SECTION, ctx);
    let note = RichText::new(format!("   {note}")).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let header = fold_header(ui, [title, note]).id_salt(id).default_open(is_open);
    header.open(opened_fold(ui, PLAN_FOLDS)).show_unindented(ui, |ui| {
        ui.add_space(4.0);
        contents(ui);
    });
    ui.add_space(16.0);
}

/// A header that folds what stands below it, cut off where it is too long for one line.
pub(in crate::ui) fn fold_header(ui: &Ui, parts: [RichText; 2]) -> CollapsingHeader {
    let room = ui.available_width() - ui.spacing().indent - ui.spacing().button_padding.x;
    let text = WidgetText::concat(ui, parts);
    CollapsingHeader::new(text.into_galley(ui, Some(TextWrapMode::Truncate), room.max(40.0), TextStyle::Body))
}

/// How many records there are, and how many of them lack a field.
pub(in crate::ui) fn count_note(ctx: &ViewContext<'_>, count: usize, lack: usize, field: &str) -> String {
    match (count, lack) {
        (0, _) => ctx.words.text(&Message::PlanNone),
        (count, 0) => count.to_string(),
        (count, lack) => ctx.words.text(&Message::PlanLack {
            count: count.to_string(),
            lack: lack.to_string(),
            field: ctx.words.label("field", field).to_owned(),
        }),
    }
}

/// What a record is called in the words of a button: its own text, else its kind.
pub(in crate::ui) fn named(ctx: &ViewContext<'_>, text: &str, kind: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return ctx.words.label("record", kind).to_owned();
    }
    match text.char_indices().nth(NAME_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Gives the keys to a field of a record just added.
pub(in crate::ui) fn take_keys(view: &mut ViewState, id: Id, field: &Response) {
    if view.wants_field == Some(id) {
        field.request_focus();
        field.scroll_to_me(None);
        view.wants_field = None;
    }
}

/// A button that adds a record.
pub(in crate::ui) fn add_button(ctx: &ViewContext<'_>, ui: &mut Ui, label: Message) -> bool {
    let text = RichText::new(ctx.words.say(label)).size(TextSize::SECOND);
    ui.add_enabled(!ctx.is_read_only, Button::new(text)).clicked()
}

/// The rank of a new record: it stands last.
pub(in crate::ui) fn next_rank<T: Ranked>(account: &Account) -> Rank {
    account.all::<T>().map(Ranked::rank).max().unwrap_or(0).saturating_add(1)
}

/// Draws records as rows with their tools, and gives what a tool asks for and of which row.
pub(in crate::ui) fn rows_ui<T: Record>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    records: &[&T],
    name: impl Fn(&T) -> String,
    mut row: impl FnMut(&mut Ui, &T),
) -> Option<(usize, RowTool)> {
    let mut asked = None;
    for (at, record) in records.iter().copied().enumerate() {
        let place = Some((at, records.len()));
        let draw = |ui: &mut Ui| row_ui(ctx, ui, &name(record), place, |ui| row(ui, record));
        if let Some(tool) = ui.push_id(record.id().to_string(), draw).inner {
            asked = Some((at, tool));
        }
    }
    asked
}

/// One row with its tools at the right; without a `place` among others it can only be removed. Alt
/// with an arrow moves the row while one of its fields has the keys, and its grip carries it. The rows
/// of a list stand in one `Ui`, each under an id of its own.
pub(in crate::ui) fn row_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    name: &str,
    place: Option<(usize, usize)>,
    contents: impl FnOnce(&mut Ui),
) -> Option<RowTool> {
    let mut tool = None;
    let mut grip = None;
    let list = ui.stack().parent.as_ref().map_or(ui.unique_id(), |parent| parent.unique_id);
    let id = ui.scope_id().with("grip");
    let row = ui.horizontal_top(|ui| {
        if let Some((at, _)) = place {
            fade_carried(ui, list, at);
        }
        let tools = if place.is_some() { TOOLS } else { TOOL };
        let width = (ui.available_width() - tools).max(SHORT);
        // The tools come after the fields, so that Tab walks through the fields first.
        ui.vertical(|ui| {
            ui.set_width(width);
            contents(ui);
        });
        if !ctx.is_read_only && place.is_some_and(|(_, count)| count > 1) {
            ui.spacing_mut().item_spacing.x = 2.0;
            grip = Some(grip_ui(ctx, ui, id, name));
        }
        tool = row_tools(ctx, ui, name, place);
    });
    let rect = row.response.rect;
    let carried = place.zip(grip).and_then(|(place, grip)| carried_ui(ctx, ui, list, place, (rect, &grip)));
    tool.or(carried).or_else(|| pressed_tool(ctx, ui, rect, place?))
}

/// Small signs that move or remove what is called `name`: of so many, the one at this place.
pub(in crate::ui) fn row_tools(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    name: &str,
    place: Option<(usize, usize)>,
) -> Option<RowTool> {
    let (at, count) = place.unwrap_or_default();
    let tools = [
        (RowTool::Up, "↑", Message::PlanMoveUp { name: name.to_owned() }, at > 0),
        (RowTool::Down, "↓", Message::PlanMoveDown { name: name.to_owned() }, at + 1 < count),
        (RowTool::Remove, "×", Message::PlanRemove { name: name.to_owned() }, true),
    ];
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 6.0;
        for (tool, sign, message, is_possible) in tools {
            if tool != RowTool::Remove && place.is_none() {
                continue;
            }
            let name = ctx.words.text(&message);
            let button = ui.add_enabled(is_possible && !ctx.is_read_only, Button::new(sign).small());
            name_widget(&button, &name);
            if button.on_hover_text(name).clicked() {
                clicked = Some(tool);
            }
        }
    });
    clicked
}

/// Alt with an arrow up or down, while something within `area` has the keys.
pub(in crate::ui) fn pressed_tool(
    ctx: &ViewContext<'_>,
    ui: &Ui,
    area: Rect,
    (at, count): (usize, usize),
) -> Option<RowTool> {
    if ctx.is_read_only || !ui.input(|input| input.modifiers.alt) {
        return None;
    }
    let focused = ui.memory(|memory| memory.focused())?;
    let focused = ui.ctx().read_response(focused)?;
    if !area.contains(focused.rect.center()) {
        return None;
    }
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if is_pressed(Key::ArrowUp) {
        (at > 0).then_some(RowTool::Up)
    } else if is_pressed(Key::ArrowDown) {
        (at + 1 < count).then_some(RowTool::Down)
    } else {
        None
    }
}

/// Reports what a tool asks for, in a list that is shown whole.
pub(in crate::ui) fn push_tool<T: Editable>(
    actions: &mut Actions,
    records: &[&T],
    tool: Option<(usize, RowTool)>,
    edit: impl FnOnce(RecordEdit<T>) -> Edit,
) {
    let order: Vec<T::Id> = records.iter().map(|record| record.id()).collect();
    let change = tool.and_then(|(at, tool)| tool_edit(&order, &order, at, tool));
    actions.extend(change.map(|change| Action::Edit(edit(change))));
}

/// The edit that a tool asks for, in a list that stands in `order` and of which `shown` is seen: the
/// row passes the neighbor that is seen, and whatever is hidden between them.
pub(in crate::ui) fn tool_edit<T: Editable>(
    order: &[T::Id],
    shown: &[T::Id],
    at: usize,
    tool: RowTool,
) -> Option<RecordEdit<T>> {
    let id = *shown.get(at)?;
    let neighbor = *match tool {
        RowTool::Up => shown.get(at.checked_sub(1)?)?,
        RowTool::Down => shown.get(at + 1)?,
        RowTool::To(place) => shown.get(place)?,
        RowTool::Remove => return Some(RecordEdit::Remove(id)),
    };
    let mut order = order.to_vec();
    let from = order.iter().position(|other| *other == id)?;
    let to = order.iter().position(|other| *other == neighbor)?;
    order.remove(from);
    order.insert(to, id);
    Some(ordered(order))
}

/// The edit that gives a list this order.
pub(in crate::ui) fn ordered<T: Editable>(order: Vec<T::Id>) -> RecordEdit<T> {
    RecordEdit::Order((1..).zip(order).map(|(rank, id)| (id, rank)).collect())
}
