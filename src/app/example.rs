//! The samples that ship in each language: a whole account, and the figures worked out in the methods.

use crate::words::Language;

/// A sample that ships with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    /// A whole account with its plan.
    Account,
    /// The funnel and the workload of the methods. Source: methods F5, R1.
    Figures,
}

impl Sample {
    /// Its file in a language.
    pub(super) fn bytes(self, language: Language) -> &'static [u8] {
        match self {
            Self::Account => example_bytes(language),
            Self::Figures => worked_bytes(language),
        }
    }
}

/// The example's file in a language.
pub fn example_bytes(language: Language) -> &'static [u8] {
    match language {
        Language::Chinese => include_bytes!("../../assets/examples/zh.ron"),
        Language::English => include_bytes!("../../assets/examples/en.ron"),
    }
}

/// The file of the worked figures in a language. Source: methods F5, R1.
pub fn worked_bytes(language: Language) -> &'static [u8] {
    match language {
        Language::Chinese => include_bytes!("../../assets/examples/worked-zh.ron"),
        Language::English => include_bytes!("../../assets/examples/worked-en.ron"),
    }
}
