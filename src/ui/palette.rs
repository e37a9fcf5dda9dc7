//! Every command by a few letters of its name, and people to go to.

use std::cmp::Reverse;

use egui::{Align, Align2, Button, Id, Layout, Modal, Response, RichText, Ui, vec2};

use super::fields::name_widget;
use super::find::{Found, LookupKeys, found_people, found_ui, go_and_look};
use super::{Action, Actions, Command, View, ViewContext, ViewState};
use crate::model::PersonId;
use crate::theme::TextSize;
use crate::words::{Message, pinyin};

/// How many commands and how many people are shown.
const COMMANDS: usize = 12;
const PEOPLE: usize = 5;

/// What a line of the palette does.
#[derive(Clone, Copy)]
enum Chosen {
    Command(Command),
    Person(PersonId),
}

/// Draws the palette, while it is open.
pub(super) fn palette_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let Some(mut lookup) = view.palette.clone() else { return };
    let keys = LookupKeys::taken(ui, Id::unique("palette"));
    let area = Modal::default_area(keys.id).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
    let width = (ui.ctx().content_rect().width() - 48.0).clamp(160.0, 480.0);
    let modal = Modal::new(keys.id).area(area).show(ui.ctx(), |ui| {
        ui.set_width(width);
        keys.field_ui(ctx, ui, Message::PaletteHint, &mut lookup);
        let commands = commands(ctx, view, &lookup.text);
        let people = found_people(ctx, ui, &lookup.text, PEOPLE);
        // Without a letter typed, people would be anybody.
        let people = &people[..if lookup.text.trim().is_empty() { 0 } else { people.len() }];
        lookup.row = keys.row(lookup.row, commands.len() + people.len());
        let clicked = lines_ui(ctx, view, ui, (commands.as_slice(), people), lookup.row);
        clicked.or_else(|| chosen(&commands, people, lookup.row).filter(|_| keys.is_entered))
    });
    let is_closed = modal.should_close();
    let chosen = modal.inner.filter(|chosen| match chosen {
        Chosen::Command(command) => command.is_enabled(ctx, view),
        Chosen::Person(_) => true,
    });
    view.palette = (chosen.is_none() && !is_closed).then_some(lookup);
    if view.palette.is_none() && view.view == View::Map {
        view.wants_canvas = true;
    }
    match chosen {
        Some(Chosen::Command(command)) => actions.push(Action::Command(command)),
        Some(Chosen::Person(person)) => go_and_look(ctx, view, ui, person),
        None => {}
    }
}

/// The line at `row`: commands first, then people.
fn chosen(commands: &[Command], people: &[Found], row: usize) -> Option<Chosen> {
    let command = commands.get(row).copied().map(Chosen::Command);
    let person = || people.get(row.checked_sub(commands.len())?).map(|found| Chosen::Person(found.person));
    command.or_else(person)
}

/// The commands whose names the text fits, the best first; without a text those that can be done.
fn commands(ctx: &ViewContext<'_>, view: &ViewState, text: &str) -> Vec<Command> {
    let is_bare = text.trim().is_empty();
    let others = Command::ALL.iter().copied().filter(|command| *command != Command::Palette);
    let score = |command: Command| {
        let name = fuzzy_score(text, &ctx.words.say(command.message()));
        // Pinyin and the command's own name, too: both are typed without an input method.
        let spelled = fuzzy_score(text, &pinyin(&ctx.words.say(command.message()))).map(|score| score - 1);
        let code = fuzzy_score(text, &format!("{command:?}")).map(|score| score - 2);
        name.max(spelled).max(code)
    };
    let mut scored: Vec<(i32, Command)> = others
        .filter(|command| !is_bare || command.is_enabled(ctx, view))
        .filter_map(|command| Some((score(command)?, command)))
        .collect();
    scored.sort_by_key(|(score, _)| Reverse(*score));
    scored.into_iter().map(|(_, command)| command).take(COMMANDS).collect()
}

/// Draws the lines; gives the one clicked.
fn lines_ui(
    ctx: &ViewContext<'_>,
    view: &ViewState,
    ui: &mut Ui,
    (commands, people): (&[Command], &[Found]),
    row: usize,
) -> Option<Chosen> {
    if commands.is_empty() && people.is_empty() {
        ui.label(RichText::new(ctx.words.say(Message::PaletteNothing)).color(ctx.palette.ink_soft()));
        return None;
    }
    let mut clicked = None;
    ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
        for (place, command) in commands.iter().enumerate() {
            if command_ui(ctx, view, ui, *command, place == row).clicked() {
                clicked = Some(Chosen::Command(*command));
            }
        }
        if !people.is_empty() {
            ui.add_space(4.0);
            let title = RichText::new(ctx.words.say(Message::MenuPeople)).size(TextSize::CAPTION);
            ui.label(title.color(ctx.palette.ink_soft()));
        }
        for (place, found) in (commands.len()..).zip(people) {
            if found_ui(ctx, ui, found, place == row).clicked() {
                clicked = Some(Chosen::Person(found.person));
            }
        }
    });
    clicked
}

fn command_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, command: Command, is_chosen: bool) -> Response {
    let name = ctx.words.say(command.message());
    let is_enabled = command.is_enabled(ctx, view);
    let color = if is_enabled { ctx.palette.ink() } else { ctx.palette.ink_faint() };
    let mut button = Button::selectable(is_chosen, RichText::new(name.as_ref()).color(color));
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(shortcut.to_string());
    }
    let response = ui.push_id(command, |ui| ui.add_enabled(is_enabled, button)).inner;
    name_widget(&response, &name);
    response
}

/// How well `hay` contains the letters of `needle` in their order; `None` where one is missing.
///
/// Letters that begin a word count most, letters in a row more than strewn ones, and an early
/// first letter more than a late one. Case and blanks do not matter. Cost: the product of both
/// lengths.
pub(super) fn fuzzy_score(needle: &str, hay: &str) -> Option<i32> {
    const START: i32 = 8;
    const RUN: i32 = 5;
    const LATEST: usize = 6;
    let is_word = |letter: char| letter.is_alphanumeric();
    let letters: Vec<char> = hay.chars().collect();
    // A word begins behind what is no letter, and at a capital within a word.
    let begins = |place: usize| {
        let before = place.checked_sub(1).map(|place| letters[place]);
        before.is_none_or(|before| !is_word(before) || (before.is_lowercase() && letters[place].is_uppercase()))
    };
    let wanted: Vec<char> =
        needle.chars().flat_map(char::to_lowercase).filter(|letter| !letter.is_whitespace()).collect();
    if wanted.is_empty() {
        return Some(0);
    }
    // The best score of the letters so far, by the place of the last of them.
    let mut best: Vec<Option<i32>> = vec![None; letters.len()];
    for (count, letter) in wanted.iter().enumerate() {
        let mut now = vec![None; letters.len()];
        let mut before: Option<i32> = None;
        for (place, here) in letters.iter().enumerate() {
            if here.to_lowercase().eq([*letter]) {
                let own = if begins(place) { START } else { 1 };
                let run = place.checked_sub(1).and_then(|place| best[place]).map(|score| score + RUN);
                let late = i32::try_from(place.min(LATEST)).unwrap_or(0);
                let reached = if count == 0 { Some(-late) } else { run.max(before) };
                now[place] = reached.map(|score| score + own);
            }
            before = before.max(best[place]);
        }
        best = now;
    }
    best.into_iter().flatten().max()
}
