//! A day of the calendar: what is due on it, a line each, to be opened and to be moved.

use chrono::{Days, NaiveDate};
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Id, Key, LayerId, Modifiers, Order, Painter, Pos2, Rect, Response, Role,
    Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::calendar::{DAY_HEAD, LINE};
use super::{held_at, in_sight, push_step, show_opportunity};
use crate::edit::{ActionChange, Edit, RecordEdit};
use crate::insight::{AgendaEntry, AgendaItem};
use crate::model::{Action, ActionId, Activity, Opportunity, Review};
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::plan::list::named;
use crate::ui::style::{bold, faded, regular};
use crate::ui::{Actions, PlanPage, View, ViewContext, ViewState};
use crate::words::{Message, date};

/// A day with its place on screen.
pub(super) struct Cell<'e> {
    pub(super) day: NaiveDate,
    pub(super) area: Rect,
    pub(super) is_of_month: bool,
    pub(super) entries: &'e [AgendaEntry],
}

/// What an entry is, for its sign and its word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Action,
    Milestone,
    Activity,
    NextStep,
    Close,
    Review,
}

impl Kind {
    pub(super) const ALL: [Self; 6] =
        [Self::Action, Self::Milestone, Self::Activity, Self::NextStep, Self::Close, Self::Review];

    fn of(item: AgendaItem) -> Self {
        match item {
            AgendaItem::Action(_) => Self::Action,
            AgendaItem::Milestone(_) => Self::Milestone,
            AgendaItem::Activity(_) => Self::Activity,
            AgendaItem::NextStep(_) => Self::NextStep,
            AgendaItem::Close(_) => Self::Close,
            AgendaItem::Review(_) | AgendaItem::NextReview => Self::Review,
        }
    }
}

/// The word for a kind of entry.
pub(super) fn kind_word<'w>(ctx: &ViewContext<'w>, kind: Kind) -> &'w str {
    match kind {
        Kind::Action => ctx.words.label("record", "action"),
        Kind::Milestone => ctx.words.label("field", "is_milestone"),
        Kind::Activity => ctx.words.label("record", "activity"),
        Kind::NextStep => ctx.words.label("field", "next_step"),
        Kind::Close => ctx.words.label("field", "close"),
        Kind::Review => ctx.words.label("record", "review"),
    }
}

/// The sign of a kind: a shape of its own, so that color need not say it.
pub(super) fn paint_kind(painter: &Painter, at: Pos2, kind: Kind, color: Color32) {
    let stroke = Stroke::new(1.25, color);
    let diamond = [vec2(0.0, -4.0), vec2(4.0, 0.0), vec2(0.0, 4.0), vec2(-4.0, 0.0)].map(|arm| at + arm).to_vec();
    match kind {
        Kind::Action => {
            painter.rect_filled(Rect::from_center_size(at, vec2(6.0, 6.0)), CornerRadius::same(1), color);
        }
        Kind::Milestone => {
            painter.add(Shape::convex_polygon(diamond, color, Stroke::NONE));
        }
        Kind::Activity => {
            painter.circle_filled(at, 3.5, color);
        }
        Kind::NextStep => {
            painter.text(at, Align2::CENTER_CENTER, "→", regular(TextSize::CAPTION), color);
        }
        Kind::Close => {
            painter.add(Shape::closed_line(diamond, stroke));
        }
        Kind::Review => {
            painter.circle_stroke(at, 3.5, stroke);
        }
    }
}

/// Draws a day.
pub(super) fn day_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (cell, cells): (&Cell<'_>, &[Cell<'_>]),
) {
    if !in_sight(ui, cell.area) {
        return;
    }
    let palette = ctx.palette;
    let is_today = cell.day == ctx.today;
    if is_today {
        ui.painter().rect_filled(cell.area, CornerRadius::ZERO, palette.wash());
    }
    let edge = Stroke::new(0.5, palette.hairline());
    ui.painter().rect_stroke(cell.area, CornerRadius::ZERO, edge, StrokeKind::Inside);
    let color = match (is_today, cell.is_of_month) {
        (true, _) => palette.accent(),
        (false, true) => palette.ink(),
        (false, false) => palette.ink_faint(),
    };
    let font = if is_today { bold(TextSize::SECOND) } else { regular(TextSize::SECOND) };
    let at = cell.area.left_top() + vec2(6.0, 4.0);
    ui.painter().text(at, Align2::LEFT_TOP, cell.day.format("%-d").to_string(), font, color);
    let shown = shown(view, cell);
    let line = |place: usize| {
        let down = DAY_HEAD + LINE * u16::try_from(place).map_or(0.0, f32::from);
        let corner = cell.area.left_top() + vec2(2.0, down);
        Rect::from_min_size(corner, vec2(cell.area.width() - 4.0, LINE - 2.0))
    };
    for (place, entry) in cell.entries.iter().take(shown).enumerate() {
        entry_ui(ctx, view, ui, actions, (entry, line(place), cells));
    }
    if shown < cell.entries.len() {
        more_ui(ctx, view, ui, (cell, line(shown), cell.entries.len() - shown));
    }
}

/// How many lines of a day are shown; the last line says how many more there are.
fn shown(view: &ViewState, cell: &Cell<'_>) -> usize {
    let mut room = 0;
    let mut high = DAY_HEAD + LINE;
    while high <= cell.area.height() && room < cell.entries.len() {
        room += 1;
        high += LINE;
    }
    let is_whole = room >= cell.entries.len() || view.work.day == Some(cell.day);
    if is_whole { cell.entries.len() } else { room.saturating_sub(1) }
}

/// How many more there are; a click shows the day whole.
fn more_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, (cell, rect, count): (&Cell<'_>, Rect, usize)) {
    let text = ctx.words.text(&Message::PageMore { n: count.to_string() });
    let more = ui.interact(rect, Id::unique(("work-more", date(cell.day))), Sense::click());
    let name = format!("{}: {text}", date(cell.day));
    more.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let color = if more.hovered() || more.has_focus() { ctx.palette.accent() } else { ctx.palette.ink_soft() };
    let at = rect.left_center() + vec2(4.0, 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, text, regular(TextSize::CAPTION), color);
    if more.clicked() {
        view.work.day = Some(cell.day);
    }
}

/// What tells an entry from every other one.
fn id_of(item: AgendaItem) -> Id {
    Id::unique(("work-entry", format!("{item:?}")))
}

fn action_of(item: AgendaItem) -> Option<ActionId> {
    match item {
        AgendaItem::Action(id) | AgendaItem::Milestone(id) => Some(id),
        AgendaItem::Activity(_)
        | AgendaItem::NextStep(_)
        | AgendaItem::Close(_)
        | AgendaItem::Review(_)
        | AgendaItem::NextReview => None,
    }
}

fn entry_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &Ui,
    actions: &mut Actions,
    (entry, rect, cells): (&AgendaEntry, Rect, &[Cell<'_>]),
) {
    let action = action_of(entry.item).filter(|_| !ctx.is_read_only);
    let sense = if action.is_some() { Sense::click_and_drag() } else { Sense::click() };
    let line = ui.interact(rect, id_of(entry.item), sense);
    let text = entry_text(ctx, entry.item);
    let name = format!("{} {}: {text}", date(entry.day), kind_word(ctx, Kind::of(entry.item)));
    line.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    name_widget(&line, &name);
    paint_entry(ctx, ui.painter(), entry, rect, (&text, line.hovered() || line.has_focus()));
    if let Some(id) = action {
        let day = if line.drag_stopped() { day_under(ui, cells) } else { pressed(ui, &line, entry.day) };
        if let Some(day) = day.filter(|day| *day != entry.day) {
            push_step(actions, Edit::Action(RecordEdit::Set(id, ActionChange::Due(Some(day)))));
            return;
        }
    }
    if line.clicked() {
        go(view, entry.item);
    }
    if !line.dragged() {
        let hint = ctx.words.say(Message::WorkCalendarHint);
        line.on_hover_text(if action.is_some() { format!("{name}\n{hint}") } else { name });
    }
}

fn paint_entry(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    entry: &AgendaEntry,
    rect: Rect,
    (text, is_lifted): (&str, bool),
) {
    let is_judgeable = !matches!(entry.item, AgendaItem::Activity(_));
    let color = match (entry.is_done, entry.is_late) {
        (true, _) => ctx.palette.ink_faint(),
        (false, true) if is_judgeable => ctx.palette.danger(),
        (false, true) => ctx.palette.warning(),
        (false, false) => ctx.palette.ink(),
    };
    let ground = if is_lifted { ctx.palette.sunken() } else { ctx.palette.raised() };
    painter.rect_filled(rect, CornerRadius::same(3), ground);
    paint_kind(painter, pos2(rect.left() + 9.0, rect.center().y), Kind::of(entry.item), color);
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let left = rect.left() + 18.0;
    let room = (rect.right() - left - 2.0).max(0.0);
    let mut job = LayoutJob::simple_singleline(text.to_owned(), regular(TextSize::SECOND), color);
    job.wrap = TextWrapping::truncate_at_width(room);
    let galley = painter.layout_job(job);
    painter.galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, color);
}

/// What an entry is called.
fn entry_text(ctx: &ViewContext<'_>, item: AgendaItem) -> String {
    let opportunity = |id| ctx.account.get::<Opportunity>(id);
    match item {
        AgendaItem::Action(id) | AgendaItem::Milestone(id) => {
            named(ctx, ctx.account.get::<Action>(id).map_or("", |action| &action.what), "action")
        }
        AgendaItem::Activity(id) => {
            let activity = ctx.account.get::<Activity>(id);
            activity.map_or_else(String::new, |activity| super::activities::about(ctx, activity))
        }
        AgendaItem::NextStep(id) => {
            let one = opportunity(id);
            let step = one.map(|one| one.next_step.as_str()).filter(|step| !step.trim().is_empty());
            step.or(one.map(|one| one.name.as_str())).unwrap_or_default().to_owned()
        }
        AgendaItem::Close(id) => opportunity(id).map_or_else(String::new, |one| one.name.clone()),
        AgendaItem::Review(id) => {
            ctx.account.get::<Review>(id).map_or_else(String::new, |review| ctx.words.value(review.kind).to_owned())
        }
        AgendaItem::NextReview => ctx.words.label("field", "next_review").to_owned(),
    }
}

/// Goes to where an entry is filled in.
fn go(view: &mut ViewState, item: AgendaItem) {
    match item {
        AgendaItem::Action(id) | AgendaItem::Milestone(id) => view.show_action(id),
        AgendaItem::Activity(id) => view.show_activity(id),
        AgendaItem::NextStep(id) | AgendaItem::Close(id) => show_opportunity(view, id),
        AgendaItem::Review(_) => view.view = View::ThenNow,
        AgendaItem::NextReview => view.show_plan(PlanPage::default()),
    }
}

/// The day under the pointer.
fn day_under(ui: &Ui, cells: &[Cell<'_>]) -> Option<NaiveDate> {
    let at = held_at(ui)?;
    cells.iter().find(|cell| cell.area.contains(at)).map(|cell| cell.day)
}

/// The day Alt and an arrow lead to while the entry has the keys: left and right a day, up and down a week.
fn pressed(ui: &Ui, line: &Response, day: NaiveDate) -> Option<NaiveDate> {
    if !line.has_focus() {
        return None;
    }
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if is_pressed(Key::ArrowLeft) {
        day.pred_opt()
    } else if is_pressed(Key::ArrowRight) {
        day.succ_opt()
    } else if is_pressed(Key::ArrowUp) {
        day.checked_sub_days(Days::new(7))
    } else if is_pressed(Key::ArrowDown) {
        day.checked_add_days(Days::new(7))
    } else {
        None
    }
}

/// The entry that is dragged follows the pointer, and the day below it shows.
pub(super) fn held_ui(ctx: &ViewContext<'_>, ui: &Ui, cells: &[Cell<'_>]) {
    let entries = || cells.iter().flat_map(|cell| cell.entries);
    let Some(held) = entries().find(|entry| ui.ctx().is_being_dragged(id_of(entry.item))) else { return };
    let Some(at) = held_at(ui) else { return };
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let target = day_under(ui, cells).and_then(|day| cells.iter().find(|cell| cell.day == day));
    if let Some(cell) = target {
        let stroke = Stroke::new(2.0, faded(ctx.palette.accent(), 0.6));
        ui.painter().rect_stroke(cell.area.shrink(1.0), CornerRadius::same(3), stroke, StrokeKind::Inside);
    }
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("work-held")));
    let rect = Rect::from_min_size(at - vec2(9.0, 9.0), vec2(140.0, LINE - 2.0));
    paint_entry(ctx, &painter, held, rect, (&entry_text(ctx, held.item), true));
}
