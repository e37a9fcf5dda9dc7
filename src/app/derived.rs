//! What is computed from the account, kept until its cause changes.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::edit::Revision;
use crate::insight::{Figures, Finding, figures, findings};
use crate::layout::{ChartOptions, Index, Layout, LayoutRequest, chart};
use crate::method::Rules;
use crate::model::{Account, OpportunityId, Seat, SeatId};
use crate::theme::{CardMetrics, MapMetrics, Measure};

/// Layout and figures of the account shown.
pub(super) struct Derived {
    layout_of: Option<(Revision, BTreeSet<SeatId>)>,
    pub(super) request: LayoutRequest,
    pub(super) layout: Layout,
    pub(super) index: Index,
    figures_of: Option<(Revision, Option<OpportunityId>, NaiveDate)>,
    pub(super) figures: Option<Figures>,
    pub(super) findings: Vec<Finding>,
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
        };
        Self {
            layout_of: None,
            request,
            layout: Layout::default(),
            index: Index::default(),
            figures_of: None,
            figures: None,
            findings: Vec::new(),
            steps_of: None,
            steps: (None, None),
        }
    }

    /// Forgets everything: another account is shown.
    pub(super) fn forget(&mut self) {
        *self = Self::new();
    }

    /// Computes what is stale. A layout is kept as long as its request is equal.
    pub(super) fn refresh(
        &mut self,
        account: &Account,
        revision: Revision,
        (opportunity, today): (Option<OpportunityId>, NaiveDate),
        collapsed: &BTreeSet<SeatId>,
        (measure, rules): (&Measure, &Rules),
    ) {
        if self.layout_of.as_ref().is_none_or(|(of, folded)| *of != revision || folded != collapsed) {
            let shows = |seat: &Seat| collapsed.is_empty() || !is_folded(account, seat, collapsed);
            let request = LayoutRequest::of_account(account, measure, &CardMetrics::WINDOW, MapMetrics::WINDOW, shows);
            if request != self.request {
                self.layout = chart(&request);
                self.index = Index::of(&self.layout);
                self.request = request;
            }
            self.layout_of = Some((revision, collapsed.clone()));
        }
        let key = (revision, opportunity, today);
        if self.figures_of != Some(key) || self.figures.is_none() {
            self.figures = Some(figures(account, opportunity, rules, today));
            self.findings = findings(account, today);
            self.figures_of = Some(key);
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
