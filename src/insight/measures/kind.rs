//! The measures by name.

use crate::model::Coded;

macro_rules! measure_kinds {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        /// What can be measured of a person's place among the others.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum MeasureKind { $($(#[$meta])* $name),+ }

        impl Coded for MeasureKind {
            const KIND: &'static str = "measure";
            const ALL: &'static [Self] = &[$(Self::$name),+];
            fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }
        }
    };
}

measure_kinds! {
    /// How many people listen, by how strongly.
    Influence,
    /// How many people listen.
    OutDegree,
    /// How many people the person listens to.
    InDegree,
    /// On how many shortest ways between others the person stands.
    Betweenness,
    /// Whether those who listen are listened to themselves.
    PageRank,
    /// Whether the person is tied to people who are well tied.
    Eigenvector,
    /// How many people are reached in a few steps.
    Reach,
    /// How far the person's contacts are tied to each other.
    Constraint,
}
