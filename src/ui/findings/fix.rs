//! The buttons below a finding: each does it at once, or asks for the one thing it needs.

use egui::{Button, Id, Key, Popup, Response, RichText, TextEdit, TextWrapMode, Ui};

use crate::insight::{Finding, Fix, Held};
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, JudgementField, PersonId, PoliticalStatus, RelationshipStage,
    Support,
};
use crate::theme::TextSize;
use crate::ui::fields::{name_widget, person_search};
use crate::ui::fixes::{FixDesk, edit_of, judge};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, View, ViewContext, ViewState};
use crate::words::Message;

/// How many people a search shows.
const SHOWN: usize = 8;

/// Draws the button of one fix; the first of a finding stands out.
pub(super) fn fix_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (finding, fix, is_first): (&Finding, &Fix, bool),
) {
    let desk = desk(ctx, view);
    let words = ctx.words.fix(fix, ctx.account, desk.later());
    let asks = matches!(fix, Fix::Judge { .. }) || fix.asks_whom();
    let words = if asks { format!("{words}…") } else { words };
    let text =
        if is_first { bold_text(words, TextSize::SECOND, ctx) } else { RichText::new(words).size(TextSize::SECOND) };
    let is_free = !ctx.is_read_only || is_shown_only(fix);
    let button = ui.add_enabled(is_free, Button::new(text).wrap_mode(TextWrapMode::Extend));
    if let Fix::Judge { person, field } = fix {
        if let Some(held) = value_popup(ctx, &button, *field) {
            actions.push(Action::EndStep);
            actions.extend(judge(&desk, *person, held).map(Action::Edit));
        }
    } else if fix.asks_whom() {
        if let Some(whom) = person_popup(ctx, &button, named(fix)) {
            let edit = edit_of(&desk, finding, &fix.with_person(whom), &mut view.ids);
            actions.extend(edit.map(Action::Edit));
        }
    } else if button.clicked() {
        match edit_of(&desk, finding, fix, &mut view.ids) {
            Some(edit) => actions.push(Action::Edit(edit)),
            None => show(ctx, view, fix),
        }
    }
}

fn desk<'a>(ctx: &ViewContext<'a>, view: &ViewState) -> FixDesk<'a> {
    FixDesk { account: ctx.account, opportunity: view.opportunity, words: ctx.words, today: ctx.today }
}

fn is_shown_only(fix: &Fix) -> bool {
    matches!(fix, Fix::ShowWay(_) | Fix::OpenPerson(_) | Fix::ShowActions)
}

/// What needs no edit: something is shown.
fn show(ctx: &ViewContext<'_>, view: &mut ViewState, fix: &Fix) {
    match fix {
        Fix::ShowWay(people) => {
            view.route = Some(people.clone());
            view.view = View::Map;
            view.wants_canvas = true;
        }
        Fix::OpenPerson(person) => view.show_person(ctx.account, *person),
        Fix::ShowActions => view.show_overdue(),
        Fix::AddAction { .. }
        | Fix::Judge { .. }
        | Fix::MarkRole { .. }
        | Fix::MarkTag { .. }
        | Fix::MarkPolitical { .. }
        | Fix::MarkAgainst { .. }
        | Fix::AddLink { .. }
        | Fix::AddGroup
        | Fix::Verify { .. }
        | Fix::Postpone { .. } => {}
    }
}

/// The values of a judgement below a button; gives the one chosen.
fn value_popup(ctx: &ViewContext<'_>, button: &Response, field: JudgementField) -> Option<Held> {
    let shown = Popup::menu(button).show(|ui| match field {
        JudgementField::Role => values_ui::<BuyingRole>(ctx, ui).map(|value| Held::Role(Some(value))),
        JudgementField::Attitude => values_ui::<InnovationAttitude>(ctx, ui).map(|value| Held::Attitude(Some(value))),
        JudgementField::Support => values_ui::<Support>(ctx, ui).map(|value| Held::Support(Some(value))),
        JudgementField::Coverage => values_ui::<Coverage>(ctx, ui).map(|value| Held::Coverage(Some(value))),
        JudgementField::Political => values_ui::<PoliticalStatus>(ctx, ui).map(|value| Held::Political(Some(value))),
        JudgementField::Stage => values_ui::<RelationshipStage>(ctx, ui).map(|value| Held::Stage(Some(value))),
        // No finding asks for these.
        JudgementField::Veto | JudgementField::Coach | JudgementField::Win => None,
    });
    shown.and_then(|shown| shown.inner)
}

fn values_ui<T: Coded>(ctx: &ViewContext<'_>, ui: &mut Ui) -> Option<T> {
    let mut chosen = None;
    for value in T::ALL {
        let hint = ctx.words.hint(*value);
        let line = ui.button(ctx.words.value(*value));
        let line = if hint == "???" { line } else { line.on_hover_text(hint) };
        if line.clicked() {
            chosen = Some(*value);
        }
    }
    chosen
}

/// Whom a fix names already: somebody else is asked for.
fn named(fix: &Fix) -> Option<PersonId> {
    match fix {
        Fix::AddLink { from, to } => from.or(*to),
        Fix::AddAction { .. }
        | Fix::Judge { .. }
        | Fix::MarkRole { .. }
        | Fix::MarkTag { .. }
        | Fix::MarkPolitical { .. }
        | Fix::MarkAgainst { .. }
        | Fix::AddGroup
        | Fix::Verify { .. }
        | Fix::Postpone { .. }
        | Fix::ShowWay(_)
        | Fix::OpenPerson(_)
        | Fix::ShowActions => None,
    }
}

/// A search for a person below a button; gives the one chosen.
fn person_popup(ctx: &ViewContext<'_>, button: &Response, other: Option<PersonId>) -> Option<PersonId> {
    let popup = Popup::menu(button).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        ui.set_min_width(220.0);
        let id = Id::unique(("finding-whom", button.id));
        let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let hint = RichText::new(ctx.words.say(Message::SearchHint)).color(ctx.palette.ink_faint());
        let field = ui.add(TextEdit::singleline(&mut text).id(id).hint_text(hint));
        name_widget(&field, &ctx.words.say(Message::SearchHint));
        if !field.has_focus() && !field.lost_focus() {
            field.request_focus();
        }
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let found = person_search(ctx.account, &text, SHOWN + 1);
        let found: Vec<PersonId> = found.into_iter().filter(|person| Some(*person) != other).take(SHOWN).collect();
        let mut chosen = None;
        for (row, person) in found.iter().enumerate() {
            let is_marked = row == 0 && !text.is_empty();
            let name = ctx.account.person_name(*person);
            let line = ui.push_id(*person, |ui| ui.selectable_label(is_marked, name)).inner;
            if line.clicked() || (is_marked && is_entered) {
                chosen = Some(*person);
            }
        }
        if found.is_empty() {
            ui.label(RichText::new(ctx.words.say(Message::FindNobody)).color(ctx.palette.ink_soft()));
        }
        if chosen.is_some() {
            text.clear();
            Popup::close_all(ui.ctx());
        }
        ui.data_mut(|data| data.insert_temp(id, text));
        chosen
    });
    shown.and_then(|shown| shown.inner)
}
