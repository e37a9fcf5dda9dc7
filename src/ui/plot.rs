//! A plot in the window.

use egui::{Id, Sense, Ui, vec2};

use super::ViewContext;
use crate::plot::{Plot, Target};

/// Draws a plot as wide as `width` and gives what was clicked.
pub(in crate::ui) fn plot_ui(_ctx: &ViewContext<'_>, ui: &mut Ui, plot: &Plot, id: Id, width: f32) -> Option<Target> {
    let scale = width / plot.width.max(1.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, plot.height * scale), Sense::hover());
    let clicked = ui.interact(rect, id, Sense::click()).clicked();
    plot.marks.iter().find_map(|mark| mark.target).filter(|_| clicked)
}
