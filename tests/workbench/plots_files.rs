//! Plots as files: whole, of the right size, in both languages, with texts that stay texts.

use account_atlas::page::{PageFormat, plot_picture};
use account_atlas::plot::{Field, Ink, Lettering, Mark, Plot, Shape, risk_plot};
use account_atlas::words::Language;

use super::accounts::ids;
use super::pipeline::worked_example;
use super::plots::{all, funnel_of, risk};
use super::words::words;

/// Whether every tag is closed by its own, every attribute quoted and every `&` an entity; how many tags there are.
fn tags_of(xml: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let (mut rest, mut count) = (xml, 0);
    while let Some(start) = rest.find('<') {
        entities(&rest[..start]);
        let quotes = rest[start..].char_indices().scan(None, |quote: &mut Option<char>, (at, letter)| {
            *quote = match *quote {
                Some(begun) => Some(begun).filter(|begun| *begun != letter),
                None => Some(letter).filter(|letter| "\"'".contains(*letter)),
            };
            Some((at, letter, quote.is_some()))
        });
        let end = quotes.filter(|(_, letter, is_quoted)| *letter == '>' && !is_quoted).map(|(at, ..)| at).next();
        let end = start + end.expect("a tag that ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with(['?', '!']) {
            continue;
        }
        count += 1;
        assert!(!tag.trim_start_matches('/').contains('<'), "a tag in a tag: {tag}");
        entities(tag);
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name.trim()), "closed out of turn");
        } else if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().expect("a name"));
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "left open: {open:?}");
    count
}

fn entities(text: &str) {
    for after in text.split('&').skip(1) {
        let name = after.split(';').next().unwrap_or_default();
        let is_entity =
            after.contains(';') && name.chars().all(|letter| letter == '#' || letter.is_ascii_alphanumeric());
        assert!(is_entity, "a bare &: {after:.20}");
    }
}

#[test]
fn every_plot_becomes_a_whole_svg() {
    for language in Language::ALL {
        for plot in all(language, 620.0) {
            let svg = plot_picture(&plot, language, PageFormat::Svg).expect("an SVG");
            let svg = String::from_utf8(svg).expect("text");
            assert!(svg.starts_with("<svg") && svg.contains("<path") && !svg.contains("<script"), "{}", plot.title);
            assert!(tags_of(&svg) > plot.marks.len(), "{}", plot.title);
            let again = plot_picture(&plot, language, PageFormat::Svg).expect("an SVG");
            assert_eq!(again, svg.as_bytes(), "the same bytes every time");
        }
    }
}

/// 200 dots an inch, 12 points around the plot; two pixels for the rounding.
#[test]
fn a_png_has_the_size_of_its_plot() {
    for plot in all(Language::Chinese, 620.0) {
        let png = plot_picture(&plot, Language::Chinese, PageFormat::Png).expect("a PNG");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        let dots = |points: f32| f64::from(points) * 200.0 / 72.0;
        let (width, height) = (f64::from(number(16)), f64::from(number(20)));
        assert!((width - dots(plot.width + 24.0)).abs() <= 2.0, "{}: {width} pixels", plot.title);
        // Above the plot stands its title.
        let least = dots(plot.height + 24.0);
        assert!((least..least + dots(40.0)).contains(&height), "{}: {height} pixels", plot.title);
        assert!(png.len() > 2_000, "{}: something is drawn", plot.title);
    }
}

fn printed(plot: &Plot, language: Language) -> String {
    let pdf = plot_picture(plot, language, PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF that can be read");
    assert_eq!(document.get_pages().len(), 1);
    document.extract_text(&[1]).expect("text").split_whitespace().collect()
}

#[test]
fn texts_with_signs_of_markup_stay_texts() {
    let signs = "<b>&amp;#eval(1+1)*x*_y_$z$@w`v`\\u~[t]\"s'";
    let mut ids = ids();
    let risks = [risk(signs, &mut ids)];
    let mut plot = risk_plot(&words(Language::English), &[&risks[0]], 1_200.0);
    plot.title = "#panic(\"x\") <t> & *b*".to_owned();
    plot.said = "#import \"x\" & <y>".to_owned();
    let text = printed(&plot, Language::English);
    assert!(text.contains("<b>&amp;#eval(1+1)*x*_y_$z$@w`v`\\u~[t]"), "{text}");
    assert!(text.contains("#panic(") && text.contains("<t>&*b*"), "{text}");
    let svg = plot_picture(&plot, Language::English, PageFormat::Svg).expect("an SVG");
    assert!(tags_of(&String::from_utf8(svg).expect("text")) > 9);
}

#[test]
fn both_languages_are_printed_with_their_letters() {
    let chinese = printed(&funnel_of(&worked_example(), Language::Chinese, 600.0), Language::Chinese);
    assert!(chinese.contains("兴趣") && chinese.contains("364.8万欧元"), "{chinese}");
    let english = printed(&funnel_of(&worked_example(), Language::English, 600.0), Language::English);
    assert!(english.contains("Salesfunnel") && english.contains("weightedEUR3.648m"), "{english}");
}

#[test]
fn every_shape_is_drawn_in_every_format() {
    let mut plot = Plot { width: 100.0, height: 60.0, title: "T".to_owned(), said: "S".to_owned(), marks: Vec::new() };
    plot.marks = vec![
        Mark::edged(Field::new(1.0, 1.0, 30.0, 20.0), Ink::at("danger", 0.5)),
        Mark::new(Shape::Disc { x: 50.0, y: 20.0, radius: 8.0 }, Ink::of("category_1")),
        Mark::new(
            Shape::Line { points: vec![(0.0, 0.0), (90.0, 50.0)], width: 1.5, is_dashed: true },
            Ink::of("ink_soft"),
        ),
        Mark::new(Shape::Line { points: vec![(3.0, 3.0)], width: 1.0, is_dashed: false }, Ink::of("ink")),
        Mark::new(Shape::Area { points: Vec::new() }, Ink::of("ink")),
        Mark::text((90.0, 40.0), "two lines of text", Lettering::second(40.0).lines(2).end()),
        Mark::text((10.0, 50.0), "", Lettering::caption(1.0)),
    ];
    for format in PageFormat::ALL {
        plot_picture(&plot, Language::English, format).unwrap_or_else(|error| panic!("{format:?}: {error}"));
    }
    let svg =
        String::from_utf8(plot_picture(&plot, Language::English, PageFormat::Svg).expect("an SVG")).expect("text");
    assert!(svg.contains("stroke-dasharray"), "a dashed line is dashed");
}
