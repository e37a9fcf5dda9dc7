//! Numbers and texts as people type and paste them.

use std::borrow::Cow;

use super::{Message, Words};

/// How many blanks stand for a tab in a text of several lines.
const TAB: &str = "    ";

/// Why a text is no whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// It cannot be read.
    Unclear,
    /// It has a part behind the point.
    Part,
    /// It is below zero.
    Negative,
    /// It is more than the field can mean: the most.
    Most(u16),
}

/// A text as typed, made plain: full-width signs as their narrow twins, small letters, no blanks around.
pub(super) fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        // Full-width signs stand in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '\u{3000}' | '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        '。' => '.',
        '、' => ',',
        '’' => '\'',
        '−' | '–' | '—' => '-',
        letter => letter,
    };
    text.chars().map(narrow).collect::<String>().trim().to_lowercase()
}

/// A whole number of at most `most`, with or without a sign of percent. `Ok(None)` for an empty text.
///
/// # Errors
/// [`NumberFault`] says why the text is none.
pub fn read_number(text: &str, most: u16) -> Result<Option<u16>, NumberFault> {
    let text = plain(text);
    let number = text.trim_end_matches('%').trim();
    if text.is_empty() {
        return Ok(None);
    }
    let digits = number.strip_prefix(['-', '+']).unwrap_or(number);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(part) {
        return Err(NumberFault::Unclear);
    }
    let is_nothing = |digits: &str| digits.bytes().all(|digit| digit == b'0');
    if number.starts_with('-') && !(is_nothing(whole) && is_nothing(part)) {
        return Err(NumberFault::Negative);
    }
    if !is_nothing(part) {
        return Err(NumberFault::Part);
    }
    // What is too long to be read is too large.
    whole.parse().ok().filter(|value| *value <= most).map(Some).ok_or(NumberFault::Most(most))
}

/// A share of a hundred: `45`, `45 %`. `Some(None)` for nothing, `None` for what is none.
pub fn typed_percent(text: &str) -> Option<Option<u8>> {
    let number = read_number(text, 100).ok()?;
    Some(number.and_then(|value| u8::try_from(value).ok()))
}

/// A sentence that says why a text is no such number.
pub fn number_fault(words: &Words, fault: NumberFault) -> String {
    words.text(&match fault {
        NumberFault::Unclear => Message::NumberWrong,
        NumberFault::Part => Message::NumberPart,
        NumberFault::Negative => Message::NumberNegative,
        NumberFault::Most(most) => Message::NumberMost { most: most.to_string() },
    })
}

/// A text as it may stand in a field of one line or, with `has_lines`, of several, and whether something that nobody
/// can see was taken out. Signs that join letters or turn their direction stay.
pub fn harmless(text: &str, has_lines: bool) -> (Cow<'_, str>, bool) {
    let is_harmless = |letter: char| {
        let is_line = matches!(letter, '\u{2028}' | '\u{2029}');
        (!letter.is_control() && !is_line) || (letter == '\n' && has_lines)
    };
    if text.chars().all(is_harmless) {
        return (Cow::Borrowed(text), false);
    }
    let mut is_cleaned = false;
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // A return and the line feed behind it are one line's end.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push(if has_lines { '\n' } else { ' ' });
            }
            '\t' if has_lines => clean.push_str(TAB),
            '\t' => clean.push(' '),
            letter if letter.is_control() => is_cleaned = true,
            letter => clean.push(letter),
        }
    }
    (Cow::Owned(clean), is_cleaned)
}
