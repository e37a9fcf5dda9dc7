//! Competitors at this client: what they want, how they stand, how they work.

use egui::Ui;

use super::cells::{FIELD, cells_ui};
use super::list::{add_button, count_note, named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use crate::edit::{CompetitorChange, Edit, RecordEdit};
use crate::model::{Competitor, CompetitorId};
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the competitors.
pub(super) fn rivals_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let rivals = ctx.account.ranked::<Competitor>();
    let lack = rivals.iter().filter(|rival| rival.weaknesses.is_empty()).count();
    let note = count_note(ctx, rivals.len(), lack, "weaknesses");
    section_ui(ctx, ui, "plan-rivals", (Message::PlanRivals, note), |ui| {
        if rivals.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::PlanEmptyRivals));
        }
        let name = |rival: &Competitor| named(ctx, &rival.name, "competitor");
        let asked = rows_ui(ctx, ui, &rivals, name, |ui, rival| rival_ui(ctx, view, ui, actions, rival));
        push_tool(actions, &rivals, asked, Edit::Competitor);
        if add_button(ctx, ui, Message::PlanAddRival) {
            let rank = next_rank::<Competitor>(ctx.account);
            let rival = Competitor { rank, ..Competitor::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("competitor", rival.id, "name"));
            actions.push(Action::Edit(Edit::Competitor(RecordEdit::Add(Box::new(rival)))));
        }
    });
}

fn rival_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, rival: &Competitor) {
    let set = |change| Edit::Competitor(RecordEdit::Set(rival.id, change));
    let id = |field| field_id("competitor", rival.id, field);
    let mut form = Form::new(ctx, ui, actions);
    let kind = ctx.words.say(Message::PlanRecordName);
    let name = form.text(id("name"), &kind, &rival.name, "", |text| set(CompetitorChange::Name(text)));
    take_keys(view, id("name"), &name);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, _| {
                area_ui(form, rival.id, ("goals", Message::PlanHintRivalGoals), &rival.goals, CompetitorChange::Goals)
            },
            &|form, _| {
                area_ui(form, rival.id, ("stance", Message::PlanHintStance), &rival.stance, CompetitorChange::Stance)
            },
            &|form, _| {
                area_ui(
                    form,
                    rival.id,
                    ("strengths", Message::PlanHintStrengths),
                    &rival.strengths,
                    CompetitorChange::Strengths,
                )
            },
            &|form, _| {
                area_ui(
                    form,
                    rival.id,
                    ("weaknesses", Message::PlanHintWeaknesses),
                    &rival.weaknesses,
                    CompetitorChange::Weaknesses,
                )
            },
            &|form, _| {
                area_ui(
                    form,
                    rival.id,
                    ("methods", Message::PlanHintMethods),
                    &rival.methods,
                    CompetitorChange::Methods,
                )
            },
            &|form, view| {
                let word = form.word("contacts");
                let edit = |people| set(CompetitorChange::Contacts(people));
                form.people(view, id("contacts"), &word, &rival.contacts, edit);
            },
        ],
    );
    form.ui.separator();
}

/// A field of several lines, with a word on what belongs there.
fn area_ui(
    form: &mut Form<'_>,
    rival: CompetitorId,
    (field, hint): (&'static str, Message),
    text: &str,
    change: fn(String) -> CompetitorChange,
) {
    let (word, hint) = (form.word(field), form.ctx.words.say(hint));
    let edit = |text| Edit::Competitor(RecordEdit::Set(rival, change(text)));
    form.area(field_id("competitor", rival, field), &word, text, &hint, edit);
}
