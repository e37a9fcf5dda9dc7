//! What the user sets for the funnel: rates, small orders, target and task, exchange rates.

use std::collections::BTreeSet;

use egui::{CollapsingHeader, Ui};

use crate::edit::{Edit, ProfileChange};
use crate::insight::{converted, plan_currencies};
use crate::model::{
    Account, Coded, Currency, ExchangeRate, FunnelStage, Kept, Money, Opportunity, PipelineSettings, StageRate,
};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{Cell, SHORT, cells_ui};
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, money_exact, rate_text, typed_money, typed_percent, typed_rate};

/// The most days between two records.
const MOST_DAYS: u8 = 90;
/// The least width of an amount with its label.
const AMOUNT: f32 = 180.0;

/// Draws the settings, folded away until they are asked for.
pub(super) fn settings_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let title = bold_text(ctx.words.say(Message::PipelineSettings), TextSize::SECOND, ctx);
    CollapsingHeader::new(title).id_salt("pipeline-settings").default_open(false).show_unindented(ui, |ui| {
        let mut form = Form::new(ctx, ui, actions);
        amounts_ui(&mut form, view);
        form.label(ctx.words.say(Message::PipelineStageRates));
        form.note(ctx.words.say(Message::PipelineRateWhy));
        let draw = |stage: FunnelStage| move |form: &mut Form<'_>, _: &mut ViewState| stage_ui(form, stage);
        let stages: Vec<_> = FunnelStage::ALL.iter().map(|stage| draw(*stage)).collect();
        let cells: Vec<Cell<'_>> = stages.iter().map(|draw| draw as Cell<'_>).collect();
        cells_ui(&mut form, view, SHORT * 0.75, &cells);
        exchange_ui(&mut form, view);
    });
}

fn settings<'a>(form: &Form<'a>) -> &'a PipelineSettings {
    &form.ctx.account.profile.pipeline
}

/// The id of a field of the funnel's settings.
fn id(form: &Form<'_>, field: &'static str) -> egui::Id {
    field_id("pipeline", form.ctx.account.id, field)
}

/// Target, task, small orders, when sales count, how often the funnel is recorded.
fn amounts_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let (own, target) = (settings(form), form.ctx.account.profile.target);
    form.note(form.ctx.words.say(Message::PipelineSmallWhy));
    cells_ui(
        form,
        view,
        AMOUNT,
        &[
            &|form, _| amount_ui(form, "target", target, true, ProfileChange::Target),
            &|form, _| amount_ui(form, "quarter_task", own.quarter_task, true, ProfileChange::QuarterTask),
            &|form, _| {
                let word = form.word("sales_since");
                let edit = |day| Edit::Profile(ProfileChange::SalesSince(day));
                form.date(id(form, "sales_since"), &word, own.sales_since, edit);
            },
            &|form, _| {
                let value = own.off_funnel_threshold;
                amount_ui(form, "off_funnel_threshold", value, false, ProfileChange::OffFunnelThreshold);
                let strange = value.filter(|value| converted(form.ctx.account, *value).is_none());
                if let Some(strange) = strange {
                    let currency = strange.currency.code().to_owned();
                    form.complaint(&Message::PipelineThresholdNoRate { currency });
                }
            },
            &|form, _| amount_ui(form, "off_funnel_sold", own.off_funnel_sold, false, ProfileChange::OffFunnelSold),
            &|form, _| {
                let value = own.off_funnel_expected;
                amount_ui(form, "off_funnel_expected", value, false, ProfileChange::OffFunnelExpected);
            },
            &|form, _| days_ui(form, own.progress_days),
        ],
    );
}

/// An amount of nothing or more, or where `is_above` above nothing.
fn amount_ui(
    form: &mut Form<'_>,
    field: &'static str,
    value: Option<Money>,
    is_above: bool,
    change: impl Fn(Option<Money>) -> ProfileChange,
) {
    let word = form.word(field);
    form.label(word.clone());
    let currency = value.map_or(form.ctx.account.profile.currency, |value| value.currency);
    let least = i64::from(is_above);
    let read = |text: &str| typed_money(text, currency).filter(|typed| typed.is_none_or(|typed| typed.minor >= least));
    let wrong = if is_above { Message::PipelineTaskWrong } else { Message::PipelineAmountWrong };
    let shown = value.map_or_else(String::new, |value| money_exact(form.ctx.words, value));
    let hint = form.ctx.words.say(Message::MoneyHint);
    if let Some(typed) = form.typed(id(form, field), &word, &shown, &hint, &wrong, read)
        && typed != value
    {
        form.edit(Edit::Profile(change(typed)));
    }
}

fn days_ui(form: &mut Form<'_>, value: Option<u8>) {
    let word = form.word("progress_days");
    form.label(word.clone());
    let read = |text: &str| match text.trim() {
        "" => Some(None),
        text => text.parse::<u8>().ok().filter(|days| (1..=MOST_DAYS).contains(days)).map(Some),
    };
    let shown = value.map_or_else(String::new, |days| days.to_string());
    let hint = form.ctx.rules.pipeline.progress_days.to_string();
    let id = id(form, "progress_days");
    if let Some(typed) = form.typed(id, &word, &shown, &hint, &Message::PipelineDaysWrong, read)
        && typed != value
    {
        form.edit(Edit::Profile(ProfileChange::ProgressDays(typed)));
    }
}

/// The account's own rate of a stage; the method's stands in faint ink where there is none.
fn stage_ui(form: &mut Form<'_>, stage: FunnelStage) {
    let label = form.ctx.words.value(stage);
    form.label(label);
    let name = format!("{}: {label}", form.word("rate"));
    let own = settings(form).stage_rates.iter().rev().find(|own| own.stage == Some(stage));
    let value = own.and_then(|own| own.percent);
    let shown = value.map_or_else(String::new, |value| format!("{value} %"));
    let hint = format!("{} %", form.ctx.rules.stage_rates[stage as usize]);
    let id = id(form, "rate").with(stage.code());
    if let Some(typed) = form.typed(id, &name, &shown, &hint, &Message::PercentWrong, typed_percent)
        && typed != value
    {
        let mut rates = settings(form).stage_rates.clone();
        rates.retain(|rate| rate.stage != Some(stage));
        let new = |percent| StageRate { stage: Some(stage), percent: Some(percent), kept: Kept::default() };
        rates.extend(typed.map(new));
        form.edit(Edit::Profile(ProfileChange::StageRates(rates)));
    }
}

/// A rate for every other currency that the account speaks of.
pub(in crate::ui) fn exchange_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let foreign = foreign_currencies(form.ctx.account);
    if foreign.is_empty() {
        return;
    }
    let word = form.word("exchange_rates");
    form.label(word);
    form.note(form.ctx.words.say(Message::PipelineRatesWhy));
    let draw = |currency: Currency| move |form: &mut Form<'_>, _: &mut ViewState| rate_ui(form, currency);
    let rates: Vec<_> = foreign.into_iter().map(draw).collect();
    let cells: Vec<Cell<'_>> = rates.iter().map(|draw| draw as Cell<'_>).collect();
    cells_ui(form, view, SHORT, &cells);
}

fn foreign_currencies(account: &Account) -> BTreeSet<Currency> {
    let (profile, settings) = (&account.profile, &account.profile.pipeline);
    let amounts = account.all::<Opportunity>().map(|opportunity| opportunity.amount);
    let own = [
        profile.target,
        settings.quarter_task,
        settings.off_funnel_threshold,
        settings.off_funnel_sold,
        settings.off_funnel_expected,
    ];
    let rates = settings.exchange_rates.iter().filter(|rate| is_into(rate, profile.currency)).map(|rate| rate.amount);
    let all = amounts.chain(own).chain(rates).flatten().map(|amount| amount.currency);
    all.filter(|currency| *currency != profile.currency).chain(plan_currencies(account)).collect()
}

fn is_into(rate: &ExchangeRate, own: Currency) -> bool {
    rate.worth.is_some_and(|worth| worth.currency == own)
}

fn rate_ui(form: &mut Form<'_>, foreign: Currency) {
    let own = form.ctx.account.profile.currency;
    let is_it =
        |rate: &ExchangeRate| is_into(rate, own) && rate.amount.is_some_and(|amount| amount.currency == foreign);
    let value = settings(form).exchange_rates.iter().rev().find(|rate| is_it(rate));
    let (name_of, code) = (foreign.code().to_owned(), own.code().to_owned());
    let name = form.ctx.words.text(&Message::PipelineExchange { foreign: name_of, own: code });
    form.label(name.clone());
    let shown = value.map_or_else(String::new, rate_text);
    let read = |text: &str| typed_rate(text, foreign, own);
    let id = id(form, "exchange").with((foreign.code(), own.code()));
    if let Some(typed) = form.typed(id, &name, &shown, "", &Message::PipelineExchangeWrong, read)
        && typed.as_ref() != value
    {
        let mut rates = settings(form).exchange_rates.clone();
        rates.retain(|rate| !is_it(rate));
        rates.extend(typed);
        form.edit(Edit::Profile(ProfileChange::ExchangeRates(rates)));
    }
}
