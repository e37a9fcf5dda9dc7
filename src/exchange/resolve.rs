//! Which person a name or an id of a table means.

use std::collections::BTreeMap;

use crate::model::{Account, Person, PersonId};

/// People by the ids and names that tables know them by.
#[derive(Default)]
pub(super) struct People {
    by_id: BTreeMap<String, PersonId>,
    by_name: BTreeMap<String, Vec<PersonId>>,
}

/// What a search came to.
pub(super) enum Found {
    One(PersonId),
    Several,
    Nobody,
}

impl People {
    pub(super) fn of_account(account: &Account) -> Self {
        let mut people = Self::default();
        for person in account.all::<Person>() {
            people.add(person.id, &person.name, &person.foreign_id);
            // Exports name people without a foreign id by their own.
            people.by_id.insert(person.id.to_string(), person.id);
        }
        people
    }

    pub(super) fn add(&mut self, person: PersonId, name: &str, foreign_id: &str) {
        if !foreign_id.is_empty() {
            self.by_id.insert(foreign_id.to_owned(), person);
        }
        let named = self.by_name.entry(folded(name)).or_default();
        if !named.contains(&person) {
            named.push(person);
        }
    }

    /// The person with this foreign id.
    pub(super) fn with_id(&self, id: &str) -> Option<PersonId> {
        self.by_id.get(id).copied()
    }

    /// Everybody of this name.
    pub(super) fn with_name(&self, name: &str) -> &[PersonId] {
        self.by_name.get(&folded(name)).map_or(&[], Vec::as_slice)
    }

    /// By id first, then by name.
    pub(super) fn find(&self, text: &str) -> Found {
        match (self.with_id(text), self.with_name(text)) {
            (Some(person), _) => Found::One(person),
            (None, [person]) => Found::One(*person),
            (None, []) => Found::Nobody,
            (None, _) => Found::Several,
        }
    }
}

fn folded(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfkc().flat_map(char::to_lowercase).filter(|letter| !letter.is_whitespace()).collect()
}
