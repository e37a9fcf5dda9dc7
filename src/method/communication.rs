//! How easily two thinking styles talk with each other.

use crate::model::{Coded, ThinkingStyle};

/// How two thinking styles stand to each other, the easiest first. Source: methods P13.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ease {
    /// The same style.
    Same,
    /// On one side, left or right: A with B, C with D.
    Compatible,
    /// On one level, cerebral or limbic: A with D, B with C.
    Contrasting,
    /// Across: A with C, B with D.
    Diagonal,
}

impl Coded for Ease {
    const KIND: &'static str = "ease";
    const ALL: &'static [Self] = &[Self::Same, Self::Compatible, Self::Contrasting, Self::Diagonal];

    fn code(self) -> &'static str {
        match self {
            Self::Same => "Same",
            Self::Compatible => "Compatible",
            Self::Contrasting => "Contrasting",
            Self::Diagonal => "Diagonal",
        }
    }
}

/// How two styles stand to each other, whichever is named first. A stands upper left, D upper right, B
/// lower left, C lower right. Source: methods P11, P13.
pub fn between(one: ThinkingStyle, other: ThinkingStyle) -> Ease {
    let is_left = |style| matches!(style, ThinkingStyle::A | ThinkingStyle::B);
    let is_upper = |style| matches!(style, ThinkingStyle::A | ThinkingStyle::D);
    match (is_left(one) == is_left(other), is_upper(one) == is_upper(other)) {
        (true, true) => Ease::Same,
        (true, false) => Ease::Compatible,
        (false, true) => Ease::Contrasting,
        (false, false) => Ease::Diagonal,
    }
}
