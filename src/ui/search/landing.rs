//! Going to where a text stands: the view, the page, the record, its field.

#![expect(clippy::wildcard_enum_match_arm, reason = "each function takes its own records and leaves the others")]

use egui::{Id, Ui};

use crate::insight::TextRecord;
use crate::model::{Opportunity, OpportunityId, PlanSection, Seat, SeatId};
use crate::ui::fields::{field_id, open_fold, send_keys};
use crate::ui::find::go_and_look;
use crate::ui::plan::list::PLAN_FOLDS;
use crate::ui::{PlanPage, View, ViewContext, ViewState};

/// Goes to a text and gives its field the keys.
pub(super) fn land(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, record: TextRecord, field: &'static str) {
    let id = match record {
        TextRecord::Person(_) | TextRecord::Seat(_) | TextRecord::Link(_) => map_ui(ctx, view, ui, record, field),
        TextRecord::Opportunity(deal)
        | TextRecord::Judgement(deal, _)
        | TextRecord::Criterion(deal, _)
        | TextRecord::Step(deal, _)
        | TextRecord::Need(deal, _)
        | TextRecord::Benefit(deal, _)
        | TextRecord::Answer(deal, _) => {
            view.view = View::Opportunities;
            view.opportunity = Some(deal);
            // A list of one stage alone may not show it.
            view.pipeline.stage = None;
            opportunity(ctx, ui, deal, record, field)
        }
        TextRecord::Action(id) => {
            view.show_action(id);
            field_id("action", id, field)
        }
        TextRecord::Activity(id) => {
            view.show_activity(id);
            field_id("activity", id, field)
        }
        TextRecord::Review(id) => {
            match field {
                "checks" => view.show_plan(PlanPage::Reviews),
                _ => view.view = View::ThenNow,
            }
            field_id("review", id, field)
        }
        TextRecord::Snapshot(id) => {
            view.view = View::ThenNow;
            field_id("snapshot", id, field)
        }
        TextRecord::Mute(id) => {
            view.view = View::Findings;
            field_id("mute", id, field)
        }
        TextRecord::Profile
        | TextRecord::Client
        | TextRecord::Supporting(_)
        | TextRecord::Plan
        | TextRecord::Outline(_)
        | TextRecord::Principle(_)
        | TextRecord::Member(_)
        | TextRecord::TeamRelation(_)
        | TextRecord::Competitor(_)
        | TextRecord::Goal(_)
        | TextRecord::Swot(_)
        | TextRecord::Value(_)
        | TextRecord::Risk(_)
        | TextRecord::Score(_)
        | TextRecord::Lever(_)
        | TextRecord::Forecast(_)
        | TextRecord::ResourceNeed(_)
        | TextRecord::Budget(_)
        | TextRecord::Workload(_) => plan(ctx, view, ui, record, field),
    };
    view.wants_canvas &= view.view == View::Map;
    send_keys(ui, id);
}

/// Somebody, a seat or a line on the map.
fn map_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, record: TextRecord, field: &'static str) -> Id {
    match record {
        TextRecord::Seat(id) => {
            seat_ui(ctx, view, ui, id);
            field_id("inspector-seat", id, field)
        }
        TextRecord::Link(id) => {
            view.view = View::Map;
            view.select_link(id);
            field_id("inspector-link", id, field)
        }
        TextRecord::Person(id) => {
            go_and_look(ctx, view, ui, id);
            for section in ["notes", "contact", "more"] {
                ui.data_mut(|data| data.insert_temp(Id::unique(("inspector-section", section)), true));
            }
            field_id("inspector", id, field)
        }
        _ => Id::NULL,
    }
}

fn seat_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, id: SeatId) {
    match ctx.account.get::<Seat>(id).and_then(|seat| seat.holder) {
        Some(person) => go_and_look(ctx, view, ui, person),
        None => {
            view.view = View::Map;
            view.select(id);
            view.wants_shown = true;
        }
    }
}

/// A field of an opportunity or of a row in it; the part it stands in unfolds.
fn opportunity(ctx: &ViewContext<'_>, ui: &Ui, deal: OpportunityId, record: TextRecord, field: &'static str) -> Id {
    let details = |id: Id| ui.data_mut(|data| data.insert_temp(id, true));
    match record {
        TextRecord::Criterion(_, row) => {
            open_fold(ui, "buying-criteria");
            details(field_id("criterion", row, "name").with("details"));
            field_id("criterion", row, field)
        }
        TextRecord::Step(_, row) => {
            open_fold(ui, "buying-process");
            field_id("step", row, field)
        }
        TextRecord::Need(_, row) => {
            open_fold(ui, "buying-needs");
            field_id("need", row, field)
        }
        TextRecord::Benefit(_, row) => {
            open_fold(ui, "buying-needs");
            open_fold(ui, "buying-benefits");
            field_id("benefit", row, field)
        }
        TextRecord::Answer(_, place) => {
            open_fold(ui, "opportunity-assessment");
            let answer = ctx.account.get::<Opportunity>(deal).and_then(|deal| deal.assessment.get(place));
            let Some(answer) = answer else { return field_id("answer", deal, "note") };
            details(Id::unique((deal.to_string(), answer.question.as_str(), "open")));
            let side = (answer.question.as_str(), answer.rival.map(|rival| rival.to_string()));
            field_id("answer", deal, "note").with(side)
        }
        TextRecord::Opportunity(_) => {
            if !["name", "next_step", "rationale", "criteria_effect", "closing_reason"].contains(&field) {
                open_fold(ui, "opportunity-background");
            }
            field_id("opportunity", deal, field)
        }
        _ => field_id("opportunity", deal, field),
    }
}

/// A field on a page of the plan.
fn plan(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, record: TextRecord, field: &'static str) -> Id {
    view.show_plan(page_of(record, field));
    open_fold(ui, PLAN_FOLDS);
    let account = ctx.account.id;
    let (first, id) = match record {
        TextRecord::Profile => (None, field_id("profile", account, field)),
        TextRecord::Client | TextRecord::Supporting(_) => (None, field_id("client", account, field)),
        TextRecord::Plan | TextRecord::Outline(_) | TextRecord::Principle(_) => {
            (None, field_id("plan", account, field))
        }
        TextRecord::Member(id) => (Some(field_id("member", id, "name")), field_id("member", id, field)),
        TextRecord::TeamRelation(id) => (None, field_id("team-relation", id, field)),
        TextRecord::Competitor(id) => (Some(field_id("competitor", id, "name")), field_id("competitor", id, field)),
        TextRecord::Goal(id) => (Some(field_id("goal", id, "text")), field_id("goal", id, field)),
        TextRecord::Swot(id) => (Some(field_id("swot", id, "text")), field_id("swot", id, field)),
        TextRecord::Value(id) => (Some(field_id("value", id, "text")), field_id("value", id, field)),
        TextRecord::Risk(id) => (Some(field_id("risk", id, "text")), field_id("risk", id, field)),
        TextRecord::Score(id) => (Some(field_id("score", id, "criterion")), field_id("score", id, field)),
        TextRecord::Lever(id) => (Some(field_id("lever", id, "text")), field_id("lever", id, field)),
        TextRecord::Forecast(id) => (Some(field_id("forecast", id, "region")), field_id("forecast", id, field)),
        TextRecord::ResourceNeed(id) => (Some(field_id("need", id, "text")), field_id("need", id, field)),
        TextRecord::Budget(id) => (Some(field_id("budget", id, "text")), field_id("budget", id, field)),
        TextRecord::Workload(id) => (Some(field_id("workload", id, "name")), field_id("workload", id, field)),
        _ => (None, Id::NULL),
    };
    view.wants_field = first;
    id
}

/// The page of the plan on which a text stands.
fn page_of(record: TextRecord, field: &'static str) -> PlanPage {
    let section = match record {
        TextRecord::Profile => match field {
            "name" | "industry" | "notes" => return PlanPage::Client,
            "period" | "strategy" => PlanSection::Summary,
            _ => PlanSection::Choices,
        },
        TextRecord::Plan => match field {
            "trend_risks" | "inexperience" => PlanSection::Risks,
            "mix" | "operating" => PlanSection::Objectives,
            "progress_measures" => PlanSection::Actions,
            "team_note" => PlanSection::Team,
            "forecast_note" => PlanSection::Forecast,
            _ => PlanSection::Summary,
        },
        TextRecord::Supporting(_) => PlanSection::Appendix,
        TextRecord::Outline(_) => PlanSection::Actions,
        TextRecord::Principle(_) => return PlanPage::Reviews,
        TextRecord::Value(_) => PlanSection::Choices,
        TextRecord::Swot(_) | TextRecord::Risk(_) | TextRecord::Competitor(_) => PlanSection::Risks,
        TextRecord::Goal(_) | TextRecord::Lever(_) => PlanSection::Objectives,
        TextRecord::Forecast(_) => PlanSection::Forecast,
        TextRecord::Member(_)
        | TextRecord::TeamRelation(_)
        | TextRecord::ResourceNeed(_)
        | TextRecord::Budget(_)
        | TextRecord::Workload(_) => PlanSection::Team,
        _ => return PlanPage::Client,
    };
    PlanPage::Section(section)
}
