//! The financial forecast: five years by region and platform. Source: methods L1, section 7.

mod sums;
mod table;

use egui::{ScrollArea, Ui};

use super::list::section_ui;
use super::objectives::plan_id;
use super::pictures::{picture_ui, width};
use super::why::add_why_ui;
use crate::edit::{Edit, PlanChange};
use crate::plot::forecast_plot;
use crate::ui::fields::Form;
use crate::ui::opportunities::exchange_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, money};

/// The years that can be typed.
const YEARS_TYPED: std::ops::RangeInclusive<u16> = 1990..=2190;
/// The width of the field for the first year.
const YEAR_FIELD: f32 = 200.0;

/// Draws the forecast.
pub(super) fn forecast_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let table = &ctx.insights.growth.forecast;
    section_ui(ctx, ui, "plan-forecast", (Message::ForecastTitle, note(ctx)), |ui| {
        from_ui(ctx, ui, actions);
        if table.rows.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::ForecastEmpty));
        } else {
            ScrollArea::horizontal().id_salt("plan-forecast-table").show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(table::WHOLE);
                    table::table_ui(ctx, view, ui, actions);
                    sums::sums_ui(ctx, ui);
                });
            });
        }
        let is_wanted = add_why_ui(ctx, ui, Message::ForecastAdd, Message::ForecastTitle, &ctx.growth.forecast);
        if is_wanted {
            table::add_line(ctx, view, actions);
        }
        sums::left_out_ui(ctx, ui, actions);
        exchange_ui(&mut Form::new(ctx, ui, actions), view);
        ui.add_space(8.0);
        if let Some(plot) = forecast_plot(ctx.words, table, width(ui)) {
            picture_ui(ctx, view, ui, "forecast", &plot);
        }
        note_ui(ctx, ui, actions);
    });
}

/// How many lines there are, and what they bring.
fn note(ctx: &ViewContext<'_>) -> String {
    let table = &ctx.insights.growth.forecast;
    let Some(all) = table.total.all else { return ctx.words.text(&Message::PlanNone) };
    ctx.words.text(&Message::ForecastSum { amount: money(ctx.words, all) })
}

/// The first of the five years; the coming one stands in faint ink where none is given.
fn from_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let value = ctx.account.plan.forecast_from;
    ui.vertical(|ui| {
        ui.set_max_width(YEAR_FIELD);
        let mut form = Form::new(ctx, ui, actions);
        let word = form.word("forecast_from");
        form.label(word.clone());
        let read = |text: &str| match text.trim() {
            "" => Some(None),
            text => text.parse::<u16>().ok().filter(|year| YEARS_TYPED.contains(year)).map(Some),
        };
        let shown = value.map_or_else(String::new, |year| year.to_string());
        let hint = ctx.insights.growth.forecast.years[0].to_string();
        let id = plan_id(ctx, "forecast_from");
        if let Some(typed) = form.typed(id, &word, &shown, &hint, &Message::ForecastYearWrong, read)
            && typed != value
        {
            form.edit(Edit::Plan(PlanChange::ForecastFrom(typed)));
        }
    });
    ui.add_space(8.0);
}

fn note_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let mut form = Form::new(ctx, ui, actions);
    let (word, hint) = (form.word("forecast_note"), ctx.words.say(Message::ForecastHintNote));
    let edit = |text| Edit::Plan(PlanChange::ForecastNote(text));
    form.area(plan_id(ctx, "forecast_note"), &word, &ctx.account.plan.forecast_note, &hint, edit);
}
