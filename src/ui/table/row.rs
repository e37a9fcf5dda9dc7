//! A row of the table of people: cells edited in place.

use egui::{Align2, CornerRadius, Id, Key, Label, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_extras::TableRow;

use super::cells::{Cells, flat_ui, judgement_ui, write};
use super::columns::{Column, Row, boss};
use crate::edit::{Edit, OpportunityJudgementChange, PersonChange, RecordEdit, SeatChange, StructureEdit};
use crate::insight::MeasureKind;
use crate::model::{Opportunity, Person, PersonId, Seat};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::find::go_to;
use crate::ui::lens::{Tint, Tinted, number};
use crate::ui::style::regular;
use crate::ui::{Action, Actions, Command, ViewContext, ViewState};
use crate::words::{Message, age, date};

/// The id of somebody's name in the table.
pub(super) fn name_id(person: PersonId) -> Id {
    field_id("row", person, Column::Name.code())
}

/// Draws a row, and knows the one below it.
pub(super) fn row_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    table: &mut TableRow<'_, '_>,
    (row, next): (Row, Option<Row>),
    actions: &mut Actions,
) {
    // Somebody may be gone since the rows were ordered.
    let Some(person) = ctx.account.get::<Person>(row.person) else { return };
    let opportunity = view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id));
    let cells = Cells {
        ctx,
        person,
        seat: row.seat.and_then(|seat| ctx.account.get::<Seat>(seat)),
        opportunity: opportunity.map(|opportunity| opportunity.id),
        own: opportunity.and_then(|opportunity| opportunity.judgements.get(&person.id)).cloned().unwrap_or_default(),
        is_selected: row.seat.is_some_and(|seat| view.selection.contains(&seat)) || view.person == Some(person.id),
        next,
    };
    table.set_selected(cells.is_selected);
    table.set_overline(true);
    let number = table.index() + 1;
    table.col(|ui| marker_ui(&cells, view, ui, number, actions));
    for column in view.table.shown() {
        table.col(|ui| cell_ui(&cells, view, ui, column, actions));
    }
}

/// The number of the row, which selects, with the colour of the lens.
fn marker_ui(cells: &Cells<'_>, view: &mut ViewState, ui: &mut Ui, number: usize, actions: &mut Actions) {
    let ctx = cells.ctx;
    let id = field_id("row", cells.person.id, "marker");
    let response = flat_ui(ctx, ui, id, Sense::click());
    let rect = response.rect;
    let judged = cells.own.over(&cells.person.judgement);
    let bar = Rect::from_min_max(pos2(rect.left(), rect.top() + 3.0), pos2(rect.left() + 4.0, rect.bottom() - 3.0));
    let seat = cells.seat;
    let color = Tint::of(ctx, view).color(Tinted { seat, person: Some(cells.person), judged: &judged });
    ui.painter().rect_filled(bar, CornerRadius::same(1), color);
    let color = if cells.is_selected { ctx.palette.accent() } else { ctx.palette.ink_faint() };
    let at = rect.right_center() - vec2(4.0, 0.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, number.to_string(), regular(TextSize::CAPTION), color);
    let name = ctx.words.text(&Message::PeopleSelect { name: cells.person_name() });
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, cells.is_selected, &name));
    if response.clicked() {
        match cells.seat {
            Some(seat) if ui.input(|input| input.modifiers.command) => add_or_drop(view, seat),
            Some(_) | None => view.select_person(ctx.account, cells.person.id),
        }
    }
    if response.secondary_clicked() && !cells.is_selected {
        view.select_person(ctx.account, cells.person.id);
    }
    response.context_menu(|ui| menu_ui(cells, view, ui, actions));
    if response.double_clicked() {
        go_to(ctx, view, cells.person.id);
    }
}

/// Takes a card into the selection, or out of it.
fn add_or_drop(view: &mut ViewState, seat: &Seat) {
    (view.person, view.link) = (None, None);
    if !view.selection.remove(&seat.id) {
        view.selection.insert(seat.id);
    }
}

fn menu_ui(cells: &Cells<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let ctx = cells.ctx;
    if ui.button(ctx.words.say(Message::ShowOnMap)).clicked() {
        go_to(ctx, view, cells.person.id);
        ui.close();
    }
    for command in [Command::AddAction, Command::VisitBrief, Command::Unseat, Command::Delete] {
        let button = egui::Button::new(ctx.words.say(command.message()).into_owned());
        if ui.add_enabled(command.is_enabled(ctx, view) && !ctx.is_read_only, button).clicked() {
            actions.push(Action::Command(command));
            ui.close();
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "all others hold a value of a scale")]
fn cell_ui(cells: &Cells<'_>, view: &mut ViewState, ui: &mut Ui, column: Column, actions: &mut Actions) {
    let person = cells.person;
    let edit = match column {
        Column::Name => {
            let edit = |name| Edit::Person(RecordEdit::Set(person.id, PersonChange::Name(name)));
            text_ui(cells, view, ui, column, (person.name.as_str(), edit), actions);
            None
        }
        Column::Win => {
            let own = cells.own.over(&person.judgement);
            let edit = |win| match cells.opportunity {
                Some(opportunity) => {
                    let change = OpportunityJudgementChange::Win(win);
                    Edit::Structure(StructureEdit::Judge { opportunity, person: person.id, change })
                }
                None => Edit::Person(RecordEdit::Set(person.id, PersonChange::Win(win))),
            };
            text_ui(cells, view, ui, column, (own.win.as_str(), edit), actions);
            None
        }
        Column::Title | Column::Unit => {
            place_ui(cells, view, ui, column, actions);
            None
        }
        Column::Manager => {
            manager_ui(cells, view, ui);
            None
        }
        Column::Verified => {
            verified_ui(cells, ui);
            None
        }
        Column::Measure(kind) => {
            measure_ui(cells, ui, kind);
            None
        }
        _ => judgement_ui(cells, ui, column),
    };
    if let Some(edit) = edit {
        view.select_person(cells.ctx.account, person.id);
        actions.push(Action::Edit(edit));
    }
}

/// A number says how somebody is joined; nothing stands there while it is computed.
fn measure_ui(cells: &Cells<'_>, ui: &mut Ui, kind: MeasureKind) {
    let ctx = cells.ctx;
    let value = ctx.measures.and_then(|measures| measures.of(cells.person.id)?.value(kind));
    let text = value.map_or_else(String::new, |value| number(kind, value));
    let response = flat_ui(ctx, ui, cells.id(Column::Measure(kind)), Sense::hover());
    let at = response.rect.right_center() - vec2(8.0, 0.0);
    let font = regular(TextSize::SECOND);
    ui.painter().text(at, Align2::RIGHT_CENTER, &text, font, ctx.palette.ink_soft());
    let label = format!("{}: {text}", cells.name(Column::Measure(kind)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
}

/// When the judgements were last verified.
fn verified_ui(cells: &Cells<'_>, ui: &mut Ui) {
    let ctx = cells.ctx;
    let judged = cells.own.over(&cells.person.judgement);
    let (text, color) = match judged.verified() {
        Some(day) if (ctx.today - day).num_days() > i64::from(ctx.rules.stale_days) => {
            (age(ctx.words, day, ctx.today), ctx.palette.warning())
        }
        Some(day) => (age(ctx.words, day, ctx.today), ctx.palette.ink_soft()),
        None => ("?".to_owned(), ctx.palette.ink_faint()),
    };
    let response = flat_ui(ctx, ui, cells.id(Column::Verified), Sense::hover());
    write(ctx, ui, response.rect, &text, color);
    let label = format!("{}: {text}", cells.name(Column::Verified));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
    if let Some(day) = judged.verified() {
        response.on_hover_text(date(day));
    }
}

/// Title or unit of the seat; somebody without a seat has neither.
fn place_ui(cells: &Cells<'_>, view: &mut ViewState, ui: &mut Ui, column: Column, actions: &mut Actions) {
    let Some(seat) = cells.seat else {
        if column == Column::Title {
            let text = cells.ctx.words.say(Message::PeopleUnseated);
            let text = RichText::new(text).size(TextSize::SECOND).color(cells.ctx.palette.ink_faint());
            ui.add_space(4.0);
            ui.add(Label::new(text).selectable(false).truncate());
        }
        return;
    };
    let is_title = column == Column::Title;
    let edit = |text| {
        let change = if is_title { SeatChange::Title(text) } else { SeatChange::Unit(text) };
        Edit::Seat(RecordEdit::Set(seat.id, change))
    };
    let value = if is_title { &seat.title } else { &seat.unit };
    text_ui(cells, view, ui, column, (value.as_str(), edit), actions);
}

/// A text edited in place; Enter goes on in the row below.
fn text_ui(
    cells: &Cells<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    column: Column,
    (value, edit): (&str, impl FnOnce(String) -> Edit),
    actions: &mut Actions,
) {
    let ctx = cells.ctx;
    let (id, rect) = (cells.id(column), ui.max_rect());
    let hint = if column == Column::Name { ctx.words.label("field", "name") } else { "" };
    let response = Form::new(ctx, ui, actions).bare_text(id, &cells.name(column), value, hint, edit);
    // Whoever is written about is the one selected, on the map as well.
    if response.gained_focus() && !cells.is_selected {
        view.select_person(ctx.account, cells.person.id);
    }
    if view.wants_field == Some(id) {
        response.request_focus();
        view.wants_field = None;
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered
        && let Some(next) = cells.next
        && (next.seat.is_some() || column == Column::Name)
    {
        view.wants_field = Some(field_id("row", next.person, column.code()));
        ui.scroll_to_rect(rect.translate(vec2(0.0, rect.height() + ui.spacing().item_spacing.y)), None);
    }
}

/// Who stands above; a click selects that seat.
fn manager_ui(cells: &Cells<'_>, view: &mut ViewState, ui: &mut Ui) {
    let ctx = cells.ctx;
    let Some((seat, name)) = cells.seat.and_then(|seat| boss(ctx.account, seat)) else { return };
    let vacant = ctx.words.say(Message::Vacant);
    let name = if name.is_empty() { vacant.as_ref() } else { name };
    let response = flat_ui(ctx, ui, cells.id(Column::Manager), Sense::click());
    write(ctx, ui, response.rect, name, ctx.palette.ink_soft());
    let label = format!("{}: {name}", cells.name(Column::Manager));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    if response.clicked() {
        view.select(seat);
    }
}
