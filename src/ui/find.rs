//! Finding somebody on the map and going there; and how any list is narrowed down by typing.

use std::sync::Arc;

use egui::{
    Align, Area, Button, Event, Frame, Id, Key, Layout, Modifiers, Order, Rect, Response, RichText, TextEdit, Ui, pos2,
};

use super::fields::{name_widget, person_search};
use super::{Actions, Lookup, ViewContext, ViewState};
use crate::model::{Person, PersonId, Seat, SeatId, Table};
use crate::theme::{TextSize, Weight};
use crate::words::Message;

/// How many people are shown.
const SHOWN: usize = 12;

/// From how near one looks at somebody at least, so that the card can be read.
const NEAR: f32 = 0.8;

/// Draws the search for a person at the top of the canvas, while it is open.
pub(super) fn find_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, canvas: Rect, _actions: &mut Actions) {
    arrive(ctx, view, ui);
    let Some(mut lookup) = view.find.clone() else { return };
    let keys = LookupKeys::taken(ui, Id::unique("find"));
    let is_escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let width = (canvas.width() - 16.0).clamp(160.0, 380.0);
    let corner = pos2(canvas.center().x - width / 2.0, canvas.top() + 8.0);
    let area = Area::new(keys.id).order(Order::Foreground).fixed_pos(corner);
    let (chosen, is_left) = area
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(8).show(ui, |ui| {
                ui.set_width(width - 16.0);
                let field = keys.field_ui(ctx, ui, Message::FindHint, &mut lookup);
                let found = found_people(ctx, ui, &lookup.text, SHOWN);
                lookup.row = keys.row(lookup.row, found.len());
                let clicked = people_ui(ctx, ui, &found, lookup.row);
                let entered = found.get(lookup.row).map(|found| found.person).filter(|_| keys.is_entered);
                let is_left = field.lost_focus() && ui.input(|input| input.pointer.any_click());
                (clicked.or(entered), is_left)
            })
        })
        .inner
        .inner;
    view.find = (chosen.is_none() && !is_left && !is_escaped).then_some(lookup);
    if let Some(person) = chosen {
        go_and_look(ctx, view, ui, person);
    } else if view.find.is_none() {
        view.wants_canvas = true;
    }
}

/// A line for each of the people found; gives the one clicked.
fn people_ui(ctx: &ViewContext<'_>, ui: &mut Ui, found: &[Found], row: usize) -> Option<PersonId> {
    if found.is_empty() {
        ui.label(RichText::new(ctx.words.say(Message::FindNobody)).color(ctx.palette.ink_soft()));
        return None;
    }
    let mut clicked = None;
    ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
        for (place, found) in found.iter().enumerate() {
            if found_ui(ctx, ui, found, place == row).clicked() {
                clicked = Some(found.person);
            }
        }
    });
    clicked
}

/// A line with somebody's name, and title and unit at its end.
pub(super) fn found_ui(ctx: &ViewContext<'_>, ui: &mut Ui, found: &Found, is_chosen: bool) -> Response {
    let name = ctx.account.person_name(found.person);
    let width = ui.available_width();
    let fit = |text: &str, size: f32, share: f32| {
        ctx.measure.fit(text, size, Weight::Regular, width * share - 12.0).into_owned()
    };
    let soft = RichText::new(fit(&found.place, TextSize::SECOND, 0.55));
    let soft = soft.size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let button = Button::selectable(is_chosen, fit(name, TextSize::BODY, 0.45)).right_text(soft);
    let response = ui.push_id(found.person, |ui| ui.add(button)).inner;
    name_widget(&response, name);
    response
}

/// Goes to somebody on the map: unfolds the branches above, selects the card and looks at it from
/// near enough. Somebody without a card waits in the tray.
pub(super) fn go_to(ctx: &ViewContext<'_>, view: &mut ViewState, person: PersonId) {
    view.show_person(ctx.account, person);
    let Some(seat) = view.selection.first().copied() else {
        view.is_tray_hidden = false;
        return;
    };
    let mut shown = seat;
    for above in above(ctx, seat) {
        view.collapsed.remove(&above);
        // What is folded away stands nowhere yet; it will unfold below the nearest card there is.
        if ctx.request.card_of(shown).is_none() {
            shown = above;
        }
    }
    look_at(ctx, view, shown);
}

/// The same, and once a card that was folded away has its place, another look.
pub(super) fn go_and_look(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, person: PersonId) {
    go_to(ctx, view, person);
    if view.selection.first().is_some_and(|seat| ctx.request.card_of(*seat).is_none()) {
        ui.data_mut(|data| data.insert_temp(going_id(), person));
        ui.ctx().request_repaint();
    }
}

fn arrive(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui) {
    let Some(person) = ui.data(|data| data.get_temp::<PersonId>(going_id())) else { return };
    ui.data_mut(|data| data.remove::<PersonId>(going_id()));
    let seat = view.selection.first().copied();
    if let Some(seat) = seat.filter(|seat| ctx.account.holder(*seat).is_some_and(|holder| holder.id == person)) {
        look_at(ctx, view, seat);
        ui.ctx().request_repaint();
    }
}

fn going_id() -> Id {
    Id::unique("somebody on the way to the map")
}

/// The seats above, the nearest first.
fn above(ctx: &ViewContext<'_>, seat: SeatId) -> Vec<SeatId> {
    let boss = |seat: SeatId| ctx.account.get::<Seat>(seat).and_then(|seat| seat.reports_to);
    // A loop cannot be entered, yet a file may hold one until it is repaired.
    std::iter::successors(boss(seat), |above| boss(*above)).take(ctx.account.seats.len()).collect()
}

fn look_at(ctx: &ViewContext<'_>, view: &mut ViewState, seat: SeatId) {
    let card = ctx.request.card_of(seat).and_then(|card| ctx.layout.cards.get(card));
    if let (Some(card), Some(mut camera)) = (card, view.camera.or(view.shown)) {
        camera.look_at(card.center());
        if camera.zoom() < NEAR {
            // The middle stays the middle, whatever the screen.
            camera.zoom_at(NEAR / camera.zoom(), Rect::ZERO.center(), Rect::ZERO);
        }
        view.camera = Some(camera);
    }
}

/// Somebody found, with title and unit.
pub(super) struct Found {
    pub(super) person: PersonId,
    place: String,
}

/// What was found lately, and in what it was searched.
#[derive(Clone)]
struct Search {
    persons: Table<Person>,
    seats: Table<Seat>,
    text: String,
    found: Arc<Vec<Found>>,
}

/// The people a text finds, searched for once and not in every frame.
pub(super) fn found_people(ctx: &ViewContext<'_>, ui: &Ui, text: &str, most: usize) -> Arc<Vec<Found>> {
    let id = Id::unique(("people found", most));
    let account = ctx.account;
    if let Some(known) = ui.data(|data| data.get_temp::<Search>(id))
        && known.text == text
        && Arc::ptr_eq(&known.persons, &account.persons)
        && Arc::ptr_eq(&known.seats, &account.seats)
    {
        return known.found;
    }
    let seats = account.seat_of_person();
    let place = |person: &PersonId| {
        let seat = seats.get(person).and_then(|seat| account.get::<Seat>(*seat))?;
        let parts = [seat.title.as_str(), seat.unit.as_str()];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    };
    let people = person_search(account, text, most).into_iter();
    let found = people.map(|person| Found { person, place: place(&person).unwrap_or_default() }).collect();
    let search = Search {
        persons: Arc::clone(&account.persons),
        seats: Arc::clone(&account.seats),
        text: text.to_owned(),
        found: Arc::new(found),
    };
    let found = Arc::clone(&search.found);
    ui.data_mut(|data| data.insert_temp(id, search));
    found
}

/// Whether what `id` names was not drawn in the frame before.
pub(super) fn just_opened(ui: &Ui, id: Id) -> bool {
    let id = id.with("drawn in frame");
    let frame = ui.ctx().cumulative_frame_nr();
    let last = ui.data(|data| data.get_temp::<u64>(id));
    ui.data_mut(|data| data.insert_temp(id, frame));
    last.is_none_or(|last| last + 1 < frame)
}

/// The keys of a list narrowed down by typing: up and down choose, Enter takes.
pub(super) struct LookupKeys {
    pub(super) id: Id,
    is_new: bool,
    down: usize,
    up: usize,
    pub(super) is_entered: bool,
}

impl LookupKeys {
    /// Takes the keys out of the input, before the field gets to see them.
    pub(super) fn taken(ui: &Ui, id: Id) -> Self {
        let is_new = just_opened(ui, id);
        let (down, up, is_entered) = ui.input_mut(|input| {
            // While an input method composes, these keys are its own; and what opened the list
            // does not choose from it.
            if is_new || input.events.iter().any(|event| matches!(event, Event::Ime(_))) {
                return (0, 0, false);
            }
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            (down, up, input.consume_key(Modifiers::NONE, Key::Enter))
        });
        Self { id, is_new, down, up, is_entered }
    }

    /// Draws the field, which has the keys from the start.
    pub(super) fn field_ui(&self, ctx: &ViewContext<'_>, ui: &mut Ui, hint: Message, lookup: &mut Lookup) -> Response {
        let hint = ctx.words.text(&hint);
        let faint = RichText::new(hint.as_str()).color(ctx.palette.ink_faint());
        let edit = TextEdit::singleline(&mut lookup.text).id(self.id.with("text")).hint_text(faint);
        let field = ui.add(edit.desired_width(f32::INFINITY).char_limit(200));
        name_widget(&field, &hint);
        if field.changed() {
            lookup.row = 0;
        }
        if self.is_new || ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(4.0);
        field
    }

    /// The line chosen of `count`, behind the last one the first again.
    pub(super) fn row(&self, row: usize, count: usize) -> usize {
        if count == 0 { 0 } else { (row.min(count - 1) + self.down + count - self.up % count) % count }
    }
}
