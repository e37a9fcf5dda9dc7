//! Numbers of the plan's forms: amounts that may be below zero, whole numbers, amounts in the cells of a table.

use egui::Id;

use crate::edit::Edit;
use crate::model::{Currency, Money};
use crate::ui::fields::Form;
use crate::words::{Message, money, typed_money};

/// A labelled amount that may be below zero.
pub(super) fn signed_money(
    form: &mut Form<'_>,
    id: Id,
    label: &str,
    (value, currency): (Option<Money>, Currency),
    edit: impl Fn(Option<Money>) -> Edit,
) {
    form.money(id, label, value, currency, edit);
}

/// A labelled whole number from 0 to `most`.
pub(super) fn number(
    form: &mut Form<'_>,
    id: Id,
    label: &str,
    (value, most): (Option<u16>, u16),
    edit: impl Fn(Option<u16>) -> Edit,
) {
    form.label(label);
    let read = |text: &str| match text.trim() {
        "" => Some(None),
        text => text.parse::<u16>().ok().filter(|number| *number <= most).map(Some),
    };
    let shown = value.map_or_else(String::new, |value| value.to_string());
    let wrong = Message::GrowthNumberWrong { most: most.to_string() };
    if let Some(typed) = form.typed(id, label, &shown, "", &wrong, read)
        && typed != value
    {
        form.edit(edit(typed));
    }
}

/// The same for numbers that fit into a byte.
pub(super) fn small_number(
    form: &mut Form<'_>,
    id: Id,
    label: &str,
    (value, most): (Option<u8>, u8),
    edit: impl Fn(Option<u8>) -> Edit,
) {
    let narrow = |value: Option<u16>| edit(value.and_then(|value| u8::try_from(value).ok()));
    number(form, id, label, (value.map(u16::from), u16::from(most)), narrow);
}

/// An amount without a label, called `name`: a cell of a table.
pub(super) fn money_cell(
    form: &mut Form<'_>,
    id: Id,
    name: &str,
    (value, currency): (Option<Money>, Currency),
    edit: impl Fn(Option<Money>) -> Edit,
) {
    let shown = value.map_or_else(String::new, |value| money(form.ctx.words, value));
    let read = |text: &str| typed_money(text, value.map_or(currency, |value| value.currency));
    if let Some(typed) = form.typed(id, name, &shown, "", &Message::MoneyWrong, read)
        && typed != value
    {
        form.edit(edit(typed));
    }
}
