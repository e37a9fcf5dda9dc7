//! The canvas by keyboard: walking, adding, the clipboard.

use egui::{Event, EventFilter, Key, Response, Ui};

use crate::layout::CanvasPos;
use crate::model::SeatId;
use crate::ui::{Action, Actions, Command, Dialog, ViewContext, ViewState};
use crate::words::Message;

/// Gives the canvas the keys where nobody else has them, and keeps Tab and the arrows for it.
pub(super) fn take_focus(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, canvas: &Response) {
    let is_idle = ui.ctx().memory(|memory| memory.focused().is_none());
    let is_free = !view.is_asked() && view.naming.is_none();
    if is_free && (view.wants_canvas || is_idle) && !view.wants_inspector {
        canvas.request_focus();
    }
    view.wants_canvas = false;
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.ctx().memory_mut(|memory| memory.set_focus_lock_filter(canvas.id, filter));
    let name = ctx.words.say(Message::PageMap);
    canvas.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, &name));
}

/// Takes the keys that only the canvas has.
pub(super) fn keys_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, canvas: &Response, actions: &mut Actions) {
    if !canvas.has_focus() || view.is_asked() || view.naming.is_some() || view.drag.is_some() {
        return;
    }
    for command in Command::ALL.iter().copied().filter(|command| command.is_of_canvas()) {
        let Some(shortcut) = command.shortcut() else { continue };
        let is_clipboard = matches!(command, Command::Cut | Command::Copy | Command::Paste);
        let is_pressed = !is_clipboard
            && command.is_enabled(ctx, view)
            && ui.input_mut(|input| input.consume_key(shortcut.modifiers, shortcut.key));
        if is_pressed {
            actions.push(Action::Command(command));
        }
    }
    clipboard(ctx, view, ui, actions);
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    if pressed(Key::F6) && !view.selection.is_empty() {
        view.is_inspector_hidden = false;
        view.wants_inspector = true;
    }
    if pressed(Key::Escape) {
        view.select_many(std::collections::BTreeSet::new());
        if let Some(clipboard) = &mut view.clipboard {
            clipboard.cut.clear();
        }
    }
    walk(ctx, view, ui, canvas.rect);
}

/// The clipboard's keys come as events of their own.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other events are for others")]
fn clipboard(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let events: Vec<Event> = ui.input_mut(|input| {
        let is_clipboard = |event: &Event| matches!(event, Event::Cut | Event::Copy | Event::Paste(_));
        let (taken, left) = std::mem::take(&mut input.events).into_iter().partition(is_clipboard);
        input.events = left;
        taken
    });
    for event in events {
        match event {
            Event::Cut if Command::Cut.is_enabled(ctx, view) => actions.push(Action::Command(Command::Cut)),
            Event::Copy if Command::Copy.is_enabled(ctx, view) => actions.push(Action::Command(Command::Copy)),
            Event::Paste(text) => {
                let own = view.clipboard.as_ref().is_some_and(|own| own.branch.to_text().trim() == text.trim());
                if own || text.trim().is_empty() {
                    actions.push(Action::Command(Command::Paste));
                } else if !ctx.is_read_only {
                    view.dialog = Some(Dialog::PasteTable { text });
                }
            }
            _ => {}
        }
    }
}

/// Arrows walk to the nearest card that way.
fn walk(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, screen: egui::Rect) {
    let way = [
        (Key::ArrowLeft, (-1.0, 0.0)),
        (Key::ArrowRight, (1.0, 0.0)),
        (Key::ArrowUp, (0.0, -1.0)),
        (Key::ArrowDown, (0.0, 1.0)),
    ];
    let is_plain = ui.input(|input| input.modifiers.is_none());
    let pressed = |key: Key| is_plain && ui.input(|input| input.key_pressed(key));
    let Some((_, way)) = way.into_iter().find(|(key, _)| pressed(*key)) else {
        return;
    };
    let here = view.selection.first().and_then(|seat| ctx.request.card_of(*seat));
    let next = match here {
        Some(here) => nearest(ctx, here, way),
        None => ctx.request.cards.iter().position(|card| card.manager.is_none()),
    };
    if let Some(card) = next {
        view.select(ctx.request.cards[card].seat);
        bring_into_view(ctx, view, ctx.request.cards[card].seat, screen);
    }
}

/// Moves the camera where a card is out of sight.
pub(in crate::ui) fn bring_into_view(ctx: &ViewContext<'_>, view: &mut ViewState, seat: SeatId, screen: egui::Rect) {
    let center = ctx.request.card_of(seat).and_then(|card| ctx.layout.cards.get(card)).map(|rect| rect.center());
    if let (Some(center), Some(mut camera)) = (center, view.shown)
        && !screen.shrink(24.0).contains(camera.screen_from_canvas(center, screen))
    {
        camera.look_at(center);
        view.camera = Some(camera);
    }
}

fn nearest(ctx: &ViewContext<'_>, here: usize, (dx, dy): (f32, f32)) -> Option<usize> {
    // Up is the manager, whatever stands nearer.
    if dy < 0.0
        && let Some(manager) = ctx.request.cards[here].manager
    {
        return Some(manager);
    }
    let from = ctx.layout.cards[here].center();
    let cost = |to: CanvasPos| {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let (along, across) = (x * dx + y * dy, (x * dy).abs() + (y * dx).abs());
        (along > 1.0).then_some(along + across * 2.0)
    };
    let is_below = |card: usize| dy <= 0.0 || ctx.request.cards[card].manager == Some(here);
    let has_reports = dy > 0.0 && ctx.request.cards.iter().any(|card| card.manager == Some(here));
    let cards = ctx.layout.cards.iter().enumerate();
    let costs = cards
        .filter(|(card, _)| !has_reports || is_below(*card))
        .filter_map(|(card, rect)| Some((card, cost(rect.center())?)));
    costs.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(card, _)| card)
}
