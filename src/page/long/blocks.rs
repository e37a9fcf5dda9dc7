//! Blocks of a long document as its template reads them; whatever says nothing is left out.

use serde_json::{Value as Json, json};

use super::super::compose::{Material, clean};
use super::super::drawing::plot_json;
use crate::model::{Account, MemberId, Money, Person, PersonId, Seat};
use crate::plot::Plot;
use crate::theme::Tokens;
use crate::words::{Message, Words, date, money};

/// Blocks one below the other.
pub(in crate::page) struct Blocks<'m> {
    pub(in crate::page) material: &'m Material<'m>,
    tokens: &'m Tokens,
    list: Vec<Json>,
}

/// Points across a plot, drawn at the window's sizes and set smaller.
pub(in crate::page) const PLOT_WIDTH: f32 = 620.0;

impl<'m> Blocks<'m> {
    pub(in crate::page) fn new(material: &'m Material<'m>, tokens: &'m Tokens) -> Self {
        Self { material, tokens, list: Vec::new() }
    }

    pub(in crate::page) fn account(&self) -> &'m Account {
        self.material.account
    }

    pub(in crate::page) fn words(&self) -> &'m Words {
        self.material.words
    }

    /// The words of a message.
    pub(in crate::page) fn say(&self, message: Message) -> String {
        self.words().text(&message)
    }

    /// The word of a field, as a title.
    pub(in crate::page) fn field(&self, name: &str) -> String {
        title(self.words().label("field", name))
    }

    /// The blocks.
    pub(in crate::page) fn done(self) -> Vec<Json> {
        self.list
    }

    /// A block as it is.
    pub(in crate::page) fn put(&mut self, block: Json) {
        self.list.push(block);
    }

    /// Running text, a paragraph for each of its lines.
    pub(in crate::page) fn text(&mut self, text: &str) {
        let lines: Vec<Json> = text.lines().filter(|line| !line.trim().is_empty()).map(clean).collect();
        if !lines.is_empty() {
            self.put(json!({ "kind": "text", "lines": lines }));
        }
    }

    /// Lines under bullets.
    pub(in crate::page) fn list(&mut self, rows: Vec<Json>) {
        if !rows.is_empty() {
            self.put(json!({ "kind": "list", "rows": rows }));
        }
    }

    /// Facts by their names.
    pub(in crate::page) fn facts(&mut self, facts: Facts<'_>) {
        if !facts.rows.is_empty() {
            self.put(json!({ "kind": "facts", "rows": facts.rows }));
        }
    }

    /// A table.
    pub(in crate::page) fn table(&mut self, table: Table) {
        self.list.extend(table.json());
    }

    /// A plot, drawn for paper.
    pub(in crate::page) fn plot(&mut self, plot: Option<Plot>) {
        if let Some(plot) = plot {
            self.put(json!({ "kind": "plot", "plot": plot_json(&plot, self.tokens) }));
        }
    }

    /// Two by two: of each quarter its title, a hint, the sign of its lines, the lines.
    pub(in crate::page) fn quad(&mut self, quarters: Vec<(String, String, &str, Vec<Json>)>) {
        if quarters.iter().any(|(.., rows)| !rows.is_empty()) {
            let quarter = |(title, hint, sign, rows): (String, String, &str, Vec<Json>)| json!({ "title": clean(&title), "hint": clean(&hint), "sign": sign, "rows": rows });
            let quarters: Vec<Json> = quarters.into_iter().map(quarter).collect();
            self.put(json!({ "kind": "quad", "quarters": quarters }));
        }
    }

    /// A part under a title of its own, unless nothing stands in it.
    pub(in crate::page) fn part(&mut self, title: String, fill: impl FnOnce(&mut Self)) {
        self.noted_part(title, String::new(), fill);
    }

    /// The same with a line under its title.
    pub(in crate::page) fn noted_part(&mut self, title: String, note: String, fill: impl FnOnce(&mut Self)) {
        let mut inner = Self::new(self.material, self.tokens);
        fill(&mut inner);
        if !inner.list.is_empty() {
            self.put(json!({ "kind": "part", "title": clean(&title), "note": clean(&note), "blocks": inner.list }));
        }
    }
}

/// Facts by their names; a fact that says nothing is left out.
pub(in crate::page) struct Facts<'w> {
    words: &'w Words,
    rows: Vec<(Json, Json)>,
}

impl<'w> Facts<'w> {
    pub(in crate::page) fn new(words: &'w Words) -> Self {
        Self { words, rows: Vec::new() }
    }

    /// A fact under the word of its field.
    pub(in crate::page) fn field(&mut self, field: &str, text: &str) {
        self.named(&title(self.words.label("field", field)), text);
    }

    /// Facts under the words of their fields.
    pub(in crate::page) fn fields(&mut self, fields: &[(&str, &str)]) {
        fields.iter().for_each(|(field, text)| self.field(field, text));
    }

    /// A fact under a name of its own.
    pub(in crate::page) fn named(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.rows.push((clean(name), clean(text)));
        }
    }

    /// Several lines under one name.
    pub(in crate::page) fn lines(&mut self, name: &str, lines: Vec<Json>) {
        if !lines.is_empty() {
            self.rows.push((clean(name), Json::Array(lines)));
        }
    }

    /// A cell under a name.
    pub(in crate::page) fn cell(&mut self, name: &str, value: Json) {
        if !is_blank(&value) {
            self.rows.push((clean(name), value));
        }
    }

    pub(in crate::page) fn money(&mut self, field: &str, amount: Option<Money>) {
        self.field(field, &amount.map_or_else(String::new, |amount| money(self.words, amount)));
    }

    pub(in crate::page) fn percent(&mut self, field: &str, share: Option<u8>) {
        self.field(field, &percent(share));
    }

    pub(in crate::page) fn date(&mut self, field: &str, day: Option<chrono::NaiveDate>) {
        self.field(field, &day.map_or_else(String::new, date));
    }
}

/// A column: its title, its part of the width that is left (0: as wide as it needs), whether numbers stand in it.
pub(in crate::page) struct Column {
    title: String,
    share: u8,
    is_right: bool,
}

/// A column of texts that takes `share` of the width left.
pub(in crate::page) fn wide(title: String, share: u8) -> Column {
    Column { title, share, is_right: false }
}

/// A column as wide as it needs.
pub(in crate::page) fn narrow(title: String) -> Column {
    Column { title, share: 0, is_right: false }
}

/// A column of numbers.
pub(in crate::page) fn number(title: String) -> Column {
    Column { title, share: 0, is_right: true }
}

enum Row {
    Group(Json),
    Cells(Vec<Json>),
    Total(Vec<Json>),
}

/// A table; a column in which nothing stands is left out, the first one never.
pub(in crate::page) struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Table {
    pub(in crate::page) fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// A title over the rows that follow.
    pub(in crate::page) fn group(&mut self, title: &str) {
        self.rows.push(Row::Group(clean(title)));
    }

    pub(in crate::page) fn row(&mut self, cells: Vec<Json>) {
        self.rows.push(Row::Cells(cells));
    }

    pub(in crate::page) fn total(&mut self, cells: Vec<Json>) {
        self.rows.push(Row::Total(cells));
    }

    fn json(self) -> Option<Json> {
        let body: Vec<&Vec<Json>> =
            self.rows.iter().filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None }).collect();
        if body.is_empty() {
            return None;
        }
        let is_kept =
            |place: usize| place == 0 || body.iter().any(|row| row.get(place).is_some_and(|cell| !is_blank(cell)));
        let kept: Vec<usize> = (0..self.columns.len()).filter(|place| is_kept(*place)).collect();
        let shared = |place: &usize| self.columns[*place].share > 0;
        // Something must take the width that is left.
        let widest = if kept.iter().any(shared) { None } else { kept.first().copied() };
        let column = |place: &usize| {
            let column = &self.columns[*place];
            let share = if widest == Some(*place) { 1 } else { column.share };
            json!({ "title": clean(&column.title), "share": share, "right": column.is_right })
        };
        let cut =
            |cells: &[Json]| -> Vec<Json> { kept.iter().filter_map(|place| cells.get(*place).cloned()).collect() };
        let row = |row: &Row| match row {
            Row::Group(title) => json!({ "group": title }),
            Row::Cells(cells) => Json::Array(cut(cells)),
            Row::Total(cells) => json!({ "total": cut(cells) }),
        };
        let columns: Vec<Json> = kept.iter().map(column).collect();
        let rows: Vec<Json> = self.rows.iter().map(row).collect();
        Some(json!({ "kind": "table", "columns": columns, "rows": rows }))
    }
}

fn is_blank(cell: &Json) -> bool {
    match cell {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(lines) => lines.is_empty(),
        Json::Object(parts) => parts.values().all(is_blank),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

/// A cell with a second line in small type.
pub(in crate::page) fn with_sub(text: &str, sub: &str) -> Json {
    json!({ "s": clean(text), "sub": clean(sub) })
}

/// A cell with a mark: `good`, `warn`, `bad` or `plain`.
pub(in crate::page) fn toned(text: &str, tone: &str) -> Json {
    json!({ "s": clean(text), "tone": tone })
}

/// Yes or no with a mark; nothing where it is not known.
pub(in crate::page) fn yes_no(words: &Words, is: Option<bool>) -> Json {
    match is {
        Some(true) => toned(&words.say(Message::WorkYes), "good"),
        Some(false) => toned(&words.say(Message::WorkNo), "plain"),
        None => Json::Null,
    }
}

/// A share as people write it; empty where it is not known.
pub(in crate::page) fn percent(share: Option<u8>) -> String {
    share.map_or_else(String::new, |share| format!("{share} %"))
}

/// A day; empty where it is not known.
pub(in crate::page) fn day(day: Option<chrono::NaiveDate>) -> String {
    day.map_or_else(String::new, date)
}

/// An amount; empty where it is not known.
pub(in crate::page) fn amount(words: &Words, amount: Option<Money>) -> String {
    amount.map_or_else(String::new, |amount| money(words, amount))
}

/// `word` with a capital at its head.
pub(in crate::page) fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Texts that say something, one after the other.
pub(in crate::page) fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    said.join(" · ")
}

/// The names of people.
pub(in crate::page) fn people(material: &Material<'_>, people: &[PersonId]) -> String {
    let names: Vec<&str> = people.iter().map(|person| material.account.person_name(*person)).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    names.join(material.words.list_separator())
}

/// The names of members of our team.
pub(in crate::page) fn members(material: &Material<'_>, members: &[MemberId]) -> String {
    let names: Vec<&str> =
        members.iter().map(|member| super::super::data::member_name(material.account, Some(*member))).collect();
    names.join(material.words.list_separator())
}

/// Title and unit of the seat on which somebody sits; empty where there is none.
pub(in crate::page) fn post(account: &Account, person: &Person) -> String {
    let seat = account.all::<Seat>().find(|seat| seat.holder == Some(person.id));
    seat.map_or_else(String::new, |seat| joined(&[&seat.title, &seat.unit]))
}
