//! What is under way on the canvas, and what floats over the workbench: names being typed, drags,
//! choices, sentences, questions.

use std::collections::BTreeSet;

use egui::Pos2;

use super::{Command, Preferences};
use crate::edit::Branch;
use crate::method::Topic;
use crate::model::{JudgementField, PersonId, SeatId};

/// A name being typed on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The card.
    pub seat: SeatId,
    /// What stands in the field: `name, title`.
    pub text: String,
    /// Whether the card is new: Enter goes on with a colleague, an empty name takes it back.
    pub is_new: bool,
    /// Who was selected before: goes on being it where nobody is named.
    pub before: Option<SeatId>,
    /// Whether a letter was typed.
    pub is_changed: bool,
    /// The frame in which the field first had the keys.
    pub begun: Option<u64>,
}

/// Something being dragged on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub enum Drag {
    /// Cards, by the card that was taken.
    Cards {
        /// The card under the pointer.
        seat: SeatId,
        /// Where in the card it was taken, in canvas points.
        held: egui::Vec2,
    },
    /// Somebody out of the tray.
    Person(PersonId),
    /// A line out of a handle.
    Line {
        /// Where it begins.
        from: SeatId,
        /// Which handle.
        handle: Handle,
    },
    /// A rubber band.
    Band {
        /// Where it began, in canvas points.
        start: crate::layout::CanvasPos,
        /// What was selected before.
        before: BTreeSet<SeatId>,
    },
    /// The map itself.
    Pan,
}

/// The small rings at a card's edges that lines are drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// Bottom: somebody who reports to this one.
    Report,
    /// Top: a manager, plain or dotted.
    Boss,
    /// Right: whom this one influences.
    Influence,
    /// Left: conflict and ties.
    Bond,
}

/// A small choice that floats where the eye is.
#[derive(Clone, Debug, PartialEq)]
pub enum Popover {
    /// A judgement of the cards selected.
    Judge {
        /// Which.
        field: JudgementField,
        /// Where it hangs.
        at: Pos2,
    },
    /// What a line just drawn says.
    Line {
        /// Where it begins.
        from: SeatId,
        /// Where it ends.
        to: SeatId,
        /// Which handle it came from.
        handle: Handle,
        /// Where it hangs.
        at: Pos2,
    },
}

/// The questions that help to judge people, and how far they are answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosing {
    /// What is judged.
    pub topic: Topic,
    /// Whom.
    pub people: Vec<PersonId>,
    /// The answers given, each by its place.
    pub answers: Vec<usize>,
    /// Where it hangs.
    pub at: Pos2,
    /// The frame in which it was first drawn.
    pub since: Option<u64>,
    /// How many answers were given when the keys last went to a first button.
    pub keys_at: Option<usize>,
}

impl Choosing {
    /// The first question, hung at a point.
    pub fn new(topic: Topic, people: Vec<PersonId>, at: Pos2) -> Self {
        Self { topic, people, answers: Vec::new(), at, since: None, keys_at: None }
    }
}

/// A sentence where the eye is, gone after a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// What it says.
    pub text: String,
    /// Where.
    pub at: Pos2,
    /// Until when, in seconds of the context's clock.
    pub until: f64,
}

/// What was cut or copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Clipboard {
    /// The branch.
    pub branch: Branch,
    /// The seats that wait to be moved; empty after a copy.
    pub cut: BTreeSet<SeatId>,
}

/// A question in a small window over the workbench.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A path typed by hand, where the system has no file dialog.
    Path {
        /// What the path is for.
        command: Command,
        /// The path so far.
        text: String,
    },
    /// Whether people are to be removed.
    Delete {
        /// Their seats.
        seats: BTreeSet<SeatId>,
        /// People without a seat.
        people: BTreeSet<PersonId>,
    },
    /// Whether to close although the work is in no file.
    Close,
    /// Whether to open another account although the work of this one is in no file.
    Leave,
    /// A table or list of people to be brought in.
    PasteTable {
        /// The text.
        text: String,
    },
    /// What the user prefers.
    Settings(Box<Preferences>),
    /// All keys on one sheet.
    Shortcuts,
}
