//! The client's file: what moves it, what it asks as a buyer, what a quotation needs, where we know it from.

use std::collections::BTreeSet;

use egui::{TextWrapMode, Ui};

use super::entry::{Entry, entries_ui, group_ui, missing, sheet_id};
use crate::edit::{ClientChange, Edit};
use crate::model::{ClientSheet, Coded, InformationSource};
use crate::ui::fields::Form;
use crate::ui::plan::list::section_folded_ui;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// The longest time to pay that can be meant, in days.
const LONGEST: u16 = 999;

fn strategic(sheet: &ClientSheet) -> [Entry<'_>; 4] {
    [
        Entry { field: "mission", text: &sheet.mission, change: ClientChange::Mission },
        Entry { field: "outside_forces", text: &sheet.outside_forces, change: ClientChange::OutsideForces },
        Entry { field: "inside_forces", text: &sheet.inside_forces, change: ClientChange::InsideForces },
        Entry { field: "coherence", text: &sheet.coherence, change: ClientChange::Coherence },
    ]
}

fn facts(sheet: &ClientSheet) -> [Entry<'_>; 5] {
    [
        Entry { field: "industry_trend", text: &sheet.industry_trend, change: ClientChange::IndustryTrend },
        Entry { field: "quality", text: &sheet.quality, change: ClientChange::Quality },
        Entry { field: "annual_volume", text: &sheet.annual_volume, change: ClientChange::AnnualVolume },
        Entry { field: "credit", text: &sheet.credit, change: ClientChange::Credit },
        Entry { field: "price_demand", text: &sheet.price_demand, change: ClientChange::PriceDemand },
    ]
}

fn quotation(sheet: &ClientSheet) -> [Entry<'_>; 4] {
    [
        Entry { field: "drawings", text: &sheet.drawings, change: ClientChange::Drawings },
        Entry { field: "technical", text: &sheet.technical, change: ClientChange::Technical },
        Entry { field: "used_for", text: &sheet.used_for, change: ClientChange::UsedFor },
        Entry { field: "samples", text: &sheet.samples, change: ClientChange::Samples },
    ]
}

/// Draws the client's file.
pub(super) fn file_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let sheet = &ctx.account.client;
    let (strategic, facts, quotation) = (strategic(sheet), facts(sheet), quotation(sheet));
    let mut fields: Vec<_> = strategic.iter().chain(&facts).chain(&quotation).map(Entry::said).collect();
    fields.push(("payment_days", sheet.payment_days.is_some()));
    fields.push(("sources", !sheet.sources.is_empty()));
    let is_begun = fields.iter().any(|(_, is_said)| *is_said);
    let head = (Message::ClientFile, missing(ctx, &fields));
    section_folded_ui(ctx, ui, ("client-file", is_begun), head, |ui| {
        group_ui(ctx, ui, &ctx.words.say(Message::ClientStrategic), "strategic");
        entries_ui(&mut Form::new(ctx, ui, actions), view, &strategic, &[]);
        ui.add_space(8.0);
        group_ui(ctx, ui, &ctx.words.say(Message::ClientBuyer), "facts");
        entries_ui(&mut Form::new(ctx, ui, actions), view, &facts, &[&|form, _| payment_ui(form)]);
        ui.add_space(8.0);
        group_ui(ctx, ui, &ctx.words.say(Message::ClientQuotation), "quotation");
        entries_ui(&mut Form::new(ctx, ui, actions), view, &quotation, &[]);
        ui.add_space(8.0);
        sources_ui(ctx, ui, actions);
    });
}

fn payment_ui(form: &mut Form<'_>) {
    let ctx = form.ctx;
    let word = form.word("payment_days");
    let (id, days) = (sheet_id(ctx, "payment_days"), ctx.account.client.payment_days);
    form.number(id, &word, days, LONGEST, |days| Edit::Client(ClientChange::PaymentDays(days)));
}

fn sources_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let sources = &ctx.account.client.sources;
    let mut form = Form::new(ctx, ui, actions);
    let word = form.word("sources");
    form.label(word);
    ui.horizontal_wrapped(|ui| {
        // A name goes to the next line whole.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for source in InformationSource::ALL.iter().copied() {
            let before = actions.len();
            ui.push_id(source.code(), |ui| {
                Form::new(ctx, ui, actions).tick(ctx.words.value(source), sources.contains(&source), |is_ticked| {
                    let others = sources.iter().copied().filter(|other| *other != source);
                    let sources: BTreeSet<InformationSource> = others.chain(is_ticked.then_some(source)).collect();
                    Edit::Client(ClientChange::Sources(sources))
                });
            });
            // Each tick is a step of its own.
            if actions.len() > before {
                actions.insert(before, Action::EndStep);
            }
        }
    });
}
