//! Colours, sizes and fonts as named tokens; the window and the page read the same ones.
//!
//! The room knows nothing of accounts, widgets or printed pages.

mod fonts;
mod measure;
mod metrics;
mod tokens;

pub use fonts::{FontFile, font_files};
pub use measure::{Measure, Weight};
pub use metrics::{CardMetrics, MapMetrics, TextSize};
pub use tokens::{Rgb, Theme, Tokens};
