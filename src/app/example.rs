//! The worked example that ships in each language.

use crate::words::Language;

/// The example's file in a language.
pub fn example_bytes(language: Language) -> &'static [u8] {
    match language {
        Language::Chinese => include_bytes!("../../assets/examples/zh.ron"),
        Language::English => include_bytes!("../../assets/examples/en.ron"),
    }
}
