//! What is computed from the account, kept until its cause changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit::Revision;
use crate::insight::{Figures, Finding, figures, findings};
use crate::layout::{Arrangement, ChartOptions, Index, Layout, LayoutRequest, chart};
use crate::method::{FindingRules, Rules};
use crate::model::{Account, Link, OpportunityId, Person, PersonId, Seat, SeatId, Table};
use crate::theme::{CardMetrics, MapMetrics, Measure};

/// From so many people on, what is computed waits until typing rests.
const LARGE: usize = 2_000;

/// What the map hangs on: the tables themselves, shared with the account, and the folded branches.
type MapCause = (Table<Seat>, Table<Person>, Table<Link>, BTreeSet<SeatId>);

/// Layout and figures of the account shown.
pub(super) struct Derived {
    map_of: Option<MapCause>,
    pub(super) request: LayoutRequest,
    pub(super) layout: Layout,
    pub(super) index: Index,
    /// Who has no seat.
    pub(super) unseated: Vec<PersonId>,
    insight_of: Option<(Revision, Option<OpportunityId>, NaiveDate)>,
    pub(super) figures: Option<Figures>,
    pub(super) findings: Vec<Finding>,
    /// The rules with the account's own values.
    pub(super) finding_rules: Option<FindingRules>,
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
            request,
            layout: Layout::default(),
            index: Index::default(),
            unseated: Vec::new(),
            insight_of: None,
            figures: None,
            findings: Vec::new(),
            finding_rules: None,
            steps_of: None,
            steps: (None, None),
        }
    }

    /// Forgets everything: another account is shown.
    pub(super) fn forget(&mut self) {
        *self = Self::new();
    }

    /// Computes what is stale. A layout is kept as long as its request is equal. While `is_typing`
    /// a large account keeps what it has; gives whether something waits for that.
    pub(super) fn refresh(
        &mut self,
        (account, revision): (&Account, Revision),
        (opportunity, today): (Option<OpportunityId>, NaiveDate),
        collapsed: &BTreeSet<SeatId>,
        (measure, rules, finding_rules): (&Measure, &Rules, &FindingRules),
        is_typing: bool,
    ) -> bool {
        let mut waits = false;
        if !self.map_of.as_ref().is_some_and(|of| is_map_of(of, account, collapsed)) {
            waits = is_typing && self.map_of.as_ref().is_some_and(|of| is_same_size(of, account));
            if !waits {
                self.lay_out(account, collapsed, measure);
            }
        }
        let key = (revision, opportunity, today);
        if self.insight_of != Some(key) || self.figures.is_none() {
            let can_wait = is_typing && account.persons.len() > LARGE && self.figures.is_some();
            waits |= can_wait;
            if !can_wait {
                self.figures = Some(figures(account, opportunity, rules, today));
                self.finding_rules = Some(finding_rules.with(&account.profile.rule_values));
                self.findings = findings(account, opportunity, finding_rules, today);
                self.insight_of = Some(key);
            }
        }
        waits
    }

    fn lay_out(&mut self, account: &Account, collapsed: &BTreeSet<SeatId>, measure: &Measure) {
        let shows = |seat: &Seat| collapsed.is_empty() || !is_folded(account, seat, collapsed);
        let request = LayoutRequest::of_account(account, measure, &CardMetrics::WINDOW, MapMetrics::WINDOW, shows);
        if request != self.request {
            self.layout = chart(&request);
            self.index = Index::of(&self.layout);
            self.request = request;
        }
        self.unseated = unseated(account);
        let tables = (account.seats.clone(), account.persons.clone(), account.links.clone());
        self.map_of = Some((tables.0, tables.1, tables.2, collapsed.clone()));
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

/// Whether the map was made of the very tables that the account has.
fn is_map_of((seats, persons, links, folded): &MapCause, account: &Account, collapsed: &BTreeSet<SeatId>) -> bool {
    Arc::ptr_eq(seats, &account.seats)
        && Arc::ptr_eq(persons, &account.persons)
        && Arc::ptr_eq(links, &account.links)
        && folded == collapsed
}

/// Whether a large account has the seats, people and links it had: only texts can have changed.
fn is_same_size((seats, persons, links, _): &MapCause, account: &Account) -> bool {
    let sizes = (seats.len(), persons.len(), links.len());
    account.persons.len() > LARGE && sizes == (account.seats.len(), account.persons.len(), account.links.len())
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
