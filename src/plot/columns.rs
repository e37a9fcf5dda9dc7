//! The columns of a table by vendor: we, then the rivals, as many as there is room for.

use super::marks::times;
use super::{Grid, Lettering, Mark};
use crate::model::{Account, Competitor, CompetitorId, Opportunity};
use crate::words::{Message, Words};

/// The height of the names above the columns.
const HEAD: f32 = 20.0;
/// What part of the width names take, and the most of it, in points.
const NAMES: f32 = 0.36;
const MOST_NAMES: f32 = 260.0;
/// The least and the most width of a vendor's column.
const LEAST: f32 = 40.0;
const MOST: f32 = 96.0;
const GAP: f32 = 2.0;

/// Whose offer or answer a column is, and what it is called; `None` is ours.
type Side = (Option<CompetitorId>, String);

/// The columns: we, under this name, then each rival of the opportunity.
pub fn sides(words: &Words, account: &Account, opportunity: &Opportunity, us: &Message) -> Vec<Side> {
    let rivals = opportunity.competitors.iter().filter_map(|rival| account.get::<Competitor>(*rival));
    let rivals = rivals.map(|rival| (Some(rival.id), or_kind(words, &rival.name, "competitor")));
    std::iter::once((None, words.text(us))).chain(rivals).collect()
}

/// A text, or what kind of record it is of where it says nothing.
pub(super) fn or_kind(words: &Words, text: &str, kind: &str) -> String {
    let text = text.trim();
    if text.is_empty() { words.label("record", kind).to_owned() } else { text.to_owned() }
}

/// Which vendors are shown, and where their cells stand.
pub(super) struct Columns {
    /// The vendors for whom there is room.
    pub(super) shown: Vec<Side>,
    /// How many there is no room for.
    pub(super) left: usize,
    /// How wide names may be.
    pub(super) names: f32,
    /// The cells, from the row below the head on.
    pub(super) grid: Grid,
}

impl Columns {
    /// Columns within this width, below their names.
    pub(super) fn of(mut sides: Vec<Side>, width: f32, row: f32) -> Self {
        let names = (width * NAMES).min(MOST_NAMES);
        let mut room = sides.len().max(1);
        while room > 1 && (width - names) / times(room) < LEAST + GAP {
            room -= 1;
        }
        let left = sides.len().saturating_sub(room);
        sides.truncate(room);
        let column = ((width - names) / times(room) - GAP).min(MOST);
        Self {
            shown: sides,
            left,
            names: names - GAP,
            grid: Grid { left: names + GAP, top: HEAD, column, row, gap: GAP },
        }
    }

    /// The names of the vendors, ours in bold.
    pub(super) fn head(&self) -> Vec<Mark> {
        let how = Lettering::caption(self.grid.column).middle();
        let name = |(place, (side, name)): (usize, &Side)| {
            let at = (self.grid.field(place, 0).middle().0, HEAD / 2.0);
            Mark::text(at, name.clone(), if side.is_none() { how.bold() } else { how })
        };
        self.shown.iter().enumerate().map(name).collect()
    }

    /// The name of a row, at the height of its cells.
    pub(super) fn name(&self, row: usize, name: &str, how: Lettering) -> Mark {
        Mark::text((0.0, self.grid.field(0, row).middle().1), name, how)
    }

    /// Says at this height how many vendors are left out.
    pub(super) fn rest(&self, words: &Words, (right, y): (f32, f32)) -> Option<Mark> {
        let text = (self.left > 0).then(|| words.text(&Message::PageMore { n: self.left.to_string() }));
        text.map(|text| Mark::text((right, y), text, Lettering::caption(80.0).end()))
    }

    /// The vendors, listed.
    pub(super) fn listed(&self, words: &Words) -> String {
        let names: Vec<&str> = self.shown.iter().map(|(_, name)| name.as_str()).collect();
        names.join(words.list_separator())
    }
}
