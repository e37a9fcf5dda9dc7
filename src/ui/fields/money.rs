//! Amounts of money and shares of a hundred.

use egui::{Id, RichText, TextEdit};

use super::{Form, draft, name_widget, set_draft};
use crate::edit::Edit;
use crate::model::{Currency, Money};
use crate::words::{Message, money, typed_money, typed_percent};

impl Form<'_> {
    /// A labelled amount, typed with or without unit and currency.
    pub(in crate::ui) fn money(
        &mut self,
        id: Id,
        label: &str,
        value: Option<Money>,
        currency: Currency,
        edit: impl Fn(Option<Money>) -> Edit,
    ) {
        self.label(label);
        let words = self.ctx.words;
        let shown = value.map_or_else(String::new, |value| money(words, value));
        let read = |text: &str| typed_money(text, value.map_or(currency, |value| value.currency));
        let hint = words.say(Message::MoneyHint).into_owned();
        if let Some(chosen) = self.typed(id, label, &shown, &hint, &Message::MoneyWrong, read)
            && chosen != value
        {
            self.edit(edit(chosen));
        }
    }

    /// A labelled share of a hundred.
    pub(in crate::ui) fn percent(&mut self, id: Id, label: &str, value: Option<u8>, edit: impl Fn(Option<u8>) -> Edit) {
        self.label(label);
        let shown = value.map_or_else(String::new, |value| format!("{value} %"));
        if let Some(chosen) = self.typed(id, label, &shown, "0–100 %", &Message::PercentWrong, typed_percent)
            && chosen != value
        {
            self.edit(edit(chosen));
        }
    }

    /// A field whose text means something else: what cannot be read stays, with the reason.
    pub(in crate::ui) fn typed<T>(
        &mut self,
        id: Id,
        name: &str,
        shown: &str,
        hint: &str,
        wrong: &Message,
        read: impl Fn(&str) -> Option<Option<T>>,
    ) -> Option<Option<T>> {
        let typed = draft(self.ui, id);
        let mut text = typed.clone().unwrap_or_else(|| shown.to_owned());
        let hint = RichText::new(hint).color(self.ctx.palette.ink_faint());
        let is_free = !self.ctx.is_read_only;
        let edit = TextEdit::singleline(&mut text).id(id).desired_width(f32::INFINITY).hint_text(hint).char_limit(60);
        let field = self.ui.add(edit.interactive(is_free));
        name_widget(&field, name);
        self.begin(&field);
        self.enter_goes_on(&field);
        let mut found = None;
        if field.changed() {
            found = read(&text);
            set_draft(self.ui, id, Some(text.clone()));
        } else if !field.has_focus() && typed.as_deref().is_some_and(|typed| read(typed).is_some()) {
            set_draft(self.ui, id, None);
        }
        if draft(self.ui, id).is_some_and(|typed| read(&typed).is_none()) {
            self.complaint(wrong);
        }
        found
    }
}
