//! Links from a table: reporting, dotted lines, influence, conflict, ties.

use std::collections::BTreeMap;

use super::notice::{ExchangeError, Notice, NoticeKind};
use super::resolve::{Found, People};
use super::{Import, Table};
use crate::edit::{Draft, Edit, EditError, LinkChange, RecordEdit, SeatChange, StructureEdit};
use crate::method::Scales;
use crate::model::{Account, Coded, Ids, Link, LinkId, LinkKind, PersonId, Seat, SeatId, Strength, TieKind};

/// Reads links from a table. A link that is there already is updated.
///
/// # Errors
/// [`ExchangeError`] where a column for either end or for the kind is missing.
pub fn import_links(account: &Account, table: &Table, scales: &Scales, ids: &mut Ids) -> Result<Import, ExchangeError> {
    let wanted = ["from", "to", "kind", "strength"];
    let columns = table.columns(wanted, scales)?;
    let missing: Vec<&str> = (0..3).filter(|column| columns[*column].is_none()).map(|column| wanted[column]).collect();
    if !missing.is_empty() {
        return Err(table.missing(&missing));
    }
    let mut importer = Importer {
        now: Draft::of(account),
        scales,
        ids,
        people: People::of_account(account),
        seats: account.seat_of_person(),
        links: account.all::<Link>().map(|link| (key(link.from, link.to, link.kind), link.id)).collect(),
        edits: Vec::new(),
        notices: Vec::new(),
        added: 0,
        updated: 0,
    };
    for (index, heading) in table.headings.iter().enumerate() {
        if !columns.contains(&Some(index)) {
            importer.say(1, NoticeKind::IgnoredColumn { column: heading.clone() });
        }
    }
    for (line, cells) in &table.rows {
        let cell = |column: usize| columns[column].and_then(|index| cells.get(index)).map_or("", String::as_str);
        importer.row(*line, [cell(0), cell(1), cell(2), cell(3)])?;
    }
    let Importer { edits, notices, added, updated, .. } = importer;
    Ok(Import { edit: Edit::Batch(edits), notices, added, updated })
}

/// What makes two links the same: their people, turned where the order does not matter.
fn key(from: PersonId, to: PersonId, kind: LinkKind) -> (PersonId, PersonId, u8) {
    let number = match kind {
        LinkKind::Influences(_) => 0,
        LinkKind::Conflict => 1,
        LinkKind::Tie(tie) => 2 + tie as u8,
    };
    if kind.is_directed() { (from, to, number) } else { (from.min(to), from.max(to), number) }
}

struct Importer<'a> {
    now: Draft,
    scales: &'a Scales,
    ids: &'a mut Ids,
    people: People,
    seats: BTreeMap<PersonId, SeatId>,
    links: BTreeMap<(PersonId, PersonId, u8), LinkId>,
    edits: Vec<Edit>,
    notices: Vec<Notice>,
    added: usize,
    updated: usize,
}

impl Importer<'_> {
    fn say(&mut self, line: u64, kind: NoticeKind) {
        self.notices.push(Notice { line, kind });
    }

    fn commit(&mut self, edit: Edit) -> Result<(), EditError> {
        self.now.commit(&edit)?;
        self.edits.push(edit);
        Ok(())
    }

    fn person(&mut self, line: u64, text: &str) -> Option<PersonId> {
        let name = text.to_owned();
        match self.people.find(text) {
            Found::One(person) => return Some(person),
            Found::Several => self.say(line, NoticeKind::Ambiguous { name }),
            Found::Nobody => self.say(line, NoticeKind::PersonMissing { name }),
        }
        None
    }

    fn row(&mut self, line: u64, [from, to, kind, strength]: [&str; 4]) -> Result<(), ExchangeError> {
        let (Some(one), Some(other)) = (self.person(line, from), self.person(line, to)) else {
            return Ok(());
        };
        if one == other {
            self.say(line, NoticeKind::SelfLink { name: from.to_owned() });
            return Ok(());
        }
        let scales = self.scales;
        match scales.code("link", kind) {
            Some("Reports") => self.report(line, one, other),
            Some("Dotted") => self.dotted(line, one, other),
            Some("Influences") => {
                let known = strength.is_empty().then(|| self.known_strength(one, other)).flatten();
                let strength = known.unwrap_or_else(|| self.strength(line, strength));
                self.link(one, other, LinkKind::Influences(strength))
            }
            Some("Conflict") => self.link(one, other, LinkKind::Conflict),
            Some(tie) => {
                let tie = TieKind::from_code(tie).unwrap_or(TieKind::Other);
                self.link(one, other, LinkKind::Tie(tie))
            }
            None => {
                let column = "kind".to_owned();
                self.say(line, NoticeKind::UnknownWord { column, word: kind.to_owned() });
                Ok(())
            }
        }
    }

    /// The strength of an influence that is there already: an empty cell changes nothing.
    fn known_strength(&self, one: PersonId, other: PersonId) -> Option<Strength> {
        let id = self.links.get(&key(one, other, LinkKind::Influences(Strength::SLIGHT)))?;
        match self.now.account().get::<Link>(*id)?.kind {
            LinkKind::Influences(strength) => Some(strength),
            LinkKind::Conflict | LinkKind::Tie(_) => None,
        }
    }

    /// A missing strength is the slightest: more would be a claim.
    fn strength(&mut self, line: u64, text: &str) -> Strength {
        if text.is_empty() {
            return Strength::SLIGHT;
        }
        let value = text.parse::<i64>().ok();
        if let Some(strength) = value.and_then(|value| u8::try_from(value).ok()).and_then(Strength::new) {
            return strength;
        }
        self.say(line, NoticeKind::Strength { text: text.to_owned() });
        if value.is_some_and(|value| value > 3) { Strength::DECISIVE } else { Strength::SLIGHT }
    }

    fn report(&mut self, line: u64, one: PersonId, boss: PersonId) -> Result<(), ExchangeError> {
        let (Some(seat), Some(manager)) = (self.seats.get(&one), self.seats.get(&boss)) else {
            let name = self.now.account().person_name(one).to_owned();
            self.say(line, NoticeKind::PersonMissing { name });
            return Ok(());
        };
        let (seat, manager) = (*seat, Some(*manager));
        match self.commit(Edit::Structure(StructureEdit::SetManager { seat, manager })) {
            Err(EditError::ReportingLoop { .. }) => {
                let name = self.now.account().person_name(one).to_owned();
                let manager = self.now.account().person_name(boss).to_owned();
                self.say(line, NoticeKind::ManagerLoop { name, manager });
                Ok(())
            }
            result => Ok(result?),
        }
    }

    fn dotted(&mut self, line: u64, one: PersonId, boss: PersonId) -> Result<(), ExchangeError> {
        let (Some(seat), Some(other)) = (self.seats.get(&one), self.seats.get(&boss)) else {
            let name = self.now.account().person_name(one).to_owned();
            self.say(line, NoticeKind::PersonMissing { name });
            return Ok(());
        };
        let (seat, other) = (*seat, *other);
        let mut dotted = self.now.account().get::<Seat>(seat).map_or_else(Vec::new, |seat| seat.dotted.clone());
        if !dotted.contains(&other) {
            dotted.push(other);
            self.commit(Edit::Seat(RecordEdit::Set(seat, SeatChange::Dotted(dotted))))?;
            self.added += 1;
        }
        Ok(())
    }

    fn link(&mut self, from: PersonId, to: PersonId, kind: LinkKind) -> Result<(), ExchangeError> {
        let key = key(from, to, kind);
        if let Some(id) = self.links.get(&key).copied() {
            self.updated += 1;
            self.commit(Edit::Link(RecordEdit::Set(id, LinkChange::Kind(kind))))?;
            return Ok(());
        }
        let link = Link::new(self.ids.fresh(), from, to, kind);
        self.links.insert(key, link.id);
        self.added += 1;
        self.commit(Edit::Link(RecordEdit::Add(Box::new(link))))?;
        Ok(())
    }
}
