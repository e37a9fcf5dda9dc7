//! What stands in the inspector while nothing is selected: the account in short.

use egui::{Grid, RichText, Ui, vec2};

use super::findings::{gravity_ui, key, sentence_ui};
use super::style::bold_text;
use super::{Actions, View, ViewContext, ViewState};
use crate::insight::{Finding, MapLight};
use crate::theme::TextSize;
use crate::words::{Message, money};

/// How many findings stand here; the others are in the list of all.
const SHOWN: usize = 10;

/// Draws strategy, figures and what the map says.
pub(super) fn overview_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    super::ranking::ranking_ui(ctx, view, ui, actions);
    let strategy = &ctx.account.profile.strategy;
    if !strategy.is_empty() {
        ui.label(strategy);
        ui.add_space(12.0);
    }
    figures_ui(ctx, ui);
    ui.add_space(16.0);
    if !ctx.account.persons.is_empty() {
        super::verdict::verdict_in_short_ui(ctx, view, ui);
        ui.add_space(16.0);
    }
    findings_ui(ctx, view, ui);
    ui.add_space(16.0);
    ui.label(
        RichText::new(ctx.words.say(Message::InspectorNone)).size(TextSize::SECOND).color(ctx.palette.ink_faint()),
    );
}

fn figures_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    Grid::new("figures").num_columns(2).spacing(vec2(12.0, 4.0)).show(ui, |ui| figure_rows_ui(ctx, ui));
}

fn figure_rows_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let figures = &ctx.insights.figures;
    let row = |ui: &mut Ui, label: Message, value: String, note: String| {
        ui.label(RichText::new(ctx.words.say(label)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        ui.horizontal(|ui| {
            ui.label(bold_text(value, TextSize::BODY, ctx));
            ui.label(RichText::new(note).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        });
        ui.end_row();
    };
    let text = |message: Message| ctx.words.text(&message);
    let open = Message::FigureOpen { count: figures.funnel.open.to_string() };
    row(ui, Message::FigureWeighted, money(ctx.words, figures.funnel.weighted), text(open));
    let (met, all) = (figures.key_players_for_us.to_string(), figures.key_players.to_string());
    row(ui, Message::FigureLight, ctx.words.light(figures.light), text(Message::FigureLightNote { met, all }));
    ui.label("");
    let why = match figures.light {
        MapLight::Red => Message::LightRedWhy,
        MapLight::Amber => Message::LightAmberWhy,
        MapLight::Green => Message::LightGreenWhy,
    };
    ui.label(RichText::new(text(why)).size(TextSize::CAPTION).color(ctx.palette.ink_soft()));
    ui.end_row();
    let index = figures.support_index.map_or_else(|| "?".to_owned(), |index| format!("{index:+}"));
    let known = Message::FigureSupportNote { share: figures.support_known.to_string() };
    row(ui, Message::FigureSupport, index, text(known));
    let late = match figures.actions_overdue {
        0 => Message::FigureNoneOverdue,
        late => Message::FigureOverdue { count: late.to_string() },
    };
    row(ui, Message::FigureActions, figures.actions_open.to_string(), text(late));
}

fn findings_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let open: Vec<&Finding> = ctx.insights.findings.iter().filter(|finding| finding.is_open()).collect();
    if open.is_empty() {
        return;
    }
    ui.label(bold_text(ctx.words.say(Message::PageFindings), TextSize::SECTION, ctx));
    ui.add_space(4.0);
    for finding in open.iter().take(SHOWN) {
        ui.push_id(key(finding), |ui| {
            ui.horizontal_top(|ui| {
                gravity_ui(ctx, ui, finding.severity);
                ui.vertical(|ui| sentence_ui(ctx, view, ui, (finding, TextSize::SECOND)));
            });
        });
    }
    if let Some(more) = open.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        let text = ctx.words.text(&Message::PageMore { n: more.to_string() });
        if ui.link(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.accent())).clicked() {
            view.view = View::Findings;
        }
    }
}
