//! What the team needs: people, money, time, help of other functions, learning. Source: methods L1, section 6.

use egui::Ui;

use super::cells::{SHORT, cells_ui, labeled, low_tick};
use super::list::{named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use super::why::add_why_ui;
use crate::edit::{Edit, NeedChange, RecordEdit};
use crate::model::ResourceNeed;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the needs.
pub(super) fn needs_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let needs = ctx.account.ranked::<ResourceNeed>();
    section_ui(ctx, ui, "plan-needs", (Message::TeamNeeds, note(ctx, needs.len())), |ui| {
        if needs.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::TeamEmptyNeeds));
        }
        let name = |need: &ResourceNeed| named(ctx, &need.text, "resource_need");
        let asked = rows_ui(ctx, ui, &needs, name, |ui, need| need_ui(ctx, view, ui, actions, need));
        push_tool(actions, &needs, asked, Edit::Need);
        let is_wanted = add_why_ui(ctx, ui, Message::TeamAddNeed, Message::TeamNeeds, &ctx.growth.needs);
        if is_wanted {
            let need =
                ResourceNeed { rank: next_rank::<ResourceNeed>(ctx.account), ..ResourceNeed::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("need", need.id, "text"));
            actions.push(Action::Edit(Edit::Need(RecordEdit::Add(Box::new(need)))));
        }
    });
}

/// How many there are, how many are not agreed, and of those the late ones.
fn note(ctx: &ViewContext<'_>, count: usize) -> String {
    let state = &ctx.insights.growth.needs;
    let (total, open, late) = (count.to_string(), state.open.len().to_string(), state.overdue.len().to_string());
    match (count, state.open.len(), state.overdue.len()) {
        (0, ..) => ctx.words.text(&Message::PlanNone),
        (_, 0, _) => total,
        (.., 0) => ctx.words.text(&Message::TeamNeedsOpen { count: total, open }),
        (..) => ctx.words.text(&Message::TeamNeedsLate { count: total, open, late }),
    }
}

fn need_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, need: &ResourceNeed) {
    let set = |change| Edit::Need(RecordEdit::Set(need.id, change));
    let id = |field| field_id("need", need.id, field);
    let mut form = Form::new(ctx, ui, actions);
    let (kind, hint) = (ctx.words.label("record", "resource_need"), ctx.words.say(Message::TeamHintNeed));
    let text = form.bare_text(id("text"), kind, &need.text, &hint, |text| set(NeedChange::Text(text)));
    take_keys(view, id("text"), &text);
    cells_ui(
        &mut form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = labeled(form, "kind");
                form.choice(id("kind"), &word, need.kind, |kind| set(NeedChange::Kind(kind)));
            },
            &|form, _| {
                let (word, hint) = (form.word("function"), ctx.words.say(Message::TeamHintFunction));
                form.text(id("function"), &word, &need.function, &hint, |text| set(NeedChange::Function(text)));
            },
            &|form, _| {
                let word = labeled(form, "member");
                form.member(id("member"), &word, need.member, |member| set(NeedChange::Member(member)));
            },
            &|form, _| {
                let word = form.word("due");
                form.date(id("due"), &word, need.due, |due| set(NeedChange::Due(due)));
                if ctx.insights.growth.needs.overdue.contains(&need.id) {
                    form.complaint(&Message::TeamNeedLate);
                }
            },
            &|form, _| low_tick(form, "is_agreed", need.is_agreed, |is_agreed| set(NeedChange::IsAgreed(is_agreed))),
        ],
    );
    form.ui.separator();
}
