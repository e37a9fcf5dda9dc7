//! The shape that edits of all kinds of record share.

use std::fmt::Debug;

use crate::model::{Rank, Record};

/// A new value for one field of a record.
pub trait Change: Clone + Debug + PartialEq {
    /// The record it belongs to.
    type Of;

    /// Writes the value into the record.
    fn write(&self, record: &mut Self::Of);

    /// The field's name, the same for every value.
    fn field(&self) -> &'static str;
}

/// A record whose fields can be edited one by one.
pub trait Editable: Record {
    /// The fields' changes.
    type Change: Change<Of = Self>;

    /// Forgets what a file said of `field` and nobody understood: the user has said it anew.
    fn forget_kept(&mut self, field: &str);

    /// Gives the record its place in a list ordered by hand; records of unordered lists ignore it.
    fn set_place(&mut self, rank: Rank);
}

/// What can be done to one record.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordEdit<T: Editable> {
    /// Adds a record with an id of its own.
    Add(Box<T>),
    /// Changes one field.
    Set(T::Id, T::Change),
    /// Gives every listed record its place in the list: 1, 2, 3.
    Order(Vec<(T::Id, Rank)>),
    /// Removes the record and every mention of it.
    Remove(T::Id),
}

/// Defines the change type of a record, one variant a field.
macro_rules! changes {
    ($($(#[$meta:meta])* $change:ident for $record:ident { $($variant:ident($type:ty) => $($field:ident).+),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $change {
            $(#[doc = concat!("Sets `", stringify!($($field).+), "`.")] $variant($type)),+
        }

        impl $crate::edit::Change for $change {
            type Of = $record;
            fn write(&self, record: &mut $record) {
                match self { $(Self::$variant(value) => record.$($field).+ = value.clone()),+ }
            }
            fn field(&self) -> &'static str {
                match self { $(Self::$variant(_) => stringify!($($field).+)),+ }
            }
        }
    )+};
}
pub(super) use changes;
