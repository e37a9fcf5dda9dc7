//! A row of values to choose from by one click or a number key: as symbols, or as words.

use std::cell::Cell;

use egui::{
    Align, Button, Id, Layout, Pos2, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::{faint, soft, steady};
use crate::model::Coded;
use crate::theme::{TextSize, Weight};
use crate::ui::ViewContext;
use crate::ui::fields::{make_room, name_widget, pressed_number};
use crate::ui::guide::help_link;
use crate::ui::symbols::{Judged as Symbol, paint_judged};
use crate::words::Message;

/// Five of them fit into the narrowest inspector.
const SEGMENT: Vec2 = vec2(26.0, 22.0);
const GAP: Vec2 = vec2(2.0, 2.0);

/// How a value stands to the account's while an opportunity is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Standing {
    /// It is the account's.
    Account,
    /// The opportunity says nothing, so the account's holds.
    Inherited,
    /// The opportunity's own.
    Own,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Pressed<T> {
    /// This value; `None` is unknown.
    Set(Option<T>),
    /// The account's value again.
    Inherit,
}

/// One value to choose.
pub(super) struct Choice<T> {
    pub(super) value: T,
    pub(super) word: String,
    /// What it means; empty where the word says it.
    pub(super) hint: String,
}

/// What a row is about.
pub(in crate::ui) struct Row<'r, T> {
    pub(in crate::ui) id: Id,
    pub(in crate::ui) label: &'r str,
    /// The value that holds.
    pub(in crate::ui) value: Option<T>,
    /// Whether several people differ in it.
    pub(in crate::ui) is_mixed: bool,
    pub(in crate::ui) standing: Standing,
    /// The account's value, where the opportunity has its own.
    pub(in crate::ui) account: Option<Option<T>>,
    /// Where to say that help was asked for, and at which point; none where there is no help.
    pub(in crate::ui) help: Option<&'r Cell<Option<Pos2>>>,
}

impl<T: Copy + PartialEq> Row<'_, T> {
    /// What a click on a value asks for: the one that holds is let go by another click, an
    /// inherited one becomes the opportunity's own.
    fn clicked(&self, value: T) -> Pressed<T> {
        let is_held = self.value == Some(value) && self.standing != Standing::Inherited;
        Pressed::Set((!is_held).then_some(value))
    }

    /// Whether unknown is a value to be clicked: an opportunity may not know what the account knows.
    fn offers_unknown(&self) -> bool {
        self.standing != Standing::Account
    }

    /// What stands for the value where it is no word of the scale.
    fn exception(&self, ctx: &ViewContext<'_>) -> Option<String> {
        if self.is_mixed {
            return Some(ctx.words.text(&Message::InspectorMixed));
        }
        self.value.is_none().then(|| ctx.words.text(&Message::UnknownValue))
    }
}

/// Every value of a scale with its word and what it means.
pub(super) fn scale<T: Coded>(ctx: &ViewContext<'_>) -> Vec<Choice<T>> {
    let hint = |value: T| Some(ctx.words.hint(value)).filter(|hint| *hint != "???").unwrap_or_default().to_owned();
    let choice = |value: &T| Choice { value: *value, word: ctx.words.value(*value).to_owned(), hint: hint(*value) };
    T::ALL.iter().map(choice).collect()
}

/// Yes or no.
pub(super) fn yes_or_no(ctx: &ViewContext<'_>) -> Vec<Choice<bool>> {
    [(true, Message::WorkYes), (false, Message::WorkNo)]
        .map(|(value, word)| Choice { value, word: ctx.words.text(&word), hint: String::new() })
        .into()
}

/// A label with the word that holds at its right, and a symbol for each value below them.
pub(super) fn symbols_ui<T: Coded>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    row: &Row<'_, T>,
    symbol: impl Fn(Option<T>) -> Symbol,
) -> Option<Pressed<T>> {
    let choices = scale::<T>(ctx);
    let word = choices.iter().find(|choice| row.value == Some(choice.value)).map(|choice| choice.word.as_str());
    head_ui(ctx, ui, row, word);
    let (mut pressed, mut has_keys) = (None, false);
    steady(ui, row.id.with("segments"), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = GAP;
            (pressed, has_keys) = row_of_symbols(ctx, ui, row, &choices, symbol);
            if standing_ui(ctx, ui, row, &choices) {
                pressed = Some(Pressed::Inherit);
            }
        });
    });
    pressed.or_else(|| typed(ctx, ui, &choices, has_keys))
}

/// The symbols alone, for a place that has words of its own beside them.
pub(in crate::ui) fn bare_symbols_ui<T: Coded>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    row: &Row<'_, T>,
    symbol: impl Fn(Option<T>) -> Symbol,
) -> Option<Pressed<T>> {
    let choices = scale::<T>(ctx);
    let drawn = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = GAP;
        row_of_symbols(ctx, ui, row, &choices, symbol)
    });
    let (pressed, has_keys) = drawn.inner;
    pressed.or_else(|| typed(ctx, ui, &choices, has_keys))
}

/// A symbol for each value; what was clicked, and whether one of them has the keys.
fn row_of_symbols<T: Coded>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    row: &Row<'_, T>,
    choices: &[Choice<T>],
    symbol: impl Fn(Option<T>) -> Symbol,
) -> (Option<Pressed<T>>, bool) {
    let (mut pressed, mut has_keys) = (None, false);
    for choice in choices {
        let name = (choice.value.code(), &*choice.word, &*choice.hint);
        let is_chosen = row.value == Some(choice.value);
        let response = symbol_ui(ctx, ui, (row, is_chosen), name, symbol(Some(choice.value)));
        has_keys |= response.has_focus();
        if response.clicked() {
            pressed = Some(row.clicked(choice.value));
        }
    }
    if row.offers_unknown() {
        let word = ctx.words.say(Message::UnknownValue);
        let response = symbol_ui(ctx, ui, (row, row.value.is_none()), ("?", &word, ""), symbol(None));
        has_keys |= response.has_focus();
        if response.clicked() {
            pressed = Some(Pressed::Set(None));
        }
    }
    (pressed, has_keys)
}

/// The same with words for values, in one line with the label where they are few.
pub(super) fn words_ui<T: Copy + PartialEq>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    row: &Row<'_, T>,
    choices: &[Choice<T>],
    is_inline: bool,
) -> Option<Pressed<T>> {
    let (mut pressed, mut has_keys) = (None, false);
    if !is_inline {
        head_ui(ctx, ui, row, None);
    }
    steady(ui, row.id.with("segments"), |ui| {
        ui.horizontal_wrapped(|ui| {
            if is_inline {
                ui.label(soft(ctx, row.label));
                help_ui(ctx, ui, row);
            }
            ui.spacing_mut().item_spacing = GAP;
            for choice in choices {
                let padding = 2.0 * ui.spacing().button_padding.x;
                make_room(ui, ctx.measure.width(&choice.word, TextSize::SECOND, Weight::Regular) + padding);
                let is_chosen = row.value == Some(choice.value);
                let response = word_ui(ctx, ui, (row, is_chosen), &choice.word, &choice.hint);
                has_keys |= response.has_focus();
                if response.clicked() {
                    pressed = Some(row.clicked(choice.value));
                }
            }
            if row.offers_unknown() {
                let response = word_ui(ctx, ui, (row, row.value.is_none()), "?", &ctx.words.say(Message::UnknownValue));
                has_keys |= response.has_focus();
                if response.clicked() {
                    pressed = Some(Pressed::Set(None));
                }
            }
            if let Some(word) = row.exception(ctx).filter(|_| is_inline) {
                ui.label(faint(ctx, word));
            }
            if standing_ui(ctx, ui, row, choices) {
                pressed = Some(Pressed::Inherit);
            }
        });
    });
    pressed.or_else(|| typed(ctx, ui, choices, has_keys))
}

fn head_ui<T: Copy + PartialEq>(ctx: &ViewContext<'_>, ui: &mut Ui, row: &Row<'_, T>, word: Option<&str>) {
    ui.horizontal(|ui| {
        ui.label(soft(ctx, row.label));
        help_ui(ctx, ui, row);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            match (row.exception(ctx), word) {
                (Some(exception), _) => ui.label(faint(ctx, exception)),
                (None, Some(word)) if row.standing == Standing::Inherited => ui.label(faint(ctx, word)),
                (None, word) => ui.label(soft(ctx, word.unwrap_or_default())),
            };
        });
    });
}

fn symbol_ui<T: Coded>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    (row, is_chosen): (&Row<'_, T>, bool),
    (code, word, hint): (&str, &str, &str),
    symbol: Symbol,
) -> Response {
    let (_, rect) = ui.allocate_space(SEGMENT);
    let sense = if ctx.is_read_only { Sense::hover() } else { Sense::click() };
    let response = ui.interact(rect, row.id.with(code), sense);
    let name = format!("{}: {word}", row.label);
    response.widget_info(|| WidgetInfo::selected(Role::Button, !ctx.is_read_only, is_chosen, &name));
    let is_inherited = row.standing == Standing::Inherited;
    let painter = ui.painter();
    if is_chosen {
        let edge = if is_inherited { ctx.palette.ink_faint() } else { ctx.palette.accent() };
        painter.rect(rect, 4, ctx.palette.raised(), Stroke::new(1.25, edge), StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_filled(rect, 4, ctx.palette.raised());
    }
    if response.has_focus() {
        let edge = Stroke::new(2.0, ctx.palette.accent());
        painter.rect_stroke(rect.shrink(1.0), 4, edge, StrokeKind::Outside);
    }
    let strength = match (is_chosen && !is_inherited, response.hovered() || response.has_focus()) {
        (true, _) | (false, true) => 1.0,
        (false, false) => 0.6,
    };
    paint_judged(painter, rect.center(), 15.0, symbol, ctx.palette, strength);
    let hint = if hint.is_empty() { String::new() } else { format!("\n{hint}") };
    response.on_hover_text(format!("{word}{hint}"))
}

fn word_ui<T: Copy + PartialEq>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    (row, is_chosen): (&Row<'_, T>, bool),
    word: &str,
    hint: &str,
) -> Response {
    let is_faint = is_chosen && row.standing == Standing::Inherited;
    let text =
        if is_faint { faint(ctx, word) } else { RichText::new(word).size(TextSize::SECOND).color(ctx.palette.ink()) };
    let response = ui.add_enabled(!ctx.is_read_only, Button::selectable(is_chosen, text));
    name_widget(&response, &format!("{}: {word}", row.label));
    if hint.is_empty() { response } else { response.on_hover_text(hint) }
}

/// Where the value comes from, in an opportunity; whether the account's is asked for again.
fn standing_ui<T: Copy + PartialEq>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    row: &Row<'_, T>,
    choices: &[Choice<T>],
) -> bool {
    match row.standing {
        Standing::Account => false,
        Standing::Inherited => {
            let text = ctx.words.say(Message::InspectorInherited);
            ui.label(RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_faint()));
            false
        }
        Standing::Own => {
            if let Some(value) = row.account {
                let word = choices.iter().find(|choice| Some(choice.value) == value).map(|choice| choice.word.clone());
                let value = word.unwrap_or_else(|| ctx.words.text(&Message::UnknownValue));
                let text = ctx.words.text(&Message::InspectorAccountSays { value });
                make_room(ui, ctx.measure.width(&text, TextSize::CAPTION, Weight::Regular) + 24.0);
                ui.label(RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_faint()));
            }
            let name = ctx.words.text(&Message::InspectorInherit { field: row.label.to_owned() });
            let button = ui.add_enabled(!ctx.is_read_only, Button::new(soft(ctx, "×")).frame(false));
            name_widget(&button, &name);
            button.on_hover_text(name).clicked()
        }
    }
}

/// The way to the questions that help to judge: in words while the value is unknown, else a small sign.
fn help_ui<T: Copy + PartialEq>(ctx: &ViewContext<'_>, ui: &mut Ui, row: &Row<'_, T>) {
    let Some(help) = row.help.filter(|_| !ctx.is_read_only) else { return };
    if let Some(at) = help_link(ctx, ui, row.label, row.value.is_some()) {
        help.set(Some(at));
    }
}

/// The value of the number key just pressed, while the row has the keys; 0 means unknown.
fn typed<T: Copy>(ctx: &ViewContext<'_>, ui: &Ui, choices: &[Choice<T>], has_keys: bool) -> Option<Pressed<T>> {
    if !has_keys || ctx.is_read_only {
        return None;
    }
    match pressed_number(ui)?.checked_sub(1) {
        None => Some(Pressed::Set(None)),
        Some(place) => choices.get(place).map(|choice| Pressed::Set(Some(choice.value))),
    }
}
