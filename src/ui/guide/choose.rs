//! Help me choose: a few questions, one after the other, and the value they lead to.

use egui::{Area, Button, Frame, Id, Key, Modifiers, Order, Pos2, Response, RichText, Sense, Ui, vec2};

use crate::edit::{Edit, OpportunityJudgementChange as Own, PersonChange, RecordEdit};
use crate::method::{Question, Reached, Said, Topic, yes_or_no};
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, JudgementField, Opportunity, PoliticalStatus, RelationshipStage,
    Support, ThinkingStyle,
};
use crate::theme::{TextSize, Weight};
use crate::ui::canvas::{judge, judged_title, set_many};
use crate::ui::fields::{name_widget, pressed_number};
use crate::ui::style::bold_text;
use crate::ui::symbols::{Judged as Symbol, paint_judged};
use crate::ui::{Action, Actions, Choosing, ViewContext, ViewState};
use crate::words::Message;

/// As wide as the questions may be, in points.
const WIDTH: f32 = 320.0;

/// What the line with the way to the questions leaves to the value, in points.
const REST: f32 = 84.0;

/// A quiet way to the questions beside the name of a judgement: in words where the value is unknown, else a
/// small sign. Gives where the questions are to hang, once it is clicked.
pub(in crate::ui) fn help_link(ctx: &ViewContext<'_>, ui: &mut Ui, judgement: &str, is_known: bool) -> Option<Pos2> {
    let words = ctx.words.say(Message::HelpChoose);
    let is_room = ui.available_width() > ctx.measure.width(&words, TextSize::CAPTION, Weight::Regular) + REST;
    let text = if is_known || !is_room { "…".into() } else { words };
    let text = RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_faint());
    let button = ui.add(Button::new(text).frame(false));
    let name = ctx.words.text(&Message::HelpChooseOf { judgement: judgement.to_owned() });
    name_widget(&button, &name);
    let at = button.rect.left_bottom();
    button.on_hover_text(name).clicked().then_some(at)
}

/// Draws the question that is open, or the value reached; over everything else, where it was asked for.
pub(in crate::ui) fn choosing_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let Some(mut choosing) = view.choosing.take() else { return };
    let is_covered = view.dialog.is_some() || view.palette.is_some() || view.find.is_some();
    let Some(first) = ctx.guide.first(choosing.topic).filter(|_| !is_covered) else { return };
    let frame = ui.ctx().cumulative_frame_nr();
    // The click that opened it is not one beside it.
    let is_fresh = *choosing.since.get_or_insert(frame) == frame;
    let area = Area::new(Id::unique("choosing")).order(Order::Foreground).fixed_pos(choosing.at + vec2(0.0, 4.0));
    let shown = area.constrain_to(ui.ctx().content_rect().shrink(4.0)).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_width(WIDTH);
            title_ui(ctx, view, ui, &choosing);
            match first.follow(&choosing.answers) {
                Reached::Question(question) => {
                    question_ui(ui, ctx, question, &mut choosing);
                    false
                }
                Reached::Value(code, why) => value_ui(ctx, view, ui, (&mut choosing, code, why), actions),
            }
        })
    });
    let is_escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if shown.inner.inner || is_escaped || (shown.response.clicked_elsewhere() && !is_fresh) {
        view.wants_canvas = true;
    } else {
        view.choosing = Some(choosing);
    }
}

/// What is judged, of whom, and in which opportunity.
fn title_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, choosing: &Choosing) {
    let title = judged_title(ctx, &topic_word(ctx, choosing.topic), &choosing.people);
    ui.label(bold_text(title, TextSize::SECOND, ctx));
    let is_of_person = matches!(choosing.topic, Topic::Attitude | Topic::Stage | Topic::Style);
    let opportunity = view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id)).filter(|_| !is_of_person);
    if let Some(opportunity) = opportunity {
        let text = ctx.words.text(&Message::InspectorJudgedIn { opportunity: opportunity.name.clone() });
        ui.label(RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_faint()));
    }
    ui.add_space(4.0);
}

/// One question; an answer is given by click or by its number.
fn question_ui(ui: &mut Ui, ctx: &ViewContext<'_>, question: &Question, choosing: &mut Choosing) {
    let language = ctx.words.language();
    ui.label(question.ask.text(language));
    ui.add_space(4.0);
    let mut given = None;
    for (place, answer) in question.answers.iter().enumerate() {
        let text = format!("{}  {}", place + 1, answer.say.text(language));
        let button = ui.add(Button::selectable(false, text).wrap());
        if place == 0 {
            take_keys(choosing, &button);
        }
        if button.clicked() {
            given = Some(place);
        }
    }
    let is_typing = ui.ctx().text_edit_focused();
    let number = pressed_number(ui).filter(|_| !is_typing).and_then(|number| number.checked_sub(1));
    let given = given.or(number.filter(|place| *place < question.answers.len()));
    let is_back = !choosing.answers.is_empty() && back_ui(ctx, ui);
    match given {
        Some(place) => choosing.answers.push(place),
        None if is_back => {
            choosing.answers.pop();
        }
        None => {}
    }
}

/// The value reached, why, and the button that sets it; gives whether that was pressed.
fn value_ui(
    ctx: &ViewContext<'_>,
    view: &ViewState,
    ui: &mut Ui,
    (choosing, code, why): (&mut Choosing, Option<&str>, &Said),
    actions: &mut Actions,
) -> bool {
    let topic = choosing.topic;
    ui.horizontal(|ui| {
        if let Some(symbol) = symbol(topic, code) {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::hover());
            paint_judged(ui.painter(), rect.center(), 15.0, symbol, ctx.palette, 1.0);
        }
        let text = match code {
            Some(code) => Message::HelpProposed { value: value_word(ctx, topic, code) },
            None => Message::HelpUnknown,
        };
        ui.label(bold_text(ctx.words.text(&text), TextSize::BODY, ctx));
    });
    ui.label(RichText::new(why.text(ctx.words.language())).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    ui.add_space(4.0);
    let set = ui.add_enabled(!ctx.is_read_only, Button::new(ctx.words.say(Message::HelpSet)));
    take_keys(choosing, &set);
    let is_set = set.clicked();
    if back_ui(ctx, ui) {
        choosing.answers.pop();
        return false;
    }
    if is_set {
        // A step of its own, even on a field just set.
        actions.push(Action::EndStep);
        actions.push(Action::Edit(edit(view, choosing, code)));
    }
    is_set
}

/// One answer back, by click or by Backspace.
fn back_ui(ctx: &ViewContext<'_>, ui: &mut Ui) -> bool {
    let text = RichText::new(format!("← {}", ctx.words.say(Message::TourBack))).size(TextSize::SECOND);
    let is_clicked = ui.add(Button::new(text.color(ctx.palette.ink_soft())).frame(false)).clicked();
    is_clicked || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace))
}

/// Each new question gives the keys to its first button, so that Tab, arrows and Enter go on from there.
fn take_keys(choosing: &mut Choosing, button: &Response) {
    let now = Some(choosing.answers.len());
    if choosing.keys_at != now {
        button.request_focus();
        choosing.keys_at = now;
    }
}

/// The value as one edit, in the opportunity looked through where the judgement is its own.
fn edit(view: &ViewState, choosing: &Choosing, code: Option<&str>) -> Edit {
    fn of<T: Coded>(code: Option<&str>) -> Option<T> {
        code.and_then(T::from_code)
    }
    let people = choosing.people.as_slice();
    let own = |field, change: &dyn Fn() -> PersonChange| {
        set_many(people, field, |person| Edit::Person(RecordEdit::Set(person, change())))
    };
    let answer = code.and_then(yes_or_no);
    match choosing.topic {
        Topic::Role => judge(view, people, "role", of::<BuyingRole>(code), PersonChange::Role, Own::Role),
        Topic::Support => judge(view, people, "support", of::<Support>(code), PersonChange::Support, Own::Support),
        Topic::Coverage => judge(view, people, "coverage", of::<Coverage>(code), PersonChange::Coverage, Own::Coverage),
        Topic::Political => {
            let value = of::<PoliticalStatus>(code);
            judge(view, people, "political", value, PersonChange::Political, Own::Political)
        }
        Topic::Veto => judge(view, people, "veto", answer, PersonChange::Veto, Own::Veto),
        Topic::Coach => judge(view, people, "coach", answer, PersonChange::Coach, Own::Coach),
        Topic::Attitude => own("attitude", &|| PersonChange::Attitude(of::<InnovationAttitude>(code))),
        Topic::Stage => own("stage", &|| PersonChange::Stage(of::<RelationshipStage>(code))),
        Topic::Style => own("style", &|| PersonChange::Style(of::<ThinkingStyle>(code))),
    }
}

/// How the value is drawn on a card, where it is.
fn symbol(topic: Topic, code: Option<&str>) -> Option<Symbol> {
    match topic {
        Topic::Role => Some(Symbol::Role(code.and_then(BuyingRole::from_code))),
        Topic::Attitude => Some(Symbol::Attitude(code.and_then(InnovationAttitude::from_code))),
        Topic::Support => Some(Symbol::Support(code.and_then(Support::from_code))),
        Topic::Coverage => Some(Symbol::Coverage(code.and_then(Coverage::from_code))),
        Topic::Political | Topic::Stage | Topic::Veto | Topic::Coach | Topic::Style => None,
    }
}

fn value_word(ctx: &ViewContext<'_>, topic: Topic, code: &str) -> String {
    match (topic.kind(), yes_or_no(code)) {
        (Some(kind), _) => ctx.words.label(kind, code).to_owned(),
        (None, Some(true)) => ctx.words.text(&Message::WorkYes),
        (None, Some(false) | None) => ctx.words.text(&Message::WorkNo),
    }
}

fn topic_word(ctx: &ViewContext<'_>, topic: Topic) -> String {
    let field = match topic {
        Topic::Role => JudgementField::Role,
        Topic::Attitude => JudgementField::Attitude,
        Topic::Support => JudgementField::Support,
        Topic::Coverage => JudgementField::Coverage,
        Topic::Political => JudgementField::Political,
        Topic::Stage => JudgementField::Stage,
        Topic::Veto => JudgementField::Veto,
        Topic::Coach => JudgementField::Coach,
        Topic::Style => return ctx.words.label("field", "style").to_owned(),
    };
    ctx.words.value(field).to_owned()
}
