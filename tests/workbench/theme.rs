//! Colours that can be read on their grounds and told apart by every eye.

use account_atlas::theme::{Rgb, Theme, Tokens};

/// Every ground on which the product sets text or draws lines.
const GROUNDS: [&str; 7] =
    ["surface", "raised", "sunken", "wash", "political_none", "political_light", "political_dark"];

/// WCAG 2.2, 1.4.3 and 1.4.11.
const FOR_TEXT: f64 = 4.5;
const FOR_LINES: f64 = 3.0;

/// The least CIEDE2000 between two colours that carry a meaning.
const APART: f64 = 8.0;

type Matrix = [[f64; 3]; 3];

const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// Colour blindness in full, in linear sRGB. Source: Machado, Oliveira and Fernandes 2009.
const VISIONS: [(&str, Matrix); 4] = [
    ("normal", NORMAL),
    (
        "protan",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deutan",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritan",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// Linear sRGB to XYZ under D65.
const XYZ: Matrix = [
    [0.412_456_4, 0.357_576_1, 0.180_437_5],
    [0.212_672_9, 0.715_152_2, 0.072_175_0],
    [0.019_333_9, 0.119_192_0, 0.950_304_1],
];
const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];

fn times(matrix: &Matrix, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

fn linear(Rgb(red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |color| times(&XYZ, linear(color))[1] + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

fn lab(color: Rgb, vision: &Matrix) -> [f64; 3] {
    let seen = times(vision, linear(color)).map(|channel| channel.clamp(0.0, 1.0));
    let xyz = times(&XYZ, seen);
    let [x, y, z] = [0, 1, 2].map(|axis| {
        let share: f64 = xyz[axis] / WHITE[axis];
        if share > 216.0 / 24_389.0 { share.cbrt() } else { (24_389.0 / 27.0 * share + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The difference of two colours in CIELAB. Source: Sharma, Wu and Dalal 2005.
fn ciede2000(one: [f64; 3], other: [f64; 3]) -> f64 {
    let root7 = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25.0_f64.powi(7))).sqrt();
    let mean_chroma = (one[1].hypot(one[2]) + other[1].hypot(other[2])) / 2.0;
    let stretch = 1.0 + 0.5 * (1.0 - root7(mean_chroma));
    let polar = |lab: [f64; 3]| {
        let a = lab[1] * stretch;
        (a.hypot(lab[2]), lab[2].atan2(a).to_degrees().rem_euclid(360.0))
    };
    let ((chroma1, hue1), (chroma2, hue2)) = (polar(one), polar(other));
    let is_gray = chroma1 * chroma2 == 0.0;
    let turn = match hue2 - hue1 {
        _ if is_gray => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let hue = match hue1 + hue2 {
        sum if is_gray => sum,
        sum if (hue1 - hue2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let (light, chroma) = ((one[0] + other[0]) / 2.0, (chroma1 + chroma2) / 2.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(hue - 30.0) + 0.24 * cos(2.0 * hue) + 0.32 * cos(3.0 * hue + 6.0)
        - 0.20 * cos(4.0 * hue - 63.0);
    let off = (light - 50.0).powi(2);
    let of_light = (other[0] - one[0]) / (1.0 + 0.015 * off / (20.0 + off).sqrt());
    let of_chroma = (chroma2 - chroma1) / (1.0 + 0.045 * chroma);
    let turned = 2.0 * (chroma1 * chroma2).sqrt() * (turn / 2.0).to_radians().sin();
    let of_hue = turned / (1.0 + 0.015 * chroma * t);
    let swing = 60.0 * (-((hue - 275.0) / 25.0).powi(2)).exp();
    let rotation = -swing.to_radians().sin() * 2.0 * root7(chroma);
    (of_light.powi(2) + of_chroma.powi(2) + of_hue.powi(2) + rotation * of_chroma * of_hue).sqrt()
}

fn tokens(theme: Theme) -> Tokens {
    theme.tokens().expect("the tokens that ship can be read")
}

/// Tokens with their names, those whose name passes.
fn named(tokens: &Tokens, passes: impl Fn(&str) -> bool) -> Vec<(&'static str, Rgb)> {
    tokens.all().into_iter().filter(|(name, _)| passes(name)).collect()
}

fn is_text(name: &str) -> bool {
    let single = ["ink", "ink_soft", "ink_faint", "accent", "warning", "danger", "success"];
    single.contains(&name) || is_bar(name)
}

/// What colours a card by support or by role.
fn is_bar(name: &str) -> bool {
    name.starts_with("support_") || name.starts_with("role_")
}

fn is_line(name: &str) -> bool {
    name.starts_with("line_") || name == "accent"
}

/// Tokens that lie too close to one of the grounds to be read there.
fn unreadable(tokens: &Tokens, passes: impl Fn(&str) -> bool, least: f64) -> Vec<String> {
    let grounds = named(tokens, |name| GROUNDS.contains(&name));
    let mut found = Vec::new();
    for (name, color) in named(tokens, passes) {
        for (ground, under) in &grounds {
            let got = contrast(color, *under);
            if got < least {
                found.push(format!("{name} on {ground}: {got:.2}"));
            }
        }
    }
    found
}

/// Pairs of colours that a kind of vision does not tell apart.
fn alike(colors: &[(&str, Rgb)], vision: &Matrix) -> Vec<String> {
    let mut found = Vec::new();
    for (index, (name, color)) in colors.iter().enumerate() {
        for (other_name, other) in &colors[index + 1..] {
            let apart = ciede2000(lab(*color, vision), lab(*other, vision));
            if apart < APART {
                found.push(format!("{name} and {other_name}: {apart:.2}"));
            }
        }
    }
    found
}

#[test]
fn text_can_be_read_on_every_ground() {
    for theme in Theme::ALL {
        let tokens = tokens(theme);
        assert_eq!(named(&tokens, is_text).len(), 18, "a text token was added or lost");
        assert_eq!(unreadable(&tokens, is_text, FOR_TEXT), [""; 0], "{theme:?}");
    }
}

#[test]
fn lines_can_be_seen_on_every_ground() {
    for theme in Theme::ALL {
        let tokens = tokens(theme);
        assert_eq!(named(&tokens, is_line).len(), 6, "a line token was added or lost");
        assert_eq!(unreadable(&tokens, is_line, FOR_LINES), [""; 0], "{theme:?}");
    }
}

#[test]
fn gray_on_white_is_told() {
    let gray = Tokens { ink: Rgb(0xAA, 0xAA, 0xAA), line_tie: Rgb(0xCC, 0xCC, 0xCC), ..tokens(Theme::Light) };
    let ink = unreadable(&gray, is_text, FOR_TEXT);
    assert_eq!(ink.len(), GROUNDS.len(), "{ink:?}");
    let line = unreadable(&gray, is_line, FOR_LINES);
    assert_eq!(line.len(), GROUNDS.len(), "{line:?}");
    assert!((contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)) - 21.0).abs() < 1e-5);
    assert!((contrast(Rgb(0x77, 0x77, 0x77), Rgb(255, 255, 255)) - 4.48).abs() < 0.005);
}

#[test]
fn text_on_a_coloured_ground_can_be_read() {
    for theme in Theme::ALL {
        let tokens = tokens(theme);
        let mut pairs = vec![
            ("on_accent on accent", contrast(tokens.on_accent, tokens.accent)),
            ("header_ink on header_ground", contrast(tokens.header_ink, tokens.header_ground)),
            ("header_soft on header_ground", contrast(tokens.header_soft, tokens.header_ground)),
        ];
        let bars = named(&tokens, is_bar).into_iter();
        pairs.extend(bars.map(|(name, color)| (name, contrast(tokens.surface, color))));
        assert_eq!(pairs.len(), 14);
        pairs.retain(|(_, got)| *got < FOR_TEXT);
        assert!(pairs.is_empty(), "{theme:?}: {pairs:?}");
    }
}

#[test]
fn colour_distance_gives_the_published_values() {
    let published = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ];
    for (one, other, wanted) in published {
        let (there, back) = (ciede2000(one, other), ciede2000(other, one));
        assert!((there - wanted).abs() <= 1e-4, "{one:?} {other:?}: {there}, not {wanted}");
        assert!((there - back).abs() < 1e-9, "{one:?} {other:?}: {there} one way, {back} the other");
    }
}

#[test]
fn support_is_told_apart_by_every_eye() {
    for theme in Theme::ALL {
        let colors = named(&tokens(theme), |name| name.starts_with("support_") && name != "support_unknown");
        assert_eq!(colors.len(), 5);
        for (vision, matrix) in &VISIONS {
            assert_eq!(alike(&colors, matrix), [""; 0], "{theme:?}, {vision}");
        }
    }
}

#[test]
fn red_and_green_of_one_lightness_are_told_alike() {
    let colors = [("red", Rgb(0xB0, 0x5A, 0x3C)), ("green", Rgb(0x6E, 0x78, 0x32))];
    assert_eq!(alike(&colors, &NORMAL), [""; 0]);
    let blind: Vec<&str> =
        VISIONS.iter().filter(|(_, matrix)| !alike(&colors, matrix).is_empty()).map(|(name, _)| *name).collect();
    assert_eq!(blind, ["protan", "deutan"]);
}

#[test]
fn roles_are_told_apart() {
    for theme in Theme::ALL {
        let colors = named(&tokens(theme), |name| name.starts_with("role_"));
        assert_eq!(colors.len(), 5);
        assert_eq!(alike(&colors, &NORMAL), [""; 0], "{theme:?}");
    }
}

#[test]
fn mentor_and_supporter_differ_without_colour() {
    for theme in Theme::ALL {
        let tokens = tokens(theme);
        let [mentor, supporter] = [tokens.support_mentor, tokens.support_supporter].map(|color| lab(color, &NORMAL)[0]);
        assert!((mentor - supporter).abs() >= 10.0, "{theme:?}: {mentor:.1} and {supporter:.1}");
    }
}

#[test]
fn political_steps_can_be_seen() {
    for theme in Theme::ALL {
        let tokens = tokens(theme);
        for (one, other) in
            [(tokens.political_none, tokens.political_light), (tokens.political_light, tokens.political_dark)]
        {
            let got = contrast(one, other);
            assert!(got >= 1.06, "{theme:?}: {} and {}: {got:.3}", one.hex(), other.hex());
        }
    }
}

#[test]
fn colours_are_written_as_they_are_read() {
    assert_eq!(Rgb::parse("#14283D"), Some(Rgb(0x14, 0x28, 0x3D)));
    assert_eq!(Rgb(0x14, 0x28, 0x3D).hex(), "#14283D");
    for wrong in ["14283D", "#14283", "#14283D0", "#14283G", "#", "", "#图谱"] {
        assert_eq!(Rgb::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_sign_is_no_digit_of_a_colour() {
    assert_eq!(Rgb::parse("#+4283D"), None);
}
