//! The hidden command that saves without end: tests end it at any moment and look at the file.

use std::io::Write;
use std::path::Path;

use super::Outcome;
use crate::app;
use crate::disk::{Keep, RealFs, save};
use crate::edit::{Edit, ProfileChange, RecordEdit, apply};
use crate::file;
use crate::model::{Account, Person, Seat};

pub(super) fn save_in_a_loop(path: &Path, people: usize) -> Outcome {
    let mut ids = app::ids();
    let mut account = Account::new(ids.fresh(), "");
    for number in 0..people {
        let person = Person::new(ids.fresh(), format!("Person {number}"));
        let seat = Seat { title: format!("Seat {number}"), holder: Some(person.id), ..Seat::new(ids.fresh()) };
        let edit = Edit::Batch(vec![
            Edit::Person(RecordEdit::Add(Box::new(person))),
            Edit::Seat(RecordEdit::Add(Box::new(seat))),
        ]);
        match apply(&account, &edit) {
            Ok(grown) => account = grown,
            Err(_) => return Outcome::NotDone,
        }
    }
    for revision in 1_u64.. {
        let name = Edit::Profile(ProfileChange::Name(format!("rev: {revision}")));
        let Ok(named) = apply(&account, &name) else {
            return Outcome::NotDone;
        };
        if save(&RealFs, path, &file::write(&named), Keep::Previous).is_err() {
            return Outcome::NotDone;
        }
        let mut out = std::io::stdout();
        if writeln!(out, "{revision}").and_then(|()| out.flush()).is_err() {
            return Outcome::NotDone;
        }
    }
    Outcome::Done
}
