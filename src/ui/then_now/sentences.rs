//! What differs as sentences, to be read, clicked and copied.

use egui::{Button, RichText, Ui};

use super::compared::Compared;
use super::side_name;
use crate::insight::{ChangeOf, Trend};
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::perform::copy_out;
use crate::ui::style::bold_text;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// How many sentences are listed; a copy has all.
const LISTED: usize = 300;

/// Draws the sentences with the button that copies them.
pub(super) fn sentences_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, compared: &Compared) {
    let changes = &compared.changes;
    if changes.is_empty() {
        ui.label(RichText::new(ctx.words.say(Message::ThenNowSame)).color(ctx.palette.ink_faint()));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let count = Message::ThenNowCount { count: changes.len().to_string() };
        ui.label(bold_text(ctx.words.text(&count), TextSize::SECTION, ctx));
        let copy = Button::new(RichText::new(ctx.words.say(Message::ThenNowCopy)).size(TextSize::SECOND));
        if ui.add(copy).clicked() {
            copy_out(ui, sheet(ctx, compared));
        }
    });
    ui.add_space(4.0);
    for change in changes.iter().take(LISTED) {
        let sentence = ctx.words.change(change);
        ui.push_id(&sentence, |ui| {
            ui.horizontal_top(|ui| {
                trend_ui(ctx, ui, change.trend());
                ui.vertical(|ui| sentence_ui(ctx, view, ui, (change, &sentence)));
            });
        });
    }
    let more = changes.len().saturating_sub(LISTED);
    if more > 0 {
        let text = ctx.words.text(&Message::PageMore { n: more.to_string() });
        ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    }
}

/// All sentences as text: what was compared, then one a line.
fn sheet(ctx: &ViewContext<'_>, compared: &Compared) -> String {
    let (then, now) = compared.sides();
    let mut lines = vec![format!("{} → {}", side_name(ctx, then), side_name(ctx, now))];
    lines.extend(compared.changes.iter().map(|change| ctx.words.change(change)));
    lines.join("\n")
}

/// The sign before a sentence: shape says as well as color whether it is good for us.
fn trend_ui(ctx: &ViewContext<'_>, ui: &mut Ui, trend: Trend) {
    let (sign, color) = match trend {
        Trend::Better => ("↑", ctx.palette.success()),
        Trend::Worse => ("↓", ctx.palette.danger()),
        Trend::Other => ("·", ctx.palette.ink_soft()),
    };
    let label = egui::Label::new(RichText::new(sign).size(TextSize::BODY).color(color));
    let response = ui.add_sized([14.0, 18.0], label);
    let word = ctx.words.trend(trend);
    name_widget(&response, &word);
    response.on_hover_text(word);
}

/// A click on a name goes to the person, as long as there is one.
fn sentence_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (change, sentence): (&ChangeOf, &str)) {
    let mut rest = sentence;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for named in change.people() {
            let is_there = !named.name.is_empty() && ctx.account.persons.contains_key(&named.person);
            let Some((before, after)) = rest.split_once(&named.name).filter(|_| is_there) else { continue };
            if !before.is_empty() {
                ui.label(before);
            }
            let text = RichText::new(&named.name).color(ctx.palette.accent());
            if ui.link(text).on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
                view.show_person(ctx.account, named.person);
            }
            rest = after;
        }
        ui.label(rest);
    });
}
