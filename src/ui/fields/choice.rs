//! One of a closed list: as segments to be clicked, or as a list that drops down.

use egui::{Button, ComboBox, Id, Key, RichText};

use super::{Form, name_widget};
use crate::edit::Edit;
use crate::model::Coded;
use crate::theme::TextSize;
use crate::words::Message;

impl Form<'_> {
    /// A labelled row of segments, one a value; the chosen one is let go by another click. While
    /// the row has the keys, 1, 2, 3 choose and 0 means unknown.
    pub(in crate::ui) fn segments<T: Coded>(
        &mut self,
        id: Id,
        label: &str,
        value: Option<T>,
        edit: impl Fn(Option<T>) -> Edit,
    ) {
        self.label(label);
        self.bare_segments(id, label, value, edit);
    }

    /// The same without a label of its own, called `label`.
    pub(in crate::ui) fn bare_segments<T: Coded>(
        &mut self,
        id: Id,
        label: &str,
        value: Option<T>,
        edit: impl Fn(Option<T>) -> Edit,
    ) {
        let mut chosen = value;
        let words = self.ctx.words;
        self.ui.horizontal_wrapped(|ui| {
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
            ui.spacing_mut().item_spacing = egui::vec2(2.0, 2.0);
            let mut has_keys = false;
            for choice in T::ALL {
                let is_chosen = value == Some(*choice);
                let text = RichText::new(words.value(*choice)).size(TextSize::SECOND);
                let response = ui.push_id(id.with(choice.code()), |ui| ui.add(Button::selectable(is_chosen, text)));
                let response = response.inner;
                let hint = words.hint(*choice);
                let response = if hint == "???" { response } else { response.on_hover_text(hint) };
                name_widget(&response, &format!("{label}: {}", words.value(*choice)));
                has_keys |= response.has_focus();
                if response.clicked() {
                    chosen = if is_chosen { None } else { Some(*choice) };
                }
            }
            if has_keys && let Some(number) = pressed_number(ui) {
                chosen = number.checked_sub(1).and_then(|place| T::ALL.get(place).copied());
            }
        });
        if chosen != value && !self.ctx.is_read_only {
            self.edit(edit(chosen));
        }
    }

    /// A list that drops down, called `label`, with a first line for "not said".
    pub(in crate::ui) fn choice<T: Coded>(
        &mut self,
        id: Id,
        label: &str,
        value: Option<T>,
        edit: impl Fn(Option<T>) -> Edit,
    ) {
        let options: Vec<(Option<T>, String)> = std::iter::once((None, self.ctx.words.text(&Message::NotSaid)))
            .chain(T::ALL.iter().map(|choice| (Some(*choice), self.ctx.words.value(*choice).to_owned())))
            .collect();
        self.pick(id, label, &value, &options, |value| edit(*value));
    }

    /// The same for a value that is always there.
    pub(in crate::ui) fn must_choose<T: Coded>(&mut self, id: Id, label: &str, value: T, edit: impl Fn(T) -> Edit) {
        let options: Vec<(T, String)> =
            T::ALL.iter().map(|choice| (*choice, self.ctx.words.value(*choice).to_owned())).collect();
        self.pick(id, label, &value, &options, |value| edit(*value));
    }

    /// A list of any values that drops down, called `name`.
    pub(in crate::ui) fn pick<T: PartialEq + Clone>(
        &mut self,
        id: Id,
        name: &str,
        value: &T,
        options: &[(T, String)],
        edit: impl FnOnce(&T) -> Edit,
    ) {
        let shown = options.iter().find(|(option, _)| option == value).map_or("", |(_, text)| text);
        let mut chosen = value.clone();
        let text = RichText::new(shown).size(TextSize::SECOND);
        let width = self.ui.available_width().min(180.0);
        let combo = ComboBox::from_id_salt(id).selected_text(text).width(width).truncate().show_ui(self.ui, |ui| {
            for (option, text) in options {
                ui.selectable_value(&mut chosen, option.clone(), text);
            }
        });
        let label = format!("{name}: {shown}");
        combo.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &label));
        if chosen != *value && !self.ctx.is_read_only {
            self.edit(edit(&chosen));
        }
    }

    /// A box to be ticked.
    pub(in crate::ui) fn tick(&mut self, label: &str, value: bool, edit: impl FnOnce(bool) -> Edit) {
        let mut ticked = value;
        let text = RichText::new(label).size(TextSize::SECOND);
        if self.ui.checkbox(&mut ticked, text).changed() && !self.ctx.is_read_only {
            self.edit(edit(ticked));
        }
    }
}

/// The keys of the digits, 0 first.
const NUMBERS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The digit just pressed.
pub(in crate::ui) fn pressed_number(ui: &egui::Ui) -> Option<usize> {
    // Taken out of the input: on the map the same keys draw other pictures.
    ui.input_mut(|input| NUMBERS.iter().position(|key| input.consume_key(egui::Modifiers::NONE, *key)))
}
