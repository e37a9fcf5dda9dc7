//! What is computed from the account, kept until its cause changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::motion::Motion;
use crate::edit::Revision;
use crate::insight::Insights;
use crate::layout::{Arrangement, ChartOptions, Index, Layout, LayoutRequest, Outlook, arranged};
use crate::method::Method;
use crate::model::{Account, LayoutKind, Link, Opportunity, OpportunityId, Person, PersonId, Seat, SeatId, Table};
use crate::theme::{CardMetrics, MapMetrics, Measure};

/// From so many people on, what is computed waits until typing rests.
const LARGE: usize = 2_000;

/// What the map hangs on: the tables themselves, shared with the account, the folded branches and
/// the picture asked for.
struct MapCause {
    seats: Table<Seat>,
    persons: Table<Person>,
    links: Table<Link>,
    /// Only where the picture shows the judgements of an opportunity.
    opportunities: Option<Table<Opportunity>>,
    collapsed: BTreeSet<SeatId>,
    outlook: Outlook,
}

impl MapCause {
    fn of(account: &Account, collapsed: &BTreeSet<SeatId>, outlook: Outlook) -> Self {
        Self {
            seats: account.seats.clone(),
            persons: account.persons.clone(),
            links: account.links.clone(),
            opportunities: outlook.opportunity.map(|_| account.opportunities.clone()),
            collapsed: collapsed.clone(),
            outlook,
        }
    }

    /// Whether the map was made of the very tables that the account has.
    fn holds(&self, account: &Account, collapsed: &BTreeSet<SeatId>, outlook: Outlook) -> bool {
        Arc::ptr_eq(&self.seats, &account.seats)
            && Arc::ptr_eq(&self.persons, &account.persons)
            && Arc::ptr_eq(&self.links, &account.links)
            && self.opportunities.as_ref().is_none_or(|of| Arc::ptr_eq(of, &account.opportunities))
            && self.collapsed == *collapsed
            && self.outlook == outlook
    }

    /// Whether a large account has the seats, people and links it had: only texts can have changed.
    fn is_same_size(&self, account: &Account, outlook: Outlook) -> bool {
        let sizes = (self.seats.len(), self.persons.len(), self.links.len());
        account.persons.len() > LARGE
            && self.outlook == outlook
            && sizes == (account.seats.len(), account.persons.len(), account.links.len())
    }
}

/// How often something was computed: a test proves by it that nothing is while nothing changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Computed {
    /// Questions put together for the layout: a walk over seats and links.
    pub requests: u64,
    /// Layouts; an equal question is not answered twice.
    pub layouts: u64,
    /// Figures, findings, ways and verdict, together.
    pub insights: u64,
    /// Measures of how people are joined, as often as they were begun.
    pub measures: u64,
}

/// What the pictures are asked through, and when.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) outlook: Outlook,
    pub(super) collapsed: &'a BTreeSet<SeatId>,
    pub(super) today: NaiveDate,
    /// Seconds of the window's clock; `None` where nothing is to move.
    pub(super) now: Option<f64>,
    pub(super) is_typing: bool,
}

/// Layout and figures of the account shown.
pub(super) struct Derived {
    map_of: Option<MapCause>,
    pub(super) motion: Option<Motion>,
    pub(super) request: LayoutRequest,
    layout: Layout,
    index: Index,
    /// Who has no seat.
    pub(super) unseated: Vec<PersonId>,
    /// Since this account was shown; measures are counted where they are begun.
    pub(super) computed: Computed,
    insight_of: Option<(Revision, Option<OpportunityId>, NaiveDate)>,
    pub(super) insights: Option<Insights>,
    steps_of: Option<(Revision, bool, crate::words::Language)>,
    /// The names of the next undo and redo.
    pub(super) steps: (Option<String>, Option<String>),
}

impl Derived {
    pub(super) fn new() -> Self {
        let request = LayoutRequest {
            cards: Vec::new(),
            lines: Vec::new(),
            metrics: MapMetrics::WINDOW,
            options: ChartOptions::default(),
            arrangement: Arrangement::Chart,
        };
        Self {
            map_of: None,
            motion: None,
            request,
            layout: Layout::default(),
            index: Index::default(),
            unseated: Vec::new(),
            computed: Computed::default(),
            insight_of: None,
            insights: None,
            steps_of: None,
            steps: (None, None),
        }
    }

    /// Forgets everything: another account is shown.
    pub(super) fn forget(&mut self) {
        *self = Self::new();
    }

    /// Computes what is stale. A layout is kept as long as its request is equal. While somebody
    /// types a large account keeps what it has; gives whether something waits for that.
    pub(super) fn refresh(
        &mut self,
        (account, revision): (&Account, Revision),
        asked: Asked<'_>,
        (measure, method): (&Measure, &Method),
    ) -> bool {
        let outlook = reduced(asked.outlook);
        let mut waits = false;
        if !self.map_of.as_ref().is_some_and(|of| of.holds(account, asked.collapsed, outlook)) {
            waits = asked.is_typing && self.map_of.as_ref().is_some_and(|of| of.is_same_size(account, outlook));
            if !waits {
                let now = asked.now.filter(|_| !asked.is_typing);
                self.lay_out(account, (asked.collapsed, outlook), (measure, method), now);
            }
        }
        if let (Some(motion), Some(now)) = (&mut self.motion, asked.now)
            && !motion.go_on((&self.request, &self.layout), now)
        {
            self.motion = None;
        }
        let (opportunity, today) = (asked.outlook.opportunity, asked.today);
        let key = (revision, opportunity, today);
        if self.insight_of != Some(key) || self.insights.is_none() {
            let can_wait = asked.is_typing && account.persons.len() > LARGE && self.insights.is_some();
            waits |= can_wait;
            if !can_wait {
                self.insights = Some(Insights::of(account, opportunity, method, today));
                self.computed.insights += 1;
                self.insight_of = Some(key);
            }
        }
        waits
    }

    fn lay_out(
        &mut self,
        account: &Account,
        (collapsed, outlook): (&BTreeSet<SeatId>, Outlook),
        (measure, method): (&Measure, &Method),
        now: Option<f64>,
    ) {
        let cut = super::cut::shown(account, outlook, &method.findings);
        let shows = |seat: &Seat| {
            cut.as_ref().is_none_or(|cut| cut.contains(&seat.id))
                && (collapsed.is_empty() || !is_folded(account, seat, collapsed))
        };
        let request = LayoutRequest::of_account(account, measure, &CardMetrics::WINDOW, MapMetrics::WINDOW, shows);
        let request = request.arranged(account, outlook);
        self.computed.requests += 1;
        if request != self.request {
            let layout = arranged(&request);
            let before = (&self.request, &self.layout);
            self.motion = now.and_then(|now| Motion::between(before, (&request, &layout), now));
            self.index = Index::of(&layout);
            self.layout = layout;
            self.request = request;
            self.computed.layouts += 1;
        }
        self.unseated = unseated(account);
        self.map_of = Some(MapCause::of(account, collapsed, outlook));
    }

    /// The picture of just now, what lies where in it, and how far it has come.
    pub(super) fn shown(&self) -> (&Layout, &Index, f32) {
        match &self.motion {
            Some(motion) => (&motion.layout, &motion.index, motion.share),
            None => (&self.layout, &self.index, 1.0),
        }
    }

    /// Names the next undo and redo anew where the history has moved on.
    pub(super) fn name_steps(&mut self, history: &crate::edit::History, words: &crate::words::Words) {
        // An undone step gives the earlier revision back, but something to redo.
        let key = (history.revision(), history.next_redo().is_some(), words.language());
        if self.steps_of != Some(key) {
            let name = |step: Option<&crate::edit::Step>| step.map(|step| words.step_done(step));
            self.steps = (name(history.next_undo()), name(history.next_redo()));
            self.steps_of = Some(key);
        }
    }
}

/// Only some pictures hang on the opportunity or on somebody in particular.
fn reduced(outlook: Outlook) -> Outlook {
    match outlook.kind {
        LayoutKind::Influence | LayoutKind::Coverage | LayoutKind::Overview => {
            Outlook { focus: None, opportunity: None, ..outlook }
        }
        LayoutKind::Organization | LayoutKind::OrganizationAcross | LayoutKind::Circle => {
            Outlook { opportunity: None, ..outlook }
        }
        LayoutKind::Position => Outlook { focus: None, ..outlook },
        LayoutKind::PathToPower => outlook,
    }
}

/// Everybody without a seat, in the order of their making.
fn unseated(account: &Account) -> Vec<PersonId> {
    let seated: BTreeSet<PersonId> = account.all::<Seat>().filter_map(|seat| seat.holder).collect();
    account.persons.keys().copied().filter(|person| !seated.contains(person)).collect()
}

/// Whether a seat stands below a branch that is folded in.
fn is_folded(account: &Account, seat: &Seat, collapsed: &BTreeSet<SeatId>) -> bool {
    let mut above = seat.reports_to;
    for _ in 0..account.seats.len() {
        match above {
            Some(boss) if collapsed.contains(&boss) => return true,
            Some(boss) => above = account.get::<Seat>(boss).and_then(|boss| boss.reports_to),
            None => return false,
        }
    }
    false
}
