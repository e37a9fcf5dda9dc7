//! What a layout is asked for, and how an account becomes such a question.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Arrangement;
use crate::model::{Account, LayoutKind, Link, LinkId, LinkKind, PersonId, Pin, Rank, Seat, SeatId};
use crate::theme::{CardMetrics, MapMetrics, Measure, Weight};

/// A card to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct CardRequest {
    /// Whose card it is.
    pub seat: SeatId,
    /// Width by its text.
    pub width: f32,
    /// The card it reports to, by its place in the request.
    pub manager: Option<usize>,
    /// Place among the colleagues by hand; 0 where not.
    pub rank: Rank,
    /// Where the user put it.
    pub pin: Option<Pin>,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Reports to, by dotted line.
    Dotted,
    /// An informal link.
    Informal(LinkKind),
}

/// A line to be routed between two cards, by their places in the request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineRequest {
    /// Where it begins.
    pub from: usize,
    /// Where it ends; arrows stand here.
    pub to: usize,
    /// What it says.
    pub kind: LineKind,
    /// The link it draws; none for a dotted line, which belongs to the seats.
    pub link: Option<LinkId>,
}

/// How leaves are stacked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartOptions {
    /// From how many leaf reports on they are stacked.
    pub stack_from: usize,
    /// How many cards a stack holds at the most; more make several columns.
    pub stack_rows: usize,
    /// Whether siblings are ordered by the informal links; a test turns it off to see the loss.
    pub orders_siblings: bool,
}

impl Default for ChartOptions {
    fn default() -> Self {
        Self { stack_from: 2, stack_rows: 8, orders_siblings: true }
    }
}

/// Everything a layout depends on: an equal request is an equal layout.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutRequest {
    /// The cards, in the order of their seats' ids.
    pub cards: Vec<CardRequest>,
    /// The lines beside the reporting lines.
    pub lines: Vec<LineRequest>,
    /// Sizes of cards and gaps.
    pub metrics: MapMetrics,
    /// How leaves are stacked.
    pub options: ChartOptions,
    /// Which picture is drawn.
    pub arrangement: Arrangement,
}

impl LayoutRequest {
    /// The place of a seat's card; cards stand in the order of their seats' ids.
    pub fn card_of(&self, seat: SeatId) -> Option<usize> {
        self.cards.binary_search_by_key(&seat, |card| card.seat).ok()
    }

    /// The question for the seats that `shows` lets through.
    ///
    /// A hidden seat's reports hang on the next seat above it that is shown. Lines whose people
    /// have no seat shown are left out. Cost: one walk over seats and links.
    pub fn of_account(
        account: &Account,
        measure: &Measure,
        card: &CardMetrics,
        metrics: MapMetrics,
        shows: impl Fn(&Seat) -> bool,
    ) -> Self {
        let shown: Vec<&Seat> = account.all::<Seat>().filter(|seat| shows(seat)).collect();
        let places: BTreeMap<SeatId, usize> = (0..).zip(&shown).map(|(place, seat)| (seat.id, place)).collect();
        let cards = shown
            .iter()
            .map(|seat| CardRequest {
                seat: seat.id,
                width: card_width(account, seat, measure, card),
                manager: manager_shown(account, seat, &places),
                rank: seat.rank,
                pin: seat.pins.get(&LayoutKind::Organization).copied(),
            })
            .collect();
        let lines = lines(account, &shown, &places);
        Self { cards, lines, metrics, options: ChartOptions::default(), arrangement: Arrangement::Chart }
    }
}

fn manager_shown(account: &Account, seat: &Seat, places: &BTreeMap<SeatId, usize>) -> Option<usize> {
    let mut above = seat.reports_to;
    for _ in 0..account.seats.len() {
        match above {
            Some(boss) => match places.get(&boss) {
                Some(place) => return Some(*place),
                None => above = account.get::<Seat>(boss).and_then(|boss| boss.reports_to),
            },
            None => return None,
        }
    }
    None
}

fn lines(account: &Account, shown: &[&Seat], places: &BTreeMap<SeatId, usize>) -> Vec<LineRequest> {
    let mut place_of: BTreeMap<PersonId, usize> = BTreeMap::new();
    for (place, seat) in shown.iter().enumerate() {
        if let Some(person) = seat.holder {
            place_of.entry(person).or_insert(place);
        }
    }
    let dotted = shown.iter().enumerate().flat_map(|(from, seat)| {
        let boss = |boss: &SeatId| places.get(boss).copied();
        let line = move |to| LineRequest { from, to, kind: LineKind::Dotted, link: None };
        seat.dotted.iter().filter_map(boss).map(line)
    });
    let informal = account.all::<Link>().filter(|link| link.is_understood()).filter_map(|link| {
        let (from, to) = (*place_of.get(&link.from)?, *place_of.get(&link.to)?);
        let line = LineRequest { from, to, kind: LineKind::Informal(link.kind), link: Some(link.id) };
        (from != to).then_some(line)
    });
    dotted.chain(informal).collect()
}

/// The two lines of text on a seat's card: name and title, or the title alone where it is vacant.
pub fn card_lines<'a>(account: &'a Account, seat: &'a Seat) -> (&'a str, Cow<'a, str>) {
    let title = || match (seat.title.as_str(), seat.unit.as_str()) {
        (title, "") => Cow::Borrowed(title),
        ("", unit) => Cow::Borrowed(unit),
        (title, unit) => Cow::Owned(format!("{title} · {unit}")),
    };
    match account.holder(seat.id) {
        Some(person) => (person.name.as_str(), title()),
        None => (seat.title.as_str(), Cow::Borrowed(seat.unit.as_str())),
    }
}

/// The width of a seat's card by its text, in points.
pub fn card_width(account: &Account, seat: &Seat, measure: &Measure, card: &CardMetrics) -> f32 {
    let (name, title) = card_lines(account, seat);
    let judged = account.holder(seat.id).map(|person| &person.judgement);
    let marks = judged.map_or(0, |judged| {
        u8::from(judged.is_key_player()) + u8::from(judged.veto == Some(true)) + u8::from(judged.coach == Some(true))
    });
    let first = measure.width(name, card.name_size, Weight::Bold) + f32::from(marks) * card.mark_width;
    let title = measure.width(&title, card.title_size, Weight::Regular);
    let symbols = 4.0 * card.symbol_width;
    let widest = if card.symbols_beside_title {
        first.max(title + card.pad + symbols + 1.5)
    } else {
        first.max(title).max(symbols)
    };
    // Whole points, so that a changed letter seldom moves the map.
    (card.bar + 2.0 * card.pad + widest).clamp(card.min_width, card.max_width).ceil()
}
