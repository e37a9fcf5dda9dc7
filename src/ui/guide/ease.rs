//! How easily each of us talks with a person, drawn as dots and said in a word.

use std::cmp::Reverse;

use egui::{Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::method::{Ease, between};
use crate::model::{Coded, Person, RelationshipStage, TeamMember, TeamRelation, ThinkingStyle};
use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::words::Message;

/// One of us who may talk with people at the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Speaker {
    pub(in crate::ui) name: String,
    /// Whether it is the user, who stands in no team.
    pub(in crate::ui) is_me: bool,
    pub(in crate::ui) style: Option<ThinkingStyle>,
    /// How far the relation with the person has come.
    pub(in crate::ui) stage: Option<RelationshipStage>,
}

impl Speaker {
    /// How easily this one talks with a person: by the first style, then by the second.
    pub(in crate::ui) fn ease(&self, person: &Person) -> Option<(Ease, Option<Ease>)> {
        let (own, first) = self.style.zip(person.style.or(person.second_style))?;
        Some((between(own, first), person.second_style.map(|second| between(own, second))))
    }
}

/// Our members in their order, and the user where the team does not name one so called. Whoever has no style
/// in the team and is the user has the one of the settings. Cost: one walk over team and relations.
pub(in crate::ui) fn speakers(ctx: &ViewContext<'_>, person: Option<&Person>) -> Vec<Speaker> {
    let (my_name, my_style) = (ctx.preferences.my_name.trim(), ctx.preferences.my_style);
    let is_me = |member: &TeamMember| !my_name.is_empty() && member.name.trim() == my_name;
    let team = ctx.account.ranked::<TeamMember>();
    let stage = |member: &TeamMember| {
        let relations = ctx.account.all::<TeamRelation>();
        let known = relations.filter(|relation| relation.member == Some(member.id) && relation.person.is_some());
        known.filter(|relation| relation.person == person.map(|person| person.id)).filter_map(|known| known.stage).max()
    };
    let me = my_style.filter(|_| !team.iter().any(|member| is_me(member)));
    let speaker = |member: &&TeamMember| Speaker {
        name: member.name.clone(),
        is_me: false,
        style: member.style.or(my_style.filter(|_| is_me(member))),
        stage: stage(member),
    };
    let me = me.map(|style| Speaker {
        name: ctx.words.text(&Message::TalkMe),
        is_me: true,
        style: Some(style),
        stage: None,
    });
    let mut speakers: Vec<Speaker> = team.iter().map(speaker).chain(me).collect();
    if let Some(person) = person {
        // Of two equally near in style the one whom the person knows better.
        speakers.sort_by_key(|speaker| {
            let ease = speaker.ease(person);
            (ease.is_none(), ease, Reverse(speaker.stage))
        });
    }
    speakers
}

/// Draws an ease as four dots, the fuller the easier; hollow where a style is unknown. `name` is what a
/// screen reader hears, and what stands there under the pointer.
pub(in crate::ui) fn ease_ui(ctx: &ViewContext<'_>, ui: &mut Ui, ease: Option<Ease>, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(34.0, 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let full = match ease {
        Some(Ease::Same) => 4,
        Some(Ease::Compatible) => 3,
        Some(Ease::Contrasting) => 2,
        Some(Ease::Diagonal) => 1,
        None => 0,
    };
    for (place, x) in [4.0, 12.0, 20.0, 28.0].into_iter().enumerate() {
        let center = rect.left_center() + vec2(x, 0.0);
        if place < full {
            ui.painter().circle_filled(center, 3.0, ctx.palette.ink_soft());
        } else {
            ui.painter().circle_stroke(center, 2.5, Stroke::new(1.0, ctx.palette.ink_faint()));
        }
    }
    let text = ease.and_then(|ease| ctx.guide.ease(ease)).map(|text| text.text(ctx.words.language()));
    response.on_hover_text(text.map_or_else(|| name.to_owned(), |text| format!("{name}\n{text}")));
}

/// Draws what the dots mean, in one line that wraps.
pub(in crate::ui) fn legend_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        for ease in Ease::ALL {
            let word = ctx.words.value(*ease);
            let room = ctx.measure.width(word, TextSize::CAPTION, crate::theme::Weight::Regular) + 46.0;
            crate::ui::fields::make_room(ui, room);
            ease_ui(ctx, ui, Some(*ease), word);
            ui.label(egui::RichText::new(word).size(TextSize::CAPTION).color(ctx.palette.ink_soft()));
        }
    });
}
