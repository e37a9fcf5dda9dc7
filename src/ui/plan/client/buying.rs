//! How the client buys and who takes part, beside those who have a part in it on the map.

use egui::{Button, RichText, Ui};

use super::entry::{Entry, entries_ui, fact_ui, group_ui, missing, sheet_id};
use crate::edit::{ClientChange, Edit};
use crate::model::{BuyingRole, ClientSheet, PersonId};
use crate::theme::TextSize;
use crate::ui::fields::Form;
use crate::ui::plan::cells::{FIELD, cells_ui};
use crate::ui::plan::list::section_folded_ui;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// How many of the committee are listed; the others stand on the map.
const SHOWN: usize = 12;

fn entries(sheet: &ClientSheet) -> [Entry<'_>; 2] {
    [
        Entry { field: "purchasing_process", text: &sheet.purchasing_process, change: ClientChange::PurchasingProcess },
        Entry { field: "purchasing_detail", text: &sheet.purchasing_detail, change: ClientChange::PurchasingDetail },
    ]
}

/// Draws how the client buys.
pub(super) fn buying_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let sheet = &ctx.account.client;
    let entries = entries(sheet);
    let mut fields: Vec<_> = entries.iter().map(Entry::said).collect();
    fields.push(("purchasing_people", !sheet.purchasing_people.is_empty()));
    let is_begun = fields.iter().any(|(_, is_said)| *is_said);
    section_folded_ui(ctx, ui, ("client-buying", is_begun), (Message::ClientBuying, missing(ctx, &fields)), |ui| {
        group_ui(ctx, ui, &ctx.words.say(Message::ClientBuyingSteps), "purchasing");
        let mut form = Form::new(ctx, ui, actions);
        entries_ui(&mut form, view, &entries, &[]);
        cells_ui(&mut form, view, FIELD, &[&people_ui, &committee_ui]);
    });
}

fn set(people: Vec<PersonId>) -> Edit {
    Edit::Client(ClientChange::PurchasingPeople(people))
}

fn people_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let word = form.word("purchasing_people");
    form.people(view, sheet_id(ctx, "purchasing_people"), &word, &ctx.account.client.purchasing_people, set);
}

/// Those with a buying role, and what takes over who is missing in the sheet.
fn committee_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let committee = &ctx.insights.client.committee;
    form.label(ctx.words.say(Message::ClientCommittee));
    if committee.is_empty() {
        form.note(ctx.words.say(Message::ClientCommitteeEmpty));
        return;
    }
    for (person, role) in committee.iter().take(SHOWN) {
        form.ui.push_id(person.to_string(), |ui| member_ui(ctx, view, ui, (*person, *role)));
    }
    if let Some(more) = committee.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        fact_ui(ctx, form.ui, ctx.words.text(&Message::PageMore { n: more.to_string() }));
    }
    let known = &ctx.account.client.purchasing_people;
    let new: Vec<PersonId> = committee.iter().map(|(person, _)| *person).filter(|id| !known.contains(id)).collect();
    if new.is_empty() || ctx.is_read_only {
        return;
    }
    let text = ctx.words.text(&Message::ClientTakeOver { count: new.len().to_string() });
    if form.ui.add(Button::new(RichText::new(text).size(TextSize::SECOND))).clicked() {
        let people = known.iter().copied().chain(new).collect();
        form.actions.extend([Action::EndStep, Action::Edit(set(people)), Action::EndStep]);
    }
}

fn member_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (person, role): (PersonId, BuyingRole)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let name = RichText::new(ctx.account.person_name(person)).size(TextSize::SECOND);
        if ui.link(name).on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
            view.show_person(ctx.account, person);
        }
        fact_ui(ctx, ui, ctx.words.value(role));
    });
}
