//! What can go wrong, how grave it is, and what we do about it.

use egui::{RichText, Ui};

use super::cells::{FIELD, SHORT, cells_ui, labeled};
use super::heat::heat_ui;
use super::list::{count_note, named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use super::why::add_why_ui;
use crate::edit::{Edit, RecordEdit, RiskChange};
use crate::insight::risk_level;
use crate::model::Risk;
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the risks.
pub(super) fn risks_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let risks = ctx.account.ranked::<Risk>();
    let lack = risks.iter().filter(|risk| risk.response.is_empty()).count();
    let note = count_note(ctx, risks.len(), lack, "response");
    section_ui(ctx, ui, "plan-risks", (Message::PageRisks, note), |ui| {
        if risks.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::PlanEmptyRisks));
        }
        let is_placed = |risk: &&Risk| risk.likelihood.is_some() && risk.impact.is_some();
        if risks.iter().any(is_placed) {
            heat_ui(ctx, view, ui, &risks);
        }
        let name = |risk: &Risk| named(ctx, &risk.text, "risk");
        let asked = rows_ui(ctx, ui, &risks, name, |ui, risk| risk_ui(ctx, view, ui, actions, risk));
        push_tool(actions, &risks, asked, Edit::Risk);
        let is_wanted = add_why_ui(ctx, ui, Message::PlanAddRisk, Message::PageRisks, &ctx.strategy.risk_rules);
        if is_wanted {
            let risk = Risk { rank: next_rank::<Risk>(ctx.account), ..Risk::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("risk", risk.id, "text"));
            actions.push(Action::Edit(Edit::Risk(RecordEdit::Add(Box::new(risk)))));
        }
    });
}

fn risk_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, risk: &Risk) {
    let set = |change| Edit::Risk(RecordEdit::Set(risk.id, change));
    let id = |field| field_id("risk", risk.id, field);
    let mut form = Form::new(ctx, ui, actions);
    let (kind, hint) = (ctx.words.label("record", "risk"), ctx.words.say(Message::PlanHintRisk));
    let text = form.bare_text(id("text"), kind, &risk.text, &hint, |text| set(RiskChange::Text(text)));
    take_keys(view, id("text"), &text);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, _| {
                let (word, hint) = (form.word("response"), ctx.words.say(Message::PlanHintResponse));
                form.text(id("response"), &word, &risk.response, &hint, |text| set(RiskChange::Response(text)));
            },
            &|form, view| {
                let how_grave = &|form: &mut Form<'_>, _: &mut ViewState| level_ui(form, risk);
                let who = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = labeled(form, "owner");
                    form.member(id("owner"), &word, risk.owner, |owner| set(RiskChange::Owner(owner)));
                };
                cells_ui(form, view, SHORT, &[how_grave, who]);
            },
            &|form, _| {
                let word = form.word("likelihood");
                form.segments(id("likelihood"), &word, risk.likelihood, |likely| set(RiskChange::Likelihood(likely)));
            },
            &|form, _| {
                let word = form.word("impact");
                form.segments(id("impact"), &word, risk.impact, |impact| set(RiskChange::Impact(impact)));
            },
            &|form, view| {
                let word = form.word("people");
                form.people(view, id("people"), &word, &risk.people, |people| set(RiskChange::People(people)));
            },
        ],
    );
    form.ui.separator();
}

/// The level: told where likelihood and impact say it, chosen elsewhere.
fn level_ui(form: &mut Form<'_>, risk: &Risk) {
    let ctx = form.ctx;
    let word = labeled(form, "level");
    if risk.likelihood.is_some() && risk.impact.is_some() {
        let text = RichText::new(ctx.words.value(risk_level(risk))).size(TextSize::SECOND);
        form.ui.label(text).on_hover_text(ctx.words.say(Message::PlanLevelFollows));
    } else {
        let set = |level| Edit::Risk(RecordEdit::Set(risk.id, RiskChange::Level(level)));
        form.must_choose(field_id("risk", risk.id, "level"), &word, risk.level, set);
    }
}
