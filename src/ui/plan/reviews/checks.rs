//! The checklists of a review: on one plan, and on all plans together.

use egui::{RichText, Ui};

use crate::edit::{Edit, RecordEdit, ReviewChange};
use crate::insight::{answer_of, has_review_action};
use crate::method::BadAnswer;
use crate::model::{Action, ActionArea, CheckMark, Coded, Review, ReviewCheck, ReviewKind, ReviewQuestion};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::fixes::FixDesk;
use crate::ui::plan::cells::{FIELD, cells_ui};
use crate::ui::plan::lacks::quiet_ui;
use crate::ui::plan::list::{next_rank, section_folded_ui};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The letters of the questions, in their order.
const LETTERS: &str = "abcdefghijk";

/// Draws both checklists; those of a review with the client are folded at first.
pub(super) fn checklists_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    review: &Review,
) {
    let is_open = review.kind == ReviewKind::Plan;
    for (id, title, is_on_all) in
        [("checks-one", Message::PlanningOnePlan, false), ("checks-all", Message::PlanningAllPlans, true)]
    {
        let questions: Vec<(char, ReviewQuestion)> = LETTERS
            .chars()
            .zip(ReviewQuestion::ALL.iter().copied())
            .filter(|(_, question)| question.is_on_all_plans() == is_on_all)
            .collect();
        let has_mark = |question| answer_of(review, question).is_some_and(|check| check.mark.is_some());
        let answered = questions.iter().filter(|(_, question)| has_mark(*question)).count().to_string();
        let note = ctx.words.text(&Message::PlanningAnswered { answered, all: questions.len().to_string() });
        section_folded_ui(ctx, ui, (id, is_open), (title, note), |ui| {
            for (letter, question) in questions {
                let row = Row { review, letter, question };
                ui.push_id(question.code(), |ui| row.show(ctx, view, ui, actions));
            }
        });
    }
}

/// One question of a review.
struct Row<'a> {
    review: &'a Review,
    letter: char,
    question: ReviewQuestion,
}

impl Row<'_> {
    fn show(&self, ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
        let word = ctx.words.value(self.question);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(format!("{}  {word}", self.letter)).size(TextSize::SECOND));
            // Everybody expects yes to be good; where it is not, that is said.
            if ctx.planning.bad_answer(self.question) == BadAnswer::Yes {
                quiet_ui(ctx, ui, &ctx.words.say(Message::PlanningYesIsBad));
            }
        });
        let fresh = || ReviewCheck { question: Some(self.question), ..ReviewCheck::default() };
        let check = answer_of(self.review, self.question).cloned().unwrap_or_else(fresh);
        let id = |field| field_id("review-check", self.review.id, field).with(self.question.code());
        cells_ui(
            &mut Form::new(ctx, ui, actions),
            view,
            FIELD,
            &[
                &|form, _| {
                    let edit = |mark| self.set(ReviewCheck { mark, ..check.clone() });
                    form.bare_segments::<CheckMark>(id("mark"), word, check.mark, edit);
                },
                &|form, _| {
                    let name = ctx.words.text(&Message::PlanningNoteOn { what: word.to_owned() });
                    let hint = form.word("note");
                    let edit = |note| self.set(ReviewCheck { note, ..check.clone() });
                    form.bare_text(id("note"), &name, &check.note, &hint, edit);
                },
            ],
        );
        if check.mark.is_some_and(|mark| ctx.planning.is_bad(self.question, mark)) {
            self.bad_ui(ctx, view, ui, actions);
        }
    }

    /// The edit that gives the question this answer; one that says nothing is left out.
    fn set(&self, check: ReviewCheck) -> Edit {
        let mut list = self.review.checks.clone();
        let says = check.mark.is_some() || !check.note.is_empty() || !check.kept.is_empty();
        match list.iter().position(|other| other.question == Some(self.question)) {
            Some(at) if says => list[at] = check,
            Some(at) => {
                list.remove(at);
            }
            None => list.push(check),
        }
        Edit::Review(RecordEdit::Set(self.review.id, ReviewChange::Checks(list)))
    }

    /// A bad sign is marked, and an action offered that resolves it.
    fn bad_ui(&self, ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
        let question = ctx.words.value(self.question).to_owned();
        ui.horizontal_wrapped(|ui| {
            let bad = format!("⚠ {}", ctx.words.say(Message::PlanningBad));
            ui.label(RichText::new(bad).size(TextSize::SECOND).color(ctx.palette.warning()));
            if has_review_action(ctx.account, self.question) {
                return quiet_ui(ctx, ui, &ctx.words.say(Message::AssessmentActed));
            }
            let text = RichText::new(ctx.words.say(Message::PlanningAct)).size(TextSize::SECOND);
            let button = ui.add_enabled(!ctx.is_read_only, egui::Button::new(text).small());
            name_widget(&button, &ctx.words.text(&Message::AssessmentAct { question: question.clone() }));
            if button.clicked() {
                let what = ctx.words.text(&Message::PlanningActWhat { question });
                let (account, words, today) = (ctx.account, ctx.words, ctx.today);
                let desk = FixDesk { account, opportunity: None, words, today };
                let action = Action {
                    what,
                    owner: account.profile.owner,
                    due: Some(desk.later()),
                    area: Some(ActionArea::Capability),
                    question: self.question.code().to_owned(),
                    rank: next_rank::<Action>(account),
                    ..Action::new(view.ids.fresh())
                };
                actions.push(crate::ui::Action::EndStep);
                actions.push(crate::ui::Action::Edit(Edit::Action(RecordEdit::Add(Box::new(action)))));
            }
        });
        ui.add_space(4.0);
    }
}
