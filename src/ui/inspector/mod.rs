//! The inspector: whoever or whatever is selected, to be read and to be changed.

mod evidence;
mod facts;
mod judgements;
mod link;
mod many;
mod person;
mod picker;
mod relations;
mod reporting;
mod seat;
mod segments;
mod talk;
mod team;

use egui::{CollapsingHeader, Id, Response, RichText, ScrollArea, Ui, UiBuilder};

use super::fields::name_widget;
use super::overview::overview_ui;
use super::style::bold_text;
use super::{Actions, ViewContext, ViewState};
use crate::model::{Account, Link, Person, PersonId, Seat, SeatId};
use crate::theme::TextSize;

pub(in crate::ui) use evidence::{Proof, evidence_ui};
pub(in crate::ui) use picker::{is_asked, person_menu};
pub(in crate::ui) use relations::line_name;
pub(in crate::ui) use segments::{Pressed, Row, Standing, bare_symbols_ui};

/// The section that is open until it is closed.
const OPEN_AT_FIRST: &str = "notes";

/// What is selected.
#[derive(Clone, Copy)]
enum Selected<'a> {
    Nothing,
    Seat(&'a Seat),
    Person(&'a Person),
    Link(&'a Link),
    Many,
}

impl<'a> Selected<'a> {
    fn of(account: &'a Account, view: &ViewState) -> Self {
        if view.selection.len() > 1 {
            return Self::Many;
        }
        let seat = view.selection.first().and_then(|seat| account.get::<Seat>(*seat)).map(Self::Seat);
        let person = view.person.and_then(|person| account.get::<Person>(person)).map(Self::Person);
        let link = view.link.and_then(|link| account.get::<Link>(link)).map(Self::Link);
        seat.or(person).or(link).unwrap_or(Self::Nothing)
    }

    /// Each record keeps how far it was scrolled.
    fn key(self) -> String {
        match self {
            Self::Nothing => "nothing".to_owned(),
            Self::Seat(seat) => seat.id.to_string(),
            Self::Person(person) => person.id.to_string(),
            Self::Link(link) => link.id.to_string(),
            Self::Many => "many".to_owned(),
        }
    }
}

/// Draws what is known of whoever or whatever is selected, and the account in short where nothing is.
pub(in crate::ui) fn inspector_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let is_wanted = view.wants_inspector;
    let selected = Selected::of(ctx.account, view);
    ScrollArea::vertical().id_salt(selected.key()).auto_shrink(false).show(ui, |ui| {
        ui.add_space(8.0);
        match selected {
            Selected::Nothing => overview_ui(ctx, view, ui, actions),
            Selected::Seat(seat) => match ctx.account.holder(seat.id) {
                Some(person) => person::person_ui(ctx, view, ui, actions, (person, Some(seat))),
                None => seat::vacant_ui(ctx, view, ui, actions, seat),
            },
            Selected::Person(person) => person::person_ui(ctx, view, ui, actions, (person, None)),
            Selected::Link(link) => link::link_ui(ctx, view, ui, actions, link),
            Selected::Many => many::many_ui(ctx, view, ui, actions),
        }
        ui.add_space(24.0);
    });
    // Where no field took the keys, nobody goes on waiting for one.
    view.wants_inspector &= !is_wanted;
}

/// A section that folds; it stays open or closed from one person to the next.
fn section_ui(ctx: &ViewContext<'_>, ui: &mut Ui, (name, title): (&'static str, &str), body: impl FnOnce(&mut Ui)) {
    let key = Id::unique(("inspector-section", name));
    let is_open = ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(name == OPEN_AT_FIRST);
    ui.add_space(8.0);
    let header = CollapsingHeader::new(bold_text(title, TextSize::BODY, ctx)).id_salt(name);
    let shown = header.default_open(is_open).open(Some(is_open)).show_unindented(ui, body);
    if shown.header_response.clicked() {
        ui.data_mut(|memory| memory.insert_temp(key, !is_open));
    }
}

/// A list's title with a small button beside it, unless nothing may be changed.
fn title_ui(ctx: &ViewContext<'_>, ui: &mut Ui, id: Id, title: &str, sign: &str) -> Option<Response> {
    steady(ui, id.with("title"), |ui| {
        ui.horizontal(|ui| {
            ui.label(soft(ctx, title));
            (!ctx.is_read_only).then(|| {
                let button = ui.small_button(sign);
                name_widget(&button, &format!("{title} {sign}"));
                button
            })
        })
        .inner
    })
}

/// A part whose widgets keep their ids whatever comes and goes above it.
fn steady<R>(ui: &mut Ui, id: Id, body: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().scope_id(id), body).inner
}

/// Text in soft ink, as labels have it.
fn soft(ctx: &ViewContext<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft())
}

/// Text in faint ink: what is missing, and quiet lines.
fn faint(ctx: &ViewContext<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_faint())
}

/// The word for a field of the model, with a capital at its head.
fn caption(ctx: &ViewContext<'_>, field: &str) -> String {
    sentence(ctx.words.label("field", field))
}

/// `word` with a capital at its head.
fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The name of a person, or a sign that it is missing: what is empty cannot be clicked.
fn person_label<'a>(ctx: &ViewContext<'a>, person: PersonId) -> &'a str {
    Some(ctx.account.person_name(person)).filter(|name| !name.is_empty()).unwrap_or("?")
}

/// Who sits on a seat, else what the seat is called.
fn seat_label(ctx: &ViewContext<'_>, seat: SeatId) -> String {
    match ctx.account.holder(seat) {
        Some(person) if !person.name.is_empty() => person.name.clone(),
        Some(_) | None => ctx.words.seat_name(ctx.account, seat),
    }
}
