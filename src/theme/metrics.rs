//! Sizes: of type, of cards, of the gaps between them.

/// The sizes of type, in points. Source: look, section 2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextSize;

impl TextSize {
    /// The account's name.
    pub const ACCOUNT: f32 = 20.0;
    /// A section's title.
    pub const SECTION: f32 = 15.0;
    /// Body text; a name on a card.
    pub const BODY: f32 = 13.0;
    /// Second lines and tables.
    pub const SECOND: f32 = 11.5;
    /// Captions and legends.
    pub const CAPTION: f32 = 10.0;
}

/// How a card is built, in points at full size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardMetrics {
    /// Height of every card.
    pub height: f32,
    /// Smallest width.
    pub min_width: f32,
    /// Largest width.
    pub max_width: f32,
    /// The coloured bar at the left.
    pub bar: f32,
    /// Space between bar, text and the right edge.
    pub pad: f32,
    /// Size of the name.
    pub name_size: f32,
    /// Size of title and unit.
    pub title_size: f32,
    /// Width of one of the four symbols.
    pub symbol_width: f32,
    /// Width of one mark (key, veto, coach).
    pub mark_width: f32,
    /// Whether the symbols stand beside the title, or on a line of their own.
    pub symbols_beside_title: bool,
}

impl CardMetrics {
    /// The card of the window. Source: look, section 3.
    pub const WINDOW: Self = Self {
        height: 62.0,
        min_width: 132.0,
        max_width: 228.0,
        bar: 4.0,
        pad: 8.0,
        name_size: TextSize::BODY,
        title_size: TextSize::SECOND,
        symbol_width: 18.0,
        mark_width: 16.0,
        symbols_beside_title: false,
    };

    /// The card of the page: two lines, the symbols beside the title.
    pub const PAGE: Self = Self {
        height: 27.0,
        min_width: 72.0,
        max_width: 118.0,
        bar: 3.0,
        pad: 4.0,
        name_size: 8.2,
        title_size: 6.4,
        symbol_width: 7.4,
        mark_width: 8.0,
        symbols_beside_title: true,
    };
}

/// How cards stand to each other, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapMetrics {
    /// Height of a card.
    pub card_height: f32,
    /// Space between two rows of cards.
    pub row_gap: f32,
    /// Space between two cards of one branch.
    pub sibling_gap: f32,
    /// Space between two branches, and between trees.
    pub branch_gap: f32,
    /// How far stacked cards stand to the right of their trunk.
    pub stack_indent: f32,
    /// Rounding of the corners of reporting lines and of informal lines.
    pub corner: f32,
}

impl MapMetrics {
    /// The map of the window.
    pub const WINDOW: Self = Self {
        card_height: CardMetrics::WINDOW.height,
        row_gap: 44.0,
        sibling_gap: 24.0,
        branch_gap: 36.0,
        stack_indent: 18.0,
        corner: 6.0,
    };

    /// The map of the page.
    pub const PAGE: Self = Self {
        card_height: CardMetrics::PAGE.height,
        row_gap: 17.0,
        sibling_gap: 9.0,
        branch_gap: 13.0,
        stack_indent: 8.0,
        corner: 2.5,
    };

    /// From the top of one row to the top of the next.
    pub const fn row_pitch(&self) -> f32 {
        self.card_height + self.row_gap
    }
}
