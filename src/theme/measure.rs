//! How wide a text is in the shipped fonts, the same for window and page.

use std::borrow::Cow;

use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation;

use super::font_files;

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

/// Sums the advances of the shipped fonts.
#[derive(Clone)]
pub struct Measure {
    regular: Vec<Face<'static>>,
    bold: Vec<Face<'static>>,
}

impl Measure {
    /// Opens the shipped fonts. Cost: a few microseconds a font.
    pub fn new() -> Self {
        let faces = |is_bold: bool| {
            let mut files: Vec<_> = font_files().iter().filter(|file| file.is_bold == is_bold).collect();
            // A family without the weight is measured in the one it has.
            files.extend(font_files().iter().filter(|file| file.is_bold != is_bold));
            files.iter().filter_map(|file| Face::parse(file.bytes, 0).ok()).collect()
        };
        Self { regular: faces(false), bold: faces(true) }
    }

    /// The width of `text` in points at `size`, without kerning. Cost: a look-up a character.
    pub fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        text.chars().map(|letter| self.advance(letter, weight)).sum::<f32>() * size
    }

    /// `text` cut by grapheme with an ellipsis so that it is at most `width` wide.
    pub fn fit<'a>(&self, text: &'a str, size: f32, weight: Weight, width: f32) -> Cow<'a, str> {
        if self.width(text, size, weight) <= width {
            return Cow::Borrowed(text);
        }
        let room = width - self.width("…", size, weight);
        if room < 0.0 {
            return Cow::Borrowed("");
        }
        let mut used = 0.0;
        let mut end = 0;
        for (start, cluster) in text.grapheme_indices(true) {
            used += self.width(cluster, size, weight);
            if used > room {
                break;
            }
            end = start + cluster.len();
        }
        Cow::Owned(format!("{}…", text[..end].trim_end()))
    }

    /// Whether every character of `text` has a glyph in the shipped fonts.
    pub fn has_glyphs(&self, text: &str) -> bool {
        text.chars()
            .filter(|letter| !letter.is_control())
            .all(|letter| self.regular.iter().any(|face| face.glyph_index(letter).is_some()))
    }

    /// Advance of one character as a share of the size.
    fn advance(&self, letter: char, weight: Weight) -> f32 {
        let faces = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        faces
            .iter()
            .find_map(|face| {
                let glyph = face.glyph_index(letter)?;
                let advance = face.glyph_hor_advance(glyph)?;
                Some(f32::from(advance) / f32::from(face.units_per_em()))
            })
            // What no font has is drawn as a box of one em.
            .unwrap_or(if letter.is_control() { 0.0 } else { 1.0 })
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Measure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Measure").field("faces", &self.regular.len()).finish()
    }
}
