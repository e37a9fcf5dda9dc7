//! The table of answers: a row a question, a column for us and for each competitor of the opportunity.

use egui::{Align, Button, Id, Key, Layout, Modifiers, RichText, Role, Ui, WidgetInfo, vec2};

use crate::edit::{Edit, OpportunityChange, RecordEdit};
use crate::insight::{has_open_action, mark_of, tally};
use crate::method::{AssessmentQuestion, QuestionGroup};
use crate::model::{Action, Answer, AnswerMark, Competitor, CompetitorId, Opportunity};
use crate::plot::signs;
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget, pressed_number};
use crate::ui::inspector::{Proof, evidence_ui};
use crate::ui::plan::list::{named, next_rank};
use crate::ui::style::{bold, bold_text};
use crate::ui::{Action as Asked, Actions, FixDesk, ViewContext, ViewState};
use crate::words::Message;

/// The width of a side's column.
const SIDE: f32 = 76.0;
/// The width of the signs at the end of a row.
const TOOLS: f32 = 104.0;
/// The least width of a question beside its answers; with less room it stands above them.
const QUESTION: f32 = 200.0;

/// Whom an answer is about: us, or a competitor, with the name.
type Side = (Option<CompetitorId>, String);

/// The table of one opportunity.
pub(super) struct Table<'t> {
    ctx: &'t ViewContext<'t>,
    opportunity: &'t Opportunity,
    sides: Vec<Side>,
    /// The width of a question; `None` where it stands above its answers.
    width: Option<f32>,
}

impl<'t> Table<'t> {
    /// The table as wide as `ui` has room.
    pub(super) fn new(ctx: &'t ViewContext<'t>, ui: &Ui, opportunity: &'t Opportunity) -> Self {
        let mut sides = vec![(None, ctx.words.text(&Message::AssessmentWe))];
        let rivals = opportunity.competitors.iter().filter_map(|id| ctx.account.get::<Competitor>(*id));
        sides.extend(rivals.map(|rival| (Some(rival.id), named(ctx, &rival.name, "competitor"))));
        let gap = ui.spacing().item_spacing.x;
        let room = sides.iter().fold(ui.available_width() - TOOLS - gap, |room, _| room - SIDE - gap);
        Self { ctx, opportunity, sides, width: (room >= QUESTION).then_some(room) }
    }

    /// Draws a group: its name, the counts of each side, its questions.
    /// One that `is_asked` for comes into sight.
    pub(super) fn group_ui(
        &self,
        view: &mut ViewState,
        ui: &mut Ui,
        actions: &mut Actions,
        (group, is_asked): (&QuestionGroup, bool),
    ) {
        ui.add_space(12.0);
        let title = bold_text(group.name.text(self.ctx.words.language()), TextSize::BODY, self.ctx);
        self.line_ui(
            ui,
            |ui| {
                let title = ui.label(title);
                if is_asked {
                    title.scroll_to_me(Some(Align::Min));
                }
            },
            |ui| {
                for (rival, name) in &self.sides {
                    let tally = tally(group, self.opportunity, *rival);
                    self.count_ui(ui, name, signs([tally.plus, tally.open, tally.minus]));
                }
            },
        );
        for question in &group.questions {
            ui.push_id(&question.code, |ui| self.row_ui(view, ui, actions, question));
        }
    }

    /// A line of the table: what it is about, then the columns; below one another where there is no room.
    fn line_ui(&self, ui: &mut Ui, head: impl FnOnce(&mut Ui), columns: impl FnOnce(&mut Ui)) {
        match self.width {
            Some(width) => {
                _ = ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        head(ui);
                    });
                    columns(ui);
                })
            }
            None => {
                head(ui);
                ui.horizontal_wrapped(columns);
            }
        }
    }

    /// A side's name over its counts.
    fn count_ui(&self, ui: &mut Ui, name: &str, counts: String) {
        ui.allocate_ui_with_layout(vec2(SIDE, 0.0), Layout::top_down(Align::Center), |ui| {
            ui.set_width(SIDE);
            let name = RichText::new(name).size(TextSize::CAPTION).color(self.ctx.palette.ink_soft());
            ui.add(egui::Label::new(name).truncate());
            ui.label(RichText::new(counts).size(TextSize::CAPTION).color(self.ctx.palette.ink()));
        });
    }

    fn row_ui(&self, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, question: &AssessmentQuestion) {
        let (ctx, language) = (self.ctx, self.ctx.words.language());
        let key = Id::unique((self.opportunity.id.to_string(), question.code.as_str(), "open"));
        let is_open = ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(false);
        let mut is_turned = false;
        let head = |ui: &mut Ui| {
            let label = ui.label(RichText::new(question.ask.text(language)).size(TextSize::SECOND));
            label.on_hover_text(question.why.text(language));
        };
        self.line_ui(ui, head, |ui| {
            for side in &self.sides {
                self.mark_ui(ui, actions, question, side);
            }
            is_turned = self.notes_button(ui, question);
            self.action_ui(view, ui, actions, question);
        });
        if is_turned {
            ui.data_mut(|memory| memory.insert_temp(key, !is_open));
        }
        if is_open {
            ui.indent(key.with("notes"), |ui| {
                let mut form = Form::new(ctx, ui, actions);
                form.note(question.why.text(language));
                if question.essential {
                    form.note(ctx.words.say(Message::AssessmentEssential));
                }
                for side in &self.sides {
                    self.notes_ui(&mut form, question, side);
                }
            });
        }
    }

    /// One answer: a click goes on to the next, keys set it while it has them.
    fn mark_ui(&self, ui: &mut Ui, actions: &mut Actions, question: &AssessmentQuestion, (rival, name): &Side) {
        let ctx = self.ctx;
        let mark = self.opportunity.answer(&question.code, *rival).and_then(|answer| answer.mark);
        let (sign, color) = match mark {
            Some(AnswerMark::Plus) => ("+", ctx.palette.success()),
            Some(AnswerMark::Minus) => ("-", ctx.palette.danger()),
            Some(AnswerMark::Open) => ("?", ctx.palette.ink()),
            None => ("?", ctx.palette.ink_faint()),
        };
        // Above one another nothing else says whose answer it is.
        let text = if self.width.is_some() { sign.to_owned() } else { format!("{sign} {name}") };
        let text = RichText::new(text).font(bold(TextSize::BODY)).color(color);
        let button = ui.add_enabled(!ctx.is_read_only, Button::new(text).min_size(vec2(SIDE, 0.0)).truncate());
        let word = mark.map_or_else(|| ctx.words.text(&Message::NotSaid), |mark| ctx.words.value(mark).to_owned());
        let about = question.name.text(ctx.words.language());
        name_widget(&button, &format!("{about} · {name}: {word}"));
        let pressed = if button.has_focus() { pressed_mark(ui) } else { None };
        let asked = if button.clicked() { Some(Some(next(mark))) } else { pressed };
        if let Some(asked) = asked.filter(|asked| *asked != mark && !ctx.is_read_only) {
            // Each answer is a step of its own.
            actions.push(Asked::EndStep);
            let answer = self.answer(question, *rival).marked(asked, ctx.today);
            actions.push(Asked::Edit(self.set(answer)));
        }
    }

    /// The answer as it is, or none yet.
    fn answer(&self, question: &AssessmentQuestion, rival: Option<CompetitorId>) -> Answer {
        let known = self.opportunity.answer(&question.code, rival).cloned();
        known.unwrap_or_else(|| Answer::new(question.code.as_str(), rival))
    }

    fn set(&self, answer: Answer) -> Edit {
        let list = self.opportunity.assessment_with(answer);
        Edit::Opportunity(RecordEdit::Set(self.opportunity.id, OpportunityChange::Assessment(list)))
    }

    /// The sign behind which reason and notes stand, in full ink where there are notes.
    fn notes_button(&self, ui: &mut Ui, question: &AssessmentQuestion) -> bool {
        let ctx = self.ctx;
        let has_notes = self.sides.iter().any(|(rival, _)| {
            let answer = self.opportunity.answer(&question.code, *rival);
            answer.is_some_and(|answer| {
                let source = answer.evidence.as_ref().is_some_and(|evidence| !evidence.source.is_empty());
                source || !answer.note.is_empty()
            })
        });
        let color = if has_notes { ctx.palette.ink() } else { ctx.palette.ink_faint() };
        let sign = if question.essential { "★…" } else { "…" };
        let button = ui.add(Button::new(RichText::new(sign).color(color)).small());
        let name = question.name.text(ctx.words.language()).to_owned();
        let name = ctx.words.text(&Message::AssessmentWhy { question: name });
        name_widget(&button, &name);
        button.on_hover_text(name).clicked()
    }

    /// Where our answer is open: makes it an action, or says that there is one.
    fn action_ui(&self, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, question: &AssessmentQuestion) {
        let (ctx, opportunity) = (self.ctx, self.opportunity);
        if mark_of(opportunity, &question.code, None) != AnswerMark::Open {
            return;
        }
        if has_open_action(ctx.account, opportunity, &question.code) {
            let done = ui.label(RichText::new("✓").color(ctx.palette.ink_soft()));
            let name = ctx.words.say(Message::AssessmentActed);
            done.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
            done.on_hover_text(name);
            return;
        }
        let language = ctx.words.language();
        let name = ctx.words.text(&Message::AssessmentAct { question: question.name.text(language).to_owned() });
        let button = ui.add_enabled(!ctx.is_read_only, Button::new("→").small());
        name_widget(&button, &name);
        if button.on_hover_text(name).clicked() {
            let what = Message::AssessmentActWhat { question: question.ask.text(language).to_owned() };
            let (account, words, today) = (ctx.account, ctx.words, ctx.today);
            let desk = FixDesk { account, opportunity: Some(opportunity.id), words, today };
            let action = Action {
                what: ctx.words.text(&what),
                owner: opportunity.owner.or(ctx.account.profile.owner),
                due: Some(desk.later()),
                opportunity: Some(opportunity.id),
                question: question.code.clone(),
                rank: next_rank::<Action>(ctx.account),
                ..Action::new(view.ids.fresh())
            };
            actions.push(Asked::EndStep);
            actions.push(Asked::Edit(Edit::Action(RecordEdit::Add(Box::new(action)))));
        }
    }

    /// Note and evidence of one answer.
    fn notes_ui(&self, form: &mut Form<'_>, question: &AssessmentQuestion, (rival, side): &Side) {
        let answer = self.answer(question, *rival);
        let place = (question.code.as_str(), rival.map(|rival| rival.to_string()));
        let id = field_id("answer", self.opportunity.id, "note").with(place);
        let label = form.ctx.words.text(&Message::AssessmentNoteOf { side: side.clone() });
        form.area(id, &label, &answer.note, "", |note| self.set(Answer { note, ..answer.clone() }));
        let proof = Proof {
            id: id.with("evidence"),
            name: &format!("{} · {side}", question.name.text(form.ctx.words.language())),
            shown: answer.evidence.as_ref(),
            own: answer.evidence.clone().unwrap_or_default(),
        };
        evidence_ui(form, &proof, |evidence| self.set(Answer { evidence: Some(evidence), ..answer.clone() }));
        form.ui.add_space(4.0);
    }
}

/// The answer a click goes on to.
fn next(mark: Option<AnswerMark>) -> AnswerMark {
    match mark {
        None | Some(AnswerMark::Open) => AnswerMark::Plus,
        Some(AnswerMark::Plus) => AnswerMark::Minus,
        Some(AnswerMark::Minus) => AnswerMark::Open,
    }
}

/// The answer just pressed: its sign, or its digit as in every row of segments; 0 takes it back.
fn pressed_mark(ui: &Ui) -> Option<Option<AnswerMark>> {
    let signs = [(Key::Plus, AnswerMark::Plus), (Key::Minus, AnswerMark::Minus), (Key::Questionmark, AnswerMark::Open)];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if let Some((_, mark)) = signs.into_iter().find(|(key, _)| pressed(*key)) {
        return Some(Some(mark));
    }
    Some(match pressed_number(ui)? {
        1 => Some(AnswerMark::Plus),
        2 => Some(AnswerMark::Open),
        3 => Some(AnswerMark::Minus),
        _ => None,
    })
}
