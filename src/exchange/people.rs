//! People from a table: known ones are updated, others are added, managers are found by id or name.

use std::collections::BTreeMap;

use super::managers::fact;
use super::notice::{ExchangeError, Notice, NoticeKind};
use super::resolve::People;
use super::{Import, Table};
use crate::edit::{Draft, Edit, PersonChange, RecordEdit, SeatChange};
use crate::method::Scales;
use crate::model::{Account, Coded, Fact, Ids, Person, PersonId, PoliticalStatus, Seat, SeatId};

/// The columns an import understands, in the order in which an export writes them.
pub(super) const COLUMNS: [&str; 10] =
    ["id", "name", "title", "unit", "manager", "role", "attitude", "support", "coverage", "political"];

/// Reads people from a table. Empty cells change nothing; unknown columns become facts.
///
/// # Errors
/// [`ExchangeError`] where there is no column for names.
pub fn import_people(
    account: &Account,
    table: &Table,
    scales: &Scales,
    ids: &mut Ids,
) -> Result<Import, ExchangeError> {
    let columns = table.columns(COLUMNS, scales)?;
    let [_, name, title, ..] = columns;
    if name.is_none() && title.is_none() {
        return Err(table.missing(&["name"]));
    }
    let mut importer = Importer {
        before: account,
        now: Draft::of(account),
        columns,
        table,
        scales,
        ids,
        people: People::of_account(account),
        seats: account.seat_of_person(),
        edits: Vec::new(),
        notices: Vec::new(),
        managers: Vec::new(),
        touched: BTreeMap::new(),
        added: 0,
        updated: 0,
    };
    for (line, cells) in &table.rows {
        importer.row(*line, cells)?;
    }
    importer.set_managers()?;
    let Importer { edits, mut notices, added, updated, .. } = importer;
    notices.sort_by_key(|notice| notice.line);
    Ok(Import { edit: Edit::Batch(edits), notices, added, updated })
}

pub(super) struct Importer<'a> {
    before: &'a Account,
    pub(super) now: Draft,
    columns: [Option<usize>; 10],
    table: &'a Table,
    scales: &'a Scales,
    ids: &'a mut Ids,
    pub(super) people: People,
    pub(super) seats: BTreeMap<PersonId, SeatId>,
    edits: Vec<Edit>,
    notices: Vec<Notice>,
    /// Seat, whose it is, and the manager named, to be found once all rows are read.
    pub(super) managers: Vec<(u64, SeatId, Option<PersonId>, String)>,
    /// On which line a person was last spoken of.
    touched: BTreeMap<PersonId, u64>,
    added: usize,
    updated: usize,
}

impl Importer<'_> {
    fn cell<'c>(&self, cells: &'c [String], column: usize) -> &'c str {
        self.columns[column].and_then(|index| cells.get(index)).map_or("", String::as_str)
    }

    pub(super) fn say(&mut self, line: u64, kind: NoticeKind) {
        self.notices.push(Notice { line, kind });
    }

    pub(super) fn commit(&mut self, edit: Edit) -> Result<(), ExchangeError> {
        self.now.commit(&edit)?;
        self.edits.push(edit);
        Ok(())
    }

    fn row(&mut self, line: u64, cells: &[String]) -> Result<(), ExchangeError> {
        let [id, name, title, unit, manager] = [0, 1, 2, 3, 4].map(|column| self.cell(cells, column));
        if name.is_empty() && title.is_empty() {
            self.say(line, NoticeKind::NoName);
            return Ok(());
        }
        if name.is_empty() {
            let id = self.vacant(line, title, unit)?;
            self.managers.push((line, id, None, manager.to_owned()));
            return Ok(());
        }
        let known = self.known(line, id, name, title, unit);
        let person = match known {
            Some(person) => {
                self.updated += usize::from(self.before.get::<Person>(person).is_some());
                person
            }
            None => self.add_person(id, name)?,
        };
        self.touched.insert(person, line);
        let seat = self.set_seat(person, title, unit)?;
        self.set_person(line, person, id, name, cells)?;
        if !manager.is_empty() {
            self.managers.push((line, seat, Some(person), manager.to_owned()));
        }
        Ok(())
    }

    /// The vacant seat of this title and unit: the one that is there, or a new one.
    fn vacant(&mut self, line: u64, title: &str, unit: &str) -> Result<SeatId, ExchangeError> {
        let is_it = |seat: &&Seat| seat.holder.is_none() && seat.title == title && seat.unit == unit;
        let known = self.now.account().all::<Seat>().filter(is_it).map(|seat| seat.id);
        let taken: Vec<SeatId> = self.managers.iter().map(|(_, seat, _, _)| *seat).collect();
        if let Some(seat) = known.into_iter().find(|seat| !taken.contains(seat)) {
            return Ok(seat);
        }
        self.say(line, NoticeKind::Vacant { title: title.to_owned() });
        let seat = self.seat(title, unit, None);
        let id = seat.id;
        self.commit(Edit::Seat(RecordEdit::Add(Box::new(seat))))?;
        Ok(id)
    }

    /// The person a row speaks of: by id, then by name where the row can mean only one.
    fn known(&mut self, line: u64, id: &str, name: &str, title: &str, unit: &str) -> Option<PersonId> {
        if !id.is_empty()
            && let Some(person) = self.people.with_id(id)
        {
            if self.touched.contains_key(&person) {
                self.say(line, NoticeKind::DoubledId { id: id.to_owned() });
            }
            return Some(person);
        }
        let named: Vec<PersonId> = self.people.with_name(name).to_vec();
        // A person with another id is another person.
        let is_free = |person: &&PersonId| {
            let foreign = self.now.account().get::<Person>(**person).map_or("", |person| person.foreign_id.as_str());
            id.is_empty() || foreign.is_empty()
        };
        let mut free: Vec<PersonId> = named.iter().filter(is_free).copied().collect();
        if free.len() > 1 || free.iter().any(|person| self.touched.contains_key(person)) {
            free.retain(|person| self.sits_as(*person, title, unit) && !self.touched.contains_key(person));
        }
        match free.as_slice() {
            [person] => Some(*person),
            [] => {
                if !named.is_empty() {
                    self.say(line, NoticeKind::SameName { name: name.to_owned() });
                }
                None
            }
            _ => {
                self.say(line, NoticeKind::Ambiguous { name: name.to_owned() });
                free.first().copied()
            }
        }
    }

    fn sits_as(&self, person: PersonId, title: &str, unit: &str) -> bool {
        let seat = self.seats.get(&person).and_then(|seat| self.now.account().get::<Seat>(*seat));
        seat.is_some_and(|seat| seat.title == title && seat.unit == unit)
    }

    fn add_person(&mut self, id: &str, name: &str) -> Result<PersonId, ExchangeError> {
        let person = Person { foreign_id: id.to_owned(), ..Person::new(self.ids.fresh(), name) };
        let new = person.id;
        self.people.add(new, name, id);
        self.commit(Edit::Person(RecordEdit::Add(Box::new(person))))?;
        self.added += 1;
        Ok(new)
    }

    fn seat(&mut self, title: &str, unit: &str, holder: Option<PersonId>) -> Seat {
        let (title, unit) = (title.to_owned(), unit.to_owned());
        Seat { title, unit, holder, ..Seat::new(self.ids.fresh()) }
    }

    fn set_seat(&mut self, person: PersonId, title: &str, unit: &str) -> Result<SeatId, ExchangeError> {
        if let Some(seat) = self.seats.get(&person).copied() {
            if !title.is_empty() {
                let change = SeatChange::Title(title.to_owned());
                self.commit(Edit::Seat(RecordEdit::Set(seat, change)))?;
            }
            if !unit.is_empty() {
                let change = SeatChange::Unit(unit.to_owned());
                self.commit(Edit::Seat(RecordEdit::Set(seat, change)))?;
            }
            return Ok(seat);
        }
        let seat = self.seat(title, unit, Some(person));
        let id = seat.id;
        self.seats.insert(person, id);
        self.commit(Edit::Seat(RecordEdit::Add(Box::new(seat))))?;
        Ok(id)
    }

    fn set_person(
        &mut self,
        line: u64,
        person: PersonId,
        id: &str,
        name: &str,
        cells: &[String],
    ) -> Result<(), ExchangeError> {
        let mut changes = vec![PersonChange::Name(name.to_owned())];
        if !id.is_empty() {
            changes.push(PersonChange::ForeignId(id.to_owned()));
            self.people.add(person, name, id);
        }
        let mut facts = Vec::new();
        self.judge(line, cells, &mut changes, &mut facts);
        self.other_columns(line, cells, &mut facts);
        if !facts.is_empty() {
            changes.push(PersonChange::Facts(self.with_facts(person, facts)));
        }
        for change in changes {
            self.commit(Edit::Person(RecordEdit::Set(person, change)))?;
        }
        Ok(())
    }

    fn judge(&mut self, line: u64, cells: &[String], changes: &mut Vec<PersonChange>, facts: &mut Vec<Fact>) {
        self.word(line, cells, 5, changes, facts, PersonChange::Role);
        self.word(line, cells, 6, changes, facts, PersonChange::Attitude);
        self.word(line, cells, 7, changes, facts, PersonChange::Support);
        self.word(line, cells, 8, changes, facts, PersonChange::Coverage);
        self.word::<PoliticalStatus>(line, cells, 9, changes, facts, PersonChange::Political);
    }

    fn word<T: Coded>(
        &mut self,
        line: u64,
        cells: &[String],
        column: usize,
        changes: &mut Vec<PersonChange>,
        facts: &mut Vec<Fact>,
        change: impl Fn(Option<T>) -> PersonChange,
    ) {
        let text = self.cell(cells, column);
        if text.is_empty() {
            return;
        }
        let code = self.scales.code(T::KIND, text);
        if let Some(value) = code.and_then(T::from_code) {
            changes.push(change(Some(value)));
        } else if self.scales.code("unknown", text).is_some() {
            changes.push(change(None));
        } else {
            let column = COLUMNS[column].to_owned();
            facts.push(fact(&column, text));
            self.say(line, NoticeKind::UnknownWord { column, word: text.to_owned() });
        }
    }

    fn other_columns(&mut self, line: u64, cells: &[String], facts: &mut Vec<Fact>) {
        for (index, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if self.columns.contains(&Some(index)) {
                continue;
            }
            match self.table.headings.get(index).filter(|heading| !heading.is_empty()) {
                Some(heading) => {
                    let before = self.table.headings[..index].iter().filter(|other| *other == heading).count();
                    // Two columns of one name are two facts.
                    let name = if before == 0 { heading.clone() } else { format!("{heading} {}", before + 1) };
                    facts.push(fact(&name, cell));
                }
                None => {
                    self.say(line, NoticeKind::ExtraCells { count: 1 });
                    facts.push(fact(&format!("column {}", index + 1), cell));
                }
            }
        }
    }

    pub(super) fn with_facts(&self, person: PersonId, new: Vec<Fact>) -> Vec<Fact> {
        let mut facts = self.now.account().get::<Person>(person).map_or_else(Vec::new, |person| person.facts.clone());
        for fact in new {
            match facts.iter_mut().find(|known| known.name == fact.name) {
                Some(known) => known.value = fact.value,
                None => facts.push(fact),
            }
        }
        facts
    }
}
