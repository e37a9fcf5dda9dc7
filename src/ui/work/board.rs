//! Actions as cards in columns by how they stand; moved by mouse, or by Alt with an arrow.

use egui::text::LayoutJob;
use egui::{
    Button, CornerRadius, CursorIcon, Id, Key, LayerId, Modifiers, Order, Painter, Rect, Response, RichText, Role,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::list::due_color;
use super::row::due_text;
use super::{held_at, in_sight, new_action, push_step};
use crate::edit::{ActionChange, Edit, RecordEdit};
use crate::model::{Action, ActionStatus, Coded, TeamMember};
use crate::theme::TextSize;
use crate::ui::fields::{Form, name_widget};
use crate::ui::plan::list::{add_button, named};
use crate::ui::style::{bold_text, faded, regular};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// A card, and what lies between two of them.
const CARD: f32 = 62.0;
const GAP: f32 = 8.0;
/// The head of a column.
const HEAD: f32 = 32.0;
/// A column is at least so wide; a folded one exactly so.
const COLUMN: f32 = 168.0;
const FOLDED: f32 = 96.0;

/// A column with what stands in it.
struct Column<'a> {
    status: ActionStatus,
    area: Rect,
    is_folded: bool,
    cards: Vec<&'a Action>,
}

/// Draws the board.
pub(super) fn board_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if add_button(ctx, ui, Message::WorkAddAction) {
        actions.push(crate::ui::Action::Edit(new_action(view, ctx.account, Vec::new())));
    }
    if ctx.account.actions.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::PageEmptyActions));
    }
    ui.add_space(4.0);
    ScrollArea::both().id_salt("work-board").auto_shrink(false).show(ui, |ui| {
        let columns = columns(ctx, view, ui.available_rect_before_wrap());
        let size = columns.iter().fold(Vec2::ZERO, |size, column| {
            vec2(size.x + column.area.width() + GAP, size.y.max(column.area.height()))
        });
        ui.allocate_exact_size(size, Sense::hover());
        let held = columns.iter().flat_map(|column| &column.cards).find(|card| ui.ctx().is_being_dragged(id_of(card)));
        let aim = held.and_then(|_| aimed(ui, &columns));
        for column in &columns {
            if aim == Some(column.status) {
                ui.painter().rect_filled(column.area, CornerRadius::same(4), faded(ctx.palette.accent(), 0.12));
            }
            cards_ui(ctx, view, ui, actions, (column, &columns));
        }
        for column in &columns {
            head_ui(ctx, view, ui, column);
        }
    });
}

fn columns<'a>(ctx: &ViewContext<'a>, view: &ViewState, room: Rect) -> Vec<Column<'a>> {
    let mut listed = ctx.account.ranked::<Action>();
    listed.sort_by_key(|action| (action.due.is_none(), action.due));
    let is_folded = |status: ActionStatus| status == ActionStatus::Dropped && !view.work.is_dropped_shown;
    let (mut wide, mut taken) = (0.0_f32, 0.0_f32);
    for status in ActionStatus::ALL {
        wide += if is_folded(*status) { 0.0 } else { 1.0 };
        taken += if is_folded(*status) { FOLDED + GAP } else { GAP };
    }
    let width = ((room.width() - taken) / wide.max(1.0)).max(COLUMN);
    let mut left = room.left();
    let mut columns = Vec::new();
    for status in ActionStatus::ALL.iter().copied() {
        let cards: Vec<&Action> = listed.iter().copied().filter(|action| action.status == status).collect();
        let is_folded = is_folded(status);
        let shown = if is_folded { 0 } else { cards.len() };
        let size = vec2(if is_folded { FOLDED } else { width }, (HEAD + top_of(shown)).max(room.height()));
        columns.push(Column { status, area: Rect::from_min_size(pos2(left, room.top()), size), is_folded, cards });
        left += size.x + GAP;
    }
    columns
}

/// How far below the head the card at this place begins.
fn top_of(place: usize) -> f32 {
    (CARD + GAP) * u16::try_from(place).map_or(f32::from(u16::MAX), f32::from)
}

fn id_of(action: &Action) -> Id {
    Id::unique(("work-card", action.id.to_string()))
}

/// The column under the pointer, or beside it where that is between two.
fn aimed(ui: &Ui, columns: &[Column<'_>]) -> Option<ActionStatus> {
    let at = held_at(ui)?;
    let is_near =
        |column: &&Column<'_>| column.area.x_range().expand(GAP / 2.0).contains(at.x) && column.area.top() <= at.y;
    columns.iter().find(is_near).map(|column| column.status)
}

/// The column's name and count; it stays in sight. What was dropped unfolds by it.
fn head_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, column: &Column<'_>) {
    let top = column.area.top().max(ui.clip_rect().top());
    let rect = Rect::from_min_size(pos2(column.area.left(), top), vec2(column.area.width(), HEAD - 4.0));
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ctx.palette.surface());
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, ctx.palette.hairline()));
    let group = ctx.words.value(column.status).to_owned();
    let name = Message::WorkGroup { group, count: column.cards.len().to_string() };
    let text = bold_text(ctx.words.text(&name), TextSize::SECOND, ctx);
    let place = egui::UiBuilder::new().max_rect(rect).id_salt(column.status.code());
    ui.scope_builder(place, |ui| {
        if column.status != ActionStatus::Dropped {
            ui.add(egui::Label::new(text).truncate());
        } else if ui.add(Button::new(text).frame(false).truncate()).clicked() {
            view.work.is_dropped_shown = !view.work.is_dropped_shown;
        }
    });
}

fn cards_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (column, columns): (&Column<'_>, &[Column<'_>]),
) {
    if column.is_folded {
        return;
    }
    for (place, action) in column.cards.iter().enumerate() {
        let corner = column.area.min + vec2(0.0, HEAD + top_of(place));
        let rect = Rect::from_min_size(corner, vec2(column.area.width(), CARD));
        let has_keys = ui.memory(|memory| memory.has_focus(id_of(action)));
        let is_held = ui.ctx().is_being_dragged(id_of(action));
        if has_keys || is_held || in_sight(ui, rect) {
            card_ui(ctx, view, ui, actions, (action, rect, columns));
        }
    }
}

fn card_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (action, rect, columns): (&Action, Rect, &[Column<'_>]),
) {
    let sense = if ctx.is_read_only { Sense::click() } else { Sense::click_and_drag() };
    let card = ui.interact(rect, id_of(action), sense);
    let name = spoken(ctx, action);
    card.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    name_widget(&card, &name);
    if view.work.wants == Some(id_of(action)) {
        ui.scroll_to_rect(rect, None);
        view.work.wants = None;
    }
    let strength = if card.dragged() { 0.4 } else { 1.0 };
    paint_card(ctx, ui.painter(), action, rect, (strength, card.has_focus() || card.hovered()));
    if card.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        ghost(ctx, ui, action, rect.size());
    }
    let target = if card.drag_stopped() { aimed(ui, columns) } else { pressed(ctx, ui, &card, action.status) };
    if let Some(status) = target.filter(|status| *status != action.status) {
        // What goes to the dropped by key keeps the keys, so it is shown.
        view.work.is_dropped_shown |= status == ActionStatus::Dropped && card.has_focus();
        view.work.wants = Some(id_of(action));
        push_step(actions, Edit::Action(RecordEdit::Set(action.id, ActionChange::Status(status))));
    } else if card.clicked() {
        view.show_action(action.id);
    }
    if !card.dragged() {
        card.on_hover_text(format!("{name}\n{}", ctx.words.say(Message::WorkBoardHint)));
    }
}

/// The status one column on, where Alt and an arrow are pressed while the card has the keys.
fn pressed(ctx: &ViewContext<'_>, ui: &Ui, card: &Response, status: ActionStatus) -> Option<ActionStatus> {
    if ctx.is_read_only || !card.has_focus() {
        return None;
    }
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let place = ActionStatus::ALL.iter().position(|other| *other == status)?;
    if is_pressed(Key::ArrowLeft) {
        ActionStatus::ALL.get(place.checked_sub(1)?).copied()
    } else if is_pressed(Key::ArrowRight) {
        ActionStatus::ALL.get(place + 1).copied()
    } else {
        None
    }
}

/// What a screen reader hears of a card.
fn spoken(ctx: &ViewContext<'_>, action: &Action) -> String {
    let owner = action.owner.and_then(|id| ctx.account.get::<TeamMember>(id)).map(|member| member.name.clone());
    let mut parts = vec![named(ctx, &action.what, "action"), ctx.words.value(action.status).to_owned()];
    parts.extend(owner);
    parts.push(due_text(ctx, action));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

fn paint_card(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    action: &Action,
    rect: Rect,
    (strength, is_lifted): (f32, bool),
) {
    let palette = ctx.palette;
    let edge = if is_lifted { palette.accent() } else { palette.hairline() };
    let radius = CornerRadius::same(4);
    let stroke = Stroke::new(1.0, faded(edge, strength));
    painter.rect(rect, radius, faded(palette.raised(), strength), stroke, StrokeKind::Inside);
    if action.is_overdue(ctx.today) {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(bar, radius, faded(palette.danger(), strength));
    }
    let inner = rect.shrink2(vec2(10.0, 6.0));
    let painter = painter.with_clip_rect(inner.intersect(painter.clip_rect()));
    let what = named(ctx, &action.what, "action");
    let what = if action.is_milestone { format!("★ {what}") } else { what };
    let mut job = LayoutJob::simple(what, regular(TextSize::BODY), faded(palette.ink(), strength), inner.width());
    job.wrap.max_rows = 2;
    painter.galley(inner.min, painter.layout_job(job), palette.ink());
    let owner = action.owner.and_then(|id| ctx.account.get::<TeamMember>(id)).map_or("", |member| &member.name);
    let due = due_text(ctx, action);
    let line = if owner.is_empty() || due.is_empty() { format!("{owner}{due}") } else { format!("{owner} · {due}") };
    let color = faded(due_color(ctx, action), strength);
    painter.text(inner.left_bottom(), egui::Align2::LEFT_BOTTOM, line, regular(TextSize::SECOND), color);
}

/// The card as it follows the pointer.
fn ghost(ctx: &ViewContext<'_>, ui: &Ui, action: &Action, size: Vec2) {
    let Some(at) = held_at(ui) else { return };
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("work-ghost")));
    let rect = Rect::from_center_size(at, size);
    paint_card(ctx, &painter, action, rect, (0.85, true));
}

/// A quiet text of a second line.
pub(super) fn quiet(ctx: &ViewContext<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft())
}
