//! The communication walk-around: what to check beforehand, by the quadrants of those who attend.

use egui::{CollapsingHeader, RichText, Ui, WidgetText};

use super::activity::set;
use super::board::quiet;
use super::push_step;
use crate::edit::ActivityChange;
use crate::insight::{walk, walk_code};
use crate::method::WorkTopic;
use crate::model::{Activity, Coded, ThinkingStyle};
use crate::theme::TextSize;
use crate::ui::fields::Form;
use crate::ui::plan::why::why_ui;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext};
use crate::words::Message;

/// Draws the walk; folded until it is opened, its progress in sight.
pub(super) fn walk_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, activity: &Activity) {
    let walk = walk(ctx.account, ctx.guide, activity);
    let title = Form::new(ctx, ui, actions).word("walked");
    let count = Message::WorkWalkCount { done: walk.done.to_string(), all: walk.all.to_string() };
    let count = quiet(ctx, format!("   {}", ctx.words.text(&count)));
    let head = WidgetText::concat(ui, [bold_text(&title, TextSize::BODY, ctx), count]);
    CollapsingHeader::new(head).id_salt("walk").show_unindented(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let people = |style: &str, count: usize| {
                let (style, count) = (style.to_owned(), count.to_string());
                ctx.words.text(&Message::WorkWalkPeople { style, count })
            };
            for (style, count) in &walk.styles {
                ui.label(quiet(ctx, people(ctx.words.value(*style), *count)));
            }
            if walk.unknown > 0 {
                ui.label(quiet(ctx, people(&ctx.words.say(Message::PairStyleUnknown), walk.unknown)));
            }
            if walk.styles.is_empty() && walk.unknown == 0 {
                ui.label(quiet(ctx, ctx.words.say(Message::WorkWalkNobody)));
            }
            why_ui(ctx, ui, &title, ctx.activity.why(WorkTopic::Walk));
        });
        let is_there = |style: &ThinkingStyle| walk.styles.iter().any(|(other, _)| other == style);
        for style in ThinkingStyle::ALL.iter().filter(|style| is_there(style)) {
            ui.label(bold_text(ctx.words.value(*style), TextSize::SECOND, ctx));
            prompts_ui(ctx, ui, actions, (activity, *style));
        }
        let others: Vec<ThinkingStyle> = ThinkingStyle::ALL.iter().copied().filter(|style| !is_there(style)).collect();
        if !walk.styles.is_empty() && !others.is_empty() {
            ui.label(quiet(ctx, ctx.words.say(Message::WorkWalkOthers)));
        }
        for style in others {
            let name = RichText::new(ctx.words.value(style)).size(TextSize::SECOND);
            CollapsingHeader::new(name).id_salt(style.code()).show(ui, |ui| {
                prompts_ui(ctx, ui, actions, (activity, style));
            });
        }
    });
    ui.add_space(8.0);
}

/// The prompts of a quadrant, each to be ticked.
fn prompts_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    actions: &mut Actions,
    (activity, style): (&Activity, ThinkingStyle),
) {
    let Some(notes) = ctx.guide.style(style) else { return };
    for (at, prompt) in notes.prompts.iter().enumerate() {
        let code = walk_code(style, at);
        let was_walked = activity.walked.contains(&code);
        let mut is_walked = was_walked;
        let text = RichText::new(prompt.text(ctx.words.language())).size(TextSize::SECOND);
        ui.add_enabled_ui(!ctx.is_read_only, |ui| ui.push_id(&code, |ui| ui.checkbox(&mut is_walked, text)));
        if is_walked != was_walked {
            let others = activity.walked.iter().filter(|other| **other != code).cloned();
            let mut walked: Vec<String> = others.collect();
            walked.extend(is_walked.then_some(code));
            walked.sort();
            push_step(actions, set(activity, ActivityChange::Walked(walked)));
        }
    }
}
