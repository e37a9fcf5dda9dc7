//! Text is measured in the fonts that draw it, and cut where a reader would cut it.
