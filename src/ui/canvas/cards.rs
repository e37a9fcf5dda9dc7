//! Cards: name, title, four symbols, marks, the shades and outlines that say more.

use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::Stage;
use crate::layout::card_lines;
use crate::model::{
    Judged as Own, Judgement, JudgementField, Opportunity, OpportunityId, Person, PersonKind, Seat, SeatId,
};
use crate::theme::{CardMetrics, TextSize, Weight};
use crate::ui::lens::{Tint, Tinted};
use crate::ui::style::{bold, faded, regular};
use crate::ui::symbols::{Judged, paint_coach, paint_judged, paint_key, paint_veto};
use crate::ui::{Palette, ViewContext, ViewState};
use crate::words::{Message, age};

/// The card of the window.
const CARD: CardMetrics = CardMetrics::WINDOW;

/// The smallest letters of a name, in points.
const LEAST_NAME: f32 = 7.0;

/// Below this magnification a card holds its name alone, as large as fits.
const NAME_ONLY_ZOOM: f32 = 0.5;

/// Days after which a judgement is stale.
const STALE_DAYS: i64 = 90;

/// How a card looks just now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CardLook {
    pub(super) is_selected: bool,
    pub(super) is_hovered: bool,
    /// 1 at full strength; less where it recedes.
    pub(super) strength: f32,
    /// Screen points for a canvas point.
    pub(super) zoom: f32,
}

/// Draws a card into `rect`, with as much detail as its size allows.
pub(super) fn card_ui(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    seat: &Seat,
    rect: Rect,
    tint: &Tint<'_>,
    look: CardLook,
) {
    let person = ctx.account.holder(seat.id);
    let opportunity = tint.opportunity;
    let judged = person.map_or_else(Judgement::default, |person| ctx.account.judgement(person, opportunity));
    let of = Tinted { seat: Some(seat), person, judged: &judged };
    let zoom = look.zoom;
    if zoom < 0.2 {
        painter.rect_filled(rect, CornerRadius::ZERO, faded(tint.color(of), look.strength));
        return;
    }
    paint_body(ctx.palette, painter, seat, person, &judged, rect, look);
    let bar = Rect::from_min_size(rect.min, vec2(CARD.bar * zoom, rect.height()));
    let bar_color = faded(tint.color(of), look.strength);
    if person.is_some() {
        painter.rect_filled(bar, CornerRadius { nw: 4, sw: 4, ne: 0, se: 0 }, bar_color);
    }
    if zoom < NAME_ONLY_ZOOM {
        paint_name_alone(ctx, painter, seat, rect, look);
        return;
    }
    let text_left = rect.left() + (CARD.bar + CARD.pad) * zoom;
    let text_right = rect.right() - CARD.pad * zoom;
    let marks = if person.is_some() { paint_marks(ctx, painter, &judged, rect, look) } else { 0.0 };
    paint_texts(
        ctx,
        painter,
        seat,
        Rect::from_min_max(pos2(text_left, rect.top()), pos2(text_right, rect.bottom())),
        marks,
        look,
    );
    if let Some(person) = person {
        let left = pos2(text_left, rect.top() + 48.0 * zoom);
        paint_symbols(ctx, painter, (person, &judged, opportunity), left, look);
        let right = pos2(text_right, rect.top() + 48.0 * zoom);
        match tint.note(of) {
            Some(note) => paint_note(ctx, painter, &note, (right, rect.width()), look),
            None => paint_age(ctx, painter, &judged, right, look),
        }
    }
}

fn paint_body(
    palette: &Palette,
    painter: &Painter,
    seat: &Seat,
    person: Option<&Person>,
    judged: &Judgement,
    rect: Rect,
    look: CardLook,
) {
    let radius = CornerRadius::same(4);
    if person.is_some_and(|person| person.kind == PersonKind::Group) {
        // A second card behind: many people.
        let behind = rect.translate(vec2(3.0, -3.0) * look.zoom);
        painter.rect(behind, radius, palette.surface(), edge(palette, look, 1.0), StrokeKind::Inside);
    }
    let fill = if person.is_some() { palette.ground(judged.political) } else { palette.surface() };
    // Cards hide the lines behind them even where they recede.
    painter.rect_filled(rect, radius, palette.surface());
    painter.rect_filled(rect, radius, faded(fill, look.strength.max(0.6)));
    let width = if look.is_hovered { 1.75 } else { 1.0 };
    let outline = edge(palette, look, width);
    let is_dashed = person.is_some_and(Person::is_assumed) || person.is_none();
    if is_dashed {
        let inner = rect.shrink(0.5);
        let corners =
            [inner.left_top(), inner.right_top(), inner.right_bottom(), inner.left_bottom(), inner.left_top()];
        painter.extend(Shape::dashed_line(&corners, outline, 5.0, 3.0));
    } else {
        painter.rect_stroke(rect, radius, outline, StrokeKind::Inside);
    }
    if seat.external {
        // A folded corner: from outside the firm.
        let size = 9.0 * look.zoom;
        let corner = rect.right_top();
        let fold = vec![corner - vec2(size, 0.0), corner, corner + vec2(0.0, size)];
        painter.add(Shape::convex_polygon(fold, faded(palette.ink_faint(), look.strength), Stroke::NONE));
    }
    if look.is_selected {
        painter.rect_stroke(
            rect.expand(1.0),
            CornerRadius::same(5),
            Stroke::new(2.0, palette.accent()),
            StrokeKind::Outside,
        );
    }
}

fn edge(palette: &Palette, look: CardLook, width: f32) -> Stroke {
    let color = if look.is_hovered { palette.ink_faint() } else { palette.line_reporting() };
    Stroke::new(width, faded(color, look.strength))
}

/// Draws a mark: where, how large, in which color.
type PaintMark = fn(&Painter, Pos2, f32, egui::Color32);

/// Draws the marks from the right and gives the room they take.
fn paint_marks(ctx: &ViewContext<'_>, painter: &Painter, judged: &Judgement, rect: Rect, look: CardLook) -> f32 {
    let size = CARD.mark_width * look.zoom;
    let color = faded(ctx.palette.ink(), look.strength);
    let mut center = pos2(rect.right() - CARD.pad * look.zoom - size / 2.0, rect.top() + 15.0 * look.zoom);
    let mut taken = 0.0;
    let marks: [(bool, PaintMark, egui::Color32); 3] = [
        (
            judged.coach == Some(true),
            paint_coach,
            faded(ctx.palette.support(Some(crate::model::Support::Mentor)), look.strength),
        ),
        (judged.veto == Some(true), paint_veto, faded(ctx.palette.danger(), look.strength)),
        (judged.is_key_player(), paint_key, color),
    ];
    for (is_set, paint, color) in marks {
        if is_set {
            paint(painter, center, size * 0.85, color);
            center.x -= size;
            taken += size;
        }
    }
    taken
}

/// From further away the name is what matters: it shrinks less than the card.
fn paint_name_alone(ctx: &ViewContext<'_>, painter: &Painter, seat: &Seat, rect: Rect, look: CardLook) {
    let (name, _) = card_lines(ctx.account, seat);
    let size = half_points((rect.height() * 0.34).clamp(6.0, TextSize::SECOND));
    let room = rect.shrink2(vec2(5.0 * look.zoom + 3.0, 0.0));
    // Rather smaller than cut.
    let width = ctx.measure.width(name, size, Weight::Bold);
    let size = if width > room.width() { half_points((size * room.width() / width).max(LEAST_NAME)) } else { size };
    let name = ctx.measure.fit(name, size, Weight::Bold, room.width());
    let color = if seat.holder.is_none() { ctx.palette.ink_soft() } else { ctx.palette.ink() };
    let left = pos2(room.left() + CARD.bar * look.zoom, rect.center().y);
    painter.text(left, Align2::LEFT_CENTER, name, bold(size), faded(color, look.strength));
}

fn paint_texts(ctx: &ViewContext<'_>, painter: &Painter, seat: &Seat, room: Rect, marks: f32, look: CardLook) {
    let zoom = look.zoom;
    let (name, title) = card_lines(ctx.account, seat);
    let is_vacant = seat.holder.is_none();
    let (name_size, title_size) = (half_points(TextSize::BODY * zoom), half_points(TextSize::SECOND * zoom));
    let name_color = if is_vacant { ctx.palette.ink_soft() } else { ctx.palette.ink() };
    let name = ctx.measure.fit(name, name_size, Weight::Bold, room.width() - marks + 1.0);
    let left = room.left();
    painter.text(
        pos2(left, room.top() + 15.0 * zoom),
        Align2::LEFT_CENTER,
        name,
        bold(name_size),
        faded(name_color, look.strength),
    );
    let vacant = ctx.words.say(Message::Vacant);
    let title = if is_vacant && title.is_empty() { vacant } else { title };
    let title = ctx.measure.fit(&title, title_size, Weight::Regular, room.width() + 1.0);
    let color = faded(ctx.palette.ink_soft(), look.strength);
    painter.text(pos2(left, room.top() + 32.0 * zoom), Align2::LEFT_CENTER, title, regular(title_size), color);
}

/// Text sizes in half points: the font atlas stays small while zooming.
fn half_points(size: f32) -> f32 {
    // Down, never up: what fits at full size must fit at every magnification.
    (size * 2.0).floor() / 2.0
}

fn paint_symbols(
    ctx: &ViewContext<'_>,
    painter: &Painter,
    (person, judged, opportunity): (&Person, &Judgement, Option<OpportunityId>),
    left: Pos2,
    look: CardLook,
) {
    let size = 13.0 * look.zoom;
    let step = CARD.symbol_width * look.zoom;
    let is_stale = judged.verified().is_some_and(|day| (ctx.today - day).num_days() > STALE_DAYS);
    // What an opportunity takes over from the account is a default, and looks like one.
    let own = opportunity.and_then(|id| ctx.account.get::<Opportunity>(id)).map(|opportunity| {
        opportunity.judgements.get(&person.id).map_or([false; 3], |own| {
            [own.role != Own::Inherit, own.support != Own::Inherit, own.coverage != Own::Inherit]
        })
    });
    let [role, support, coverage] = own.unwrap_or([true; 3]);
    let symbols = [
        (Judged::Role(judged.role), role),
        (Judged::Attitude(person.attitude), true),
        (Judged::Support(judged.support), support),
        (Judged::Coverage(judged.coverage), coverage),
    ];
    let mut center = left + vec2(size / 2.0, 0.0);
    for (symbol, is_own) in symbols {
        let strength = look.strength * if is_own { 1.0 } else { 0.45 } * if is_stale { 0.6 } else { 1.0 };
        paint_judged(painter, center, size, symbol, ctx.palette, strength);
        center.x += step;
    }
}

/// The symbol of a card at a screen point, and where it is. The order is the card's.
pub(super) fn symbol_at(stage: &Stage<'_>, card: usize, pos: Pos2) -> Option<(JudgementField, Rect)> {
    let zoom = stage.camera.zoom();
    let person = stage.ctx.account.holder(stage.seat(card));
    if zoom < NAME_ONLY_ZOOM || person.is_none() || stage.ctx.layout.is_blocks {
        return None;
    }
    let rect = stage.card_rect(card);
    let step = CARD.symbol_width * zoom;
    let mut zone = Rect::from_min_size(
        pos2(rect.left() + (CARD.bar + CARD.pad) * zoom - 2.0 * zoom, rect.top() + 39.0 * zoom),
        vec2(step, 20.0 * zoom),
    );
    let fields = [JudgementField::Role, JudgementField::Attitude, JudgementField::Support, JudgementField::Coverage];
    for field in fields {
        if zone.contains(pos) {
            return Some((field, zone));
        }
        zone = zone.translate(vec2(step, 0.0));
    }
    None
}

/// A small count below a branch that is folded in; a click unfolds it.
pub(super) fn fold_ui(stage: &Stage<'_>, view: &ViewState, card: usize) {
    let seat = stage.seat(card);
    if !view.collapsed.contains(&seat) || stage.camera.zoom() < NAME_ONLY_ZOOM {
        return;
    }
    let account = stage.ctx.account;
    let hidden = account.all::<Seat>().filter(|other| other.id != seat && account.is_in_branch(other.id, seat)).count();
    let rect = stage.card_rect(card);
    let palette = stage.ctx.palette;
    let font = bold(half_points(TextSize::CAPTION * stage.camera.zoom().max(0.7)));
    let galley = stage.painter.layout_no_wrap(format!("+{hidden}"), font, palette.ink());
    let badge = Rect::from_center_size(
        rect.center_bottom() + vec2(26.0 * stage.camera.zoom(), 4.0),
        galley.size() + vec2(10.0, 2.0),
    );
    stage.painter.rect(badge, 7, palette.sunken(), Stroke::new(1.0, palette.ink_faint()), StrokeKind::Inside);
    let corner = badge.center() - galley.size() / 2.0;
    stage.painter.galley(corner, galley, palette.ink());
}

/// What a card is called in a sentence: the name, else the title.
pub(super) fn card_name(ctx: &ViewContext<'_>, seat: SeatId) -> String {
    match ctx.account.holder(seat) {
        Some(person) if !person.name.is_empty() => person.name.clone(),
        Some(_) | None => ctx.words.seat_name(ctx.account, seat),
    }
}

/// Whether a card stands in a column of colleagues.
pub(super) fn is_stacked(ctx: &ViewContext<'_>, card: usize) -> bool {
    let (asked, rect) = (&ctx.request.cards[card], &ctx.layout.cards[card]);
    ctx.request.cards.iter().zip(&ctx.layout.cards).enumerate().any(|(other, (colleague, place))| {
        other != card && colleague.manager == asked.manager && (place.x - rect.x).abs() < 1.0
    })
}

/// The colleagues below a manager in the order they stand in: from left to right, down each column.
pub(in crate::ui) fn shown_colleagues(ctx: &ViewContext<'_>, manager: Option<SeatId>) -> Vec<SeatId> {
    let mut seats = crate::edit::colleagues(ctx.account, manager);
    let place = |seat: &SeatId| ctx.request.card_of(*seat).and_then(|card| ctx.layout.cards.get(card).copied());
    seats.sort_by(|one, other| match (place(one), place(other)) {
        (Some(one), Some(other)) => one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    seats
}

/// What the lens says of somebody, in words, where the card's symbols do not.
fn paint_note(ctx: &ViewContext<'_>, painter: &Painter, note: &str, (right, width): (Pos2, f32), look: CardLook) {
    let size = half_points(TextSize::CAPTION * look.zoom);
    let room = width - (CARD.bar + 2.0 * CARD.pad + 4.0 * CARD.symbol_width) * look.zoom;
    let note = ctx.measure.fit(note, size, Weight::Regular, room);
    let color = faded(ctx.palette.ink_soft(), look.strength);
    painter.text(right, Align2::RIGHT_CENTER, note, regular(size), color);
}

/// How old the youngest evidence is; in the warning colour once it is stale.
fn paint_age(ctx: &ViewContext<'_>, painter: &Painter, judged: &Judgement, right: Pos2, look: CardLook) {
    let Some(verified) = judged.verified() else {
        return;
    };
    let is_stale = (ctx.today - verified).num_days() > STALE_DAYS;
    let color = if is_stale { ctx.palette.warning() } else { ctx.palette.ink_faint() };
    let font = regular(half_points(TextSize::CAPTION * look.zoom));
    let text = age(ctx.words, verified, ctx.today);
    painter.text(right, Align2::RIGHT_CENTER, text, font, faded(color, look.strength));
}

/// What a screen reader and a test know a card by: name, title and the judgements in words.
pub(super) fn card_label(ctx: &ViewContext<'_>, seat: &Seat, opportunity: Option<OpportunityId>) -> String {
    let (name, title) = card_lines(ctx.account, seat);
    let mut label = name.to_owned();
    if !title.is_empty() {
        label.push_str(", ");
        label.push_str(&title);
    }
    let Some(person) = ctx.account.holder(seat.id) else {
        label.push_str(", ");
        label.push_str(&ctx.words.say(Message::Vacant));
        return label;
    };
    let judged = ctx.account.judgement(person, opportunity);
    let unknown = || ctx.words.say(Message::UnknownValue).into_owned();
    let words = [
        judged.role.map(|value| ctx.words.value(value).to_owned()),
        person.attitude.map(|value| ctx.words.value(value).to_owned()),
        judged.support.map(|value| ctx.words.value(value).to_owned()),
        judged.coverage.map(|value| ctx.words.value(value).to_owned()),
    ];
    for word in words {
        label.push_str(", ");
        label.push_str(&word.unwrap_or_else(unknown));
    }
    label
}
