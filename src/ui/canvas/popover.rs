//! Choices that float where the eye is: a judgement of a card, what a line just drawn says.

use egui::{Area, Button, Frame, Id, Key, Order, Pos2, RichText, Sense, Ui, vec2};

use super::Stage;
use crate::edit::{Edit, Gesture, OpportunityJudgementChange, PersonChange, RecordEdit, SeatChange, StructureEdit};
use crate::method::Topic;
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, Judged, JudgementField, Link, LinkKind, Person, PersonId, Seat,
    SeatId, Strength, Support, TieKind,
};
use crate::theme::TextSize;
use crate::ui::fields::pressed_number;
use crate::ui::style::bold_text;
use crate::ui::symbols::{Judged as Symbol, paint_judged};
use crate::ui::{Action, Actions, Choosing, Handle, Popover, ViewContext, ViewState};
use crate::words::Message;

/// Draws the choice that floats, if one does.
pub(super) fn popover_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let Some(popover) = view.popover.clone() else { return };
    let at = match &popover {
        Popover::Judge { at, .. } | Popover::Line { at, .. } => *at,
    };
    let is_fresh = is_fresh(ui, &popover);
    let is_escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
    let (is_done, is_outside) = floating(stage, ui, at, |ui| match &popover {
        Popover::Judge { field, at } => judge_ui(stage.ctx, view, ui, (*field, *at), actions),
        Popover::Line { from, to, handle, .. } => line_ui(stage.ctx, view, ui, (*from, *to, *handle), actions),
    });
    if is_done || (is_outside && !is_fresh) || is_escaped {
        view.popover = None;
        view.wants_canvas = true;
    }
}

/// Whether the choice was opened in this frame: the click that opened it is not one beside it, nor
/// is it in the frame's second pass.
fn is_fresh(ui: &Ui, popover: &Popover) -> bool {
    let (id, frame) = (Id::unique("popover-since"), ui.ctx().cumulative_frame_nr());
    let known = ui.data(|data| data.get_temp::<(Popover, u64)>(id)).filter(|(known, _)| known == popover);
    let since = known.map_or(frame, |(_, since)| since);
    ui.data_mut(|data| data.insert_temp(id, (popover.clone(), since)));
    since == frame
}

/// A frame over the canvas; whether its content is done, and whether a click went elsewhere.
fn floating(stage: &Stage<'_>, ui: &Ui, at: Pos2, content: impl FnOnce(&mut Ui) -> bool) -> (bool, bool) {
    let area = Area::new(Id::unique("popover")).order(Order::Foreground).fixed_pos(at + vec2(0.0, 4.0));
    let shown = area.constrain_to(stage.screen).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_max_width(300.0);
            content(ui)
        })
    });
    (shown.inner.inner, shown.response.clicked_elsewhere())
}

/// The values of one judgement, numbered; gives whether one was chosen.
fn judge_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (field, at): (JudgementField, Pos2),
    actions: &mut Actions,
) -> bool {
    let people = view.people(ctx.account);
    ui.label(bold_text(judged_title(ctx, ctx.words.value(field), &people), TextSize::SECOND, ctx));
    // Several people may differ: then none is marked.
    let only = people.first().filter(|_| people.len() == 1).and_then(|id| ctx.account.get::<Person>(*id));
    let judged = only.map(|person| ctx.account.judgement(person, view.opportunity));
    let judged = judged.as_ref();
    let chosen = match field {
        JudgementField::Role => values_ui::<BuyingRole>(ctx, ui, (Symbol::Role, judged.map(|now| now.role)), |value| {
            judge(view, &people, "role", value, PersonChange::Role, OpportunityJudgementChange::Role)
        }),
        JudgementField::Support => {
            values_ui::<Support>(ctx, ui, (Symbol::Support, judged.map(|now| now.support)), |value| {
                judge(view, &people, "support", value, PersonChange::Support, OpportunityJudgementChange::Support)
            })
        }
        JudgementField::Coverage => {
            values_ui::<Coverage>(ctx, ui, (Symbol::Coverage, judged.map(|now| now.coverage)), |value| {
                judge(view, &people, "coverage", value, PersonChange::Coverage, OpportunityJudgementChange::Coverage)
            })
        }
        // Attitude is the person's own, in every opportunity the same.
        JudgementField::Attitude
        | JudgementField::Political
        | JudgementField::Stage
        | JudgementField::Veto
        | JudgementField::Coach
        | JudgementField::Win => {
            values_ui::<InnovationAttitude>(ctx, ui, (Symbol::Attitude, only.map(|person| person.attitude)), |value| {
                set_many(&people, "attitude", |person| {
                    Edit::Person(RecordEdit::Set(person, PersonChange::Attitude(value)))
                })
            })
        }
    };
    if let Some(edit) = chosen {
        if !ctx.is_read_only {
            actions.push(Action::Edit(edit));
        }
        return true;
    }
    if help_ui(ctx, ui) {
        view.choosing = Some(Choosing::new(topic_of(field), people, at));
        return true;
    }
    false
}

/// The way to the questions, by click or by key.
fn help_ui(ctx: &ViewContext<'_>, ui: &mut Ui) -> bool {
    if ctx.is_read_only {
        return false;
    }
    ui.separator();
    let text = RichText::new(format!("H  {}", ctx.words.say(Message::HelpChoose))).color(ctx.palette.ink_soft());
    let is_clicked = ui.add(Button::selectable(false, text)).clicked();
    is_clicked || ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::H))
}

/// Whose judgement is chosen.
pub(in crate::ui) fn judged_title(ctx: &ViewContext<'_>, judgement: &str, people: &[PersonId]) -> String {
    match people {
        [only] => format!("{judgement} · {}", ctx.account.person_name(*only)),
        many => {
            let count = many.len().to_string();
            ctx.words.text(&Message::JudgeMany { field: judgement.to_owned(), count })
        }
    }
}

/// What the questions are about where a field of the map is judged.
fn topic_of(field: JudgementField) -> Topic {
    match field {
        JudgementField::Role => Topic::Role,
        JudgementField::Support => Topic::Support,
        JudgementField::Coverage => Topic::Coverage,
        JudgementField::Attitude
        | JudgementField::Political
        | JudgementField::Stage
        | JudgementField::Veto
        | JudgementField::Coach
        | JudgementField::Win => Topic::Attitude,
    }
}

/// One judgement of people, in the account or in the opportunity looked through.
pub(in crate::ui) fn judge<T: Copy>(
    view: &ViewState,
    people: &[PersonId],
    field: &'static str,
    value: Option<T>,
    change: impl Fn(Option<T>) -> PersonChange,
    own: impl Fn(Judged<T>) -> OpportunityJudgementChange,
) -> Edit {
    set_many(people, field, |person| match view.opportunity {
        Some(opportunity) => {
            let value = value.map_or(Judged::Unknown, Judged::Is);
            Edit::Structure(StructureEdit::Judge { opportunity, person, change: own(value) })
        }
        None => Edit::Person(RecordEdit::Set(person, change(value))),
    })
}

/// One edit that says the same of each.
pub(in crate::ui) fn set_many(people: &[PersonId], field: &'static str, edit: impl Fn(PersonId) -> Edit) -> Edit {
    match people {
        [only] => edit(*only),
        many => {
            let edits = many.iter().map(|person| edit(*person)).collect();
            Edit::Gesture(Gesture::SetMany { field, count: many.len() }, edits)
        }
    }
}

/// How a value is drawn, and the one that holds now, where it is one.
type Shown<T> = (fn(Option<T>) -> Symbol, Option<Option<T>>);

/// A line for each value with its number, symbol, word and what it means.
fn values_ui<T: Coded>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    (symbol, now): Shown<T>,
    edit: impl Fn(Option<T>) -> Edit,
) -> Option<Edit> {
    let mut chosen: Option<Option<T>> = None;
    let unknown = ctx.words.text(&Message::UnknownValue);
    let lines = T::ALL.iter().copied().map(Some).chain([None]);
    for (place, value) in (1..).zip(lines) {
        let number = if value.is_none() { 0 } else { place };
        let word = value.map_or(unknown.as_str(), |value| ctx.words.value(value));
        let hint = value.map_or("", |value| ctx.words.hint(value));
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 24.0), Sense::hover());
            paint_judged(ui.painter(), rect.center(), 15.0, symbol(value), ctx.palette, 1.0);
            let text = RichText::new(format!("{number}  {word}"));
            let response = ui.add(Button::selectable(now == Some(value), text));
            let response = if hint.is_empty() { response } else { response.on_hover_text(hint) };
            if response.clicked() {
                chosen = Some(value);
            }
        });
    }
    if let Some(number) = pressed_number(ui) {
        chosen = match number.checked_sub(1) {
            None => Some(None),
            Some(place) => T::ALL.get(place).map(|value| Some(*value)),
        };
    }
    chosen.map(edit)
}

/// What a line just drawn says; gives whether that was chosen.
fn line_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (from, to, handle): (SeatId, SeatId, Handle),
    actions: &mut Actions,
) -> bool {
    let name = |seat| super::cards::card_name(ctx, seat);
    ui.label(bold_text(format!("{} → {}", name(from), name(to)), TextSize::SECOND, ctx));
    let choices: Vec<(String, Choice)> = match handle {
        Handle::Boss | Handle::Report => vec![
            (ctx.words.text(&Message::LineReporting), Choice::Reports),
            (ctx.words.text(&Message::LineDotted), Choice::Dotted),
        ],
        Handle::Influence => Strength::ALL
            .iter()
            .map(|strength| {
                let count = strength.get().to_string();
                let text = ctx.words.text(&Message::InfluenceOf { count });
                (text, Choice::Link(LinkKind::Influences(*strength)))
            })
            .collect(),
        Handle::Bond => std::iter::once((ctx.words.text(&Message::LineConflict), Choice::Link(LinkKind::Conflict)))
            .chain(TieKind::ALL.iter().map(|tie| (ctx.words.value(*tie).to_owned(), Choice::Link(LinkKind::Tie(*tie)))))
            .collect(),
    };
    let number = pressed_number(ui);
    let mut chosen = None;
    for (place, (text, choice)) in (1..).zip(choices) {
        let button = ui.add(Button::selectable(false, format!("{place}  {text}")));
        if button.clicked() || number == Some(place) {
            chosen = Some(choice);
        }
    }
    if ui.input(|input| input.key_pressed(Key::Enter)) && chosen.is_none() && handle == Handle::Influence {
        chosen = Some(Choice::Link(LinkKind::Influences(Strength::CLEAR)));
    }
    let Some(choice) = chosen else { return false };
    if let Some(edit) = choice.edit(ctx, view, from, to) {
        actions.push(Action::Edit(edit));
    }
    true
}

/// What can be said by a line.
enum Choice {
    Reports,
    Dotted,
    Link(LinkKind),
}

impl Choice {
    fn edit(&self, ctx: &ViewContext<'_>, view: &mut ViewState, from: SeatId, to: SeatId) -> Option<Edit> {
        let account = ctx.account;
        match self {
            Self::Reports => Some(crate::edit::move_under(account, &[from].into(), Some(to))),
            Self::Dotted => {
                let mut dotted = account.get::<Seat>(from)?.dotted.clone();
                if dotted.contains(&to) {
                    return None;
                }
                dotted.push(to);
                Some(Edit::Seat(RecordEdit::Set(from, SeatChange::Dotted(dotted))))
            }
            Self::Link(kind) => {
                let (one, other) = (account.holder(from)?.id, account.holder(to)?.id);
                let is_same = |link: &&Link| {
                    link.from == one && link.to == other && link.kind.is_directed() && kind.is_directed()
                };
                // Drawn once more, an influence takes the new strength.
                if let Some(known) = account.all::<Link>().find(is_same) {
                    let change = crate::edit::LinkChange::Kind(*kind);
                    return Some(Edit::Link(RecordEdit::Set(known.id, change)));
                }
                let link = Link::new(view.ids.fresh(), one, other, *kind);
                view.select_link(link.id);
                Some(Edit::Link(RecordEdit::Add(Box::new(link))))
            }
        }
    }
}
