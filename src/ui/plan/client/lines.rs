//! The rows of a score: criterion, weight, rating, and what the rating rests on.

use egui::{Id, Ui};

use crate::edit::{Edit, RecordEdit, ScoreChange};
use crate::insight::is_rating;
use crate::model::ScoreLine;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, SHORT, cells_ui};
use crate::ui::plan::list::{named, push_tool, rows_ui, take_keys};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, typed_percent};

/// Draws the rows of one score.
pub(super) fn lines_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    rows: &[&ScoreLine],
) {
    let name = |line: &ScoreLine| named(ctx, &line.criterion, "score_line");
    let asked = rows_ui(ctx, ui, rows, name, |ui, line| line_ui(ctx, view, ui, actions, line));
    push_tool(actions, rows, asked, Edit::Score);
}

fn line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, line: &ScoreLine) {
    let set = |change| Edit::Score(RecordEdit::Set(line.id, change));
    let id = |field| field_id("score", line.id, field);
    let called = named(ctx, &line.criterion, "score_line");
    let mut form = Form::new(ctx, ui, actions);
    let (word, hint) = (form.word("criterion"), ctx.words.say(Message::ScoreHintCriterion));
    let edit = |text| set(ScoreChange::Criterion(text));
    let field = form.bare_text(id("criterion"), &word, &line.criterion, &hint, edit);
    take_keys(view, id("criterion"), &field);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, view| {
                let weight = &|form: &mut Form<'_>, _: &mut ViewState| weight_ui(form, line, &called);
                let rating = &|form: &mut Form<'_>, _: &mut ViewState| rating_ui(form, line, &called);
                cells_ui(form, view, SHORT, &[weight, rating]);
            },
            &|form, _| {
                let (word, hint) = (form.word("evidence"), ctx.words.say(Message::ScoreHintEvidence));
                form.text(id("evidence"), &word, &line.evidence, &hint, |text| set(ScoreChange::Evidence(text)));
            },
        ],
    );
    form.ui.separator();
}

/// The weight in percent, named with its criterion: there are many of them.
fn weight_ui(form: &mut Form<'_>, line: &ScoreLine, called: &str) {
    let word = form.word("weight");
    form.label(word.clone());
    let name = format!("{called} · {word}");
    let shown = line.weight.map_or_else(String::new, |weight| format!("{weight} %"));
    let id = field_id("score", line.id, "weight");
    let typed = form.typed(id, &name, &shown, "0–100 %", &Message::PercentWrong, typed_percent);
    if let Some(weight) = typed.filter(|weight| *weight != line.weight) {
        form.edit(Edit::Score(RecordEdit::Set(line.id, ScoreChange::Weight(weight))));
    }
}

fn rating_ui(form: &mut Form<'_>, line: &ScoreLine, called: &str) {
    let word = form.word("rating");
    let name = format!("{called} · {word}");
    let id = field_id("score", line.id, "rating");
    if let Some(rating) = number_ui(form, id, (&word, &name), line.rating.map(u16::from), (1, 10)) {
        let rating = rating.and_then(|rating| u8::try_from(rating).ok());
        form.edit(Edit::Score(RecordEdit::Set(line.id, ScoreChange::Rating(rating))));
    }
    if line.rating.is_some_and(|rating| !is_rating(rating)) {
        form.complaint(&Message::ClientNumberWrong { least: "1".to_owned(), most: "10".to_owned() });
    }
}

/// A labeled whole number from `least` to `most`; gives what was typed where it is another value.
fn number_ui(
    form: &mut Form<'_>,
    id: Id,
    (label, name): (&str, &str),
    value: Option<u16>,
    (least, most): (u16, u16),
) -> Option<Option<u16>> {
    form.label(label);
    let shown = value.map_or_else(String::new, |value| value.to_string());
    let hint = format!("{least}–{most}");
    let wrong = Message::ClientNumberWrong { least: least.to_string(), most: most.to_string() };
    let typed = form.typed(id, name, &shown, &hint, &wrong, |text| typed_number(text, (least, most)));
    typed.filter(|typed| *typed != value)
}

/// A whole number: `Some(None)` for nothing, `None` for what is none or stands outside.
fn typed_number(text: &str, (least, most): (u16, u16)) -> Option<Option<u16>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let number: u16 = text.parse().ok()?;
    (least..=most).contains(&number).then_some(Some(number))
}
