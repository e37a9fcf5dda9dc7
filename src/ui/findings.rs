//! What the map says, as a list: each sentence with its gravity, its people as links, and a way to act.

use egui::{Button, RichText, Role, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use super::style::bold_text;
use super::{Action, Actions, View, ViewContext, ViewState};
use crate::insight::Finding;
use crate::model::PersonId;
use crate::theme::TextSize;
use crate::words::Message;

/// Sentences longer than this, in points, are hard to read.
const LINE: f32 = 680.0;

/// Draws all findings, the gravest first.
pub(super) fn findings_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(LINE.min(ui.available_width()));
        ui.add_space(8.0);
        ui.label(bold_text(ctx.words.say(Message::PageFindings), TextSize::ACCOUNT, ctx));
        ui.add_space(12.0);
        if ctx.findings.is_empty() {
            let is_anybody = !ctx.account.persons.is_empty();
            let text = if is_anybody { Message::FindingsNone } else { Message::FindingsNobody };
            ui.label(RichText::new(ctx.words.say(text)).color(ctx.palette.ink_faint()));
        }
        for finding in ctx.findings {
            ui.push_id(key(finding), |ui| finding_ui(ctx, view, ui, actions, finding));
            ui.add_space(8.0);
        }
    });
}

/// What tells a finding from every other: its kind and whom it names, by id.
pub(super) fn key(finding: &Finding) -> String {
    format!("{finding:?}")
}

fn finding_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, finding: &Finding) {
    ui.horizontal_top(|ui| {
        gravity_ui(ctx, ui, finding);
        ui.vertical(|ui| {
            sentence_ui(ctx, view, ui, (finding, TextSize::BODY));
            fix_ui(ctx, view, ui, actions, finding);
        });
    });
}

/// What is done about it by one click, where that is simple.
fn fix_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, finding: &Finding) {
    let small = |message: Message| Button::new(RichText::new(ctx.words.say(message)).size(TextSize::SECOND));
    match finding {
        Finding::Overdue(_) => {
            if ui.add(small(Message::FindingSeeActions)).clicked() {
                view.view = View::Actions;
            }
        }
        Finding::MissingRole(_) | Finding::NoOpponent => {}
        Finding::NoPath(_)
        | Finding::Path(_)
        | Finding::NotMet(_)
        | Finding::SupportUnknown(_)
        | Finding::Opposed(_)
        | Finding::SingleThread(_) => {
            if ui.add_enabled(!ctx.is_read_only, small(Message::FindingAct)).clicked() {
                let edit = super::work::new_action(view, ctx.account, people(finding));
                actions.push(Action::Edit(edit));
                view.view = View::Actions;
            }
        }
    }
}

/// The people a finding names, in the order of its sentence.
fn people(finding: &Finding) -> Vec<PersonId> {
    match finding {
        Finding::Path(people) => people.clone(),
        Finding::NoPath(person)
        | Finding::NotMet(person)
        | Finding::SupportUnknown(person)
        | Finding::Opposed(person)
        | Finding::SingleThread(person) => vec![*person],
        Finding::MissingRole(_) | Finding::NoOpponent | Finding::Overdue(_) => Vec::new(),
    }
}

/// The sentence of a finding, in letters of this size; a click on a name goes to the person.
pub(super) fn sentence_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (finding, size): (&Finding, f32)) {
    let sentence = ctx.words.finding(finding, ctx.account);
    let mut rest = sentence.as_str();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for person in people(finding) {
            let name = ctx.account.person_name(person);
            let Some((before, after)) = rest.split_once(name).filter(|_| !name.is_empty()) else { continue };
            if !before.is_empty() {
                ui.label(RichText::new(before).size(size));
            }
            let text = RichText::new(name).size(size).color(ctx.palette.accent());
            if ui.link(text).on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
                view.show_person(ctx.account, person);
            }
            rest = after;
        }
        ui.label(RichText::new(rest).size(size));
    });
}

/// The mark before a finding. Shape says it as well as color: a triangle is grave, a disc asks to be
/// watched, a ring is a way in.
pub(super) fn gravity_ui(ctx: &ViewContext<'_>, ui: &mut Ui, finding: &Finding) {
    let (rect, response) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::hover());
    let (center, palette) = (rect.center(), ctx.palette);
    let (shape, word) = match finding {
        Finding::Opposed(_) | Finding::NoPath(_) => {
            let corners = vec![center + vec2(0.0, -4.5), center + vec2(4.5, 3.5), center + vec2(-4.5, 3.5)];
            (Shape::convex_polygon(corners, palette.danger(), Stroke::NONE), Message::FindingGrave)
        }
        Finding::Path(_) => {
            (Shape::circle_stroke(center, 3.5, Stroke::new(1.5, palette.success())), Message::FindingWay)
        }
        Finding::MissingRole(_)
        | Finding::NotMet(_)
        | Finding::SupportUnknown(_)
        | Finding::SingleThread(_)
        | Finding::NoOpponent
        | Finding::Overdue(_) => (Shape::circle_filled(center, 3.5, palette.warning()), Message::FindingWatch),
    };
    ui.painter().add(shape);
    let word = ctx.words.say(word);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
    response.on_hover_text(word);
}
