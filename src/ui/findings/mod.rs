//! What the map says, as a list: each sentence with its gravity, its people as links, how it came about and
//! what can be done; below it what is in hand, what was put away, and the numbers of the rules.

mod away;
mod fix;
mod numbers;
mod sentence;

use egui::{Button, Id, RichText, ScrollArea, TextWrapMode, Ui};

use super::style::bold_text;
use super::{Actions, ViewContext, ViewState};
use crate::insight::{Finding, fixes};
use crate::method::Severity;
use crate::model;
use crate::theme::TextSize;
use crate::words::{Message, date};

pub(super) use sentence::{gravity_ui, linked_ui, sentence_ui};

/// Sentences longer than this, in points, are hard to read.
const LINE: f32 = 680.0;

/// How many findings of one severity stand here before all are asked for.
const SHOWN: usize = 30;

/// Draws all findings, the gravest first.
pub(super) fn findings_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(LINE.min(ui.available_width()));
        ui.add_space(8.0);
        ui.label(bold_text(ctx.words.say(Message::PageFindings), TextSize::ACCOUNT, ctx));
        ui.add_space(12.0);
        if !ctx.insights.findings.iter().any(Finding::is_open) {
            let is_anybody = !ctx.account.persons.is_empty();
            let text = if is_anybody { Message::FindingsNone } else { Message::FindingsNobody };
            ui.label(RichText::new(ctx.words.say(text)).color(ctx.palette.ink_faint()));
            ui.add_space(12.0);
        }
        if !ctx.account.persons.is_empty() {
            super::verdict::verdict_ui(ctx, view, ui);
            ui.add_space(16.0);
        }
        for severity in Severity::ALL {
            group_ui(ctx, view, ui, actions, severity);
        }
        in_hand_ui(ctx, view, ui);
        away::away_ui(ctx, ui, actions);
        numbers::numbers_ui(ctx, ui, actions);
        ui.add_space(24.0);
    });
}

/// What tells a finding from every other: its rule and whom it is about.
pub(super) fn key(finding: &Finding) -> String {
    format!("{:?} {:?}", finding.rule, finding.subject())
}

/// The open findings of one severity under its name.
fn group_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, severity: Severity) {
    let is_here = |finding: &&Finding| finding.severity == severity && finding.is_open();
    let here: Vec<&Finding> = ctx.insights.findings.iter().filter(is_here).collect();
    if here.is_empty() {
        return;
    }
    heading_ui(ctx, ui, ctx.words.severity(severity), here.len());
    let id = Id::unique(("findings-all", severity));
    let shows_all = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let shown = if shows_all { here.len() } else { SHOWN };
    for finding in here.iter().take(shown) {
        ui.push_id(key(finding), |ui| finding_ui(ctx, view, ui, actions, finding));
        ui.add_space(10.0);
    }
    if here.len() > shown {
        let text = ctx.words.text(&Message::FindingsMore { count: here.len().to_string() });
        if ui.button(text).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
    }
    ui.add_space(8.0);
}

fn heading_ui(ctx: &ViewContext<'_>, ui: &mut Ui, title: impl Into<String>, count: usize) {
    ui.horizontal(|ui| {
        ui.label(bold_text(title, TextSize::SECTION, ctx));
        ui.label(RichText::new(count.to_string()).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    });
    ui.add_space(4.0);
}

fn finding_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, finding: &Finding) {
    ui.horizontal_top(|ui| {
        gravity_ui(ctx, ui, finding.severity);
        ui.vertical(|ui| {
            sentence_ui(ctx, view, ui, (finding, TextSize::BODY));
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                for (place, fix) in fixes(finding).iter().enumerate() {
                    fix::fix_ui(ctx, view, ui, actions, (finding, fix, place == 0));
                }
                why_button(ctx, ui, finding);
                away::put_away_button(ctx, view, ui, finding);
            });
            away::reason_ui(ctx, view, ui, actions, finding);
            arithmetic_ui(ctx, ui, finding);
        });
    });
}

fn why_id(finding: &Finding) -> Id {
    Id::unique(("finding-why", key(finding)))
}

/// Opens and closes the arithmetic.
fn why_button(ctx: &ViewContext<'_>, ui: &mut Ui, finding: &Finding) {
    let id = why_id(finding);
    let is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let text = RichText::new(ctx.words.say(Message::FindingWhy)).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    if ui.add(Button::selectable(is_open, text).wrap_mode(TextWrapMode::Extend)).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
    }
}

fn arithmetic_ui(ctx: &ViewContext<'_>, ui: &mut Ui, finding: &Finding) {
    if !ui.data(|data| data.get_temp::<bool>(why_id(finding))).unwrap_or(false) {
        return;
    }
    ui.indent("arithmetic", |ui| {
        for term in &finding.arithmetic {
            let text = ctx.words.term(term, ctx.account);
            ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        }
    });
}

/// What an open action answers, with the action and its date.
fn in_hand_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let is_here = |finding: &&Finding| finding.muted.is_none() && finding.in_hand.is_some();
    let here: Vec<&Finding> = ctx.insights.findings.iter().filter(is_here).collect();
    if here.is_empty() {
        return;
    }
    heading_ui(ctx, ui, ctx.words.say(Message::FindingsInHand), here.len());
    for finding in here {
        ui.push_id(key(finding), |ui| {
            ui.horizontal_top(|ui| {
                gravity_ui(ctx, ui, finding.severity);
                ui.vertical(|ui| {
                    sentence_ui(ctx, view, ui, (finding, TextSize::BODY));
                    let action = finding.in_hand.and_then(|id| ctx.account.get::<model::Action>(id));
                    let Some(action) = action else { return };
                    let what = action.what.clone();
                    let line = ctx.words.text(&match action.due {
                        Some(due) => Message::FindingInHand { what, date: date(due) },
                        None => Message::FindingInHandUndated { what },
                    });
                    let is_late = action.due.is_some_and(|due| due < ctx.today);
                    let color = if is_late { ctx.palette.warning() } else { ctx.palette.accent() };
                    if ui.link(RichText::new(line).size(TextSize::SECOND).color(color)).clicked() {
                        view.show_action(action.id);
                    }
                });
            });
        });
        ui.add_space(6.0);
    }
    ui.add_space(8.0);
}
