//! The team's action plan: five years in outline, one year in detail, how progress is measured.

use egui::{Button, RichText, Ui};

use super::lacks::{go_to, year_field};
use super::list::{named, next_rank, section_ui, take_keys};
use crate::edit::{ActionChange, Edit, PlanChange, RecordEdit};
use crate::insight::{PlanTarget, actions_by_area, outline_of, plan_years};
use crate::model::{Account, Action, ActionArea, Coded, TeamMember, YearOutline};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// The width of a year before its text.
const YEAR: f32 = 40.0;
/// The most that status, owner and date of an action take beside it.
const BESIDE: f32 = 260.0;

/// Draws outline, detail and measures.
pub(super) fn action_plan_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-outline", (Message::PlanningOutline, String::new()), |ui| {
        for year in years(ctx) {
            year_ui(ctx, view, ui, actions, year);
        }
    });
    let open = ctx.insights.figures.actions_open.to_string();
    let count = Message::WorkCount { open, overdue: ctx.insights.figures.actions_overdue.to_string() };
    section_ui(ctx, ui, "plan-detail", (Message::PlanningDetail, ctx.words.text(&count)), |ui| {
        for (area, listed) in actions_by_area(ctx.account) {
            ui.push_id(area.code(), |ui| area_ui(ctx, view, ui, actions, (area, &listed)));
        }
    });
    section_ui(ctx, ui, "plan-progress", (Message::PlanningProgress, String::new()), |ui| {
        let id = field_id("plan", ctx.account.id, "progress_measures");
        let mut form = Form::new(ctx, ui, actions);
        let (word, hint) = (form.word("progress_measures"), ctx.words.say(Message::PlanningHintProgress));
        let text = &ctx.account.plan.progress_measures;
        let area = form.area(id, &word, text, &hint, |text| Edit::Plan(PlanChange::ProgressMeasures(text)));
        take_keys(view, id, &area);
    });
}

/// The five years, and others of which the outline says something.
fn years(ctx: &ViewContext<'_>) -> Vec<u16> {
    let mut years = plan_years(ctx.account, ctx.today);
    let said = ctx.account.plan.outline.iter().filter(|line| !line.text.trim().is_empty());
    years.extend(said.filter_map(|line| line.year));
    years.sort_unstable();
    years.dedup();
    years
}

fn year_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, year: u16) {
    ui.horizontal(|ui| {
        let name = year.to_string();
        ui.allocate_ui(egui::vec2(YEAR, 20.0), |ui| {
            ui.set_width(YEAR);
            ui.label(RichText::new(&name).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        });
        let id = year_field(ctx.account, year);
        let hint = ctx.words.say(Message::PlanningHintYear);
        let edit = |text| Edit::Plan(PlanChange::Outline(with_year(ctx.account, year, text)));
        let field = Form::new(ctx, ui, actions).bare_text(id, &name, outline_of(ctx.account, year), &hint, edit);
        take_keys(view, id, &field);
    });
}

/// The outline with this text for a year, in the order of the years; a year that says nothing is left out.
fn with_year(account: &Account, year: u16, text: String) -> Vec<YearOutline> {
    let mut outline = account.plan.outline.clone();
    match outline.iter().position(|line| line.year == Some(year)) {
        Some(at) if text.is_empty() && outline[at].kept.is_empty() => {
            outline.remove(at);
        }
        Some(at) => outline[at].text = text,
        None => outline.push(YearOutline { year: Some(year), text, ..YearOutline::default() }),
    }
    outline.sort_by_key(|line| line.year);
    outline
}

/// One part of the action plan: its actions, and what adds one.
fn area_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (area, listed): (ActionArea, &[&Action]),
) {
    let word = ctx.words.value(area);
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(word, TextSize::BODY, ctx));
        let name = ctx.words.text(&Message::PlanningAddTo { area: word.to_owned() });
        let more = ui.add_enabled(!ctx.is_read_only, Button::new("+").small());
        name_widget(&more, &name);
        if more.on_hover_text(name).clicked() {
            let rank = next_rank::<Action>(ctx.account);
            let action = Action { area: Some(area), rank, ..Action::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("action", action.id, "what"));
            actions.push(crate::ui::Action::Edit(Edit::Action(RecordEdit::Add(Box::new(action)))));
        }
        if listed.is_empty() {
            let none = RichText::new(ctx.words.say(Message::PlanNone)).size(TextSize::SECOND);
            ui.label(none.color(ctx.palette.ink_faint()));
        }
    });
    for action in listed {
        ui.push_id(action.id, |ui| action_ui(ctx, view, ui, actions, action));
    }
    ui.add_space(8.0);
}

/// The deliverable, and how it stands as a link to it among the actions.
fn action_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, action: &Action) {
    ui.horizontal(|ui| {
        let room = ui.available_width();
        let beside = BESIDE.min(room * 0.45);
        ui.vertical(|ui| {
            ui.set_width(room - beside - ui.spacing().item_spacing.x);
            let id = field_id("action", action.id, "what");
            let mut form = Form::new(ctx, ui, actions);
            let (word, hint) = (form.word("what"), ctx.words.say(Message::WorkHintWhat));
            let edit = |text| Edit::Action(RecordEdit::Set(action.id, ActionChange::What(text)));
            let what = form.bare_text(id, &word, &action.what, &hint, edit);
            take_keys(view, id, &what);
        });
        let color = if action.is_overdue(ctx.today) { ctx.palette.warning() } else { ctx.palette.accent() };
        let text = RichText::new(state(ctx, action)).size(TextSize::SECOND).color(color);
        let name = Message::PlanningOpenAction { name: named(ctx, &action.what, "action") };
        // What is too long for its place goes on below, not out of the page.
        ui.vertical(|ui| {
            ui.set_width(beside);
            if ui.add(egui::Link::new(text)).on_hover_text(ctx.words.text(&name)).clicked() {
                go_to(view, PlanTarget::Action(action.id));
            }
        });
    });
}

/// Status, owner and date of an action.
fn state(ctx: &ViewContext<'_>, action: &Action) -> String {
    let owner = action.owner.and_then(|owner| ctx.account.get::<TeamMember>(owner));
    let owner = owner.map_or_else(|| ctx.words.text(&Message::PlanningNobody), |owner| owner.name.clone());
    let due = action.due.map_or_else(|| ctx.words.text(&Message::PlanningNoDay), date);
    let mut parts = vec![ctx.words.value(action.status).to_owned(), owner, due];
    if action.is_milestone {
        parts.push(ctx.words.label("field", "is_milestone").to_owned());
    }
    parts.join(" · ")
}
