//! All that is said of an account as it stands, looked at through one opportunity.

use chrono::NaiveDate;

use super::{
    Figures, Finding, Growth, Pipeline, PlanInsights, Route, Verdict, figures, findings, pipeline, routes, verdict,
};
use crate::method::{FindingRules, Method};
use crate::model::{Account, OpportunityId};

/// Figures, findings, ways and verdict of one account on one day.
#[derive(Clone, Debug)]
pub struct Insights {
    /// The rules with the account's own values over them.
    pub rules: FindingRules,
    /// The figures.
    pub figures: Figures,
    /// Forecast, progress and warnings of the funnel.
    pub pipeline: Pipeline,
    /// Gap, priorities, forecast, budget and workload of the plan.
    pub growth: Growth,
    /// What the plan lacks, what supports it, what is due.
    pub plan: PlanInsights,
    /// What the map says, the gravest first; those put away and in hand are among them.
    pub findings: Vec<Finding>,
    /// The ways to those who decide, the best of each first.
    pub routes: Vec<Route>,
    /// What is to be expected of the decision.
    pub verdict: Verdict,
}

impl Insights {
    /// What is said of `account` as judged in `opportunity`. Cost: that of its parts; 200 people stay below a frame.
    pub fn of(account: &Account, opportunity: Option<OpportunityId>, method: &Method, today: NaiveDate) -> Self {
        let own = method.findings.with(&account.profile.rule_values);
        Self {
            figures: figures(account, opportunity, &method.rules, today),
            pipeline: pipeline(account, &method.rules, today),
            growth: Growth::of(account, method, today),
            plan: PlanInsights::of(account, method, today),
            findings: findings(account, opportunity, &method.findings, today),
            routes: routes(account, opportunity, &own),
            verdict: verdict(account, opportunity, &method.verdict),
            rules: own,
        }
    }

    /// The findings that are still to be looked at.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_open())
    }
}
