//! Dragging: cards to a new manager, a new order or a place; people out of the tray; lines; a
//! rubber band. A drag is view state until the drop, then one edit; Escape forgets it.

use std::collections::BTreeSet;

use egui::{Key, PointerButton, Pos2, Response, Ui, vec2};

use super::{Stage, cards, is_panning};
use crate::edit::{Edit, Place, StructureEdit, add_person, move_beside, move_under, place_person, tops};
use crate::layout::{CanvasPos, judged_at};
use crate::model::{LayoutKind, Pin, PoliticalStatus, Seat, SeatId, Support};
use crate::ui::{Action, Actions, Drag, Handle, Hint, Popover, ViewState};
use crate::words::Message;

/// A drop nearer than this to where it began was a slip of the hand, in canvas points.
const SLIP: f32 = 10.0;

/// How far from the pointer the colleagues of a gap stand at the most, in canvas points.
const GAP: f32 = 90.0;

/// What a drop here would do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Target {
    /// The cards report to this one.
    Under(usize),
    /// They stand beside it, under its manager.
    Beside { card: usize, is_after: bool, is_stacked: bool },
    /// They cannot: this one stands below them.
    Loop(usize),
    /// They are pinned here.
    Ground,
    /// They are judged so.
    Judged(Option<Support>, Option<PoliticalStatus>),
    /// Nothing: in this picture cards stand where they belong.
    Nowhere,
}

/// Begins, follows and ends drags.
pub(super) fn drag(
    stage: &Stage<'_>,
    view: &mut ViewState,
    ui: &Ui,
    canvas: &Response,
    cards: &[(usize, Response)],
    actions: &mut Actions,
) {
    let is_free = !stage.ctx.is_read_only;
    let began = |response: &Response| response.drag_started_by(PointerButton::Primary);
    if view.drag.is_none() && !is_panning(ui, view) {
        if let Some((card, response)) = cards.iter().find(|(_, response)| began(response)) {
            begin_cards(stage, view, ui, *card, response, is_free);
        } else if began(canvas) {
            let start = ui.input(|input| input.pointer.press_origin()).unwrap_or(canvas.rect.center());
            let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            let before = if adds { view.selection.clone() } else { BTreeSet::new() };
            view.drag = Some(Drag::Band { start: stage.canvas_pos(start), before });
        }
    }
    let Some(drag) = view.drag.clone() else { return };
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        view.drag = None;
        return;
    }
    let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else {
        // The pointer has left with nothing held: there is no drop.
        view.drag = None;
        return;
    };
    if let Drag::Band { start, before } = &drag {
        let mut chosen = before.clone();
        chosen.extend(in_band(stage, *start, stage.canvas_pos(pos)));
        view.select_many(chosen);
    }
    if ui.input(|input| !input.pointer.any_down()) {
        view.drag = None;
        view.wants_canvas = true;
        drop_at(stage, view, ui, &drag, pos, actions);
    }
}

fn begin_cards(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui, card: usize, response: &Response, is_free: bool) {
    let seat = stage.seat(card);
    view.popover = None;
    if !view.selection.contains(&seat) {
        view.select(seat);
    }
    if is_free {
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(response.rect.center());
        let at = stage.canvas_pos(origin);
        let rect = stage.ctx.layout.cards[card];
        view.drag = Some(Drag::Cards { seat, held: vec2(at.x - rect.x, at.y - rect.y) });
    }
}

/// The cards a rubber band touches.
fn in_band(stage: &Stage<'_>, start: CanvasPos, end: CanvasPos) -> Vec<SeatId> {
    let band = band(start, end);
    stage.ctx.index.cards_in(stage.ctx.layout, &band).into_iter().map(|card| stage.seat(card)).collect()
}

pub(super) fn band(start: CanvasPos, end: CanvasPos) -> crate::layout::CanvasRect {
    crate::layout::CanvasRect {
        x: start.x.min(end.x),
        y: start.y.min(end.y),
        width: (start.x - end.x).abs(),
        height: (start.y - end.y).abs(),
    }
}

/// The seats that move with a drag: the branches of the selection.
pub(super) fn moving(stage: &Stage<'_>, view: &ViewState) -> BTreeSet<SeatId> {
    if !matches!(view.drag, Some(Drag::Cards { .. })) {
        return BTreeSet::new();
    }
    branch(stage, view)
}

/// The selection with all that hangs below it, in a chart. Cost: one walk over the cards.
pub(super) fn branch(stage: &Stage<'_>, view: &ViewState) -> BTreeSet<SeatId> {
    if !matches!(view.layout, LayoutKind::Organization | LayoutKind::OrganizationAcross) {
        return view.selection.clone();
    }
    let cards = &stage.ctx.request.cards;
    let mut is_in: Vec<Option<bool>> = vec![None; cards.len()];
    for card in 0..cards.len() {
        let mut path = Vec::new();
        let mut here = Some(card);
        let mut found = false;
        while let Some(card) = here {
            if let Some(known) = is_in[card] {
                found = known;
                break;
            }
            if view.selection.contains(&cards[card].seat) {
                is_in[card] = Some(true);
                found = true;
                break;
            }
            path.push(card);
            // A chain longer than the map is a loop.
            here = cards[card].manager.filter(|_| path.len() <= cards.len());
        }
        for card in path {
            is_in[card] = Some(found);
        }
    }
    (0..cards.len()).filter(|card| is_in[*card] == Some(true)).map(|card| cards[card].seat).collect()
}

/// What a drop of the selection at `pos` would do.
pub(super) fn target(stage: &Stage<'_>, view: &ViewState, pos: Pos2) -> Target {
    match view.layout {
        LayoutKind::Organization | LayoutKind::OrganizationAcross => in_chart(stage, view, pos),
        LayoutKind::Influence | LayoutKind::PathToPower => Target::Ground,
        LayoutKind::Position => match judged_at(stage.ctx.layout, stage.canvas_pos(pos)) {
            Some((support, political)) => Target::Judged(support, political),
            None => Target::Nowhere,
        },
        LayoutKind::Circle | LayoutKind::Coverage | LayoutKind::Overview => Target::Nowhere,
    }
}

/// What a drop on a card of the organisation chart, beside it or between two would do.
fn in_chart(stage: &Stage<'_>, view: &ViewState, pos: Pos2) -> Target {
    let Some(card) = stage.card_at(pos) else { return gap(stage, view, pos) };
    let seat = stage.seat(card);
    if view.selection.contains(&seat) {
        return Target::Ground;
    }
    if view.selection.iter().any(|moved| stage.ctx.account.is_in_branch(seat, *moved)) {
        return Target::Loop(card);
    }
    let rect = stage.card_rect(card);
    // Across, colleagues always stand one below the other.
    let is_stacked = view.layout == LayoutKind::OrganizationAcross || cards::is_stacked(stage.ctx, card);
    let share = if is_stacked { (pos.y - rect.top()) / rect.height() } else { (pos.x - rect.left()) / rect.width() };
    let edge = if is_stacked { 0.26 } else { 0.2 };
    match share {
        share if share < edge => Target::Beside { card, is_after: false, is_stacked },
        share if share > 1.0 - edge => Target::Beside { card, is_after: true, is_stacked },
        _ => Target::Under(card),
    }
}

/// Between two colleagues of one row there is a place among them; elsewhere the ground is free.
fn gap(stage: &Stage<'_>, view: &ViewState, pos: Pos2) -> Target {
    if view.layout == LayoutKind::OrganizationAcross {
        return Target::Ground;
    }
    let at = stage.canvas_pos(pos);
    let around = crate::layout::CanvasRect { x: at.x - GAP, y: at.y - 1.0, width: 2.0 * GAP, height: 2.0 };
    let near = stage.ctx.index.cards_in(stage.ctx.layout, &around);
    let rect = |card: usize| stage.ctx.layout.cards[card];
    let left = near.iter().copied().filter(|card| rect(*card).right() <= at.x);
    let right = near.iter().copied().filter(|card| rect(*card).x >= at.x);
    let left = left.max_by(|one, other| rect(*one).right().total_cmp(&rect(*other).right()));
    let right = right.min_by(|one, other| rect(*one).x.total_cmp(&rect(*other).x));
    let Some((left, right)) = left.zip(right) else { return Target::Ground };
    let manager = |card: usize| stage.ctx.request.cards[card].manager;
    let is_moved =
        |card: usize| view.selection.iter().any(|moved| stage.ctx.account.is_in_branch(stage.seat(card), *moved));
    if manager(left) != manager(right) || is_moved(left) || is_moved(right) {
        return Target::Ground;
    }
    Target::Beside { card: left, is_after: true, is_stacked: false }
}

/// The colleagues of a card in the order they stand in.
fn shown_order(stage: &Stage<'_>, card: usize) -> Vec<SeatId> {
    let manager = stage.ctx.account.get::<Seat>(stage.seat(card)).and_then(|seat| seat.reports_to);
    cards::shown_colleagues(stage.ctx, manager)
}

fn drop_at(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui, drag: &Drag, pos: Pos2, actions: &mut Actions) {
    let ctx = stage.ctx;
    match drag {
        Drag::Band { .. } | Drag::Pan => {}
        Drag::Cards { seat, held } => match target(stage, view, pos) {
            Target::Under(card) => {
                let edit = move_under(ctx.account, &view.selection, Some(stage.seat(card)));
                actions.push(Action::Edit(edit));
            }
            Target::Beside { card, is_after, .. } => {
                let shown = shown_order(stage, card);
                let edit = move_beside(ctx.account, &view.selection, stage.seat(card), is_after, &shown);
                actions.push(Action::Edit(edit));
            }
            Target::Loop(card) => refuse(view, ui, loop_sentence(stage, view, card), pos),
            Target::Ground if stage.screen.contains(pos) => {
                actions.extend(pins(stage, view, *seat, *held, pos).map(Action::Edit));
            }
            Target::Judged(support, political) if stage.screen.contains(pos) => {
                actions.extend(super::position::judged(stage, view, support, political).map(Action::Edit));
            }
            Target::Nowhere if stage.screen.contains(pos) => {
                let moved = stage.seat_rect(*seat).is_some_and(|rect| !rect.contains(pos));
                if moved {
                    refuse(view, ui, ctx.words.say(Message::DropNowhere).into_owned(), pos);
                }
            }
            Target::Ground | Target::Judged(..) | Target::Nowhere => {}
        },
        Drag::Person(person) => {
            if stage.screen.contains(pos) {
                let place = stage.card_at(pos).map_or(Place::Top, |card| Place::Below(stage.seat(card)));
                let (edit, seat) = place_person(ctx.account, &mut view.ids, *person, place);
                actions.push(Action::Edit(edit));
                view.select(seat);
            }
        }
        Drag::Line { from, handle } => drop_line(stage, view, ui, (*from, *handle), pos, actions),
    }
}

/// The places of the dragged cards; none where the hand only slipped.
fn pins(stage: &Stage<'_>, view: &ViewState, seat: SeatId, held: egui::Vec2, pos: Pos2) -> Option<Edit> {
    let at = stage.canvas_pos(pos);
    let from = stage.ctx.layout.cards.get(stage.ctx.request.card_of(seat)?)?;
    let (dx, dy) = (at.x - held.x - from.x, at.y - held.y - from.y);
    if dx.hypot(dy) < SLIP {
        return None;
    }
    let pin = |seat: &SeatId| {
        let rect = stage.ctx.layout.cards.get(stage.ctx.request.card_of(*seat)?)?;
        #[expect(clippy::cast_possible_truncation, reason = "pins are whole points")]
        let pin = Pin { x: (rect.x + dx).round() as i32, y: (rect.y + dy).round() as i32 };
        Some((*seat, Some(pin)))
    };
    // In a chart a branch follows its head; elsewhere everybody stands alone.
    let is_chart = matches!(view.layout, LayoutKind::Organization | LayoutKind::OrganizationAcross);
    let pins = if is_chart {
        tops(stage.ctx.account, &view.selection).iter().filter_map(pin).collect()
    } else {
        view.selection.iter().filter_map(pin).collect()
    };
    Some(Edit::Structure(StructureEdit::SetPins { layout: view.layout, pins }))
}

fn drop_line(
    stage: &Stage<'_>,
    view: &mut ViewState,
    ui: &Ui,
    (from, handle): (SeatId, Handle),
    pos: Pos2,
    actions: &mut Actions,
) {
    let ctx = stage.ctx;
    let Some(card) = stage.card_at(pos) else {
        if handle == Handle::Report && stage.screen.contains(pos) {
            let added = add_person(ctx.account, &mut view.ids, Place::Below(from));
            view.name_new(added.seat);
            actions.push(Action::Edit(added.edit));
        }
        return;
    };
    let to = stage.seat(card);
    if to == from {
        return;
    }
    let reports = |seat: SeatId, boss: SeatId| move_under(ctx.account, &[seat].into(), Some(boss));
    match handle {
        Handle::Report if ctx.account.is_in_branch(from, to) => {
            refuse(view, ui, sentence(stage, to, from), pos);
        }
        Handle::Report => actions.push(Action::Edit(reports(to, from))),
        Handle::Boss | Handle::Influence | Handle::Bond => {
            let has = |seat: SeatId| ctx.account.holder(seat).is_some();
            if handle != Handle::Boss && !(has(from) && has(to)) {
                refuse(view, ui, ctx.words.text(&Message::LineNeedsPeople), pos);
            } else {
                view.popover = Some(Popover::Line { from, to, handle, at: pos });
            }
        }
    }
}

fn refuse(view: &mut ViewState, ui: &Ui, text: String, at: Pos2) {
    view.hint = Some(Hint { text, at, until: ui.input(|input| input.time) + 5.0 });
}

/// Why `seat` cannot report to `boss`.
fn sentence(stage: &Stage<'_>, seat: SeatId, boss: SeatId) -> String {
    let name = |seat| cards::card_name(stage.ctx, seat);
    stage.ctx.words.text(&Message::EditLoop { seat: name(seat), boss: name(boss) })
}

pub(super) fn loop_sentence(stage: &Stage<'_>, view: &ViewState, card: usize) -> String {
    let boss = stage.seat(card);
    let above = view.selection.iter().find(|moved| stage.ctx.account.is_in_branch(boss, **moved));
    above.map_or_else(String::new, |seat| sentence(stage, *seat, boss))
}
