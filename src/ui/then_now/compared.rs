//! What is found when two sides are compared, kept until its cause changes.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Side;
use crate::insight::{ChangeOf, JudgedValue, Superior, United, baseline, compare, united};
use crate::layout::{Arrangement, CardRequest, ChartOptions, Layout, LayoutRequest, chart};
use crate::model::{
    Account, Link, Opportunity, Person, PersonId, Seat, SeatId, Snapshot, SnapshotId, SnapshotPerson, Support, Table,
};
use crate::theme::{CardMetrics, MapMetrics, Measure, Weight};
use crate::ui::{ViewContext, ViewState};

/// The card of the picture is the window's.
pub(super) const CARD: CardMetrics = CardMetrics::WINDOW;

/// The width of a judgement that changed: old symbol, arrow, new symbol, gap.
pub(super) const SHIFT_WIDTH: f32 = 46.0;

/// What a comparison hangs on.
#[derive(Clone, Debug, PartialEq)]
struct Cause {
    sides: (Side, Side),
    seats: Table<Seat>,
    persons: Table<Person>,
    links: Table<Link>,
    opportunities: Table<Opportunity>,
    snapshots: Table<Snapshot>,
    today: NaiveDate,
}

/// How somebody stands in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    New,
    Gone,
    Stays,
}

/// A card of the picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Card {
    pub(super) person: PersonId,
    pub(super) name: String,
    /// Title and unit, the newest known.
    pub(super) title: String,
    pub(super) mark: Mark,
    pub(super) support: Option<Support>,
    /// From under whom the person moved; within it `None` is the top.
    pub(super) moved_from: Option<Option<Superior>>,
    pub(super) verdicts: Vec<JudgedValue>,
    /// The changes that speak of the person, by their places in the list.
    pub(super) changes: Vec<usize>,
}

/// Two sides compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Compared {
    cause: Cause,
    /// The weightiest first.
    pub(super) changes: Vec<ChangeOf>,
    /// Everybody of both organisations.
    pub(super) cards: Vec<Card>,
    /// Where the cards stand, in their order.
    pub(super) layout: Layout,
}

impl Compared {
    /// What was compared with what.
    pub(super) fn sides(&self) -> (Side, Side) {
        self.cause.sides
    }
}

/// All snapshots, the newest first; those without a day last.
pub(super) fn snapshots(account: &Account) -> Vec<&Snapshot> {
    let mut list: Vec<&Snapshot> = account.all::<Snapshot>().collect();
    list.sort_by_key(|snapshot| std::cmp::Reverse((snapshot.taken, snapshot.id)));
    list
}

/// The sides that are compared: those chosen, as long as they are there.
pub(super) fn sides(ctx: &ViewContext<'_>, view: &ViewState) -> (Side, Side) {
    let is_there = |side: &Side| match side {
        Side::Today => true,
        Side::Taken(id) => ctx.account.snapshots.contains_key(id),
    };
    let fitting = || {
        let reviewed = baseline(ctx.account, ctx.today).map(|baseline| baseline.snapshot.id);
        let newest = || snapshots(ctx.account).first().map(|snapshot| snapshot.id);
        reviewed.or_else(newest).map_or(Side::Today, Side::Taken)
    };
    let then = view.then_now.then.filter(is_there).unwrap_or_else(fitting);
    (then, Some(view.then_now.now).filter(is_there).unwrap_or_default())
}

/// The comparison asked for; `None` where there is no snapshot. Kept as long as nothing it hangs
/// on changes.
pub(super) fn compared(ctx: &ViewContext<'_>, view: &mut ViewState) -> Option<Arc<Compared>> {
    if ctx.account.snapshots.is_empty() {
        view.then_now.compared = None;
        return None;
    }
    let account = ctx.account;
    let cause = Cause {
        sides: sides(ctx, view),
        seats: account.seats.clone(),
        persons: account.persons.clone(),
        links: account.links.clone(),
        opportunities: account.opportunities.clone(),
        snapshots: account.snapshots.clone(),
        today: ctx.today,
    };
    if let Some(known) = view.then_now.compared.as_ref().filter(|known| known.cause == cause) {
        return Some(known.clone());
    }
    let is_same_pair = view.then_now.compared.as_ref().is_some_and(|known| known.cause.sides == cause.sides);
    if !is_same_pair {
        view.then_now.camera = None;
    }
    let found = Arc::new(found(ctx, cause));
    view.then_now.compared = Some(found.clone());
    Some(found)
}

fn found(ctx: &ViewContext<'_>, cause: Cause) -> Compared {
    let of = |side: Side| match side {
        Side::Taken(id) => ctx.account.get::<Snapshot>(id).cloned(),
        Side::Today => None,
    };
    let today = || Snapshot::of(ctx.account, SnapshotId::from_bits(0), ctx.today, "");
    let (then, now) = (of(cause.sides.0).unwrap_or_else(today), of(cause.sides.1).unwrap_or_else(today));
    let changes = compare(&then, &now);
    let people = united(&then, &now);
    let (cards, layout) = drawn(ctx.measure, &people, &changes);
    Compared { cause, changes, cards, layout }
}

/// The cards of everybody on the chart and of everybody who changed, and where they stand.
fn drawn(measure: &Measure, people: &[United<'_>], changes: &[ChangeOf]) -> (Vec<Card>, Layout) {
    let mut cards = Vec::new();
    let mut superiors = Vec::new();
    let mut places = vec![None; people.len()];
    let mut spoken = std::collections::BTreeMap::<PersonId, Vec<usize>>::new();
    for (place, change) in changes.iter().enumerate() {
        for named in change.people() {
            spoken.entry(named.person).or_default().push(place);
        }
    }
    for (place, one) in people.iter().enumerate() {
        let told = spoken.remove(&one.person()).unwrap_or_default();
        if let Some(card) = card(one, told, changes).filter(|card| one.is_on_chart() || !card.changes.is_empty()) {
            places[place] = Some(cards.len());
            superiors.push(one.superior);
            cards.push(card);
        }
    }
    let asked = cards.iter().zip(superiors).map(|(card, superior)| CardRequest {
        // The chart only needs an order, and people are what stands in it.
        seat: SeatId::from_bits(card.person.bits()),
        width: width(measure, card),
        manager: superior.and_then(|superior: usize| places[superior]),
        rank: 0,
        pin: None,
    });
    let request = LayoutRequest {
        cards: asked.collect(),
        lines: Vec::new(),
        metrics: MapMetrics::WINDOW,
        options: ChartOptions::default(),
        arrangement: Arrangement::Chart,
    };
    (cards, chart(&request))
}

fn card(one: &United<'_>, told: Vec<usize>, changes: &[ChangeOf]) -> Option<Card> {
    let known = one.now.filter(|now| now.seat.is_some()).or(one.then).or(one.now)?;
    let is_seated = |side: Option<&SnapshotPerson>| side.is_some_and(|known| known.seat.is_some());
    let mark = match (one.then, one.now) {
        (None, Some(_)) => Mark::New,
        (Some(_), None) => Mark::Gone,
        _ if is_seated(one.then) && !is_seated(one.now) => Mark::Gone,
        _ if !is_seated(one.then) && is_seated(one.now) => Mark::New,
        _ => Mark::Stays,
    };
    let (mut moved_from, mut verdicts) = (None, Vec::new());
    for change in told.iter().map(|place| &changes[*place]) {
        if let ChangeOf::Moved { from, .. } = change {
            moved_from = Some(from.clone());
        }
        if let ChangeOf::Judged { verdict, .. } = change {
            verdicts.push(*verdict);
        }
    }
    let parts: Vec<&str> = [known.title.as_str(), &known.unit].into_iter().filter(|part| !part.is_empty()).collect();
    Some(Card {
        person: known.person,
        name: one.now.unwrap_or(known).name.clone(),
        title: parts.join(" · "),
        mark,
        support: one.now.unwrap_or(known).support,
        moved_from,
        verdicts,
        changes: told,
    })
}

fn width(measure: &Measure, card: &Card) -> f32 {
    let name = measure.width(&card.name, CARD.name_size, Weight::Bold) + CARD.mark_width;
    let title = measure.width(&card.title, CARD.title_size, Weight::Regular);
    let shifts = card.verdicts.iter().map(|_| SHIFT_WIDTH).sum::<f32>();
    let widest = name.max(title).max(shifts);
    (CARD.bar + 2.0 * CARD.pad + widest).clamp(CARD.min_width, 1.25 * CARD.max_width).ceil()
}
