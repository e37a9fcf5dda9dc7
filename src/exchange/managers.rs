//! Who reports to whom in a table of people, found once all rows are read.

use super::notice::{ExchangeError, NoticeKind};
use super::people::Importer;
use super::resolve::Found;
use crate::edit::{Edit, PersonChange, RecordEdit, StructureEdit};
use crate::model::{Account, Fact, Kept, PersonId, Seat, SeatId};

impl Importer<'_> {
    pub(super) fn set_managers(&mut self) -> Result<(), ExchangeError> {
        let mut moves = Vec::new();
        for (line, seat, person, named) in std::mem::take(&mut self.managers) {
            if named.is_empty() {
                continue;
            }
            let boss = match self.people.find(&named) {
                Found::One(boss) => self.seats.get(&boss).copied(),
                Found::Several => {
                    self.say(line, NoticeKind::Ambiguous { name: named.clone() });
                    None
                }
                Found::Nobody => self.seat_titled(&named),
            };
            if let Some(boss) = boss {
                moves.push((line, seat, person, named, boss));
            } else {
                let name = self.name_of(person);
                self.keep_manager(person, &named)?;
                self.say(line, NoticeKind::ManagerMissing { name, manager: named });
            }
        }
        self.set_bosses(moves)
    }

    /// Sets the managers found. The table speaks of a new chart, so the old lines of those who
    /// move are taken off first: a line turned round is no loop.
    fn set_bosses(
        &mut self,
        mut moves: Vec<(u64, SeatId, Option<PersonId>, String, SeatId)>,
    ) -> Result<(), ExchangeError> {
        let reports_to = |account: &Account, seat| account.get::<Seat>(seat).and_then(|seat| seat.reports_to);
        moves.retain(|(_, seat, _, _, boss)| reports_to(self.now.account(), *seat) != Some(*boss));
        for (_, seat, ..) in &moves {
            self.commit(Edit::Structure(StructureEdit::SetManager { seat: *seat, manager: None }))?;
        }
        for (line, seat, person, named, boss) in moves {
            if self.now.account().is_in_branch(boss, seat) {
                let name = self.name_of(person);
                self.keep_manager(person, &named)?;
                self.say(line, NoticeKind::ManagerLoop { name, manager: named });
                continue;
            }
            self.commit(Edit::Structure(StructureEdit::SetManager { seat, manager: Some(boss) }))?;
        }
        Ok(())
    }

    fn name_of(&self, person: Option<PersonId>) -> String {
        person.map_or_else(String::new, |person| self.now.account().person_name(person).to_owned())
    }

    /// A vacant seat named by its title, where only one has it.
    fn seat_titled(&self, title: &str) -> Option<SeatId> {
        let mut seats = self.now.account().all::<Seat>().filter(|seat| seat.holder.is_none() && seat.title == title);
        let first = seats.next()?;
        seats.next().is_none().then_some(first.id)
    }

    /// What cannot be drawn is kept as a fact.
    fn keep_manager(&mut self, person: Option<PersonId>, named: &str) -> Result<(), ExchangeError> {
        let Some(person) = person else { return Ok(()) };
        let facts = self.with_facts(person, vec![fact("manager", named)]);
        self.commit(Edit::Person(RecordEdit::Set(person, PersonChange::Facts(facts))))
    }
}

/// What a table says and no field holds.
pub(super) fn fact(name: &str, value: &str) -> Fact {
    Fact { name: name.to_owned(), value: value.to_owned(), kept: Kept::default() }
}
