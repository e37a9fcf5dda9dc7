//! A row of the table of people: cells edited in place.

use egui::{
    Align2, Color32, CornerRadius, Id, Key, Label, Popup, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};
use egui_extras::TableRow;

use super::columns::{Column, Row, boss};
use crate::edit::{Edit, OpportunityJudgementChange, PersonChange, RecordEdit, SeatChange, StructureEdit};
use crate::model::{Coded, Judged, Opportunity, OpportunityId, OpportunityJudgement, Person, PersonId, Seat};
use crate::theme::{TextSize, Weight};
use crate::ui::fields::{Form, field_id};
use crate::ui::find::go_to;
use crate::ui::lens::{Tint, Tinted};
use crate::ui::style::regular;
use crate::ui::{Action, Actions, Command, ViewContext, ViewState};
use crate::words::Message;

/// What the cells of a row share.
struct Cells<'a> {
    ctx: &'a ViewContext<'a>,
    person: &'a Person,
    seat: Option<&'a Seat>,
    /// The opportunity looked through, and what it judges of the person.
    opportunity: Option<OpportunityId>,
    own: OpportunityJudgement,
    is_selected: bool,
    /// The row below, where Enter goes on.
    next: Option<Row>,
}

impl Cells<'_> {
    fn person_name(&self) -> String {
        match self.person.name.as_str() {
            "" => self.ctx.words.say(Message::PeopleUnnamed).into_owned(),
            name => name.to_owned(),
        }
    }

    /// What a screen reader calls a cell.
    fn name(&self, column: Column) -> String {
        format!("{} · {}", column.heading(self.ctx), self.person_name())
    }

    fn id(&self, column: Column) -> Id {
        field_id("row", self.person.id, column.code())
    }
}

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
    for column in Column::ALL {
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
    for command in [Command::AddAction, Command::Unseat, Command::Delete] {
        let button = egui::Button::new(ctx.words.say(command.message()).into_owned());
        if ui.add_enabled(command.is_enabled(ctx, view) && !ctx.is_read_only, button).clicked() {
            actions.push(Action::Command(command));
            ui.close();
        }
    }
}

fn cell_ui(cells: &Cells<'_>, view: &mut ViewState, ui: &mut Ui, column: Column, actions: &mut Actions) {
    let (person, own) = (cells.person, &cells.own);
    let judged = &person.judgement;
    let set = |change| Edit::Person(RecordEdit::Set(person.id, change));
    let edit = match column {
        Column::Name => {
            let edit = |name| set(PersonChange::Name(name));
            text_ui(cells, view, ui, column, (person.name.as_str(), edit), actions);
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
        Column::Role => judged_ui(
            cells,
            ui,
            &Judging {
                column,
                account: judged.role,
                own: own.role,
                in_account: PersonChange::Role,
                in_opportunity: OpportunityJudgementChange::Role,
            },
        ),
        Column::Support => judged_ui(
            cells,
            ui,
            &Judging {
                column,
                account: judged.support,
                own: own.support,
                in_account: PersonChange::Support,
                in_opportunity: OpportunityJudgementChange::Support,
            },
        ),
        Column::Coverage => judged_ui(
            cells,
            ui,
            &Judging {
                column,
                account: judged.coverage,
                own: own.coverage,
                in_account: PersonChange::Coverage,
                in_opportunity: OpportunityJudgementChange::Coverage,
            },
        ),
        Column::Political => judged_ui(
            cells,
            ui,
            &Judging {
                column,
                account: judged.political,
                own: own.political,
                in_account: PersonChange::Political,
                in_opportunity: OpportunityJudgementChange::Political,
            },
        ),
        Column::Attitude => {
            let now = person.attitude.map_or(Judged::Unknown, Judged::Is);
            let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Unknown });
            chosen.map(|chosen| set(PersonChange::Attitude(chosen.over(None))))
        }
        Column::Stage => {
            let now = person.stage.map_or(Judged::Unknown, Judged::Is);
            let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Unknown });
            chosen.map(|chosen| set(PersonChange::Stage(chosen.over(None))))
        }
        Column::Kind => {
            let now = Judged::Is(person.kind);
            let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Nothing });
            chosen.and_then(|chosen| chosen.over(None)).map(|kind| set(PersonChange::Kind(kind)))
        }
    };
    actions.extend(edit.map(Action::Edit));
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

/// What a cell offers beside the values of its scale.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Besides {
    Nothing,
    Unknown,
    Inherit,
}

/// A choice between the values of a scale.
struct Choice<T> {
    now: Judged<T>,
    /// What holds in the whole account, where that can be inherited.
    account: Option<T>,
    besides: Besides,
}

/// A judgement that an opportunity may have of its own, and how either is set.
struct Judging<T> {
    column: Column,
    account: Option<T>,
    own: Judged<T>,
    in_account: fn(Option<T>) -> PersonChange,
    in_opportunity: fn(Judged<T>) -> OpportunityJudgementChange,
}

/// A judgement of the account, or of the opportunity looked through over it.
fn judged_ui<T: Coded>(cells: &Cells<'_>, ui: &mut Ui, judging: &Judging<T>) -> Option<Edit> {
    let (person, column, account) = (cells.person.id, judging.column, judging.account);
    let Some(opportunity) = cells.opportunity else {
        let now = account.map_or(Judged::Unknown, Judged::Is);
        let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Unknown })?;
        return Some(Edit::Person(RecordEdit::Set(person, (judging.in_account)(chosen.over(None)))));
    };
    let choice = Choice { now: judging.own, account, besides: Besides::Inherit };
    let change = (judging.in_opportunity)(choice_ui(cells, ui, column, &choice)?);
    Some(Edit::Structure(StructureEdit::Judge { opportunity, person, change }))
}

/// A flat cell that shows a value and drops the others down; a new one where it was chosen.
fn choice_ui<T: Coded>(cells: &Cells<'_>, ui: &mut Ui, column: Column, choice: &Choice<T>) -> Option<Judged<T>> {
    let ctx = cells.ctx;
    let value = choice.now.over(choice.account);
    let shown = value.map_or("?", |value| ctx.words.value(value));
    let is_inherited = choice.now == Judged::Inherit;
    let color = if value.is_none() || is_inherited { ctx.palette.ink_faint() } else { ctx.palette.ink() };
    let sense = if ctx.is_read_only { Sense::hover() } else { Sense::click() };
    let response = flat_ui(ctx, ui, cells.id(column), sense);
    write(ctx, ui, response.rect, shown, color);
    let label = format!("{}: {shown}", cells.name(column));
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, !ctx.is_read_only, &label));
    // Hundreds of cells are drawn, and at most one of them is open.
    if !response.clicked() && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
        return None;
    }
    let chosen = Popup::menu(&response).show(|ui| options_ui(ctx, ui, choice))?.inner?;
    (chosen != choice.now).then_some(chosen)
}

fn options_ui<T: Coded>(ctx: &ViewContext<'_>, ui: &mut Ui, choice: &Choice<T>) -> Option<Judged<T>> {
    ui.set_min_width(120.0);
    let mut options: Vec<(Judged<T>, String)> = Vec::new();
    let not_said = ctx.words.text(&Message::UnknownValue);
    if choice.besides == Besides::Inherit {
        let value = choice.account.map_or(not_said.clone(), |value| ctx.words.value(value).to_owned());
        options.push((Judged::Inherit, ctx.words.text(&Message::OpportunitiesInherit { value })));
    }
    if choice.besides != Besides::Nothing {
        options.push((Judged::Unknown, not_said));
    }
    options.extend(T::ALL.iter().map(|value| (Judged::Is(*value), ctx.words.value(*value).to_owned())));
    let mut chosen = None;
    for (option, text) in options {
        let response = ui.selectable_label(option == choice.now, text);
        let hint = option.over(None).map_or("???", |value| ctx.words.hint(value));
        let response = if hint == "???" { response } else { response.on_hover_text(hint) };
        if response.clicked() {
            chosen = Some(option);
        }
    }
    chosen
}

/// A cell without a frame of its own, outlined under the pointer and with the keys.
fn flat_ui(ctx: &ViewContext<'_>, ui: &Ui, id: Id, sense: Sense) -> Response {
    let response = ui.interact(ui.max_rect(), id, sense);
    let outline = if response.has_focus() {
        Some(Stroke::new(1.5, ctx.palette.accent()))
    } else {
        (response.hovered() && response.sense.senses_click()).then(|| Stroke::new(1.0, ctx.palette.ink_faint()))
    };
    if let Some(outline) = outline {
        ui.painter().rect_stroke(response.rect, CornerRadius::same(4), outline, StrokeKind::Inside);
    }
    response
}

/// Writes a line into a cell, cut where the cell ends.
fn write(ctx: &ViewContext<'_>, ui: &Ui, rect: Rect, text: &str, color: Color32) {
    let text = ctx.measure.fit(text, TextSize::SECOND, Weight::Regular, rect.width() - 8.0);
    let at = rect.left_center() + vec2(4.0, 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, text, regular(TextSize::SECOND), color);
}
