//! The map of a page: laid out for the room it gets, with fewer people where they would not be
//! legible.

use serde_json::{Value as Json, json};

use super::Edition;
use super::compose::{Material, clean};
use super::fit::{Fit, best_fit};
use super::legend::legend;
use super::panels::snake;
use super::way::{self, Way};
use crate::layout::{Line, LineKind, Path, Segment, card_lines, runs_through};
use crate::model::{Account, Judgement, LinkKind, Person, PersonKind, PoliticalStatus, Seat, SeatId, Symbol};
use crate::theme::{CardMetrics, Measure};
use crate::words::Message;

/// The smallest size of a name on paper, in points.
pub const MIN_NAME_SIZE: f32 = 6.0;

/// A map drawn for the room it was given.
pub(super) struct MapDrawing {
    pub(super) json: Json,
    pub(super) not_drawn: usize,
    /// Size of the names, in points; 0 where there are none.
    pub(super) name_size: f32,
    pub(super) lines_through_cards: usize,
    /// Cards that carry a number of the way.
    pub(super) way_cards: usize,
}

/// Draws the map of an account into a room of width and height in points.
pub(super) fn draw(material: &Material<'_>, measure: &Measure, room: (f32, f32)) -> MapDrawing {
    match best_fit(material.account, measure, room, way::people(material)) {
        Some(fit) => draw_fit(material, fit),
        None => empty_map(material),
    }
}

/// The drawing of nobody.
pub(super) fn empty_map(material: &Material<'_>) -> MapDrawing {
    let empty = material.words.say(Message::PageEmptyMap);
    let json = json!({ "w": 0, "h": 0, "scale": 1, "cards": [], "lines": [], "note": "",
        "empty": empty, "legend": legend(material) });
    MapDrawing { json, not_drawn: 0, name_size: 0.0, lines_through_cards: 0, way_cards: 0 }
}

/// The drawing of a layout that fits.
pub(super) fn draw_fit(material: &Material<'_>, fit: Fit) -> MapDrawing {
    let account = material.account;
    let not_drawn = account.seats.len() - fit.seats.len();
    let seated = account.seat_of_person().len();
    // Who has no seat is on no map, and is counted all the same.
    let not_drawn = not_drawn + account.persons.len().saturating_sub(seated);
    let people = account.persons.len().to_string();
    let note = match not_drawn {
        0 => Message::PageMapNote { people },
        hidden => Message::PageMapNoteHidden { people, hidden: hidden.to_string() },
    };
    let way = Way::of(material, &fit);
    let place = Placing { fit: &fit, way };
    let json = json!({
        "w": fit.layout.bounds.width * fit.scale, "h": fit.layout.bounds.height * fit.scale,
        "scale": fit.scale,
        "cards": fit.seats.iter().enumerate().map(|(index, seat)| card(material, &place, index, *seat)).collect::<Vec<_>>(),
        "lines": lines(&place),
        "note": clean(&material.words.text(&note)), "empty": "", "legend": legend(material),
    });
    let name_size = CardMetrics::PAGE.name_size * fit.scale;
    let way_cards = place.way.cards();
    MapDrawing { json, not_drawn, name_size, lines_through_cards: runs_through(&fit.layout), way_cards }
}

/// From canvas to page.
pub(super) struct Placing<'a> {
    pub(super) fit: &'a Fit,
    way: Way,
}

impl Placing<'_> {
    pub(super) fn x(&self, x: f32) -> f32 {
        round((x - self.fit.layout.bounds.x) * self.fit.scale)
    }

    pub(super) fn y(&self, y: f32) -> f32 {
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
    let title = if person.is_none() && title.is_empty() { material.words.say(Message::Vacant) } else { title };
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
        "way": place.way.number(index),
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
    account.all::<Seat>().filter(|seat| shown.binary_search(&seat.id).is_err()).filter(hangs_here).count()
}

fn lines(place: &Placing<'_>) -> Vec<Json> {
    let layout = &place.fit.layout;
    let reporting = layout.reporting.iter().map(|line| {
        json!({ "kind": "reporting", "strength": 1, "way": false, "path": path(place, &line.path), "arrow": null,
            "mark": null })
    });
    let line = |line: &Line| {
        let kind = line.request.map(|request| place.fit.request.lines[request].kind)?;
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
        let is_way = line.request.is_some_and(|request| place.way.has_line(request));
        Some(json!({ "kind": name, "strength": strength, "way": is_way, "path": path(place, &line.path),
            "arrow": arrow, "mark": mark }))
    };
    reporting.chain(layout.lines.iter().filter_map(line)).chain(place.way.steps(place)).collect()
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
