//! What the client needs at three levels, and beside each what was noted with opportunities.

use egui::{RichText, Ui};

use super::entry::{Entry, entries_ui, entry_ui, fact_ui, group_ui, missing};
use crate::edit::ClientChange;
use crate::insight::{NeedHolder, NotedNeed};
use crate::model::{ClientSheet, Opportunity};
use crate::theme::TextSize;
use crate::ui::fields::Form;
use crate::ui::plan::cells::{FIELD, cells_ui};
use crate::ui::plan::list::{named, section_folded_ui};
use crate::ui::{Actions, View, ViewContext, ViewState};
use crate::words::Message;

/// How many needs of one level are listed; the others stand with their opportunities.
const SHOWN: usize = 8;

fn levels(sheet: &ClientSheet) -> [Entry<'_>; 3] {
    [
        Entry { field: "person_needs", text: &sheet.person_needs, change: ClientChange::PersonNeeds },
        Entry { field: "firm_needs", text: &sheet.firm_needs, change: ClientChange::FirmNeeds },
        Entry { field: "industry_needs", text: &sheet.industry_needs, change: ClientChange::IndustryNeeds },
    ]
}

/// Draws the needs.
pub(super) fn needs_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let levels = levels(&ctx.account.client);
    let fields: Vec<_> = levels.iter().map(Entry::said).collect();
    let is_begun = fields.iter().any(|(_, is_said)| *is_said) || !ctx.insights.client.needs.is_empty();
    section_folded_ui(ctx, ui, ("client-needs", is_begun), (Message::ClientNeeds, missing(ctx, &fields)), |ui| {
        group_ui(ctx, ui, &ctx.words.say(Message::ClientLevels), "needs");
        let [person, firm, industry] = &levels;
        let mut form = Form::new(ctx, ui, actions);
        cells_ui(
            &mut form,
            view,
            FIELD,
            &[
                &|form, view| {
                    entry_ui(form, person);
                    noted_ui(ctx, view, form.ui, Some(NeedHolder::Person));
                },
                &|form, view| {
                    entry_ui(form, firm);
                    noted_ui(ctx, view, form.ui, Some(NeedHolder::Firm));
                },
            ],
        );
        entries_ui(&mut form, view, std::slice::from_ref(industry), &[]);
        if ctx.insights.client.needs.iter().any(|need| need.of.is_none()) {
            fact_ui(ctx, form.ui, ctx.words.say(Message::ClientNeedsOfNobody));
            noted_ui(ctx, view, form.ui, None);
        }
    });
}

/// Needs of a level, or those of which nobody says whose they are: each a link to its opportunity.
fn noted_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, of: Option<NeedHolder>) {
    let needs: Vec<&NotedNeed> = ctx.insights.client.needs.iter().filter(|need| need.of == of).collect();
    for (place, need) in needs.iter().take(SHOWN).enumerate() {
        ui.push_id((of.is_some(), place), |ui| noted_line_ui(ctx, view, ui, need));
    }
    if let Some(more) = needs.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        fact_ui(ctx, ui, ctx.words.text(&Message::PageMore { n: more.to_string() }));
    }
}

fn noted_line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, need: &NotedNeed) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let text = RichText::new(named(ctx, &need.text, "need")).size(TextSize::SECOND);
        if ui.link(text).on_hover_text(ctx.words.say(Message::ClientShowOpportunity)).clicked() {
            view.opportunity = Some(need.opportunity);
            view.view = View::Opportunities;
        }
        let deal = ctx.account.get::<Opportunity>(need.opportunity).map_or("", |deal| deal.name.as_str());
        let mut parts = vec![named(ctx, deal, "opportunity")];
        parts.extend(need.holder.map(|person| ctx.account.person_name(person).to_owned()));
        parts.extend(need.role.map(|role| ctx.words.value(role).to_owned()));
        fact_ui(ctx, ui, parts.join(" · "));
    });
}
