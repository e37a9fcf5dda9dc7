//! Four figures of the relation: satisfaction, loyalty, conversion, lifetime value.

use egui::Ui;

use super::entry::{fact_ui, group_ui, missing, sheet_id};
use crate::edit::{ClientChange, Edit};
use crate::ui::fields::Form;
use crate::ui::plan::cells::{Cell, SHORT, cells_ui};
use crate::ui::plan::list::section_folded_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the figures.
pub(super) fn figures_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let sheet = &ctx.account.client;
    let fields = [
        ("satisfaction", sheet.satisfaction.is_some()),
        ("loyalty", sheet.loyalty.is_some()),
        ("conversion", sheet.conversion.is_some()),
        ("lifetime_value", sheet.lifetime_value.is_some()),
    ];
    let is_begun = fields.iter().any(|(_, is_said)| *is_said);
    section_folded_ui(ctx, ui, ("client-figures", is_begun), (Message::ClientFigures, missing(ctx, &fields)), |ui| {
        group_ui(ctx, ui, &ctx.words.say(Message::ClientFiguresHead), "figures");
        let satisfaction: Cell<'_> =
            &|form, _| percent_ui(form, "satisfaction", sheet.satisfaction, ClientChange::Satisfaction);
        let loyalty: Cell<'_> = &|form, _| percent_ui(form, "loyalty", sheet.loyalty, ClientChange::Loyalty);
        let conversion: Cell<'_> = &|form, _| {
            percent_ui(form, "conversion", sheet.conversion, ClientChange::Conversion);
            conversion_ui(form);
        };
        let worth: Cell<'_> = &|form, _| worth_ui(form);
        cells_ui(&mut Form::new(ctx, ui, actions), view, SHORT, &[satisfaction, loyalty, conversion, worth]);
    });
}

fn percent_ui(
    form: &mut Form<'_>,
    field: &'static str,
    value: Option<u8>,
    change: impl Fn(Option<u8>) -> ClientChange,
) {
    let word = form.word(field);
    form.percent(sheet_id(form.ctx, field), &word, value, |percent| Edit::Client(change(percent)));
}

/// What the opportunities say of the conversion.
fn conversion_ui(form: &mut Form<'_>) {
    let ctx = form.ctx;
    let conversion = ctx.insights.client.conversion;
    let text = match conversion.percent() {
        None => Message::ClientConversionUnknown,
        Some(percent) => Message::ClientConversion {
            percent: percent.to_string(),
            won: conversion.won.to_string(),
            decided: (conversion.won + conversion.lost).to_string(),
        },
    };
    fact_ui(ctx, form.ui, ctx.words.text(&text));
}

fn worth_ui(form: &mut Form<'_>) {
    let ctx = form.ctx;
    let word = form.word("lifetime_value");
    let (value, currency) = (ctx.account.client.lifetime_value, ctx.account.profile.currency);
    let edit = |worth| Edit::Client(ClientChange::LifetimeValue(worth));
    form.money(sheet_id(ctx, "lifetime_value"), &word, value, currency, edit);
}
