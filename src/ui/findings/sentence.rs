//! The sentence of a finding with its people as links, and the mark before it.

use egui::{RichText, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use crate::insight::Finding;
use crate::method::Severity;
use crate::model::PersonId;
use crate::theme::TextSize;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// The sentence of a finding, in letters of this size; a click on a name goes to the person.
pub(in crate::ui) fn sentence_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (finding, size): (&Finding, f32),
) {
    let sentence = ctx.words.finding(finding, ctx.account);
    linked_ui(ctx, view, ui, (&sentence, size), &finding.people);
}

/// A sentence with the names of these people as links.
pub(in crate::ui) fn linked_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (sentence, size): (&str, f32),
    people: &[PersonId],
) {
    let mut rest = sentence;
    let mut named = people.to_vec();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        while let Some((at, person)) = next_name(ctx, rest, &named) {
            let name = ctx.account.person_name(person);
            if at > 0 {
                ui.label(RichText::new(&rest[..at]).size(size));
            }
            // A Chinese line begins with no punctuation mark: it stays with the name before it.
            let after = &rest[at + name.len()..];
            let mark = after.chars().next().filter(|letter| "，。；：、！？）".contains(*letter));
            let end = at + name.len() + mark.map_or(0, char::len_utf8);
            let text = RichText::new(&rest[at..end]).size(size).color(ctx.palette.accent());
            if ui.link(text).on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
                view.show_person(ctx.account, person);
            }
            rest = &rest[end..];
            // Each is a link once; a sentence that comes back to a name does not need a second one.
            named.retain(|other| *other != person);
        }
        ui.label(RichText::new(rest).size(size));
    });
}

/// The first name that stands in `text`, of several at one place the longest.
fn next_name(ctx: &ViewContext<'_>, text: &str, people: &[PersonId]) -> Option<(usize, PersonId)> {
    let found = people.iter().filter_map(|person| {
        let name = ctx.account.person_name(*person);
        let at = Some(name).filter(|name| !name.is_empty()).and_then(|name| text.find(name))?;
        Some((at, std::cmp::Reverse(name.len()), *person))
    });
    found.min().map(|(at, _, person)| (at, person))
}

/// The mark before a finding. Shape says it as well as color: a triangle is grave, a ring is a way in, a disc
/// asks to be watched, a dot is worth knowing.
pub(in crate::ui) fn gravity_ui(ctx: &ViewContext<'_>, ui: &mut Ui, severity: Severity) {
    let (rect, response) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::hover());
    let (center, palette) = (rect.center(), ctx.palette);
    let shape = match severity {
        Severity::Grave => {
            let corners = vec![center + vec2(0.0, -4.5), center + vec2(4.5, 3.5), center + vec2(-4.5, 3.5)];
            Shape::convex_polygon(corners, palette.danger(), Stroke::NONE)
        }
        Severity::Way => Shape::circle_stroke(center, 3.5, Stroke::new(1.5, palette.success())),
        Severity::Watch => Shape::circle_filled(center, 3.5, palette.warning()),
        Severity::Note => Shape::circle_filled(center, 2.0, palette.ink_soft()),
    };
    ui.painter().add(shape);
    let word = ctx.words.severity(severity);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
    response.on_hover_text(word);
}

/// The sentence without links, quiet.
pub(super) fn quiet_sentence_ui(ctx: &ViewContext<'_>, ui: &mut Ui, finding: &Finding) {
    let text = ctx.words.finding(finding, ctx.account);
    ui.label(RichText::new(text).size(TextSize::BODY).color(ctx.palette.ink_soft()));
}
