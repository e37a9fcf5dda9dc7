//! One person found by part of a name, behind a small button.

use egui::{Id, Key, Popup, PopupCloseBehavior, Response, RichText, TextEdit, Ui};

use super::person_label;
use crate::model::PersonId;
use crate::ui::ViewContext;
use crate::ui::fields::{name_widget, person_search};
use crate::words::Message;

/// How many people are shown at once.
const SHOWN: usize = 8;
/// Wide enough for a name with what is typed.
const WIDTH: f32 = 200.0;

/// Whether the search behind `button` is open or about to open.
pub(in crate::ui) fn is_asked(button: &Response) -> bool {
    button.clicked() || Popup::is_id_open(&button.ctx, Popup::default_response_id(button))
}

/// The search behind `button`, among the people that `is_allowed`; gives who was chosen.
pub(in crate::ui) fn person_menu(
    ctx: &ViewContext<'_>,
    button: &Response,
    is_allowed: impl Fn(PersonId) -> bool,
) -> Option<PersonId> {
    let key = button.id.with("search");
    if button.clicked() {
        // Each time the search begins anew.
        button.ctx.data_mut(|memory| {
            memory.remove::<String>(key);
            memory.remove::<bool>(key);
        });
    }
    let popup = Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let chosen = popup.show(|ui| search_ui(ctx, ui, key, is_allowed)).and_then(|shown| shown.inner);
    if chosen.is_some() {
        Popup::close_all(&button.ctx);
    }
    chosen
}

fn search_ui(ctx: &ViewContext<'_>, ui: &mut Ui, key: Id, is_allowed: impl Fn(PersonId) -> bool) -> Option<PersonId> {
    ui.set_width(WIDTH);
    let mut text = ui.data(|memory| memory.get_temp::<String>(key)).unwrap_or_default();
    let hint = RichText::new(ctx.words.say(Message::SearchHint)).color(ctx.palette.ink_faint());
    let field = ui.add(TextEdit::singleline(&mut text).id(key).desired_width(WIDTH).hint_text(hint));
    name_widget(&field, &ctx.words.say(Message::SearchHint));
    let has_begun = ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(false);
    if field.has_focus() {
        ui.data_mut(|memory| memory.insert_temp(key, true));
    } else if !has_begun {
        field.request_focus();
    }
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let found = person_search(ctx.account, &text, usize::MAX);
    let found: Vec<PersonId> = found.into_iter().filter(|person| is_allowed(*person)).take(SHOWN).collect();
    let mut chosen = None;
    for (row, person) in found.iter().enumerate() {
        let is_first = row == 0 && !text.is_empty();
        let name = person_label(ctx, *person);
        let is_clicked = ui.push_id(*person, |ui| ui.selectable_label(is_first, name).clicked()).inner;
        if is_clicked || (is_first && is_entered) {
            chosen = Some(*person);
        }
    }
    if found.is_empty() {
        ui.label(RichText::new(ctx.words.say(Message::FindNobody)).color(ctx.palette.ink_soft()));
    }
    ui.data_mut(|memory| memory.insert_temp(key, text));
    chosen
}
