//! Every sentence a person reads, in Chinese and English.
//!
//! A [`Message`] says what is meant, a language file says how; errors, repairs and steps become
//! messages here and nowhere else. The room draws nothing.

mod amounts;
mod compare;
mod dates;
mod errors;
mod findings;
mod fixes;
mod format;
mod growth;
mod message;
mod notices;
mod pinyin;
mod planning;
mod rate;
mod sought;
mod steps;
mod terms;
mod typed;
mod verdict;

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use amounts::{AmountFault, amount_fault, read_money, read_signed_money, typed_money};
pub use dates::{DateFault, date_fault, day_text, month_text, read_date, typed_date};
pub use format::{age, amount_short, date, money, money_exact, money_full};
pub use growth::{percent_text, signed_money, tenths};
pub use message::Message;
pub use pinyin::pinyin;
pub use rate::{rate_text, typed_rate};
pub use sought::{Nearness, Searchable, Sought};
pub use typed::{NumberFault, harmless, number_fault, read_number, typed_percent};

pub use crate::method::Language;
use crate::model::Coded;

/// A language file that ships broken; a test keeps that from happening.
#[derive(Debug, thiserror::Error)]
#[error("words of {language:?}: {cause}")]
pub struct WordsError {
    language: Language,
    cause: String,
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, formatted once.
    plain: BTreeMap<String, String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// The words as they ship.
    ///
    /// # Errors
    /// [`WordsError`] where the shipped file is broken.
    pub fn shipped(language: Language) -> Result<Self, WordsError> {
        let broken = |cause: String| WordsError { language, cause };
        let (text, tag) = match language {
            Language::Chinese => (include_str!("../../assets/words/zh.ftl"), "zh-CN"),
            Language::English => (include_str!("../../assets/words/en.ftl"), "en"),
        };
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| broken(format!("{errors:?}")))?;
        let ids = text.lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()));
        let ids: Vec<String> = ids.filter(|id| !id.starts_with('#')).collect();
        let tag: unic_langid::LanguageIdentifier = tag.parse().map_err(|error| broken(format!("{error:?}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Names and numbers stand between the words as they are.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| broken(format!("{errors:?}")))?;
        let mut words = Self { language, bundle, plain: BTreeMap::new() };
        for id in ids {
            if let Some(text) = words.formatted(&id, None) {
                words.plain.insert(id, text);
            }
        }
        Ok(words)
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What stands between the items of a list.
    pub fn list_separator(&self) -> &'static str {
        match self.language {
            Language::Chinese => "、",
            Language::English => ", ",
        }
    }

    /// The text of a message.
    pub fn text(&self, message: &Message) -> String {
        let id = message.id();
        let args = message.args();
        if args.is_empty() {
            return self.plain(&id).to_owned();
        }
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(name, value);
        }
        self.formatted(&id, Some(&fluent)).unwrap_or(id)
    }

    /// The text of a message without variables.
    pub fn say(&self, message: Message) -> Cow<'_, str> {
        match self.plain.get(message.id().as_str()) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.text(&message)),
        }
    }

    /// The name of a scale's value.
    pub fn value<T: Coded>(&self, value: T) -> &str {
        self.label(T::KIND, value.code())
    }

    /// The text that explains a scale's value.
    pub fn hint<T: Coded>(&self, value: T) -> &str {
        self.label(&format!("{}-hint", T::KIND), value.code())
    }

    /// The word for `code` of `kind`, such as a field or a kind of record; `???` where the
    /// language file lacks it, which a test finds.
    pub fn label(&self, kind: &str, code: &str) -> &str {
        self.plain(&format!("{kind}-{}", message::kebab(code)))
    }

    /// Whether the language file has this message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn plain(&self, id: &str) -> &str {
        self.plain.get(id).map_or("???", String::as_str)
    }

    fn formatted(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}
