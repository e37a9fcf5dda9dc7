//! The plan beyond the map as JSON: growth, forecast, needs, budget, workload, the funnel week by week.

use serde_json::{Value, json};

use super::{amount, code, codes, fields, joined, text};
use crate::model::{
    BudgetLine, Coded, ForecastLine, FunnelWeek, GrowthLever, PipelineSettings, PlanSheet, ResourceNeed,
    WorkloadSegment,
};

pub(super) fn sheet(sheet: &PlanSheet) -> Value {
    let mut own = fields!(sheet, [summary, trend_risks, inexperience, share_wanted, mix, operating]);
    own.extend(fields!(sheet, [progress_measures, team_note, forecast_from, forecast_note]));
    own.extend(fields!(sheet, [cycle_weeks, likely_from, is_mixed_swapped, month_hours, visit_share]));
    let outline = sheet.outline.iter().map(|year| json!({ "year": year.year, "text": year.text }));
    let principles = sheet
        .principles
        .iter()
        .map(|check| json!({ "principle": code(check.principle), "mark": code(check.mark), "note": check.note }));
    joined(
        own,
        json!({
            "contribution": amount(sheet.contribution), "management_cost": amount(sheet.management_cost),
            "outline": outline.collect::<Vec<_>>(), "principles": principles.collect::<Vec<_>>(),
            "cycle_start": text(sheet.cycle_start), "cycle_done": codes(&sheet.cycle_done),
            "large_amount": amount(sheet.large_amount),
        }),
    )
}

pub(super) fn lever(lever: &GrowthLever) -> Value {
    json!({
        "id": lever.id.to_string(), "kind": code(lever.kind), "text": lever.text, "amount": amount(lever.amount),
        "margin": amount(lever.margin), "probability": lever.probability, "owner": text(lever.owner),
        "opportunity": text(lever.opportunity),
    })
}

pub(super) fn forecast(line: &ForecastLine) -> Value {
    let years = line.years.iter().map(|year| json!({ "year": year.year, "amount": amount(year.amount) }));
    json!({
        "id": line.id.to_string(), "region": line.region, "platform": line.platform,
        "years": years.collect::<Vec<_>>(), "share": line.share, "share_wanted": line.share_wanted,
    })
}

pub(super) fn need(need: &ResourceNeed) -> Value {
    json!({
        "id": need.id.to_string(), "kind": code(need.kind), "text": need.text, "function": need.function,
        "member": text(need.member), "due": text(need.due), "is_agreed": need.is_agreed,
    })
}

pub(super) fn budget(line: &BudgetLine) -> Value {
    json!({
        "id": line.id.to_string(), "text": line.text, "planned": amount(line.planned), "spent": amount(line.spent),
    })
}

pub(super) fn workload(segment: &WorkloadSegment) -> Value {
    let mut own = fields!(segment, [name, count, visits, months, minutes]);
    own.extend(fields!(segment, [visits_planned, months_planned, minutes_planned]));
    joined(own, json!({ "id": segment.id.to_string() }))
}

pub(super) fn pipeline(settings: &PipelineSettings) -> Value {
    let rates = settings.stage_rates.iter().map(|rate| json!({ "stage": code(rate.stage), "percent": rate.percent }));
    let worths = settings.exchange_rates.iter();
    let worths = worths.map(|rate| json!({ "amount": amount(rate.amount), "worth": amount(rate.worth) }));
    json!({
        "stage_rates": rates.collect::<Vec<_>>(), "off_funnel_threshold": amount(settings.off_funnel_threshold),
        "off_funnel_sold": amount(settings.off_funnel_sold),
        "off_funnel_expected": amount(settings.off_funnel_expected), "quarter_task": amount(settings.quarter_task),
        "sales_since": text(settings.sales_since), "progress_days": settings.progress_days,
        "exchange_rates": worths.collect::<Vec<_>>(),
    })
}

pub(super) fn week(week: &FunnelWeek) -> Value {
    let stages = week.stages.iter();
    let stages = stages.map(|stage| json!({ "stage": code(stage.stage), "weighted": amount(stage.weighted) }));
    let open = week.opportunities.iter().map(|then| {
        json!({
            "opportunity": then.opportunity.to_string(), "name": then.name, "amount": amount(then.amount),
            "stage": code(then.stage), "status": then.status.code(),
        })
    });
    json!({
        "id": week.id.to_string(), "taken": text(week.taken), "sold": amount(week.sold),
        "stages": stages.collect::<Vec<_>>(), "opportunities": open.collect::<Vec<_>>(),
    })
}
