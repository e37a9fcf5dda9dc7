//! What stands behind the cards of a picture and says how to read it: axes, rings, cells.

use super::geometry::{CanvasPos, CanvasRect};
use crate::model::{PoliticalStatus, Support};

/// The shape of a guide.
#[derive(Clone, Debug, PartialEq)]
pub enum GuideShape {
    /// A thin line.
    Line(CanvasPos, CanvasPos),
    /// A ring.
    Ring {
        /// Its middle.
        center: CanvasPos,
        /// Its radius.
        radius: f32,
    },
    /// An area; `is_odd` ones are shaded, so that neighbours are told apart.
    Area {
        /// Where.
        rect: CanvasRect,
        /// Whether it is shaded.
        is_odd: bool,
    },
    /// A cell of the coverage grid with the cards in it.
    Cell {
        /// Where.
        rect: CanvasRect,
        /// The cards in it, by their places in the request.
        cards: Vec<usize>,
    },
}

/// What a guide says; the window puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideLabel {
    /// Nothing.
    None,
    /// A column of the position map.
    Support(Option<Support>),
    /// A row of the position map.
    Political(Option<PoliticalStatus>),
    /// A column of the coverage grid; empty where the seats name no unit.
    Unit(String),
    /// A row of the coverage grid.
    Level(u8),
    /// A ring, or a layer: so many steps away.
    Steps(u8),
    /// Those who decide, on top of the path to power.
    Deciders,
    /// Who is joined with nobody.
    Apart,
}

/// A guide: a shape and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// The shape.
    pub shape: GuideShape,
    /// What it says.
    pub label: GuideLabel,
    /// Where the label stands: its left end, or its middle where `is_centered`; vertically its middle.
    pub at: CanvasPos,
    /// Whether the label stands centred on `at`.
    pub is_centered: bool,
}
