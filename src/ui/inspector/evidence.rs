//! How we know a judgement: one quiet line, which a click opens.

use egui::{Button, Id, RichText, Ui};

use super::segments::{Pressed, Row, Standing, scale, words_ui};
use super::soft;
use crate::edit::Edit;
use crate::model::{Confidence, Evidence};
use crate::theme::TextSize;
use crate::ui::fields::{Form, name_widget};
use crate::ui::{Action, ViewContext};
use crate::words::{Message, date};

/// The evidence of one judgement.
pub(in crate::ui) struct Proof<'p> {
    pub(in crate::ui) id: Id,
    /// What it stands for.
    pub(in crate::ui) name: &'p str,
    /// What holds here, inherited or not.
    pub(in crate::ui) shown: Option<&'p Evidence>,
    /// What is changed here.
    pub(in crate::ui) own: Evidence,
}

/// Draws the line, and the fields below it while it is open.
pub(in crate::ui) fn evidence_ui(form: &mut Form<'_>, proof: &Proof<'_>, edit: impl Fn(Evidence) -> Edit) {
    let ctx = form.ctx;
    let key = proof.id.with("open");
    let is_open = form.ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(false);
    if line_ui(ctx, form.ui, proof) {
        form.ui.data_mut(|memory| memory.insert_temp(key, !is_open));
    }
    if is_open {
        let actions = &mut *form.actions;
        form.ui.indent(proof.id.with("fields"), |ui| {
            fields_ui(&mut Form::new(ctx, ui, actions), proof, edit);
        });
    }
}

/// What is known, in a line that can be clicked.
fn line_ui(ctx: &ViewContext<'_>, ui: &mut Ui, proof: &Proof<'_>) -> bool {
    let text = proof.shown.map(|evidence| line(ctx, evidence)).filter(|text| !text.is_empty());
    let text = text.unwrap_or_else(|| ctx.words.text(&Message::InspectorEvidenceHint));
    let text = RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_faint());
    let button = ui.add(Button::new(text).frame(false).wrap());
    let name = ctx.words.text(&Message::InspectorEvidenceOf { judgement: proof.name.to_owned() });
    name_widget(&button, &name);
    button.on_hover_text(name).clicked()
}

fn line(ctx: &ViewContext<'_>, evidence: &Evidence) -> String {
    let source = Some(evidence.source.clone()).filter(|source| !source.is_empty());
    let confidence = evidence.confidence.map(|confidence| ctx.words.value(confidence).to_owned());
    let verified = evidence.verified.map(|day| ctx.words.text(&Message::InspectorVerified { date: date(day) }));
    [source, confidence, verified].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn fields_ui(form: &mut Form<'_>, proof: &Proof<'_>, edit: impl Fn(Evidence) -> Edit) {
    let ctx = form.ctx;
    let own = &proof.own;
    // What the account says stays to be read while the opportunity says nothing of its own.
    let inherited = proof.shown.map(|evidence| evidence.source.as_str()).filter(|source| !source.is_empty());
    let hint = ctx.words.say(Message::InspectorEvidenceSource);
    let hint = inherited.unwrap_or(&hint);
    let name = ctx.words.say(Message::InspectorSource);
    form.bare_text(proof.id.with("source"), &name, &own.source, hint, |source| {
        edit(Evidence { source, ..own.clone() })
    });
    let label = ctx.words.say(Message::InspectorEvidenceSure);
    let row = Row {
        id: proof.id.with("confidence"),
        label: &label,
        value: own.confidence,
        is_mixed: false,
        standing: Standing::Account,
        account: None,
        help: None,
    };
    let choices = scale::<Confidence>(ctx);
    if let Some(Pressed::Set(confidence)) = words_ui(ctx, form.ui, &row, &choices, true) {
        form.edit(edit(Evidence { confidence, ..own.clone() }));
    }
    let verified = |verified| edit(Evidence { verified, ..own.clone() });
    let label = ctx.words.say(Message::InspectorEvidenceVerified);
    let is_today = form.ui.horizontal(|ui| {
        ui.label(soft(ctx, label.clone()));
        let is_offered = !ctx.is_read_only && own.verified != Some(ctx.today);
        is_offered && ui.small_button(ctx.words.say(Message::InspectorToday)).clicked()
    });
    if is_today.inner {
        form.actions.push(Action::EndStep);
        form.edit(verified(Some(ctx.today)));
    }
    form.bare_date(proof.id.with("verified"), &label, own.verified, verified);
}
