//! Our own side: history, relation, what we can put in, chances; each beside what the account already says of it.

use egui::Ui;

use super::entry::{Entry, entry_ui, fact_ui, group_ui, missing};
use crate::edit::ClientChange;
use crate::model::{ClientSheet, Coded, Coverage};
use crate::ui::fields::Form;
use crate::ui::plan::cells::{FIELD, cells_ui};
use crate::ui::plan::list::section_folded_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, date, money};

fn entries(sheet: &ClientSheet) -> [Entry<'_>; 4] {
    [
        Entry { field: "history", text: &sheet.history, change: ClientChange::History },
        Entry { field: "relation", text: &sheet.relation, change: ClientChange::Relation },
        Entry { field: "available", text: &sheet.available, change: ClientChange::Available },
        Entry { field: "chances", text: &sheet.chances, change: ClientChange::Chances },
    ]
}

/// Draws our own side.
pub(super) fn ours_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let entries = entries(&ctx.account.client);
    let fields: Vec<_> = entries.iter().map(Entry::said).collect();
    let is_begun = fields.iter().any(|(_, is_said)| *is_said);
    section_folded_ui(ctx, ui, ("client-ours", is_begun), (Message::ClientOurs, missing(ctx, &fields)), |ui| {
        group_ui(ctx, ui, &ctx.words.say(Message::ClientOursHead), "ours");
        let [history, relation, available, chances] = &entries;
        let both = |form: &mut Form<'_>, entry: &Entry<'_>, fact: String| {
            entry_ui(form, entry);
            fact_ui(ctx, form.ui, fact);
        };
        let mut form = Form::new(ctx, ui, actions);
        cells_ui(
            &mut form,
            view,
            FIELD,
            &[
                &|form, _| both(form, history, past(ctx)),
                &|form, _| both(form, relation, known(ctx)),
                &|form, _| both(form, available, team(ctx)),
                &|form, _| both(form, chances, open(ctx)),
            ],
        );
    });
}

/// Activities of late, and the last of them.
fn past(ctx: &ViewContext<'_>) -> String {
    let facts = &ctx.insights.client;
    let months = ctx.account_guide.activity_months.to_string();
    match facts.last_activity {
        None => ctx.words.text(&Message::ClientNoActivity),
        Some(last) => {
            let count = facts.activities.to_string();
            ctx.words.text(&Message::ClientActivities { count, months, last: date(last) })
        }
    }
}

/// How many people we know how well.
fn known(ctx: &ViewContext<'_>) -> String {
    let facts = &ctx.insights.client;
    let level = |(count, coverage): (usize, &Coverage)| format!("{} {count}", ctx.words.value(*coverage));
    let counts = facts.covered.iter().copied().zip(Coverage::ALL);
    let mut parts: Vec<String> = counts.filter(|(count, _)| *count > 0).map(level).collect();
    let unknown = ctx.words.text(&Message::ClientUncovered { count: facts.uncovered.to_string() });
    parts.extend((facts.uncovered > 0).then_some(unknown));
    if parts.is_empty() { ctx.words.text(&Message::PageEmptyMap) } else { parts.join(" · ") }
}

/// Who of us works here, whom they know, what of their needs is agreed.
fn team(ctx: &ViewContext<'_>) -> String {
    let facts = &ctx.insights.client;
    let count = ctx.account.team.len().to_string();
    let team = ctx.words.text(&Message::ClientTeam { count, known: facts.known_to_team.to_string() });
    match facts.resources {
        (0, _) => team,
        (needs, agreed) => {
            let (needs, agreed) = (needs.to_string(), agreed.to_string());
            format!("{team} · {}", ctx.words.text(&Message::ClientResources { agreed, needs }))
        }
    }
}

/// Open opportunities and what they are worth, weighted.
fn open(ctx: &ViewContext<'_>) -> String {
    let funnel = &ctx.insights.figures.funnel;
    let open = ctx.words.text(&Message::FigureOpen { count: funnel.open.to_string() });
    if funnel.open == 0 {
        return ctx.words.text(&Message::PageEmptyOpportunities);
    }
    format!("{open} · {}", ctx.words.text(&Message::PageWeighted { amount: money(ctx.words, funnel.weighted) }))
}
