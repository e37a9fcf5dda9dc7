//! Findings put away: the reason asked for in place, the list of them, and the way back.

use egui::{Button, Id, Key, RichText, TextEdit, TextWrapMode, Ui};

use super::sentence::{gravity_ui, quiet_sentence_ui};
use super::{heading_ui, key};
use crate::edit::{Edit, RecordEdit};
use crate::insight::Finding;
use crate::model::Mute;
use crate::theme::TextSize;
use crate::ui::fields::{LONGEST, name_widget};
use crate::ui::plan::list::take_keys;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Message, date};

/// The reason being typed, while there is one.
fn draft_id(finding: &Finding) -> Id {
    Id::unique(("finding-away", key(finding)))
}

/// Opens and closes the question for a reason.
pub(super) fn put_away_button(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, finding: &Finding) {
    let id = draft_id(finding);
    let is_open = ui.data(|data| data.get_temp::<String>(id)).is_some();
    let text = RichText::new(ctx.words.say(Message::FindingPutAway));
    let text = text.size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let button = Button::selectable(is_open, text).wrap_mode(TextWrapMode::Extend);
    if ui.add_enabled(!ctx.is_read_only, button).clicked() {
        view.wants_field = Some(id.with("field"));
        ui.data_mut(|data| match is_open {
            true => data.remove::<String>(id),
            false => {
                data.insert_temp(id, String::new());
            }
        });
    }
}

/// The field for the reason, and what puts the finding away.
pub(super) fn reason_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    finding: &Finding,
) {
    let id = draft_id(finding);
    let Some(mut reason) = ui.data(|data| data.get_temp::<String>(id)) else { return };
    let is_done = ui.horizontal(|ui| {
        let hint = RichText::new(ctx.words.say(Message::FindingPutAwayHint)).color(ctx.palette.ink_faint());
        let field = TextEdit::singleline(&mut reason).id(id.with("field")).hint_text(hint).char_limit(LONGEST);
        let field = ui.add(field.desired_width(320.0));
        name_widget(&field, &ctx.words.say(Message::FindingPutAwayHint));
        take_keys(view, id.with("field"), &field);
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let go = RichText::new(ctx.words.say(Message::FindingPutAwayGo)).size(TextSize::SECOND);
        ui.add_enabled(!ctx.is_read_only, Button::new(go)).clicked() || is_entered
    });
    if !is_done.inner {
        ui.data_mut(|data| data.insert_temp(id, reason));
        return;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    let mute = Mute {
        rule: Some(finding.rule),
        person: finding.subject(),
        reason: reason.trim().to_owned(),
        day: Some(ctx.today),
        ..Mute::new(view.ids.fresh())
    };
    actions.push(Action::Edit(Edit::Mute(RecordEdit::Add(Box::new(mute)))));
}

/// Draws what was put away, each with the reason, the day and the way back.
pub(super) fn away_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let here: Vec<(&Finding, &Mute)> = ctx
        .insights
        .findings
        .iter()
        .filter_map(|finding| Some((finding, ctx.account.get::<Mute>(finding.muted?)?)))
        .collect();
    if here.is_empty() {
        return;
    }
    heading_ui(ctx, ui, ctx.words.say(Message::FindingsAway), here.len());
    for (finding, mute) in here {
        ui.push_id(mute.id, |ui| {
            ui.horizontal_top(|ui| {
                gravity_ui(ctx, ui, finding.severity);
                ui.vertical(|ui| {
                    quiet_sentence_ui(ctx, ui, finding);
                    ui.horizontal_wrapped(|ui| {
                        let text = RichText::new(why(ctx, mute)).size(TextSize::SECOND);
                        ui.label(text.color(ctx.palette.ink_soft()));
                        let back = RichText::new(ctx.words.say(Message::FindingBringBack)).size(TextSize::SECOND);
                        if ui.add_enabled(!ctx.is_read_only, Button::new(back)).clicked() {
                            actions.push(Action::Edit(Edit::Mute(RecordEdit::Remove(mute.id))));
                        }
                    });
                });
            });
        });
        ui.add_space(6.0);
    }
    ui.add_space(8.0);
}

fn why(ctx: &ViewContext<'_>, mute: &Mute) -> String {
    let reason = match mute.reason.trim() {
        "" => ctx.words.say(Message::FindingNoReason).into_owned(),
        reason => reason.to_owned(),
    };
    match mute.day {
        Some(day) => ctx.words.text(&Message::FindingAway { reason, date: date(day) }),
        None => reason,
    }
}
