//! The seven principles of planning: kept or not, with a note.

use egui::Ui;

use crate::edit::{Edit, PlanChange};
use crate::model::{Account, CheckMark, Coded, PlanPrinciple, PrincipleCheck};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, cells_ui};
use crate::ui::plan::list::section_ui;
use crate::ui::plan::why::why_ui;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the principles.
pub(super) fn principles_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let kept = ctx.account.plan.principles.iter().filter(|check| check.mark == Some(CheckMark::Yes)).count();
    let note = Message::PlanningKept { kept: kept.to_string(), all: PlanPrinciple::ALL.len().to_string() };
    section_ui(ctx, ui, "plan-principles", (Message::PlanningPrinciples, ctx.words.text(&note)), |ui| {
        for principle in PlanPrinciple::ALL.iter().copied() {
            ui.push_id(principle.code(), |ui| principle_ui(ctx, view, ui, actions, principle));
        }
    });
}

fn principle_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    principle: PlanPrinciple,
) {
    let word = ctx.words.value(principle);
    ui.horizontal(|ui| {
        ui.label(bold_text(word, TextSize::BODY, ctx));
        why_ui(ctx, ui, word, ctx.planning.principle(principle));
    });
    let check = check_of(ctx.account, principle);
    let id = |field| field_id("principle", ctx.account.id, field).with(principle.code());
    cells_ui(
        &mut Form::new(ctx, ui, actions),
        view,
        FIELD,
        &[
            &|form, _| {
                let edit = |mark| set(ctx.account, PrincipleCheck { mark, ..check.clone() });
                form.bare_segments(id("mark"), word, check.mark, edit);
            },
            &|form, _| {
                let name = ctx.words.text(&Message::PlanningNoteOn { what: word.to_owned() });
                let hint = form.word("note");
                let edit = |note| set(ctx.account, PrincipleCheck { note, ..check.clone() });
                form.bare_text(id("note"), &name, &check.note, &hint, edit);
            },
        ],
    );
}

fn check_of(account: &Account, principle: PlanPrinciple) -> PrincipleCheck {
    let known = account.plan.principles.iter().find(|check| check.principle == Some(principle));
    let fresh = || PrincipleCheck { principle: Some(principle), ..PrincipleCheck::default() };
    known.cloned().unwrap_or_else(fresh)
}

/// The principles with this one in its place; one that says nothing is left out.
fn set(account: &Account, check: PrincipleCheck) -> Edit {
    let mut list = account.plan.principles.clone();
    let says = check.mark.is_some() || !check.note.is_empty() || !check.kept.is_empty();
    match list.iter().position(|other| other.principle == check.principle) {
        Some(at) if says => list[at] = check,
        Some(at) => {
            list.remove(at);
        }
        None => list.push(check),
    }
    Edit::Plan(PlanChange::Principles(list))
}
