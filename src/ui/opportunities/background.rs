//! The client's background, as far as it bears on an opportunity.

use egui::{RichText, Ui};

use crate::edit::{Edit, OpportunityChange, RecordEdit};
use crate::model::Opportunity;
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, opened_fold};
use crate::ui::plan::cells::{Cell, FIELD, cells_ui};
use crate::ui::plan::list::fold_header;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// A text field: its name, what it says, the change that sets it.
type Text<'o> = (&'static str, &'o str, fn(String) -> OpportunityChange);

/// Draws the background folded under its name, with a note on how much of it is said.
pub(super) fn background_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    let (said, all) = said(opportunity);
    let note = ctx.words.text(&Message::BackgroundNote { said: said.to_string(), all: all.to_string() });
    let title = bold_text(ctx.words.say(Message::BackgroundTitle), TextSize::SECTION, ctx);
    let note = RichText::new(format!("   {note}")).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    fold_header(ui, [title, note])
        .id_salt("opportunity-background")
        .open(opened_fold(ui, "opportunity-background"))
        .show_unindented(ui, |ui| {
            let mut form = Form::new(ctx, ui, actions);
            if said == 0 {
                form.note(ctx.words.say(Message::BackgroundEmpty));
            }
            part_ui(&mut form, view, opportunity, (Message::BackgroundBusiness, &business(opportunity)));
            part_ui(&mut form, view, opportunity, (Message::BackgroundOpportunity, &project(opportunity)));
            part_ui(&mut form, view, opportunity, (Message::BackgroundPressures, &pressures(opportunity)));
            part_ui(&mut form, view, opportunity, (Message::BackgroundValue, &value(opportunity)));
            part_ui(&mut form, view, opportunity, (Message::BackgroundDrivers, &drivers(opportunity)));
            drive_ui(&mut form, view, opportunity);
        });
    ui.add_space(8.0);
}

fn business(opportunity: &Opportunity) -> [Text<'_>; 3] {
    let known = &opportunity.background;
    [
        ("environment", &known.environment, OpportunityChange::Environment),
        ("core_business", &known.core_business, OpportunityChange::CoreBusiness),
        ("finances", &known.finances, OpportunityChange::Finances),
    ]
}

fn project(opportunity: &Opportunity) -> [Text<'_>; 4] {
    let known = &opportunity.background;
    [
        ("need", &known.need, OpportunityChange::Need),
        ("project", &known.project, OpportunityChange::Project),
        ("decision_process", &known.decision_process, OpportunityChange::DecisionProcess),
        ("objective", &known.objective, OpportunityChange::Objective),
    ]
}

/// What presses on the client. Source: methods O1.
fn pressures(opportunity: &Opportunity) -> [Text<'_>; 3] {
    let known = &opportunity.background;
    [
        ("market_pressure", &known.market_pressure, OpportunityChange::MarketPressure),
        ("operating_pressure", &known.operating_pressure, OpportunityChange::OperatingPressure),
        ("rival_pressure", &known.rival_pressure, OpportunityChange::RivalPressure),
    ]
}

/// What we have against that. Source: methods O1.
fn value(opportunity: &Opportunity) -> [Text<'_>; 3] {
    let known = &opportunity.background;
    [
        ("unique_value", &known.unique_value, OpportunityChange::UniqueValue),
        ("solution", &known.solution, OpportunityChange::Solution),
        ("delivery", &known.delivery, OpportunityChange::Delivery),
    ]
}

fn drivers(opportunity: &Opportunity) -> [Text<'_>; 3] {
    let known = &opportunity.background;
    [
        ("benefit", &known.benefit, OpportunityChange::Benefit),
        ("exposure", &known.exposure, OpportunityChange::Exposure),
        ("driver", &known.driver, OpportunityChange::Driver),
    ]
}

/// How many fields say something, of how many.
fn said(opportunity: &Opportunity) -> (usize, usize) {
    let texts = [
        &business(opportunity)[..],
        &project(opportunity)[..],
        &pressures(opportunity)[..],
        &value(opportunity)[..],
        &drivers(opportunity)[..],
    ]
    .concat();
    let known = &opportunity.background;
    let others = [known.emphasis.is_some(), known.driver_date.is_some()];
    let said = texts.iter().filter(|(_, text, _)| !text.trim().is_empty()).count();
    (said + others.iter().filter(|is_said| **is_said).count(), texts.len() + others.len())
}

/// The edit that changes one field.
fn set(opportunity: &Opportunity, change: OpportunityChange) -> Edit {
    Edit::Opportunity(RecordEdit::Set(opportunity.id, change))
}

fn part_ui(
    form: &mut Form<'_>,
    view: &mut ViewState,
    opportunity: &Opportunity,
    (title, texts): (Message, &[Text<'_>]),
) {
    form.ui.add_space(4.0);
    let title = bold_text(form.ctx.words.say(title), TextSize::SECOND, form.ctx);
    form.ui.label(title);
    let draw: Vec<_> = texts
        .iter()
        .map(|(field, text, change)| {
            move |form: &mut Form<'_>, _: &mut ViewState| {
                let word = form.word(field);
                let edit = |text| set(opportunity, change(text));
                form.area(field_id("opportunity", opportunity.id, field), &word, text, "", edit);
            }
        })
        .collect();
    let cells: Vec<Cell<'_>> = draw.iter().map(|cell| cell as Cell<'_>).collect();
    cells_ui(form, view, FIELD, &cells);
}

fn drive_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity) {
    let known = &opportunity.background;
    let id = |field| field_id("opportunity", opportunity.id, field);
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let word = form.word("emphasis");
                let edit = |emphasis| set(opportunity, OpportunityChange::Emphasis(emphasis));
                form.segments(id("emphasis"), &word, known.emphasis, edit);
            },
            &|form, _| {
                let word = form.word("driver_date");
                let edit = |day| set(opportunity, OpportunityChange::DriverDate(day));
                form.date(id("driver-date"), &word, known.driver_date, edit);
            },
        ],
    );
}
