//! Text is measured in the fonts that draw it, and cut where a reader would cut it.

use std::collections::{BTreeMap, BTreeSet};

use account_atlas::theme::{Measure, TextSize, Weight, font_files};
use ttf_parser::{Face, RawFace, Tag};
use unicode_segmentation::UnicodeSegmentation;

const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Bold];

const SIZE: f32 = TextSize::BODY;

/// A family of four, one picture made of seven characters.
const FAMILY: &str = "👨\u{200d}👩\u{200d}👧\u{200d}👦";

fn characters(face: &Face<'_>) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let tables = face.tables().cmap.expect("a table of characters");
    for table in tables.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            found.insert(code);
        });
    }
    // A code may stand in the table and lead to no glyph.
    found.retain(|code| char::from_u32(*code).is_some_and(|letter| face.glyph_index(letter).is_some()));
    found
}

#[test]
fn widths_add_up() {
    let measure = Measure::new();
    for weight in WEIGHTS {
        for (one, other) in [("Quality", " Director"), ("质量", "总监"), ("Łódź", " · 堃"), ("", "محمد"), ("(", "משה")]
        {
            let together = measure.width(&format!("{one}{other}"), SIZE, weight);
            let apart = measure.width(one, SIZE, weight) + measure.width(other, SIZE, weight);
            assert!((together - apart).abs() < 1e-3, "{one}{other}: {together}, {apart}");
            assert!(together > 0.0, "{one}{other}");
        }
    }
}

#[test]
fn width_grows_with_the_size() {
    let measure = Measure::new();
    let at = |size: f32| measure.width("Head of Procurement 采购", size, Weight::Regular);
    assert!((at(20.0) - 2.0 * at(10.0)).abs() < 1e-3, "{} and {}", at(20.0), at(10.0));
    assert!(measure.width("", 20.0, Weight::Bold).abs() < 1e-6);
}

#[test]
fn bold_latin_is_wider_than_regular() {
    let measure = Measure::new();
    for text in ["Engineering Director", "Łódź", "Spend over GBP 1m", "a"] {
        let [regular, bold] = WEIGHTS.map(|weight| measure.width(text, SIZE, weight));
        assert!(bold > regular, "{text}: {bold} bold, {regular} regular");
    }
}

#[test]
fn a_chinese_character_is_one_em_wide() {
    let measure = Measure::new();
    for weight in WEIGHTS {
        let width = measure.width("客户图谱", 10.0, weight);
        assert!((width - 40.0).abs() < 0.01, "{weight:?}: {width}");
    }
}

#[test]
fn what_no_font_draws_takes_room_all_the_same() {
    let measure = Measure::new();
    assert!((measure.width("\u{10_FFFD}", 10.0, Weight::Regular) - 10.0).abs() < 1e-3);
    assert!(measure.width("\n\t", 10.0, Weight::Regular).abs() < 1e-6);
}

#[test]
fn what_fits_is_left_alone() {
    let measure = Measure::new();
    for text in ["", "Helen Strand", "陈海峰", FAMILY] {
        let width = measure.width(text, SIZE, Weight::Bold);
        assert_eq!(measure.fit(text, SIZE, Weight::Bold, width), text);
    }
}

#[test]
fn a_cut_text_fits_and_ends_between_graphemes() {
    let measure = Measure::new();
    let marks = "e\u{301}o\u{308}\u{323}n\u{303} a\u{30a}";
    let texts = [
        "Head of Procurement and Contracts".to_owned(),
        "华东区域质量与可靠性总监".to_owned(),
        format!("Ada {FAMILY} Byron {FAMILY}{FAMILY}"),
        marks.repeat(4),
        "محمد بن راشد · משה כהן".to_owned(),
        "   spaced   out   ".to_owned(),
    ];
    let mut cuts = 0;
    for text in &texts {
        let ends: BTreeSet<usize> = text.grapheme_indices(true).map(|(start, _)| start).collect();
        for weight in WEIGHTS {
            let (full, dots) = (measure.width(text, SIZE, weight), measure.width("…", SIZE, weight));
            let mut width = dots;
            while width < full {
                let fitted = measure.fit(text, SIZE, weight, width);
                let got = measure.width(&fitted, SIZE, weight);
                assert!(got <= width + 1e-3, "{fitted:?} is {got} wide, not {width}");
                let kept = fitted.strip_suffix('…').expect("a cut text says so");
                assert!(text.starts_with(kept), "{kept:?} is no start of {text:?}");
                assert!(ends.contains(&kept.len()), "{kept:?} ends within a grapheme of {text:?}");
                cuts += 1;
                width += 3.5;
            }
        }
    }
    assert!(cuts > 200, "only {cuts} cuts");
}

#[test]
fn a_cut_keeps_all_that_has_room() {
    let measure = Measure::new();
    let text = "Information Security";
    // The dots are wider than the last letters, so there the whole text fits.
    for length in 1..text.len() - 3 {
        let width = measure.width(&format!("{}…", &text[..length]), SIZE, Weight::Regular) + 0.01;
        let fitted = measure.fit(text, SIZE, Weight::Regular, width);
        assert_eq!(fitted, format!("{}…", text[..length].trim_end()), "at {width}");
    }
}

#[test]
fn no_room_leaves_no_letter() {
    let measure = Measure::new();
    for width in [0.0, -5.0, 0.5, f32::NEG_INFINITY] {
        for text in ["Helen Strand", "陈", FAMILY] {
            let fitted = measure.fit(text, SIZE, Weight::Regular, width);
            assert!(matches!(fitted.as_ref(), "" | "…"), "{text} at {width} gives {fitted}");
        }
    }
    assert_eq!(measure.fit("", SIZE, Weight::Regular, 0.0), "");
}

#[test]
fn a_fitted_text_is_never_wider_than_its_room() {
    let measure = Measure::new();
    let dots = measure.width("…", SIZE, Weight::Regular);
    for width in [0.0, dots / 2.0, dots - 0.01] {
        let fitted = measure.fit("Helen Strand", SIZE, Weight::Regular, width);
        let got = measure.width(&fitted, SIZE, Weight::Regular);
        assert!(got <= width, "{fitted:?} is {got} wide, not {width}");
    }
}

#[test]
fn names_of_many_places_have_glyphs() {
    let measure = Measure::new();
    for name in ["龘䶮㛃喆堃", "Łódź", "Žižek", "محمد", "משה", "※×★", "Ø=−+", "Nguyễn Thị Ánh", "", "a\tb\n"]
    {
        assert!(measure.has_glyphs(name), "{name}");
    }
    for name in ["🙂", "Ada 👍", FAMILY, "\u{10_FFFD}"] {
        assert!(!measure.has_glyphs(name), "{name}");
    }
}

#[test]
fn every_font_is_a_sound_static_face() {
    assert_eq!(font_files().len(), 8);
    for file in font_files() {
        let name = (file.family, file.is_bold);
        let face = Face::parse(file.bytes, 0).unwrap_or_else(|error| panic!("{name:?}: {error}"));
        assert!(face.number_of_glyphs() > 50, "{name:?}");
        assert_eq!(face.is_bold(), file.is_bold, "{name:?}");
        let raw = RawFace::parse(file.bytes, 0).expect("a font that was read a line above");
        for variable in [b"fvar", b"gvar"] {
            assert!(raw.table(Tag::from_bytes(variable)).is_none(), "{name:?} is variable");
        }
    }
}

#[test]
fn both_weights_of_a_family_draw_the_same_characters() {
    let mut families: BTreeMap<&str, Vec<(bool, BTreeSet<u32>)>> = BTreeMap::new();
    for file in font_files() {
        let face = Face::parse(file.bytes, 0).expect("a sound font");
        families.entry(file.family).or_default().push((file.is_bold, characters(&face)));
    }
    assert_eq!(families.len(), 4);
    for (family, weights) in families {
        let [(false, regular), (true, bold)] = weights.as_slice() else {
            panic!("{family} has not one regular and one bold face");
        };
        let odd: Vec<_> = regular.symmetric_difference(bold).take(10).map(|code| format!("U+{code:04X}")).collect();
        assert_eq!(odd, [""; 0], "{family}");
        assert!(regular.len() > 50, "{family} has {} characters", regular.len());
    }
}
