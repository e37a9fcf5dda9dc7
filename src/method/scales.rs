//! The words and symbols by which tables name the values of a scale.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::MethodError;

/// A language the product speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Chinese as written on the mainland.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The language of a locale such as `zh_CN.UTF-8` or `en-GB`; English where it is neither.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// `zh` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
struct Scale {
    scale: String,
    values: Vec<ScaleWords>,
}

/// One value of a scale as tables name it.
#[derive(Clone, Debug, Deserialize)]
pub struct ScaleWords {
    /// The value's code.
    pub code: String,
    /// Its symbol, or empty.
    pub symbol: String,
    /// English words, the one to write first.
    pub en: Vec<String>,
    /// Chinese words, the one to write first.
    pub zh: Vec<String>,
}

/// All scales with their words.
#[derive(Clone, Debug)]
pub struct Scales(Vec<Scale>);

impl Scales {
    /// The scales as they ship.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(Self(ron::from_str(include_str!("../../assets/method/scales.ron"))?))
    }

    /// The code that `text` names in `scale`: a word of either language, a symbol or the code.
    pub fn code(&self, scale: &str, text: &str) -> Option<&str> {
        let wanted = plain(text);
        let values = self.values(scale);
        let names = |value: &&ScaleWords| {
            let words = value.en.iter().chain(&value.zh).chain([&value.code, &value.symbol]);
            words.filter(|word| !word.is_empty()).any(|word| plain(word) == wanted)
        };
        values.iter().find(names).map(|value| value.code.as_str())
    }

    /// The values of `scale`, in reading order.
    pub fn values(&self, scale: &str) -> &[ScaleWords] {
        self.0.iter().find(|known| known.scale == scale).map_or(&[], |known| &known.values)
    }

    /// The word that exports write for a code.
    pub fn word(&self, scale: &str, code: &str, language: Language) -> Option<&str> {
        let value = self.values(scale).iter().find(|value| value.code == code)?;
        let words = match language {
            Language::Chinese => &value.zh,
            Language::English => &value.en,
        };
        words.first().map(String::as_str)
    }
}

/// A word without case, width, blanks and joining marks; a lone symbol as it is.
fn plain(word: &str) -> String {
    // Minus signs of every width are one symbol.
    let folded: String = word.nfkc().flat_map(char::to_lowercase).collect();
    let folded = folded.replace(['\u{2212}', '–', '—'], "-");
    let kept: String = folded.chars().filter(|letter| !letter.is_whitespace() && !"-_/.".contains(*letter)).collect();
    if kept.is_empty() { folded.trim().to_owned() } else { kept }
}
