//! Whom a person moves and who moves the person: influence, conflict, ties. A name leads to the
//! other person, the word beside it to the line.

use egui::{Button, Ui};

use super::picker::{is_asked, person_menu};
use super::{person_label, soft, title_ui};
use crate::edit::{Edit, RecordEdit};
use crate::model::{Link, LinkId, LinkKind, Person, PersonId, Strength, TieKind};
use crate::ui::fields::{field_id, name_widget};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// One of the four lists of lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bond {
    Influences,
    InfluencedBy,
    Conflict,
    Tie,
}

impl Bond {
    const ALL: [Self; 4] = [Self::Influences, Self::InfluencedBy, Self::Conflict, Self::Tie];

    const fn title(self) -> Message {
        match self {
            Self::Influences => Message::InspectorInfluences,
            Self::InfluencedBy => Message::InspectorInfluencedBy,
            Self::Conflict => Message::InspectorConflicts,
            Self::Tie => Message::InspectorTies,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Influences => "influences",
            Self::InfluencedBy => "influenced-by",
            Self::Conflict => "conflicts",
            Self::Tie => "ties",
        }
    }

    /// Whether a link that touches `person` belongs into this list.
    fn holds(self, link: &Link, person: PersonId) -> bool {
        match (self, link.kind) {
            (Self::Influences, LinkKind::Influences(_)) => link.from == person,
            (Self::InfluencedBy, LinkKind::Influences(_)) => link.to == person,
            (Self::Conflict, LinkKind::Conflict) | (Self::Tie, LinkKind::Tie(_)) => true,
            (Self::Influences | Self::InfluencedBy | Self::Conflict | Self::Tie, _) => false,
        }
    }

    /// A new line of this kind between two people.
    fn line(self, id: LinkId, person: PersonId, other: PersonId) -> Link {
        match self {
            Self::Influences => Link::new(id, person, other, LinkKind::Influences(Strength::CLEAR)),
            Self::InfluencedBy => Link::new(id, other, person, LinkKind::Influences(Strength::CLEAR)),
            Self::Conflict => Link::new(id, person, other, LinkKind::Conflict),
            Self::Tie => Link::new(id, person, other, LinkKind::Tie(TieKind::Other)),
        }
    }

    /// Whether a new line of this kind would say what `link` says already.
    fn repeats(self, link: &Link, person: PersonId) -> bool {
        self.holds(link, person) && (self != Self::Tie || link.kind == LinkKind::Tie(TieKind::Other))
    }
}

/// Draws the lines of a person, list by list.
pub(super) fn relations_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    person: &Person,
) {
    let is_shown = |link: &&Link| link.touches(person.id) && link.is_understood();
    let links: Vec<&Link> = ctx.account.all::<Link>().filter(is_shown).collect();
    for bond in Bond::ALL {
        list_ui(ctx, view, ui, actions, (bond, person, links.as_slice()));
    }
}

fn list_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (bond, person, links): (Bond, &Person, &[&Link]),
) {
    let id = field_id("inspector", person.id, bond.name());
    let button = title_ui(ctx, ui, id, &ctx.words.say(bond.title()), "+");
    if let Some(button) = button.filter(is_asked) {
        let is_joined = |other: PersonId| {
            links.iter().any(|link| other_of(link, person.id) == other && bond.repeats(link, person.id))
        };
        let chosen = person_menu(ctx, &button, |other| other != person.id && !is_joined(other));
        if let Some(other) = chosen {
            let link = bond.line(view.ids.fresh(), person.id, other);
            if bond == Bond::Tie {
                // A tie is mostly of some kind, which the line's own form says.
                view.select_link(link.id);
            }
            actions.push(Action::Edit(Edit::Link(RecordEdit::Add(Box::new(link)))));
        }
    }
    let listed: Vec<&Link> = links.iter().copied().filter(|link| bond.holds(link, person.id)).collect();
    for link in listed.iter().copied() {
        ui.push_id(link.id, |ui| link_row_ui(ctx, view, ui, actions, (link, other_of(link, person.id))));
    }
    if !listed.is_empty() {
        ui.add_space(4.0);
    }
}

fn other_of(link: &Link, person: PersonId) -> PersonId {
    if link.from == person { link.to } else { link.from }
}

fn link_row_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (link, other): (&Link, PersonId),
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let name = person_label(ctx, other).to_owned();
        if ui.link(soft(ctx, name.as_str()).color(ctx.palette.accent())).clicked() {
            view.select_person(ctx.account, other);
        }
        let word = line_word(ctx, link.kind);
        let line = ui.add(Button::new(soft(ctx, word)).frame(false));
        let words = ctx.words.text(&Message::InspectorLineTo { kind: line_name(ctx, link.kind), name: name.clone() });
        name_widget(&line, &words);
        let hint = if link.note.is_empty() { words } else { link.note.clone() };
        if line.on_hover_text(hint).clicked() {
            view.select_link(link.id);
        }
        if !ctx.is_read_only {
            let out = ui.add(Button::new(soft(ctx, "×")).frame(false));
            let words = ctx.words.text(&Message::TakeOut { name });
            name_widget(&out, &words);
            if out.on_hover_text(words).clicked() {
                actions.push(Action::Edit(Edit::Link(RecordEdit::Remove(link.id))));
            }
        }
    });
}

/// What a line says, short: plus signs for an influence, a word for the others.
fn line_word(ctx: &ViewContext<'_>, kind: LinkKind) -> String {
    match kind {
        LinkKind::Influences(strength) => vec!["+"; usize::from(strength.get())].join(" "),
        LinkKind::Conflict => ctx.words.text(&Message::LineConflict),
        LinkKind::Tie(tie) => ctx.words.value(tie).to_owned(),
    }
}

/// What a line says, in words.
pub(in crate::ui) fn line_name(ctx: &ViewContext<'_>, kind: LinkKind) -> String {
    match kind {
        LinkKind::Influences(strength) => ctx.words.text(&Message::InfluenceOf { count: strength.get().to_string() }),
        LinkKind::Conflict => ctx.words.text(&Message::LineConflict),
        LinkKind::Tie(tie) => ctx.words.value(tie).to_owned(),
    }
}
