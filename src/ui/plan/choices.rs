//! The choices behind the strategy: each ticked or not, with a word on how.

use std::collections::BTreeSet;

use egui::Ui;

use super::list::section_folded_ui;
use super::why::why_ui;
use crate::edit::{Edit, ProfileChange};
use crate::model::{Coded, StrategicChoice, StrategicChoices};
use crate::ui::fields::{Form, field_id};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the choices.
pub(super) fn choices_ui(ctx: &ViewContext<'_>, _view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let is_open = ctx.account.profile.choices != StrategicChoices::default();
    section_folded_ui(ctx, ui, ("plan-choices", is_open), (Message::PlanChoices, note(ctx)), |ui| {
        for choice in StrategicChoice::ALL.iter().copied() {
            ui.push_id(choice.code(), |ui| choice_ui(ctx, ui, actions, choice));
        }
    });
}

/// How many are made, and which of them say not how.
fn note(ctx: &ViewContext<'_>) -> String {
    let choices = &ctx.account.profile.choices;
    let bare = |choice: &&StrategicChoice| choices.note(**choice).trim().is_empty();
    let bare: Vec<&str> = choices.made.iter().filter(bare).map(|choice| ctx.words.value(*choice)).collect();
    if choices.made.is_empty() {
        ctx.words.text(&Message::PlanNone)
    } else if bare.is_empty() {
        choices.made.len().to_string()
    } else {
        ctx.words.text(&Message::PlanWithoutHow { what: bare.join(ctx.words.list_separator()) })
    }
}

/// The field and the change of what is said of a choice.
fn said(choice: StrategicChoice) -> (&'static str, fn(String) -> ProfileChange) {
    match choice {
        StrategicChoice::Trends => ("trends_note", ProfileChange::TrendsNote),
        StrategicChoice::CustomerValue => ("value_note", ProfileChange::ValueNote),
        StrategicChoice::Priority => ("priority_note", ProfileChange::PriorityNote),
        StrategicChoice::RivalWeakness => ("weakness_note", ProfileChange::WeaknessNote),
    }
}

fn choice_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, choice: StrategicChoice) {
    let choices = &ctx.account.profile.choices;
    let word = ctx.words.value(choice);
    let is_made = choices.made.contains(&choice);
    ui.horizontal_wrapped(|ui| {
        Form::new(ctx, ui, actions).tick(word, is_made, |is_made| {
            let others = choices.made.iter().copied().filter(|other| *other != choice);
            let made: BTreeSet<StrategicChoice> = others.chain(is_made.then_some(choice)).collect();
            Edit::Profile(ProfileChange::Choices(made))
        });
        why_ui(ctx, ui, word, ctx.strategy.prompts(choice));
    });
    // What was said stays to be read after the tick is taken back.
    if is_made || !choices.note(choice).is_empty() {
        let (field, change) = said(choice);
        let mut form = Form::new(ctx, ui, actions);
        let name = form.word(field);
        let hint = ctx.strategy.first(choice, ctx.words.language());
        let id = field_id("profile", ctx.account.id, field);
        form.bare_text(id, &name, choices.note(choice), hint, |text| Edit::Profile(change(text)));
    }
    ui.add_space(4.0);
}
