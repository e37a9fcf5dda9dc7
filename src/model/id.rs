//! Typed ids: a ULID behind a type of its own for each kind of record.

use ulid::Ulid;

/// Defines one id type per record kind, so that a seat's id cannot stand for a person's.
macro_rules! id_types {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(ulid::Ulid);

        impl $name {
            /// The id with these 128 bits.
            pub const fn from_bits(bits: u128) -> Self {
                Self(ulid::Ulid(bits))
            }

            /// The id as 128 bits: 48 of time in milliseconds, 80 of chance.
            pub const fn bits(self) -> u128 {
                self.0.0
            }

            /// Reads the 26 characters of a ULID; `None` for anything else.
            pub fn parse(text: &str) -> Option<Self> {
                ulid::Ulid::from_string(text).ok().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl From<ulid::Ulid> for $name {
            fn from(ulid: ulid::Ulid) -> Self {
                Self(ulid)
            }
        }

        impl From<$name> for ulid::Ulid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}
pub(super) use id_types;

/// A source of new ids, seeded by the host: the same seed gives the same ids.
///
/// Ids made by one source rise, so records made later sort later.
#[derive(Clone, Debug)]
pub struct Ids {
    next: u128,
}

impl Ids {
    /// A source that starts at `millis` since 1970 with `chance` as its random part.
    ///
    /// Two sources of one millisecond stay apart as long as their chance differs.
    pub fn new(millis: u64, chance: u128) -> Self {
        let time = u128::from(millis & ((1 << 48) - 1)) << 80;
        // The lowest 32 bits count, so that a session can make four billion ids in a row.
        let chance = chance & ((1 << 80) - 1) & !0xFFFF_FFFF;
        Self { next: time | chance }
    }

    /// A new id of any kind.
    pub fn fresh<T: From<Ulid>>(&mut self) -> T {
        self.next += 1;
        T::from(Ulid(self.next))
    }
}
