//! What the window shows: its cards, and the texts and bars it paints.

use std::collections::BTreeSet;

use egui::{Color32, Rect, Role, Shape};
use egui_kittest::kittest::{NodeT, Queryable};

use super::driver::Driver;
use super::window::Window;

/// The cards on the map, by what a screen reader hears of them, and where they are.
pub fn cards(window: &Window) -> Vec<(String, Rect)> {
    let nodes = window.query_all_by_role(Role::TreeItem);
    nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

/// The names on the cards.
pub fn names(window: &Window) -> BTreeSet<String> {
    let name = |label: String| label.split(", ").next().unwrap_or_default().to_owned();
    cards(window).into_iter().map(|(label, _)| name(label)).collect()
}

/// What a screen reader hears of one card.
pub fn heard(user: &Driver, name: &str) -> String {
    let start = format!("{name}, ");
    let mut found = cards(&user.window).into_iter().filter(|(label, _)| label.starts_with(&start));
    found.next().unwrap_or_else(|| panic!("no card of {name}")).0
}

/// The pairs of cards that lie on each other by more than a rounding.
pub fn overlaps(cards: &[(String, Rect)]) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (place, (name, rect)) in cards.iter().enumerate() {
        let others = cards[place + 1..].iter().filter(|(_, other)| rect.shrink(0.6).intersects(other.shrink(0.6)));
        found.extend(others.map(|(other, _)| (name.as_str(), other.as_str())));
    }
    found
}

/// Where the map is drawn.
pub fn canvas(window: &Window) -> Rect {
    window.get_by_role(Role::Canvas).rect()
}

/// Every text that is painted, and where.
pub fn texts(window: &Window) -> Vec<(String, Rect)> {
    let mut found = Vec::new();
    for shape in shapes(window) {
        if let Shape::Text(text) = shape {
            found.push((text.galley.text().to_owned(), text.visual_bounding_rect()));
        }
    }
    found
}

/// Where a text is painted; of several the highest.
pub fn painted(window: &Window, text: &str) -> Option<Rect> {
    let found = texts(window).into_iter().filter(|(other, _)| other == text).map(|(_, rect)| rect);
    found.min_by(|one, other| one.top().total_cmp(&other.top()))
}

/// The color of the bar at the left edge of a card.
pub fn bar(user: &Driver, name: &str) -> Color32 {
    let card = user.card(name);
    let near = |one: f32, other: f32| (one - other).abs() < 0.6;
    let is_bar = |rect: &Rect| {
        near(rect.left(), card.left())
            && near(rect.top(), card.top())
            && near(rect.bottom(), card.bottom())
            && rect.width() < card.width() / 4.0
    };
    let mut found = None;
    for shape in shapes(&user.window) {
        if let Shape::Rect(shape) = shape
            && is_bar(&shape.rect)
        {
            found = Some(shape.fill);
        }
    }
    found.unwrap_or_else(|| panic!("no bar on the card of {name}"))
}

fn shapes(window: &Window) -> Vec<&Shape> {
    fn leaves<'a>(shape: &'a Shape, out: &mut Vec<&'a Shape>) {
        if let Shape::Vec(parts) = shape {
            parts.iter().for_each(|part| leaves(part, out));
        } else {
            out.push(shape);
        }
    }
    let mut out = Vec::new();
    window.output().shapes.iter().for_each(|clipped| leaves(&clipped.shape, &mut out));
    out
}

/// A window at the map without the inspector, so that each name stands once.
pub fn bare(mut user: Driver) -> Driver {
    let view = user.window.state_mut().view_mut();
    view.is_inspector_hidden = true;
    view.wants_canvas = true;
    user.settle();
    user
}
