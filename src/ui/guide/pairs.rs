//! The whole team beside all key players: who talks easily with whom.

use egui::{Grid, RichText, ScrollArea, Ui, vec2};

use super::{Speaker, ease_ui, legend_ui, speakers};
use crate::model::{Coded, Person, ThinkingStyle};
use crate::theme::TextSize;
use crate::ui::style::bold_text;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// Draws a column for each of us and a row for each key player, in the opportunity looked through or the whole
/// account. Cost: members times key players.
pub(in crate::ui) fn pairs_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let is_key = |person: &&Person| ctx.account.judgement(person, view.opportunity).is_key_player();
    let people: Vec<&Person> = ctx.account.all::<Person>().filter(is_key).collect();
    let speakers = speakers(ctx, None);
    ui.label(bold_text(ctx.words.say(Message::PairTitle), TextSize::BODY, ctx));
    let is_any = people.iter().any(|person| speakers.iter().any(|speaker| speaker.ease(person).is_some()));
    if !is_any {
        let text = ctx.words.say(Message::PairEmpty);
        ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_faint()));
        return;
    }
    ScrollArea::horizontal().id_salt("pairs").show(ui, |ui| {
        Grid::new("pairs").striped(true).spacing(vec2(16.0, 4.0)).show(ui, |ui| {
            ui.label("");
            for speaker in &speakers {
                ui.label(soft(ctx, with_style(&speaker.name, speaker.style)));
            }
            ui.end_row();
            for person in people {
                row_ui(ctx, view, ui, (person, &speakers));
                ui.end_row();
            }
        });
    });
    ui.add_space(4.0);
    legend_ui(ctx, ui);
    let caveat = ctx.guide.caveat.text(ctx.words.language());
    ui.label(RichText::new(caveat).size(TextSize::CAPTION).color(ctx.palette.ink_faint()));
}

fn row_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (person, speakers): (&Person, &[Speaker])) {
    let name = Some(person.name.as_str()).filter(|name| !name.is_empty()).unwrap_or("?");
    let link = ui.push_id(person.id, |ui| ui.link(soft(ctx, with_style(name, person.style)))).inner;
    if link.on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
        view.show_person(ctx.account, person.id);
    }
    for speaker in speakers {
        let ease = speaker.ease(person).map(|(first, _)| first);
        let word =
            ease.map_or_else(|| ctx.words.text(&Message::PairStyleUnknown), |ease| ctx.words.value(ease).to_owned());
        let (member, person) = (speaker.name.clone(), name.to_owned());
        ease_ui(ctx, ui, ease, &ctx.words.text(&Message::PairCell { member, person, ease: word }));
    }
}

fn with_style(name: &str, style: Option<ThinkingStyle>) -> String {
    format!("{name} {}", style.map_or("?", Coded::code))
}

fn soft(ctx: &ViewContext<'_>, text: String) -> RichText {
    RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink())
}
