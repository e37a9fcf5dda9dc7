//! What stands in the inspector while nothing is selected: the account in short.

use egui::{Grid, RichText, ScrollArea, Sense, Ui, vec2};

use super::ViewContext;
use super::style::bold_text;
use crate::insight::Finding;
use crate::theme::TextSize;
use crate::words::{Message, money};

/// Draws strategy, figures and what the map says.
pub(super) fn overview_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(8.0);
        let strategy = &ctx.account.profile.strategy;
        if !strategy.is_empty() {
            ui.label(strategy);
            ui.add_space(12.0);
        }
        figures_ui(ctx, ui);
        ui.add_space(16.0);
        findings_ui(ctx, ui);
        ui.add_space(16.0);
        ui.label(
            RichText::new(ctx.words.say(Message::InspectorNone)).size(TextSize::SECOND).color(ctx.palette.ink_faint()),
        );
    });
}

fn figures_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    Grid::new("figures").num_columns(2).spacing(vec2(12.0, 4.0)).show(ui, |ui| figure_rows_ui(ctx, ui));
}

fn figure_rows_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let figures = ctx.figures;
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
    let index = figures.support_index.map_or_else(|| "?".to_owned(), |index| format!("{index:+}"));
    let known = Message::FigureSupportNote { share: figures.support_known.to_string() };
    row(ui, Message::FigureSupport, index, text(known));
    let late = match figures.actions_overdue {
        0 => Message::FigureNoneOverdue,
        late => Message::FigureOverdue { count: late.to_string() },
    };
    row(ui, Message::FigureActions, figures.actions_open.to_string(), text(late));
}

fn findings_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    if ctx.findings.is_empty() {
        return;
    }
    ui.label(bold_text(ctx.words.say(Message::PageFindings), TextSize::SECTION, ctx));
    ui.add_space(4.0);
    for finding in ctx.findings {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(10.0, 16.0), Sense::hover());
            let color = match finding {
                Finding::Path(_) => ctx.palette.success(),
                Finding::Opposed(_) | Finding::NoPath(_) => ctx.palette.danger(),
                Finding::MissingRole(_)
                | Finding::NotMet(_)
                | Finding::SupportUnknown(_)
                | Finding::SingleThread(_)
                | Finding::NoOpponent
                | Finding::Overdue(_) => ctx.palette.warning(),
            };
            ui.painter().circle_filled(rect.center(), 3.0, color);
            ui.vertical(|ui| {
                ui.label(RichText::new(ctx.words.finding(finding, ctx.account)).size(TextSize::SECOND));
            });
        });
    }
}
