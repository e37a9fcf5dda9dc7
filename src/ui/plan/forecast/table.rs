//! The lines of the forecast as a table, edited in place; Tab goes cell by cell.

use egui::{Align, Id, Layout, RichText, Ui, vec2};

use super::sums::inset_ui;
use crate::edit::{Edit, ForecastChange, RecordEdit};
use crate::insight::{ForecastRow, YEARS};
use crate::model::{ForecastLine, Kept, Money, YearAmount};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::list::{next_rank, pressed_tool, push_tool, row_tools, take_keys};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, money, typed_percent};

/// The widths of region and platform, of a year, of the five together, of a share, of the tools.
pub(super) const NAME: f32 = 106.0;
pub(super) const YEAR: f32 = 80.0;
pub(super) const TOTAL: f32 = 80.0;
const SHARE: f32 = 50.0;
const TOOLS: f32 = 84.0;
/// Between two cells.
pub(super) const GAP: f32 = 4.0;
/// What of a field stands before its text.
pub(super) const INSET: f32 = 4.0;

/// All cells of a row side by side.
pub(super) const WHOLE: f32 = 2.0 * NAME + 5.0 * YEAR + TOTAL + 2.0 * SHARE + TOOLS + 10.0 * GAP;

/// How a share is set.
type ShareChange = fn(Option<u8>) -> ForecastChange;

/// Draws the head and the lines.
pub(super) fn table_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let lines = ctx.account.ranked::<ForecastLine>();
    row_ui(ui, |ui| head_ui(ctx, ui));
    let mut asked = None;
    let rows = &ctx.insights.growth.forecast.rows;
    for (at, (line, row)) in lines.iter().zip(rows).enumerate() {
        let place = (at, lines.len());
        let name = name_of(ctx, line);
        let drawn = ui.push_id(line.id, |ui| {
            row_ui(ui, |ui| {
                cells_ui(ctx, view, ui, actions, (line, row, &name));
                let tools = cell(ui, TOOLS, |ui| ui.horizontal(|ui| row_tools(ctx, ui, &name, Some(place))).inner);
                tools.map(|tool| (at, tool))
            })
        });
        let rect = drawn.response.rect;
        asked = asked.or(drawn.inner).or_else(|| pressed_tool(ctx, ui, rect, place).map(|tool| (at, tool)));
    }
    push_tool(actions, &lines, asked, Edit::Forecast);
}

/// Adds a line; its region takes the keys.
pub(super) fn add_line(ctx: &ViewContext<'_>, view: &mut ViewState, actions: &mut Actions) {
    let line = ForecastLine { rank: next_rank::<ForecastLine>(ctx.account), ..ForecastLine::new(view.ids.fresh()) };
    view.wants_field = Some(field_id("forecast", line.id, "region"));
    actions.push(Action::Edit(Edit::Forecast(RecordEdit::Add(Box::new(line)))));
}

/// Cells side by side, as wide as they say.
pub(super) fn row_ui<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        contents(ui)
    });
    row.inner
}

/// A cell of this width.
pub(super) fn cell<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let cell = ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::LEFT), |ui| {
        ui.set_width(width);
        contents(ui)
    });
    cell.inner
}

/// What a line is called: region and platform.
fn name_of(ctx: &ViewContext<'_>, line: &ForecastLine) -> String {
    let parts: Vec<&str> =
        [line.region.trim(), line.platform.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { ctx.words.label("record", "forecast_line").to_owned() } else { parts.join(" · ") }
}

fn head_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let mut nothing = Actions::new();
    let title = |ui: &mut Ui, width: f32, text: String| {
        cell(ui, width, |ui| {
            let text = RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
            ui.horizontal_wrapped(|ui| {
                ui.add_space(INSET);
                ui.label(text);
            });
        });
    };
    let word = |field: &str, ui: &mut Ui, nothing: &mut Actions| Form::new(ctx, ui, nothing).word(field);
    for field in ["region", "platform"] {
        let text = word(field, ui, &mut nothing);
        title(ui, NAME, text);
    }
    for year in ctx.insights.growth.forecast.years {
        title(ui, YEAR, year.to_string());
    }
    title(ui, TOTAL, ctx.words.text(&Message::ForecastTotal));
    for field in ["share", "share_wanted"] {
        let text = word(field, ui, &mut nothing);
        title(ui, SHARE, text);
    }
}

fn cells_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (line, row, name): (&ForecastLine, &ForecastRow, &str),
) {
    let set = |change| Edit::Forecast(RecordEdit::Set(line.id, change));
    let id = |field| field_id("forecast", line.id, field);
    cell(ui, NAME, |ui| {
        let mut form = Form::new(ctx, ui, actions);
        let called = form.word("region");
        let region = form.bare_text(id("region"), &called, &line.region, "", |text| set(ForecastChange::Region(text)));
        take_keys(view, id("region"), &region);
    });
    cell(ui, NAME, |ui| {
        let mut form = Form::new(ctx, ui, actions);
        let called = form.word("platform");
        form.bare_text(id("platform"), &called, &line.platform, "", |text| set(ForecastChange::Platform(text)));
    });
    for place in 0..YEARS {
        cell(ui, YEAR, |ui| year_ui(&mut Form::new(ctx, ui, actions), line, (row, place), name));
    }
    cell(ui, TOTAL, |ui| {
        let all = row.all.map_or_else(String::new, |all| money(ctx.words, all));
        ui.add_space(4.0);
        inset_ui(ui, RichText::new(all).size(TextSize::SECOND));
    });
    let shares: [(&'static str, Option<u8>, ShareChange); 2] = [
        ("share", line.share, ForecastChange::Share),
        ("share_wanted", line.share_wanted, ForecastChange::ShareWanted),
    ];
    for (field, value, change) in shares {
        cell(ui, SHARE, |ui| {
            let mut form = Form::new(ctx, ui, actions);
            let called = cell_name(&form, name, form.ctx.words.label("field", field));
            share_ui(&mut form, id(field), &called, value, |value| set(change(value)));
        });
    }
}

fn cell_name(form: &Form<'_>, line: &str, field: &str) -> String {
    form.ctx.words.text(&Message::ForecastCell { line: line.to_owned(), field: field.to_owned() })
}

fn year_ui(form: &mut Form<'_>, line: &ForecastLine, (row, place): (&ForecastRow, usize), name: &str) {
    let year = form.ctx.insights.growth.forecast.years[place];
    let called = cell_name(form, name, &year.to_string());
    let currency = form.ctx.account.profile.currency;
    let id = field_id("forecast", line.id, "year").with(year);
    form.bare_money(id, &called, row.years[place], currency, |amount| {
        let years = with_year(&line.years, year, amount);
        Edit::Forecast(RecordEdit::Set(line.id, ForecastChange::Years(years)))
    });
}

fn share_ui(form: &mut Form<'_>, id: Id, name: &str, value: Option<u8>, edit: impl Fn(Option<u8>) -> Edit) {
    let shown = value.map_or_else(String::new, |value| format!("{value} %"));
    if let Some(typed) = form.typed(id, name, &shown, "", &Message::PercentWrong, typed_percent)
        && typed != value
    {
        form.edit(edit(typed));
    }
}

/// The amounts of a line with another one for a year: said anew, it is said once. The order of years is kept.
fn with_year(years: &[YearAmount], year: u16, amount: Option<Money>) -> Vec<YearAmount> {
    let mut kept = Kept::default();
    let mut all: Vec<YearAmount> = Vec::new();
    for said in years {
        if said.year == Some(year) {
            kept = said.kept.clone();
        } else {
            all.push(said.clone());
        }
    }
    if amount.is_some() || !kept.is_empty() {
        let at = all.iter().position(|said| said.year.is_some_and(|other| other > year)).unwrap_or(all.len());
        all.insert(at, YearAmount { year: Some(year), amount, kept });
    }
    all
}
