//! What all records of an account have in common: an id, a table, unknown parts kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Account;

/// All records of one kind, in the order of their ids, which is the order of their making.
///
/// A clone copies one pointer; a change copies the pointers of the table and one record.
pub type Table<T> = Arc<BTreeMap<<T as Record>::Id, Arc<T>>>;

/// A thing with an id that stands in a table of the account.
pub trait Record: Clone + Eq + 'static {
    /// The record's id type.
    type Id: Copy + Ord + std::fmt::Debug + std::fmt::Display + From<ulid::Ulid> + Into<ulid::Ulid>;

    /// The record's own id.
    fn id(&self) -> Self::Id;
    /// The same record under another id.
    fn with_id(self, id: Self::Id) -> Self;
    /// The table of this kind of record.
    fn table(account: &Account) -> &Table<Self>;
    /// The table of this kind of record, to be changed by the `edit` room.
    fn table_mut(account: &mut Account) -> &mut Table<Self>;
}

/// A place in a list ordered by hand; equal ranks stand in the order of their ids.
pub type Rank = i32;

/// A record whose list the user orders.
pub trait Ranked: Record {
    /// The record's place in its list.
    fn rank(&self) -> Rank;
    /// Sets the record's place.
    fn set_rank(&mut self, rank: Rank);
}

/// What a file said of a record and this version does not understand, word for word.
///
/// Pairs of field name and text, in file order. Rides along and is written again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept(Option<Arc<Vec<KeptField>>>);

/// Name and text of a field.
type KeptField = (Box<str>, Box<str>);

impl Kept {
    /// Keeps `text` as the value of `field`.
    pub fn push(&mut self, field: &str, text: &str) {
        let list = self.0.get_or_insert_default();
        Arc::make_mut(list).push((field.into(), text.into()));
    }

    /// Field names with their texts, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|list| list.iter()).map(|(field, text)| (field.as_ref(), text.as_ref()))
    }

    /// The kept text of `field`.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.iter().find(|(name, _)| *name == field).map(|(_, text)| text)
    }

    /// Takes the text of `field` out.
    pub fn take(&mut self, field: &str) -> Option<String> {
        let list = Arc::make_mut(self.0.as_mut()?);
        let index = list.iter().position(|(name, _)| name.as_ref() == field)?;
        let (_, text) = list.remove(index);
        if list.is_empty() {
            self.0 = None;
        }
        Some(text.into())
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

/// Implements [`Record`] for types with an `id` field and a table in [`Account`].
macro_rules! records {
    ($($type:ident, $id:ident, $table:ident);+ $(;)?) => {$(
        impl $crate::model::Record for $type {
            type Id = $id;
            fn id(&self) -> $id {
                self.id
            }
            fn with_id(self, id: $id) -> Self {
                Self { id, ..self }
            }
            fn table(account: &$crate::model::Account) -> &$crate::model::Table<Self> {
                &account.$table
            }
            fn table_mut(account: &mut $crate::model::Account) -> &mut $crate::model::Table<Self> {
                &mut account.$table
            }
        }
    )+};
}
pub(super) use records;

/// Implements [`Ranked`] for records with a `rank` field.
macro_rules! ranked {
    ($($type:ident),+ $(,)?) => {$(
        impl $crate::model::Ranked for $type {
            fn rank(&self) -> $crate::model::Rank {
                self.rank
            }
            fn set_rank(&mut self, rank: $crate::model::Rank) {
                self.rank = rank;
            }
        }
    )+};
}
pub(super) use ranked;
