//! Plots on paper: as data for templates, and as pictures of their own.

use serde_json::{Value as Json, json};

use super::compose::clean;
use super::world::{PageWorld, Stage};
use super::{Page, PageError, PageFormat, Template};
use crate::plot::{Anchor, Ink, Mark, Plot, Shape};
use crate::theme::{Theme, Tokens};
use crate::words::Language;

/// What sets one plot alone; it imports the files that are shared with other templates.
const PICTURE: &str = include_str!("../../assets/page/picture.typ");

/// What the picture's template imports.
const IMPORTED: [&str; 2] = ["plot.typ", "parts.typ"];

/// A plot as a picture on a ground of its own, in the colours of paper. Cost: 0.1 s CPU, fonts included.
///
/// # Errors
/// [`PageError`] where the shipped template or the writer is at fault.
pub fn plot_picture(plot: &Plot, language: Language, format: PageFormat) -> Result<Vec<u8>, PageError> {
    let shipped = |cause: String| PageError::Shipped { cause };
    let tokens = Theme::Print.tokens().map_err(|error| shipped(error.to_string()))?;
    let picture = json!({
        "plot": plot_json(plot, &tokens),
        "lang": language.code(),
        "ground": tokens.surface.hex(),
        "ink": tokens.ink.hex(),
    });
    let stage = Stage::new();
    let template = Template::shipped();
    let files = template.files().filter(|(name, _)| IMPORTED.contains(name));
    let world = PageWorld::of(&stage, PICTURE, files, [("picture.json", picture.to_string())])?;
    Page::alone(world.compile()?).export(format)
}

/// A plot as data for `draw` of `plot.typ`: lengths in points, colours as `#RRGGBBAA`, texts as they are.
pub(super) fn plot_json(plot: &Plot, tokens: &Tokens) -> Json {
    let seen = plot.marks.iter().filter(|mark| mark.ink.strength > 0.0);
    let marks: Vec<Json> = seen.map(|mark| mark_json(mark, tokens)).collect();
    json!({
        "w": plot.width, "h": plot.height, "title": clean(&plot.title), "said": clean(&plot.said), "marks": marks,
    })
}

fn mark_json(mark: &Mark, tokens: &Tokens) -> Json {
    let mut value = match &mark.shape {
        Shape::Box { x, y, width, height, round, is_filled } => {
            json!({ "kind": "box", "x": x, "y": y, "w": width, "h": height, "round": round, "filled": is_filled })
        }
        Shape::Line { points, width, is_dashed } => {
            json!({ "kind": "line", "points": points, "width": width, "dashed": is_dashed })
        }
        Shape::Disc { x, y, radius } => json!({ "kind": "disc", "x": x, "y": y, "radius": radius }),
        Shape::Area { points } => json!({ "kind": "area", "points": points }),
        Shape::Text { x, y, text, size, is_bold, anchor, wide, lines } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            json!({
                "kind": "text", "x": x, "y": y, "s": clean(text), "size": size, "bold": is_bold, "anchor": anchor,
                "wide": wide, "lines": lines,
            })
        }
    };
    if let Json::Object(fields) = &mut value {
        fields.insert("ink".to_owned(), Json::String(ink_code(mark.ink, tokens)));
    }
    value
}

/// A colour with its strength as opacity.
fn ink_code(ink: Ink, tokens: &Tokens) -> String {
    let color = tokens.get(ink.token).unwrap_or(tokens.ink);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let opacity = (ink.strength.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("{}{opacity:02X}", color.hex())
}
