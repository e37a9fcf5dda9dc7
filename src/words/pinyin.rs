//! Chinese as it is typed with Latin letters.

use pinyin::ToPinyin;

/// Full pinyin and its initials, `linwanqing lwq`, for text with Chinese characters; empty for
/// other text. Characters with several readings take the usual one.
pub fn pinyin(text: &str) -> String {
    if text.is_ascii() {
        return String::new();
    }
    let (mut full, mut initials, mut is_chinese) = (String::new(), String::new(), false);
    for letter in text.chars() {
        match letter.to_pinyin() {
            Some(sound) => {
                is_chinese = true;
                full.push_str(sound.plain());
                initials.extend(sound.plain().chars().next());
            }
            None => {
                full.extend(letter.to_lowercase());
                initials.extend(letter.to_lowercase());
            }
        }
    }
    if is_chinese { format!("{full} {initials}") } else { String::new() }
}

/// Each letter of a text with Chinese characters, with its sound where it has one; `None` for other text.
/// Characters with several readings take the usual one.
pub(super) fn sounds(text: &str) -> Option<Vec<(char, Option<&'static str>)>> {
    if text.is_ascii() {
        return None;
    }
    let sound = |letter: char| letter.to_pinyin().map(|sound| sound.plain());
    let letters: Vec<(char, Option<&'static str>)> = text.chars().map(|letter| (letter, sound(letter))).collect();
    letters.iter().any(|(_, sound)| sound.is_some()).then_some(letters)
}
