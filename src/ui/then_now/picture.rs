//! The picture: both organisations in one chart, what differs marked on the cards.

use egui::{Button, Painter, Rect, Response, RichText, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use super::card::{CardLook, card_ui};
use super::compared::{Card, Compared, Mark};
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::style::faded;
use crate::ui::{Camera, ViewContext, ViewState};
use crate::words::Message;

/// Below this magnification, or with more cards in sight, single cards are no widgets of their own.
const WIDGET_ZOOM: f32 = 0.2;
const MANY: usize = 400;

/// Draws the chart of everybody of both sides, `size` large, with the key to its marks above it.
pub(super) fn picture_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, compared: &Compared, size: Vec2) {
    let top = ui.cursor().top();
    key_ui(ctx, view, ui);
    let used = ui.cursor().top() - top;
    let size = Vec2::new(size.x, (size.y - used).max(120.0));
    let (response, painter) = ui.allocate_painter(size, Sense::click_and_drag());
    let screen = response.rect;
    name_widget(&response, &ctx.words.say(Message::NavThenNow));
    let mut camera =
        view.then_now.camera.unwrap_or_else(|| Camera::fitting(&compared.layout.bounds, screen, (0.0, 0.0)));
    if navigate(ui, &response, &mut camera, screen) {
        view.then_now.camera = Some(camera);
    }
    paint_lines(ctx, &painter, compared, (camera, screen));
    let visible = camera.visible(screen).expanded(8.0);
    let seen: Vec<(&Card, Rect)> = compared
        .cards
        .iter()
        .zip(&compared.layout.cards)
        .filter(|(_, rect)| rect.overlaps(&visible))
        .map(|(card, rect)| (card, camera.screen_rect(rect, screen)))
        .collect();
    let are_widgets = camera.zoom() >= WIDGET_ZOOM && seen.len() <= MANY;
    for (card, rect) in seen {
        let response = are_widgets.then(|| card_response(ctx, ui, compared, card, rect.intersect(screen)));
        let is_hovered = response.as_ref().is_some_and(Response::hovered);
        card_ui(ctx, &painter, card, rect, CardLook { zoom: camera.zoom(), is_hovered });
        let clicked = response.is_some_and(|response| response.clicked());
        if clicked && ctx.account.persons.contains_key(&card.person) {
            view.show_person(ctx.account, card.person);
        }
    }
}

/// Drag pans, pinch and wheel zoom; whether the camera moved. Within a list the wheel is the list's.
fn navigate(ui: &Ui, response: &Response, camera: &mut Camera, screen: Rect) -> bool {
    let before = *camera;
    if response.dragged() {
        camera.pan(response.drag_delta());
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| screen.contains(*pos));
    if let Some(pointer) = pointer.filter(|_| response.contains_pointer()) {
        let (pinch, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if pinch != 1.0 {
            camera.zoom_at(pinch, pointer, screen);
        } else if scroll.y != 0.0 && screen.bottom() + 1.0 >= ui.max_rect().bottom() {
            camera.zoom_at((scroll.y * 0.004).exp(), pointer, screen);
        }
    }
    *camera != before
}

/// What the marks say, and the way back to the whole picture.
fn key_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        let quiet = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        for (sign, message) in [("+", Message::ThenNowNew), ("-", Message::ThenNowGone), ("→", Message::ThenNowMoved)]
        {
            ui.label(quiet(format!("{sign} {}", ctx.words.say(message))));
            ui.add_space(8.0);
        }
        ui.label(quiet(format!("= → +  {}", ctx.words.say(Message::ThenNowChanged))));
        let all = Button::new(RichText::new(ctx.words.say(Message::ThenNowFit)).size(TextSize::SECOND));
        if view.then_now.camera.is_some() && ui.add(all).clicked() {
            view.then_now.camera = None;
        }
    });
}

fn paint_lines(ctx: &ViewContext<'_>, painter: &Painter, compared: &Compared, (camera, screen): (Camera, Rect)) {
    let width = (1.25 * camera.zoom()).clamp(0.6, 1.5);
    let stroke = Stroke::new(width, faded(ctx.palette.line_reporting(), 0.7));
    let visible = camera.visible(screen).expanded(4.0);
    for line in &compared.layout.reporting {
        if !line.path.bounds().is_some_and(|bounds| bounds.expanded(2.0).overlaps(&visible)) {
            continue;
        }
        for run in line.path.flattened(8) {
            let points = run.into_iter().map(|pos| camera.screen_from_canvas(pos, screen)).collect();
            painter.add(Shape::line(points, stroke));
        }
    }
}

/// Screen readers and tests find a card by name and mark; under the pointer it tells its sentences.
fn card_response(ctx: &ViewContext<'_>, ui: &Ui, compared: &Compared, card: &Card, rect: Rect) -> Response {
    let id = ui.scope_id().with(("then-now-card", card.person));
    let response = ui.interact(rect, id, Sense::click());
    let mark = match card.mark {
        Mark::New => Some(Message::ThenNowNew),
        Mark::Gone => Some(Message::ThenNowGone),
        Mark::Stays if card.moved_from.is_some() => Some(Message::ThenNowMoved),
        Mark::Stays => (!card.verdicts.is_empty()).then_some(Message::ThenNowChanged),
    };
    response.widget_info(|| {
        let parts = [Some(card.name.clone()), mark.clone().map(|mark| ctx.words.say(mark).into_owned())];
        let label = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        WidgetInfo::labeled(Role::Button, true, label)
    });
    response.on_hover_ui(|ui| {
        ui.label(if card.title.is_empty() { &card.name } else { &card.title });
        for change in &card.changes {
            ui.label(ctx.words.change(&compared.changes[*change]));
        }
    })
}
