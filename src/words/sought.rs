//! Finding what was typed in any text: case, width and accents aside, and Chinese by its sound, too.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::pinyin::sounds;

/// What was typed, made ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    folded: String,
    /// The same without blanks, where it may be pinyin or initials.
    spelled: Option<String>,
}

impl Sought {
    /// What was typed; `None` where that is nothing.
    pub fn of(typed: &str) -> Option<Self> {
        let folded = folded(typed.trim());
        if folded.is_empty() {
            return None;
        }
        let bare: String = folded.chars().filter(|letter| !letter.is_whitespace()).collect();
        let is_spelled = bare.len() > 1 && bare.bytes().all(|letter| letter.is_ascii_alphanumeric());
        Some(Self { folded, spelled: is_spelled.then_some(bare) })
    }
}

/// How well a text fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It begins so.
    Start,
    /// A word in it begins so.
    Word,
    /// It stands somewhere in it.
    Within,
    /// Chinese that sounds so.
    Sound,
    /// Chinese with these initials.
    Initials,
}

/// A text made ready to be searched again and again; the text itself stays where it is.
#[derive(Clone, Debug, Default)]
pub struct Searchable {
    folded: String,
    sounds: Option<Sounds>,
}

/// How a text with Chinese letters sounds.
#[derive(Clone, Debug)]
struct Sounds {
    /// All sounds in a row.
    full: String,
    /// Where in it each letter of the text begins.
    starts: Vec<usize>,
    /// The first sign of each letter.
    initials: Vec<char>,
}

impl Searchable {
    /// A text made ready. Cost: one walk over it.
    pub fn new(text: &str) -> Self {
        let folded = folded(text);
        let Some(letters) = sounds(text) else { return Self { folded, sounds: None } };
        let (mut full, mut starts, mut initials) = (String::new(), Vec::new(), Vec::new());
        for (letter, sound) in letters {
            starts.push(full.len());
            let before = full.len();
            match sound {
                Some(sound) => full.push_str(sound),
                None => full.extend(folded_letter(letter)),
            }
            initials.push(full[before..].chars().next().unwrap_or('\0'));
        }
        Self { folded, sounds: Some(Sounds { full, starts, initials }) }
    }

    /// How well the text fits; `None` where it does not.
    pub fn nearness(&self, sought: &Sought) -> Option<Nearness> {
        if let Some(at) = self.folded.find(&sought.folded) {
            let before = self.folded[..at].chars().next_back();
            return Some(match before {
                None => Nearness::Start,
                Some(before) if !before.is_alphanumeric() => Nearness::Word,
                Some(_) => Nearness::Within,
            });
        }
        let (sounds, spelled) = (self.sounds.as_ref()?, sought.spelled.as_ref()?);
        if sounds.sound(spelled).is_some() {
            return Some(Nearness::Sound);
        }
        sounds.initials(spelled).map(|_| Nearness::Initials)
    }

    /// Which letters of `text` fit, `text` being the one this was made of.
    pub fn place(&self, text: &str, sought: &Sought) -> Option<Range<usize>> {
        if let Some(at) = self.folded.find(&sought.folded) {
            return Some(letters_at(text, at..at + sought.folded.len()));
        }
        let (sounds, spelled) = (self.sounds.as_ref()?, sought.spelled.as_ref()?);
        sounds.sound(spelled).or_else(|| sounds.initials(spelled))
    }
}

impl Sounds {
    /// The letters that sound so, from the beginning of a letter on.
    fn sound(&self, spelled: &str) -> Option<Range<usize>> {
        let hits = self.full.match_indices(spelled).map(|(at, _)| at);
        let first = hits.filter_map(|at| Some((at, self.starts.binary_search(&at).ok()?))).next();
        let (at, first) = first?;
        let end = at + spelled.len();
        Some(first..self.starts.partition_point(|start| *start < end))
    }

    fn initials(&self, spelled: &str) -> Option<Range<usize>> {
        let wanted: Vec<char> = spelled.chars().collect();
        let at = self.initials.windows(wanted.len()).position(|window| window == wanted)?;
        Some(at..at + wanted.len())
    }
}

/// The letters of a text from whose folded form these bytes come.
fn letters_at(text: &str, bytes: Range<usize>) -> Range<usize> {
    let (mut end, mut first, mut last) = (0, None, 0);
    for (place, letter) in text.chars().enumerate() {
        let start = end;
        end += folded_letter(letter).map(char::len_utf8).sum::<usize>();
        if end > bytes.start && start < bytes.end {
            first.get_or_insert(place);
            last = place + 1;
        } else if start == end && first.is_some() && place == last {
            // An accent that follows its letter belongs to it.
            last = place + 1;
        }
    }
    first.unwrap_or(0)..last
}

/// A text as it is compared: letters apart from their accents, small, of one width; every blank alike.
fn folded(text: &str) -> String {
    text.chars().flat_map(folded_letter).collect()
}

fn folded_letter(letter: char) -> impl Iterator<Item = char> {
    let plain = std::iter::once(letter).nfkd().filter(|letter| !is_combining_mark(*letter));
    plain.flat_map(char::to_lowercase).map(blank)
}

fn blank(letter: char) -> char {
    if letter.is_whitespace() { ' ' } else { letter }
}
