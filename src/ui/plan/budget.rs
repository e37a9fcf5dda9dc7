//! The budget of the team: what is planned, what is spent, where more was spent than planned.

use egui::Ui;

use super::cells::{SHORT, cells_ui};
use super::list::{add_button, count_note, named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use crate::edit::{BudgetChange, Edit, RecordEdit};
use crate::model::BudgetLine;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// Draws the budget with its sums.
pub(super) fn budget_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let lines = ctx.account.ranked::<BudgetLine>();
    section_ui(ctx, ui, "plan-budget", (Message::BudgetTitle, note(ctx, &lines)), |ui| {
        if lines.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::BudgetEmpty));
        }
        let name = |line: &BudgetLine| named(ctx, &line.text, "budget_line");
        let asked = rows_ui(ctx, ui, &lines, name, |ui, line| line_ui(ctx, view, ui, actions, line));
        push_tool(actions, &lines, asked, Edit::Budget);
        sums_ui(&mut Form::new(ctx, ui, actions));
        if add_button(ctx, ui, Message::BudgetAdd) {
            let line = BudgetLine { rank: next_rank::<BudgetLine>(ctx.account), ..BudgetLine::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("budget", line.id, "text"));
            actions.push(Action::Edit(Edit::Budget(RecordEdit::Add(Box::new(line)))));
        }
    });
}

fn note(ctx: &ViewContext<'_>, lines: &[&BudgetLine]) -> String {
    let over = ctx.insights.growth.budget.over.len();
    if over > 0 {
        return ctx.words.text(&Message::BudgetOverCount { count: lines.len().to_string(), over: over.to_string() });
    }
    let lack = lines.iter().filter(|line| line.planned.is_none()).count();
    count_note(ctx, lines.len(), lack, "planned")
}

fn line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, line: &BudgetLine) {
    let set = |change| Edit::Budget(RecordEdit::Set(line.id, change));
    let id = |field| field_id("budget", line.id, field);
    let currency = ctx.account.profile.currency;
    let mut form = Form::new(ctx, ui, actions);
    cells_ui(
        &mut form,
        view,
        SHORT,
        &[
            &|form, view| {
                let (word, hint) = (form.word("text"), ctx.words.say(Message::BudgetHint));
                let text = form.text(id("text"), &word, &line.text, &hint, |text| set(BudgetChange::Text(text)));
                take_keys(view, id("text"), &text);
            },
            &|form, _| {
                let word = form.word("planned");
                let edit = |amount| set(BudgetChange::Planned(amount));
                form.money(id("planned"), &word, line.planned, currency, edit);
            },
            &|form, _| {
                let word = form.word("spent");
                form.money(id("spent"), &word, line.spent, currency, |amount| set(BudgetChange::Spent(amount)));
            },
        ],
    );
    let over = ctx.insights.growth.budget.over.iter().find(|(over, _)| *over == line.id);
    if let Some((_, by)) = over {
        form.complaint(&Message::BudgetOver { amount: money(ctx.words, *by) });
    }
}

/// What is planned and spent in each currency, and all of it where there is more than one.
fn sums_ui(form: &mut Form<'_>) {
    let ctx = form.ctx;
    let table = &ctx.insights.growth.budget;
    for sum in &table.currencies {
        let (planned, spent) = (money(ctx.words, sum.planned), money(ctx.words, sum.spent));
        form.label(ctx.words.text(&Message::BudgetSum { planned, spent }));
    }
    if let (Some(all), 2..) = (table.all, table.currencies.len()) {
        let (planned, spent) = (money(ctx.words, all.planned), money(ctx.words, all.spent));
        form.label(ctx.words.text(&Message::BudgetAll { planned, spent }));
    }
}
