//! The empty map says how to begin.

use egui::{Id, Key, Rect, Response, TextEdit, Ui, vec2};

use crate::edit::{Edit, Gesture, PersonChange, Place, RecordEdit, SeatChange, add_person};
use crate::theme::TextSize;
use crate::ui::fields::{LONGEST, name_widget};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, Command, Dialog, ViewContext, ViewState};
use crate::words::Message;

/// Three ways to begin: type a name, paste a table, open the example.
pub(super) fn empty_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    canvas: &Response,
    actions: &mut Actions,
) {
    let screen = canvas.rect;
    let size = vec2(screen.width().min(440.0), screen.height().min(320.0));
    let room = Rect::from_center_size(screen.center(), size);
    ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
        let words = ctx.words;
        let soft =
            |text: Message| egui::RichText::new(words.say(text)).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.label(bold_text(words.say(Message::EmptyMapTitle), TextSize::ACCOUNT, ctx));
        ui.add_space(16.0);
        ui.label(bold_text(words.say(Message::EmptyMapName), TextSize::BODY, ctx));
        first_name_ui(ctx, view, ui, canvas.id, actions);
        ui.label(soft(Message::EmptyMapNameHint));
        ui.add_space(16.0);
        ui.label(bold_text(words.say(Message::EmptyMapPaste), TextSize::BODY, ctx));
        ui.horizontal(|ui| {
            if ui.add_enabled(!ctx.is_read_only, egui::Button::new(words.say(Message::MenuPasteTable))).clicked() {
                view.dialog = Some(Dialog::PasteTable { text: String::new() });
            }
            ui.label(soft(Message::EmptyMapPasteHint));
        });
        ui.add_space(16.0);
        ui.label(bold_text(words.say(Message::EmptyMapExample), TextSize::BODY, ctx));
        ui.horizontal(|ui| {
            if ui.button(words.say(Message::MenuExample)).clicked() {
                actions.push(Action::Command(Command::OpenExample));
            }
            if ui.button(words.say(Message::MenuWorked)).clicked() {
                actions.push(Action::Command(Command::OpenWorked));
            }
            if ui.button(words.say(Message::MenuTour)).clicked() {
                view.tour = Some(0);
            }
        });
    });
}

/// A field for the first name; Enter puts it on the map.
fn first_name_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, canvas: Id, actions: &mut Actions) {
    let id = Id::unique(("first-name", ctx.account.id.to_string()));
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let hint = egui::RichText::new(ctx.words.say(Message::NamingHint)).color(ctx.palette.ink_faint());
    let field = TextEdit::singleline(&mut text).id(id).desired_width(300.0).hint_text(hint).char_limit(LONGEST);
    let response = ui.add_enabled(!ctx.is_read_only, field);
    name_widget(&response, &ctx.words.say(Message::NamingName));
    // The field takes the keys that the canvas would have.
    let is_idle = ui.ctx().memory(|memory| memory.focused()).is_none_or(|focused| focused == canvas);
    if is_idle && !view.is_asked() && !response.lost_focus() && view.tour.is_none() {
        response.request_focus();
    }
    view.has_idle_field = response.has_focus() && text.is_empty();
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered && !text.trim().is_empty() {
        let added = add_person(ctx.account, &mut view.ids, Place::Top);
        let (name, title) = text.split_once([',', '，', '\t']).unwrap_or((&text, ""));
        let name = PersonChange::Name(name.trim().to_owned());
        let title = SeatChange::Title(title.trim().to_owned());
        actions.push(Action::Edit(Edit::Gesture(
            Gesture::Add(added.person),
            vec![
                added.edit,
                Edit::Person(RecordEdit::Set(added.person, name)),
                Edit::Seat(RecordEdit::Set(added.seat, title)),
            ],
        )));
        view.select(added.seat);
        view.wants_canvas = true;
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}
