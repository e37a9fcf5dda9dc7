//! The three scores by which a client is chosen, and where they put it.

use egui::{RichText, Ui};

use super::entry::fact_ui;
use super::{lines, portfolio};
use crate::edit::{Edit, RecordEdit};
use crate::insight::score_lines;
use crate::method::UsualCriterion;
use crate::model::{AccountStatus, Coded, Rank, ScoreAxis, ScoreLine};
use crate::plot::tenths_text;
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::plan::list::{next_rank, section_folded_ui};
use crate::ui::plan::why::why_ui;
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Language, Message};

/// Draws the scores.
pub(super) fn scores_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let is_begun = !ctx.account.scores.is_empty();
    section_folded_ui(ctx, ui, ("client-scores", is_begun), (Message::ClientScores, note(ctx)), |ui| {
        for axis in ScoreAxis::ALL.iter().copied() {
            ui.push_id(axis.code(), |ui| axis_ui(ctx, view, ui, actions, axis));
            ui.add_space(12.0);
        }
        if is_begun {
            portfolio::portfolio_ui(ctx, view, ui);
        }
    });
}

/// The scores in short, or which of them nobody has begun.
fn note(ctx: &ViewContext<'_>) -> String {
    let selection = &ctx.insights.client.selection;
    let all = || ScoreAxis::ALL.iter().copied();
    let known = all().filter_map(|axis| Some((axis, selection.tenths(axis)?)));
    let mut parts: Vec<String> =
        known.map(|(axis, tenths)| format!("{} {}", ctx.words.value(axis), tenths_text(tenths))).collect();
    let lacking = all().filter(|axis| selection.tenths(*axis).is_none()).map(|axis| ctx.words.value(axis));
    let lacking: Vec<&str> = lacking.collect();
    if !lacking.is_empty() {
        parts.push(ctx.words.text(&Message::PlanMissing { what: lacking.join(ctx.words.list_separator()) }));
    }
    parts.join(" · ")
}

/// One score: what it comes to, its rows, what is to be minded, and what adds rows.
fn axis_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, axis: ScoreAxis) {
    let name = ctx.words.value(axis);
    let score = ctx.insights.client.selection.score(axis);
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(name, TextSize::BODY, ctx));
        if let Some(tenths) = score.tenths {
            let text = ctx.words.text(&Message::ScoreOf { score: tenths_text(tenths) });
            ui.label(RichText::new(text).size(TextSize::BODY));
        }
        why_ui(ctx, ui, name, ctx.account_guide.prompts(axis.code()));
        if score.is_unbalanced() {
            // Above the rows: it is in sight while the first weight is typed.
            let sum = ctx.words.text(&Message::ScoreWeights { sum: score.weights.to_string() });
            ui.label(RichText::new(sum).size(TextSize::SECOND).color(ctx.palette.warning()));
        }
    });
    if axis == ScoreAxis::Vulnerability {
        fact_ui(ctx, ui, ctx.words.say(direction(ctx.account.profile.status)));
    }
    let rows = score_lines(ctx.account, axis);
    lines::lines_ui(ctx, view, ui, actions, &rows);
    sentences_ui(ctx, ui, axis);
    ui.horizontal_wrapped(|ui| add_ui(ctx, view, ui, actions, (axis, &rows)));
}

/// How the vulnerability is read.
fn direction(status: Option<AccountStatus>) -> Message {
    match status {
        Some(AccountStatus::Existing) => Message::ScoreDirectionExisting,
        Some(AccountStatus::Target) => Message::ScoreDirectionTarget,
        None => Message::ScoreDirectionUnknown,
    }
}

/// What of the rows does not count.
fn sentences_ui(ctx: &ViewContext<'_>, ui: &mut Ui, axis: ScoreAxis) {
    let score = ctx.insights.client.selection.score(axis);
    let count = |count: usize| count.to_string();
    let sentences = [
        (score.unrated > 0, Message::ScoreUnrated { count: count(score.unrated) }),
        (score.unweighted > 0, Message::ScoreUnweighted { count: count(score.unweighted) }),
        (score.outside > 0, Message::ScoreOutside { count: count(score.outside) }),
    ];
    let said = sentences.iter().filter(|(holds, _)| *holds).map(|(_, message)| ctx.words.text(message));
    for sentence in said {
        fact_ui(ctx, ui, sentence);
    }
}

fn add_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (axis, rows): (ScoreAxis, &[&ScoreLine]),
) {
    let name = ctx.words.value(axis);
    let button = |ui: &mut Ui, label: Message| {
        let text = ctx.words.text(&label);
        let button = egui::Button::new(RichText::new(&text).size(TextSize::SECOND));
        let button = ui.add_enabled(!ctx.is_read_only, button);
        name_widget(&button, &format!("{text}: {name}"));
        button.clicked()
    };
    if button(ui, Message::ScoreAdd) {
        let rank = next_rank::<ScoreLine>(ctx.account);
        let line = ScoreLine { axis, rank, ..ScoreLine::new(view.ids.fresh()) };
        view.wants_field = Some(field_id("score", line.id, "criterion"));
        actions.push(Action::Edit(Edit::Score(RecordEdit::Add(Box::new(line)))));
    }
    let usual = unlisted(ctx, axis, rows);
    if !usual.is_empty() && button(ui, Message::ScoreUsual) {
        // Beside rows of the user's own, weights would only have to be changed.
        let has_weights = rows.is_empty();
        let edits = (next_rank::<ScoreLine>(ctx.account)..).zip(usual).map(|(rank, usual)| {
            Edit::Score(RecordEdit::Add(Box::new(usual_line(ctx, view, (axis, rank), usual, has_weights))))
        });
        let edits = Edit::Batch(edits.collect());
        actions.extend([Action::EndStep, Action::Edit(edits), Action::EndStep]);
    }
    if ctx.account_guide.is_ours(axis) {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::ScoreOurs));
    }
}

/// Usual criteria that no row names, in either language.
fn unlisted<'a>(ctx: &ViewContext<'a>, axis: ScoreAxis, rows: &[&ScoreLine]) -> Vec<&'a UsualCriterion> {
    let is_listed = |usual: &UsualCriterion| {
        let names = Language::ALL.map(|language| usual.name.text(language));
        rows.iter().any(|row| names.contains(&row.criterion.trim()))
    };
    ctx.account_guide.usual(axis).iter().filter(|usual| !is_listed(usual)).collect()
}

fn usual_line(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    (axis, rank): (ScoreAxis, Rank),
    usual: &UsualCriterion,
    has_weight: bool,
) -> ScoreLine {
    let criterion = usual.name.text(ctx.words.language()).to_owned();
    let weight = has_weight.then_some(usual.weight);
    ScoreLine { axis, rank, criterion, weight, ..ScoreLine::new(view.ids.fresh()) }
}
