//! The sums below the forecast: everything, its growth, by region, by platform, and what is not in them.

use egui::{RichText, Ui};

use super::table::{GAP, INSET, NAME, TOTAL, YEAR, cell, row_ui};
use crate::insight::{Ratio, YearSums};
use crate::model::Money;
use crate::theme::TextSize;
use crate::ui::fields::Form;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext};
use crate::words::{Message, money, percent_text};

/// Draws the sums in the columns of the table.
pub(super) fn sums_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let table = &ctx.insights.growth.forecast;
    ui.separator();
    sum_ui(ctx, ui, &ctx.words.say(Message::ForecastTotal), (&table.total, true));
    growth_ui(ctx, ui, &table.growth);
    let groups = [
        (&table.regions, Message::ForecastByRegion, Message::ForecastNoRegion),
        (&table.platforms, Message::ForecastByPlatformRows, Message::ForecastNoPlatform),
    ];
    for (sums, title, none) in groups {
        // A single one says what the total says.
        if sums.len() < 2 {
            continue;
        }
        ui.add_space(8.0);
        row_ui(ui, |ui| {
            ui.add_space(INSET);
            ui.label(RichText::new(ctx.words.say(title)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        });
        let none = ctx.words.say(none);
        for sum in sums {
            let name = if sum.name.is_empty() { none.as_ref() } else { sum.name.as_str() };
            sum_ui(ctx, ui, name, (sum, false));
        }
    }
    ui.add_space(8.0);
}

fn sum_ui(ctx: &ViewContext<'_>, ui: &mut Ui, name: &str, (sums, is_bold): (&YearSums, bool)) {
    let text = |text: String| match is_bold {
        true => bold_text(text, TextSize::SECOND, ctx),
        false => RichText::new(text).size(TextSize::SECOND),
    };
    let amount = |amount: Option<Money>| amount.map_or_else(String::new, |amount| money(ctx.words, amount));
    row_ui(ui, |ui| {
        cell(ui, 2.0 * NAME + GAP, |ui| inset_ui(ui, text(name.to_owned())));
        for year in sums.years {
            cell(ui, YEAR, |ui| inset_ui(ui, text(amount(year))));
        }
        cell(ui, TOTAL, |ui| inset_ui(ui, text(amount(sums.all))));
    });
}

fn growth_ui(ctx: &ViewContext<'_>, ui: &mut Ui, growth: &[Option<Ratio>]) {
    if growth.iter().all(Option::is_none) {
        return;
    }
    let soft = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    row_ui(ui, |ui| {
        cell(ui, 2.0 * NAME + GAP, |ui| inset_ui(ui, soft(ctx.words.text(&Message::ForecastGrowth))));
        for part in growth {
            let sign = if part.is_some_and(Ratio::is_positive) { "+" } else { "" };
            let text = part.map_or_else(String::new, |part| format!("{sign}{}", percent_text(part)));
            cell(ui, YEAR, |ui| inset_ui(ui, soft(text)));
        }
    });
}

/// A text as far in as those of the fields above it.
pub(super) fn inset_ui(ui: &mut Ui, text: RichText) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(INSET);
        ui.label(text);
    });
}

/// What the sums leave out or had to convert.
pub(super) fn left_out_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let table = &ctx.insights.growth.forecast;
    let mut form = Form::new(ctx, ui, actions);
    for sum in &table.foreign {
        let (amount, count) = (money(ctx.words, sum.amount), sum.count.to_string());
        form.note(ctx.words.text(&match sum.converted {
            Some(own) => Message::PipelineCurrency { amount, converted: money(ctx.words, own), count },
            None => Message::PipelineCurrencyUnknown { amount, count },
        }));
    }
    if table.outside > 0 {
        form.note(ctx.words.text(&Message::ForecastOutside { count: table.outside.to_string() }));
    }
}
