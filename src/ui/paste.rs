//! A pasted table or list of people, with a look at what each row becomes before it is brought in.

use std::sync::Arc;

use egui::{Align, Button, Id, Key, Label, Layout, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::find::just_opened;
use super::style::bold_text;
use super::{Action, Actions, Dialog, ViewContext, ViewState};
use crate::edit::{Edit, Gesture};
use crate::exchange::{ExchangeError, Import, Notice, PASTED_JUDGEMENTS, Pasted, import_people, pasted_people};
use crate::model::{Account, Ids};
use crate::theme::TextSize;
use crate::words::Message;

/// How many rows are shown.
const SHOWN: usize = 30;

/// How many sentences about rows that are not shown.
const FURTHER: usize = 12;

/// The longest text that is taken, in letters.
const LONGEST: usize = 2_000_000;

/// The widths of number, name, title, unit and manager; the judgements have the rest.
const WIDTHS: [f32; 5] = [32.0, 130.0, 150.0, 110.0, 120.0];

/// Draws the text, what it would become, and the way in.
pub(super) fn paste_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let Some(Dialog::PasteTable { text }) = &mut view.dialog else { return };
    let mut text = std::mem::take(text);
    let id = Id::unique("paste people");
    let is_new = just_opened(ui, id);
    let room = ui.ctx().content_rect().size();
    let ids = view.ids.clone();
    // The field has Enter for itself.
    let is_entered = !is_new && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let modal = Modal::new(id).show(ui.ctx(), |ui| {
        ui.set_width((room.x - 64.0).clamp(200.0, 860.0));
        ui.label(bold_text(ctx.words.say(Message::PasteTitle), TextSize::SECTION, ctx));
        ui.add_space(8.0);
        text_ui(ctx, ui, &mut text, is_new);
        let reading = read(ctx, ui, &text, &ids);
        ui.add_space(8.0);
        let (width, height) = (ui.available_width(), (room.y - 330.0).max(60.0));
        ScrollArea::both().auto_shrink([false, true]).max_height(height).show(ui, |ui| {
            // Sentences wrap where the columns end.
            ui.set_max_width(width.max(640.0));
            if let Some(reading) = &reading {
                reading_ui(ctx, ui, reading);
            }
        });
        ui.add_space(8.0);
        buttons_ui(ctx, ui, reading.as_deref(), is_entered)
    });
    let mut is_open = !modal.should_close();
    match modal.inner {
        Some(true) => is_open &= !bring_in(ctx, view, &text, actions),
        Some(false) => is_open = false,
        None => {}
    }
    if !is_open {
        ui.data_mut(|data| data.remove::<Arc<Reading>>(reading_id()));
    }
    view.dialog = is_open.then_some(Dialog::PasteTable { text });
}

fn text_ui(ctx: &ViewContext<'_>, ui: &mut Ui, text: &mut String, is_new: bool) {
    let label = ui.label(RichText::new(ctx.words.say(Message::PasteText)).color(ctx.palette.ink_soft()));
    let hint = RichText::new(ctx.words.say(Message::PasteHint)).color(ctx.palette.ink_faint());
    ScrollArea::vertical().id_salt("text pasted").max_height(130.0).show(ui, |ui| {
        let field = TextEdit::multiline(text).id(Id::unique("text pasted")).desired_rows(6).lock_focus(true);
        let field = ui.add(field.desired_width(f32::INFINITY).hint_text(hint).char_limit(LONGEST));
        if is_new {
            field.request_focus();
        }
        field.labelled_by(label.id);
    });
}

/// The ways out: whether the people are to be brought in.
fn buttons_ui(ctx: &ViewContext<'_>, ui: &mut Ui, reading: Option<&Reading>, is_entered: bool) -> Option<bool> {
    let count = reading.map_or(0, Reading::people);
    let mut answer = None;
    ui.horizontal(|ui| {
        let go = Button::new(ctx.words.text(&Message::PasteGo { count: count.to_string() }));
        let can_go = count > 0 && !ctx.is_read_only;
        let is_clicked = ui.add_enabled(can_go, go).on_hover_text("Ctrl+Enter").clicked();
        if is_clicked || (is_entered && can_go) {
            answer = Some(true);
        }
        if ui.button(ctx.words.say(Message::Cancel)).clicked() {
            answer = Some(false);
        }
    });
    answer
}

/// Brings the people in, one step; whether it was done.
fn bring_in(ctx: &ViewContext<'_>, view: &mut ViewState, text: &str, actions: &mut Actions) -> bool {
    // Read once more: the preview's ids were only borrowed.
    let pasted = pasted_people(text, ctx.scales);
    let import = pasted.and_then(|pasted| import_people(ctx.account, &pasted.table, ctx.scales, &mut view.ids));
    let Ok(import) = import else { return false };
    let gesture = Gesture::Import(import.added + import.updated);
    actions.push(Action::Edit(Edit::Gesture(gesture, vec![import.edit])));
    // All of the map comes into sight, with those who are new.
    view.camera = None;
    view.wants_canvas = true;
    true
}

/// A text, the account it was read for, and what would come of it.
struct Reading {
    text: String,
    account: Account,
    result: Result<(Pasted, Import), ExchangeError>,
}

impl Reading {
    /// How many people would be brought in.
    fn people(&self) -> usize {
        self.result.as_ref().map_or(0, |(_, import)| import.added + import.updated)
    }

    fn is_of(&self, text: &str, account: &Account) -> bool {
        self.text == text
            && self.account.id == account.id
            && Arc::ptr_eq(&self.account.persons, &account.persons)
            && Arc::ptr_eq(&self.account.seats, &account.seats)
    }
}

/// What would come of the text, read anew only where the text has changed.
fn read(ctx: &ViewContext<'_>, ui: &Ui, text: &str, ids: &Ids) -> Option<Arc<Reading>> {
    if text.trim().is_empty() {
        return None;
    }
    let known = ui.data(|data| data.get_temp::<Arc<Reading>>(reading_id()));
    if let Some(known) = known.filter(|known| known.is_of(text, ctx.account)) {
        return Some(known);
    }
    let result = pasted_people(text, ctx.scales).and_then(|pasted| {
        let import = import_people(ctx.account, &pasted.table, ctx.scales, &mut ids.clone())?;
        Ok((pasted, import))
    });
    let reading = Arc::new(Reading { text: text.to_owned(), account: ctx.account.clone(), result });
    ui.data_mut(|data| data.insert_temp(reading_id(), Arc::clone(&reading)));
    Some(reading)
}

fn reading_id() -> Id {
    Id::unique("what was pasted")
}

fn reading_ui(ctx: &ViewContext<'_>, ui: &mut Ui, reading: &Reading) {
    let (pasted, import) = match &reading.result {
        Ok(read) => read,
        Err(error) => {
            let sentence = ctx.words.exchange_error(error, ctx.account);
            ui.label(RichText::new(sentence).color(ctx.palette.danger()));
            return;
        }
    };
    columns_ui(ctx, ui, pasted);
    let (added, updated) = (import.added.to_string(), import.updated.to_string());
    ui.label(soft(ctx, ctx.words.text(&Message::PasteCounts { added, updated })));
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 1.0;
    heads_ui(ctx, ui);
    let rows = &pasted.table.rows;
    for (line, cells) in rows.iter().take(SHOWN) {
        row_ui(ctx, ui, pasted, (*line, cells));
        for notice in import.notices.iter().filter(|notice| notice.line == *line) {
            notice_ui(ctx, ui, notice);
        }
    }
    if rows.len() > SHOWN {
        ui.label(soft(ctx, ctx.words.text(&Message::PageMore { n: (rows.len() - SHOWN).to_string() })));
        let last = rows[SHOWN - 1].0;
        for notice in import.notices.iter().filter(|notice| notice.line > last).take(FURTHER) {
            notice_ui(ctx, ui, notice);
        }
    }
}

/// Which columns were recognised, and which become facts.
fn columns_ui(ctx: &ViewContext<'_>, ui: &mut Ui, pasted: &Pasted) {
    let headings = pasted.columns.iter().zip(&pasted.table.headings);
    let separator = ctx.words.list_separator();
    let known: Vec<&str> = pasted.columns.iter().flatten().map(|code| word_of(ctx, code)).collect();
    let columns = known.join(separator);
    if !columns.is_empty() {
        ui.label(soft(ctx, ctx.words.text(&Message::PasteColumns { columns })));
    }
    let others: Vec<&str> = headings
        .filter(|(column, heading)| column.is_none() && !heading.is_empty())
        .map(|(_, heading)| heading.as_str())
        .collect();
    let columns = others.join(separator);
    if !columns.is_empty() {
        ui.label(soft(ctx, ctx.words.text(&Message::PasteFacts { columns })));
    }
}

/// The word for a column of people.
fn word_of<'w>(ctx: &ViewContext<'w>, code: &str) -> &'w str {
    ctx.words.label(
        "field",
        match code {
            "id" => "foreign_id",
            "manager" => "reports_to",
            same => same,
        },
    )
}

fn heads_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        cell_ui(ui, WIDTHS[0], RichText::new(""));
        for (code, width) in ["name", "title", "unit", "manager"].into_iter().zip(&WIDTHS[1..]) {
            cell_ui(ui, *width, soft(ctx, word_of(ctx, code)));
        }
        ui.label(soft(ctx, ctx.words.label("field", "judgements")));
    });
}

/// What a row becomes.
fn row_ui(ctx: &ViewContext<'_>, ui: &mut Ui, pasted: &Pasted, (line, cells): (u64, &[String])) {
    let plain = |text: &str| RichText::new(text).size(TextSize::SECOND);
    let is_vacant = pasted.cell(cells, "name").is_empty() && !pasted.cell(cells, "title").is_empty();
    ui.horizontal(|ui| {
        cell_ui(ui, WIDTHS[0], soft(ctx, line.to_string()));
        for (code, width) in ["name", "title", "unit", "manager"].into_iter().zip(&WIDTHS[1..]) {
            let text = if code == "name" && is_vacant {
                soft(ctx, ctx.words.say(Message::Vacant))
            } else {
                plain(pasted.cell(cells, code))
            };
            cell_ui(ui, *width, text);
        }
        let judged: Vec<&str> = PASTED_JUDGEMENTS
            .into_iter()
            .map(|(column, scale)| {
                let cell = pasted.cell(cells, column);
                // As the scale says it, where it knows the word.
                ctx.scales.code(scale, cell).map_or(cell, |code| ctx.words.label(scale, code))
            })
            .filter(|word| !word.is_empty())
            .collect();
        ui.label(plain(&judged.join(" · ")));
    });
}

/// What is wrong with a row, or worth knowing.
fn notice_ui(ctx: &ViewContext<'_>, ui: &mut Ui, notice: &Notice) {
    let sentence = RichText::new(ctx.words.notice(notice)).size(TextSize::SECOND).color(ctx.palette.warning());
    ui.horizontal(|ui| {
        ui.add_space(WIDTHS[0] + 8.0);
        ui.label(sentence);
    });
}

fn soft(ctx: &ViewContext<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft())
}

/// A text in a column of its own, cut where the column ends.
fn cell_ui(ui: &mut Ui, width: f32, text: RichText) {
    ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        ui.add(Label::new(text).truncate());
    });
}
