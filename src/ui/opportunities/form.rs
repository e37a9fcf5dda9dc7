//! The form of one opportunity.

use egui::{RichText, Ui};

use super::assessment::assessment_ui;
use super::background::background_ui;
use super::committee::judgements_ui;
use super::criteria::criteria_ui;
use super::needs::needs_ui;
use super::process::process_ui;
use crate::edit::{Edit, OpportunityChange, RecordEdit};
use crate::insight::stage_rates;
use crate::model::{Competitor, Opportunity, OpportunityStatus};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, SHORT, cells_ui, labeled, ticks_ui};
use crate::ui::plan::list::take_keys;
use crate::ui::{Actions, View, ViewContext, ViewState};
use crate::words::Message;

/// Draws every field of an opportunity, and how its committee is judged in it.
pub(super) fn form_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    let mut form = Form::new(ctx, ui, actions);
    head_ui(&mut form, view, opportunity);
    figures_ui(&mut form, view, opportunity);
    closing_ui(&mut form, opportunity);
    next_step_ui(&mut form, view, opportunity);
    strategy_ui(&mut form, view, opportunity);
    committee_ui(&mut form, view, opportunity);
    judgements_ui(ctx, view, ui, actions, opportunity);
    criteria_ui(ctx, view, ui, actions, opportunity);
    process_ui(ctx, view, ui, actions, opportunity);
    needs_ui(ctx, view, ui, actions, opportunity);
    ui.add_space(16.0);
    background_ui(ctx, view, ui, actions, opportunity);
    assessment_ui(ctx, view, ui, actions, opportunity);
    ui.add_space(16.0);
    if ui.button(ctx.words.say(Message::ShowOnMap)).clicked() {
        view.view = View::Map;
        view.wants_canvas = true;
    }
    ui.add_space(24.0);
}

/// The edit that changes one field.
fn set(opportunity: &Opportunity, change: OpportunityChange) -> Edit {
    Edit::Opportunity(RecordEdit::Set(opportunity.id, change))
}

fn id(opportunity: &Opportunity, field: &'static str) -> egui::Id {
    field_id("opportunity", opportunity.id, field)
}

fn head_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    let words = form.ctx.words;
    let (label, hint) = (words.say(Message::PlanRecordName), words.say(Message::OpportunitiesHintName));
    let edit = |text| set(opportunity, OpportunityChange::Name(text));
    let name = form.text(id(opportunity, "name"), &label, &opportunity.name, &hint, edit);
    take_keys(view, id(opportunity, "name"), &name);
    form.ui.add_space(4.0);
    let edit = |stage| set(opportunity, OpportunityChange::Stage(stage));
    let word = form.word("stage");
    form.segments(id(opportunity, "stage"), &word, opportunity.stage, edit);
    form.ui.add_space(4.0);
}

fn figures_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let (word, currency) = (form.word("amount"), form.ctx.account.profile.currency);
                let edit = |amount| set(opportunity, OpportunityChange::Amount(amount));
                form.money(id(opportunity, "amount"), &word, opportunity.amount, currency, edit);
            },
            &|form, _| rate_ui(form, opportunity),
            &|form, _| {
                let word = form.word("close");
                let edit = |day| set(opportunity, OpportunityChange::Close(day));
                form.date(id(opportunity, "close"), &word, opportunity.close, edit);
            },
            &|form, _| {
                let word = labeled(form, "status");
                let edit = |status| set(opportunity, OpportunityChange::Status(status));
                form.must_choose(id(opportunity, "status"), &word, opportunity.status, edit);
            },
            &|form, _| {
                let word = labeled(form, "owner");
                let edit = |owner| set(opportunity, OpportunityChange::Owner(owner));
                form.member(id(opportunity, "owner"), &word, opportunity.owner, edit);
            },
        ],
    );
}

/// The user's own win rate; without one the stage's holds, which a note names.
fn rate_ui(form: &mut Form<'_>, opportunity: &Opportunity) {
    let word = form.word("rate");
    let edit = |rate| set(opportunity, OpportunityChange::Rate(rate));
    form.percent(id(opportunity, "rate"), &word, opportunity.rate, edit);
    let Some(stage) = opportunity.stage else { return };
    let rate = stage_rates(form.ctx.account, form.ctx.rules)[stage as usize].to_string();
    let stage = form.ctx.words.value(stage).to_owned();
    let usual = form.ctx.words.text(&Message::OpportunitiesRate { stage, rate });
    form.ui.label(RichText::new(usual).size(TextSize::CAPTION).color(form.ctx.palette.ink_faint()));
}

/// Why it ended as it did; asked once it is no longer open. Source: methods O8.
fn closing_ui(form: &mut Form<'_>, opportunity: &Opportunity) {
    if opportunity.status == OpportunityStatus::Open && opportunity.closing_reason.is_empty() {
        return;
    }
    let (word, hint) = (form.word("closing_reason"), form.ctx.words.say(Message::OpportunitiesHintClosing));
    let edit = |text| set(opportunity, OpportunityChange::ClosingReason(text));
    form.area(id(opportunity, "closing_reason"), &word, &opportunity.closing_reason, &hint, edit);
    form.ui.add_space(4.0);
}

fn next_step_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let (word, hint) = (form.word("next_step"), form.ctx.words.say(Message::OpportunitiesHintNext));
                let edit = |text| set(opportunity, OpportunityChange::NextStep(text));
                form.text(id(opportunity, "next_step"), &word, &opportunity.next_step, &hint, edit);
            },
            &|form, _| {
                let word = form.word("next_step_due");
                let edit = |day| set(opportunity, OpportunityChange::NextStepDue(day));
                form.date(id(opportunity, "next_step_due"), &word, opportunity.next_step_due, edit);
            },
        ],
    );
}

fn strategy_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let word = form.word("novelty");
                let edit = |novelty| set(opportunity, OpportunityChange::Novelty(novelty));
                form.segments(id(opportunity, "novelty"), &word, opportunity.novelty, edit);
            },
            &|form, _| {
                let word = form.word("strategy");
                let edit = |strategy| set(opportunity, OpportunityChange::Strategy(strategy));
                form.segments(id(opportunity, "strategy"), &word, opportunity.strategy, edit);
            },
        ],
    );
    let (word, hint) = (form.word("rationale"), form.ctx.words.say(Message::OpportunitiesHintWhy));
    let edit = |text| set(opportunity, OpportunityChange::Rationale(text));
    form.area(id(opportunity, "rationale"), &word, &opportunity.rationale, &hint, edit);
    let (word, hint) = (form.word("criteria_effect"), form.ctx.words.say(Message::OpportunitiesHintCriteria));
    let edit = |text| set(opportunity, OpportunityChange::CriteriaEffect(text));
    form.area(id(opportunity, "criteria_effect"), &word, &opportunity.criteria_effect, &hint, edit);
    form.ui.add_space(4.0);
    rivals_ui(form, opportunity);
}

fn rivals_ui(form: &mut Form<'_>, opportunity: &Opportunity) {
    let ctx = form.ctx;
    let word = form.word("competitors");
    let rivals = ctx.account.ranked::<Competitor>();
    if rivals.is_empty() {
        form.label(word);
        form.note(ctx.words.say(Message::OpportunitiesNoRivals));
        return;
    }
    let options: Vec<_> = rivals.iter().map(|rival| (rival.id, rival.name.clone())).collect();
    let edit = |chosen| set(opportunity, OpportunityChange::Competitors(chosen));
    ticks_ui(form, &word, &options, &opportunity.competitors, edit);
}

fn committee_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    form.ui.add_space(4.0);
    let word = form.word("committee");
    let edit = |people| set(opportunity, OpportunityChange::Committee(people));
    form.people(view, id(opportunity, "committee"), &word, &opportunity.committee, edit);
}
