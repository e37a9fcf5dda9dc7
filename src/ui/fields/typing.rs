//! What the keys do in a field that is typed into: an input method's own keys, undo, pasting, going on.

use std::borrow::Cow;

use egui::text_edit::TextEditState;
use egui::{Event, EventFilter, FocusDirection, Id, ImeEvent, Key, Modifiers, Order, Response, TextEdit, Ui};

use super::{Form, name_widget, set_draft};
use crate::ui::{Action, Command};
use crate::words::{Message, harmless};

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Shape<'a> {
    /// What it is called.
    pub(in crate::ui) name: &'a str,
    /// Whether its text has several lines.
    pub(in crate::ui) has_lines: bool,
    /// The most letters it holds.
    pub(in crate::ui) most: usize,
}

/// What a field came to in this pass.
pub(in crate::ui) struct Typed {
    pub(in crate::ui) response: Response,
    /// Whether its text is another one than before.
    pub(in crate::ui) is_changed: bool,
    /// Whether an input method is at work in it: its letters are no word yet.
    pub(in crate::ui) is_composing: bool,
    /// Whether the keys were taken away from an input method in the middle of a word.
    pub(super) is_cut_off: bool,
    is_cleaned: bool,
    is_full: bool,
}

/// What is remembered of the field that has the keys; nothing of any other.
#[derive(Clone, Copy, Default)]
struct Typing {
    /// The text it was left with, as a number: another one came from elsewhere.
    text: Option<u64>,
    is_composing: bool,
    /// Whether the keys go to the next field in the next pass.
    goes_on: bool,
    is_cleaned: bool,
    is_full: bool,
}

impl Typing {
    fn load(ui: &Ui, id: Id) -> Option<Self> {
        ui.data(|data| data.get_temp(id.with("typing")))
    }

    fn store(self, ui: &Ui, id: Id) {
        ui.data_mut(|data| data.insert_temp(id.with("typing"), self));
    }
}

impl Form<'_> {
    /// Draws a field over `text` that minds input methods, undoes its own typing first, and takes nothing that nobody
    /// can see. Whoever calls it says what a change means.
    pub(in crate::ui) fn keyed(
        &mut self,
        id: Id,
        text: &mut String,
        shape: Shape<'_>,
        field: impl for<'t> FnOnce(&'t mut String) -> TextEdit<'t>,
    ) -> Typed {
        let known = Typing::load(self.ui, id);
        let is_free = !self.ctx.is_read_only;
        let has_keys = is_free && self.ui.memory(|memory| memory.has_focus(id));
        let mut typing = known.filter(|_| has_keys).unwrap_or_default();
        let mut is_changed = has_keys && self.before(id, text, &mut typing, shape.has_lines);
        let is_inserted = has_keys && is_inserted(self.ui);
        let mut edit = field(text).id(id).char_limit(shape.most).interactive(is_free);
        if typing.is_composing {
            // Tab and Escape are the input method's.
            let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            edit = edit.event_filter(all);
        }
        let response = self.ui.add(edit);
        name_widget(&response, shape.name);
        self.begin(&response);
        if response.changed() {
            is_changed = true;
            // Whatever way the text took, an assistant's or the middle button's among them.
            if let (Cow::Owned(clean), is_cleaned) = harmless(text, shape.has_lines) {
                typing.is_cleaned |= is_cleaned;
                *text = clean;
            }
            typing.is_full = is_inserted && text.chars().count() >= shape.most;
        }
        if has_keys {
            typing.text = Some(egui::util::hash(text.as_str()));
            typing.store(self.ui, id);
        } else if known.is_some() {
            self.ui.data_mut(|data| data.remove::<Typing>(id.with("typing")));
        }
        Typed {
            is_changed,
            is_composing: typing.is_composing,
            is_cut_off: !has_keys && known.is_some_and(|known| known.is_composing),
            is_cleaned: typing.is_cleaned,
            is_full: typing.is_full,
            response,
        }
    }

    /// What was left out of what was pasted, below the field.
    pub(super) fn left_out(&mut self, typed: &Typed, most: usize) {
        if typed.is_cleaned {
            self.note(self.ctx.words.say(Message::FieldCleaned));
        }
        if typed.is_full {
            self.complaint(&Message::FieldFull { most: most.to_string() });
        }
    }

    /// Enter leaves a field for the next one, as Tab does.
    pub(super) fn enter_goes_on(&self, field: &Response) {
        if field.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Enter)) {
            self.ui.memory_mut(|memory| memory.request_focus(field.id));
            Typing { goes_on: true, ..Typing::default() }.store(self.ui, field.id);
            // The next field is found in the next pass, once this one has taken what was typed before Enter.
            self.ui.ctx().request_repaint();
        }
    }

    /// Takes the keys that are not the text's own; gives whether the text is another one.
    fn before(&mut self, id: Id, text: &mut String, typing: &mut Typing, has_lines: bool) -> bool {
        let ui = &mut *self.ui;
        if std::mem::take(&mut typing.goes_on) {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        }
        // What was undone, picked or read elsewhere is no typing of this field's.
        if typing.text != Some(egui::util::hash(text.as_str()))
            && let Some(mut state) = TextEditState::load(ui.ctx(), id)
        {
            state.clear_undoer();
            state.store(ui.ctx(), id);
        }
        let is_composed = mind_composing(ui, &mut typing.is_composing);
        typing.is_cleaned |= clean_events(ui, has_lines);
        if is_composed {
            return false;
        }
        if has_lines && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            typing.goes_on = true;
            ui.ctx().request_repaint();
        }
        self.undo(id, text)
    }

    /// Undo and redo: of this field's typing first, then of the steps before it.
    fn undo(&mut self, id: Id, text: &mut String) -> bool {
        let pressed = self.ui.input_mut(|input| {
            let again = Modifiers { shift: true, ..Modifiers::COMMAND };
            if input.consume_key(again, Key::Z) || input.consume_key(Modifiers::COMMAND, Key::Y) {
                Some(Command::Redo)
            } else {
                input.consume_key(Modifiers::COMMAND, Key::Z).then_some(Command::Undo)
            }
        });
        let Some(command) = pressed else { return false };
        if let Some(found) = typed_before(self.ui, id, text, command) {
            *text = found;
            return true;
        }
        let is_possible = if command == Command::Undo { self.ctx.undo.is_some() } else { self.ctx.redo.is_some() };
        // What floats has nothing to do with the steps below it.
        if is_possible && self.ui.layer_id().order == Order::Background {
            // What was typed here is undone with the rest.
            set_draft(self.ui, id, None);
            self.actions.push(Action::Command(command));
        }
        false
    }
}

/// The text that this field had before the last typing, or after it; `None` where there is no other.
fn typed_before(ui: &Ui, id: Id, text: &str, command: Command) -> Option<String> {
    let mut state = TextEditState::load(ui.ctx(), id)?;
    let mut undoer = state.undoer();
    let mut here = (state.cursor.char_range().unwrap_or_default(), text.to_owned());
    loop {
        let found = if command == Command::Undo { undoer.undo(&here) } else { undoer.redo(&here) };
        let found = found?.clone();
        // Where only the cursor moved, nothing was typed.
        if found.1 == text {
            here = found;
            continue;
        }
        state.cursor.set_char_range(Some(found.0));
        state.set_undoer(undoer);
        state.store(ui.ctx(), id);
        return Some(found.1);
    }
}

/// Follows an input method and keeps its keys from everything else: Enter takes a candidate and ends no field. Gives
/// whether it is, or was in this pass, at work.
fn mind_composing(ui: &Ui, is_composing: &mut bool) -> bool {
    let mut is_seen = *is_composing;
    ui.input(|input| {
        for event in &input.events {
            if let Event::Ime(ImeEvent::Preedit { text, .. }) = event {
                *is_composing = !text.is_empty();
                is_seen |= *is_composing;
            } else if let Event::Ime(ImeEvent::Commit(_)) = event {
                *is_composing = false;
                is_seen = true;
            } else if let Event::Text(_) = event {
                *is_composing = false;
            }
        }
    });
    if is_seen {
        let keys = [Key::Enter, Key::Tab, Key::Escape, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        ui.input_mut(|input| {
            input.events.retain(|event| !matches!(event, Event::Key { key, pressed: true, .. } if keys.contains(key)));
        });
    }
    is_seen
}

/// Takes out of what is pasted or typed what nobody can see; gives whether there was something.
fn clean_events(ui: &Ui, has_lines: bool) -> bool {
    let is_unclean = |event: &Event| {
        let (Event::Paste(text) | Event::Text(text)) = event else { return false };
        matches!(harmless(text, has_lines).0, Cow::Owned(_))
    };
    if !ui.input(|input| input.events.iter().any(is_unclean)) {
        return false;
    }
    let mut is_cleaned = false;
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) | Event::Text(text) = event {
                let (clean, took) = harmless(text, has_lines);
                is_cleaned |= took;
                *text = clean.into_owned();
            }
        }
    });
    is_cleaned
}

/// Whether something is typed or pasted in this pass.
fn is_inserted(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Paste(_) | Event::Text(_) | Event::Ime(_))))
}
