//! The colour tokens of the light, the dark and the printed theme.

use serde::Deserialize;

/// A colour, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Reads `#RRGGBB`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // A sign would pass for a number.
        digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(())?;
        let bits = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = bits.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// `#RRGGBB`.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no colour like #14283D")))
    }
}

macro_rules! tokens {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        /// The colours, by what they mean.
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        pub struct Tokens {
            $($(#[$meta])* pub $name: Rgb,)+
        }

        impl Tokens {
            /// Every token with its name, in the order of the file.
            pub fn all(&self) -> Vec<(&'static str, Rgb)> {
                vec![$((stringify!($name), self.$name)),+]
            }

            /// The token of this name.
            pub fn get(&self, name: &str) -> Option<Rgb> {
                match name {
                    $(stringify!($name) => Some(self.$name),)+
                    _ => None,
                }
            }
        }
    };
}

tokens! {
    /// The ground of windows and pages.
    surface,
    /// What lies above the ground: bars, panels.
    raised,
    /// What lies below it: wells.
    sunken,
    /// Text.
    ink,
    /// Second lines.
    ink_soft,
    /// Captions and hints.
    ink_faint,
    /// Lines that only divide.
    hairline,
    /// Selection, focus, links.
    accent,
    /// Text on the accent.
    on_accent,
    /// Mentors.
    support_mentor,
    /// Supporters.
    support_supporter,
    /// Neutral people.
    support_neutral,
    /// Non-supporters.
    support_non_supporter,
    /// Enemies.
    support_enemy,
    /// People whose support is unknown.
    support_unknown,
    /// Approvers.
    role_approver,
    /// Decision makers.
    role_decision_maker,
    /// Evaluators.
    role_evaluator,
    /// Users.
    role_user,
    /// People whose role is unknown.
    role_unknown,
    /// Reporting lines.
    line_reporting,
    /// Influence.
    line_influence,
    /// Conflict.
    line_conflict,
    /// Personal ties.
    line_tie,
    /// Dotted reporting lines.
    line_dotted,
    /// Ground of cards outside the political structure.
    political_none,
    /// Ground of cards in the structure.
    political_light,
    /// Ground of cards in the inner circle.
    political_dark,
    /// Look here.
    warning,
    /// This is wrong.
    danger,
    /// This is well.
    success,
    /// Ground of the page's head.
    header_ground,
    /// Text in the page's head.
    header_ink,
    /// Second text in the page's head.
    header_soft,
    /// Faint fill of panels and rows.
    wash,
    /// Step 1 of 5 of what grows.
    ramp_1,
    /// Step 2 of 5 of what grows.
    ramp_2,
    /// Step 3 of 5 of what grows.
    ramp_3,
    /// Step 4 of 5 of what grows.
    ramp_4,
    /// Step 5 of 5 of what grows.
    ramp_5,
    /// Kind 1 of 8 of what has no order.
    category_1,
    /// Kind 2 of 8 of what has no order.
    category_2,
    /// Kind 3 of 8 of what has no order.
    category_3,
    /// Kind 4 of 8 of what has no order.
    category_4,
    /// Kind 5 of 8 of what has no order.
    category_5,
    /// Kind 6 of 8 of what has no order.
    category_6,
    /// Kind 7 of 8 of what has no order.
    category_7,
    /// Kind 8 of 8 of what has no order.
    category_8,
}

/// Which set of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// By day.
    Light,
    /// By night.
    Dark,
    /// On paper.
    Print,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The theme's colours.
    ///
    /// # Errors
    /// What the reader says of a token file that ships broken; a test keeps that from happening.
    pub fn tokens(self) -> Result<Tokens, ron::error::SpannedError> {
        ron::from_str(match self {
            Self::Light => include_str!("../../assets/theme/light.ron"),
            Self::Dark => include_str!("../../assets/theme/dark.ron"),
            Self::Print => include_str!("../../assets/theme/print.ron"),
        })
    }
}
