//! The assessment of an opportunity: gates as lights, and the questions with the answers for each side.

use egui::{RichText, Role, Ui, WidgetInfo};

use super::answers::Table;
use crate::edit::{Edit, OpportunityChange, RecordEdit};
use crate::insight::{Gate, Gates, Light, gates, tally};
use crate::method::{AssessmentQuestion, QuestionSet, Sign};
use crate::model::Opportunity;
use crate::plot::{Target, assessment_plot, signs};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::list::fold_header;
use crate::ui::plot::plot_ui;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The most width of the matrix.
const WIDE: f32 = 620.0;

/// Draws the assessment folded under its name, with a note on how far the opportunity has come.
pub(super) fn assessment_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    let Some(set) = ctx.questions.set(&opportunity.question_set) else { return };
    let gates = gates(ctx.questions, set, opportunity);
    let title = bold_text(ctx.words.say(Message::AssessmentTitle), TextSize::SECTION, ctx);
    let note = RichText::new(format!("   {}", note(ctx, set, &gates, opportunity)));
    let note = note.size(TextSize::SECOND).color(ctx.palette.ink_soft());
    fold_header(ui, [title, note]).id_salt("opportunity-assessment").show_unindented(ui, |ui| {
        gates_ui(ctx, ui, &gates);
        set_ui(&mut Form::new(ctx, ui, actions), opportunity, set);
        let is_new = opportunity.assessment.is_empty();
        if is_new {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::AssessmentTeach));
        }
        let asked = if is_new { None } else { matrix_ui(ctx, ui, opportunity, set) };
        let table = Table::new(ctx, ui, opportunity);
        for (place, group) in set.groups.iter().enumerate() {
            table.group_ui(view, ui, actions, (group, asked == Some(place)));
        }
    });
}

/// How far it has come, and our counts over all groups.
fn note(ctx: &ViewContext<'_>, set: &QuestionSet, gates: &Gates<'_>, opportunity: &Opportunity) -> String {
    let language = ctx.words.language();
    let state = match gates.state() {
        Some(gate) => {
            let state = gate.words.name.text(language).to_owned();
            ctx.words.text(&Message::AssessmentReached { state })
        }
        None => ctx.words.text(&Message::AssessmentBefore),
    };
    let tallies = set.groups.iter().map(|group| tally(group, opportunity, None));
    let sum =
        tallies.fold([0, 0, 0], |[plus, open, minus], more| [plus + more.plus, open + more.open, minus + more.minus]);
    format!("{state} · {}", signs(sum))
}

/// The counts as a picture; gives the group that was clicked.
fn matrix_ui(ctx: &ViewContext<'_>, ui: &mut Ui, opportunity: &Opportunity, set: &QuestionSet) -> Option<usize> {
    ui.add_space(8.0);
    let width = ui.available_width().min(WIDE);
    let plot = assessment_plot(ctx.words, ctx.account, set, opportunity, width);
    let clicked = plot_ui(ctx, ui, &plot, egui::Id::unique("assessment-plot"), width);
    if let Some(Target::Questions(group)) = clicked { Some(group) } else { None }
}

/// The gates in a line, and below it what the next one waits for.
fn gates_ui(ctx: &ViewContext<'_>, ui: &mut Ui, gates: &Gates<'_>) {
    ui.horizontal_wrapped(|ui| {
        for (at, gate) in gates.list.iter().enumerate() {
            if at > 0 {
                ui.label(RichText::new("→").size(TextSize::SECOND).color(ctx.palette.ink_faint()));
            }
            light_ui(ctx, ui, gate);
        }
    });
    for sentence in gates.next().map(|gate| waits_for(ctx, gate)).unwrap_or_default() {
        ui.label(RichText::new(sentence).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    }
    ui.add_space(4.0);
}

fn light_ui(ctx: &ViewContext<'_>, ui: &mut Ui, gate: &Gate<'_>) {
    let language = ctx.words.language();
    let name = gate.words.name.text(language).to_owned();
    let (sign, color) = match gate.light {
        Light::Passed => ("✓", ctx.palette.success()),
        Light::Open => ("?", ctx.palette.ink_soft()),
        Light::Failed => ("×", ctx.palette.danger()),
    };
    let label = ui.label(RichText::new(format!("{sign} {name}")).size(TextSize::SECOND).color(color));
    let said = ctx.words.text(&match gate.light {
        Light::Passed => Message::AssessmentPassed { gate: name },
        Light::Open => Message::AssessmentUndecided { gate: name },
        Light::Failed => Message::AssessmentClosed { gate: name },
    });
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let rule = ctx.words.say(Message::AssessmentRule);
    label.on_hover_text(format!("{said}\n{}\n{rule}", gate.words.needs.text(language)));
}

/// What a gate waits for, a sentence for each kind.
fn waits_for(ctx: &ViewContext<'_>, gate: &Gate<'_>) -> Vec<String> {
    let language = ctx.words.language();
    let separator = ctx.words.list_separator();
    let name = || gate.words.name.text(language).to_owned();
    let listed = |questions: &[&AssessmentQuestion]| -> String {
        questions.iter().map(|question| question.name.text(language)).collect::<Vec<_>>().join(separator)
    };
    let mut sentences = Vec::new();
    if !gate.against.is_empty() {
        sentences.push(Message::AssessmentAgainst { gate: name(), what: listed(&gate.against) });
    }
    if !gate.open.is_empty() {
        sentences.push(Message::AssessmentMissing { gate: name(), what: listed(&gate.open) });
    }
    if !gate.lacks.is_empty() {
        let lacks = gate.lacks.iter().map(|sign| match sign {
            Sign::Pressure => ctx.words.text(&Message::AssessmentPressure),
            Sign::Value => ctx.words.text(&Message::AssessmentValue),
        });
        let what = lacks.collect::<Vec<_>>().join(separator);
        sentences.push(Message::AssessmentLacks { gate: name(), what });
    }
    sentences.iter().map(|sentence| ctx.words.text(sentence)).collect()
}

/// Which questions are asked.
fn set_ui(form: &mut Form<'_>, opportunity: &Opportunity, set: &QuestionSet) {
    let ctx = form.ctx;
    let language = ctx.words.language();
    let options: Vec<(String, String)> =
        ctx.questions.all().iter().map(|set| (set.code.clone(), set.name.text(language).to_owned())).collect();
    let edit = |code: &String| {
        Edit::Opportunity(RecordEdit::Set(opportunity.id, OpportunityChange::QuestionSet(code.clone())))
    };
    let name = ctx.words.text(&Message::AssessmentSet);
    form.pick(field_id("opportunity", opportunity.id, "question-set"), &name, &set.code, &options, edit);
}
