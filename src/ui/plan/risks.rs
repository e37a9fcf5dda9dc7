//! What can go wrong, how grave it is, and what we do about it.

use egui::Ui;

use super::cells::{FIELD, SHORT, cells_ui, labeled};
use super::list::{add_button, count_note, named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use crate::edit::{Edit, RecordEdit, RiskChange};
use crate::model::Risk;
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
        let name = |risk: &Risk| named(ctx, &risk.text, "risk");
        let asked = rows_ui(ctx, ui, &risks, name, |ui, risk| risk_ui(ctx, view, ui, actions, risk));
        push_tool(actions, &risks, asked, Edit::Risk);
        if add_button(ctx, ui, Message::PlanAddRisk) {
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
                let how_grave = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = labeled(form, "level");
                    form.must_choose(id("level"), &word, risk.level, |level| set(RiskChange::Level(level)));
                };
                let who = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = labeled(form, "owner");
                    form.member(id("owner"), &word, risk.owner, |owner| set(RiskChange::Owner(owner)));
                };
                cells_ui(form, view, SHORT, &[how_grave, who]);
            },
            &|form, view| {
                let word = form.word("people");
                form.people(view, id("people"), &word, &risk.people, |people| set(RiskChange::People(people)));
            },
        ],
    );
    form.ui.separator();
}
