//! How to talk with a person: thinking style, who of us is near, what to do, what to check beforehand.

use egui::{RichText, Ui};

use super::{caption, faint, section_ui, soft};
use crate::edit::{Edit, PersonChange, RecordEdit};
use crate::method::{Ease, Said, Topic};
use crate::model::{Coded, JudgementField, Person, PersonKind, ThinkingStyle};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::guide::{ease_ui, help_link, speakers};
use crate::ui::style::bold_text;
use crate::ui::{Actions, Choosing, PlanPage, ViewContext, ViewState};
use crate::words::Message;

/// Draws the section, folded until it is opened.
pub(super) fn talk_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    person: &Person,
) {
    let title = ctx.words.text(&Message::TalkTitle { person: shown_name(person) });
    section_ui(ctx, ui, ("talk", &title), |ui| {
        if person.kind != PersonKind::Group {
            styles_ui(&mut Form::new(ctx, ui, actions), view, person);
            let mut styles: Vec<ThinkingStyle> = person.style.into_iter().chain(person.second_style).collect();
            styles.dedup();
            for style in styles {
                style_ui(ctx, ui, style);
            }
            team_ui(ctx, view, ui, person);
        }
        advice_ui(ctx, view, ui, person);
        let prompts = ctx.words.say(Message::TalkPrompts);
        section_ui(ctx, ui, ("talk-prompts", &prompts), |ui| prompts_ui(ctx, ui, person));
    });
}

fn shown_name(person: &Person) -> String {
    if person.name.is_empty() { "?".to_owned() } else { person.name.clone() }
}

fn styles_ui(form: &mut Form<'_>, view: &mut ViewState, person: &Person) {
    let ctx = form.ctx;
    let set = |change| Edit::Person(RecordEdit::Set(person.id, change));
    let id = |field| field_id("inspector", person.id, field);
    let label = caption(ctx, "style");
    let asked = form.ui.horizontal(|ui| {
        ui.label(soft(ctx, label.as_str()));
        if ctx.is_read_only { None } else { help_link(ctx, ui, &label, person.style.is_some()) }
    });
    if let Some(at) = asked.inner {
        view.choosing = Some(Choosing::new(Topic::Style, vec![person.id], at));
    }
    form.choice(id("style"), &label, person.style, |style| set(PersonChange::Style(style)));
    let label = caption(ctx, "second_style");
    form.label(label.as_str());
    form.choice(id("second_style"), &label, person.second_style, |style| set(PersonChange::SecondStyle(style)));
    form.ui.add_space(4.0);
}

/// How people of a style talk and what helps.
fn style_ui(ctx: &ViewContext<'_>, ui: &mut Ui, style: ThinkingStyle) {
    let Some(notes) = ctx.guide.style(style) else { return };
    let language = ctx.words.language();
    let text = |said: &Said| said.text(language).to_owned();
    ui.label(bold_text(ctx.words.value(style), TextSize::SECOND, ctx));
    ui.label(soft(ctx, ctx.words.text(&Message::TalkSays { words: text(&notes.says) })));
    ui.label(soft(ctx, ctx.words.text(&Message::TalkSeenAs { words: text(&notes.seen_as) })));
    lines_ui(ctx, ui, &notes.tactics);
    ui.add_space(8.0);
}

/// Each of us with the ease, the best first.
fn team_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, person: &Person) {
    let speakers = speakers(ctx, Some(person));
    let name = shown_name(person);
    if person.style.or(person.second_style).is_none() {
        ui.label(faint(ctx, ctx.words.say(Message::TalkStyleFirst)));
        return;
    }
    if speakers.iter().all(|speaker| speaker.style.is_none()) {
        let link = soft(ctx, ctx.words.say(Message::TalkTeamStyles)).color(ctx.palette.accent());
        if ui.link(link).clicked() {
            view.show_plan(PlanPage::TEAM);
        }
        return;
    }
    let best = speakers.first().and_then(|speaker| Some((speaker, speaker.ease(person)?.0)));
    let sentence = best.map(|(speaker, ease)| match (ease, speaker.is_me) {
        (Ease::Diagonal, _) => Message::TalkNobodyNear { person: name.clone() },
        (Ease::Same | Ease::Compatible | Ease::Contrasting, true) => Message::TalkBestMe { person: name.clone() },
        (Ease::Same | Ease::Compatible | Ease::Contrasting, false) => {
            Message::TalkBest { member: speaker.name.clone(), person: name.clone() }
        }
    });
    ui.label(soft(ctx, ctx.words.text(&Message::TalkTeam { person: name.clone() })));
    if let Some(sentence) = sentence {
        ui.label(bold_text(ctx.words.text(&sentence), TextSize::SECOND, ctx));
    }
    for speaker in &speakers {
        let ease = speaker.ease(person).map(|(first, _)| first);
        let unknown = ctx.words.say(Message::PairStyleUnknown);
        let word = ease.map_or(&*unknown, |ease| ctx.words.value(ease));
        let cell = Message::PairCell { member: speaker.name.clone(), person: name.clone(), ease: word.to_owned() };
        ui.horizontal_wrapped(|ui| {
            ease_ui(ctx, ui, ease, &ctx.words.text(&cell));
            ui.label(RichText::new(speaker.name.as_str()).size(TextSize::SECOND));
            ui.label(faint(ctx, word));
        });
    }
    ui.label(faint(ctx, ctx.guide.caveat.text(ctx.words.language())).size(TextSize::CAPTION));
    ui.add_space(8.0);
}

/// What to do with somebody so judged, in the opportunity looked through or the whole account.
fn advice_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, person: &Person) {
    let judged = ctx.account.judgement(person, view.opportunity);
    let rows: [(Topic, JudgementField, Option<&'static str>); 4] = [
        (Topic::Role, JudgementField::Role, judged.role.map(Coded::code)),
        (Topic::Attitude, JudgementField::Attitude, person.attitude.map(Coded::code)),
        (Topic::Support, JudgementField::Support, judged.support.map(Coded::code)),
        (Topic::Coverage, JudgementField::Coverage, judged.coverage.map(Coded::code)),
    ];
    for (topic, field, code) in rows {
        let unknown = ctx.words.say(Message::UnknownValue);
        let word = topic.kind().zip(code).map_or(&*unknown, |(kind, code)| ctx.words.label(kind, code));
        let kind = ctx.words.value(field).to_owned();
        let head = ctx.words.text(&Message::InspectorLineTo { kind, name: word.to_owned() });
        ui.label(bold_text(head, TextSize::SECOND, ctx));
        lines_ui(ctx, ui, ctx.guide.advice(topic, code));
        ui.add_space(4.0);
    }
}

/// What to check: by the person's styles, of a group by its members'; by all where none is known.
fn prompts_ui(ctx: &ViewContext<'_>, ui: &mut Ui, person: &Person) {
    let members = person.members.iter().filter_map(|member| ctx.account.get::<Person>(*member));
    let people: Vec<&Person> = std::iter::once(person).chain(members).collect();
    let is_theirs =
        |style: &ThinkingStyle| people.iter().any(|one| [one.style, one.second_style].contains(&Some(*style)));
    let known: Vec<ThinkingStyle> = ThinkingStyle::ALL.iter().copied().filter(is_theirs).collect();
    let styles = if known.is_empty() { ThinkingStyle::ALL } else { known.as_slice() };
    for style in styles {
        ui.label(bold_text(ctx.words.value(*style), TextSize::SECOND, ctx));
        if let Some(notes) = ctx.guide.style(*style) {
            lines_ui(ctx, ui, &notes.prompts);
        }
    }
}

fn lines_ui(ctx: &ViewContext<'_>, ui: &mut Ui, lines: &[Said]) {
    for line in lines {
        ui.label(soft(ctx, format!("· {}", line.text(ctx.words.language()))));
    }
}
