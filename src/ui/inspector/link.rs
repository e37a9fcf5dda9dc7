//! A line between two people: what kind, how strong, which way, and how we know.

use egui::{Button, Ui};

use super::evidence::{Proof, evidence_ui};
use super::relations::line_name;
use super::segments::{Choice, Pressed, Row, Standing, words_ui};
use super::{caption, faint, person_label, soft};
use crate::edit::{Edit, LinkChange, RecordEdit};
use crate::model::{Coded, Evidence, Link, LinkKind, PersonId, Strength, TieKind};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

fn set(link: &Link, change: LinkChange) -> Edit {
    Edit::Link(RecordEdit::Set(link.id, change))
}

/// Draws the line selected.
pub(super) fn link_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, link: &Link) {
    ends_ui(ctx, view, ui, actions, link);
    ui.add_space(8.0);
    let mut form = Form::new(ctx, ui, actions);
    kind_ui(&mut form, link);
    if let LinkKind::Influences(strength) = link.kind
        && link.is_understood()
    {
        strength_ui(&mut form, link, strength);
    }
    form.ui.add_space(8.0);
    let label = caption(ctx, "note");
    let hint = ctx.words.say(Message::InspectorLineHint);
    let edit = |note| set(link, LinkChange::Note(note));
    form.area(field_id("inspector-link", link.id, "note"), &label, &link.note, &hint, edit);
    form.ui.add_space(4.0);
    let proof = Proof {
        id: field_id("inspector-link", link.id, "evidence"),
        name: &line_name(ctx, link.kind),
        shown: link.evidence.as_ref(),
        own: link.evidence.clone().unwrap_or_default(),
    };
    evidence_ui(&mut form, &proof, |evidence| {
        let is_empty = evidence == Evidence::default();
        set(link, LinkChange::Evidence((!is_empty).then_some(evidence)))
    });
    ui.add_space(16.0);
    let label = soft(ctx, ctx.words.say(Message::InspectorLineRemove));
    if ui.add_enabled(!ctx.is_read_only, Button::new(label)).clicked() {
        view.link = None;
        actions.push(Action::Edit(Edit::Link(RecordEdit::Remove(link.id))));
    }
}

/// The two people, each a way to go there, and a way to turn the line round.
fn ends_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, link: &Link) {
    end_ui(ctx, view, ui, link.from);
    ui.horizontal_wrapped(|ui| {
        let sign = if link.kind.is_directed() { "↓" } else { "·" };
        ui.label(soft(ctx, format!("{sign} {}", line_name(ctx, link.kind))));
    });
    end_ui(ctx, view, ui, link.to);
    if link.kind.is_directed() {
        let label = soft(ctx, ctx.words.say(Message::InspectorLineTurn));
        if ui.add_enabled(!ctx.is_read_only, Button::new(label)).clicked() {
            actions.push(Action::Edit(turned(link)));
        }
    }
}

fn end_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, person: PersonId) {
    let name = bold_text(person_label(ctx, person), TextSize::SECTION, ctx).color(ctx.palette.accent());
    if ui.push_id(person, |ui| ui.link(name)).inner.clicked() {
        view.select_person(ctx.account, person);
    }
}

/// The line the other way round. Set end by end it would join somebody with himself in between.
fn turned(link: &Link) -> Edit {
    let turned = Link { from: link.to, to: link.from, ..link.clone() };
    Edit::Batch(vec![Edit::Link(RecordEdit::Remove(link.id)), Edit::Link(RecordEdit::Add(Box::new(turned)))])
}

/// The kinds a line can have; an influence keeps its strength.
fn kind_ui(form: &mut Form<'_>, link: &Link) {
    let ctx = form.ctx;
    let label = caption(ctx, "kind");
    form.label(label.as_str());
    if let Some(kind) = link.kept.get("kind") {
        // A kind that this version does not know must not be taken for one it knows.
        form.ui.label(faint(ctx, kind));
    }
    let influence = match link.kind {
        LinkKind::Influences(strength) => LinkKind::Influences(strength),
        LinkKind::Conflict | LinkKind::Tie(_) => LinkKind::Influences(Strength::CLEAR),
    };
    let mut options = vec![
        (Some(influence), ctx.words.text(&Message::LineInfluence)),
        (Some(LinkKind::Conflict), ctx.words.text(&Message::LineConflict)),
    ];
    options.extend(TieKind::ALL.iter().map(|tie| (Some(LinkKind::Tie(*tie)), ctx.words.value(*tie).to_owned())));
    let value = Some(link.kind).filter(|_| link.is_understood());
    let id = field_id("inspector-link", link.id, "kind");
    form.pick(id, &label, &value, &options, |kind| set(link, LinkChange::Kind(kind.unwrap_or(link.kind))));
}

fn strength_ui(form: &mut Form<'_>, link: &Link, strength: Strength) {
    let ctx = form.ctx;
    let words = [Message::InspectorSlight, Message::InspectorClear, Message::InspectorDecisive];
    let choice = |(value, word): (Strength, Message)| Choice {
        value,
        word: ctx.words.text(&word),
        hint: ctx.words.text(&Message::InfluenceOf { count: value.get().to_string() }),
    };
    let choices: Vec<Choice<Strength>> = Strength::ALL.into_iter().zip(words).map(choice).collect();
    let label = ctx.words.say(Message::InspectorStrength);
    let id = field_id("inspector-link", link.id, "strength");
    let row = Row {
        id,
        label: &label,
        value: Some(strength),
        is_mixed: false,
        standing: Standing::Account,
        account: None,
        help: None,
    };
    let pressed = words_ui(ctx, form.ui, &row, &choices, false);
    // An influence always has some strength.
    if let Some(Pressed::Set(Some(strength))) = pressed {
        form.actions.push(Action::EndStep);
        form.edit(set(link, LinkChange::Kind(LinkKind::Influences(strength))));
    }
}
