//! What is computed from the account, kept until its cause changes.

use chrono::NaiveDate;

use crate::edit::Revision;
use crate::insight::{Figures, Finding, figures, findings};
use crate::layout::{ChartOptions, Layout, LayoutRequest, chart};
use crate::method::Rules;
use crate::model::{Account, OpportunityId};
use crate::theme::{CardMetrics, MapMetrics, Measure};

/// Layout and figures of the account shown.
pub(super) struct Derived {
    layout_of: Option<Revision>,
    pub(super) request: LayoutRequest,
    pub(super) layout: Layout,
    figures_of: Option<(Revision, Option<OpportunityId>, NaiveDate)>,
    pub(super) figures: Option<Figures>,
    pub(super) findings: Vec<Finding>,
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
            figures_of: None,
            figures: None,
            findings: Vec::new(),
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
        (measure, rules): (&Measure, &Rules),
    ) {
        if self.layout_of != Some(revision) {
            let request =
                LayoutRequest::of_account(account, measure, &CardMetrics::WINDOW, MapMetrics::WINDOW, |_| true);
            if request != self.request {
                self.layout = chart(&request);
                self.request = request;
            }
            self.layout_of = Some(revision);
        }
        let key = (revision, opportunity, today);
        if self.figures_of != Some(key) || self.figures.is_none() {
            self.figures = Some(figures(account, opportunity, rules, today));
            self.findings = findings(account, today);
            self.figures_of = Some(key);
        }
    }
}
