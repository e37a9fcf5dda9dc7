//! The map of a page: laid out for the room it gets, with fewer people where they would not be
//! legible.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::Edition;
use super::compose::{Material, clean};
use super::legend::legend;
use super::panels::snake;
use crate::layout::{
    ChartOptions, Layout, LayoutRequest, Line, LineKind, Path, Segment, card_lines, chart,
    runs_through,
};
use crate::model::{
    Account, BuyingRole, Judgement, LinkKind, Person, PersonKind, PoliticalStatus, Seat, SeatId,
    Support, Symbol,
};
use crate::theme::{CardMetrics, MapMetrics, Measure};
use crate::words::Message;

/// The smallest size of a name on paper, in points.
pub const MIN_NAME_SIZE: f32 = 6.0;

/// A small map is drawn larger than life, up to here.
const MAX_SCALE: f32 = 1.3;

/// How often the page's map is laid out at the most to find what fits.
const SEARCH: usize = 12;

/// A map drawn for the room it was given.
pub(super) struct MapDrawing {
    pub(super) json: Json,
    pub(super) not_drawn: usize,
    /// Size of the names, in points; 0 where there are none.
    pub(super) name_size: f32,
    pub(super) lines_through_cards: usize,
}

/// Draws the map of an account into a room of width and height in points.
pub(super) fn draw(material: &Material<'_>, measure: &Measure, room: (f32, f32)) -> MapDrawing {
    let account = material.account;
    let fit = best_fit(account, measure, room);
    let Some(fit) = fit else {
        let empty = material.words.say(Message::PageEmptyMap);
        let json = json!({ "w": 0, "h": 0, "scale": 1, "cards": [], "lines": [], "note": "",
            "empty": empty, "legend": legend(material) });
        return MapDrawing {
            json,
            not_drawn: 0,
            name_size: 0.0,
            lines_through_cards: 0,
        };
    };
    let not_drawn = account.seats.len() - fit.seats.len();
    let seated = account.seat_of_person().len();
    // Who has no seat is on no map, and is counted all the same.
    let not_drawn = not_drawn + account.persons.len().saturating_sub(seated);
    let people = account.persons.len().to_string();
    let note = match not_drawn {
        0 => Message::PageMapNote { people },
        hidden => Message::PageMapNoteHidden {
            people,
            hidden: hidden.to_string(),
        },
    };
    let place = Placing { fit: &fit };
    let json = json!({
        "w": fit.layout.bounds.width * fit.scale, "h": fit.layout.bounds.height * fit.scale,
        "scale": fit.scale,
        "cards": fit.seats.iter().enumerate().map(|(index, seat)| card(material, &place, index, *seat)).collect::<Vec<_>>(),
        "lines": lines(&place),
        "note": clean(&material.words.text(&note)), "empty": "", "legend": legend(material),
    });
    let name_size = CardMetrics::PAGE.name_size * fit.scale;
    MapDrawing {
        json,
        not_drawn,
        name_size,
        lines_through_cards: runs_through(&fit.layout),
    }
}

/// A layout that fits.
struct Fit {
    seats: Vec<SeatId>,
    request: LayoutRequest,
    layout: Layout,
    scale: f32,
}

/// The layout with the largest type: of everybody where the names stay legible, else of the
/// most important people, as many as stay so.
fn best_fit(account: &Account, measure: &Measure, room: (f32, f32)) -> Option<Fit> {
    if account.seats.is_empty() || room.0 < 20.0 || room.1 < 20.0 {
        return None;
    }
    let order = by_importance(account);
    let least = MIN_NAME_SIZE / CardMetrics::PAGE.name_size;
    let everybody = widest_fit(account, measure, room, &order);
    if everybody.scale >= least {
        return Some(everybody);
    }
    let (mut fits, mut fails) = (1, order.len());
    let mut best = widest_fit(account, measure, room, &order[..1]);
    for _ in 0..SEARCH {
        if fails - fits < 2 {
            break;
        }
        let middle = usize::midpoint(fits, fails);
        let tried = widest_fit(account, measure, room, &order[..middle]);
        if tried.scale >= least {
            fits = middle;
            best = tried;
        } else {
            fails = middle;
        }
    }
    Some(best)
}

/// Seats, the most important first; whoever stands above an important one is as important.
fn by_importance(account: &Account) -> Vec<SeatId> {
    let mut weight: BTreeMap<SeatId, u32> = account
        .all::<Seat>()
        .map(|seat| {
            (
                seat.id,
                account
                    .holder(seat.id)
                    .map_or(0, |person| weight_of(&person.judgement)),
            )
        })
        .collect();
    let mut depth: BTreeMap<SeatId, u32> = BTreeMap::new();
    for seat in account.all::<Seat>() {
        let own = weight[&seat.id];
        let mut above = seat.reports_to;
        let mut steps = 0;
        while let Some(boss) = above.filter(|_| steps <= account.seats.len()) {
            if let Some(weight) = weight.get_mut(&boss) {
                *weight = (*weight).max(own);
            }
            steps += 1;
            above = account.get::<Seat>(boss).and_then(|boss| boss.reports_to);
        }
        depth.insert(seat.id, u32::try_from(steps).unwrap_or(u32::MAX));
    }
    let mut order: Vec<SeatId> = account.seats.keys().copied().collect();
    order.sort_by_key(|seat| (std::cmp::Reverse(weight[seat]), depth[seat], *seat));
    order
}

/// How much a map without the person would lack.
fn weight_of(judged: &Judgement) -> u32 {
    let role = match judged.role {
        Some(BuyingRole::Approver) => 100,
        Some(BuyingRole::DecisionMaker) => 90,
        Some(BuyingRole::Evaluator) => 50,
        Some(BuyingRole::User) => 20,
        None => 0,
    };
    let support = match judged.support {
        Some(Support::Mentor | Support::Enemy) => 30,
        Some(Support::Supporter | Support::NonSupporter) => 15,
        Some(Support::Neutral) => 5,
        None => 0,
    };
    let key = if judged.is_key_player() { 40 } else { 0 };
    role + support + key + u32::from(judged.veto == Some(true)) * 30
}

/// The layout with cards as wide as their text wants, or narrower where that makes type larger.
fn widest_fit(account: &Account, measure: &Measure, room: (f32, f32), shown: &[SeatId]) -> Fit {
    let mut best = fit_of(account, measure, room, shown, CardMetrics::PAGE.max_width);
    for width in [100.0, 84.0] {
        if best.scale > 0.82 {
            break;
        }
        let tried = fit_of(account, measure, room, shown, width);
        // A cut title must buy type that is clearly larger.
        if tried.scale > best.scale * 1.06 {
            best = tried;
        }
    }
    best
}

/// The best of several ways to stack leaves, then spread to fill the room.
fn fit_of(
    account: &Account,
    measure: &Measure,
    room: (f32, f32),
    shown: &[SeatId],
    max_width: f32,
) -> Fit {
    let shown: BTreeSet<SeatId> = shown.iter().copied().collect();
    let card = CardMetrics {
        max_width,
        ..CardMetrics::PAGE
    };
    let mut request =
        LayoutRequest::of_account(account, measure, &card, MapMetrics::PAGE, |seat| {
            shown.contains(&seat.id)
        });
    let seats: Vec<SeatId> = request.cards.iter().map(|card| card.seat).collect();
    if request.lines.len() > 3 * request.cards.len() {
        // Many lines want wide channels.
        request.metrics.row_gap *= 1.6;
        request.metrics.sibling_gap *= 1.5;
        request.metrics.branch_gap *= 1.5;
    }
    let mut best: Option<(f32, ChartOptions)> = None;
    // Placement alone is cheap; lines are routed once the shape is chosen.
    let lines = std::mem::take(&mut request.lines);
    for (stack_from, stack_rows) in [
        (usize::MAX, 1),
        (4, 4),
        (3, 3),
        (3, 4),
        (2, 3),
        (3, 6),
        (2, 5),
        (2, 7),
        (2, 10),
        (2, 14),
    ] {
        request.options = ChartOptions {
            stack_from,
            stack_rows,
            orders_siblings: false,
        };
        let scale = scale_of(&chart(&request), room);
        if best.is_none_or(|(highest, _)| scale > highest * 1.04) {
            best = Some((scale, request.options));
        }
    }
    request.lines = lines;
    if let Some((_, options)) = best {
        request.options = ChartOptions {
            orders_siblings: true,
            ..options
        };
    }
    let layout = chart(&request);
    let scale = scale_of(&layout, room);
    let mut fit = Fit {
        seats,
        request,
        layout,
        scale,
    };
    spread(&mut fit, room);
    fit
}

fn scale_of(layout: &Layout, room: (f32, f32)) -> f32 {
    (room.0 / layout.bounds.width)
        .min(room.1 / layout.bounds.height)
        .min(MAX_SCALE)
}

/// Widens the gaps where the room is left over, so that lines have air and the page no hole.
fn spread(fit: &mut Fit, room: (f32, f32)) {
    let (width, height) = (room.0 / fit.scale, room.1 / fit.scale);
    let bounds = fit.layout.bounds;
    let metrics = &mut fit.request.metrics;
    let rows = ((bounds.height + metrics.row_gap) / metrics.row_pitch())
        .round()
        .max(1.0);
    if rows > 1.0 {
        let more = (height - bounds.height) / (rows - 1.0);
        metrics.row_gap += more.clamp(0.0, metrics.card_height * 1.6) * 0.97;
    }
    let wider = (width / bounds.width).min(1.8);
    if wider > 1.03 {
        // Cards keep their width, so all the growth is in the gaps.
        let columns = (bounds.width / (CardMetrics::PAGE.min_width + metrics.sibling_gap))
            .round()
            .max(2.0);
        let more = ((width - bounds.width) / (columns - 1.0) * 0.8).clamp(0.0, 60.0);
        metrics.sibling_gap += more;
        metrics.branch_gap += more;
    }
    let tried = chart(&fit.request);
    let scale = scale_of(&tried, room);
    // Spreading must never cost legibility.
    if scale >= fit.scale * 0.995 {
        fit.layout = tried;
        fit.scale = scale;
    } else {
        let row_gap = fit.request.metrics.row_gap;
        fit.request.metrics = MapMetrics {
            row_gap,
            ..MapMetrics::PAGE
        };
        let tried = chart(&fit.request);
        let scale = scale_of(&tried, room);
        if scale >= fit.scale * 0.995 {
            fit.layout = tried;
            fit.scale = scale;
        }
    }
}

/// From canvas to page.
struct Placing<'a> {
    fit: &'a Fit,
}

impl Placing<'_> {
    fn x(&self, x: f32) -> f32 {
        round((x - self.fit.layout.bounds.x) * self.fit.scale)
    }

    fn y(&self, y: f32) -> f32 {
        round((y - self.fit.layout.bounds.y) * self.fit.scale)
    }
}

/// Hundredths of a point are more than any printer knows.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn card(material: &Material<'_>, place: &Placing<'_>, index: usize, id: SeatId) -> Json {
    let account = material.account;
    let rect = place.fit.layout.cards[index];
    let blank = Seat::new(id);
    let seat = account.get::<Seat>(id).unwrap_or(&blank);
    let (name, title) = card_lines(account, seat);
    let person = account.holder(id);
    let judged = person.map(|person| &person.judgement);
    let is_full = material.request.edition == Edition::Full;
    let mark = |is: fn(&Judgement) -> bool| judged.is_some_and(is);
    let symbol = |symbol: Option<&'static str>| match (is_full, person.is_some(), symbol) {
        (false, _, _) | (true, false, _) => "",
        (true, true, symbol) => symbol.unwrap_or("?"),
    };
    let political = match judged.and_then(|judged| judged.political) {
        Some(PoliticalStatus::InnerCircle) => "dark",
        Some(PoliticalStatus::Structure) => "light",
        Some(PoliticalStatus::Outside) | None => "none",
    };
    let title = if person.is_none() && title.is_empty() {
        material.words.say(Message::Vacant)
    } else {
        title
    };
    json!({
        "x": place.x(rect.x), "y": place.y(rect.y),
        "w": round(rect.width * place.fit.scale), "h": round(rect.height * place.fit.scale),
        "name": clean(name), "title": clean(&title),
        "role": symbol(judged.and_then(|judged| judged.role).map(Symbol::symbol)),
        "attitude": symbol(person.and_then(|person| person.attitude).map(Symbol::symbol)),
        "support": symbol(judged.and_then(|judged| judged.support).map(Symbol::symbol)),
        "coverage": symbol(judged.and_then(|judged| judged.coverage).map(Symbol::symbol)),
        "support_key": snake(judged.and_then(|judged| judged.support)),
        "role_key": snake(judged.and_then(|judged| judged.role)),
        "political": political,
        "key": mark(Judgement::is_key_player),
        "veto": mark(|judged| judged.veto == Some(true)),
        "coach": mark(|judged| judged.coach == Some(true)),
        "assumed": person.is_some_and(Person::is_assumed),
        "vacant": person.is_none(), "external": seat.external,
        "group": person.is_some_and(|person| person.kind == PersonKind::Group),
        "hidden": hidden_below(account, id, &place.fit.seats),
    })
}

/// Seats that are not drawn and hang on this one.
fn hidden_below(account: &Account, id: SeatId, shown: &[SeatId]) -> usize {
    if shown.len() == account.seats.len() {
        return 0;
    }
    let hangs_here = |seat: &&Seat| {
        let mut above = seat.reports_to;
        for _ in 0..account.seats.len() {
            match above {
                Some(boss) if shown.binary_search(&boss).is_ok() => return boss == id,
                Some(boss) => above = account.get::<Seat>(boss).and_then(|boss| boss.reports_to),
                None => return false,
            }
        }
        false
    };
    account
        .all::<Seat>()
        .filter(|seat| shown.binary_search(&seat.id).is_err())
        .filter(hangs_here)
        .count()
}

fn lines(place: &Placing<'_>) -> Vec<Json> {
    let layout = &place.fit.layout;
    let reporting = layout.reporting.iter().map(|line| {
        json!({ "kind": "reporting", "strength": 1, "path": path(place, &line.path), "arrow": null, "mark": null })
    });
    let line = |line: &Line| {
        let kind = line
            .request
            .map(|request| place.fit.request.lines[request].kind)?;
        let (name, strength) = match kind {
            LineKind::Dotted => ("dotted", 1),
            LineKind::Informal(LinkKind::Influences(strength)) => ("influence", strength.get()),
            LineKind::Informal(LinkKind::Conflict) => ("conflict", 1),
            LineKind::Informal(LinkKind::Tie(_)) => ("tie", 1),
        };
        let arrow = (name == "influence").then(|| {
            let end = line.path.ends().map(|(_, end)| end).unwrap_or_default();
            json!([place.x(end.x), place.y(end.y), round(line.path.end_angle())])
        });
        let mark = (name == "conflict").then(|| {
            let (middle, angle) = line.path.middle();
            json!([place.x(middle.x), place.y(middle.y), round(angle)])
        });
        Some(
            json!({ "kind": name, "strength": strength, "path": path(place, &line.path), "arrow": arrow, "mark": mark }),
        )
    };
    reporting
        .chain(layout.lines.iter().filter_map(line))
        .collect()
}

fn path(place: &Placing<'_>, path: &Path) -> Vec<Json> {
    let at = |pos: &crate::layout::CanvasPos| (place.x(pos.x), place.y(pos.y));
    let segment = |segment: &Segment| match segment {
        Segment::Move(end) => {
            let (x, y) = at(end);
            json!(["M", x, y])
        }
        Segment::Line(end) => {
            let (x, y) = at(end);
            json!(["L", x, y])
        }
        Segment::Cubic(one, two, end) => {
            let ((ax, ay), (bx, by), (x, y)) = (at(one), at(two), at(end));
            json!(["C", ax, ay, bx, by, x, y])
        }
    };
    path.0.iter().map(segment).collect()
}
