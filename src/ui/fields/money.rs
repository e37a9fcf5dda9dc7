//! Amounts of money, whole numbers and shares of a hundred.

use egui::{Id, RichText, TextEdit};

use super::{Form, Shape, base, draft, set_draft};
use crate::edit::Edit;
use crate::model::{Currency, Money};
use crate::words::{
    AmountFault, Message, amount_fault, money_exact, money_full, number_fault, read_money, read_number,
    read_signed_money,
};

/// The longest amount or number that is read, in letters; a longer one stays to be mended.
const LONGEST: usize = 200;

/// A reader of amounts.
type Reader = fn(&str, Currency) -> Result<Option<Money>, AmountFault>;

/// A field whose text means something else.
struct Meant<'a, T> {
    id: Id,
    name: &'a str,
    /// What stands in it while nobody types.
    shown: &'a str,
    hint: &'a str,
    /// The whole of a value, for whoever rests the pointer on it or is typing one.
    full: Option<&'a dyn Fn(&T) -> String>,
}

impl Form<'_> {
    /// A labelled amount of nothing or more, typed with or without unit and currency.
    pub(in crate::ui) fn money(
        &mut self,
        id: Id,
        label: &str,
        value: Option<Money>,
        currency: Currency,
        edit: impl Fn(Option<Money>) -> Edit,
    ) {
        self.amount(id, label, (value, currency), read_money, edit);
    }

    /// The same for an amount that may be below zero: what is lost, a saving, a difference.
    pub(in crate::ui) fn signed_money(
        &mut self,
        id: Id,
        label: &str,
        value: Option<Money>,
        currency: Currency,
        edit: impl Fn(Option<Money>) -> Edit,
    ) {
        self.amount(id, label, (value, currency), read_signed_money, edit);
    }

    fn amount(
        &mut self,
        id: Id,
        label: &str,
        (value, currency): (Option<Money>, Currency),
        read: Reader,
        edit: impl Fn(Option<Money>) -> Edit,
    ) {
        self.label(label);
        let hint = self.ctx.words.say(Message::MoneyHint);
        self.bare_amount((id, label, &hint), (value, currency), read, edit);
    }

    /// An amount of nothing or more without a label of its own, called `name`: a cell of a table.
    pub(in crate::ui) fn bare_money(
        &mut self,
        id: Id,
        name: &str,
        value: Option<Money>,
        currency: Currency,
        edit: impl Fn(Option<Money>) -> Edit,
    ) {
        self.bare_amount((id, name, ""), (value, currency), read_money, edit);
    }

    fn bare_amount(
        &mut self,
        (id, name, hint): (Id, &str, &str),
        (value, currency): (Option<Money>, Currency),
        read: Reader,
        edit: impl Fn(Option<Money>) -> Edit,
    ) {
        let words = self.ctx.words;
        let shown = value.map_or_else(String::new, |value| money_exact(words, value));
        let usual = value.map_or(currency, |value| value.currency);
        let full = |amount: &Money| money_full(words, *amount);
        let field = Meant { id, name, shown: &shown, hint, full: Some(&full) };
        let read = |text: &str| read(text, usual).map_err(|fault| amount_fault(words, &fault));
        if let Some(chosen) = self.meant(&field, value.as_ref(), read)
            && chosen != value
        {
            self.edit(edit(chosen));
        }
    }

    /// A labelled share of a hundred.
    pub(in crate::ui) fn percent(&mut self, id: Id, label: &str, value: Option<u8>, edit: impl Fn(Option<u8>) -> Edit) {
        let back = |number: Option<u16>| edit(number.and_then(|number| u8::try_from(number).ok()));
        self.whole(id, label, (value.map(u16::from), 100, " %"), back);
    }

    /// A labelled whole number from 0 to `most`.
    pub(in crate::ui) fn number(
        &mut self,
        id: Id,
        label: &str,
        value: Option<u16>,
        most: u16,
        edit: impl Fn(Option<u16>) -> Edit,
    ) {
        self.whole(id, label, (value, most, ""), edit);
    }

    /// The same for numbers that fit into a byte.
    pub(in crate::ui) fn small_number(
        &mut self,
        id: Id,
        label: &str,
        value: Option<u8>,
        most: u8,
        edit: impl Fn(Option<u8>) -> Edit,
    ) {
        let narrow = |value: Option<u16>| edit(value.and_then(|value| u8::try_from(value).ok()));
        self.number(id, label, value.map(u16::from), u16::from(most), narrow);
    }

    fn whole(
        &mut self,
        id: Id,
        label: &str,
        (value, most, sign): (Option<u16>, u16, &str),
        edit: impl Fn(Option<u16>) -> Edit,
    ) {
        self.label(label);
        let words = self.ctx.words;
        let shown = value.map_or_else(String::new, |value| format!("{value}{sign}"));
        let hint = format!("0–{most}{sign}");
        let field = Meant { id, name: label, shown: &shown, hint: &hint, full: None };
        let read = |text: &str| read_number(text, most).map_err(|fault| number_fault(words, fault));
        if let Some(chosen) = self.meant(&field, value.as_ref(), read)
            && chosen != value
        {
            self.edit(edit(chosen));
        }
    }

    /// A field whose text means something else: what cannot be read stays, with the reason.
    pub(in crate::ui) fn typed<T: Clone>(
        &mut self,
        id: Id,
        name: &str,
        shown: &str,
        hint: &str,
        wrong: &Message,
        read: impl Fn(&str) -> Option<Option<T>>,
    ) -> Option<Option<T>> {
        let words = self.ctx.words;
        let field = Meant { id, name, shown, hint, full: None };
        self.meant(&field, None, |text| read(text).ok_or_else(|| words.text(wrong)))
    }

    fn meant<T: Clone>(
        &mut self,
        field: &Meant<'_, T>,
        value: Option<&T>,
        read: impl Fn(&str) -> Result<Option<T>, String>,
    ) -> Option<Option<T>> {
        let id = field.id;
        // What stands in the field means the value itself, to its last digit.
        let read = |text: &str| match value {
            Some(value) if text == field.shown => Ok(Some(value.clone())),
            Some(_) | None => read(text),
        };
        let known = draft(self.ui, id);
        let mut text = known.clone().unwrap_or_else(|| field.shown.to_owned());
        let hint = RichText::new(field.hint).color(self.ctx.palette.ink_faint());
        let shape = Shape { name: field.name, has_lines: false, most: LONGEST };
        let typed = self.keyed(id, &mut text, shape, |text| {
            TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text(hint)
        });
        self.enter_goes_on(&typed.response);
        let has_keys = typed.response.has_focus();
        if typed.is_changed {
            set_draft(self.ui, id, Some(text.clone()));
        }
        let is_begun = typed.is_changed || typed.response.gained_focus();
        let base = is_begun.then(|| base(self.ui, &typed, field.shown));
        let is_draft = typed.is_changed || known.is_some();
        if let (Some(full), Some(value), false) = (field.full, value, is_draft) {
            typed.response.clone().on_hover_text(full(value));
        }
        let meaning = is_draft.then(|| read(&text));
        let is_taken = (typed.is_changed && !typed.is_composing) || typed.is_cut_off;
        if let Some(Ok(_)) = meaning
            && !is_taken
            && !has_keys
        {
            set_draft(self.ui, id, None);
        } else if !typed.is_composing {
            match (&meaning, field.full) {
                (Some(Err(wrong)), _) => self.wrong(wrong),
                (Some(Ok(Some(read))), Some(full)) => self.note(full(read)),
                (Some(Ok(_)) | None, _) => {}
            }
        }
        self.left_out(&typed, LONGEST);
        // What cannot be read changes nothing, and what was readable on the way to it is taken back.
        let before = || base.and_then(|base| read(&base).ok());
        if is_taken { meaning.and_then(Result::ok).or_else(before) } else { None }
    }
}
