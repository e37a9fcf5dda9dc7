//! The canvas: the map drawn with what can be seen, and everything that is done to it.

mod blocks;
mod cards;
mod drag;
mod empty;
mod far;
mod ghosts;
mod guides;
mod handles;
mod hints;
mod keys;
mod lines;
mod menus;
mod minimap;
mod naming;
mod navigate;
mod pictures;
mod popover;
mod position;
mod way;

use std::collections::BTreeSet;

use egui::{Painter, Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::legend::legend_height;
use super::lens::Tint;
use super::{Actions, Camera, Drag, ViewContext, ViewState};
use crate::layout::{CanvasPos, CanvasRect};
use crate::model::{LayoutKind, Seat, SeatId};
pub(super) use cards::shown_colleagues;
use cards::{CardLook, card_label, card_ui};
pub(super) use keys::bring_into_view;
use lines::LinePainter;
pub(super) use naming::rename;
pub(super) use popover::{judge, judged_title, set_many};
use way::Way;

/// Below this magnification single cards are no longer widgets of their own.
const WIDGET_ZOOM: f32 = 0.2;

/// Where the canvas is drawn in this frame.
pub(super) struct Stage<'a> {
    pub(super) ctx: &'a ViewContext<'a>,
    pub(super) camera: Camera,
    pub(super) screen: Rect,
    pub(super) painter: Painter,
}

impl Stage<'_> {
    /// The canvas point under a screen point.
    fn canvas_pos(&self, pos: egui::Pos2) -> CanvasPos {
        self.camera.canvas_from_screen(pos, self.screen)
    }

    /// Where a card is on screen.
    fn card_rect(&self, card: usize) -> Rect {
        self.ctx.layout.cards.get(card).map_or(Rect::NOTHING, |rect| self.camera.screen_rect(rect, self.screen))
    }

    fn seat_rect(&self, seat: SeatId) -> Option<Rect> {
        self.ctx.request.card_of(seat).map(|card| self.card_rect(card))
    }

    fn seat(&self, card: usize) -> SeatId {
        self.ctx.request.cards[card].seat
    }

    /// The card under a screen point.
    fn card_at(&self, pos: egui::Pos2) -> Option<usize> {
        self.ctx.index.card_at(self.ctx.layout, self.canvas_pos(pos))
    }
}

/// Draws the map and takes what is done to it.
pub(super) fn canvas_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let (response, painter) = ui.allocate_painter(ui.available_size(), Sense::click_and_drag());
    let screen = response.rect;
    painter.rect_filled(screen, 0, ctx.palette.surface());
    keys::take_focus(ctx, view, ui, &response);
    show_selected(ctx, view);
    view.has_idle_field = false;
    if ctx.account.seats.is_empty() {
        view.shown = None;
        empty::empty_ui(ctx, view, ui, &response, actions);
        keys::keys_ui(ctx, view, ui, &response, actions);
        return;
    }
    let fitting = |view: &ViewState| {
        let covered = (pictures::HEIGHT, legend_height(ctx, view, screen));
        Camera::fitting(&ctx.layout.bounds, screen, covered)
    };
    let mut camera = view.camera.unwrap_or_else(|| fitting(view));
    let before = camera;
    navigate::navigate(view, ui, &response, &mut camera, screen);
    if camera != before {
        view.camera = Some(camera);
    }
    view.shown = Some(camera);
    let stage = Stage { ctx, camera, screen, painter };
    let seen = seen(&stage);
    let cards = card_responses(&stage, view, ui, &seen);
    take_clicks(&stage, view, ui, &response, &cards);
    handles::handles_ui(&stage, view, ui, &cards);
    drag::drag(&stage, view, ui, &response, &cards, actions);
    menus::menus_ui(&stage, view, &response, &cards, actions);
    let way = Way::of(&stage, view);
    paint(&stage, view, ui, &cards, (&seen, &way));
    way::way_ui(&stage, view, ui, &way);
    naming::naming_ui(&stage, view, ui, actions);
    popover::popover_ui(&stage, view, ui, actions);
    minimap::minimap_ui(&stage, view, ui);
    pictures::pictures_ui(&stage, view, ui, actions);
    keys::keys_ui(ctx, view, ui, &response, actions);
    hints::hint_ui(&stage, view, ui);
    focus_ring(&stage, &response, ui);
}

/// Whoever is asked for from elsewhere is shown: in the whole chart where the picture leaves them out.
fn show_selected(ctx: &ViewContext<'_>, view: &mut ViewState) {
    if !std::mem::take(&mut view.wants_shown) {
        return;
    }
    let Some(seat) = view.selection.first().copied() else { return };
    if ctx.request.card_of(seat).is_none() {
        let is_chart = matches!(view.layout, LayoutKind::Organization | LayoutKind::OrganizationAcross);
        view.layout = if is_chart { view.layout } else { LayoutKind::Organization };
        view.branch = None;
        view.collapsed.retain(|folded| *folded == seat || !ctx.account.is_in_branch(seat, *folded));
        view.camera = None;
    }
}

fn seen(stage: &Stage<'_>) -> Vec<usize> {
    let visible = stage.camera.visible(stage.screen).expanded(8.0);
    if covers(&visible, &stage.ctx.layout.bounds) {
        return (0..stage.ctx.layout.cards.len()).collect();
    }
    stage.ctx.index.cards_in(stage.ctx.layout, &visible)
}

fn covers(outer: &CanvasRect, inner: &CanvasRect) -> bool {
    outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() && outer.bottom() >= inner.bottom()
}

/// One response for each card that is seen; screen readers and tests find it by its label.
fn card_responses(stage: &Stage<'_>, view: &ViewState, ui: &Ui, seen: &[usize]) -> Vec<(usize, Response)> {
    let is_small = stage.camera.zoom() < WIDGET_ZOOM && !stage.ctx.layout.is_blocks;
    if is_small || seen.len() > far::MANY {
        return Vec::new();
    }
    let respond = |card: &usize| {
        let id = stage.seat(*card);
        let rect = stage.card_rect(*card).intersect(stage.screen);
        let response = ui.interact(rect, ui.scope_id().with(("card", id)), Sense::click_and_drag());
        let is_selected = view.selection.contains(&id);
        response.widget_info(|| {
            let seat = stage.ctx.account.get::<Seat>(id);
            let label = seat.map_or_else(String::new, |seat| card_label(stage.ctx, seat, view.opportunity));
            WidgetInfo::selected(Role::TreeItem, true, is_selected, label)
        });
        (*card, response)
    };
    seen.iter().map(respond).collect()
}

/// Clicks select; a click on a symbol sets it; a double click opens the inspector.
fn take_clicks(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui, canvas: &Response, cards: &[(usize, Response)]) {
    let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
    for (card, response) in cards {
        let seat = stage.seat(*card);
        if response.clicked() {
            if !adds {
                view.select(seat);
            } else {
                let mut chosen = std::mem::take(&mut view.selection);
                if !chosen.remove(&seat) {
                    chosen.insert(seat);
                }
                view.select_many(chosen);
            }
            view.wants_canvas = true;
            let pos = response.interact_pointer_pos().filter(|_| !adds);
            if let Some((field, rect)) = pos.and_then(|pos| cards::symbol_at(stage, *card, pos)) {
                view.popover = Some(super::Popover::Judge { field, at: rect.left_bottom() });
            }
        }
        if response.double_clicked() {
            view.is_inspector_hidden = false;
            view.wants_inspector = true;
            view.popover = None;
        }
    }
    let pos = canvas.interact_pointer_pos().filter(|_| canvas.clicked());
    if let Some(pos) = pos {
        view.wants_canvas = true;
        let line = lines::line_at(stage, view, pos);
        match line {
            Some(line) => lines::select_line(stage, view, line),
            None if stage.camera.zoom() < WIDGET_ZOOM || cards.is_empty() => match stage.card_at(pos) {
                Some(card) => view.select(stage.seat(card)),
                None => view.select_many(BTreeSet::new()),
            },
            None if !adds => view.select_many(BTreeSet::new()),
            None => {}
        }
    }
}

fn paint(stage: &Stage<'_>, view: &ViewState, ui: &Ui, cards: &[(usize, Response)], (seen, way): (&[usize], &Way)) {
    let ctx = stage.ctx;
    let is_dragging = view.drag.is_some();
    let hovered = cards.iter().find(|(_, response)| response.hovered() && !is_dragging).map(|(card, _)| *card);
    let chosen: BTreeSet<usize> = view.selection.iter().filter_map(|seat| ctx.request.card_of(*seat)).collect();
    let focus: BTreeSet<usize> = chosen.iter().copied().chain(hovered).collect();
    // What floats over the map hides it from the pointer as well.
    let is_bare = |pos: &egui::Pos2| ui.ctx().layer_id_at(*pos) == Some(ui.layer_id());
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let pointer = pointer.filter(|pos| stage.screen.contains(*pos) && is_bare(pos));
    let under = pointer.filter(|_| hovered.is_none() && !is_dragging).and_then(|pos| lines::line_at(stage, view, pos));
    if let Some(line) = under {
        lines::line_hint(stage, ui, line);
    }
    let link = lines::selected_line(stage, view);
    // The rest recedes while something is selected; under the pointer alone it would flicker.
    let recedes = !chosen.is_empty() || link.is_some() || !way.is_empty();
    let front: BTreeSet<usize> = under.into_iter().chain(link).chain(way.lines.iter().copied()).collect();
    guides::paint(stage, view);
    let lines = LinePainter { stage, shown: view.lines, focus: &focus, front: &front, recedes };
    // Between blocks there is no room for lines: only those of the selection are drawn, over them.
    if !ctx.layout.is_blocks {
        lines.paint();
    }
    let is_far = stage.camera.zoom() < far::FAR && !ctx.layout.is_blocks;
    if is_far || seen.len() > far::MANY {
        far::paint(stage, view, seen);
        return;
    }
    let near = if way.is_empty() { neighbors(ctx, &chosen, link) } else { way.cards.iter().copied().collect() };
    let cast = Cast::of(ctx, view);
    let tint = Tint::of(ctx, view);
    let moving = drag::moving(stage, view);
    for card in seen {
        let id = stage.seat(*card);
        let blank = Seat::new(id);
        let seat = ctx.account.get::<Seat>(id).unwrap_or(&blank);
        let is_near = near.is_empty() || near.contains(card);
        let strength = match (cast.lets_through(ctx, seat), is_near && !moving.contains(&id)) {
            (false, _) => 0.25,
            (true, true) => 1.0,
            (true, false) => 0.72,
        };
        let is_cut = view.clipboard.as_ref().is_some_and(|clipboard| clipboard.cut.contains(&id));
        let look = CardLook {
            is_selected: view.selection.contains(&id),
            is_hovered: hovered == Some(*card),
            strength: if is_cut { 0.45 } else { strength },
            zoom: stage.camera.zoom(),
        };
        if ctx.layout.is_blocks {
            blocks::block_ui(ctx, &stage.painter, (seat, stage.card_rect(*card)), &tint, look);
            continue;
        }
        card_ui(ctx, &stage.painter, seat, stage.card_rect(*card), &tint, look);
        cards::fold_ui(stage, view, *card);
    }
    if ctx.layout.is_blocks {
        lines.paint_focused();
    }
    if let Some((card, response)) = cards.iter().find(|(card, _)| hovered == Some(*card)) {
        hints::card_hint(stage, view, *card, response);
    }
    ghosts::paint(stage, view, ui);
}

/// Whom filter and opportunity leave at full strength.
struct Cast<'a> {
    filter: &'a super::Filter,
    committee: &'a [crate::model::PersonId],
    opportunity: Option<crate::model::OpportunityId>,
}

impl<'a> Cast<'a> {
    fn of(ctx: &'a ViewContext<'_>, view: &'a ViewState) -> Self {
        let chosen = view.opportunity.and_then(|id| ctx.account.get::<crate::model::Opportunity>(id));
        let committee: &[_] = chosen.map_or(&[], |chosen| &chosen.committee);
        Self { filter: &view.filter, committee, opportunity: view.opportunity }
    }

    fn lets_through(&self, ctx: &ViewContext<'_>, seat: &Seat) -> bool {
        let person = ctx.account.holder(seat.id);
        let is_cast = self.committee.is_empty() || person.is_some_and(|person| self.committee.contains(&person.id));
        if self.filter.is_empty() {
            return is_cast;
        }
        let judged = person.map(|person| ctx.account.judgement(person, self.opportunity)).unwrap_or_default();
        is_cast && self.filter.lets_through(ctx, &seat.unit, person, &judged)
    }
}

/// The cards of the focus and everybody a line joins them with; empty where nothing is in focus.
fn neighbors(ctx: &ViewContext<'_>, focus: &BTreeSet<usize>, line: Option<usize>) -> BTreeSet<usize> {
    let mut near = focus.clone();
    if let Some(line) = line {
        near.extend([ctx.request.lines[line].from, ctx.request.lines[line].to]);
    }
    if focus.is_empty() {
        return near;
    }
    for line in &ctx.request.lines {
        if focus.contains(&line.from) {
            near.insert(line.to);
        }
        if focus.contains(&line.to) {
            near.insert(line.from);
        }
    }
    for (card, asked) in ctx.request.cards.iter().enumerate() {
        if let Some(manager) = asked.manager {
            if focus.contains(&card) {
                near.insert(manager);
            }
            if focus.contains(&manager) {
                near.insert(card);
            }
        }
    }
    near
}

/// Where the keys go is always seen.
fn focus_ring(stage: &Stage<'_>, canvas: &Response, ui: &Ui) {
    let is_by_key = ui.input(|input| !input.pointer.has_pointer());
    if canvas.has_focus() && is_by_key {
        let stroke = egui::Stroke::new(1.0, stage.ctx.palette.accent());
        stage.painter.rect_stroke(stage.screen, 2, stroke, egui::StrokeKind::Inside);
    }
}

/// Whether a card can be grabbed, and not the map below it.
fn is_panning(ui: &Ui, view: &ViewState) -> bool {
    ui.input(|input| input.key_down(egui::Key::Space)) || view.drag == Some(Drag::Pan)
}
