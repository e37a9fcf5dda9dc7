//! A person: the name first, then what we judge, then whom the person moves, then facts.

use egui::{Frame, Id, Key, KeyboardShortcut, Margin, RichText, Stroke, TextEdit, Ui};

use super::facts::{actions_ui, facts_ui, wishes_ui};
use super::judgements::{Subject, judgements_ui};
use super::relations::relations_ui;
use super::reporting::reporting_ui;
use super::seat::{place_ui, seat_ui};
use super::talk::talk_ui;
use super::team::team_ui;
use super::{caption, steady};
use crate::edit::{Edit, PersonChange, Place, RecordEdit, place_person};
use crate::model::{Person, Seat};
use crate::theme::TextSize;
use crate::ui::fields::{Form, Shape, field_id};
use crate::ui::style::bold;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// The longest name a field takes, in letters.
const LONGEST: usize = 2_000;

/// Draws everything known of a person, and of the seat where there is one.
pub(super) fn person_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (person, seat): (&Person, Option<&Seat>),
) {
    let subject = Subject::new(ctx, view, person);
    steady(ui, field_id("inspector", person.id, "all"), |ui| {
        let mut form = Form::new(ctx, ui, actions);
        name_ui(&mut form, view, person);
        if let Some(seat) = seat {
            place_ui(&mut form, seat);
        }
        kind_ui(&mut form, person);
        if seat.is_none() {
            waiting_ui(ctx, view, ui, actions, person);
        }
        ui.add_space(12.0);
        judgements_ui(&mut Form::new(ctx, ui, actions), view, &subject);
        ui.add_space(8.0);
        wishes_ui(&mut Form::new(ctx, ui, actions), &subject);
        ui.add_space(12.0);
        if let Some(seat) = seat {
            reporting_ui(ctx, view, ui, actions, seat);
        }
        relations_ui(ctx, view, ui, actions, person);
        team_ui(ctx, view, ui, actions, person);
        talk_ui(ctx, view, ui, actions, person);
        actions_ui(ctx, view, ui, actions, person);
        facts_ui(ctx, view, ui, actions, person);
        if let Some(seat) = seat {
            seat_ui(ctx, view, ui, actions, seat);
        }
    });
}

/// The field at the top of a form, which reads as its heading.
pub(super) struct Heading<'h> {
    pub(super) id: Id,
    /// What the field is called, and what stands in it while it is empty.
    pub(super) name: String,
    pub(super) value: &'h str,
}

fn name_ui(form: &mut Form<'_>, view: &mut ViewState, person: &Person) {
    let id = field_id("inspector", person.id, "name");
    let heading = Heading { id, name: caption(form.ctx, "name"), value: &person.name };
    let edit = |name| Edit::Person(RecordEdit::Set(person.id, PersonChange::Name(name)));
    heading_ui(form, view, &heading, edit);
}

/// Draws a heading that can be typed into; Enter gives the keys back to the map.
pub(super) fn heading_ui(
    form: &mut Form<'_>,
    view: &mut ViewState,
    heading: &Heading<'_>,
    edit: impl FnOnce(String) -> Edit,
) {
    let ctx = form.ctx;
    let font = bold(TextSize::ACCOUNT);
    let mut text = heading.value.to_owned();
    let hint = RichText::new(heading.name.as_str()).font(font.clone()).color(ctx.palette.ink_faint());
    // Several lines, since a long name must not be cut off; Enter makes none.
    let shape = Shape { name: &heading.name, has_lines: false, most: LONGEST };
    let typed = form.keyed(heading.id, &mut text, shape, |text| {
        let field = TextEdit::multiline(text).font(font).frame(Frame::NONE).margin(Margin::ZERO).hint_text(hint);
        field.desired_rows(1).desired_width(f32::INFINITY).return_key(None::<KeyboardShortcut>)
    });
    let response = typed.response;
    let had_keys = response.has_focus();
    if view.wants_inspector {
        response.request_focus();
        response.scroll_to_me(None);
        view.wants_inspector = false;
        view.wants_canvas = false;
    }
    if response.has_focus() || response.hovered() {
        let color = if response.has_focus() { ctx.palette.accent() } else { ctx.palette.hairline() };
        form.ui.painter().hline(response.rect.x_range(), response.rect.bottom() + 1.0, Stroke::new(1.0, color));
    }
    if typed.is_changed && text != heading.value {
        form.edit(edit(text));
    }
    if had_keys && form.ui.input(|input| input.key_pressed(Key::Enter)) {
        response.surrender_focus();
        view.wants_canvas = true;
    }
}

fn kind_ui(form: &mut Form<'_>, person: &Person) {
    let ctx = form.ctx;
    let actions = &mut *form.actions;
    form.ui.horizontal(|ui| {
        let mut form = Form::new(ctx, ui, actions);
        let label = caption(ctx, "kind");
        form.label(label.as_str());
        let id = field_id("inspector", person.id, "kind");
        let edit = |kind| Edit::Person(RecordEdit::Set(person.id, PersonChange::Kind(kind)));
        form.must_choose(id, &label, person.kind, edit);
    });
}

/// Somebody without a seat can be put on the map.
fn waiting_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, person: &Person) {
    let label = super::soft(ctx, ctx.words.say(Message::InspectorPlace));
    if ui.add_enabled(!ctx.is_read_only, egui::Button::new(label)).clicked() {
        let (edit, seat) = place_person(ctx.account, &mut view.ids, person.id, Place::Top);
        actions.push(Action::Edit(edit));
        view.select(seat);
    }
}
